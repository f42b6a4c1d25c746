#include "cli/commands.h"

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string_view>
#include <system_error>

#include "cli/access.h"
#include "cli/bounds.h"
#include "cli/exit_code.h"
#include "cli/places.h"
#include "cli/sandbox.h"
#include "cli/signals.h"

namespace krut::cli {

namespace fs = std::filesystem;

namespace {

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
  result.picture_program = own.picture_program;
  return result;
}

/// Seconds since 1970 as SOURCE_DATE_EPOCH has them (reproducible-builds.org, "SOURCE_DATE_EPOCH specification"):
/// digits and nothing else, to the end of the year 9999. Nothing when `text` is none.
std::optional<std::int64_t> seconds_of(std::string_view text) {
  constexpr std::int64_t last = 253'402'300'799;
  std::int64_t seconds = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool is_number = status == std::errc() && end == text.data() + text.size();
  return is_number && seconds >= 0 && seconds <= last ? std::optional(seconds) : std::nullopt;
}

Fault bad_epoch(const std::string& given) {
  return {"usage.bad-source-date-epoch", "SOURCE_DATE_EPOCH \"" + given + "\" ไม่ใช่จำนวนวินาที",
          "SOURCE_DATE_EPOCH \"" + given + "\" is no number of seconds",
          "ใช้ตัวเลขล้วนตามที่ date +%s พิมพ์ หรือเลิกกำหนดตัวแปรนี้", "use digits alone, as date +%s prints them, or unset it"};
}

/// A request, or the exit code when there is none to make: then why was told.
struct Asked {
  std::optional<api::Request> request;
  int exit_code = exit_code::ok;
};

Asked read_request(const Arguments& arguments, const Speaker& speaker) {
  api::Request request;
  if (const char* wished = std::getenv("SOURCE_DATE_EPOCH"); wished != nullptr) {
    request.created_at = seconds_of(wished);
    if (!request.created_at) return {{}, speaker.usage(bad_epoch(wished))};
  }
  request.bounds = bounds_of(arguments);
  request.layout = arguments.layout;
  request.data_name = arguments.input;
  request.embeds_fonts_in_docx = arguments.embeds_fonts;
  request.has_source = arguments.has_source;
  request.image_dpi = arguments.image_dpi;
  if (!arguments.pdf_standard.empty()) request.pdf_standard = arguments.pdf_standard;
  const bool is_from_stdin = arguments.input == standard_stream;
  api::FileResult data = api::read_data_file(is_from_stdin ? "/dev/stdin" : arguments.input);
  speaker.tell(data.diagnostics);
  if (data.status != api::Status::ok) return {{}, code_of(data.status)};
  request.data = std::move(data.bytes);
  std::error_code status;
  if (!is_from_stdin) request.data_folder = fs::absolute(arguments.input, status).parent_path().string();
  if (!arguments.pictures.empty()) request.data_folder = fs::absolute(arguments.pictures, status).string();
  return {std::move(request)};
}

int finish(const Arguments& arguments, const api::Outcome& outcome) {
  if (outcome.status != api::Status::ok) return code_of(outcome.status);
  return arguments.is_strict && has_warnings(outcome.diagnostics) ? exit_code::warnings : exit_code::ok;
}

void write_stdout(const std::string& bytes, const Speaker& speaker) { speaker.print(bytes); }

/// Writes the files, and tells why not. A signal waits until they are in place; one that comes before the
/// first of them is leaves what was there.
api::Status write_undisturbed(const Arguments& arguments, const std::vector<api::OutputFile>& files,
                              const Speaker& speaker) {
  const Undisturbed undisturbed;
  const api::FileResult written =
      api::write_files(files, arguments.overwrites ? api::Replacing::anything : api::Replacing::own_work, is_ending);
  speaker.tell(written.diagnostics);
  return written.status;
}

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

/// Why the list of signatures cannot go where it shall, or nothing.
std::optional<Fault> signatures_fault(const Arguments& arguments, const Destinations& places) {
  const std::string& path = arguments.signatures;
  if (path.empty()) return std::nullopt;
  if (places.pdf.empty()) {
    return Fault{"usage.no-pdf", "--signatures ต้องสร้าง PDF ด้วย", "--signatures needs a PDF among the outputs",
                 "เพิ่ม -o ชื่อ.pdf หรือเลิกใช้ --signatures", "add -o NAME.pdf, or leave --signatures out"};
  }
  if (places.is_stdout && path == standard_stream) {
    return Fault{"usage.two-on-stdout", "PDF กับรายการลายมือชื่อออก stdout พร้อมกันไม่ได้",
                 "the PDF and the list of signatures cannot both go to standard output", "ให้อย่างหนึ่งลงไฟล์",
                 "give one of them a file"};
  }
  if (is_same_file(path, places.pdf) || is_same_file(path, places.docx) || is_same_file(path, arguments.input)) {
    return Fault{"usage.would-overwrite", "--signatures จะทับไฟล์อื่น", "--signatures would overwrite another file",
                 "ใช้ชื่ออื่น เช่น --signatures hands.json", "give it another name, such as --signatures hands.json"};
  }
  return std::nullopt;
}

/// Writes the files whole or none, then what belongs on standard output: bytes, the list of signatures, or the names
/// of the files.
Ended deliver(const Arguments& arguments, const Destinations& places, const api::Outcome& outcome,
              const Speaker& speaker) {
  const bool lists_on_stdout = arguments.signatures == standard_stream;
  std::vector<api::OutputFile> files;
  if (!places.is_stdout && !places.pdf.empty()) files.push_back({places.pdf, outcome.pdf});
  if (!places.is_stdout && !places.docx.empty()) files.push_back({places.docx, outcome.docx});
  if (!arguments.signatures.empty() && !lists_on_stdout) {
    files.push_back({arguments.signatures, outcome.signatures_json});
  }
  const api::Status status = write_undisturbed(arguments, files, speaker);
  if (status != api::Status::ok) return {code_of(status)};
  Ended ended;
  for (const api::OutputFile& file : files) ended.written.push_back(file.path);
  if (places.is_stdout) {
    write_stdout(places.pdf.empty() ? outcome.docx : outcome.pdf, speaker);
  } else if (lists_on_stdout) {
    write_stdout(outcome.signatures_json, speaker);
  } else {
    for (const std::string& name : ended.written) std::cout << listed(name) << '\n';
  }
  return ended;
}

Ended render(const Arguments& arguments, const Speaker& speaker) {
  const Destinations places = destinations(arguments.input, arguments.outputs, arguments.format);
  if (places.fault) return {speaker.usage(*places.fault)};
  if (const auto fault = signatures_fault(arguments, places)) return {speaker.usage(*fault)};
  if (is_same_file(places.pdf, arguments.input) || is_same_file(places.docx, arguments.input)) {
    return {speaker.usage({"usage.would-overwrite", "ผลลัพธ์จะทับไฟล์ข้อมูล", "the output would overwrite the data file",
                           "ใช้ -o ชื่ออื่น", "name another place with -o"})};
  }
  auto [request, failure] = read_request(arguments, speaker);
  if (!request) return {failure};
  request->wants_pdf = !places.pdf.empty();
  request->wants_docx = !places.docx.empty();

  const api::Outcome outcome = api::Engine(settings(arguments)).render(*request);
  conclude_work();
  speaker.tell(outcome.diagnostics);
  if (outcome.status != api::Status::ok) return {code_of(outcome.status)};
  Ended ended = deliver(arguments, places, outcome, speaker);
  if (ended.exit_code == exit_code::ok) ended.exit_code = finish(arguments, outcome);
  return ended;
}

int check(const Arguments& arguments, const Speaker& speaker) {
  const auto [request, failure] = read_request(arguments, speaker);
  if (!request) return failure;
  const api::Outcome outcome = api::Engine(settings(arguments)).check(*request);
  conclude_work();
  speaker.tell(outcome.diagnostics);
  return finish(arguments, outcome);
}

int dump(const Arguments& arguments, const Speaker& speaker) {
  const auto [request, failure] = read_request(arguments, speaker);
  if (!request) return failure;
  api::Outcome outcome;
  const std::string text = api::Engine(settings(arguments)).dump(*request, arguments.stage, outcome);
  conclude_work();
  speaker.print(text);
  speaker.tell(outcome.diagnostics);
  return finish(arguments, outcome);
}

/// Writes the one file, or standard output when no place or "-" is named.
/// `earlier` may stand there and be replaced.
Ended put(const Arguments& arguments, const std::string& bytes, const Speaker& speaker,
          std::vector<std::string> earlier = {}) {
  const std::vector<std::string>& places = arguments.outputs;
  if (places.empty() || places.front() == standard_stream) {
    write_stdout(bytes, speaker);
    return {};
  }
  const api::Status status = write_undisturbed(arguments, {{places.front(), bytes, std::move(earlier)}}, speaker);
  if (status != api::Status::ok) return {code_of(status)};
  std::cout << listed(places.front()) << '\n';
  return {exit_code::ok, {places.front()}};
}

/// What is inside a paper; of one that gives nothing back why was told.
api::SourceOutcome source_in(const std::string& path, const Arguments& arguments, const Speaker& speaker) {
  const api::FileResult paper = api::read_paper_file(path == standard_stream ? "/dev/stdin" : path);
  speaker.tell(paper.diagnostics);
  if (paper.status != api::Status::ok) {
    api::SourceOutcome none;
    none.status = paper.status;
    return none;
  }
  api::SourceOutcome source = api::read_back(paper.bytes, path, bounds_of(arguments));
  speaker.tell(source.diagnostics);
  return source;
}

/// Whether a second paper belongs to the first, of which `source` was read back.
Ended compare(const Arguments& arguments, const api::SourceOutcome& source, const Speaker& speaker) {
  const api::SourceOutcome other = source_in(arguments.other, arguments, speaker);
  conclude_work();
  if (other.status != api::Status::ok) return {code_of(other.status)};
  const api::PairOutcome pair = api::compare_papers(source, arguments.input, other, arguments.other);
  speaker.tell(pair.diagnostics);
  Ended ended = put(arguments, pair.about, speaker);
  if (ended.exit_code == exit_code::ok && !pair.belongs_together) ended.exit_code = exit_code::warnings;
  return ended;
}

std::optional<Fault> read_back_fault(const Arguments& arguments) {
  if (!arguments.other.empty() && !arguments.is_about) {
    return Fault{"usage.two-papers", "อ่านข้อมูลคืนได้ครั้งละไฟล์เดียว", "data is read back from one paper at a time",
                 "เติม --about เพื่อดูว่าสองไฟล์เป็นชุดเดียวกันหรือไม่", "add --about to see whether the two belong together"};
  }
  if (arguments.input == standard_stream && arguments.other == standard_stream) {
    return Fault{"usage.two-on-stdin", "อ่านทั้งสองไฟล์จาก stdin ไม่ได้", "both papers cannot come from standard input",
                 "ระบุชื่อไฟล์อย่างน้อยหนึ่งไฟล์", "give one of them by its name"};
  }
  const std::string output = arguments.outputs.empty() ? "" : arguments.outputs.front();
  for (const std::string& paper : {arguments.input, arguments.other}) {
    if (paper != standard_stream && is_same_file(output, paper)) {
      return Fault{"usage.would-overwrite", "ผลลัพธ์จะทับไฟล์ที่อ่าน", "the output would overwrite the file that is read",
                   "ใช้ -o ชื่ออื่น", "name another place with -o"};
    }
  }
  return std::nullopt;
}

Ended read_back(const Arguments& arguments, const Speaker& speaker) {
  if (const auto fault = read_back_fault(arguments)) return {speaker.usage(*fault)};
  const api::SourceOutcome source = source_in(arguments.input, arguments, speaker);
  if (source.status != api::Status::ok) return {code_of(source.status)};
  if (!arguments.other.empty()) return compare(arguments, source, speaker);
  conclude_work();
  Ended ended = put(arguments, arguments.is_about ? source.about : source.data, speaker);
  if (ended.exit_code == exit_code::ok && has_warnings(source.diagnostics)) ended.exit_code = exit_code::warnings;
  return ended;
}

int layouts(const Arguments& arguments, const Speaker& speaker) {
  api::Outcome outcome;
  for (const api::LayoutSummary& layout : api::Engine(settings(arguments)).layouts(outcome)) {
    std::cout << listed(layout.name) << '\t' << listed(layout.title) << '\t' << listed(layout.path) << '\n';
  }
  speaker.tell(outcome.diagnostics);
  return code_of(outcome.status);
}

int schema(const Arguments& arguments, const Speaker& speaker) {
  api::Outcome outcome;
  speaker.print(api::Engine(settings(arguments)).schema(arguments.name, outcome));
  speaker.tell(outcome.diagnostics);
  return code_of(outcome.status);
}

/// What may stand where a skeleton goes: the skeletons of the layout that the file there names, as nobody has changed
/// them.
std::vector<std::string> skeletons_like(const std::string& path, const api::Engine& engine) {
  std::error_code status;
  if (!fs::is_regular_file(path, status)) return {};
  const std::string there = api::read_data_file(path).bytes;
  constexpr std::string_view key = "\"layout\": \"";
  const std::size_t begin = there.find(key);
  if (begin == std::string::npos) return {};
  const std::size_t end = there.find('"', begin + key.size());
  if (end == std::string::npos) return {};
  const std::string name = there.substr(begin + key.size(), end - begin - key.size());
  api::Outcome ignored;
  for (const api::LayoutSummary& layout : engine.layouts(ignored)) {
    if (layout.name != name) continue;
    const api::Skeleton skeleton = engine.skeleton(name, ignored);
    return {skeleton.json, skeleton.explained_thai, skeleton.explained_english};
  }
  return {};
}

Ended new_data(const Arguments& arguments, const Speaker& speaker) {
  const api::Engine engine(settings(arguments));
  api::Outcome outcome;
  const api::Skeleton skeleton = engine.skeleton(arguments.name, outcome);
  speaker.tell(outcome.diagnostics);
  if (outcome.status != api::Status::ok) return {code_of(outcome.status)};
  const std::string& explained = speaker.is_thai() ? skeleton.explained_thai : skeleton.explained_english;
  std::vector<std::string> earlier;
  if (!arguments.outputs.empty()) earlier = skeletons_like(arguments.outputs.front(), engine);
  return put(arguments, arguments.is_explained ? explained : skeleton.json, speaker, std::move(earlier));
}

int fonts(const Arguments& arguments, const Speaker& speaker) {
  const api::Engine engine(settings(arguments));
  api::Outcome found;
  for (const api::FontSummary& font : engine.fonts(found)) {
    std::cout << listed(font.full_name) << '\t' << listed(font.path) << '\t' << listed(font.licence) << '\n';
  }
  speaker.tell(found.diagnostics);
  if (arguments.name.empty() || found.status != api::Status::ok) return code_of(found.status);
  api::Outcome outcome;
  std::cout << '\n';
  for (const api::FontUse& use : engine.fonts_used_by(arguments.name, outcome)) {
    std::cout << listed(use.wanted) << " -> " << listed(use.used) << " (" << use.match << ")\t" << listed(use.path)
              << '\n';
  }
  speaker.tell(outcome.diagnostics);
  return code_of(outcome.status);
}

}  // namespace

Ended run(const Arguments& arguments, const Speaker& given) {
  const Speaker speaker = heeding_deadline(arguments, given);
  enforce_bounds(arguments, speaker);
  confine(access_of(arguments));
  switch (arguments.command) {
    case Command::render:
      return render(arguments, speaker);
    case Command::check:
      return {check(arguments, speaker)};
    case Command::layouts:
      return {layouts(arguments, speaker)};
    case Command::schema:
      return {schema(arguments, speaker)};
    case Command::read_back:
      return read_back(arguments, speaker);
    case Command::new_data:
      return new_data(arguments, speaker);
    case Command::fonts:
      return {fonts(arguments, speaker)};
    case Command::dump:
      return {dump(arguments, speaker)};
    case Command::none:
      break;
  }
  return {exit_code::usage};
}

}  // namespace krut::cli
