#include <gtest/gtest.h>

#include <numeric>

#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

model::Column column(model::Column::Kind kind, Length width, std::int64_t share = 1'000) {
  model::Column result;
  result.kind = kind;
  result.width = width;
  result.share = share;
  return result;
}

/// Two columns of 40 mm and what is left, a head and three rows.
model::Table small_table() {
  model::Table table;
  table.columns = {column(model::Column::Kind::fixed, 40_mm), column(model::Column::Kind::share, {})};
  table.left_padding = table.right_padding = 5_pt;
  table.top_padding = 1_pt;
  table.rule_thickness = 0.5_pt;
  table.title = "คะแนน";
  table.head = {row({cell("ตัวชี้วัด", head_style), cell("คะแนน", head_style)})};
  model::RowGroup group;
  group.rows = {row({cell("ก"), cell("๙๐")}), row({cell("ข"), cell("๙๑")}), row({cell("ค"), cell("๙๒")})};
  table.groups = {group};
  return table;
}

int sum(const std::vector<std::string>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0,
                         [](int total, const std::string& number) { return total + std::stoi(number); });
}

TEST(TableTest, a_table_has_the_widths_paddings_and_rules_of_the_model) {
  const DocxFile file = written({{small_table()}});
  EXPECT_EQ(file.xml("//w:tblPr"),
            "<w:tblPr><w:tblW w:w=\"9071\" w:type=\"dxa\"/><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblBorders>"
            "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
            "<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
            "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
            "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
            "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
            "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:tblBorders>"
            "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"20\" w:type=\"dxa\"/>"
            "<w:left w:w=\"100\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>"
            "<w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar>"
            "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" "
            "w:noHBand=\"1\" w:noVBand=\"1\"/>"
            "<w:tblCaption w:val=\"คะแนน\"/><w:tblDescription w:val=\"คะแนน\"/></w:tblPr>");
  EXPECT_EQ(file.values("//w:gridCol/@w:w"), (std::vector<std::string>{"2268", "6803"}));
  EXPECT_EQ(file.values("//w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w"), (std::vector<std::string>{"2268", "6803"}));
}

