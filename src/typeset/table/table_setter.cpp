#include "typeset/table/table_setter.h"

#include <algorithm>
#include <string>
#include <utility>

#include "typeset/structure.h"
#include "typeset/table/cell_wishes.h"
#include "typeset/table/columns.h"
#include "typeset/table/grid.h"
#include "typeset/table/row_setter.h"
#include "typeset/table/small_letters.h"
#include "typeset/table/table_breaker.h"
#include "typeset/table/table_shape.h"

namespace krut::typeset {

namespace {

constexpr Length smallest_step = Length::emu(1);

std::string in_millimetres(Length length) {
  constexpr int tenths = 10;
  const auto value = length.scaled(tenths, Length::emu_per_millimetre).in_emu();
  return std::to_string(value / tenths) + "." + std::to_string(value % tenths);
}

void report_too_wide(const model::Table& table, Length table_width, Length width, Diagnostics& diagnostics) {
  const std::string title = table.title.empty() ? "" : " \"" + table.title + "\"";
  diagnostics.add({.code = "table.too-wide",
                   .severity = Severity::warning,
                   .message = {"คอลัมน์ของตาราง" + title + " กว้างรวม " + in_millimetres(table_width) + " มม. เกินพื้นที่ซึ่งมี " +
                                   in_millimetres(width) + " มม. จึงแคบลงทุกคอลัมน์",
                               "the columns of the table" + title + " are " + in_millimetres(table_width) +
                                   " mm wide together, but there are only " + in_millimetres(width) +
                                   " mm: all were made narrower"},
                   .hint = {"ลดความกว้างคอลัมน์ หรือใช้กระดาษแนวนอน", "make columns narrower, or turn the paper"}});
}

/// Where a table is asked for, and the value that the first row of its head shows, if any.
struct TableOrigin {
  Place layout;
  std::string head;
};

TableOrigin origin_of(const model::Table& table) {
  return {table.place, table.head.empty() ? std::string() : table.head.front().pointer};
}

void refuse_too_tall(std::size_t page, const TableOrigin& origin, Diagnostics& diagnostics) {
  const std::string number = std::to_string(page);
  Diagnostic told{.code = "table.taller-than-page",
                  .message = {"หน้า " + number + " มีที่ไม่พอสำหรับหัวตารางกับเนื้อหาหนึ่งบรรทัด",
                              "page " + number + " has no room for the table's head and one line of its body"},
                  .where = origin.layout,
                  .hint = {"ลดความสูงของหัวตาราง หรือใช้กระดาษที่สูงกว่า", "make the table's head lower, or use taller paper"}};
  if (!origin.head.empty()) {
    told.asked_by = std::exchange(told.where, Place());
    told.where.pointer = origin.head;
  }
  diagnostics.add(std::move(told));
}

TableFrame frame_of(const model::Table& table, Length width, Context& context) {
  const std::vector<model::Column> columns = columns_of(table);
  const Length padding = table.left_padding + table.right_padding;
  const auto wishes = needs_wishes(columns) ? cell_wishes(table, context) : std::vector<CellWish>();
  const Length half_rule = table.rule_thickness / 2;
  TableFrame frame{{Length()},
                   table.left_padding,
                   table.right_padding,
                   table.top_padding + half_rule,
                   table.bottom_padding + half_rule,
                   table.rule_thickness};
  for (const Length column : solve_columns(columns, width, padding, wishes)) {
    frame.edges.push_back(frame.edges.back() + column);
  }
  const Length asked = asked_width(columns, padding);
  if (asked > width) report_too_wide(table, asked, width, context.diagnostics);
  return frame;
}

}  // namespace

struct SetTable::Contents {
  struct Group {
    SetBand label;
    SetBand continued_label;
  };

  TableFrame frame;
  SetBand continued_heading;
  SetBand head;
  SetBand repeated_head;
  std::vector<Group> groups;  ///< as in the shape
  std::vector<SetRow> rows;   ///< as in the shape
  TableShape shape;
  model::ElementId table = 0;
  const model::Pages& pages;
  Diagnostics& diagnostics;
  TableOrigin origin;
  bool is_refused = false;  ///< which is told once

