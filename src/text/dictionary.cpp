#include "text/dictionary.h"

#include <thai/thbrk.h>

#include "base/error.h"
#include "base/spare_memory.h"

namespace krut::text {

namespace {

constexpr char32_t thai_block = 0x0E00;
constexpr char32_t tis_620_block = 0xA0;

/// More than libthai takes for one text; it does not look whether it was given any.
constexpr std::size_t bytes_of_a_search = 1U << 16U;
constexpr std::size_t bytes_of_a_letter = 64;

ThBrk* handle(void* breaker) { return static_cast<ThBrk*>(breaker); }

}  // namespace

void Dictionary::Deleter::operator()(void* breaker) const { th_brk_delete(handle(breaker)); }

Dictionary::Dictionary() : breaker_(th_brk_new(nullptr)) {
  if (breaker_) return;
  throw Error(ErrorKind::resource_missing, "text.no-dictionary",
              {"ไม่พบพจนานุกรมตัดคำภาษาไทย", "the dictionary of Thai words is not installed"},
              {"ติดตั้งแพ็กเกจ libthai-data", "install the package libthai-data"});
}

void Dictionary::find_breaks(std::u32string_view letters, std::vector<std::size_t>& breaks) {
  encoded_.clear();
  for (const char32_t c : letters) encoded_.push_back(static_cast<unsigned char>(c - thai_block + tis_620_block));
  encoded_.push_back(0);
  places_.resize(letters.size());
  expect_memory(bytes_of_a_search + bytes_of_a_letter * letters.size());
  const int count = th_brk_find_breaks(handle(breaker_.get()), encoded_.data(), places_.data(), places_.size());
  for (int i = 0; i < count; ++i) {
    const auto place = static_cast<std::size_t>(places_[static_cast<std::size_t>(i)]);
    if (place > 0 && place < letters.size()) breaks.push_back(place);
  }
}

}  // namespace krut::text
