#include "layout/styles.h"

#include <algorithm>
#include <array>
#include <utility>

namespace krut::layout {

namespace {

using model::Alignment;

constexpr std::string_view usual_family = "TH SarabunPSK";
constexpr Length usual_size = Length::points(16);

model::Style plain_style(const std::string& name) {
  model::Style style;
  style.name = name;
  style.text.family = usual_family;
  style.text.size = usual_size;
  style.paragraph.line_pitch = usual_pitch(usual_size);
  return style;
}

void apply(const Length* value, Length& target) {
  if (value != nullptr) target = *value;
}
void apply(const bool* value, bool& target) {
  if (value != nullptr) target = *value;
}

void apply_style_attributes(const Node& node, LayoutStyle& result) {
  apply_text_attributes(node, result.style.text);
  if (node.has("size")) result.style.paragraph.line_pitch = usual_pitch(result.style.text.size);
  apply_paragraph_attributes(node, result.style.paragraph);
  if (const int* level = node.value<int>("outline-level")) result.style.paragraph.outline_level = *level;
  if (const auto* digits = node.value<std::string>("digits")) result.digits = *digits;
  if (const auto* stops = node.value<std::vector<model::TabStop>>("tabs")) result.tab_stops = *stops;
}

LayoutStyle style_from(const Node& node, const std::vector<LayoutStyle>& declared) {
  LayoutStyle result;
  const std::string name = node.value_or<std::string>("name", "");
  result.style = plain_style(name);
  const auto* base = node.value<std::string>("based-on");
  const auto found = std::find_if(declared.begin(), declared.end(),
                                  [&](const LayoutStyle& each) { return base != nullptr && each.style.name == *base; });
  if (found != declared.end()) result = *found;
  result.style.name = name;
  apply_style_attributes(node, result);
  return result;
}

/// A style of a part that is based on none has the characters of the layout's first, and a paragraph of its own.
LayoutStyle part_style(const Node& node, const std::vector<LayoutStyle>& styles) {
  if (node.has("based-on")) return style_from(node, styles);
  const model::TextFormat& text = styles.front().style.text;
  LayoutStyle style;
  style.style.name = node.value_or<std::string>("name", "");
  style.style.text = text;
  style.style.paragraph.line_pitch = usual_pitch(text.size);
  apply_style_attributes(node, style);
  return style;
}

}  // namespace

std::vector<LayoutStyle> resolve_styles(const Node& report, const std::vector<Node>& of_parts) {
  std::vector<LayoutStyle> styles;
  for (const Node& child : report.children) {
    if (child.kind == ElementKind::style) styles.push_back(style_from(child, styles));
  }
  if (styles.empty()) styles.push_back({plain_style("body"), std::nullopt});
  if (const auto* name = report.value<std::string>("style")) {
    const auto chosen =
        std::find_if(styles.begin(), styles.end(), [&](const LayoutStyle& each) { return each.style.name == *name; });
    if (chosen != styles.end()) std::rotate(styles.begin(), chosen, chosen + 1);
  }
  for (const Node& style : of_parts) styles.push_back(part_style(style, styles));
  return styles;
}

void apply_paragraph_attributes(const Node& node, model::ParagraphFormat& format) {
  apply(node.value<Length>("line-pitch"), format.line_pitch);
  apply(node.value<Length>("left-indent"), format.left_indent);
  apply(node.value<Length>("right-indent"), format.right_indent);
  apply(node.value<Length>("first-indent"), format.first_line_indent);
  apply(node.value<Length>("space-before"), format.space_before);
  apply(node.value<Length>("space-after"), format.space_after);
  apply(node.value<bool>("keep-with-next"), format.keeps_with_next);
  apply(node.value<bool>("keep-together"), format.keeps_together);
  apply(node.value<bool>("keep-space-before"), format.keeps_space_before);
  if (const auto* align = node.value<std::string>("align")) format.alignment = alignment_of(*align);
}

void apply_text_attributes(const Node& node, model::TextFormat& format) {
  if (const auto* font = node.value<std::string>("font")) format.family = *font;
  apply(node.value<Length>("size"), format.size);
  apply(node.value<bool>("bold"), format.is_bold);
  apply(node.value<bool>("italic"), format.is_italic);
  apply(node.value<bool>("underline"), format.is_underlined);
  if (const auto* color = node.value<std::string>("color"))
    format.ink = *color == "red" ? model::Ink::red : model::Ink::black;
  if (const auto* lang = node.value<std::string>("lang")) format.language = language_tag(*lang);
}

Alignment alignment_of(std::string_view word) {
  if (word == "center") return Alignment::center;
  if (word == "right") return Alignment::right;
  if (word == "thai-distribute") return Alignment::thai_distribute;
  if (word == "justify") return Alignment::justify;
  return Alignment::left;
}

std::string language_tag(const std::string& lang) {
  if (lang == "th") return "th-TH";
  if (lang == "en") return "en-GB";
  return lang;
}

Length usual_pitch(Length size) {
  constexpr std::int64_t pitch_share = 181;
  constexpr std::int64_t size_share = 160;
  return Length::twips(size.scaled(pitch_share, size_share).in_twips());
}

}  // namespace krut::layout
