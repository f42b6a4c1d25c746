#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "picture/picture.h"

namespace krut::picture {

/// Remembers judgements, so that a picture that comes again is not looked through again. Any number of threads may ask
/// at once. Holds pictures of `limits::kept_picture_bytes` in all, then starts afresh.
class Verdicts {
 public:
  /// The judgement on these bytes, from memory where exactly the same came before.
  [[nodiscard]] Judged on(std::string bytes) const;

 private:
  struct Known {
    std::shared_ptr<const std::string> given;
    Judged judged;
  };

  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string_view, Known> known_;  // each key is what was given
  mutable std::size_t held_ = 0;
};

}  // namespace krut::picture
