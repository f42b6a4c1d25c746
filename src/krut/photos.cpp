#include "krut/photos.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "krut/each_image.h"
#include "picture/jpeg.h"

namespace krut {

namespace {

constexpr double points_per_inch = 72;
constexpr std::size_t inks = 4;

/// All places where pictures of the same bytes stand.
struct Photo {
  std::vector<model::Image*> places;
  std::uint32_t pixels_across = 0;  ///< wanted, upright, of the largest of them
  std::uint32_t pixels_down = 0;
};

std::uint32_t pixels_of(Length length, int dpi) {
  return static_cast<std::uint32_t>(std::max(1.0, std::ceil(length.in_points() / points_per_inch * dpi)));
}

Diagnostic not_made(const model::Image& image, const picture::Fault& fault) {
  return {.code = "picture.undrawable",
          .message = {"ถอดรหัสภาพ \"" + image.name + "\" ไม่ได้: " + fault.what.thai,
                      "the picture \"" + image.name + "\" cannot be decoded: " + fault.what.english},
          .where = image.named_at,
          .hint = {"เปิดภาพแล้วบันทึกใหม่", "open the picture and save it again"}};
}

class Maker {
 public:
  Maker(const picture::Drawer& drawer, const PhotoWishes& wishes, const Budget& budget, Diagnostics& diagnostics)
      : drawer_(drawer), wishes_(wishes), budget_(budget), diagnostics_(diagnostics) {}

  /// False, and the fault is told, when it cannot be made as it must be.
  bool make(const Photo& photo) {
    const model::Image& first = *photo.places.front();
    picture::PhotoWish wish;
    wish.kind = first.kind == model::ImageKind::png ? picture::Kind::png : picture::Kind::jpeg;
    wish.orientation = first.orientation;
    wish.wants_rgb = !wishes_.takes_inks && has_bare_inks(first);
    const bool is_too_dense =
        wishes_.image_dpi && photo.pixels_across < first.pixels_across && photo.pixels_down < first.pixels_down;
    if (is_too_dense) {
      wish.width = photo.pixels_across;
      wish.height = photo.pixels_down;
    }
    if (is_too_dense || wish.wants_rgb) return replace(photo, wish);
    return first.orientation == 1 || !wishes_.in_docx || add_upright(photo, wish);
  }

 private:
  /// Of four inks, and nothing says what they look like.
  static bool has_bare_inks(const model::Image& image) {
    if (image.kind != model::ImageKind::jpeg) return false;
    const picture::JpegLook look = picture::look_of_jpeg(*image.bytes);
    return look.components == inks && look.profile.empty();
  }

  picture::Remade remade(const model::Image& image, const picture::PhotoWish& wish) {
    auto result = drawer_.remake(image.bytes, wish, budget_);
    if (const auto* fault = std::get_if<picture::Fault>(&result)) {
      diagnostics_.add(not_made(image, *fault));
      return nullptr;
    }
    return std::get<picture::Remade>(std::move(result));
  }

  bool replace(const Photo& photo, const picture::PhotoWish& wish) {
    const picture::Remade made = remade(*photo.places.front(), wish);
    if (!made) return false;
    for (model::Image* image : photo.places) {
      image->bytes = made;
      image->orientation = 1;
      if (wish.width == 0) continue;
      image->pixels_across = wish.width;
      image->pixels_down = wish.height;
    }
    return true;
  }

  bool add_upright(const Photo& photo, const picture::PhotoWish& wish) {
    const picture::Remade made = remade(*photo.places.front(), wish);
    for (model::Image* image : photo.places) image->upright = made;
    return made != nullptr;
  }

  const picture::Drawer& drawer_;
  const PhotoWishes& wishes_;
  const Budget& budget_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool make_photos(model::Document& document, const picture::Drawer& drawer, const PhotoWishes& wishes,
                 const Budget& budget, Diagnostics& diagnostics) {
  std::map<std::string_view, std::size_t> known;
  std::vector<Photo> photos;
  std::vector<std::shared_ptr<const std::string>> alive;  // while `known` looks at them
  for_each_image(document, [&](model::Image& image) {
    if (image.kind == model::ImageKind::svg) return;
    const auto [entry, is_new] = known.try_emplace(*image.bytes, photos.size());
    if (is_new) {
      photos.emplace_back();
      alive.push_back(image.bytes);
    }
    Photo& photo = photos[entry->second];
    photo.places.push_back(&image);
    const int dpi = wishes.image_dpi.value_or(0);
    photo.pixels_across = std::max(photo.pixels_across, pixels_of(image.width, dpi));
    photo.pixels_down = std::max(photo.pixels_down, pixels_of(image.height, dpi));
  });
  Maker maker(drawer, wishes, budget, diagnostics);
  return std::all_of(photos.begin(), photos.end(), [&](const Photo& photo) {
    budget.check();
    return maker.make(photo);
  });
}

}  // namespace krut
