#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

#include "base/budget.h"
#include "base/length.h"
#include "picture/picture.h"

namespace krut::picture {

/// An SVG as it looks at one size.
struct Drawn {
  std::shared_ptr<const std::string> page;  ///< a PDF file of one page of that size: lines and areas
  std::shared_ptr<const std::string> png;   ///< 600 dots to the inch, fewer where that is too many; null: not asked for
};

/// What a picture made of pixels shall become.
struct PhotoWish {
  Kind kind = Kind::jpeg;    ///< of the picture, and of what is made of it
  int orientation = 1;       ///< how it stands; it becomes upright
  std::uint32_t width = 0;   ///< pixels of the upright picture; 0: as many as it has
  std::uint32_t height = 0;  ///< likewise
  bool wants_rgb = false;    ///< four inks become the colours of screens

  auto operator<=>(const PhotoWish&) const = default;
};

/// A sound PNG or JPEG that stands upright.
using Remade = std::shared_ptr<const std::string>;

/// Draws SVGs and makes photos anew, each in a process of its own under limits of memory and time. Remembers what it
/// made of what, and what cannot be drawn, up to `limits::kept_drawing_bytes`. Any number of threads may ask at once.
class Drawer {
 public:
  /// `program` is the absolute path of krut-picture.
  explicit Drawer(std::string program) : program_(std::move(program)) {}

  /// What an SVG that was judged sound looks like, or why it cannot be drawn; the pixels are drawn in any case and
  /// given where `wants_png` asks for them. Throws `Error`: resource_missing when the program is not there, limit when
  /// the system is short of what starting it needs; what `budget` throws, within whose bounds the program is held.
  [[nodiscard]] std::variant<Drawn, Fault> draw(const std::shared_ptr<const std::string>& svg, Length width,
                                                Length height, bool wants_png, const Budget& budget = {}) const;

  /// A PNG or JPEG that was judged sound, made anew as wished, or why it cannot be. A JPEG is turned without loss where
  /// its size allows it. Throws `Error` as `draw` does.
  [[nodiscard]] std::variant<Remade, Fault> remake(const std::shared_ptr<const std::string>& picture,
                                                   const PhotoWish& wish, const Budget& budget = {}) const;

 private:
  using Key = std::tuple<std::string, std::int64_t, std::int64_t>;  // the bytes, the size

  struct KnownPhoto {
    std::shared_ptr<const std::string> given;
    Remade made;
  };
  using PhotoKey = std::pair<std::string_view, PhotoWish>;  // what was given

  /// Whether there is room for as many bytes more, if need be in place of all others.
  [[nodiscard]] bool make_room(std::size_t size) const;
  [[nodiscard]] std::variant<Remade, Fault> made_anew(std::string_view picture, const PhotoWish& wish,
                                                      const Budget& budget) const;

  std::string program_;
  mutable std::mutex mutex_;
  mutable std::map<Key, std::variant<Drawn, Fault>> known_;
  mutable std::map<PhotoKey, KnownPhoto> photos_;
  mutable std::size_t held_ = 0;
};

}  // namespace krut::picture
