#include "typeset/typeset_kit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "text/fonts.h"
#include "typeset/typeset.h"

namespace krut::typeset::kit {

text::Setter& setter() {
  static const std::shared_ptr<const text::FontLibrary> library = [] {
    Diagnostics diagnostics;
    auto loaded = text::FontLibrary::load({KRUT_FONT_FOLDER}, diagnostics);
    EXPECT_FALSE(loaded->list(diagnostics).empty()) << "no faces in " KRUT_FONT_FOLDER;
    return loaded;
  }();
  thread_local text::Setter of_this_thread(library);
  return of_this_thread;
}

model::TextFormat letters(double points) {
  model::TextFormat format;
  format.family = "TH SarabunPSK";
  format.size = Length::points(points);
  return format;
}

model::Span span(const std::string& text, double points) {
  model::Span span;
  span.text = text;
  span.format = letters(points);
  return span;
}

model::ParagraphFormat format(model::Alignment alignment) {
  model::ParagraphFormat format;
  format.line_pitch = 18.1_pt;
  format.alignment = alignment;
  return format;
}

model::Paragraph paragraph(model::ElementId id, const std::string& text, const model::ParagraphFormat& format) {
  model::Paragraph paragraph;
  paragraph.id = id;
  paragraph.format = format;
  paragraph.spans = {span(text)};
  return paragraph;
}

model::Section memo_paper() {
  model::Section section;
  section.id = 1'000;
  section.page_width = 210_mm;
  section.page_height = 297_mm;
  section.margin_top = 15_mm;
  section.margin_right = 20_mm;
  section.margin_bottom = 20_mm;
  section.margin_left = 30_mm;
  return section;
}

model::Section paper_of_lines(int lines) {
  model::Section section = memo_paper();
  section.page_width = 150_mm;
  section.page_height = section.margin_top + section.margin_bottom + 18.1_pt * lines;
  return section;
}

model::Document document(model::Section section) {
  model::Document document;
  document.title = "ทดสอบ";
  document.sections.push_back(std::move(section));
  return document;
}

model::Pages set(const model::Document& document) {
  Diagnostics diagnostics;
  model::Pages pages = typeset(document, setter(), diagnostics);
  for (const Diagnostic& told : diagnostics.items()) ADD_FAILURE() << told.code << ": " << told.message.english;
  return pages;
}

std::string text_of(const model::TextLine& line) {
  std::string text;
  for (const model::TextPiece& piece : line.pieces) text += piece.shape->text;
  return text;
}

std::vector<std::string> lines_of(const model::Page& page) {
  std::vector<std::string> lines;
  for (const model::Mark& mark : page.marks) {
    const auto* line = std::get_if<model::TextLine>(&mark);
    if (line != nullptr && line->owner.artifact == model::ArtifactKind::none) lines.push_back(text_of(*line));
  }
  return lines;
}

std::string text_of(const model::Page& page) {
  std::string text;
  for (const std::string& line : lines_of(page)) text += line;
  return text;
}

std::string text_of(const model::Pages& pages) {
  std::string text;
  for (const model::Page& page : pages.pages) text += text_of(page);
  return text;
}

Length right_edge(const model::TextLine& line) {
  Length edge;
  for (const model::TextPiece& piece : line.pieces) {
    if (piece.shape->text.find_first_not_of(' ') == std::string::npos) continue;
    const Length width = text::width_of(piece.shape->advance, piece.shape->font->units_per_em, piece.size);
    const auto gaps = static_cast<std::int64_t>(piece.shape->clusters.size()) - 1;
    edge = std::max(edge, piece.x + width + piece.cluster_spacing * gaps);
  }
  return edge;
}

const model::TextLine* find_line(const model::Page& page, const std::string& start) {
  for (const model::Mark& mark : page.marks) {
    const auto* line = std::get_if<model::TextLine>(&mark);
    if (line != nullptr && text_of(*line).rfind(start, 0) == 0) return line;
  }
  return nullptr;
}

std::string thai_text(int words, unsigned seed) {
  static constexpr std::array<const char*, 18> vocabulary{
      "เจ้าหน้าที่", "ประชาสัมพันธ์", "น้ำ", "ดำเนินการ", "ตรวจสอบ", "และ",      "การ",  "งบประมาณ", "ให้",
      "ผู้บริหาร",  "ปรับปรุง",     "ที่ ", "ปี่ ",       "ญี่ปุ่น ",    "Website ", "๑๒๓ ", "ประชาชน ", "ฐานข้อมูล"};
  std::mt19937 random(seed);
  std::string text;
  for (int i = 0; i < words; ++i) text += vocabulary[random() % vocabulary.size()];
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace krut::typeset::kit
