#include "krut/outcome.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"
#include "base/visible.h"
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

Severity meant(api::Severity severity) {
  switch (severity) {
    case api::Severity::note:
      return Severity::note;
    case api::Severity::warning:
      return Severity::warning;
    case api::Severity::error:
      break;
  }
  return Severity::error;
}

Bilingual bounded(const Bilingual& text) {
  return {utf8::shortened(text.thai, limits::told_characters), utf8::shortened(text.english, limits::told_characters)};
}

/// A value of the data that stands in a message may be megabytes long, and each fault is told in several shapes.
Diagnostic bounded(Diagnostic diagnostic) {
  diagnostic.message = bounded(diagnostic.message);
  diagnostic.hint = bounded(diagnostic.hint);
  return diagnostic;
}

/// Those that are shown, in their order: no warning takes the place of an error where there is not room for all.
std::vector<const Diagnostic*> chosen(const std::vector<Diagnostic>& items) {
  const auto is_error = [](const Diagnostic& item) { return item.severity == Severity::error; };
  const auto errors = static_cast<std::size_t>(std::count_if(items.begin(), items.end(), is_error));
  std::size_t room_for_errors = std::min(errors, limits::diagnostics);
  std::size_t room_for_others = limits::diagnostics - room_for_errors;
  std::vector<const Diagnostic*> result;
  for (const Diagnostic& item : items) {
    std::size_t& room = is_error(item) ? room_for_errors : room_for_others;
    if (room == 0) continue;
    --room;
    result.push_back(&item);
  }
  return result;
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
    case ErrorKind::cancelled:
      return api::Status::cancelled;
  }
  return api::Status::internal_error;
}

api::Diagnostic shown(const Diagnostic& told) {
  const Diagnostic diagnostic = bounded(told);
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
          .pointers = diagnostic.pointers,
          .asked_by = place_text(diagnostic.asked_by),
          .text_thai = format_for_people(diagnostic, Language::thai),
          .text_english = format_for_people(diagnostic, Language::english),
          .json_thai = data::to_json_line(diagnostic, Language::thai),
          .json_english = data::to_json_line(diagnostic, Language::english)};
}

std::vector<api::Diagnostic> shown(const Diagnostics& diagnostics) {
  std::vector<api::Diagnostic> result;
  std::size_t errors = 0;  // that are not shown
  for (const Diagnostic& item : diagnostics.items()) errors += item.severity == Severity::error ? 1 : 0;
  for (const Diagnostic* item : chosen(diagnostics.items())) {
    errors -= item->severity == Severity::error ? 1 : 0;
    result.push_back(shown(*item));
  }
  const std::size_t rest = diagnostics.found() - result.size();
  if (rest == 0) return result;
  const bool has_error = diagnostics.worst_untold() == Severity::error || errors > 0;
  const std::string count = std::to_string(rest);
  result.push_back(shown({.code = "diagnostics.more",
                          .severity = has_error ? Severity::error : Severity::warning,
                          .message = {"และอีก " + count + " รายการ", "and " + count + " more"},
                          .hint = {"แก้รายการข้างต้น แล้วตรวจอีกครั้ง", "mend those above, then check again"}}));
  return result;
}

Diagnostic memory_short() {
  return {.code = "memory.short",
          .message = {"หน่วยความจำไม่พอ", "memory is short"},
          .hint = {"ให้โปรแกรมใช้หน่วยความจำได้มากขึ้น หรือแบ่งข้อมูลเป็นหลายไฟล์",
                   "let the program have more memory, or split the data into several files"}};
}

Budget budget_of(const api::Bounds& bounds) {
  Bounds result{bounds.timeout, bounds.max_memory, {}};
  if (bounds.cancel != nullptr) result.is_cancelled = [cancel = bounds.cancel] { return cancel->is_set(); };
  return Budget(std::move(result));
}

api::Diagnostic api::told(Diagnostic given) {
  krut::Diagnostic fault;
  fault.code = std::move(given.code);
  fault.severity = meant(given.severity);
  fault.message = {std::move(given.message_thai), std::move(given.message_english)};
  fault.where = {std::move(given.file), given.line, given.column, std::move(given.pointer)};
  fault.hint = {std::move(given.hint_thai), std::move(given.hint_english)};
  fault.pointers = std::move(given.pointers);
  return shown(fault);
}

std::string api::made_visible(std::string_view text, bool keeps_lines) {
  return utf8::made_visible(text, keeps_lines ? U"\n\t" : U"");
}

}  // namespace krut
