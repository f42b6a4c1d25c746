#pragma once

#include <map>
#include <optional>
#include <string>

#include "readback/source.h"
#include "readback/zip_reader.h"

namespace krut::readback {

/// What krut keeps in the custom XML part of a DOCX.
struct DocxSource {
  Source source;
  std::optional<std::string> text;             ///< what the file said when it was made, a line for each paragraph
  std::string margins;                         ///< the same of headers and footers
  std::map<std::string, std::string> anchors;  ///< JSON pointers by the names of bookmarks; the first ones of very many
};

/// The source in a DOCX, wherever a word processor has put that part. Throws as `read_source` tells it, faults as
/// `Fault`.
[[nodiscard]] DocxSource docx_source(ZipReader& file, const Budget& budget);

}  // namespace krut::readback
