#include "docx/runs.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/utf8.h"

namespace krut::docx {

namespace {

enum class Script { thai, other, none };

/// Brings the dots that fill a tab down to those under text, which hang below the baseline.
constexpr Length leader_drop = Length::points(1.5);

bool is_in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// Letters have a script; digits, signs, spaces and marks of other scripts take their neighbour's.
Script script_of(char32_t c) {
  if (utf8::is_thai(c)) return Script::thai;
  if (is_in(c, 'A', 'Z') || is_in(c, 'a', 'z')) return Script::other;
  constexpr char32_t first_letter_beyond_ascii = 0xC0;
  const bool is_sign = c < first_letter_beyond_ascii || is_in(c, 0x0300, 0x036F) || is_in(c, 0x2000, 0x2BFF) ||
                       is_in(c, 0x3000, 0x303F) || is_in(c, 0xFE00, 0xFE0F);
  return is_sign ? Script::none : Script::other;
}

bool keeps_spaces(std::string_view text) {
  return text.front() == ' ' || text.back() == ' ' || text.find("  ") != std::string_view::npos;
}

/// Word processors break lines at every space but those that forbid it: ๆ and ฯลฯ never begin a line.
std::string with_held_spaces(std::string_view text) {
  constexpr std::string_view no_break_space = "\u00A0";
  std::string held(text);
  for (const std::string_view spaced : {" ๆ", " ฯลฯ"}) {
    for (std::size_t at = held.find(spaced); at != std::string::npos; at = held.find(spaced, at)) {
      held.replace(at, 1, no_break_space);
    }
  }
  return held;
}

/// The family that a character is borrowed from; null for one that the document's own face has.
using Families = std::map<char32_t, std::string>;
const char* borrowed_family(const Families& families, char32_t character) {
  const auto found = families.find(character);
  return found == families.end() ? nullptr : found->second.c_str();
}

/// A sign drawn around the one before it, such as the key of 1⃣: the two are set in one family.
bool is_around(char32_t c) { return is_in(c, 0x20D0, 0x20F0); }

/// The family of the character at `offset`, or of what is drawn around it.
const char* family_at(const Families& families, std::string_view text, std::size_t offset, std::size_t& size) {
  const utf8::Decoded decoded = utf8::decode(text, offset);
  size = decoded.size;
  for (std::size_t next = offset + size; next < text.size();) {
    const utf8::Decoded behind = utf8::decode(text, next);
    if (is_around(behind.character)) return borrowed_family(families, behind.character);
    if (!is_in(behind.character, 0xFE00, 0xFE0F)) break;
    next += behind.size;
  }
  return borrowed_family(families, decoded.character);
}

bool is_same_family(const char* one, const char* other) {
  return one == other || (one != nullptr && other != nullptr && std::string_view(one) == other);
}

/// How much of the text, which is not empty, is set in one family.
std::size_t same_family(const Families& families, std::string_view text, const char*& family) {
  std::size_t step = 0;
  family = family_at(families, text, 0, step);
  std::size_t size = step;
  for (; size < text.size(); size += step) {
    if (!is_same_family(family, family_at(families, text, size, step))) break;
  }
  return size;
}

void write_characters(Xml& xml, std::string_view text) {
  if (keeps_spaces(text)) {
    xml.leaf("w:t", text, {{"xml:space", "preserve"}});
  } else {
    xml.leaf("w:t", text);
  }
}

/// A field in its three parts: what to work out, and what it was when this was written. ISO/IEC 29500-1, 17.16.18
void write_field(Story& story, const char* instruction, std::string_view result, const model::TextFormat& format,
                 const model::TextFormat& base, const RunLook& look) {
  const auto part = [&](auto write_content) {
    auto run = story.xml.element("w:r");
    write_run_properties(story, format, base, look);
    write_content();
  };
  part([&] { story.xml.empty("w:fldChar", {{"w:fldCharType", "begin"}}); });
  part([&] { story.xml.leaf("w:instrText", instruction, {{"xml:space", "preserve"}}); });
  part([&] { story.xml.empty("w:fldChar", {{"w:fldCharType", "separate"}}); });
  part([&] { story.xml.leaf("w:t", result); });
  part([&] { story.xml.empty("w:fldChar", {{"w:fldCharType", "end"}}); });
}

/// What works out a page number or count. The section's number format decides the digits of PAGE, nothing those of
/// NUMPAGES: a switch stands where they would be others than wanted. Word takes THAIARABIC as the ThaiArabic of ISO/IEC
/// 29500-1, 17.16.4.3.1, as it takes its own ARABIC; LibreOffice does not know it and writes Arabic digits, where it
/// would take ThaiArabic for letters: ค for 3.
const char* field_of(model::SpanKind kind, bool is_thai, bool section_is_thai) {
  if (kind == model::SpanKind::page_count) return is_thai ? " NUMPAGES \\* THAIARABIC " : " NUMPAGES ";
  return section_is_thai && !is_thai ? " PAGE \\* Arabic " : " PAGE ";
}

void write_page_number(Story& story, const model::Span& span, const model::TextFormat& base, RunLook look) {
  look.is_complex = (span.digits == model::Digits::as_is ? story.page_digits : span.digits) == model::Digits::thai;
  const char* instruction = field_of(span.kind, look.is_complex, story.page_digits == model::Digits::thai);
  write_field(story, instruction, look.is_complex ? "๑" : "1", span.format, base, look);
}

void write_span(Story& story, const model::Span& span, const model::TextFormat& base, const RunLook& look) {
  switch (span.kind) {
    case model::SpanKind::text:
      write_text(story, span.text, span.format, base, look);
      break;
    case model::SpanKind::line_break: {
      if (look.is_dotted) write_dotted_tab(story, span.format, base);
      auto run = story.xml.element("w:r");
      write_run_properties(story, span.format, base, look);
      story.xml.empty("w:br");
      break;
    }
    case model::SpanKind::tab:
      write_dotted_tab(story, span.format, base);
      break;
    case model::SpanKind::page_number:
    case model::SpanKind::page_count:
      write_page_number(story, span, base, look);
      break;
  }
}

}  // namespace

void write_run_properties(Story& story, const model::TextFormat& format, const model::TextFormat& base,
                          const RunLook& look) {
  story.xml.raw(story.shared.property_lists.of_run(format, base, look));
}

std::vector<ScriptRun> script_runs(std::string_view text) {
  std::vector<ScriptRun> runs;
  std::size_t begin = 0;
  Script current = Script::none;
  for (std::size_t offset = 0; offset < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, offset);
    const Script script = script_of(decoded.character);
    if (script != Script::none && current != Script::none && script != current) {
      runs.push_back({text.substr(begin, offset - begin), current == Script::thai});
      begin = offset;
    }
    if (script != Script::none) current = script;
    offset += decoded.size;
  }
  if (begin < text.size()) runs.push_back({text.substr(begin), current == Script::thai});
  return runs;
}

