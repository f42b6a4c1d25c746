#include "data/reader.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <numeric>

#include "base/limits.h"
#include "base/line_break.h"
#include "base/utf8.h"
#include "data/hygiene/code_pages.h"
#include "data/syntax_fault.h"

namespace krut::data {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t few_members = 16;   // up to here, comparing each key with each is quicker than sorting
constexpr std::size_t many_members = 64;  // from here on, the order of the keys is kept, to find one by

/// True for characters that no paper can show and XML 1.0 cannot hold. Line ends and tabs are allowed.
bool is_forbidden(char32_t c) {
  if (c == U'\t' || utf8::is_line_break(c)) return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

/// Offset of the first forbidden character of valid UTF-8, or npos.
std::size_t find_forbidden(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool may_be = byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF;
    if (may_be && is_forbidden(utf8::decode(text, i).character)) return i;
  }
  return std::string_view::npos;
}

/// Size of one character of a JSON string as written: an escape, a pair of escapes, or a UTF-8 sequence.
std::size_t written_size(std::string_view text, std::size_t offset) {
  if (text[offset] != '\\') return utf8::decode(text, offset).size;
  if (text[offset + 1] != 'u') return 2;
  const char high = text[offset + 3];
  const bool is_pair = (text[offset + 2] == 'd' || text[offset + 2] == 'D') && std::strchr("89abAB", high) != nullptr;
  return is_pair ? 12 : 6;
}

std::size_t skip_digits(std::string_view text, std::size_t offset) {
  while (offset < text.size() && text[offset] >= '0' && text[offset] <= '9') ++offset;
  return offset;
}

/// Where the number ends that the parser took in at `offset`: 007 is the number 0 and a fault behind it.
std::size_t number_end(std::string_view text, std::size_t offset) {
  const auto byte_at = [&](std::size_t at) { return at < text.size() ? text[at] : '\0'; };
  if (byte_at(offset) == '-') ++offset;
  offset = byte_at(offset) == '0' ? offset + 1 : skip_digits(text, offset);
  if (byte_at(offset) == '.') offset = skip_digits(text, offset + 1);
  if (byte_at(offset) != 'e' && byte_at(offset) != 'E') return offset;
  ++offset;
  if (byte_at(offset) == '+' || byte_at(offset) == '-') ++offset;
  return skip_digits(text, offset);
}

/// Builds the tree from the parser's events. Where each value stands is read off the source itself: between two
/// events lie only blanks, commas and colons.
class Builder {
 public:
  Builder(Tree& tree, Diagnostics& diagnostics, std::size_t start)
      : tree_(tree), diagnostics_(diagnostics), pace_(tree.budget), cursor_(start) {}

  bool null() { return literal(Kind::null, false, 4); }
  bool boolean(bool is_true) { return literal(Kind::boolean, is_true, is_true ? 4 : 5); }
  bool number_integer(std::int64_t /*value*/) { return number(); }
  bool number_unsigned(std::uint64_t /*value*/) { return number(); }
  bool number_float(double /*value*/, const std::string& /*written*/) { return number(); }
  bool string(const std::string& value) {
    if (!add_node(Kind::text)) return false;
    const std::size_t index = tree_.nodes.size() - 1;
    tree_.nodes[index].text = take_string(value);
    last_ = Step::value;
    return true;
  }
  bool binary(const std::vector<std::uint8_t>& /*value*/) { return false; }  // never called for text

  bool key(const std::string& value) {
    skip_to_token();
    pending_key_.key_offset = static_cast<std::uint32_t>(cursor_);
    pending_key_.key = take_string(value);
    last_ = Step::key;
    return true;
  }
  bool start_object(std::size_t /*size*/) { return open(Kind::object, Step::object_open); }
  bool start_array(std::size_t /*size*/) { return open(Kind::array, Step::array_open); }
  bool end_object() {
    report_doubled_keys();
    return close();
  }
  bool end_array() { return close(); }

  bool parse_error(std::size_t /*position*/, const std::string& /*token*/, const nlohmann::json::exception& fault) {
    if (const auto bad_byte = utf8::first_fault(tree_.text)) {
      report_bad_utf8(*bad_byte);
      return false;
    }
    constexpr int number_overflow = 406;
    if (fault.id == number_overflow) {
      skip_to_token();
      add("data.number-too-large", cursor_, {"ตัวเลขนี้ใหญ่เกินไป", "this number is too large"},
          {"เขียนเป็นข้อความในเครื่องหมายคำพูด", "write it as text, in quotation marks"});
      return false;
    }
    Halt halt{tree_.text, cursor_, last_};
    if (!open_.empty()) {
      const Node& opener = tree_.nodes[open_.back().node];
      halt.closer = opener.kind == Kind::array ? ']' : '}';
      halt.opener_offset = opener.offset;
      halt.opener_line = tree_.places.at(tree_.text, opener.offset).line;
    }
    SyntaxFault syntax = explain_syntax(halt);
    add(std::move(syntax.code), syntax.offset, std::move(syntax.message), std::move(syntax.hint));
    return false;
  }

