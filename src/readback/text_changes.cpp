#include "readback/text_changes.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/hash.h"
#include "base/utf8.h"

namespace krut::readback {

namespace {

constexpr std::size_t window = 200;         ///< paragraphs looked ahead for one that both have
constexpr std::size_t searches = 8;         ///< as many places are looked at for each that is told: some only moved
constexpr std::size_t words_around = 8;     ///< characters
constexpr std::size_t most_words = 40;      ///< characters of each side
constexpr std::size_t longest_entity = 12;  ///< "&#x10FFFF;" and a little
constexpr char32_t no_break_space = 0xA0;
constexpr char32_t delete_control = 0x7F;
constexpr char32_t replacement_character = 0xFFFD;
constexpr std::uint32_t last_character = 0x10FFFF;
constexpr std::uint32_t first_surrogate = 0xD800;
constexpr std::uint32_t last_surrogate = 0xDFFF;

using Hashes = std::vector<std::uint64_t>;

Hashes hashes_of(const std::vector<std::string>& paragraphs) {
  Hashes hashes;
  hashes.reserve(paragraphs.size());
  for (const std::string& paragraph : paragraphs) hashes.push_back(content_hash(paragraph));
  return hashes;
}

/// How many paragraphs on both sides stand before the next one that both have.
std::pair<std::size_t, std::size_t> to_next_common(const Hashes& before, const Hashes& after, std::size_t i,
                                                   std::size_t j) {
  const std::size_t left = std::min(before.size() - i, window);
  const std::size_t right = std::min(after.size() - j, window);
  for (std::size_t sum = 0; sum <= left + right; ++sum) {
    for (std::size_t a = sum > right ? sum - right : 0; a <= std::min(sum, left); ++a) {
      const bool is_end = i + a == before.size() && j + sum - a == after.size();
      const bool is_common = a < left && sum - a < right && before[i + a] == after[j + sum - a];
      if (is_end || is_common) return {a, sum - a};
    }
  }
  return {left, right};
}

/// Takes out what is gone in one place and came in at another.
void drop_moved(std::vector<Change>& found, const Hashes& before, const Hashes& after) {
  std::multimap<std::uint64_t, std::size_t> gone;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].before) gone.emplace(before[*found[i].before], i);
  }
  for (Change& change : found) {
    if (!change.after) continue;
    const auto same = gone.find(after[*change.after]);
    if (same == gone.end()) continue;
    found[same->second].before.reset();
    change.after.reset();
    gone.erase(same);
  }
  std::erase_if(found, [](const Change& change) { return !change.before && !change.after; });
}

