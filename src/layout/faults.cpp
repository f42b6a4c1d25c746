#include "layout/faults.h"

#include <libxml/xmlerror.h>

#include "base/limits.h"
#include "layout/fault_words.h"

namespace krut::layout::faults {

namespace {

Bilingual argument_hint(const Filter& filter) {
  const std::string name(filter.name);
  const Words words(filter.words.begin(), filter.words.end());
  switch (filter.argument) {
    case FilterArgument::none:
      break;
    case FilterArgument::places:
      return {"จำนวนตำแหน่งทศนิยม 0 ถึง 6 เช่น " + name + "(2)", "the number of decimals, 0 to 6, as in " + name + "(2)"};
    case FilterArgument::words:
    case FilterArgument::word:
      return {"ในวงเล็บใช้ " + listed(words) + " ได้", "in parentheses may stand " + listed(words)};
    case FilterArgument::path:
      return {"ระบุค่าในข้อมูล เช่น " + name + "(fiscal_year_be)",
              "name a value of the data, as in " + name + "(fiscal_year_be)"};
  }
  return {"เขียนเพียง " + name, "write just " + name};
}

}  // namespace

Diagnostic not_utf8(const Place& place) {
  return fault("layout.not-utf8", place, {"ไฟล์แบบไม่ใช่ UTF-8 ที่ถูกต้อง", "the layout is not valid UTF-8"},
               {"บันทึกไฟล์ใหม่เป็น UTF-8", "save the file as UTF-8"});
}

Diagnostic empty_file(const Place& place) {
  return fault("layout.empty", place, {"ไฟล์แบบว่างเปล่า", "the layout is empty"},
               {"แบบเริ่มด้วย <report> และจบด้วย </report>", "a layout starts with <report> and ends with </report>"});
}

Diagnostic document_type(const Place& place) {
  return fault("layout.document-type", place,
               {"แบบต้องไม่มี <!DOCTYPE> และไม่นิยามเอนทิตีเอง", "a layout has no <!DOCTYPE> and no entities of its own"},
               {"ลบบรรทัด <!DOCTYPE> ออก", "remove the <!DOCTYPE>"});
}

Diagnostic too_deep(const Place& place) {
  return fault("layout.too-deep", place, {"องค์ประกอบซ้อนกันลึกเกินไป", "elements stand inside one another too deeply"},
               {"ลดชั้นขององค์ประกอบลง", "use fewer levels"});
}

Diagnostic path_too_long(const Place& place) {
  const std::string most = std::to_string(limits::data_depth);
  return fault(
      "layout.path-too-long", place,
      {"เส้นทางนี้ลึกเกิน " + most + " ชั้น ซึ่งข้อมูลไม่มี", "the path has more than " + most + " steps; no data is so deep"},
      {"เขียนเส้นทางให้สั้นลง", "write a shorter path"});
}

Diagnostic too_many_styles(const Place& place) {
  const std::string most = std::to_string(limits::styles);
  return fault("layout.too-many-styles", place,
               {"แบบมี <style> เกิน " + most + " ตัว", "the layout has more than " + most + " styles"},
               {"ใช้สไตล์เดียวกันซ้ำ", "use the same style in several places"});
}

Diagnostic too_many_attributes(const Place& place) {
  const std::string most = std::to_string(limits::element_attributes);
  return fault("layout.too-many-attributes", place,
               {"องค์ประกอบนี้มีแอตทริบิวต์เกิน " + most + " ตัว", "the element has more than " + most + " attributes"},
               {"ลบแอตทริบิวต์ที่ไม่มีความหมายออก", "remove those that mean nothing"});
}

Diagnostic not_well_formed(const SourceText& source, std::size_t offset, int code, const std::string& message) {
  const std::string& text = source.text();
  switch (code) {
    case XML_ERR_TAG_NAME_MISMATCH: {
      const std::size_t close = text.rfind("</", offset == 0 ? 0 : offset - 1);
      const std::size_t name = close == std::string::npos ? offset : close + 2;
      const std::string found = text.substr(name, text.find_first_of("> \t\r\n", name) - name);
      return fault("layout.not-well-formed", source.place(name),
                   {"</" + found + "> ปิดองค์ประกอบที่ยังไม่ได้เปิด", "</" + found + "> closes what is not open"},
                   {"ปิดองค์ประกอบที่เปิดล่าสุดก่อน", "close the element that was opened last"});
    }
    case XML_ERR_UNDECLARED_ENTITY: {
      const std::size_t start = text.rfind('&', offset == 0 ? 0 : offset - 1);
      const std::size_t at = start == std::string::npos ? offset : start;
      const std::string name = text.substr(at, text.find(';', at) - at + 1);
      return fault("layout.not-well-formed", source.place(at), {"ไม่รู้จักเอนทิตี " + name, "unknown entity " + name},
                   {"พิมพ์ตัวอักษรนั้นตรง ๆ หรือใช้ &amp; &lt; &gt; &quot; &apos;",
                    "type the character itself, or use &amp; &lt; &gt; &quot; &apos;"});
    }
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return fault("layout.not-well-formed", source.place(offset),
                   {"องค์ประกอบนี้มีแอตทริบิวต์ชื่อเดียวกันสองครั้ง", "this element has an attribute twice"},
                   {"เหลือไว้เพียงหนึ่ง", "keep one of them"});
    case XML_ERR_LT_IN_ATTRIBUTE:
      return fault("layout.not-well-formed", source.place(offset),
                   {"ค่าของแอตทริบิวต์มี < ไม่ได้", "the value of an attribute cannot hold <"},
                   {"เขียน &lt; หรือปิดอัญประกาศให้ครบ", "write &lt;, or close the quotation mark"});
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_TAG_NOT_FINISHED:
      return fault("layout.not-well-formed", source.place(offset),
                   {"ไฟล์จบก่อนที่องค์ประกอบจะปิดครบ", "the file ends before every element is closed"},
                   {"ปิดองค์ประกอบที่เปิดไว้ให้ครบ", "close the elements that are open"});
    default:
      break;
  }
  const std::string detail = message.substr(0, message.find('\n'));
  return fault(
      "layout.not-well-formed", source.place(offset),
      {"ไฟล์แบบไม่ใช่ XML ที่ถูกต้อง: " + detail, "the layout is not well-formed XML: " + detail},
      {"ตรวจเครื่องหมาย < > & และอัญประกาศก่อนตำแหน่งนี้", "look for a missing <, >, & or quotation mark before this place"});
}

Diagnostic grammar(const Place& place, const std::string& message) {
  return fault("layout.grammar", place,
               {"แบบไม่เป็นไปตามไวยากรณ์: " + message, "the layout does not follow the grammar: " + message},
               {"ดู layouts/layout.rng", "see layouts/layout.rng"});
}

Diagnostic not_a_report(const Place& place, const std::string& name) {
  return fault("layout.not-a-report", place,
               {"แบบต้องเริ่มด้วย <report> ไม่ใช่ " + tag(name), "a layout starts with <report>, not " + tag(name)},
               {"เปลี่ยนองค์ประกอบนอกสุดเป็น <report>", "make <report> the outermost element"});
}

Diagnostic unknown_element(const Place& place, const std::string& name, const Words& known) {
  return fault("layout.unknown-element", place, {"ไม่รู้จักองค์ประกอบ " + tag(name), "unknown element " + tag(name)},
               hint_among(name, known, {"องค์ประกอบ", "elements"}));
}

Diagnostic misplaced_element(const Place& place, const std::string& name, const std::string& parent,
                             const Words& homes) {
  return fault("layout.misplaced-element", place,
               {tag(name) + " อยู่ใน " + tag(parent) + " ไม่ได้", tag(name) + " cannot stand in " + tag(parent)},
               {"ที่ที่อยู่ได้: " + listed(homes, true), "it stands in " + listed(homes, true)});
}

Diagnostic misplaced_text(const Place& place, const std::string& text, const std::string& parent) {
  return fault("layout.misplaced-text", place,
               {"ข้อความ " + quoted(text) + " อยู่ใน " + tag(parent) + " โดยตรงไม่ได้",
                "the text " + quoted(text) + " cannot stand directly in " + tag(parent)},
               {"ใส่ไว้ใน <p> หรือ <cell>", "put it into a <p> or a <cell>"});
}

Diagnostic missing_child(const Place& place, const std::string& name, const std::string& child) {
  return fault("layout.missing-element", place,
               {tag(name) + " ต้องมี " + tag(child) + " อย่างน้อยหนึ่ง", tag(name) + " needs at least one " + tag(child)},
               {"เพิ่ม " + tag(child) + " ไว้ใน " + tag(name), "add " + tag(child) + " inside it"});
}

Diagnostic doubled_child(const Place& place, const std::string& name, const std::string& parent) {
  return fault("layout.doubled-element", place,
               {tag(parent) + " มี " + tag(name) + " ได้เพียงหนึ่ง", tag(parent) + " has only one " + tag(name)},
               {"รวมเข้าด้วยกัน หรือลบออกหนึ่ง", "join the two, or remove one"});
}

Diagnostic child_out_of_order(const Place& place, const std::string& name, const std::string& before) {
  return fault("layout.element-order", place,
               {tag(name) + " ต้องอยู่ก่อน " + tag(before), tag(name) + " must stand before " + tag(before)},
               {"ย้ายขึ้นไปไว้ก่อน " + tag(before), "move it up, above the " + tag(before)});
}

Diagnostic unknown_attribute(const Place& place, const std::string& name, const std::string& element,
                             const Words& known) {
  return fault("layout.unknown-attribute", place,
               {tag(element) + " ไม่มีแอตทริบิวต์ " + quoted(name), tag(element) + " has no attribute " + quoted(name)},
               known.empty() ? Bilingual{tag(element) + " ไม่มีแอตทริบิวต์ใด", tag(element) + " has no attributes"}
                             : hint_among(name, known, {"แอตทริบิวต์", "attributes"}));
}

Diagnostic missing_attribute(const Place& place, const std::string& name, const std::string& element) {
  return fault("layout.missing-attribute", place,
               {tag(element) + " ต้องมีแอตทริบิวต์ " + quoted(name), tag(element) + " needs the attribute " + quoted(name)},
               {"เพิ่ม " + name + "=\"…\"", "add " + name + "=\"…\""});
}

Diagnostic bad_length(const Place& place, const std::string& attribute, const std::string& value) {
  return fault(
      "layout.bad-length", place,
      {quoted(value) + " ใน " + attribute + " ไม่ใช่ความยาว", quoted(value) + " in " + attribute + " is no length"},
      {"ความยาวคือจำนวนกับหน่วย mm, cm, pt หรือ in ติดกัน เช่น 2.5cm",
       "a length is a number with its unit, mm, cm, pt or in: 2.5cm"});
}

Diagnostic bad_value(const Place& place, const std::string& attribute, const std::string& value,
                     const Bilingual& expected) {
  return fault("layout.bad-value", place,
               {attribute + " เป็น " + quoted(value) + " ไม่ได้", attribute + " cannot be " + quoted(value)},
               {"ต้องเป็น" + expected.thai, "it must be " + expected.english});
}

Diagnostic bad_word(const Place& place, const std::string& attribute, const std::string& value, const Words& known) {
  return fault("layout.bad-value", place,
               {attribute + " เป็น " + quoted(value) + " ไม่ได้", attribute + " cannot be " + quoted(value)},
               {"ต้องเป็นคำใดคำหนึ่งใน: " + listed(known), "it must be one of: " + listed(known)});
}

Diagnostic lines_too_close(const Place& place, const std::string& pitch, const std::string& size,
                           const std::string& least) {
  return fault("layout.lines-too-close", place,
               {"บรรทัดห่างกัน " + pitch + " ชิดเกินไปสำหรับตัวอักษร " + size + " ข้อความจะทับกัน",
                "lines " + pitch + " apart are too close for letters of " + size + ": they would overprint"},
               {"ใช้ line-pitch อย่างน้อย " + least, "make line-pitch " + least + " or more"});
}

Diagnostic no_body(const Place& place, const std::string& least) {
  return fault(
      "layout.no-body", place,
      {"ขอบกระดาษไม่เหลือที่ให้เนื้อหาถึง " + least, "the margins leave less than " + least + " of the page for its body"},
      {"ลดขอบกระดาษ หรือใช้กระดาษใหญ่ขึ้น", "use smaller margins, or larger paper"});
}

Diagnostic unknown_style(const Place& place, const std::string& name, const Words& known) {
  const Bilingual nothing_above = {"ประกาศสไตล์นั้นไว้เหนือสไตล์นี้", "declare that style above this one"};
  return fault("layout.unknown-style", place, {"ไม่มีสไตล์ " + quoted(name), "there is no style " + quoted(name)},
               known.empty() ? nothing_above : hint_among(name, known, {"สไตล์", "styles"}));
}

Diagnostic doubled_style(const Place& place, const std::string& name) {
  return fault("layout.doubled-style", place,
               {"สไตล์ " + quoted(name) + " ถูกประกาศไปแล้ว", "the style " + quoted(name) + " is declared already"},
               {"ตั้งชื่ออื่น", "give it another name"});
}

Diagnostic wrong_cell_count(const Place& place, int found, int expected) {
  const std::string has = std::to_string(found);
  const std::string wants = std::to_string(expected);
  return fault("layout.cell-count", place,
               {"แถวนี้กินที่ " + has + " คอลัมน์ แต่ตารางมี " + wants + " คอลัมน์",
                "the columns of the table are " + wants + ", the cells of this row fill " + has},
               {"นับ span ของทุกช่อง และช่องที่ยื่นลงมาจากแถวบน",
                "count the span of every cell, and cells that reach down from rows above"});
}

Diagnostic doubled_widths(const Place& place) {
  return fault("layout.doubled-widths", place,
               {"ตารางนี้บอกคอลัมน์ไว้ทั้งใน widths และใน <column>", "this table names its columns in widths and in <column>"},
               {"เหลือไว้อย่างเดียว", "keep one of the two"});
}

Diagnostic doubled_value(const Place& place) {
  return fault(
      "layout.doubled-value", place,
      {"<labelled-line> นี้บอกค่าไว้ทั้งใน value และข้างในตัวเอง", "this <labelled-line> says its value in value and inside"},
      {"เหลือไว้อย่างเดียว", "keep one of the two"});
}

Diagnostic unlike_sides(const Place& place, std::size_t widths, std::size_t sides) {
  const std::string told = std::to_string(widths);
  const std::string there = std::to_string(sides);
  return fault("layout.unlike-sides", place,
               {"widths บอกความกว้างไว้ " + told + " ค่า แต่มี <side> " + there + " อัน",
                "widths names " + told + " widths, but there are " + there + " <side> elements"},
               {"ให้มีความกว้างหนึ่งค่าต่อหนึ่ง <side>", "name one width for each <side>"});
}

Diagnostic unclosed_braces(const Place& place) {
  return fault("layout.expression", place, {"{{ ไม่มี }} ปิด", "{{ is not closed by }}"},
               {"เติม }} หลังนิพจน์", "put }} after the expression"});
}

Diagnostic path_expected(const Place& place, const std::string& found) {
  const bool is_end = found.empty();
  return fault("layout.expression", place,
               {is_end ? "ขาดชื่อค่า" : "ต้องเป็นชื่อค่า ไม่ใช่ " + quoted(found),
                is_end ? "a path is missing" : "expected a path, not " + quoted(found)},
               {"ชื่อค่าเขียนอย่าง memo.subject", "a path looks like memo.subject"});
}

Diagnostic single_path_expected(const Place& place, const std::string& attribute) {
  return fault("layout.expression", place, {attribute + " ต้องเป็นนิพจน์เดียว", attribute + " must be a single expression"},
               {"เขียนอย่าง {{ emblem }}", "write it like {{ emblem }}"});
}

Diagnostic filter_expected(const Place& place) {
  return fault("layout.expression", place, {"หลัง | ต้องเป็นชื่อตัวกรอง", "a filter's name is missing after |"},
               {"เขียนอย่าง {{ memo.date | thai-date }}", "write it like {{ memo.date | thai-date }}"});
}

Diagnostic unknown_filter(const Place& place, const std::string& name) {
  Words known;
  for (const Filter& each : all_filters()) known.emplace_back(each.name);
  return fault("layout.unknown-filter", place, {"ไม่มีตัวกรอง " + quoted(name), "there is no filter " + quoted(name)},
               hint_among(name, known, {"ตัวกรอง", "filters"}));
}

Diagnostic bad_argument(const Place& place, const Filter& filter, const std::string& argument) {
  const std::string name(filter.name);
  return fault(
      "layout.filter-argument", place,
      {"ตัวกรอง " + name + " รับ (" + argument + ") ไม่ได้", "the filter " + name + " cannot take (" + argument + ")"},
      argument_hint(filter));
}

Diagnostic missing_argument(const Place& place, const Filter& filter) {
  const std::string name(filter.name);
  return fault("layout.filter-argument", place,
               {"ตัวกรอง " + name + " ต้องมีค่าในวงเล็บ", "the filter " + name + " needs something in parentheses"},
               argument_hint(filter));
}

Diagnostic literal_expected(const Place& place) {
  return fault("layout.expression", place,
               {"หลัง == ต้องเป็นข้อความในอัญประกาศ", "after == comes a text in quotation marks"},
               {"เขียนอย่าง round == '6m'", "write it like round == '6m'"});
}

Diagnostic loop_expected(const Place& place, const std::string& found) {
  return fault(
      "layout.expression", place,
      {"each ต้องเขียนว่า \"ชื่อ in รายการ\" ไม่ใช่ " + quoted(found), "each must say \"name in path\", not " + quoted(found)},
      {"เขียนอย่าง each=\"part in parts\"", "write it like each=\"part in parts\""});
}

Diagnostic condition_too_deep(const Place& place) {
  const std::string most = std::to_string(limits::condition_depth);
  return fault("layout.expression", place,
               {"เงื่อนไขมีวงเล็บหรือ not ซ้อนกันเกิน " + most + " ชั้น",
                "the condition has more than " + most + " brackets or words not inside one another"},
               {"แยกเป็นเงื่อนไขของ <blocks> ที่ซ้อนกัน", "part it among <blocks> inside one another"});
}

Diagnostic unexpected_in_expression(const Place& place, const std::string& found) {
  const bool is_end = found.empty();
  return fault(
      "layout.expression", place,
      {is_end ? "นิพจน์ไม่จบ" : "ไม่เข้าใจ " + quoted(found) + " ในนิพจน์",
       is_end ? "the expression is not finished" : quoted(found) + " does not belong in an expression"},
      {"นิพจน์มีชื่อค่า count(...) sum(...) และตัวกรอง ใน if มี and or not eq ne lt le gt ge ไม่มีการคำนวณอื่น",
       "there are paths, count(...), sum(...) and filters, and in if also and, or, not, eq, ne, lt, le, gt, ge; "
       "there is no other arithmetic"});
}

}  // namespace krut::layout::faults
