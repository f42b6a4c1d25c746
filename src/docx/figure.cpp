#include <string>

#include "docx/blocks.h"
#include "docx/drawings.h"
#include "docx/paragraphs.h"

namespace krut::docx {

namespace {

std::string text_of(const std::vector<model::Span>& spans) {
  std::string text;
  for (const model::Span& span : spans) text += span.text;
  return text;
}

}  // namespace

void write_figure(Story& story, const model::Figure& figure, const Column& column) {
  const bool has_caption = !figure.caption.empty();
  {
    ParagraphLook look;
    look.element = figure.id;
    look.style = figure.caption_style;
    look.format.alignment = figure.alignment;
    if (!has_caption) look.format.space_after = figure.space_after;
    look.format.left_indent = column.left;
    look.format.keeps_with_next = has_caption || column.keeps_with_next || column.end_keeps_with_next;
    look.fits_content = !figure.is_blank;
    if (figure.is_blank) look.format.line_pitch = figure.height;
    const auto paragraph = open_paragraph(story, std::move(look));
    if (figure.is_blank) {
      // The line is as high as the room that is kept.
    } else if (figure.image) {
      write_picture(story, *figure.image, Position::in_line);
    } else {
      const bool has_words = !figure.alternative_text.empty();
      const std::string words = has_words ? figure.alternative_text : text_of(figure.caption);
      write_placeholder(story, figure.width, figure.height, figure.frame_words, words, Position::in_line);
    }
  }
  if (!has_caption) return;
  model::Paragraph caption;
  caption.id = figure.id;
  caption.style = figure.caption_style;
  caption.format = story.shared.styles.style(figure.caption_style).paragraph;
  caption.format.alignment = figure.alignment;
  caption.format.space_after = figure.space_after;
  caption.spans = figure.caption;
  write_paragraph(story, caption, column);
}

}  // namespace krut::docx
