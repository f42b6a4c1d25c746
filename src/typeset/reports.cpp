#include "typeset/reports.h"

#include <array>
#include <charconv>

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

}  // namespace

void report_lacking_glyph(const LackingGlyph& glyph, std::size_t page, Diagnostics& diagnostics) {
  const std::string name = utf8::encode(glyph.character) + " (" + code_point_name(glyph.character) + ")";
  const std::string number = std::to_string(page);
  diagnostics.add({.code = "text.missing-glyph",
                   .severity = Severity::warning,
                   .message = {"ไม่มีแบบอักษรใดมีอักขระ " + name + (page > 0 ? " ในหน้า " + number : ""),
                               "no font has the character " + name + (page > 0 ? " on page " + number : "")},
                   .where = at_pointer(glyph.pointer),
                   .hint = {"แก้อักขระนี้ หรือเพิ่มแบบอักษรที่มีอักขระนี้", "correct the character, or add a font that has it"}});
}

void note_lacking(const std::vector<text::MissingGlyph>& missing, const std::vector<model::Span>& spans,
                  const model::Owner& owner, Context& context) {
  if (is_repeat(owner)) return;
  for (const text::MissingGlyph& glyph : missing) {
    LackingGlyph lacking{glyph.character, owner.node, spans[glyph.span].pointer};
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

std::string plain_text(const std::vector<model::Span>& spans) {
  std::string text;
  for (const model::Span& span : spans) {
    text += span.kind == model::SpanKind::line_break ? std::string(" ") : span.text;
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
