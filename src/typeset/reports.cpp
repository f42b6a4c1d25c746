#include "typeset/reports.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace krut::typeset {

namespace {

bool is_repeat(const model::Owner& owner) { return owner.artifact == model::ArtifactKind::repeated_head; }

/// "U+0E01", four digits at least.
std::string code_point_name(char32_t character) {
  std::array<char, 8> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<std::uint32_t>(character), 16);
  std::string name(digits.data(), end.ptr);
  for (char& digit : name) {
    if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
  }
  return "U+" + std::string(name.size() < 4 ? 4 - name.size() : 0, '0') + name;
}

Place at_pointer(std::string pointer) {
  Place place;
  place.pointer = std::move(pointer);
  return place;
}

/// A few words of `text` on both sides of its first `character`, with … where it goes on.
std::string words_around(std::string_view text, char32_t character) {
  constexpr std::size_t most_bytes_beside = 60;
  const auto next_character = [&](std::size_t offset) {
    while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80) ++offset;
    return offset;
  };
  const std::size_t at = std::min(text.find(utf8::encode(character)), text.size());
  const std::size_t begin = next_character(at - std::min(at, most_bytes_beside));
  const std::size_t end = next_character(std::min(at + most_bytes_beside, text.size()));
  return (begin > 0 ? "…" : "") + std::string(text.substr(begin, end - begin)) + (end < text.size() ? "…" : "");
}

}  // namespace

void report_lacking_glyph(const LackingGlyph& glyph, std::size_t page, Diagnostics& diagnostics) {
  const std::string name = utf8::encode(glyph.character) + " (" + code_point_name(glyph.character) + ")";
  Bilingual where;
  if (page > 0) where = {" ในหน้า " + std::to_string(page), " on page " + std::to_string(page)};
  Bilingual hint = {"แก้อักขระนี้ หรือเพิ่มแบบอักษรที่มีอักขระนี้", "correct the character, or add a font that has it"};
  if (!glyph.words.empty()) {
    where.thai += " ในคำของรูปแบบเอกสารว่า \"" + glyph.words + "\"";
    where.english += ", in the layout's own words \"" + glyph.words + "\"";
    hint = {"แก้อักขระนี้ในไฟล์รูปแบบเอกสาร หรือเพิ่มแบบอักษรที่มีอักขระนี้",
            "correct the character in the layout, or add a font that has it"};
  }
  diagnostics.add(
      {.code = "text.missing-glyph",
       .severity = Severity::warning,
       .message = {"ไม่มีแบบอักษรใดมีอักขระ " + name + where.thai, "no font has the character " + name + where.english},
       .where = at_pointer(glyph.pointer),
       .hint = std::move(hint)});
}

void note_lacking(const std::vector<text::MissingGlyph>& missing, const std::vector<model::Span>& spans,
                  const model::Owner& owner, Context& context) {
  if (is_repeat(owner)) return;
  for (const text::MissingGlyph& glyph : missing) {
    const model::Span& span = spans[glyph.span];
    const std::string words = span.pointer.empty() ? words_around(span.text, glyph.character) : std::string();
    LackingGlyph lacking{glyph.character, owner.node, span.pointer, words};
    if (context.lacking != nullptr) {
      context.lacking->push_back(std::move(lacking));
    } else {
      report_lacking_glyph(lacking, 0, context.diagnostics);
    }
  }
}

Diagnostic wide_text_warning(const WideText& wide) {
  const Bilingual what =
      wide.is_cut ? Bilingual{"จึงต้องตัดกลางคำ", "had to be cut"} : Bilingual{"จึงบีบระยะอักษร", "was set closer"};
  return {.code = "text.word-too-wide",
          .severity = Severity::warning,
          .message = {"คำว่า \"" + wide.text + "\" กว้างกว่าช่องที่วาง " + what.thai,
                      "\"" + wide.text + "\" is wider than its column and " + what.english},
          .where = at_pointer(wide.pointer),
          .hint = {"ขยายคอลัมน์ ลดขนาดอักษร หรือเขียนคำให้สั้นลง",
                   "widen the column, use smaller letters, or write a shorter word"}};
}

void note_wide_words(const std::vector<WideWord>& words, const std::vector<model::Span>& spans,
                     const model::Owner& owner, Context& context) {
  if (is_repeat(owner)) return;
  for (const WideWord& word : words) {
    WideText wide{word.text, word.is_cut, spans[word.span].pointer};
    if (context.wide_texts != nullptr) {
      context.wide_texts->push_back(std::move(wide));
    } else {
      context.diagnostics.add(wide_text_warning(wide));
    }
  }
}

void report_wider_than_column(const model::TextLine& line, Context& context) {
  if (is_repeat(line.owner)) return;
  const auto shows = std::find_if(line.pieces.begin(), line.pieces.end(),
                                  [](const model::TextPiece& piece) { return piece.value != 0; });
  const std::string pointer = shows == line.pieces.end() ? std::string() : context.pages.values[shows->value];
  context.diagnostics.add(
      {.code = "text.wider-than-column",
       .message = {"ที่กว้างไม่พอแม้แต่สำหรับตัวอักษรเดียว ข้อความจะทับสิ่งที่อยู่ข้าง ๆ",
                   "there is no room even for one letter: the text would lie over what is beside it"},
       .where = at_pointer(pointer),
       .hint = {"ขยายคอลัมน์ ลดการเยื้องหรือช่องว่างในช่อง หรือลดขนาดอักษร",
                "widen the column, use less indent or padding, or smaller letters"}});
}

std::string plain_text(const std::vector<model::Span>& spans) {
  std::string text;
  for (const model::Span& span : spans) {
    const bool is_gap = span.kind == model::SpanKind::line_break || span.kind == model::SpanKind::tab;
    text += is_gap ? std::string(" ") : span.text;
  }
  return text;
}

std::string first_pointer(const std::vector<model::Span>& spans) {
  for (const model::Span& span : spans) {
    if (!span.pointer.empty()) return span.pointer;
  }
  return {};
}

}  // namespace krut::typeset
