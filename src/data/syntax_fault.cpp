#include "data/syntax_fault.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace krut::data {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view number_start = "-0123456789";
constexpr std::string_view number_body = "+-.eE0123456789";

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '$';
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

class Explainer {
 public:
  explicit Explainer(const Halt& halt) : halt_(halt), text_(halt.text) {}

  SyntaxFault explain() const {
    const std::size_t next = skip_blanks(halt_.offset);
    if (halt_.last == Step::key) return after_key(next);
    if (halt_.last == Step::value) return after_value(next);
    return at_start(next);
  }

 private:
  [[nodiscard]] std::size_t skip_blanks(std::size_t offset) const {
    return std::min(text_.find_first_not_of(blanks, offset), text_.size());
  }
  [[nodiscard]] bool at_end(std::size_t offset) const { return offset >= text_.size(); }
  [[nodiscard]] char byte_at(std::size_t offset) const { return at_end(offset) ? '\0' : text_[offset]; }
  [[nodiscard]] std::string character_at(std::size_t offset) const {
    return std::string(text_.substr(offset, utf8::decode(text_, offset).size));
  }
  [[nodiscard]] std::string_view word_at(std::size_t offset) const {
    std::size_t end = offset;
    while (!at_end(end) && (is_letter(text_[end]) || number_body.find(text_[end]) != std::string_view::npos)) ++end;
    return text_.substr(offset, end - offset);
  }

  SyntaxFault after_key(std::size_t next) const {
    if (byte_at(next) == ':') return value_wanted(skip_blanks(next + 1));
    if (at_end(next)) return file_ends(next);
    return {next,
            "data.syntax",
            {"ขาดเครื่องหมาย : หลังชื่อคีย์", "a colon is missing after the key"},
            {"เขียน \"คีย์\": ค่า", "write \"key\": value"}};
  }

  SyntaxFault after_value(std::size_t next) const {
    if (at_end(next)) return file_ends(next);
    if (halt_.closer == '\0') {
      return {next,
              "data.syntax",
              {"มีข้อความเกินหลังจบข้อมูล", "something stands behind the end of the data"},
              {"ลบทุกอย่างหลังวงเล็บปิดตัวสุดท้าย", "delete everything behind the last closing bracket"}};
    }
    if (byte_at(next) == ',') return after_comma(next);
    if (byte_at(next) == ']' || byte_at(next) == '}') return wrong_closer(next);
    if (byte_at(next) == '/') return comment(next);
    if (number_body.find(byte_at(next)) != std::string_view::npos && next == halt_.offset) return bad_number(next);
    return {next,
            "data.syntax",
            {"ขาดเครื่องหมาย , ก่อนค่านี้", "a comma is missing before this"},
            {"คั่นแต่ละค่าด้วย , และปิดข้อความด้วย \" เพียงตัวเดียว ถ้าในข้อความมี \" ให้เขียน \\\"",
             "put a comma between values; a quotation mark inside a text is written \\\""}};
  }

  SyntaxFault after_comma(std::size_t comma) const {
    const std::size_t next = skip_blanks(comma + 1);
    if (byte_at(next) == ']' || byte_at(next) == '}') {
      return {comma,
              "data.syntax",
              {"มีเครื่องหมาย , เกินก่อนวงเล็บปิด", "there is a comma too many before the closing bracket"},
              {"ลบ , ตัวนี้", "delete this comma"}};
    }
    if (byte_at(next) == ',') {
      return {next,
              "data.syntax",
              {"มีเครื่องหมาย , ซ้อนกัน", "two commas follow each other"},
              {"ลบ , ตัวหนึ่ง หรือใส่ค่าระหว่างกลาง", "delete one, or put a value between them"}};
    }
    return halt_.closer == '}' ? key_wanted(next) : value_wanted(next);
  }

  SyntaxFault at_start(std::size_t next) const {
    if (halt_.last == Step::nothing && at_end(next)) {
      return {next,
              "data.syntax",
              {"ไฟล์นี้ว่างเปล่า", "the file is empty"},
              {"ข้อมูลเริ่มด้วย { และจบด้วย }", "data begins with { and ends with }"}};
    }
    if (byte_at(next) == ']' || byte_at(next) == '}') return wrong_closer(next);
    return halt_.last == Step::object_open ? key_wanted(next) : value_wanted(next);
  }

  SyntaxFault key_wanted(std::size_t next) const {
    if (at_end(next)) return file_ends(next);
    if (byte_at(next) == '"') return bad_text(next);
    if (byte_at(next) == '/') return comment(next);
    if (is_letter(byte_at(next))) {
      const std::string word(word_at(next));
      return {next,
              "data.syntax",
              {"ชื่อคีย์ " + word + " ไม่มีเครื่องหมายคำพูด", "the key " + word + " has no quotation marks"},
              {"เขียน " + quoted(word), "write " + quoted(word)}};
    }
    if (is_other_quote(next)) return other_quote(next);
    return {next,
            "data.syntax",
            {"ตรงนี้ต้องเป็นชื่อคีย์ในเครื่องหมายคำพูด", "a key in quotation marks must stand here"},
            {"เขียน \"คีย์\": ค่า", "write \"key\": value"}};
  }

