#include "typeset/table/table_breaker.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

namespace krut::typeset {

namespace {

constexpr Length one_emu = Length::emu(1);
constexpr std::array all_rules = {BreakRule::orderly, BreakRule::uneven, BreakRule::parting, BreakRule::anywhere,
                                  BreakRule::overflowing};

/// A cell that stands in the row being set, or spans into it.
struct OpenCell {
  std::size_t row = 0;
  std::size_t cell = 0;
  std::size_t first_line = 0;  ///< on this page
  Length top;                  ///< of its area on this page
};

enum class Outcome {
  nothing,    ///< no place for any of it
  page_full,  ///< the page ends inside
  finished,   ///< all of it stands here
};

/// One page being filled. Lives for one call of `fill_page`.
class PageFill {
 public:
  PageFill(const TableShape& shape, const TableCursor& from, const PageRoom& room)
      : shape_(shape), from_(from), room_(room), row_(from.row), is_in_row_(from.is_in_row) {}

  TableStep run();

 private:
  /// What must be put back when a try leads nowhere.
  struct Mark {
    std::size_t row = 0;
    bool is_in_row = false;
    Length y;
    std::size_t bands = 0;
    std::size_t cells = 0;
    std::vector<OpenCell> open;
  };

  void open_page();
  void place_band(BandKind kind, std::size_t index, Length height);
  Outcome place_chunk(const Chunk& chunk);
  [[nodiscard]] bool waits_whole(const Chunk& chunk) const;
  Outcome flow(const Chunk& chunk, BreakRule rule);
  Outcome part_before_foot(const std::optional<Mark>& last_body_row, BreakRule rule);

  void open_row();
  void place_row(Length height);
  bool split_row(Length room, BreakRule rule);
  void end_page_before_row(BreakRule rule);
  void end_page(const std::vector<std::size_t>& end_lines);

  [[nodiscard]] bool may_end_page_before_row(BreakRule rule) const;
  [[nodiscard]] bool waits(bool is_first) const;
  [[nodiscard]] Length foot_to_join(std::size_t body_row) const;
  [[nodiscard]] Length rest_of_row() const;
  [[nodiscard]] Length part_height(const OpenCell& open, std::size_t end_line) const;
  [[nodiscard]] std::size_t end_within(const OpenCell& open, Length bottom, BreakRule rule) const;
  [[nodiscard]] Length top_of_next_page() const;

  [[nodiscard]] const ShapedRow& row() const { return shape_.rows()[row_]; }
  [[nodiscard]] const ShapedRow::Cell& shaped(const OpenCell& open) const {
    return shape_.rows()[open.row].cells[open.cell];
  }
  [[nodiscard]] bool ends_here(const OpenCell& open) const { return shaped(open).end_row == row_ + 1; }
  [[nodiscard]] bool must_progress() const { return is_empty_ && room_.is_fresh; }

  [[nodiscard]] Mark mark() const { return {row_, is_in_row_, y_, step_.bands.size(), step_.cells.size(), open_}; }
  void go_back_to(const Mark& mark);

