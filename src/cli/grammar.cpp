#include "cli/grammar.h"

#include <algorithm>

#include "cli/amounts.h"
#include "krut/krut.hpp"

namespace krut::cli {

namespace {

constexpr char between_choices = '|';
constexpr std::size_t help_column = 34;

struct Words {
  const char* thai;
  const char* english;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : std::string(1, between_choices)) + word;
  return text;
}

/// The library's own, which leaves two lines empty between groups of options.
class Formatter : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    return CLI::detail::find_and_replace(CLI::Formatter::make_help(app, std::move(name), mode), "\n\n\n", "\n\n");
  }
};

/// Adds the commands one after the other.
class Grammar {
 public:
  Grammar(CLI::App& app, Arguments& arguments, bool is_thai) : app_(app), arguments_(arguments), is_thai_(is_thai) {}

  void add_all();

 private:
  [[nodiscard]] std::string said(Words words) const { return is_thai_ ? words.thai : words.english; }

  void add_manners();
  void add_common(CLI::App& command);
  void add_heeded(CLI::App& command);
  CLI::App* add_command(Command command, const char* name, Words help, Words examples);
  void add_data(CLI::App& command);
  void add_bounds(CLI::App& command);
  template <typename Read, typename Target>
  void add_amount(CLI::App& command, const char* name, Read read, Target& target, const char* value, Words help,
                  Words form);
  void add_standard(CLI::App& command);
  void add_image_dpi(CLI::App& command);
  void add_overwrite(CLI::App& command);
  void add_render();
  void add_read_back();
  void add_views();

  template <typename Target>
  CLI::Option* add_value(CLI::App& command, const char* names, Target& target, const char* value, Words help);
  void restrict_to(std::vector<std::string> choices, CLI::Option* option) const;
  void add_flag(CLI::App& command, const char* name, bool& target, bool meaning, Words help);

  CLI::App& app_;
  Arguments& arguments_;
  bool is_thai_;
};

template <typename Target>
CLI::Option* Grammar::add_value(CLI::App& command, const char* names, Target& target, const char* value, Words help) {
  CLI::Option* option = command.add_option(names, target, said(help));
  return option->type_name(value)->option_text(value)->allow_extra_args(false);
}

void Grammar::restrict_to(std::vector<std::string> choices, CLI::Option* option) const {
  const std::string list = joined(choices);
  option->type_name(list)->option_text(list);
  option->check(CLI::Validator(
      [choices = std::move(choices)](const std::string& given) {
        const bool is_known = std::find(choices.begin(), choices.end(), given) != choices.end();
        return is_known ? std::string() : std::string("is none of the words that it takes");
      },
      ""));
}

void Grammar::add_flag(CLI::App& command, const char* name, bool& target, bool meaning, Words help) {
  command
      .add_flag_callback(
          name, [&target, meaning] { target = meaning; }, said(help))
      ->disable_flag_override();
}

CLI::App* Grammar::add_command(Command command, const char* name, Words help, Words examples) {
  CLI::App* added = app_.add_subcommand(name, said(help));
  added->callback([&arguments = arguments_, command] { arguments.command = command; });
  added->group(said({"คำสั่ง", "Commands"}));
  added->footer(said({"ตัวอย่าง:\n", "Examples:\n"}) + said(examples));
  return added;
}

/// The options of every command, after its own.
void Grammar::add_common(CLI::App& command) {
  command.option_defaults()->group(said({"ตัวเลือกร่วม", "Common options"}));
  add_value(command, "--layouts", arguments_.layout_folders, folder_value,
            {"โฟลเดอร์รูปแบบเอกสาร ค้นก่อนของ krut (ใช้ซ้ำได้)", "Folder of layouts, before krut's own (repeatable)"});
  add_value(command, "--fonts", arguments_.font_folders, folder_value,
            {"โฟลเดอร์แบบอักษร ค้นก่อนของ krut (ใช้ซ้ำได้)", "Folder of fonts, before krut's own (repeatable)"});
  add_heeded(command);
  command.set_help_flag("-h,--help", said({"แสดงวิธีใช้แล้วจบ", "Print this help and exit"}));
}

