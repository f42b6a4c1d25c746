#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>

#include "document.h"
#include "resources.h"

namespace krut::fuzz {

namespace {

using Json = nlohmann::ordered_json;

struct Shipped {
  const char* layout;
  const char* schema;
};
const std::array shipped{Shipped{"memo", "memo.schema.json"},
                         Shipped{"letter", "letter.schema.json"},
                         Shipped{"tables", "tables.schema.json"},
                         Shipped{"ita/memo-report", "ita/measures.schema.json"},
                         Shipped{"ita/indicator-tables", "ita/measures.schema.json"},
                         Shipped{"ita/score-analysis", "ita/measures.schema.json"},
                         Shipped{"ita/progress-checklist", "ita/measures.schema.json"},
                         Shipped{"ita/grouped-measures", "ita/measures.schema.json"}};
const std::array phrases{"กองช่าง",
                         "ดำเนินการตามแผน ๑. และ 2)",
                         "น้ำท่วมขังในฤดูฝน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
                         "ปี่ป้า ฐานฺ ญี่ปุ่น ๆ",
                         "ABC office@example.com O42",
                         "นาย\tก\nบรรทัดสอง",
                         "ยาวมากจนไม่มีที่แบ่งคำกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก",
                         "\u200b\u2060\u200d\u00a0",
                         "↔ ☐ \U0001F468\u200d\U0001F469",
                         "e\u0301 \u202eabc\u202c",
                         ""};
const std::array patterned{"data.number-gap", "10cm", "25mm", "95.50", "2fr", "content", "0.0001pt"};
const std::array dates{"2023-04-10", "2024-02-29", "0001-01-01", "9999-12-31", "2022-10-01"};
constexpr std::size_t deepest = 24;
constexpr std::size_t most_items = 4;  // of a list

class Maker {
 public:
  Maker(Choices& choices, const Json& schema) : choices_(choices), schema_(schema) {}

  [[nodiscard]] Json document() { return value(schema_, 0); }
  [[nodiscard]] std::vector<std::string> words() && { return std::move(words_); }

 private:
  Json value(const Json& schema, std::size_t depth) {
    if (schema.contains("$ref")) return value(referred(schema["$ref"]), depth);
    if (schema.contains("const")) return schema["const"];
    if (schema.contains("enum")) return one_of(schema["enum"]);
    if (!schema.contains("properties") && schema.contains("anyOf")) {
      const Json& kinds = schema["anyOf"];
      return value(kinds[depth < deepest ? choices_.below(kinds.size()) : 0], depth + 1);
    }
    const std::string type = schema.value("type", "string");
    if (type == "object") return object(schema, depth);
    if (type == "array") return array(schema, depth);
    if (type == "boolean") return choices_.yes();
    if (type == "integer" || type == "number") return number(schema);
    return text(schema);
  }

  const Json& referred(const std::string& reference) const {
    return schema_.at(Json::json_pointer(reference.substr(1)));
  }

  /// There is no folder of pictures.
  Json one_of(const Json& values) {
    Json chosen = values[choices_.below(values.size())];
    return chosen == "image" ? Json("none") : chosen;
  }

  Json object(const Json& schema, std::size_t depth) {
    Json made = Json::object();
    const Json required = schema.value("required", Json::array());
    const Json members = schema.value("properties", Json::object());
    for (const auto& [key, member] : members.items()) {
      const bool must_be = std::find(required.begin(), required.end(), Json(key)) != required.end();
      const bool is_set_elsewhere = key == "$schema" || key == "layout" || key == "image";
      if (must_be || (!is_set_elsewhere && depth < deepest && choices_.below(3) == 1))
        made[key] = value(member, depth + 1);
    }
    return made;
  }

  Json array(const Json& schema, std::size_t depth) {
    Json made = Json::array();
    const std::size_t least = schema.value("minItems", std::size_t{0});
    const std::size_t more = depth < deepest ? choices_.below(most_items) : 0;
    for (std::size_t i = 0; i < least + more; ++i)
      made.push_back(value(schema.value("items", Json::object()), depth + 1));
    return made;
  }

  Json number(const Json& schema) {
    const auto least = schema.value("minimum", std::int64_t{0});
    const auto most = schema.value("maximum", std::int64_t{9'999});
    if (choices_.below(4) == 1) return most;
    return std::min(most, least + static_cast<std::int64_t>(choices_.below(8)));
  }

  Json text(const Json& schema) {
    if (schema.value("format", "") == "date") return dates[choices_.below(dates.size())];
    if (schema.value("format", "") == "decimal") return choices_.yes() ? "1234567.50" : "0.01";
    if (schema.contains("pattern")) return matching(schema["pattern"]);
    std::string words = word();
    for (std::size_t more = choices_.below(6); more > 0; --more) {
      words += phrases[choices_.below(phrases.size())];
      if (choices_.yes()) words += ' ' + word();
    }
    return words;
  }

  std::string matching(const std::string& pattern) {
    const std::regex wanted(pattern);
    const std::size_t first = choices_.below(patterned.size());
    for (std::size_t i = 0; i < patterned.size(); ++i) {
      const char* candidate = patterned[(first + i) % patterned.size()];
      if (std::regex_match(candidate, wanted)) return candidate;
    }
    return "0";
  }

  /// Letters that make no word and stand nowhere else; no digits, which may be printed as others.
  std::string word() {
    static const std::array letters{"ก", "ข", "ค", "ง", "จ", "ช", "ต", "บ"};
    std::string made = "ฌฌ";
    for (std::size_t rest = words_.size(), i = 0; i < 5; ++i, rest /= letters.size())
      made += letters[rest % letters.size()];
    words_.push_back(made);
    return made;
  }

  Choices& choices_;
  const Json& schema_;
  std::vector<std::string> words_;
};

const Json& schema_text(const std::string& name) {
  static std::map<std::string, Json> known;
  auto found = known.find(name);
  if (found == known.end()) found = known.emplace(name, Json::parse(resource_text("layouts/" + name))).first;
  return found->second;
}

}  // namespace

GeneratedDocument generate_document(Choices& choices) {
  const Shipped& chosen = shipped[choices.below(shipped.size())];
  Maker maker(choices, schema_text(chosen.schema));
  Json data = maker.document();
  data["layout"] = chosen.layout;
  return {chosen.layout, data.dump(), std::move(maker).words()};
}

}  // namespace krut::fuzz
