#include "pdf/foreign_page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <string>

#include "base/error.h"
#include "base/limits.h"
#include "pdf/foreign_value.h"

namespace krut::pdf {
namespace {

/// Of no use inside another file, or forbidden in PDF/A (ISO 19005-3, 6.2.8: no interpolation).
constexpr std::array<std::string_view, 6> left_out = {"/Length", "/Interpolate",  "/Metadata",
                                                      "/Parent", "/StructParent", "/StructParents"};
/// What we do not take over; the caller then draws pixels.
constexpr std::array<std::string_view, 14> refused = {"/Font", "/DeviceCMYK", "/Separation", "/DeviceN",   "/ICCBased",
                                                      "/Lab",  "/Indexed",    "/JPXDecode",  "/LZWDecode", "/Crypt",
                                                      "/PS",   "/Alternates", "/OPI",        "/TR"};

/// Values inside each other, references followed: a drawing of `limits::svg_depth` groups has a quarter of it.
constexpr std::size_t deepest = 2'000;

template <std::size_t count>
bool is_among(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_empty(const ForeignValue& value) { return value.kind == ForeignValue::Kind::dictionary && value.items.empty(); }

/// Looks whether everything that a value leads to may be taken over.
class Gate {
 public:
  explicit Gate(const ForeignFile& from) : from_(from) {}

  bool lets_pass(const ForeignValue& value, std::size_t depth = 0) {
    if (depth > deepest) return false;
    switch (value.kind) {
      case ForeignValue::Kind::plain:
        return !is_among(refused, value.text);
      case ForeignValue::Kind::reference:
        if (!seen_.insert(value.number).second) return true;
        return seen_.size() <= limits::vector_objects && lets_pass(from_.object(value.number).value, depth + 1);
      case ForeignValue::Kind::array:
      case ForeignValue::Kind::dictionary:
        break;
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      const bool has_key = i < value.keys.size();
      if (has_key && is_among(left_out, value.keys[i])) continue;
      if (has_key && is_among(refused, value.keys[i]) && !is_empty(from_.resolved(value.items[i]))) return false;
      if (!lets_pass(value.items[i], depth + 1)) return false;
    }
    return true;
  }

 private:
  const ForeignFile& from_;
  std::set<std::uint32_t> seen_;
};

/// Copies objects from one file to the other, each once.
class Importer {
 public:
  Importer(const ForeignFile& from, ObjectFile& to) : from_(from), to_(to) {}

  void append(std::string& out, const ForeignValue& value) {
    switch (value.kind) {
      case ForeignValue::Kind::plain:
        out += value.text;
        return;
      case ForeignValue::Kind::reference:
        append_object(out, value.number);
        return;
      case ForeignValue::Kind::array:
        out += '[';
        for (const ForeignValue& item : value.items) {
          append(out, item);
          out += ' ';
        }
        out += ']';
        return;
      case ForeignValue::Kind::dictionary:
        out += "<<" + entries(value) + ">>";
        return;
    }
  }

  std::string entries(const ForeignValue& dictionary) {
    std::string out;
    for (std::size_t i = 0; i < dictionary.keys.size(); ++i) {
      if (is_among(left_out, dictionary.keys[i])) continue;
      out += dictionary.keys[i] + ' ';
      append(out, dictionary.items[i]);
    }
    return out;
  }

 private:
  /// A dictionary or stream stays an object of its own; other values stand where they are asked for.
  void append_object(std::string& out, std::uint32_t number) {
    if (const auto known = copies_.find(number); known != copies_.end()) {
      append_reference(out, known->second);
      return;
    }
    if (!in_hand_.insert(number).second || in_hand_.size() > deepest) {
      throw Error(ErrorKind::internal, "pdf.foreign-page", {"หน้าเวกเตอร์อ้างถึงตัวเอง", "a vector page refers to itself"});
    }
    const ForeignObject object = from_.object(number);
    append_copy(out, number, object);
    in_hand_.erase(number);
  }

  void append_copy(std::string& out, std::uint32_t number, const ForeignObject& object) {
    if (object.value.kind != ForeignValue::Kind::dictionary) {
      append(out, object.value);
      return;
    }
    const std::string body = entries(object.value);
    const Reference copy = object.is_stream ? to_.add_stream(body, object.bytes) : to_.add(body);
    copies_.emplace(number, copy);
    append_reference(out, copy);
  }

  const ForeignFile& from_;
  ObjectFile& to_;
  std::map<std::uint32_t, Reference> copies_;
  std::set<std::uint32_t> in_hand_;  // being copied, one inside the other
};

double number_at(const ForeignValue& box, std::size_t index) {
  double number = 0;
  if (index < box.items.size()) {
    const std::string& text = box.items[index].text;
    std::from_chars(text.data(), text.data() + text.size(), number);
  }
  return number;
}

/// The first page of a file, when it may be taken over: its dictionary and its size.
struct Page {
  ForeignValue dictionary;
  double width = 0;
  double height = 0;
};

std::optional<Page> page_of(const ForeignFile& from) {
  Page page{from.first_page()};
  const ForeignValue* contents = page.dictionary.find("/Contents");
  const ForeignValue* box = page.dictionary.find("/MediaBox");
  if (contents == nullptr || contents->kind != ForeignValue::Kind::reference || box == nullptr) return std::nullopt;
  if (!Gate(from).lets_pass(page.dictionary)) return std::nullopt;
  const ForeignValue area = from.resolved(*box);
  page.width = number_at(area, 2);
  page.height = number_at(area, 3);
  if (!(page.width > 0) || !(page.height > 0)) return std::nullopt;
  return page;
}

}  // namespace

bool can_import(std::string_view pdf) {
  try {
    return page_of(ForeignFile(pdf)).has_value();
  } catch (const Error&) {
    return false;
  }
}

std::optional<Reference> import_page(ObjectFile& file, std::string_view pdf) {
  const ForeignFile from(pdf);
  const auto page = page_of(from);
  if (!page) return std::nullopt;

  constexpr int decimals = 9;
  Importer importer(from, file);
  std::string out = "/Type/XObject/Subtype/Form/BBox[0 0 ";
  append_real(out, page->width, decimals);
  out += ' ';
  append_real(out, page->height, decimals);
  out += "]/Matrix[";
  append_real(out, 1 / page->width, decimals);
  out += " 0 0 ";
  append_real(out, 1 / page->height, decimals);
  out += " 0 0]";
  for (const char* key : {"/Resources", "/Group"}) {
    const ForeignValue* value = page->dictionary.find(key);
    if (value == nullptr) continue;
    out += std::string(key) + ' ';
    importer.append(out, *value);
  }
  const ForeignObject content = from.object(page->dictionary.find("/Contents")->number);
  return file.add_stream(out + importer.entries(content.value), content.bytes);
}

}  // namespace krut::pdf