/// These two were heeded before parsing (`wished_manner`), so that they hold for its faults too.
void Grammar::add_heeded(CLI::App& command) {
  const auto add = [&](const char* name, std::vector<std::string> choices, Words help) {
    CLI::Option* option = command.add_option_function<std::string>(
        name, [](const std::string&) {}, said(help));
    restrict_to(std::move(choices), option->allow_extra_args(false));
  };
  add("--lang", {"th", "en"},
      {"ภาษาของข้อความและวิธีใช้ หากไม่ระบุใช้ตาม locale", "Language of messages and help; else the locale decides"});
  add("--diagnostics", {"human", "json"},
      {"รูปของข้อความใน stderr: json คือบรรทัดละหนึ่งออบเจกต์",
       "Form of messages on standard error: json is one object a line"});
}

void Grammar::add_data(CLI::App& command) {
  add_value(command, "data", arguments_.input, file_value,
            {"ไฟล์ข้อมูล (JSON) หรือ - เพื่ออ่านจาก stdin", "Data file (JSON), - for standard input"})
      ->required();
  add_value(command, "-l,--layout", arguments_.layout, layout_value,
            {"ชื่อรูปแบบเอกสารหรือไฟล์ .xml หากไม่ระบุใช้ \"layout\" ในข้อมูล",
             "Layout name or .xml file; else the data's \"layout\" decides"});
  add_value(command, "--pictures", arguments_.pictures, folder_value,
            {"โฟลเดอร์ของภาพที่ข้อมูลระบุ หากไม่ระบุใช้โฟลเดอร์ของไฟล์ข้อมูล",
             "Folder of the pictures that the data names; else that of the data file"});
  add_flag(command, "--strict", arguments_.is_strict, true,
           {"จบด้วยรหัส 1 เมื่อมีคำเตือน", "Exit with 1 when there are warnings"});
  add_bounds(command);
}

/// A value with a unit; `form` says how it is written.
template <typename Read, typename Target>
void Grammar::add_amount(CLI::App& command, const char* name, Read read, Target& target, const char* value, Words help,
                         Words form) {
  CLI::Option* option = command.add_option_function<std::string>(
      name, [&target, read](const std::string& given) { target = read(given); }, said(help));
  option->type_name(value)->option_text(value)->allow_extra_args(false);
  option->check(CLI::Validator(
      [read, is_thai = is_thai_, written = said(form)](const std::string& given) {
        if (read(given)) return std::string();
        return (is_thai ? "\"" + given + "\" ใช้ไม่ได้ " : "\"" + given + "\" will not do: ") + written;
      },
      ""));
}

/// How much the work may take.
void Grammar::add_bounds(CLI::App& command) {
  add_amount(command, "--timeout", seconds_in, arguments_.timeout, seconds_value,
             {"จบด้วยรหัส 75 หากงานใช้เวลานานกว่านี้ (วินาที เช่น 10 หรือ 0.5)",
              "Exit with 75 when the work takes longer (seconds: 10, or 0.5)"},
             {"ใช้จำนวนวินาทีที่มากกว่า 0 เช่น 10 หรือ 0.5", "use seconds, more than 0: 10, or 0.5"});
  add_amount(command, "--max-memory", bytes_in, arguments_.max_memory, size_value,
             {"จบด้วยรหัส 75 หากงานใช้หน่วยความจำมากกว่านี้ (ไบต์ หรือลงท้ายด้วย K M G)",
              "Exit with 75 when the work takes more memory (bytes, or with K, M, G)"},
             {"ใช้จำนวนไบต์ที่มากกว่า 0 หรือลงท้ายด้วย K M G เช่น 512M", "use bytes, more than 0, or a unit K, M, G: 512M"});
}

void Grammar::add_standard(CLI::App& command) {
  const std::vector<std::string> names = api::pdf_standards();
  const std::string& usual = names.front();
  const std::string thai = "มาตรฐานที่ PDF ต้องเป็นไปตาม (ปกติ " + usual + ") ไม่เช่นนั้นจบด้วยรหัส 74";
  const std::string english = "What the PDF must keep (usually " + usual + "), else exit 74";
  restrict_to(names,
              add_value(command, "--pdf-standard", arguments_.pdf_standard, "", {thai.c_str(), english.c_str()}));
}

void Grammar::add_image_dpi(CLI::App& command) {
  add_amount(command, "--image-dpi", dots_in, arguments_.image_dpi, dots_value,
             {"ย่อภาพที่ละเอียดกว่านี้ (จุดต่อนิ้วบนกระดาษ เช่น 150) ปกติไม่ย่อ",
              "Scale pictures with more dots to the inch of paper down to these (150); else none is"},
             {"ใช้จำนวนเต็ม เช่น 150", "use a whole number: 150"});
}

