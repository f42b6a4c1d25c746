#pragma once

#include <array>
#include <cstdint>

/// What the library and its drawing program say to each other, over one socket: an order and the SVG one way, an answer
/// and what was drawn the other way. Both come from one build and run on one machine, so plain structures do.
namespace krut::picture {

struct DrawingOrder {
  std::array<char, 8> mark = {'k', 'r', 'u', 't', 's', 'v', 'g', '1'};
  double page_width = 0;  ///< in points
  double page_height = 0;
  std::uint32_t pixels_across = 0;
  std::uint32_t pixels_down = 0;
  std::uint32_t wants_png = 0;  ///< 0: the pixels are drawn, to see whether they can be, and thrown away
  std::uint32_t svg_size = 0;   ///< bytes that follow
};

struct DrawingAnswer {
  std::array<char, 8> mark = {'k', 'r', 'u', 't', 's', 'v', 'g', '1'};
  std::uint32_t page_size = 0;    ///< bytes of PDF that follow; 0: it could not be drawn
  std::uint32_t png_size = 0;     ///< bytes of PNG behind them
  std::uint32_t reason_size = 0;  ///< bytes of text behind those: why it could not be drawn
  std::uint32_t reserved = 0;
};

}  // namespace krut::picture
