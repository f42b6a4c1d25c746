#include "typeset/dots.h"

namespace krut::typeset {

namespace {

/// Of form 29: side and gap of each dot, and how far their centre lies under the baseline.
constexpr Length dot_side = Length::points(0.48);
constexpr Length dot_period = Length::points(2.88);
constexpr Length dot_drop = Length::points(1.2);

}  // namespace

model::Rule dotted_rule(Length left, Length right, Length baseline) {
  model::Rule rule;
  rule.x1 = left;
  rule.x2 = right;
  rule.y1 = rule.y2 = baseline + dot_drop;
  rule.thickness = dot_side;
  rule.dash = dot_side;
  rule.gap = dot_period - dot_side;
  return rule;
}

}  // namespace krut::typeset
