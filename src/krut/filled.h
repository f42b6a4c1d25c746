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
#include "picture/drawer.h"
#include "picture/verdicts.h"

namespace krut::api {

/// What a request has become when its data is checked.
struct Filled {
  std::shared_ptr<const layout::Layout> layout;
  model::Document document;
  data::Json data;
  std::future<Diagnostics> review;  ///< what the review of the data tells
};

/// What filling a layout takes from the engine. All of it outlives the call.
struct FillMeans {
  const LayoutShelf& shelf;
  const picture::Verdicts& verdicts;
  const picture::Drawer* drawer;  ///< null: pictures need not be drawn
  const Budget& budget;
};

/// Reads the data of a request, finds its layout, checks the one by the other and fills it, and draws what
/// must be drawn. Nothing, with every fault
/// that can be told by then and the status in `outcome`, when the data or the layout is not fit.
[[nodiscard]] std::optional<Filled> fill(const Request& request, const FillMeans& means, Outcome& outcome,
                                         Diagnostics& diagnostics);

}  // namespace krut::api
