#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/error.h"
#include "text/face.h"

namespace krut::text {

/// A warning for a file of a kind that cannot be used (WOFF2 and other fonts for the web, PostScript Type 1), which
/// says what it is and how to convert it; nothing for any other file.
[[nodiscard]] std::optional<Diagnostic> kind_not_used(std::string_view file, const std::string& path);

/// Warnings for what is passed over.
[[nodiscard]] Diagnostic no_font(const DamagedFace& face);
[[nodiscard]] Diagnostic unreadable(const DamagedFace& face);
[[nodiscard]] Diagnostic too_many_faces(const std::string& path, std::size_t count);

/// The error that the very face a layout asks for cannot be used.
[[nodiscard]] Error asked_for_but_damaged(const std::string& family, const DamagedFace& face);

}  // namespace krut::text