  SyntaxFault value_wanted(std::size_t next) const {
    if (at_end(next)) return file_ends(next);
    const char byte = byte_at(next);
    if (byte == '"') return bad_text(next);
    if (byte == '/') return comment(next);
    if (number_start.find(byte) != std::string_view::npos || byte == '+' || byte == '.') return bad_number(next);
    if (is_letter(byte)) return bad_word(next);
    if (is_other_quote(next)) return other_quote(next);
    if (byte == ',' || byte == ']' || byte == '}') {
      return {next,
              "data.syntax",
              {"ขาดค่าตรงนี้", "a value is missing here"},
              {"ใส่ค่า หรือลบคีย์นี้ทิ้ง", "give the value, or leave the key out"}};
    }
    return {next,
            "data.syntax",
            {"ข้อความต้องอยู่ในเครื่องหมายคำพูด", "text must stand in quotation marks"},
            {"ใส่ \" ทั้งหน้าและหลังข้อความ", "put \" before and behind the text"}};
  }

  SyntaxFault file_ends(std::size_t next) const {
    if (halt_.closer == '\0') {
      return {next,
              "data.syntax",
              {"ไฟล์จบก่อนถึงค่า", "the file ends before the value"},
              {"ข้อมูลเริ่มด้วย { และจบด้วย }", "data begins with { and ends with }"}};
    }
    const std::string opener = halt_.closer == ']' ? "[" : "{";
    const std::string closer(1, halt_.closer);
    const std::string line = std::to_string(halt_.opener_line);
    return {next,
            "data.syntax",
            {"ไฟล์จบก่อนปิดวงเล็บ " + opener + " ของบรรทัด " + line,
             "the file ends before the " + opener + " of line " + line + " is closed"},
            {"เติม " + closer + " หรือตรวจว่าไฟล์ถูกตัดหรือไม่",
             "add the missing " + closer + ", or see whether the file was cut"}};
  }

  SyntaxFault wrong_closer(std::size_t next) const {
    const std::string found = character_at(next);
    if (halt_.closer == '\0') {
      return {next,
              "data.syntax",
              {"มี " + found + " โดยไม่มีวงเล็บเปิด", "this " + found + " closes nothing"},
              {"ลบ " + found, "delete it"}};
    }
    const std::string line = std::to_string(halt_.opener_line);
    const std::string opener(1, halt_.closer == ']' ? '[' : '{');
    return {next,
            "data.syntax",
            {"พบ " + found + " แต่วงเล็บ " + opener + " ของบรรทัด " + line + " ต้องปิดด้วย " + halt_.closer,
             found + " stands here, but the " + opener + " of line " + line + " must be closed with " + halt_.closer},
            {"ตรวจว่าวงเล็บเปิดและปิดเป็นคู่กัน", "see that every bracket has its partner"}};
  }

  SyntaxFault comment(std::size_t next) const {
    return {next,
            "data.syntax",
            {"ไฟล์ข้อมูลใส่หมายเหตุด้วย // หรือ /* ไม่ได้", "comments such as // or /* are not allowed in data"},
            {"ลบหมายเหตุ", "delete the comment"}};
  }

  [[nodiscard]] bool is_other_quote(std::size_t offset) const {
    const char32_t character = utf8::decode(text_, offset).character;
    return character == U'\'' || character == U'\u2018' || character == U'\u2019' || character == U'\u201C' ||
           character == U'\u201D';
  }

  SyntaxFault other_quote(std::size_t next) const {
    const std::string found = character_at(next);
    return {next,
            "data.syntax",
            {"เครื่องหมาย " + found + " ใช้คร่อมข้อความไม่ได้", "text cannot be put between marks like " + found},
            {"ใช้เครื่องหมายคำพูดตรง \" โปรแกรมพิมพ์งานมักเปลี่ยนให้เอง",
             "use the straight quotation mark \"; word processors like to change it"}};
  }

  SyntaxFault bad_number(std::size_t next) const {
    const std::size_t start = number_begin(next);
    const std::string word(word_at(start));
    return {start,
            "data.syntax",
            {word + " ไม่ใช่ตัวเลขที่ถูกต้อง", word + " is not a number"},
            {"เลขรหัสหรือเลขที่ขึ้นต้นด้วย 0 ให้เขียนเป็นข้อความ " + quoted(word),
             "codes and numbers that begin with 0 are written as text: " + quoted(word)}};
  }

