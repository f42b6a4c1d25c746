#include "typeset/table/small_letters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "typeset/typeset_kit.h"
#include "typeset_table/table_kit.h"

namespace krut::typeset::test {
namespace {

using namespace literals;

constexpr Length page = 300_pt;
const std::string long_word = "ประชาสัมพันธ์";
/// Too narrow for the long word, but not for one of 14 pt.
constexpr Length tight = 23_mm;
/// Too narrow for it even in the least letters.
constexpr Length hopeless = 18_mm;

/// Two columns; the long word stands in every third row of the first.
model::Table table_with(Length first_column, int rows = 1) {
  model::Table table = table_of({first_column, 60_mm});
  table.title = "ช่องทาง";
  table.head = {row_of(std::vector<std::string>{"งาน", "ผล"})};
  model::RowGroup group;
  for (int index = 0; index < rows; ++index) {
    group.rows.push_back(row_of(std::vector<std::string>{index % 3 == 0 ? "งาน" + long_word : "งานตรวจ", "แล้วเสร็จ"}));
    group.rows.back().pointer = "/rows/" + std::to_string(index);
  }
  table.groups = {group};
  return table;
}

/// The cell's node that a mark stands under; null for artifacts.
const model::StructureNode* cell_above(const model::Pages& pages, const model::Owner& owner) {
  if (owner.artifact != model::ArtifactKind::none) return nullptr;
  for (model::NodeIndex node = owner.node; node != 0; node = pages.structure[node].parent) {
    const auto role = pages.structure[node].role;
    if (role == model::Role::header_cell || role == model::Role::data_cell) return &pages.structure[node];
  }
  return nullptr;
}

/// The sizes of the letters of one kind of cell, in points, on one part or on all.
std::set<double> sizes_in(const TableOnPages& set, int column, model::Role role = model::Role::data_cell) {
  std::set<double> sizes;
  for (const TablePart& part : set.parts) {
    for (const model::Mark& mark : part.marks) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      const auto* cell = line == nullptr ? nullptr : cell_above(set.pages, line->owner);
      if (cell == nullptr || cell->column != column || cell->role != role) continue;
      for (const model::TextPiece& piece : line->pieces) sizes.insert(piece.size.in_points());
    }
  }
  return sizes;
}

/// The sizes of the head's letters where it repeats.
std::set<double> sizes_of_repeats(const TableOnPages& set, const std::string& text) {
  std::set<double> sizes;
  for (const TablePart& part : set.parts) {
    for (const model::Mark& mark : part.marks) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      const bool is_it =
          line != nullptr && line->owner.artifact == model::ArtifactKind::repeated_head && kit::text_of(*line) == text;
      if (!is_it) continue;
      for (const model::TextPiece& piece : line->pieces) sizes.insert(piece.size.in_points());
    }
  }
  return sizes;
}

bool stands_whole(const TableOnPages& set, const std::string& word) {
  return std::any_of(set.parts.begin(), set.parts.end(), [&](const TablePart& part) {
    return std::any_of(part.marks.begin(), part.marks.end(), [&](const model::Mark& mark) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      return line != nullptr && kit::text_of(*line).find(word) != std::string::npos;
    });
  });
}

std::vector<std::string> codes_of(const TableOnPages& set) {
  std::vector<std::string> codes;
  for (const Diagnostic& told : set.diagnostics.items()) codes.push_back(told.code);
  return codes;
}

using Codes = std::vector<std::string>;
using Sizes = std::set<double>;

TEST(SmallLetters, a_column_too_narrow_for_a_word_has_smaller_letters_on_every_page) {
  const TableOnPages set = set_on_pages(table_with(tight, 60), page, page);
  EXPECT_GT(set.parts.size(), 3U);
  EXPECT_EQ(sizes_in(set, 0), Sizes{14});
  EXPECT_EQ(sizes_in(set, 1), Sizes{16});
  EXPECT_EQ(sizes_in(set, 0, model::Role::header_cell), Sizes{16}) << "the head's own words fit";
  EXPECT_TRUE(stands_whole(set, long_word));
  EXPECT_TRUE(faults_of(set).empty());
  ASSERT_EQ(set.pages.small_columns.size(), 1U);
  EXPECT_EQ(set.pages.small_columns[0].table, set.table.id);
  EXPECT_EQ(set.pages.small_columns[0].column, 0U);
  EXPECT_FALSE(set.pages.small_columns[0].is_head);
  EXPECT_EQ(set.pages.small_columns[0].most, 14_pt);
}

