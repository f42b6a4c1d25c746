#include "text/font_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "base/limits.h"

namespace krut::text {

namespace {

namespace fs = std::filesystem;

bool has_font_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  constexpr std::array<std::string_view, 8> extensions = {".ttf",  ".otf",   ".ttc", ".otc",
                                                          ".woff", ".woff2", ".pfb", ".pfa"};
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

Bilingual unreadable(const std::string& folder) {
  return {"อ่านโฟลเดอร์แบบอักษร " + folder + " ไม่ได้", "the font folder " + folder + " cannot be read"};
}

Error unreadable_folder(const std::string& folder) {
  return {ErrorKind::resource_missing,
          "font.folder-unreadable",
          unreadable(folder),
          {"ตรวจสอบชื่อโฟลเดอร์และสิทธิ์การอ่าน", "check the folder's name and that it may be read"},
          folder};
}

Error too_many_files(const std::string& folder) {
  const std::string most = std::to_string(limits::font_files);
  return {ErrorKind::limit,
          "font.too-many-files",
          {"โฟลเดอร์ " + folder + " มีไฟล์แบบอักษรเกิน " + most + " ไฟล์",
           "the folder " + folder + " holds more than " + most + " font files"},
          {"ระบุโฟลเดอร์ที่มีเฉพาะแบบอักษรที่ใช้", "name a folder with only the fonts in use"},
          folder};
}

Diagnostic passed_over_folder(const std::string& folder) {
  Diagnostic diagnostic;
  diagnostic.code = "font.folder-unreadable";
  diagnostic.severity = Severity::warning;
  diagnostic.message = unreadable(folder);
  diagnostic.where.file = folder;
  diagnostic.hint = {"ตรวจสอบสิทธิ์การอ่าน", "check that it may be read"};
  return diagnostic;
}

/// Walks folders without following links to folders, as one list of what waits.
class Walk {
 public:
  Walk(std::string top, Diagnostics& diagnostics) : top_(std::move(top)), diagnostics_(diagnostics) {}

  std::vector<FontFile> run() {
    std::error_code fault;
    const fs::directory_iterator first(fs::path(top_), fault);
    if (fault) throw unreadable_folder(top_);
    read(first, top_);
    while (!waiting_.empty()) {
      const std::string folder = std::move(waiting_.back());
      waiting_.pop_back();
      const fs::directory_iterator entries(fs::path(folder), fault);
      if (fault) {
        diagnostics_.add(passed_over_folder(folder));
      } else {
        read(entries, folder);
      }
    }
    std::sort(files_.begin(), files_.end(), [](const FontFile& a, const FontFile& b) { return a.path < b.path; });
    return std::move(files_);
  }

 private:
  void read(fs::directory_iterator entry, const std::string& folder) {
    std::error_code fault;
    for (; entry != fs::directory_iterator(); entry.increment(fault)) look_at(*entry);
    if (fault) diagnostics_.add(passed_over_folder(folder));
  }

  void look_at(const fs::directory_entry& entry) {
    std::error_code ignored;
    const std::string path = entry.path().string();
    const bool is_folder = fs::is_directory(entry.symlink_status(ignored));
    if (has_font_extension(entry.path())) {
      if (files_.size() == limits::font_files) throw too_many_files(top_);
      files_.push_back({path, entry.is_regular_file(ignored)});
    } else if (is_folder) {
      waiting_.push_back(path);
    }
  }

  std::string top_;
  Diagnostics& diagnostics_;
  std::vector<std::string> waiting_;
  std::vector<FontFile> files_;
};

}  // namespace

std::vector<FontFile> font_files_below(const std::string& folder, Diagnostics& diagnostics) {
  return Walk(folder, diagnostics).run();
}

}  // namespace krut::text
