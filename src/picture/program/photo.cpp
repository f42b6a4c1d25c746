#include "picture/program/photo.h"

#include <png.h>
#include <turbojpeg.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.h"

namespace krut::picture {

namespace {

constexpr int quality_of_turned = 95;  ///< of one that cannot be turned without loss
constexpr int quality_of_scaled = 85;
constexpr unsigned most_orientation = 8;
constexpr unsigned first_on_side = 5;
constexpr std::size_t inks = 4;

using Byte = unsigned char;

/// Pixels of `depth` bytes each, rows from the top.
struct Raster {
  std::size_t width = 0;
  std::size_t height = 0;
  std::size_t depth = 0;
  std::vector<Byte> bytes;
};

struct Release {
  void operator()(void* handle) const { tjDestroy(handle); }
  void operator()(Byte* bytes) const { tjFree(bytes); }
};
using Handle = std::unique_ptr<void, Release>;

/// A picture with a few bytes that are wrong is shown all the same, as every other program shows it.
bool has_failed(void* handle, int status) { return status != 0 && tjGetErrorCode(handle) != TJERR_WARNING; }

const Byte* bytes_of(const std::string& text) { return reinterpret_cast<const Byte*>(text.data()); }

struct JpegHead {
  int width = 0;
  int height = 0;
  int sampling = 0;
  int colours = 0;
};

/// Turns the raster so that it stands upright (Exif 2.32, 4.6.4, tag 0x0112).
Raster upright(const Raster& source, unsigned orientation) {
  if (orientation <= 1) return source;
  const bool is_on_side = orientation >= first_on_side;
  Raster turned{is_on_side ? source.height : source.width, is_on_side ? source.width : source.height, source.depth, {}};
  turned.bytes.resize(source.bytes.size());
  // Where the first row and the first column of the source stand: at the right, at the bottom.
  const bool is_from_right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
  const bool is_from_bottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
  for (std::size_t y = 0; y < source.height; ++y) {
    for (std::size_t x = 0; x < source.width; ++x) {
      const std::size_t across = is_on_side ? y : x;
      const std::size_t down = is_on_side ? x : y;
      const std::size_t to_x = is_from_right ? turned.width - 1 - across : across;
      const std::size_t to_y = is_from_bottom ? turned.height - 1 - down : down;
      std::copy_n(source.bytes.data() + (y * source.width + x) * source.depth, source.depth,
                  turned.bytes.data() + (to_y * turned.width + to_x) * source.depth);
    }
  }
  return turned;
}

/// The part of each source pixel that falls into pixel `index` of `count`, of `length` source pixels.
struct Share {
  std::size_t begin = 0;
  std::size_t end = 0;
  double first = 1;  ///< of the pixel at `begin`
  double last = 1;   ///< of the pixel before `end`
};

Share share_of(std::size_t index, std::size_t count, std::size_t length) {
  const double from = static_cast<double>(index) * static_cast<double>(length) / static_cast<double>(count);
  const double to = static_cast<double>(index + 1) * static_cast<double>(length) / static_cast<double>(count);
  Share share;
  share.begin = static_cast<std::size_t>(from);
  share.end = std::min(length, std::max(share.begin + 1, static_cast<std::size_t>(to + 0.999999)));
  share.first = static_cast<double>(share.begin + 1) - from;
  share.last = 1 - (static_cast<double>(share.end) - to);
  if (share.end == share.begin + 1) share.first = share.last = to - from;
  return share;
}

double weight(const Share& share, std::size_t at) {
  if (at == share.begin) return share.first;
  return at + 1 == share.end ? share.last : 1;
}

/// Each new pixel is the mean of the area that it covers. With four bytes a pixel the last is alpha, which weighs the
/// others.
Raster scaled(const Raster& source, std::size_t width, std::size_t height, bool has_alpha) {
  if (width >= source.width || height >= source.height) return source;
  Raster small{width, height, source.depth, std::vector<Byte>(width * height * source.depth)};
  std::vector<Share> across(width);
  for (std::size_t x = 0; x < width; ++x) across[x] = share_of(x, width, source.width);
  constexpr double opaque = 255;
  for (std::size_t y = 0; y < height; ++y) {
    const Share down = share_of(y, height, source.height);
    for (std::size_t x = 0; x < width; ++x) {
      std::array<double, inks> sums{};
      double area = 0;
      for (std::size_t from_y = down.begin; from_y < down.end; ++from_y) {
        for (std::size_t from_x = across[x].begin; from_x < across[x].end; ++from_x) {
          const Byte* pixel = source.bytes.data() + (from_y * source.width + from_x) * source.depth;
          const double part = weight(down, from_y) * weight(across[x], from_x);
          const double shown = has_alpha ? part * pixel[3] / opaque : part;
          for (std::size_t i = 0; i < source.depth; ++i) sums.at(i) += (has_alpha && i == 3 ? part : shown) * pixel[i];
          area += part;
        }
      }
      const double shown_area = has_alpha ? sums[3] / opaque : area;
      Byte* to = small.bytes.data() + (y * width + x) * source.depth;
      for (std::size_t i = 0; i < source.depth; ++i) {
        const double over = has_alpha && i == 3 ? area : shown_area;
        to[i] = static_cast<Byte>(over <= 0 ? 0 : std::clamp(sums.at(i) / over + 0.5, 0.0, opaque));
      }
    }
  }
  return small;
}

/// Four inks as the colours of a screen, without a profile: each ink takes its share of the white of the paper.
Raster in_rgb(const Raster& source, bool is_inverted) {
  Raster screen{source.width, source.height, 3, std::vector<Byte>(source.width * source.height * 3)};
  for (std::size_t i = 0; i < source.width * source.height; ++i) {
    const Byte* ink = source.bytes.data() + i * inks;
    const auto left = [&](std::size_t which) { return is_inverted ? ink[which] : 255U - ink[which]; };
    for (std::size_t c = 0; c < 3; ++c) screen.bytes[i * 3 + c] = static_cast<Byte>((left(c) * left(3) + 127) / 255);
  }
  return screen;
}

/// The size to decode to: the smallest that libjpeg-turbo offers and that is not below what is wanted.
std::pair<int, int> decoded_size(const JpegHead& head, std::size_t width, std::size_t height) {
  std::pair<int, int> best{head.width, head.height};
  int count = 0;
  const tjscalingfactor* factors = tjGetScalingFactors(&count);
  for (int i = 0; width > 0 && factors != nullptr && i < count; ++i) {
    if (factors[i].num > factors[i].denom) continue;
    const std::pair<int, int> size{TJSCALED(head.width, factors[i]), TJSCALED(head.height, factors[i])};
    const bool is_enough = size.first >= static_cast<int>(width) && size.second >= static_cast<int>(height);
    if (is_enough && size.first < best.first) best = size;
  }
  return best;
}

Photo failed(void* handle) { return {{}, tjGetErrorStr2(handle)}; }

Photo encoded(const Raster& raster, int sampling, int quality) {
  const Handle packer(tjInitCompress());
  Byte* made = nullptr;
  unsigned long size = 0;  // NOLINT(google-runtime-int): as turbojpeg.h has it
  const int format = raster.depth == 1 ? TJPF_GRAY : raster.depth == inks ? TJPF_CMYK : TJPF_RGB;
  const int status =
      tjCompress2(packer.get(), raster.bytes.data(), static_cast<int>(raster.width), 0, static_cast<int>(raster.height),
                  format, &made, &size, raster.depth == 1 ? TJSAMP_GRAY : sampling, quality, TJFLAG_ACCURATEDCT);
  const std::unique_ptr<Byte, Release> owned(made);
  if (has_failed(packer.get(), status) || made == nullptr) return failed(packer.get());
  return {std::string(reinterpret_cast<const char*>(made), size), {}};
}

/// From its first mark to its last: the library also gives up in the middle of a damaged picture as if it had only a
/// few wrong bytes.
bool is_whole(std::string_view jpeg) {
  constexpr std::string_view start = "\xFF\xD8";
  constexpr std::string_view end = "\xFF\xD9";
  return jpeg.starts_with(start) && jpeg.ends_with(end);
}

/// Without loss: whole blocks change their places. Nothing where its edges, or its damage, do not let it.
std::optional<std::string> turned(const std::string& jpeg, unsigned orientation) {
  constexpr std::array<int, most_orientation + 1> operations = {TJXOP_NONE,   TJXOP_NONE,       TJXOP_HFLIP,
                                                                TJXOP_ROT180, TJXOP_VFLIP,      TJXOP_TRANSPOSE,
                                                                TJXOP_ROT90,  TJXOP_TRANSVERSE, TJXOP_ROT270};
  const Handle turner(tjInitTransform());
  tjtransform wish{};
  wish.op = operations.at(orientation);
  wish.options = TJXOPT_PERFECT | TJXOPT_COPYNONE;
  Byte* made = nullptr;
  unsigned long size = 0;  // NOLINT(google-runtime-int)
  const int status = tjTransform(turner.get(), bytes_of(jpeg), jpeg.size(), 1, &made, &size, &wish, 0);
  const std::unique_ptr<Byte, Release> owned(made);
  if (has_failed(turner.get(), status) || made == nullptr || size == 0) return std::nullopt;
  std::string upright_one(reinterpret_cast<const char*>(made), size);
  return is_whole(upright_one) ? std::optional(std::move(upright_one)) : std::nullopt;
}

Photo remade_jpeg(const PhotoOrder& order, const std::string& bytes) {
  const bool is_as_large = order.width == 0;
  if (is_as_large && order.wants_rgb == 0) {
    if (auto made = turned(bytes, order.orientation)) return {std::move(*made), {}};
  }
  const Handle reader(tjInitDecompress());
  JpegHead head;
  if (has_failed(reader.get(), tjDecompressHeader3(reader.get(), bytes_of(bytes), bytes.size(), &head.width,
                                                   &head.height, &head.sampling, &head.colours))) {
    return failed(reader.get());
  }
  const bool is_on_side = order.orientation >= first_on_side;
  const std::size_t width = is_on_side ? order.height : order.width;  // of the picture as it lies
  const std::size_t height = is_on_side ? order.width : order.height;
  const auto [across, down] = decoded_size(head, width, height);
  const bool has_inks = head.colours == TJCS_CMYK || head.colours == TJCS_YCCK;
  const std::size_t depth = has_inks ? inks : head.colours == TJCS_GRAY ? 1 : 3;
  Raster raster{static_cast<std::size_t>(across), static_cast<std::size_t>(down), depth, {}};
  raster.bytes.resize(raster.width * raster.height * depth);
  const int format = has_inks ? TJPF_CMYK : depth == 1 ? TJPF_GRAY : TJPF_RGB;
  if (has_failed(reader.get(), tjDecompress2(reader.get(), bytes_of(bytes), bytes.size(), raster.bytes.data(), across,
                                             0, down, format, TJFLAG_ACCURATEDCT))) {
    return failed(reader.get());
  }
  if (has_inks && order.wants_rgb != 0) raster = in_rgb(raster, order.is_inverted != 0);
  if (!is_as_large) raster = scaled(raster, width, height, false);
  const int sampling = head.sampling < 0 || has_inks ? TJSAMP_444 : head.sampling;
  return encoded(upright(raster, order.orientation), sampling, is_as_large ? quality_of_turned : quality_of_scaled);
}

/// libpng's own reader and writer of whole pictures.
struct PngImage {
  png_image image{};
  PngImage() { image.version = PNG_IMAGE_VERSION; }
  ~PngImage() { png_image_free(&image); }
  PngImage(const PngImage&) = delete;
  PngImage& operator=(const PngImage&) = delete;
};

Photo remade_png(const PhotoOrder& order, const std::string& bytes) {
  PngImage reader;
  if (png_image_begin_read_from_memory(&reader.image, bytes.data(), bytes.size()) == 0)
    return {{}, reader.image.message};
  const bool has_alpha = (reader.image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  const bool has_colour = (reader.image.format & PNG_FORMAT_FLAG_COLOR) != 0 || has_alpha;
  reader.image.format = has_alpha ? PNG_FORMAT_RGBA : has_colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  Raster raster{reader.image.width, reader.image.height, PNG_IMAGE_PIXEL_CHANNELS(reader.image.format), {}};
  if (std::uint64_t{raster.width} * raster.height > limits::image_pixels) return {{}, "too many pixels"};
  raster.bytes.resize(raster.width * raster.height * raster.depth);
  if (png_image_finish_read(&reader.image, nullptr, raster.bytes.data(), 0, nullptr) == 0) {
    return {{}, reader.image.message};
  }
  const bool is_on_side = order.orientation >= first_on_side;
  if (order.width != 0) {
    raster =
        scaled(raster, is_on_side ? order.height : order.width, is_on_side ? order.width : order.height, has_alpha);
  }
  raster = upright(raster, order.orientation);
  PngImage writer;
  writer.image.width = static_cast<png_uint_32>(raster.width);
  writer.image.height = static_cast<png_uint_32>(raster.height);
  writer.image.format = has_alpha ? PNG_FORMAT_RGBA : has_colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(writer.image);
  std::string made(size, '\0');
  if (png_image_write_to_memory(&writer.image, made.data(), &size, 0, raster.bytes.data(), 0, nullptr) == 0) {
    return {{}, writer.image.message};
  }
  made.resize(size);
  return {std::move(made), {}};
}

}  // namespace

bool is_possible(const PhotoOrder& order) {
  return order.mark == PhotoOrder{}.mark && order.size > 0 && order.size <= limits::image_bytes &&
         order.orientation >= 1 && order.orientation <= most_orientation && (order.width == 0) == (order.height == 0) &&
         std::uint64_t{order.width} * order.height <= limits::image_pixels;
}

Photo remade(const PhotoOrder& order, const std::string& bytes) {
  return order.is_png != 0 ? remade_png(order, bytes) : remade_jpeg(order, bytes);
}

}  // namespace krut::picture
