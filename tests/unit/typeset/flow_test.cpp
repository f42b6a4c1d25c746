#include <gtest/gtest.h>

#include "model/dump.h"
#include "typeset/typeset.h"
#include "typeset/typeset_kit.h"

namespace krut::typeset {
namespace {

using Lines = std::vector<std::string>;

model::Paragraph page_number_line() {
  model::Paragraph paragraph = kit::paragraph(0, "- ", kit::format(model::Alignment::center));
  model::Span number;
  number.kind = model::SpanKind::page_number;
  number.format = kit::letters();
  paragraph.spans.push_back(number);
  paragraph.spans.push_back(kit::span(" -"));
  return paragraph;
}

model::Section section_of(int body_lines, int paragraphs) {
  model::Section section = kit::paper_of_lines(body_lines);
  for (int i = 0; i < paragraphs; ++i) {
    section.blocks.push_back({kit::paragraph(static_cast<unsigned>(i + 1), "ก" + std::to_string(i))});
  }
  return section;
}

model::Paragraph forced_lines(model::ElementId id, int count) {
  model::Paragraph paragraph = kit::paragraph(id, "a0");
  for (int i = 1; i < count; ++i) {
    model::Span line_break;
    line_break.kind = model::SpanKind::line_break;
    line_break.format = kit::letters();
    paragraph.spans.push_back(line_break);
    paragraph.spans.push_back(kit::span("a" + std::to_string(i)));
  }
  return paragraph;
}

std::string furniture_of(const model::Page& page, model::ArtifactKind kind) {
  std::string text;
  for (const model::Mark& mark : page.marks) {
    const auto* line = std::get_if<model::TextLine>(&mark);
    if (line != nullptr && line->owner.artifact == kind) text += kit::text_of(*line);
  }
  return text;
}

TEST(Flow, lines_fill_a_page_to_its_last_line) {
  const model::Pages pages = kit::set(kit::document(section_of(4, 9)));
  ASSERT_EQ(pages.pages.size(), 3U);
  EXPECT_EQ(kit::lines_of(pages.pages[0]), (Lines{"ก0", "ก1", "ก2", "ก3"}));
  EXPECT_EQ(kit::lines_of(pages.pages[2]), (Lines{"ก8"}));
  EXPECT_EQ(pages.pages[1].first_element, 5U);
  EXPECT_FALSE(pages.pages[1].first_element_continues);
}

TEST(Flow, a_paragraph_leaves_two_lines_on_either_page) {
  for (int before = 0; before < 6; ++before) {
    for (int count = 2; count <= 9; ++count) {
      model::Section section = section_of(6, before);
      section.blocks.push_back({forced_lines(100, count)});
      const model::Pages pages = kit::set(kit::document(section));
      for (const model::Page& page : pages.pages) {
        int own = 0;
        for (const std::string& line : kit::lines_of(page)) own += line.front() == 'a' ? 1 : 0;
        EXPECT_NE(own, 1) << before << " lines before " << count;
      }
    }
  }
}

TEST(Flow, a_paragraph_that_goes_on_is_said_to_continue) {
  model::Section section = section_of(6, 3);
  section.blocks.push_back({forced_lines(100, 6)});
  const model::Pages pages = kit::set(kit::document(section));
  ASSERT_EQ(pages.pages.size(), 2U);
  EXPECT_EQ(pages.pages[1].first_element, 100U);
  EXPECT_TRUE(pages.pages[1].first_element_continues);
}

TEST(Flow, a_paragraph_kept_together_goes_over_whole) {
  model::Section section = section_of(6, 3);
  model::Paragraph together = forced_lines(100, 5);
  together.format.keeps_together = true;
  section.blocks.push_back({together});
  const model::Pages pages = kit::set(kit::document(section));
  EXPECT_EQ(kit::lines_of(pages.pages[0]), (Lines{"ก0", "ก1", "ก2"}));
  EXPECT_EQ(kit::lines_of(pages.pages[1]).size(), 5U);
}

TEST(Flow, a_heading_never_stands_at_a_page_s_foot) {
  for (int before = 0; before < 12; ++before) {
    model::Section section = section_of(6, before);
    model::Paragraph heading = kit::paragraph(100, "หัวข้อ");
    heading.format.keeps_with_next = true;
    heading.format.outline_level = 1;
    section.blocks.push_back({heading});
    section.blocks.push_back({heading});
    section.blocks.push_back({forced_lines(102, 4)});
    const model::Pages pages = kit::set(kit::document(section));
    for (const model::Page& page : pages.pages) {
      const auto lines = kit::lines_of(page);
      ASSERT_FALSE(lines.empty());
      EXPECT_NE(lines.back(), "หัวข้อ") << before;
    }
    ASSERT_EQ(pages.outline.size(), 2U);
    EXPECT_EQ(pages.outline.front().title, "หัวข้อ");
    EXPECT_EQ(pages.structure.at(2 + static_cast<std::size_t>(before)).role, model::Role::heading);
  }
}

TEST(Flow, the_page_number_stands_on_every_page_but_the_first) {
  model::Section section = section_of(10, 25);
  section.header = model::Furniture{{page_number_line()}, 2, 2_mm};
  const model::Pages pages = kit::set(kit::document(section));
  ASSERT_EQ(pages.pages.size(), 3U);
  EXPECT_EQ(furniture_of(pages.pages[0], model::ArtifactKind::page_header), "");
  EXPECT_EQ(furniture_of(pages.pages[1], model::ArtifactKind::page_header), "- ๒ -");
  EXPECT_EQ(furniture_of(pages.pages[2], model::ArtifactKind::page_header), "- ๓ -");
  EXPECT_EQ(pages.pages[0].label, "๑");
  EXPECT_EQ(pages.pages[2].label, "๓");
}

TEST(Flow, a_header_that_needs_more_room_than_the_margin_pushes_the_body_in_where_it_stands) {
  model::Section section = section_of(10, 25);
  section.header = model::Furniture{{page_number_line()}, 2, 10_mm};
  const model::Pages pages = kit::set(kit::document(section));
  EXPECT_EQ(kit::lines_of(pages.pages[0]).size(), 10U);
  EXPECT_LT(kit::lines_of(pages.pages[1]).size(), 10U);
  EXPECT_EQ(kit::find_line(pages.pages[0], "ก0")->baseline, 15_mm + (18.1_pt).scaled(8, 10));
  EXPECT_EQ(kit::find_line(pages.pages[1], "ก10")->baseline, 10_mm + 18.1_pt + (18.1_pt).scaled(8, 10));
}

TEST(Flow, a_footer_stands_at_its_distance_from_the_paper_s_foot) {
  model::Section section = section_of(10, 12);
  model::Paragraph line = kit::paragraph(0, "หน้า ");
  model::Span count;
  count.kind = model::SpanKind::page_count;
  count.format = kit::letters();
  count.digits = model::Digits::arabic;
  line.spans.push_back(count);
  section.footer = model::Furniture{{line}, 1, 5_mm};
  const model::Pages pages = kit::set(kit::document(section));
  const model::Page& page = pages.pages[0];
  EXPECT_EQ(furniture_of(page, model::ArtifactKind::page_footer), "หน้า 2");
  EXPECT_EQ(kit::find_line(page, "หน้า")->baseline, page.height - 5_mm - 18.1_pt + (18.1_pt).scaled(8, 10));
}

TEST(Flow, sections_have_their_own_paper_and_count_on_or_anew) {
  model::Document document = kit::document(section_of(10, 12));
  model::Section wide = section_of(10, 3);
  std::swap(wide.page_width, wide.page_height);
  document.sections.push_back(wide);
  model::Section anew = section_of(10, 3);
  anew.restarts_page_numbers = true;
  anew.page_number_digits = model::Digits::arabic;
  document.sections.push_back(anew);
  const model::Pages pages = kit::set(document);
  ASSERT_EQ(pages.pages.size(), 4U);
  EXPECT_EQ(pages.pages[2].width, wide.page_width);
  EXPECT_EQ(pages.pages[2].label, "๓");
  EXPECT_EQ(pages.pages[3].label, "1");
}

TEST(Flow, a_page_break_and_a_paragraph_that_starts_a_page_leave_no_empty_page) {
  model::Section section = section_of(4, 4);
  section.blocks.push_back({model::PageBreak{}});
  model::Paragraph start = kit::paragraph(10, "ใหม่");
  start.starts_page = true;
  section.blocks.push_back({start});
  section.blocks.push_back({model::PageBreak{}});
  section.blocks.push_back({kit::paragraph(11, "ท้าย")});
  const model::Pages pages = kit::set(kit::document(section));
  ASSERT_EQ(pages.pages.size(), 3U);
  EXPECT_EQ(kit::lines_of(pages.pages[1]), (Lines{"ใหม่"}));
  EXPECT_EQ(kit::lines_of(pages.pages[2]), (Lines{"ท้าย"}));
}

TEST(Flow, space_above_a_paragraph_is_dropped_at_a_page_s_top_but_not_on_the_first_page) {
  model::Section section = section_of(4, 0);
  auto format = kit::format();
  format.space_before = 18.1_pt;
  for (unsigned i = 0; i < 4; ++i) section.blocks.push_back({kit::paragraph(i + 1, "ก", format)});
  const model::Pages pages = kit::set(kit::document(section));
  ASSERT_EQ(pages.pages.size(), 2U);
  EXPECT_EQ(kit::find_line(pages.pages[0], "ก")->baseline, 15_mm + 18.1_pt + (18.1_pt).scaled(8, 10));
  EXPECT_EQ(kit::find_line(pages.pages[1], "ก")->baseline, 15_mm + (18.1_pt).scaled(8, 10));
}

TEST(Flow, what_is_kept_together_but_taller_than_a_page_is_split_and_told) {
  model::Section section = section_of(6, 2);
  model::Paragraph tall = forced_lines(100, 15);
  tall.format.keeps_together = true;
  section.blocks.push_back({tall});
  Diagnostics diagnostics;
  const model::Pages pages = typeset(kit::document(section), kit::setter(), diagnostics);
  EXPECT_EQ(pages.pages.size(), 4U);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items().front().code, "typeset.taller-than-page");
  EXPECT_EQ(kit::text_of(pages).size(), 2 * 4 + 10 * 2 + 5 * 3);
}

TEST(Flow, margins_that_leave_no_room_are_an_error_not_a_hang) {
  model::Section section = section_of(6, 2);
  section.margin_top = section.page_height;
  Diagnostics diagnostics;
  const model::Pages pages = typeset(kit::document(section), kit::setter(), diagnostics);
  EXPECT_TRUE(pages.pages.empty());
  ASSERT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.items().front().code, "typeset.no-body");
}

