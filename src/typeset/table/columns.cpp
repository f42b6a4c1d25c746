#include "typeset/table/columns.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

namespace krut::typeset {

namespace {

using Kind = model::Column::Kind;

/// Room for a letter or two: no column that is not fixed becomes narrower.
constexpr Length least_text = Length::millimetres(3);
/// Word processors know columns in whole twips and letters about as exactly: a word with less room to spare would be
/// cut there.
constexpr Length rounding = Length::twips(4);
/// In how many steps the rest is given away; each goes where it lowers the table most.
constexpr std::int64_t steps = 120;
/// A line in the unit in which heights are weighed.
constexpr std::int64_t line_unit = 64;
/// How much more a row's height weighs than the lines of a cell that is not its tallest.
constexpr std::int64_t height_weight = 16;
/// Rows that are weighed; a longer table is sampled evenly.
constexpr std::size_t most_rows_weighed = 1'000;
constexpr std::int64_t whole_share = 1'000;
/// Of the room that content columns share, at most so much goes to what should, but need not, stay on one line.
constexpr std::int64_t held_part = 3;
constexpr std::int64_t held_whole = 4;

/// What gets width as one: a content column, or all share columns together.
struct Track {
  std::vector<std::size_t> columns;
  std::vector<std::int64_t> parts;  ///< of its width, one a column
  std::int64_t whole = 1;
  Length floor;  ///< what it keeps when words must be cut
  Length least;  ///< no word is cut
  std::optional<Length> most;
  std::int64_t weight = whole_share;
  Length width;
};

std::int64_t share_of(const model::Column& column) { return std::max<std::int64_t>(column.share, 1); }

/// Cuts `width` into parts that add up to it exactly.
void share_out(const Track& track, Length width, std::vector<Length>& widths) {
  Length before;
  std::int64_t parts = 0;
  for (std::size_t index = 0; index < track.columns.size(); ++index) {
    parts += track.parts[index];
    const Length edge = width.scaled(parts, track.whole);
    widths[track.columns[index]] = edge - before;
    before = edge;
  }
}

class Solver {
 public:
  Solver(const std::vector<model::Column>& columns, Length padding, const std::vector<CellWish>& wishes)
      : columns_(columns), padding_(padding), wishes_(wishes), widths_(columns.size()), least_(columns.size()) {}

  std::vector<Length> solve(Length width);

 private:
  void set_fixed(Length width);
  void find_least();
  void hold_together(Length rest);
  void make_tracks();
  void widen_for_spans();
  void fill(Length rest);
  void squeeze(Length rest);
  void grow(Length rest);
  void give_leftover(Length rest);
  void gather_rows();
  [[nodiscard]] std::vector<std::int64_t> gains(Length step) const;
  [[nodiscard]] std::int64_t lines_in(const CellWish& wish, Length width) const;
  [[nodiscard]] static bool is_full(const Track& track) { return track.most && track.width >= *track.most; }

  const std::vector<model::Column>& columns_;
  Length padding_;
  const std::vector<CellWish>& wishes_;
  std::vector<Length> widths_;
  std::vector<Length> least_;
  std::vector<Track> tracks_;
  std::vector<std::size_t> track_of_;  ///< by column; the number of tracks for fixed ones
  std::vector<std::vector<const CellWish*>> rows_;
};

std::vector<Length> Solver::solve(Length width) {
  set_fixed(width);
  const Length rest = std::accumulate(widths_.begin(), widths_.end(), width, std::minus());
  find_least();
  hold_together(rest);
  widen_for_spans();
  make_tracks();
  fill(rest);
  for (const Track& track : tracks_) share_out(track, track.width, widths_);
  return widths_;
}

/// As asked for; where the place is too narrow for all columns, the fixed ones give in alike.
void Solver::set_fixed(Length width) {
  Length fixed;
  for (const model::Column& column : columns_) fixed += column.kind == Kind::fixed ? column.width : Length();
  const Length others = asked_width(columns_, padding_) - fixed;
  const Length room = std::max(width - others, Length());
  const std::int64_t whole = std::max<std::int64_t>(fixed.in_twips(), 1);
  Length asked;
  Length given;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (columns_[column].kind != Kind::fixed) continue;
    asked += columns_[column].width;
    const Length edge = fixed <= room ? asked : std::min(room, room.scaled(asked.in_twips(), whole));
    widths_[column] = edge - given;
    given = edge;
  }
}

void Solver::find_least() {
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (columns_[column].kind == Kind::fixed) continue;
    least_[column] = padding_ + least_text;
    if (columns_[column].kind == Kind::content) least_[column] = std::max(least_[column], columns_[column].least);
  }
  for (const CellWish& wish : wishes_) {
    if (wish.column_span != 1 || columns_[wish.column].kind == Kind::fixed) continue;
    least_[wish.column] = std::max(least_[wish.column], wish.narrowest + rounding + padding_);
  }
}

