#pragma once

#include <set>
#include <string>
#include <tuple>

#include "base/diagnostic.h"
#include "text/fonts.h"

namespace krut {

/// Tells what stands in for the faces that a layout asks for, each once.
class FontReport {
 public:
  FontReport(const text::FontLibrary& fonts, Diagnostics& diagnostics) : fonts_(fonts), diagnostics_(diagnostics) {}

  /// Throws `Error` (resource_missing) when there is no face at all, or when the very one asked for is damaged.
  void look_at(const text::FaceRequest& request);

 private:
  const text::FontLibrary& fonts_;
  Diagnostics& diagnostics_;
  std::set<std::tuple<std::string, bool, bool>> seen_;
  std::set<std::tuple<std::string, unsigned, bool, bool>> damaged_;
};

}  // namespace krut
