#include "text/face_style.h"

namespace krut::text {

namespace {

constexpr int usual_width = 100;
constexpr int regular = 400;
constexpr int medium = 500;
constexpr int bold = 700;
constexpr int next = 1'000;  ///< behind all that were to be looked at first

/// For a width of 100 %: that one, then narrower ones, then wider ones, the nearest first.
int width_distance(int width) { return width <= usual_width ? usual_width - width : next + width - usual_width; }

int slope_distance(Slope slope, bool is_italic) {
  switch (slope) {
    case Slope::upright:
      return is_italic ? 2 : 0;
    case Slope::oblique:
      return 1;
    case Slope::italic:
      return is_italic ? 0 : 2;
  }
  return 2;
}

int weight_distance(int weight, bool is_bold) {
  if (is_bold) return weight >= bold ? weight - bold : next + bold - weight;
  if (weight >= regular && weight <= medium) return weight - regular;
  return weight < regular ? next + regular - weight : 2 * next + weight - medium;
}

}  // namespace

StyleDistance style_distance(const FaceStyle& face, bool is_bold, bool is_italic) {
  return {width_distance(face.width), slope_distance(face.slope, is_italic), weight_distance(face.weight, is_bold)};
}

bool has_weight(const FaceStyle& face, bool is_bold) {
  constexpr int half_a_step = 50;
  const int least = (is_bold ? bold : regular) - half_a_step;
  const int most = (is_bold ? bold : medium) + half_a_step;
  return face.weight >= least && face.weight < most;
}

}  // namespace krut::text
