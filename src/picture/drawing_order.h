#pragma once

#include <array>
#include <cstdint>

/// What the library and its drawing program say to each other, over one socket: an order and the picture one way, an
/// answer and what was made of it the other way. The mark of an order tells of which kind it is. Both come from one
/// build and run on one machine, so plain structures do.
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

/// A picture made of pixels, to be made anew: upright, smaller, or in the colours of screens.
struct PhotoOrder {
  std::array<char, 8> mark = {'k', 'r', 'u', 't', 'p', 'h', 'o', '1'};
  std::uint32_t is_png = 0;       ///< else it is a JPEG; what comes back is of the same kind
  std::uint32_t orientation = 1;  ///< as Exif counts: how its rows and columns stand now
  std::uint32_t width = 0;        ///< pixels of what comes back, upright; 0: as many as there are
  std::uint32_t height = 0;
  std::uint32_t is_inverted = 0;  ///< its four inks are stored the other way round
  std::uint32_t wants_rgb = 0;    ///< of four inks, three colours
  std::uint32_t size = 0;         ///< bytes that follow
  std::uint32_t reserved = 0;
};

struct PhotoAnswer {
  std::array<char, 8> mark = {'k', 'r', 'u', 't', 'p', 'h', 'o', '1'};
  std::uint32_t picture_size = 0;  ///< bytes of picture that follow; 0: it could not be made
  std::uint32_t reason_size = 0;   ///< bytes of text behind it: why it could not be made
};

}  // namespace krut::picture
