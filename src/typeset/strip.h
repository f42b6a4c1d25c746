#pragma once

#include <string>
#include <vector>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "base/length.h"
#include "model/document.h"
#include "model/page.h"
#include "text/setter.h"

namespace krut::typeset {

/// The seam between flow and tables: a slice of set matter that never breaks inside, usually one line. Marks are
/// placed from the strip's left edge and top. Cells and page bodies alike are sequences of strips.
struct Strip {
  Length space_before;  ///< above it; dropped where the strip starts a page or follows a break
  Length height;
  std::vector<model::Mark> marks;
  bool may_break_before = true;  ///< a page or row may end above it
  model::ElementId element = 0;  ///< the paragraph, list item or choice it belongs to
};

/// A character that no face has, told once its page is known.
struct LackingGlyph {
  char32_t character = 0;
  model::NodeIndex node = 0;  ///< whose text lacks it
  std::string pointer;        ///< of the value; empty for the layout's own words
  std::string words;          ///< around it, where they are the layout's own
};

/// A word wider than its column, told once it is known what becomes of the column.
struct WideText {
  std::string text;
  bool is_cut = true;   ///< false: closing it up was enough
  std::string pointer;  ///< of the value; empty for the layout's own words
};

/// What a render carries from block to block. All references outlive the call.
struct Context {
  text::Setter& setter;
  model::Pages& pages;  ///< structure grows here; marks refer to its nodes
  Diagnostics& diagnostics;
  const std::vector<model::Style>* styles = nullptr;  ///< of the document; null: captions take their size's pitch
  std::vector<LackingGlyph>* lacking = nullptr;       ///< null: told at once, without a page
  std::vector<WideText>* wide_texts = nullptr;        ///< null: told at once
  Budget budget = {};                                 ///< asked for every text and page
};

/// Sets paragraphs, labelled lines, lists, choices and figures in a column of `width`, in order, below each other.
/// `parent` is the node in whose reading order they stand; the blocks' own nodes are made under it. As an artifact
/// (`owner_kind` other than none: repeated heads, page furniture) no nodes are made. Tables, memo heads and signatures
/// do not occur in cells. The last strip includes the space after the last block, as word processors count it.
[[nodiscard]] std::vector<Strip> set_blocks(const std::vector<model::Block>& blocks, Length width,
                                            model::NodeIndex parent, model::ArtifactKind owner_kind, Context& context);

/// Narrowest width in which no piece of the blocks must be cut, and the width in which nothing wraps. For columns
/// solved from content.
struct Measure {
  Length narrowest;
  Length natural;
  Length held{};  ///< narrowest of what parts only in need as well, such as a number and its unit
};
[[nodiscard]] Measure measure_blocks(const std::vector<model::Block>& blocks, Context& context);

/// Moves a mark.
void shift(model::Mark& mark, Length right, Length down);

/// Hands the marks of all strips behind `first` over to it; on the page they stay where they are. What is then added
/// beside them is read after all of them.
void gather_marks(std::vector<Strip>& strips, std::size_t first);

}  // namespace krut::typeset
