#include "krut/layout_shelf.h"

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <system_error>

#include "base/error.h"
#include "base/files.h"
#include "base/limits.h"

namespace krut {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view layout_suffix = ".xml";
constexpr const char* grammar_name = "layout.rng";

bool is_file(const fs::path& path) {
  std::error_code status;
  return fs::is_regular_file(path, status);
}

[[noreturn]] void no_such_layout(const std::string& name, const std::vector<ShelfEntry>& known) {
  std::vector<std::string> names;
  for (const ShelfEntry& entry : known) names.push_back(entry.name);
  const std::string guess = did_you_mean(name, names);
  Bilingual hint{"ดูรายชื่อด้วยคำสั่ง krut layouts", "krut layouts lists them"};
  if (!guess.empty()) hint = {"หมายถึง \"" + guess + "\" หรือไม่", "did you mean \"" + guess + "\"?"};
  throw Error(ErrorKind::input_missing, "layout.not-found",
              {"ไม่พบรูปแบบเอกสาร \"" + name + "\"", "there is no layout \"" + name + "\""}, hint,
              name.ends_with(layout_suffix) ? name : std::string());
}

[[noreturn]] void unreadable_folder(const std::string& folder) {
  throw Error(ErrorKind::resource_missing, "layout.folder-unreadable",
              {"อ่านโฟลเดอร์รูปแบบเอกสาร " + folder + " ไม่ได้", "the folder of layouts " + folder + " cannot be read"},
              {"ตรวจชื่อโฟลเดอร์และสิทธิ์การอ่าน", "check the folder's name and that it may be read"}, folder);
}

/// A name is words, digits, hyphens and slashes: it can never leave the folders.
bool is_layout_name(const std::string& name) {
  return !name.empty() && name.front() != '/' && name.find("..") == std::string::npos &&
         name.find('\\') == std::string::npos && name.find('\0') == std::string::npos;
}

}  // namespace

std::shared_ptr<const layout::Layout> LayoutShelf::load(const std::string& name, Diagnostics& diagnostics) const {
  {
    const std::shared_lock lock(mutex_);
    if (const auto found = loaded_.find(name); found != loaded_.end()) {
      diagnostics.append(found->second.diagnostics);
      return found->second.layout;
    }
  }
  Loaded loaded = read(name);
  diagnostics.append(loaded.diagnostics);
  const std::unique_lock lock(mutex_);
  return loaded_.try_emplace(name, std::move(loaded)).first->second.layout;
}

LayoutShelf::Loaded LayoutShelf::read(const std::string& name) const {
  for (const std::string& folder : folders_) {
    std::error_code status;
    if (!fs::is_directory(folder, status)) unreadable_folder(folder);
  }
  const std::string path = find(name);
  const fs::path folder = fs::path(path).parent_path();
  const auto read_beside = [&folder](const std::string& file) {
    return files::read_whole((folder / file).lexically_normal().string(), limits::layout_bytes);
  };
  std::string grammar;
  for (const std::string& candidate : folders_) {
    if (!is_file(fs::path(candidate) / grammar_name)) continue;
    grammar = files::read_whole((fs::path(candidate) / grammar_name).string(), limits::layout_bytes);
    break;
  }
  if (grammar.empty()) {
    throw Error(ErrorKind::resource_missing, "layout.no-grammar",
                {"ไม่พบไฟล์ layout.rng ในโฟลเดอร์รูปแบบเอกสาร", "no layout folder holds layout.rng"},
                {"ระบุโฟลเดอร์ด้วย --layouts", "name the folder with --layouts"});
  }
  Loaded loaded;
  const bool is_path = name.ends_with(layout_suffix);
  const std::string known_as = is_path ? fs::path(name).stem().string() : name;
  loaded.layout = layout::Layout::load(known_as, files::read_whole(path, limits::layout_bytes), path, grammar,
                                       read_beside, loaded.diagnostics);
  return loaded;
}

std::string LayoutShelf::find(const std::string& name) const {
  if (name.ends_with(layout_suffix)) {
    if (is_file(name)) return name;
    no_such_layout(name, list());
  }
  if (is_layout_name(name)) {
    for (const std::string& folder : folders_) {
      const fs::path path = fs::path(folder) / (name + std::string(layout_suffix));
      if (is_file(path)) return path.string();
    }
  }
  no_such_layout(name, list());
}

std::vector<ShelfEntry> LayoutShelf::list() const {
  std::map<std::string, std::string> found;
  for (const std::string& folder : folders_) {
    std::error_code status;
    for (fs::recursive_directory_iterator entry(folder, status), end; !status && entry != end;
         entry.increment(status)) {
      if (entry->path().extension() != layout_suffix || !is_file(entry->path())) continue;
      const std::string name = entry->path().lexically_relative(folder).replace_extension().generic_string();
      found.try_emplace(name, entry->path().string());
    }
    if (status) unreadable_folder(folder);
  }
  std::vector<ShelfEntry> entries;
  for (auto& [name, path] : found) entries.push_back({name, path});
  return entries;
}

}  // namespace krut
