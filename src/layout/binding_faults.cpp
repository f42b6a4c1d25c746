#include "layout/fault_words.h"
#include "layout/faults.h"

namespace krut::layout::faults {

namespace {

const Bilingual& name_of(FilterInput input) {
  static const Bilingual date = {"วันที่", "a date"};
  static const Bilingual number = {"จำนวน", "a number"};
  static const Bilingual period = {"ช่วงเวลา (from กับ to)", "a period (from and to)"};
  static const Bilingual text = {"ข้อความ", "text"};
  switch (input) {
    case FilterInput::date:
      return date;
    case FilterInput::number:
      return number;
    case FilterInput::period:
      return period;
    case FilterInput::text:
      break;
  }
  return text;
}

const Bilingual& name_of(data::ShapeKind kind) {
  using data::ShapeKind;
  static const Bilingual any = {"ค่าใดก็ได้", "any value"};
  static const Bilingual object = {"ออบเจกต์", "an object"};
  static const Bilingual array = {"รายการ", "a list"};
  static const Bilingual text = {"ข้อความ", "text"};
  static const Bilingual number = {"ตัวเลข", "a number"};
  static const Bilingual boolean = {"ค่าจริงเท็จ", "true or false"};
  static const Bilingual date = {"วันที่", "a date"};
  static const Bilingual blocks = {"ข้อความหรือรายการ", "text or a list"};
  switch (kind) {
    case ShapeKind::object:
      return object;
    case ShapeKind::array:
      return array;
    case ShapeKind::text:
      return text;
    case ShapeKind::number:
      return number;
    case ShapeKind::boolean:
      return boolean;
    case ShapeKind::date:
      return date;
    case ShapeKind::blocks:
      return blocks;
    case ShapeKind::any:
      break;
  }
  return any;
}

/// The filters that are made for what is there and give words to print.
Words filters_for(data::ShapeKind kind) {
  Words names;
  for (const Filter& each : all_filters()) {
    const bool is_of_dates = kind == data::ShapeKind::date;
    const bool is_made_for = accepts(each.input, kind) && (!is_of_dates || each.input == FilterInput::date);
    if (is_made_for && each.output == FilterOutput::text) names.emplace_back(each.name);
  }
  return names;
}

Bilingual filters_hint(const Filter& written, data::ShapeKind kind) {
  const Words fitting = filters_for(kind);
  if (fitting.empty() && written.input == FilterInput::period) {
    return {"ใช้กับออบเจกต์ที่สคีมากำหนดให้มีวันที่ from กับ to",
            "use it on an object that has the dates from and to in the schema"};
  }
  if (fitting.empty()) return {"ลบตัวกรองออก", "take the filter out"};
  const Bilingual list = {"ตัวกรองที่อ่าน" + name_of(kind).thai + "ได้: " + listed(fitting),
                          "filters that read " + name_of(kind).english + ": " + listed(fitting)};
  if (written.input != FilterInput::date || kind != data::ShapeKind::text) return list;
  return {"ถ้าเป็นวันที่ ให้สคีมากำหนด \"format\": \"date\" " + list.thai,
          "if it is a date, give it \"format\": \"date\" in the schema; " + list.english};
}

}  // namespace

Diagnostic no_schema(const Place& place, const std::string& name, const Bilingual& cause) {
  return fault("layout.no-schema", place,
               {"ใช้สคีมา " + quoted(name) + " ไม่ได้: " + cause.thai,
                "cannot use the schema " + quoted(name) + ": " + cause.english},
               {"ระบุสคีมา (JSON Schema) ที่วางไว้ข้างไฟล์แบบ", "name a JSON Schema that lies beside the layout"});
}

Diagnostic unknown_path(const Place& place, const std::string& key, const std::string& parent, const Words& known) {
  const Bilingual owner = parent.empty() ? Bilingual{"ข้อมูล", "the data"} : Bilingual{' ' + parent, parent};
  return fault(
      "layout.unknown-path", place,
      {"สคีมาไม่มี " + quoted(key) + " ใน" + owner.thai, "the schema has no " + quoted(key) + " in " + owner.english},
      hint_among(key, known, {"ชื่อ", "names"}));
}

Diagnostic no_members(const Place& place, const std::string& parent, data::ShapeKind kind) {
  const bool is_list = kind == data::ShapeKind::array || kind == data::ShapeKind::blocks;
  return fault("layout.unknown-path", place,
               {parent + " เป็น" + name_of(kind).thai + " จึงไม่มีค่าย่อย",
                parent + " is " + name_of(kind).english + " and has no members"},
               is_list ? Bilingual{"ใช้ each=\"ชื่อ in " + parent + "\" แล้วเรียก ชื่อ.…",
                                   "walk it with each=\"name in " + parent + "\" and use name.…"}
                       : Bilingual{"เขียนเพียง " + parent, "write just " + parent});
}

Diagnostic not_a_list(const Place& place, const std::string& path, data::ShapeKind kind) {
  Bilingual hint = {"ลบ each แล้วใช้ " + path + " โดยตรง", "take each out and use " + path + " as it is"};
  if (kind == data::ShapeKind::blocks) {
    hint = {"ใช้ <content select=\"" + path + "\"/>", "use <content select=\"" + path + "\"/>"};
  } else if (kind == data::ShapeKind::object) {
    hint = {"วนซ้ำรายการที่อยู่ข้างใน หรือลบ each แล้วใช้ " + path + ".…",
            "walk a list inside it, or take each out and use " + path + ".…"};
  }
  return fault("layout.not-a-list", place,
               {path + " เป็น" + name_of(kind).thai + " จึงวนซ้ำด้วย each ไม่ได้",
                path + " is " + name_of(kind).english + " and cannot be walked with each"},
               hint);
}

Diagnostic prints_many(const Place& place, const std::string& path, data::ShapeKind kind, const Words& members) {
  Bilingual hint = {"ให้สคีมากำหนดคีย์ของค่านี้ หรือพิมพ์ค่าอื่น", "give it keys in the schema, or print another value"};
  if (kind == data::ShapeKind::object && !members.empty()) {
    hint = {"เลือกค่าย่อยหนึ่งค่า: " + listed(members), "print one of its members: " + listed(members)};
  } else if (kind == data::ShapeKind::blocks) {
    hint = {"ใช้ <content select=\"" + path + "\"/>", "use <content select=\"" + path + "\"/>"};
  } else if (kind == data::ShapeKind::array) {
    hint = {"วนด้วย each=\"ชื่อ in " + path + "\"", "walk it with each=\"name in " + path + "\""};
  }
  return fault("layout.not-printable", place,
               {path + " เป็น" + name_of(kind).thai + " จึงพิมพ์ด้วย {{ }} ไม่ได้",
                path + " is " + name_of(kind).english + " and cannot be printed with {{ }}"},
               hint);
}

Diagnostic wrong_filter(const Place& place, const Filter& filter, const std::string& path, data::ShapeKind kind) {
  const std::string name(filter.name);
  return fault("layout.wrong-filter", place,
               {"ตัวกรอง " + name + " อ่าน" + name_of(filter.input).thai + " แต่ " + path + " เป็น" + name_of(kind).thai,
                "the filter " + name + " reads " + name_of(filter.input).english + ", but " + path + " is " +
                    name_of(kind).english},
               filters_hint(filter, kind));
}

Diagnostic unfinished_period(const Place& place, const Filter& filter) {
  Words readers;
  for (const Filter& each : all_filters()) {
    if (each.input == FilterInput::period) readers.emplace_back(each.name);
  }
  const std::string name(filter.name);
  return fault("layout.wrong-filter", place,
               {"ตัวกรอง " + name + " ให้ช่วงเวลา ซึ่งยังพิมพ์ไม่ได้",
                "the filter " + name + " makes a period, which cannot be printed as it is"},
               {"ต่อด้วยตัวกรองหนึ่งใน " + listed(readers), "let one of these filters follow: " + listed(readers)});
}

Diagnostic not_content(const Place& place, const std::string& path, data::ShapeKind kind) {
  return fault(
      "layout.not-content", place,
      {path + " เป็น" + name_of(kind).thai + " จึงใช้กับ <content> ไม่ได้",
       path + " is " + name_of(kind).english + ", which <content> cannot print"},
      {"<content> พิมพ์ข้อความ หรือรายการของย่อหน้าและข้อ", "<content> prints text, or a list of paragraphs and items"});
}

Diagnostic not_comparable(const Place& place, const std::string& path, data::ShapeKind kind) {
  return fault("layout.not-comparable", place,
               {path + " เป็น" + name_of(kind).thai + " จึงเทียบกับข้อความไม่ได้",
                path + " is " + name_of(kind).english + " and cannot be compared with a text"},
               {"ถามเพียงว่ามีหรือไม่: if=\"" + path + "\"", "ask only whether it is there: if=\"" + path + "\""});
}

Diagnostic not_sortable(const Place& place, const std::string& path, data::ShapeKind kind) {
  return fault("layout.not-sortable", place,
               {path + " เป็น" + name_of(kind).thai + " จึงใช้เรียงลำดับไม่ได้",
                path + " is " + name_of(kind).english + ", which nothing can be sorted by"},
               {"เรียงตามข้อความ จำนวน หรือวันที่", "sort by a text, a number or a date"});
}

Diagnostic not_a_choice(const Place& place, const std::string& path, data::ShapeKind kind) {
  return fault("layout.not-a-choice", place,
               {path + " เป็น" + name_of(kind).thai + " ที่ไม่มีตัวเลือกตายตัว จึงใช้กับ <choice> ไม่ได้",
                path + " is " + name_of(kind).english + " without a fixed set of values, so <choice> cannot show it"},
               {"ให้สคีมากำหนด enum", "give it an enum in the schema"});
}

Diagnostic unknown_choice(const Place& place, const std::string& value, const std::string& path, const Words& known) {
  return fault("layout.unknown-choice", place,
               {path + " ไม่มีทางเป็น " + quoted(value), path + " can never be " + quoted(value)},
               hint_among(value, known, {"ค่า", "values"}));
}

Diagnostic missing_option(const Place& place, const std::string& value, const std::string& path) {
  return fault("layout.missing-option", place,
               {"<choice> ไม่มีตัวเลือกสำหรับ " + quoted(value) + " ของ " + path,
                "<choice> has no option for " + quoted(value) + " of " + path},
               {"เพิ่ม <option value=\"" + value + "\">…</option>", "add <option value=\"" + value + "\">…</option>"});
}

Diagnostic not_an_emblem(const Place& place, const std::string& path) {
  return fault("layout.not-an-emblem", place, {path + " ไม่ใช่ออบเจกต์ที่มี mode", path + " is no object with a mode"},
               {"ตราครุฑในข้อมูลคือ {\"mode\": \"image\", \"image\": …}",
                "an emblem in the data is {\"mode\": \"image\", \"image\": …}"});
}

}  // namespace krut::layout::faults
