#include "data/hygiene/paper.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "data/tree.h"

namespace krut::data::hygiene {

namespace {

constexpr std::size_t count_characters_quoted = 24;
/// Keys whose texts programs read.
constexpr std::array<std::string_view, 5> unread_keys = {"$schema", "accepted_warnings", "image", "layout", "marker"};

bool is_read(std::string_view key) {
  return std::find(unread_keys.begin(), unread_keys.end(), key) == unread_keys.end();
}

/// How many characters the texts of the tree hold: every byte but those that go on with a character.
std::size_t count_characters(const Tree& tree) {
  std::size_t characters = 0;
  for (const Node& node : tree.nodes) {
    if (node.kind != Kind::text) continue;
    const std::string_view bytes = tree.view(node.text);
    characters += static_cast<std::size_t>(std::count_if(
        bytes.begin(), bytes.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
  }
  return characters;
}

/// What ASCII is to a passage, by its code: bit 0 a digit, bit 1 a letter.
constexpr std::array<unsigned char, 128> ascii_kinds = [] {
  std::array<unsigned char, 128> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    kinds[c] = is_digit(static_cast<char32_t>(c)) ? 1 : is_latin_letter(static_cast<char32_t>(c)) ? 2 : 0;
  }
  return kinds;
}();

/// Decodes a text behind `to` and notes what is in it; gives the place behind the last character. ASCII and the Thai
/// block, which are nearly all, are decoded here.
char32_t* decode(std::string_view bytes, char32_t* to, Passage& passage) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(bytes[index]); };
  unsigned kinds = 0;
  bool has_thai_digits = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned char first = byte(at);
    if (first == 0xE0 && (byte(at + 1) == 0xB8 || byte(at + 1) == 0xB9)) {
      const char32_t c = 0x0E00 + ((byte(at + 1) & 1U) << 6U) + (byte(at + 2) & 0x3FU);
      has_thai_digits = has_thai_digits || utf8::is_thai_digit(c);
      passage.has_others = passage.has_others || !utf8::is_thai(c);
      *to++ = c;
      at += 3;
    } else if (first < 0x80) {
      kinds |= ascii_kinds[first];
      *to++ = first;
      ++at;
    } else {
      const utf8::Decoded decoded = utf8::decode(bytes, at);
      passage.has_others = passage.has_others || !utf8::is_thai(decoded.character);
      *to++ = decoded.character;
      at += decoded.size;
    }
  }
  passage.has_digits = (kinds & 1U) != 0 || has_thai_digits;
  passage.has_latin = (kinds & 2U) != 0;
  return to;
}

/// The byte of the source where the byte `wanted` of an escaped text stands; `at` is behind the opening quotation mark.
std::size_t source_offset_of_escaped(std::string_view source, std::size_t at, std::size_t wanted) {
  constexpr std::size_t unicode_escape = 6;  // \u0E01
  for (std::size_t unescaped = 0; unescaped < wanted;) {
    if (source[at] != '\\') {
      ++at;
      ++unescaped;
      continue;
    }
    if (source[at + 1] != 'u') {
      at += 2;
      ++unescaped;
      continue;
    }
    const auto unit = static_cast<char32_t>(std::stoul(std::string(source.substr(at + 2, 4)), nullptr, 16));
    const bool is_pair = unit >= 0xD800 && unit <= 0xDBFF;
    unescaped += is_pair ? 4 : utf8::encode(unit).size();
    at += is_pair ? 2 * unicode_escape : unicode_escape;
  }
  return at;
}

class Collector {
 public:
  explicit Collector(Paper& paper) : paper_(paper) {}

  void walk(const Value& value, std::string_view key, bool is_in_measure) {
    if (value.kind() == Kind::text) return add(value, key, is_in_measure);
    for (std::size_t i = 0; i < value.size(); ++i) {
      const bool has_keys = value.kind() == Kind::object;
      const std::string_view inner = has_keys ? Access::key(value, i) : key;
      if (has_keys && !is_read(inner)) continue;
      walk(value.element(i), inner, is_in_measure || (has_keys && inner == "measures"));
    }
  }

 private:
  void add(const Value& value, std::string_view key, bool is_in_measure) {
    const std::string_view bytes = Access::text(value);
    if (bytes.empty()) return;
    const std::size_t index = paper_.passages.size();
    const auto [known, is_new] = known_.try_emplace(bytes, index);
    if (is_new) {
      add_decoded(value, key, is_in_measure, bytes);
    } else {
      paper_.passages.push_back(paper_.passages[known->second]);
    }
    Passage& passage = paper_.passages.back();
    const bool is_again = !is_new && passage.key == key;
    passage.value = value;
    passage.key = key;
    passage.is_in_measure = is_in_measure;
    passage.first = is_again ? known->second : index;
    passage.written_at = Access::node(value).text.is_unescaped ? places_of_escaped(value) : nullptr;
  }

