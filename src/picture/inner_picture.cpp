#include "picture/inner_picture.h"

#include <algorithm>
#include <string>

#include "picture/data_uri.h"
#include "picture/jpeg_scan.h"
#include "picture/png_scan.h"
#include "picture/svg_text.h"

namespace krut::picture {

namespace {

SvgOffence broken(std::string_view address, const std::string& why) {
  return {Fault::Kind::damaged, shown(address.substr(0, address.find(','))) + ": " + why};
}

}  // namespace

std::variant<std::uint64_t, SvgOffence> look_at_inner_picture(std::string_view address) {
  constexpr std::string_view scheme = "data:";
  const std::size_t comma = address.find(',');
  const std::string head = folded(address.substr(0, std::min<std::size_t>(comma, 200)));
  const std::string type(
      trimmed(std::string_view(head).substr(std::min(scheme.size(), head.size()), head.find(';') - scheme.size())));
  const bool is_base64 = head.size() > 7 && trimmed(head).substr(trimmed(head).size() - 7) == ";base64";
  if ((type != "image/png" && type != "image/jpeg") || comma == std::string_view::npos || !is_base64) {
    return SvgOffence{Fault::Kind::not_allowed, shown(address)};
  }
  const auto bytes = from_base64(address.substr(comma + 1));
  if (!bytes) return broken(address, "base64");
  const bool is_jpeg_said = type == "image/jpeg";
  if (is_jpeg_said ? !is_jpeg(*bytes) : !is_png(*bytes)) return broken(address, is_jpeg_said ? "JPEG" : "PNG");
  const Verdict verdict = is_jpeg_said ? judge_jpeg(*bytes) : judge_png(*bytes);
  if (const auto* fault = std::get_if<Fault>(&verdict)) {
    return fault->kind == Fault::Kind::over_limit ? SvgOffence{Fault::Kind::over_limit, "image_pixels"}
                                                  : broken(address, fault->what.english);
  }
  const auto& facts = std::get<Facts>(verdict);
  return static_cast<std::uint64_t>(facts.width) * static_cast<std::uint64_t>(facts.height);
}

}  // namespace krut::picture
