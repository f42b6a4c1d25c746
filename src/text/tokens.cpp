#include "text/tokens.h"

#include <hb.h>

#include <array>
#include <string_view>

#include "base/utf8.h"
#include "text/vocabulary.h"

namespace krut::text {

namespace {

constexpr char32_t paiyannoi = 0x0E2F;
constexpr char32_t mai_yamok = 0x0E46;
constexpr std::u32string_view et_cetera_text = U"ฯลฯ";
constexpr std::u32string_view excellency_text = U"ฯพณฯ";

constexpr std::size_t longest_held_number = 6;

bool is_in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// Separators that belong to a number when digits stand on both sides: ๑,๒๓๔.๕๐ ๔๔/๑ ๑๓:๓๐ ๐-๒๑๒๓.
constexpr std::u32string_view number_separators = U".,:/-";
constexpr std::u32string_view quotes = U"\"“”‘’";
constexpr std::u32string_view openers = U"([{“‘«‹（「";
constexpr std::u32string_view closers = U")]}”’»›）」";
constexpr std::u32string_view hyphens = U"-\u2010\u2011";
constexpr std::u32string_view dashes = U"–—―";
constexpr std::u32string_view commas = U",;:!?";
constexpr std::u32string_view percents = U"%°‰";
constexpr std::u32string_view currencies = U"฿$€£¥#";
constexpr std::u32string_view bullets = U"•●○◦▪▫■□◆◇➢➤✓✔✗✘☐☑☒๏";
constexpr std::u32string_view glues = U"\u00A0\u202F\u2007\uFEFF";

bool is_quote(char32_t c) { return c == U'"' || (c >= U'‘' && is_in(c, quotes)); }

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || utf8::is_thai_digit(c); }

bool is_ideograph(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z';
  switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
    case HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_LETTER_NUMBER:
      return true;
    default:
      return false;
  }
}

struct SignKind {
  std::u32string_view signs;
  Kind kind;
};
constexpr std::array<SignKind, 10> sign_kinds = {{{openers, Kind::open},
                                                  {closers, Kind::close},
                                                  {hyphens, Kind::hyphen},
                                                  {dashes, Kind::dash},
                                                  {commas, Kind::comma},
                                                  {percents, Kind::percent},
                                                  {currencies, Kind::currency},
                                                  {bullets, Kind::bullet},
                                                  {glues, Kind::glue},
                                                  {U"…", Kind::ellipsis}}};

Kind searched_kind(char32_t c) {
  if (is_thai_letter(c)) return Kind::thai;
  if (is_space(c)) return Kind::space;
  if (is_digit(c)) return Kind::number;
  if (c == paiyannoi) return Kind::shortening;
  if (c == mai_yamok) return Kind::repeat;
  if (c == '/') return Kind::slash;
  if (c == '.') return Kind::dot;
  for (const SignKind& sign : sign_kinds) {
    if (is_in(c, sign.signs)) return sign.kind;
  }
  if (is_ideograph(c)) return Kind::ideograph;
  return is_letter(c) ? Kind::latin : Kind::symbol;
}

constexpr std::size_t ascii_size = 0x80;
constexpr char32_t thai_block = 0x0E00;
constexpr std::size_t thai_size = 0x80;

/// The kinds of the characters that papers are made of, searched once.
struct CommonKinds {
  CommonKinds() {
    for (std::size_t i = 0; i < ascii_size; ++i) ascii[i] = searched_kind(static_cast<char32_t>(i));
    for (std::size_t i = 0; i < thai_size; ++i) thai[i] = searched_kind(thai_block + static_cast<char32_t>(i));
  }
  std::array<Kind, ascii_size> ascii;
  std::array<Kind, thai_size> thai;
};

Kind kind_of(char32_t c) {
  static const CommonKinds common;
  if (c < ascii_size) return common.ascii[c];
  if (c >= thai_block && c < thai_block + thai_size) return common.thai[c - thai_block];
  return searched_kind(c);
}

/// Cuts; looks at no more than the characters around.
class Tokeniser {
 public:
  Tokeniser(const LineText& line, ThaiRuns& runs, std::vector<Token>& tokens)
      : line_(line), text_(line.characters), runs_(runs), tokens_(tokens) {}

  void run(const Budget& budget) {
    Pace pace(budget);
    for (std::size_t at = 0; at < text_.size();) {
      pace.step();
      Token token;
      token.begin = static_cast<std::uint32_t>(at);
      token.kind = is_quote(text_[at]) ? quote_kind(at) : kind_of(text_[at]);
      at = end_of(token);
      token.end = static_cast<std::uint32_t>(at);
      describe(token);
      tokens_.push_back(token);
    }
  }