void Grammar::add_overwrite(CLI::App& command) {
  add_flag(command, "--overwrite", arguments_.overwrites, true,
           {"เขียนทับได้แม้ไฟล์ที่มีผู้แก้ไขหรือลงลายมือชื่อแล้ว", "Replace also what was edited or signed, or is not krut's"});
}

void Grammar::add_render() {
  CLI::App* render = add_command(Command::render, "render", {"สร้าง PDF และ DOCX", "Make the PDF and the DOCX"},
                                 {"  krut render report.json                สร้าง report.pdf และ report.docx ไว้ข้างกัน\n"
                                  "  krut render report.json -o out.pdf     ไฟล์เดียว ชนิดตามนามสกุล\n"
                                  "  krut render report.json -o folder/     ทั้งสองไฟล์ ในโฟลเดอร์\n"
                                  "  krut render - -o - --format pdf        จาก stdin ออก stdout\n"
                                  "  krut render report.json --strict --pdf-standard a3a-ua1 --signatures hands.json",
                                  "  krut render report.json                report.pdf and report.docx beside it\n"
                                  "  krut render report.json -o out.pdf     one file; the extension decides\n"
                                  "  krut render report.json -o folder/     both, in a folder\n"
                                  "  krut render - -o - --format pdf        from standard input to standard output\n"
                                  "  krut render report.json --strict --pdf-standard a3a-ua1 --signatures hands.json"});
  add_data(*render);
  add_value(*render, "-o,--output", arguments_.outputs, file_value,
            {"ไฟล์ (.pdf, .docx) โฟลเดอร์ หรือ - (ใช้ซ้ำได้)", "File (.pdf, .docx), folder, or - (repeatable)"});
  restrict_to({"pdf", "docx"}, add_value(*render, "--format", arguments_.format, "", {"เฉพาะชนิดนี้", "Only this one"}));
  add_flag(*render, "--no-embed-fonts", arguments_.embeds_fonts, false,
           {"ไม่ฝังแบบอักษรใน DOCX", "Leave the fonts out of the DOCX"});
  add_flag(*render, "--no-source", arguments_.has_source, false,
           {"ไม่แนบข้อมูลไว้ในไฟล์", "Leave the data out of the files"});
  add_value(*render, "--signatures", arguments_.signatures, file_value,
            {"เขียนรายการช่องลงลายมือชื่อเป็น JSON ด้วย: ไฟล์ หรือ - เพื่อออก stdout",
             "Also list the signature fields as JSON: file, or - for standard output"});
  add_image_dpi(*render);
  add_standard(*render);
  add_overwrite(*render);
}

void Grammar::add_read_back() {
  CLI::App* read_back =
      add_command(Command::read_back, "read-back", {"คืนข้อมูลที่อยู่ใน PDF หรือ DOCX", "Give the data inside a PDF or DOCX"},
                  {"  krut read-back report.pdf -o data.json   ข้อมูลที่ใช้สร้าง ตรงกันทุกไบต์\n"
                   "  krut read-back report.docx --about       สร้างด้วยโปรแกรมและรูปแบบใด\n"
                   "  krut read-back --about a.pdf a.docx      สองไฟล์นี้เป็นชุดเดียวกันหรือไม่",
                   "  krut read-back report.pdf -o data.json   the data that it was made from, byte for byte\n"
                   "  krut read-back report.docx --about       which program and layout made it\n"
                   "  krut read-back --about a.pdf a.docx      whether the two belong together"});
  add_value(*read_back, "paper", arguments_.input, file_value,
            {"PDF หรือ DOCX ที่ krut สร้าง หรือ - เพื่ออ่านจาก stdin", "PDF or DOCX that krut made, - for standard input"})
      ->required();
  add_value(*read_back, "other", arguments_.other, file_value,
            {"อีกไฟล์ ใช้กับ --about: เป็นชุดเดียวกันหรือไม่ หากไม่ใช่จบด้วยรหัส 1",
             "A second paper, with --about: whether they belong together; exit 1 if not"});
  add_value(*read_back, "-o,--output", arguments_.outputs, file_value,
            {"ไฟล์สำหรับข้อมูล หากไม่ระบุออก stdout", "File for the data; else standard output"})
      ->expected(1);
  add_overwrite(*read_back);
  add_flag(*read_back, "--about", arguments_.is_about, true,
           {"พิมพ์ชื่อโปรแกรมและรูปแบบที่ใช้สร้างแทนข้อมูล เป็น JSON", "Print which program and layout made it instead, as JSON"});
  add_bounds(*read_back);
}

