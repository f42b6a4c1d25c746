#include <charconv>

#include "base/limits.h"
#include "layout/faults.h"

namespace krut::layout::faults {

namespace {

Diagnostic data_fault(std::string code, const Place& where, const Place& asked_by, Bilingual message, Bilingual hint) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.where = where;
  diagnostic.asked_by = asked_by;
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

std::string two_decimals(double value) {
  char buffer[32];
  const auto [end, status] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, 2);
  return status == std::errc() ? std::string(buffer, end) : std::string();
}

Bilingual reading_hint(const Filter& filter) {
  if (filter.input == FilterInput::date) return {"วันที่เขียนอย่าง 2023-04-10", "dates look like 2023-04-10"};
  if (filter.input == FilterInput::period) {
    return {"from ต้องไม่อยู่หลัง to และทั้งสองเขียนอย่าง 2023-04-10",
            "from must not be later than to, and both look like 2023-04-10"};
  }
  if (filter.name == "amount" || filter.name == "baht-text") {
    return {"จำนวนเงินเขียนอย่าง \"150000\" หรือ \"98.50\" มีทศนิยมไม่เกินสองตำแหน่ง",
            "an amount of money looks like \"150000\" or \"98.50\", with at most two decimals"};
  }
  if (filter.name == "round-text" || filter.output == FilterOutput::period) {
    return {"รอบเขียนอย่าง \"6m\" และปีงบประมาณเขียนเป็น พ.ศ. เช่น 2566",
            "a round looks like \"6m\", a fiscal year like 2566, of the Buddhist Era"};
  }
  if (filter.input == FilterInput::number) {
    return {"จำนวนเขียนด้วยเลขอารบิก เช่น \"1500\" หรือ \"98.50\"", "a number looks like \"1500\" or \"98.50\""};
  }
  return {"ดูค่าที่ใช้ได้ด้วย krut schema", "see the values allowed with krut schema"};
}

}  // namespace

Diagnostic unreadable_value(const Place& where, const Place& asked_by, const Filter& filter, const std::string& value) {
  const std::string name(filter.name);
  return data_fault(
      "layout.unreadable-value", where, asked_by,
      {"ตัวกรอง " + name + " อ่าน \"" + value + "\" ไม่ได้", "the filter " + name + " cannot read \"" + value + '"'},
      reading_hint(filter));
}

Diagnostic not_summable(const Place& where, const Place& asked_by, const std::string& path) {
  return data_fault("layout.not-summable", where, asked_by,
                    {"รวมยอด " + path + " ไม่ได้ ค่านี้ไม่ใช่จำนวน", path + " cannot be added up: this value is no number"},
                    {"เขียนเป็นตัวเลขล้วน เช่น 1250.00", "write it in digits alone, such as 1250.00"});
}

Diagnostic control_character(const Place& where, const Place& asked_by) {
  return data_fault("layout.control-character", where, asked_by,
                    {"ข้อความมีอักขระควบคุมที่พิมพ์ไม่ได้", "the text holds a control character that cannot be printed"},
                    {"ลบอักขระนั้นออก ขึ้นบรรทัดใหม่ใช้ \\n", "remove the character; a new line is \\n"});
}

Diagnostic unfit_value(const Place& where, const Place& asked_by, const std::string& attribute,
                       const std::string& value, const Bilingual& expected) {
  return data_fault("layout.unfit-value", where, asked_by,
                    {attribute + " เป็น \"" + value + "\" ไม่ได้", attribute + " cannot be \"" + value + '"'},
                    {"ต้องเป็น" + expected.thai, "it must be " + expected.english});
}

Diagnostic unfilled_row(const Place& where, const Place& asked_by, int found, int expected) {
  const std::string has = std::to_string(found);
  const std::string wants = std::to_string(expected);
  return data_fault("layout.unfilled-row", where, asked_by,
                    {"แถวนี้กินที่ " + has + " คอลัมน์ แต่ตารางมี " + wants + " คอลัมน์",
                     "the columns of the table are " + wants + ", the cells of this row fill " + has},
                    {"นับจำนวนคอลัมน์ของทุกช่อง และช่องที่ยื่นลงมาจากแถวบน",
                     "count the columns of every cell, and cells that reach down from rows above"});
}

Diagnostic too_many_rows_spanned(const Place& where, const Place& asked_by, int found, int left) {
  const std::string wants = std::to_string(found);
  const std::string has = std::to_string(left);
  return data_fault("layout.row-span", where, asked_by,
                    {"ช่องนี้กินลงไป " + wants + " แถว แต่เหลือเพียง " + has + " แถว",
                     "this cell spans " + wants + " rows, but there are only " + has + " from here on"},
                    {"ลดจำนวนแถวของช่อง หรือเพิ่มแถวที่ขาด ช่องยื่นออกนอกกลุ่มหรือตารางไม่ได้",
                     "span fewer rows, or add those that are missing; a cell stays in its group and table"});
}

Diagnostic too_many_columns(const Place& where, const Place& asked_by, std::size_t found, std::size_t most) {
  return data_fault("layout.too-many-columns", where, asked_by,
                    {"ตารางมี " + std::to_string(found) + " คอลัมน์ มีได้ไม่เกิน " + std::to_string(most),
                     "the table has " + std::to_string(found) + " columns; " + std::to_string(most) + " are the most"},
                    {"แบ่งเป็นหลายตาราง", "make several tables of it"});
}

Diagnostic list_too_deep(const Place& where, const Place& asked_by) {
  return data_fault("layout.list-too-deep", where, asked_by,
                    {"รายการซ้อนกันลึกเกินไป", "lists stand inside one another too deeply"},
                    {"ลดชั้นของรายการลง", "use fewer levels"});
}

