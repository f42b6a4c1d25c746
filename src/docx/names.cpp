#include "docx/names.h"

#include "base/hash.h"

namespace krut::docx {

namespace {

constexpr std::uint32_t below_sign_bit = 0x7FFFFFFF;
constexpr int name_digits = 12;
constexpr std::uint64_t second_seed = 0x6b72757420677569;  // another start gives the GUID's other half

/// The first free number from `wanted` on, never 0.
std::uint32_t take(std::unordered_set<std::uint32_t>& taken, std::uint64_t wanted) {
  auto number = static_cast<std::uint32_t>(wanted & below_sign_bit);
  while (number == 0 || !taken.insert(number).second) number = (number + 1) & below_sign_bit;
  return number;
}

std::string digits_of(std::string_view text) { return hexadecimal(content_hash(text), name_digits); }

}  // namespace

std::string hexadecimal(std::uint64_t value, int digits) {
  static constexpr char alphabet[] = "0123456789ABCDEF";
  std::string text(static_cast<std::size_t>(digits), '0');
  for (auto place = text.rbegin(); place != text.rend(); ++place, value >>= 4U) *place = alphabet[value & 0xFU];
  return text;
}

std::string guid_of(std::string_view bytes) {
  const auto [first, second] = content_hash_pair(bytes, second_seed);
  const std::string digits = hexadecimal(first, 16) + hexadecimal(second, 16);
  return "{" + digits.substr(0, 8) + "-" + digits.substr(8, 4) + "-" + digits.substr(12, 4) + "-" +
         digits.substr(16, 4) + "-" + digits.substr(20) + "}";
}

std::string Names::paragraph(model::ElementId element) {
  const int turn = ++paragraphs_of_[element];
  const std::string key = "paragraph " + std::to_string(element) + " " + std::to_string(turn);
  return hexadecimal(take(paragraphs_, content_hash(key)), 8);
}

std::string Names::unique_name(const std::string& name) {
  const int turn = ++names_[name];
  return turn == 1 ? name : name + "_" + std::to_string(turn);
}

Names::Bookmark Names::bookmark(const std::string& pointer) {
  Bookmark bookmark{++bookmarks_, unique_name("_rs1_" + digits_of(pointer))};
  anchors_.push_back({bookmark.name, pointer});
  return bookmark;
}

Names::Control Names::control(const std::string& pointer, model::ElementId option) {
  const std::string key = "control " + pointer + " " + std::to_string(option);
  Control control{static_cast<std::int32_t>(take(controls_, content_hash(key))), unique_name("rs1_" + digits_of(key))};
  anchors_.push_back({control.tag, pointer});
  return control;
}

}  // namespace krut::docx
