#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "krut/krut.hpp"

namespace krut::cli {

/// How the user wants to be spoken to.
struct Manner {
  bool is_thai = false;
  bool is_json = false;  ///< one object a line, for programs
};

/// What --lang, else the locale (POSIX, 8.2), and --diagnostics ask for: read before all else, so that the faults of
/// the command line are told in that manner too.
[[nodiscard]] Manner wished_manner(int count, char** words);

/// A fault that the command line finds itself.
struct Fault {
  std::string code = {};
  std::string thai = {};
  std::string english = {};
  std::string hint_thai;  ///< never empty, nor is the other: who is told what is wrong is told how to mend it
  std::string hint_english;
};

/// How a command ended.
struct Ended {
  int exit_code = 0;
  std::vector<std::string> written = {};  ///< files that were written, as they were named
};

/// Shows diagnostics on standard error, in the wished language and form. Nothing else writes there.
class Speaker {
 public:
  explicit Speaker(Manner manner) : manner_(manner) {}

  /// Text on standard output: byte for byte, but made visible where a terminal would obey it.
  void print(std::string_view text) const;
  [[nodiscard]] bool is_thai() const { return manner_.is_thai; }

  void tell(const std::vector<api::Diagnostic>& diagnostics) const;
  /// The same speaker, which tells `late` in place of what the library says under that code: it knows what was left of
  /// a time when it was called, not what was asked for.
  [[nodiscard]] Speaker with_deadline(api::Diagnostic late) const;
  /// A diagnostic as `tell` writes it.
  [[nodiscard]] const std::string& words_of(const api::Diagnostic& diagnostic) const;
  /// Tells the fault and returns the exit code of wrong usage.
  [[nodiscard]] int usage(const Fault& fault) const;
  /// The command's own exit code; where standard output did not take everything, this is told, with the files that are
  /// there all the same, and 73 stands in for 0 and for the 1 of warnings.
  [[nodiscard]] int after_stdout(const Ended& ended) const;

 private:
  Manner manner_;
  std::optional<api::Diagnostic> late_ = {};
};

/// A name or text in a list on standard output: on one line, and nothing that acts.
[[nodiscard]] std::string listed(std::string_view text);

/// The fault as the library tells its own.
[[nodiscard]] api::Diagnostic told(const Fault& fault);

}  // namespace krut::cli
