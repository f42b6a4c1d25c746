#include "docx/xml.h"

#include <libxml/xmlwriter.h>

#include <cstdint>
#include <cstring>
#include <new>

#include "base/utf8.h"

namespace krut::docx {

namespace {

struct FreeWriter {
  void operator()(xmlTextWriter* writer) const { xmlFreeTextWriter(writer); }
};

/// What is written goes into memory: nothing but the want of it can fail.
[[noreturn]] void fail() { throw std::bad_alloc(); }

/// Called by the library, so it must not throw: a failure is told by the result.
int append_bytes(void* bytes, const char* data, int size) {
  try {
    static_cast<std::string*>(bytes)->append(data, static_cast<std::size_t>(size));
    return size;
  } catch (const std::bad_alloc&) {
    return -1;
  }
}

const xmlChar* as_xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// True for bytes that may start a forbidden character: a control, or the lead of U+D800 to U+DFFF, U+FFFE or U+FFFF.
bool is_suspect(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value < 0x20 || value == 0xED || value == 0xEF;
}

/// True when one of the eight bytes is suspect, and sometimes when none is: the tests borrow from neighbouring bytes.
bool may_hold_suspect(std::uint64_t bytes) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  constexpr std::uint64_t top_bits = each * 0x80U;
  const std::uint64_t leads = (bytes & each * 0xFDU) ^ each * 0xEDU;  // zero where a byte is ED or EF
  return ((((bytes - each * 0x20U) & ~bytes) | ((leads - each) & ~leads)) & top_bits) != 0;
}

/// The first suspect byte at or behind `from`, or the end. Of megabytes hardly one is, so it looks at eight at a time.
std::size_t find_suspect(std::string_view text, std::size_t from) {
  std::uint64_t bytes = 0;
  while (text.size() - from >= sizeof bytes) {
    std::memcpy(&bytes, text.data() + from, sizeof bytes);
    if (may_hold_suspect(bytes)) break;
    from += sizeof bytes;
  }
  while (from < text.size() && !is_suspect(text[from])) ++from;
  return from;
}

void append_xml_characters(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t at = find_suspect(text, 0); at < text.size(); at = find_suspect(text, at)) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    if (!is_xml_character(decoded.character)) {
      out.append(text.substr(done, at - done));
      done = at + decoded.size;
    }
    at += decoded.size;
  }
  out.append(text.substr(done));
}

}  // namespace

struct Xml::Contents {
  std::string bytes;
  std::unique_ptr<xmlTextWriter, FreeWriter> writer;
  std::string characters;  // room for what goes to the library, which wants a zero behind it
  bool has_failed = false;
  XmlKind kind = XmlKind::part;

  const xmlChar* zero_ended(std::string_view text) {
    characters.clear();
    append_xml_characters(characters, text);
    return as_xml(characters.c_str());
  }

  void check(int status) { has_failed = has_failed || status < 0; }
};

Element::~Element() {
  if (xml_ != nullptr) xml_->close();
}

Xml::Xml(XmlKind kind) : contents_(std::make_unique<Contents>()) {
  contents_->kind = kind;
  xmlOutputBuffer* sink = xmlOutputBufferCreateIO(&append_bytes, nullptr, &contents_->bytes, nullptr);
  if (sink == nullptr) fail();
  contents_->writer.reset(xmlNewTextWriter(sink));
  if (contents_->writer == nullptr) {
    xmlOutputBufferClose(sink);
    fail();
  }
  if (kind == XmlKind::part) {
    contents_->check(xmlTextWriterStartDocument(contents_->writer.get(), "1.0", "UTF-8", "yes"));
  }
}

Xml::~Xml() = default;

void Xml::open(const char* name, const Attribute* attributes, std::size_t count) {
  xmlTextWriter* writer = contents_->writer.get();
  contents_->check(xmlTextWriterStartElement(writer, as_xml(name)));
  for (std::size_t i = 0; i < count; ++i) {
    const xmlChar* value = contents_->zero_ended(attributes[i].value());
    contents_->check(xmlTextWriterWriteAttribute(writer, as_xml(attributes[i].name()), value));
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
  const xmlChar* content = contents_->zero_ended(text);
  if (*content != 0) contents_->check(xmlTextWriterWriteString(contents_->writer.get(), content));
}

void Xml::cdata(std::string_view text) {
  contents_->check(xmlTextWriterWriteCDATA(contents_->writer.get(), contents_->zero_ended(text)));
}

void Xml::reserve(std::size_t bytes) { contents_->bytes.reserve(bytes); }

void Xml::raw(std::string_view xml) {
  if (xml.empty()) return;
  xmlTextWriter* writer = contents_->writer.get();
  contents_->check(xmlTextWriterWriteRawLen(writer, as_xml(xml.data()), static_cast<int>(xml.size())));
}

std::string Xml::finish() {
  if (contents_->kind == XmlKind::part) contents_->check(xmlTextWriterEndDocument(contents_->writer.get()));
  contents_->check(xmlTextWriterFlush(contents_->writer.get()));
  contents_->writer.reset();
  if (contents_->has_failed) fail();
  return std::move(contents_->bytes);
}

std::string xml_characters(std::string_view text) {
  std::string result;
  append_xml_characters(result, text);
  return result;
}

}  // namespace krut::docx
