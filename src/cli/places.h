#pragma once

#include <string>
#include <vector>

namespace krut::cli {

/// Folders of fonts and layouts that came with this program: beside the build's or the installation's executable.
struct OwnFolders {
  std::string fonts;
  std::string layouts;
};
[[nodiscard]] OwnFolders own_folders();

/// Where results go: paths, or standard output.
struct Destinations {
  std::string pdf;   ///< empty: no PDF is wanted
  std::string docx;  ///< empty: no DOCX is wanted
  bool is_stdout = false;
  std::string fault_thai;  ///< why the wish cannot be met; empty when it can
  std::string fault_english;
};

/// Reads the wishes: no output means both files beside the input; a folder takes both; an extension decides; "-" needs
/// a format and never goes to a terminal.
[[nodiscard]] Destinations destinations(const std::string& input, const std::vector<std::string>& outputs,
                                        const std::string& format);

}  // namespace krut::cli
