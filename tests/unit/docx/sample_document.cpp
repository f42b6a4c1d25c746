#include "sample_document.h"

#include <utility>

#include "base/files.h"
#include "base/limits.h"

namespace krut::tests {

namespace {

constexpr const char* family = "TH SarabunPSK";

/// Ids in document order, as a layout gives them.
class Numberer {
 public:
  void number(model::Document& document) {
    for (model::Section& section : document.sections) {
      section.id = ++last_;
      number(section.header);
      number(section.footer);
      number(section.blocks);
    }
  }

 private:
  void number(std::optional<model::Furniture>& furniture) {
    if (!furniture) return;
    for (model::Paragraph& paragraph : furniture->paragraphs) paragraph.id = ++last_;
  }
  void number(std::vector<model::Block>& blocks) {
    for (model::Block& block : blocks) std::visit([&](auto& content) { number(content); }, block.content);
  }
  void number(model::Paragraph& paragraph) { paragraph.id = ++last_; }
  void number(model::Figure& figure) { figure.id = ++last_; }
  void number(model::HorizontalRule& rule) { rule.id = ++last_; }
  void number(model::Frame& frame) {
    frame.id = ++last_;
    number(frame.blocks);
  }
  void number(model::PageBreak&) {}
  void number(model::Fill& fill) { fill.id = ++last_; }
  void number(model::List& list) {
    list.id = ++last_;
    for (model::ListItem& item : list.items) {
      item.id = ++last_;
      number(item.blocks);
    }
  }
  void number(model::Choice& choice) {
    choice.id = ++last_;
    for (model::Choice::Option& option : choice.options) option.id = ++last_;
  }
  void number(model::LabelledLine& field) {
    field.id = ++last_;
    for (model::LabelledLine::Item& item : field.items) item.id = ++last_;
  }
  void number(model::SideBySide& block) {
    block.id = ++last_;
    for (model::SideBySide::Side& side : block.sides) number(side.blocks);
  }
  void number(model::Signatures& signatures) {
    signatures.id = ++last_;
    for (model::Signer& signer : signatures.signers) signer.id = ++last_;
  }
  void number(std::vector<model::Row>& rows) {
    for (model::Row& row : rows) {
      row.id = ++last_;
      for (model::Cell& cell : row.cells) {
        cell.id = ++last_;
        number(cell.blocks);
      }
    }
  }
  void number(model::Table& table) {
    table.id = ++last_;
    number(table.head);
    for (model::RowGroup& group : table.groups) {
      group.id = ++last_;
      number(group.head);
      number(group.rows);
    }
    number(table.foot);
  }

