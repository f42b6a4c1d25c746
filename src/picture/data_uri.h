#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "picture/picture.h"

namespace krut::picture {

/// Whether what names a picture holds it (RFC 2397).
[[nodiscard]] bool is_data_uri(std::string_view name);

/// The bytes in a data: URI of an image, or what is wrong with it. Of which kind they are, they tell themselves.
[[nodiscard]] std::variant<std::string, Fault> bytes_of_data_uri(std::string_view uri);

/// What names a picture, as messages say it: of a data: URI the beginning.
[[nodiscard]] std::string shown_name(std::string_view name);

/// Bytes in base64 (RFC 4648), white space and %2B taken as writers of URIs leave them. Nothing when it is none.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace krut::picture
