#pragma once

#include <string>
#include <string_view>

#include "docx/xml.h"

namespace krut::docx {

/// What the file says when it is made, a line for each paragraph (model/said_text.h), escaped as in XML. It travels
/// beside the source, so that it can be told later which words were changed.
struct TextRecord {
  std::string body;
  std::string margins;  ///< headers and footers
};

/// Adds the paragraphs of a part to `lines`.
void add_lines(std::string_view part, std::string& lines);

/// Writes the record as elements `text` and `margin-text`.
void write_record(Xml& xml, const TextRecord& record);

}  // namespace krut::docx
