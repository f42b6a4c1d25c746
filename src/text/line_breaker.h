#pragma once

#include <vector>

#include "text/line_text.h"
#include "text/setter.h"
#include "text/thai_runs.h"
#include "text/tokens.h"

namespace krut::text {

/// Finds where lines may end. Not for two threads at once.
class LineBreaker {
 public:
  /// `own` may be null.
  explicit LineBreaker(std::shared_ptr<const OwnWords> own = nullptr) : runs_(std::move(own)) {}

  /// `ends[i]` says whether a line may end after character i.
  void find(const LineText& line, std::vector<LineEnd>& ends, const Budget& budget);
  void trim() { runs_.trim(); }

 private:
  ThaiRuns runs_;
  std::vector<Token> tokens_;
};

}  // namespace krut::text
