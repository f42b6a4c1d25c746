#include "layout/vocabulary.h"

#include <algorithm>

#include "base/limits.h"

namespace krut::layout {

namespace {

using Kind = AttributeKind;
using Rules = std::vector<AttributeRule>;
using Kinds = std::vector<ElementKind>;

constexpr int most_columns = static_cast<int>(limits::table_columns);
constexpr std::string_view all_word = "all";
constexpr int most_rows_spanned = 1'000;
constexpr int most_heading_level = 6;
constexpr int most_signature_columns = 4;
constexpr int most_lines_for_hand = 12;
constexpr int most_page_before_furniture = 1'000;

template <typename List>
List joined(std::initializer_list<List> lists) {
  List all;
  for (const List& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

AttributeRule required(std::string_view name, Kind kind) { return {name, kind, true, {}, 0, 0}; }
AttributeRule optional(std::string_view name, Kind kind) { return {name, kind, false, {}, 0, 0}; }
AttributeRule one_of(std::string_view name, std::vector<std::string_view> words) {
  return {name, Kind::word, false, std::move(words), 0, 0};
}
AttributeRule counted(std::string_view name, int least, int most) {
  return {name, Kind::count, false, {}, least, most};
}

/// The same rule, that the data may answer as well.
AttributeRule or_value(AttributeRule rule) {
  rule.kind = rule.kind == Kind::count ? Kind::count_or_value : Kind::word_or_value;
  return rule;
}

/// Rows that a cell spans: a number, a value of the data, or all there are.
AttributeRule rows_spanned() {
  AttributeRule rule = or_value(counted("rows", 1, most_rows_spanned));
  rule.words = {all_word};
  return rule;
}

/// Columns that a cell spans: a number, a value of the data, or all that the other cells of its row leave.
AttributeRule columns_spanned() {
  AttributeRule rule = or_value(counted("span", 1, most_columns));
  rule.words = {all_word};
  return rule;
}

AttributeRule align() { return one_of("align", {"left", "center", "right", "thai-distribute", "justify"}); }
AttributeRule digits() { return one_of("digits", {"as-is", "thai", "arabic", "document"}); }

AttributeRule color() { return one_of("color", {"black", "red"}); }

Rules repeated() {
  return {optional("each", Kind::loop), optional("order", Kind::order), optional("number", Kind::identifier),
          optional("if", Kind::condition)};
}

Rules of_text() {
  return {optional("font", Kind::words),       optional("size", Kind::length),
          optional("bold", Kind::yes_no),      optional("italic", Kind::yes_no),
          optional("underline", Kind::yes_no), color(),
          optional("lang", Kind::identifier),  digits()};
}

/// The letters of one paragraph, over those of its style.
Rules of_letters() {
  return {optional("size", Kind::length), optional("bold", Kind::yes_no), optional("italic", Kind::yes_no),
          optional("underline", Kind::yes_no), color()};
}

Rules of_paragraph() {
  return {optional("line-pitch", Kind::length),    align(),
          optional("left-indent", Kind::length),   optional("right-indent", Kind::length),
          optional("first-indent", Kind::indent),  optional("space-before", Kind::length),
          optional("space-after", Kind::length),   optional("keep-with-next", Kind::yes_no),
          optional("keep-together", Kind::yes_no), optional("keep-space-before", Kind::yes_no)};
}

Rules of_block() {
  return joined<Rules>({{optional("style", Kind::style_name), digits(), optional("empty", Kind::text_template)},
                        of_letters(),
                        of_paragraph(),
                        {optional("page-break-before", Kind::yes_no), optional("tabs", Kind::tab_stops)},
                        repeated()});
}

Kinds inline_kinds() {
  return {ElementKind::span, ElementKind::b,   ElementKind::i,           ElementKind::u,
          ElementKind::br,   ElementKind::tab, ElementKind::page_number, ElementKind::page_count};
}

Kinds cell_blocks() {
  return {ElementKind::p,      ElementKind::labelled_line, ElementKind::blocks, ElementKind::content,
          ElementKind::choice, ElementKind::figure_place,  ElementKind::emblem, ElementKind::rule};
}

Kinds all_blocks() {
  return joined<Kinds>(
      {cell_blocks(),
       {ElementKind::side_by_side, ElementKind::heading, ElementKind::table, ElementKind::frame,
        ElementKind::photo_grid, ElementKind::signatures, ElementKind::page_break, ElementKind::fill}});
}

ElementRule report() {
  return {"report",
          ElementKind::report,
          false,
          {ElementKind::include, ElementKind::style, ElementKind::section},
          {required("version", Kind::words), required("schema", Kind::words), required("title", Kind::words),
           optional("lang", Kind::identifier), one_of("digits", {"thai", "arabic"}),
           optional("style", Kind::style_name), optional("extends", Kind::words),
           optional("document-title", Kind::value), optional("author", Kind::text_template)},
          {ElementKind::section}};
}

ElementRule style() {
  return {"style",
          ElementKind::style,
          false,
          {},
          joined<Rules>({{required("name", Kind::identifier), optional("based-on", Kind::identifier)},
                         of_text(),
                         of_paragraph(),
                         {counted("outline-level", 0, most_heading_level), optional("tabs", Kind::tab_stops)}}),
          {}};
}

ElementRule section() {
  return {"section",
          ElementKind::section,
          false,
          joined<Kinds>({{ElementKind::header, ElementKind::footer}, all_blocks()}),
          joined<Rules>(
              {{optional("name", Kind::identifier), optional("size", Kind::page_size),
                or_value(one_of("orientation", {"portrait", "landscape"})), required("margins", Kind::padding),
                optional("restart-page-numbers", Kind::yes_no), one_of("page-digits", {"thai", "arabic", "document"}),
                optional("catch-word", Kind::yes_no), optional("style", Kind::style_name), digits()},
               repeated()}),
          {}};
}

ElementRule furniture(std::string_view name, ElementKind kind) {
  return {name,
          kind,
          false,
          {ElementKind::p},
          {counted("from-page", 1, most_page_before_furniture), optional("distance", Kind::length),
           optional("style", Kind::style_name)},
          {ElementKind::p}};
}

ElementRule inline_element(std::string_view name, ElementKind kind) {
  return {name, kind, true, inline_kinds(), {}, {}};
}

ElementRule span() {
  return {"span",
          ElementKind::span,
          true,
          inline_kinds(),
          joined<Rules>({{optional("style", Kind::style_name)}, of_text(), repeated()}),
          {}};
}

Rules of_labelled_line() {
  return joined<Rules>(
      {{required("label", Kind::text_template), optional("label-style", Kind::style_name),
        optional("numbered", Kind::yes_no), one_of("leader", {"none", "dots"}), optional("to", Kind::length),
        optional("empty", Kind::text_template), optional("style", Kind::style_name), digits()},
       of_paragraph(),
       repeated()});
}

ElementRule labelled_line() {
  return {"labelled-line",
          ElementKind::labelled_line,
          true,
          inline_kinds(),
          joined<Rules>({{optional("value", Kind::value)}, of_labelled_line()}),
          {}};
}

/// A shorter word for a labelled line whose value stands in an attribute.
ElementRule field() {
  return {"field",
          ElementKind::labelled_line,
          false,
          {},
          joined<Rules>({{required("value", Kind::value)}, of_labelled_line()}),
          {}};
}

ElementRule side_by_side() {
  return {"side-by-side",
          ElementKind::side_by_side,
          false,
          {ElementKind::side},
          joined<Rules>({{required("widths", Kind::widths), optional("title", Kind::text_template),
                          optional("style", Kind::style_name), digits(), optional("space-before", Kind::length),
                          optional("space-after", Kind::length), optional("keep-space-before", Kind::yes_no),
                          optional("keep-with-next", Kind::yes_no)},
                         repeated()}),
          {ElementKind::side}};
}

ElementRule table() {
  return {"table",
          ElementKind::table,
          false,
          {ElementKind::column, ElementKind::continued_heading, ElementKind::head, ElementKind::group, ElementKind::row,
           ElementKind::foot},
          joined<Rules>({{optional("widths", Kind::widths), optional("style", Kind::style_name),
                          optional("head-style", Kind::style_name), optional("padding", Kind::padding),
                          optional("rule", Kind::length), optional("title", Kind::text_template), digits()},
                         repeated()}),
          {}};
}

ElementRule row_holder(std::string_view name, ElementKind kind) {
  return {name, kind, false, {ElementKind::row}, {optional("style", Kind::style_name)}, {ElementKind::row}};
}

ElementRule group() {
  return {"group",
          ElementKind::group,
          false,
          {ElementKind::group_head, ElementKind::row},
          joined<Rules>({{optional("continued", Kind::words), digits()}, repeated()}),
          {ElementKind::row}};
}

ElementRule row() {
  return {"row",
          ElementKind::row,
          false,
          {ElementKind::cell},
          joined<Rules>({{optional("style", Kind::style_name), optional("style-if", Kind::condition),
                          optional("may-split", Kind::yes_no), digits()},
                         repeated()}),
          {ElementKind::cell}};
}

ElementRule cell() {
  return {"cell",
          ElementKind::cell,
          true,
          joined<Kinds>({inline_kinds(), cell_blocks()}),
          joined<Rules>({{columns_spanned(), rows_spanned(), or_value(align()),
                          or_value(one_of("valign", {"top", "middle", "bottom"})), optional("style", Kind::style_name),
                          digits(), optional("empty", Kind::text_template)},
                         repeated()}),
          {}};
}

ElementRule content() {
  return {"content",
          ElementKind::content,
          false,
          {},
          joined<Rules>({{required("select", Kind::path), optional("style", Kind::style_name), digits(),
                          optional("empty", Kind::text_template), optional("lead", Kind::text_template),
                          one_of("marker", {"thai-dot", "thai-paren", "arabic-dot", "arabic-paren", "document"}),
                          optional("list-indent", Kind::length), optional("list-hang", Kind::length)},
                         of_paragraph(),
                         repeated()}),
          {}};
}

ElementRule choice() {
  return {"choice",
          ElementKind::choice,
          false,
          {ElementKind::option},
          joined<Rules>({{required("of", Kind::path), optional("name", Kind::words),
                          optional("style", Kind::style_name), optional("space-before", Kind::length)},
                         repeated()}),
          {ElementKind::option}};
}

ElementRule option() { return {"option", ElementKind::option, true, {}, {required("value", Kind::words)}, {}}; }

ElementRule signatures() {
  return {"signatures",
          ElementKind::signatures,
          false,
          {ElementKind::signature},
          {counted("columns", 1, most_signature_columns), optional("axis", Kind::length),
           optional("width", Kind::length), counted("lines-for-hand", 0, most_lines_for_hand),
           optional("dotted-line", Kind::yes_no), or_value(one_of("signing", {"electronic", "hand"})),
           optional("space-before", Kind::length), optional("keep-with-previous", Kind::yes_no),
           optional("keep-with-next", Kind::yes_no), optional("closing", Kind::text_template),
           optional("style", Kind::style_name), digits(), optional("if", Kind::condition)},
          {ElementKind::signature}};
}

ElementRule signature() {
  return {"signature",
          ElementKind::signature,
          false,
          {},
          joined<Rules>({{required("name", Kind::text_template), optional("position", Kind::value),
                          optional("acting", Kind::value), optional("role", Kind::text_template),
                          optional("remark", Kind::text_template), optional("field", Kind::text_template)},
                         repeated()}),
          {}};
}

ElementRule figure_place() {
  return {"figure-place",
          ElementKind::figure_place,
          true,
          inline_kinds(),
          joined<Rules>({{required("width", Kind::length_or_value), required("height", Kind::length),
                          optional("image", Kind::path), optional("alternative-text", Kind::text_template),
                          one_of("align", {"left", "center", "right"}), optional("style", Kind::style_name), digits()},
                         repeated()}),
          {}};
}

AttributeRule side() { return one_of("align", {"left", "center", "right"}); }

ElementRule emblem() {
  return {"emblem",
          ElementKind::emblem,
          false,
          {},
          joined<Rules>({{optional("of", Kind::value), required("height", Kind::length), side()}, repeated()}),
          {}};
}

ElementRule rule() {
  return {"rule",
          ElementKind::rule,
          false,
          {},
          joined<Rules>({{optional("width", Kind::length), optional("thickness", Kind::length), side(),
                          optional("right-indent", Kind::length), optional("space-before", Kind::length),
                          optional("space-after", Kind::length), optional("keep-with-next", Kind::yes_no)},
                         repeated()}),
          {}};
}

ElementRule frame() {
  return {"frame",
          ElementKind::frame,
          false,
          {ElementKind::p, ElementKind::figure_place, ElementKind::emblem, ElementKind::rule},
          joined<Rules>(
              {{one_of("from", {"column", "page-centre", "paper"}), one_of("below", {"next-block", "body", "paper"}),
                optional("left", Kind::indent), optional("top", Kind::indent), optional("width", Kind::length),
                optional("height", Kind::length), optional("style", Kind::style_name), digits()},
               repeated()}),
          {}};
}

ElementRule photo_grid() {
  return {"photo-grid",
          ElementKind::photo_grid,
          false,
          {ElementKind::photo},
          joined<Rules>({{or_value(counted("columns", 1, static_cast<int>(limits::photo_columns))),
                          optional("title", Kind::text_template), optional("style", Kind::style_name), digits()},
                         repeated()}),
          {ElementKind::photo}};
}

ElementRule photo() {
  return {"photo",
          ElementKind::photo,
          true,
          inline_kinds(),
          joined<Rules>({{required("image", Kind::path), optional("alternative-text", Kind::text_template),
                          optional("style", Kind::style_name), digits()},
                         repeated()}),
          {}};
}

ElementRule unknown_element() {
  Kinds kinds;
  for (const ElementRule& each : all_elements()) kinds.push_back(each.kind);
  return {"", ElementKind::unknown, true, kinds, repeated(), {}};
}

}  // namespace

const std::vector<ElementRule>& all_elements() {
  const auto text_block = [](std::string_view name, ElementKind kind, Rules more) {
    return ElementRule{name, kind, true, inline_kinds(), joined<Rules>({of_block(), std::move(more)}), {}};
  };
  const auto empty = [](std::string_view name, ElementKind kind, Rules rules) {
    return ElementRule{name, kind, false, {}, std::move(rules), {}};
  };
  static const std::vector<ElementRule> elements = {
      report(),
      empty("include", ElementKind::include, {required("file", Kind::words)}),
      style(),
      section(),
      furniture("header", ElementKind::header),
      furniture("footer", ElementKind::footer),
      text_block("p", ElementKind::p, {}),
      text_block("heading", ElementKind::heading, {{"level", Kind::count, true, {}, 1, most_heading_level}}),
      {"blocks",
       ElementKind::blocks,
       false,
       all_blocks(),
       joined<Rules>(
           {{optional("name", Kind::identifier), digits(), optional("page-break-between", Kind::yes_no)}, repeated()}),
       {}},
      span(),
      inline_element("b", ElementKind::b),
      inline_element("i", ElementKind::i),
      inline_element("u", ElementKind::u),
      empty("br", ElementKind::br, {}),
      empty("tab", ElementKind::tab, {}),
      empty("page-number", ElementKind::page_number, {}),
      empty("page-count", ElementKind::page_count, {}),
      labelled_line(),
      field(),
      side_by_side(),
      {"side", ElementKind::side, false, cell_blocks(), {optional("style", Kind::style_name), digits()}, {}},
      table(),
      empty("column", ElementKind::column, joined<Rules>({{optional("width", Kind::width)}, repeated()})),
      {"continued-heading",
       ElementKind::continued_heading,
       true,
       inline_kinds(),
       {optional("style", Kind::style_name), digits()},
       {}},
      row_holder("head", ElementKind::head),
      group(),
      row_holder("group-head", ElementKind::group_head),
      row(),
      cell(),
      row_holder("foot", ElementKind::foot),
      content(),
      choice(),
      option(),
      signatures(),
      signature(),
      empty("page-break", ElementKind::page_break, {optional("if", Kind::condition)}),
      figure_place(),
      emblem(),
      rule(),
      frame(),
      photo_grid(),
      photo(),
      empty("fill", ElementKind::fill, {optional("if", Kind::condition)}),
  };
  return elements;
}

const ElementRule& rule_of(ElementKind kind) {
  static const ElementRule unknown = unknown_element();
  if (kind == ElementKind::unknown) return unknown;
  const auto& all = all_elements();
  return *std::find_if(all.begin(), all.end(), [&](const ElementRule& each) { return each.kind == kind; });
}

}  // namespace krut::layout
