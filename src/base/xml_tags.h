#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace krut {

/// Where the first tag of an XML text stands that has more than `most` attributes, or nothing. XML parsers compare each
/// attribute of a tag with each, so that one tag of many takes hours: to be asked before they are given the text. Takes
/// one look at each byte, whether or not the text is well-formed.
[[nodiscard]] std::optional<std::size_t> crowded_tag(std::string_view xml, std::size_t most);

}  // namespace krut
