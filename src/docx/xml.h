#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/length.h"

namespace krut::docx {

/// One attribute. A `Length` is written in whole twips, the unit of WordprocessingML; a bool as "1" or "0". Text is not
/// copied: it must outlive the attribute.
class Attribute {
 public:
  Attribute(const char* name, std::string_view value) : name_(name), text_(value) {}
  Attribute(const char* name, const std::string& value) : name_(name), text_(value) {}
  Attribute(const char* name, const char* value) : name_(name), text_(value) {}
  Attribute(const char* name, Length value) : Attribute(name, value.in_twips()) {}
  Attribute(const char* name, bool value) : name_(name), text_(value ? "1" : "0") {}
  template <typename Integer, std::enable_if_t<std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>, int> = 0>
  Attribute(const char* name, Integer value) : name_(name), is_number_(true) {
    const auto written = std::to_chars(digits_.data(), digits_.data() + digits_.size(), value);
    digit_count_ = static_cast<std::size_t>(written.ptr - digits_.data());
  }

  [[nodiscard]] const char* name() const { return name_; }
  [[nodiscard]] std::string_view value() const {
    return is_number_ ? std::string_view(digits_.data(), digit_count_) : text_;
  }

 private:
  static constexpr std::size_t longest_number = 20;

  const char* name_;  ///< a literal
  std::string_view text_;
  std::array<char, longest_number> digits_{};
  std::size_t digit_count_ = 0;
  bool is_number_ = false;
};

using Attributes = std::initializer_list<Attribute>;
/// For elements whose attributes depend on something.
using AttributeList = std::vector<Attribute>;

class Xml;

/// An open element; its end tag is written when the scope ends.
class Element {
 public:
  Element(Element&& other) noexcept : xml_(std::exchange(other.xml_, nullptr)) {}
  Element(const Element&) = delete;
  Element& operator=(const Element&) = delete;
  Element& operator=(Element&&) = delete;
  ~Element();

 private:
  friend class Xml;
  explicit Element(Xml& xml) : xml_(&xml) {}
  Xml* xml_;
};

enum class XmlKind { part, fragment /* without an XML declaration, to stand in a part */ };

/// One part being written as UTF-8. Text and attribute values lose what XML 1.0 forbids (production 2, Char); names
/// must be right already. A failure of the library is kept and thrown by `finish`.
class Xml {
 public:
  explicit Xml(XmlKind kind = XmlKind::part);
  ~Xml();
  Xml(const Xml&) = delete;
  Xml& operator=(const Xml&) = delete;

  [[nodiscard]] Element element(const char* name, Attributes attributes = {});
  [[nodiscard]] Element element(const char* name, const AttributeList& attributes);
  void empty(const char* name, Attributes attributes = {});
  void empty(const char* name, const AttributeList& attributes);
  /// An element with nothing but text in it.
  void leaf(const char* name, std::string_view text, Attributes attributes = {});
  void text(std::string_view text);
  /// Text as it stands, in a CDATA section, which is quicker for long ones. It must hold no "]]>" and no carriage
  /// return, which readers would make a line feed of.
  void cdata(std::string_view text);
  /// Makes room for so many bytes, so that a long part is not moved while it grows.
  void reserve(std::size_t bytes);
  /// What a fragment's `finish` returned, as it stands.
  void raw(std::string_view xml);

  /// The whole part or fragment; every scope must have ended. Throws `Error` (internal) when anything failed on the
  /// way.
  [[nodiscard]] std::string finish();

 private:
  friend class Element;
  struct Contents;
  void open(const char* name, const Attribute* attributes, std::size_t count);
  void close();

  std::unique_ptr<Contents> contents_;
};

/// `text` without the characters that XML 1.0 forbids.
[[nodiscard]] std::string xml_characters(std::string_view text);

}  // namespace krut::docx
