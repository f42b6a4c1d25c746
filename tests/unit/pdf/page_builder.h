#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/page.h"

namespace krut::pdf::test {

/// A font file as a program; sets the fields that a PDF needs.
std::shared_ptr<const model::FontProgram> load_program(const std::string& path);
/// One of the faces that the build makes: "", "-Bold", "-Italic", "-BoldItalic".
std::shared_ptr<const model::FontProgram> built_face(const std::string& style = "");

/// `text` shaped with one font, in runs of Thai and of other letters.
std::vector<std::shared_ptr<const model::ShapedText>> shape(const std::shared_ptr<const model::FontProgram>& font,
                                                            const std::string& text);

/// A line of `text` that starts at (x, baseline).
model::TextLine line(const std::shared_ptr<const model::FontProgram>& font, const std::string& text, Length x,
                     Length baseline, Length size = Length::points(16), Length cluster_spacing = {});

/// An A4 page without marks.
model::Page empty_page(const std::string& label = "๑");

/// Pages with a document, one section and one paragraph (node 2) as structure.
model::Pages document(const std::string& title = "รายงานผล");
inline constexpr model::NodeIndex paragraph_node = 2;

/// Each text on a line of its own, as many pages as it takes, each line a paragraph.
model::Pages lines_document(const std::shared_ptr<const model::FontProgram>& font,
                            const std::vector<std::string>& texts, Length size = Length::points(16),
                            Length cluster_spacing = {});

}  // namespace krut::pdf::test
