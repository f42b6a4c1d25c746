#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/length.h"
#include "pdf/syntax.h"

namespace krut::pdf {

/// The texts that a page showed last. PDFium drops a text object that says and holds what one of the five before it did
/// where their letters overlap by a hair, as lines set close in a tall font do: its rule for shadows and bold made of
/// two copies (CPDF_TextPage::IsSameTextObject). It takes two objects for different when a number between strings parts
/// one of them at more places than the other.
class ShownTexts {
 public:
  /// In how many more places the text is to be parted, to differ from those. `array` is the operand of TJ.
  [[nodiscard]] unsigned parts_for(std::string_view array);

 private:
  struct Shown {
    std::string array;
    unsigned parts = 0;
  };
  std::array<Shown, 5> shown_;
  std::size_t oldest_ = 0;
};

/// The operand of TJ with this many zeros between codes, which move nothing.
[[nodiscard]] std::string parted(std::string_view array, unsigned places);

/// The operators of one page (ISO 32000-1, annex A), growing in a string. Coordinates come as on paper, y down from
/// its top; here y is turned upwards. Remembers the graphics state, so that nothing is said twice.
class Content {
 public:
  explicit Content(Length page_height) : page_height_(page_height) {}

  [[nodiscard]] const std::string& operators() const { return out_; }
  /// For writers of text; they leave the stream between two operators.
  [[nodiscard]] std::string& out() { return out_; }

  void append_x(Length x) { append_points(out_, x); }
  void append_y(Length y) { append_points(out_, page_height_ - y); }

  [[nodiscard]] ShownTexts& shown() { return shown_; }

  /// Selects a font of the resources; the choice lasts beyond the end of a text object.
  void select_font(std::size_t font, Length size);
  void draw_line(Length x1, Length y1, Length x2, Length y2, Length thickness, Length dash, Length gap);
  void draw_box(Length x, Length y, Length width, Length height, Length thickness);
  /// A tick inside a square, in two strokes.
  void draw_tick(Length x, Length y, Length width, Length height, Length thickness);
  /// An XObject of the resources that fills the unit square, turned upright from how `orientation` says that it stands
  /// (1 to 8, as Exif counts).
  void draw_image(std::string_view name, Length x, Length y, Length width, Length height, int orientation);

 private:
  friend class MarkedContent;
  void select_stroke(Length thickness, Length dash, Length gap);
  void append_point(Length x, Length y, std::string_view operation);

  std::string out_;
  ShownTexts shown_;
  Length page_height_;
  std::size_t font_ = SIZE_MAX;
  Length font_size_;
  Length thickness_ = Length::points(1);
  Length dash_;
  Length gap_;
};

/// A marked-content sequence (ISO 32000-1, 14.6) that lasts as long as its scope.
class MarkedContent {
 public:
  /// Part of the logical structure: content `mcid` of its page.
  MarkedContent(Content& content, std::string_view tag, std::uint32_t mcid);
  /// `properties` is a dictionary with its brackets, or empty.
  MarkedContent(Content& content, std::string_view tag, std::string_view properties);
  ~MarkedContent() { content_.out_ += "EMC\n"; }
  MarkedContent(const MarkedContent&) = delete;
  MarkedContent& operator=(const MarkedContent&) = delete;

 private:
  Content& content_;
};

}  // namespace krut::pdf
