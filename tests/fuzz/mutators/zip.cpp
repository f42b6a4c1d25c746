#include <zip.h>

#include <array>
#include <memory>
#include <vector>

#include "base/hash.h"
#include "mutation.h"
#include "packing.h"

namespace krut::fuzz {

namespace {

constexpr zip_int64_t most_parts = 64;
constexpr std::string_view source_mark = "urn:krut:source:1";

struct Part {
  std::string name;
  std::string bytes;
};

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string part_bytes(zip_t* archive, zip_uint64_t index) {
  const std::unique_ptr<zip_file_t, Discard> file(zip_fopen_index(archive, index, 0));
  std::string bytes;
  std::array<char, 1U << 14> piece{};
  while (file != nullptr && bytes.size() < most_unpacked) {
    const zip_int64_t size = zip_fread(file.get(), piece.data(), piece.size());
    if (size <= 0) break;
    bytes.append(piece.data(), static_cast<std::size_t>(size));
  }
  return bytes;
}

std::vector<Part> parts_of(std::string_view bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  const std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(source, ZIP_RDONLY, nullptr));
  if (archive == nullptr) {
    zip_source_free(source);
    return {};
  }
  std::vector<Part> parts;
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count && i < most_parts; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* name = zip_get_name(archive.get(), index, ZIP_FL_ENC_RAW);
    parts.push_back({name == nullptr ? "" : name, part_bytes(archive.get(), index)});
  }
  return parts;
}

/// The header that stands before a part (APPNOTE 4.3.7), or its twin in the central directory (4.3.12).
std::string header(const Part& part, std::string_view stored, bool is_packed, bool is_central, std::size_t offset) {
  std::string out = is_central ? "PK\x01\x02" : "PK\x03\x04";
  if (is_central) append_little_endian(out, 20, 2);
  append_little_endian(out, 20, 2);
  append_little_endian(out, 0, 2);
  append_little_endian(out, is_packed ? 8 : 0, 2);
  append_little_endian(out, 0x21U << 16U, 4);
  append_little_endian(out, crc_of(part.bytes), 4);
  append_little_endian(out, static_cast<std::uint32_t>(stored.size()), 4);
  append_little_endian(out, static_cast<std::uint32_t>(part.bytes.size()), 4);
  append_little_endian(out, static_cast<std::uint32_t>(part.name.size()), 2);
  append_little_endian(out, 0, 2);
  if (is_central) out.append(10, '\0');
  if (is_central) append_little_endian(out, static_cast<std::uint32_t>(offset), 4);
  return out + part.name;
}

std::string zip_of(const std::vector<Part>& parts, Dice& dice) {
  std::string out;
  std::string central;
  for (const Part& part : parts) {
    const bool is_packed = one_in(dice, 2);
    const std::string stored = is_packed ? packed(part.bytes, Wrapping::none) : part.bytes;
    central += header(part, stored, is_packed, true, out.size());
    out += header(part, stored, is_packed, false, 0) + stored;
  }
  const std::size_t begin = out.size();
  out += central + "PK\x05\x06" + std::string(4, '\0');
  for (int i = 0; i < 2; ++i) append_little_endian(out, static_cast<std::uint32_t>(parts.size()), 2);
  append_little_endian(out, static_cast<std::uint32_t>(central.size()), 4);
  append_little_endian(out, static_cast<std::uint32_t>(begin), 4);
  return out + std::string(2, '\0');
}

/// The part that carries the data, written anew: with a sum that is right, so that the data itself is read.
std::string source_part(std::string_view part, Dice& dice) {
  const std::size_t begin = part.find("<data><![CDATA[");
  const std::size_t end = part.find("]]></data>");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin + 15) return {};
  const std::string_view data = part.substr(begin + 15, end - begin - 15);
  std::string text = changed_json(data, dice);
  if (text.empty() || text.find("]]>") != std::string::npos) text = "{}";
  std::string out = "<source xmlns=\"";
  out.append(source_mark).append("\" layout=\"memo\" layout-version=\"1\" producer=\"krut\" data-hash=\"");
  out += hash_text(text) + "\">";
  const std::size_t cut = below(dice, text.size());
  const std::string tail = text.substr(cut);
  out += "<data><![CDATA[" + text.substr(0, cut) + "]]></data><data><![CDATA[" + tail + "]]></data>";
  return out + "</source>";
}

std::string changed_part(const Part& part, Dice& dice) {
  std::string changed;
  if (part.bytes.find(source_mark) != std::string::npos && one_in(dice, 2)) changed = source_part(part.bytes, dice);
  if (changed.empty() && !one_in(dice, 4)) changed = changed_xml(part.bytes, dice);
  return changed.empty() ? changed_bytes(part.bytes) : changed;
}

/// What readers look for is changed most.
std::size_t choose(const std::vector<Part>& parts, Dice& dice) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_read = parts[i].name.find("customXml/item") == 0 || parts[i].name == "word/document.xml";
    if (is_read && one_in(dice, 3)) return i;
  }
  return below(dice, parts.size());
}

void change(std::vector<Part>& parts, Dice& dice) {
  const std::size_t chosen = choose(parts, dice);
  switch (below(dice, 8)) {
    case 0:
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(chosen));
      break;
    case 1:
      parts.insert(parts.begin(), parts[chosen]);
      break;
    case 2:
      parts[chosen].name = changed_bytes(parts[chosen].name, 4);
      break;
    case 3:
      parts[chosen].bytes = parts[below(dice, parts.size())].bytes;
      break;
    default:
      parts[chosen].bytes = changed_part(parts[chosen], dice);
  }
}

}  // namespace

std::string changed_zip(std::string_view bytes, Dice& dice) {
  std::vector<Part> parts = parts_of(bytes);
  if (parts.empty()) return {};
  for (std::size_t changes = 1 + below(dice, 2); changes > 0 && !parts.empty(); --changes) change(parts, dice);
  return zip_of(parts, dice);
}

}  // namespace krut::fuzz
