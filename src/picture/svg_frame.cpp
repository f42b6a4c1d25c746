#include "picture/svg_frame.h"

#include <algorithm>
#include <cmath>

#include "base/limits.h"
#include "picture/svg_text.h"

namespace krut::picture {

namespace {

constexpr double least_unit = 0.001;       ///< of a side, in user units
constexpr double most_units = 10'000'000;  ///< of a side or a corner

Bilingual bad(const std::string& attribute, const std::string& value) {
  const std::string found = attribute + "=\"" + shown(value) + '"';
  return {"ขนาดของ SVG ใช้ไม่ได้: " + found, "the size of the SVG is unusable: " + found};
}

bool is_side(double length) { return length >= least_unit && length <= most_units; }

/// A size of the root beside a viewBox: it may be left to what stands around the drawing.
bool is_size_beside(const std::optional<std::string>& text) {
  if (!text) return true;
  const std::string word = folded(trimmed(*text));
  if (word == "auto" || word == "100%") return true;
  const std::string_view number = word.ends_with('%') || word.ends_with("em") || word.ends_with("ex")
                                      ? std::string_view(word).substr(0, word.size() - (word.back() == '%' ? 1 : 2))
                                      : std::string_view(word);
  const auto length = length_in(number);
  return length && is_side(*length);
}

std::variant<Frame, Bilingual> within_ratio(Frame frame, const Bilingual& wrong) {
  const double ratio = std::max(frame.width, frame.height) / std::min(frame.width, frame.height);
  if (ratio <= static_cast<double>(limits::image_ratio)) return frame;
  const std::string most = " image_ratio (" + std::to_string(limits::image_ratio) + ')';
  return Bilingual{wrong.thai + " ยาวเกินกว้างเกินกำหนด" + most,
                   wrong.english + " is longer on one side than the limit" + most};
}

}  // namespace

std::variant<Frame, Bilingual> frame_of(const std::optional<std::string>& view_box,
                                        const std::optional<std::string>& width,
                                        const std::optional<std::string>& height) {
  if (view_box) {
    const auto box = numbers_in(*view_box);
    const bool is_sound = box && box->size() == 4 && std::abs((*box)[0]) <= most_units &&
                          std::abs((*box)[1]) <= most_units && is_side((*box)[2]) && is_side((*box)[3]);
    if (!is_sound) return bad("viewBox", *view_box);
    if (!is_size_beside(width)) return bad("width", *width);
    if (!is_size_beside(height)) return bad("height", *height);
    return within_ratio({(*box)[2], (*box)[3]}, bad("viewBox", *view_box));
  }
  if (!width || !height) return Bilingual{"SVG ไม่มี viewBox และไม่มีขนาด", "the SVG has no viewBox and no size"};
  const auto across = length_in(*width);
  const auto down = length_in(*height);
  if (!across || !is_side(*across)) return bad("width", *width);
  if (!down || !is_side(*down)) return bad("height", *height);
  return within_ratio({*across, *down}, bad("width x height", *width + " x " + *height));
}

}  // namespace krut::picture
