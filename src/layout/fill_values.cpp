#include "layout/fill_values.h"

#include <algorithm>
#include <optional>

#include "base/limits.h"
#include "layout/faults.h"
#include "layout/measures.h"
#include "layout/values.h"

namespace krut::layout {

namespace {

/// The value that an attribute takes from the data; nothing when it takes none, or when that is empty.
std::optional<data::Value> taken_value(const FillState& state, const Node& node, std::string_view name) {
  const Path* path = node.value<Path>(name);
  const auto value = path == nullptr ? std::nullopt : state.scope.value(*path);
  return value && !value->text().empty() ? value : std::nullopt;
}

void refuse(FillState& state, const Node& node, std::string_view name, const data::Value& value,
            const Bilingual& expected) {
  state.diagnostics.add(faults::unfit_value(value.place(), node.place, std::string(name), value.text(), expected));
}

model::Column solved_column() {
  model::Column column;
  column.kind = model::Column::Kind::content;
  return column;
}

model::Column column_in(FillState& state, const Node& node) {
  constexpr std::string_view name = "width";
  if (const auto* columns = node.value<std::vector<model::Column>>(name)) return columns->front();
  const auto value = taken_value(state, node, name);
  if (!value) return solved_column();
  std::string wrong;
  const auto columns = values::widths(value->text(), wrong);
  if (columns && columns->size() == 1) return columns->front();
  refuse(state, node, name, *value, measures::one_column());
  return solved_column();
}

}  // namespace

int count_in(FillState& state, const Node& node, std::string_view name, int otherwise) {
  const auto value = taken_value(state, node, name);
  if (!value) return node.value_or<int>(name, otherwise);
  const AttributeRule& rule = *rule_of(node.kind).attribute(name);
  const auto number = values::whole_number(value->text());
  if (number && *number >= rule.least && *number <= rule.most) return *number;
  const std::string least = std::to_string(rule.least);
  const std::string most = std::to_string(rule.most);
  refuse(state, node, name, *value,
         {"จำนวนเต็มตั้งแต่ " + least + " ถึง " + most, "a whole number from " + least + " to " + most});
  return otherwise;
}

std::string word_in(FillState& state, const Node& node, std::string_view name, std::string_view otherwise) {
  const auto value = taken_value(state, node, name);
  if (!value) return node.value_or<std::string>(name, std::string(otherwise));
  const auto& words = rule_of(node.kind).attribute(name)->words;
  const std::string text = value->text();
  if (std::find(words.begin(), words.end(), text) != words.end()) return text;
  std::string listed;
  for (const std::string_view word : words) listed.append(listed.empty() ? "" : ", ").append(word);
  refuse(state, node, name, *value, {"คำใดคำหนึ่งใน: " + listed, "one of: " + listed});
  return std::string(otherwise);
}

Length length_in(FillState& state, const Node& node, std::string_view name, Length otherwise) {
  const auto value = taken_value(state, node, name);
  if (!value) return node.value_or<Length>(name, otherwise);
  const auto length = values::length(value->text());
  const measures::Bounds bounds = measures::bounds_of(name);
  if (length && bounds.has(*length)) return *length;
  const Bilingual range = measures::told(bounds);
  refuse(state, node, name, *value,
         {range.thai + " พร้อมหน่วย เช่น 12cm", range.english + ", with its unit, such as 12cm"});
  return otherwise;
}

std::vector<model::Column> columns_in(FillState& state, const Node& table) {
  auto columns = table.value_or<std::vector<model::Column>>("widths", {});
  for (const Node& child : table.children) {
    if (child.kind != ElementKind::column) continue;
    repeat(state, child, [&] { columns.push_back(column_in(state, child)); });
  }
  if (columns.size() > limits::table_columns) {
    state.diagnostics.add(faults::too_many_columns(table.place, {}, columns.size(), limits::table_columns));
    columns.resize(limits::table_columns);
  }
  return columns;
}

}  // namespace krut::layout
