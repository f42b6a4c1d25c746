#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/page.h"

namespace krut::docx {

/// A face to put into the file under the family name that the document asks for.
struct EmbeddedFace {
  std::string family;  ///< as the document names it: "TH SarabunPSK"
  std::shared_ptr<const model::FontProgram> program;
};

/// A catch word at the foot of a page that is left.
struct CatchWord {
  std::string words;  ///< as printed: "/จึงเรียน..."
  Length top;         ///< of its line, from the paper's top edge
  Length text_end;    ///< bottom of the page's last line: nothing stands below but the catch word
};

/// What the caller decides about a file.
struct Options {
  std::string application;                 ///< "krut 1.0"
  std::optional<std::int64_t> created_at;  ///< seconds since 1970-01-01T00:00Z; none: no dates in the file
  std::vector<EmbeddedFace> faces;         ///< empty: nothing is embedded
  bool has_source = true;                  ///< the data travels in a custom XML part
  /// By table: the widths that its columns were given on the pages. A table that is not here gets its fixed widths and
  /// shares, which is right unless a column is solved from content.
  std::map<model::ElementId, std::vector<Length>> column_widths;
  /// Rows taller than a page, which a word processor may split too; every other row is kept whole.
  std::set<model::ElementId> splitting_rows;
  /// Rows that start a page. Where a table repeats more than its head there, it is cut, and goes on with a page break.
  std::set<model::ElementId> page_starts;
  /// Least heights of rows under a cell that spans them, so that its height is shared out as on the pages.
  std::map<model::ElementId, Length> row_heights;
  /// By Fill: the space it takes.
  std::map<model::ElementId, Length> fill_heights;
  /// By field, value of a field, or agency of a letter head: where its lines start, from the left margin; by field of a
  /// memo head, where its value does. One that is not here stands where its letters' mean width puts it.
  std::map<model::ElementId, Length> text_starts;
  /// By field of a memo head with several lines: the bytes of its value that stand before each line but the first.
  std::map<model::ElementId, std::vector<std::size_t>> line_breaks;
  std::map<model::ElementId, CatchWord> catch_words;  ///< by a paragraph that starts on the page
  /// Columns whose letters are smaller on the pages than the document says, so that no word is cut.
  std::vector<model::SmallColumn> small_columns;
  /// By paragraph with a word whose clusters stand closer on the pages, so that it fits its line: the width that is
  /// left to it, in thousandths. Word processors move marks when they set letters closer, and get smaller ones instead.
  std::map<model::ElementId, int> closed_up;
};

/// The document as a DOCX file (ISO/IEC 29500-1 and -4 transitional). The same input gives the same bytes. Throws
/// `Error` (internal) when a writer library fails. Of a document moved in, what is written is let go.
[[nodiscard]] std::string write(model::Document document, const Options& options);

}  // namespace krut::docx
