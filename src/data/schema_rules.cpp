#include <algorithm>
#include <charconv>

#include "base/limits.h"
#include "data/rule.h"
#include "data/tree.h"

namespace krut::data {

namespace {

/// Keywords that only tell something to readers and editors.
const std::vector<std::string> annotations = {"$schema", "$id",      "$comment", "title",    "description",
                                              "default", "examples", "readOnly", "writeOnly"};

const std::vector<std::string> keywords = {
    "$ref",     "type",    "enum",     "const",    "properties", "additionalProperties",
    "required", "items",   "minItems", "maxItems", "minLength",  "maxLength",
    "minimum",  "maximum", "pattern",  "format",   "anyOf",      "oneOf",
    "allOf",    "if",      "then",     "else",     "definitions"};

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// Whether the schema bears no other keyword that counts.
bool says_only(const Value& schema, const std::string& keyword) {
  const std::vector<std::string> keys = schema.keys();
  return std::all_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return key == keyword || contains(annotations, key); });
}

/// How a value of that kind is written.
Bilingual how_to_write(Kind kind) {
  switch (kind) {
    case Kind::text:
      return {"เขียนเป็นข้อความในเครื่องหมายคำพูด", "write a text, in quotation marks"};
    case Kind::array:
      return {"เขียนเป็นรายการ [ ]", "write a list [ ]"};
    case Kind::object:
      return {"เขียนแบบ { \"คีย์\": ค่า }", "write { \"key\": value }"};
    default:
      return {"เขียนเป็นจำนวนเต็มตั้งแต่ 0 ขึ้นไป", "write a whole number, 0 or more"};
  }
}

Types type_named(const std::string& name) {
  if (name == "null") return null_type;
  if (name == "boolean") return boolean_type;
  if (name == "number") return number_type | integer_type;
  if (name == "integer") return integer_type;
  if (name == "string") return text_type;
  if (name == "array") return array_type;
  if (name == "object") return object_type;
  return 0;
}