void Grammar::add_views() {
  const Words layout_help = {"ชื่อรูปแบบเอกสาร", "Layout name"};
  add_command(Command::layouts, "layouts", {"แสดงรายชื่อรูปแบบเอกสาร", "List the layouts"},
              {"  krut layouts\n"
               "  krut layouts --layouts my-layouts/     รวมของหน่วยงานเองด้วย",
               "  krut layouts\n"
               "  krut layouts --layouts my-layouts/     also those of one's own"});
  CLI::App* skeleton = add_command(
      Command::new_data, "new",
      {"พิมพ์โครงข้อมูลที่กรอกตัวอย่างไว้แล้ว สำหรับเริ่มต้น", "Print a filled skeleton of a layout's data, to start from"},
      {"  krut new ita/memo-report -o report.json  โครงสำหรับเริ่มต้น\n"
       "  krut new memo --explain                  อธิบายแต่ละบรรทัด",
       "  krut new ita/memo-report -o report.json  a skeleton to start from\n"
       "  krut new memo --explain                  each line explained"});
  add_value(*skeleton, "layout", arguments_.name, layout_value, layout_help)->required();
  add_flag(*skeleton, "--explain", arguments_.is_explained, true,
           {"อธิบายค่าในแต่ละบรรทัด (สำหรับอ่าน ไม่ใช่ JSON)", "Say on each line what the value is (for reading, not JSON)"});
  add_value(*skeleton, "-o,--output", arguments_.outputs, file_value,
            {"ไฟล์สำหรับโครง หากไม่ระบุออก stdout", "File for the skeleton; else standard output"})
      ->expected(1);
  add_overwrite(*skeleton);
  CLI::App* schema = add_command(
      Command::schema, "schema", {"พิมพ์ JSON Schema ของข้อมูล", "Print the JSON Schema of a layout's data"},
      {"  krut schema ita/memo-report > measures.schema.json", "  krut schema ita/memo-report > measures.schema.json"});
  add_value(*schema, "layout", arguments_.name, layout_value, layout_help)->required();
  CLI::App* fonts =
      add_command(Command::fonts, "fonts",
                  {"แสดงแบบอักษรที่พบ และที่รูปแบบเอกสารจะใช้", "List the fonts found and what a layout would use"},
                  {"  krut fonts\n"
                   "  krut fonts ita/memo-report --fonts my-fonts/   ว่าจะใช้แบบอักษรใด",
                   "  krut fonts\n"
                   "  krut fonts ita/memo-report --fonts my-fonts/   which of them it would use"});
  add_value(*fonts, "layout", arguments_.name, layout_value, layout_help);
  CLI::App* dump = add_command(Command::dump, "dump", {"พิมพ์ขั้นหนึ่งของงานเป็นข้อความ", "Print a stage of the work as text"},
                               {"  krut dump report.json --stage tags     สิ่งที่โปรแกรมอ่านหน้าจออ่าน",
                                "  krut dump report.json --stage tags     what a screen reader tells"});
  add_data(*dump);
  restrict_to({"document", "pages", "tags"}, add_value(*dump, "--stage", arguments_.stage, "",
                                                       {"ขั้นใด (ปกติ document)", "Which one (usually document)"}));
}

/// What stands for the whole program: its own help and version, and the words of the help around those of ours.
void Grammar::add_manners() {
  app_.description(
      said({"krut: รายงานราชการจากข้อมูล เป็น PDF และ DOCX", "krut: official Thai reports from data, as PDF and DOCX"}));
  app_.option_defaults()->group(said({"ตัวเลือก", "Options"}));
  app_.set_help_flag("-h,--help", said({"แสดงวิธีใช้แล้วจบ", "Print this help and exit"}));
  app_.set_version_flag("--version", "krut " + std::string(api::version()),
                        said({"แสดงรุ่นแล้วจบ", "Print the version and exit"}));
  app_.require_subcommand(1);
  add_heeded(app_);
  const auto formatter = std::make_shared<Formatter>();
  app_.formatter(formatter);
  formatter->column_width(help_column);
  formatter->label("Usage", said({"วิธีใช้", "Usage"}));
  formatter->label("OPTIONS", said({"ตัวเลือก", "OPTIONS"}));
  formatter->label("SUBCOMMAND", said({"คำสั่ง", "COMMAND"}));
  formatter->label("Positionals", said({"สิ่งที่ให้", "Arguments"}));
  std::string footer =
      said({"ตัวอย่าง:\n"
            "  krut new ita/memo-report -o report.json  โครงข้อมูลสำหรับเริ่มต้น\n"
            "  krut check report.json                   บอกทุกปัญหา ไม่เขียนไฟล์\n"
            "  krut render report.json                  สร้าง report.pdf และ report.docx ไว้ข้างกัน\n"
            "  krut render --help                       ตัวเลือกของคำสั่งหนึ่ง\n\n"
            "รหัสจบการทำงาน:\n",
            "Examples:\n"
            "  krut new ita/memo-report -o report.json  a filled skeleton to start from\n"
            "  krut check report.json                   every problem, nothing written\n"
            "  krut render report.json                  report.pdf and report.docx beside it\n"
            "  krut render --help                       the options of a command\n\n"
            "Exit codes:\n"});
  for (const ExitCode& exit : exit_codes(is_thai_)) {
    const std::string number = std::to_string(exit.code);
    footer += "  " + number + std::string(5 - number.size(), ' ') + exit.meaning + '\n';
  }
  footer.pop_back();
  app_.footer(footer);
}

