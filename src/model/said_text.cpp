#include "model/said_text.h"

#include <algorithm>
#include <vector>

namespace krut::model {

namespace {

constexpr std::size_t most_depth = 64;         ///< paragraphs, tables or fields inside each other that are told apart
constexpr std::size_t most_instruction = 256;  ///< bytes of a field's instruction that are kept

/// A tag: `name` without a slash, `attributes` as they stand.
struct Tag {
  std::string_view name;
  std::string_view attributes;
  bool is_end = false;
  bool is_empty = false;
};

/// Where a tag that begins before `at` ends: at its '>', outside of quoted values.
std::size_t end_of_tag(std::string_view xml, std::size_t at) {
  for (; at < xml.size() && xml[at] != '>'; ++at) {
    if (xml[at] != '"' && xml[at] != '\'') continue;
    at = xml.find(xml[at], at + 1);
    if (at == std::string_view::npos) return at;
  }
  return at < xml.size() ? at : std::string_view::npos;
}

/// The name that begins at `at`.
std::string_view name_at(std::string_view xml, std::size_t at) {
  std::size_t end = at;
  while (end < xml.size() && xml[end] > ' ' && xml[end] != '>' && xml[end] != '/' && xml[end] != '<') ++end;
  return xml.substr(at, end - at);
}

/// False for most elements that do not matter, by the letters behind their prefix.
bool may_matter(std::string_view xml, std::size_t at) {
  constexpr std::size_t shortest = 4;  // with the end of the tag
  if (xml.size() - at < shortest) return false;
  if (xml[at + 1] != ':') return xml[at] == 'm';
  const auto is_end = [](char c) { return c == '>' || c == ' ' || c == '/' || c < ' '; };
  const char second = xml[at + 3];
  const char third = xml.size() - at > shortest ? xml[at + shortest] : '>';
  switch (xml[at + 2]) {
    case 't':  // t, tr, tc, tab, tbl
      return is_end(second) || second == 'a' || second == 'b' || is_end(third);
    case 'p':  // p, pStyle
      return is_end(second) || second == 'S';
    case 'b':  // br, bookmarkStart
      return second == 'r' || second == 'o';
    case 'c':  // cr
      return second == 'r';
    case 'f':  // fldChar, fldSimple
      return second == 'l';
    case 'i':  // instrText
      return second == 'n' && third == 's';
    case 'm':  // moveFrom
      return second == 'o';
    default:
      return false;
  }
}

/// Whether an element of this name matters here: few do, of very many.
bool matters(std::string_view name) {
  if (name == "mc:Fallback") return true;
  if (!name.starts_with("w:")) return false;
  name.remove_prefix(2);
  switch (name.size()) {
    case 1:
      return name == "t" || name == "p";
    case 2:
      return name == "tr" || name == "tc" || name == "br" || name == "cr";
    case 3:
      return name == "tab" || name == "tbl";
    default:
      return name == "pStyle" || name == "bookmarkStart" || name == "fldChar" || name == "fldSimple" ||
             name == "instrText" || name == "moveFrom";
  }
}

/// The value of an attribute, or nothing.
std::string_view value_of(std::string_view attributes, std::string_view name) {
  for (std::size_t at = attributes.find(name); at != std::string_view::npos; at = attributes.find(name, at + 1)) {
    const std::size_t quote = at + name.size() + 1;
    if (quote >= attributes.size() || attributes[quote - 1] != '=') continue;
    const std::size_t end = attributes.find(attributes[quote], quote + 1);
    return end == std::string_view::npos ? std::string_view() : attributes.substr(quote + 1, end - quote - 1);
  }
  return {};
}

class Walk {
 public:
  explicit Walk(const std::function<void(const SaidParagraph&)>& take) : take_(take) {}

  void over(std::string_view xml) {
    for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
      at = past_markup(xml, at + 1);
    }
  }

 private:
  struct Field {
    std::string instruction;
    bool is_result = false;
  };

  /// Behind the comment, section or instruction that begins before `at`, or behind the tag and the text after it; at
  /// once where the tag does not matter.
  std::size_t past_markup(std::string_view xml, std::size_t at) {
    if (at == xml.size()) return at;
    if (xml[at] == '!' || xml[at] == '?') return past_section(xml, at);
    Tag tag;
    tag.is_end = xml[at] == '/';
    const std::size_t begin = tag.is_end ? at + 1 : at;
    if (!may_matter(xml, begin)) return at;
    tag.name = name_at(xml, begin);
    if (!matters(tag.name)) return at;
    const std::size_t behind = begin + tag.name.size();
    const std::size_t end = end_of_tag(xml, behind);
    if (end == std::string_view::npos) return end;
    tag.attributes = xml.substr(behind, end - behind);
    tag.is_empty = tag.attributes.ends_with('/');
    visit(tag);
    if ((tag.name != "w:t" && tag.name != "w:instrText") || tag.is_end || tag.is_empty) return end;
    const std::size_t text_end = std::min(xml.find('<', end), xml.size());
    say(tag.name == "w:t", xml.substr(end + 1, text_end - end - 1));
    return text_end;
  }

