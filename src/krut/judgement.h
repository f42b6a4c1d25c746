#pragma once

#include <string>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "krut/krut.hpp"
#include "model/about.h"

namespace krut {

/// `api::judge` within a budget. Throws `Error` (limit, cancelled) when it is spent.
[[nodiscard]] api::Judgement judged(std::string_view bytes, const Budget& budget);

/// A judgement as members of a JSON object: `standing`, who saved the paper and when, and what differs.
[[nodiscard]] model::Members members_of(const api::Judgement& judgement);

/// What is told of a paper that is read back: a warning where it no longer says what its data says or where that cannot
/// be told, and where another program has saved a DOCX, whose looks are not compared; a note where one has saved a PDF
/// without another word, or signed it.
void tell_of_edits(const api::Judgement& judgement, const std::string& name, bool is_docx, Diagnostics& diagnostics);

/// Why the file at `path` is not replaced.
[[nodiscard]] Diagnostic refusal(const api::Judgement& judgement, const std::string& path);

}  // namespace krut
