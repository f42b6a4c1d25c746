#include "krut/layout_shelf.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "base/error.h"
#include "base/read_below.h"
#include "base/utf8.h"

namespace krut {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view layout_suffix = ".xml";
/// What stands in a folder of this name is no layout of its own.
constexpr std::string_view parts_folder = "parts";

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

bool is_word_of_name(std::string_view word) { return !word.empty() && word.front() != '.'; }

/// C0, DEL and C1, and what turns the direction of text: they would make a message say what it does not.
bool is_unprintable(char32_t c) {
  return c < U' ' || (c >= 0x7F && c < 0xA0) || c == 0x061C || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool is_printable(std::string_view text) {
  if (utf8::first_fault(text)) return false;
  const std::u32string characters = utf8::to_utf32(text);
  return std::none_of(characters.begin(), characters.end(), is_unprintable);
}

std::string name_below(const std::string& folder, const fs::path& file) {
  return file.lexically_relative(folder).replace_extension().generic_string();
}

}  // namespace

bool is_layout_name(std::string_view name) {
  if (name.find('\\') != std::string_view::npos || name.ends_with(layout_suffix) || !is_printable(name)) return false;
  for (;;) {
    const std::size_t slash = name.find('/');
    if (!is_word_of_name(name.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

std::shared_ptr<const layout::Layout> LayoutShelf::load(const std::string& name, Diagnostics& diagnostics,
                                                        const Budget& budget) const {
  if (!name.ends_with(layout_suffix)) return load_named(name, diagnostics, budget);
  expect_folders();
  return load(find_file(name), diagnostics, budget);
}

std::shared_ptr<const layout::Layout> LayoutShelf::load_named(const std::string& name, Diagnostics& diagnostics,
                                                              const Budget& budget) const {
  expect_folders();
  return load(find(name), diagnostics, budget);
}

void LayoutShelf::expect_folders() const {
  for (const std::string& folder : folders_) {
    std::error_code status;
    if (!fs::is_directory(folder, status)) unreadable_folder(folder);
  }
}

/// The key tells the file, however it is spelt, and what else decides what is made of it.
std::shared_ptr<const layout::Layout> LayoutShelf::load(const Found& found, Diagnostics& diagnostics,
                                                        const Budget& budget) const {
  std::string key = files::resolved(found.path).value_or(found.path) + '\0' + found.name;
  for (const std::string& root : found.roots) key += '\0' + root;
  auto loaded = cache_.find(key);
  if (!loaded) loaded = cache_.keep(key, read(found, budget));
  diagnostics.append(loaded->diagnostics);
  return loaded->layout;
}

LoadedLayout LayoutShelf::read(const Found& found, const Budget& budget) const {
  const fs::path folder = fs::path(found.path).parent_path();
  const auto read_beside = [&](const std::string& file) {
    return files::read_below(found.roots, (folder / file).string(), limits::layout_bytes);
  };
  LoadedLayout loaded;
  loaded.layout = layout::Layout::load(found.name, files::read_below(found.roots, found.path, limits::layout_bytes),
                                       found.path, read_beside, loaded.diagnostics, budget,
                                       [&](const std::string& file) { return find_shared(folder, found.roots, file); });
  return loaded;
}

std::optional<layout::NamedText> LayoutShelf::find_shared(const std::filesystem::path& beside,
                                                          const std::vector<std::string>& roots,
                                                          const std::string& file) const {
  std::vector<fs::path> places{beside};
  places.insert(places.end(), folders_.begin(), folders_.end());
  std::vector<std::string> all_roots = roots;
  all_roots.insert(all_roots.end(), folders_.begin(), folders_.end());
  for (const fs::path& place : places) {
    const fs::path path = place / file;
    if (!is_file(path)) continue;
    return layout::NamedText{files::read_below(all_roots, path.string(), limits::layout_bytes), path.string()};
  }
  return std::nullopt;
}

LayoutShelf::Found LayoutShelf::find(const std::string& name) const {
  if (is_layout_name(name)) {
    for (const std::string& folder : folders_) {
      const fs::path path = fs::path(folder) / (name + std::string(layout_suffix));
      if (is_file(path)) return {name, path.string(), {folder}};
    }
  }
  no_such_layout(name, list());
}

LayoutShelf::Found LayoutShelf::find_file(const std::string& path) const {
  const auto file = files::resolved(path);
  if (!file) no_such_layout(path, list());
  Found found{fs::path(path).stem().string(), path, {fs::path(*file).parent_path().string()}};
  found.roots.insert(found.roots.end(), folders_.begin(), folders_.end());
  return found;
}

std::vector<ShelfEntry> LayoutShelf::list() const {
  std::map<std::string, std::string> found;
  for (const std::string& folder : folders_) {
    const std::string root = files::resolved(folder).value_or(folder);
    std::error_code status;
    for (fs::recursive_directory_iterator entry(folder, status), end; !status && entry != end;
         entry.increment(status)) {
      const fs::path& path = entry->path();
      if (path.extension() != layout_suffix || path.parent_path().filename() == parts_folder || !is_file(path))
        continue;
      const std::string name = name_below(folder, path);
      const auto file = files::resolved(path.string());
      if (file && files::is_below(*file, root) && is_layout_name(name)) found.try_emplace(name, path.string());
    }
    if (status) unreadable_folder(folder);
  }
  std::vector<ShelfEntry> entries;
  for (auto& [name, path] : found) entries.push_back({name, path});
  return entries;
}

}  // namespace krut
