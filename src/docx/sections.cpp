#include "docx/sections.h"

#include <algorithm>
#include <utility>

#include "docx/namespaces.h"
#include "docx/paragraphs.h"

namespace krut::docx {

namespace {

/// Where an absent header or footer would stand: the half inch that word processors give it.
constexpr Length usual_distance = Length::points(36);
/// Kept for an empty header or footer within the margin: a line of one point, and what LibreOffice puts around it.
constexpr Length empty_room = Length::points(6);

bool has_page_number(const model::Span& span) { return span.kind == model::SpanKind::page_number; }

template <typename Visit>
void for_each_furniture(const model::Section& section, Visit visit) {
  if (section.header) visit(*section.header);
  if (section.footer) visit(*section.footer);
}

template <typename Visit>
void for_each_page_number(const model::Section& section, Visit visit) {
  for_each_furniture(section, [&](const model::Furniture& furniture) {
    for (const model::Paragraph& paragraph : furniture.paragraphs) {
      for (const model::Span& span : paragraph.spans) {
        if (has_page_number(span)) visit(span);
      }
    }
  });
}

bool starts_late(const std::optional<model::Furniture>& furniture) { return furniture && furniture->from_page > 1; }

/// What w:pgMar says. A word processor keeps the distance free on every page, also where the header is empty: one that
/// reaches into the body is cut back to the margin, and its text brings the rest along.
Length distance_of(const std::optional<model::Furniture>& furniture, Length margin) {
  if (!furniture) return std::min(usual_distance, margin / 2);
  return std::max(Length(), std::min(furniture->distance, margin - empty_room));
}

/// The part of the distance that w:pgMar does not say.
Length rest_of_distance(const model::Furniture& furniture, Length margin) {
  return furniture.distance - distance_of(furniture, margin);
}

void write_page_size(Xml& xml, const model::Section& section) {
  AttributeList attributes{{"w:w", section.page_width}, {"w:h", section.page_height}};
  if (section.page_width > section.page_height) attributes.emplace_back("w:orient", "landscape");
  xml.empty("w:pgSz", attributes);
}

void write_margins(Xml& xml, const model::Section& section) {
  xml.empty("w:pgMar", {{"w:top", section.margin_top},
                        {"w:right", section.margin_right},
                        {"w:bottom", section.margin_bottom},
                        {"w:left", section.margin_left},
                        {"w:header", distance_of(section.header, section.margin_top)},
                        {"w:footer", distance_of(section.footer, section.margin_bottom)},
                        {"w:gutter", 0}});
}

void write_page_numbers(Xml& xml, const SectionEnd& end) {
  AttributeList attributes;
  if (end.digits == model::Digits::thai) attributes.emplace_back("w:fmt", "thaiNumbers");
  if (end.section->restarts_page_numbers) attributes.emplace_back("w:start", 1);
  if (!attributes.empty()) xml.empty("w:pgNumType", attributes);
}

}  // namespace

struct FurnitureWriter::Kind {
  const char* root;
  const char* reference;
  const char* file;
  const char* relation_type;
  const char* content;
  bool is_at_top;
};

model::Digits page_digits(const model::Section& section) {
  bool is_thai = section.page_number_digits == model::Digits::thai;
  for_each_page_number(section, [&](const model::Span& span) { is_thai |= span.digits == model::Digits::thai; });
  return is_thai ? model::Digits::thai : model::Digits::arabic;
}

void write_section_properties(Xml& xml, const SectionEnd& end) {
  auto properties = xml.element("w:sectPr");  // CT_SectPr, ISO/IEC 29500-1, 17.6.17
  for (const FurnitureReference& reference : end.references) {
    xml.empty(reference.element, {{"w:type", reference.pages}, {"r:id", reference.id}});
  }
  xml.empty("w:type", {{"w:val", "nextPage"}});
  write_page_size(xml, *end.section);
  write_margins(xml, *end.section);
  write_page_numbers(xml, end);
  if (end.has_own_first_page) xml.empty("w:titlePg");
}

std::string FurnitureWriter::add_part(const Kind& kind, const model::Furniture& furniture, Length margin,
                                      model::Digits digits) {
  const Length rest = furniture.paragraphs.empty() ? Length() : rest_of_distance(furniture, margin);
  Xml xml;
  {
    auto root = xml.element(kind.root, {{"xmlns:w", ns::word},
                                        {"xmlns:w14", ns::word_2010},
                                        {"xmlns:mc", ns::compatibility},
                                        {"mc:Ignorable", "w14"}});
    Story story{xml, shared_, digits, nullptr};
    for (const model::Paragraph& paragraph : furniture.paragraphs) {
      ParagraphLook look;
      look.element = paragraph.id;
      look.style = paragraph.style;
      look.format = paragraph.format;
      look.tabs = tabs_of(paragraph, Length());
      if (kind.is_at_top && &paragraph == &furniture.paragraphs.front()) look.fixed_space_before = rest;
      if (!kind.is_at_top && &paragraph == &furniture.paragraphs.back()) look.format.space_after += rest;
      auto element = open_paragraph(story, std::move(look));
      write_spans(story, paragraph.spans, shared_.styles.style(paragraph.style).text);
    }
    if (furniture.paragraphs.empty()) write_thin_paragraph(story);
  }
  const std::string name = kind.file + std::to_string(++parts_) + ".xml";
  std::string part = xml.finish();
  add_lines(part, shared_.record.margins);
  package_.add("word/" + name, kind.content, std::move(part));
  return package_.relate(part::document, kind.relation_type, name);
}

std::string FurnitureWriter::empty_part(const Kind& kind) {
  std::string& id = empty_parts_[kind.reference];
  if (id.empty()) id = add_part(kind, {}, Length(), model::Digits::as_is);
  return id;
}

void FurnitureWriter::refer(SectionEnd& end, const Kind& kind, const std::optional<model::Furniture>& furniture) {
  const Length margin = kind.is_at_top ? end.section->margin_top : end.section->margin_bottom;
  const std::string id = furniture ? add_part(kind, *furniture, margin, end.digits) : empty_part(kind);
  end.references.push_back({kind.reference, "default", id});
  if (!end.has_own_first_page) return;
  const bool is_on_first = furniture && !starts_late(furniture);
  end.references.push_back(
      {kind.reference, "first", is_on_first ? add_part(kind, *furniture, margin, end.digits) : empty_part(kind)});
}

std::vector<SectionEnd> FurnitureWriter::write(const model::Document& document) {
  static constexpr Kind header{"w:hdr", "w:headerReference", "header", relation::header, content_type::header, true};
  static constexpr Kind footer{"w:ftr", "w:footerReference", "footer", relation::footer, content_type::footer, false};
  const auto& sections = document.sections;
  const bool has_headers =
      std::any_of(sections.begin(), sections.end(), [](const auto& s) { return s.header.has_value(); });
  const bool has_footers =
      std::any_of(sections.begin(), sections.end(), [](const auto& s) { return s.footer.has_value(); });
  std::vector<SectionEnd> ends;
  for (const model::Section& section : sections) {
    SectionEnd end;
    end.section = &section;
    end.digits = page_digits(section);
    end.has_own_first_page = starts_late(section.header) || starts_late(section.footer);
    if (has_headers) refer(end, header, section.header);
    if (has_footers) refer(end, footer, section.footer);
    ends.push_back(std::move(end));
  }
  return ends;
}

}  // namespace krut::docx
