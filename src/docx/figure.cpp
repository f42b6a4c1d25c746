#include <utility>

#include "docx/blocks.h"
#include "docx/drawings.h"
#include "docx/paragraphs.h"

namespace krut::docx {

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
    const bool is_drawn = !figure.is_blank && !column.is_in_frame;
    look.fits_content = is_drawn;
    if (!is_drawn) look.format.line_pitch = figure.height;
    const auto paragraph = open_paragraph(story, std::move(look));
    if (is_drawn) write_figure_drawing(story, figure, in_line);
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
