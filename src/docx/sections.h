#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "docx/package.h"
#include "docx/story.h"
#include "docx/xml.h"
#include "model/document.h"

namespace krut::docx {

/// A header or footer as a section refers to it.
struct FurnitureReference {
  const char* element = "";  ///< w:headerReference or w:footerReference
  const char* pages = "";    ///< default or first
  std::string id;
};

/// What w:sectPr says of a section.
struct SectionEnd {
  const model::Section* section = nullptr;
  std::vector<FurnitureReference> references;
  bool has_own_first_page = false;
  model::Digits digits = model::Digits::thai;  ///< of its page numbers
};

void write_section_properties(Xml& xml, const SectionEnd& end);

/// How a section's page numbers are written where no single span says otherwise.
[[nodiscard]] model::Digits page_digits(const model::Section& section);

/// Writes the header and footer parts of all sections. A section without one gets an empty one, because it would take
/// over its predecessor's. Word knows a first page of its own only: `from_page` above 2 is taken as 2.
class FurnitureWriter {
 public:
  FurnitureWriter(Package& package, Shared& shared) : package_(package), shared_(shared) {}

  /// What each section's w:sectPr says, in the order of sections.
  [[nodiscard]] std::vector<SectionEnd> write(const model::Document& document);

 private:
  struct Kind;
  void refer(SectionEnd& end, const Kind& kind, const std::optional<model::Furniture>& furniture);
  [[nodiscard]] std::string add_part(const Kind& kind, const model::Furniture& furniture, Length margin,
                                     model::Digits digits);
  [[nodiscard]] std::string empty_part(const Kind& kind);

  Package& package_;
  Shared& shared_;
  int parts_ = 0;
  std::map<std::string, std::string> empty_parts_;  ///< ids by element
};

}  // namespace krut::docx
