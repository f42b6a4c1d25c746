#include "docx/docx.h"

#include <memory>
#include <utility>

#include "base/hash.h"
#include "docx/blocks.h"
#include "docx/fonts.h"
#include "docx/media.h"
#include "docx/names.h"
#include "docx/namespaces.h"
#include "docx/numbering.h"
#include "docx/package.h"
#include "docx/sections.h"
#include "docx/side_parts.h"
#include "docx/story.h"
#include "docx/styles.h"
#include "xml/silence.h"

namespace krut::docx {

namespace {

/// A report's text part is three to four times as large as its data.
constexpr std::size_t usual_growth = 4;

std::string document_xml(const std::vector<SectionEnd>& ends, std::size_t data_size, Shared& shared) {
  shared.options.budget.take(data_size * usual_growth);
  Xml xml;
  xml.reserve(data_size * usual_growth);
  {
    auto root = xml.element("w:document", {{"xmlns:w", ns::word},
                                           {"xmlns:r", ns::relationships},
                                           {"xmlns:mc", ns::compatibility},
                                           {"xmlns:w14", ns::word_2010},
                                           {"xmlns:wp", ns::word_drawing},
                                           {"xmlns:wps", ns::word_shape},
                                           {"xmlns:a", ns::drawing},
                                           {"xmlns:pic", ns::picture},
                                           {"mc:Ignorable", "w14"}});
    auto body = xml.element("w:body");
    for (std::size_t index = 0; index < ends.size(); ++index) {
      const model::Section& section = *ends[index].section;
      const bool is_last = index + 1 == ends.size();
      Story story{xml, shared, ends[index].digits, &section};
      story.flow.is_at_page_top = index > 0;
      const Length width = section.page_width - section.margin_left - section.margin_right;
      write_body(story, section.blocks, {Length(), width}, is_last ? nullptr : &ends[index]);
      if (is_last) write_section_properties(xml, ends[index]);
    }
  }
  return xml.finish();
}

void add_text_parts(Package& package, const model::Document& document, Shared& shared) {
  FurnitureWriter furniture(package, shared);
  const std::vector<SectionEnd> ends = furniture.write(document);
  const auto text = std::make_shared<const std::string>(document_xml(ends, document.provenance.data.size(), shared));
  package.add("word/styles.xml", content_type::styles, shared.styles.xml());
  package.relate(part::document, relation::styles, "styles.xml");
  if (!shared.numbering.empty()) {
    package.add("word/numbering.xml", content_type::numbering, shared.numbering.xml(shared.styles.plain()));
    package.relate(part::document, relation::numbering, "numbering.xml");
  }
  package.add(part::document, content_type::document, text);
  if (shared.options.has_source) add_lines(*text, shared.record.body);  // while it is packed
}

}  // namespace

std::string write(model::Document document, const Options& options) {
  Package package;
  package.relate("", relation::document, part::document);
  const StyleSheet styles(document);
  Numbering numbering;
  Names names;
  Media media(package);
  PropertyLists property_lists;
  const xml::Silence silence;
  TextRecord record;
  Shared shared{options, styles, numbering, names, media, property_lists, record};
  add_text_parts(package, document, shared);
  document.sections.clear();
  const bool has_embedded_fonts = add_fonts(package, document, options, styles);
  package.relate(part::document, relation::font_table, "fontTable.xml");
  add_settings(package, has_embedded_fonts);
  const std::string data_hash = hash_text(document.provenance.data);
  if (options.has_source) add_source(package, document.provenance, data_hash, names.anchors(), record, options);
  add_properties(package, document, data_hash, options);
  options.budget.check();
  return with_digest(package.zip());
}

}  // namespace krut::docx
