// The program krut-picture: draws one SVG, or makes one picture of pixels anew, in a process of its own, where a crash,
// a hang or a flood of memory takes nobody along. Reads an order from standard input, writes the answer to standard
// output.
#include <cairo-pdf.h>
#include <cairo.h>
#include <fcntl.h>
#include <librsvg/rsvg.h>
#include <png.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "picture/drawing_order.h"
#include "picture/program/photo.h"

namespace {

using krut::picture::DrawingAnswer;
using krut::picture::DrawingOrder;
using krut::picture::PhotoAnswer;
using krut::picture::PhotoOrder;
namespace limits = krut::limits;

constexpr double dots_per_inch = 600;  ///< of what only pixels can show on a page of lines
constexpr int bad_order = 2;           ///< exit code

struct Release {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(GError* fault) const { g_error_free(fault); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
template <typename T>
using Owned = std::unique_ptr<T, Release>;

struct Drawn {
  std::string page;
  std::string png;
  std::string reason;  ///< why it could not be drawn; empty: it was
};

bool read_all(void* bytes, std::size_t size) {
  for (auto* at = static_cast<char*>(bytes); size > 0;) {
    const ssize_t count = ::read(STDIN_FILENO, at, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    at += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

bool write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void limit(decltype(RLIMIT_AS) what, rlim_t soft, rlim_t hard) {
  const rlimit wanted{soft, hard};
  ::setrlimit(what, &wanted);
}

/// Takes from this process what drawing does not need. What the libraries print goes nowhere.
void confine() {
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0 && nowhere != STDERR_FILENO) ::dup2(nowhere, STDERR_FILENO);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, 0, 0);
  limit(RLIMIT_AS, limits::drawing_bytes, limits::drawing_bytes);
  limit(RLIMIT_CPU, limits::drawing_seconds, limits::drawing_seconds + 1);
  ::alarm(static_cast<unsigned>(2 * limits::drawing_wait_seconds));  // should nobody be there any more to wait
}

std::string reason_in(const GError* fault, cairo_status_t status) {
  if (fault != nullptr && fault->message != nullptr) return fault->message;
  return cairo_status_to_string(status);
}

/// Draws into the whole of `surface`. Empty, or why it cannot be.
std::string draw_on(cairo_surface_t* surface, RsvgHandle* svg, double width, double height) {
  const Owned<cairo_t> context(cairo_create(surface));
  const RsvgRectangle viewport{0, 0, width, height};
  GError* fault = nullptr;
  const bool is_drawn = rsvg_handle_render_document(svg, context.get(), &viewport, &fault) != FALSE;
  const Owned<GError> owned_fault(fault);
  const cairo_status_t status = cairo_status(context.get());
  return is_drawn && status == CAIRO_STATUS_SUCCESS ? std::string() : reason_in(fault, status);
}

cairo_status_t take(void* file, const unsigned char* bytes, unsigned size) noexcept {
  auto& text = *static_cast<std::string*>(file);
  if (size > limits::drawn_page_bytes - text.size()) return CAIRO_STATUS_WRITE_ERROR;
  text.append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

void draw_page(const DrawingOrder& order, RsvgHandle* svg, Drawn& drawn) {
  const Owned<cairo_surface_t> surface(
      cairo_pdf_surface_create_for_stream(&take, &drawn.page, order.page_width, order.page_height));
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);  // without object streams
  cairo_surface_set_fallback_resolution(surface.get(), dots_per_inch, dots_per_inch);
  drawn.reason = draw_on(surface.get(), svg, order.page_width, order.page_height);
  cairo_surface_finish(surface.get());
  const cairo_status_t status = cairo_surface_status(surface.get());
  if (drawn.reason.empty() && status != CAIRO_STATUS_SUCCESS) drawn.reason = cairo_status_to_string(status);
}

/// Cairo's native words with alpha multiplied in become straight RGBA, where they stand.
void make_straight(unsigned char* pixels, std::size_t count) {
  for (; count > 0; --count, pixels += 4) {
    std::uint32_t word = 0;
    std::memcpy(&word, pixels, 4);
    const std::uint32_t alpha = word >> 24U;
    const auto straight = [&](unsigned shift) {
      const std::uint32_t value = word >> shift & 0xFFU;
      return static_cast<unsigned char>(alpha == 0 ? 0 : std::min(255U, (value * 255 + alpha / 2) / alpha));
    };
    const unsigned char out[] = {straight(16), straight(8), straight(0), static_cast<unsigned char>(alpha)};
    std::memcpy(pixels, out, 4);
  }
}

void encode(const DrawingOrder& order, unsigned char* pixels, Drawn& drawn) {
  make_straight(pixels, std::size_t{order.pixels_across} * order.pixels_down);
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = order.pixels_across;
  image.height = order.pixels_down;
  image.format = PNG_FORMAT_RGBA;
  constexpr int keep_depth = 0;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  const std::unique_ptr<char[]> room(new char[size]);  // left as it is: most of it is never touched
  if (png_image_write_to_memory(&image, room.get(), &size, keep_depth, pixels, 0, nullptr) == 0) {
    drawn.reason = image.message;
    return;
  }
  drawn.png.assign(room.get(), size);
}

void draw_pixels(const DrawingOrder& order, RsvgHandle* svg, Drawn& drawn) {
  const Owned<cairo_surface_t> surface(cairo_image_surface_create(
      CAIRO_FORMAT_ARGB32, static_cast<int>(order.pixels_across), static_cast<int>(order.pixels_down)));
  drawn.reason = draw_on(surface.get(), svg, order.pixels_across, order.pixels_down);
  cairo_surface_flush(surface.get());
  unsigned char* const pixels = cairo_image_surface_get_data(surface.get());
  if (drawn.reason.empty() && pixels == nullptr) drawn.reason = "no memory for its pixels";
  if (drawn.reason.empty() && order.wants_png != 0) encode(order, pixels, drawn);
}

Drawn draw(const DrawingOrder& order, const std::string& bytes) {
  Drawn drawn;
  GError* fault = nullptr;
  const Owned<RsvgHandle> svg(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &fault));
  const Owned<GError> owned_fault(fault);
  if (svg == nullptr) {
    drawn.reason = reason_in(fault, CAIRO_STATUS_READ_ERROR);
    return drawn;
  }
  draw_page(order, svg.get(), drawn);
  if (drawn.reason.empty()) draw_pixels(order, svg.get(), drawn);
  return drawn;
}

bool is_possible(const DrawingOrder& order) {
  return order.mark == DrawingOrder{}.mark && order.svg_size <= limits::image_bytes && order.page_width > 0 &&
         order.page_height > 0 && order.pixels_across > 0 && order.pixels_down > 0 &&
         std::uint64_t{order.pixels_across} * order.pixels_down <= limits::image_pixels;
}

bool answer(const Drawn& drawn) {
  const bool is_drawn = drawn.reason.empty();
  DrawingAnswer head;
  head.page_size = is_drawn ? static_cast<std::uint32_t>(drawn.page.size()) : 0;
  head.png_size = is_drawn ? static_cast<std::uint32_t>(drawn.png.size()) : 0;
  head.reason_size = static_cast<std::uint32_t>(drawn.reason.size());
  if (!write_all({reinterpret_cast<const char*>(&head), sizeof head})) return false;
  return is_drawn ? write_all(drawn.page) && write_all(drawn.png) : write_all(drawn.reason);
}

bool answer(const krut::picture::Photo& made) {
  PhotoAnswer head;
  const bool is_made = made.reason.empty();
  head.picture_size = is_made ? static_cast<std::uint32_t>(made.bytes.size()) : 0;
  head.reason_size = static_cast<std::uint32_t>(made.reason.size());
  if (!write_all({reinterpret_cast<const char*>(&head), sizeof head})) return false;
  return write_all(is_made ? made.bytes : made.reason);
}

/// Reads what follows the mark of an order, which was read already. False: that is no order.
template <typename Order>
bool read_order(const std::array<char, 8>& mark, Order& order) {
  order.mark = mark;
  return read_all(reinterpret_cast<char*>(&order) + sizeof mark, sizeof order - sizeof mark);
}

int draw_svg(const std::array<char, 8>& mark) {
  DrawingOrder order;
  if (!read_order(mark, order) || !is_possible(order)) return bad_order;
  std::string svg(order.svg_size, '\0');
  if (!read_all(svg.data(), svg.size())) return bad_order;
  return answer(draw(order, svg)) ? 0 : 1;
}

int make_photo(const std::array<char, 8>& mark) {
  PhotoOrder order;
  if (!read_order(mark, order) || !krut::picture::is_possible(order)) return bad_order;
  std::string bytes(order.size, '\0');
  if (!read_all(bytes.data(), bytes.size())) return bad_order;
  return answer(krut::picture::remade(order, bytes)) ? 0 : 1;
}

}  // namespace

int main() {
  confine();
  std::array<char, 8> mark{};
  if (!read_all(mark.data(), mark.size())) return bad_order;
  return mark == PhotoOrder{}.mark ? make_photo(mark) : draw_svg(mark);
}
