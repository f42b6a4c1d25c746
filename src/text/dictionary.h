#pragma once

#include <memory>
#include <string_view>
#include <vector>

namespace krut::text {

/// The dictionary of Thai words. Not for two threads at once.
class Dictionary {
 public:
  /// Throws `Error` (resource_missing) when the dictionary's file is not installed.
  Dictionary();

  /// Appends the places between words, as counts of characters from the start. `letters` holds Thai letters only.
  void find_breaks(std::u32string_view letters, std::vector<std::size_t>& breaks);

 private:
  struct Deleter {
    void operator()(void* breaker) const;
  };

  std::unique_ptr<void, Deleter> breaker_;  ///< the library's handle, whose type stays in dictionary.cpp
  std::vector<unsigned char> encoded_;
  std::vector<int> places_;
};

}  // namespace krut::text