Diagnostic missing_image(const Place& where, const Place& asked_by) {
  return data_fault("layout.missing-image", where, asked_by,
                    {"ตราแบบ image ต้องบอกชื่อไฟล์ภาพ", "an emblem of mode image needs the name of its file"},
                    {"เติม \"image\": \"emblem.svg\" หรือเปลี่ยน mode เป็น placeholder",
                     "add \"image\": \"emblem.svg\", or make the mode placeholder"});
}

Diagnostic unreadable_image(const Place& where, const Place& asked_by, const Diagnostic& cause) {
  const Bilingual usual = {"ชื่อไฟล์นับจากโฟลเดอร์ของไฟล์ข้อมูล", "the name is looked up from the folder of the data file"};
  const bool is_of_pictures = cause.code.rfind("picture.", 0) == 0;  // what is no file has a way out of its own
  return data_fault("layout.unreadable-image", where, asked_by, cause.message, is_of_pictures ? cause.hint : usual);
}

Diagnostic unfit_picture(const Place& where, const Place& asked_by, const std::string& name,
                         const picture::Fault& fault) {
  using Kind = picture::Fault::Kind;
  const Bilingual named = {"ภาพ \"" + name + "\" ", "the picture \"" + name + "\" "};
  const auto told = [&](const char* code, const char* thai, const char* english) {
    Bilingual message = {named.thai + thai + fault.what.thai, named.english + english + fault.what.english};
    if (fault.line > 0) {
      message.thai += " บรรทัด " + std::to_string(fault.line);
      message.english += " in its line " + std::to_string(fault.line);
    }
    return data_fault(code, where, asked_by, message, fault.hint);
  };
  switch (fault.kind) {
    case Kind::refers_outside:
      return told("layout.outward-svg", "อ้างถึงสิ่งที่อยู่นอกตัวเอง: ", "refers to what lies outside it: ");
    case Kind::is_live:
      return told("layout.live-svg", "มีโปรแกรมอยู่ข้างใน: ", "carries a program: ");
    case Kind::not_allowed:
      return told("layout.svg-not-allowed", "มีสิ่งที่ไม่รับไว้ในภาพ: ", "holds what is not allowed in one: ");
    case Kind::over_limit:
      return told("layout.picture-limit", "เกินกำหนด: ", "goes over a limit: ");
    case Kind::damaged:
    case Kind::undrawable:
      break;
  }
  return told("layout.not-an-image", "ใช้ไม่ได้: ", "is no usable picture: ");
}

Diagnostic coarse_picture(const Place& where, const std::string& name, int dots_per_inch) {
  const std::string found = std::to_string(dots_per_inch);
  const std::string least = std::to_string(limits::coarse_dpi);
  Diagnostic diagnostic = data_fault(
      "layout.coarse-picture", where, {},
      {"ภาพ \"" + name + "\" มี " + found + " จุดต่อนิ้วเมื่อพิมพ์ ต่ำกว่า " + least + " (coarse_dpi) จะเห็นเป็นเม็ด",
       "the picture \"" + name + "\" has " + found + " dots to the inch on paper, fewer than " + least +
           " (coarse_dpi): its dots will be seen"},
      {"ใช้ภาพต้นฉบับจากกล้อง ไม่ใช่ภาพที่ส่งผ่านแอปแชต", "use the picture as the camera made it, not one sent by a chat"});
  diagnostic.severity = Severity::warning;
  return diagnostic;
}

Diagnostic picture_to_come(const Place& where, const Place& asked_by, const std::string& words) {
  const std::string named = words.empty() ? "" : " \"" + words + "\"";
  Diagnostic diagnostic = data_fault("data.picture-missing", where, asked_by,
                                     {"ยังไม่มีภาพ" + named + " จึงเป็นกรอบว่างที่มีคำว่ารอใส่ภาพ",
                                      "the picture" + named + " is not there yet; a frame that says so stands for it"},
                                     {"ใส่ชื่อไฟล์ภาพใน \"image\" หรือยอมรับด้วย accepted_warnings",
                                      "name its file in \"image\", or accept the warning in accepted_warnings"});
  diagnostic.severity = Severity::warning;
  return diagnostic;
}

Diagnostic odd_emblem_ratio(const Place& where, double ratio) {
  const std::string found = two_decimals(ratio);
  Diagnostic diagnostic =
      data_fault("layout.emblem-ratio", where, {},
                 {"ตรากว้างเป็น " + found + " เท่าของความสูง ตราครุฑกว้าง 0.85 ถึง 1.00 เท่า",
                  "the emblem is " + found + " times as wide as high; the Garuda is 0.85 to 1.00"},
                 {"ตัดขอบว่างของภาพ หรือตรวจว่าภาพไม่ถูกยืด", "crop empty edges, or see that the picture is not stretched"});
  diagnostic.severity = Severity::warning;
  return diagnostic;
}

Diagnostic coarse_emblem(const Place& where, int dots_per_inch, int least) {
  const std::string found = std::to_string(dots_per_inch);
  const std::string wanted = std::to_string(least);
  Diagnostic diagnostic = data_fault("layout.emblem-resolution", where, {},
                                     {"ตรามีความละเอียด " + found + " จุดต่อนิ้วเมื่อพิมพ์ ควรมีอย่างน้อย " + wanted,
                                      "the emblem has " + found + " dots per inch in print; it should have " + wanted},
                                     {"ใช้ภาพที่ใหญ่ขึ้น หรือ SVG", "use a larger picture, or an SVG"});
  diagnostic.severity = Severity::warning;
  return diagnostic;
}

}  // namespace krut::layout::faults
