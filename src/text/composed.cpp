#include "text/composed.h"

#include "base/utf8.h"

namespace krut::text {

namespace {

constexpr char32_t sara_aa = 0x0E32;
constexpr char32_t sara_am = 0x0E33;
constexpr char32_t sara_e = 0x0E40;
constexpr char32_t sara_ae = 0x0E41;
constexpr char32_t nikhahit = 0x0E4D;

/// The characters of a ำ in pieces at `at`, with a tone mark before or behind its ํ: two, three, or none.
std::size_t pieces_of_am(std::u32string_view run, std::size_t at) {
  const auto is_at = [&](std::size_t index, char32_t c) { return index < run.size() && run[index] == c; };
  if (is_at(at, nikhahit)) {
    if (is_at(at + 1, sara_aa)) return 2;
    return at + 1 < run.size() && utf8::is_thai_tone(run[at + 1]) && is_at(at + 2, sara_aa) ? 3 : 0;
  }
  return utf8::is_thai_tone(run[at]) && is_at(at + 1, nikhahit) && is_at(at + 2, sara_aa) ? 3 : 0;
}

}  // namespace

bool is_decomposed(std::u32string_view run) {
  for (std::size_t i = 0; i + 1 < run.size(); ++i) {
    if (run[i] == nikhahit || (run[i] == sara_e && run[i + 1] == sara_e)) return true;
  }
  return false;
}

Composed compose(std::u32string_view run) {
  Composed result;
  const auto add = [&](char32_t letter, std::size_t place) {
    result.letters += letter;
    result.places.push_back(place);
  };
  for (std::size_t i = 0; i < run.size();) {
    if (const std::size_t pieces = pieces_of_am(run, i)) {
      if (pieces == 3) add(utf8::is_thai_tone(run[i]) ? run[i] : run[i + 1], i);
      add(sara_am, i + pieces - 1);
      i += pieces;
    } else if (run[i] == sara_e && i + 1 < run.size() && run[i + 1] == sara_e) {
      add(sara_ae, i);
      i += 2;
    } else {
      add(run[i], i);
      ++i;
    }
  }
  result.places.push_back(run.size());
  return result;
}

}  // namespace krut::text
