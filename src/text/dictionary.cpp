#include "text/dictionary.h"

#include <thai/thbrk.h>

#include <algorithm>

#include "base/error.h"

namespace krut::text {

namespace {

/// Longest run handed over at once. Real runs of letters are far shorter; a hostile one must not cost more than its
/// length.
constexpr std::size_t longest_part = 1'000;

constexpr char32_t thai_block = 0x0E00;
constexpr char32_t tis_620_block = 0xA0;

}  // namespace

void Dictionary::Deleter::operator()(_ThBrk* breaker) const { th_brk_delete(breaker); }

Dictionary::Dictionary() : breaker_(th_brk_new(nullptr)) {
  if (breaker_) return;
  throw Error(ErrorKind::resource_missing, "text.no-dictionary",
              {"ไม่พบพจนานุกรมตัดคำภาษาไทย", "the dictionary of Thai words is not installed"},
              {"ติดตั้งแพ็กเกจ libthai-data", "install the package libthai-data"});
}

void Dictionary::find_breaks(std::u32string_view letters, std::vector<std::size_t>& breaks) {
  for (std::size_t start = 0; start < letters.size(); start += longest_part) {
    find_in_part(letters.substr(start, longest_part), start, breaks);
  }
}

void Dictionary::find_in_part(std::u32string_view letters, std::size_t start, std::vector<std::size_t>& breaks) {
  encoded_.clear();
  for (const char32_t c : letters) encoded_.push_back(static_cast<unsigned char>(c - thai_block + tis_620_block));
  encoded_.push_back(0);
  places_.resize(letters.size());
  const int count = th_brk_find_breaks(breaker_.get(), encoded_.data(), places_.data(), places_.size());
  for (int i = 0; i < count; ++i) {
    const auto place = static_cast<std::size_t>(places_[static_cast<std::size_t>(i)]);
    if (place > 0 && place < letters.size()) breaks.push_back(start + place);
  }
}

}  // namespace krut::text
