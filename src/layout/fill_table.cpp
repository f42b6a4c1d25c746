#include "layout/fill_table.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "layout/faults.h"
#include "layout/fill_values.h"
#include "layout/row_grid.h"
#include "layout/row_shape.h"
#include "layout/rule_room.h"
#include "layout/styles.h"

namespace krut::layout {

namespace {

using Rows = std::vector<model::Row>;

/// Room beside the text of a cell, as word processors leave it.
constexpr Length usual_side_padding = Length::twips(108);
/// Under the text, so that vowels below the last line stay off the rule; half a millimetre.
constexpr Length usual_bottom_padding = Length::twips(28);
constexpr Length usual_rule = Length::points(0.5);
/// Under text that stands right above a rule, for the same reason.
constexpr Length least_space_above_rule = usual_bottom_padding;

constexpr std::string_view silent_continuation = "silent";

/// Rows of one sort: head rows are bold, centred and in the middle, unless a style of their own says otherwise.
enum class RowSort { body, head };

class TableFiller {
 public:
  TableFiller(FillState& state, const Node& node, const Manner& manner) : state_(state), node_(node), manner_(manner) {
    manner_.is_in_cell = true;
  }

  model::Table table() {
    model::Table table;
    table.id = state_.next_id();
    table.place = node_.place;
    table.columns = columns_in(state_, node_);
    columns_ = static_cast<int>(table.columns.size());
    set_padding(table);
    table.rule_thickness = node_.value_or<Length>("rule", usual_rule);
    if (const auto* title = node_.value<Template>("title")) table.title = plain_text(state_, *title, node_.place);
    if (const Node* heading = node_.child(ElementKind::continued_heading)) add_continued_heading(*heading, table);
    if (const Node* head = node_.child(ElementKind::head))
      table.head = rows_in(*head, head_manner(*head), RowSort::head);
    add_groups(table);
    if (const Node* foot = node_.child(ElementKind::foot)) {
      table.foot = rows_in(*foot, manner_inside(state_, *foot, manner_), RowSort::body);
    }
    if (table.columns.empty()) add_solved_columns(table);
    return table;
  }

 private:
  void set_padding(model::Table& table) const {
    const Sides usual{{}, usual_side_padding, usual_bottom_padding, usual_side_padding};
    const Sides padding = node_.value_or<Sides>("padding", usual);
    table.top_padding = padding.top;
    table.right_padding = padding.right;
    table.bottom_padding = padding.bottom;
    table.left_padding = padding.left;
  }

  /// Of a table that names no columns: as many as its first row fills.
  void add_solved_columns(model::Table& table) {
    const auto wanted = static_cast<std::size_t>(std::max(columns_, 1));
    if (wanted > limits::table_columns) {
      state_.diagnostics.add(faults::too_many_columns(node_.place, {}, wanted, limits::table_columns));
    }
    model::Column column;
    column.kind = model::Column::Kind::content;
    table.columns.assign(std::min(wanted, limits::table_columns), column);
  }

  /// What stands above the head on each page that the table goes on on; outside the table, so not in a cell.
  void add_continued_heading(const Node& heading, model::Table& table) {
    Manner manner = manner_inside(state_, heading, manner_);
    manner.is_in_cell = false;
    Line line;
    add_inline(state_, heading.children, 0, heading.children.size(), text_format(state_, manner), manner, line);
    settle_tabs(line.spans, 0);
    if (line.is_void()) return;
    table.continued_heading = paragraph_of(state_, heading, manner, std::move(line.spans));
    table.continued_heading->format.outline_level = 0;
    if (table.rule_thickness <= Length()) return;
    Length& below = table.continued_heading->format.space_after;
    below = std::max(below, least_space_above_rule);
  }

  Manner head_manner(const Node& head) const {
    const auto* own_style = node_.value<std::string>("head-style");
    Manner manner = manner_;
    if (own_style != nullptr) manner.style = state_.program.style(*own_style).value_or(manner.style);
    manner = manner_inside(state_, head, manner);
    const bool has_own_look = own_style != nullptr || head.has("style");
    manner.is_bold = !has_own_look;
    if (!has_own_look) manner.alignment = model::Alignment::center;
    return manner;
  }

  /// Rows outside groups make a group without a head.
  void add_groups(model::Table& table) {
    bool is_open = false;
    Sequence sequence(columns_);
    for (const Node& child : node_.children) {
      if (child.kind == ElementKind::group) {
        repeat(state_, child, [&] { add_group(child, table); });
        is_open = false;
      } else if (child.kind == ElementKind::row) {
        if (!is_open) {
          table.groups.emplace_back();
          table.groups.back().id = state_.next_id();
          sequence = Sequence(columns_);
        }
        is_open = true;
        add_rows(child, manner_, RowSort::body, sequence, table.groups.back().rows);
      }
    }
    for (model::RowGroup& group : table.groups) clamp_spans(group.rows);
    const auto is_empty = [](const model::RowGroup& group) { return group.rows.empty(); };
    table.groups.erase(std::remove_if(table.groups.begin(), table.groups.end(), is_empty), table.groups.end());
  }

