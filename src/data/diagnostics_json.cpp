#include "data/diagnostics_json.h"

#include <nlohmann/json.hpp>

#include "base/visible.h"

namespace krut::data {

namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson known_or_null(int number) { return number > 0 ? OrderedJson(number) : OrderedJson(nullptr); }

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

}  // namespace

std::string to_json_line(const Diagnostic& diagnostic, Language language) {
  OrderedJson line;
  line["severity"] = name_of(diagnostic.severity);
  line["code"] = diagnostic.code;
  line["file"] = diagnostic.where.file;
  line["line"] = known_or_null(diagnostic.where.line);
  line["column"] = known_or_null(diagnostic.where.column);
  line["pointer"] = diagnostic.where.pointer;
  if (!diagnostic.pointers.empty()) line["pointers"] = diagnostic.pointers;
  line["message"] = diagnostic.message.in(language);
  line["hint"] = diagnostic.hint.in(language);
  line["asked_by"] = nullptr;
  if (!diagnostic.asked_by.file.empty()) {
    line["asked_by"] = {{"file", diagnostic.asked_by.file},
                        {"line", known_or_null(diagnostic.asked_by.line)},
                        {"column", known_or_null(diagnostic.asked_by.column)}};
  }
  line["message_th"] = diagnostic.message.thai;
  line["message_en"] = diagnostic.message.english;
  line["hint_th"] = diagnostic.hint.thai;
  line["hint_en"] = diagnostic.hint.english;
  return utf8::made_visible(line.dump(-1, ' ', false, OrderedJson::error_handler_t::replace)) + '\n';
}

}  // namespace krut::data
