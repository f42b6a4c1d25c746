#include "layout/measures.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "layout/faults.h"
#include "layout/styles.h"

namespace krut::layout::measures {

namespace {

/// Word processors go further, but nobody reads smaller letters, and no sheet takes larger ones.
constexpr Bounds letters = {Length::points(4), Length::points(400)};
constexpr Bounds line_pitch = {Length::points(4), Length::points(500)};
constexpr Bounds distance = {Length(), longest_side};
constexpr Bounds hang = {-longest_side, longest_side};
constexpr Bounds padding = {Length(), Length::millimetres(50)};
/// What word processors draw as a border at most, and a printer shows at least.
constexpr Bounds rule = {Length::points(0.1), Length::points(12), true};
constexpr Bounds thickness = {rule.least, rule.most};
constexpr Bounds drawn_side = {Length::millimetres(1), longest_side};

/// The rest are distances.
constexpr std::pair<std::string_view, Bounds> by_name[] = {{"size", letters},      {"line-pitch", line_pitch},
                                                           {"first-indent", hang}, {"padding", padding},
                                                           {"left", hang},         {"top", hang},
                                                           {"rule", rule},         {"thickness", thickness},
                                                           {"width", drawn_side},  {"height", drawn_side}};

/// Letters, marks above and below included, seldom take less of their size.
constexpr std::int64_t least_pitch_percent = 80;
/// What margins must leave of the paper each way.
constexpr Length least_body = Length::millimetres(10);

std::string written(Length length) {
  const bool is_in_points = length.in_emu() % (Length::emu_per_point / 10) == 0;
  const std::int64_t unit = is_in_points ? Length::emu_per_point : Length::emu_per_millimetre;
  const std::int64_t tenths = length.in_units(10, unit);
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += '.' + std::to_string(std::abs(tenths % 10));
  return text + (is_in_points ? "pt" : "mm");
}

/// What text looks like at one place of the layout.
struct Look {
  Length size;
  Length pitch;
};

class Checker {
 public:
  Checker(const Program& program, Diagnostics& diagnostics) : program_(program), diagnostics_(diagnostics) {}

  void check() {
    const Look look = look_of(program_.styles.front());
    for (const Node& child : program_.report.children) {
      if (child.kind == ElementKind::style) check_style(child);
      if (child.kind == ElementKind::section) check_page(child);
      if (child.kind != ElementKind::style) walk(child, look);
    }
  }

 private:
  static Look look_of(const LayoutStyle& style) { return {style.style.text.size, style.style.paragraph.line_pitch}; }

  [[nodiscard]] const LayoutStyle* style_named(const std::string* name) const {
    if (name == nullptr) return nullptr;
    const auto index = program_.style(*name);
    return index ? &program_.styles[*index] : nullptr;
  }

  void check_style(const Node& node) {
    const LayoutStyle* style = style_named(node.value<std::string>("name"));
    const bool says_so = node.has("size") || node.has("line-pitch");
    if (style != nullptr && says_so) check_look(look_of(*style), node);
  }

  void check_look(const Look& look, const Node& node) {
    if (!overprints(look.pitch, look.size)) return;
    const Length least = look.size.scaled(least_pitch_percent, 100);
    diagnostics_.add(faults::lines_too_close(node.place, written(look.pitch), written(look.size), written(least)));
  }

  /// The look of what stands in `node`: a span changes its letters only.
  [[nodiscard]] Look look_in(const Node& node, const Look& outer) const {
    Look look = outer;
    const bool is_span = node.kind == ElementKind::span;
    if (const LayoutStyle* style = style_named(node.value<std::string>("style"))) {
      look.size = style->style.text.size;
      if (!is_span) look.pitch = style->style.paragraph.line_pitch;
    }
    const bool is_block = node.kind == ElementKind::p || node.kind == ElementKind::heading;
    if (is_span || is_block) look.size = node.value_or<Length>("size", look.size);
    if (is_block && node.has("size")) look.pitch = usual_pitch(look.size);
    look.pitch = node.value_or<Length>("line-pitch", look.pitch);
    return look;
  }

  /// A paragraph of spaces is only a gap, which may be small.
  static bool may_print(const Node& node) {
    if (node.kind != ElementKind::text) {
      const bool is_text = node.kind == ElementKind::p || node.kind == ElementKind::heading ||
                           node.kind == ElementKind::span || node.kind == ElementKind::b ||
                           node.kind == ElementKind::i || node.kind == ElementKind::u;
      return !is_text || node.has("empty") || std::any_of(node.children.begin(), node.children.end(), may_print);
    }
    return std::any_of(node.text.parts.begin(), node.text.parts.end(), [](const TemplatePart& part) {
      return part.expression || part.words.find_first_not_of(" \t\r\n") != std::string::npos;
    });
  }

  void walk(const Node& node, const Look& outer) {
    const Look look = look_in(node, outer);
    const bool is_new = node.has("line-pitch") || node.kind == ElementKind::span;
    if (is_new && may_print(node)) check_look(look, node);
    const LayoutStyle* head_style = style_named(node.value<std::string>("head-style"));
    for (const Node& child : node.children) {
      const bool is_head = head_style != nullptr && child.kind == ElementKind::head;
      walk(child, is_head ? look_of(*head_style) : look);
    }
  }

  void check_page(const Node& section) {
    const auto* margins = section.value<Sides>("margins");
    if (margins == nullptr) return;
    const PageSize page = section.value_or<PageSize>("size", usual_page);
    const auto* orientation = section.value<std::string>("orientation");
    const bool is_open = section.value<Path>("orientation") != nullptr;
    const bool is_wide = page.width > page.height;
    const bool turns = orientation != nullptr && is_wide != (*orientation == "landscape");
    const bool leaves_body =
        leaves(*margins, turns ? turned(page) : page) && (!is_open || leaves(*margins, turned(page)));
    if (!leaves_body) diagnostics_.add(faults::no_body(section.place, written(least_body)));
  }

  static PageSize turned(const PageSize& page) { return {page.height, page.width}; }

  static bool leaves(const Sides& margins, const PageSize& page) {
    return page.width - margins.left - margins.right >= least_body &&
           page.height - margins.top - margins.bottom >= least_body;
  }

  const Program& program_;
  Diagnostics& diagnostics_;
};

}  // namespace

Bounds bounds_of(std::string_view attribute) {
  for (const auto& [name, bounds] : by_name) {
    if (name == attribute) return bounds;
  }
  return distance;
}

Bilingual told(const Bounds& bounds) {
  const std::string least = written(bounds.least);
  const std::string most = written(bounds.most);
  const bool has_zero = bounds.may_be_zero;
  return {"ความยาวตั้งแต่ " + least + " ถึง " + most + (has_zero ? " หรือ 0" : ""),
          "a length from " + least + " to " + most + (has_zero ? ", or 0" : "")};
}

Bilingual one_column() {
  const Bilingual width = told(column);
  return {"ความกว้างของคอลัมน์เดียว เช่น 2.8cm, 1fr หรือ content(2cm,6cm) ความกว้างเป็น" + width.thai,
          "the width of one column, such as 2.8cm, 1fr or content(2cm,6cm); a width is " + width.english};
}

bool overprints(Length line_pitch, Length letters) { return line_pitch < letters.scaled(least_pitch_percent, 100); }

void check(const Program& program, Diagnostics& diagnostics) { Checker(program, diagnostics).check(); }

}  // namespace krut::layout::measures
