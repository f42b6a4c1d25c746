#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace krut::text {

/// Part of a nominal size that a face takes on paper: `part / whole`.
struct SizeAdjustment {
  std::int64_t part = 1;
  std::int64_t whole = 1;

  bool operator==(const SizeAdjustment&) const = default;
};

/// Measures of a face that tell what it is, in thousandths of its em; 0 where the face lacks the letter.
struct Likeness {
  std::int64_t ko_kai_advance = 0;  ///< ก
  std::int64_t ko_kai_height = 0;
  std::int64_t no_nen_advance = 0;     ///< ณ
  std::int64_t thai_zero_advance = 0;  ///< ๐
  std::int64_t capital_height = 0;     ///< H
};

/// The family's name in the form in which names are compared: lower case, no spaces, ๙ as 9.
[[nodiscard]] std::string folded_family(std::string_view family);

/// True for the names under which Thai Sarabun's widths are asked for: TH SarabunPSK, TH SarabunIT๙, TH Sarabun New.
[[nodiscard]] bool is_sarabun_name(std::string_view folded);

/// The adjustment under which a face has the widths of Thai Sarabun, or nothing when it has other proportions. A face
/// that turns ASCII digits into Thai ones (TH SarabunIT๙) is not metric-compatible with its kin: see `can_stand_in`.
[[nodiscard]] std::optional<SizeAdjustment> sarabun_adjustment(const Likeness& likeness, bool is_bold);

/// False for a face that shows something else than the text says: TH SarabunIT๙ prints ASCII digits as Thai ones.
[[nodiscard]] bool can_stand_in(std::string_view folded);

/// The adjustment that makes a face of other proportions look as large as Thai Sarabun.
[[nodiscard]] SizeAdjustment look_alike_adjustment(std::string_view folded, const Likeness& likeness);

}  // namespace krut::text
