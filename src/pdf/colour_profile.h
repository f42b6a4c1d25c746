#pragma once

#include <string>

namespace krut::pdf {

/// The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 4 (ICC.1:2010): three primaries seen under D50
/// and the one curve as a formula.
[[nodiscard]] std::string srgb_profile();

}  // namespace krut::pdf
