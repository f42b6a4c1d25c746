#pragma once

#include <vector>

#include "docx/docx.h"
#include "krut/krut.hpp"
#include "model/document.h"
#include "text/fonts.h"

namespace krut {

/// The faces a document is set in, for embedding under the families that it names: only those that may be embedded and
/// that need no other size than the nominal one, because a word processor would set them at the nominal size.
[[nodiscard]] std::vector<docx::EmbeddedFace> embedded_faces(const model::Document& document,
                                                             const text::FontLibrary& fonts);

/// What `format` would be set in, for `krut fonts`.
[[nodiscard]] api::FontUse font_use(const model::TextFormat& format, const text::FontLibrary& fonts);

}  // namespace krut
