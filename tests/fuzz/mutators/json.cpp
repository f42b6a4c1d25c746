#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "mutation.h"

namespace krut::fuzz {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t deepest = 200;

/// Values that readers of data and schemas take apart.
const std::array values{R"("")",
                        R"(" ")",
                        R"("2023-02-29")",
                        R"("2566-04-10")",
                        R"("0001-01-01")",
                        R"("9999-12-31")",
                        R"("๑๒,๓๔๕")",
                        R"("-0.00")",
                        R"("1e400")",
                        R"("กฏหมาย ๑. ๒.")",
                        R"("ๆๆ ำํา")",
                        R"("\u0000")",
                        R"("\ud83d\udc68\u200d\ud83d\udc69")",
                        R"("\u200b\u2060")",
                        R"("ก\nข\tค")",
                        R"("{{ a | b }}")",
                        R"("../a.png")",
                        R"("#/definitions/a")",
                        "0",
                        "-1",
                        "1e308",
                        "18446744073709551616",
                        "true",
                        "null",
                        "[]",
                        "{}",
                        R"([[]])",
                        R"({"h": "ก"})",
                        R"({"ol": ["ก"]})",
                        R"({"$ref": "#"})"};

/// Every value of a JSON text, the root first.
void collect(Json& value, std::vector<Json*>& found) {
  found.push_back(&value);
  if (!value.is_structured()) return;
  for (auto& child : value) collect(child, found);
}

void change_text(Json& value, Dice& dice) {
  auto& text = value.get_ref<std::string&>();
  constexpr std::size_t most_size = 1U << 14;
  if (one_in(dice, 4) && text.size() < most_size) {
    text += text;
  } else {
    text = changed_bytes(text);
  }
}

void change_members(Json& value, Dice& dice, const Json& other) {
  auto member = value.begin();
  std::advance(member, static_cast<std::ptrdiff_t>(below(dice, value.size())));
  if (one_in(dice, 3)) {
    value.erase(member);
  } else if (value.is_array()) {
    value.insert(member, one_in(dice, 2) ? Json(*member) : other);
  } else {
    value[one_in(dice, 2) ? std::string("$ref") : changed_bytes(member.key(), 4)] = other;
  }
}

void change(Json& value, Dice& dice, const Json& other) {
  if (value.is_string() && !one_in(dice, 3)) return change_text(value, dice);
  if (value.is_structured() && !value.empty() && !one_in(dice, 3)) return change_members(value, dice, other);
  switch (below(dice, 3)) {
    case 0:
      value = other;
      break;
    case 1:
      value = Json::array({value, other});
      break;
    default:
      value = Json::parse(values[below(dice, values.size())], nullptr, false);
  }
}

/// Brackets inside each other, also those of texts: more than a parser that recurses can bear are left alone.
bool is_shallow(std::string_view text) {
  std::size_t depth = 0;
  for (const char character : text) {
    if (character == '[' || character == '{') ++depth;
    if ((character == ']' || character == '}') && depth > 0) --depth;
    if (depth > deepest) return false;
  }
  return true;
}

}  // namespace

std::string changed_json(std::string_view text, Dice& dice) {
  if (!is_shallow(text)) return {};
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return {};
  for (std::size_t changes = 1 + below(dice, 3); changes > 0; --changes) {
    std::vector<Json*> found;
    collect(json, found);
    const Json other = *found[below(dice, found.size())];
    change(*found[below(dice, found.size())], dice, other);
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::ignore);
}

}  // namespace krut::fuzz