  void add_group(const Node& node, model::Table& table) {
    const Manner manner = manner_inside(state_, node, manner_);
    model::RowGroup group;
    group.id = state_.next_id();
    const Node* head = node.child(ElementKind::group_head);
    if (head != nullptr) {
      const Manner look = group_head_manner(*head, manner);
      const std::string suffix = node.value_or<std::string>("continued", std::string(silent_continuation));
      group.head = rows_in(*head, look, RowSort::body);
      if (suffix != silent_continuation) {
        group.continuation = model::Continuation::label;
        group.continued_head = rows_in(*head, look, RowSort::body);
        append_suffix(group.continued_head, suffix);
      }
    }
    Sequence sequence(columns_);
    for (const Node& child : node.children) {
      if (child.kind == ElementKind::row) add_rows(child, manner, RowSort::body, sequence, group.rows);
    }
    for (Rows* heads : {&group.head, &group.continued_head}) {
      for (model::Row& row : *heads) row.pointer = pointer_of(node);
    }
    if (group.rows.empty()) keep_head_of_empty(group);
    table.groups.push_back(std::move(group));
  }

  Manner group_head_manner(const Node& head, const Manner& outer) const {
    Manner manner = manner_inside(state_, head, outer);
    manner.is_bold = !head.has("style");
    return manner;
  }

  /// A group without rows still shows its label, as a row of its own.
  static void keep_head_of_empty(model::RowGroup& group) {
    group.rows = std::move(group.head);
    group.head.clear();
    group.continued_head.clear();
    group.continuation = model::Continuation::silent;
  }

  /// After the last words of the first cell.
  static void append_suffix(Rows& rows, const std::string& suffix) {
    if (rows.empty() || rows.front().cells.empty()) return;
    Blocks& blocks = rows.front().cells.front().blocks;
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
      auto* paragraph = std::get_if<model::Paragraph>(&block->content);
      if (paragraph == nullptr || paragraph->spans.empty()) continue;
      model::Span span;
      span.text = suffix;
      span.format = paragraph->spans.back().format;
      paragraph->spans.push_back(std::move(span));
      return;
    }
  }

  Rows rows_in(const Node& parent, const Manner& manner, RowSort sort) {
    Rows rows;
    Sequence sequence(columns_);
    for (const Node& child : parent.children) {
      if (child.kind == ElementKind::row) add_rows(child, manner, sort, sequence, rows);
    }
    clamp_spans(rows);
    return rows;
  }

  /// Rows that share their columns.
  struct Sequence {
    explicit Sequence(int columns) : grid(columns) {}

    RowGrid grid;                       ///< what is free of the columns
    std::vector<const Node*> standing;  ///< cells of all rows that stand in one of the rows already
  };

  /// Whether a cell of all rows stands in a row above; from now on it does.
  static bool stands_above(const Node& cell, Sequence& sequence) {
    if (cell.value_or<int>("rows", 1) != all_there_are) return false;
    auto& standing = sequence.standing;
    const bool is_known = std::find(standing.begin(), standing.end(), &cell) != standing.end();
    if (!is_known) standing.push_back(&cell);
    return is_known;
  }

  void add_rows(const Node& node, const Manner& outer, RowSort sort, Sequence& sequence, Rows& rows) {
    repeat(state_, node, [&] {
      const Manner manner = manner_inside(state_, node, outer);
      model::Row row;
      row.id = state_.next_id();
      row.may_split = node.value_or<bool>("may-split", true);
      row.pointer = pointer_of(node);
      for (const Node& child : node.children) {
        if (child.kind != ElementKind::cell || stands_above(child, sequence)) continue;
        repeat(state_, child, [&] { row.cells.push_back(cell_of(child, manner, sort)); });
      }
      give_the_rest(sequence.grid, row);
      if (!has_cells_of_data(node)) fill_up(node, manner, sequence.grid, row);
      check_fit(node, sequence.grid, row);
      sequence.grid.add(row);
      columns_ = sequence.grid.columns();
      rows.push_back(std::move(row));
    });
  }

  /// A cell that spans the rest of its row gets the columns that the others leave; a second one gets one.
  static void give_the_rest(const RowGrid& grid, model::Row& row) {
    model::Cell* taker = nullptr;
    for (model::Cell& cell : row.cells) {
      if (cell.column_span != all_there_are) continue;
      cell.column_span = 1;
      if (taker == nullptr) taker = &cell;
    }
    if (taker != nullptr) taker->column_span += std::max(0, grid.columns_left(row));
  }

