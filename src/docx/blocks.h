#pragma once

#include <vector>

#include "docx/sections.h"
#include "docx/story.h"

namespace krut::docx {

/// Where blocks stand: a part of the body's or a cell's width.
struct Column {
  Length left;  ///< from the edge that indents are counted from
  Length width;
  int list_depth = 0;
  bool keeps_with_next = false;      ///< every paragraph does: the rows of a label
  bool is_in_frame = false;          ///< figures are drawn beside it: room is kept for them
  bool end_keeps_with_next = false;  ///< the last paragraph, row or item does: signatures stand below
};

/// Writes the blocks of a section one below the other. `section_end` goes into the last paragraph; when the last block
/// is none, into a thin one of its own. The document's last section has none: its properties end the body.
void write_body(Story& story, const std::vector<model::Block>& blocks, const Column& column,
                const SectionEnd* section_end);

/// The blocks of a cell: text, lists, choices and figures.
void write_cell_blocks(Story& story, const std::vector<model::Block>& blocks, const Column& column);

void write_paragraph(Story& story, const model::Paragraph& paragraph, const Column& column,
                     const SectionEnd* section_end = nullptr);
void write_list(Story& story, const model::List& list, const Column& column);
void write_choice(Story& story, const model::Choice& choice, const Column& column);
void write_figure(Story& story, const model::Figure& figure, const Column& column);
void write_rule(Story& story, const model::HorizontalRule& rule, const Column& column);
void write_table(Story& story, const model::Table& table, const Column& column);
void write_labelled_line(Story& story, const model::LabelledLine& line, const Column& column);
void write_side_by_side(Story& story, const model::SideBySide& block, const Column& column);
void write_signatures(Story& story, const model::Signatures& signatures, const Column& column);

}  // namespace krut::docx
