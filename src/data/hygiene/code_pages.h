#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace krut::data::hygiene {

/// Thai text whose bytes were read as those of another code page.
struct Garbled {
  std::size_t first = 0;
  std::size_t size = 0;
  std::u32string was = {};         ///< what [first, first + size) said
  std::string_view encoding = {};  ///< of the original: UTF-8 or TIS-620
  std::string_view read_as = {};   ///< the code page that it was taken for
};

/// The first sort of garbling that `text` shows, from its first garbled character to its last; nothing where all may be
/// meant as it stands.
[[nodiscard]] std::optional<Garbled> find_garbled(std::u32string_view text);

/// What is told of it, `text` being all of the value, and how to mend it.
[[nodiscard]] Bilingual told(const Garbled& garbled, std::u32string_view text);
[[nodiscard]] Bilingual remedy(const Garbled& garbled);

}  // namespace krut::data::hygiene
