#pragma once

#include <string>
#include <utility>
#include <vector>

#include "readback/source.h"

/// Papers to read back: made by our own writers, or put together by hand, right or wrong.
namespace krut::tests {

/// The papers of one page that the writers make of this data; both name the layout "ita/sample", version "3".
[[nodiscard]] std::string pdf_paper(const std::string& data);
[[nodiscard]] std::string docx_paper(const std::string& data);

/// What was read, or the code of the diagnostic: "[readback.damaged]"; of a limit, "[readback.too-large]".
[[nodiscard]] std::string read(const std::string& paper);

/// A ZIP file of these parts.
[[nodiscard]] std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts);

[[nodiscard]] std::string deflated(const std::string& bytes);

/// A PDF written by hand, object by object, with a cross-reference table.
class HandmadePdf {
 public:
  /// Adds object 1, 2, 3, …: its text between `obj` and `endobj`.
  HandmadePdf& add(const std::string& body);
  HandmadePdf& add_stream(const std::string& entries, const std::string& bytes);
  /// The file; `entries` stand in the trailer beside Size.
  [[nodiscard]] std::string file(const std::string& entries) const;
  /// Bytes before the next object.
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }

 private:
  std::string bytes_ = "%PDF-1.7\n";
  std::vector<std::size_t> offsets_;
};

}  // namespace krut::tests