TEST(SmallLetters, the_column_is_told_once_with_its_word_and_its_sizes) {
  const TableOnPages set = set_on_pages(table_with(tight, 60), page, page);
  ASSERT_EQ(codes_of(set), Codes{"table.smaller-letters"});
  const Diagnostic& told = set.diagnostics.items()[0];
  EXPECT_EQ(told.severity, Severity::warning);
  EXPECT_EQ(told.where.pointer, "/rows/0");
  EXPECT_EQ(told.message.english, "table \"ช่องทาง\", column 1, row 1: \"" + long_word +
                                      "\" is wider than its column; all of this column is set in 14 pt in place of "
                                      "16 pt");
  EXPECT_EQ(told.message.thai, "ตาราง \"ช่องทาง\" คอลัมน์ที่ 1 แถวที่ 1: คำว่า \"" + long_word +
                                   "\" กว้างกว่าช่องที่วาง จึงลดขนาดอักษรทั้งคอลัมน์จาก 16 เป็น 14 พอยต์");
  EXPECT_FALSE(told.hint.thai.empty());
}

Length width_of(const std::string& word, Length size) {
  model::Paragraph paragraph = kit::paragraph(1, word);
  paragraph.spans[0].format.size = size;
  model::Pages pages;
  Diagnostics diagnostics;
  Context context{kit::setter(), pages, diagnostics};
  return measure_blocks({{paragraph}}, context).narrowest;
}

TEST(SmallLetters, the_letters_are_as_large_as_the_column_allows) {
  int smaller = 0;
  for (Length width = 22_mm; width <= 27_mm; width += 0.5_mm) {
    const TableOnPages set = set_on_pages(table_with(width), page, page);
    EXPECT_TRUE(stands_whole(set, long_word));
    if (set.pages.small_columns.empty()) continue;
    ++smaller;
    const Length size = set.pages.small_columns[0].most;
    const Length room = width - set.table.left_padding - set.table.right_padding;
    EXPECT_LE(width_of(long_word, size), room);
    EXPECT_GT(width_of(long_word, size + letters_step), room);
  }
  EXPECT_GT(smaller, 3);
}

TEST(SmallLetters, the_lines_stay_as_far_apart) {
  const TableOnPages wide = set_on_pages(table_with(60_mm, 3), page, page, 160_mm);
  const TableOnPages narrow = set_on_pages(table_with(tight, 3), page, page, 160_mm);
  EXPECT_EQ(narrow.parts[0].height - wide.parts[0].height, 18.1_pt) << "one more line, as high as all others";
}

TEST(SmallLetters, a_word_that_no_size_saves_is_cut_in_full_size) {
  const TableOnPages set = set_on_pages(table_with(hopeless, 6), page, page);
  EXPECT_EQ(sizes_in(set, 0), Sizes{16});
  EXPECT_EQ(codes_of(set), Codes{"table.column-too-narrow"});
  EXPECT_TRUE(set.pages.small_columns.empty());
  EXPECT_FALSE(stands_whole(set, long_word));
  EXPECT_TRUE(faults_of(set).empty());
}

TEST(SmallLetters, a_word_that_no_size_saves_does_not_keep_others_from_fitting) {
  model::Table table = table_with(tight, 2);
  table.groups[0].rows[1].cells[0] = cell_of("https-example-go-th-averylongaddress");
  const TableOnPages set = set_on_pages(table, page, page);
  EXPECT_EQ(sizes_in(set, 0), Sizes{14});
  EXPECT_TRUE(stands_whole(set, long_word));
  EXPECT_EQ(codes_of(set), (Codes{"table.smaller-letters", "table.column-too-narrow"}));
  EXPECT_TRUE(faults_of(set).empty());
}

TEST(SmallLetters, a_word_of_the_head_makes_the_head_alone_smaller) {
  model::Table table = table_with(tight, 40);
  for (model::Row& row : table.groups[0].rows) row.cells[0] = cell_of("งาน");
  table.head = {row_of(std::vector<std::string>{long_word, "ผล"})};
  const TableOnPages set = set_on_pages(table, page, page);
  EXPECT_EQ(sizes_in(set, 0, model::Role::header_cell), Sizes{14});
  EXPECT_EQ(sizes_of_repeats(set, long_word), Sizes{14}) << "where it repeats, too";
  EXPECT_EQ(sizes_in(set, 1, model::Role::header_cell), Sizes{16});
  EXPECT_EQ(sizes_in(set, 0), Sizes{16});
  ASSERT_EQ(codes_of(set), Codes{"table.smaller-letters"});
  EXPECT_NE(set.diagnostics.items()[0].message.english.find("row 1 of the head"), std::string::npos);
  EXPECT_NE(set.diagnostics.items()[0].message.english.find("the head of this column"), std::string::npos);
  EXPECT_TRUE(set.pages.small_columns.at(0).is_head);
}

TEST(SmallLetters, a_cell_over_several_columns_stays_as_it_is) {
  model::Table table = table_with(tight, 3);
  table.columns[1].width = 20_mm;
  model::Row wide = row_of(std::vector<std::string>{"หมายเหตุ" + long_word});
  wide.cells[0].column_span = 2;
  table.groups[0].rows.push_back(wide);
  const TableOnPages set = set_on_pages(table, page, page);
  EXPECT_EQ(sizes_in(set, 0), (Sizes{14, 16})) << "its own cells and the one over both";
  EXPECT_EQ(sizes_in(set, 1), Sizes{16});
}

