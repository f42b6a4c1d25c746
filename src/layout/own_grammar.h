#pragma once

#include <string_view>

namespace krut::layout {

/// The text of layouts/layout.rng as it was when krut was built. It is the only grammar that layouts are held against:
/// the file that is installed is for editors.
[[nodiscard]] std::string_view own_grammar();

}  // namespace krut::layout
