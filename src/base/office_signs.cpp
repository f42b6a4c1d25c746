#include "base/office_signs.h"

#include <algorithm>
#include <array>

#include "base/eight_bytes.h"
#include "base/utf8.h"

namespace krut::signs {

namespace {

struct Meaning {
  unsigned char code;  ///< in its font; the private character is U+F000 and this
  char32_t sign;
};

/// Codes of Wingdings and Wingdings 2, of the bullets and arrows that Word itself puts, and those of Symbol that stand
/// for no other sign there. In the order of codes.
constexpr std::array<Meaning, 51> meanings = {{
    {0x22, U'✂'}, {0x28, U'☎'}, {0x2A, U'✉'}, {0x46, U'☞'}, {0x4A, U'☺'}, {0x4C, U'☹'}, {0x4F, U'✗'}, {0x50, U'✓'},
    {0x52, U'☑'}, {0x53, U'☒'}, {0x54, U'☒'}, {0x6C, U'●'}, {0x6E, U'■'}, {0x6F, U'□'}, {0x71, U'❑'}, {0x72, U'❒'},
    {0x75, U'◆'}, {0x76, U'❖'}, {0x77, U'◆'}, {0x9E, U'·'}, {0x9F, U'•'}, {0xA1, U'○'}, {0xA3, U'☐'}, {0xA5, U'∞'},
    {0xA7, U'▪'}, {0xA8, U'☐'}, {0xAC, U'←'}, {0xAE, U'→'}, {0xB0, U'°'}, {0xB1, U'±'}, {0xB3, U'≥'}, {0xB4, U'×'},
    {0xB7, U'•'}, {0xB8, U'÷'}, {0xB9, U'≠'}, {0xBA, U'≡'}, {0xBB, U'≈'}, {0xD6, U'√'}, {0xD8, U'➢'}, {0xDF, U'←'},
    {0xE0, U'→'}, {0xE1, U'↑'}, {0xE2, U'↓'}, {0xE8, U'➔'}, {0xEF, U'⇦'}, {0xF0, U'⇨'}, {0xF3, U'⇔'}, {0xFB, U'✗'},
    {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'},
}};

constexpr bool is_in_order() {
  for (std::size_t i = 1; i < meanings.size(); ++i) {
    if (meanings.at(i - 1).code >= meanings.at(i).code) return false;
  }
  return true;
}
static_assert(is_in_order());

struct Range {
  char32_t first;
  char32_t last;
};

/// Zero-width space, the joiners and WORD JOINER are obeyed; variation selectors belong to their sign.
constexpr std::array<Range, 10> left_out = {{{0x00AD, 0x00AD},
                                             {0x034F, 0x034F},
                                             {0x061C, 0x061C},
                                             {0x180E, 0x180E},
                                             {0x200E, 0x200F},
                                             {0x202A, 0x202E},
                                             {0x2061, 0x206F},
                                             {0xFEFF, 0xFEFF},
                                             {0xFFF9, 0xFFFB},
                                             {0xE0000, 0xE007F}}};

/// How the characters that are not set as they stand begin in UTF-8; much else does, but no Thai letter.
bool may_begin_other(char byte) {
  switch (static_cast<unsigned char>(byte)) {
    case '\t':
    case 0xC2:
    case 0xCD:
    case 0xD8:
    case 0xE1:
    case 0xE2:
    case 0xEF:
    case 0xF3:
      return true;
    default:
      return false;
  }
}

}  // namespace

char32_t meant_by_private(char32_t character) {
  constexpr char32_t first = 0xF020;
  constexpr char32_t last = 0xF0FF;
  if (character < first || character > last) return 0;
  const auto code = static_cast<unsigned char>(character & 0xFFU);
  const auto found =
      std::lower_bound(meanings.begin(), meanings.end(), code, [](const Meaning& a, unsigned b) { return a.code < b; });
  return found != meanings.end() && found->code == code ? found->sign : 0;
}

bool is_plain(std::string_view text) {
  using namespace eight_bytes;
  constexpr unsigned char thai = 0xE0;  // begins the three bytes of a Thai letter
  for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) {
    const std::uint64_t bytes = load(text.data());
    const std::uint64_t leading = bytes & (bytes << 1U) & each(0x80);
    const std::uint64_t off_thai = bytes ^ each(thai);
    const std::uint64_t others = ((off_thai & each(0x7F)) + each(0x7F)) | off_thai;
    if ((leading & others) != 0) return false;
  }
  return std::none_of(text.begin(), text.end(), [](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0xC0 && value != thai;
  });
}

bool is_left_out(char32_t character) {
  return std::any_of(left_out.begin(), left_out.end(),
                     [&](const Range& each) { return character >= each.first && character <= each.last; });
}

std::string as_set(std::string_view text) {
  if (is_plain(text) && text.find('\t') == std::string_view::npos) return std::string(text);
  std::string set;
  set.reserve(text.size());
  std::size_t copied = 0;
  const auto put = [&](std::size_t offset, std::size_t size, std::string_view instead) {
    set.append(text, copied, offset - copied);
    set += instead;
    copied = offset + size;
  };
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    if (!may_begin_other(text[offset])) continue;
    const utf8::Decoded decoded = utf8::decode(text, offset);
    if (decoded.character == U'\t') put(offset, 1, " ");
    if (is_left_out(decoded.character)) put(offset, decoded.size, "");
    if (const char32_t meant = meant_by_private(decoded.character); meant != 0) {
      put(offset, decoded.size, utf8::encode(meant));
    }
    offset += decoded.size - 1;
  }
  set.append(text, copied);
  return set;
}

}  // namespace krut::signs
