#include "model/about.h"

#include "base/hash.h"
#include "base/visible.h"

namespace krut::model {

std::string json_string(std::string_view text) {
  std::string quoted;
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return '"' + utf8::made_visible(quoted) + '"';  // what is written out is so as JSON writes it
}

std::string about_json(const Provenance& provenance, std::string_view producer, const Members& more) {
  std::string out;
  const auto add = [&](std::string_view key, std::string_view json) {
    out += (out.empty() ? "{" : ", ") + json_string(key) + ": ";
    out += json;
  };
  const auto member = [&](std::string_view key, std::string_view value) { add(key, json_string(value)); };
  member("producer", producer);
  member("layout", provenance.layout_name);
  member("layout_version", provenance.layout_version);
  member("data_hash", hash_text(provenance.data));
  for (const auto& [key, json] : more) add(key, json);
  return out + "}\n";
}

}  // namespace krut::model
