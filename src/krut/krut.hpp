#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#if defined(__GNUC__)
#define KRUT_API __attribute__((visibility("default")))
#else
#define KRUT_API
#endif

/// krut turns one JSON file and one layout into a PDF and a DOCX. This header is the whole public face of the library.
namespace krut::api {

enum class Severity { note, warning, error };

/// One fault in an input or a failure of the environment, in both languages.
struct Diagnostic {
  std::string code;  ///< stable
  Severity severity = Severity::error;
  std::string message_thai;
  std::string message_english;
  std::string hint_thai;
  std::string hint_english;
  std::string file;
  int line = 0;    ///< from 1; 0: not known
  int column = 0;  ///< from 1, in characters; 0: not known
  std::string pointer;
  std::vector<std::string> pointers;  ///< all of several that it speaks of, `*` for every element; else empty
  std::string asked_by;               ///< file:line:column of the layout that wanted the value; may be empty
  std::string text_thai;              ///< the whole message as the command line prints it, newline at the end
  std::string text_english;
  std::string json_thai;  ///< the whole diagnostic as one line of JSON, message in Thai
  std::string json_english;
};

/// How a call ended; the values are the documented exit codes.
enum class Status {
  ok = 0,
  bad_data = 64,
  bad_layout = 65,
  input_missing = 66,
  resource_missing = 69,
  internal_error = 70,
  cannot_write = 73,
  not_conforming = 74,
  limit_reached = 75,
  cancelled = 130,  ///< by `Bounds::cancel`
};

/// Set by a caller, from any thread and at any time, when it no longer wants what it asked for. It stays set.
class CancelFlag {
 public:
  void set() noexcept { is_set_.store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool is_set() const noexcept { return is_set_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> is_set_ = false;
};

/// What one call may take. What is left out is not bounded. All of it is heeded in every stage; then nothing is made,
/// and the outcome says why: `limit_reached` with the code `limit.timeout` or `limit.memory`, or `cancelled` with
/// `request.cancelled`.
struct Bounds {
  std::optional<std::chrono::nanoseconds> timeout;  ///< from the call on, by the monotonic clock, else never read
  /// Bytes that the request itself may hold, by krut's own count: its data, document, pages and files, not the fonts
  /// and layouts of the engine, which all requests share.
  std::optional<std::size_t> max_memory;
  std::shared_ptr<const CancelFlag> cancel;
};

struct Settings {
  std::vector<std::string> font_folders;    ///< searched in order
  std::vector<std::string> layout_folders;  ///< searched in order; what leads out of them is not read
  /// Absolute path of the program krut-picture, which draws SVG pictures; empty: the one that came with the library.
  std::string picture_program = {};
};

struct Request {
  std::string data;         ///< JSON text
  std::string data_name;    ///< for messages: "report.json", or "-"
  std::string data_folder;  ///< pictures named in the data are read below it; empty: no file is read
  std::string layout;       ///< layout name, or path of an .xml file; empty: the data's "layout" key names one
  bool wants_pdf = true;
  bool wants_docx = true;
  bool embeds_fonts_in_docx = true;
  bool has_source = true;                  ///< the data travels inside the files
  std::string pdf_standard = "a3a-ua1";    ///< one of `pdf_standards()`; what it asks for is kept, or nothing is made
  std::optional<std::int64_t> created_at;  ///< seconds since 1970-01-01T00:00Z; none: no dates in the files
  Bounds bounds = {};
  /// Pictures by the names that the data gives them, as bytes: taken before any file of such a name.
  std::map<std::string, std::string> pictures = {};
  std::optional<int> image_dpi =
      {};  ///< pictures with more dots to the inch of paper are scaled down; none: as they are
};

/// An unsigned signature field of the PDF. Lengths in points, from the page's bottom left corner.
struct SignatureField {
  std::string field;     ///< its name: ASCII, unique in the document
  std::string signer;    ///< who signs here
  std::string role;      ///< as printed beside the line; may be empty
  std::string position;  ///< may be empty
  std::size_t page = 0;  ///< from 1
  double page_width = 0;
  double page_height = 0;
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

struct Outcome {
  Status status = Status::ok;
  std::string pdf;
  std::string docx;
  std::vector<SignatureField> signatures;  ///< of the PDF, in signing order
  std::string signatures_json;             ///< the same for other programs; empty when no PDF was made
  std::size_t page_count = 0;
  std::string layout;  ///< the one used
  std::vector<Diagnostic> diagnostics;
};

struct LayoutSummary {
  std::string name;
  std::string title;
  std::string path;
};

struct FontSummary {
  std::string family;
  std::string full_name;
  std::string path;
  bool is_bold = false;
  bool is_italic = false;
  std::string licence;
};

/// What a family and style named by a layout would be set in.
struct FontUse {
  std::string wanted;
  std::string used;
  std::string path;
  std::string match;  ///< "exact", "metric-compatible", "substitute" or "missing"
};

/// Data to start from for one layout.
struct Skeleton {
  std::string json;            ///< passes the layout's own check; what the layout prints, filled with placeholders
  std::string explained_thai;  ///< the same with a `//` comment on each line: for reading, no longer JSON
  std::string explained_english;
};

/// Fonts and layouts; immutable, used by any number of threads at once. Fonts are loaded once. A layout is loaded at
/// its first use and kept while it is among the last 64 used: what is changed in its file meanwhile is not seen.
class KRUT_API Engine {
 public:
  /// Never throws for bad settings: every later call then answers with the failure.
  explicit Engine(Settings settings);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Checks, and renders what is wanted. Where memory is short, that is the outcome; throws nothing but
  /// std::bad_alloc, where there is not even memory to say so.
  [[nodiscard]] Outcome render(const Request& request) const;
  /// Checks only; nothing is rendered.
  [[nodiscard]] Outcome check(const Request& request) const;
  /// A stage of the pipeline as text: "document", "pages" or "tags" (as a screen reader tells it); empty with
  /// diagnostics when it cannot be reached.
  [[nodiscard]] std::string dump(const Request& request, std::string_view stage, Outcome& outcome) const;

  /// The sound layouts, by name; the faults of the others, and of folders that cannot be read, go to `outcome`.
  [[nodiscard]] std::vector<LayoutSummary> layouts(Outcome& outcome) const;
  /// The JSON Schema behind a layout; empty with diagnostics when there is none.
  [[nodiscard]] std::string schema(const std::string& layout, Outcome& outcome) const;
  /// A filled skeleton of its data; empty with diagnostics when there is none.
  [[nodiscard]] Skeleton skeleton(const std::string& layout, Outcome& outcome) const;
  /// Every face found, in the order of the folders; empty with diagnostics when a folder cannot be read or holds too
  /// many.
  [[nodiscard]] std::vector<FontSummary> fonts(Outcome& outcome) const;
  /// What each family and style of a layout would be set in, once.
  [[nodiscard]] std::vector<FontUse> fonts_used_by(const std::string& layout, Outcome& outcome) const;

 private:
  struct Contents;
  std::unique_ptr<Contents> contents_;
};

/// What a file is to krut.
enum class Standing {
  empty,            ///< no bytes
  untouched,        ///< krut made it, and every byte is as it was then
  edited,           ///< krut made it, and another program has saved it since, whatever it changed
  with_signatures,  ///< krut made it, and it carries signatures; it may be edited too
  foreign,          ///< anything else: not krut's, damaged, locked
};

/// "empty", "untouched", "edited", "signed" or "foreign"; ends with a zero.
[[nodiscard]] KRUT_API std::string_view name_of(Standing standing);

/// One place where a paper no longer says what it said when it was made.
struct Difference {
  std::string place_thai;
  std::string place_english;  ///< "table 2, row 3, cell 1"
  std::string pointer;        ///< of the value that stands there, where it is known
  std::string before;         ///< the words, with a little of what stands around them; empty: there were none
  std::string after;          ///< empty: they are gone
};

/// A signature as the paper describes it. Nobody has checked whether it is good.
struct Signature {
  std::string field;
  std::string signer;
  std::string signed_at;
};

/// What can be said of a file that is about to be replaced or read back.
struct Judgement {
  Standing standing = Standing::foreign;
  std::string program;   ///< that saved it last, as the file tells; empty: it does not
  std::string person;    ///< who saved it last, likewise
  std::string saved_at;  ///< when, likewise
  std::vector<Signature> signatures;
  std::vector<Difference> differences;  ///< the first ones
  bool has_more_differences = false;
  bool is_compared = false;  ///< false: what it said when it was made is not known, so that no difference can be told
  std::string json;          ///< all of it as one line of JSON
};

/// Judges the bytes of a PDF, a DOCX or a list of signature fields. The digest that krut leaves in its files proves
/// that nothing was changed, not who made them. Never trusts the file; throws nothing but std::bad_alloc.
[[nodiscard]] KRUT_API Judgement judge(std::string_view bytes);

/// What travels inside a file that krut made.
struct SourceOutcome {
  Status status = Status::ok;
  std::string data;            ///< JSON text, byte for byte as it was rendered
  std::string layout;          ///< name: "ita/memo-report"
  std::string layout_version;  ///< of the layout's `version` attribute
  std::string producer;        ///< program that made the file: "krut 1.0.0"
  std::string about;           ///< the last three, a hash of the data and the judgement, as one line of JSON
  Judgement judgement;         ///< whether the paper still says what the data says; a warning where it does not
  std::vector<Diagnostic> diagnostics;
};

/// Gives back the source inside a PDF or DOCX as `Engine::render` made it, signed or saved again since or not. `name`
/// is for messages. `bad_data` when the file is not one of ours, is damaged or locked, or carries no source. Never
/// trusts the file; throws nothing but std::bad_alloc.
[[nodiscard]] KRUT_API SourceOutcome read_back(std::string_view paper, const std::string& name,
                                               const Bounds& bounds = {});

/// Whether two papers were made of the same data by the same layout and version of krut, as the PDF and the DOCX of one
/// render are. False where one of them gave no source back.
[[nodiscard]] KRUT_API bool belong_together(const SourceOutcome& first, const SourceOutcome& second);

/// What there is to say of two papers.
struct PairOutcome {
  bool belongs_together = false;
  std::string about;                    ///< `about` of both, and the answer, as one line of JSON
  std::vector<Diagnostic> diagnostics;  ///< a warning that says what is different
};

/// Compares what was read back of two papers, both with status `ok`. The names are for messages.
[[nodiscard]] KRUT_API PairOutcome compare_papers(const SourceOutcome& first, const std::string& first_name,
                                                  const SourceOutcome& second, const std::string& second_name);

/// A fault that the caller itself found, told as the library tells its own: fills the texts and the JSON from the other
/// fields, `asked_by` excepted.
[[nodiscard]] KRUT_API Diagnostic told(Diagnostic given);

/// Text as it may be shown on a terminal, from whatever bytes: control characters and marks that turn the direction of
/// writing are written out as "\n" or "\u001B", bytes that are no UTF-8 become U+FFFD. `keeps_lines`: newlines and tabs
/// stay.
[[nodiscard]] KRUT_API std::string made_visible(std::string_view text, bool keeps_lines);

/// The fault of memory being short, for callers that catch std::bad_alloc: made while there is memory.
[[nodiscard]] KRUT_API Diagnostic short_of_memory();

/// Faults of the environment as the library tells them: for callers that read and write files themselves.
struct FileResult {
  Status status = Status::ok;
  std::string bytes;  ///< of a file read
  std::vector<Diagnostic> diagnostics;
};

struct OutputFile {
  std::string path;
  std::string_view bytes;
  std::vector<std::string> earlier = {};  ///< what may stand there instead and be replaced: nobody's work
};

/// What `write_files` may replace.
enum class Replacing {
  anything,
  own_work,  ///< files that are empty, untouched by others since krut made them, of the same bytes, or `earlier`
};

/// A data file as bytes, within the documented limit.
[[nodiscard]] KRUT_API FileResult read_data_file(const std::string& path);

/// A PDF or DOCX to read back, as bytes, within the documented limit.
[[nodiscard]] KRUT_API FileResult read_paper_file(const std::string& path);

/// Writes all files or none: into their folders under temporary names first, then renamed under a lock on the folders,
/// so that of two calls at once each has its files together. A failure leaves what stood there, or puts it back.
/// With `own_work` nothing at all is written where one of the files would replace somebody's work: `cannot_write`, and
/// what would be lost is told; it is judged under the same lock.
/// `should_stop` may be empty; when it says so before the first file is in place, nothing is changed (`cannot_write`).
/// A process that is killed leaves its temporary files to the next call for that folder, which removes them.
[[nodiscard]] KRUT_API FileResult write_files(const std::vector<OutputFile>& files,
                                              Replacing replacing = Replacing::anything,
                                              const std::function<bool()>& should_stop = {});

/// The names that `Request::pdf_standard` may have, the usual one first; "plain" promises nothing.
[[nodiscard]] KRUT_API std::vector<std::string> pdf_standards();

/// "1.0.0"
[[nodiscard]] KRUT_API std::string_view version();

}  // namespace krut::api
