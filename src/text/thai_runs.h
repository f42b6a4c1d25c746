#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/segmenter.h"
#include "text/setter.h"
#include "text/traits.h"

namespace krut::text {

/// Thai letters with the dots of abbreviations, and where a line may end inside.
struct ThaiRun {
  struct End {
    std::size_t place = 0;  ///< number of characters before it
    LineEnd line_end = LineEnd::allowed;
  };
  std::vector<End> ends;
  Traits opening = 0;
  Traits closing = 0;
  std::size_t ordinal = 0;  ///< place before a closing ที่, which with the word before names a number: ตัวชี้วัดที่ ๗
};

/// Segments runs of Thai and keeps what it found. Not for two threads at once.
class ThaiRuns {
 public:
  /// `own` may be null.
  explicit ThaiRuns(std::shared_ptr<const OwnWords> own = nullptr) : segmenter_(std::move(own)) {}

  /// The same run as UTF-8 and as characters: Thai letters, and dots that follow one.
  [[nodiscard]] const ThaiRun& analyse(std::string_view bytes, std::u32string_view characters);
  /// Empties what is kept when it has grown over its limit. References given by `analyse` end here.
  void trim();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  ThaiRun segment(std::u32string_view run);
  ThaiRun segment_composed(std::u32string_view run);
  void find_words(std::u32string_view letters, std::size_t start, bool has_stop);

  Segmenter segmenter_;
  std::unordered_map<std::string, ThaiRun, Hash, std::equal_to<>> runs_;
  std::vector<Segmenter::Edge> edges_;  ///< of the run in hand
};

[[nodiscard]] bool is_thai_letter(char32_t character);

}  // namespace krut::text
