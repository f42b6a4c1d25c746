#pragma once

#include <set>
#include <string>
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

/// The families, by the names in their files, that the document's styles are set in.
[[nodiscard]] std::set<std::string> own_families(const model::Document& document, const text::FontLibrary& fonts);

/// Adds to `options` the faces of characters that the document's own lack, with the characters, where they may be
/// embedded and need no other size than the nominal one.
void add_borrowed_faces(docx::Options& options, const text::FontLibrary& fonts);

/// What `format` would be set in, for `krut fonts`.
[[nodiscard]] api::FontUse font_use(const model::TextFormat& format, const text::FontLibrary& fonts);

}  // namespace krut
