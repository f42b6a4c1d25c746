#include "layout/values.h"

#include <algorithm>
#include <charconv>

#include "base/limits.h"
#include "layout/measures.h"

namespace krut::layout::values {

namespace {

constexpr std::size_t most_tab_stops = 16;

constexpr std::size_t most_decimals = 4;
constexpr std::int64_t decimal_scale = 10'000;
constexpr std::size_t most_whole_digits = 6;
constexpr std::int64_t emu_per_inch = 914'400;
constexpr Length longest = Length::millimetres(10'000);
constexpr std::int64_t most_shares = 1'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A decimal number in ten-thousandths, taken off the front of `text`.
std::optional<std::int64_t> take_number(std::string_view& text) {
  const bool is_negative = !text.empty() && text.front() == '-';
  if (is_negative) text.remove_prefix(1);
  std::string digits;
  while (!text.empty() && is_digit(text.front())) {
    digits += text.front();
    text.remove_prefix(1);
  }
  if (digits.empty() || digits.size() > most_whole_digits) return std::nullopt;
  std::size_t decimals = 0;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    for (; !text.empty() && is_digit(text.front()); ++decimals) {
      digits += text.front();
      text.remove_prefix(1);
    }
    if (decimals == 0 || decimals > most_decimals) return std::nullopt;
  }
  digits.append(most_decimals - decimals, '0');
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return is_negative ? -value : value;
}

std::optional<std::int64_t> emu_per(std::string_view unit) {
  if (unit == "mm") return Length::emu_per_millimetre;
  if (unit == "cm") return Length::emu_per_millimetre * 10;
  if (unit == "pt") return Length::emu_per_point;
  if (unit == "in") return emu_per_inch;
  return std::nullopt;
}

/// What stands before the next comma, taken off the front of `text` with it; nothing when no text is left.
std::optional<std::string_view> take_argument(std::string_view& text) {
  if (text.empty()) return std::nullopt;
  const std::size_t end = std::min(text.find(','), text.size());
  const std::string_view argument = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return argument;
}

/// Shares or a weight in thousandths.
std::optional<std::int64_t> thousandths(std::string_view text, std::string_view unit) {
  const auto number = take_number(text);
  if (!number || text != unit || *number <= 0 || *number > most_shares * decimal_scale) return std::nullopt;
  return std::max<std::int64_t>(1, *number / (decimal_scale / 1'000));
}

/// content, content(least), content(least,most) or content(least,most,weight).
std::optional<model::Column> content_column(std::string_view word) {
  model::Column column;
  column.kind = model::Column::Kind::content;
  word.remove_prefix(std::string_view("content").size());
  if (word.empty()) return column;
  if (word.size() < 3 || word.front() != '(' || word.back() != ')') return std::nullopt;
  if (word[word.size() - 2] == ',') return std::nullopt;
  std::string_view rest = word.substr(1, word.size() - 2);
  const auto least = length(*take_argument(rest));
  if (!least || *least < Length() || *least > measures::column.most) return std::nullopt;
  column.least = *least;
  const auto most = take_argument(rest);
  if (!most) return column;
  column.most = length(*most);
  const bool is_fit = column.most && measures::column.has(*column.most) && *column.most >= column.least;
  if (!is_fit) return std::nullopt;
  const auto weight = take_argument(rest);
  if (!weight) return column;
  const auto share = thousandths(*weight, "");
  if (!share || !rest.empty()) return std::nullopt;
  column.share = *share;
  return column;
}

std::optional<model::Column> column_of(std::string_view word) {
  if (word.substr(0, 7) == "content") return content_column(word);
  model::Column column;
  if (word.size() > 2 && word.substr(word.size() - 2) == "fr") {
    const auto shares = thousandths(word, "fr");
    if (!shares) return std::nullopt;
    column.kind = model::Column::Kind::share;
    column.share = *shares;
    return column;
  }
  const auto width = length(word);
  if (!width || !measures::column.has(*width)) return std::nullopt;
  column.kind = model::Column::Kind::fixed;
  column.width = *width;
  return column;
}

/// Words parted by spaces; a space inside parentheses parts nothing.
std::vector<std::string> column_words(std::string_view text) {
  std::vector<std::string> result;
  int depth = 0;
  bool is_open = false;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (c == ' ') {
      is_open = is_open && depth > 0;
      continue;
    }
    if (!is_open) result.emplace_back();
    is_open = true;
    result.back() += c;
  }
  return result;
}

}  // namespace

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> result;
  for (std::size_t at = text.find_first_not_of(' '); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    result.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(' ', end);
  }
  return result;
}

std::optional<Length> length(std::string_view text) {
  const auto number = take_number(text);
  if (!number) return std::nullopt;
  if (*number == 0 && text.empty()) return Length();
  const auto unit = emu_per(text);
  if (!unit) return std::nullopt;
  const Length result = Length::emu(*unit).scaled(*number, decimal_scale);
  if (result > longest || -result > longest) return std::nullopt;
  return result;
}

std::optional<bool> yes_no(std::string_view text) {
  if (text == "yes") return true;
  if (text == "no") return false;
  return std::nullopt;
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (status != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Sides> sides(std::string_view text) {
  std::vector<Length> lengths;
  for (const std::string_view word : words(text)) {
    const auto each = length(word);
    if (!each || *each < Length()) return std::nullopt;
    lengths.push_back(*each);
  }
  if (lengths.empty() || lengths.size() > 4) return std::nullopt;
  const auto at = [&](std::size_t index, Length otherwise) {
    return index < lengths.size() ? lengths[index] : otherwise;
  };
  Sides sides;
  sides.top = lengths[0];
  sides.right = at(1, sides.top);
  sides.bottom = at(2, sides.top);
  sides.left = at(3, sides.right);
  return sides;
}

std::optional<PageSize> page_size(std::string_view text) {
  if (text == "A4") return PageSize{Length::millimetres(210), Length::millimetres(297)};
  if (text == "A5") return PageSize{Length::millimetres(148), Length::millimetres(210)};
  if (text == "letter") return PageSize{Length::points(612), Length::points(792)};
  const auto parts = words(text);
  if (parts.size() != 2) return std::nullopt;
  const auto width = length(parts[0]);
  const auto height = length(parts[1]);
  const bool is_fit = width && height && measures::page_side.has(*width) && measures::page_side.has(*height);
  if (!is_fit) return std::nullopt;
  return PageSize{*width, *height};
}

std::optional<std::vector<model::Column>> widths(std::string_view text, std::string& wrong) {
  std::vector<model::Column> columns;
  for (const std::string& word : column_words(text)) {
    const auto column = column_of(word);
    if (!column) {
      wrong = word;
      return std::nullopt;
    }
    columns.push_back(*column);
  }
  if (columns.empty() || columns.size() > limits::table_columns) return std::nullopt;
  return columns;
}

std::optional<std::vector<model::TabStop>> tab_stops(std::string_view text) {
  std::vector<model::TabStop> stops;
  for (const std::string_view word : words(text)) {
    if (!stops.empty() && (word == "center" || word == "right") && stops.back().alignment == model::Alignment::left &&
        stops.back().leader == model::Leader::none) {
      stops.back().alignment = word == "right" ? model::Alignment::right : model::Alignment::center;
    } else if (!stops.empty() && word == "dots" && stops.back().leader == model::Leader::none) {
      stops.back().leader = model::Leader::dots;
    } else {
      const auto position = length(word);
      const bool is_further = position && *position > (stops.empty() ? Length() : stops.back().position);
      if (!is_further) return std::nullopt;
      stops.push_back({*position});
    }
  }
  return stops.empty() || stops.size() > most_tab_stops ? std::nullopt : std::optional(std::move(stops));
}

bool is_identifier(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (text.empty() || !is_letter(text.front())) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; });
}

}  // namespace krut::layout::values