/// Bytes of the longest common beginning that ends between characters.
std::size_t common_start(std::string_view a, std::string_view b) {
  std::size_t size = 0;
  while (size < a.size() && size < b.size() && a[size] == b[size]) ++size;
  const auto is_inside = [](std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  while (size > 0 && (is_inside(a, size) || is_inside(b, size))) --size;
  return size;
}

std::size_t common_end(std::string_view a, std::string_view b) {
  std::size_t size = 0;
  while (size < a.size() && size < b.size() && a[a.size() - 1 - size] == b[b.size() - 1 - size]) ++size;
  while (size > 0 && (static_cast<unsigned char>(a[a.size() - size]) & 0xC0U) == 0x80U) --size;
  return size;
}

/// The part of `text` between two places, with some characters around it.
std::string around(std::string_view text, std::size_t begin, std::size_t end) {
  const auto is_inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  std::size_t from = begin;
  for (std::size_t i = 0; i < words_around && from > 0; ++i) {
    do --from;
    while (from > 0 && is_inside(from));
  }
  std::size_t to = end;
  for (std::size_t i = 0; i < words_around && to < text.size(); ++i) {
    do ++to;
    while (is_inside(to));
  }
  const std::string words(text.substr(from, to - from));
  return (from > 0 ? "…" : "") + utf8::shortened(words, most_words) + (to < text.size() ? "…" : "");
}

/// The character that the entity at the beginning of `text` stands for, or nothing.
std::optional<char32_t> character_of(std::string_view entity) {
  static const std::map<std::string_view, char32_t> named{
      {"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}};
  if (const auto found = named.find(entity); found != named.end()) return found->second;
  if (!entity.starts_with('#')) return std::nullopt;
  entity.remove_prefix(1);
  const bool is_hexadecimal = entity.starts_with('x');
  if (is_hexadecimal) entity.remove_prefix(1);
  std::uint32_t number = 0;
  const auto [end, fault] =
      std::from_chars(entity.data(), entity.data() + entity.size(), number, is_hexadecimal ? 16 : 10);
  if (fault != std::errc{} || end != entity.data() + entity.size() || number > last_character) return std::nullopt;
  if (number >= first_surrogate && number <= last_surrogate) return std::nullopt;
  return static_cast<char32_t>(number);
}

/// The first character of `text`, which may be an entity, and how many bytes it takes. A byte that is no UTF-8 becomes
/// the replacement character.
utf8::Decoded next_character(std::string_view text, bool is_escaped) {
  constexpr std::size_t longest_character = 4;
  if (is_escaped && text.front() == '&') {
    const std::size_t end = text.substr(0, longest_entity).find(';');
    const auto character = end == std::string_view::npos ? std::nullopt : character_of(text.substr(1, end - 1));
    if (character) return {*character, end + 1};
  }
  if (static_cast<unsigned char>(text.front()) < 0x80U) return {static_cast<unsigned char>(text.front()), 1};
  for (std::size_t size = 2; size <= std::min(longest_character, text.size()); ++size) {
    if (!utf8::first_fault(text.substr(0, size))) return utf8::decode(text, 0);
  }
  return {replacement_character, 1};
}

}  // namespace

Changes changes(const std::vector<std::string>& before, const std::vector<std::string>& after, std::size_t most) {
  const Hashes old_hashes = hashes_of(before);
  const Hashes new_hashes = hashes_of(after);
  Changes result;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before.size() || j < after.size()) {
    if (i < before.size() && j < after.size() && old_hashes[i] == new_hashes[j]) {
      ++i;
      ++j;
      continue;
    }
    if (result.found.size() >= most * searches) {
      result.has_more = true;
      break;
    }
    const auto [gone, come] = to_next_common(old_hashes, new_hashes, i, j);
    for (std::size_t k = 0; k < std::max(gone, come); ++k) {
      Change change{{}, {}, j + std::min(k, come)};
      if (k < gone) change.before = i + k;
      if (k < come) change.after = j + k;
      result.found.push_back(change);
    }
    i += gone;
    j += come;
  }
  drop_moved(result.found, old_hashes, new_hashes);
  result.has_more = result.has_more || result.found.size() > most;
  if (result.found.size() > most) result.found.resize(most);
  return result;
}

std::pair<std::string, std::string> differing_words(std::string_view before, std::string_view after) {
  const std::size_t start = common_start(before, after);
  const std::size_t end = common_end(before.substr(start), after.substr(start));
  return {around(before, start, before.size() - end), around(after, start, after.size() - end)};
}

std::string plain_text(std::string_view text, bool is_escaped) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto [character, size] = next_character(text.substr(at), is_escaped);
    at += size;
    const bool is_space = character <= U' ' || character == no_break_space || character == delete_control;
    if (!is_space) {
      utf8::append(plain, character);
    } else if (!plain.empty() && plain.back() != ' ') {
      plain += ' ';
    }
  }
  if (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

std::string first_text(std::string_view xml, std::string_view name) {
  const std::string open = "<" + std::string(name);
  for (std::size_t at = xml.find(open); at != std::string_view::npos; at = xml.find(open, at + 1)) {
    const std::size_t behind = at + open.size();
    const std::size_t end = xml.find('>', behind);
    if (end == std::string_view::npos) return {};
    if ((xml[behind] != '>' && xml[behind] != ' ') || xml[end - 1] == '/') continue;
    const std::size_t text_end = std::min(xml.find('<', end), xml.size());
    return utf8::shortened(plain_text(xml.substr(end + 1, text_end - end - 1), true), most_words);
  }
  return {};
}

}  // namespace krut::readback
