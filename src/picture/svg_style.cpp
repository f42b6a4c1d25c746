#include "picture/svg_style.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "base/limits.h"
#include "picture/svg_numbers.h"
#include "picture/svg_text.h"
#include "picture/svg_words.h"

namespace krut::picture {

namespace {

using References = std::vector<StyleReference>;

/// Words of CSS that take an address other than by url(), and the sign with which words are spelt otherwise.
constexpr std::string_view fetching_words[] = {"\\",   "@import",  "image-set(", "image(",
                                               "src(", "element(", "cross-fade("};
/// What is worked out when a page is shown, and not by everybody.
constexpr std::string_view reckoning_words[] = {"var(", "env(", "attr(", "calc(", "expression(", "javascript:"};

/// Up to the first `mark` that stands in no quotation and no brackets, and taken away with it.
std::string_view take_part(std::string_view& text, char mark) {
  char quote = '\0';
  int open = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(') {
      ++open;
    } else if (c == ')') {
      --open;
    } else if (c == mark && open <= 0) {
      const std::string_view part = text.substr(0, i);
      text.remove_prefix(i + 1);
      return part;
    }
  }
  return std::exchange(text, {});
}

std::string without_comments(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t begin = text.find("/*");
    out += text.substr(0, begin);
    if (begin == std::string_view::npos) return out;
    const std::size_t end = text.find("*/", begin + 2);
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 2);
    out += ' ';
  }
}

/// The name in a selector of one class, ".name"; empty for every other one.
std::string class_in(std::string_view selector) {
  selector = trimmed(selector);
  if (selector.size() < 2 || selector.front() != '.') return {};
  const std::string_view name = selector.substr(1);
  const bool is_word = std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-' || c == '_' || c >= 0x80;
  });
  return is_word ? std::string(name) : std::string();
}

}  // namespace

std::optional<SvgOffence> look_at_value(std::string_view property, std::string_view value, References& references) {
  constexpr std::size_t longest_address = 1'000;
  constexpr std::string_view call = "url(";
  const std::string words = folded(value);
  for (const std::string_view word : fetching_words) {
    if (const std::size_t at = words.find(word); at != std::string::npos) {
      return SvgOffence{Fault::Kind::refers_outside, shown(value.substr(at))};
    }
  }
  for (const std::string_view word : reckoning_words) {
    if (words.find(word) != std::string::npos) {
      return SvgOffence{Fault::Kind::not_allowed, std::string(property) + ": " + shown(value)};
    }
  }
  for (std::size_t at = words.find(call); at != std::string::npos; at = words.find(call, at + 1)) {
    std::string_view address = value.substr(at + call.size(), longest_address);
    const std::size_t end = address.find(')');
    if (end == std::string_view::npos) return SvgOffence{Fault::Kind::not_allowed, shown(value.substr(at))};
    address = trimmed(address.substr(0, end));
    if (!address.empty() && (address.front() == '"' || address.front() == '\'')) address = address.substr(1);
    if (!address.empty() && (address.back() == '"' || address.back() == '\'')) address.remove_suffix(1);
    address = trimmed(address);
    const bool is_data = folded(address.substr(0, 5)) == "data:";
    if (address.empty() || address.front() != '#') {
      return SvgOffence{is_data ? Fault::Kind::not_allowed : Fault::Kind::refers_outside, shown(value.substr(at))};
    }
    references.push_back({{}, std::string(address.substr(1)), property.substr(0, 6) == "marker"});
  }
  return std::nullopt;
}

std::optional<SvgOffence> look_at_declarations(std::string_view text, References& references) {
  const std::string style = without_comments(text);
  std::string_view rest = style;
  while (!rest.empty()) {
    std::string_view declaration = trimmed(take_part(rest, ';'));
    if (declaration.empty()) continue;
    const std::string_view whole = declaration;
    const std::string name = folded(trimmed(take_part(declaration, ':')));
    // The value first: an escape or an address in a name we do not know is the graver thing to tell.
    if (auto offence = look_at_value(name, whole, references)) return offence;
    if (!is_svg_property(name) || !is_number_bearable({}, name, declaration))
      return SvgOffence{Fault::Kind::not_allowed, shown(whole)};
  }
  return std::nullopt;
}

std::optional<SvgOffence> look_at_sheet(std::string_view text, References& references) {
  const std::string sheet = without_comments(text);
  std::string_view rest = trimmed(sheet);
  while (!rest.empty()) {
    std::string_view selectors = trimmed(take_part(rest, '{'));
    const std::size_t end = rest.find('}');
    std::string_view body = rest.substr(0, end);
    rest = trimmed(end == std::string_view::npos ? std::string_view() : rest.substr(end + 1));
    References found;
    if (auto offence = look_at_value("selector", selectors, found)) return offence;
    if (selectors.find('@') != std::string_view::npos) return SvgOffence{Fault::Kind::not_allowed, shown(selectors)};
    if (auto offence = look_at_declarations(body, found)) return offence;
    while (!found.empty() && !selectors.empty()) {
      const std::string name = class_in(take_part(selectors, ','));
      if (references.size() > limits::svg_elements) return SvgOffence{Fault::Kind::over_limit, "svg_elements"};
      for (const StyleReference& each : found) references.push_back({name, each.id, each.is_marker});
    }
  }
  return std::nullopt;
}

}  // namespace krut::picture
