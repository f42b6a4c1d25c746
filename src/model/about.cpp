#include "model/about.h"

#include "base/hash.h"
#include "base/visible.h"

namespace krut::model {

namespace {

void append_json_string(std::string& out, std::string_view text) {
  std::string quoted;
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  out += '"' + utf8::made_visible(quoted) + '"';  // what is written out is so as JSON writes it
}

}  // namespace

std::string about_json(const Provenance& provenance, std::string_view producer) {
  std::string out;
  const auto member = [&](std::string_view key, std::string_view value) {
    out += out.empty() ? "{" : ", ";
    append_json_string(out, key);
    out += ": ";
    append_json_string(out, value);
  };
  member("producer", producer);
  member("layout", provenance.layout_name);
  member("layout_version", provenance.layout_version);
  member("data_hash", hash_text(provenance.data));
  return out + "}\n";
}

}  // namespace krut::model
