#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace krut::text {

/// Letters as the dictionary knows them, and where each stood as typed.
struct Composed {
  std::u32string letters;
  std::vector<std::size_t> places;  ///< of each letter in the run as typed, and of its end
};

/// Whether `run` writes ำ as ํ and า, or แ as two เ: it looks the same on paper, but no dictionary has such words.
[[nodiscard]] bool is_decomposed(std::u32string_view run);

/// `run` with ำ and แ in one piece, for finding words only: what is shaped and what can be extracted stay as typed.
[[nodiscard]] Composed compose(std::u32string_view run);

}  // namespace krut::text