 private:
  /// An array or object not closed yet; its children wait at the end of `pending_`.
  struct Open {
    std::uint32_t node = 0;
    std::size_t first_pending = 0;
  };

  void add(std::string code, std::size_t offset, Bilingual message, Bilingual hint) {
    diagnostics_.add(
        {std::move(code), Severity::error, std::move(message), tree_.place_at(offset, {}), {}, std::move(hint)});
  }

  /// Ill-formed UTF-8 is told once, before all else: likely the whole file is in another encoding.
  void report_bad_utf8(std::size_t offset) {
    add("data.bad-utf8", offset, {"ไฟล์ข้อมูลไม่ใช่ UTF-8", "the data file is not UTF-8"},
        {"บันทึกไฟล์ใหม่โดยเลือกการเข้ารหัส UTF-8 (ไม่ใช่ ANSI, TIS-620 หรือ UTF-16)",
         "save the file again with the encoding UTF-8 (not ANSI, TIS-620 or UTF-16)"});
  }

  void skip_to_token() {
    const auto is_between = [](char byte) {
      return byte == ' ' || byte == '\n' || byte == ',' || byte == ':' || byte == '\t' || byte == '\r';
    };
    while (cursor_ < tree_.text.size() && is_between(tree_.text[cursor_])) ++cursor_;
  }

  bool add_node(Kind kind) {
    skip_to_token();
    if (tree_.nodes.size() >= limits::data_values) {
      const std::string most = std::to_string(limits::data_values);
      add("data.too-many-values", cursor_,
          {"ข้อมูลมีค่ามากเกิน " + most + " ค่า", "the data holds more than " + most + " values"},
          {"แบ่งข้อมูลเป็นหลายไฟล์", "split it into several files"});
      return false;
    }
    const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
    Node node;
    node.kind = kind;
    node.offset = static_cast<std::uint32_t>(cursor_);
    if (!open_.empty()) {
      node.parent = open_.back().node;
      pending_.push_back({index, pending_key_.key_offset, pending_key_.key});
    }
    tree_.nodes.push_back(node);
    pace_.step();
    constexpr std::size_t at_once = 1'024;
    if (tree_.nodes.size() % at_once == 0) tree_.budget.take(at_once * (sizeof(Node) + 2 * sizeof(Child)));
    return true;
  }

  bool literal(Kind kind, bool is_true, std::size_t size) {
    if (!add_node(kind)) return false;
    tree_.nodes.back().is_true = is_true;
    cursor_ += size;
    last_ = Step::value;
    return true;
  }

  bool number() {
    if (!add_node(Kind::number)) return false;
    const std::size_t end = number_end(tree_.text, cursor_);
    tree_.nodes.back().text = {static_cast<std::uint32_t>(cursor_), static_cast<std::uint32_t>(end - cursor_), false};
    cursor_ = end;
    last_ = Step::value;
    return true;
  }

  /// The string whose opening quotation mark is at the cursor; `value` is what the parser made of it.
  Stretch take_string(const std::string& value) {
    const std::size_t start = cursor_ + 1;
    const std::string_view source(tree_.text);
    const auto size = static_cast<std::uint32_t>(value.size());
    // An escape is longer than what it stands for, so equal up to the closing mark means: no escape.
    if (source[start + size] == '"' && source.compare(start, size, value) == 0) {
      cursor_ = start + size + 1;
      report_forbidden(start, cursor_ - 1, value);
      return {static_cast<std::uint32_t>(start), size, false};
    }
    std::size_t end = start;
    while (source[end] != '"') end += source[end] == '\\' ? 2U : 1U;
    cursor_ = end + 1;
    report_forbidden(start, end, value);
    const auto first = static_cast<std::uint32_t>(tree_.unescaped.size());
    tree_.unescaped += value;
    return {first, size, true};
  }

  void report_forbidden(std::size_t start, std::size_t end, const std::string& value) {
    const std::size_t fault = find_forbidden(value);
    if (fault == std::string_view::npos) return;
    const std::string_view source = std::string_view(tree_.text).substr(0, end);
    const std::u32string text = utf8::to_utf32(value);
    if (const auto garbled = hygiene::find_garbled(text)) {
      add("data.mojibake", written_at(source, start, garbled->first), hygiene::told(*garbled, text),
          hygiene::remedy(*garbled));
      return;
    }
    add("data.control-character", written_at(source, start, utf8::count(std::string_view(value).substr(0, fault))),
        {"มีอักขระควบคุมที่มองไม่เห็นอยู่ในข้อความ", "there is an invisible control character inside the text"},
        {"ลบอักขระนี้แล้วพิมพ์ข้อความใหม่ ขึ้นบรรทัดใหม่ในข้อความเขียน \\n",
         "delete it and type the text again; a line break inside a text is written \\n"});
  }

