#pragma once

#include <vector>

#include "text/dictionary.h"
#include "text/line_text.h"
#include "text/setter.h"

namespace krut::text {

class LineBreaker {
 public:
  void find(const LineText& line, std::vector<LineEnd>& ends);
  void trim() {}

 private:
  Dictionary dictionary_;
};

}  // namespace krut::text
