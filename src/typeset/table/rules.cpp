#include "typeset/table/rules.h"

#include <algorithm>
#include <tuple>

namespace krut::typeset {

namespace {

/// A piece of a grid line: where the line lies, and from where to where the piece runs along it.
struct Stretch {
  Length line;
  Length begin;
  Length end;
};

/// Joins stretches of one line that touch or overlap.
std::vector<Stretch> merged(std::vector<Stretch> stretches) {
  std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) {
    return std::tie(a.line, a.begin, a.end) < std::tie(b.line, b.begin, b.end);
  });
  std::vector<Stretch> result;
  for (const Stretch& stretch : stretches) {
    const bool joins = !result.empty() && result.back().line == stretch.line && stretch.begin <= result.back().end;
    if (joins) {
      result.back().end = std::max(result.back().end, stretch.end);
    } else {
      result.push_back(stretch);
    }
  }
  return result;
}

}  // namespace

std::vector<model::Rule> rules_around(const std::vector<CellBox>& boxes, Length thickness) {
  std::vector<model::Rule> rules;
  if (thickness <= Length()) return rules;
  std::vector<Stretch> across;
  std::vector<Stretch> down;
  for (const CellBox& box : boxes) {
    if (box.right <= box.left || box.bottom <= box.top) continue;
    across.push_back({box.top, box.left, box.right});
    across.push_back({box.bottom, box.left, box.right});
    down.push_back({box.left, box.top, box.bottom});
    down.push_back({box.right, box.top, box.bottom});
  }
  const Length corner = thickness / 2;
  const auto add = [&](Length x1, Length y1, Length x2, Length y2) {
    model::Rule rule;
    std::tie(rule.x1, rule.y1, rule.x2, rule.y2, rule.thickness) = std::tie(x1, y1, x2, y2, thickness);
    rules.push_back(rule);
  };
  for (const Stretch& rule : merged(across)) add(rule.begin - corner, rule.line, rule.end + corner, rule.line);
  for (const Stretch& rule : merged(down)) add(rule.line, rule.begin, rule.line, rule.end);
  return rules;
}

}  // namespace krut::typeset
