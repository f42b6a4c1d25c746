#include <string>

#include "base/diagnostic.h"
#include "krut/krut.hpp"
#include "krut/outcome.h"

namespace krut::api {

namespace {

/// What tells the two apart, in both languages; empty where nothing does.
Bilingual differences(const SourceOutcome& first, const SourceOutcome& second) {
  Bilingual found;
  const auto note = [&found](bool differs, const char* thai, const char* english) {
    if (!differs) return;
    found.thai += (found.thai.empty() ? "" : " ") + std::string(thai);
    found.english += (found.english.empty() ? "" : ", ") + std::string(english);
  };
  note(first.data != second.data, "ข้อมูล", "the data");
  note(first.layout != second.layout, "รูปแบบเอกสาร", "the layout");
  note(first.layout_version != second.layout_version, "รุ่นของรูปแบบเอกสาร", "the version of the layout");
  note(first.producer != second.producer, "รุ่นของ krut", "the version of krut");
  return found;
}

std::string without_newline(std::string line) {
  if (line.ends_with('\n')) line.pop_back();
  return line;
}

}  // namespace

bool belong_together(const SourceOutcome& first, const SourceOutcome& second) {
  const bool have_source = first.status == Status::ok && second.status == Status::ok;
  return have_source && differences(first, second).empty();
}

PairOutcome compare_papers(const SourceOutcome& first, const std::string& first_name, const SourceOutcome& second,
                           const std::string& second_name) {
  PairOutcome outcome;
  const Bilingual different = differences(first, second);
  outcome.belongs_together = belong_together(first, second);
  outcome.about = "{\"papers\": [" + without_newline(first.about) + ", " + without_newline(second.about) +
                  "], \"belongs_together\": " + (outcome.belongs_together ? "true" : "false") + "}\n";
  if (outcome.belongs_together) return outcome;
  krut::Diagnostic warning;
  warning.code = "readback.not-a-pair";
  warning.severity = krut::Severity::warning;
  warning.where.file = second_name;
  warning.message = {
      "\"" + second_name + "\" ไม่ใช่ชุดเดียวกับ \"" + first_name + "\" สิ่งที่ต่างกัน: " + different.thai,
      "\"" + second_name + "\" does not belong to \"" + first_name + "\"; different: " + different.english};
  warning.hint = {"สร้างทั้งสองไฟล์ใหม่ด้วย krut render ครั้งเดียว", "make both again with one krut render"};
  outcome.diagnostics.push_back(shown(warning));
  return outcome;
}

}  // namespace krut::api