  /// A number that goes on where the reader had ended it: 007, 1.2.3.
  [[nodiscard]] std::size_t number_begin(std::size_t offset) const {
    while (offset > 0 && number_body.find(text_[offset - 1]) != std::string_view::npos) --offset;
    return offset;
  }

  SyntaxFault bad_word(std::size_t next) const {
    const std::string word(word_at(next));
    std::string lower = word;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; });
    const bool is_literal = lower == "true" || lower == "false" || lower == "null";
    const std::string better = is_literal ? lower : quoted(word);
    return {next,
            "data.syntax",
            {word + " ไม่ใช่ค่าที่ถูกต้อง", word + " is not a value"},
            {"ถ้าเป็นข้อความให้ใส่เครื่องหมายคำพูด เขียน " + better, "text needs quotation marks: write " + better}};
  }

  SyntaxFault bad_text(std::size_t start) const {
    for (std::size_t offset = start + 1; !at_end(offset); ++offset) {
      const auto byte = static_cast<unsigned char>(text_[offset]);
      if (byte == '"') break;
      if (byte == '\n' || byte == '\r') return text_not_closed(start);
      if (byte < 0x20) return raw_control(offset, byte);
      if (byte == '\\' && !is_escape(offset)) return bad_escape(offset);
      if (byte == '\\') ++offset;
    }
    return text_not_closed(start);
  }

  SyntaxFault text_not_closed(std::size_t start) const {
    return {start,
            "data.syntax",
            {"ข้อความที่เริ่มตรงนี้ไม่มีเครื่องหมายคำพูดปิดในบรรทัดเดียวกัน",
             "the text that begins here is not closed by a quotation mark on the same line"},
            {"ปิดด้วย \" ถ้าต้องการขึ้นบรรทัดใหม่ในข้อความให้เขียน \\n",
             "close it with \"; a line break inside a text is written \\n"}};
  }

  static SyntaxFault raw_control(std::size_t offset, unsigned char byte) {
    if (byte == '\t') {
      return {offset,
              "data.control-character",
              {"มีแท็บอยู่ในข้อความ", "there is a tab inside the text"},
              {"ใช้ช่องว่าง หรือเขียน \\t", "use a space, or write \\t"}};
    }
    return {offset,
            "data.control-character",
            {"มีอักขระควบคุมที่มองไม่เห็นอยู่ในข้อความ", "there is an invisible control character inside the text"},
            {"ลบอักขระนี้แล้วพิมพ์ข้อความใหม่", "delete it and type the text again"}};
  }

  /// A backslash and what JSON allows behind it; of \u escapes the pairing of surrogates too.
  [[nodiscard]] bool is_escape(std::size_t offset) const {
    constexpr std::string_view simple = "\"\\/bfnrt";
    if (simple.find(byte_at(offset + 1)) != std::string_view::npos && !at_end(offset + 1)) return true;
    const int unit = unit_at(offset);
    if (unit < 0) return false;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      const int low = unit_at(offset + escape_size);
      return low >= 0xDC00 && low <= 0xDFFF;
    }
    const int before = offset >= escape_size ? unit_at(offset - escape_size) : -1;
    return unit < 0xDC00 || unit > 0xDFFF || (before >= 0xD800 && before <= 0xDBFF);
  }

  static constexpr std::size_t escape_size = 6;  // \uXXXX

  /// The UTF-16 unit of the escape at `offset`, or -1 when there is none.
  [[nodiscard]] int unit_at(std::size_t offset) const {
    if (byte_at(offset) != '\\' || byte_at(offset + 1) != 'u') return -1;
    int unit = 0;
    for (std::size_t i = 2; i < escape_size; ++i) {
      constexpr std::string_view digits = "0123456789abcdef";
      const char byte = byte_at(offset + i);
      const std::size_t digit = digits.find(byte >= 'A' && byte <= 'F' ? static_cast<char>(byte - 'A' + 'a') : byte);
      if (digit == std::string_view::npos) return -1;
      unit = unit * 16 + static_cast<int>(digit);
    }
    return unit;
  }

  SyntaxFault bad_escape(std::size_t offset) const {
    if (byte_at(offset + 1) == 'u') {
      return {offset,
              "data.syntax",
              {"รหัส \\u ตรงนี้ไม่ครบหรือไม่ถูกต้อง", "this \\u escape is cut or wrong"},
              {"พิมพ์ตัวอักษรนั้นเองแทนรหัส", "type the character itself instead"}};
    }
    return {offset,
            "data.syntax",
            {"เครื่องหมาย \\ ตรงนี้ใช้ไม่ถูกต้อง", "this backslash escape is not valid"},
            {"ถ้าต้องการตัว \\ เองให้เขียน \\\\", "a backslash itself is written \\\\"}};
  }

  const Halt& halt_;
  std::string_view text_;
};

}  // namespace

SyntaxFault explain_syntax(const Halt& halt) { return Explainer(halt).explain(); }

}  // namespace krut::data
