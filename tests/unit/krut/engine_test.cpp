#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "krut/krut.hpp"

namespace krut::api {
namespace {

const std::string layouts = KRUT_BUILD_FOLDER "/layouts";

Engine engine() { return Engine({{KRUT_FONT_FOLDER}, {layouts}}); }

Request example() {
  Request request;
  request.data = read_data_file(KRUT_SOURCE_FOLDER "/examples/memo-report.json").bytes;
  request.data_name = "memo-report.json";
  return request;
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

bool tells(const Outcome& outcome, const std::string& code) {
  return std::any_of(outcome.diagnostics.begin(), outcome.diagnostics.end(),
                     [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
}

TEST(EngineTest, the_example_becomes_both_papers_without_a_warning) {
  const Outcome outcome = engine().render(example());
  EXPECT_EQ(outcome.status, Status::ok);
  EXPECT_TRUE(outcome.diagnostics.empty()) << outcome.diagnostics.front().text_english;
  EXPECT_TRUE(outcome.pdf.starts_with("%PDF-1.7"));
  EXPECT_TRUE(outcome.docx.starts_with("PK"));
  EXPECT_GE(outcome.page_count, 6U);
  EXPECT_EQ(outcome.layout, "ita/memo-report");
}

TEST(EngineTest, both_papers_give_back_their_data_layout_and_program) {
  const Request request = example();
  const Outcome made = engine().render(request);
  for (const std::string& paper : {made.pdf, made.docx}) {
    const SourceOutcome source = read_back(paper, "paper");
    EXPECT_EQ(source.status, Status::ok);
    EXPECT_EQ(source.data, request.data);
    EXPECT_EQ(source.layout, "ita/memo-report");
    EXPECT_EQ(source.layout_version, "1");
    EXPECT_EQ(source.producer, "krut " + std::string(version()));
  }
}

TEST(EngineTest, what_is_no_paper_of_ours_gives_nothing_back_and_says_why) {
  const SourceOutcome source = read_back("hello", "hello.txt");
  EXPECT_EQ(source.status, Status::bad_data);
  EXPECT_TRUE(source.data.empty());
  ASSERT_EQ(source.diagnostics.size(), 1U);
  EXPECT_EQ(source.diagnostics[0].code, "readback.unknown-file");
  EXPECT_EQ(source.diagnostics[0].file, "hello.txt");
}

TEST(EngineTest, many_threads_with_one_engine_make_the_same_bytes) {
  const Engine shared({{KRUT_FONT_FOLDER}, {layouts}});
  const Request request = example();
  const Outcome alone = shared.render(request);
  std::vector<Outcome> outcomes(4);
  std::vector<std::thread> threads;
  for (Outcome& outcome : outcomes) threads.emplace_back([&] { outcome = shared.render(request); });
  for (std::thread& thread : threads) thread.join();
  for (const Outcome& outcome : outcomes) {
    EXPECT_EQ(outcome.pdf, alone.pdf);
    EXPECT_EQ(outcome.docx, alone.docx);
  }
}

TEST(EngineTest, only_what_is_wanted_is_made) {
  Request request = example();
  request.wants_docx = false;
  const Outcome outcome = engine().render(request);
  EXPECT_FALSE(outcome.pdf.empty());
  EXPECT_TRUE(outcome.docx.empty());
}

TEST(EngineTest, the_source_stays_home_when_told_so) {
  Request request = example();
  request.wants_docx = false;
  const std::string with_source = engine().render(request).pdf;
  request.has_source = false;
  const std::string without = engine().render(request).pdf;
  EXPECT_NE(with_source.find("/AFRelationship"), std::string::npos);
  EXPECT_EQ(without.find("/AFRelationship"), std::string::npos);
  EXPECT_FALSE(without.empty());
}

TEST(EngineTest, every_hand_is_listed_with_its_page_and_place) {
  Request request = example();
  request.wants_docx = false;
  const Outcome outcome = engine().render(request);
  ASSERT_EQ(outcome.signatures.size(), 4U);
  std::set<std::string> names;
  for (const SignatureField& field : outcome.signatures) {
    names.insert(field.field);
    EXPECT_EQ(field.page, 1U);
    EXPECT_TRUE(field.signer.find('(') == std::string::npos && !field.signer.empty()) << field.signer;
    EXPECT_GT(field.x, 0);
    EXPECT_GT(field.y, 0);
    EXPECT_LT(field.x + field.width, field.page_width);
    EXPECT_LT(field.y + field.height, field.page_height);
    EXPECT_NE(outcome.signatures_json.find('"' + field.field + '"'), std::string::npos);
    EXPECT_NE(outcome.pdf.find("(" + field.field + ")"), std::string::npos);
  }
  EXPECT_EQ(names.size(), 4U);
  EXPECT_GT(outcome.signatures[0].y, outcome.signatures[3].y);
}

TEST(EngineTest, a_standard_that_cannot_be_kept_is_told_and_nothing_is_made) {
  Request request = example();
  request.pdf_standard = "a2a-ua1";
  for (const Outcome& outcome : {engine().render(request), engine().check(request)}) {
    EXPECT_EQ(outcome.status, Status::not_conforming);
    EXPECT_TRUE(tells(outcome, "pdf.data-not-embeddable"));
    EXPECT_TRUE(outcome.pdf.empty() && outcome.docx.empty() && outcome.signatures_json.empty());
  }
  request.has_source = false;
  EXPECT_EQ(engine().render(request).status, Status::ok);
  request.pdf_standard = "a9z";
  EXPECT_TRUE(tells(engine().render(request), "pdf.unknown-standard"));
  request.wants_pdf = false;
  EXPECT_EQ(engine().render(request).status, Status::ok);
}

TEST(EngineTest, warnings_of_setting_name_line_and_column) {
  Request request = example();
  request.data = with(request.data, "\"subject\": \"", "\"subject\": \"中");
  const Outcome outcome = engine().check(request);
  const auto found = std::find_if(outcome.diagnostics.begin(), outcome.diagnostics.end(),
                                  [](const Diagnostic& told) { return told.code == "text.missing-glyph"; });
  ASSERT_NE(found, outcome.diagnostics.end());
  const Diagnostic& told = *found;
  EXPECT_EQ(told.file, "memo-report.json");
  EXPECT_EQ(told.pointer, "/memo/subject");
  EXPECT_GT(told.line, 1);
}

TEST(EngineTest, a_message_of_the_caller_s_own_keeps_its_severity) {
  for (const auto& [severity, word] : {std::pair{Severity::note, "note"}, std::pair{Severity::warning, "warning"},
                                       std::pair{Severity::error, "error"}}) {
    Diagnostic given;
    given.code = "caller.word";
    given.severity = severity;
    given.message_english = "hear";
    EXPECT_EQ(told(given).text_english, std::string(word) + ": hear [caller.word]\n");
    EXPECT_EQ(told(given).severity, severity);
  }
}

TEST(EngineTest, a_screen_reader_is_told_each_cell_with_its_heads) {
  const std::string folder = KRUT_SOURCE_FOLDER "/tests/data/tags/";
  Request request;
  request.data = read_data_file(folder + "spoken.json").bytes;
  request.data_name = "spoken.json";
  request.layout = folder + "spoken.xml";
  Outcome outcome;
  const std::string told = engine().dump(request, "tags", outcome);
  EXPECT_TRUE(outcome.diagnostics.empty()) << outcome.diagnostics.front().text_english;
  const std::string golden = folder + "spoken.tags.txt";
  if (std::getenv("KRUT_UPDATE_GOLDENS") != nullptr) {
    EXPECT_EQ(write_files({{golden, told}}).status, Status::ok);
  }
  EXPECT_EQ(told, read_data_file(golden).bytes);
}

TEST(EngineTest, bad_data_gives_a_place_and_no_bytes) {
  Request request = example();
  request.data = with(request.data, "\"2023-04-10\"", "\"2566-04-10\"");
  const Outcome outcome = engine().render(request);
  EXPECT_EQ(outcome.status, Status::bad_data);
  ASSERT_TRUE(tells(outcome, "data.bad-date"));
  EXPECT_EQ(outcome.diagnostics.front().file, "memo-report.json");
  EXPECT_EQ(outcome.diagnostics.front().pointer, "/memo/date");
  EXPECT_GT(outcome.diagnostics.front().line, 1);
  EXPECT_TRUE(outcome.pdf.empty() && outcome.docx.empty());
}

TEST(EngineTest, a_picture_outside_the_data_folder_is_refused) {
  Request request = example();
  request.data_folder = KRUT_SOURCE_FOLDER "/examples";
  for (const std::string name : {"../LICENSE", "/etc/hostname", "a/../../LICENSE"}) {
    request.data =
        with(example().data, "\"mode\": \"placeholder\"", "\"mode\": \"image\", \"image\": \"" + name + "\"");
    const Outcome outcome = engine().render(request);
    EXPECT_NE(outcome.status, Status::ok) << name;
    EXPECT_TRUE(outcome.pdf.empty()) << name;
  }
}

TEST(EngineTest, without_fonts_the_status_says_so) {
  const Outcome outcome = Engine({{KRUT_BUILD_FOLDER "/no-such-folder"}, {layouts}}).render(example());
  EXPECT_EQ(outcome.status, Status::resource_missing);
  EXPECT_FALSE(outcome.diagnostics.empty());
}

TEST(EngineTest, fonts_that_cannot_be_listed_say_why) {
  Outcome outcome;
  EXPECT_TRUE(Engine({{KRUT_BUILD_FOLDER "/no-such-folder"}, {layouts}}).fonts(outcome).empty());
  EXPECT_EQ(outcome.status, Status::resource_missing);
  EXPECT_TRUE(tells(outcome, "font.folder-unreadable"));
  outcome = {};
  EXPECT_EQ(engine().fonts(outcome).size(), 7U);
  EXPECT_EQ(outcome.status, Status::ok);
}

TEST(EngineTest, a_layout_folder_that_is_not_there_is_told_by_every_call) {
  const Engine lost({{KRUT_FONT_FOLDER}, {KRUT_BUILD_FOLDER "/no-such-folder", layouts}});
  Outcome outcome;
  EXPECT_TRUE(lost.layouts(outcome).empty());
  EXPECT_EQ(outcome.status, Status::resource_missing);
  EXPECT_TRUE(tells(outcome, "layout.folder-unreadable"));
  outcome = lost.render(example());
  EXPECT_EQ(outcome.status, Status::resource_missing);
  EXPECT_TRUE(tells(outcome, "layout.folder-unreadable"));
}

TEST(EngineTest, a_broken_layout_is_told_and_the_sound_ones_are_listed) {
  const std::filesystem::path folder = KRUT_BUILD_FOLDER "/broken_layouts";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "broken.xml") << "<report><nonsense/></report>";
  std::ofstream(folder / "lonely.xml") << R"(<report version="1" schema="absent.json" lang="th" title="x"/>)";
  Outcome sound;
  Outcome outcome;
  const auto listed = Engine({{KRUT_FONT_FOLDER}, {folder.string(), layouts}}).layouts(outcome);
  EXPECT_EQ(listed.size(), engine().layouts(sound).size());
  EXPECT_EQ(sound.status, Status::ok);
  EXPECT_NE(outcome.status, Status::ok);
  for (const std::string name : {"broken.xml", "lonely.xml"}) {
    EXPECT_TRUE(std::any_of(outcome.diagnostics.begin(), outcome.diagnostics.end(), [&](const Diagnostic& told) {
      return told.file.ends_with(name);
    })) << name;
  }
}

TEST(EngineTest, faults_past_the_limit_are_counted_once_and_truly) {
  const auto faults_of = [](std::size_t count) {
    Request request;
    request.data = R"({"layout": "memo", "accepted_warnings": [0)";
    for (std::size_t i = 1; i < count; ++i) request.data += ",0";
    request.data += "]}";
    return engine().check(request).diagnostics;
  };
  const std::size_t others = faults_of(1).size() - 1;
  const std::vector<Diagnostic> many = faults_of(4'501);
  ASSERT_EQ(many.size(), 1'001U);
  EXPECT_EQ(many.back().code, "diagnostics.more");
  EXPECT_EQ(many.back().severity, Severity::error);
  EXPECT_EQ(many.back().message_english, "and " + std::to_string(3'501 + others) + " more");
}

TEST(EngineTest, data_that_names_no_layout_needs_one_in_the_request) {
  Request request = example();
  request.data = with(request.data, "\"layout\": \"ita/memo-report\",", "");
  EXPECT_TRUE(tells(engine().render(request), "data.no-layout"));
  request.layout = "memo";
  EXPECT_EQ(engine().render(request).status, Status::ok);
}

/// The codes told of `data`, in their order, with their pointers: "layout.not-found /layout".
std::vector<std::string> told_of(const std::string& data) {
  Request request;
  request.data = data;
  request.data_name = "report.json";
  request.data_folder = KRUT_SOURCE_FOLDER "/examples";
  std::vector<std::string> told;
  for (const Diagnostic& each : engine().check(request).diagnostics) {
    told.push_back(each.code + ' ' + each.pointer);
    EXPECT_FALSE(each.hint_thai.empty() || each.hint_english.empty()) << each.text_english;
  }
  return told;
}

using Told = std::vector<std::string>;

TEST(EngineTest, a_layout_that_is_not_there_is_told_where_the_data_names_it) {
  Request request = example();
  request.data = with(request.data, "\"ita/memo-report\"", "\"mmo\"");
  const Outcome outcome = engine().check(request);
  EXPECT_EQ(outcome.status, Status::input_missing);
  ASSERT_EQ(outcome.diagnostics.size(), 1U);
  const Diagnostic& told = outcome.diagnostics.front();
  EXPECT_EQ(told.code, "layout.not-found");
  EXPECT_EQ(told.file, "memo-report.json");
  EXPECT_EQ(told.pointer, "/layout");
  EXPECT_GT(told.line, 0);
  EXPECT_GT(told.column, 0);
  EXPECT_EQ(told.hint_english, "did you mean \"memo\"?");
  request.layout = "mmo";
  EXPECT_TRUE(engine().check(request).diagnostics.front().file.empty());
}

TEST(EngineTest, a_layout_named_by_anything_but_a_text_is_told_at_its_place) {
  EXPECT_EQ(told_of(R"({"layout": ["memo"]})"), Told{"data.wrong-type /layout"});
  EXPECT_EQ(told_of(R"([1])"), Told{"data.wrong-type "});
}

TEST(EngineTest, what_the_schema_refuses_and_what_later_stages_find_is_told_at_once) {
  std::string data = example().data;
  data = with(data, "\"2023-04-10\"", "\"2566-04-10\"");
  data = with(data, "\"mode\": \"placeholder\"", "\"mode\": \"image\", \"image\": \"no-such-file.png\"");
  data = with(data, "\"lead\": \"", "\"lead\": \"กฏหมาย ");
  const Told told = told_of(data);
  EXPECT_EQ(told, (Told{"layout.unreadable-image /emblem/image", "data.bad-date /memo/date",
                        "data.misspelling /report/lead"}));
}

TEST(EngineTest, lists_too_deep_are_told_beside_what_the_schema_refuses) {
  std::string list = "\"ก\"";
  for (int i = 0; i < 8; ++i) list = R"({"ol": [{"text": "ก", "blocks": [)" + list + "]}]}";
  const Told told = told_of(R"({"layout": "memo", "memo": {"body": [)" + list + "]}}");
  EXPECT_NE(std::find(told.begin(), told.end(),
                      "layout.list-too-deep /memo/body/0/ol/0/blocks/0/ol/0/blocks/0/ol/0/blocks/0/ol/0/blocks/0/ol/0/"
                      "blocks/0/ol/0/blocks/0"),
            told.end());
  EXPECT_NE(std::find(told.begin(), told.end(), "data.missing-key /memo"), told.end());
}

TEST(EngineTest, what_only_follows_from_a_fault_is_not_told_beside_it) {
  std::string data = with(example().data, "\"fiscal_year_be\": 2566", "\"fiscal_year_be\": 2023");
  EXPECT_EQ(told_of(data), Told{"data.out-of-range /fiscal_year_be"});
  data = with(example().data, "\"mode\": \"placeholder\"", "\"mode\": \"image\"");
  EXPECT_EQ(told_of(data), Told{"data.missing-key /emblem"});
  data = with(data, "\"mode\": \"image\"", "\"mode\": \"image\", \"imgae\": \"no-such-file.png\"");
  EXPECT_EQ(told_of(data), Told{"data.unknown-key /emblem/imgae"});
}

TEST(EngineTest, texts_are_read_even_where_no_layout_is_named) {
  EXPECT_EQ(told_of(R"({"note": "ตามกฏหมาย"})"), (Told{"data.no-layout ", "data.misspelling /note"}));
}

TEST(EngineTest, a_substitute_is_told_once_for_each_family_and_style) {
  const std::string folder = testing::TempDir();
  const std::string layout = R"(<report version="1" schema="any.schema.json" title="t">
    <style name="body" font="Nowhere" size="16pt"/>
    <style name="small" based-on="body" size="14pt"/>
    <style name="smaller" based-on="body" size="12pt"/>
    <style name="strong" based-on="small" bold="yes"/>
    <section margins="2cm"><p style="small">ก</p></section>
  </report>)";
  ASSERT_EQ(write_files({{folder + "/sizes.xml", layout}, {folder + "/any.schema.json", "{}"}}).status, Status::ok);
  Request request;
  request.data = "{}";
  request.layout = folder + "/sizes.xml";
  const Outcome outcome = engine().check(request);
  std::multiset<std::string> told;
  for (const Diagnostic& each : outcome.diagnostics) told.insert(each.code);
  EXPECT_EQ(told, (std::multiset<std::string>{"font.substitute", "font.substitute"})) << "regular and bold";
}

/// A folder of layouts of one's own before krut's, with what an office puts there.
Engine engine_of_an_office(const std::string& folder, const std::vector<std::pair<std::string, std::string>>& files) {
  std::filesystem::remove_all(folder);
  for (const auto& [name, text] : files) {
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }
  return Engine({{KRUT_FONT_FOLDER}, {folder, layouts}});
}

TEST(EngineTest, a_layout_of_an_office_extends_one_of_ours_and_uses_parts_of_both) {
  const std::string folder = testing::TempDir() + "/office";
  const Engine office = engine_of_an_office(
      folder, {{"ours.xml", R"(<report version="1" extends="memo" title="ours">
                 <section each="page in photos" margins="2cm"><our-line/><photo-page of="{{ page }}"/></section></report>)"},
               {"parts/our-line.xml", R"(<part version="1" name="our-line"><p>เทศบาลของเรา</p></part>)"}});
  Request request;
  request.data = read_data_file(KRUT_SOURCE_FOLDER "/examples/memo.json").bytes;
  request.data_name = "memo.json";
  request.layout = "ours";
  request.wants_docx = false;
  const Outcome outcome = office.render(request);
  EXPECT_EQ(outcome.status, Status::ok) << (outcome.diagnostics.empty() ? ""
                                                                        : outcome.diagnostics.front().text_english);
  std::set<std::string> names;
  Outcome listed;
  for (const LayoutSummary& each : office.layouts(listed)) names.insert(each.name);
  EXPECT_TRUE(names.count("ours") == 1 && names.count("memo") == 1);
  EXPECT_TRUE(names.count("parts/our-line") == 0 && names.count("parts/photo-page") == 0);
}

TEST(EngineTest, no_part_is_read_from_outside_the_layout_folders) {
  const std::string folder = testing::TempDir() + "/office";
  const Engine office = engine_of_an_office(
      folder,
      {{"ours.xml", R"(<report version="1" extends="memo"><section margins="2cm"><stolen/></section></report>)"},
       {"parts/none.txt", ""}});
  std::ofstream(testing::TempDir() + "/stolen.xml") << R"(<part version="1" name="stolen"/>)";
  std::filesystem::create_symlink(testing::TempDir() + "/stolen.xml", folder + "/parts/stolen.xml");
  Request request;
  request.data = "{}";
  request.layout = "ours";
  const Outcome outcome = office.check(request);
  EXPECT_NE(outcome.status, Status::ok);
  EXPECT_FALSE(tells(outcome, "layout.not-a-part"));
}

TEST(EngineTest, a_layout_name_never_leaves_the_layout_folders) {
  Request request = example();
  request.layout = "../layouts/memo";
  EXPECT_EQ(engine().render(request).status, Status::input_missing);
}

}  // namespace
}  // namespace krut::api