  model::ElementId last_ = 0;
};

model::Style style(const std::string& name, double size, double pitch) {
  model::Style result;
  result.name = name;
  result.text.family = family;
  result.text.size = Length::points(size);
  result.paragraph.line_pitch = Length::points(pitch);
  return result;
}

model::Signer signer(int index) {
  static const char* const names[] = {"(นางสาวสมใจ รักสะอาด)", "(นายประเสริฐ ยิ้มแย้มแจ่มใส)", "(นางวันเพ็ญ ทองดี)",
                                      "(ว่าที่ร้อยตรี ธีรพงษ์ น้ำใจ)"};
  static const char* const positions[] = {"นักวิเคราะห์นโยบายและแผนชำนาญการ", "หัวหน้าสำนักปลัด", "ปลัดองค์การบริหารส่วนตำบล",
                                          "นายกองค์การบริหารส่วนตำบลน้ำใส"};
  const std::string base = "/memo/signatures/" + std::to_string(index);
  model::Signer result;
  result.field_name = "signature_" + std::to_string(index + 1);
  result.name = {span(names[index % 4], sign_style, base + "/name")};
  result.name.front().stays_on_one_line = true;
  result.position = {{span(positions[index % 4], sign_style, base + "/position")}};
  return result;
}

model::Furniture page_number_header() {
  model::Furniture header;
  model::Paragraph line;
  line.style = body_style;
  line.format = sample_styles()[body_style].paragraph;
  line.format.alignment = model::Alignment::center;
  line.format.first_line_indent = line.format.space_before = Length();
  model::Span number = span("");
  number.kind = model::SpanKind::page_number;
  line.spans = {span("- "), number, span(" -")};
  header.paragraphs = {line};
  header.from_page = 2;
  header.distance = 10_mm;
  return header;
}

model::Block measure_list(int items, const std::string& base) {
  std::vector<std::string> texts;
  for (int i = 0; i < items; ++i) {
    texts.push_back("จัดทำคำสั่งแบ่งงานและกำหนดขั้นตอนการให้บริการประชาชนให้ชัดเจน ข้อที่ " + std::to_string(i + 1));
  }
  model::List result = list(model::MarkerStyle::thai_dot, texts);
  for (std::size_t i = 0; i < result.items.size(); ++i) {
    auto& first = std::get<model::Paragraph>(result.items[i].blocks.front().content);
    first.spans.front().pointer = base + "/method/" + std::to_string(i);
  }
  return {result};
}

model::Row measure_row(int index) {
  const std::string base = "/parts/0/indicators/0/measures/" + std::to_string(index);
  model::Row result =
      row({cell("ประเด็นที่ต้องปรับปรุงการปฏิบัติหน้าที่ของเจ้าหน้าที่ตามมาตรฐาน"), {}, cell("สำนักปลัด"), cell("๓๑ มี.ค.๖๖"), {}});
  result.cells[1].blocks = {measure_list(1 + index % 6, base)};
  result.cells[4].blocks = {paragraph("ดำเนินการแล้ว และเผยแพร่ทาง Website ของ อบต.", cell_style), {choice(index % 3)}};
  auto& box = std::get<model::Choice>(result.cells[4].blocks[1].content);
  box.pointer = base + "/status";
  result.pointer = base;
  return result;
}

model::Table measures_table() {
  model::Table table;
  for (const double width : {38.0, 0.0, 25.0, 22.0, 0.0}) {
    model::Column column;
    column.kind = width > 0 ? model::Column::Kind::fixed : model::Column::Kind::share;
    column.width = Length::millimetres(width);
    table.columns.push_back(column);
  }
  table.left_padding = table.right_padding = Length::points(5);
  table.rule_thickness = 0.5_pt;
  table.title = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส";
  model::Row first =
      row({cell("ประเด็น", head_style), cell("การดำเนินการ", head_style), cell("ผลการดำเนินการ", head_style)});
  first.cells[0].row_span = 2;
  first.cells[1].column_span = 3;
  first.cells[2].row_span = 2;
  for (model::Cell& each : first.cells) each.vertical_alignment = model::VerticalAlignment::middle;
  model::Row second = row({cell("วิธีดำเนินการ", head_style), cell("ผู้รับผิดชอบ", head_style), cell("ระยะเวลา", head_style)});
  table.head = {first, second};
  for (int group = 0; group < 2; ++group) {
    model::RowGroup rows;
    model::Row label = row({cell(group == 0 ? "๑. การปฏิบัติหน้าที่" : "๒. การใช้งบประมาณ", heading_style)});
    label.cells[0].column_span = 5;
    rows.head = {label};
    for (int index = 0; index < 6; ++index) rows.rows.push_back(measure_row(group * 6 + index));
    rows.rows[1].cells[2].row_span = 2;
    rows.rows[2].cells.erase(rows.rows[2].cells.begin() + 2);
    table.groups.push_back(rows);
  }
  return table;
}

}  // namespace

std::vector<model::Style> sample_styles() {
  std::vector<model::Style> styles{style("title", 29, 35),     style("field", 20, 22.6), style("body", 16, 18.1),
                                   style("section", 16, 18.1), style("cell", 16, 18.1),  style("head", 16, 18.1),
                                   style("sign", 16, 18.1)};
  styles[title_style].text.is_bold = true;
  styles[title_style].paragraph.alignment = model::Alignment::center;
  styles[field_style].text.is_bold = true;
  styles[body_style].paragraph.alignment = model::Alignment::thai_distribute;
  styles[body_style].paragraph.first_line_indent = 25_mm;
  styles[body_style].paragraph.space_before = 6_pt;
  styles[heading_style].text.is_bold = true;
  styles[heading_style].paragraph.outline_level = 1;
  styles[heading_style].paragraph.keeps_with_next = true;
  styles[head_style].text.is_bold = true;
  styles[head_style].paragraph.alignment = model::Alignment::center;
  styles[sign_style].paragraph.alignment = model::Alignment::center;
  return styles;
}

model::Span span(const std::string& text, model::StyleIndex style, const std::string& pointer) {
  static const std::vector<model::Style> styles = sample_styles();
  model::Span result;
  result.text = text;
  result.format = styles.at(style).text;
  result.pointer = pointer;
  return result;
}

model::Block paragraph(std::vector<model::Span> spans, model::StyleIndex style) {
  model::Paragraph result;
  result.style = style;
  result.format = sample_styles().at(style).paragraph;
  result.spans = std::move(spans);
  return {result};
}

model::Block paragraph(const std::string& text, model::StyleIndex style) {
  return paragraph({span(text, style)}, style);
}

model::Section portrait(std::vector<model::Block> blocks) {
  model::Section section;
  section.page_width = 210_mm;
  section.page_height = 297_mm;
  section.margin_top = 15_mm;
  section.margin_right = 20_mm;
  section.margin_bottom = 20_mm;
  section.margin_left = 30_mm;
  section.blocks = std::move(blocks);
  return section;
}

model::Section landscape(std::vector<model::Block> blocks) {
  model::Section section = portrait(std::move(blocks));
  std::swap(section.page_width, section.page_height);
  section.margin_top = section.margin_left = section.margin_bottom = 20_mm;
  return section;
}

model::Document document_of(std::vector<model::Block> blocks) {
  model::Document document;
  document.title = "รายงานตัวอย่าง";
  document.author = "องค์การบริหารส่วนตำบลน้ำใส";
  document.styles = sample_styles();
  document.sections = {portrait(std::move(blocks))};
  document.provenance = {R"({"title": "ตัวอย่าง"})", "ita/memo-report", "1"};
  Numberer().number(document);
  return document;
}

model::Cell cell(const std::string& text, model::StyleIndex style) {
  model::Cell result;
  result.blocks = {paragraph(text, style)};
  return result;
}

model::Row row(std::vector<model::Cell> cells) {
  model::Row result;
  result.cells = std::move(cells);
  return result;
}

model::List list(model::MarkerStyle marker, const std::vector<std::string>& texts, int first) {
  static const char* const digits[] = {"๐", "๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙"};
  model::List result;
  result.marker_style = marker;
  result.style = cell_style;
  result.hang = 14_pt;
  for (const std::string& text : texts) {
    model::ListItem item;
    item.number = marker == model::MarkerStyle::dash ? 0 : first++;
    item.marker = item.number == 0 ? "-" : std::string(digits[item.number % 10]) + ".";
    item.blocks = {paragraph(text, cell_style)};
    result.items.push_back(std::move(item));
  }
  return result;
}

model::Choice choice(int chosen) {
  model::Choice result;
  result.style = cell_style;
  result.format = sample_styles()[cell_style].paragraph;
  result.text = sample_styles()[cell_style].text;
  result.pointer = "/status";
  result.name = "สถานะ";
  result.box_side = 6.4_pt;
  result.box_gap = 3.5_pt;
  int index = 0;
  for (const char* label : {"ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ได้ดำเนินการ"}) {
    result.options.push_back({0, label, index++ == chosen});
  }
  return result;
}

model::LabelledLine subject_line() {
  model::LabelledLine line;
  line.style = field_style;
  line.format.line_pitch = 22.6_pt;
  line.leader = model::Leader::dots;
  line.label = {span("เรื่อง", field_style)};
  line.gap = {span("  ", body_style)};
  line.items = {{0,
                 "",
                 {span("รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
                       "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน",
                       body_style, "/memo/subject")}}};
  return line;
}

model::LabelledLine enclosures() {
  model::LabelledLine field;
  field.style = cell_style;
  field.format.line_pitch = 18.1_pt;
  field.format.space_before = 6_pt;
  field.label = {span("สิ่งที่ส่งมาด้วย", cell_style)};
  field.gap = {span("  ", cell_style)};
  field.items = {{0, "๑.", {span("แผนการฝึกซ้อม", cell_style, "/letter/enclosures/0")}},
                 {0, "๒.", {span("แบบตอบรับ", cell_style, "/letter/enclosures/1")}}};
  return field;
}

model::Signatures signatures(int columns, int signers) {
  model::Signatures result;
  result.style = sign_style;
  result.format = sample_styles()[sign_style].paragraph;
  result.columns = columns;
  result.axis = 98_mm;
  result.width = 76_mm;
  result.space_before = 6_pt;
  for (int index = 0; index < signers; ++index) result.signers.push_back(signer(index));
  return result;
}

model::Document rich_document() {
  const std::string running =
      "ตามที่สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ ได้ประกาศผลการประเมินคุณธรรมและความโปร่งใส (ITA) "
      "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ นั้น องค์การบริหารส่วนตำบลน้ำใสได้คะแนนรวม ๘๙.๗๒ คะแนน อยู่ในระดับ A "
      "จึงขอรายงานผลการดำเนินการตามมาตรการที่กำหนดไว้ รายละเอียดตามเอกสารแนบท้าย";
  model::Document document = document_of(
      {{subject_line()},
       paragraph({span("เรียน  ", cell_style), span("นายกองค์การบริหารส่วนตำบลน้ำใส", cell_style, "/memo/addressee")},
                 cell_style),
       paragraph({span(running, body_style, "/memo/reason")}),
       paragraph({span("ทั้งนี้ ได้เผยแพร่ที่ ", body_style), span("https://www.example.go.th", body_style, "/memo/url"),
                  span(" แล้ว", body_style)}),
       paragraph("จึงเรียนมาเพื่อโปรดพิจารณา"),
       {signatures(1, 4)}});
  document.sections.front().header = page_number_header();

  model::Signatures pair = signatures(2, 2);
  pair.has_dotted_line = true;
  pair.signers[0].role = {span("ผู้รายงาน", sign_style)};
  pair.signers[1].role = {span("ผู้บังคับบัญชา", sign_style)};
  pair.signers[1].remark = {span("- ทราบ", sign_style)};
  model::Figure figure;
  figure.width = 60_mm;
  figure.height = 30_mm;
  figure.caption_style = head_style;
  figure.caption = {span("ภาพกิจกรรม", head_style)};
  document.sections.push_back(landscape({paragraph("รายงานผลการดำเนินการ", heading_style),
                                         {measures_table()},
                                         paragraph("สรุปข้อเสนอแนะ"),
                                         {list(model::MarkerStyle::dash, {"ปรับปรุงเว็บไซต์", "อบรมเจ้าหน้าที่"})},
                                         {list(model::MarkerStyle::arabic_paren, {"ข้อแรก", "ข้อสอง"}, 3)},
                                         {model::PageBreak{}},
                                         paragraph("ภาคผนวก", heading_style),
                                         {figure},
                                         {pair}}));
  document.sections.back().header = page_number_header();
  model::HorizontalRule rule;
  rule.width = 40_mm;
  rule.thickness = 0.5_pt;
  model::Frame frame;
  frame.width = 50_mm;
  frame.left = 100_mm;
  frame.blocks = {paragraph("สำเนาคู่ฉบับ", cell_style), {figure}};
  document.sections.push_back(portrait({{enclosures()}, {rule}, {frame}, paragraph("จึงเรียนมาเพื่อโปรดทราบ")}));
  Numberer().number(document);
  return document;
}

model::Image image_of(model::ImageKind kind, const std::string& bytes, const std::string& words) {
  model::Image image;
  image.kind = kind;
  image.bytes = std::make_shared<const std::string>(bytes);
  image.width = Length::millimetres(14);
  image.height = Length::millimetres(15);
  image.alternative_text = words;
  return image;
}

docx::Options sample_options() {
  docx::Options options;
  options.application = "krut 1.0";
  options.created_at = 1'681'084'800;
  for (const char* file : {"KrutSarabun", "KrutSarabun-Bold"}) {
    auto program = std::make_shared<model::FontProgram>();
    program->family = "Krut Sarabun";
    program->is_bold = std::string_view(file) == "KrutSarabun-Bold";
    program->bytes = std::make_shared<const std::string>(
        files::read_whole(std::string(KRUT_FONT_FOLDER) + "/" + file + ".ttf", limits::font_bytes));
    options.faces.push_back({family, program});
  }
  return options;
}

}  // namespace krut::tests
