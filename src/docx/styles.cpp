#include "docx/styles.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>

#include "docx/formats.h"
#include "docx/namespaces.h"

namespace krut::docx {

namespace {

/// The regulation's own: for a document without styles, and for what a person types without one.
constexpr const char* usual_family = "TH SarabunPSK";
constexpr Length usual_size = Length::points(16);
constexpr int heading_priority = 9;

/// Names of one word that word processors give a meaning of their own: a style so called would become theirs.
constexpr const char* meaningful_names[] = {
    "normal",     "title",        "subtitle", "strong",   "emphasis", "signature", "closing",
    "salutation", "date",         "header",   "footer",   "caption",  "list",      "hyperlink",
    "macro",      "bibliography", "quote",    "revision", "mention",  "hashtag",   "tablenormal"};

std::string folded(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::string heading_id(int level) { return "Heading" + std::to_string(level); }

void write_defaults(Xml& xml, const model::TextFormat& plain) {
  auto defaults = xml.element("w:docDefaults");
  {
    auto run_default = xml.element("w:rPrDefault");
    auto properties = xml.element("w:rPr");
    xml.empty(
        "w:rFonts",
        {{"w:ascii", plain.family}, {"w:eastAsia", plain.family}, {"w:hAnsi", plain.family}, {"w:cs", plain.family}});
    xml.empty("w:sz", {{"w:val", plain.size.in_twips() / 10}});
    xml.empty("w:szCs", {{"w:val", plain.size.in_twips() / 10}});
    xml.empty("w:lang", {{"w:val", "en-US"}, {"w:eastAsia", "en-US"}, {"w:bidi", "th-TH"}});
  }
  auto paragraph_default = xml.element("w:pPrDefault");
  auto properties = xml.element("w:pPr");
  xml.empty("w:spacing", {{"w:before", 0}, {"w:after", 0}, {"w:line", 240}, {"w:lineRule", "auto"}});
}

void write_built_in_styles(Xml& xml) {
  {
    auto normal = xml.element("w:style", {{"w:type", "paragraph"}, {"w:default", true}, {"w:styleId", "Normal"}});
    xml.empty("w:name", {{"w:val", "Normal"}});
    xml.empty("w:qFormat");
  }
  {
    auto table = xml.element("w:style", {{"w:type", "table"}, {"w:default", true}, {"w:styleId", "TableNormal"}});
    xml.empty("w:name", {{"w:val", "Normal Table"}});
    xml.empty("w:uiPriority", {{"w:val", 99}});
    xml.empty("w:semiHidden");
    xml.empty("w:unhideWhenUsed");
    auto properties = xml.element("w:tblPr");
    xml.empty("w:tblInd", {{"w:w", 0}, {"w:type", "dxa"}});
    auto margins = xml.element("w:tblCellMar");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right"}) {
      xml.empty(side, {{"w:w", 0}, {"w:type", "dxa"}});
    }
  }
  auto thin = xml.element("w:style", {{"w:type", "paragraph"}, {"w:customStyle", true}, {"w:styleId", thin_style_id}});
  xml.empty("w:name", {{"w:val", "Thin Line"}});
  xml.empty("w:basedOn", {{"w:val", "Normal"}});
  xml.empty("w:semiHidden");
  {
    auto properties = xml.element("w:pPr");
    xml.empty("w:spacing", {{"w:before", 0}, {"w:after", 0}, {"w:line", thin_line}, {"w:lineRule", "exact"}});
  }
  auto properties = xml.element("w:rPr");
  xml.empty("w:sz", {{"w:val", 2}});
  xml.empty("w:szCs", {{"w:val", 2}});
}

}  // namespace

StyleSheet::StyleSheet(const model::Document& document) : document_(document) {
  plain_.family = document.styles.empty() ? usual_family : document.styles.front().text.family;
  plain_.size = usual_size;
  plain_.language = document.language;
  std::set<std::string> taken(std::begin(meaningful_names), std::end(meaningful_names));
  taken.insert(folded(thin_style_id));
  for (int level = 1; level <= 6; ++level) taken.insert(folded(heading_id(level)));
  std::set<int> levels;
  for (const model::Style& style : document.styles) {
    const int level = style.paragraph.outline_level;
    if (level > 0 && levels.insert(level).second) {
      ids_.push_back(heading_id(level));
      continue;
    }
    std::string id = style.name;
    while (!taken.insert(folded(id)).second) id += "Style";
    ids_.push_back(id);
  }
}

void StyleSheet::write_style(Xml& xml, model::StyleIndex index) const {
  const model::Style& style = document_.styles.at(index);
  const int level = style.paragraph.outline_level;
  const bool is_heading = level > 0 && ids_[index] == heading_id(level);
  AttributeList attributes{{"w:type", "paragraph"}};
  if (!is_heading) attributes.emplace_back("w:customStyle", true);
  attributes.emplace_back("w:styleId", ids_[index]);
  auto element = xml.element("w:style", attributes);
  xml.empty("w:name", {{"w:val", is_heading ? "heading " + std::to_string(level) : ids_[index]}});
  if (is_heading) xml.empty("w:aliases", {{"w:val", style.name}});
  xml.empty("w:basedOn", {{"w:val", "Normal"}});
  if (is_heading) xml.empty("w:uiPriority", {{"w:val", heading_priority}});
  xml.empty("w:qFormat");
  {
    auto properties = xml.element("w:pPr");
    write_keeps(xml, style.paragraph, nullptr, false);
    write_spacing(xml, style.paragraph, nullptr);
    write_placing(xml, style.paragraph, nullptr);
  }
  write_run_properties(xml, style.text, plain_);
}

std::string StyleSheet::xml() const {
  Xml xml;
  {
    auto styles = xml.element("w:styles", {{"xmlns:w", ns::word}});
    write_defaults(xml, plain_);
    write_built_in_styles(xml);
    for (model::StyleIndex index = 0; index < ids_.size(); ++index) write_style(xml, index);
  }
  return xml.finish();
}

}  // namespace krut::docx
