#include "cli/commands.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>
#include <system_error>

#include "cli/exit_code.h"
#include "cli/places.h"

namespace krut::cli {

namespace fs = std::filesystem;

namespace {

/// The first of the variables that decide the language of messages (POSIX, 8.2).
std::string locale_name() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

/// Shows diagnostics on standard error, in the wished language and form.
class Speaker {
 public:
  explicit Speaker(const Arguments& arguments)
      : is_thai_(arguments.language.empty() ? locale_name().starts_with("th") : arguments.language == "th"),
        is_json_(arguments.diagnostics == DiagnosticsForm::json) {}

  void tell(const std::vector<api::Diagnostic>& diagnostics) const {
    for (const api::Diagnostic& diagnostic : diagnostics) {
      if (is_json_) {
        std::cerr << (is_thai_ ? diagnostic.json_thai : diagnostic.json_english);
      } else {
        std::cerr << (is_thai_ ? diagnostic.text_thai : diagnostic.text_english);
      }
    }
    std::cerr.flush();
  }

  [[nodiscard]] bool is_thai() const { return is_thai_; }

  int usage(const std::string& thai, const std::string& english) const {
    std::cerr << "krut: " << (is_thai_ ? thai : english) << '\n';
    return exit_code::usage;
  }

 private:
  bool is_thai_;
  bool is_json_;
};

int code_of(api::Status status) { return static_cast<int>(status); }

bool has_warnings(const std::vector<api::Diagnostic>& diagnostics) {
  for (const api::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == api::Severity::warning) return true;
  }
  return false;
}

api::Settings settings(const Arguments& arguments) {
  api::Settings result{arguments.font_folders, arguments.layout_folders};
  const OwnFolders own = own_folders();
  result.font_folders.push_back(own.fonts);
  result.layout_folders.push_back(own.layouts);
  return result;
}

/// Seconds from SOURCE_DATE_EPOCH (reproducible-builds.org), or nothing when it is absent or no number.
std::optional<std::int64_t> wished_time() {
  const char* value = std::getenv("SOURCE_DATE_EPOCH");
  if (value == nullptr || *value == '\0') return std::nullopt;
  char* end = nullptr;
  const long long seconds = std::strtoll(value, &end, 10);
  return *end == '\0' ? std::optional<std::int64_t>(seconds) : std::nullopt;
}

/// The request for the data, or the exit code of a failed reading.
std::optional<api::Request> read_request(const Arguments& arguments, const Speaker& speaker, int& exit_code) {
  api::Request request;
  request.layout = arguments.layout;
  request.data_name = arguments.input;
  request.created_at = wished_time();
  request.embeds_fonts_in_docx = arguments.embeds_fonts;
  request.has_source = arguments.has_source;
  if (!arguments.pdf_standard.empty()) request.pdf_standard = arguments.pdf_standard;
  const bool is_from_stdin = arguments.input == "-";
  api::FileResult data = api::read_data_file(is_from_stdin ? "/dev/stdin" : arguments.input);
  if (data.status != api::Status::ok) {
    speaker.tell(data.diagnostics);
    exit_code = code_of(data.status);
    return std::nullopt;
  }
  request.data = std::move(data.bytes);
  std::error_code status;
  if (!is_from_stdin) request.data_folder = fs::absolute(arguments.input, status).parent_path().string();
  return request;
}

int finish(const Arguments& arguments, const api::Outcome& outcome) {
  if (outcome.status != api::Status::ok) return code_of(outcome.status);
  return arguments.is_strict && has_warnings(outcome.diagnostics) ? exit_code::warnings : exit_code::ok;
}

int write_stdout(const std::string& bytes, const Speaker& speaker) {
  std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush();
  if (std::cout.good()) return exit_code::ok;
  speaker.usage("เขียนผลลัพธ์ออก stdout ไม่ได้", "cannot write to standard output");
  return code_of(api::Status::cannot_write);
}

/// An interruption waits until the files are in place, so that no temporary file is left behind.
api::FileResult write_undisturbed(const std::vector<api::OutputFile>& files) {
  sigset_t interruption;
  sigset_t before;
  sigemptyset(&interruption);
  sigaddset(&interruption, SIGINT);
  sigprocmask(SIG_BLOCK, &interruption, &before);
  api::FileResult result = api::write_files(files);
  sigprocmask(SIG_SETMASK, &before, nullptr);
  return result;
}

constexpr const char* standard_stream = "-";

/// Also of files that are not there yet.
bool is_same_file(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || a == standard_stream) return false;
  std::error_code status;
  if (fs::equivalent(a, b, status)) return true;
  const auto place_of = [&status](const std::string& path) {
    return fs::weakly_canonical(fs::absolute(path, status), status);
  };
  return place_of(a) == place_of(b);
}