TEST(Flow, a_character_that_no_face_has_is_told_with_its_field_and_page) {
  model::Section section = section_of(4, 5);
  model::Paragraph foreign = kit::paragraph(20, "ตำบลกेขे");
  foreign.spans.front().pointer = "/agency/name";
  section.blocks.push_back({foreign});
  Diagnostics diagnostics;
  const model::Pages pages = typeset(kit::document(section), kit::setter(), diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U) << "once for a value";
  const Diagnostic& told = diagnostics.items().front();
  EXPECT_EQ(told.code, "text.missing-glyph");
  EXPECT_EQ(told.where.pointer, "/agency/name");
  EXPECT_NE(told.message.english.find("U+0947"), std::string::npos) << told.message.english;
  EXPECT_NE(told.message.english.find("page 2"), std::string::npos) << told.message.english;
}

TEST(Flow, a_character_that_no_face_has_is_told_with_the_layouts_words_around_it) {
  model::Section section = section_of(4, 5);
  section.blocks.push_back({kit::paragraph(20, "รายงานผลก\u0947การดำเนินงาน")});
  std::string many_words;
  for (int i = 0; i < 100; ++i) many_words += i == 50 ? "ก\u0947 " : "xx ";
  section.blocks.push_back({kit::paragraph(21, many_words)});
  Diagnostics diagnostics;
  const model::Pages pages = typeset(kit::document(section), kit::setter(), diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 2U);
  const Diagnostic& told = diagnostics.items().front();
  EXPECT_NE(told.message.english.find("page 2, in the layout's own words \"รายงานผลก\u0947การดำเนินงาน\""),
            std::string::npos)
      << told.message.english;
  EXPECT_NE(told.message.thai.find("ในคำของรูปแบบเอกสารว่า \"รายงาน"), std::string::npos) << told.message.thai;
  const std::string& around = diagnostics.items().back().message.english;
  EXPECT_NE(around.find("\"…"), std::string::npos) << around;
  EXPECT_NE(around.find("xx xx ก\u0947 xx xx"), std::string::npos) << around;
  EXPECT_NE(around.find("…\""), std::string::npos) << around;
  EXPECT_LT(around.size(), 300U);
}