  const TableShape& shape_;
  const TableCursor& from_;
  const PageRoom& room_;
  TableStep step_;
  Length y_;
  std::size_t row_ = 0;
  bool is_in_row_ = false;  ///< a part of row_ stands on an earlier page
  bool is_empty_ = true;    ///< no body on this page yet
  std::vector<OpenCell> open_;
};

TableStep PageFill::run() {
  open_page();
  Outcome outcome = Outcome::finished;
  while (outcome == Outcome::finished && row_ < shape_.rows().size()) {
    outcome = place_chunk(shape_.chunks()[row().chunk]);
    if (outcome != Outcome::nothing) is_empty_ = false;
  }
  if (is_empty_) return {.next = from_, .height = {}, .bands = {}, .cells = {}};
  if (outcome != Outcome::page_full) step_.next.row = row_;
  step_.height = y_;
  step_.overflows = y_ > room_.here;
  std::sort(step_.cells.begin(), step_.cells.end(),
            [](const PlacedCell& a, const PlacedCell& b) { return std::tie(a.row, a.cell) < std::tie(b.row, b.cell); });
  return std::move(step_);
}

void PageFill::open_page() {
  const bool has_begun = from_ != TableCursor{};
  if (has_begun && shape_.continued_heading() > Length()) {
    place_band(BandKind::continued_heading, 0, shape_.continued_heading());
  }
  if (shape_.head() > Length()) place_band(BandKind::head, 0, shape_.head());
  const ShapedGroup& group = shape_.groups()[row().group];
  const bool goes_on = !row().is_foot && (is_in_row_ || row_ > group.first_row);
  if (goes_on && group.continued_label > Length()) {
    place_band(BandKind::continued_label, row().group, group.continued_label);
  }
  for (const CellProgress& progress : from_.cells) open_.push_back({progress.row, progress.cell, progress.lines, y_});
}

void PageFill::place_band(BandKind kind, std::size_t index, Length height) {
  step_.bands.push_back({kind, index, y_, height});
  y_ += height;
}

Outcome PageFill::place_chunk(const Chunk& chunk) {
  const Mark before = mark();
  if (row_ == chunk.begin && !is_in_row_) {
    if (waits_whole(chunk)) return Outcome::nothing;
    const ShapedGroup& group = shape_.groups()[row().group];
    const bool has_label = !row().is_foot && row_ == group.first_row && group.label > Length();
    if (has_label) place_band(BandKind::label, row().group, group.label);
  }
  const Mark labelled = mark();
  for (const BreakRule rule : all_rules) {
    const Outcome outcome = flow(chunk, rule);
    if (outcome != Outcome::nothing) {
      step_.rule = std::max(step_.rule, rule);
      return outcome;
    }
    go_back_to(labelled);
    if (!must_progress()) break;
  }
  go_back_to(before);
  return Outcome::nothing;
}

bool PageFill::waits_whole(const Chunk& chunk) const {
  if (must_progress()) return false;
  const ShapedRow& first = row();
  const ShapedGroup& group = shape_.groups()[first.group];
  const bool starts_group = !first.is_foot && row_ == group.first_row;
  const Length label = starts_group ? group.label : Length();
  const bool fits_here = y_ + label + chunk.height <= room_.here;
  return !fits_here && top_of_next_page() + chunk.height <= room_.next;
}

/// Sets the rest of a chunk as far as it goes. Rows go whole where they can; the page ends before a row that an empty
/// page would hold, and inside one that none would.
Outcome PageFill::flow(const Chunk& chunk, BreakRule rule) {
  const std::size_t first = row_;
  const bool is_whole = first == chunk.begin && !is_in_row_ && y_ + chunk.height <= room_.here;
  std::optional<Mark> last_break;
  std::optional<Mark> last_body_row;
  for (; row_ < chunk.end; ++row_, is_in_row_ = false) {
    const bool is_first = row_ == first;
    if (!is_first && may_end_page_before_row(rule)) last_break = mark();
    const bool foot_follows = row_ + 1 < chunk.end && shape_.rows()[row_ + 1].starts_foot_after_body;
    if (foot_follows) last_body_row = mark();
    if (!is_in_row_) open_row();
    const Length rest = is_whole ? std::max(rest_of_row(), row().shared_height) : rest_of_row();
    if (y_ + rest <= room_.here) {
      place_row(rest);
      continue;
    }
    if (!waits(is_first)) {
      if (split_row(room_.here - y_, rule)) return Outcome::page_full;
      if (rule == BreakRule::overflowing && is_first) {
        place_row(rest);
        ++row_;
        is_in_row_ = false;
        if (row_ == chunk.end) return Outcome::finished;
        end_page_before_row(rule);
        return Outcome::page_full;
      }
    }
    if (!last_break) return row().starts_foot_after_body ? part_before_foot(last_body_row, rule) : Outcome::nothing;
    go_back_to(*last_break);
    end_page_before_row(rule);
    return Outcome::page_full;
  }
  return Outcome::finished;
}

/// The last row fits but the foot does not: sends as few lines as may be over to stand with the foot.
Outcome PageFill::part_before_foot(const std::optional<Mark>& last_body_row, BreakRule rule) {
  if (!last_body_row) return Outcome::nothing;
  go_back_to(*last_body_row);
  if (!row().may_split && !is_in_row_) return Outcome::nothing;
  if (!is_in_row_) open_row();
  const Length room = std::min(room_.here - y_, rest_of_row() - one_emu);
  return split_row(room, rule) ? Outcome::page_full : Outcome::nothing;
}

void PageFill::open_row() {
  for (std::size_t cell = 0; cell < row().cells.size(); ++cell) open_.push_back({row_, cell, 0, y_});
}

void PageFill::place_row(Length height) {
  step_.bands.push_back({BandKind::row, row_, y_, height, is_in_row_, false});
  y_ += height;
  const auto is_over = [this](const OpenCell& open) {
    if (!ends_here(open)) return false;
    step_.cells.push_back({open.row, open.cell, open.top, y_ - open.top, open.first_line, shaped(open).lines.size()});
    return true;
  };
  open_.erase(std::remove_if(open_.begin(), open_.end(), is_over), open_.end());
}

/// Ends the page inside the row, each cell at its own line, or does nothing.
bool PageFill::split_row(Length room, BreakRule rule) {
  std::vector<std::size_t> end_lines(open_.size());
  Length height;
  bool has_progress = false;
  bool goes_on = false;
  for (std::size_t index = 0; index < open_.size(); ++index) {
    const OpenCell& open = open_[index];
    if (!ends_here(open)) continue;
    const bool is_forced = rule == BreakRule::overflowing && open.first_line < shaped(open).lines.size();
    end_lines[index] = std::max(end_within(open, y_ + room, rule), open.first_line + (is_forced ? 1 : 0));
    height = std::max(height, part_height(open, end_lines[index]) - (y_ - open.top));
    has_progress |= end_lines[index] > open.first_line;
    goes_on |= end_lines[index] < shaped(open).lines.size();
  }
  if (height > room && rule != BreakRule::overflowing) return false;
  bool all_begin = true;
  for (std::size_t index = 0; index < open_.size(); ++index) {
    const OpenCell& open = open_[index];
    if (!ends_here(open)) end_lines[index] = end_within(open, y_ + height, rule);
    all_begin &= end_lines[index] > open.first_line || open.first_line == shaped(open).lines.size();
  }
  if (!has_progress || !goes_on || (rule == BreakRule::orderly && !all_begin)) return false;
  step_.bands.push_back({BandKind::row, row_, y_, height, is_in_row_, true});
  y_ += height;
  is_in_row_ = true;
  end_page(end_lines);
  return true;
}

void PageFill::end_page_before_row(BreakRule rule) {
  std::vector<std::size_t> end_lines;
  end_lines.reserve(open_.size());
  for (const OpenCell& open : open_) end_lines.push_back(end_within(open, y_, rule));
  end_page(end_lines);
}

void PageFill::end_page(const std::vector<std::size_t>& end_lines) {
  step_.next = {row_, is_in_row_, {}};
  for (std::size_t index = 0; index < open_.size(); ++index) {
    const OpenCell& open = open_[index];
    step_.cells.push_back({open.row, open.cell, open.top, y_ - open.top, open.first_line, end_lines[index]});
    step_.next.cells.push_back({open.row, open.cell, end_lines[index]});
  }
}

bool PageFill::may_end_page_before_row(BreakRule rule) const {
  if (rule != BreakRule::orderly) return true;
  if (row().starts_foot_after_body) return foot_to_join(row_ - 1) == Length();
  return std::all_of(open_.begin(), open_.end(), [&](const OpenCell& open) {
    return open.first_line == shaped(open).lines.size() || end_within(open, y_, rule) > open.first_line;
  });
}

/// The row is better kept for the next page: its own cells do not stand here whole, and they would there (with the
/// foot, if that follows) or may not split. Cells that span into the row from above do not count; they are broken
/// already.
bool PageFill::waits(bool is_first) const {
  if (is_in_row_ || (is_first && must_progress())) return false;
  Length own;
  for (const OpenCell& open : open_) {
    if (open.row == row_ && ends_here(open)) own = std::max(own, part_height(open, shaped(open).lines.size()));
  }
  if (y_ + own <= room_.here) return false;
  return !row().may_split || top_of_next_page() + own + foot_to_join(row_) <= room_.next;
}

/// Height of the foot that must stand with the last lines of `body_row`: 0 when other rows follow, or when no page has
/// room for both.
Length PageFill::foot_to_join(std::size_t body_row) const {
  const std::vector<ShapedRow>& rows = shape_.rows();
  if (body_row + 1 >= rows.size() || !rows[body_row + 1].starts_foot_after_body) return {};
  Length foot;
  for (std::size_t row = body_row + 1; row < rows.size(); ++row) foot += rows[row].height;
  Length last_lines;
  for (const ShapedRow::Cell& cell : rows[body_row].cells) {
    const std::size_t size = cell.lines.size();
    const bool may_part = rows[body_row].may_split && size >= 2 * fewest_lines;
    const Length lines = may_part ? cell.lines.extent(size - fewest_lines, size) : Length();
    if (may_part) last_lines = std::max(last_lines, shape_.padding() + lines);
  }
  if (last_lines == Length()) last_lines = rows[body_row].height;
  const Length top = shape_.continued_heading() + shape_.head() + shape_.groups()[rows[body_row].group].continued_label;
  return top + last_lines + foot <= room_.next ? foot : Length();
}

/// Height that the row still needs: its own cells, and what the cells that end in it lack.
Length PageFill::rest_of_row() const {
  Length height;
  for (const OpenCell& open : open_) {
    if (ends_here(open)) height = std::max(height, part_height(open, shaped(open).lines.size()) - (y_ - open.top));
  }
  return height;
}

Length PageFill::part_height(const OpenCell& open, std::size_t end_line) const {
  const bool is_finished_before = open.first_line > 0 && end_line == open.first_line;
  return is_finished_before ? Length() : shape_.padding() + shaped(open).lines.extent(open.first_line, end_line);
}

std::size_t PageFill::end_within(const OpenCell& open, Length bottom, BreakRule rule) const {
  return shaped(open).lines.end_within(open.first_line, bottom - open.top - shape_.padding(), rule);
}

/// Where the row would begin if the page ended above it.
Length PageFill::top_of_next_page() const {
  const bool will_have_begun = row_ > 0 || is_in_row_;
  const Length head = shape_.head() + (will_have_begun ? shape_.continued_heading() : Length());
  if (row().is_foot) return head;
  const ShapedGroup& group = shape_.groups()[row().group];
  return head + (row_ == group.first_row && !is_in_row_ ? group.label : group.continued_label);
}

void PageFill::go_back_to(const Mark& mark) {
  row_ = mark.row;
  is_in_row_ = mark.is_in_row;
  y_ = mark.y;
  step_.bands.resize(mark.bands);
  step_.cells.resize(mark.cells);
  open_ = mark.open;
}

}  // namespace

TableStep fill_page(const TableShape& shape, const TableCursor& from, const PageRoom& room) {
  if (is_done(shape, from)) return {.next = from, .height = {}, .bands = {}, .cells = {}};
  return PageFill(shape, from, room).run();
}

bool is_done(const TableShape& shape, const TableCursor& cursor) { return cursor.row >= shape.rows().size(); }

Length least_start(const TableShape& shape, Length next_room) {
  Length too_little = -one_emu;
  Length enough = next_room;
  while (enough - too_little > one_emu) {
    const Length middle = too_little + (enough - too_little) / 2;
    const bool is_enough = fill_page(shape, {}, {middle, next_room, false}).next != TableCursor{};
    (is_enough ? enough : too_little) = middle;
  }
  return enough;
}

}  // namespace krut::typeset
