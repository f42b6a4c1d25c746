#include "data/pointers.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace krut::data {

namespace {

/// A token of a pointer without its escapes (RFC 6901, 4).
std::string unescaped(std::string_view token) {
  std::string text;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool is_escape = token[i] == '~' && i + 1 < token.size();
    if (is_escape) ++i;
    text += is_escape ? (token[i] == '1' ? '/' : '~') : token[i];
  }
  return text;
}

std::optional<Value> step(const Value& from, std::string_view token) {
  if (from.kind() == Kind::object) return from.member(unescaped(token));
  if (from.kind() != Kind::array) return std::nullopt;
  std::size_t index = 0;
  const auto read = std::from_chars(token.data(), token.data() + token.size(), index);
  const bool is_index = read.ec == std::errc() && read.ptr == token.data() + token.size() && index < from.size();
  return is_index ? std::optional(from.element(index)) : std::nullopt;
}

std::optional<Value> value_at(const Json& json, std::string_view pointer) {
  std::optional<Value> value = json.root();
  while (value && !pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    value = step(*value, pointer.substr(0, end));
    pointer.remove_prefix(end);
  }
  return value;
}

}  // namespace

void locate(Diagnostics& diagnostics, const Json& json) {
  for (Diagnostic& item : diagnostics.items()) {
    const bool has_pointer_only = item.where.file.empty() && item.where.pointer.starts_with('/');
    const auto value = has_pointer_only ? value_at(json, item.where.pointer) : std::nullopt;
    if (value) item.where = value->place();
  }
}

}  // namespace krut::data