/// Numbers keep their units and names their titles, in all content columns or in none.
void Solver::hold_together(Length rest) {
  std::vector<Length> held = least_;
  for (const CellWish& wish : wishes_) {
    if (wish.column_span != 1 || columns_[wish.column].kind != Kind::content) continue;
    held[wish.column] = std::max(held[wish.column], wish.held + rounding + padding_);
  }
  Length sum;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (columns_[column].kind != Kind::fixed) sum += held[column];
  }
  if (sum <= rest.scaled(held_part, held_whole)) least_ = std::move(held);
}

/// A cell over several columns whose longest word they cannot hold widens those that are free to grow.
void Solver::widen_for_spans() {
  for (const CellWish& wish : wishes_) {
    if (wish.column_span < 2) continue;
    Length have;
    std::int64_t growing = 0;
    for (std::size_t column = wish.column; column < wish.column + wish.column_span; ++column) {
      have += columns_[column].kind == Kind::fixed ? widths_[column] : least_[column];
      growing += columns_[column].kind == Kind::fixed ? 0 : 1;
    }
    const Length lacking = wish.narrowest + rounding + padding_ - have;
    if (lacking <= Length() || growing == 0) continue;
    for (std::size_t column = wish.column; column < wish.column + wish.column_span; ++column) {
      if (columns_[column].kind != Kind::fixed) least_[column] += lacking / growing + Length::emu(1);
    }
  }
}

void Solver::make_tracks() {
  Track shares;
  shares.whole = 0;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (columns_[column].kind != Kind::share) continue;
    shares.columns.push_back(column);
    shares.parts.push_back(share_of(columns_[column]));
    shares.whole += share_of(columns_[column]);
  }
  for (const std::size_t column : shares.columns) {
    const Length whole = least_[column].scaled(shares.whole, share_of(columns_[column]));
    shares.least = std::max(shares.least, whole);
    shares.floor += padding_ + least_text;
  }
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (columns_[column].kind != Kind::content) continue;
    Track track;
    track.columns = {column};
    track.parts = {1};
    track.most = columns_[column].most;
    track.least = track.most ? std::min(least_[column], *track.most) : least_[column];
    track.floor = std::min(track.least, std::max(padding_ + least_text, columns_[column].least));
    track.weight = share_of(columns_[column]);
    tracks_.push_back(std::move(track));
  }
  if (!shares.columns.empty()) tracks_.push_back(std::move(shares));
  track_of_.assign(columns_.size(), tracks_.size());
  for (std::size_t track = 0; track < tracks_.size(); ++track) {
    for (const std::size_t column : tracks_[track].columns) track_of_[column] = track;
  }
}

void Solver::fill(Length rest) {
  if (tracks_.empty()) return;
  Length least;
  for (Track& track : tracks_) {
    track.width = track.least;
    least += track.least;
  }
  if (least >= rest) return squeeze(rest);
  gather_rows();
  grow(rest - least);
}

/// Not even the longest words fit: all give in alike, down to a letter or two.
void Solver::squeeze(Length rest) {
  Length floor;
  for (const Track& track : tracks_) floor += track.floor;
  Length wanted;
  for (const Track& track : tracks_) wanted += track.least - track.floor;
  const Length free = std::max(Length(), rest - floor);
  Length given;
  Length asked;
  for (Track& track : tracks_) {
    asked += track.least - track.floor;
    const Length edge = asked == wanted ? free : free.scaled(asked.in_twips(), wanted.in_twips());
    track.width = track.floor + edge - given;
    given = edge;
  }
}

void Solver::grow(Length rest) {
  const Length step = rest / steps;
  while (step > Length() && rest >= step) {
    const std::vector<std::int64_t> worth = gains(step);
    const auto best = std::max_element(worth.begin(), worth.end());
    if (*best <= 0) break;
    tracks_[static_cast<std::size_t>(best - worth.begin())].width += step;
    rest -= step;
  }
  give_leftover(rest);
}

