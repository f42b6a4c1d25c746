#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "layout/program.h"
#include "layout/source_text.h"
#include "layout/vocabulary.h"
#include "layout/xml_reader.h"

namespace krut::layout {

struct AttributeInput {
  const SourceText& source;
  const XmlAttribute& attribute;
  const AttributeRule& rule;
  const std::vector<std::string>& style_names;
  Diagnostics& diagnostics;
};

/// The value of an attribute, read as its rule says; nothing, and a fault, when it has not the right form.
[[nodiscard]] std::optional<AttributeValue> read_attribute(const AttributeInput& input);

}  // namespace krut::layout
