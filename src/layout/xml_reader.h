#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "layout/source_text.h"

namespace krut::layout {

struct XmlAttribute {
  std::string name;
  std::size_t offset = 0;  ///< of its name
  SourceString value;
};

struct XmlElement;
using XmlNode = std::variant<SourceString, XmlElement>;

/// An element of the file as it stands there. Comments and processing instructions are left out, and text on both sides
/// of them is joined.
struct XmlElement {
  std::string name;        ///< with its prefix, if any
  std::size_t offset = 0;  ///< of its "<"
  std::vector<XmlAttribute> attributes;
  std::vector<XmlNode> children;

  [[nodiscard]] const XmlAttribute* attribute(const std::string& wanted) const;
};

/// Reads a well-formed XML 1.0 file in UTF-8. A document type, entities of its own, and nesting beyond
/// `limits::layout_depth` are refused; nothing is ever fetched. The first fault goes to `diagnostics`.
[[nodiscard]] std::optional<XmlElement> read_xml(const SourceText& source, Diagnostics& diagnostics);

/// The text as a source; nothing, and a fault, where it is not UTF-8 to its end.
[[nodiscard]] std::optional<SourceText> read_source(std::string text, std::string file, Diagnostics& diagnostics);

/// Reads another file, which joins `source`: its elements have their places there.
[[nodiscard]] std::optional<XmlElement> read_joined_xml(SourceText& source, std::string text, std::string file,
                                                        Diagnostics& diagnostics);

}  // namespace krut::layout
