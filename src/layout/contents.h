#pragma once

#include <set>
#include <string>

#include "data/checked_data.h"
#include "layout/layout.h"
#include "layout/program.h"

namespace krut::layout {

/// What a Layout holds.
struct Layout::Contents {
  std::string name;
  std::string version;
  std::string title;
  Program program;
  data::Schema schema;
  std::set<std::string> used_paths;
};

}  // namespace krut::layout
