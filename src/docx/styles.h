#pragma once

#include <string>
#include <vector>

#include "docx/package.h"
#include "docx/xml.h"
#include "model/document.h"

namespace krut::docx {

/// The document's styles under the ids of WordprocessingML. The first style of an outline level becomes the built-in
/// heading of that level, so that a word processor's navigation knows it.
class StyleSheet {
 public:
  /// `document` must outlive the sheet.
  explicit StyleSheet(const model::Document& document);

  [[nodiscard]] const model::Style& style(model::StyleIndex index) const { return document_.styles.at(index); }
  [[nodiscard]] const std::vector<model::Style>& all() const { return document_.styles; }
  [[nodiscard]] const std::string& id(model::StyleIndex index) const { return ids_.at(index); }
  /// What text looks like where no style says otherwise.
  [[nodiscard]] const model::TextFormat& plain() const { return plain_; }

  /// word/styles.xml
  [[nodiscard]] std::string xml() const;

 private:
  void write_style(Xml& xml, model::StyleIndex index) const;

  const model::Document& document_;
  model::TextFormat plain_;
  std::vector<std::string> ids_;
};

/// Style of the paragraphs that hold no text: one point high. They end sections and part tables.
inline constexpr const char* thin_style_id = "ThinLine";
inline constexpr Length thin_line = Length::points(1);

}  // namespace krut::docx
