#pragma once

#include <string>

namespace krut::fuzz {

/// A file or folder of krut ("fonts", "layouts/memo.xml", "examples/memo.json"): beside the program, where a build for
/// other machines puts it, else in the build, else in the source.
[[nodiscard]] std::string resource(const std::string& name);
/// The bytes of such a file.
[[nodiscard]] std::string resource_text(const std::string& name);

/// A folder of this process alone in the fastest place there is, gone when the process ends.
[[nodiscard]] const std::string& scratch_folder();
void write_file(const std::string& path, const std::string& bytes);

}  // namespace krut::fuzz
