#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "picture/svg_style.h"

namespace krut::picture {

/// Counts what drawing an SVG comes to, every reference followed as often as it is drawn: of a few lines that refer to
/// each other a thousand million shapes can come.
class SvgLoad {
 public:
  using Index = std::size_t;

  /// The next element in the order of the file; `cost` in simple shapes.
  Index begin(double cost);
  /// Says that everything inside `element` has begun.
  void end(Index element) { parts_[element].end = parts_.size(); }
  void add_cost(Index element, double cost) { parts_[element].cost += cost; }
  void add_points(Index element, double points) { parts_[element].points += points; }
  void name(Index element, std::string id) { by_id_.emplace(std::move(id), element); }
  void belongs(Index element, std::string class_name) { parts_[element].classes.push_back(std::move(class_name)); }
  void refers(Index element, std::vector<StyleReference> references);
  /// What a style sheet says of all elements, or of those of a class.
  void refers(std::vector<StyleReference> references);

  /// Whether all of it stays within the limits svg_drawn and svg_references.
  [[nodiscard]] bool is_bearable();

 private:
  struct Part {
    double cost = 0;
    double points = 0;
    double points_behind = 0;  // of what it refers to
    Index end = 0;
    std::vector<std::string> classes;
    std::vector<StyleReference> references;
  };
  struct Sum {
    double cost = 0;
    double points = 0;
  };

  Sum sum_of_all();
  Sum sum(Index element, std::size_t depth);
  void follow(const std::vector<StyleReference>& references, Index from, std::size_t depth, Sum& total);

  std::vector<Part> parts_;
  std::unordered_map<std::string, Index> by_id_;
  std::unordered_map<std::string, std::vector<StyleReference>> by_class_;
  std::vector<Sum> sums_;
  std::vector<bool> is_summed_;
  std::vector<double> points_until_;  // points drawn by the elements before each, references followed; empty: not known
  std::size_t followed_ = 0;
  bool is_too_much_ = false;
};

}  // namespace krut::picture
