#pragma once

#include <future>
#include <memory>
#include <optional>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "data/checked_data.h"
#include "krut/krut.hpp"
#include "krut/layout_shelf.h"
#include "layout/layout.h"
#include "model/document.h"

namespace krut::api {

/// What a request has become when its data is checked.
struct Filled {
  std::shared_ptr<const layout::Layout> layout;
  model::Document document;
  data::Json data;
  std::future<Diagnostics> second_reading;  ///< the validator's opinion and the review of the data
};

/// Reads the data of a request, finds its layout, checks the one by the other and fills it. Nothing, with every fault
/// that can be told by then and the status in `outcome`, when the data or the layout is not fit.
[[nodiscard]] std::optional<Filled> fill(const Request& request, const LayoutShelf& shelf, const Budget& budget,
                                         Outcome& outcome, Diagnostics& diagnostics);

}  // namespace krut::api
