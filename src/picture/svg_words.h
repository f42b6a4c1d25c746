#pragma once

#include <string_view>

namespace krut::picture {

/// What an element of SVG's own namespace is to us.
enum class SvgElement {
  unknown,  ///< not on the list
  live,     ///< a program, or a page of HTML
  plain,    ///< groups, shapes, words about the picture
  paint,    ///< a gradient, a pattern, a mask, ...: drawn where something refers to it
  stop,     ///< of a gradient
  step,     ///< of a filter
  text,     ///< letters
  image,    ///< a picture inside
};
[[nodiscard]] SvgElement svg_element(std::string_view name);

/// An attribute without a namespace that may stand on elements of SVG.
[[nodiscard]] bool is_svg_attribute(std::string_view name);

/// A property of a style, as an attribute or in CSS. `name` is in small letters.
[[nodiscard]] bool is_svg_property(std::string_view name);

/// A namespace of drawing programs or of words about a picture: nothing in it is drawn, fetched or run by anybody else.
[[nodiscard]] bool is_harmless_namespace(std::string_view address);

inline constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";
inline constexpr std::string_view xlink_namespace = "http://www.w3.org/1999/xlink";
inline constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";

}  // namespace krut::picture
