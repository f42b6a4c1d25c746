#include "krut/layout_cache.h"

#include <algorithm>
#include <utility>

namespace krut {

std::optional<LoadedLayout> LayoutCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(key);
  if (found == entries_.end()) return std::nullopt;
  found->second.last_use = ++uses_;
  return found->second.loaded;
}

LoadedLayout LayoutCache::keep(const std::string& key, LoadedLayout loaded) {
  const std::lock_guard lock(mutex_);
  Entry& entry = entries_.try_emplace(key, Entry{std::move(loaded)}).first->second;
  entry.last_use = ++uses_;
  LoadedLayout kept = entry.loaded;
  if (entries_.size() > most_) drop_oldest();
  return kept;
}

std::size_t LayoutCache::size() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

void LayoutCache::drop_oldest() {
  const auto is_older = [](const auto& a, const auto& b) { return a.second.last_use < b.second.last_use; };
  entries_.erase(std::min_element(entries_.begin(), entries_.end(), is_older));
}

}  // namespace krut
