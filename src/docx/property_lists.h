#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "docx/formats.h"
#include "docx/numbering.h"

namespace krut::docx {

/// A tab stop, filled with dots or not.
struct TabStop {
  Length position;  ///< from the edge that indents are counted from
  model::Alignment alignment = model::Alignment::left;
  bool has_dots = false;

  bool operator==(const TabStop&) const = default;
};

/// What of w:pPr is the same for all paragraphs of a kind.
struct ParagraphKind {
  std::string style;  ///< as the file names it
  model::ParagraphFormat format;
  model::ParagraphFormat base;  ///< what the style says already
  bool starts_page = false;
  bool fits_content = false;  ///< the line is as high as its picture, not exact
  bool is_numbered = false;
  std::vector<TabStop> tabs;

  bool operator==(const ParagraphKind&) const = default;
};

/// The elements of w:pPr (CT_PPr, ISO/IEC 29500-1, 17.3.1.26) on both sides of w:numPr.
struct ParagraphProperties {
  std::string before_number;
  std::string after_number;
};

/// How a cell joins those below it (ST_Merge, ISO/IEC 29500-1, 17.18.57).
enum class VerticalMerge { none, starts, goes_on };

/// What of w:tcPr is the same for all cells of a kind.
struct CellKind {
  Length width;
  int column_span = 1;
  VerticalMerge merge = VerticalMerge::none;
  model::VerticalAlignment alignment = model::VerticalAlignment::top;

  bool operator==(const CellKind&) const = default;
};

/// Properties that were written before, so that they need not be put together again: a report of thousands of
/// paragraphs has a few dozen kinds of them. What is returned is valid until the next call.
class PropertyLists {
 public:
  /// w:rPr with what differs from `base`; empty when nothing differs.
  [[nodiscard]] std::string_view of_run(const model::TextFormat& format, const model::TextFormat& base,
                                        const RunLook& look);
  [[nodiscard]] const ParagraphProperties& of_paragraph(ParagraphKind kind);
  /// w:numPr
  [[nodiscard]] std::string_view of_number(const ListNumber& number);
  /// w:tcPr
  [[nodiscard]] std::string_view of_cell(const CellKind& kind);

 private:
  struct Run {
    model::TextFormat format;
    model::TextFormat base;
    RunLook look;
    std::string xml;
  };
  struct Paragraph {
    ParagraphKind kind;
    ParagraphProperties xml;
  };
  struct Number {
    ListNumber number;
    std::string xml;
  };
  struct Cell {
    CellKind kind;
    std::string xml;
  };

  std::vector<Run> runs_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Number> numbers_;
  std::vector<Cell> cells_;
};

}  // namespace krut::docx
