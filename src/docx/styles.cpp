#include "docx/styles.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>

#include "docx/formats.h"
#include "docx/headings.h"
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
  for (const model::Style& style : document.styles) {
    WrittenStyle& written = written_.emplace_back();
    written.name = style.name;
    written.text = style.text;
    written.paragraph = style.paragraph;
  }
  add_further_levels();
  name_all();
}

void StyleSheet::add_further_levels() {
  for (const model::Paragraph* paragraph : paragraphs_off_level(document_)) {
    const int level = paragraph->format.outline_level;
    if (!further_levels_.try_emplace({paragraph->style, level}, written_.size()).second) continue;
    const model::Style& style = document_.styles.at(paragraph->style);
    WrittenStyle& written = written_.emplace_back();
    written.name = style.name + (level == 0 ? "Text" : "Level" + std::to_string(level));
    written.text = style.text;
    written.paragraph = paragraph->format;
  }
}

/// Gives each style its id, and the first of a level the built-in heading's name. What the document calls a style stays
/// beside that as another name.
void StyleSheet::name_all() {
  std::set<std::string> taken(std::begin(meaningful_names), std::end(meaningful_names));
  taken.insert(folded(thin_style_id));
  for (int level = 1; level <= 6; ++level) taken.insert(folded(heading_id(level)));
  for (std::size_t index = 0; index < written_.size(); ++index) {
    WrittenStyle& style = written_[index];
    const int level = style.paragraph.outline_level;
    style.is_built_in = level > 0 && headings_.try_emplace(level, index).second;
    if (style.is_built_in) {
      if (index < document_.styles.size()) style.alias = style.name;
      style.id = heading_id(level);
      style.name = "heading " + std::to_string(level);
    } else {
      while (!taken.insert(folded(style.name)).second) style.name += "Style";
      style.id = style.name;
    }
    style.parent = level > 0 && !style.is_built_in ? heading_id(level) : "Normal";
  }
}

const WrittenStyle& StyleSheet::written(model::StyleIndex index, int outline_level) const {
  const auto found = further_levels_.find({index, outline_level});
  return written_.at(found == further_levels_.end() ? index : found->second);
}

const model::TextFormat& StyleSheet::text_of_parent(const WrittenStyle& style) const {
  const int level = style.paragraph.outline_level;
  return level > 0 && !style.is_built_in ? written_[headings_.at(level)].text : plain_;
}

void StyleSheet::write_style(Xml& xml, const WrittenStyle& style) const {
  AttributeList attributes{{"w:type", "paragraph"}};
  if (!style.is_built_in) attributes.emplace_back("w:customStyle", true);
  attributes.emplace_back("w:styleId", style.id);
  auto element = xml.element("w:style", attributes);
  xml.empty("w:name", {{"w:val", style.name}});
  if (!style.alias.empty()) xml.empty("w:aliases", {{"w:val", style.alias}});
  xml.empty("w:basedOn", {{"w:val", style.parent}});
  if (style.is_built_in) xml.empty("w:uiPriority", {{"w:val", heading_priority}});
  xml.empty("w:qFormat");
  {
    auto properties = xml.element("w:pPr");
    write_keeps(xml, style.paragraph, nullptr, false);
    write_spacing(xml, style.paragraph, nullptr);
    write_placing(xml, style.paragraph, nullptr);
  }
  write_run_properties(xml, style.text, text_of_parent(style));
}

std::string StyleSheet::xml() const {
  Xml xml;
  {
    auto styles = xml.element("w:styles", {{"xmlns:w", ns::word}});
    write_defaults(xml, plain_);
    write_built_in_styles(xml);
    for (const WrittenStyle& style : written_) write_style(xml, style);
  }
  return xml.finish();
}

}  // namespace krut::docx
