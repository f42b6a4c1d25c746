#include "layout/image_size.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <charconv>
#include <cmath>
#include <memory>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "layout/svg_offence.h"
#include "xml/silence.h"

namespace krut::layout {

namespace {

constexpr std::string_view png_signature("\x89PNG\r\n\x1a\n", 8);
constexpr std::size_t png_header_size = 24;  // signature, length and name of the first chunk, width, height

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes.substr(0, 4)) value = value << 8U | static_cast<unsigned char>(byte);
  return value;
}

std::optional<ImageFacts> look_at_png(std::string_view bytes, Bilingual& cause) {
  if (bytes.size() < png_header_size || bytes.substr(12, 4) != "IHDR") {
    cause = {"ส่วนหัวของ PNG เสีย", "the header of the PNG is broken"};
    return std::nullopt;
  }
  const std::uint64_t width = big_endian(bytes.substr(16));
  const std::uint64_t height = big_endian(bytes.substr(20));
  if (width == 0 || height == 0 || width * height > limits::image_pixels) {
    cause = {"ภาพไม่มีขนาด หรือใหญ่เกินไป", "it has no size, or is too large"};
    return std::nullopt;
  }
  return ImageFacts{model::ImageKind::png, static_cast<double>(width), static_cast<double>(height), {}};
}

/// Numbers parted by spaces or commas, as in a viewBox; a unit behind the first ends the list.
std::vector<double> numbers_in(const std::string& text) {
  std::vector<double> numbers;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    if (*at == ' ' || *at == ',' || *at == '\t' || *at == '\n' || *at == '+') {
      ++at;
      continue;
    }
    double number = 0;
    const auto [next, status] = std::from_chars(at, end, number);
    if (status != std::errc() || !std::isfinite(number)) break;
    numbers.push_back(number);
    at = next;
  }
  return numbers;
}

std::string attribute_of(xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, void (*)(void*)> value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)),
                                                        [](void* text) { xmlFree(text); });
  return value ? reinterpret_cast<const char*>(value.get()) : "";
}

std::optional<ImageFacts> look_at_svg(const std::string& bytes, Bilingual& cause) {
  constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  const xml::Silence silence;
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
      xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, options), xmlFreeDoc);
  xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr || std::string_view(reinterpret_cast<const char*>(root->name)) != "svg") {
    cause = {"ไม่ใช่ PNG และไม่ใช่ SVG", "it is neither a PNG nor an SVG"};
    return std::nullopt;
  }
  if (document->intSubset != nullptr && document->intSubset->entities != nullptr) {
    cause = {"SVG ที่นิยามเอนทิตีเองใช้ไม่ได้", "an SVG with entities of its own is refused"};
    return std::nullopt;
  }
  const std::vector<double> box = numbers_in(attribute_of(root, "viewBox"));
  std::vector<double> size;
  if (box.size() == 4) size = {box[2], box[3]};
  if (size.empty()) {
    const auto width = numbers_in(attribute_of(root, "width"));
    const auto height = numbers_in(attribute_of(root, "height"));
    if (!width.empty() && !height.empty()) size = {width[0], height[0]};
  }
  if (size.empty() || size[0] <= 0 || size[1] <= 0) {
    cause = {"SVG ไม่มี viewBox และไม่มีขนาด", "the SVG has no viewBox and no size"};
    return std::nullopt;
  }
  return ImageFacts{model::ImageKind::svg, size[0], size[1], offence_of(document.get())};
}

}  // namespace

std::optional<ImageFacts> look_at_image(const std::string& bytes, Bilingual& cause) {
  if (bytes.size() > limits::image_bytes) {
    cause = {"ไฟล์ใหญ่เกินไป", "the file is too large"};
    return std::nullopt;
  }
  const bool is_png = std::string_view(bytes).substr(0, png_signature.size()) == png_signature;
  return is_png ? look_at_png(bytes, cause) : look_at_svg(bytes, cause);
}

}  // namespace krut::layout
