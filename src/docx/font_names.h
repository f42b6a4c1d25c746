#pragma once

#include <string>
#include <string_view>

namespace krut::docx {

/// Whether the bytes are one TrueType font, not a collection.
[[nodiscard]] bool is_single_font(std::string_view bytes);

/// The same TrueType font under another family name. Word processors know an embedded font by the name inside it, so
/// that a stand-in is found only under the name that the document asks for. Copyright, licence and version texts stay
/// as they are. Bytes that are no sound font come back unchanged.
[[nodiscard]] std::string renamed_font(std::string_view bytes, const std::string& family);

}  // namespace krut::docx
