#include "picture/verdicts.h"

#include <utility>

#include "base/limits.h"

namespace krut::picture {

Judged Verdicts::on(std::string bytes) const {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = known_.find(bytes); known != known_.end()) return known->second;
  }
  const auto shared = std::make_shared<const std::string>(std::move(bytes));
  Judged judged{shared, judge(*shared)};
  const std::lock_guard lock(mutex_);
  constexpr std::size_t cost_of_entry = 1'024;  // of a small one: what the map needs
  held_ += shared->size() + cost_of_entry;
  if (held_ > limits::kept_picture_bytes) {
    known_.clear();
    held_ = shared->size() + cost_of_entry;
  }
  known_.emplace(*shared, judged);
  return judged;
}

}  // namespace krut::picture
