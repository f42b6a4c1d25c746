#include "base/line_break.h"

#include "base/utf8.h"

namespace krut::utf8 {

LineBreak find_line_break(std::string_view text, std::size_t from) {
  constexpr std::string_view first_bytes = "\n\x0B\r\xC2\xE2";
  for (std::size_t at = text.find_first_of(first_bytes, from); at != std::string_view::npos;
       at = text.find_first_of(first_bytes, at + 1)) {
    if (text.substr(at, 2) == "\r\n") return {at, 2};
    const Decoded found = decode(text, at);
    if (is_line_break(found.character)) return {at, found.size};
  }
  return {text.size(), 0};
}

}  // namespace krut::utf8
