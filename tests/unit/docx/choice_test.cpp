#include <gtest/gtest.h>

#include <set>

#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

TEST(ChoiceTest, one_of_three_boxes_is_ticked) {
  const DocxFile file = written({{choice(1)}});
  EXPECT_EQ(file.values("//w14:checked/@w14:val"), (std::vector<std::string>{"0", "1", "0"}));
  EXPECT_EQ(file.values("//w:sdtContent//w:t"), (std::vector<std::string>{"☐", "☑", "☐"}));
  EXPECT_EQ(file.values("//w:body/w:p/w:r/w:t"),
            (std::vector<std::string>{" ดำเนินการแล้ว", " อยู่ระหว่างดำเนินการ", " ยังไม่ได้ดำเนินการ"}));
}

TEST(ChoiceTest, a_box_is_a_control_that_a_click_turns_over) {
  const DocxFile file = written({{choice(0)}});
  EXPECT_EQ(file.xml("//w14:checkbox"),
            "<w14:checkbox><w14:checked w14:val=\"1\"/>"
            "<w14:checkedState w14:val=\"2611\" w14:font=\"Segoe UI Symbol\"/>"
            "<w14:uncheckedState w14:val=\"2610\" w14:font=\"Segoe UI Symbol\"/></w14:checkbox>");
  EXPECT_EQ(file.value("//w:sdtContent/w:r/w:rPr/w:rFonts/@w:ascii"), "Segoe UI Symbol");
  EXPECT_EQ(file.value("//w:sdtContent/w:r/w:rPr/w:sz/@w:val"), "23");
  EXPECT_EQ(file.count("//w:sdtPr/w:lock"), 0U);
}

TEST(ChoiceTest, every_box_has_its_own_number_and_tag_that_lead_to_the_value) {
  model::Choice other = choice(0);
  other.pointer = "/other";
  const DocxFile file = written({{choice(0)}, {other}});
  const auto ids = file.values("//w:sdtPr/w:id/@w:val");
  const auto tags = file.values("//w:sdtPr/w:tag/@w:val");
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 6U);
  EXPECT_EQ(std::set<std::string>(tags.begin(), tags.end()).size(), 6U);
  EXPECT_EQ(file.value("//s:anchor[@name='" + tags[0] + "']/@pointer", "customXml/item1.xml"), "/status");
  EXPECT_EQ(file.value("//s:anchor[@name='" + tags[5] + "']/@pointer", "customXml/item1.xml"), "/other");
}

TEST(ChoiceTest, the_name_of_a_box_is_cut_to_what_word_takes) {
  model::Choice wordy = choice(0);
  for (int i = 0; i < 30; ++i) wordy.options[0].label += "ก้าวหน้า";
  const std::string alias = written({{wordy}}).value("//w:sdtPr/w:alias/@w:val");
  EXPECT_EQ(alias.size(), 64U * 3U);
}

TEST(ChoiceTest, the_boxes_of_one_choice_stay_together) {
  const DocxFile file = written({{choice(0)}});
  EXPECT_EQ(file.count("//w:body/w:p/w:pPr/w:keepNext"), 2U);
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:ind/@w:left"), file.value("//w:body/w:p[1]/w:pPr/w:ind/@w:hanging"));
}

}  // namespace
}  // namespace krut::tests
