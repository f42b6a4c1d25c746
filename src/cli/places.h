#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/speaker.h"

namespace krut::cli {

/// Standard input or output, where a file could be named.
inline constexpr const char* standard_stream = "-";

/// Folders of fonts and layouts that came with this program: beside the build's or the installation's executable.
struct OwnFolders {
  std::string fonts;
  std::string layouts;
  std::string picture_program;  ///< which draws pictures in a process of its own
};
[[nodiscard]] OwnFolders own_folders();

/// Where results go: paths, or standard output.
struct Destinations {
  std::string pdf;   ///< empty: no PDF is wanted
  std::string docx;  ///< empty: no DOCX is wanted
  bool is_stdout = false;
  std::optional<Fault> fault;  ///< why the wish cannot be met
};

/// Reads the wishes: no output means both files beside the input; a folder takes both; an extension decides; "-" needs
/// a format and never goes to a terminal.
[[nodiscard]] Destinations destinations(const std::string& input, const std::vector<std::string>& outputs,
                                        const std::string& format);

}  // namespace krut::cli
