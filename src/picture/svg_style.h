#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picture/picture.h"

namespace krut::picture {

/// What may not stand in an SVG, as it stands there.
struct SvgOffence {
  Fault::Kind kind = Fault::Kind::not_allowed;
  std::string found;
};

/// The ids that one rule of a style refers to by url(#id).
struct StyleReference {
  std::string class_name;  ///< of the elements that it is for; empty: of all
  std::string id;
  bool is_marker = false;  ///< drawn once for each point of a path
};

/// Looks at the value of a property, and notes what it refers to.
[[nodiscard]] std::optional<SvgOffence> look_at_value(std::string_view property, std::string_view value,
                                                      std::vector<StyleReference>& references);

/// Looks at "name: value; name: value".
[[nodiscard]] std::optional<SvgOffence> look_at_declarations(std::string_view text,
                                                             std::vector<StyleReference>& references);

/// Looks at the inside of a `<style>`.
[[nodiscard]] std::optional<SvgOffence> look_at_sheet(std::string_view text, std::vector<StyleReference>& references);

}  // namespace krut::picture
