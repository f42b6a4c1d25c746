#include "resources.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace krut::fuzz {

namespace {

namespace fs = std::filesystem;

class Scratch {
 public:
  Scratch() {
    std::error_code status;
    const fs::path root = fs::is_directory("/dev/shm", status) ? "/dev/shm" : fs::temp_directory_path(status);
    path_ = (root / ("krut-fuzz-" + std::to_string(::getpid()))).string();
    fs::create_directories(path_, status);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code status;
    fs::remove_all(path_, status);
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

std::string resource(const std::string& name) {
  static const fs::path program = fs::read_symlink("/proc/self/exe").parent_path();
  for (const fs::path& folder : {program, fs::path(KRUT_BUILD_FOLDER), fs::path(KRUT_SOURCE_FOLDER)}) {
    if (fs::exists(folder / name)) return (folder / name).string();
  }
  std::abort();
}

std::string resource_text(const std::string& name) {
  std::ifstream file(resource(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::string& scratch_folder() {
  static const Scratch scratch;
  return scratch.path();
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace krut::fuzz
