#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "layout/layout.h"

namespace krut {

/// A layout that was read, or null, and the faults that were found.
struct LoadedLayout {
  std::shared_ptr<const layout::Layout> layout;
  Diagnostics diagnostics;
};

/// The layouts used of late, at most `most`: with more, the one that was asked for longest ago is dropped. Any number
/// of threads may use it at once.
class LayoutCache {
 public:
  explicit LayoutCache(std::size_t most) : most_(most) {}

  [[nodiscard]] std::optional<LoadedLayout> find(const std::string& key);
  /// What is kept under `key` from now on: what was given, or what another thread has put there meanwhile.
  LoadedLayout keep(const std::string& key, LoadedLayout loaded);
  [[nodiscard]] std::size_t size() const;

 private:
  struct Entry {
    LoadedLayout loaded;
    std::uint64_t last_use = 0;  ///< as counted by `uses_`
  };
  void drop_oldest();

  std::size_t most_;
  mutable std::mutex mutex_;
  std::uint64_t uses_ = 0;
  std::map<std::string, Entry> entries_;
};

}  // namespace krut
