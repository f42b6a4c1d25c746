#include <string>

#include "base/limits.h"
#include "layout/fault_words.h"
#include "layout/faults.h"

namespace krut::layout::faults {

Diagnostic not_a_part(const Place& place, const std::string& name) {
  return fault(
      "layout.not-a-part", place,
      {"ไฟล์ของชิ้นส่วนต้องเริ่มด้วย <part> ไม่ใช่ " + tag(name), "the file of a part starts with <part>, not " + tag(name)},
      {"เปลี่ยนองค์ประกอบนอกสุดเป็น <part>", "make <part> the outermost element"});
}

Diagnostic doubled_parameter(const Place& place, const std::string& name) {
  return fault("layout.doubled-parameter", place,
               {"ชิ้นส่วนมีพารามิเตอร์ \"" + name + "\" อยู่แล้ว", "the part has a parameter \"" + name + "\" already"},
               {"เหลือไว้เพียงหนึ่ง หรือเปลี่ยนชื่อ", "keep one of them, or rename one"});
}

Diagnostic unknown_parameter(const Place& place, const std::string& name, const std::string& part, const Words& known) {
  return fault("layout.unknown-parameter", place,
               {"ชิ้นส่วน " + tag(part) + " ไม่มีพารามิเตอร์ \"" + name + "\" ชิ้นส่วนใช้ได้แต่พารามิเตอร์ของตน",
                "the part " + tag(part) + " has no parameter \"" + name + "\": a part sees its parameters only"},
               hint_among(name, known, {"พารามิเตอร์", "parameters"}));
}

Diagnostic parameter_is_no_value(const Place& place, const std::string& name) {
  return fault("layout.parameter-is-no-value", place,
               {"ที่นี่ \"" + name + "\" ต้องเป็นค่าเดียวของข้อมูล แต่ผู้ใช้ชิ้นส่วนส่งอย่างอื่นมา",
                "\"" + name + "\" must be one value of the data here, and the part's use gives something else"},
               {"ส่งเส้นทางเดียวที่ไม่มีตัวกรอง เช่น " + name + "=\"{{ memo.subject }}\"",
                "give one path without filters, such as " + name + "=\"{{ memo.subject }}\""});
}

Diagnostic hidden_variable(const Place& place, const std::string& name, const std::string& part) {
  return fault("layout.hidden-variable", place,
               {"วงวนในชิ้นส่วน " + tag(part) + " ใช้ชื่อตัวแปร \"" + name + "\" ซ้ำกับวงวนของผู้ใช้ชิ้นส่วน",
                "a loop of the part " + tag(part) + " has the variable \"" + name + "\", as a loop around its use has"},
               {"ตั้งชื่อตัวแปรของวงวนใดวงวนหนึ่งใหม่", "give the variable of one of the loops another name"});
}

Diagnostic part_in_itself(const Place& place, const std::string& part) {
  return fault("layout.part-in-itself", place,
               {"ชิ้นส่วน " + tag(part) + " ใช้ตัวเองอยู่ข้างใน", "the part " + tag(part) + " uses itself"},
               {"นำการใช้ที่ซ้อนอยู่ออก", "take the use inside it out"});
}

Diagnostic too_many_part_elements(const Place& place) {
  const std::string most = std::to_string(limits::part_elements);
  return fault(
      "layout.too-many-parts", place,
      {"ชิ้นส่วนที่แบบใช้มีองค์ประกอบรวมเกิน " + most, "the parts that the layout uses come to more than " + most + " elements"},
      {"ใช้ each แทนการเขียนซ้ำ", "let each repeat what is written again and again"});
}

Diagnostic misplaced_slot(const Place& place) {
  return fault("layout.misplaced-slot", place,
               {"<slot> อยู่ได้เฉพาะในไฟล์ของชิ้นส่วน", "<slot> stands in the file of a part only"},
               {"นำออก หรือย้ายไปไว้ในชิ้นส่วน", "take it out, or move it to a part"});
}

Diagnostic no_such_file(const Place& place, const std::string& path) {
  return fault("layout.file-not-found", place, {"ไม่พบไฟล์ " + quoted(path), "there is no file " + quoted(path)},
               {"วางไฟล์ไว้ข้างไฟล์แบบ หรือในโฟลเดอร์รูปแบบเอกสาร ดูรายชื่อด้วย krut layouts",
                "put it beside the layout or into a folder of layouts; krut layouts lists those there are"});
}

Diagnostic layout_extends_itself(const Place& place, const std::string& name) {
  return fault("layout.extends-itself", place,
               {"แบบต่อยอดจาก " + quoted(name) + " วนกลับมาที่ตัวเอง หรือต่อกันยาวเกินไป",
                "the layout extends " + quoted(name) + " in a circle, or the chain is too long"},
               {"ให้ extends ชี้ไปยังแบบที่ไม่ต่อยอดจากแบบนี้", "let extends name a layout that does not extend this one"});
}

Diagnostic no_styles(const Place& place, const std::string& name) {
  return fault("layout.no-styles", place,
               {"ไฟล์ที่ include ต้องเริ่มด้วย <styles> ไม่ใช่ " + tag(name),
                "a file that is included starts with <styles>, not " + tag(name)},
               {"เปลี่ยนองค์ประกอบนอกสุดเป็น <styles>", "make <styles> the outermost element"});
}

Diagnostic no_such_blocks(const Place& place, const std::string& name, const Words& known) {
  return fault("layout.no-such-blocks", place,
               {"แบบที่ต่อยอดมาไม่มี <blocks> ชื่อ " + quoted(name),
                "the layout that is extended has no <blocks> named " + quoted(name)},
               hint_among(name, known, {"ชื่อ", "names"}));
}

}  // namespace krut::layout::faults
