#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/limits.h"
#include "pdf/bitmap.h"

namespace krut::pdf {
namespace {

constexpr double points_per_inch = 72;
constexpr double dots_per_inch = 600;

template <auto destroy>
struct Destroy {
  template <typename T>
  void operator()(T* thing) const {
    destroy(thing);
  }
};
using Handle = std::unique_ptr<RsvgHandle, Destroy<&g_object_unref>>;
using Fault = std::unique_ptr<GError, Destroy<&g_error_free>>;
using Surface = std::unique_ptr<cairo_surface_t, Destroy<&cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Destroy<&cairo_destroy>>;

[[noreturn]] void fail(const std::string& reason) {
  throw Error(ErrorKind::resource_missing, "pdf.bad-image",
              {"อ่านภาพ SVG ไม่ได้: " + reason, "the SVG image cannot be read: " + reason},
              {"บันทึกภาพใหม่เป็น SVG หรือ PNG แล้วลองอีกครั้ง", "save the image again as SVG or PNG"});
}

std::uint32_t dots(Length length) {
  return static_cast<std::uint32_t>(std::max(1.0, length.in_points() / points_per_inch * dots_per_inch + 0.5));
}

/// Cairo's native words with alpha multiplied in, as straight RGBA.
std::string straight(const unsigned char* rows, std::uint32_t width, std::uint32_t height, std::size_t stride) {
  std::string out;
  out.reserve(std::size_t{width} * height * 4);
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      std::uint32_t word = 0;
      std::copy_n(rows + y * stride + std::size_t{x} * 4, 4, reinterpret_cast<unsigned char*>(&word));
      const std::uint32_t alpha = word >> 24U;
      for (const unsigned shift : {16U, 8U, 0U}) {
        const std::uint32_t value = (word >> shift) & 0xFFU;
        out += static_cast<char>(alpha == 0 ? 0 : std::min(255U, (value * 255 + alpha / 2) / alpha));
      }
      out += static_cast<char>(alpha);
    }
  }
  return out;
}

}  // namespace

Bitmap render_svg(std::string_view bytes, Length width, Length height) {
  GError* raw_fault = nullptr;
  const Handle handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &raw_fault));
  const Fault fault(raw_fault);
  if (handle == nullptr) fail(fault == nullptr ? "" : fault->message);
  Bitmap bitmap{dots(width), dots(height), {}};
  if (std::size_t{bitmap.width} * bitmap.height > limits::image_pixels) {
    throw Error(ErrorKind::limit, "pdf.image-too-large",
                {"ภาพมีจำนวนจุดมากเกินกำหนด", "the image has more pixels than the limit image_pixels"});
  }
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(bitmap.width), static_cast<int>(bitmap.height)));
  const Context context(cairo_create(surface.get()));
  const RsvgRectangle viewport{0, 0, static_cast<double>(bitmap.width), static_cast<double>(bitmap.height)};
  GError* raw_drawing_fault = nullptr;
  const bool is_drawn =
      rsvg_handle_render_document(handle.get(), context.get(), &viewport, &raw_drawing_fault) != FALSE;
  const Fault drawing_fault(raw_drawing_fault);
  if (!is_drawn || cairo_status(context.get()) != CAIRO_STATUS_SUCCESS) {
    fail(drawing_fault == nullptr ? "" : drawing_fault->message);
  }
  cairo_surface_flush(surface.get());
  bitmap.rgba = straight(cairo_image_surface_get_data(surface.get()), bitmap.width, bitmap.height,
                         static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get())));
  return bitmap;
}

}  // namespace krut::pdf
