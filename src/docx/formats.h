#pragma once

#include <cstdint>

#include "docx/xml.h"
#include "model/document.h"

namespace krut::docx {

/// What a run needs beside its format.
struct RunLook {
  bool is_complex = false;            ///< Thai: Word takes the complex-script properties only when told so
  bool is_dotted = false;             ///< dots under the text, in place of a line
  Length lowered;                     ///< below the line
  const char* symbol_font = nullptr;  ///< another font than the format's, for glyphs it lacks; outlives the writing

  bool operator==(const RunLook&) const = default;
};

/// w:rPr with what differs from `base`; nothing when nothing differs.
void write_run_properties(Xml& xml, const model::TextFormat& format, const model::TextFormat& base,
                          const RunLook& look = {});

/// The w:sz of a border (ST_EighthPointMeasure, ISO/IEC 29500-1, 17.18.23): word processors draw none below 2.
[[nodiscard]] std::int64_t border_size(Length thickness);

/// The elements of w:pPr (CT_PPrBase) that stand before w:numPr, as far as they differ from `base`; all of them
/// without a base.
void write_keeps(Xml& xml, const model::ParagraphFormat& format, const model::ParagraphFormat* base, bool starts_page);
/// w:spacing as far as it differs from `base`.
void write_spacing(Xml& xml, const model::ParagraphFormat& format, const model::ParagraphFormat* base);
/// w:ind, w:jc and w:outlineLvl as far as they differ from `base`.
void write_placing(Xml& xml, const model::ParagraphFormat& format, const model::ParagraphFormat* base);

}  // namespace krut::docx