TEST(Flow, a_list_hangs_its_markers_and_tells_its_structure) {
  model::List list;
  list.id = 1;
  list.indent = 10_mm;
  list.hang = 8_mm;
  for (unsigned i = 0; i < 2; ++i) {
    model::ListItem item;
    item.id = 2 + i;
    item.marker = i == 0 ? "๑." : "๒.";
    item.blocks = {{kit::paragraph(10 + i, kit::thai_text(40))}};
    list.items.push_back(item);
  }
  model::Section section = section_of(20, 0);
  section.blocks = {{list}};
  const model::Pages pages = kit::set(kit::document(section));
  const model::Page& page = pages.pages.front();
  const model::TextLine* marker = kit::find_line(page, "๑.");
  ASSERT_NE(marker, nullptr);
  EXPECT_EQ(marker->pieces.front().x, 40_mm);
  const auto& text = std::get<model::TextLine>(page.marks[1]);
  EXPECT_EQ(text.pieces.front().x, 48_mm);
  EXPECT_EQ(text.baseline, marker->baseline);
  EXPECT_EQ(std::get<model::TextLine>(page.marks[2]).pieces.front().x, 48_mm);
  const auto role = [&](model::NodeIndex node) { return pages.structure.at(node).role; };
  EXPECT_EQ(role(marker->owner.node), model::Role::label);
  const model::NodeIndex body = pages.structure.at(text.owner.node).parent;
  EXPECT_EQ(role(body), model::Role::list_body);
  EXPECT_EQ(role(pages.structure.at(body).parent), model::Role::list_item);
}

