#include "docx/side_parts.h"

#include <algorithm>
#include <string>

#include "base/civil_time.h"
#include "base/own_digest.h"
#include "docx/namespaces.h"
#include "docx/xml.h"

namespace krut::docx {

namespace {

constexpr Length tab_distance = Length::points(36);
constexpr const char* compatibility_uri = "http://schemas.microsoft.com/office/word";
/// Names a custom property's set, [MS-OSHARED], 2.3.3.2.
constexpr const char* property_set = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
constexpr int first_property_id = 2;
/// XML readers refuse longer texts; the data is split between characters.
constexpr std::size_t longest_text = 4U << 20;

void write_compatibility(Xml& xml) {
  auto compatibility = xml.element("w:compat");
  xml.empty("w:doNotUseHTMLParagraphAutoSpacing");  // spaces below and above add up
  xml.empty("w:applyBreakingRules");
  const auto setting = [&](const char* name, const char* value) {
    xml.empty("w:compatSetting", {{"w:name", name}, {"w:uri", compatibility_uri}, {"w:val", value}});
  };
  setting("compatibilityMode", "15");
  setting("overrideTableStyleFontSizeAndJustification", "1");
  setting("enableOpenTypeFeatures", "1");
  setting("doNotFlipMirrorIndents", "1");
  setting("differentiateMultirowTableHeaders", "1");
}

std::string core_xml(const model::Document& document, const Options& options) {
  Xml xml;
  {
    auto core = xml.element("cp:coreProperties", {{"xmlns:cp", ns::core_properties},
                                                  {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                                                  {"xmlns:dcterms", "http://purl.org/dc/terms/"},
                                                  {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    xml.leaf("dc:title", document.title);
    xml.leaf("dc:creator", document.author);
    if (options.created_at) {
      const std::string date = iso_text(civil_time(*options.created_at)) + "Z";
      xml.leaf("dcterms:created", date, {{"xsi:type", "dcterms:W3CDTF"}});
      xml.leaf("dcterms:modified", date, {{"xsi:type", "dcterms:W3CDTF"}});
    }
    xml.leaf("dc:language", document.language);
  }
  return xml.finish();
}

std::string extended_xml(const Options& options) {
  Xml xml;
  {
    auto properties = xml.element("Properties", {{"xmlns", ns::extended_properties}});
    xml.leaf("Application", options.application);
  }
  return xml.finish();
}

/// Lets a tool find the base of an edited file even when the custom XML part is gone.
std::string custom_xml(const model::Provenance& provenance, const std::string& data_hash) {
  Xml xml;
  {
    auto properties = xml.element("Properties", {{"xmlns", ns::custom_properties}, {"xmlns:vt", ns::property_types}});
    int id = first_property_id;
    const auto property = [&](std::string_view name, std::string_view value) {
      auto element = xml.element("property", {{"fmtid", property_set}, {"pid", id++}, {"name", name}});
      xml.leaf("vt:lpwstr", value);
    };
    property("krut.data-hash", data_hash);
    property("krut.layout", provenance.layout_name);
    property("krut.layout-version", provenance.layout_version);
    property(digest_property, no_digest);
  }
  return xml.finish();
}

/// JSON may hold two characters that XML may not; an element says them by number.
bool is_forbidden(std::string_view data, std::size_t place) {
  const std::string_view character = data.substr(place, 3);
  return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
}

/// How much of `data` may stand in one text: to the next forbidden character, between characters, not too long.
std::size_t piece_size(std::string_view data) {
  std::size_t size = std::min(data.size(), longest_text);
  const auto is_inside_character = [&](std::size_t place) {
    return place < data.size() && (static_cast<unsigned char>(data[place]) & 0xC0U) == 0x80U;
  };
  while (is_inside_character(size)) --size;
  for (std::size_t place = data.find('\xEF'); place < size; place = data.find('\xEF', place + 1)) {
    if (is_forbidden(data, place)) return place;
  }
  return size;
}

void write_piece(Xml& xml, std::string_view piece) {
  auto element = xml.element("data");
  const bool may_stand_raw = piece.find('\r') == std::string_view::npos && piece.find("]]>") == std::string_view::npos;
  if (may_stand_raw) {
    xml.cdata(piece);
  } else {
    xml.text(piece);
  }
}

void write_data(Xml& xml, std::string_view data) {
  while (!data.empty()) {
    std::size_t size = piece_size(data);
    if (size > 0) {
      write_piece(xml, data.substr(0, size));
    } else {
      size = 3;
      xml.empty("character", {{"code", data[2] == '\xBE' ? "FFFE" : "FFFF"}});
    }
    data.remove_prefix(size);
  }
}

std::string source_xml(const model::Provenance& provenance, const std::string& data_hash,
                       const std::vector<Anchor>& anchors, const TextRecord& record, const Options& options) {
  constexpr std::size_t anchor_size = 100;  // about
  Xml xml;
  xml.reserve(provenance.data.size() + anchors.size() * anchor_size + record.body.size());
  {
    auto source = xml.element("source", {{"xmlns", ns::source},
                                         {"layout", provenance.layout_name},
                                         {"layout-version", provenance.layout_version},
                                         {"producer", options.application},
                                         {"data-hash", data_hash}});
    write_data(xml, provenance.data);
    for (const Anchor& anchor : anchors) xml.empty("anchor", {{"name", anchor.name}, {"pointer", anchor.pointer}});
    write_record(xml, record);
  }
  return xml.finish();
}

std::string source_properties_xml(const std::string& guid) {
  Xml xml;
  {
    auto item = xml.element("ds:datastoreItem", {{"xmlns:ds", ns::custom_data}, {"ds:itemID", guid}});
    auto schemas = xml.element("ds:schemaRefs");
    xml.empty("ds:schemaRef", {{"ds:uri", ns::source}});
  }
  return xml.finish();
}

}  // namespace

void add_settings(Package& package, bool has_embedded_fonts) {
  Xml xml;
  {
    auto settings = xml.element("w:settings", {{"xmlns:w", ns::word}});
    xml.empty("w:zoom", {{"w:percent", 100}});
    if (has_embedded_fonts) xml.empty("w:embedTrueTypeFonts");
    xml.empty("w:defaultTabStop", {{"w:val", tab_distance}});
    xml.empty("w:characterSpacingControl", {{"w:val", "doNotCompress"}});
    write_compatibility(xml);
    xml.empty("w:themeFontLang", {{"w:val", "en-US"}, {"w:bidi", "th-TH"}});
    xml.empty("w:decimalSymbol", {{"w:val", "."}});
    xml.empty("w:listSeparator", {{"w:val", ","}});
  }
  package.add("word/settings.xml", content_type::settings, xml.finish());
  package.relate(part::document, relation::settings, "settings.xml");
}

void add_properties(Package& package, const model::Document& document, const std::string& data_hash,
                    const Options& options) {
  package.add("docProps/core.xml", content_type::core, core_xml(document, options));
  package.add("docProps/app.xml", content_type::extended, extended_xml(options));
  package.add_stored(std::string(digest_part), content_type::custom, custom_xml(document.provenance, data_hash));
  package.relate("", relation::core, "docProps/core.xml");
  package.relate("", relation::extended, "docProps/app.xml");
  package.relate("", relation::custom, digest_part);
}

void add_source(Package& package, const model::Provenance& provenance, const std::string& data_hash,
                const std::vector<Anchor>& anchors, const TextRecord& record, const Options& options) {
  const std::string guid = guid_of(data_hash + " " + provenance.layout_name + " " + provenance.layout_version);
  package.add("customXml/itemProps1.xml", content_type::custom_data_properties, source_properties_xml(guid));
  package.add("customXml/item1.xml", {}, source_xml(provenance, data_hash, anchors, record, options));
  package.relate("customXml/item1.xml", relation::custom_data_properties, "itemProps1.xml");
  package.relate(part::document, relation::custom_data, "../customXml/item1.xml");
}

}  // namespace krut::docx
