#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/utf8.h"
#include "model/page.h"
#include "text/face.h"

struct hb_buffer_t;

namespace krut::text {

/// An ISO 15924 script as HarfBuzz tags it.
using Script = std::uint32_t;

[[nodiscard]] constexpr Script thai_script() { return 0x54686169; }   // Thai
[[nodiscard]] constexpr Script latin_script() { return 0x4C61746E; }  // Latn
/// `script_of` a character that is neither ASCII nor Thai.
[[nodiscard]] Script script_of_rare(char32_t character);
/// The script of a character; 0 when it goes with whatever stands beside it.
[[nodiscard]] inline Script script_of(char32_t character) {
  if (utf8::is_thai(character)) return thai_script();
  if (character >= 0x80) return script_of_rare(character);
  const char32_t lower = character | 0x20U;
  return lower >= 'a' && lower <= 'z' ? latin_script() : 0;
}

/// What is drawn for a character that has no picture of its own: NO-BREAK SPACE as a space, NON-BREAKING HYPHEN as a
/// hyphen, EN and EM SPACE as two and four spaces.
struct Drawn {
  char32_t character = 0;
  unsigned times = 1;
};
[[nodiscard]] Drawn drawn_as(char32_t character);

/// Shapes texts of one script with one font, and keeps what it shaped. Not for two threads at once.
class Shaper {
 public:
  Shaper();
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  /// The shaped text, from the cache when it was shaped before.
  [[nodiscard]] const std::shared_ptr<const model::ShapedText>& shape(const OpenedFont& font, Script script,
                                                                      std::string_view text);
  /// `character` drawn as `replacement`; its text stays what it is.
  [[nodiscard]] std::shared_ptr<const model::ShapedText> shape_replaced(const OpenedFont& font, char32_t character,
                                                                        char32_t replacement);
  /// Empties the cache when it has grown over its limit. References given by `shape` end here.
  void trim();

 private:
  struct Key {
    const OpenedFont* font;
    Script script;
    std::string_view text;  ///< of the shaped text itself

    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };

  std::shared_ptr<const model::ShapedText> shaped_buffer(const OpenedFont& font, Script script, std::string text);

  hb_buffer_t* buffer_;
  std::unordered_map<Key, std::shared_ptr<const model::ShapedText>, Hash> shaped_;
};

}  // namespace krut::text
