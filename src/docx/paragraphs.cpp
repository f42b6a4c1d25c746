#include "docx/paragraphs.h"

#include <utility>

namespace krut::docx {

namespace {

void write_tabs(Xml& xml, const std::vector<TabStop>& stops) {
  if (stops.empty()) return;
  auto tabs = xml.element("w:tabs");
  for (const TabStop& stop : stops) {
    AttributeList attributes{{"w:val", stop.is_right ? "right" : "left"}};
    if (stop.has_dots) attributes.emplace_back("w:leader", "dot");
    attributes.emplace_back("w:pos", stop.position);
    xml.empty("w:tab", attributes);
  }
}

void write_number(Xml& xml, const ListNumber& number) {
  auto properties = xml.element("w:numPr");
  xml.empty("w:ilvl", {{"w:val", number.level}});
  xml.empty("w:numId", {{"w:val", number.id}});
}

/// A picture is cut off under exact spacing: its line takes the height that it needs.
void write_free_spacing(Xml& xml, const model::ParagraphFormat& format) {
  xml.empty(
      "w:spacing",
      {{"w:before", format.space_before}, {"w:after", format.space_after}, {"w:line", 240}, {"w:lineRule", "auto"}});
}

/// The numbering has indents of its own, so that a list paragraph states all of its.
void write_list_placing(Xml& xml, const model::ParagraphFormat& format, const model::ParagraphFormat& base) {
  xml.empty(
      "w:ind",
      {{"w:left", format.left_indent}, {"w:right", format.right_indent}, {"w:hanging", -format.first_line_indent}});
  model::ParagraphFormat indented = base;
  indented.left_indent = format.left_indent;
  indented.right_indent = format.right_indent;
  indented.first_line_indent = format.first_line_indent;
  write_placing(xml, format, &indented);
}

/// The catch word of the page that this paragraph starts on. Its frame takes the rest of the body, from half a line
/// below the last one, so that a word processor turns the page where the PDF does.
void write_catch_word(Story& story, model::ElementId element) {
  const auto& catch_words = story.shared.options.catch_words;
  const auto found = catch_words.find(element);
  if (found == catch_words.end() || story.section == nullptr || !story.section->catch_word) return;
  const model::CatchWord& catch_word = *story.section->catch_word;
  model::Span span;
  span.text = found->second.words;
  span.format = catch_word.text;
  const model::Section& section = *story.section;
  FrameLook look;
  look.style = catch_word.style;
  look.top = found->second.text_end + catch_word.line_pitch / 2;
  look.width = section.page_width - section.margin_left - section.margin_right;
  look.height = section.page_height - section.margin_bottom - look.top;
  look.space_above = found->second.top - look.top;
  write_frame(story, {span}, look);
}

}  // namespace

/// CT_FramePr, ISO/IEC 29500-1, 17.3.1.11.
void write_frame(Story& story, const std::vector<model::Span>& spans, const FrameLook& look) {
  Xml& xml = story.xml;
  const model::Style& style = story.shared.styles.style(look.style);
  model::ParagraphFormat format = style.paragraph;
  format.alignment = look.is_centred ? model::Alignment::center : model::Alignment::right;
  format.left_indent = format.right_indent = format.first_line_indent = {};
  format.space_before = look.space_above;
  format.space_after = {};
  format.outline_level = 0;
  auto paragraph = xml.element("w:p", {{"w14:paraId", story.shared.names.paragraph(0)}});
  {
    auto properties = xml.element("w:pPr");
    xml.empty("w:pStyle", {{"w:val", story.shared.styles.id(look.style)}});
    xml.empty("w:framePr", {{"w:w", look.width},
                            {"w:h", look.height},
                            {"w:hRule", "exact"},
                            {"w:wrap", "notBeside"},
                            {"w:vAnchor", "page"},
                            {"w:hAnchor", look.is_centred ? "page" : "margin"},
                            {"w:xAlign", look.is_centred ? "center" : "right"},
                            {"w:y", look.top}});
    write_spacing(xml, format, &style.paragraph);
    write_placing(xml, format, &style.paragraph);
  }
  write_spans(story, spans, style.text);
}

Element open_paragraph(Story& story, ParagraphLook look) {
  Xml& xml = story.xml;
  write_catch_word(story, look.element);
  const Flow flow = std::exchange(story.flow, {});
  const bool starts_page = look.starts_page || flow.breaks_page;
  if (starts_page || flow.is_at_page_top) look.format.space_before = {};
  look.format.space_before += look.fixed_space_before + flow.space_before;
  const model::Style& style = story.shared.styles.style(look.style);
  const model::ParagraphFormat& base = style.paragraph;

  Element paragraph = xml.element("w:p", {{"w14:paraId", story.shared.names.paragraph(look.element)}});
  auto properties = xml.element("w:pPr");  // CT_PPr, ISO/IEC 29500-1, 17.3.1.26
  xml.empty("w:pStyle", {{"w:val", story.shared.styles.id(look.style)}});
  write_keeps(xml, look.format, &base, starts_page);
  if (look.number) write_number(xml, *look.number);
  write_tabs(xml, look.tabs);
  if (look.fits_content) {
    write_free_spacing(xml, look.format);
  } else {
    write_spacing(xml, look.format, &base);
  }
  if (look.number) {
    write_list_placing(xml, look.format, base);
  } else {
    write_placing(xml, look.format, &base);
  }
  if (look.marker != nullptr) write_run_properties(xml, *look.marker, style.text);
  if (look.section_end != nullptr) write_section_properties(xml, *look.section_end);
  return paragraph;
}

void write_thin_paragraph(Story& story, const SectionEnd* section_end) {
  Xml& xml = story.xml;
  const Flow flow = std::exchange(story.flow, {});
  auto paragraph = xml.element("w:p", {{"w14:paraId", story.shared.names.paragraph(0)}});
  auto properties = xml.element("w:pPr");
  xml.empty("w:pStyle", {{"w:val", thin_style_id}});
  if (flow.breaks_page) xml.empty("w:pageBreakBefore");
  if (section_end != nullptr) write_section_properties(xml, *section_end);
}

}  // namespace krut::docx
