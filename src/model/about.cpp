#include "model/about.h"

#include "base/hash.h"

namespace krut::model {

namespace {

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x20U) {
      out += "\\u00";
      out += "01"[code >> 4U];
      out += "0123456789abcdef"[code & 0xFU];
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
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
