#include <optional>

#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

constexpr char32_t ru = 0x0E24;
constexpr char32_t lu = 0x0E26;
constexpr char32_t sara_aa = 0x0E32;
constexpr char32_t sara_am = 0x0E33;
constexpr char32_t sara_e = 0x0E40;
constexpr char32_t thanthakhat = 0x0E4C;
constexpr char32_t nikhahit = 0x0E4D;

/// Vowel signs above or below; a shortening maitaikhu counts as one.
bool is_vowel_mark(char32_t c) { return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) || c == 0x0E47; }

bool carries_marks(char32_t c) { return is_consonant(c) || c == ru || c == lu; }

enum class Fault { doubled, out_of_order, without_base, decomposed_am, two_sara_e };

void report(const Passage& passage, std::size_t index, Fault fault, Diagnostics& diagnostics) {
  const std::string word = quoted_around(passage, index);
  const Place where = place_in(passage, index);
  switch (fault) {
    case Fault::doubled:
      return warn(diagnostics, "data.doubled-mark", where,
                  {word + " มีสระหรือวรรณยุกต์ซ้ำบนอักษรตัวเดียว", word + " has two marks where one letter can carry one"},
                  {"ลบตัวที่เกิน", "delete the one too many"});
    case Fault::out_of_order:
      return warn(diagnostics, "data.mark-order", where,
                  {word + " พิมพ์วรรณยุกต์ก่อนสระ หรือหลังสระอำ", word + " has its tone mark before the vowel, or behind ำ"},
                  {"พิมพ์พยัญชนะ สระ แล้ววรรณยุกต์ ส่วนสระอำพิมพ์หลังวรรณยุกต์: ที่ น้ำ",
                   "type the consonant, the vowel, then the tone mark, but ำ behind the tone mark: ที่ น้ำ"});
    case Fault::without_base:
      return warn(diagnostics, "data.mark-without-base", where,
                  {word + " มีสระหรือวรรณยุกต์ที่ไม่มีพยัญชนะรองรับ", word + " has a mark with no consonant to carry it"},
                  {"พิมพ์คำนี้ใหม่", "type the word again"});
    case Fault::decomposed_am:
      return warn(diagnostics, "data.decomposed-am", where,
                  {word + " เขียนสระอำด้วยนิคหิตกับสระอา", word + " writes ำ as two characters, ํ and า"},
                  {"ตาเห็นเหมือนกัน แต่ค้นคำไม่พบ: พิมพ์สระอำ (U+0E33) ตัวเดียว",
                   "it looks the same but cannot be searched for: type the one character ำ (U+0E33)"});
    case Fault::two_sara_e:
      return warn(diagnostics, "data.two-sara-e", where,
                  {word + " เขียนสระแอด้วยสระเอสองตัว", word + " writes แ as two characters เ"},
                  {"ตาเห็นเหมือนกัน แต่ค้นคำไม่พบ: พิมพ์สระแอ (U+0E41) ตัวเดียว",
                   "it looks the same but cannot be searched for: type the one character แ (U+0E41)"});
  }
}

/// One letter with its marks, as far as it has been read.
struct Cluster {
  bool has_base = false;
  bool has_vowel = false;
  bool has_tone = false;
  bool has_nikhahit = false;
  bool has_late_nikhahit = false;  // behind a tone mark, which it then meets on paper
  bool is_closed_by_am = false;
  char32_t last_mark = 0;
  bool is_reported = false;

  std::optional<Fault> take_mark(char32_t mark) {
    const bool is_again = mark == last_mark;
    last_mark = mark;
    if (is_closed_by_am) return utf8::is_thai_tone(mark) ? Fault::out_of_order : Fault::without_base;
    if (!has_base) return Fault::without_base;
    if (is_again || (utf8::is_thai_tone(mark) && has_tone) || (is_vowel_mark(mark) && has_vowel)) return Fault::doubled;
    if (is_vowel_mark(mark) && (has_tone || was_silenced)) return Fault::out_of_order;
    has_tone = has_tone || utf8::is_thai_tone(mark);
    has_vowel = has_vowel || is_vowel_mark(mark);
    has_nikhahit = has_nikhahit || mark == nikhahit;
    has_late_nikhahit = has_late_nikhahit || (mark == nikhahit && has_tone);
    was_silenced = was_silenced || mark == thanthakhat;
    return std::nullopt;
  }

  bool was_silenced = false;
};

/// What is wrong at the character `c` behind `cluster`, which becomes the cluster that `c` begins or goes on.
std::optional<Fault> take(Cluster& cluster, char32_t c, char32_t before) {
  if (utf8::is_thai_mark(c)) return cluster.take_mark(c);
  const bool is_split_am = c == sara_aa && cluster.has_nikhahit;
  const Fault split = cluster.has_late_nikhahit ? Fault::out_of_order : Fault::decomposed_am;
  cluster = {};
  cluster.has_base = carries_marks(c);
  cluster.is_closed_by_am = c == sara_am;
  if (is_split_am) return split;
  return c == sara_e && before == sara_e ? std::optional(Fault::two_sara_e) : std::nullopt;
}

}  // namespace

void check_marks(const Paper& paper, Diagnostics& diagnostics) {
  for (const Passage& passage : paper.passages) {
    Cluster cluster;
    char32_t before = 0;
    for (std::size_t i = 0; i < passage.characters.size(); ++i) {
      const char32_t c = passage.characters[i];
      const auto fault = take(cluster, c, before);
      before = c;
      if (!fault || cluster.is_reported) continue;
      report(passage, i, *fault, diagnostics);
      cluster.is_reported = true;
    }
  }
}

}  // namespace krut::data::hygiene
