#pragma once

#include <span>
#include <string_view>

namespace krut::layout {

/// The MD5 digests of the layouts that krut ships, as they were when it was built: 32 upper case hexadecimal digits
/// each, in order. A test holds these files against the grammar, so that no run of krut has to do it again.
[[nodiscard]] std::span<const std::string_view> shipped_digests();

/// The names of the parts that krut ships, in order.
[[nodiscard]] std::span<const std::string_view> shipped_parts();

}  // namespace krut::layout
