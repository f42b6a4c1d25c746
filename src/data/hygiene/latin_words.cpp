#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

constexpr std::size_t fewest_letters = 3;

/// English words that Thai papers write in small letters, sorted.
constexpr std::array<std::string_view, 78> known_words = {
    "account",  "admin",   "and",         "app",        "application", "applications", "banner",    "barcode", "blog",
    "call",     "camera",  "center",      "chat",       "chatbot",     "check",        "checklist", "click",   "clip",
    "code",     "cookies", "covid",       "dashboard",  "database",    "download",     "drive",     "ebook",   "email",
    "facebook", "fanpage", "feedback",    "file",       "flowchart",   "for",          "form",      "forms",   "google",
    "hotline",  "inbox",   "infographic", "instagram",  "internet",    "kick",         "like",      "line",    "link",
    "live",     "log",     "login",       "menu",       "messenger",   "mobile",       "model",     "network", "off",
    "office",   "offline", "one",         "online",     "page",        "password",     "pdf",       "post",    "poster",
    "scan",     "service", "share",       "smartphone", "social",      "software",     "spam",      "sticker", "tablet",
    "the",      "tiktok",  "upload",      "video",      "website",     "youtube"};

bool is_small(char32_t c) { return c >= U'a' && c <= U'z'; }

/// What makes a Latin piece a code, an address or a longer word: it is then left alone.
bool is_part_of_more(char32_t c) {
  constexpr std::u32string_view signs = U".-_/@:#&'+=?%";
  if (is_latin_letter(c) || is_digit(c)) return true;
  return c < 0x80 && signs.find(c) != std::u32string_view::npos;
}

/// The nearest character that is no space, before `index` or from it on; 0 at the end of the text.
char32_t neighbour(std::u32string_view text, std::size_t index, bool is_before) {
  while (is_before ? index > 0 : index < text.size()) {
    const char32_t c = text[is_before ? --index : index++];
    if (!is_space(c)) return c;
  }
  return 0;
}

bool is_known(std::u32string_view word) {
  return std::binary_search(known_words.begin(), known_words.end(), utf8::from_utf32(word));
}

void check(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_part_of_more(text[i])) {
      ++i;
      continue;
    }
    const std::size_t first = i;
    while (i < text.size() && is_part_of_more(text[i])) ++i;
    const std::u32string_view word = text.substr(first, i - first);
    const bool is_plain = word.size() >= fewest_letters && std::all_of(word.begin(), word.end(), is_small);
    const bool is_among_thai =
        is_plain && is_thai_letter(neighbour(text, first, true)) && is_thai_letter(neighbour(text, i, false));
    if (!is_among_thai || is_known(word)) continue;
    warn(diagnostics, "data.latin-word", place_in(passage, first),
         {quoted(word) + " เป็นคำอังกฤษตัวเล็กคำเดียวกลางข้อความไทย",
          quoted(word) + " is a lone English word in small letters in the middle of Thai text"},
         {"ลบถ้าหลงมา หรือเขียนเป็นภาษาไทย", "delete it when it strayed in, or say it in Thai"});
  }
}

}  // namespace

void check_latin_words(const Paper& paper, Diagnostics& diagnostics) {
  for_each_text(paper, diagnostics, [&](const Passage& passage) {
    if (passage.has_latin) check(passage, diagnostics);
  });
}

}  // namespace krut::data::hygiene
