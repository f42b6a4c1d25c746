#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "krut/krut.hpp"

namespace krut::api {
namespace {

const std::string folder = KRUT_BUILD_FOLDER "/extreme_measures";

/// Every element that is measured, with every attribute that measures it, at values that anybody might use.
const std::string sane_layout = R"x(<report version="1" schema="any.schema.json" title="t">
<style name="body" font="TH SarabunPSK" size="16pt" line-pitch="18pt" left-indent="1mm" right-indent="1mm"
       first-indent="2mm" space-before="1pt" space-after="1pt"/>
<style name="small" based-on="body" size="12pt" line-pitch="14pt"/>
<section size="210mm 297mm" margins="20mm 20mm 20mm 20mm" catch-word="yes">
  <header distance="10mm"><p left-indent="1mm" line-pitch="18pt">หน้า <page-number/></p></header>
  <footer distance="10mm"><p right-indent="1mm">จาก <page-count/></p></footer>
  <memo-head agency="กอง" reference="๑" date="๑ มกราคม" subject="เรื่อง"/>
  <p left-indent="1mm" right-indent="1mm" first-indent="2mm" space-before="1pt" space-after="1pt" line-pitch="18pt">ข้อความ <span size="14pt">เล็ก</span> ยาวพอที่จะขึ้นบรรทัดใหม่ในหน้ากระดาษที่กว้างเพียงเท่านี้ และต่อไปอีกหนึ่งบรรทัด</p>
  <heading level="1" left-indent="1mm" space-before="1pt">หัวข้อ</heading>
  <field label="เรื่อง" value="ค่า" left-indent="1mm" first-indent="1mm" line-pitch="18pt"/>
  <content select="list" list-indent="5mm" list-hang="6mm" left-indent="1mm" line-pitch="18pt"/>
  <table widths="30mm 1fr content(10mm,60mm,2)" padding="0mm 1mm 1mm 1mm" rule="0.5pt" title="ตาราง">
    <head><row><cell>หัว</cell><cell>หัว</cell><cell>หัว</cell></row></head>
    <row><cell rows="2">ก</cell><cell><p left-indent="1mm">ข</p></cell><cell>ค</cell></row>
    <row><cell><choice of="state" space-before="1pt"><option value="a">หนึ่ง</option><option value="b">สอง</option></choice></cell><cell>ค</cell></row>
  </table>
  <table style="small"><column width="30mm"/><column width="content(10mm,60mm)"/><row><cell>ก</cell><cell>ข</cell></row></table>
  <figure-place width="40mm" height="20mm" alternative-text="ภาพ">ภาพ</figure-place>
  <signatures axis="80mm" width="60mm" space-before="1pt" dotted-line="yes"><signature name="(นายสมชาย ใจดี)" position="ผู้อำนวยการ" role="ผู้ตรวจ"/></signatures>
</section></report>)x";

const std::string schema = R"({"type": "object", "properties": {
  "state": {"enum": ["a", "b"]}, "list": {"anyOf": [{"type": "string"}, {"type": "array", "items": {}}]}}})";

const std::string data = R"({"state": "a", "list": ["ก", {"ol": ["ข", "ค"]}, {"ul": ["ง"]}]})";

constexpr std::array extremes = {"0",
                                 "0.0001pt",
                                 "1pt",
                                 "-1pt",
                                 "-9999mm",
                                 "9999mm",
                                 "10000mm",
                                 "22in",
                                 "999999.9999in",
                                 "1000000000mm",
                                 "-0mm",
                                 "557mm",
                                 "9223372036854775807mm"};

struct Spot {
  std::size_t begin = 0;
  std::size_t size = 0;
};

bool is_number(char c) { return (c >= '0' && c <= '9') || c == '.'; }