  [[nodiscard]] model::ElementId element_of(std::size_t row) const;
  [[nodiscard]] TableStep step_from(const TableCursor& cursor, const PageRoom& page, Length glued) const;
  [[nodiscard]] TablePart draw(const TableStep& step, bool is_first);
};

namespace {

/// Sets a table's parts in the order in which they are read.
class TableReader {
 public:
  TableReader(const model::Table& table, model::NodeIndex parent, const TableFrame& frame, Context& context)
      : table_(table),
        frame_(frame),
        structure_(context.pages, model::ArtifactKind::none),
        rows_(table, frame, context) {
    node_ = table.is_grid ? parent : structure_.add(parent, model::Role::table, table.id);
    if (!table.is_grid) structure_.describe(node_, table.title);
    numbers_.top_padding = frame.top_padding;
    numbers_.bottom_padding = frame.bottom_padding;
  }

  /// Lines as wide as the text around the table, without a box.
  SetBand read_continued_heading(Length width, Context& context) {
    if (!table_.continued_heading) return {};
    SetBand band;
    for (Strip& strip :
         set_blocks({{*table_.continued_heading}}, width, node_, model::ArtifactKind::repeated_head, context)) {
      for (model::Mark& mark : strip.marks) {
        shift(mark, Length(), band.height);
        band.drawing.marks.push_back(std::move(mark));
      }
      band.height += strip.height;
    }
    numbers_.continued_heading = band.height;
    return band;
  }

  SetBand read_head() {
    if (table_.head.empty()) return {};
    const model::NodeIndex head = part(model::Role::table_head);
    SetBand band =
        band_of(rows_.set(table_.head, {head, model::Role::header_cell, model::ArtifactKind::none, true}), frame_);
    numbers_.head = band.height;
    return band;
  }

  SetBand repeat(const std::vector<model::Row>& rows, bool is_head) {
    return band_of(rows_.set(rows, {node_, model::Role::header_cell, model::ArtifactKind::repeated_head, is_head}),
                   frame_);
  }

  SetBand repeat_head() { return repeat(table_.head, true); }

  /// Label, rows, and what repeats when the group goes on. `rows` grows.
  std::pair<SetBand, SetBand> read_group(const model::RowGroup& group, std::vector<SetRow>& rows) {
    const bool is_labelled = !group.head.empty();
    if (body_ == 0 || is_labelled || was_labelled_) body_ = part(model::Role::table_body);
    was_labelled_ = is_labelled;
    SetBand label = band_of(rows_.set(group.head, {body_, model::Role::header_cell}), frame_);
    const bool repeats = group.continuation == model::Continuation::label;
    SetBand continued = repeats ? repeat(group.continued_head, false) : SetBand();
    auto set = rows_.set(group.rows, {body_});
    numbers_.groups.push_back({label.height, continued.height, shapes_of(set)});
    std::move(set.begin(), set.end(), std::back_inserter(rows));
    return {std::move(label), std::move(continued)};
  }

  void read_foot(std::vector<SetRow>& rows) {
    if (table_.foot.empty()) return;
    const model::NodeIndex foot = part(model::Role::table_foot);
    auto set = rows_.set(table_.foot, {foot});
    numbers_.foot = shapes_of(set);
    std::move(set.begin(), set.end(), std::back_inserter(rows));
  }

  [[nodiscard]] const TableNumbers& numbers() const { return numbers_; }
  void report_wide_words() { rows_.report_wide_words(); }
  [[nodiscard]] std::vector<TightCell> take_tight_cells() { return rows_.take_tight_cells(); }