/// Can the list of signatures go where it shall? Otherwise a usage error was told.
bool takes_signatures(const Arguments& arguments, const Destinations& places, const Speaker& speaker) {
  const std::string& path = arguments.signatures;
  if (path.empty()) return true;
  if (places.pdf.empty()) {
    speaker.usage("--signatures ต้องสร้าง PDF ด้วย", "--signatures needs a PDF among the outputs");
  } else if (places.is_stdout && path == standard_stream) {
    speaker.usage("PDF กับรายการลายมือชื่อออก stdout พร้อมกันไม่ได้",
                  "the PDF and the list of signatures cannot both go to standard output");
  } else if (is_same_file(path, places.pdf) || is_same_file(path, places.docx) || is_same_file(path, arguments.input)) {
    speaker.usage("--signatures จะทับไฟล์อื่น", "--signatures would overwrite another file");
  } else {
    return true;
  }
  return false;
}

/// Writes the files whole or none, then what belongs on standard output: bytes, the list of signatures, or the names
/// of the files.
int deliver(const Arguments& arguments, const Destinations& places, const api::Outcome& outcome,
            const Speaker& speaker) {
  const bool lists_on_stdout = arguments.signatures == standard_stream;
  std::vector<api::OutputFile> files;
  if (!places.is_stdout && !places.pdf.empty()) files.push_back({places.pdf, outcome.pdf});
  if (!places.is_stdout && !places.docx.empty()) files.push_back({places.docx, outcome.docx});
  if (!arguments.signatures.empty() && !lists_on_stdout) {
    files.push_back({arguments.signatures, outcome.signatures_json});
  }
  const api::FileResult written = write_undisturbed(files);
  speaker.tell(written.diagnostics);
  if (written.status != api::Status::ok) return code_of(written.status);
  if (places.is_stdout) return write_stdout(places.pdf.empty() ? outcome.docx : outcome.pdf, speaker);
  if (lists_on_stdout) return write_stdout(outcome.signatures_json, speaker);
  for (const api::OutputFile& file : files) std::cout << file.path << '\n';
  return exit_code::ok;
}

int render(const Arguments& arguments, const Speaker& speaker) {
  const Destinations places = destinations(arguments.input, arguments.outputs, arguments.format);
  if (!places.fault_english.empty()) return speaker.usage(places.fault_thai, places.fault_english);
  if (!takes_signatures(arguments, places, speaker)) return exit_code::usage;
  if (is_same_file(places.pdf, arguments.input) || is_same_file(places.docx, arguments.input)) {
    return speaker.usage("ผลลัพธ์จะทับไฟล์ข้อมูล", "the output would overwrite the data file");
  }
  int exit_code = exit_code::ok;
  auto request = read_request(arguments, speaker, exit_code);
  if (!request) return exit_code;
  request->wants_pdf = !places.pdf.empty();
  request->wants_docx = !places.docx.empty();

  const api::Outcome outcome = api::Engine(settings(arguments)).render(*request);
  speaker.tell(outcome.diagnostics);
  if (outcome.status != api::Status::ok) return code_of(outcome.status);
  const int delivered = deliver(arguments, places, outcome, speaker);
  return delivered != exit_code::ok ? delivered : finish(arguments, outcome);
}

int check(const Arguments& arguments, const Speaker& speaker) {
  int exit_code = exit_code::ok;
  const auto request = read_request(arguments, speaker, exit_code);
  if (!request) return exit_code;
  const api::Outcome outcome = api::Engine(settings(arguments)).check(*request);
  speaker.tell(outcome.diagnostics);
  return finish(arguments, outcome);
}

int dump(const Arguments& arguments, const Speaker& speaker) {
  int exit_code = exit_code::ok;
  const auto request = read_request(arguments, speaker, exit_code);
  if (!request) return exit_code;
  api::Outcome outcome;
  std::cout << api::Engine(settings(arguments)).dump(*request, arguments.stage, outcome);
  speaker.tell(outcome.diagnostics);
  return finish(arguments, outcome);
}

