#pragma once

#include <cstdint>
#include <string_view>

#include "picture/picture.h"

namespace krut::picture {

/// Whether bytes begin as every PNG does.
[[nodiscard]] bool is_png(std::string_view bytes);

/// Whether bytes begin as a PNG of that size does.
[[nodiscard]] bool is_png_of(std::string_view bytes, std::uint32_t width, std::uint32_t height);

/// Walks through a whole PNG (ISO/IEC 15948): order, lengths and sums of its chunks, palette, and its packed rows,
/// which are unpacked piece by piece and counted, never kept. An animated PNG is judged by its still picture.
[[nodiscard]] Verdict judge_png(std::string_view bytes);

}  // namespace krut::picture