 private:
  /// Whether a quotation mark opens or closes is told by its neighbours. Only where they are alike on both sides does
  /// it count whether one is open, and whether another can close it; a mark that stays alone then is neither.
  Kind quote_kind(std::size_t at) {
    const bool is_free_before = at == 0 || is_space(text_[at - 1]) || is_in(text_[at - 1], openers);
    const bool is_free_behind = at + 1 == text_.size() || is_space(text_[at + 1]) || is_in(text_[at + 1], closers) ||
                                is_in(text_[at + 1], commas) || text_[at + 1] == '.';
    const bool is_alike = is_free_before == is_free_behind;
    const bool opens = is_alike ? open_quote_ == 0 && may_open(at) : is_free_before;
    const bool is_inch_mark = at > 0 && is_digit(text_[at - 1]);
    const bool closes = is_alike ? open_quote_ != 0 || is_inch_mark || is_in(text_[at], closers) : is_free_behind;
    if (opens) open_quote_ = text_[at];
    if (!opens && closes) open_quote_ = 0;
    return opens ? Kind::open : closes ? Kind::close : Kind::symbol;
  }

  /// Not ’ inside a word, not an inch mark, and nothing that no later mark closes.
  [[nodiscard]] bool may_open(std::size_t at) {
    if (text_[at] == U'’' || (at > 0 && is_digit(text_[at - 1]))) return false;
    if (at + 1 > next_quote_) next_quote_ = std::min(text_.find_first_of(quotes, at + 1), text_.size());
    return next_quote_ < text_.size();
  }

  [[nodiscard]] bool has(std::size_t at, std::u32string_view text) const {
    return text_.substr(at, text.size()) == text;
  }

  std::size_t end_of(Token& token) const {
    const std::size_t at = token.begin;
    switch (token.kind) {
      case Kind::thai:
        return end_of_thai(at);
      case Kind::number:
        return end_of_number(at);
      case Kind::latin:
        return end_while(at, [](char32_t c) { return is_digit(c) || is_extending(c) || kind_of(c) == Kind::latin; });
      case Kind::space:
        return end_while(at, is_space);
      case Kind::dot:
        return end_while(at, [](char32_t c) { return c == '.'; });
      case Kind::shortening:
        if (has(at, et_cetera_text)) token.kind = Kind::et_cetera;
        if (has(at, excellency_text)) token.kind = Kind::excellency;
        return at + (token.kind == Kind::et_cetera    ? et_cetera_text.size()
                     : token.kind == Kind::excellency ? excellency_text.size()
                                                      : 1);
      default:
        return end_while(at + 1, is_extending);
    }
  }

  template <typename Test>
  std::size_t end_while(std::size_t at, Test test) const {
    while (at < text_.size() && test(text_[at])) ++at;
    return at;
  }

  std::size_t end_of_thai(std::size_t at) const {
    while (at < text_.size()) {
      const bool is_single_dot =
          text_[at] == '.' && text_[at - 1] != '.' && (at + 1 == text_.size() || text_[at + 1] != '.');
      if (!is_single_dot && !is_thai_letter(text_[at])) break;
      ++at;
    }
    return at;
  }

  std::size_t end_of_number(std::size_t at) const {
    for (; at < text_.size(); ++at) {
      if (is_digit(text_[at])) continue;
      const bool is_between_digits =
          is_in(text_[at], number_separators) && at + 1 < text_.size() && is_digit(text_[at + 1]);
      if (!is_between_digits) break;
    }
    return at;
  }

  void describe(Token& token) const {
    const std::size_t size = token.end - token.begin;
    const std::u32string_view text = text_.substr(token.begin, size);
    if (token.kind == Kind::thai) {
      token.run = &runs_.analyse(line_.bytes_of(token.begin, token.end), text);
      token.opening = token.run->opening;
      token.closing = token.run->closing;
    } else if (token.kind == Kind::number) {
      token.opening |= trait::coded;
      if (size > longest_held_number) token.closing |= trait::long_number;
    } else if (token.kind == Kind::latin) {
      if (opens_with(Words::units, text) == size) token.opening |= trait::unit;
      if (is_digit(text.back())) token.opening |= trait::coded;
      if (closes_with(Words::labels, text) == size) token.closing |= trait::label;
    } else if (token.kind == Kind::dot && size >= 3) {
      token.closing |= trait::dotted_line;
    } else if (token.kind == Kind::excellency) {
      token.closing |= trait::title;
    }
  }

