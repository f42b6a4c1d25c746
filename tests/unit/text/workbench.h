#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "text/setter.h"
#include "unit/cannot_check.h"

/// What the tests of the text room share.
namespace krut::text {

/// The faces we make, loaded once.
std::shared_ptr<const FontLibrary> our_faces();

/// The faces of a library that can be used.
std::vector<FaceSummary> listed(const FontLibrary& library);

model::Span span_of(const std::string& text, const std::string& family = "TH SarabunPSK");
model::Span line_break();

/// Prepares with a setter that all tests share, so that what one leaves behind would show in another.
PreparedText prepared(const std::vector<model::Span>& spans);
PreparedText prepared(const std::string& text);

/// The text with `|` where a line may end, `~` where it may in need and `¶` where it must.
std::string with_ends(const PreparedText& text);
/// All that is set, without the signs.
std::string joined(const PreparedText& text);
/// Runs and spaces in order.
std::vector<Run> runs_of(const PreparedText& text);

/// The lines of a file of the shared folder beside the repository; nothing when it is not there.
std::optional<std::vector<std::string>> shared_lines(const std::string& name);

}  // namespace krut::text