/// Nothing becomes lower any more: shares take what is left; without them, content columns by their width.
void Solver::give_leftover(Length rest) {
  const auto shares = std::find_if(tracks_.begin(), tracks_.end(), [&](const Track& track) {
    return columns_[track.columns.front()].kind == Kind::share;
  });
  if (shares != tracks_.end()) {
    shares->width += rest;
    return;
  }
  while (rest > Length()) {
    Length growing;
    for (const Track& track : tracks_) growing += is_full(track) ? Length() : track.width;
    if (growing == Length()) return;
    const Length round = rest;
    for (Track& track : tracks_) {
      if (is_full(track)) continue;
      Length part = std::min(rest, round.scaled(track.width.in_twips(), growing.in_twips()) + Length::emu(1));
      if (track.most) part = std::min(part, *track.most - track.width);
      track.width += part;
      rest -= part;
    }
  }
}

void Solver::gather_rows() {
  std::size_t last = 0;
  for (const CellWish& wish : wishes_) last = std::max(last, wish.row);
  const std::size_t stride = last / most_rows_weighed + 1;
  rows_.resize(last / stride + 1);
  for (const CellWish& wish : wishes_) {
    const bool is_weighed = wish.row % stride == 0 && wish.column_span == 1 && !wish.paragraphs.empty();
    if (is_weighed) rows_[wish.row / stride].push_back(&wish);
  }
}

/// How much lower the table becomes when each track alone grows by a step.
std::vector<std::int64_t> Solver::gains(Length step) const {
  std::vector<std::int64_t> worth(tracks_.size());
  std::vector<Length> now(columns_.size());
  std::vector<Length> wider(columns_.size());
  for (std::size_t column = 0; column < columns_.size(); ++column) now[column] = wider[column] = widths_[column];
  for (const Track& track : tracks_) {
    Track grown = track;
    grown.width += step;
    share_out(track, track.width, now);
    share_out(grown, grown.width, wider);
  }
  std::vector<std::pair<std::int64_t, std::int64_t>> lines;
  for (const auto& row : rows_) {
    std::int64_t highest = 0;
    std::int64_t second = 0;
    lines.clear();
    for (const CellWish* wish : row) {
      lines.emplace_back(lines_in(*wish, now[wish->column]), lines_in(*wish, wider[wish->column]));
      second = std::max(second, std::min(highest, lines.back().first));
      highest = std::max(highest, lines.back().first);
    }
    for (std::size_t cell = 0; cell < row.size(); ++cell) {
      const std::size_t track = track_of_[row[cell]->column];
      if (track == tracks_.size()) continue;
      const auto [before, after] = lines[cell];
      const std::int64_t others = before == highest ? second : highest;
      worth[track] += height_weight * (highest - std::max(others, after)) + before - after;
    }
  }
  for (std::size_t track = 0; track < tracks_.size(); ++track) {
    worth[track] *= tracks_[track].weight;
    if (tracks_[track].most && tracks_[track].width + step > *tracks_[track].most) worth[track] = 0;
  }
  return worth;
}

/// Lines of a cell, in parts of a line and without the ragged ends, so that every bit of width counts.
std::int64_t Solver::lines_in(const CellWish& wish, Length width) const {
  const Length room = std::max(width - padding_, least_text);
  std::int64_t lines = 0;
  for (const Length paragraph : wish.paragraphs) {
    lines += std::max(line_unit, (paragraph.in_emu() * line_unit + room.in_emu() - 1) / room.in_emu());
  }
  return lines / static_cast<std::int64_t>(std::max<std::size_t>(wish.row_span, 1));
}

}  // namespace

bool needs_wishes(const std::vector<model::Column>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const auto& column) { return column.kind == Kind::content; });
}

Length asked_width(const std::vector<model::Column>& columns, Length padding) {
  Length width;
  for (const model::Column& column : columns) {
    width += column.kind == Kind::fixed ? column.width : padding + least_text;
  }
  return width;
}

std::vector<Length> solve_columns(const std::vector<model::Column>& columns, Length width, Length padding,
                                  const std::vector<CellWish>& wishes) {
  return Solver(columns, padding, wishes).solve(width);
}

}  // namespace krut::typeset
