#include "layout/filters.h"

#include <algorithm>

#include "layout/filter_sets.h"

namespace krut::layout {

namespace {

constexpr char most_places = '6';

bool is_word_of(const Filter& filter, std::string_view word) {
  return std::find(filter.words.begin(), filter.words.end(), word) != filter.words.end();
}

std::string_view without_spaces_around(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

const std::vector<Filter>& all_filters() {
  static const std::vector<Filter> filters = [] {
    std::vector<Filter> all;
    for (const auto& set : {date_filters(), period_filters(), number_filters(), stamp_filters(), text_filters()}) {
      all.insert(all.end(), set.begin(), set.end());
    }
    return all;
  }();
  return filters;
}

const Filter* find_filter(std::string_view name) {
  const auto& filters = all_filters();
  const auto found =
      std::find_if(filters.begin(), filters.end(), [&](const Filter& each) { return each.name == name; });
  return found == filters.end() ? nullptr : &*found;
}

bool accepts(FilterInput input, data::ShapeKind shape) {
  using data::ShapeKind;
  if (shape == ShapeKind::any) return true;
  switch (input) {
    case FilterInput::date:
      return shape == ShapeKind::date;
    case FilterInput::number:
      return shape == ShapeKind::number || shape == ShapeKind::text;
    case FilterInput::text:
      return shape == ShapeKind::text || shape == ShapeKind::number || shape == ShapeKind::date;
    case FilterInput::period:
      return false;
  }
  return false;
}

bool takes_argument(const Filter& filter, std::string_view argument) {
  const bool is_given = !argument.empty();
  switch (filter.argument) {
    case FilterArgument::none:
      return !is_given;
    case FilterArgument::places:
      return !is_given || (argument.size() == 1 && argument[0] >= '0' && argument[0] <= most_places);
    case FilterArgument::words: {
      const auto words = argument_words(argument);
      return std::all_of(words.begin(), words.end(), [&](std::string_view word) { return is_word_of(filter, word); });
    }
    case FilterArgument::word:
      return is_word_of(filter, argument);
    case FilterArgument::path:
      return is_given;
  }
  return false;
}

std::vector<std::string_view> argument_words(std::string_view argument) {
  std::vector<std::string_view> words;
  if (argument.empty()) return words;
  for (std::size_t at = 0; at <= argument.size();) {
    const std::size_t comma = std::min(argument.find(',', at), argument.size());
    words.push_back(without_spaces_around(argument.substr(at, comma - at)));
    at = comma + 1;
  }
  return words;
}

}  // namespace krut::layout
