#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/speaker.h"

namespace krut::cli {

enum class Command { none, render, check, layouts, schema, new_data, fonts, dump, read_back };

/// What the user typed, checked for form only.
struct Arguments {
  Command command = Command::none;
  std::string input;  ///< data file, or the paper to read back; "-" for stdin
  std::string other;  ///< second paper, to see whether it belongs to the first; empty: none
  std::string name;   ///< of a layout, for new, schema and fonts
  std::string layout;
  std::vector<std::string> outputs;  ///< files, one folder, or "-"; of a skeleton or read-back one file
  std::string format;                ///< "pdf", "docx" or empty for both
  std::string stage = "document";
  std::string pdf_standard;
  std::string pictures;          ///< folder of the pictures that the data names; empty: that of the data
  std::optional<int> image_dpi;  ///< most dots to the inch that a picture has
  std::string signatures;        ///< file that takes the list of signature fields, "-" for stdout; empty: none
  std::vector<std::string> font_folders;
  std::vector<std::string> layout_folders;
  std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
  std::optional<std::chrono::nanoseconds> timeout;  ///< since it started
  std::optional<std::size_t> max_memory;            ///< bytes
  bool overwrites = false;                          ///< also somebody's work
  bool is_strict = false;
  bool is_explained = false;  ///< of a skeleton: with comments
  bool is_about = false;      ///< of a paper read back: what it was made by, not its data
  bool embeds_fonts = true;
  bool has_source = true;
};

/// How parsing ended: either arguments to act on, or an exit code after something was printed.
struct Parsed {
  Arguments arguments;
  bool is_done = false;
  int exit_code = 0;
};

/// Reads the command line; prints help or the version, and tells a usage error, itself.
[[nodiscard]] Parsed parse_arguments(int count, char** words, const Speaker& speaker);

}  // namespace krut::cli
