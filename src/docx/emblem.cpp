#include "docx/emblem.h"

namespace krut::docx {

void write_emblem(Story& story, const model::Emblem& emblem, const Position& position) {
  if (emblem.mode == model::EmblemMode::image && emblem.image) {
    write_picture(story, *emblem.image, position);
  } else if (emblem.mode == model::EmblemMode::placeholder) {
    std::string words;
    for (const model::Span& span : emblem.placeholder) words += span.text;
    write_placeholder(story, emblem.width, emblem.height, emblem.placeholder, words, position);
  }
}

}  // namespace krut::docx
