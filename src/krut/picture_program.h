#pragma once

#include <string>

namespace krut {

/// Where the program that draws SVGs lies beside this library, in the build tree or in an installation: an absolute
/// path, found from the library's own place and nothing else. Where there is none, the path at which it should be.
[[nodiscard]] std::string picture_program_beside_library();

}  // namespace krut
