#include "docx/xml.h"

#include <array>
#include <cstdint>
#include <new>

#include "base/eight_bytes.h"
#include "base/utf8.h"

namespace krut::docx {

namespace {

/// Where a text stands: in an attribute's value readers make spaces of tabs and line ends that are not written out.
enum class Written { as_text, as_value, as_it_is };

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// True for bytes that may start a forbidden character: a control, or the lead of U+D800 to U+DFFF, U+FFFE or U+FFFF.
constexpr bool is_suspect(unsigned char byte) { return byte < 0x20 || byte == 0xED || byte == 0xEF; }

constexpr std::array<bool, 256> remarkable_bytes() {
  std::array<bool, 256> remarkable{};
  for (std::size_t byte = 0; byte < remarkable.size(); ++byte) {
    remarkable[byte] =
        is_suspect(static_cast<unsigned char>(byte)) || byte == '<' || byte == '>' || byte == '&' || byte == '"';
  }
  return remarkable;
}

/// Not zero where one of the eight bytes is remarkable.
std::uint64_t any_remarkable(std::uint64_t bytes) {
  using namespace eight_bytes;
  return any_below(bytes, 0x20) | any_equal(bytes, 0xED, 0x02) | any_equal(bytes, '"', 0x04) |
         any_equal(bytes, '<', 0x02);
}

/// The first byte at or behind `from` that may not stand as it is, or the end. Of megabytes hardly one is, so it looks
/// at eight at a time.
std::size_t find_remarkable(std::string_view text, std::size_t from) {
  static constexpr std::array<bool, 256> remarkable = remarkable_bytes();
  while (text.size() - from >= sizeof(std::uint64_t)) {
    const std::uint64_t found = any_remarkable(eight_bytes::load(text.data() + from));
    if (found != 0) return from + eight_bytes::first_of(found);
    from += sizeof(std::uint64_t);
  }
  while (from < text.size() && !remarkable[static_cast<unsigned char>(text[from])]) ++from;
  return from;
}

/// What is written for a character of XML 1.0; empty for itself.
std::string_view reference_of(char32_t c, Written written) {
  if (written == Written::as_it_is) return {};
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    case '\r':
      return "&#13;";
    case '\n':
      return written == Written::as_value ? "&#10;" : "";
    case '\t':
      return written == Written::as_value ? "&#9;" : "";
    default:
      return {};
  }
}

void append(std::string& out, std::string_view text, Written written) {
  std::size_t done = 0;
  for (std::size_t at = find_remarkable(text, 0); at < text.size(); at = find_remarkable(text, at)) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    const std::string_view reference = reference_of(decoded.character, written);
    if (!reference.empty() || !is_xml_character(decoded.character)) {
      out.append(text.substr(done, at - done)).append(reference);
      done = at + decoded.size;
    }
    at += decoded.size;
  }
  out.append(text.substr(done));
}

}  // namespace

Element::~Element() {
  if (xml_ != nullptr) xml_->close();
}

Xml::Xml(XmlKind kind) : kind_(kind) {
  if (kind == XmlKind::part) bytes_ = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
}

void Xml::end_tag() {
  if (is_in_tag_) bytes_ += '>';
  is_in_tag_ = false;
}

void Xml::open(const char* name, const Attribute* attributes, std::size_t count) {
  end_tag();
  open_.emplace_back(name);
  bytes_ += '<';
  bytes_ += open_.back();
  for (std::size_t i = 0; i < count; ++i) {
    bytes_.append(1, ' ').append(attributes[i].name()).append("=\"");
    append(bytes_, attributes[i].value(), Written::as_value);
    bytes_ += '"';
  }
  is_in_tag_ = true;
}

/// Called when a scope ends, so that it must not throw.
void Xml::close() noexcept {
  try {
    if (is_in_tag_) {
      bytes_ += "/>";
    } else {
      bytes_.append("</").append(open_.back()) += '>';
    }
  } catch (const std::bad_alloc&) {
    is_short_of_memory_ = true;
  }
  is_in_tag_ = false;
  open_.pop_back();
}

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
  if (text.empty()) return;
  end_tag();
  append(bytes_, text, Written::as_text);
}

void Xml::cdata(std::string_view text) {
  end_tag();
  bytes_ += "<![CDATA[";
  append(bytes_, text, Written::as_it_is);
  bytes_ += "]]>";
}

void Xml::reserve(std::size_t bytes) { bytes_.reserve(bytes); }

void Xml::raw(std::string_view xml) {
  if (xml.empty()) return;
  end_tag();
  bytes_ += xml;
}

std::string Xml::finish() {
  if (is_short_of_memory_) throw std::bad_alloc();
  if (kind_ == XmlKind::part) bytes_ += '\n';
  return std::move(bytes_);
}

std::string xml_characters(std::string_view text) {
  std::string result;
  append(result, text, Written::as_it_is);
  return result;
}

}  // namespace krut::docx
