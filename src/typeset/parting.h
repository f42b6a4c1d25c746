#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/length.h"

namespace krut::typeset {

/// A place where a line may end inside what no line can hold whole. Lengths are measured from where that begins.
struct PartingPlace {
  Length end;              ///< of what stands before the place, without spaces there
  Length next;             ///< where what stands behind it begins
  std::int64_t price = 0;  ///< how bad it is to end a line here
};

/// Prices of places, and of lines that are not filled: one that is left half empty costs as much as one and a half
/// places of the next worse sort.
inline constexpr std::int64_t price_of_worse_place = 1'500;
inline constexpr std::int64_t most_price_of_room = 10'000;  ///< of an empty line
/// Never where any other place serves, with however many lines.
inline constexpr std::int64_t price_of_last_resort = 100'000'000;

/// The price of a line that is filled so far.
[[nodiscard]] std::int64_t price_of_room(Length used, Length room);

/// Index of the place where the first line best ends, so that there are few lines, they end at good places, and they
/// are filled alike: the last one is not left with a short rest. The last place is the end of all. Takes time that
/// grows with the square of their number.
[[nodiscard]] std::size_t first_parting(const std::vector<PartingPlace>& places, Length first_room, Length next_room);

}  // namespace krut::typeset
