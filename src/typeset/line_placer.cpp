#include "typeset/line_placer.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace krut::typeset {

namespace {

using text::Run;

bool is_space(const Run& run) {
  return std::all_of(run.shape->text.begin(), run.shape->text.end(), [](char byte) { return byte == ' '; });
}

bool holds_thai(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    if (utf8::is_thai(decoded.character)) return true;
    at += decoded.size;
  }
  return false;
}

/// A run in the line, and how each of its gaps may open: first as far as all others do, then as its kind does.
struct Slot {
  explicit Slot(const Run& of) : run(&of) {}

  const Run* run;
  std::int64_t gaps = 0;
  Length even_per_gap;
  Length more_per_gap;
  bool is_space = false;
};

/// What one way of opening takes of the slack: `given` of at most `most`.
struct Share {
  Length most;
  Length given;

  void take(Length& slack) {
    given = std::min(slack, most);
    slack -= given;
  }
  [[nodiscard]] Length of(Length part) const {
    return most > Length() ? Length::emu(part.in_emu() * given.in_emu() / most.in_emu()) : Length();
  }
};

struct Shares {
  Share even;
  Share spaces;
  Share clusters;

  [[nodiscard]] Share& more_of(const Slot& slot) { return slot.is_space ? spaces : clusters; }
  [[nodiscard]] const Share& more_of(const Slot& slot) const { return slot.is_space ? spaces : clusters; }
  [[nodiscard]] Length per_gap(const Slot& slot) const {
    return even.of(slot.even_per_gap) + more_of(slot).of(slot.more_per_gap);
  }
  [[nodiscard]] Length given() const { return even.given + spaces.given + clusters.given; }
};

struct Slots {
  std::vector<Slot> visible;
  std::vector<const Run*> trailing;
};

Slots slots_of(const text::PreparedText& text, const LineRange& line) {
  Slots slots;
  for (std::size_t i = line.begin; i < line.end; ++i) {
    for (const Run& run : text.pieces[i].runs) slots.visible.emplace_back(run);
    for (const Run& space : text.pieces[i].spaces) {
      if (i + 1 < line.end) {
        slots.visible.emplace_back(space);
      } else {
        slots.trailing.push_back(&space);
      }
    }
  }
  return slots;
}

void open_gaps(std::vector<Slot>& slots, model::Alignment alignment) {
  const bool is_thai = alignment == model::Alignment::thai_distribute;
  for (Slot& slot : slots) {
    const Run& run = *slot.run;
    slot.is_space = is_space(run);
    slot.gaps = static_cast<std::int64_t>(run.shape->clusters.size());
    const bool opens = slot.is_space || (is_thai && holds_thai(run.shape->text));
    if (!opens) continue;
    if (is_thai) slot.even_per_gap = run.size.scaled(most_even_stretch_percent, 100);
    const std::int64_t most = !is_thai        ? most_justified_space_percent
                              : slot.is_space ? most_space_stretch_percent
                                              : most_cluster_stretch_percent;
    slot.more_per_gap = run.size.scaled(most, 100) - slot.even_per_gap;
  }
  if (!slots.empty() && !slots.back().is_space) --slots.back().gaps;
}

/// All gaps open alike, then spaces more, then clusters. False when all together cannot.
bool share_out(const std::vector<Slot>& slots, Length slack, Shares& shares) {
  for (const Slot& slot : slots) {
    shares.even.most += slot.even_per_gap * slot.gaps;
    shares.more_of(slot).most += slot.more_per_gap * slot.gaps;
  }
  shares.even.take(slack);
  shares.spaces.take(slack);
  shares.clusters.take(slack);
  return slack == Length();
}

/// Closes up a word that is a little too wide; the share taken is negative. False when that is not enough.
bool close_up(std::vector<Slot>& slots, Length slack, Share& clusters) {
  for (Slot& slot : slots) {
    slot.gaps = static_cast<std::int64_t>(slot.run->shape->clusters.size());
    slot.more_per_gap = slot.run->size.scaled(most_squeeze_percent, 100);
  }
  if (!slots.empty()) --slots.back().gaps;
  for (const Slot& slot : slots) clusters.most += slot.more_per_gap * slot.gaps;
  clusters.given = slack;
  return -slack <= clusters.most;
}

model::TextPiece piece_of(const Run& run, Length x, Length spacing, const Sources& sources) {
  const model::TextFormat& format = sources.spans[run.span].format;
  const SpanSource& source = sources.of_spans[run.span];
  return {run.shape, x, run.size, spacing, format.is_underlined, source.value, source.node, format.ink};
}

Length start_of(const LinePlace& place, Length width) {
  const Length slack = std::max(Length(), place.measure - width);
  if (place.alignment == model::Alignment::center) return place.left + slack / 2;
  if (place.alignment == model::Alignment::right) return place.left + slack;
  return place.left;
}

bool spreads(model::Alignment alignment) {
  return alignment == model::Alignment::thai_distribute || alignment == model::Alignment::justify;
}

/// Each run is moved right by what has opened before its end, less what its own gaps open, so that the rounding of a
/// run's gaps never adds up over the line and the last run ends exactly at the measure.
Length place_fitted(const std::vector<Slot>& slots, const Shares& shares, const Sources& sources, Length x,
                    model::TextLine& set) {
  Length even_so_far;
  Length spaces_so_far;
  Length clusters_so_far;
  for (const Slot& slot : slots) {
    even_so_far += slot.even_per_gap * slot.gaps;
    (slot.is_space ? spaces_so_far : clusters_so_far) += slot.more_per_gap * slot.gaps;
    const Length opened =
        shares.even.of(even_so_far) + shares.spaces.of(spaces_so_far) + shares.clusters.of(clusters_so_far);
    const Length spacing = shares.per_gap(slot);
    set.pieces.push_back(piece_of(*slot.run, x + opened - spacing * slot.gaps, spacing, sources));
    x += slot.run->width;
  }
  return x + shares.given();
}

Length place_natural(const std::vector<Slot>& slots, const Sources& sources, Length x, model::TextLine& set) {
  for (const Slot& slot : slots) {
    set.pieces.push_back(piece_of(*slot.run, x, Length(), sources));
    x += slot.run->width;
  }
  return x;
}

}  // namespace

model::TextLine place_line(const text::PreparedText& text, const LineRange& line, const Sources& sources,
                           const LinePlace& place) {
  model::TextLine set;
  Slots slots = slots_of(text, line);
  set.pieces.reserve(slots.visible.size() + slots.trailing.size());
  Length width;
  for (const Slot& slot : slots.visible) width += slot.run->width;
  Shares shares;
  const Length slack = place.measure - width;
  bool is_fitted = false;
  if (slack < Length()) {
    is_fitted = close_up(slots.visible, slack, shares.clusters);
  } else if (place.may_be_spread && spreads(place.alignment) && slack > Length()) {
    open_gaps(slots.visible, place.alignment);
    is_fitted = set.is_spread = share_out(slots.visible, slack, shares);
  }
  Length x = start_of(place, width);
  x = is_fitted ? place_fitted(slots.visible, shares, sources, x, set) : place_natural(slots.visible, sources, x, set);
  for (const Run* space : slots.trailing) {
    set.pieces.push_back(piece_of(*space, x, Length(), sources));
    x += space->width;
  }
  return set;
}

}  // namespace krut::typeset
