#include "typeset/table/table_setter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "typeset/table/table_breaker.h"
#include "typeset/typeset.h"
#include "typeset/typeset_kit.h"
#include "typeset_table/table_kit.h"

namespace krut::typeset::test {
namespace {

using namespace literals;
using model::Role;

constexpr Length page = 700_pt;
const std::vector<Length> five_columns{32_mm, 47_mm, 24_mm, 24_mm, 33_mm};
const std::vector<std::string> five_heads{"ประเด็นที่ต้องพัฒนา", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ",
                                          "รายงานผล/การติดตามผล"};

/// Words that fit into a column of 24 mm.
std::string thai(int words, unsigned seed) {
  static constexpr std::array<const char*, 12> vocabulary{
      "เจ้าหน้าที่", "ดำเนินการ", "น้ำ", "ตรวจสอบ ", "และ", "งบประมาณ ", "ให้", "ผู้บริหาร", "ปรับปรุง", "ที่ ", "ประชาชน ", "ข้อมูล"};
  std::mt19937 random(seed);
  std::string text = "การ";
  for (int word = 0; word < words; ++word) text += vocabulary[random() % vocabulary.size()];
  return text + "แล้ว";
}

model::Table measures(int rows) {
  model::Table table = table_of(five_columns);
  table.head = {row_of(five_heads)};
  model::RowGroup group;
  for (int index = 0; index < rows; ++index) {
    const auto seed = static_cast<unsigned>(index);
    std::vector<std::string> items;
    for (int item = 0; item <= index % 6; ++item) items.push_back(thai(12, seed + static_cast<unsigned>(item)));
    group.rows.push_back(row_of({cell_of(thai(8, seed)), list_of(items), cell_of("สำนักปลัด"), cell_of("๓๑ มี.ค.๖๖"),
                                 cell_of(thai(3 + index % 17, seed))}));
  }
  table.groups = {group};
  return table;
}

void expect_lawful(const TableOnPages& set) {
  for (const std::string& fault : faults_of(set)) ADD_FAILURE() << fault;
  for (const Diagnostic& told : set.diagnostics.items()) ADD_FAILURE() << told.code << ": " << told.message.english;
}

std::size_t count_of(const TableOnPages& set, Role role) {
  return static_cast<std::size_t>(std::count_if(set.pages.structure.begin(), set.pages.structure.end(),
                                                [&](const auto& node) { return node.role == role; }));
}

std::size_t lines_of_repeats(const TablePart& part) {
  return static_cast<std::size_t>(std::count_if(part.marks.begin(), part.marks.end(), [](const model::Mark& mark) {
    const auto* line = std::get_if<model::TextLine>(&mark);
    return line != nullptr && line->owner.artifact == model::ArtifactKind::repeated_head;
  }));
}

/// Texts of the lines that repeat, joined.
std::string repeats_of(const TablePart& part) {
  std::string text;
  for (const model::Mark& mark : part.marks) {
    const auto* line = std::get_if<model::TextLine>(&mark);
    if (line != nullptr && line->owner.artifact == model::ArtifactKind::repeated_head) text += kit::text_of(*line);
  }
  return text;
}

TEST(SetTable, three_hundred_measures_stand_whole_in_their_cells_on_every_page) {
  const TableOnPages set = set_on_pages(measures(300), 300_pt, page);
  EXPECT_GT(set.parts.size(), 30U);
  expect_lawful(set);
  EXPECT_EQ(count_of(set, Role::row), 301U) << "each row is one node";
  EXPECT_EQ(count_of(set, Role::table_head), 1U);
}

TEST(SetTable, rows_that_fit_on_a_page_are_not_split) {
  const TableOnPages set = set_on_pages(measures(60), page, page);
  for (const TablePart& part : set.parts) EXPECT_FALSE(part.first_row_continues);
}

TEST(SetTable, the_head_is_read_once_and_repeats_as_an_artifact) {
  const TableOnPages set = set_on_pages(measures(40), page, page);
  ASSERT_GT(set.parts.size(), 2U);
  EXPECT_EQ(lines_of_repeats(set.parts[0]), 0U);
  for (std::size_t part = 1; part < set.parts.size(); ++part) EXPECT_GE(lines_of_repeats(set.parts[part]), 5U);
  expect_lawful(set);
}

TEST(SetTable, a_row_taller_than_three_pages_loses_nothing) {
  model::Table table = measures(2);
  std::vector<std::string> items;
  for (unsigned item = 0; item < 60; ++item) items.push_back(thai(14, item));
  table.groups[0].rows.push_back(
      row_of({cell_of(thai(60, 1)), list_of(items), cell_of("กองคลัง"), cell_of("ทุกเดือน"), cell_of(thai(300, 2))}));
  table.groups[0].rows.push_back(measures(1).groups[0].rows[0]);
  const TableOnPages set = set_on_pages(table, page, page);
  EXPECT_GE(set.parts.size(), 4U);
  expect_lawful(set);
  EXPECT_EQ(count_of(set, Role::row), 5U) << "a row split over pages is one node";
  EXPECT_TRUE(set.parts[1].first_row_continues);
  EXPECT_EQ(set.parts[1].first_row, set.table.groups[0].rows[2].id);
}

/// Like the analysis of scores: one cell beside three, five or two short rows, far taller than they are.
model::Table analysis() {
  model::Table table = table_of({50_mm, 110_mm});
  table.head = {row_of(std::vector<std::string>{"ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง"})};
  const std::vector<int> rows_of_groups{5, 3, 2};
  unsigned seed = 1;
  for (const int rows : rows_of_groups) {
    model::RowGroup group = group_of("แบบวัดการรับรู้", 2);
    group.continuation = model::Continuation::silent;
    for (int row = 0; row < rows; ++row) {
      std::vector<model::Cell> cells{cell_of(thai(4, seed++))};
      if (row == 0) {
        model::Cell tall = list_of({thai(60, seed), thai(40, seed + 1), thai(50, seed + 2)});
        tall.row_span = rows;
        cells.push_back(tall);
      }
      group.rows.push_back(row_of(std::move(cells)));
    }
    table.groups.push_back(group);
  }
  table.foot = {row_of(std::vector<std::string>{"คะแนนสูงสุด ๙๐.๔๒ คะแนน", "คะแนนต่ำสุด ๒๕.๐๐ คะแนน"})};
  return table;
}

TEST(SetTable, a_cell_far_taller_than_the_rows_it_spans_keeps_its_text) {
  for (const Length room : {700_pt, 500_pt, 300_pt, 200_pt}) {
    const TableOnPages set = set_on_pages(analysis(), room, room);
    expect_lawful(set);
    EXPECT_EQ(count_of(set, Role::row), 1U + 3 + 10 + 1);
  }
}

TEST(SetTable, a_spanning_cell_tells_readers_what_it_spans) {
  const TableOnPages set = set_on_pages(analysis(), page, page);
  const model::ElementId tall = set.table.groups[0].rows[0].cells[1].id;
  const auto node = std::find_if(set.pages.structure.begin(), set.pages.structure.end(),
                                 [&](const auto& candidate) { return candidate.element == tall; });
  ASSERT_NE(node, set.pages.structure.end());
  EXPECT_EQ(node->role, Role::data_cell);
  EXPECT_EQ(node->column, 1);
  EXPECT_EQ(node->row_span, 5);
  EXPECT_EQ(node->column_span, 1);
}

TEST(SetTable, a_group_that_goes_on_repeats_its_label_and_one_that_ended_does_not) {
  model::Table table = table_of(five_columns);
  table.head = {row_of(five_heads)};
  const std::vector<model::Row> rows = measures(24).groups[0].rows;
  for (int index = 0; index < 3; ++index) {
    model::RowGroup group = group_of("ตัวชี้วัดที่ " + std::to_string(index), 5);
    group.rows.assign(rows.begin() + index * 8, rows.begin() + (index + 1) * 8);
    table.groups.push_back(group);
  }
  const TableOnPages set = set_on_pages(table, page, page);
  expect_lawful(set);
  ASSERT_GT(set.parts.size(), 3U);
  for (std::size_t part = 1; part < set.parts.size(); ++part) {
    std::string wanted;
    for (const model::RowGroup& group : set.table.groups) {
      const bool goes_on = std::any_of(group.rows.begin() + 1, group.rows.end(),
                                       [&](const auto& row) { return row.id == set.parts[part].first_row; });
      if (goes_on) wanted = group.continued_head[0].cells[0].blocks.empty() ? "" : "(ต่อ)";
    }
    const bool shows = repeats_of(set.parts[part]).find("(ต่อ)") != std::string::npos;
    EXPECT_EQ(shows, !wanted.empty()) << "part " << part;
  }
}

TEST(SetTable, the_tree_is_head_body_foot_in_reading_order) {
  const TableOnPages set = set_on_pages(analysis(), page, page);
  std::vector<Role> roles;
  for (const model::StructureNode& node : set.pages.structure) {
    const bool is_of_table = node.role == Role::table || node.role == Role::table_head ||
                             node.role == Role::table_body || node.role == Role::table_foot;
    if (is_of_table) roles.push_back(node.role);
    EXPECT_TRUE(node.parent <= static_cast<model::NodeIndex>(&node - set.pages.structure.data()));
  }
  std::vector<Role> wanted = {Role::table, Role::table_head};
  wanted.insert(wanted.end(), set.table.groups.size(), Role::table_body);  // each labelled group is a body of its own
  wanted.push_back(Role::table_foot);
  EXPECT_EQ(roles, wanted);
  EXPECT_EQ(set.pages.structure[1].alternative_text, "มาตรการ");
}

TEST(SetTable, the_tree_of_a_table_without_rows_has_its_head_rows_in_the_table_itself) {
  const TableOnPages set = set_on_pages(measures(0), page, page);
  const auto has = [&](Role role) {
    return std::any_of(set.pages.structure.begin(), set.pages.structure.end(),
                       [&](const model::StructureNode& node) { return node.role == role; });
  };
  EXPECT_TRUE(has(Role::header_cell));
  EXPECT_FALSE(has(Role::table_head) || has(Role::table_body));
}

TEST(SetTable, marks_stand_in_the_order_of_rows_and_columns) {
  const TableOnPages set = set_on_pages(analysis(), page, page);
  for (const TablePart& part : set.parts) {
    model::NodeIndex last = 0;
    for (const model::Mark& mark : part.marks) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      if (line == nullptr || line->owner.artifact != model::ArtifactKind::none) continue;
      EXPECT_GE(line->owner.node, last);
      last = line->owner.node;
    }
  }
}

TEST(SetTable, texts_stand_at_the_top_middle_or_bottom_of_their_row) {
  model::Table table = table_of({40_mm, 40_mm, 40_mm, 40_mm});
  model::Row row = row_of({cell_of("ก"), cell_of("ก"), cell_of("ก"), list_of({"ก", "ก", "ก"})});
  row.cells[1].vertical_alignment = model::VerticalAlignment::middle;
  row.cells[2].vertical_alignment = model::VerticalAlignment::bottom;
  table.groups = {{}};
  table.groups[0].rows = {row};
  const TableOnPages set = set_on_pages(table, page, page);
  std::vector<Length> baselines;
  for (const model::Mark& mark : set.parts[0].marks) {
    if (const auto* line = std::get_if<model::TextLine>(&mark)) baselines.push_back(line->baseline);
  }
  ASSERT_GE(baselines.size(), 3U);
  EXPECT_EQ(baselines[0], 1.25_pt + (18.1_pt).scaled(8, 10));
  EXPECT_EQ(baselines[1], baselines[0] + 18.1_pt);
  EXPECT_EQ(baselines[2], baselines[0] + 18.1_pt * 2);
  EXPECT_EQ(set.parts[0].height, 18.1_pt * 3 + 2.5_pt) << "lines, padding, and the rule that lies in the row";
}

TEST(SetTable, a_table_without_rules_draws_none) {
  model::Table table = measures(3);
  table.rule_thickness = Length();
  const TableOnPages set = set_on_pages(table, page, page);
  expect_lawful(set);
  for (const model::Mark& mark : set.parts[0].marks) EXPECT_FALSE(std::holds_alternative<model::Rule>(mark));
}

TEST(SetTable, shares_fill_the_width_exactly) {
  model::Table table = measures(2);
  table.columns = std::vector<model::Column>(5);
  const TableOnPages set = set_on_pages(table, page, page, Length::emu(5'760'001));
  Length right;
  for (const model::CellArea& area : set.parts[0].cells) right = std::max(right, area.x + area.width);
  EXPECT_EQ(right, Length::emu(5'760'001));
}

TEST(SetTable, columns_solved_from_content_cut_no_thai_word) {
  model::Table table = measures(20);
  for (model::Column& column : table.columns) column.kind = model::Column::Kind::content;
  const TableOnPages set = set_on_pages(table, page, page);
  expect_lawful(set);
}

TEST(SetTable, a_word_too_wide_for_its_column_is_named_with_its_cell) {
  model::Table table = measures(2);
  table.groups[0].rows[1].cells[3] = cell_of("https://example.go.th/averylongaddress");
  table.groups[0].rows[1].pointer = "/measures/1";
  const TableOnPages set = set_on_pages(table, page, page);
  ASSERT_FALSE(set.diagnostics.empty());
  const Diagnostic& told = set.diagnostics.items()[0];
  EXPECT_EQ(told.code, "table.column-too-narrow");
  EXPECT_EQ(told.severity, Severity::warning);
  EXPECT_EQ(told.where.pointer, "/measures/1");
  EXPECT_NE(told.message.english.find("column 4, row 2"), std::string::npos) << told.message.english;
  EXPECT_NE(told.message.english.find("example"), std::string::npos) << told.message.english;
  EXPECT_TRUE(faults_of(set).empty()) << "broken, but nothing is clipped";
}

TEST(SetTable, the_same_word_too_wide_for_its_column_is_named_once) {
  model::Table table = measures(30);
  table.columns[3].width = 15_mm;
  const TableOnPages set = set_on_pages(table, page, page);
  const auto& told = set.diagnostics.items();
  EXPECT_EQ(
      std::count_if(told.begin(), told.end(),
                    [](const Diagnostic& item) { return item.message.english.find("มี.ค.") != std::string::npos; }),
      1);
}

TEST(SetTable, words_without_number_too_wide_for_their_columns_are_told_in_one_message) {
  model::Table table = measures(40);
  for (std::size_t i = 0; i < table.groups[0].rows.size(); ++i) {
    table.groups[0].rows[i].cells[3] = cell_of("averyveryverylongaddress" + std::to_string(i));
  }
  const TableOnPages set = set_on_pages(table, page, page);
  ASSERT_EQ(set.diagnostics.items().size(), 1U);
  const Diagnostic& told = set.diagnostics.items()[0];
  EXPECT_EQ(told.code, "table.column-too-narrow");
  EXPECT_NE(told.message.english.find("averyveryverylongaddress0\""), std::string::npos) << told.message.english;
  EXPECT_NE(told.message.english.find("words too wide: 40, of them cut: 40, columns with such words: 1"),
            std::string::npos)
      << told.message.english;
}

TEST(SetTable, a_table_wider_than_its_place_is_made_narrower_and_told) {
  const TableOnPages set = set_on_pages(measures(1), page, page, 150_mm);
  ASSERT_EQ(set.diagnostics.items().size(), 1U);
  EXPECT_EQ(set.diagnostics.items()[0].code, "table.too-wide");
  EXPECT_NE(set.diagnostics.items()[0].message.english.find("160.0 mm"), std::string::npos);
}

TEST(SetTable, a_head_that_leaves_no_room_is_told_and_nothing_is_lost) {
  const TableOnPages set = set_on_pages(measures(1), 30_pt, 30_pt);
  ASSERT_FALSE(set.diagnostics.empty());
  EXPECT_EQ(set.diagnostics.items()[0].code, "table.taller-than-page");
  for (const model::Row& row : set.table.groups[0].rows) {
    EXPECT_EQ(text_of(set, row.cells[2].id), "สำนักปลัด");
  }
}

TEST(SetTable, a_table_without_rows_shows_its_head) {
  model::Table table = table_of(five_columns);
  table.head = {row_of(five_heads)};
  const TableOnPages set = set_on_pages(table, page, page);
  ASSERT_EQ(set.parts.size(), 1U);
  EXPECT_GT(set.parts[0].height, Length());
  EXPECT_EQ(set.parts[0].first_row, set.table.id);
  expect_lawful(set);
}

TEST(SetTable, a_head_of_three_levels_with_merged_cells_stands_on_every_page) {
  model::Table table = measures(20);
  model::Cell high = cell_of("ประเด็น");
  high.row_span = 3;
  model::Cell wide = cell_of("การดำเนินการ");
  wide.column_span = 4;
  model::Cell half = cell_of("แผน");
  half.column_span = 2;
  table.head = {row_of({high, wide}), row_of({half, half}),
                row_of({cell_of("วิธี"), cell_of("ผู้รับผิดชอบ"), cell_of("กำหนด"), cell_of("ผล")})};
  const TableOnPages set = set_on_pages(table, page, page);
  ASSERT_GT(set.parts.size(), 1U);
  expect_lawful(set);
}

TEST(SetTable, rows_may_have_fewer_or_more_cells_than_columns) {
  model::Table table = measures(2);
  table.groups[0].rows[0].cells.pop_back();
  table.groups[0].rows[1].cells.push_back(cell_of("เกิน"));
  table.head = {row_of(std::vector<std::string>{"ก", "ข", "ค", "ง", "จ"})};
  table.columns = std::vector<model::Column>(5);
  for (model::Row& row : table.groups[0].rows) row.cells[1] = list_of({"ก", "ข", "ค"});
  for (model::Row& row : table.groups[0].rows) row.cells[0] = cell_of("ที่ ให้ และ ที่");
  expect_lawful(set_on_pages(table, page, page, 200_mm));
}

TEST(SetTable, the_least_start_is_what_a_heading_needs_below_it) {
  model::Table table = measures(5);
  number(table);
  model::Pages pages;
  pages.structure.emplace_back();
  Diagnostics diagnostics;
  Context context{kit::setter(), pages, diagnostics};
  SetTable set(table, 160_mm, 0, context);
  const Length least = set.least_start(page);
  auto cursor = set.begin();
  EXPECT_EQ(set.next(*cursor, least - Length::emu(1), false, page).height, Length());
  EXPECT_EQ(set.next(*cursor, least, false, page).height, least);
}

TEST(SetTable, a_document_with_tables_turns_its_pages_within_the_margins) {
  model::Document document = kit::document(kit::memo_paper());
  model::Section& section = document.sections[0];
  section.id = 90'000;
  model::Table table = measures(30);
  number(table);
  section.blocks.push_back({kit::paragraph(90'001, thai(120, 3))});
  section.blocks.push_back({table});
  section.blocks.push_back({kit::paragraph(90'002, thai(40, 4))});
  const model::Pages pages = kit::set(document);
  EXPECT_GT(pages.pages.size(), 3U);
  const Length bottom = section.page_height - section.margin_bottom;
  for (const model::Page& sheet : pages.pages) {
    EXPECT_NE(sheet.first_element, 0U);
    for (const model::CellArea& area : sheet.cells) {
      EXPECT_GE(area.x, section.margin_left);
      EXPECT_GE(area.y, section.margin_top);
      EXPECT_LE(area.y + area.height, bottom);
    }
  }
}

}  // namespace
}  // namespace krut::typeset::test
