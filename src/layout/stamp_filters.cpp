#include <array>
#include <utility>

#include "layout/filter_sets.h"

namespace krut::layout {

namespace {

using model::Digits;
using Text = std::optional<std::string>;

/// The words of a stamp; for "none" there are none.
using StampWords = std::array<std::pair<std::string_view, std::string_view>, 4>;
constexpr StampWords urgency_words = {
    {{"none", ""}, {"urgent", "ด่วน"}, {"very_urgent", "ด่วนมาก"}, {"most_urgent", "ด่วนที่สุด"}}};
constexpr StampWords secrecy_words = {
    {{"none", ""}, {"confidential", "ลับ"}, {"secret", "ลับมาก"}, {"top_secret", "ลับที่สุด"}}};

Text stamp_word(std::string_view text, const StampWords& words) {
  for (const auto& [value, word] : words) {
    if (value == text) return std::string(word);
  }
  return std::nullopt;
}

Text urgency(std::string_view text, std::string_view, Digits) { return stamp_word(text, urgency_words); }
Text secrecy(std::string_view text, std::string_view, Digits) { return stamp_word(text, secrecy_words); }

}  // namespace

std::vector<Filter> stamp_filters() {
  return {{"urgency", FilterInput::text, urgency}, {"secrecy", FilterInput::text, secrecy}};
}

}  // namespace krut::layout
