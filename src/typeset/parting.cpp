#include "typeset/parting.h"

#include <algorithm>
#include <limits>

namespace krut::typeset {

namespace {

constexpr std::int64_t price_of_line = 100'000;
constexpr std::int64_t price_of_overfull_line = 10 * price_of_last_resort;

}  // namespace

std::int64_t price_of_room(Length used, Length room) {
  if (room <= Length()) return most_price_of_room;
  const std::int64_t free_percent = std::max<std::int64_t>(0, (room - used).in_emu() * 100 / room.in_emu());
  return free_percent * free_percent;
}

std::size_t first_parting(const std::vector<PartingPlace>& places, Length first_room, Length next_room) {
  const std::size_t count = places.size();
  // What it costs, at least, to set what stands behind each place.
  std::vector<std::int64_t> prices(count, 0);
  std::size_t first = 0;
  // From the last place back to the first, and then for the beginning.
  for (std::size_t from = count; from-- > 0;) {
    const bool is_beginning = from == 0;
    const Length start = is_beginning ? Length() : places[from - 1].next;
    const Length room = is_beginning ? first_room : next_room;
    std::int64_t best = std::numeric_limits<std::int64_t>::max();
    for (std::size_t to = from; to < count; ++to) {
      const Length used = places[to].end - start;
      if (used > room && to > from) break;
      const std::int64_t overfull = used > room ? price_of_overfull_line : 0;
      const std::int64_t price = price_of_line + overfull + places[to].price + price_of_room(used, room) + prices[to];
      if (price >= best) continue;
      best = price;
      if (is_beginning) first = to;
    }
    if (!is_beginning) prices[from - 1] = best;
  }
  return first;
}

}  // namespace krut::typeset
