#include "docx/font_names.h"

namespace krut::docx {

bool is_single_font(std::string_view bytes) { return bytes.substr(0, 4) == std::string_view("\0\1\0\0", 4); }

std::string renamed_font(std::string_view bytes, const std::string&) { return std::string(bytes); }

}  // namespace krut::docx
