#pragma once

#include <vector>

#include "layout/program.h"

namespace krut::layout {

/// Every style of the report, resolved: the default one first (the report's `style`, else the first declared, else
/// 16 pt TH SarabunPSK), then the others as declared, then those of ready-made components that are not declared.
/// `based-on` must name a style above; what does not is reported by the compiler and ignored here.
[[nodiscard]] std::vector<LayoutStyle> resolve_styles(const Node& report, const std::vector<Node>& of_parts);

/// Lays an element's own paragraph attributes over `format`; `size` is that of its text.
void apply_paragraph_attributes(const Node& node, model::ParagraphFormat& format);
/// The same for text attributes.
void apply_text_attributes(const Node& node, model::TextFormat& format);

[[nodiscard]] model::Alignment alignment_of(std::string_view word);
/// `th` and `en` with the country whose usage they follow; others as they are.
[[nodiscard]] std::string language_tag(const std::string& lang);

/// Baseline to baseline for `size` where nobody says otherwise: 18.1 pt for 16 pt, in whole twips.
[[nodiscard]] Length usual_pitch(Length size);

}  // namespace krut::layout
