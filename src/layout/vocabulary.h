#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace krut::layout {

/// The words of the layout language. `text` stands for characters between elements, `unknown` for an element that the
/// language does not have: no layout with one is ever filled, but what stands inside is checked.
enum class ElementKind {
  text,
  unknown,
  report,
  include,
  style,
  section,
  header,
  footer,
  p,
  heading,
  blocks,
  span,
  b,
  i,
  u,
  br,
  tab,
  page_number,
  page_count,
  labelled_line,
  side_by_side,
  side,
  table,
  column,
  head,
  group,
  group_head,
  row,
  cell,
  foot,
  continued_heading,
  content,
  choice,
  option,
  signatures,
  signature,
  page_break,
  figure_place,
  rule,
  emblem,
  frame,
  photo_grid,
  photo,
  fill,
};

/// How an attribute's value is read.
enum class AttributeKind {
  words,            ///< plain text
  identifier,       ///< letters, digits, hyphens
  word,             ///< one of a fixed few
  yes_no,           ///< a bool
  count,            ///< a whole number
  length,           ///< not negative
  length_or_value,  ///< a length, or {{ one path }} to it
  indent,           ///< a length that may be negative
  padding,          ///< one to four lengths: top, right, bottom, left, as in CSS
  page_size,        ///< A4, A5, letter or width and height
  widths,           ///< columns of a table
  width,            ///< one column of a table, or {{ one path }} to it
  word_or_value,    ///< one of a fixed few, or {{ one path }} to it
  count_or_value,   ///< a whole number, or {{ one path }} to it
  tab_stops,        ///< of a paragraph, from left to right
  style_name,       ///< a declared style
  text_template,    ///< words with {{ expressions }}
  value,            ///< {{ one path }} alone stands for the value itself, of any shape; else as text_template
  path,
  condition,
  loop,
  order,
};

/// One attribute of an element.
struct AttributeRule {
  std::string_view name;
  AttributeKind kind = AttributeKind::words;
  bool is_required = false;
  std::vector<std::string_view> words;  ///< of kinds of word; of a count, those for the highest there is
  int least = 0;                        ///< of kinds count and count_or_value
  int most = 0;
};

/// One element: what it may carry and hold. The same facts as layouts/layout.rng, here for our own sentences.
struct ElementRule {
  std::string_view name;
  ElementKind kind = ElementKind::text;
  bool holds_text = false;
  std::vector<ElementKind> children;
  std::vector<AttributeRule> attributes;
  std::vector<ElementKind> required_children;  ///< at least one of each

  [[nodiscard]] const AttributeRule* attribute(std::string_view wanted) const;
  [[nodiscard]] bool may_hold(ElementKind child) const;
};

[[nodiscard]] const std::vector<ElementRule>& all_elements();
/// Nothing when the language has no such word.
[[nodiscard]] const ElementRule* find_element(std::string_view name);
/// Of an element that is unknown: it may hold anything, and only what repeats it is read of its attributes.
[[nodiscard]] const ElementRule& rule_of(ElementKind kind);
/// Names of the elements that may hold one of `kind`.
[[nodiscard]] std::vector<std::string> homes_of(ElementKind kind);

/// What stands in a line of text, not as a block of its own.
[[nodiscard]] bool is_inline(ElementKind kind);

}  // namespace krut::layout