class Compiler {
 public:
  explicit Compiler(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void compile(const Json& schema) {
    make_rule(schema.root());
    follow_references();
  }

  Rules take() { return std::move(rules_); }

 private:
  struct Reference {
    Rule* rule = nullptr;
    Value value;
  };

  void add(std::string code, const Value& value, Bilingual message, Bilingual hint) {
    diagnostics_.add({std::move(code), Severity::error, std::move(message), value.place(), {}, std::move(hint)});
  }

  const Rule* make_rule(const Value& value) {
    auto& slot = rules_[value.pointer()];
    slot = std::make_unique<Rule>();
    Rule& rule = *slot;
    rule.source = value;
    if (value.kind() == Kind::boolean) {
      rule.allows_nothing = !value.boolean();
    } else if (value.kind() != Kind::object) {
      add("schema.wrong-type", value,
          {"สคีมาต้องเป็น { } หรือ true หรือ false", "a schema must be an object, true or false"},
          {"เขียนแบบ { \"type\": \"string\" }", "write it like { \"type\": \"string\" }"});
    } else {
      report_unknown_keywords(value);
      read_keywords(value, rule);
      rule.only_requires = says_only(value, "required");
    }
    return &rule;
  }

  void report_unknown_keywords(const Value& value) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string key(Access::key(value, i));
      if (contains(keywords, key) || contains(annotations, key)) continue;
      const std::string nearest = did_you_mean(key, keywords);
      Bilingual hint = {"ลบคำนี้ออก คำที่ใช้ได้: " + listed(keywords), "take it out; the keywords are: " + listed(keywords)};
      if (!nearest.empty()) hint = {"หมายถึง \"" + nearest + "\" หรือไม่", "did you mean \"" + nearest + "\"?"};
      diagnostics_.add(
          {"schema.unknown-keyword",
           Severity::error,
           {"ไม่รองรับคำว่า \"" + key + "\" ในสคีมา", "the keyword \"" + key + "\" is not supported in a schema"},
           Access::key_place(value, i),
           {},
           std::move(hint)});
    }
  }

  void read_keywords(const Value& value, Rule& rule) {
    rule.description = text_of(value, "description");
    const auto examples = of_kind(value, "examples", Kind::array);
    if (examples && examples->size() > 0) rule.example = examples->element(0);
    if (const auto reference = value.member("$ref")) references_.push_back({&rule, *reference});
    if (const auto types = value.member("type")) rule.types = read_types(*types);
    read_choices(value, rule);
    read_object_keywords(value, rule);
    if (const auto items = value.member("items")) rule.items = make_rule(*items);
    read_bounds(value, rule);
    read_pattern(value, rule);
    rule.format = text_of(value, "format");
    rule.any_of = make_rules(value, "anyOf");
    rule.one_of = make_rules(value, "oneOf");
    rule.all_of = make_rules(value, "allOf");
    if (const auto part = value.member("if")) rule.condition = make_rule(*part);
    if (const auto part = value.member("then")) rule.consequence = make_rule(*part);
    if (const auto part = value.member("else")) rule.alternative = make_rule(*part);
    if (const auto parts = of_kind(value, "definitions", Kind::object)) {
      for (std::size_t i = 0; i < parts->size(); ++i) make_rule(parts->element(i));
    }
  }

  /// The member when it has the kind that the keyword wants; else a diagnostic and nothing.
  std::optional<Value> of_kind(const Value& value, const std::string& key, Kind kind) {
    const auto member = value.member(key);
    if (!member || member->kind() == kind) return member;
    add("schema.wrong-type", *member,
        {"ค่าของ \"" + key + "\" ผิดชนิด", "the value of \"" + key + "\" has the wrong type"}, how_to_write(kind));
    return std::nullopt;
  }

  std::string text_of(const Value& value, const std::string& key) {
    const auto member = of_kind(value, key, Kind::text);
    return member ? member->text() : std::string();
  }

  Types read_types(const Value& value) {
    if (value.kind() != Kind::array) return read_type(value);
    Types types = 0;
    for (std::size_t i = 0; i < value.size(); ++i) types |= read_type(value.element(i));
    if (value.size() == 0) add_empty(value);
    return types;
  }

  Types read_type(const Value& value) {
    const Types types = value.kind() == Kind::text ? type_named(value.text()) : 0;
    if (types == 0) {
      add("schema.wrong-type", value, {"ไม่มีชนิดข้อมูลนี้", "there is no such type"},
          {"ชนิดที่ใช้ได้: string, number, integer, boolean, array, object, null",
           "the types are string, number, integer, boolean, array, object, null"});
    }
    return types;
  }

  void add_empty(const Value& list) {
    add("schema.wrong-type", list, {"รายการนี้ต้องมีอย่างน้อยหนึ่งรายการ", "this list must have at least one element"},
        {"เพิ่มรายการ หรือลบคำนี้ออก", "add an element, or take the keyword out"});
  }

  void read_choices(const Value& value, Rule& rule) {
    const auto single = value.member("const");
    const auto several = of_kind(value, "enum", Kind::array);
    if (single && several) {
      add("schema.wrong-type", *single, {"ใช้ const และ enum พร้อมกันไม่ได้", "const and enum cannot stand together"},
          {"เหลือเพียงคำเดียว", "keep one of them"});
    }
    if (single) rule.choices.emplace();
    if (single) add_choice(*single, rule);
    if (!several) return;
    rule.choices.emplace();
    for (std::size_t i = 0; i < several->size(); ++i) add_choice(several->element(i), rule);
    if (several->size() == 0) add_empty(*several);
  }

  void add_choice(const Value& choice, Rule& rule) {
    if (choice.kind() == Kind::array || choice.kind() == Kind::object) {
      add("schema.wrong-type", choice, {"ตัวเลือกต้องเป็นค่าเดี่ยว", "a choice must be a single value"},
          {"เขียนเป็นข้อความ ตัวเลข true false หรือ null", "write a text, a number, true, false or null"});
    }
    rule.choices->push_back(choice);
    if (choice.kind() == Kind::text) rule.choice_texts.insert(choice.text());
  }

  void read_object_keywords(const Value& value, Rule& rule) {
    if (const auto properties = of_kind(value, "properties", Kind::object)) {
      for (std::size_t i = 0; i < properties->size(); ++i) {
        rule.properties.push_back({std::string(Access::key(*properties, i)), make_rule(properties->element(i))});
        rule.rules_by_key.emplace(rule.properties.back().key, rule.properties.back().rule);
      }
    }
    if (const auto more = value.member("additionalProperties")) {
      rule.allows_more = more->kind() != Kind::boolean || more->boolean();
      if (more->kind() != Kind::boolean) rule.more = make_rule(*more);
    }
    const auto required = of_kind(value, "required", Kind::array);
    for (std::size_t i = 0; required && i < required->size(); ++i) {
      const Value key = required->element(i);
      if (key.kind() != Kind::text) {
        add("schema.wrong-type", key, {"คีย์ใน required ต้องเป็นข้อความ", "a key in required must be a text"},
            how_to_write(Kind::text));
      }
      rule.required.push_back(key.text());
    }
    rule.required_keys.insert(rule.required.begin(), rule.required.end());
    if (rule.allows_more) return;
    for (std::size_t i = 0; required && i < required->size(); ++i) {
      if (rule.property(rule.required[i]) == nullptr) {
        add("schema.unknown-key", required->element(i),
            {"คีย์ \"" + rule.required[i] + "\" ไม่มีใน properties",
             "the key \"" + rule.required[i] + "\" is not among the properties"},
            {"เพิ่มคีย์นี้ใน properties หรือลบออกจาก required", "add it to properties, or take it out of required"});
      }
    }
  }

  template <typename Number>
  std::optional<Number> number_of(const Value& value, const std::string& key) {
    const auto member = of_kind(value, key, Kind::number);
    if (!member) return std::nullopt;
    const std::string_view written = Access::text(*member);
    Number number{};
    const auto read = std::from_chars(written.data(), written.data() + written.size(), number);
    if (read.ec == std::errc() && read.ptr == written.data() + written.size()) return number;
    add("schema.wrong-type", *member, {"ค่าของ \"" + key + "\" ใช้ไม่ได้", "the value of \"" + key + "\" cannot be used"},
        how_to_write(Kind::number));
    return std::nullopt;
  }

  void read_bounds(const Value& value, Rule& rule) {
    rule.fewest_items = number_of<std::size_t>(value, "minItems");
    rule.most_items = number_of<std::size_t>(value, "maxItems");
    rule.fewest_characters = number_of<std::size_t>(value, "minLength");
    rule.most_characters = number_of<std::size_t>(value, "maxLength");
    rule.least = number_of<double>(value, "minimum");
    rule.most = number_of<double>(value, "maximum");
  }

  void read_pattern(const Value& value, Rule& rule) {
    const auto pattern = of_kind(value, "pattern", Kind::text);
    if (!pattern) return;
    rule.written_pattern = pattern->text();
    const auto known = patterns_.find(rule.written_pattern);
    if (known == patterns_.end() && patterns_.size() >= limits::patterns) {
      const std::string most = std::to_string(limits::patterns);
      return add(
          "schema.too-many-patterns", *pattern,
          {"สคีมามี pattern ต่างกันมากเกิน " + most + " แบบ", "the schema has more than " + most + " different patterns"},
          {"ใช้ pattern เดียวกันซ้ำ หรือลบออก", "use the same pattern in several places, or leave some out"});
    }
    try {
      rule.pattern = known != patterns_.end() ? known->second : std::make_shared<const Pattern>(rule.written_pattern);
      patterns_.try_emplace(rule.written_pattern, rule.pattern);
    } catch (const PatternFault& fault) {
      add("schema.bad-pattern", *pattern, fault.message, fault.hint);
    }
  }

  std::vector<const Rule*> make_rules(const Value& value, const std::string& key) {
    std::vector<const Rule*> rules;
    const auto list = of_kind(value, key, Kind::array);
    for (std::size_t i = 0; list && i < list->size(); ++i) rules.push_back(make_rule(list->element(i)));
    if (list && list->size() == 0) add_empty(*list);
    return rules;
  }

  void follow_references() {
    for (const Reference& reference : references_) {
      const std::string address = reference.value.text();
      const auto found = address.starts_with('#') ? rules_.find(address.substr(1)) : rules_.end();
      if (found == rules_.end()) {
        add("schema.bad-ref", reference.value,
            {"ไม่พบ \"" + address + "\" ในสคีมานี้", "\"" + address + "\" is not found in this schema"},
            {"เขียนแบบ #/definitions/ชื่อ", "write it like #/definitions/name"});
      } else {
        reference.rule->target = found->second.get();
      }
    }
  }

  Diagnostics& diagnostics_;
  Rules rules_;
  std::map<std::string, std::shared_ptr<const Pattern>> patterns_;
  std::vector<Reference> references_;
};

}  // namespace

bool Rule::is_date() const {
  if (any_of.empty() && one_of.empty()) return types == text_type && format == "date";
  const auto& alternatives = any_of.empty() ? one_of : any_of;
  const auto is_text = [](const Rule* rule) { return rule->resolved().types == text_type; };
  const auto is_day = [](const Rule* rule) { return rule->resolved().format == "date"; };
  return std::all_of(alternatives.begin(), alternatives.end(), is_text) &&
         std::any_of(alternatives.begin(), alternatives.end(), is_day);
}

const Rule* Rule::property(std::string_view key) const {
  const auto found = rules_by_key.find(key);
  return found == rules_by_key.end() ? nullptr : found->second;
}

bool Rule::requires_key(std::string_view key) const { return required_keys.find(key) != required_keys.end(); }

Rules compile_rules(const Json& schema, Diagnostics& diagnostics) {
  Compiler compiler(diagnostics);
  compiler.compile(schema);
  Rules rules = compiler.take();
  check_ways(rules, diagnostics);
  return rules;
}

}  // namespace krut::data
