#include "text/break_rules.h"

#include <array>

namespace krut::text {

namespace {

using namespace trait;

/// A line of a table of rules: both sides must be of one of the kinds and have one of the traits.
struct Rule {
  Kinds left;
  Traits left_traits;
  Kinds right;
  Traits right_traits;
  LineEnd verdict;
};

constexpr Kinds thai = bit(Kind::thai);
constexpr Kinds number = bit(Kind::number);
constexpr Kinds latin = bit(Kind::latin);
constexpr Kinds open = bit(Kind::open);
constexpr Kinds close = bit(Kind::close);
constexpr Kinds hyphen = bit(Kind::hyphen);
constexpr Kinds dash = bit(Kind::dash);
constexpr Kinds slash = bit(Kind::slash);
constexpr Kinds dot = bit(Kind::dot);
constexpr Kinds ideograph = bit(Kind::ideograph);
constexpr Kinds glue = bit(Kind::glue);
constexpr Kinds excellency = bit(Kind::excellency);
constexpr Kinds word_like = thai | excellency;
/// Signs after which a new word may start a line even without a space.
constexpr Kinds after_word = close | bit(Kind::repeat) | bit(Kind::shortening) | bit(Kind::et_cetera) |
                             bit(Kind::percent) | bit(Kind::comma) | bit(Kind::ellipsis);
/// Signs that never start a line, not even after a space.
constexpr Kinds closing_signs = close | slash | dot | bit(Kind::repeat) | bit(Kind::shortening) | bit(Kind::et_cetera) |
                                bit(Kind::percent) | bit(Kind::comma) | bit(Kind::ellipsis);

/// Tokens that touch; the first rule that fits decides, and where none fits no line ends.
constexpr std::array touching_rules = {
    Rule{any_kind, marker, any_kind, any, LineEnd::never},
    Rule{number, any, thai, unit | month | era, LineEnd::never},
    Rule{hyphen | dash, range, thai | number, any, LineEnd::discouraged},
    Rule{slash, address, any_kind, any, LineEnd::allowed},
    Rule{slash, rate, thai, wordy, LineEnd::discouraged},
    Rule{slash, alternatives, thai, wordy, LineEnd::allowed},
    Rule{slash, alternatives, open, any, LineEnd::allowed},
    Rule{thai, wordy, latin | open | excellency | bit(Kind::currency) | bit(Kind::bullet), any, LineEnd::allowed},
    Rule{number | latin, any, thai, word_start, LineEnd::allowed},
    Rule{after_word, any, thai, word_start, LineEnd::allowed},
    Rule{bit(Kind::repeat) | bit(Kind::shortening) | bit(Kind::percent) | bit(Kind::ellipsis), any, latin | open, any,
         LineEnd::allowed},
    Rule{dash, any, thai, word_start, LineEnd::allowed},
    Rule{dot, dotted_line, thai | latin, any, LineEnd::allowed},
    Rule{ideograph, any, ideograph | thai | latin | number | open, any, LineEnd::allowed},
    Rule{thai | latin | number | close, any, ideograph, any, LineEnd::allowed},
};

/// Tokens with spaces between; the first rule that fits decides, and where none fits a line may end.
constexpr std::array spaced_rules = {
    Rule{any_kind, any, closing_signs | dash, any, LineEnd::never},
    Rule{any_kind, marker, any_kind, any, LineEnd::never},
    Rule{open | glue | bit(Kind::currency), any, any_kind, any, LineEnd::never},
    // Ranges of dates; another hyphen between spaces opens an item and stays with it.
    Rule{any_kind, any, hyphen, range, LineEnd::never},
    Rule{hyphen | dash, range, any_kind, any, LineEnd::discouraged},
    Rule{hyphen, any, any_kind, any, LineEnd::never},
    // Dates: day and month are one; in need a date parts from its lead, and only where that is not enough from its
    // year, for a whole date is wider than many a column.
    Rule{thai, era, number, any, LineEnd::never},
    Rule{number, any, thai, month, LineEnd::never},
    Rule{thai, month, number, any, LineEnd::avoided},
    Rule{thai, month, thai, era, LineEnd::avoided},
    Rule{thai, label, thai, era, LineEnd::discouraged},
    Rule{thai, date_lead | label, number, day, LineEnd::discouraged},
    // Labels and codes hold their numbers, numbers their units.
    Rule{thai, date_lead, number, any, LineEnd::never},
    Rule{thai | latin, label, number | latin | open, coded, LineEnd::never},
    Rule{thai, label, thai, letter_code, LineEnd::never},
    Rule{thai, letter_code, number, any, LineEnd::never},
    Rule{number, long_number, thai | latin, unit, LineEnd::discouraged},
    Rule{number, count, thai | latin, unit, LineEnd::never},
    // Names.
    Rule{word_like, title, thai, title, LineEnd::never},
    Rule{word_like, title, thai, any, LineEnd::avoided},
    Rule{word_like, given_name, thai, any, LineEnd::discouraged},
    Rule{thai, standing_at, any_kind, any, LineEnd::never},
};

template <std::size_t count>
LineEnd decide(const std::array<Rule, count>& rules, const Token& left, const Token& right, LineEnd otherwise) {
  const Kinds left_kind = bit(left.kind);
  const Kinds right_kind = bit(right.kind);
  for (const Rule& rule : rules) {
    if ((rule.left & left_kind) == 0 || (rule.right & right_kind) == 0) continue;
    if ((rule.left_traits & left.closing) == 0 || (rule.right_traits & right.opening) == 0) continue;
    return rule.verdict;
  }
  return otherwise;
}

}  // namespace

LineEnd end_between(const Token& left, const Token& right) {
  return decide(touching_rules, left, right, LineEnd::never);
}

LineEnd end_at_space(const Token& left, const Token& right) {
  return decide(spaced_rules, left, right, LineEnd::allowed);
}

}  // namespace krut::text
