#include "readback/docx_source.h"

#include <libxml/xmlreader.h>

#include <charconv>
#include <limits>
#include <memory>
#include <new>
#include <optional>

#include "base/hash.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/xml_tags.h"
#include "readback/faults.h"
#include "readback/zip_reader.h"
#include "xml/silence.h"

namespace krut::readback {

namespace {

/// What src/docx/side_parts.cpp writes.
constexpr const char* source_namespace = "urn:krut:source:1";
constexpr std::string_view custom_folder = "customXml/";
constexpr std::string_view main_part = "word/document.xml";
constexpr std::uint32_t last_character = 0x10FFFF;

struct Discard {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
  void operator()(xmlChar* text) const { xmlFree(text); }
};
template <typename T>
using Owned = std::unique_ptr<T, Discard>;

void say_nothing(void*, const char*, xmlParserSeverities, xmlTextReaderLocatorPtr) {}

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// Reads a custom XML part from its first element to its last.
class PartReader {
 public:
  /// In UTF-8 whatever it says, as ours are: what was looked for in its bytes is what the parser then sees.
  PartReader(const std::string& part, const Budget& budget)
      : pace_(budget), reader_(xmlReaderForMemory(part.data(), size_of(part), nullptr, "UTF-8", XML_PARSE_NONET)) {
    if (reader_ == nullptr) throw std::bad_alloc();
    xmlTextReaderSetErrorHandler(reader_.get(), say_nothing, nullptr);
  }

  /// The source; nothing when the part is somebody else's.
  [[nodiscard]] std::optional<DocxSource> read() {
    if (!is_ours()) return std::nullopt;
    DocxSource found;
    Source& source = found.source;
    source.provenance.layout_name = attribute("layout");
    source.provenance.layout_version = attribute("layout-version");
    source.producer = attribute("producer");
    const std::string hash = attribute("data-hash");
    read_contents(found);
    if (hash != hash_text(source.provenance.data)) fail_as_changed();
    return found;
  }

 private:
  static int size_of(const std::string& part) {
    static_assert(limits::unpacked_bytes <= static_cast<std::size_t>(std::numeric_limits<int>::max()));
    return static_cast<int>(part.size());
  }

  /// To the next node; false at the end. Document types could define anything, so there must be none.
  [[nodiscard]] bool next() {
    pace_.step();
    const int status = xmlTextReaderRead(reader_.get());
    if (status < 0 || type() == XML_READER_TYPE_DOCUMENT_TYPE) fail_as_damaged("customXml");
    return status == 1;
  }

  [[nodiscard]] int type() const { return xmlTextReaderNodeType(reader_.get()); }

  [[nodiscard]] bool is_element(std::string_view name) const {
    return type() == XML_READER_TYPE_ELEMENT && text_of(xmlTextReaderConstLocalName(reader_.get())) == name &&
           text_of(xmlTextReaderConstNamespaceUri(reader_.get())) == source_namespace;
  }

  /// True when the first element is the source. A part of another program may hold what it likes.
  [[nodiscard]] bool is_ours() {
    while (xmlTextReaderRead(reader_.get()) == 1) {
      if (type() == XML_READER_TYPE_DOCUMENT_TYPE) return false;
      if (type() == XML_READER_TYPE_ELEMENT) return is_element("source");
    }
    return false;
  }

  [[nodiscard]] std::string attribute(const char* name) {
    const Owned<xmlChar> value(xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(name)));
    return std::string(text_of(value.get()));
  }

  void read_contents(DocxSource& found) {
    std::string& data = found.source.provenance.data;
    std::string* target = nullptr;  // of the text in the element around
    while (next()) {
      if (is_element("character")) append_character(data);
      if (is_element("anchor") && found.anchors.size() < limits::compared_paragraphs) {
        found.anchors.emplace(attribute("name"), attribute("pointer"));
      }
      if (type() == XML_READER_TYPE_ELEMENT && xmlTextReaderIsEmptyElement(reader_.get()) == 0)
        target = target_in(found);
      if (type() == XML_READER_TYPE_END_ELEMENT) target = nullptr;
      const bool is_text = type() == XML_READER_TYPE_TEXT || type() == XML_READER_TYPE_CDATA ||
                           type() == XML_READER_TYPE_WHITESPACE || type() == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
      if (target != nullptr && is_text) *target += text_of(xmlTextReaderConstValue(reader_.get()));
      if (data.size() > limits::data_bytes) fail_over_limit("data_bytes");
    }
  }

  /// What the text of the element at hand belongs to.
  [[nodiscard]] std::string* target_in(DocxSource& found) const {
    if (is_element("data")) return &found.source.provenance.data;
    if (is_element("margin-text")) return &found.margins;
    if (!is_element("text")) return nullptr;
    if (!found.text) found.text.emplace();
    return &*found.text;
  }

  /// One that JSON may hold and XML may not.
  void append_character(std::string& data) {
    const std::string code = attribute("code");
    std::uint32_t character = 0;
    const auto [end, fault] = std::from_chars(code.data(), code.data() + code.size(), character, 16);
    if (fault != std::errc{} || end != code.data() + code.size() || character > last_character) {
      fail_as_damaged("customXml");
    }
    utf8::append(data, static_cast<char32_t>(character));
  }

  Pace pace_;
  Owned<xmlTextReader> reader_;
};

}  // namespace

DocxSource docx_source(ZipReader& file, const Budget& budget) {
  const xml::Silence silence;
  if (!file.has(main_part)) fail_as_unknown_kind();
  for (std::size_t i = 0; i < file.names().size(); ++i) {
    const std::string& name = file.names()[i];
    if (!name.starts_with(custom_folder) || !name.ends_with(".xml")) continue;
    const std::string part = file.bytes(i);
    // The parser compares each attribute of a tag with each; no part of ours has many.
    if (part.empty() || crowded_tag(part, limits::element_attributes)) continue;
    if (auto source = PartReader(part, budget).read()) return std::move(*source);
  }
  fail_without_source();
}

}  // namespace krut::readback