TEST(SmallLetters, a_long_word_over_several_columns_asks_for_nothing) {
  model::Table table = table_with(10_mm);
  table.columns[1].width = 10_mm;
  table.head.clear();
  model::Row wide = row_of({cell_of(long_word)});
  wide.cells[0].column_span = 2;
  table.groups[0].rows = {wide};
  EXPECT_EQ(codes_of(set_on_pages(table, page, page)), Codes{"table.column-too-narrow"});
}

TEST(SmallLetters, markers_and_lists_in_lists_are_smaller_too) {
  model::Table table = table_with(40_mm);
  model::Cell outer = list_of({"ตรวจ"});
  auto& item = std::get<model::List>(outer.blocks[0].content).items[0];
  model::Cell inner = list_of({long_word});
  std::get<model::List>(inner.blocks[0].content).indent = 5_mm;
  item.blocks.push_back(inner.blocks[0]);
  table.columns[0].width = tight + 5_mm + (std::get<model::List>(inner.blocks[0].content).hang * 2);
  table.groups[0].rows[0].cells[0] = outer;
  const TableOnPages set = set_on_pages(table, page, page);
  EXPECT_EQ(sizes_in(set, 0), Sizes{14});
  EXPECT_TRUE(stands_whole(set, long_word));
}

TEST(SmallLetters, boxes_shrink_with_their_labels) {
  model::Table table = table_with(tight);
  model::Choice choice;
  choice.format = kit::format();
  choice.text = kit::letters();
  choice.box_side = 8_pt;
  choice.box_gap = 4_pt;
  choice.options = {{90, "แล้ว", true}, {91, "ยัง", false}};
  table.groups[0].rows[0].cells[0].blocks.push_back({choice});
  const TableOnPages set = set_on_pages(table, page, page);
  EXPECT_EQ(sizes_in(set, 0), Sizes{14});
  int boxes = 0;
  for (const model::Mark& mark : set.parts[0].marks) {
    const auto* box = std::get_if<model::Box>(&mark);
    if (box == nullptr) continue;
    ++boxes;
    EXPECT_EQ(box->width, 7_pt);
  }
  EXPECT_EQ(boxes, 2);
}

TEST(SmallLetters, letters_that_are_small_already_stay) {
  model::Table table = table_with(tight, 2);
  auto& note = std::get<model::Paragraph>(table.groups[0].rows[1].cells[0].blocks[0].content);
  note.spans = {kit::span("หมายเหตุ", 12.5)};
  EXPECT_EQ(sizes_in(set_on_pages(table, page, page), 0), (Sizes{12.5, 14}));
}

TEST(SmallLetters, no_letters_become_smaller_than_the_least) {
  model::Table table = table_with(tight);
  for (model::Row& row : table.groups[0].rows) {
    for (model::Cell& cell : row.cells) {
      for (model::Span& span : std::get<model::Paragraph>(cell.blocks[0].content).spans) span.format.size = 12_pt;
    }
  }
  table.columns[0].width = 18_mm;
  const TableOnPages set = set_on_pages(table, page, page);
  EXPECT_EQ(sizes_in(set, 0), Sizes{12});
  EXPECT_EQ(codes_of(set), Codes{"table.column-too-narrow"});
}

TEST(SmallLetters, shares_and_columns_solved_from_content_are_treated_alike) {
  for (const auto kind : {model::Column::Kind::share, model::Column::Kind::content}) {
    model::Table table = table_with(tight, 4);
    for (model::Column& column : table.columns) column.kind = kind;
    table.columns[0].most = tight;
    table.columns[1].share = 2'000;
    const TableOnPages set = set_on_pages(table, page, page, kind == model::Column::Kind::share ? tight * 3 : 100_mm);
    EXPECT_EQ(sizes_in(set, 0), Sizes{14});
    EXPECT_EQ(sizes_in(set, 1), Sizes{16});
  }
}

TEST(SmallLetters, setting_a_table_again_leaves_nothing_behind) {
  const TableOnPages wide = set_on_pages(table_with(60_mm, 5), page, page, 160_mm);
  const TableOnPages narrow = set_on_pages(table_with(tight, 5), page, page, 160_mm);
  ASSERT_EQ(narrow.pages.structure.size(), wide.pages.structure.size());
  for (std::size_t node = 0; node < wide.pages.structure.size(); ++node) {
    EXPECT_EQ(narrow.pages.structure[node].role, wide.pages.structure[node].role);
    EXPECT_EQ(narrow.pages.structure[node].parent, wide.pages.structure[node].parent);
    EXPECT_EQ(narrow.pages.structure[node].element, wide.pages.structure[node].element);
  }
}

TEST(SmallLetters, a_character_that_no_font_has_is_told_once) {
  model::Table table = table_with(tight);
  table.groups[0].rows[0].cells[1] = cell_of("ก\U0001FAE0");
  EXPECT_EQ(codes_of(set_on_pages(table, page, page)), (Codes{"table.smaller-letters", "text.missing-glyph"}));
}

}  // namespace
}  // namespace krut::typeset::test
