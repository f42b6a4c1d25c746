#include "cli/speaker.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string_view>

#include "cli/exit_code.h"

namespace krut::cli {

namespace {

std::string locale_name() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

/// The value of an option as `--option value` or `--option=value`; the last one counts.
std::string value_of(std::string_view option, const std::vector<std::string_view>& words) {
  std::string value;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i] == option && i + 1 < words.size()) value = words[i + 1];
    if (words[i].starts_with(option) && words[i].substr(option.size()).starts_with('=')) {
      value = words[i].substr(option.size() + 1);
    }
  }
  return value;
}

}  // namespace

Manner wished_manner(int count, char** words) {
  const std::vector<std::string_view> given(words, words + count);
  const std::string language = value_of("--lang", given);
  const bool is_named = language == "th" || language == "en";
  return {.is_thai = (is_named ? language : locale_name()).starts_with("th"),
          .is_json = value_of("--diagnostics", given) == "json"};
}

const std::string& Speaker::words_of(const api::Diagnostic& diagnostic) const {
  if (manner_.is_json) return manner_.is_thai ? diagnostic.json_thai : diagnostic.json_english;
  return manner_.is_thai ? diagnostic.text_thai : diagnostic.text_english;
}

void Speaker::tell(const std::vector<api::Diagnostic>& diagnostics) const {
  for (const api::Diagnostic& diagnostic : diagnostics) {
    std::cerr << words_of(late_ && late_->code == diagnostic.code ? *late_ : diagnostic);
  }
  std::cerr.flush();
}

Speaker Speaker::with_deadline(api::Diagnostic late) const {
  Speaker speaker = *this;
  speaker.late_ = std::move(late);
  return speaker;
}

int Speaker::usage(const Fault& fault) const {
  tell({told(fault)});
  return exit_code::usage;
}

void Speaker::print(std::string_view text) const {
  if (::isatty(STDOUT_FILENO) != 0) {
    std::cout << api::made_visible(text, true);
  } else {
    std::cout.write(text.data(), static_cast<std::streamsize>(text.size()));
  }
}

int Speaker::after_stdout(const Ended& ended) const {
  if (std::cout.flush()) return ended.exit_code;
  std::string files;
  for (const std::string& file : ended.written) files += (files.empty() ? "\"" : ", \"") + file + '"';
  Fault fault{"stdout.cannot-write", "เขียนผลลัพธ์ออก stdout ไม่ได้", "cannot write to standard output",
              "ตรวจเนื้อที่ว่าง และว่าโปรแกรมที่รับผลลัพธ์ยังทำงานอยู่",
              "check the room on the disk, and that the program which reads the output still runs"};
  if (!files.empty()) {
    fault.thai += " แต่เขียนไฟล์ครบแล้ว: " + files;
    fault.english += "; the files were written: " + files;
  }
  tell({told(fault)});
  const bool is_good = ended.exit_code == exit_code::ok || ended.exit_code == exit_code::warnings;
  return is_good ? static_cast<int>(api::Status::cannot_write) : ended.exit_code;
}

std::string listed(std::string_view text) { return api::made_visible(text, false); }

api::Diagnostic told(const Fault& fault) {
  api::Diagnostic diagnostic;
  diagnostic.code = fault.code;
  diagnostic.message_thai = fault.thai;
  diagnostic.message_english = fault.english;
  diagnostic.hint_thai = fault.hint_thai;
  diagnostic.hint_english = fault.hint_english;
  return api::told(std::move(diagnostic));
}

}  // namespace krut::cli
