#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "base/limits.h"
#include "krut/layout_cache.h"
#include "layout/layout.h"

namespace krut {

/// Where a layout was found.
struct ShelfEntry {
  std::string name;  ///< "ita/memo-report"
  std::string path;
};

/// Whether `name` may be that of a layout in a folder: words joined by single slashes, none of which starts with a dot,
/// and neither a file's ending, a backslash nor a control character. Whatever it names lies in the folder, links aside.
[[nodiscard]] bool is_layout_name(std::string_view name);

/// The layouts of some folders, each loaded at its first use and kept while it is among the `limits::kept_layouts` used
/// of late. Any number of threads may ask at once.
///
/// A layout and its schema lie below the folder that the layout was found in, links followed; those of a layout that is
/// given by its path lie below its own folder or one of the shelf's.
class LayoutShelf {
 public:
  /// An earlier folder wins over a later one. One that cannot be read is an `Error` (resource_missing) of every call.
  explicit LayoutShelf(std::vector<std::string> folders) : folders_(std::move(folders)) {}

  /// The layout called `name`, or the one in the file `name` when it ends in ".xml": for callers who may name files.
  /// Its faults go to `diagnostics` at every call; null when one of them is an error. Throws `Error` (input_missing)
  /// when there is no such layout, or when it lies elsewhere than it may.
  [[nodiscard]] std::shared_ptr<const layout::Layout> load(const std::string& name, Diagnostics& diagnostics,
                                                           const Budget& budget = {}) const;

  /// The same for a name alone: nothing outside the folders can be asked for, whatever `name` is.
  [[nodiscard]] std::shared_ptr<const layout::Layout> load_named(const std::string& name, Diagnostics& diagnostics,
                                                                 const Budget& budget = {}) const;

  /// Every layout in the folders, sorted by name. Links that lead out of a folder are left out.
  [[nodiscard]] std::vector<ShelfEntry> list() const;

 private:
  struct Found {
    std::string name;                ///< as users say it
    std::string path;                ///< as messages say it
    std::vector<std::string> roots;  ///< what it, or its schema, must lie below
  };
  [[nodiscard]] Found find(const std::string& name) const;
  [[nodiscard]] Found find_file(const std::string& path) const;
  [[nodiscard]] std::shared_ptr<const layout::Layout> load(const Found& found, Diagnostics& diagnostics,
                                                           const Budget& budget) const;
  [[nodiscard]] LoadedLayout read(const Found& found, const Budget& budget) const;
  /// A file that layouts share: beside the layout that asks for it, else in the first folder that has it.
  [[nodiscard]] std::optional<layout::NamedText> find_shared(const std::filesystem::path& beside,
                                                             const std::vector<std::string>& roots,
                                                             const std::string& file) const;
  void expect_folders() const;

  std::vector<std::string> folders_;
  mutable LayoutCache cache_{limits::kept_layouts};
};

}  // namespace krut
