#pragma once

#include <string>
#include <vector>

namespace krut::data {

/// Where one hand signs, for programs that place signatures: lengths in points, y up from the page's bottom.
struct SignaturePlace {
  std::string field;
  std::string signer;
  std::string role;
  std::string position;
  std::size_t page = 0;  ///< from 1
  double page_width = 0;
  double page_height = 0;
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

/// The list in signing order as JSON, indented, newline at the end: `{"unit": "pt", "origin": "bottom-left",
/// "signatures": [{"order", "field", "signer", "role", "position", "page", "page_size": {"width", "height"},
/// "rectangle": {"x", "y", "width", "height"}}], "digest"}`, the last of which is that of the list itself
/// (base/own_digest.h). Lengths to the thousandth of a point.
[[nodiscard]] std::string to_json(const std::vector<SignaturePlace>& places);

}  // namespace krut::data