  static std::size_t past_section(std::string_view xml, std::size_t at) {
    const std::string_view rest = xml.substr(at);
    const std::string_view mark = rest.starts_with("!--") ? "-->" : rest.starts_with("![CDATA[") ? "]]>" : ">";
    const std::size_t found = xml.find(mark, at);
    return found == std::string_view::npos ? found : found + mark.size();
  }

  void visit(const Tag& tag) {
    if (tag.name == "mc:Fallback" || tag.name == "w:moveFrom") return count(unsaid_, tag);
    if (tag.name == "w:p") return tag.is_end ? end_paragraph() : begin_paragraph(tag);
    if (tag.name == "w:tbl") return visit_table(tag);
    if (tag.is_end) {
      if (tag.name == "w:fldSimple" && !fields_.empty()) fields_.pop_back();
      return;
    }
    if (tag.name == "w:tr") return next_row();
    if (tag.name == "w:tc" && tables_ == 1) ++cell_;
    if (tag.name == "w:tab" || tag.name == "w:br" || tag.name == "w:cr") say(true, " ");
    if (tag.name == "w:fldChar") visit_field(value_of(tag.attributes, "w:fldCharType"));
    if (tag.name == "w:fldSimple" && !tag.is_empty) {
      begin_field();
      fields_.back().instruction = value_of(tag.attributes, "w:instr").substr(0, most_instruction);
      fields_.back().is_result = true;
    }
    if (open_.empty()) return;
    if (tag.name == "w:pStyle") open_.back().style = value_of(tag.attributes, "w:val");
    if (tag.name == "w:bookmarkStart" && open_.back().bookmark.empty()) {
      open_.back().bookmark = value_of(tag.attributes, "w:name");
    }
  }

  static void count(std::size_t& depth, const Tag& tag) {
    if (tag.is_end) {
      if (depth > 0) --depth;
    } else if (!tag.is_empty) {
      ++depth;
    }
  }

  void visit_table(const Tag& tag) {
    count(tables_, tag);
    if (tag.is_end || tables_ != 1) return;
    ++table_;
    row_ = cell_ = 0;
  }

  void next_row() {
    if (tables_ != 1) return;
    ++row_;
    cell_ = 0;
  }

  void begin_field() {
    if (fields_.size() == most_depth) fields_.clear();
    fields_.emplace_back();
  }

  void visit_field(std::string_view kind) {
    if (kind == "begin") begin_field();
    if (fields_.empty()) return;
    if (kind == "separate") fields_.back().is_result = true;
    if (kind == "end") fields_.pop_back();
  }

  void begin_paragraph(const Tag& tag) {
    if (tag.is_empty || open_.size() == most_depth) return;
    const bool is_in_table = tables_ > 0;
    open_.push_back({{}, {}, {}, is_in_table ? table_ : 0, is_in_table ? row_ : 0, is_in_table ? cell_ : 0});
  }

  void end_paragraph() {
    if (open_.empty()) return;
    const SaidParagraph& said = open_.back();
    if (said.escaped.find_first_not_of(' ') != std::string::npos) take_(said);
    open_.pop_back();
  }

  /// A page's number and count are not the paper's words.
  [[nodiscard]] bool is_page_number() const {
    return std::any_of(fields_.begin(), fields_.end(), [](const Field& field) {
      return field.is_result && field.instruction.find("PAGE") != std::string::npos;
    });
  }

  void say(bool is_text, std::string_view text) {
    if (!is_text) {
      if (!fields_.empty() && fields_.back().instruction.size() < most_instruction) {
        fields_.back().instruction += text.substr(0, most_instruction);
      }
      return;
    }
    if (open_.empty() || unsaid_ > 0 || is_page_number()) return;
    std::string& escaped = open_.back().escaped;
    const auto from = static_cast<std::ptrdiff_t>(escaped.size());
    escaped += text;
    std::replace_if(
        escaped.begin() + from, escaped.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  }

  const std::function<void(const SaidParagraph&)>& take_;
  std::vector<SaidParagraph> open_;
  std::vector<Field> fields_;
  std::size_t unsaid_ = 0;  ///< elements around whose text does not count
  std::size_t tables_ = 0;  ///< around
  std::size_t table_ = 0;
  std::size_t row_ = 0;
  std::size_t cell_ = 0;
};

}  // namespace

void for_each_paragraph(std::string_view xml, const std::function<void(const SaidParagraph&)>& take) {
  Walk(take).over(xml);
}

}  // namespace krut::model
