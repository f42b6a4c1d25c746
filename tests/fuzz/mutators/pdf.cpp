#include <algorithm>
#include <charconv>
#include <vector>

#include "base/hash.h"
#include "mutation.h"
#include "packing.h"

namespace krut::fuzz {

namespace {

constexpr std::size_t most_objects = 2'000;
constexpr std::string_view hash_key = "\"data_hash\"";

/// An object as it stands: the text of its value, and the bytes of its stream, unpacked where that can be.
struct Object {
  std::size_t number = 0;
  std::string text;
  std::string stream;
  bool has_stream = false;
  bool is_packed = false;
};

/// A file taken apart without belief in its cross-reference.
struct Paper {
  std::vector<Object> objects;
  std::string trailer;
};

std::size_t number_at(std::string_view text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Where the number before ` 0 obj` starts.
std::size_t number_start(std::string_view bytes, std::size_t mark) {
  while (mark > 0 && bytes[mark - 1] >= '0' && bytes[mark - 1] <= '9') --mark;
  return mark;
}

Object object_of(std::string_view body) {
  Object object;
  const std::size_t begin = body.find("stream");
  const std::size_t end = body.rfind("endstream");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin + 7) {
    object.text = body;
    return object;
  }
  object.text = body.substr(0, begin);
  object.has_stream = true;
  std::string_view bytes = body.substr(begin + 6, end - begin - 6);
  bytes.remove_prefix(bytes.substr(0, 2) == "\r\n" ? 2 : 1);
  const auto plain =
      object.text.find("FlateDecode") == std::string::npos ? std::nullopt : unpacked(bytes, Wrapping::zlib);
  object.is_packed = plain.has_value();
  object.stream = plain ? *plain : std::string(bytes);
  return object;
}

Paper paper_of(std::string_view bytes) {
  Paper paper;
  std::size_t from = 0;
  while (paper.objects.size() < most_objects) {
    const std::size_t mark = bytes.find(" 0 obj", from);
    if (mark == std::string_view::npos) break;
    const std::size_t begin = mark + 6;
    std::size_t end = bytes.find("endobj", begin);
    if (end == std::string_view::npos) end = bytes.size();
    Object object = object_of(bytes.substr(begin, end - begin));
    object.number = number_at(bytes.substr(number_start(bytes, mark), 10));
    paper.objects.push_back(std::move(object));
    from = end;
  }
  const std::size_t trailer = bytes.rfind("trailer");
  const std::size_t end = bytes.rfind("startxref");
  if (trailer != std::string_view::npos && end != std::string_view::npos && end > trailer + 7) {
    paper.trailer = bytes.substr(trailer + 7, end - trailer - 7);
  } else {  // that of a cross-reference stream
    for (const Object& object : paper.objects) {
      if (object.text.find("/XRef") != std::string::npos) paper.trailer = object.text;
    }
  }
  return paper;
}

/// Sets the number behind `key`, where there is one that is no reference.
void set_number(std::string& text, std::string_view key, std::size_t number) {
  const std::size_t at = text.find(key);
  if (at == std::string::npos) return;
  std::size_t begin = at + key.size();
  while (begin < text.size() && text[begin] == ' ') ++begin;
  std::size_t end = begin;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  if (text.compare(end, 4, " 0 R") == 0) end += 4;
  text.replace(at, end - at, std::string(key) + ' ' + std::to_string(number));
}

/// The sum of the data that travels inside is right again, so that the data itself is read.
void repair_hash(Paper& paper, const Object& data) {
  for (Object& object : paper.objects) {
    const std::size_t key = object.stream.find(hash_key);
    const std::size_t begin = key == std::string::npos ? key : object.stream.find('"', key + hash_key.size());
    if (begin == std::string::npos || begin + 17 > object.stream.size()) continue;
    object.stream.replace(begin + 1, 16, hash_text(data.stream));
  }
}

bool is_read(const Object& object) {
  const auto has = [&](std::string_view word) { return object.text.find(word) != std::string::npos; };
  return has("/Filespec") || has("/EmbeddedFile") || has("/Catalog") || has("/ObjStm") || has("/XRef");
}

std::size_t choose(const std::vector<Object>& objects, Dice& dice) {
  for (std::size_t i = 0; i < objects.size(); ++i) {
    if (is_read(objects[i]) && one_in(dice, 4)) return i;
  }
  return below(dice, objects.size());
}

void change(Paper& paper, Dice& dice) {
  const std::size_t chosen = choose(paper.objects, dice);
  Object& object = paper.objects[chosen];
  const Object& other = paper.objects[choose(paper.objects, dice)];
  switch (below(dice, 8)) {
    case 0:
      paper.objects.erase(paper.objects.begin() + static_cast<std::ptrdiff_t>(chosen));
      return;
    case 1:
      object.text = other.text;
      return;
    case 2:
      paper.trailer = changed_bytes(paper.trailer, 16);
      return;
    case 3:
    case 4:
      if (object.has_stream) {
        const std::string json = changed_json(object.stream, dice);
        object.stream = json.empty() ? changed_bytes(object.stream) : json;
        if (!json.empty() && json.find(hash_key) == std::string::npos) repair_hash(paper, Object(object));
        return;
      }
      [[fallthrough]];
    default:
      object.text = changed_bytes(object.text, 16);
  }
}

std::string written(const Object& object) {
  std::string text = object.text;
  if (!object.has_stream) return text + "\nendobj\n";
  const std::string stream = object.is_packed ? packed(object.stream, Wrapping::zlib) : object.stream;
  set_number(text, "/Length", stream.size());
  return text + "stream\n" + stream + "\nendstream\nendobj\n";
}

/// What stands where: 0 for what is not there.
using Offsets = std::vector<std::size_t>;

std::string table(const Offsets& offsets, const std::string& trailer) {
  std::string out = "xref\n0 " + std::to_string(offsets.size()) + '\n';
  for (const std::size_t offset : offsets) {
    std::string digits = std::to_string(offset);
    digits.insert(0, 10 - std::min<std::size_t>(digits.size(), 10), '0');
    out += digits + (offset == 0 ? " 65535 f \n" : " 00000 n \n");
  }
  return out + "trailer" + trailer;
}

/// The same as a stream (ISO 32000-1, 7.5.8), under the number behind the last.
std::string stream_of(const Offsets& offsets, const std::string& trailer) {
  std::string rows;
  for (const std::size_t offset : offsets) {
    rows += offset == 0 ? '\0' : '\1';
    append_big_endian(rows, static_cast<std::uint32_t>(offset), 4);
    rows += '\0';
  }
  const std::string bytes = packed(rows, Wrapping::zlib);
  std::string entries = trailer.substr(std::min(trailer.size(), trailer.find("<<") + 2));
  set_number(entries, "/Size", offsets.size());
  return std::to_string(offsets.size()) + " 0 obj\n<</Type/XRef/W[1 4 1]/Filter/FlateDecode/Length " +
         std::to_string(bytes.size()) + "/Size " + std::to_string(offsets.size()) + ' ' + entries + "\nstream\n" +
         bytes + "\nendstream\nendobj\n";
}

std::string file_of(const Paper& paper, Dice& dice) {
  std::string out = "%PDF-1.7\n";
  Offsets offsets(1);
  for (const Object& object : paper.objects) {
    const std::size_t number = std::min(object.number, most_objects);
    offsets.resize(std::max(offsets.size(), number + 1));
    offsets[number] = out.size();
    out += std::to_string(object.number) + " 0 obj" + written(object);
  }
  const std::size_t begin = out.size();
  out += one_in(dice, 2) ? table(offsets, paper.trailer) : stream_of(offsets, paper.trailer);
  return out + "\nstartxref\n" + std::to_string(begin) + "\n%%EOF\n";
}

}  // namespace

std::string changed_pdf(std::string_view bytes, Dice& dice) {
  Paper paper = paper_of(bytes);
  if (paper.objects.empty()) return {};
  for (std::size_t changes = 1 + below(dice, 2); changes > 0 && !paper.objects.empty(); --changes) change(paper, dice);
  return file_of(paper, dice);
}

}  // namespace krut::fuzz
