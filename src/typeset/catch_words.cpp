#include "typeset/catch_words.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "typeset/paragraph_setter.h"

namespace krut::typeset {

namespace {

/// Many offices put a slash in front; the dots say that the text goes on.
constexpr const char* before_words = "/";
constexpr const char* after_words = "...";
/// Letters, marks not counted, by which a reader knows the words again.
constexpr std::ptrdiff_t fewest_letters = 6;
/// What never ends a catch word, and what never starts what follows it.
constexpr std::u32string_view openers = U"([{“‘\"'-–/";
constexpr std::u32string_view clingers = U")]}”’\"'ๆฯ.,:;%!?";

bool is_blank(const std::string& text) { return text.find_first_not_of(' ') == std::string::npos; }

std::ptrdiff_t letters_in(const std::u32string& text) {
  return std::count_if(text.begin(), text.end(), [](char32_t c) { return c != U' ' && !utf8::is_thai_mark(c); });
}

bool is_enough(const std::string& words, const std::string& following) {
  const std::u32string text = utf8::to_utf32(words);
  const std::u32string next = utf8::to_utf32(following);
  if (text.empty() || letters_in(text) < fewest_letters) return false;
  const bool opens = openers.find(text.back()) != std::u32string_view::npos;
  const bool clings = !next.empty() && clingers.find(next.front()) != std::u32string_view::npos;
  return !opens && !clings;
}

}  // namespace

Length catch_word_room(const model::CatchWord& catch_word) { return catch_word.line_pitch * model::catch_word_lines; }

std::string first_words(const Strip& strip) {
  std::string words;
  const Length* baseline = nullptr;
  for (const model::Mark& mark : strip.marks) {
    const auto* line = std::get_if<model::TextLine>(&mark);
    if (line == nullptr || (baseline != nullptr && line->baseline != *baseline)) continue;
    if (baseline != nullptr) words += ' ';
    baseline = &line->baseline;
    for (const model::TextPiece& piece : line->pieces) {
      if (is_enough(words, piece.shape->text)) return words;
      words += is_blank(piece.shape->text) ? " " : piece.shape->text;
    }
  }
  words.erase(words.find_last_not_of(' ') + 1);
  return words;
}

model::TextLine set_catch_word(const model::CatchWord& catch_word, const std::string& words, const PageFrame& frame,
                               Length end, Context& context) {
  Diagnostics told_with_the_words;
  std::vector<LackingGlyph> lacking;
  Context own{context.setter, context.pages, told_with_the_words, context.styles, &lacking};
  model::Span span;
  span.text = before_words + words + after_words;
  span.format = catch_word.text;
  SingleLine set = set_single_line({span}, catch_word.line_pitch, {0, model::ArtifactKind::catch_word}, own);
  model::Mark mark = std::move(set.line);
  shift(mark, frame.left + frame.width - set.width, end + catch_word.line_pitch * (model::catch_word_lines - 1));
  return std::get<model::TextLine>(std::move(mark));
}

}  // namespace krut::typeset
