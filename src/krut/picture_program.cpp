#include "krut/picture_program.h"

#include <dlfcn.h>

#include <filesystem>
#include <system_error>

namespace krut {

namespace fs = std::filesystem;

std::string picture_program_beside_library() {
  Dl_info place{};
  const auto* here = reinterpret_cast<const void*>(&picture_program_beside_library);
  if (::dladdr(here, &place) == 0 || place.dli_fname == nullptr) return {};
  std::error_code status;
  const fs::path library = fs::canonical(place.dli_fname, status);
  if (status) return {};
  const fs::path in_build = library.parent_path() / "../libexec/krut/krut-picture";
  const fs::path installed = library.parent_path() / KRUT_PICTURE_PROGRAM;
  return (fs::exists(installed, status) ? installed : in_build).lexically_normal().string();
}

}  // namespace krut
