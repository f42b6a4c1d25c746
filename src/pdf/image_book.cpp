#include "pdf/image_book.h"

#include <algorithm>

#include "base/error.h"
#include "pdf/foreign_page.h"
#include "picture/bitmap.h"
#include "picture/jpeg.h"

namespace krut::pdf {
namespace {

constexpr std::size_t bytes_per_pixel = 4;

std::string head(const picture::Bitmap& bitmap, std::string_view colours) {
  std::string out = "/Type/XObject/Subtype/Image/Width ";
  append_integer(out, bitmap.width);
  out += "/Height ";
  append_integer(out, bitmap.height);
  out += "/BitsPerComponent 8/ColorSpace/";
  out += colours;
  return out;
}

Reference embed(ObjectFile& file, const picture::Bitmap& bitmap) {
  bool is_grey = true;
  bool is_opaque = true;
  for (std::size_t i = 0; i < bitmap.rgba.size(); i += bytes_per_pixel) {
    const char* pixel = bitmap.rgba.data() + i;
    is_grey = is_grey && pixel[0] == pixel[1] && pixel[1] == pixel[2];
    is_opaque = is_opaque && pixel[3] == '\xFF';
  }
  std::string colours;
  std::string alphas;
  for (std::size_t i = 0; i < bitmap.rgba.size(); i += bytes_per_pixel) {
    colours.append(bitmap.rgba, i, is_grey ? 1 : 3);
    if (!is_opaque) alphas += bitmap.rgba[i + 3];
  }
  std::string entries = head(bitmap, is_grey ? "DeviceGray" : "DeviceRGB");
  if (!is_opaque) {
    entries += "/SMask ";
    append_reference(entries, file.add_packed_stream(head(bitmap, "DeviceGray"), alphas));
  }
  return file.add_packed_stream(entries, colours);
}

/// As lines and areas, which stay sharp at every size; as pixels where its page holds what the file must not.
Reference embed_svg(ObjectFile& file, const model::Image& image) {
  if (image.page) {
    if (const auto form = import_page(file, *image.page)) return *form;
  }
  if (image.png) return embed(file, picture::decode_png(*image.png));
  throw Error(ErrorKind::internal, "pdf.internal",
              {"ภาพ \"" + image.name + "\" ยังไม่ได้วาด", "the picture \"" + image.name + "\" was not drawn"});
}

/// Whose colours are told by a profile of its own where it has one that a PDF may carry.
std::string colour_space(ObjectFile& file, const picture::JpegLook& look) {
  if (look.profile.empty()) {
    return look.components == 1 ? "/DeviceGray" : look.components == 3 ? "/DeviceRGB" : "/DeviceCMYK";
  }
  std::string entries = "/N ";
  append_integer(entries, static_cast<std::int64_t>(look.components));
  std::string space = "[/ICCBased ";
  append_reference(space, file.add_packed_stream(entries, look.profile));
  return space + ']';
}

/// As it is (ISO 32000-1, 7.4.8).
Reference embed_jpeg(ObjectFile& file, const std::string& bytes) {
  const picture::JpegLook look = picture::look_of_jpeg(bytes);
  std::string entries = "/Type/XObject/Subtype/Image/Width ";
  append_integer(entries, look.width);
  entries += "/Height ";
  append_integer(entries, look.height);
  entries += "/BitsPerComponent 8/ColorSpace" + colour_space(file, look);
  if (look.is_inverted) entries += "/Decode[1 0 1 0 1 0 1 0]";
  if (look.is_plain_rgb) entries += "/DecodeParms<</ColorTransform 0>>";
  return file.add_stream(entries + "/Filter/DCTDecode", bytes);
}

Reference embed(ObjectFile& file, const model::Image& image) {
  switch (image.kind) {
    case model::ImageKind::svg:
      return embed_svg(file, image);
    case model::ImageKind::jpeg:
      return embed_jpeg(file, *image.bytes);
    case model::ImageKind::png:
      break;
  }
  return embed(file, picture::decode_png(*image.bytes));
}

void append_name(std::string& out, std::size_t index) {
  out += "/I";
  append_integer(out, static_cast<std::int64_t>(index) + 1);
}

}  // namespace

std::string ImageBook::name_of(const model::Image& image) {
  const bool is_svg = image.kind == model::ImageKind::svg;
  std::string key = *image.bytes;
  if (is_svg) {
    key += '@';
    append_integer(key, image.width.in_emu());
    key += 'x';
    append_integer(key, image.height.in_emu());
  }
  const auto [entry, is_new] = index_by_key_.try_emplace(std::move(key), images_.size());
  if (is_new) images_.push_back(embed(file_, image));
  std::string name;
  append_name(name, entry->second);
  return name;
}

std::string ImageBook::resources() const {
  std::string out;
  for (std::size_t i = 0; i < images_.size(); ++i) {
    append_name(out, i);
    out += ' ';
    append_reference(out, images_[i]);
  }
  return out;
}

}  // namespace krut::pdf
