#include "typeset/dots.h"

#include "model/forms.h"

namespace krut::typeset {

model::Rule dotted_rule(Length left, Length right, Length baseline) {
  using namespace model::forms::memo;
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
