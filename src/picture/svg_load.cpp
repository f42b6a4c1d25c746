#include "picture/svg_load.h"

#include <iterator>
#include <utility>

#include "base/limits.h"

namespace krut::picture {

SvgLoad::Index SvgLoad::begin(double cost) {
  parts_.push_back({cost, 0, 0, parts_.size() + 1, {}, {}});
  return parts_.size() - 1;
}

void SvgLoad::refers(Index element, std::vector<StyleReference> references) {
  std::vector<StyleReference>& held = parts_[element].references;
  held.insert(held.end(), std::make_move_iterator(references.begin()), std::make_move_iterator(references.end()));
}

void SvgLoad::refers(std::vector<StyleReference> references) {
  for (StyleReference& each : references) by_class_[each.class_name].push_back(std::move(each));
}

/// First without markers, which are drawn at each point of what they stand on: those have to be counted before.
bool SvgLoad::is_bearable() {
  if (parts_.empty()) return true;
  std::vector<double> points(parts_.size() + 1, 0);
  static_cast<void>(sum_of_all());
  for (Index each = 0; each < parts_.size(); ++each) {
    points[each + 1] = points[each] + parts_[each].points + parts_[each].points_behind;
  }
  points_until_ = std::move(points);
  return sum_of_all().cost <= static_cast<double>(limits::svg_drawn) && !is_too_much_;
}

SvgLoad::Sum SvgLoad::sum_of_all() {
  sums_.assign(parts_.size(), {});
  is_summed_.assign(parts_.size(), false);
  followed_ = 0;
  return sum(0, 0);
}

/// Everything in an element, each of its references once. A reference back to what is being summed counts nothing:
/// renderers do not follow it.
SvgLoad::Sum SvgLoad::sum(Index element, std::size_t depth) {
  if (is_summed_[element]) return sums_[element];
  if (depth > limits::svg_references) is_too_much_ = true;
  if (is_too_much_) return {};
  is_summed_[element] = true;
  Sum total;
  const auto of_all = by_class_.find({});
  for (Index each = element; each < parts_[element].end; ++each) {
    if (is_too_much_) return {};
    const Part& part = parts_[each];
    total.cost += part.cost;
    total.points += part.points;
    follow(part.references, each, depth, total);
    for (const std::string& class_name : part.classes) {
      if (const auto found = by_class_.find(class_name); found != by_class_.end()) {
        follow(found->second, each, depth, total);
      }
    }
    if (of_all != by_class_.end()) follow(of_all->second, each, depth, total);
  }
  sums_[element] = total;
  return total;
}

void SvgLoad::follow(const std::vector<StyleReference>& references, Index from, std::size_t depth, Sum& total) {
  constexpr std::size_t most_followed = 10 * limits::svg_drawn;
  for (const StyleReference& reference : references) {
    const auto target = by_id_.find(reference.id);
    if (target == by_id_.end() || (reference.is_marker && points_until_.empty())) continue;
    if (++followed_ > most_followed) is_too_much_ = true;
    if (is_too_much_) return;
    const Sum inside = sum(target->second, depth + 1);
    if (reference.is_marker) {
      total.cost += inside.cost * (1 + points_until_[parts_[from].end] - points_until_[from]);
    } else {
      total.cost += 1 + inside.cost;
      total.points += inside.points;
      if (points_until_.empty()) parts_[from].points_behind += inside.points;
    }
  }
}

}  // namespace krut::picture
