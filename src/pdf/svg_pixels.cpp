#include "pdf/svg_pixels.h"

#include <png.h>

#include "base/error.h"
#include "pdf/bitmap.h"

namespace krut::pdf {
namespace {

[[noreturn]] void fail(const png_image& image) {
  throw Error(ErrorKind::internal, "pdf.internal",
              {"สร้างภาพ PNG ไม่สำเร็จ", "could not make a PNG image: " + std::string(image.message)});
}

}  // namespace

std::string svg_as_png(std::string_view svg, Length width, Length height) {
  const Bitmap bitmap = render_svg(svg, width, height);
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = bitmap.width;
  image.height = bitmap.height;
  image.format = PNG_FORMAT_RGBA;
  constexpr int keep_depth = 0;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string bytes(size, '\0');
  if (png_image_write_to_memory(&image, bytes.data(), &size, keep_depth, bitmap.rgba.data(), 0, nullptr) == 0) {
    fail(image);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace krut::pdf
