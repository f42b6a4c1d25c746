#include "docx/paragraphs.h"

#include <utility>

#include "docx/frames.h"

namespace krut::docx {

namespace {

/// The catch word of the page that this paragraph starts on. Its frame takes the rest of the body, from half a line
/// below the last one, so that a word processor turns the page where the PDF does.
void write_catch_word(Story& story, model::ElementId element) {
  const auto& catch_words = story.shared.options.pages.catch_words;
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

void write_properties(Story& story, ParagraphLook& look, const WrittenStyle& style, bool starts_page) {
  Xml& xml = story.xml;
  auto properties = xml.element("w:pPr");
  const ParagraphProperties& written =
      story.shared.property_lists.of_paragraph({style.id, look.format, style.paragraph, starts_page, look.fits_content,
                                                look.number.has_value(), std::move(look.tabs)});
  xml.raw(written.before_number);
  if (look.number) xml.raw(story.shared.property_lists.of_number(*look.number));
  xml.raw(written.after_number);
  if (look.marker != nullptr) write_run_properties(story, *look.marker, style.text);
  if (look.section_end != nullptr) write_section_properties(xml, *look.section_end);
}

}  // namespace

/// CT_FramePr, ISO/IEC 29500-1, 17.3.1.11.
void write_frame(Story& story, const std::vector<model::Span>& spans, const FrameLook& look) {
  Xml& xml = story.xml;
  const WrittenStyle& style = story.shared.styles.written(look.style, 0);
  model::ParagraphFormat format = style.paragraph;
  format.alignment = look.is_centred ? model::Alignment::center : model::Alignment::right;
  format.left_indent = format.right_indent = format.first_line_indent = {};
  format.space_before = look.space_above;
  format.space_after = {};
  format.outline_level = 0;
  auto paragraph = xml.element("w:p", {{"w14:paraId", story.shared.names.paragraph(0)}});
  {
    auto properties = xml.element("w:pPr");
    xml.empty("w:pStyle", {{"w:val", style.id}});
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

std::vector<TabStop> tabs_of(const model::Paragraph& paragraph, Length left) {
  std::vector<TabStop> tabs;
  for (const model::TabStop& stop : paragraph.tab_stops) {
    tabs.push_back({left + stop.position, stop.alignment, stop.leader == model::Leader::dots});
  }
  return tabs;
}

Element open_paragraph(Story& story, ParagraphLook look) {
  Xml& xml = story.xml;
  write_catch_word(story, look.element);
  const Flow flow = std::exchange(story.flow, {});
  const bool starts_page = look.starts_page || flow.breaks_page;
  const bool is_at_top = starts_page || flow.is_at_page_top;
  if (is_at_top && !look.format.keeps_space_before) look.format.space_before = {};
  look.format.space_before += look.fixed_space_before + flow.space_before;
  const WrittenStyle& style = story.shared.styles.written(look.style, look.format.outline_level);

  Element paragraph = xml.element("w:p", {{"w14:paraId", story.shared.names.paragraph(look.element)}});
  write_properties(story, look, style, starts_page);
  write_frames(story, flow.frames);
  return paragraph;
}

void write_thin_paragraph(Story& story, const SectionEnd* section_end) {
  Xml& xml = story.xml;
  const Flow flow = std::exchange(story.flow, {});
  auto paragraph = xml.element("w:p", {{"w14:paraId", story.shared.names.paragraph(0)}});
  {
    auto properties = xml.element("w:pPr");
    xml.empty("w:pStyle", {{"w:val", thin_style_id}});
    if (!flow.frames.empty() && section_end == nullptr) xml.empty("w:keepNext");
    if (flow.breaks_page) xml.empty("w:pageBreakBefore");
    if (section_end != nullptr) write_section_properties(xml, *section_end);
  }
  write_frames(story, flow.frames);
}

}  // namespace krut::docx
