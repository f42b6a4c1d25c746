#include "cli/access.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "cli/places.h"

namespace krut::cli {

namespace fs = std::filesystem;

namespace {

constexpr int most_links = 40;  ///< one after the other, as in Linux (path_resolution(7))

std::string folder_of(const std::string& path) {
  std::error_code status;
  return fs::absolute(path, status).parent_path().string();
}

/// What `path` leads to, also where nothing is there yet.
fs::path through_links(fs::path path) {
  std::error_code status;
  for (int followed = 0; followed < most_links && fs::is_symlink(path, status); ++followed) {
    path = path.parent_path() / fs::read_symlink(path, status);
  }
  return path;
}

/// The folder where a file called `path` is made or replaced; a folder, a device or a pipe is written to itself.
void add_output(const std::string& path, Access& access) {
  if (path.empty() || path == standard_stream) return;
  std::error_code status;
  access.writable.push_back(path);
  if (!fs::is_directory(path, status)) access.writable.push_back(folder_of(through_links(path).string()));
}

/// A font folder may lead to faces elsewhere.
void add_fonts(const std::string& folder, Access& access) {
  access.readable.push_back(folder);
  std::error_code status;
  for (fs::recursive_directory_iterator entry(folder, status), end; !status && entry != end; entry.increment(status)) {
    std::error_code unknown;
    if (entry->is_symlink(unknown) && entry->is_regular_file(unknown))
      access.readable.push_back(entry->path().string());
  }
}

/// Fonts of the user's own, which letters of an SVG may be set in.
void add_user_fonts(Access& access) {
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home != '/') return;
  for (const char* folder : {".fonts", ".local/share/fonts", ".config/fontconfig"}) {
    access.readable.push_back((fs::path(home) / folder).string());
  }
}

}  // namespace

Access access_of(const Arguments& arguments) {
  const OwnFolders own = own_folders();
  Access access;
  access.readable = {own.fonts, own.layouts};
  access.runnable = {own.picture_program};
  add_user_fonts(access);
  for (const std::string& folder : arguments.font_folders) add_fonts(folder, access);
  access.readable.insert(access.readable.end(), arguments.layout_folders.begin(), arguments.layout_folders.end());
  for (const std::string& layout : {arguments.layout, arguments.name}) {
    if (!layout.ends_with(".xml")) continue;
    access.readable.push_back(layout);
    access.readable.push_back(folder_of(layout));
  }
  if (!arguments.input.empty() && arguments.input != standard_stream) {
    access.readable.push_back(arguments.input);
    if (arguments.command != Command::read_back) access.readable.push_back(folder_of(arguments.input));
  }
  if (!arguments.pictures.empty()) access.readable.push_back(arguments.pictures);
  if (!arguments.other.empty()) access.readable.push_back(arguments.other);
  for (const std::string& output : arguments.outputs) add_output(output, access);
  add_output(arguments.signatures, access);
  if (arguments.command == Command::render) {
    const Destinations places = destinations(arguments.input, arguments.outputs, arguments.format);
    add_output(places.pdf, access);
    add_output(places.docx, access);
  }
  return access;
}

}  // namespace krut::cli
