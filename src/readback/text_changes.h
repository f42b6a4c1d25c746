#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace krut::readback {

/// A paragraph of `before` that became one of `after`, is gone, or came in before `next_after`.
struct Change {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
  std::size_t next_after = 0;
};

struct Changes {
  std::vector<Change> found;
  bool has_more = false;
};

/// Where two runs of paragraphs differ, from the first one on; `most` places are found. One that only stands elsewhere
/// is no change.
[[nodiscard]] Changes changes(const std::vector<std::string>& before, const std::vector<std::string>& after,
                              std::size_t most);

/// The words that differ between two texts, each with a little of what stands around them.
[[nodiscard]] std::pair<std::string, std::string> differing_words(std::string_view before, std::string_view after);

/// A paragraph's text without what word processors are free to write differently: every run of spaces, tabs and
/// no-break spaces is one space, none stands at the ends. `is_escaped`: entities of XML are put back.
[[nodiscard]] std::string plain_text(std::string_view text, bool is_escaped);

/// The text of the first element of this name that has any, plain and shortened; empty where there is none.
[[nodiscard]] std::string first_text(std::string_view xml, std::string_view name);

}  // namespace krut::readback
