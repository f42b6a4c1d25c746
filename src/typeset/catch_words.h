#pragma once

#include <optional>
#include <string>

#include "base/length.h"
#include "model/document.h"
#include "model/page.h"
#include "typeset/page_frame.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// What stands at a page's top and how far down its body comes: all that a catch word asks for.
struct PageNote {
  std::string first_words;  ///< empty where the page does not begin with text: a table announces itself
  Length end;               ///< bottom of what was placed last
};

/// Kept free below the body of every page of a section that has catch words.
[[nodiscard]] Length catch_word_room(const model::CatchWord& catch_word);

/// The first word or words of a strip's text, whole, until they are long enough to be known again: "จึงเรียน".
[[nodiscard]] std::string first_words(const Strip& strip);

/// The catch word of a page with `frame` whose successor begins with `words`: "/จึงเรียน..." at the right, below `end`.
/// An artifact: readers read the words where they belong, on the next page.
[[nodiscard]] model::TextLine set_catch_word(const model::CatchWord& catch_word, const std::string& words,
                                             const PageFrame& frame, Length end, Context& context);

}  // namespace krut::typeset
