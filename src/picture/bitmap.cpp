#include <png.h>

#include "base/error.h"
#include "base/limits.h"
#include "picture/bitmap.h"

namespace krut::picture {
namespace {

constexpr std::size_t bytes_per_pixel = 4;

/// libpng's own reader of whole pictures: a fault comes back as a value. (libharu's PNG reader leaves libpng without a
/// way out, so that a damaged file would end the process.)
struct Reader {
  png_image image{};
  Reader() { image.version = PNG_IMAGE_VERSION; }
  ~Reader() { png_image_free(&image); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
};

[[noreturn]] void fail(const Reader& reader) {
  throw Error(ErrorKind::resource_missing, "picture.not-decoded",
              {"อ่านภาพ PNG ไม่ได้: " + std::string(reader.image.message),
               "the PNG image cannot be read: " + std::string(reader.image.message)},
              {"บันทึกภาพใหม่เป็น PNG แล้วลองอีกครั้ง", "save the image again as PNG"});
}

}  // namespace

Bitmap decode_png(std::string_view bytes) {
  Reader reader;
  if (png_image_begin_read_from_memory(&reader.image, bytes.data(), bytes.size()) == 0) fail(reader);
  const std::size_t pixels = std::size_t{reader.image.width} * reader.image.height;
  if (pixels > limits::image_pixels) {
    throw Error(ErrorKind::limit, "picture.too-large",
                {"ภาพมีจำนวนจุดมากเกินกำหนด", "the image has more pixels than the limit image_pixels"},
                {"ใช้ภาพที่มีจำนวนจุดน้อยลง", "use a picture with fewer pixels"});
  }
  reader.image.format = PNG_FORMAT_RGBA;
  Bitmap bitmap{reader.image.width, reader.image.height, std::string(pixels * bytes_per_pixel, '\0')};
  if (png_image_finish_read(&reader.image, nullptr, bitmap.rgba.data(), 0, nullptr) == 0) fail(reader);
  return bitmap;
}

}  // namespace krut::picture
