#include "docx/formats.h"

#include <algorithm>
#include <string>

namespace krut::docx {

namespace {

const char* name_of(model::Alignment alignment) {
  switch (alignment) {
    case model::Alignment::left:
      return "left";
    case model::Alignment::center:
      return "center";
    case model::Alignment::right:
      return "right";
    case model::Alignment::thai_distribute:
      return "thaiDistribute";
    case model::Alignment::justify:
      return "both";
  }
  return "left";
}

/// Sizes are counted in half points, which are ten twips.
std::int64_t half_points(Length size) { return (size.in_twips() + 5) / 10; }

bool is_thai(const std::string& language) { return language.rfind("th", 0) == 0; }

bool has_widow_control(const model::ParagraphFormat& format) {
  return format.fewest_lines_before_break > 1 || format.fewest_lines_after_break > 1;
}

void write_switch(Xml& xml, const char* name, bool is_on) {
  if (is_on) {
    xml.empty(name);
  } else {
    xml.empty(name, {{"w:val", "0"}});
  }
}

void write_switch_pair(Xml& xml, const char* name, const char* complex_name, bool is_on) {
  write_switch(xml, name, is_on);
  write_switch(xml, complex_name, is_on);
}

void write_family(Xml& xml, const std::string& family) {
  xml.empty("w:rFonts", {{"w:ascii", family}, {"w:eastAsia", family}, {"w:hAnsi", family}, {"w:cs", family}});
}

}  // namespace

void write_run_properties(Xml& xml, const model::TextFormat& format, const model::TextFormat& base,
                          const RunLook& look) {
  const bool has_foreign_language = !is_thai(format.language) && !look.is_complex && format.language != base.language;
  const bool has_underline = look.is_dotted || format.is_underlined != base.is_underlined;
  if (format.family == base.family && half_points(format.size) == half_points(base.size) && format.ink == base.ink &&
      format.is_bold == base.is_bold && format.is_italic == base.is_italic && !has_underline && !has_foreign_language &&
      !look.is_complex && look.symbol_font == nullptr && look.lowered == Length()) {
    return;
  }
  auto properties = xml.element("w:rPr");  // CT_RPr, ISO/IEC 29500-1, 17.3.2.28
  if (look.symbol_font != nullptr) {
    write_family(xml, look.symbol_font);
  } else if (format.family != base.family) {
    write_family(xml, format.family);
  }
  if (format.is_bold != base.is_bold) write_switch_pair(xml, "w:b", "w:bCs", format.is_bold);
  if (format.is_italic != base.is_italic) write_switch_pair(xml, "w:i", "w:iCs", format.is_italic);
  if (format.ink != base.ink) xml.empty("w:color", {{"w:val", format.ink == model::Ink::red ? "FF0000" : "000000"}});
  if (look.lowered != Length()) xml.empty("w:position", {{"w:val", -half_points(look.lowered)}});
  if (half_points(format.size) != half_points(base.size)) {
    xml.empty("w:sz", {{"w:val", half_points(format.size)}});
    xml.empty("w:szCs", {{"w:val", half_points(format.size)}});
  }
  if (has_underline) {
    xml.empty("w:u", {{"w:val", look.is_dotted ? "dotted" : format.is_underlined ? "single" : "none"}});
  }
  if (look.is_complex) xml.empty("w:cs");
  if (has_foreign_language) xml.empty("w:lang", {{"w:val", format.language}});
}

std::int64_t border_size(Length thickness) {
  constexpr std::int64_t least = 2;
  return std::max(least, thickness.scaled(8, 1).in_emu() / Length::emu_per_point);
}

void write_keeps(Xml& xml, const model::ParagraphFormat& format, const model::ParagraphFormat* base, bool starts_page) {
  if (base == nullptr || format.keeps_with_next != base->keeps_with_next) {
    write_switch(xml, "w:keepNext", format.keeps_with_next);
  }
  if (base == nullptr || format.keeps_together != base->keeps_together) {
    write_switch(xml, "w:keepLines", format.keeps_together);
  }
  if (starts_page) xml.empty("w:pageBreakBefore");
  if (base == nullptr || has_widow_control(format) != has_widow_control(*base)) {
    write_switch(xml, "w:widowControl", has_widow_control(format));
  }
}

void write_spacing(Xml& xml, const model::ParagraphFormat& format, const model::ParagraphFormat* base) {
  AttributeList attributes;
  if (base == nullptr || format.space_before != base->space_before) {
    attributes.emplace_back("w:before", format.space_before);
  }
  if (base == nullptr || format.space_after != base->space_after) {
    attributes.emplace_back("w:after", format.space_after);
  }
  if (base == nullptr || format.line_pitch != base->line_pitch) {
    attributes.emplace_back("w:line", format.line_pitch);
    attributes.emplace_back("w:lineRule", "exact");
  }
  if (!attributes.empty()) xml.empty("w:spacing", attributes);
}

void write_placing(Xml& xml, const model::ParagraphFormat& format, const model::ParagraphFormat* base) {
  AttributeList attributes;
  if (base == nullptr || format.left_indent != base->left_indent) {
    attributes.emplace_back("w:left", format.left_indent);
  }
  if (base == nullptr || format.right_indent != base->right_indent) {
    attributes.emplace_back("w:right", format.right_indent);
  }
  if (base == nullptr || format.first_line_indent != base->first_line_indent) {
    const bool hangs = format.first_line_indent < Length();
    attributes.emplace_back(hangs ? "w:hanging" : "w:firstLine",
                            hangs ? -format.first_line_indent : format.first_line_indent);
  }
  if (!attributes.empty()) xml.empty("w:ind", attributes);
  if (base == nullptr || format.alignment != base->alignment) {
    xml.empty("w:jc", {{"w:val", name_of(format.alignment)}});
  }
  const int level = format.outline_level;
  const int base_level = base == nullptr ? 0 : base->outline_level;
  constexpr int no_level = 9;  // ISO/IEC 29500-1, 17.3.1.20
  if (level != base_level) xml.empty("w:outlineLvl", {{"w:val", level == 0 ? no_level : level - 1}});
}

}  // namespace krut::docx
