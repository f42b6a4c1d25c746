#include "unit/pdf/report_builder.h"

#include "unit/pdf/page_builder.h"

namespace krut::pdf::test {
namespace {

constexpr Length pitch = Length::points(18.1);
constexpr Length left = Length::millimetres(30);

class ReportBuilder {
 public:
  model::Pages build();

 private:
  model::NodeIndex add(model::NodeIndex parent, model::Role role, const std::string& alternative_text = "") {
    model::StructureNode node;
    node.role = role;
    node.parent = parent;
    node.alternative_text = alternative_text;
    pages_.structure.push_back(node);
    return static_cast<model::NodeIndex>(pages_.structure.size() - 1);
  }
  model::StructureNode& node(model::NodeIndex index) { return pages_.structure[index]; }

  void write(std::size_t page, model::Owner owner, const std::string& text, Length x = left, Length drop = pitch) {
    y_[page] += drop;
    model::TextLine text_line = line(font_, text, x, y_[page]);
    text_line.owner = owner;
    pages_.pages[page].marks.emplace_back(std::move(text_line));
  }
  model::NodeIndex write_new(std::size_t page, model::NodeIndex parent, model::Role role, const std::string& text) {
    const model::NodeIndex index = add(parent, role);
    write(page, {index}, text);
    return index;
  }

  void add_emblem(model::NodeIndex section);
  void add_list(model::NodeIndex section);
  void add_choice(model::NodeIndex parent, const std::string& label, bool is_ticked);
  void add_table(model::NodeIndex section);
  void add_signer(model::NodeIndex section, const std::string& field, const std::string& name);

  model::Pages pages_;
  std::shared_ptr<const model::FontProgram> font_ = built_face();
  Length y_[2] = {Length::millimetres(30), Length::millimetres(20)};
};

void ReportBuilder::add_emblem(model::NodeIndex section) {
  const model::NodeIndex figure = add(section, model::Role::figure, "ตราครุฑ");
  model::Box box;
  box.owner = {figure};
  box.x = left;
  box.y = Length::millimetres(15);
  box.width = Length::millimetres(14);
  box.height = Length::millimetres(15);
  box.thickness = Length::points(0.5);
  pages_.pages[0].marks.emplace_back(box);
}

void ReportBuilder::add_list(model::NodeIndex section) {
  const model::NodeIndex list = add(section, model::Role::list);
  for (const auto& [label, body] : {std::pair{"๑.", "ข้อหนึ่ง"}, std::pair{"๒.", "ข้อสอง"}}) {
    const model::NodeIndex item = add(list, model::Role::list_item);
    write_new(0, item, model::Role::label, label);
    const model::NodeIndex inside = add(item, model::Role::list_body);
    write(0, {add(inside, model::Role::paragraph)}, body, left + Length::millimetres(10), {});
  }
}

void ReportBuilder::add_choice(model::NodeIndex parent, const std::string& label, bool is_ticked) {
  const model::NodeIndex paragraph = add(parent, model::Role::paragraph);
  const model::NodeIndex form = add(paragraph, model::Role::form, label + (is_ticked ? ": เลือก" : ": ไม่เลือก"));
  y_[0] += pitch;
  model::Box box;
  box.owner = {form};
  box.x = left;
  box.width = box.height = Length::points(6.4);
  box.y = y_[0] - box.height;
  box.thickness = Length::points(0.48);
  box.is_ticked = is_ticked;
  pages_.pages[0].marks.emplace_back(box);
  write(0, {paragraph}, label, left + Length::points(10), {});
}

void ReportBuilder::add_table(model::NodeIndex section) {
  const model::NodeIndex table = add(section, model::Role::table, "มาตรการ");
  const model::NodeIndex head = add(table, model::Role::table_head);
  const model::NodeIndex head_row = add(head, model::Role::row);
  const model::NodeIndex issue = write_new(0, head_row, model::Role::header_cell, "ประเด็น");
  node(issue).row_span = 1;
  node(write_new(0, head_row, model::Role::header_cell, "การดำเนินการ")).column_span = 2;
  const model::NodeIndex body = add(table, model::Role::table_body);
  const model::NodeIndex group = add(body, model::Role::row);
  node(write_new(0, group, model::Role::header_cell, "กลุ่มแรก")).column_span = 3;
  const model::NodeIndex row = add(body, model::Role::row);
  const model::NodeIndex tall = add(row, model::Role::data_cell);
  node(tall).row_span = 2;
  const model::NodeIndex split_text = add(tall, model::Role::paragraph);
  write(0, {split_text}, "ต้นของเซลล์ ");
  const model::NodeIndex second = add(row, model::Role::data_cell);
  const model::NodeIndex second_text = add(second, model::Role::paragraph);
  write(0, {second_text}, "ช่องที่สอง ");
  add(row, model::Role::data_cell);
  write(1, {0, model::ArtifactKind::repeated_head}, "ประเด็น");
  write(1, {split_text}, "ปลายของเซลล์");
  write(1, {second_text}, "ต่อช่องที่สอง");
  const model::NodeIndex last = add(body, model::Role::row);
  node(write_new(1, last, model::Role::data_cell, "ช่องสุดท้าย")).column_span = 2;
  model::Rule rule;
  rule.x1 = left;
  rule.x2 = Length::millimetres(190);
  rule.y1 = rule.y2 = y_[1] + Length::points(5);
  rule.thickness = Length::points(0.5);
  pages_.pages[1].marks.emplace_back(rule);
}

void ReportBuilder::add_signer(model::NodeIndex section, const std::string& field, const std::string& name) {
  const model::NodeIndex form = add(section, model::Role::form, name);
  model::SignatureArea area;
  area.field_name = field;
  area.name = name;
  area.description = name;
  area.node = form;
  area.x = Length::millimetres(90);
  area.y = y_[1] + Length::points(10);
  area.width = Length::millimetres(60);
  area.height = Length::points(40);
  pages_.pages[1].signatures.push_back(area);
  y_[1] += Length::points(60);
  write_new(1, section, model::Role::paragraph, "(" + name + ")");
}

model::Pages ReportBuilder::build() {
  pages_ = document("รายงานผลการดำเนินการ");
  pages_.structure.resize(2);
  pages_.structure[0].language = "th-TH";
  pages_.pages = {empty_page("๑"), empty_page("๒")};
  pages_.provenance = {R"({"layout": "ita/memo-report", "word": "น้ำ"})", "ita/memo-report", "1"};
  add_emblem(1);
  const model::NodeIndex heading = write_new(0, 1, model::Role::heading, "บทนำ");
  node(heading).level = 2;
  pages_.outline = {{2, "บทนำ", 0, Length::millimetres(30)}};
  write(1, {0, model::ArtifactKind::page_header}, "- ๒ -");
  const model::NodeIndex mixed = write_new(0, 1, model::Role::paragraph, "ก่อน ");
  const model::NodeIndex english = write_new(0, mixed, model::Role::span, "Online ");
  node(english).language = "en";
  write(0, {mixed}, "หลัง");
  add_list(1);
  add_choice(1, "ดำเนินการแล้ว", true);
  add_choice(1, "ยังไม่ดำเนินการ", false);
  add_table(1);
  add(1, model::Role::paragraph);  // nothing in it
  const model::NodeIndex hands = add(1, model::Role::section);
  add_signer(hands, "Signature1", "นายหนึ่ง ตัวอย่าง");
  add_signer(hands, "Signature2", "นางสอง ตัวอย่าง");
  return std::move(pages_);
}

}  // namespace

model::Pages report() { return ReportBuilder().build(); }

}  // namespace krut::pdf::test
