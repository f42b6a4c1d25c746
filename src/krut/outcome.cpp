#include "krut/outcome.h"

#include "base/limits.h"
#include "data/diagnostics_json.h"

namespace krut {

namespace {

std::string place_text(const Place& place) {
  if (place.file.empty()) return {};
  std::string text = place.file;
  if (place.line > 0) text += ':' + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ':' + std::to_string(place.column);
  return text;
}

api::Severity shown(Severity severity) {
  switch (severity) {
    case Severity::note:
      return api::Severity::note;
    case Severity::warning:
      return api::Severity::warning;
    case Severity::error:
      break;
  }
  return api::Severity::error;
}

}  // namespace

api::Status status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::input_missing:
      return api::Status::input_missing;
    case ErrorKind::resource_missing:
      return api::Status::resource_missing;
    case ErrorKind::internal:
      return api::Status::internal_error;
    case ErrorKind::cannot_write:
      return api::Status::cannot_write;
    case ErrorKind::conformance:
      return api::Status::not_conforming;
    case ErrorKind::limit:
      return api::Status::limit_reached;
  }
  return api::Status::internal_error;
}

api::Diagnostic shown(const Diagnostic& diagnostic) {
  return {.code = diagnostic.code,
          .severity = shown(diagnostic.severity),
          .message_thai = diagnostic.message.thai,
          .message_english = diagnostic.message.english,
          .hint_thai = diagnostic.hint.thai,
          .hint_english = diagnostic.hint.english,
          .file = diagnostic.where.file,
          .line = diagnostic.where.line,
          .column = diagnostic.where.column,
          .pointer = diagnostic.where.pointer,
          .asked_by = place_text(diagnostic.asked_by),
          .text_thai = format_for_people(diagnostic, Language::thai),
          .text_english = format_for_people(diagnostic, Language::english),
          .json_thai = data::to_json_line(diagnostic, Language::thai),
          .json_english = data::to_json_line(diagnostic, Language::english)};
}

std::vector<api::Diagnostic> shown(const Diagnostics& diagnostics) {
  std::vector<api::Diagnostic> result;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    if (result.size() == limits::diagnostics) break;
    result.push_back(shown(diagnostic));
  }
  if (diagnostics.items().size() > result.size()) {
    const std::string rest = std::to_string(diagnostics.items().size() - result.size());
    result.push_back(shown({.code = "diagnostics.more",
                            .severity = Severity::warning,
                            .message = {"และอีก " + rest + " รายการ", "and " + rest + " more"}}));
  }
  return result;
}

}  // namespace krut
