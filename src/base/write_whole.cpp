#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "base/folder.h"
#include "base/staged_file.h"
#include "base/stream_output.h"
#include "base/temporary_name.h"

namespace krut::files {

namespace {

/// Each folder once, whatever the names it is reached by.
class Folders {
 public:
  /// At most as many folders as files; `at` gives the same address for ever.
  explicit Folders(std::size_t file_count) { folders_.reserve(file_count); }

  const Folder& at(const Target& target) {
    Folder opened = open_folder(target.folder_path, target.path);
    const auto same = [&](const Folder& known) { return is_same(known, opened); };
    const auto known = std::find_if(folders_.begin(), folders_.end(), same);
    return known != folders_.end() ? *known : folders_.emplace_back(std::move(opened));
  }

  std::vector<Folder>& all() { return folders_; }

 private:
  std::vector<Folder> folders_;
};

struct Placed {
  Target target;
  const Folder* folder = nullptr;
  std::string_view bytes;
};

/// Throws when both would go to one place, so that one of them would be lost.
void expect_elsewhere(const Placed& a, const Placed& b) {
  if (a.folder != b.folder || a.target.name != b.target.name) return;
  throw Error(ErrorKind::cannot_write, "file.same-place",
              {"\"" + a.target.path + "\" กับ \"" + b.target.path + "\" เป็นไฟล์เดียวกัน",
               "\"" + a.target.path + "\" and \"" + b.target.path + "\" are one file"},
              {"ระบุปลายทางคนละไฟล์", "name two different files"}, a.target.path);
}

std::vector<Placed> places(const std::vector<Output>& outputs, Folders& folders) {
  std::vector<Placed> placed;
  for (const Output& output : outputs) {
    if (is_stream(output.path)) continue;
    Placed next{target_of(output.path), nullptr, output.bytes};
    next.folder = &folders.at(next.target);
    for (const Placed& other : placed) expect_elsewhere(other, next);
    placed.push_back(std::move(next));
  }
  return placed;
}

std::vector<StagedFile> stage(std::vector<Placed> placed, const ShouldStop& should_stop) {
  std::vector<StagedFile> staged;
  staged.reserve(placed.size());
  for (Placed& file : placed) {
    expect_wanted(should_stop);
    staged.emplace_back(std::move(file.target), *file.folder, file.bytes);
  }
  return staged;
}

/// Throws where a file is new, and what stood there is lost or kept under another name.
void put_back(std::vector<StagedFile>& files) {
  std::string left;
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    if (!file->put_back()) left += (left.empty() ? "\"" : ", \"") + file->path() + "\"";
  }
  if (left.empty()) return;
  throw Error(ErrorKind::cannot_write, "file.half-written",
              {"เขียนได้เพียงบางไฟล์ และคืนไฟล์เดิมไม่ได้: " + left,
               "only some files were written, and what stood there before could not be put back: " + left},
              {"ไฟล์เหล่านี้อาจไม่ใช่ชุดเดียวกับไฟล์อื่น ให้สร้างใหม่เมื่อแก้ปัญหาของที่เก็บไฟล์แล้ว",
               "these may not belong to the other files: make all again when the disk is well"});
}

void replace(std::vector<StagedFile>& staged, const std::vector<Folder>& folders) {
  try {
    for (StagedFile& file : staged) file.put_in_place();
    for (const Folder& folder : folders) sync(folder);
  } catch (...) {
    put_back(staged);
    throw;
  }
}

}  // namespace

void write_whole(const std::vector<Output>& outputs, const std::function<void()>& before_replacing,
                 const ShouldStop& should_stop) {
  Folders folders(outputs.size());
  std::vector<Placed> placed = places(outputs, folders);
  for (const Folder& folder : folders.all()) sweep(folder);
  std::vector<StagedFile> staged = stage(std::move(placed), should_stop);
  std::vector<std::pair<StreamOutput, std::string_view>> streams;
  for (const Output& output : outputs) {
    if (is_stream(output.path)) streams.emplace_back(StreamOutput(output.path, should_stop), output.bytes);
  }
  lock(folders.all(), should_stop);
  if (before_replacing) before_replacing();
  for (auto& [stream, bytes] : streams) stream.write(bytes, should_stop);
  expect_wanted(should_stop);
  replace(staged, folders.all());
}

}  // namespace krut::files
