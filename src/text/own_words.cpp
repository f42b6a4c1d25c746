#include "text/own_words.h"

#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"
#include "text/thai_runs.h"

namespace krut::text {

namespace {

constexpr std::size_t shortest_own_word = 2;  ///< characters: no line ends inside fewer

/// Without the white space around it, and the mark of the byte order before it.
std::string_view trimmed(std::string_view line) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  constexpr std::string_view white = " \t\r";
  const std::size_t first = line.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(white) - first + 1);
}

bool is_word(std::u32string_view letters) {
  return letters.size() >= shortest_own_word && letters.size() <= limits::own_word_letters &&
         std::all_of(letters.begin(), letters.end(), is_thai_letter);
}

Diagnostic no_word(const std::string& file, int line) {
  const std::string most = std::to_string(limits::own_word_letters);
  return {.code = "text.no-own-word",
          .severity = Severity::warning,
          .message = {"บรรทัดนี้ไม่ใช่คำที่เพิ่มในพจนานุกรมได้", "this line is no word that can be added to the dictionary"},
          .where = {.file = file, .line = line, .column = 1},
          .hint = {"เขียนบรรทัดละหนึ่งคำ ใช้อักษรไทย 2 ถึง " + most + " ตัว ไม่มีช่องว่างและตัวเลข",
                   "write one word a line, of 2 to " + most + " Thai letters, without spaces and digits"}};
}

}  // namespace

void OwnWords::add(std::string_view list, const std::string& file, Diagnostics& diagnostics) {
  int number = 0;
  while (!list.empty()) {
    ++number;
    const std::size_t end = std::min(list.find('\n'), list.size());
    const std::string_view line = trimmed(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::u32string word = utf8::first_fault(line) ? std::u32string() : utf8::to_utf32(line);
    if (is_word(word)) {
      longest_ = std::max(longest_, word.size());
      words_.push_back(word);
    } else {
      diagnostics.add(no_word(file, number));
    }
  }
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
}

void OwnWords::find(std::u32string_view letters, std::vector<std::size_t>& sizes) const {
  for (std::size_t size = shortest_own_word; size <= std::min(longest_, letters.size()); ++size) {
    const std::u32string_view word = letters.substr(0, size);
    const auto found = std::lower_bound(words_.begin(), words_.end(), word);
    if (found != words_.end() && *found == word) sizes.push_back(size);
  }
}

}  // namespace krut::text