bool is_said(const std::vector<model::Span>& spans) {
  return std::any_of(spans.begin(), spans.end(), [](const model::Span& span) { return !span.text.empty(); });
}

void write_text(Story& story, std::string_view text, const model::TextFormat& format, const model::TextFormat& base,
                RunLook look) {
  const std::string held = with_held_spaces(text);
  const auto write_run = [&](std::string_view part) {
    auto run = story.xml.element("w:r");
    write_run_properties(story, format, base, look);
    write_characters(story.xml, part);
  };
  const Families& families = story.shared.options.families;
  for (const ScriptRun& part : script_runs(held)) {
    look.is_complex = part.is_complex;
    if (families.empty()) {
      write_run(part.text);
      continue;
    }
    for (std::string_view rest = part.text; !rest.empty();) {
      const std::size_t size = same_family(families, rest, look.symbol_font);
      write_run(rest.substr(0, size));
      rest.remove_prefix(size);
    }
  }
}

void write_spans(Story& story, const std::vector<model::Span>& spans, const model::TextFormat& base, RunLook look) {
  for (auto span = spans.begin(); span != spans.end();) {
    const std::string& pointer = span->pointer;
    const auto end =
        std::find_if(span, spans.end(), [&](const model::Span& other) { return other.pointer != pointer; });
    if (pointer.empty()) {
      for (; span != end; ++span) write_span(story, *span, base, look);
      continue;
    }
    const Names::Bookmark bookmark = story.shared.names.bookmark(pointer);
    story.xml.empty("w:bookmarkStart", {{"w:id", bookmark.id}, {"w:name", bookmark.name}});
    for (; span != end; ++span) write_span(story, *span, base, look);
    story.xml.empty("w:bookmarkEnd", {{"w:id", bookmark.id}});
  }
}

void write_tab(Story& story, const model::TextFormat& format, const model::TextFormat& base, const RunLook& look) {
  auto run = story.xml.element("w:r");
  write_run_properties(story, format, base, look);
  story.xml.empty("w:tab");
}

void write_dotted_tab(Story& story, const model::TextFormat& format, const model::TextFormat& base) {
  RunLook lowered;
  lowered.lowered = leader_drop;
  write_tab(story, format, base, lowered);
}

}  // namespace krut::docx
