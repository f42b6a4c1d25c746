#pragma once

#include <stdexcept>
#include <string>

#include "base/diagnostic.h"

namespace krut {

/// Which of the documented exit codes a failure belongs to (design: commands, manners and exit codes).
enum class ErrorKind {
  input_missing,     ///< 66
  resource_missing,  ///< 69: a font or another resource
  internal,          ///< 70: our own bug
  cannot_write,      ///< 73
  conformance,       ///< 74
  limit,             ///< 75
  cancelled,         ///< 130: the caller no longer wants it
};

/// The hint of a fault of our own.
[[nodiscard]] inline Bilingual report_it() {
  return {"โปรดแจ้งผู้พัฒนาพร้อมไฟล์ข้อมูล", "please report it with the data file"};
}

/// Thrown once input is checked and only the environment (or we) can fail. Bad input is a `Diagnostic`, never this.
class Error : public std::runtime_error {
 public:
  /// Without a hint it is a fault of our own: `report_it` is its hint. `file` is the one that it is about, if any.
  Error(ErrorKind kind, std::string code, Bilingual message, Bilingual hint = report_it(), std::string file = {})
      : std::runtime_error(message.english),
        kind_(kind),
        diagnostic_{std::move(code), Severity::error, std::move(message), {std::move(file)}, {}, std::move(hint)} {}

  [[nodiscard]] ErrorKind kind() const { return kind_; }
  /// The same failure in the shape in which faults are shown.
  [[nodiscard]] const Diagnostic& diagnostic() const { return diagnostic_; }

 private:
  ErrorKind kind_;
  Diagnostic diagnostic_;
};

}  // namespace krut
