#include "text/families.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace krut::text {

namespace {

constexpr std::array<std::string_view, 4> sarabun_names = {"thsarabunpsk", "thsarabunit9", "thsarabunnew", "thsarabun"};
constexpr std::string_view digit_changing_name = "thsarabunit9";
constexpr std::string_view web_sarabun_name = "sarabun";

constexpr char32_t thai_nine = 0x0E59;
constexpr char32_t no_break_space = 0x00A0;

/// Thai Sarabun in thousandths of an em, regular and bold.
struct SarabunMeasures {
  std::int64_t ko_kai, no_nen, thai_zero;
};
constexpr SarabunMeasures sarabun_regular = {386, 543, 449};
constexpr SarabunMeasures sarabun_bold = {391, 576, 456};
constexpr std::int64_t sarabun_ko_kai_height = 400;
constexpr std::int64_t sarabun_capital_height = 476;

/// Faces that are Sarabun at another size in the em: the genuine ones, and Laksaman, 1.503 times larger.
constexpr std::array<SizeAdjustment, 2> known_sizes = {{{1, 1}, {1000, 1503}}};
/// The redrawn Sarabun of 2018, whose widths differ letter by letter.
constexpr SizeAdjustment web_sarabun_size = {65, 100};

constexpr std::int64_t tolerance_per_thousand = 12;

bool is_near(std::int64_t measured, std::int64_t expected, SizeAdjustment size) {
  const std::int64_t at_size = measured * size.part / size.whole;
  return std::abs(at_size - expected) * 1000 <= expected * tolerance_per_thousand;
}

}  // namespace

std::string folded_family(std::string_view family) {
  std::string folded;
  for (const char32_t c : utf8::to_utf32(family)) {
    if (c == ' ' || c == no_break_space) continue;
    const bool is_capital = c >= 'A' && c <= 'Z';
    utf8::append(folded, c == thai_nine ? U'9' : is_capital ? c - 'A' + 'a' : c);
  }
  return folded;
}

bool is_sarabun_name(std::string_view folded) {
  return std::find(sarabun_names.begin(), sarabun_names.end(), folded) != sarabun_names.end();
}

std::optional<SizeAdjustment> sarabun_adjustment(const Likeness& likeness, bool is_bold) {
  const SarabunMeasures& expected = is_bold ? sarabun_bold : sarabun_regular;
  for (const SizeAdjustment size : known_sizes) {
    const bool has_widths = is_near(likeness.ko_kai_advance, expected.ko_kai, size) &&
                            is_near(likeness.no_nen_advance, expected.no_nen, size) &&
                            is_near(likeness.thai_zero_advance, expected.thai_zero, size);
    if (has_widths) return size;
  }
  return std::nullopt;
}

bool can_stand_in(std::string_view folded) { return folded != digit_changing_name; }

SizeAdjustment look_alike_adjustment(std::string_view folded, const Likeness& likeness) {
  if (folded == web_sarabun_name) return web_sarabun_size;
  if (likeness.ko_kai_height > 0) return {sarabun_ko_kai_height, likeness.ko_kai_height};
  if (likeness.capital_height > 0) return {sarabun_capital_height, likeness.capital_height};
  return {};
}

}  // namespace krut::text