/// Where a length stands in the layout: a number with a unit behind it.
std::vector<Spot> spots() {
  std::vector<Spot> found;
  for (std::size_t at = 0; at < sane_layout.size(); ++at) {
    if (!is_number(sane_layout[at])) continue;
    std::size_t end = at;
    while (is_number(sane_layout[end])) ++end;
    const std::string unit = sane_layout.substr(end, 2);
    if (unit == "mm" || unit == "pt") found.push_back({at, end + 2 - at});
    at = end;
  }
  return found;
}

std::string with(const std::vector<std::pair<Spot, std::string>>& changes) {
  std::string text = sane_layout;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    text.replace(change->first.begin, change->first.size, change->second);
  }
  return text;
}

class ExtremeMeasures : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    engine = new Engine({{KRUT_FONT_FOLDER}, {KRUT_BUILD_FOLDER "/layouts"}});
    ASSERT_EQ(std::system(("mkdir -p '" + folder + "'").c_str()), 0);
    ASSERT_EQ(write_files({{folder + "/any.schema.json", schema}}).status, Status::ok);
  }
  static void TearDownTestSuite() {
    delete engine;
    engine = nullptr;
  }

  /// Renders with a layout that no other call has.
  static Outcome rendered(const std::string& layout) {
    static int count = 0;
    Request request;
    request.data = data;
    request.data_name = "data.json";
    request.layout = folder + "/" + std::to_string(++count) + ".xml";
    std::ofstream(request.layout) << layout;
    Outcome outcome = engine->render(request);
    std::remove(request.layout.c_str());
    return outcome;
  }

  /// Both papers, or none and a fault that says where.
  static void expect_paper_or_fault(const std::string& layout, const std::string& changed) {
    const Outcome outcome = rendered(layout);
    if (outcome.status == Status::ok) {
      EXPECT_FALSE(outcome.pdf.empty() || outcome.docx.empty()) << changed;
      return;
    }
    EXPECT_TRUE(outcome.pdf.empty() && outcome.docx.empty()) << changed;
    EXPECT_TRUE(outcome.status == Status::bad_layout || outcome.status == Status::bad_data) << changed;
    const auto is_placed = [](const Diagnostic& each) {
      return each.severity == Severity::error && each.line > 0 && each.column > 0 && !each.hint_english.empty();
    };
    EXPECT_TRUE(std::any_of(outcome.diagnostics.begin(), outcome.diagnostics.end(), is_placed))
        << changed << ": " << (outcome.diagnostics.empty() ? "" : outcome.diagnostics.front().text_english);
  }

  static Engine* engine;
};

Engine* ExtremeMeasures::engine = nullptr;

TEST_F(ExtremeMeasures, the_layout_they_are_tried_on_is_sound) {
  const Outcome outcome = rendered(sane_layout);
  EXPECT_EQ(outcome.status, Status::ok) << outcome.diagnostics.front().text_english;
  EXPECT_TRUE(outcome.diagnostics.empty()) << outcome.diagnostics.front().text_english;
  EXPECT_GE(spots().size(), 50U);
}

TEST_F(ExtremeMeasures, every_length_may_be_anything_without_harm) {
  for (const Spot& spot : spots()) {
    for (const std::string value : extremes) {
      const std::string line = sane_layout.substr(spot.begin - std::min<std::size_t>(spot.begin, 30), 40);
      expect_paper_or_fault(with({{spot, value}}), value + " at " + line);
    }
  }
}

TEST_F(ExtremeMeasures, several_at_once_do_no_harm_either) {
  std::mt19937 random(20'230'410);
  const std::vector<Spot> all = spots();
  for (int i = 0; i < 150; ++i) {
    std::vector<std::pair<Spot, std::string>> changes;
    std::string changed;
    for (const Spot& spot : all) {
      if (random() % 12 != 0) continue;
      changes.emplace_back(spot, extremes[random() % extremes.size()]);
      changed += sane_layout.substr(spot.begin - 12, 12) + changes.back().second + "; ";
    }
    expect_paper_or_fault(with(changes), changed);
  }
}

}  // namespace
}  // namespace krut::api