TEST(Flow, a_marker_wider_than_its_hang_moves_the_text_not_over_it) {
  model::List list;
  list.hang = 2_mm;
  model::ListItem item;
  item.marker = "๑๒๓๔๕.";
  item.blocks = {{kit::paragraph(10, kit::thai_text(40))}};
  list.items.push_back(item);
  model::Section section = section_of(20, 0);
  section.blocks = {{list}};
  const model::Pages pages = kit::set(kit::document(section));
  const auto& marker = std::get<model::TextLine>(pages.pages.front().marks[0]);
  const auto& text = std::get<model::TextLine>(pages.pages.front().marks[1]);
  EXPECT_GT(text.pieces.front().x, kit::right_edge(marker));
}

TEST(Flow, a_choice_draws_its_boxes_on_the_baseline_and_ticks_the_chosen) {
  model::Choice choice;
  choice.id = 1;
  choice.format = kit::format();
  choice.text = kit::letters();
  choice.name = "สถานะ";
  choice.box_side = 9_pt;
  choice.box_gap = 4_pt;
  choice.options = {{2, "ดำเนินการแล้ว", true}, {3, "ยังไม่ดำเนินการ", false}};
  model::Section section = section_of(20, 0);
  section.blocks = {{choice}};
  const model::Pages pages = kit::set(kit::document(section));
  const model::Page& page = pages.pages.front();
  ASSERT_EQ(page.marks.size(), 4U);
  const auto& box = std::get<model::Box>(page.marks[0]);
  const auto& label = std::get<model::TextLine>(page.marks[1]);
  EXPECT_TRUE(box.is_ticked);
  EXPECT_FALSE(std::get<model::Box>(page.marks[2]).is_ticked);
  EXPECT_EQ(box.y + box.height, label.baseline);
  EXPECT_EQ(label.pieces.front().x, box.x + box.width + 4_pt);
  const model::StructureNode& form = pages.structure.at(box.owner.node);
  EXPECT_EQ(form.role, model::Role::form);
  EXPECT_EQ(form.alternative_text, "สถานะ ดำเนินการแล้ว: เลือก");
}