 private:
  /// A head, body or foot. Without a row of a body a table has no parts (ISO 14289-1, 7.5); its rows stand in itself.
  [[nodiscard]] model::NodeIndex part(model::Role role) {
    const bool has_body = std::any_of(table_.groups.begin(), table_.groups.end(), [](const model::RowGroup& group) {
      return !group.head.empty() || !group.rows.empty();
    });
    return has_body && !table_.is_grid ? structure_.add(node_, role, table_.id) : node_;
  }

  const model::Table& table_;
  const TableFrame& frame_;
  Structure structure_;
  RowSetter rows_;
  TableNumbers numbers_;
  model::NodeIndex node_ = 0;
  model::NodeIndex body_ = 0;
  bool was_labelled_ = false;
};

/// All of a table, set but not placed.
struct ReadTable {
  SetBand continued_heading;
  SetBand head;
  SetBand repeated_head;
  std::vector<std::pair<SetBand, SetBand>> bands;  ///< of each group
  std::vector<SetRow> rows;
  TableNumbers numbers;
  std::vector<TightCell> tight_cells;
};

ReadTable read(const model::Table& table, Length width, model::NodeIndex parent, const TableFrame& frame,
               Context& context) {
  TableReader reader(table, parent, frame, context);
  ReadTable result;
  result.continued_heading = reader.read_continued_heading(width, context);
  result.head = reader.read_head();
  result.repeated_head = reader.repeat_head();
  for (const model::RowGroup& group : table.groups) result.bands.push_back(reader.read_group(group, result.rows));
  reader.read_foot(result.rows);
  result.numbers = reader.numbers();
  reader.report_wide_words();
  result.tight_cells = reader.take_tight_cells();
  return result;
}

/// As the layout says; where that cuts words that smaller letters would save, all that was done is taken back and the
/// table set once more.
ReadTable read_in_fitting_letters(const model::Table& table, Length width, model::NodeIndex parent, TableFrame& frame,
                                  Context& context) {
  const std::size_t nodes = context.pages.structure.size();
  const std::size_t values = context.pages.values.size();
  const std::size_t lacking = context.lacking == nullptr ? 0 : context.lacking->size();
  Diagnostics told;
  Context first{context.setter, context.pages, told, context.styles, context.lacking, nullptr, context.budget};
  ReadTable result = read(table, width, parent, frame, first);
  if (!result.tight_cells.empty()) frame.small_columns = small_columns(table, frame, result.tight_cells, context);
  if (frame.small_columns.empty()) {
    context.diagnostics.append(told);
    return result;
  }
  result = {};
  context.pages.structure.resize(nodes);
  context.pages.values.resize(values);
  if (context.lacking != nullptr) context.lacking->resize(lacking);
  auto& known = context.pages.small_columns;
  known.insert(known.end(), frame.small_columns.begin(), frame.small_columns.end());
  return read(table, width, parent, frame, context);
}

/// Puts an empty row wherever the shape has one that stands in for none.
std::vector<SetRow> aligned_with(const TableShape& shape, std::vector<SetRow> rows) {
  std::vector<SetRow> result;
  result.reserve(shape.rows().size());
  auto next = rows.begin();
  for (const ShapedRow& row : shape.rows()) result.push_back(row.is_stand_in ? SetRow() : std::move(*next++));
  return result;
}

}  // namespace

SetTable::SetTable(const model::Table& table, Length width, model::NodeIndex parent, Context& context) {
  TableFrame frame = frame_of(table, width, context);
  ReadTable read = read_in_fitting_letters(table, width, parent, frame, context);
  TableShape shape(read.numbers);
  std::vector<Contents::Group> groups;
  for (const ShapedGroup& group : shape.groups()) {
    if (group.source >= read.bands.size()) continue;
    groups.push_back({std::move(read.bands[group.source].first), std::move(read.bands[group.source].second)});
  }
  auto aligned = aligned_with(shape, std::move(read.rows));
  contents_.reset(new Contents{std::move(frame), std::move(read.continued_heading), std::move(read.head),
                               std::move(read.repeated_head), std::move(groups), std::move(aligned), std::move(shape),
                               table.id, context.pages, context.diagnostics, origin_of(table)});
}

SetTable::~SetTable() = default;
SetTable::SetTable(SetTable&&) noexcept = default;

std::unique_ptr<TableCursor> SetTable::begin() const { return std::make_unique<TableCursor>(); }

TablePart SetTable::next(TableCursor& cursor, Length room, bool is_fresh, Length next_room, Length glued) {
  const bool is_first = cursor == TableCursor{};
  const TableStep step = contents_->step_from(cursor, {room, next_room, is_fresh}, glued);
  const bool is_too_tall = step.overflows && step.height > next_room;
  if (is_too_tall && !contents_->is_refused) {
    refuse_too_tall(contents_->pages.pages.size(), contents_->origin, contents_->diagnostics);
    contents_->is_refused = true;
  }
  cursor = step.next;
  return contents_->draw(step, is_first);
}

bool SetTable::is_done(const TableCursor& cursor) const { return typeset::is_done(contents_->shape, cursor); }

Length SetTable::least_start(Length next_room, Length glued) const {
  const TableShape& shape = contents_->shape;
  const TableStep whole = fill_page(shape, TableCursor{}, {next_room, next_room, true});
  if (glued > Length() && typeset::is_done(shape, whole.next)) {
    const TableStep shorter = fill_page(shape, TableCursor{}, {whole.height - smallest_step, next_room, false});
    if (shorter.height == Length()) return whole.height + glued;
  }
  return typeset::least_start(shape, next_room);
}

std::optional<Length> SetTable::whole_height(Length room, bool is_fresh) const {
  const TableStep step = fill_page(contents_->shape, TableCursor{}, {room, room, is_fresh});
  const bool is_whole = typeset::is_done(contents_->shape, step.next) && step.height <= room;
  return is_whole ? std::optional(step.height) : std::nullopt;
}

TableStep SetTable::Contents::step_from(const TableCursor& cursor, const PageRoom& page, Length glued) const {
  TableStep step = fill_page(shape, cursor, page);
  if (glued == Length() || !typeset::is_done(shape, step.next) || step.height + glued <= page.here) return step;
  TableStep shorter = fill_page(shape, cursor, {step.height - smallest_step, page.next, page.is_fresh});
  return typeset::is_done(shape, shorter.next) ? step : shorter;
}

/// What a page that starts with this row starts with.
model::ElementId SetTable::Contents::element_of(std::size_t row) const {
  if (rows[row].id != 0) return rows[row].id;
  const std::size_t group = shape.rows()[row].group;
  const model::ElementId label = group < groups.size() ? groups[group].label.first_row : 0;
  return label != 0 ? label : table;
}

TablePart SetTable::Contents::draw(const TableStep& step, bool is_first) {
  Drawing drawing;
  TablePart part;
  part.height = step.height;
  auto cell = step.cells.begin();
  for (const PlacedBand& band : step.bands) {
    if (band.kind == BandKind::continued_heading) draw_band(continued_heading, band.y, drawing);
    if (band.kind == BandKind::head) draw_band(is_first ? head : repeated_head, band.y, drawing);
    if (band.kind == BandKind::label) draw_band(groups[band.index].label, band.y, drawing);
    if (band.kind == BandKind::continued_label) draw_band(groups[band.index].continued_label, band.y, drawing);
    if (band.kind != BandKind::row) continue;
    if (part.first_row == 0) {
      part.first_row = element_of(band.index);
      part.first_row_continues = band.continues;
    }
    for (; cell != step.cells.end() && cell->row <= band.index; ++cell) {
      draw_cell(rows[cell->row].cells[cell->cell], frame, cell->first_line, cell->end_line, cell->y, cell->height,
                drawing);
    }
  }
  for (const model::Rule& rule : rules_around(drawing.boxes, frame.rule_thickness)) part.marks.emplace_back(rule);
  std::move(drawing.marks.begin(), drawing.marks.end(), std::back_inserter(part.marks));
  part.cells = std::move(drawing.cells);
  return part;
}

}  // namespace krut::typeset
