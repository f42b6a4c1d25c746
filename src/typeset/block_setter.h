#pragma once

#include <map>
#include <vector>

#include "base/length.h"
#include "model/document.h"
#include "model/page.h"
#include "typeset/strip.h"
#include "typeset/structure.h"

namespace krut::typeset {

/// Where blocks stand: a part of the whole width, and a node.
struct BlockColumn {
  Length left;
  Length width;
  model::NodeIndex parent = 0;
};

/// Sets text blocks one below the other. Spaces between them and the wish to keep with the next carry over from block
/// to block.
class BlockSetter {
 public:
  BlockSetter(Context& context, model::ArtifactKind artifact)
      : context_(context), structure_(context.pages, artifact) {}

  /// Throws `Error` (internal) for blocks that stand on pages only: tables, memo heads, signatures, page breaks.
  void add(const model::Block& block, const BlockColumn& column);
  void add(const std::vector<model::Block>& blocks, const BlockColumn& column);

  /// What was set since the last call.
  [[nodiscard]] std::vector<Strip> take();
  /// The space that the last block wants below itself; the next block gets it, or whoever takes it.
  [[nodiscard]] Length take_space_after();
  /// Asks for space below what others have set.
  void leave_space(Length space) { space_after_ = space; }
  /// Whether the last block keeps with what follows.
  [[nodiscard]] bool keeps_with_next() const { return keeps_with_next_; }
  void forget_keep() { keeps_with_next_ = false; }
  /// The next block stays with what has been set by others before it.
  void keep_next() { keeps_with_next_ = true; }

 private:
  void add_paragraph(const model::Paragraph& paragraph, const BlockColumn& column);
  void add_list(const model::List& list, const BlockColumn& column);
  void add_item(const model::ListItem& item, const model::List& list, const BlockColumn& column);
  void add_item_start(const model::ListItem& item, const model::List& list, const BlockColumn& column,
                      model::NodeIndex label);
  void add_choice(const model::Choice& choice, const BlockColumn& column);
  [[nodiscard]] std::vector<Strip> set_option(const model::Choice& choice, const model::Choice::Option& option,
                                              const BlockColumn& column);
  void add_labelled_line(const model::LabelledLine& line, const BlockColumn& column);
  void add_side_by_side(const model::SideBySide& block, const BlockColumn& column);
  void add_figure(const model::Figure& figure, const BlockColumn& column);
  /// The picture, or what stands in its place, without its caption.
  [[nodiscard]] Strip set_picture(const model::Figure& figure, const BlockColumn& column);
  void add_rule(const model::HorizontalRule& rule, const BlockColumn& column);
  void add_caption(const model::Figure& figure, const BlockColumn& column);
  /// Joins strips of one block to the rest, moved into their column.
  void join(std::vector<Strip> strips, const model::ParagraphFormat& format, Length left);

  Context& context_;
  Structure structure_;
  std::vector<Strip> strips_;
  Length space_after_;
  bool keeps_with_next_ = false;
};

/// Blocks one below the other, that nothing parts.
struct Stack {
  std::vector<model::Mark> marks;           ///< from the stack's left edge and top
  Length height;                            ///< with the space that the last block wants below itself
  std::map<model::ElementId, Length> tops;  ///< of its blocks
};

/// Takes what was set as one stack.
[[nodiscard]] Stack stacked(BlockSetter& setter);

/// The picture of a figure or emblem, or a thin box in its place, at the origin.
[[nodiscard]] model::Mark picture_mark(const std::optional<model::Image>& image, Length width, Length height,
                                       const model::Owner& owner);

/// No style of any document.
inline constexpr model::StyleIndex no_style = static_cast<model::StyleIndex>(-1);

/// The paragraph format of a style; for a Context without styles, one that fits the spans' size.
[[nodiscard]] model::ParagraphFormat format_of_style(model::StyleIndex style, const std::vector<model::Span>& spans,
                                                     const Context& context);

}  // namespace krut::typeset