TEST(Flow, the_dump_names_what_a_reader_looks_for) {
  model::Section section = section_of(10, 2);
  section.header = model::Furniture{{page_number_line()}, 1, 2_mm};
  const std::string dump = model::dump(kit::set(kit::document(section)));
  EXPECT_NE(dump.find("page 1 "), std::string::npos) << dump;
  EXPECT_NE(dump.find("page_header"), std::string::npos) << dump;
  EXPECT_NE(dump.find("“ก0”"), std::string::npos) << dump;
  EXPECT_NE(dump.find("paragraph of 2"), std::string::npos) << dump;
}

TEST(Figures, have_their_caption_under_them_on_the_same_side) {
  model::Section section = kit::paper_of_lines(20);
  model::Figure figure;
  figure.id = 1;
  figure.width = Length::millimetres(40);
  figure.height = Length::millimetres(30);
  figure.alignment = model::Alignment::right;
  figure.caption.push_back(kit::span("ภาพ"));
  section.blocks.push_back({figure});
  const model::Pages pages = kit::set(kit::document(section));
  const model::TextLine* const caption = kit::find_line(pages.pages[0], "ภาพ");
  ASSERT_NE(caption, nullptr);
  EXPECT_EQ(kit::right_edge(*caption), section.page_width - section.margin_right);
}

TEST(Figures, keep_what_follows_at_a_distance) {
  for (const std::string caption : {"ภาพ", ""}) {
    model::Section section = kit::paper_of_lines(20);
    model::Figure figure;
    figure.height = Length::millimetres(30);
    if (!caption.empty()) figure.caption.push_back(kit::span(caption));
    section.blocks = {{figure}, {kit::paragraph(2, "ถัดไป")}};
    const Length usual = kit::find_line(kit::set(kit::document(section)).pages[0], "ถัดไป")->baseline;
    figure.space_after = Length::points(4);
    section.blocks.front() = {figure};
    const Length lower = kit::find_line(kit::set(kit::document(section)).pages[0], "ถัดไป")->baseline;
    EXPECT_EQ(lower - usual, Length::points(4)) << caption;
  }
}

TEST(Flow, what_follows_a_fill_stands_at_the_foot_of_the_page) {
  model::Section section = section_of(6, 1);
  section.blocks.push_back({model::Fill{2}});
  section.blocks.push_back({kit::paragraph(3, "ท้าย")});
  section.blocks.push_back({model::PageBreak{}});
  section.blocks.push_back({kit::paragraph(4, "ต่อไป")});
  const model::Pages pages = kit::set(kit::document(section));
  ASSERT_EQ(pages.pages.size(), 2U);
  ASSERT_EQ(pages.pages[0].fills.size(), 1U);
  EXPECT_EQ(pages.pages[0].fills[0].height, Length::points(18.1) * 4);
  const auto* foot = kit::find_line(pages.pages[0], "ท้าย");
  const auto* top = kit::find_line(pages.pages[0], "ก0");
  ASSERT_TRUE(foot != nullptr && top != nullptr);
  EXPECT_EQ(foot->baseline - top->baseline, Length::points(18.1) * 5);
}

TEST(Flow, a_fill_on_a_page_without_room_moves_nothing) {
  model::Section section = section_of(4, 4);
  section.blocks.push_back({model::Fill{9}});
  section.blocks.push_back({kit::paragraph(10, "ท้าย")});
  const model::Pages pages = kit::set(kit::document(section));
  EXPECT_EQ(pages.pages.size(), 2U);
  EXPECT_TRUE(pages.pages[0].fills.empty());
}

}  // namespace
}  // namespace krut::typeset
