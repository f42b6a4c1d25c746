#include "layout_kit.h"

namespace krut::layout {

namespace {

using kit::Files;
using kit::report;

std::string part(const std::string& name, const std::string& content) {
  return "<part version=\"1\" name=\"" + name + "\">" + content + "</part>";
}

std::shared_ptr<const Layout> load_with(const std::string& body, const Files& parts, Diagnostics& diagnostics) {
  const FindFile find = [&](const std::string& path) -> std::optional<NamedText> {
    for (const auto& [name, text] : parts) {
      if (path == "parts/" + name + ".xml") return NamedText{text, path};
    }
    return std::nullopt;
  };
  return Layout::load("test", report(body), "test.xml", kit::reader_of({{"schema.json", kit::schema()}}), diagnostics,
                      {}, find);
}

/// The texts of all paragraphs of the first section, one a line.
std::string printed(const std::string& body, const Files& parts, const std::string& data) {
  Diagnostics diagnostics;
  const auto layout = load_with("<section margins=\"2cm\">" + body + "</section>", parts, diagnostics);
  EXPECT_TRUE(layout) << kit::all_messages(diagnostics, Language::english);
  const auto json = data::Json::parse(data, "data.json", diagnostics);
  if (!layout || !json) return {};
  const auto checked = data::CheckedData::check(*json, layout->schema(), diagnostics);
  const auto document = checked ? fill(*layout, *checked, kit::judged(kit::reader_of({})), diagnostics) : std::nullopt;
  EXPECT_TRUE(document) << kit::all_messages(diagnostics, Language::english);
  std::string text;
  if (!document) return text;
  for (const model::Block& block : document->sections.front().blocks) {
    const auto* paragraph = std::get_if<model::Paragraph>(&block.content);
    if (paragraph == nullptr) continue;
    for (const model::Span& span : paragraph->spans) text += span.text;
    text += '\n';
  }
  return text;
}

/// Code and place of every fault.
std::string faults_of(const std::string& body, const Files& parts) {
  Diagnostics diagnostics;
  EXPECT_FALSE(load_with("<section margins=\"2cm\">" + body + "</section>", parts, diagnostics));
  std::string text;
  for (const Diagnostic& each : diagnostics.items()) {
    EXPECT_FALSE(each.hint.empty()) << each.code;
    text += each.code + ' ' + each.where.file + ':' + std::to_string(each.where.line) + ':' +
            std::to_string(each.where.column) + '\n';
  }
  return text;
}

}  // namespace

TEST(Parts, stand_in_place_of_their_use) {
  const Files parts = {{"line", part("line", "<param name=\"what\"/><p>[{{ what }}]</p>")}};
  EXPECT_EQ(printed("<p>before</p><line what=\"words\"/><p>after</p>", parts, "{}"), "before\n[words]\nafter\n");
}

TEST(Parts, take_values_with_the_filters_of_their_use_and_their_own) {
  const Files parts = {{"line", part("line", "<param name=\"what\"/><p>{{ what | arabic-digits }}</p>")}};
  EXPECT_EQ(printed("<line what=\"{{ day | thai-date }}\"/>", parts, R"({"day": "2026-11-30"})"), "30 พฤศจิกายน 2569\n");
}

TEST(Parts, join_words_and_values_that_are_given_together) {
  const Files parts = {{"line", part("line", "<param name=\"what\"/><p>({{ what }})</p>")}};
  EXPECT_EQ(printed("<line what=\"คุณ{{ name }} มา\"/>", parts, R"({"name": "ก"})"), "(คุณก มา)\n");
}

TEST(Parts, have_defaults_and_know_what_was_not_given) {
  const Files parts = {{"line", part("line",
                                     "<param name=\"a\" default=\"usual\"/><param name=\"b\"/>"
                                     "<p>{{ a }}</p><p if=\"b\">b is {{ b }}</p><p if=\"not b\">no b</p>")}};
  EXPECT_EQ(printed("<line/><line a=\"own\" b=\"{{ name }}\"/>", parts, R"({"name": "N"})"),
            "usual\nno b\nown\nb is N\n");
  EXPECT_EQ(printed("<line b=\"{{ name }}\"/>", parts, "{}"), "usual\nno b\n");
}

TEST(Parts, compare_words_that_are_given) {
  const Files parts = {{"line", part("line",
                                     "<param name=\"kind\" default=\"plain\"/>"
                                     "<p if=\"kind == 'plain'\">plain</p><p if=\"kind == 'fancy'\">fancy</p>")}};
  EXPECT_EQ(printed("<line/><line kind=\"fancy\"/>", parts, "{}"), "plain\nfancy\n");
}

TEST(Parts, walk_lists_that_are_given) {
  const Files parts = {
      {"names", part("names", "<param name=\"of\"/><p each=\"one in of\" number=\"n\">{{ n }} {{ one.name }}</p>")}};
  EXPECT_EQ(printed("<names of=\"{{ people }}\"/>", parts, R"({"people": [{"name": "ก"}, {"name": "ข"}]})"),
            "๑ ก\n๒ ข\n");
  EXPECT_EQ(printed("<names/>", parts, "{}"), "");
}

TEST(Parts, are_repeated_and_left_out_by_their_use) {
  const Files parts = {{"line", part("line", "<param name=\"what\"/><p>{{ what }}</p>")}};
  EXPECT_EQ(printed("<line each=\"person in people\" what=\"{{ person.name }}\"/><line if=\"note\" what=\"never\"/>",
                    parts, R"({"people": [{"name": "ก"}, {"name": "ข"}]})"),
            "ก\nข\n");
}

TEST(Parts, give_measures_and_styles_to_attributes) {
  const Files parts = {{"line", part("line",
                                     "<param name=\"indent\" default=\"1cm\"/><style name=\"of-part\" size=\"20pt\"/>"
                                     "<p style=\"of-part\" left-indent=\"{{ indent }}\">x</p>")}};
  Diagnostics diagnostics;
  const auto layout = load_with("<section margins=\"2cm\"><line/><line indent=\"3cm\"/></section>", parts, diagnostics);
  ASSERT_TRUE(layout) << kit::all_messages(diagnostics, Language::english);
  const auto json = data::Json::parse("{}", "data.json", diagnostics);
  const auto checked = data::CheckedData::check(*json, layout->schema(), diagnostics);
  const auto document = fill(*layout, *checked, kit::judged(kit::reader_of({})), diagnostics);
  ASSERT_TRUE(document);
  const auto& blocks = document->sections.front().blocks;
  EXPECT_EQ(std::get<model::Paragraph>(blocks[0].content).format.left_indent, Length::millimetres(10));
  EXPECT_EQ(std::get<model::Paragraph>(blocks[1].content).format.left_indent, Length::millimetres(30));
  EXPECT_EQ(std::get<model::Paragraph>(blocks[0].content).spans.front().format.size, Length::points(20));
}

TEST(Parts, leave_styles_alone_that_the_layout_declares_itself) {
  const Files parts = {{"line", part("line", "<style name=\"own\" size=\"20pt\"/><p style=\"own\">x</p>")}};
  Diagnostics diagnostics;
  const auto layout =
      load_with("<style name=\"own\" size=\"10pt\"/><section margins=\"2cm\"><line/></section>", parts, diagnostics);
  ASSERT_TRUE(layout) << kit::all_messages(diagnostics, Language::english);
  const auto json = data::Json::parse("{}", "data.json", diagnostics);
  const auto document = fill(*layout, *data::CheckedData::check(*json, layout->schema(), diagnostics),
                             kit::judged(kit::reader_of({})), diagnostics);
  const auto& paragraph = std::get<model::Paragraph>(document->sections.front().blocks[0].content);
  EXPECT_EQ(paragraph.spans.front().format.size, Length::points(10));
}

TEST(Parts, hold_what_their_use_holds_at_their_slot) {
  const Files parts = {{"box", part("box", "<param name=\"name\"/><p>{{ name }}:</p><slot/><p>.</p>")}};
  EXPECT_EQ(printed("<box name=\"inner\"><p>{{ name }}</p></box>", parts, R"({"name": "of the data"})"),
            "inner:\nof the data\n.\n");
}

TEST(Parts, use_parts_and_hand_on_what_they_were_given) {
  const Files parts = {{"outer", part("outer", "<param name=\"a\"/><inner b=\"<{{ a }}>\"/>")},
                       {"inner", part("inner", "<param name=\"b\"/><p>{{ b }}</p>")}};
  EXPECT_EQ(faults_of("<outer a=\"1\"/>", parts), "layout.not-well-formed parts/outer.xml:1:59\n");
  const Files sound = {{"outer", part("outer", "<param name=\"a\"/><inner b=\"[{{ a }}]\"/>")}, parts[1]};
  EXPECT_EQ(printed("<outer a=\"{{ name }}\"/>", sound, R"({"name": "ก"})"), "[ก]\n");
}

TEST(Parts, give_rows_to_tables) {
  const Files parts = {{"pair", part("pair", "<param name=\"a\"/><row><cell>{{ a }}</cell><cell>b</cell></row>")}};
  Diagnostics diagnostics;
  EXPECT_TRUE(
      load_with("<section margins=\"2cm\"><table widths=\"1fr 1fr\"><pair a=\"x\"/><pair a=\"y\"/></table>"
                "</section>",
                parts, diagnostics))
      << kit::all_messages(diagnostics, Language::english);
}

TEST(FaultyParts, are_told_with_their_own_file_and_place) {
  EXPECT_EQ(faults_of("<line/>", {{"line", "<part version=\"1\" name=\"line\">\n<q>x</q></part>"}}),
            "layout.unknown-element parts/line.xml:2:1\n");
  EXPECT_EQ(faults_of("<line/>", {{"line", "<report/>"}}), "layout.not-a-part parts/line.xml:1:1\n");
  EXPECT_EQ(faults_of("<line/>", {{"line", "<part version=\"1\" name=\"other\"/>"}}),
            "layout.bad-value parts/line.xml:1:25\n");
  EXPECT_EQ(faults_of("<line/>", {{"line", "<part"}}), "layout.not-well-formed parts/line.xml:1:6\n");
  EXPECT_EQ(faults_of("<line/>", {{"line", "\xff"}}), "layout.not-utf8 parts/line.xml:1:1\n");
}

TEST(FaultyParts, see_nothing_but_their_parameters) {
  EXPECT_EQ(faults_of("<line/>", {{"line", part("line", "<param name=\"name\"/><p>{{ note }}</p>")}}),
            "layout.unknown-parameter parts/line.xml:1:57\n");
}

TEST(FaultyParts, are_used_with_what_they_ask_for_and_no_more) {
  const Files parts = {{"line", part("line", "<param name=\"what\" required=\"yes\"/><p>{{ what }}</p>")}};
  EXPECT_EQ(faults_of("<line/>", parts), "layout.missing-attribute test.xml:2:24\n");
  EXPECT_EQ(faults_of("<line what=\"x\" wat=\"y\"/>", parts), "layout.unknown-attribute test.xml:2:39\n");
  EXPECT_EQ(faults_of("<line what=\"x\"><p>y</p></line>", parts), "layout.misplaced-element test.xml:2:39\n");
  EXPECT_EQ(faults_of("<line what=\"{{ nmae }}\"/>", parts), "layout.unknown-path test.xml:2:39\n");
  EXPECT_EQ(faults_of("<slot/>", parts), "layout.misplaced-slot test.xml:2:24\n");
}

TEST(FaultyParts, want_one_value_where_they_walk_it) {
  const Files parts = {{"names", part("names", "<param name=\"of\"/><p each=\"one in of\">{{ one }}</p>")}};
  EXPECT_EQ(faults_of("<names of=\"words\"/>", parts), "layout.parameter-is-no-value parts/names.xml:1:66\n");
}

TEST(FaultyParts, do_not_use_themselves) {
  const Files parts = {{"one", part("one", "<two/>")}, {"two", part("two", "<one/>")}};
  EXPECT_EQ(faults_of("<one/>", parts), "layout.part-in-itself parts/two.xml:1:30\n");
}

TEST(FaultyParts, do_not_hide_the_variables_of_their_users) {
  const Files parts = {{"line", part("line",
                                     "<param name=\"a\"/><param name=\"l\"/>"
                                     "<p each=\"person in l\">{{ a }}</p>")}};
  EXPECT_EQ(faults_of("<line each=\"person in people\" a=\"{{ person.name }}\" l=\"{{ people }}\"/>", parts),
            "layout.hidden-variable parts/line.xml:1:90\n");
}

TEST(FaultyParts, grow_no_layout_beyond_all_bounds) {
  Files parts;
  for (const char name : {'1', '2', '3', '4', '5', '6'}) {
    std::string body;
    for (int i = 0; i < 12; ++i) body += std::string("<part") + static_cast<char>(name + 1) + "/>";
    parts.emplace_back(std::string("part") + name, part(std::string("part") + name, body));
  }
  parts.emplace_back("part7", part("part7", "<p>x</p>"));
  EXPECT_EQ(faults_of("<part1/>", parts), "layout.too-many-parts parts/part7.xml:1:32\n");
}

namespace {

/// A layout of its own text, with other files below the folders of layouts.
std::shared_ptr<const Layout> load_among(const std::string& text, const Files& files, Diagnostics& diagnostics) {
  const FindFile find = [&](const std::string& path) -> std::optional<NamedText> {
    for (const auto& [name, other] : files) {
      if (path == name) return NamedText{other, path};
    }
    return std::nullopt;
  };
  return Layout::load("test", text, "test.xml", kit::reader_of({{"schema.json", kit::schema()}}), diagnostics, {},
                      find);
}

std::string faults_among(const std::string& text, const Files& files) {
  Diagnostics diagnostics;
  EXPECT_FALSE(load_among(text, files, diagnostics));
  std::string codes;
  for (const Diagnostic& each : diagnostics.items()) codes += each.code + '|';
  return codes;
}

std::string texts_among(const std::string& text, const Files& files, const std::string& data) {
  Diagnostics diagnostics;
  const auto layout = load_among(text, files, diagnostics);
  EXPECT_TRUE(layout) << kit::all_messages(diagnostics, Language::english);
  if (!layout) return {};
  const auto json = data::Json::parse(data, "data.json", diagnostics);
  const auto document = fill(*layout, *data::CheckedData::check(*json, layout->schema(), diagnostics),
                             kit::judged(kit::reader_of({})), diagnostics);
  std::string words;
  for (const model::Section& section : document->sections) {
    for (const model::Block& block : section.blocks) {
      for (const model::Span& span : std::get<model::Paragraph>(block.content).spans) {
        words += span.text + '@' + std::to_string(span.format.size.in_emu() / 12'700) + ' ';
      }
    }
    words += '|';
  }
  return words;
}

}  // namespace

TEST(Includes, bring_the_styles_of_a_shared_file) {
  const Files files = {{"shared/styles.xml", "<styles version=\"1\"><style name=\"big\" size=\"30pt\"/></styles>"}};
  EXPECT_EQ(texts_among(report("<include file=\"shared/styles.xml\"/><style name=\"own\" based-on=\"big\"/>"
                               "<section margins=\"2cm\"><p style=\"own\">x</p></section>"),
                        files, "{}"),
            "x@30 |");
  EXPECT_EQ(faults_among(report("<include file=\"none.xml\"/><section margins=\"2cm\"/>"), files),
            "layout.file-not-found|");
  EXPECT_EQ(faults_among(report("<include file=\"s\"/><section margins=\"2cm\"/>"), {{"s", "<report/>"}}),
            "layout.no-styles|");
}

TEST(Extension, replaces_what_has_the_same_name_and_adds_the_rest) {
  const Files files = {{"base.xml", report("<style name=\"s\" size=\"10pt\"/><section name=\"one\" margins=\"2cm\">"
                                           "<p style=\"s\">1</p><blocks name=\"end\"><p>end</p></blocks></section>"
                                           "<section name=\"two\" margins=\"2cm\"><p>2</p></section>")},
                       {"schema.json", kit::schema()}};
  const std::string own =
      "<report version=\"2\" extends=\"base\"><style name=\"s\" size=\"20pt\"/>"
      "<section name=\"two\" margins=\"2cm\"><p style=\"s\">zwei {{ name }}</p></section>"
      "<section margins=\"2cm\"><p>3</p></section>"
      "<blocks name=\"end\"><p>my end</p></blocks></report>";
  EXPECT_EQ(texts_among(own, files, R"({"name": "n"})"), "1@20 my end@20 |zwei @20 n@20 |3@20 |");
}

TEST(Extension, goes_no_way_in_circles) {
  const Files files = {{"a.xml", "<report version=\"1\" extends=\"b\"/>"},
                       {"b.xml", "<report version=\"1\" extends=\"a\"/>"}};
  EXPECT_EQ(faults_among("<report version=\"1\" extends=\"a\"/>", files), "layout.extends-itself|");
  EXPECT_EQ(faults_among("<report version=\"1\" extends=\"none\"/>", files), "layout.file-not-found|");
}

TEST(Extension, names_the_blocks_that_are_not_there) {
  const Files files = {{"base.xml", report("<section margins=\"2cm\"><p>1</p></section>")},
                       {"schema.json", kit::schema()}};
  EXPECT_EQ(faults_among("<report version=\"1\" extends=\"base\"><blocks name=\"end\"/></report>", files),
            "layout.no-such-blocks|");
}

TEST(Paragraphs, may_say_the_size_and_weight_of_their_letters) {
  EXPECT_EQ(kit::filled("<p size=\"20pt\" bold=\"yes\">ก{{ name }}</p>", R"({"name": "ข"})"),
            "paragraph #2 body (pitch 22.65)\n  \"ก\" (TH SarabunPSK 20 bold th-TH)\n"
            "  \"ข\" (TH SarabunPSK 20 bold th-TH) = /name\n");
}

TEST(Rows, have_their_style_on_a_condition) {
  const std::string table =
      "<table widths=\"1fr\"><row each=\"p in people\" style=\"big\" style-if=\"p.role eq 'x'\">"
      "<cell>{{ p.name }}</cell></row></table>";
  Diagnostics diagnostics;
  const auto document =
      kit::fill_document(report("<style name=\"body\"/><style name=\"big\" size=\"20pt\"/><section margins=\"2cm\">" +
                                table + "</section>"),
                         R"({"people": [{"name": "a", "role": "y"}, {"name": "b", "role": "x"}]})", diagnostics);
  ASSERT_TRUE(document);
  const auto& rows = std::get<model::Table>(document->sections[0].blocks[0].content).groups[0].rows;
  const auto size_of = [](const model::Row& row) {
    return std::get<model::Paragraph>(row.cells[0].blocks[0].content).spans[0].format.size;
  };
  EXPECT_EQ(size_of(rows[0]), Length::points(16));
  EXPECT_EQ(size_of(rows[1]), Length::points(20));
}

TEST(Cells, of_all_columns_take_what_the_others_leave) {
  const std::string table =
      "<table widths=\"1fr 1fr 1fr 1fr\"><row><cell>a</cell><cell span=\"all\">b</cell>"
      "<cell>c</cell></row><row><cell span=\"all\">d</cell></row></table>";
  Diagnostics diagnostics;
  const auto document =
      kit::fill_document(report("<section margins=\"2cm\">" + table + "</section>"), "{}", diagnostics);
  ASSERT_TRUE(document);
  const auto& rows = std::get<model::Table>(document->sections[0].blocks[0].content).groups[0].rows;
  EXPECT_EQ(rows[0].cells[1].column_span, 2);
  EXPECT_EQ(rows[1].cells[0].column_span, 4);
  Diagnostics too_many;
  EXPECT_FALSE(kit::load(report("<section margins=\"2cm\"><table widths=\"1fr 1fr\"><row><cell>a</cell><cell>b</cell>"
                                "<cell span=\"all\">c</cell></row></table></section>"),
                         too_many));
}

}  // namespace krut::layout