  /// Conditions, and lists of any length, may leave columns free: empty cells make the grid whole.
  void fill_up(const Node& node, const Manner& manner, const RowGrid& grid, model::Row& row) {
    for (int left = grid.columns_left(row); left > 0; --left) {
      model::Cell cell;
      cell.id = state_.next_id();
      cell.blocks.push_back({paragraph_of(state_, node, manner, {})});
      row.cells.push_back(std::move(cell));
    }
  }

  /// Cells beyond the last column are a fault; where the data has the cells, so is a row that does not fill the
  /// columns.
  void check_fit(const Node& node, const RowGrid& grid, const model::Row& row) {
    const int left = grid.columns_left(row);
    if (!has_cells_of_data(node)) {
      if (left >= 0 || overfull_ == &node) return;
      state_.diagnostics.add(faults::wrong_cell_count(node.place, columns_ - left, columns_));
      overfull_ = &node;
      return;
    }
    if (left == 0 && !grid.is_overlaid_by(row)) return;
    const Loop* loop = node.value<Loop>("each");
    const auto value = loop == nullptr ? std::nullopt : state_.scope.value({{loop->variable}, {}});
    const int found = left == 0 ? columns_ + 1 : columns_ - left;
    state_.diagnostics.add(value ? faults::unfilled_row(value->place(), node.place, found, columns_)
                                 : faults::unfilled_row(node.place, {}, found, columns_));
  }

  /// Of the value that a repeated element stands for just now.
  [[nodiscard]] std::string pointer_of(const Node& node) const {
    const Loop* loop = node.value<Loop>("each");
    const auto value = loop == nullptr ? std::nullopt : state_.scope.value({{loop->variable}, {}});
    return value ? value->pointer() : std::string();
  }

  model::Cell cell_of(const Node& node, const Manner& outer, RowSort sort) {
    Manner manner = manner_inside(state_, node, outer);
    if (const std::string align = word_in(state_, node, "align", ""); !align.empty()) {
      manner.alignment = alignment_of(align);
    }
    model::Cell cell;
    cell.id = state_.next_id();
    cell.column_span = count_in(state_, node, "span", 1);
    cell.row_span = count_in(state_, node, "rows", 1);
    if (cell.row_span > 1 && cell.row_span != all_there_are) spans_[cell.id] = {&node, value_of(node, "rows")};
    const std::string usual = sort == RowSort::head ? "middle" : "top";
    const std::string vertical = word_in(state_, node, "valign", usual);
    cell.vertical_alignment = vertical == "middle"   ? model::VerticalAlignment::middle
                              : vertical == "bottom" ? model::VerticalAlignment::bottom
                                                     : model::VerticalAlignment::top;
    add_children(state_, node, manner, cell.blocks);
    if (cell.blocks.empty()) cell.blocks.push_back({empty_paragraph(node, manner)});
    keep_off_rule(cell.blocks, Length());
    return cell;
  }

  /// A cell is never without a paragraph: it holds the `empty` text, or nothing.
  model::Paragraph empty_paragraph(const Node& node, const Manner& manner) {
    Line line;
    if (const auto* empty = node.value<Template>("empty")) {
      add_template(state_, *empty, node.place, text_format(state_, manner), manner, line);
    }
    return paragraph_of(state_, node, manner, std::move(line.spans));
  }

  /// A cell of all rows ends with them; one that asks for more than there are is a fault.
  void clamp_spans(Rows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const int left = static_cast<int>(rows.size() - i);
      for (model::Cell& cell : rows[i].cells) {
        if (cell.row_span <= left) continue;
        if (cell.row_span != all_there_are) tell_of_span(cell, left);
        cell.row_span = left;
      }
    }
  }

  void tell_of_span(const model::Cell& cell, int left) {
    const AskedSpan& asked = spans_.at(cell.id);
    const Place where = asked.value ? asked.value->place() : asked.node->place;
    const Place asked_by = asked.value ? asked.node->place : Place();
    state_.diagnostics.add(faults::too_many_rows_spanned(where, asked_by, cell.row_span, left));
  }

  /// Of the data, where an attribute takes it from there.
  [[nodiscard]] std::optional<data::Value> value_of(const Node& node, std::string_view attribute) const {
    const Path* path = node.value<Path>(attribute);
    return path == nullptr ? std::nullopt : state_.scope.value(*path);
  }

  /// Who wants a cell to span rows.
  struct AskedSpan {
    const Node* node = nullptr;
    std::optional<data::Value> value;
  };

  FillState& state_;
  const Node& node_;
  Manner manner_;
  int columns_ = 0;  ///< 0 until the first row of a table that names no columns
  std::map<model::ElementId, AskedSpan> spans_;
  const Node* overfull_ = nullptr;  ///< the row that was last told to hold too many cells
};

}  // namespace

void add_table(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  model::Table table = TableFiller(state, node, manner).table();
  if (table.rule_thickness > Length()) keep_off_rule(blocks, least_space_above_rule);
  blocks.push_back({std::move(table)});
}

}  // namespace krut::layout
