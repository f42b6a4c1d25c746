#include <cairo-pdf.h>
#include <cairo.h>
#include <dlfcn.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/limits.h"
#include "pdf/bitmap.h"
#include "pdf/vector_svg.h"

namespace krut::pdf {
namespace {

constexpr double points_per_inch = 72;
constexpr double dots_per_inch = 600;
constexpr const char* library_name = "librsvg-2.so.2";

[[noreturn]] void fail(const std::string& reason) {
  throw Error(ErrorKind::resource_missing, "pdf.bad-image",
              {"อ่านภาพ SVG ไม่ได้: " + reason, "the SVG image cannot be read: " + reason},
              {"บันทึกภาพใหม่เป็น SVG หรือ PNG แล้วลองอีกครั้ง", "save the image again as SVG or PNG"});
}

/// librsvg and what it stands on, loaded when the first SVG is drawn: together they are larger than the rest of the
/// program, and linking them would cost every start more time than many pages.
class Renderer {
 public:
  Renderer() : library_(dlopen(library_name, RTLD_LAZY | RTLD_LOCAL)) {
    if (library_ == nullptr) {
      throw Error(ErrorKind::resource_missing, "pdf.no-svg-renderer",
                  {"เครื่องนี้วาดภาพ SVG ไม่ได้ เพราะไม่มี librsvg", "SVG images need librsvg, which is not installed"},
                  {"ติดตั้งแพ็กเกจ librsvg2-2 หรือใช้ภาพ PNG", "install the package librsvg2-2, or use a PNG image"});
    }
    find("rsvg_handle_new_from_data", read);
    find("rsvg_handle_render_document", render);
    find("cairo_image_surface_create", new_surface);
    find("cairo_image_surface_get_data", data_of);
    find("cairo_image_surface_get_stride", stride_of);
    find("cairo_pdf_surface_create_for_stream", new_page);
    find("cairo_pdf_surface_restrict_to_version", restrict_version);
    find("cairo_surface_set_fallback_resolution", set_fallback_resolution);
    find("cairo_surface_finish", finish);
    find("cairo_surface_status", status_of_surface);
    find("cairo_surface_flush", flush);
    find("cairo_surface_destroy", destroy_surface);
    find("cairo_create", new_context);
    find("cairo_status", status_of);
    find("cairo_destroy", destroy_context);
    find("g_object_unref", unref);
    find("g_error_free", free_fault);
  }

  decltype(&rsvg_handle_new_from_data) read = nullptr;
  decltype(&rsvg_handle_render_document) render = nullptr;
  decltype(&cairo_image_surface_create) new_surface = nullptr;
  decltype(&cairo_image_surface_get_data) data_of = nullptr;
  decltype(&cairo_image_surface_get_stride) stride_of = nullptr;
  decltype(&cairo_pdf_surface_create_for_stream) new_page = nullptr;
  decltype(&cairo_pdf_surface_restrict_to_version) restrict_version = nullptr;
  decltype(&cairo_surface_set_fallback_resolution) set_fallback_resolution = nullptr;
  decltype(&cairo_surface_finish) finish = nullptr;
  decltype(&cairo_surface_status) status_of_surface = nullptr;
  decltype(&cairo_surface_flush) flush = nullptr;
  decltype(&cairo_surface_destroy) destroy_surface = nullptr;
  decltype(&cairo_create) new_context = nullptr;
  decltype(&cairo_status) status_of = nullptr;
  decltype(&cairo_destroy) destroy_context = nullptr;
  void (*unref)(void*) = nullptr;
  decltype(&g_error_free) free_fault = nullptr;

 private:
  /// Also finds what the library itself is linked with.
  template <typename Function>
  void find(const char* name, Function& function) {
    void* address = dlsym(library_, name);
    if (address == nullptr) fail(std::string("librsvg has no ") + name);
    function = reinterpret_cast<Function>(address);
  }

