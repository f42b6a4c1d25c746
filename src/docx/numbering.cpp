#include "docx/numbering.h"

#include <algorithm>

#include "base/hash.h"
#include "docx/names.h"
#include "docx/namespaces.h"

namespace krut::docx {

namespace {

constexpr int levels = 9;  // ISO/IEC 29500-1, 17.9.6: a definition has up to nine
constexpr Length level_indent = Length::points(18);

bool is_bullet(model::MarkerStyle marker) { return marker == model::MarkerStyle::dash; }

const char* number_format(model::MarkerStyle marker) {
  switch (marker) {
    case model::MarkerStyle::thai_dot:
    case model::MarkerStyle::thai_paren:
      return "thaiNumbers";
    case model::MarkerStyle::arabic_dot:
    case model::MarkerStyle::arabic_paren:
      return "decimal";
    case model::MarkerStyle::dash:
    case model::MarkerStyle::none:
      break;
  }
  return "bullet";
}

std::string level_text(model::MarkerStyle marker, int level) {
  if (is_bullet(marker)) return "-";
  const bool has_dot = marker == model::MarkerStyle::thai_dot || marker == model::MarkerStyle::arabic_dot;
  return "%" + std::to_string(level + 1) + (has_dot ? "." : ")");
}

/// The indents stand in the paragraphs; these are for lists that a person adds later.
void write_level(Xml& xml, model::MarkerStyle marker, int level, const model::TextFormat& plain) {
  auto element = xml.element("w:lvl", {{"w:ilvl", level}});
  xml.empty("w:start", {{"w:val", 1}});
  xml.empty("w:numFmt", {{"w:val", number_format(marker)}});
  xml.empty("w:suff", {{"w:val", "tab"}});
  xml.empty("w:lvlText", {{"w:val", level_text(marker, level)}});
  xml.empty("w:lvlJc", {{"w:val", "left"}});
  {
    auto properties = xml.element("w:pPr");
    xml.empty("w:ind", {{"w:left", level_indent * (level + 1)}, {"w:hanging", level_indent}});
  }
  auto properties = xml.element("w:rPr");
  xml.empty(
      "w:rFonts",
      {{"w:ascii", plain.family}, {"w:eastAsia", plain.family}, {"w:hAnsi", plain.family}, {"w:cs", plain.family}});
}

}  // namespace

ListNumber Numbering::start(model::MarkerStyle marker, int level, int first) {
  const auto found = std::find(definitions_.begin(), definitions_.end(), marker);
  const auto definition = static_cast<std::size_t>(found - definitions_.begin());
  if (found == definitions_.end()) definitions_.push_back(marker);
  const int depth = std::min(level, levels - 1);
  instances_.push_back({definition, depth, first});
  return {static_cast<int>(instances_.size()), depth};
}

std::string Numbering::xml(const model::TextFormat& plain) const {
  Xml xml;
  {
    auto numbering = xml.element("w:numbering", {{"xmlns:w", ns::word}});
    for (std::size_t index = 0; index < definitions_.size(); ++index) {
      const model::MarkerStyle marker = definitions_[index];
      auto definition = xml.element("w:abstractNum", {{"w:abstractNumId", index}});
      const std::uint64_t hash = content_hash(level_text(marker, 0), content_hash(number_format(marker)));
      xml.empty("w:nsid", {{"w:val", hexadecimal(hash, 8)}});
      xml.empty("w:multiLevelType", {{"w:val", "hybridMultilevel"}});
      for (int level = 0; level < levels; ++level) write_level(xml, marker, level, plain);
    }
    for (std::size_t index = 0; index < instances_.size(); ++index) {
      const Instance& instance = instances_[index];
      auto number = xml.element("w:num", {{"w:numId", index + 1}});
      xml.empty("w:abstractNumId", {{"w:val", instance.definition}});
      if (is_bullet(definitions_[instance.definition])) continue;
      auto level = xml.element("w:lvlOverride", {{"w:ilvl", instance.level}});
      xml.empty("w:startOverride", {{"w:val", instance.first}});
    }
  }
  return xml.finish();
}

}  // namespace krut::docx
