#include "cli/man_page.h"

#include "cli/grammar.h"

namespace krut::cli {

namespace {

/// Text as roff prints it: a backslash, a hyphen and what stands first in a line mean something to it.
std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const bool is_first = result.empty() || result.back() == '\n';
    if (is_first && (c == '.' || c == '\'')) result += "\\&";
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      result += c;
    }
  }
  return result;
}

std::string bold(const std::string& text) { return "\\fB" + escaped(text) + "\\fR"; }
std::string slanted(const std::string& text) { return "\\fI" + escaped(text) + "\\fR"; }
std::string paragraph(const std::string& label, const std::string& text) {
  return ".TP\n" + label + '\n' + text + '\n';
}

std::string option_paragraph(const CLI::Option& option) {
  std::string label;
  for (const std::string& name : names_of(option)) label += (label.empty() ? "" : ", ") + bold(name);
  if (takes_value(option)) label += ' ' + slanted(option.get_type_name());
  return paragraph(label, escaped(option.get_description()));
}

/// Its usage, what it does, its arguments, its own options and its examples.
std::string command_part(const CLI::App& command, const std::string& common_group) {
  std::string usage = "krut " + command.get_name();
  std::string details;
  for (const CLI::Option* argument : arguments_of(command)) {
    const std::string name = argument->get_name();
    usage += argument->get_required() ? ' ' + name : " [" + name + ']';
    details += paragraph(slanted(name), escaped(argument->get_description()));
  }
  for (const CLI::Option* option : options_of(command)) {
    if (option->get_group() != common_group) details += option_paragraph(*option);
  }
  const std::string footer = command.get_footer();
  return ".SS " + escaped(usage) + '\n' + escaped(command.get_description()) + ".\n" + details + ".PP\n.nf\n" +
         escaped(footer) + "\n.fi\n";
}

/// The options that every command has.
std::string common_part(const CLI::App& command, const std::string& common_group) {
  std::string text;
  for (const CLI::Option* option : options_of(command)) {
    if (option->get_group() == common_group) text += option_paragraph(*option);
  }
  return text;
}

}  // namespace

std::string man_page(bool is_thai) {
  const auto said = [is_thai](const char* thai, const char* english) { return std::string(is_thai ? thai : english); };
  CLI::App app("", "krut");
  Arguments unused;
  add_commands(app, unused, is_thai);
  const std::vector<CLI::App*> commands = app.get_subcommands(nullptr);
  const std::string common_group = commands.front()->get_help_ptr()->get_group();

  std::string page = ".TH KRUT 1 \"\" \"" + escaped(app.version()) + "\"\n";
  page += ".SH " + said("ชื่อ", "NAME") + "\nkrut \\- " +
          said("รายงานราชการจากข้อมูล เป็น PDF และ DOCX", "official Thai reports from data, as PDF and DOCX") + '\n';
  page += ".SH " + said("วิธีใช้", "SYNOPSIS") + "\n.B krut\n" + slanted(said("คำสั่ง", "COMMAND")) + " [" +
          slanted(said("ตัวเลือก", "OPTIONS")) + "]\n";
  page += ".SH " + said("คำสั่ง", "COMMANDS") + '\n';
  for (const CLI::App* command : commands) page += command_part(*command, common_group);
  page += ".SH " + said("ตัวเลือกของทุกคำสั่ง", "OPTIONS OF EVERY COMMAND") + '\n' +
          common_part(*commands.front(), common_group);
  page += ".SH " + said("ตัวเลือกที่ไม่ใช้กับคำสั่ง", "OPTIONS WITHOUT A COMMAND") + '\n';
  for (const CLI::Option* option : options_of(app)) page += option_paragraph(*option);
  page += ".SH " + said("รหัสจบการทำงาน", "EXIT STATUS") + '\n';
  for (const ExitCode& exit : exit_codes(is_thai))
    page += paragraph(bold(std::to_string(exit.code)), escaped(exit.meaning));
  page += ".SH " + said("ตัวแปรแวดล้อม", "ENVIRONMENT") + '\n';
  page += paragraph(bold("LC_ALL, LC_MESSAGES, LANG"),
                    said("ภาษาของข้อความ: ไทยเมื่อตัวแรกที่กำหนดขึ้นต้นด้วย th",
                         "The language of messages: Thai where the first that is set begins with th"));
  page += paragraph(bold("SOURCE_DATE_EPOCH"),
                    said("วินาทีนับจาก 1970 เป็นวันที่ในไฟล์ หากไม่กำหนด ไฟล์ไม่มีวันที่",
                         "Seconds since 1970: the date in the files, which have none where it is not set"));
  return page;
}

}  // namespace krut::cli
