#include "data/placeholder.h"

#include <algorithm>

#include "base/utf8.h"

namespace krut::data::placeholder {

std::string words(std::string_view wanted) { return "< " + std::string(wanted) + " >"; }

bool is_one(std::string_view text) {
  if (text == date) return true;
  if (text.size() < 2 || text.front() != '<' || text.back() != '>') return false;
  const std::string_view inside = text.substr(1, text.size() - 2);
  const std::u32string characters = utf8::to_utf32(inside);
  return inside.find_first_of("<>") == std::string_view::npos &&
         std::any_of(characters.begin(), characters.end(), utf8::is_thai);
}

}  // namespace krut::data::placeholder