  void* library_;  // never closed: glib does not bear it
};

const Renderer& renderer() {
  static const Renderer loaded;
  return loaded;
}

struct Release {
  void operator()(RsvgHandle* handle) const { renderer().unref(handle); }
  void operator()(GError* fault) const { renderer().free_fault(fault); }
  void operator()(cairo_surface_t* surface) const { renderer().destroy_surface(surface); }
  void operator()(cairo_t* context) const { renderer().destroy_context(context); }
};
template <typename T>
using Owned = std::unique_ptr<T, Release>;

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

Owned<RsvgHandle> read(std::string_view bytes) {
  GError* fault = nullptr;
  Owned<RsvgHandle> handle(
      renderer().read(reinterpret_cast<const guint8*>(bytes.data()), static_cast<gsize>(bytes.size()), &fault));
  const Owned<GError> owned_fault(fault);
  if (handle == nullptr) fail(fault == nullptr ? "" : fault->message);
  return handle;
}

/// Called through C frames.
cairo_status_t take(void* file, const unsigned char* bytes, unsigned size) noexcept {
  try {
    static_cast<std::string*>(file)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
  } catch (const std::exception&) {
    return CAIRO_STATUS_NO_MEMORY;
  }
}

}  // namespace

std::string svg_as_page(std::string_view bytes, Length width, Length height) {
  const Renderer& svg = renderer();
  const Owned<RsvgHandle> handle = read(bytes);
  const RsvgRectangle viewport{0, 0, width.in_points(), height.in_points()};
  std::string file;
  const Owned<cairo_surface_t> surface(svg.new_page(&take, &file, viewport.width, viewport.height));
  svg.restrict_version(surface.get(), CAIRO_PDF_VERSION_1_4);  // without object streams
  svg.set_fallback_resolution(surface.get(), dots_per_inch, dots_per_inch);
  GError* fault = nullptr;
  bool is_drawn = false;
  {
    const Owned<cairo_t> context(svg.new_context(surface.get()));
    is_drawn = svg.render(handle.get(), context.get(), &viewport, &fault) != FALSE &&
               svg.status_of(context.get()) == CAIRO_STATUS_SUCCESS;
  }
  const Owned<GError> owned_fault(fault);
  svg.finish(surface.get());
  if (!is_drawn || svg.status_of_surface(surface.get()) != CAIRO_STATUS_SUCCESS) {
    fail(fault == nullptr ? "" : fault->message);
  }
  return file;
}

Bitmap render_svg(std::string_view bytes, Length width, Length height) {
  const Renderer& svg = renderer();
  const Owned<RsvgHandle> handle = read(bytes);
  Bitmap bitmap{dots(width), dots(height), {}};
  if (std::size_t{bitmap.width} * bitmap.height > limits::image_pixels) {
    throw Error(ErrorKind::limit, "pdf.image-too-large",
                {"ภาพมีจำนวนจุดมากเกินกำหนด", "the image has more pixels than the limit image_pixels"},
                {"พิมพ์ภาพให้เล็กลง หรือใช้ภาพ PNG ที่มีจำนวนจุดน้อยลง", "print it smaller, or use a PNG with fewer pixels"});
  }
  const Owned<cairo_surface_t> surface(
      svg.new_surface(CAIRO_FORMAT_ARGB32, static_cast<int>(bitmap.width), static_cast<int>(bitmap.height)));
  const Owned<cairo_t> context(svg.new_context(surface.get()));
  const RsvgRectangle viewport{0, 0, static_cast<double>(bitmap.width), static_cast<double>(bitmap.height)};
  GError* fault = nullptr;
  const bool is_drawn = svg.render(handle.get(), context.get(), &viewport, &fault) != FALSE;
  const Owned<GError> owned_fault(fault);
  if (!is_drawn || svg.status_of(context.get()) != CAIRO_STATUS_SUCCESS) fail(fault == nullptr ? "" : fault->message);
  svg.flush(surface.get());
  bitmap.rgba = straight(svg.data_of(surface.get()), bitmap.width, bitmap.height,
                         static_cast<std::size_t>(svg.stride_of(surface.get())));
  return bitmap;
}

}  // namespace krut::pdf