  const LineText& line_;
  std::u32string_view text_;
  ThaiRuns& runs_;
  std::vector<Token>& tokens_;
  char32_t open_quote_ = 0;     ///< the quotation mark that is open; 0 for none
  std::size_t next_quote_ = 0;  ///< the next one as far as it was looked for
};

/// Gives the traits that need a look at the neighbours.
class Neighbours {
 public:
  Neighbours(const LineText& line, std::vector<Token>& tokens) : text_(line.characters), tokens_(tokens) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      Token& token = tokens_[i];
      follow_address(i);
      switch (token.kind) {
        case Kind::number:
          mark_number(i);
          break;
        case Kind::thai:
          mark_thai(i);
          break;
        case Kind::hyphen:
        case Kind::dash:
          mark_hyphen(i);
          break;
        case Kind::slash:
          mark_slash(i);
          break;
        case Kind::open:
          mark_open(i);
          ++depth_;
          break;
        case Kind::close:
          mark_close(i);
          depth_ -= depth_ > 0 ? 1 : 0;
          break;
        case Kind::dot:
          mark_dot(i);
          break;
        case Kind::bullet:
          token.closing |= trait::marker;
          break;
        default:
          break;
      }
    }
  }

 private:
  /// The token before or after, spaces passed over; null at the line's edge.
  [[nodiscard]] const Token* before(std::size_t i) const {
    if (i > 0 && tokens_[i - 1].kind == Kind::space) --i;
    return i > 0 ? &tokens_[i - 1] : nullptr;
  }
  [[nodiscard]] const Token* after(std::size_t i) const {
    if (i + 1 < tokens_.size() && tokens_[i + 1].kind == Kind::space) ++i;
    return i + 1 < tokens_.size() ? &tokens_[i + 1] : nullptr;
  }
  [[nodiscard]] bool touches(std::size_t i, Kind kind) const {
    return i + 1 < tokens_.size() && tokens_[i + 1].kind == kind;
  }
  [[nodiscard]] bool starts_line(std::size_t i) const { return before(i) == nullptr; }
  [[nodiscard]] bool follows_space(std::size_t i) const { return i == 0 || tokens_[i - 1].kind == Kind::space; }
  [[nodiscard]] std::size_t size_of(std::size_t i) const { return tokens_[i].end - tokens_[i].begin; }

  void mark_number(std::size_t i) {
    const Token* previous = before(i);
    const Traits lead = previous != nullptr ? previous->closing : trait::plain;
    const bool is_labelled = (lead & trait::label) != 0 && (lead & trait::measure) == 0;
    const bool is_year = (lead & (trait::era | trait::month)) != 0;
    if (!is_labelled && !is_year) tokens_[i].closing |= trait::count;
    const Token* next = after(i);
    if (next != nullptr && (next->opening & trait::month) != 0) tokens_[i].opening |= trait::day;
    // "๑.๒ จัดทำ": a number of sections opens the line.
    const bool is_section = starts_line(i) && touches(i, Kind::space) && has_inner_dot(i) && size_of(i) <= 5;
    if (is_section) tokens_[i].closing |= trait::marker;
  }

  [[nodiscard]] bool has_inner_dot(std::size_t i) const {
    const auto number = text_.substr(tokens_[i].begin, size_of(i));
    return number.find(U'.') != std::u32string_view::npos;
  }

  void mark_thai(std::size_t i) {
    Token& token = tokens_[i];
    const bool is_lettered = size_of(i) == 2 && text_[token.begin + 1] == '.';
    if (is_lettered && starts_line(i) && touches(i, Kind::space)) token.closing |= trait::marker;
    const Token* previous = before(i);
    const bool follows_given_name = previous != nullptr && (previous->closing & trait::given_name) != 0;
    constexpr std::size_t longest_surname = 16;
    if (follows_given_name && follows_space(i) && size_of(i) <= longest_surname) token.is_name = true;
    // "๑ ครั้ง ๒๕ คะแนน": what was a unit is no label as well.
    const bool is_counted = previous != nullptr && (previous->closing & trait::count) != 0;
    const auto text = text_.substr(token.begin, size_of(i));
    const bool may_be_both = (token.opening & trait::unit) != 0 && (token.closing & trait::label) != 0;
    if (is_counted && may_be_both && opens_with(Words::units, text) == text.size()) token.closing &= ~trait::label;
  }

  /// "๓๐ ก.ย. - ๓๑ ต.ค." and "เม.ย.๖๔-มิ.ย.๖๔" are ranges; any other hyphen between spaces opens an item.
  void mark_hyphen(std::size_t i) {
    const Token* left = before(i);
    const Token* right = after(i);
    if (left == nullptr) {
      tokens_[i].closing |= trait::marker;
      return;
    }
    const bool left_is_date = left->kind == Kind::number || (left->closing & (trait::month | trait::era)) != 0;
    const bool right_is_date =
        right != nullptr && (right->kind == Kind::number || (right->opening & trait::month) != 0);
    if (!left_is_date || !right_is_date) return;
    tokens_[i].opening |= trait::range;
    // A line may end behind it, but not where it touches a letter: readers of PDF take such a hyphen for the mark of a
    // word broken in two, and drop it.
    const bool is_behind_letter =
        left->kind == Kind::thai && left->end == tokens_[i].begin && text_[left->end - 1] != U'.';
    if (!is_behind_letter) tokens_[i].closing |= trait::range;
  }

  void mark_slash(std::size_t i) {
    if (i == 0) return;
    if (is_in_address(i)) {
      tokens_[i].closing |= trait::address;
      return;
    }
    const Token& left = tokens_[i - 1];
    constexpr Kinds alternatives = bit(Kind::close) | bit(Kind::latin) | bit(Kind::repeat) | bit(Kind::shortening);
    const bool is_wordy = left.kind == Kind::thai && (left.closing & trait::wordy) != 0 && text_[left.end - 1] != '.';
    if (!is_wordy && (bit(left.kind) & alternatives) == 0) return;
    const Token* number = before(i - 1);
    const bool is_rate = (left.opening & trait::unit) != 0 && number != nullptr && number->kind == Kind::number;
    tokens_[i].closing |= is_rate ? trait::rate : trait::alternatives;
  }

  /// A slash that does not touch another, after "://" or "www." with no space or Thai letter between.
  [[nodiscard]] bool is_in_address(std::size_t i) const {
    return in_address_ && tokens_[i - 1].kind != Kind::slash && !touches(i, Kind::slash);
  }

  void follow_address(std::size_t i) {
    const Token& token = tokens_[i];
    if (token.kind == Kind::space || token.kind == Kind::thai) in_address_ = false;
    if (token.kind != Kind::latin && token.kind != Kind::comma) return;
    const std::u32string_view tail = text_.substr(token.begin, 4);
    if (tail == U"www." || tail.substr(0, 3) == U"://") in_address_ = true;
  }

  /// "(๑)" "(ก)" after a label belong to it.
  void mark_open(std::size_t i) {
    if (i + 2 >= tokens_.size() || tokens_[i + 2].kind != Kind::close) return;
    if (is_item_sign(i + 1)) tokens_[i].opening |= trait::coded;
  }

  [[nodiscard]] bool is_item_sign(std::size_t i) const {
    return (tokens_[i].kind == Kind::number && size_of(i) <= 3) || size_of(i) == 1;
  }

  void mark_close(std::size_t i) {
    constexpr std::u32string_view of_items = U")]}）";
    if (i == 0 || !is_item_sign(i - 1) || !is_in(text_[tokens_[i].begin], of_items)) return;
    const bool is_enclosed = i >= 2 && tokens_[i - 2].kind == Kind::open;
    // "(๑) จัดทำ" and "ก) จัดทำ" open the line; "๑) จัดทำ" may stand inside it.
    const bool opens_line = starts_line(is_enclosed ? i - 2 : i - 1);
    const bool is_numbered = !is_enclosed && depth_ == 0 && tokens_[i - 1].kind == Kind::number && follows_space(i - 1);
    if (opens_line || is_numbered) tokens_[i].closing |= trait::marker;
  }

  void mark_dot(std::size_t i) {
    const bool is_numbered = i > 0 && size_of(i) == 1 && tokens_[i - 1].kind == Kind::number && follows_space(i - 1);
    if (is_numbered && (size_of(i - 1) <= 2 || starts_line(i - 1))) tokens_[i].closing |= trait::marker;
  }

  std::u32string_view text_;
  std::vector<Token>& tokens_;
  int depth_ = 0;            ///< parentheses open
  bool in_address_ = false;  ///< since "://" or "www."
};

}  // namespace

void find_tokens(const LineText& line, ThaiRuns& runs, std::vector<Token>& tokens, const Budget& budget) {
  tokens.clear();
  Tokeniser(line, runs, tokens).run(budget);
  Neighbours(line, tokens).run();
}

}  // namespace krut::text
