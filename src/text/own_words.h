#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace krut::text {

/// Words that an office adds to those that lines are broken by: names of its own, of places, of projects. A line ends
/// inside one only where it is wider than its column.
class OwnWords {
 public:
  /// Adds the words of a list: UTF-8, one word of Thai letters in each line; empty lines and lines that begin with '#'
  /// are passed over. What is no such word is a warning with its line. `file` names the list in messages.
  void add(std::string_view list, const std::string& file, Diagnostics& diagnostics);

  /// Appends the number of characters of each word with which `letters` opens, from the shortest on.
  void find(std::u32string_view letters, std::vector<std::size_t>& sizes) const;

 private:
  std::vector<std::u32string> words_;  ///< in order, each once
  std::size_t longest_ = 0;            ///< characters
};

}  // namespace krut::text