  /// Where the character `index` of the string that begins at `start` is written.
  static std::size_t written_at(std::string_view source, std::size_t start, std::size_t index) {
    for (; index > 0; --index) start += written_size(source, start);
    return start;
  }

  bool open(Kind kind, Step step) {
    if (!add_node(kind)) return false;
    if (open_.size() >= limits::data_depth) {
      const std::string most = std::to_string(limits::data_depth);
      add("data.too-deep", cursor_,
          {"ข้อมูลซ้อนกันลึกเกิน " + most + " ชั้น", "arrays and objects are nested more than " + most + " levels deep"},
          {"ลดการซ้อน ตรวจว่าปิดวงเล็บครบ", "nest less, and see that brackets are closed"});
      return false;
    }
    open_.push_back({static_cast<std::uint32_t>(tree_.nodes.size() - 1), pending_.size()});
    ++cursor_;
    last_ = step;
    return true;
  }

  bool close() {
    skip_to_token();
    ++cursor_;
    const Open done = open_.back();
    open_.pop_back();
    Node& node = tree_.nodes[done.node];
    node.first_child = static_cast<std::uint32_t>(tree_.children.size());
    node.child_count = static_cast<std::uint32_t>(pending_.size() - done.first_pending);
    for (std::size_t i = done.first_pending; i < pending_.size(); ++i) {
      tree_.nodes[pending_[i].node].slot = static_cast<std::uint32_t>(tree_.children.size());
      tree_.children.push_back(pending_[i]);
    }
    pending_.resize(done.first_pending);
    last_ = Step::value;
    return true;
  }

  [[nodiscard]] std::string_view pending_key(std::size_t index) const { return tree_.view(pending_[index].key); }

  void report_doubled_keys() {
    const std::size_t first = open_.back().first_pending;
    const std::size_t count = pending_.size() - first;
    if (count <= few_members) {
      for (std::size_t i = first; i < pending_.size(); ++i) {
        for (std::size_t j = first; j < i; ++j) {
          if (pending_key(i) != pending_key(j)) continue;
          report_doubled_key(j, i);
          break;
        }
      }
      return;
    }
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), first);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return pending_key(a) < pending_key(b); });
    for (std::size_t i = 1, same = 0; i < count; ++i) {
      if (pending_key(order[i]) == pending_key(order[same])) {
        report_doubled_key(order[same], order[i]);
      } else {
        same = i;
      }
    }
    if (count > many_members) keep_order(order, first);
  }

  /// The order of the keys, from the pending member `first` on, of the object that ends here.
  void keep_order(const std::vector<std::size_t>& order, std::size_t first) {
    auto& kept = tree_.members_by_key[open_.back().node];
    kept.reserve(order.size());
    for (const std::size_t index : order) kept.push_back(static_cast<std::uint32_t>(index - first));
  }

  void report_doubled_key(std::size_t first, std::size_t again) {
    const std::string key(pending_key(again));
    const std::string line = std::to_string(tree_.places.at(tree_.text, pending_[first].key_offset).line);
    add("data.duplicate-key", pending_[again].key_offset,
        {"คีย์ \"" + key + "\" ซ้ำ มีอยู่แล้วที่บรรทัด " + line,
         "the key \"" + key + "\" stands twice; it is already on line " + line},
        {"ลบตัวหนึ่ง", "delete one of them"});
  }

  Tree& tree_;
  Diagnostics& diagnostics_;
  Pace pace_;
  std::size_t cursor_;  // behind what the last event took in
  Step last_ = Step::nothing;
  Child pending_key_;
  std::vector<Open> open_;
  std::vector<Child> pending_;
};

void report_too_large(const std::string& file, Diagnostics& diagnostics) {
  const std::string most = std::to_string(limits::data_bytes >> 20U);
  diagnostics.add({"data.too-large",
                   Severity::error,
                   {"ไฟล์ข้อมูลใหญ่เกิน " + most + " MiB", "the data file is larger than " + most + " MiB"},
                   {file, 0, 0, {}},
                   {},
                   {"แบ่งข้อมูลเป็นหลายไฟล์", "split it into several files"}});
}

}  // namespace

std::shared_ptr<const Tree> read_tree(std::string text, std::string file, Diagnostics& diagnostics,
                                      const Budget& budget) {
  if (text.size() > limits::data_bytes) {
    report_too_large(file, diagnostics);
    return nullptr;
  }
  const std::size_t start = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  auto tree = std::make_shared<Tree>(std::move(text), std::move(file), start, budget);
  tree->budget.take(tree->text.size());
  Diagnostics found;
  Builder builder(*tree, found, start);
  const auto* const bytes = tree->text.data();
  const bool was_read = nlohmann::json::sax_parse(bytes + start, bytes + tree->text.size(), &builder);
  found.sort_by_place();
  diagnostics.append(found);
  return was_read && found.empty() ? tree : nullptr;
}

}  // namespace krut::data