void Grammar::add_all() {
  add_manners();
  add_render();
  CLI::App* check = add_command(Command::check, "check", {"บอกทุกปัญหา ไม่เขียนไฟล์", "Tell every problem; write nothing"},
                                {"  krut check report.json\n"
                                 "  krut check report.json --diagnostics json   สำหรับโปรแกรมอื่น",
                                 "  krut check report.json\n"
                                 "  krut check report.json --diagnostics json   for other programs"});
  add_data(*check);
  add_image_dpi(*check);
  add_standard(*check);
  add_read_back();
  add_views();
  for (CLI::App* command : app_.get_subcommands(nullptr)) add_common(*command);
}

}  // namespace

void add_commands(CLI::App& app, Arguments& arguments, bool is_thai) { Grammar(app, arguments, is_thai).add_all(); }

std::vector<const CLI::Option*> options_of(const CLI::App& command) {
  return command.get_options([](const CLI::Option* option) { return option->nonpositional(); });
}

std::vector<const CLI::Option*> arguments_of(const CLI::App& command) {
  return command.get_options([](const CLI::Option* option) { return option->get_positional(); });
}

std::vector<std::string> names_of(const CLI::Option& option) {
  return CLI::detail::split(option.get_name(false, true), ',');
}

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

bool is_repeatable(const CLI::Option& option) {
  return option.get_expected_max() >= CLI::detail::expected_max_vector_size;
}

std::vector<std::string> choices_of(const CLI::Option& option) {
  const std::string list = option.get_type_name();
  return list.find(between_choices) == std::string::npos ? std::vector<std::string>()
                                                         : CLI::detail::split(list, between_choices);
}

std::vector<ExitCode> exit_codes(bool is_thai) {
  const auto said = [is_thai](Words words) { return std::string(is_thai ? words.thai : words.english); };
  return {{0, said({"สำเร็จ", "ok"})},
          {1, said({"มีคำเตือนเมื่อใช้ --strict หรือไฟล์ที่อ่านคืนถูกแก้ไขแล้ว",
                    "warnings under --strict; a paper read back was edited"})},
          {2, said({"ใช้คำสั่งผิด", "usage"})},
          {64, said({"ข้อมูลผิด", "bad data"})},
          {65, said({"รูปแบบเอกสารผิด", "bad layout"})},
          {66, said({"ไม่มีไฟล์หรือภาพที่จะอ่าน", "input or picture missing"})},
          {69, said({"ไม่มีแบบอักษรหรือสิ่งที่ต้องใช้", "font or resource missing"})},
          {70, said({"ข้อผิดพลาดของ krut เอง", "our own bug"})},
          {73, said({"เขียนผลลัพธ์ไม่ได้ หรือจะทับงานของผู้อื่น", "cannot write, or it would replace somebody's work"})},
          {74, said({"ไม่เป็นไปตามมาตรฐาน", "conformance not reached"})},
          {75, said({"เกินขีดจำกัด", "limit"})},
          {129, said({"ถูกหยุดด้วย SIGHUP: ปิดหน้าจอคำสั่ง", "ended by SIGHUP: the terminal was closed"})},
          {130, said({"ถูกขัดจังหวะ (SIGINT)", "interrupted (SIGINT)"})},
          {143, said({"ถูกสั่งให้จบ (SIGTERM)", "ended by SIGTERM"})},
          {153, said({"ไฟล์ใหญ่เกินที่ผู้ใช้นี้เขียนได้ (SIGXFSZ)", "a file larger than this user may write (SIGXFSZ)"})}};
}

}  // namespace krut::cli
