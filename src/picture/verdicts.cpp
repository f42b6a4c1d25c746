#include "picture/verdicts.h"

#include <utility>
#include <variant>

#include "base/limits.h"
#include "picture/jpeg.h"

namespace krut::picture {

Judged Verdicts::on(std::string bytes) const {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = known_.find(bytes); known != known_.end()) return known->second.judged;
  }
  Known known{std::make_shared<const std::string>(std::move(bytes)), {}};
  known.judged = {known.given, judge(*known.given)};
  const auto* facts = std::get_if<Facts>(&known.judged.verdict);
  if (facts != nullptr && facts->kind == Kind::jpeg) {
    known.judged.bytes = std::make_shared<const std::string>(without_notes(*known.given));
  }
  const std::lock_guard lock(mutex_);
  constexpr std::size_t cost_of_entry = 1'024;  // of a small one: what the map needs
  const std::size_t own = known.judged.bytes == known.given ? 0 : known.judged.bytes->size();
  const std::size_t cost = known.given->size() + own + cost_of_entry;
  held_ += cost;
  if (held_ > limits::kept_picture_bytes) {
    known_.clear();
    held_ = cost;
  }
  const std::string_view key = *known.given;
  return known_.emplace(key, std::move(known)).first->second.judged;
}

}  // namespace krut::picture
