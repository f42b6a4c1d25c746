#pragma once

#include <optional>
#include <vector>

#include "docx/property_lists.h"
#include "docx/runs.h"
#include "docx/sections.h"
#include "docx/story.h"

namespace krut::docx {

/// Everything that w:pPr can say here.
struct ParagraphLook {
  model::ElementId element = 0;
  model::StyleIndex style = 0;
  model::ParagraphFormat format;  ///< complete; indents from the edges of the cell or body
  Length fixed_space_before;      ///< beside the format's, and kept at a page's top
  bool starts_page = false;
  bool fits_content = false;  ///< the line is as high as its picture, not exact
  std::optional<ListNumber> number;
  const model::TextFormat* marker = nullptr;  ///< of a list marker
  std::vector<TabStop> tabs;
  const SectionEnd* section_end = nullptr;  ///< the paragraph is its section's last
};

/// A line that stands where the page wants it, out of the text's flow. It is anchored to the paragraph written next.
struct FrameLook {
  model::StyleIndex style = 0;
  bool is_centred = false;  ///< on the page; else at the right margin
  Length top;               ///< of the frame, from the paper's top edge
  Length width;
  Length height;
  Length space_above;  ///< of the line in its frame
};
void write_frame(Story& story, const std::vector<model::Span>& spans, const FrameLook& look);

/// The stops of a paragraph in a column that starts at `left`.
[[nodiscard]] std::vector<TabStop> tabs_of(const model::Paragraph& paragraph, Length left);

/// Opens w:p and writes its properties; the runs follow.
[[nodiscard]] Element open_paragraph(Story& story, ParagraphLook look);

/// A paragraph of one line of height 1 pt: where the format wants a paragraph and nothing is said.
void write_thin_paragraph(Story& story, const SectionEnd* section_end = nullptr);

}  // namespace krut::docx
