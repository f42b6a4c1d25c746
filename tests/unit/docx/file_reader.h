#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "docx/docx.h"
#include "model/document.h"

namespace krut::tests {

/// A DOCX file taken apart again by libzip and libxml2, as a stranger would. Anything unreadable throws.
class DocxFile {
 public:
  explicit DocxFile(const std::string& bytes);
  ~DocxFile();
  DocxFile(DocxFile&&) noexcept;

  /// Names of all entries in their order.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] const std::string& part(const std::string& name) const { return parts_.at(name); }

  /// What XPath expressions find in a part, by default in the body. Prefixes as in the file.
  [[nodiscard]] std::size_t count(const std::string& path, const std::string& part = "word/document.xml") const;
  [[nodiscard]] std::string value(const std::string& path, const std::string& part = "word/document.xml") const;
  [[nodiscard]] std::vector<std::string> values(const std::string& path,
                                                const std::string& part = "word/document.xml") const;
  /// The first element found, as it is written.
  [[nodiscard]] std::string xml(const std::string& path, const std::string& part = "word/document.xml") const;

 private:
  struct Trees;
  std::vector<std::string> names_;
  std::map<std::string, std::string> parts_;
  std::unique_ptr<Trees> trees_;
};

/// Written with nothing embedded, and read again.
[[nodiscard]] DocxFile written(const model::Document& document, const docx::Options& options = {});
/// A document of these blocks, written and read again.
[[nodiscard]] DocxFile written(std::vector<model::Block> blocks);

}  // namespace krut::tests
