#include "readback/docx_source.h"

#include <libxml/xmlreader.h>
#include <zip.h>

#include <array>
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
#include "xml/silence.h"

namespace krut::readback {

namespace {

/// What src/docx/side_parts.cpp writes.
constexpr const char* source_namespace = "urn:krut:source:1";
constexpr std::string_view custom_folder = "customXml/";
constexpr std::string_view main_part = "word/document.xml";
constexpr std::size_t piece_size = 1U << 16;
constexpr zip_int64_t most_parts = 100'000;
constexpr std::uint32_t last_character = 0x10FFFF;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
  void operator()(xmlChar* text) const { xmlFree(text); }
};
template <typename T>
using Owned = std::unique_ptr<T, Discard>;

Owned<zip_t> opened(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  Owned<zip_t> archive(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (archive == nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (archive == nullptr) fail_as_damaged("ZIP");
  return archive;
}

/// One part, unpacked; `room` is what may still be unpacked of this file.
std::string part_bytes(zip_t* archive, zip_uint64_t index, const Budget& budget, std::size_t& room) {
  const Owned<zip_file_t> file(zip_fopen_index(archive, index, 0));
  if (file == nullptr) fail_as_damaged("ZIP");
  std::string bytes;
  std::array<char, piece_size> piece;
  for (;;) {
    budget.check();
    const zip_int64_t size = zip_fread(file.get(), piece.data(), piece.size());
    if (size < 0) fail_as_damaged("ZIP");
    if (size == 0) return bytes;
    if (static_cast<std::size_t>(size) > room) fail_over_limit("unpacked_bytes");
    room -= static_cast<std::size_t>(size);
    budget.take(static_cast<std::size_t>(size));
    bytes.append(piece.data(), static_cast<std::size_t>(size));
  }
}

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
  [[nodiscard]] std::optional<Source> read() {
    if (!is_ours()) return std::nullopt;
    Source source;
    source.provenance.layout_name = attribute("layout");
    source.provenance.layout_version = attribute("layout-version");
    source.producer = attribute("producer");
    const std::string hash = attribute("data-hash");
    read_data(source.provenance.data);
    if (hash != hash_text(source.provenance.data)) fail_as_changed();
    return source;
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

  void read_data(std::string& data) {
    bool is_inside = false;
    while (next()) {
      if (is_element("character")) append_character(data);
      if (is_element("data")) is_inside = xmlTextReaderIsEmptyElement(reader_.get()) == 0;
      if (type() == XML_READER_TYPE_END_ELEMENT) is_inside = false;
      const bool is_text = type() == XML_READER_TYPE_TEXT || type() == XML_READER_TYPE_CDATA ||
                           type() == XML_READER_TYPE_WHITESPACE || type() == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
      if (is_inside && is_text) data += text_of(xmlTextReaderConstValue(reader_.get()));
      if (data.size() > limits::data_bytes) fail_over_limit("data_bytes");
    }
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

Source docx_source(std::string_view bytes, const Budget& budget) {
  const xml::Silence silence;
  const Owned<zip_t> archive = opened(bytes);
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  if (count > most_parts) fail_over_limit("unpacked_bytes");
  if (zip_name_locate(archive.get(), main_part.data(), 0) < 0) fail_as_unknown_kind();
  std::size_t room = limits::unpacked_bytes;
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* name = zip_get_name(archive.get(), index, 0);
    if (name == nullptr || !std::string_view(name).starts_with(custom_folder) ||
        !std::string_view(name).ends_with(".xml")) {
      continue;
    }
    const std::string part = part_bytes(archive.get(), index, budget, room);
    // The parser compares each attribute of a tag with each; no part of ours has many.
    if (part.empty() || crowded_tag(part, limits::element_attributes)) continue;
    if (auto source = PartReader(part, budget).read()) return std::move(*source);
  }
  fail_without_source();
}

}  // namespace krut::readback
