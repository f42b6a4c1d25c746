#include "layout/fill_state.h"

#include "layout/styles.h"

namespace krut::layout {

Manner manner_inside(const FillState& state, const Node& node, const Manner& outer) {
  Manner manner = outer;
  if (const auto* name = node.value<std::string>("style")) {
    manner.style = state.program.style(*name).value_or(outer.style);
    manner.alignment.reset();
    if (const auto& digits = state.style(manner.style).digits) manner.digits = digits;
  }
  if (const auto* digits = node.value<std::string>("digits")) manner.digits = *digits;
  return manner;
}

model::ParagraphFormat paragraph_format(const FillState& state, const Node& node, const Manner& manner) {
  model::ParagraphFormat format = state.style(manner.style).style.paragraph;
  if (manner.alignment) format.alignment = *manner.alignment;
  apply_paragraph_attributes(node, format);
  return format;
}

model::TextFormat text_format(const FillState& state, const Manner& manner) {
  model::TextFormat format = state.style(manner.style).style.text;
  format.is_bold = format.is_bold || manner.is_bold;
  return format;
}

void repeat(FillState& state, const Node& node, const std::function<void()>& body) {
  const auto once = [&] {
    const auto* condition = node.value<Condition>("if");
    if (condition == nullptr || state.scope.holds(*condition)) body();
  };
  const Loop* loop = node.value<Loop>("each");
  if (loop == nullptr) return once();
  const auto list = state.scope.value(loop->path);
  if (!list || list->kind() != data::Kind::array) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    state.scope.push(loop->variable, list->element(i));
    once();
    state.scope.pop();
  }
}

}  // namespace krut::layout
