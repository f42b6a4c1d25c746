#include <algorithm>

#include "base/limits.h"
#include "data/rule.h"
#include "data/tree.h"

namespace krut::data {

namespace {

bool is_text_or_list(const std::vector<const Rule*>& branches) {
  const auto some = [&](Types type) {
    return std::any_of(branches.begin(), branches.end(),
                       [&](const Rule* rule) { return rule->resolved().types == type; });
  };
  return branches.size() == 2 && some(text_type) && some(array_type);
}

bool are_texts(const std::vector<Value>& choices) {
  return std::all_of(choices.begin(), choices.end(), [](const Value& choice) { return choice.kind() == Kind::text; });
}

ShapeKind shape_of(const Rule& rule) {
  if (is_text_or_list(rule.any_of) || is_text_or_list(rule.one_of)) return ShapeKind::blocks;
  if (rule.is_date()) return ShapeKind::date;
  if (rule.types == object_type || !rule.properties.empty()) return ShapeKind::object;
  if (rule.types == array_type || rule.items != nullptr) return ShapeKind::array;
  if (rule.types == text_type || (rule.choices && are_texts(*rule.choices))) return ShapeKind::text;
  if (rule.types == boolean_type) return ShapeKind::boolean;
  if (rule.types != every_type && (rule.types & ~(number_type | integer_type)) == 0) return ShapeKind::number;
  return ShapeKind::any;
}

const Rule& rule_of(const void* node) { return *static_cast<const Rule*>(node); }

void report_too_large(const std::string& name, Diagnostics& diagnostics) {
  const std::string most = std::to_string(limits::layout_bytes >> 20U);
  diagnostics.add({"schema.too-large",
                   Severity::error,
                   {"สคีมาใหญ่เกิน " + most + " MiB", "the schema is larger than " + most + " MiB"},
                   {name, 0, 0, {}},
                   {},
                   {"ลบส่วนที่แบบไม่ใช้ออกจากสคีมา", "take out of it what no layout uses"}});
}

}  // namespace

std::optional<Bilingual> Schema::refusal(const std::string& text) {
  Diagnostics found;
  const auto json = Json::parse(text, "", found);
  if (!json) {
    const Place& place = found.items().front().where;
    const std::string line = std::to_string(place.line);
    const std::string column = std::to_string(place.column);
    return Bilingual{"ไม่ใช่ JSON ที่บรรทัด " + line + " คอลัมน์ " + column,
                     "it is not JSON at line " + line + ", column " + column};
  }
  const Value root = json->root();
  const bool is_empty = root.kind() == Kind::object && root.size() == 0;
  const bool says_keys = root.member("properties") || root.member("$ref") || root.member("$schema");
  if (is_empty || says_keys) return std::nullopt;
  return Bilingual{"ไม่ใช่ JSON Schema ของข้อมูล (ไม่มี \"properties\")", "it is no JSON Schema of data (no \"properties\")"};
}

std::optional<Schema> Schema::load(std::string text, std::string name, Diagnostics& diagnostics) {
  if (text.size() > limits::layout_bytes) {
    report_too_large(name, diagnostics);
    return std::nullopt;
  }
  Diagnostics found;
  auto json = Json::parse(std::move(text), std::move(name), found);
  auto compiled = std::make_shared<Compiled>();
  if (json) {
    compiled->json = *json;
    compiled->rules = compile_rules(*json, found);
    compiled->root = compiled->rules.at("").get();
  }
  found.sort_by_place();
  diagnostics.append(found);
  if (found.has_errors()) return std::nullopt;
  Schema schema;
  schema.compiled_ = std::move(compiled);
  return schema;
}

Schema::Node Schema::root() const {
  Node node;
  node.node_ = compiled_->root;
  return node;
}

const std::string& Schema::text() const { return compiled_->json.text(); }

ShapeKind Schema::Node::kind() const { return shape_of(rule_of(node_).resolved()); }

std::vector<std::string> Schema::Node::keys() const {
  std::vector<std::string> keys;
  for (const Property& property : rule_of(node_).resolved().properties) keys.push_back(property.key);
  return keys;
}

std::optional<Schema::Node> Schema::Node::member(std::string_view key) const {
  const Rule* const found = rule_of(node_).resolved().property(key);
  if (found == nullptr) return std::nullopt;
  Node node;
  node.node_ = found;
  return node;
}

std::optional<Schema::Node> Schema::Node::element() const {
  const Rule* const items = rule_of(node_).resolved().items;
  if (items == nullptr) return std::nullopt;
  Node node;
  node.node_ = items;
  return node;
}

bool Schema::Node::is_required(std::string_view key) const { return rule_of(node_).resolved().requires_key(key); }

std::vector<std::string> Schema::Node::choices() const {
  std::vector<std::string> choices;
  const Rule& rule = rule_of(node_).resolved();
  if (!rule.choices) return choices;
  for (const Value& choice : *rule.choices) choices.push_back(choice.text());
  return choices;
}

bool Schema::Node::has_choices() const {
  const Rule& rule = rule_of(node_).resolved();
  return rule.choices && !rule.choices->empty();
}

std::string Schema::Node::description() const {
  const Rule& rule = rule_of(node_);
  return rule.description.empty() ? rule.resolved().description : rule.description;
}

}  // namespace krut::data
