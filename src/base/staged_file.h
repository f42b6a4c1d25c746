#pragma once

#include <string>
#include <string_view>

#include "base/folder.h"

/// One file on its way to its place. For the files of this room only.
namespace krut::files {

/// Where a file shall stand.
struct Target {
  std::string path;         ///< as the user named it
  std::string folder_path;  ///< with every link followed
  std::string name;         ///< in that folder
};

/// The place that `path` leads to, whether a file is there yet or not. Throws `Error` (cannot_write).
[[nodiscard]] Target target_of(const std::string& path);

/// A complete file under a temporary name in the folder of its target. As long as it lives it holds a lock on the
/// temporary file, by which others know that it is in use. Removed again unless put in place.
class StagedFile {
 public:
  /// Writes the file and brings it to the disk. Throws `Error` (cannot_write). `folder` must live longer.
  StagedFile(Target target, const Folder& folder, std::string_view bytes);
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;
  StagedFile(StagedFile&& other) noexcept;
  StagedFile& operator=(StagedFile&&) = delete;
  ~StagedFile();

  /// Gives it its name. What stood there is kept, under the temporary name, for as long as this lives. Throws `Error`
  /// (cannot_write); then nothing has changed.
  void put_in_place();
  /// The other way round: what stood there, or nothing, has the name again. False when that cannot be done.
  [[nodiscard]] bool put_back();

  [[nodiscard]] const std::string& path() const { return target_.path; }

 private:
  enum class Standing { staged, in_free_place, in_place_of_former, over_former };

  void create(bool is_private);
  void fill(std::string_view bytes);
  void take_free_place();
  void exchange();
  void take_place_of_linked_former();
  void discard();

  Target target_;
  const Folder* folder_;
  Descriptor file_{-1};
  std::string temporary_;  ///< name of what is not in place: the new file, then the former; empty: none
  Standing standing_ = Standing::staged;
};

}  // namespace krut::files
