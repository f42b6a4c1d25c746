#pragma once

#include <map>
#include <memory>
#include <shared_mutex>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "layout/layout.h"

namespace krut {

/// Where a layout was found.
struct ShelfEntry {
  std::string name;  ///< "ita/memo-report"
  std::string path;
};

/// The layouts of some folders, each loaded at its first use and kept. Any number of threads may ask at once.
class LayoutShelf {
 public:
  /// An earlier folder wins over a later one. One that cannot be read is an `Error` (resource_missing) of every call.
  explicit LayoutShelf(std::vector<std::string> folders) : folders_(std::move(folders)) {}

  /// The layout called `name`, or the one in the file `name` when it ends in ".xml". Its faults go to `diagnostics` at
  /// every call; null when one of them is an error. Throws `Error` (input_missing) when there is no such layout.
  [[nodiscard]] std::shared_ptr<const layout::Layout> load(const std::string& name, Diagnostics& diagnostics) const;

  /// Every layout in the folders, sorted by name.
  [[nodiscard]] std::vector<ShelfEntry> list() const;

 private:
  struct Loaded {
    std::shared_ptr<const layout::Layout> layout;
    Diagnostics diagnostics;
  };
  [[nodiscard]] std::string find(const std::string& name) const;
  [[nodiscard]] Loaded read(const std::string& name) const;

  std::vector<std::string> folders_;
  mutable std::shared_mutex mutex_;
  mutable std::map<std::string, Loaded> loaded_;
};

}  // namespace krut