TEST(TableTest, shares_fill_the_text_width_to_the_twip) {
  model::Table table = small_table();
  table.columns = {column(model::Column::Kind::share, {}), column(model::Column::Kind::share, {}, 1'500),
                   column(model::Column::Kind::share, {})};
  EXPECT_EQ(sum(written({{table}}).values("//w:gridCol/@w:w")), 9071);
}

TEST(TableTest, widths_found_on_the_pages_win) {
  model::Document document = document_of({{small_table()}});
  const auto id = std::get<model::Table>(document.sections[0].blocks[0].content).id;
  docx::Options options;
  options.pages.column_widths[id] = {50_mm, 110_mm};
  EXPECT_EQ(written(document, options).values("//w:gridCol/@w:w"), (std::vector<std::string>{"2835", "6236"}));
}

/// Sizes of the runs that hold text in the cells that `path` finds, each with what its style says.
std::vector<std::string> sizes(const DocxFile& file, const std::string& path) {
  const std::vector<std::string> simple = file.values(path + "//w:r[w:t]/w:rPr/w:sz/@w:val");
  EXPECT_EQ(simple, file.values(path + "//w:r[w:t]/w:rPr/w:szCs/@w:val"));
  return simple;
}

TEST(TableTest, letters_too_large_for_their_column_on_the_pages_are_smaller) {
  model::Table table = small_table();
  model::Cell& rich = table.groups[0].rows[2].cells[1];
  rich.blocks = {model::Block{list(model::MarkerStyle::thai_dot, {"ก", "ข"})}, model::Block{choice(1)}};
  model::Row label = row({cell("ทั้งสอง")});
  label.cells[0].column_span = 2;
  table.groups[0].rows.push_back(label);
  model::Document document = document_of({{table}});
  const auto id = std::get<model::Table>(document.sections[0].blocks[0].content).id;
  docx::Options options;
  options.pages.small_columns = {{id, 1, false, 14.5_pt}, {id, 0, true, 14_pt}, {id + 999, 0, false, 13_pt}};
  const DocxFile file = written(document, options);
  using Sizes = std::vector<std::string>;
  EXPECT_EQ(sizes(file, "//w:tr[1]/w:tc[1]"), Sizes{"28"}) << "the head of its column alone";
  EXPECT_EQ(sizes(file, "//w:tr[1]/w:tc[2]"), Sizes{});
  EXPECT_EQ(sizes(file, "//w:tr[2]/w:tc[1]"), Sizes{});
  EXPECT_EQ(sizes(file, "//w:tr[2]/w:tc[2]"), Sizes{"29"});
  EXPECT_EQ(sizes(file, "//w:tr[4]/w:tc[2]/w:p[w:pPr/w:numPr]"), (Sizes{"29", "29"}));
  EXPECT_EQ(file.values("//w:tr[4]/w:tc[2]/w:p[w:pPr/w:numPr]/w:pPr/w:rPr/w:sz/@w:val"), (Sizes{"29", "29"}))
      << "of the markers";
  EXPECT_EQ(sizes(file, "//w:tr[4]/w:tc[2]//w:sdtContent").front(), "21") << "boxes shrink with their labels";
  EXPECT_EQ(sizes(file, "//w:tr[5]/w:tc"), Sizes{}) << "over both columns";
  EXPECT_EQ(file.count("//w:spacing[@w:lineRule != 'exact']"), 0U);
}

TEST(TableTest, a_paragraph_closed_up_on_the_pages_has_smaller_letters) {
  model::Document document = document_of({{small_table()}});
  auto& table = std::get<model::Table>(document.sections[0].blocks[0].content);
  auto& paragraph = std::get<model::Paragraph>(table.groups[0].rows[0].cells[1].blocks[0].content);
  docx::Options options;
  options.pages.closed_up = {{paragraph.id, 960}};
  const DocxFile file = written(document, options);
  using Sizes = std::vector<std::string>;
  EXPECT_EQ(sizes(file, "//w:tr[2]/w:tc[1]"), Sizes{});
  EXPECT_EQ(sizes(file, "//w:tr[2]/w:tc[2]"), Sizes{"30"});
}

TEST(TableTest, the_head_repeats_and_rows_stay_whole) {
  const DocxFile file = written({{small_table()}});
  EXPECT_EQ(file.count("//w:tr"), 4U);
  EXPECT_EQ(file.count("//w:tr/w:trPr/w:cantSplit"), 4U);
  EXPECT_EQ(file.count("//w:tr/w:trPr/w:tblHeader"), 1U);
  EXPECT_EQ(file.count("//w:tr[1]/w:trPr/w:tblHeader"), 1U);
  EXPECT_EQ(file.count("//w:tr[1]/w:tc/w:p/w:pPr/w:keepNext"), 2U);
}

TEST(TableTest, a_row_taller_than_a_page_may_split) {
  model::Document document = document_of({{small_table()}});
  const auto& table = std::get<model::Table>(document.sections[0].blocks[0].content);
  docx::Options options;
  options.pages.splitting_rows = {table.groups[0].rows[1].id, table.head[0].id};
  const DocxFile file = written(document, options);
  EXPECT_EQ(file.count("//w:tr[3]/w:trPr/w:cantSplit"), 0U);
  EXPECT_EQ(file.count("//w:tr[1]/w:trPr/w:cantSplit"), 1U);
  EXPECT_EQ(file.count("//w:tr/w:trPr/w:cantSplit"), 3U);
}

TEST(TableTest, a_cell_that_spans_rows_is_merged_downwards) {
  model::Table table = small_table();
  auto& rows = table.groups[0].rows;
  rows[0].cells[0].row_span = 2;
  rows[1].cells.erase(rows[1].cells.begin());
  const DocxFile file = written({{table}});
  EXPECT_EQ(file.value("//w:tr[2]/w:tc[1]/w:tcPr/w:vMerge/@w:val"), "restart");
  EXPECT_EQ(file.value("//w:tr[3]/w:tc[1]/w:tcPr/w:vMerge/@w:val"), "continue");
  EXPECT_EQ(file.count("//w:tr[3]/w:tc[1]/w:p"), 1U);
  EXPECT_EQ(file.value("//w:tr[3]/w:tc[2]//w:t"), "๙๑");
  EXPECT_EQ(file.count("//w:tr[4]//w:vMerge"), 0U);
}

TEST(TableTest, a_head_of_three_levels_with_merged_cells_repeats_whole) {
  model::Table table = small_table();
  table.columns = {column(model::Column::Kind::fixed, 20_mm), column(model::Column::Kind::fixed, 20_mm),
                   column(model::Column::Kind::fixed, 20_mm), column(model::Column::Kind::share, {})};
  model::Row first = row({cell("ที่", head_style), cell("ผล", head_style)});
  model::Row second = row({cell("ไตรมาส", head_style), cell("หมายเหตุ", head_style)});
  const model::Row third = row({cell("๑", head_style), cell("๒", head_style)});
  first.cells[0].row_span = 3;
  first.cells[1].column_span = 3;
  second.cells[0].column_span = 2;
  second.cells[1].row_span = 2;
  table.head = {first, second, third};
  const DocxFile file = written({{table}});
  EXPECT_EQ(file.count("//w:tr/w:trPr/w:tblHeader"), 3U);
  EXPECT_EQ(file.values("//w:tr[1]/w:tc/w:tcPr/w:gridSpan/@w:val"), (std::vector<std::string>{"3"}));
  EXPECT_EQ(file.values("//w:tr[2]/w:tc/w:tcPr/w:vMerge/@w:val"), (std::vector<std::string>{"continue", "restart"}));
  EXPECT_EQ(file.values("//w:tr[3]/w:tc/w:tcPr/w:vMerge/@w:val"), (std::vector<std::string>{"continue", "continue"}));
  EXPECT_EQ(file.values("//w:tr[3]//w:t"), (std::vector<std::string>{"๑", "๒"}));
  EXPECT_EQ(file.count("//w:tr[position() < 4]/w:tc/w:p[not(w:pPr/w:keepNext)]"), 0U);
}

TEST(TableTest, a_label_row_fills_the_width_and_stays_with_the_next_row) {
  model::Table table = small_table();
  model::Row label = row({cell("๑. การปฏิบัติหน้าที่", heading_style)});
  label.cells[0].column_span = 2;
  table.groups[0].head = {label};
  table.groups[0].continued_head = {label};
  const DocxFile file = written({{table}});
  EXPECT_EQ(file.count("//w:tr"), 5U);
  EXPECT_EQ(file.value("//w:tr[2]/w:tc/w:tcPr/w:gridSpan/@w:val"), "2");
  EXPECT_EQ(file.value("//w:tr[2]/w:tc/w:tcPr/w:tcW/@w:w"), "9071");
  EXPECT_EQ(file.count("//w:tr[2]/w:trPr/w:tblHeader"), 0U);
}

TEST(TableTest, an_empty_cell_still_holds_a_paragraph) {
  model::Table table = small_table();
  table.groups[0].rows[0].cells[1].blocks.clear();
  table.groups[0].rows[1].cells.pop_back();
  const DocxFile file = written({{table}});
  EXPECT_EQ(file.count("//w:tc[not(w:p)]"), 0U);
  EXPECT_EQ(file.count("//w:tr[3]/w:tc"), 2U);
}

TEST(TableTest, cells_say_where_their_text_stands) {
  model::Table table = small_table();
  table.groups[0].rows[0].cells[0].vertical_alignment = model::VerticalAlignment::middle;
  table.groups[0].rows[0].cells[1].vertical_alignment = model::VerticalAlignment::bottom;
  const DocxFile file = written({{table}});
  EXPECT_EQ(file.values("//w:vAlign/@w:val"), (std::vector<std::string>{"center", "bottom"}));
}

TEST(TableTest, two_tables_in_a_row_do_not_become_one) {
  const DocxFile file = written({{small_table()}, {small_table()}});
  EXPECT_EQ(file.count("//w:tbl"), 2U);
  EXPECT_EQ(file.count("//w:tbl[1]/following-sibling::*[1][self::w:p]"), 1U);
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:pStyle/@w:val"), "ThinLine");
}

TEST(TableTest, a_page_break_before_a_table_stands_above_it) {
  const DocxFile file = written({paragraph("ก"), {model::PageBreak{}}, {small_table()}});
  EXPECT_EQ(file.count("//w:tbl/preceding-sibling::*[1]/w:pPr/w:pageBreakBefore"), 1U);
  EXPECT_EQ(file.count("//w:tc//w:pageBreakBefore"), 0U);
}

TEST(TableTest, a_table_without_rules_draws_none) {
  model::Table table = small_table();
  table.rule_thickness = {};
  EXPECT_EQ(written({{table}}).count("//w:tblBorders/*[@w:val='nil']"), 6U);
}

/// Two groups of two rows that show their labels again, under a heading that does too.
model::Document continued_document() {
  model::Table table = small_table();
  const auto group_of = [](const std::string& name) {
    const auto label = [&](const std::string& text) {
      model::Row result = row({cell(text, heading_style)});
      result.cells[0].column_span = 2;
      return result;
    };
    model::RowGroup group;
    group.head = {label(name)};
    group.continued_head = {label(name + " (ต่อ)")};
    group.continuation = model::Continuation::label;
    group.rows = {row({cell(name + " ก"), cell("๑")}), row({cell(name + " ข"), cell("๒")})};
    return group;
  };
  table.groups = {group_of("หนึ่ง"), group_of("สอง")};
  table.continued_heading = std::get<model::Paragraph>(paragraph("ตาราง (ต่อ)", heading_style).content);
  return document_of({{table}});
}

TEST(TableTest, a_table_that_repeats_its_label_goes_on_below_it_on_a_page_of_its_own) {
  const model::Document document = continued_document();
  const auto& groups = std::get<model::Table>(document.sections[0].blocks[0].content).groups;
  docx::Options options;
  options.pages.page_starts = {groups[0].rows[0].id, groups[0].rows[1].id, groups[1].rows[0].id};
  const DocxFile file = written(document, options);
  EXPECT_EQ(file.count("//w:tbl"), 3U);
  EXPECT_EQ(file.count("//w:tr/w:trPr/w:tblHeader"), 3U);
  EXPECT_EQ(file.values("//w:body/w:p[w:pPr/w:pageBreakBefore]//w:t"),
            (std::vector<std::string>{"ตาราง (ต่อ)", "ตาราง (ต่อ)"}));
  EXPECT_EQ(file.value("//w:tbl[2]/w:tr[2]//w:t"), "หนึ่ง (ต่อ)");
  EXPECT_EQ(file.value("//w:tbl[2]/w:tr[3]//w:t"), "หนึ่ง ข");
  EXPECT_EQ(file.value("//w:tbl[3]/w:tr[2]//w:t"), "สอง");
}

TEST(TableTest, a_table_that_repeats_its_head_only_is_never_cut) {
  model::Document document = continued_document();
  auto& table = std::get<model::Table>(document.sections[0].blocks[0].content);
  table.continued_heading.reset();
  for (model::RowGroup& group : table.groups) group.continuation = model::Continuation::silent;
  docx::Options options;
  options.pages.page_starts = {table.groups[0].rows[1].id};
  EXPECT_EQ(written(document, options).count("//w:tbl"), 1U);
}

TEST(TableTest, rows_under_a_tall_cell_are_as_high_as_on_the_pages) {
  model::Document document = document_of({{small_table()}});
  const auto& rows = std::get<model::Table>(document.sections[0].blocks[0].content).groups[0].rows;
  docx::Options options;
  options.pages.row_heights = {{rows[1].id, 40.5_pt}};
  const DocxFile file = written(document, options);
  EXPECT_EQ(file.values("//w:trHeight/@w:val"), (std::vector<std::string>{"800"}));
  EXPECT_EQ(file.value("//w:tr[3]/w:trPr/w:trHeight/@w:hRule"), "atLeast");
}

}  // namespace
}  // namespace krut::tests
