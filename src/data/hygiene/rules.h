#pragma once

#include <cstddef>
#include <string_view>

#include "base/diagnostic.h"
#include "data/hygiene/paper.h"

/// The rules of `review`, each on its own. Each adds warnings with the codes named behind it.
namespace krut::data::hygiene {

/// data.placeholder
void check_placeholders(const Paper& paper, Diagnostics& diagnostics);
/// data.mojibake, data.written-out-markup, data.lost-letters
void check_conversions(const Paper& paper, Diagnostics& diagnostics);
/// data.doubled-mark, data.mark-order, data.mark-without-base, data.decomposed-am, data.two-sara-e
void check_marks(const Paper& paper, Diagnostics& diagnostics);
/// data.foreign-letter, data.invisible-character, data.private-sign, data.broken-character, data.tab
void check_letters(const Paper& paper, Diagnostics& diagnostics);
/// data.latin-word
void check_latin_words(const Paper& paper, Diagnostics& diagnostics);
/// data.misspelling, data.abbreviation-dot, data.space-in-word, data.doubled-word
void check_slips(const Paper& paper, Diagnostics& diagnostics);
/// data.impossible-spelling
void check_spelling(const Paper& paper, Diagnostics& diagnostics);
/// data.space-in-word
void check_spaces(const Paper& paper, Diagnostics& diagnostics);
/// data.trailing-hyphen, data.cut-end
void check_endings(const Paper& paper, Diagnostics& diagnostics);
/// data.doubled-word
void check_words(const Paper& paper, Diagnostics& diagnostics);

/// data.code-zero, data.code-one, data.mixed-code-style
void check_codes(const Paper& paper, Diagnostics& diagnostics);
/// data.mixed-digits, data.mixed-number
void check_digits(const Paper& paper, Diagnostics& diagnostics);
/// data.number-gap, data.number-repeated, data.number-order, data.number-form, data.number-in-item, data.dash-in-item,
/// data.indicator-number
void check_numbering(const Paper& paper, Diagnostics& diagnostics);
/// data.total, data.score-extreme, data.score-disagrees, data.band
void check_scores(const Paper& paper, Diagnostics& diagnostics);

/// data.name-spelling, data.other-agency, data.place-disagrees
void check_names(const Paper& paper, Diagnostics& diagnostics);
/// data.year-disagrees, data.year-unlikely, data.round-disagrees, data.date-outside-year, data.date-order
void check_years(const Paper& paper, Diagnostics& diagnostics);

/// Whether `text` has at `first` a piece of `size` characters twice running, whole clusters, and none of the sorts that
/// may be meant.
[[nodiscard]] bool is_doubled(std::u32string_view text, std::size_t first, std::size_t size);
void tell_doubled(const Passage& passage, std::size_t first, std::size_t size, Diagnostics& diagnostics);
/// Tells the space at `space`, which stands inside the word or words `piece`.
void tell_space(const Passage& passage, std::size_t space, std::u32string_view piece, Diagnostics& diagnostics);

}  // namespace krut::data::hygiene
