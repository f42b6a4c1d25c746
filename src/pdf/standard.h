#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace krut::pdf {

/// What a file promises to those who keep it and to those who cannot see it.
struct Standard {
  int archive_part = 3;       ///< of ISO 19005 (PDF/A): 2 or 3; 0 promises nothing to archives
  char archive_level = 'A';   ///< 'A' tagged, 'U' its text can be searched, 'B' its look stays
  bool is_accessible = true;  ///< ISO 14289-1 (PDF/UA-1)

  bool operator==(const Standard&) const = default;
};

/// Names for people: "a3a-ua1", the usual one, first; "plain", which promises nothing, last.
[[nodiscard]] const std::vector<std::string_view>& standard_names();

/// Nothing when there is no standard of that name.
[[nodiscard]] std::optional<Standard> standard_named(std::string_view name);

/// Must every font be inside, and every letter have a form?
[[nodiscard]] bool is_promising(const Standard& standard);
/// Must every picture have words for those who cannot see it?
[[nodiscard]] bool needs_words_for_pictures(const Standard& standard);
/// May data of any kind be attached? PDF/A-2 takes only files that are PDF/A themselves.
[[nodiscard]] bool takes_data(const Standard& standard);

}  // namespace krut::pdf
