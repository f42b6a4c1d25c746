#pragma once

#include <vector>

#include "docx/story.h"
#include "model/document.h"

namespace krut::docx {

enum class Position {
  in_line,
  top_left,    ///< of the body, behind the text, which does not give way
  top_centre,  ///< at the body's top, centred on the page
};

/// A run with the picture. An SVG stands in the file beside its pixels, where the document has them.
void write_picture(Story& story, const model::Image& image, Position position);

/// A run with a thin box in the place of a picture, a word in its middle.
void write_placeholder(Story& story, Length width, Length height, const std::vector<model::Span>& words,
                       const std::string& description, Position position);

}  // namespace krut::docx
