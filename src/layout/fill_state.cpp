#include "layout/fill_state.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "layout/styles.h"

namespace krut::layout {

Manner manner_inside(const FillState& state, const Node& node, const Manner& outer) {
  Manner manner = outer;
  const auto* style_condition = node.value<Condition>("style-if");
  const bool has_style = style_condition == nullptr || state.scope.holds(*style_condition);
  if (const auto* name = node.value<std::string>("style"); name != nullptr && has_style) {
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
  const bool is_block = node.kind == ElementKind::p || node.kind == ElementKind::heading;
  const Length* size = is_block ? node.value<Length>("size") : nullptr;
  if (size != nullptr) format.line_pitch = usual_pitch(*size);
  apply_paragraph_attributes(node, format);
  return format;
}

model::TextFormat text_format(const FillState& state, const Manner& manner) {
  model::TextFormat format = state.style(manner.style).style.text;
  format.is_bold = format.is_bold || manner.is_bold;
  return format;
}

namespace {

/// What a loop sorts by: numbers by their value, other text by its characters.
struct SortKey {
  std::size_t index = 0;
  std::optional<double> number;
  std::string text;

  [[nodiscard]] bool is_missing() const { return text.empty(); }
};

std::optional<double> number_in(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  return is_number ? std::optional(value) : std::nullopt;
}

bool is_before(const SortKey& a, const SortKey& b, bool is_descending) {
  if (a.is_missing() || b.is_missing()) return !a.is_missing() && b.is_missing();
  const SortKey& low = is_descending ? b : a;
  const SortKey& high = is_descending ? a : b;
  if (low.number && high.number) return *low.number < *high.number;
  return low.text < high.text;
}

/// Equal ones stay in the order of the data; those without a value to sort by come last.
std::vector<data::Value> ordered(FillState& state, const std::string& variable, std::vector<data::Value> items,
                                 const Order& order) {
  std::vector<SortKey> keys;
  for (std::size_t index = 0; index < items.size(); ++index) {
    state.scope.push(variable, items[index]);
    const auto value = state.scope.value(order.path);
    state.scope.pop();
    const std::string text = value ? value->text() : std::string();
    keys.push_back({index, number_in(text), text});
  }
  std::stable_sort(keys.begin(), keys.end(),
                   [&](const SortKey& a, const SortKey& b) { return is_before(a, b, order.is_descending); });
  std::vector<data::Value> result;
  result.reserve(keys.size());
  for (const SortKey& key : keys) result.push_back(items[key.index]);
  return result;
}

}  // namespace

void repeat(FillState& state, const Node& node, const std::function<void()>& body) {
  const auto* condition = node.value<Condition>("if");
  const auto is_wanted = [&] { return condition == nullptr || state.scope.holds(*condition); };
  const Loop* loop = node.value<Loop>("each");
  if (loop == nullptr) {
    if (is_wanted()) body();
    return;
  }
  std::vector<data::Value> items = state.scope.elements(loop->path);
  if (const auto* order = node.value<Order>("order")) items = ordered(state, loop->variable, std::move(items), *order);
  const auto* counter = node.value<std::string>("number");
  int number = 1;
  for (const data::Value& item : items) {
    state.budget.check();
    state.scope.push(loop->variable, item);
    if (counter != nullptr) state.scope.push_counter(*counter, number);
    if (is_wanted()) {
      body();
      ++number;
    }
    if (counter != nullptr) state.scope.pop_counter();
    state.scope.pop();
  }
}

}  // namespace krut::layout
