#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "picture/picture.h"

namespace krut::picture {

/// What a walk over a JPEG finds.
struct JpegFrame {
  std::uint32_t width = 0;   ///< of its rows as they are stored
  std::uint32_t height = 0;  ///< of its columns
  std::size_t components = 0;
  int orientation = 1;  ///< as `orientation_in`
  bool has_jfif = false;
  bool has_adobe = false;
  unsigned adobe_transform = 0;  ///< 0: as they stand, 1: YCbCr, 2: YCCK
  bool has_rgb_names = false;    ///< its components are called R, G and B
  std::string profile;           ///< the colour profile it carries, whole; else empty
  /// What stays of it on a paper: everything but the notes of cameras and programs (when and where it was taken, small
  /// pictures of it, what follows its end). Views of the bytes that were walked over.
  std::vector<std::string_view> kept;
};

/// Whether bytes begin as every JPEG does.
[[nodiscard]] bool is_jpeg(std::string_view bytes);

/// Walks through a whole JPEG (ITU-T T.81) and decodes nothing: its segments, the tables that each scan asks for, and
/// how many bytes its pixels have at least. Time and memory are those of reading it once.
[[nodiscard]] std::variant<JpegFrame, Fault> walk_jpeg(std::string_view bytes);

/// The judgement on it.
[[nodiscard]] Verdict judge_jpeg(std::string_view bytes);

}  // namespace krut::picture
