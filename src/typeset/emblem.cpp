#include "typeset/emblem.h"

#include "typeset/block_setter.h"
#include "typeset/paragraph_setter.h"
#include "typeset/reports.h"
#include "typeset/shrink.h"
#include "typeset/structure.h"

namespace krut::typeset {

namespace {

/// The word takes at most this much of the box's width.
constexpr std::int64_t widest_word_percent = 90;

model::Mark placeholder_word(const model::Emblem& emblem, const model::Owner& owner, Context& context) {
  const Length room = emblem.width.scaled(widest_word_percent, 100);
  const model::ParagraphFormat format = format_of_style(no_style, emblem.placeholder, context);
  SingleLine word = shrink_to_fit(emblem.placeholder, room, format.line_pitch, owner, context).set;
  const Length left = (emblem.width - word.width) / 2;
  const Length top = (emblem.height - format.line_pitch) / 2;
  model::Mark mark = std::move(word.line);
  shift(mark, left, top);
  return mark;
}

}  // namespace

std::vector<model::Mark> set_emblem(const model::Emblem& emblem, model::NodeIndex parent, model::ElementId element,
                                    Context& context) {
  const bool is_image = emblem.mode == model::EmblemMode::image && emblem.image;
  if (!is_image && emblem.mode != model::EmblemMode::placeholder) return {};
  Structure structure(context.pages, model::ArtifactKind::none);
  const model::NodeIndex node = structure.add(parent, model::Role::figure, element);
  const model::Owner owner = structure.owner(node);
  structure.describe(node, is_image ? emblem.image->alternative_text : plain_text(emblem.placeholder));
  std::vector<model::Mark> marks{
      picture_mark(is_image ? emblem.image : std::nullopt, emblem.width, emblem.height, owner)};
  if (!is_image && !plain_text(emblem.placeholder).empty()) {
    marks.push_back(placeholder_word(emblem, owner, context));
  }
  return marks;
}

}  // namespace krut::typeset
