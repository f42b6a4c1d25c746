#include "layout/unprinted.h"

#include "unit/layout/layout_kit.h"

namespace krut::layout {
namespace {

/// What is told of the data under a layout whose section holds `body`: places and messages.
std::string told(const std::string& body, const std::string& data) {
  Diagnostics diagnostics;
  const auto layout = kit::load(kit::report("<section margins=\"2cm\">" + body + "</section>"), diagnostics);
  if (!layout) return kit::all_messages(diagnostics, Language::english);
  const auto json = data::Json::parse(data, "data.json", diagnostics);
  note_unprinted(*layout, *json, diagnostics);
  std::string text;
  for (const Diagnostic& note : diagnostics.items()) {
    EXPECT_EQ(note.severity, Severity::note);
    text += note.where.pointer + ": " + note.message.english + "\n";
  }
  return text;
}

TEST(Unprinted, nothing_is_told_where_all_is_printed) { EXPECT_EQ(told("<p>{{ name }}</p>", R"({"name": "ก"})"), ""); }

TEST(Unprinted, values_are_counted_by_their_path_and_told_at_the_first) {
  const std::string rows = R"({"name": "ก", "groups": [{"label": "ข", "rows": [{"a": "1", "b": "2"}, {"b": "3"}]}]})";
  EXPECT_EQ(told(R"(<p each="g in groups">{{ g.label }}</p>)", rows),
            "/name: the layout \"test\" does not print 2 of the values: /groups/*/rows (1), /name (1)\n");
  EXPECT_EQ(
      told(R"(<p>{{ name }}</p><blocks each="g in groups"><p each="r in g.rows">{{ g.label }}{{ r.a }}</p></blocks>)",
           rows),
      "/groups/0/rows/0/b: the layout \"test\" does not print 2 of the values: /groups/*/rows/*/b (2)\n");
}

TEST(Unprinted, what_is_printed_whole_is_printed_with_all_in_it) {
  const std::string position =
      R"(<signatures><signature each="p in people" name="{{ p.name }}" position="{{ p.position }}"/></signatures>)";
  EXPECT_EQ(told(position, R"({"people": [{"name": "ก", "position": ["ข", "ค"]}]})"), "");
  EXPECT_EQ(told(R"(<content select="text"/>)", R"({"text": ["ก", {"ol": ["ข"]}]})"), "");
}

TEST(Unprinted, empty_lists_and_words_for_the_program_are_no_loss) {
  EXPECT_EQ(told("<p>{{ name }}</p>", R"({"layout": "test", "groups": [], "name": "ก"})"), "");
}

TEST(Unprinted, all_paths_are_listed_however_few_the_message_names) {
  Diagnostics diagnostics;
  const auto layout = kit::load(kit::report("<section margins=\"2cm\"><p>{{ digits }}</p></section>"), diagnostics);
  ASSERT_TRUE(layout);
  const auto json = data::Json::parse(
      R"({"name": "ก", "note": "ก", "day": "2023-04-10", "days": ["2023-04-10"], "year": 2566, "amount": "1",
          "text": "ก", "lines": "ก", "groups": [{"label": "ก"}, {"label": "ข"}]})",
      "data.json", diagnostics);
  note_unprinted(*layout, *json, diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  const Diagnostic& note = diagnostics.items().front();
  EXPECT_EQ(note.pointers, (std::vector<std::string>{"/amount", "/day", "/days", "/groups", "/lines", "/name", "/note",
                                                     "/text", "/year"}));
  EXPECT_NE(note.message.english.find("…"), std::string::npos);
}

}  // namespace
}  // namespace krut::layout
