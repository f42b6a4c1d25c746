#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "model/document.h"
#include "model/measured.h"

/// Where it stands: the second contract of the house. Plain data; nothing here needs a decision before it is drawn.
/// x grows right from the paper's left edge, y grows down from its top edge.
namespace krut::model {

/// A font program in use. Immutable and shared.
struct FontProgram {
  std::string family;  ///< name in the file
  std::string full_name;
  std::string postscript_name;
  std::string file;  ///< for messages
  std::shared_ptr<const std::string> bytes;
  unsigned face_index = 0;  ///< in a collection
  int units_per_em = 1000;
  bool is_bold = false;
  bool is_italic = false;
  bool has_glyf_outlines = true;
  bool may_be_embedded = true;  ///< OS/2 fsType
};

/// One glyph of a shaped text, in font units. Offsets move the drawing, not the pen.
struct Glyph {
  std::uint32_t id = 0;
  std::int32_t advance = 0;
  std::int32_t x_offset = 0;
  std::int32_t y_offset = 0;
};

/// Characters and glyphs that cannot be told apart further (a HarfBuzz cluster, level 0).
struct Cluster {
  std::uint32_t text_begin = 0;  ///< byte offset in ShapedText::text
  std::uint32_t text_size = 0;
  std::uint32_t glyph_begin = 0;
  std::uint32_t glyph_count = 0;
  std::int32_t advance = 0;  ///< sum over its glyphs
};

/// Text shaped once with one font program and one script. Immutable, shared through the word cache, good at every size.
struct ShapedText {
  std::shared_ptr<const FontProgram> font;
  std::string text;
  std::vector<Cluster> clusters;  ///< in text order; their texts join to `text`
  std::vector<Glyph> glyphs;      ///< in visual order, which is text order here
  std::int64_t advance = 0;
};

/// What a thing is to a reader, in the words of ISO 32000-1, 14.8.4; layout-only kinds last.
enum class Role {
  document,
  section,
  heading,
  paragraph,
  list,
  list_item,
  label,
  list_body,
  table,
  table_head,
  table_body,
  table_foot,
  row,
  header_cell,
  data_cell,
  figure,
  form,
  span,
};

/// Index into `Pages::structure`; 0 is the document itself.
using NodeIndex = std::uint32_t;

/// One node of the document's logical tree, in reading order. A table row split over pages is one node.
struct StructureNode {
  Role role = Role::document;
  NodeIndex parent = 0;
  ElementId element = 0;  ///< block, row, cell or item in the Document
  int level = 0;          ///< heading level
  int column_span = 1;
  int row_span = 1;
  int column = 0;                ///< of a cell: its first column, from 0
  std::string alternative_text;  ///< figures, forms, and spans of one sign that has no sound: ☑
  std::string language;          ///< BCP 47; empty: as the parent
};

/// Whose a mark is: part of the text at a node, or furniture that readers skip.
enum class ArtifactKind { none, page_header, page_footer, repeated_head, layout, catch_word };
struct Owner {
  NodeIndex node = 0;
  ArtifactKind artifact = ArtifactKind::none;  ///< other than none: `node` has no meaning

  bool operator==(const Owner&) const = default;
};

/// Index into `Pages::values`; 0 means none: the layout's own words.
using ValueIndex = std::uint32_t;

/// A shaped text at its place in a line. There is one for every word of a paper: it holds no text of its own.
struct TextPiece {
  std::shared_ptr<const ShapedText> shape;
  Length x;                ///< pen at its first cluster
  Length size;             ///< of the font program's em on paper
  Length cluster_spacing;  ///< added after each of its clusters (thai-distribute); usually 0
  bool is_underlined = false;
  ValueIndex value = 0;  ///< what it prints
  NodeIndex node = 0;    ///< a span of its own, for text of another language or a box; 0: as its line
  Ink ink = Ink::black;
};

/// A line of text: pieces from left to right on one baseline, spaces included, also those at the line's end.
struct TextLine {
  Owner owner;
  Length baseline;
  std::vector<TextPiece> pieces;
  bool is_spread = false;  ///< stretched to the measure
  bool ends_paragraph = false;
};

/// A straight rule, horizontal or vertical, butt ends, centred on its path.
struct Rule {
  Owner owner{0, ArtifactKind::layout};
  Length x1, y1, x2, y2;
  Length thickness;
  Length dash;  ///< 0: solid; else the length of a dash
  Length gap;
};

/// A thin box: the placeholder of an emblem or picture, or the square of a choice with its tick.
struct Box {
  Owner owner;
  Length x, y, width, height;
  Length thickness;
  bool is_ticked = false;
};

/// The image is shared, because every mark of a page takes the room of the largest kind.
struct PlacedImage {
  Owner owner;
  std::shared_ptr<const Image> image;
  Length x, y;
};

using Mark = std::variant<TextLine, Rule, Box, PlacedImage>;

/// Where a cell (or its part on this page) lies; for checks and dumps, not for drawing.
struct CellArea {
  ElementId cell = 0;
  Length x, y, width, height;
};

/// Where a hand signs; the seam for signature fields. Areas stand in the order in which the hands sign.
struct SignatureArea {
  std::string field_name;
  std::string name;         ///< of the signer, without parentheses
  std::string role;         ///< as printed beside the line; may be empty
  std::string position;     ///< lines joined by spaces; may be empty
  std::string description;  ///< what a screen reader says for the field
  NodeIndex node = 0;
  Length x, y, width, height;
};

/// What a Fill of the Document came to.
struct FilledHeight {
  ElementId element = 0;
  Length height;
};

struct Page {
  Length width;
  Length height;
  std::string label;  ///< as printed or as it would be: "๒"
  ElementId first_element =
      0;  ///< the block or row that starts the page's body (also when it goes on from the page before)
  bool first_element_continues = false;
  std::vector<Mark> marks;  ///< in reading order
  std::vector<CellArea> cells;
  std::vector<SignatureArea> signatures;
  std::vector<FilledHeight> fills;
};

/// A heading, for the outline.
struct OutlineEntry {
  int level = 1;
  std::string title;
  std::uint32_t page = 0;  ///< index into Pages::pages
  Length y;                ///< top of its first line
};

/// A column too narrow for a word at the size that the layout asks for: no letter in its cells is larger than `most`.
/// Counts for cells that stand in this column alone.
struct SmallColumn {
  ElementId table = 0;
  std::size_t column = 0;  ///< from 0
  bool is_head = false;    ///< the cells of the table's head; else all others
  Length most;             ///< a whole number of half points
};

struct Pages {
  std::string title;
  std::string author;
  std::string language = "th-TH";
  std::vector<Page> pages;
  std::vector<StructureNode> structure;  ///< structure[0] is the document; a parent stands before its children
  std::vector<std::string> values{""};   ///< JSON pointers of the values that are printed; the first is empty
  std::vector<OutlineEntry> outline;
  std::vector<SmallColumn> small_columns;
  Measured measured;
  Provenance provenance;
};

}  // namespace krut::model
