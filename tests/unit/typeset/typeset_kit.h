#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/document.h"
#include "model/page.h"
#include "text/setter.h"

/// Short ways to say a document in a test and to read pages back.
namespace krut::typeset::kit {

/// With the faces that the build makes, loaded once; one for each thread.
[[nodiscard]] text::Setter& setter();

[[nodiscard]] model::TextFormat letters(double points = 16);
[[nodiscard]] model::Span span(const std::string& text, double points = 16);
[[nodiscard]] model::ParagraphFormat format(model::Alignment alignment = model::Alignment::left);
[[nodiscard]] model::Paragraph paragraph(model::ElementId id, const std::string& text,
                                         const model::ParagraphFormat& format = kit::format());

/// A4, 3 cm left, 2 cm right and bottom, 1.5 cm top, as memo paper.
[[nodiscard]] model::Section memo_paper();
/// Paper with a body of exactly this many lines of 18.1 pt, 10 cm wide.
[[nodiscard]] model::Section paper_of_lines(int lines);
[[nodiscard]] model::Document document(model::Section section);

/// Sets a document that must give no diagnostics.
[[nodiscard]] model::Pages set(const model::Document& document);

[[nodiscard]] std::string text_of(const model::TextLine& line);
/// Texts of the lines that belong to the document (no furniture), trailing spaces included.
[[nodiscard]] std::vector<std::string> lines_of(const model::Page& page);
[[nodiscard]] std::string text_of(const model::Page& page);
[[nodiscard]] std::string text_of(const model::Pages& pages);

/// Where a line's ink ends: its last piece that is not a space.
[[nodiscard]] Length right_edge(const model::TextLine& line);
[[nodiscard]] const model::TextLine* find_line(const model::Page& page, const std::string& start);

/// A paragraph of Thai sentences, `words` words long.
[[nodiscard]] std::string thai_text(int words, unsigned seed = 1);

}  // namespace krut::typeset::kit
