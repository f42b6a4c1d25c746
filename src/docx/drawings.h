#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "docx/story.h"
#include "model/document.h"

namespace krut::docx {

/// Where a drawing stands that is anchored to its paragraph, behind the text, which does not give way.
struct Position {
  const char* horizontal = "margin";      ///< what `left` counts from, a word of ST_RelFromH, ISO/IEC 29500-1, 20.4.3.4
  std::optional<Length> left = Length();  ///< none: in the middle of that
  const char* vertical = "margin";        ///< what `top` counts from, a word of ST_RelFromV, 20.4.3.5
  Length top;
};

/// Of a drawing that stands in the line.
inline constexpr std::nullopt_t in_line = std::nullopt;

/// A run with the picture. An SVG stands in the file beside its pixels, where the document has them.
void write_picture(Story& story, const model::Image& image, const std::optional<Position>& position);

/// A run with a thin box in the place of a picture, a word in its middle.
void write_placeholder(Story& story, Length width, Length height, const std::vector<model::Span>& words,
                       const std::string& description, const std::optional<Position>& position);

/// The picture of a figure or what stands in its place; nothing for one that is blank.
void write_figure_drawing(Story& story, const model::Figure& figure, const std::optional<Position>& position);

/// A run with a box that is not seen and holds the paragraphs that `content` writes. `words` tell what they say.
void write_text_box(Story& story, Length width, Length height, const std::string& words, const Position& position,
                    const std::function<void()>& content);

}  // namespace krut::docx
