#include "base/own_digest.h"

#include <algorithm>

#include "base/digest.h"

namespace krut {

namespace {

constexpr std::size_t check_sum_size = 4;

/// The ends of ZIP files (PKWARE, APPNOTE 4.3.7, 4.3.12, 4.3.16).
constexpr std::string_view local_mark = "PK\x03\x04";
constexpr std::string_view central_mark = "PK\x01\x02";
constexpr std::size_t local_check_sum = 14;
constexpr std::size_t local_size = 18;
constexpr std::size_t local_name_size = 26;
constexpr std::size_t local_more_size = 28;
constexpr std::size_t local_header = 30;
constexpr std::size_t central_check_sum = 16;
constexpr std::size_t central_offset = 42;
constexpr std::size_t central_name = 46;

bool are_digits(std::string_view bytes, std::size_t at) {
  if (at > bytes.size() || bytes.size() - at < no_digest.size()) return false;
  const std::string_view digits = bytes.substr(at, no_digest.size());
  return std::all_of(digits.begin(), digits.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); });
}

/// Behind the last `mark`, where digits stand there.
std::optional<std::size_t> digits_behind(std::string_view bytes, std::string_view mark) {
  const std::size_t found = bytes.rfind(mark);
  if (found == std::string_view::npos || !are_digits(bytes, found + mark.size())) return std::nullopt;
  return found + mark.size();
}

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t number = 0;
  for (std::size_t i = size; i-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

}  // namespace

std::optional<DigestPlace> digest_place_in_pdf(std::string_view bytes) {
  constexpr std::string_view mark = "/ID[<";
  constexpr std::string_view between = "><";
  const auto first = digits_behind(bytes, mark);
  if (!first) return std::nullopt;
  const std::size_t second = *first + no_digest.size() + between.size();
  if (!are_digits(bytes, second) || bytes.substr(second - between.size(), between.size()) != between)
    return std::nullopt;
  return DigestPlace{second, {}, 0, 0};
}

std::optional<DigestPlace> digest_place_in_docx(std::string_view bytes) {
  const std::size_t name = bytes.rfind(digest_part);
  if (name == std::string_view::npos || name < central_name) return std::nullopt;
  const std::size_t entry = name - central_name;
  if (!bytes.substr(entry).starts_with(central_mark)) return std::nullopt;
  const std::size_t local = number_at(bytes, entry + central_offset, 4);
  if (local + local_header > entry || !bytes.substr(local).starts_with(local_mark)) return std::nullopt;
  DigestPlace place;
  place.check_sums = {local + local_check_sum, entry + central_check_sum};
  place.part = local + local_header + number_at(bytes, local + local_name_size, 2) +
               number_at(bytes, local + local_more_size, 2);
  place.part_size = number_at(bytes, local + local_size, 4);
  if (place.part > entry || place.part_size > entry - place.part) return std::nullopt;
  std::string mark(digest_property);
  mark += "\"><vt:lpwstr>";
  const auto digits = digits_behind(bytes.substr(place.part, place.part_size), mark);
  if (!digits) return std::nullopt;
  place.digits = place.part + *digits;
  return place;
}

std::optional<DigestPlace> digest_place_in_json(std::string_view bytes) {
  const auto digits = digits_behind(bytes, "\"digest\": \"");
  return digits ? std::optional(DigestPlace{*digits, {}, 0, 0}) : std::nullopt;
}

std::string own_digest(std::string_view bytes, const DigestPlace& place) {
  std::vector<std::pair<std::size_t, std::size_t>> uncounted{{place.digits, no_digest.size()}};
  for (const std::size_t sum : place.check_sums) uncounted.emplace_back(sum, check_sum_size);
  std::sort(uncounted.begin(), uncounted.end());
  Digest digest;
  std::size_t done = 0;
  for (const auto& [begin, size] : uncounted) {
    digest.add(bytes.substr(done, begin - done));
    digest.add(no_digest.substr(0, size));
    done = begin + size;
  }
  digest.add(bytes.substr(done));
  return digest.digits();
}

bool is_as_made(std::string_view bytes, const DigestPlace& place) {
  return bytes.substr(place.digits, no_digest.size()) == own_digest(bytes, place);
}

}  // namespace krut