/// Writes the one file, or standard output when no place or "-" is named.
int put(const std::vector<std::string>& places, const std::string& bytes, const Speaker& speaker) {
  if (places.empty() || places.front() == "-") return write_stdout(bytes, speaker);
  const api::FileResult written = write_undisturbed({{places.front(), bytes}});
  speaker.tell(written.diagnostics);
  if (written.status == api::Status::ok) std::cout << places.front() << '\n';
  return code_of(written.status);
}

int read_back(const Arguments& arguments, const Speaker& speaker) {
  const bool is_from_stdin = arguments.input == "-";
  if (!is_from_stdin && !arguments.outputs.empty() && is_same_file(arguments.outputs.front(), arguments.input)) {
    return speaker.usage("ผลลัพธ์จะทับไฟล์ที่อ่าน", "the output would overwrite the file that is read");
  }
  const api::FileResult paper = api::read_paper_file(is_from_stdin ? "/dev/stdin" : arguments.input);
  speaker.tell(paper.diagnostics);
  if (paper.status != api::Status::ok) return code_of(paper.status);
  const api::SourceOutcome source = api::read_back(paper.bytes, arguments.input);
  speaker.tell(source.diagnostics);
  if (source.status != api::Status::ok) return code_of(source.status);
  return put(arguments.outputs, arguments.is_about ? source.about : source.data, speaker);
}

int layouts(const Arguments& arguments, const Speaker& speaker) {
  api::Outcome outcome;
  for (const api::LayoutSummary& layout : api::Engine(settings(arguments)).layouts(outcome)) {
    std::cout << layout.name << '\t' << layout.title << '\t' << layout.path << '\n';
  }
  speaker.tell(outcome.diagnostics);
  return code_of(outcome.status);
}

int schema(const Arguments& arguments, const Speaker& speaker) {
  api::Outcome outcome;
  std::cout << api::Engine(settings(arguments)).schema(arguments.name, outcome);
  speaker.tell(outcome.diagnostics);
  return code_of(outcome.status);
}

int new_data(const Arguments& arguments, const Speaker& speaker) {
  api::Outcome outcome;
  const api::Skeleton skeleton = api::Engine(settings(arguments)).skeleton(arguments.name, outcome);
  const std::string& explained = speaker.is_thai() ? skeleton.explained_thai : skeleton.explained_english;
  std::cout << (arguments.is_explained ? explained : skeleton.json);
  speaker.tell(outcome.diagnostics);
  return code_of(outcome.status);
}

int fonts(const Arguments& arguments, const Speaker& speaker) {
  const api::Engine engine(settings(arguments));
  api::Outcome found;
  for (const api::FontSummary& font : engine.fonts(found)) {
    std::cout << font.full_name << '\t' << font.path << '\t' << font.licence << '\n';
  }
  speaker.tell(found.diagnostics);
  if (arguments.name.empty() || found.status != api::Status::ok) return code_of(found.status);
  api::Outcome outcome;
  std::cout << '\n';
  for (const api::FontUse& use : engine.fonts_used_by(arguments.name, outcome)) {
    std::cout << use.wanted << " -> " << use.used << " (" << use.match << ")\t" << use.path << '\n';
  }
  speaker.tell(outcome.diagnostics);
  return code_of(outcome.status);
}

int obey(const Arguments& arguments, const Speaker& speaker) {
  switch (arguments.command) {
    case Command::render:
      return render(arguments, speaker);
    case Command::check:
      return check(arguments, speaker);
    case Command::layouts:
      return layouts(arguments, speaker);
    case Command::schema:
      return schema(arguments, speaker);
    case Command::read_back:
      return read_back(arguments, speaker);
    case Command::new_data:
      return new_data(arguments, speaker);
    case Command::fonts:
      return fonts(arguments, speaker);
    case Command::dump:
      return dump(arguments, speaker);
    case Command::none:
      break;
  }
  return exit_code::usage;
}

}  // namespace

int run(const Arguments& arguments) {
  const Speaker speaker(arguments);
  const int code = obey(arguments, speaker);
  return code == exit_code::ok ? write_stdout({}, speaker) : code;
}

}  // namespace krut::cli
