#include "workbench.h"

#include <filesystem>
#include <sstream>

#include "base/files.h"

namespace krut::text {

namespace {

constexpr std::size_t most_bytes = 1U << 20;

const char* sign_of(LineEnd end) {
  switch (end) {
    case LineEnd::never:
      return "!";
    case LineEnd::avoided:
      return "^";
    case LineEnd::discouraged:
      return "~";
    case LineEnd::unwelcome:
    case LineEnd::allowed:
      return "|";
    case LineEnd::forced:
      return "¶";
  }
  return "";
}

}  // namespace

std::shared_ptr<const FontLibrary> our_faces() {
  static const std::shared_ptr<const FontLibrary> library = [] {
    Diagnostics diagnostics;
    return FontLibrary::load({KRUT_FONT_FOLDER}, diagnostics);
  }();
  return library;
}

std::vector<FaceSummary> listed(const FontLibrary& library) {
  Diagnostics diagnostics;
  return library.list(diagnostics);
}

model::Span span_of(const std::string& text, const std::string& family) {
  model::Span span;
  span.text = text;
  span.format.family = family;
  span.format.size = 16_pt;
  return span;
}

model::Span line_break() {
  model::Span span = span_of("");
  span.kind = model::SpanKind::line_break;
  return span;
}

PreparedText prepared(const std::vector<model::Span>& spans) {
  static Setter setter(our_faces());
  std::vector<MissingGlyph> missing;
  return setter.prepare(spans, missing);
}

PreparedText prepared(const std::string& text) { return prepared(std::vector{span_of(text)}); }

std::vector<Run> runs_of(const PreparedText& text) {
  std::vector<Run> runs;
  for (const Piece& piece : text.pieces) {
    runs.insert(runs.end(), piece.runs.begin(), piece.runs.end());
    runs.insert(runs.end(), piece.spaces.begin(), piece.spaces.end());
  }
  return runs;
}

std::string joined(const PreparedText& text) {
  std::string all;
  for (const Run& run : runs_of(text)) all += run.shape->text;
  return all;
}

std::string with_ends(const PreparedText& text) {
  std::string shown;
  for (const Piece& piece : text.pieces) {
    for (const Run& run : piece.runs) shown += run.shape->text;
    for (const Run& run : piece.spaces) shown += run.shape->text;
    const bool is_last = &piece == &text.pieces.back();
    if (!is_last || piece.line_end == LineEnd::forced) shown += sign_of(piece.line_end);
  }
  return shown;
}

std::optional<std::vector<std::string>> shared_lines(const std::string& name) {
  const std::string path = KRUT_SOURCE_FOLDER "/../shared/tools/" + name;
  if (!std::filesystem::exists(path)) return std::nullopt;
  std::istringstream text(files::read_whole(path, most_bytes));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

}  // namespace krut::text
