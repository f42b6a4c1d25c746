#include "pdf/foreign_value.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/error.h"

namespace krut::pdf {
namespace {

constexpr int deepest_value = 64;
constexpr std::size_t most_objects = 1'000'000;
constexpr std::string_view white_space{"\0\t\n\f\r ", 6};
constexpr std::string_view ends_of_words{"\0\t\n\f\r ()<>[]{}/%", 16};

[[noreturn]] void fail(const char* what) {
  throw Error(ErrorKind::internal, "pdf.foreign-page",
              {std::string("อ่านหน้าเวกเตอร์ไม่ได้: ") + what, std::string("a vector page cannot be read: ") + what});
}

/// Reads values one after the other (ISO 32000-1, 7.3).
class Reader {
 public:
  Reader(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(std::min(at, bytes.size())) {}

  [[nodiscard]] std::size_t at() const { return at_; }

  /// Skips white space and comments.
  void skip() {
    while (at_ < bytes_.size()) {
      if (bytes_[at_] == '%') {
        at_ = std::min(bytes_.find_first_of("\r\n", at_), bytes_.size());
      } else if (white_space.find(bytes_[at_]) != std::string_view::npos) {
        ++at_;
      } else {
        return;
      }
    }
  }

  bool takes(std::string_view word) {
    skip();
    if (bytes_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  std::uint32_t whole_number() {
    skip();
    std::uint32_t number = 0;
    const auto read = std::from_chars(bytes_.data() + at_, bytes_.data() + bytes_.size(), number);
    if (read.ec != std::errc()) fail("a number is missing");
    at_ = static_cast<std::size_t>(read.ptr - bytes_.data());
    return number;
  }

  ForeignValue value(int depth = 0) {
    if (depth > deepest_value) fail("it is nested too deep");
    skip();
    if (takes("<<")) return dictionary(depth);
    if (takes("[")) return array(depth);
    if (at_ >= bytes_.size()) fail("it ends early");
    ForeignValue plain;
    const std::size_t begin = at_;
    if (bytes_[at_] == '(') {
      skip_string();
    } else if (bytes_[at_] == '<') {
      at_ = bytes_.find('>', at_);
      if (at_ == std::string_view::npos) fail("a string does not end");
      ++at_;
    } else {
      at_ = std::min(bytes_.find_first_of(ends_of_words, at_ + 1), bytes_.size());
      if (const auto reference = reference_from(begin)) return *reference;
    }
    plain.text = bytes_.substr(begin, at_ - begin);
    return plain;
  }

 private:
  ForeignValue dictionary(int depth) {
    ForeignValue out;
    out.kind = ForeignValue::Kind::dictionary;
    while (!takes(">>")) {
      ForeignValue key = value(depth + 1);
      if (key.text.empty() || key.text[0] != '/') fail("a key is no name");
      out.keys.push_back(std::move(key.text));
      out.items.push_back(value(depth + 1));
    }
    return out;
  }

  ForeignValue array(int depth) {
    ForeignValue out;
    out.kind = ForeignValue::Kind::array;
    while (!takes("]")) out.items.push_back(value(depth + 1));
    return out;
  }

  void skip_string() {
    int open = 0;
    do {
      if (at_ >= bytes_.size()) fail("a string does not end");
      if (bytes_[at_] == '\\') {
        ++at_;
      } else if (bytes_[at_] == '(') {
        ++open;
      } else if (bytes_[at_] == ')') {
        --open;
      }
      ++at_;
    } while (open > 0);
  }

  /// `12 0 R`, when the word just read is its first.
  std::optional<ForeignValue> reference_from(std::size_t begin) {
    ForeignValue out;
    out.kind = ForeignValue::Kind::reference;
    const char* const end = bytes_.data() + at_;
    const auto read = std::from_chars(bytes_.data() + begin, end, out.number);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    const std::size_t before = at_;
    if (takes("0") && takes("R")) return out;
    at_ = before;
    return std::nullopt;
  }

  std::string_view bytes_;
  std::size_t at_;
};

}  // namespace

const ForeignValue* ForeignValue::find(std::string_view key) const {
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

ForeignFile::ForeignFile(std::string_view bytes) : bytes_(bytes) {
  constexpr std::string_view mark = "startxref";
  const std::size_t start = bytes.rfind(mark);
  if (start == std::string_view::npos) fail("it has no cross-reference");
  Reader reader(bytes, Reader(bytes, start + mark.size()).whole_number());
  if (!reader.takes("xref")) fail("its cross-reference is no table");
  while (!reader.takes("trailer")) {
    const std::size_t first = reader.whole_number();
    const std::size_t count = reader.whole_number();
    if (first + count > most_objects) fail("it has too many objects");
    offsets_.resize(std::max(offsets_.size(), first + count));
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t offset = reader.whole_number();
      static_cast<void>(reader.whole_number());
      if (reader.takes("n")) {
        offsets_[first + i] = offset;
      } else if (!reader.takes("f")) {
        fail("its cross-reference is damaged");
      }
    }
  }
  trailer_ = reader.value();
}

ForeignObject ForeignFile::object(std::uint32_t number) const {
  std::size_t after = 0;
  ForeignObject out{value_at(number, after), false, {}};
  Reader reader(bytes_, after);
  out.is_stream = reader.takes("stream");
  if (!out.is_stream) return out;
  std::size_t begin = reader.at();
  if (bytes_.substr(begin, 1) == "\r") ++begin;
  if (bytes_.substr(begin, 1) == "\n") ++begin;
  const ForeignValue* length = out.value.find("/Length");
  if (length == nullptr) fail("a stream has no length");
  const std::string digits = resolved(*length).text;
  std::size_t size = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), size);
  if (size > bytes_.size() - begin) fail("a stream ends early");
  out.bytes = bytes_.substr(begin, size);
  return out;
}

ForeignValue ForeignFile::value_at(std::uint32_t number, std::size_t& after) const {
  if (number >= offsets_.size() || offsets_[number] == 0) fail("an object is missing");
  Reader reader(bytes_, offsets_[number]);
  if (reader.whole_number() != number || reader.whole_number() != 0 || !reader.takes("obj")) {
    fail("an object is not where it should be");
  }
  ForeignValue value = reader.value();
  after = reader.at();
  return value;
}

ForeignValue ForeignFile::resolved(const ForeignValue& value) const {
  std::size_t after = 0;
  return value.kind == ForeignValue::Kind::reference ? value_at(value.number, after) : value;
}

ForeignValue ForeignFile::first_page() const {
  ForeignValue node = trailer_;
  for (const char* key : {"/Root", "/Pages"}) {
    const ForeignValue* next = node.find(key);
    if (next == nullptr) fail("it has no pages");
    node = resolved(*next);
  }
  for (int depth = 0; depth < deepest_value; ++depth) {
    const ForeignValue* kids = node.find("/Kids");
    if (kids == nullptr) return node;
    const ForeignValue list = resolved(*kids);
    if (list.items.empty()) fail("it has no pages");
    node = resolved(list.items.front());
  }
  fail("its pages are nested too deep");
}

}  // namespace krut::pdf
