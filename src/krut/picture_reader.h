#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "krut/krut.hpp"
#include "layout/layout.h"
#include "picture/verdicts.h"

namespace krut::api {

/// Gives the pictures that the data of a request names: its data: URIs, the request's own pictures by their names, then
/// files below the data's folder. No other address is followed. Both arguments outlive what is returned.
[[nodiscard]] layout::ReadPicture picture_reader(const Request& request, const picture::Verdicts& verdicts);

/// What is wrong with the dots to the inch that a request asks for, or nothing.
[[nodiscard]] std::optional<krut::Diagnostic> unfit_dpi(const Request& request);

}  // namespace krut::api
