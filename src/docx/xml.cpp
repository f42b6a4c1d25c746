#include "docx/xml.h"

#include <libxml/xmlwriter.h>

#include "base/error.h"
#include "base/utf8.h"

namespace krut::docx {

namespace {

struct FreeWriter {
  void operator()(xmlTextWriter* writer) const { xmlFreeTextWriter(writer); }
};

[[noreturn]] void fail() {
  throw Error(ErrorKind::internal, "docx.xml-writer",
              {"เขียนส่วน XML ของไฟล์ DOCX ไม่สำเร็จ", "could not write an XML part of the DOCX file"});
}

/// Called by the library, so it must not throw: a failure is told by the result.
int append_bytes(void* bytes, const char* data, int size) {
  try {
    static_cast<std::string*>(bytes)->append(data, static_cast<std::size_t>(size));
    return size;
  } catch (...) {
    return -1;
  }
}

const xmlChar* as_xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

}  // namespace

struct Xml::Contents {
  std::string bytes;
  std::unique_ptr<xmlTextWriter, FreeWriter> writer;
  bool has_failed = false;

  void check(int status) { has_failed = has_failed || status < 0; }
};

Element::~Element() {
  if (xml_ != nullptr) xml_->close();
}

Xml::Xml() : contents_(std::make_unique<Contents>()) {
  xmlOutputBuffer* sink = xmlOutputBufferCreateIO(&append_bytes, nullptr, &contents_->bytes, nullptr);
  if (sink == nullptr) fail();
  contents_->writer.reset(xmlNewTextWriter(sink));
  if (contents_->writer == nullptr) {
    xmlOutputBufferClose(sink);
    fail();
  }
  contents_->check(xmlTextWriterStartDocument(contents_->writer.get(), "1.0", "UTF-8", "yes"));
}

Xml::~Xml() = default;

void Xml::open(const char* name, const Attribute* attributes, std::size_t count) {
  xmlTextWriter* writer = contents_->writer.get();
  contents_->check(xmlTextWriterStartElement(writer, as_xml(name)));
  for (std::size_t i = 0; i < count; ++i) {
    const std::string value = xml_characters(attributes[i].value());
    contents_->check(xmlTextWriterWriteAttribute(writer, as_xml(attributes[i].name()), as_xml(value.c_str())));
  }
}

void Xml::close() { contents_->check(xmlTextWriterEndElement(contents_->writer.get())); }

Element Xml::element(const char* name, Attributes attributes) {
  open(name, attributes.begin(), attributes.size());
  return Element(*this);
}

Element Xml::element(const char* name, const AttributeList& attributes) {
  open(name, attributes.data(), attributes.size());
  return Element(*this);
}

void Xml::empty(const char* name, Attributes attributes) {
  open(name, attributes.begin(), attributes.size());
  close();
}

void Xml::empty(const char* name, const AttributeList& attributes) {
  open(name, attributes.data(), attributes.size());
  close();
}

void Xml::leaf(const char* name, std::string_view content, Attributes attributes) {
  open(name, attributes.begin(), attributes.size());
  text(content);
  close();
}

void Xml::text(std::string_view text) {
  const std::string content = xml_characters(text);
  if (!content.empty()) contents_->check(xmlTextWriterWriteString(contents_->writer.get(), as_xml(content.c_str())));
}

std::string Xml::finish() {
  contents_->check(xmlTextWriterEndDocument(contents_->writer.get()));
  contents_->check(xmlTextWriterFlush(contents_->writer.get()));
  contents_->writer.reset();
  if (contents_->has_failed) fail();
  return std::move(contents_->bytes);
}

std::string xml_characters(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, offset);
    if (is_xml_character(decoded.character)) result.append(text.substr(offset, decoded.size));
    offset += decoded.size;
  }
  return result;
}

}  // namespace krut::docx
