#include "docx/property_lists.h"

#include <algorithm>
#include <utility>

namespace krut::docx {

namespace {

constexpr std::size_t most_remembered = 64;  // of each

/// The entry that fits, moved one place to the front so that the frequent ones are found first; null when none does.
template <typename Entry, typename Fits>
Entry* find(std::vector<Entry>& entries, Fits fits) {
  auto found = std::find_if(entries.begin(), entries.end(), fits);
  if (found == entries.end()) return nullptr;
  if (found != entries.begin()) {
    std::iter_swap(found, std::prev(found));
    --found;
  }
  return &*found;
}

/// Keeps an entry, in place of the one that was asked for least when there is no more room.
template <typename Entry>
const Entry& remember(std::vector<Entry>& entries, Entry entry) {
  if (entries.size() == most_remembered) entries.pop_back();
  entries.push_back(std::move(entry));
  return entries.back();
}

const char* name_of_stop(model::Alignment alignment) {
  if (alignment == model::Alignment::right) return "right";
  return alignment == model::Alignment::center ? "center" : "left";
}

void write_tabs(Xml& xml, const std::vector<TabStop>& stops) {
  if (stops.empty()) return;
  auto tabs = xml.element("w:tabs");
  for (const TabStop& stop : stops) {
    AttributeList attributes{{"w:val", name_of_stop(stop.alignment)}};
    if (stop.has_dots) attributes.emplace_back("w:leader", "dot");
    attributes.emplace_back("w:pos", stop.position);
    xml.empty("w:tab", attributes);
  }
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

std::string before_number(const ParagraphKind& kind) {
  Xml xml(XmlKind::fragment);
  xml.empty("w:pStyle", {{"w:val", kind.style}});
  write_keeps(xml, kind.format, &kind.base, kind.starts_page);
  return xml.finish();
}

std::string after_number(const ParagraphKind& kind) {
  Xml xml(XmlKind::fragment);
  write_tabs(xml, kind.tabs);
  if (kind.fits_content) {
    write_free_spacing(xml, kind.format);
  } else {
    write_spacing(xml, kind.format, &kind.base);
  }
  if (kind.is_numbered) {
    write_list_placing(xml, kind.format, kind.base);
  } else {
    write_placing(xml, kind.format, &kind.base);
  }
  return xml.finish();
}

std::string number_properties(const ListNumber& number) {
  Xml xml(XmlKind::fragment);
  {
    auto properties = xml.element("w:numPr");  // CT_NumPr, ISO/IEC 29500-1, 17.3.1.19
    xml.empty("w:ilvl", {{"w:val", number.level}});
    xml.empty("w:numId", {{"w:val", number.id}});
  }
  return xml.finish();
}

std::string cell_properties(const CellKind& kind) {
  Xml xml(XmlKind::fragment);
  {
    auto properties = xml.element("w:tcPr");  // CT_TcPr, ISO/IEC 29500-1, 17.4.69
    xml.empty("w:tcW", {{"w:w", kind.width}, {"w:type", "dxa"}});
    if (kind.column_span > 1) xml.empty("w:gridSpan", {{"w:val", kind.column_span}});
    if (kind.merge == VerticalMerge::starts) xml.empty("w:vMerge", {{"w:val", "restart"}});
    if (kind.merge == VerticalMerge::goes_on) xml.empty("w:vMerge", {{"w:val", "continue"}});
    if (kind.alignment == model::VerticalAlignment::middle) xml.empty("w:vAlign", {{"w:val", "center"}});
    if (kind.alignment == model::VerticalAlignment::bottom) xml.empty("w:vAlign", {{"w:val", "bottom"}});
  }
  return xml.finish();
}

}  // namespace

std::string_view PropertyLists::of_run(const model::TextFormat& format, const model::TextFormat& base,
                                       const RunLook& look) {
  const auto fits = [&](const Run& run) { return run.look == look && run.format == format && run.base == base; };
  if (const Run* known = find(runs_, fits)) return known->xml;
  Xml xml(XmlKind::fragment);
  write_run_properties(xml, format, base, look);
  return remember(runs_, {format, base, look, xml.finish()}).xml;
}

const ParagraphProperties& PropertyLists::of_paragraph(ParagraphKind kind) {
  const auto fits = [&](const Paragraph& paragraph) { return paragraph.kind == kind; };
  if (const Paragraph* known = find(paragraphs_, fits)) return known->xml;
  ParagraphProperties xml{before_number(kind), after_number(kind)};
  return remember(paragraphs_, {std::move(kind), std::move(xml)}).xml;
}

std::string_view PropertyLists::of_number(const ListNumber& number) {
  const auto fits = [&](const Number& known) { return known.number == number; };
  if (const Number* known = find(numbers_, fits)) return known->xml;
  return remember(numbers_, {number, number_properties(number)}).xml;
}

std::string_view PropertyLists::of_cell(const CellKind& kind) {
  const auto fits = [&](const Cell& cell) { return cell.kind == kind; };
  if (const Cell* known = find(cells_, fits)) return known->xml;
  return remember(cells_, {kind, cell_properties(kind)}).xml;
}

}  // namespace krut::docx
