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

/// A run in the line, and how each of its gaps may open: by a share of what spaces take or of what clusters take.
struct Slot {
  explicit Slot(const Run& of) : run(&of) {}

  const Run* run;
  std::int64_t gaps = 0;
  Length most_per_gap;
  bool is_space = false;
};

/// What one kind of gap takes of the slack: `given` of at most `most`.
struct Share {
  Length most;
  Length given;

  [[nodiscard]] Length of(Length part) const {
    return most > Length() ? Length::emu(part.in_emu() * given.in_emu() / most.in_emu()) : Length();
  }
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
    if (slot.is_space) {
      slot.most_per_gap = run.size.scaled(is_thai ? most_space_stretch_percent : most_justified_space_percent, 100);
    } else if (is_thai && holds_thai(run.shape->text)) {
      slot.most_per_gap = run.size.scaled(most_cluster_stretch_percent, 100);
    }
  }
  if (!slots.empty() && !slots.back().is_space) --slots.back().gaps;
}

/// Spaces open first, clusters take the rest. False when both together cannot.
bool share_out(const std::vector<Slot>& slots, Length slack, Share& spaces, Share& clusters) {
  for (const Slot& slot : slots) (slot.is_space ? spaces : clusters).most += slot.most_per_gap * slot.gaps;
  spaces.given = std::min(slack, spaces.most);
  clusters.given = slack - spaces.given;
  return clusters.given <= clusters.most;
}

/// Closes up a word that is a little too wide; the share taken is negative. False when that is not enough.
bool close_up(std::vector<Slot>& slots, Length slack, Share& clusters) {
  for (Slot& slot : slots) {
    slot.gaps = static_cast<std::int64_t>(slot.run->shape->clusters.size());
    slot.most_per_gap = slot.run->size.scaled(most_squeeze_percent, 100);
  }
  if (!slots.empty()) --slots.back().gaps;
  for (const Slot& slot : slots) clusters.most += slot.most_per_gap * slot.gaps;
  clusters.given = slack;
  return -slack <= clusters.most;
}

/// The spans a line's runs came from, and their nodes.
struct Sources {
  const std::vector<model::Span>& spans;
  std::span<const model::NodeIndex> nodes;
};

model::TextPiece piece_of(const Run& run, Length x, Length spacing, const Sources& sources) {
  const model::Span& span = sources.spans[run.span];
  const model::NodeIndex node = run.span < sources.nodes.size() ? sources.nodes[run.span] : 0;
  return {run.shape, x, run.size, spacing, span.format.is_underlined, span.pointer, node, span.format.ink};
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
Length place_fitted(const std::vector<Slot>& slots, const Share& spaces, const Share& clusters, const Sources& sources,
                    Length x, model::TextLine& set) {
  Length spaces_so_far;
  Length clusters_so_far;
  for (const Slot& slot : slots) {
    (slot.is_space ? spaces_so_far : clusters_so_far) += slot.most_per_gap * slot.gaps;
    const Length opened = spaces.of(spaces_so_far) + clusters.of(clusters_so_far);
    const Length spacing = (slot.is_space ? spaces : clusters).of(slot.most_per_gap);
    set.pieces.push_back(piece_of(*slot.run, x + opened - spacing * slot.gaps, spacing, sources));
    x += slot.run->width;
  }
  return x + spaces.given + clusters.given;
}

Length place_natural(const std::vector<Slot>& slots, const Sources& sources, Length x, model::TextLine& set) {
  for (const Slot& slot : slots) {
    set.pieces.push_back(piece_of(*slot.run, x, Length(), sources));
    x += slot.run->width;
  }
  return x;
}

}  // namespace

model::TextLine place_line(const text::PreparedText& text, const LineRange& line, const std::vector<model::Span>& spans,
                           const LinePlace& place) {
  model::TextLine set;
  const Sources sources{spans, place.nodes};
  Slots slots = slots_of(text, line);
  set.pieces.reserve(slots.visible.size() + slots.trailing.size());
  Length width;
  for (const Slot& slot : slots.visible) width += slot.run->width;
  Share spaces;
  Share clusters;
  const Length slack = place.measure - width;
  bool is_fitted = false;
  if (slack < Length()) {
    is_fitted = close_up(slots.visible, slack, clusters);
  } else if (place.may_be_spread && spreads(place.alignment) && slack > Length()) {
    open_gaps(slots.visible, place.alignment);
    is_fitted = set.is_spread = share_out(slots.visible, slack, spaces, clusters);
  }
  Length x = start_of(place, width);
  x = is_fitted ? place_fitted(slots.visible, spaces, clusters, sources, x, set)
                : place_natural(slots.visible, sources, x, set);
  for (const Run* space : slots.trailing) {
    set.pieces.push_back(piece_of(*space, x, Length(), sources));
    x += space->width;
  }
  return set;
}

}  // namespace krut::typeset
