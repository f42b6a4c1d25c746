#include "typeset/random_document.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include "typeset/typeset_kit.h"

namespace krut::typeset::kit {

namespace {

constexpr int narrow_column = 70;  ///< points

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed), seed_(seed) {}

  model::Document make() {
    model::Document document;
    document.title = "สุ่ม";
    for (int sections = 1 + below(2); sections > 0; --sections) document.sections.push_back(section());
    return document;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  bool one_in(int times) { return below(times) == 0; }
  model::ElementId id() { return ++last_id_; }
  std::vector<model::Span> words(int most) { return {span(thai_text(1 + below(most), seed_ + last_id_))}; }

  model::ParagraphFormat any_format() {
    model::ParagraphFormat any = format(static_cast<model::Alignment>(below(5)));
    any.space_before = Length::points(below(10));
    any.space_after = Length::points(below(10));
    any.first_line_indent = Length::points(below(60));
    any.left_indent = Length::points(below(30));
    any.keeps_with_next = one_in(5);
    any.keeps_together = one_in(6);
    if (one_in(8)) any.outline_level = 1 + below(3);
    return any;
  }

  model::Paragraph any_paragraph(int most) {
    model::Paragraph paragraph;
    paragraph.id = id();
    paragraph.format = any_format();
    paragraph.spans = words(most);
    if (one_in(6)) add_tabs(paragraph);
    paragraph.starts_page = one_in(25);
    return paragraph;
  }

  void add_tabs(model::Paragraph& paragraph) {
    Length position;
    for (int tabs = 1 + below(3); tabs > 0; --tabs) {
      model::Span tab = span("");
      tab.kind = model::SpanKind::tab;
      paragraph.spans.push_back(std::move(tab));
      paragraph.spans.push_back(words(6).front());
      position += Length::points(20 + below(150));
      if (one_in(5)) continue;
      const auto leader = static_cast<model::Leader>(below(2));
      paragraph.tab_stops.push_back({position, static_cast<model::Alignment>(below(3)), leader});
    }
  }

  model::List any_list(int depth) {
    model::List list;
    list.id = id();
    list.indent = Length::points(below(20));
    list.hang = Length::points(10 + below(20));
    for (int items = 1 + below(5); items > 0; --items) {
      model::ListItem item;
      item.id = id();
      item.marker = one_in(3) ? "-" : "๑.";
      if (!one_in(9)) {
        model::Paragraph paragraph = any_paragraph(25);
        paragraph.format.left_indent = paragraph.format.first_line_indent = Length();
        item.blocks.push_back({std::move(paragraph)});
      }
      if (depth < 2 && one_in(4)) item.blocks.push_back({any_list(depth + 1)});
      list.items.push_back(std::move(item));
    }
    return list;
  }

  model::Choice any_choice() {
    model::Choice choice;
    choice.id = id();
    choice.format = format();
    choice.text = letters();
    choice.box_side = 9_pt;
    choice.box_gap = 4_pt;
    for (int options = 1 + below(4); options > 0; --options) {
      choice.options.push_back({id(), thai_text(1 + below(6), seed_ + last_id_), one_in(2)});
    }
    return choice;
  }

  model::Figure any_figure() {
    model::Figure figure;
    figure.id = id();
    figure.width = Length::points(20 + below(100));
    figure.height = Length::points(20 + below(400));
    figure.caption = words(12);
    return figure;
  }

  model::Cell any_cell() {
    model::Cell cell;
    cell.id = id();
    cell.blocks.push_back({any_paragraph(20)});
    if (one_in(3)) cell.blocks.push_back({any_list(1)});
    if (one_in(5)) cell.blocks.push_back({any_choice()});
    return cell;
  }

  /// Rows that fill `columns`, with cells over several columns and rows.
  std::vector<model::Row> any_rows(int columns, int count) {
    std::vector<model::Row> rows(static_cast<std::size_t>(count));
    std::vector<int> reach(static_cast<std::size_t>(columns));
    for (int row = 0; row < count; ++row) {
      model::Row& made = rows[static_cast<std::size_t>(row)];
      made.id = id();
      made.may_split = !one_in(5);
      for (int column = 0; column < columns;) {
        const auto here = static_cast<std::size_t>(column);
        if (reach[here] > 0) {
          --reach[here];
          ++column;
          continue;
        }
        int free = 1;
        while (column + free < columns && reach[here + static_cast<std::size_t>(free)] == 0) ++free;
        model::Cell cell = any_cell();
        cell.column_span = one_in(6) ? 1 + below(free) : 1;
        cell.row_span = one_in(8) ? 1 + below(count - row) : 1;
        for (int i = 0; i < cell.column_span; ++i) reach[here + static_cast<std::size_t>(i)] = cell.row_span - 1;
        column += cell.column_span;
        made.cells.push_back(std::move(cell));
      }
    }
    return rows;
  }

  model::Column any_column() {
    model::Column column;
    if (one_in(2)) column.kind = model::Column::Kind::content;
    if (one_in(5)) column.most = Length::points(60 + below(200));
    column.share = 500 + below(2'000);
    return column;
  }

  /// A group names itself, so that its label can be known on a page.
  model::RowGroup any_group(int columns) {
    model::RowGroup group;
    group.id = id();
    if (one_in(2)) {
      const std::string name = "กลุ่ม" + std::to_string(group.id);
      group.head.push_back(label_row(columns, name));
      if (one_in(2)) {
        group.continuation = model::Continuation::label;
        group.continued_head.push_back(label_row(columns, name + continued_mark));
      }
    }
    group.rows = any_rows(columns, 1 + below(6));
    return group;
  }

  model::Table any_table() {
    model::Table table;
    table.id = id();
    const int columns = 1 + below(std::min(5, 1 + room_ / narrow_column));
    for (int i = 0; i < columns; ++i) table.columns.push_back(any_column());
    table.left_padding = table.right_padding = 3_pt;
    table.rule_thickness = 0.5_pt;
    for (int rows = below(4); rows > 0; --rows)
      table.head.push_back(label_row(columns, "หัว" + std::to_string(table.id)));
    for (int groups = 1 + below(3); groups > 0; --groups) table.groups.push_back(any_group(columns));
    if (one_in(4)) table.foot = any_rows(columns, 1 + below(2));
    return table;
  }

  model::Row label_row(int columns, const std::string& text) {
    model::Row row;
    row.id = id();
    model::Cell cell;
    cell.id = id();
    cell.column_span = columns;
    cell.blocks.push_back({paragraph(id(), text)});
    row.cells.push_back(std::move(cell));
    return row;
  }

  model::SideBySide any_side_by_side() {
    model::SideBySide block;
    block.id = id();
    block.space_before = Length::points(below(10));
    block.keeps_space_before = one_in(3);
    for (int sides = 1 + below(3); sides > 0; --sides) {
      model::SideBySide::Side side;
      side.column.kind = static_cast<model::Column::Kind>(below(3));
      side.column.width = Length::points(narrow_column + below(120));
      if (!one_in(5)) side.blocks.push_back({any_paragraph(20)});
      if (one_in(3)) side.blocks.push_back({any_field()});
      block.sides.push_back(std::move(side));
    }
    return block;
  }

  model::LabelledLine any_field() {
    model::LabelledLine field;
    field.id = id();
    field.format = any_format();
    field.format.first_line_indent = Length();
    field.label = words(2);
    if (!field.label.empty() && !one_in(4)) field.gap = {span("  ")};
    if (one_in(3)) field.leader = model::Leader::dots;
    if (one_in(6)) field.end = Length::points(narrow_column + below(300));
    const int items = 1 + below(3);
    for (int i = 0; i < items; ++i) field.items.push_back({id(), items > 1 ? "๑." : "", words(30)});
    return field;
  }

  model::Signatures any_signatures() {
    model::Signatures block;
    block.id = id();
    block.format = format();
    block.columns = 1 + below(2);
    block.axis = Length::points(100 + below(150));
    block.width = Length::points(120 + below(100));
    block.lines_for_hand = below(4);
    block.has_dotted_line = one_in(2);
    for (int signers = 1 + below(6); signers > 0; --signers) {
      model::Signer signer;
      signer.id = id();
      signer.field_name = "s" + std::to_string(signer.id);
      if (one_in(3)) signer.remark = words(4);
      if (one_in(3)) signer.role = {span("ผู้รายงาน")};
      signer.name = words(5);
      signer.position = {words(5), words(3)};
      block.signers.push_back(std::move(signer));
    }
    return block;
  }

  model::Block any_block() {
    switch (below(11)) {
      case 0:
        return {any_list(0)};
      case 1:
        return {any_choice()};
      case 2:
        return {any_figure()};
      case 3:
        return {any_signatures()};
      case 4:
        return {any_table()};
      case 5:
        if (one_in(3)) return {model::PageBreak{}};
        return {any_side_by_side()};
      case 6:
        return one_in(2) ? model::Block{any_field()} : model::Block{any_side_by_side()};
      default:
        return {any_paragraph(120)};
    }
  }

  model::Section section() {
    model::Section section = memo_paper();
    section.id = id();
    room_ = 90 + below(600);
    section.page_width = section.margin_left + Length::points(room_) + section.margin_right;
    section.page_height = Length::points(240 + below(760));
    section.restarts_page_numbers = one_in(2);
    if (one_in(2)) section.header = model::Furniture{{paragraph(0, "- ๑ -")}, 1 + below(2), 10_mm};
    for (int blocks = below(12); blocks >= 0; --blocks) section.blocks.push_back(any_block());
    return section;
  }

  std::mt19937 random_;
  unsigned seed_;
  model::ElementId last_id_ = 0;
  int room_ = 0;  ///< points between the margins
};

class Reader {
 public:
  std::string text;

  void add(const std::string& words) {
    std::copy_if(words.begin(), words.end(), std::back_inserter(text), [](char byte) { return byte != ' '; });
  }
  void add(const std::vector<model::Span>& spans) {
    for (const model::Span& span : spans) add(span.text);
  }
  void add(const std::vector<model::Block>& blocks) {
    for (const model::Block& block : blocks) std::visit(*this, block.content);
  }
  void add(const std::vector<model::Row>& rows) {
    for (const model::Row& row : rows) {
      for (const model::Cell& cell : row.cells) add(cell.blocks);
    }
  }

  void operator()(const model::Paragraph& paragraph) { add(paragraph.spans); }
  void operator()(const model::List& list) {
    for (const model::ListItem& item : list.items) {
      add(item.marker);
      add(item.blocks);
    }
  }
  void operator()(const model::Choice& choice) {
    for (const auto& option : choice.options) add(option.label);
  }
  void operator()(const model::Figure& figure) { add(figure.caption); }
  void operator()(const model::Table& table) {
    add(table.head);
    for (const model::RowGroup& group : table.groups) {
      add(group.head);
      add(group.rows);
    }
    add(table.foot);
  }
  void operator()(const model::LabelledLine& field) {
    add(field.label);
    add(field.gap);
    for (const model::LabelledLine::Item& item : field.items) {
      add(item.marker);
      add(item.text);
    }
  }
  void operator()(const model::SideBySide& block) {
    for (const model::SideBySide::Side& side : block.sides) add(side.blocks);
  }
  void operator()(const model::Signatures& signatures) {
    for (const model::Signer& signer : signatures.signers) {
      add(signer.remark);
      add(signer.role);
      add(signer.name);
      for (const auto& line : signer.position) add(line);
    }
  }
  void operator()(const model::HorizontalRule&) {}
  void operator()(const model::Frame& frame) { add(frame.blocks); }
  void operator()(const model::PageBreak&) {}
  void operator()(const model::Fill&) {}
};

}  // namespace

model::Document random_document(unsigned seed) { return Maker(seed).make(); }

std::string all_text(const model::Document& document) {
  Reader reader;
  for (const model::Section& section : document.sections) reader.add(section.blocks);
  return std::move(reader.text);
}

}  // namespace krut::typeset::kit
