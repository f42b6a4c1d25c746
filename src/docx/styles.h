#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "docx/package.h"
#include "docx/xml.h"
#include "model/document.h"

namespace krut::docx {

/// A style as the file has it.
struct WrittenStyle {
  std::string id;
  std::string name;
  std::string alias;   ///< may be empty
  std::string parent;  ///< id of the style it is based on
  bool is_built_in = false;
  model::TextFormat text;
  model::ParagraphFormat paragraph;
};

/// The document's styles under the ids of WordprocessingML, and for each further outline level that paragraphs of a
/// style have one more, with its letters and set as the first of them is. The first style of a level is the built-in
/// heading of that level, which word processors, converters and screen readers know; others of the level are based on
/// it.
class StyleSheet {
 public:
  /// `document` must outlive the sheet; its sections need not.
  explicit StyleSheet(const model::Document& document);

  [[nodiscard]] const model::Style& style(model::StyleIndex index) const { return document_.styles.at(index); }
  [[nodiscard]] const std::vector<model::Style>& all() const { return document_.styles; }
  /// What a paragraph of this style and outline level is written in. Where the level has no style of its own: the
  /// style as the document has it.
  [[nodiscard]] const WrittenStyle& written(model::StyleIndex index, int outline_level) const;
  /// What text looks like where no style says otherwise.
  [[nodiscard]] const model::TextFormat& plain() const { return plain_; }

  /// word/styles.xml
  [[nodiscard]] std::string xml() const;

 private:
  void add_further_levels();
  void name_all();
  void write_style(Xml& xml, const WrittenStyle& style) const;
  [[nodiscard]] const model::TextFormat& text_of_parent(const WrittenStyle& style) const;

  const model::Document& document_;
  model::TextFormat plain_;
  std::vector<WrittenStyle> written_;  ///< first the document's, in its order
  std::map<std::pair<model::StyleIndex, int>, std::size_t> further_levels_;
  std::map<int, std::size_t> headings_;  ///< by level, the built-in one
};

/// Style of the paragraphs that hold no text: one point high. They end sections and part tables.
inline constexpr const char* thin_style_id = "ThinLine";
inline constexpr Length thin_line = Length::points(1);

}  // namespace krut::docx
