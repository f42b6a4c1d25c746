#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/exit_code.h"
#include "krut/krut.hpp"

namespace krut::cli {

namespace {

constexpr const char* examples =
    "Examples:\n"
    "  krut render report.json                  report.pdf and report.docx beside it\n"
    "  krut render report.json -o out.pdf       one file; the extension decides\n"
    "  krut render report.json -o folder/       both, in a folder\n"
    "  krut render - -o - --format pdf          from standard input to standard output\n"
    "  krut check report.json                   every problem, nothing written\n"
    "  krut read-back report.pdf -o data.json   the data that a PDF or DOCX was made from\n"
    "  krut new ita/memo-report > report.json   a filled skeleton to start from\n"
    "  krut schema ita/memo-report              what the data may hold, as JSON Schema\n"
    "\n"
    "Exit codes: 0 ok, 1 warnings under --strict, 2 usage, 64 bad data, 65 bad layout,\n"
    "66 input missing, 69 font or resource missing, 70 our own bug, 73 cannot write,\n"
    "74 conformance not reached, 75 limit, 130 interrupted.";

void add_common(CLI::App& command, Arguments& arguments) {
  command.add_option("--layouts", arguments.layout_folders, "Folder of layouts, before krut's own (repeatable)");
  command.add_option("--fonts", arguments.font_folders, "Folder of fonts, before krut's own (repeatable)");
  command.add_option("--lang", arguments.language, "Language of messages; else the locale decides")
      ->check(CLI::IsMember({"th", "en"}));
  command
      .add_option_function<std::string>(
          "--diagnostics",
          [&arguments](const std::string& form) {
            arguments.diagnostics = form == "json" ? DiagnosticsForm::json : DiagnosticsForm::human;
          },
          "Form of messages on standard error: human or json (one object a line)")
      ->check(CLI::IsMember({"human", "json"}));
}

void add_data_options(CLI::App& command, Arguments& arguments) {
  command.add_option("data", arguments.input, "Data file (JSON), - for standard input")->required();
  command.add_option("-l,--layout", arguments.layout, "Layout name or .xml file; else the data's \"layout\" decides");
  command.add_flag("--strict", arguments.is_strict, "Exit with 1 when there are warnings");
}

void add_standard(CLI::App& command, Arguments& arguments) {
  const std::vector<std::string> names = api::pdf_standards();
  arguments.pdf_standard = names.front();
  command.add_option("--pdf-standard", arguments.pdf_standard, "What the PDF must keep, else exit 74")
      ->check(CLI::IsMember(names))
      ->capture_default_str();
}

CLI::App* add_command(CLI::App& app, Arguments& arguments, Command command, const char* name, const char* description) {
  CLI::App* added = app.add_subcommand(name, description);
  added->callback([&arguments, command] { arguments.command = command; });
  add_common(*added, arguments);
  return added;
}

void add_render(CLI::App& app, Arguments& arguments) {
  CLI::App* render = add_command(app, arguments, Command::render, "render", "Make the PDF and the DOCX");
  add_data_options(*render, arguments);
  render->add_option("-o,--output", arguments.outputs, "File (.pdf, .docx), folder, or - (repeatable)");
  render->add_option("--format", arguments.format, "Only this one: pdf or docx")->check(CLI::IsMember({"pdf", "docx"}));
  render->add_flag("!--no-embed-fonts", arguments.embeds_fonts, "Leave the fonts out of the DOCX");
  render->add_flag("!--no-source", arguments.has_source, "Leave the data out of the files");
  render->add_option("--signatures", arguments.signatures,
                     "Also list the signature fields as JSON: file, or - for standard output");
  add_standard(*render, arguments);
}

void add_read_back(CLI::App& app, Arguments& arguments) {
  CLI::App* read_back =
      add_command(app, arguments, Command::read_back, "read-back", "Give the data inside a PDF or DOCX");
  read_back->add_option("paper", arguments.input, "PDF or DOCX that krut made, - for standard input")->required();
  read_back->add_option("-o,--output", arguments.outputs, "File for the data; else standard output")->expected(1);
  read_back->add_flag("--about", arguments.is_about, "Print which program and layout made it instead, as JSON");
}

}  // namespace

Parsed parse_arguments(int count, char** words) {
  Parsed parsed;
  CLI::App app("krut: official Thai reports from data, as PDF and DOCX", "krut");
  app.footer(examples);
  app.set_version_flag("--version", "krut " + std::string(api::version()));
  app.require_subcommand(1);

  Arguments& arguments = parsed.arguments;
  add_render(app, arguments);
  CLI::App* check = add_command(app, arguments, Command::check, "check", "Tell every problem; write nothing");
  add_data_options(*check, arguments);
  add_standard(*check, arguments);
  add_read_back(app, arguments);
  add_command(app, arguments, Command::layouts, "layouts", "List the layouts");
  CLI::App* skeleton = add_command(app, arguments, Command::new_data, "new",
                                   "Print a filled skeleton of a layout's data, to start from");
  skeleton->add_option("layout", arguments.name, "Layout name")->required();
  skeleton->add_flag("--explain", arguments.is_explained, "Say on each line what the value is (for reading, not JSON)");
  add_command(app, arguments, Command::schema, "schema", "Print the JSON Schema of a layout's data")
      ->add_option("layout", arguments.name, "Layout name")
      ->required();
  add_command(app, arguments, Command::fonts, "fonts", "List the fonts found and what a layout would use")
      ->add_option("layout", arguments.name, "Layout name");
  CLI::App* dump = add_command(app, arguments, Command::dump, "dump", "Print a stage of the work as text");
  add_data_options(*dump, arguments);
  dump->add_option("--stage", arguments.stage, "document, pages or tags")
      ->check(CLI::IsMember({"document", "pages", "tags"}));

  try {
    app.parse(count, words);
  } catch (const CLI::Success& wish) {
    parsed.is_done = true;
    parsed.exit_code = app.exit(wish, std::cout, std::cerr);
  } catch (const CLI::ParseError& fault) {
    parsed.is_done = true;
    app.exit(fault, std::cerr, std::cerr);
    parsed.exit_code = exit_code::usage;
  }
  return parsed;
}

}  // namespace krut::cli