  const std::vector<std::uint32_t>* places_of_escaped(const Value& value) {
    const std::string_view source = Access::tree(value).text;
    const std::string_view text = Access::text(value);
    auto& places = paper_.written_at.emplace_back();
    std::size_t offset = Access::node(value).offset + 1;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
      if (characters % Paper::step == 0) places.push_back(static_cast<std::uint32_t>(offset));
      const std::size_t size = utf8::decode(text, at).size;
      offset = source_offset_of_escaped(source, offset, size);
      at += size;
    }
    return &places;
  }

  void add_decoded(const Value& value, std::string_view key, bool is_in_measure, std::string_view bytes) {
    char32_t* const first = paper_.store.data() + used_;
    Passage passage{value, key, is_in_measure};
    const auto size = static_cast<std::size_t>(decode(bytes, first, passage) - first);
    used_ += size;
    passage.characters = std::u32string_view(first, size);
    paper_.passages.push_back(passage);
  }

  Paper& paper_;
  std::size_t used_ = 0;                                     // of the store
  std::unordered_map<std::string_view, std::size_t> known_;  // the first passage with a text
};

}  // namespace

Paper read_paper(const Json& data) {
  Paper paper{data.root(), {}, {}, {}, Access::tree_of(data).budget};
  const std::size_t characters = count_characters(Access::tree_of(data));
  paper.held = Held(paper.budget);
  paper.held.take(characters * sizeof(char32_t));
  paper.store.resize(characters);
  Collector(paper).walk(paper.root, {}, false);
  return paper;
}

bool is_person(const Passage& passage) {
  constexpr std::array<std::u32string_view, 3> titles = {U"นาย", U"นาง", U"ว่าที่"};
  return passage.key == "name" && std::any_of(titles.begin(), titles.end(), [&](std::u32string_view title) {
           return passage.characters.starts_with(title);
         });
}

bool is_behind_place_word(std::u32string_view text, std::size_t end) {
  constexpr std::array<std::u32string_view, 6> place_words = {U"ตำบล", U"อำเภอ", U"จังหวัด", U"แขวง", U"เขต", U"บ้าน"};
  constexpr std::size_t furthest = 40;  // names are shorter
  std::size_t first = end;
  while (first > 0 && end - first < furthest && is_thai_letter(text[first - 1])) --first;
  const std::u32string_view before = text.substr(first, end - first);
  return std::any_of(place_words.begin(), place_words.end(),
                     [&](std::u32string_view word) { return before.find(word) != std::u32string_view::npos; });
}

Place place_in(const Passage& passage, std::size_t index) {
  const Tree& tree = Access::tree(passage.value);
  tree.budget.check();  // of a long text that has many slips this is most of the work
  const Node& node = Access::node(passage.value);
  std::size_t offset = node.offset + 1;
  if (passage.written_at == nullptr) {
    offset = tree.places.behind(tree.text, offset, index);
  } else if (!passage.written_at->empty()) {
    const std::size_t step = std::min(index / Paper::step, passage.written_at->size() - 1);
    const std::u32string_view rest = passage.characters.substr(step * Paper::step, index - step * Paper::step);
    offset = source_offset_of_escaped(tree.text, (*passage.written_at)[step], utf8::from_utf32(rest).size());
  }
  return tree.place_at(offset, tree.told_pointer_of(node));
}

std::string quoted(std::u32string_view text) {
  std::string result = "\"";
  const bool is_long = text.size() > count_characters_quoted;
  result += utf8::from_utf32(text.substr(0, count_characters_quoted));
  return result + (is_long ? "…\"" : "\"");
}

std::string quoted_around(const Passage& passage, std::size_t index) {
  const std::u32string_view text = passage.characters;
  std::size_t first = std::min(index, text.size());
  const std::size_t reach = count_characters_quoted / 2;
  while (first > 0 && index - first < reach && !is_space(text[first - 1])) --first;
  while (first > 0 && first < index && leans_on_what_stands_before(text[first])) ++first;
  std::size_t end = index;
  while (end < text.size() && end - index < reach && !is_space(text[end])) ++end;
  while (end < text.size() && end - index < reach + most_marks && leans_on_what_stands_before(text[end])) ++end;
  return '"' + utf8::from_utf32(text.substr(first, end - first)) + '"';
}

void warn(Diagnostics& diagnostics, std::string code, Place where, Bilingual message, Bilingual hint) {
  diagnostics.add({std::move(code), Severity::warning, std::move(message), std::move(where), {}, std::move(hint)});
}

}  // namespace krut::data::hygiene
