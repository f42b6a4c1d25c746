#include "pdf/standard.h"

#include <algorithm>
#include <array>
#include <utility>

namespace krut::pdf {
namespace {

constexpr int part_without_data = 2;

constexpr std::array<std::pair<std::string_view, Standard>, 10> standards = {{
    {"a3a-ua1", {3, 'A', true}},
    {"a3a", {3, 'A', false}},
    {"a3u", {3, 'U', false}},
    {"a3b", {3, 'B', false}},
    {"a2a-ua1", {2, 'A', true}},
    {"a2a", {2, 'A', false}},
    {"a2u", {2, 'U', false}},
    {"a2b", {2, 'B', false}},
    {"ua1", {0, ' ', true}},
    {"plain", {0, ' ', false}},
}};

}  // namespace

const std::vector<std::string_view>& standard_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const auto& [name, standard] : standards) all.push_back(name);
    return all;
  }();
  return names;
}

std::optional<Standard> standard_named(std::string_view name) {
  const auto* const found =
      std::find_if(standards.begin(), standards.end(), [&](const auto& each) { return each.first == name; });
  return found == standards.end() ? std::nullopt : std::optional(found->second);
}

bool is_promising(const Standard& standard) { return standard.archive_part != 0 || standard.is_accessible; }

bool needs_words_for_pictures(const Standard& standard) {
  return standard.is_accessible || (standard.archive_part != 0 && standard.archive_level == 'A');
}

bool takes_data(const Standard& standard) { return standard.archive_part != part_without_data; }

}  // namespace krut::pdf
