#pragma once

namespace krut::cli {

/// Makes `was_memory_short` know.
void watch_memory();

/// Whether any allocation failed since the watch began: also one in a library that made do with less and said nothing,
/// so that its result may be wrong. Always false in builds with sanitizers, which bring their own allocator.
[[nodiscard]] bool was_memory_short();

}  // namespace krut::cli
