#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"

/// What is said: the first of the two contracts of the house. Plain data, fully resolved: every format is complete,
/// every list item carries its marker, every value its place in the data. Both writers obey these numbers and add
/// none of their own; `typeset` turns a Document into Pages, `docx` writes it as it stands.
namespace krut::model {

/// Number of a block, row, cell or list item, from 1, in document order, unique in its Document. 0 means none.
/// Pages refer back with it.
using ElementId = std::uint32_t;

enum class Alignment { left, center, right, thai_distribute, justify };
enum class VerticalAlignment { top, middle, bottom };

/// What text is printed in. Stamps of urgency and secrecy are red.
enum class Ink : std::uint8_t { black, red };

/// How characters look. `size` is nominal (the regulation's 16 pt TH SarabunPSK), whatever face stands in.
struct TextFormat {
  std::string family;
  Length size;
  bool is_bold = false;
  bool is_italic = false;
  bool is_underlined = false;
  Ink ink = Ink::black;
  std::string language = "th-TH";  ///< BCP 47

  bool operator==(const TextFormat&) const = default;
};

/// From the top of a line to its baseline: 8/10 of its pitch, as word processors place it under exact spacing.
[[nodiscard]] constexpr Length baseline_of(Length line_pitch) { return line_pitch.scaled(8, 10); }

/// How a paragraph sits. Indents are distances from the edges of its column.
struct ParagraphFormat {
  Length line_pitch;  ///< baseline to baseline, exact
  Alignment alignment = Alignment::left;
  Length left_indent;
  Length right_indent;
  Length first_line_indent;  ///< added to left_indent on the first line; negative hangs
  Length space_before;       ///< dropped at the top of a page, except the document's first
  Length space_after;
  bool keeps_with_next = false;
  bool keeps_together = false;
  bool keeps_space_before = false;    ///< `space_before` counts at the top of a page too
  int outline_level = 0;              ///< 1 to 6 for a heading; 0 for running text
  int fewest_lines_before_break = 2;  ///< orphan control; 1 switches it off
  int fewest_lines_after_break = 2;   ///< widow control; 1 switches it off

  bool operator==(const ParagraphFormat&) const = default;
};

/// A named style of the layout. `name` is an identifier, unique in the Document.
struct Style {
  std::string name;
  TextFormat text;
  ParagraphFormat paragraph;
};

/// Index into `Document::styles`.
using StyleIndex = std::uint32_t;

/// What fills the room between a text and the place where its line ends or goes on.
enum class Leader : std::uint8_t { none, dots };

/// Where the text behind a tab stands. `position` is counted from the left edge of the paragraph's column.
struct TabStop {
  Length position;
  Alignment alignment = Alignment::left;  ///< left, center or right: which of its points the text has there
  Leader leader = Leader::none;           ///< fills the room that the tab leaves

  bool operator==(const TabStop&) const = default;
};

enum class Digits { as_is, thai, arabic };

enum class SpanKind {
  text,
  line_break,   ///< ends the line, not the paragraph
  tab,          ///< goes on at the next tab stop; only in paragraphs that have as many in each line
  page_number,  ///< headers and footers only
  page_count,   ///< headers and footers only
};

/// Characters in one manner and from one source.
struct Span {
  SpanKind kind = SpanKind::text;
  std::string text;  ///< valid UTF-8 without control characters; empty unless kind is text
  TextFormat format;
  Digits digits = Digits::as_is;   ///< of page_number and page_count; text is already converted
  std::string pointer;             ///< JSON pointer of the value it prints; empty for the layout's own words
  bool stays_on_one_line = false;  ///< never broken: the name of a signer
};

/// Text set in lines. `format` is complete; where it differs from `styles[style].paragraph` the author or the place
/// asked for it.
struct Paragraph {
  ElementId id = 0;
  StyleIndex style = 0;
  ParagraphFormat format;
  std::vector<Span> spans;
  std::vector<TabStop> tab_stops;  ///< from left to right
  bool starts_page = false;
};

struct Block;

enum class MarkerStyle {
  thai_dot,      ///< ๑.
  thai_paren,    ///< ๑)
  arabic_dot,    ///< 1.
  arabic_paren,  ///< 1)
  dash,          ///< -
  none,
};

struct ListItem {
  ElementId id = 0;
  int number = 0;               ///< as printed; 0 in unordered lists
  bool is_out_of_turn = false;  ///< the data gave this number and it is not the one after its predecessor's
  std::string marker;           ///< as printed, for example "๑."; digits already chosen
  std::vector<Block> blocks;    ///< the marker hangs before the first, a Paragraph, in its first span's format
};

/// A list; items may hold lists. The marker starts at `indent`, the text at `indent + hang`, both from the left edge of
/// the column the list stands in. What an item holds stands in a column of its own that starts where its text starts:
/// its paragraphs have no indents of their own, and a list inside it counts its `indent` from there.
struct List {
  ElementId id = 0;
  MarkerStyle marker_style = MarkerStyle::none;
  StyleIndex style = 0;
  Length indent;
  Length hang;
  std::vector<ListItem> items;
};

/// A choice of one among several, drawn as boxes one a line.
struct Choice {
  struct Option {
    ElementId id = 0;
    std::string label;
    bool is_chosen = false;
  };
  ElementId id = 0;
  StyleIndex style = 0;
  ParagraphFormat format;
  TextFormat text;
  std::string pointer;  ///< of the one value behind all boxes
  std::string name;     ///< what is chosen, for readers: "สถานะ"
  Length box_side;      ///< stands on the baseline
  Length box_gap;       ///< between box and label
  std::vector<Option> options;
};

enum class ImageKind { png, jpeg, svg };

struct Image {
  ImageKind kind = ImageKind::png;
  std::shared_ptr<const std::string> bytes;
  Length width;
  Length height;
  std::string alternative_text;
  std::string pointer;                      ///< JSON pointer of the value it shows; empty for the layout's own
  std::string name;                         ///< of its file, as the data says it
  Place named_at;                           ///< the value that names it
  std::shared_ptr<const std::string> png;   ///< an SVG as pixels too, for readers that draw no SVG; may be null
  std::shared_ptr<const std::string> page;  ///< an SVG as a page of PDF; may be null
  std::uint32_t pixels_across = 0;          ///< of one made of pixels, upright; 0 for an SVG
  std::uint32_t pixels_down = 0;
  int orientation = 1;                         ///< how the rows and columns of `bytes` stand, as Exif tells; 1: upright
  std::shared_ptr<const std::string> upright;  ///< the same upright, for readers that do not turn it; may be null
};

/// A straight rule across a part of the column, such as the short one under the head of an order.
struct HorizontalRule {
  ElementId id = 0;
  Length width;  ///< 0: the whole column, which no rule is wider than
  Length thickness;
  Alignment alignment = Alignment::center;  ///< left, center or right
  Length right_indent;                      ///< free at the column's right side, before the rule is aligned
  Length space_before;                      ///< as of a paragraph
  Length space_after;
  bool keeps_with_next = false;
};

/// A box beside the text: it takes no room, and what comes next in the flow stands where it would stand without it. It
/// moves with that next block, and stands on its page; where none comes, with the block before.
struct Frame {
  enum class Horizontal : std::uint8_t { column, page_centre, paper };
  enum class Vertical : std::uint8_t { next_block, body, paper };
  ElementId id = 0;
  Horizontal from = Horizontal::column;   ///< what `left` counts from: the column's left edge, the page's centre
                                          ///< (then it is the box's own centre that stands there), the paper's edge
  Vertical below = Vertical::next_block;  ///< what `top` counts from: the top of the next block (its space above
                                          ///< left out), of the page's body, of the paper
  Length left;                            ///< may be negative, as `top` may
  Length top;
  Length width;
  Length height;              ///< at least; more where its content needs it
  std::vector<Block> blocks;  ///< paragraphs, figures and rules, from its top, in a column of `width`
};

/// Sides of blocks beside each other, without rules, kept on one page. Read one side after the other.
struct SideBySide {
  struct Side;
  ElementId id = 0;
  Length space_before;              ///< as of a paragraph
  Length space_after;               ///< likewise
  bool keeps_space_before = false;  ///< likewise
  bool keeps_with_next = false;
  std::string title;  ///< what stands there, for readers of formats that have only tables for it
  std::vector<Side> sides;
};

/// A picture, or the place kept for one when `image` is empty. Its caption below is aligned as it is.
struct Figure {
  ElementId id = 0;
  std::optional<Image> image;
  std::string alternative_text;  ///< what it shows or will show, for readers; empty: what its caption says
  Length width;
  Length height;
  Alignment alignment = Alignment::center;
  StyleIndex caption_style = 0;
  std::vector<Span> caption;
  std::vector<Span> frame_words;  ///< in the middle of the frame of a picture that is still to come; may be empty
  Length space_after;             ///< below the caption, or the picture where it has none
  bool is_blank = false;          ///< its room is kept and nothing drawn: on the paper already, or not wanted
};

/// A label and what belongs to it: one value, or several one below the other. Further lines start where the first value
/// does; those of a numbered value, where its text does.
struct LabelledLine {
  struct Item {
    ElementId id = 0;
    std::string marker;      ///< as printed: "๑."; empty where there is one value only
    std::vector<Span> text;  ///< empty where a hand fills it in on a leader
  };
  ElementId id = 0;
  StyleIndex style = 0;
  ParagraphFormat format;  ///< of all lines; without a first-line indent of its own
  std::vector<Span> label;
  std::vector<Span> gap;         ///< between label and value: spaces, unless either brings its own
  std::vector<Item> items;       ///< at least one
  Leader leader = Leader::none;  ///< runs under the value: from the label's end, and from the start of the value's
                                 ///< further lines, to the line's end, whatever the right indent
  Length end;                    ///< of the lines, from the column's left edge; 0: the column's right edge
};

struct Signer {
  ElementId id = 0;
  std::string field_name;    ///< ASCII, unique in the document: names the PDF signature field; empty: signs by pen only
  std::vector<Span> remark;  ///< above the line, may be empty
  std::vector<Span> role;    ///< right of the dotted line, may be empty
  std::vector<Span> name;    ///< with its parentheses; stays on one line
  std::vector<std::vector<Span>> position;  ///< lines under the name
};

/// Signature blocks, each kept whole. They never stand alone on a page.
struct Signatures {
  ElementId id = 0;
  StyleIndex style = 0;
  ParagraphFormat format;  ///< centred; of every line, but its space_after stands below the last only
  int columns = 1;         ///< 1 is a stack
  Length axis;             ///< of a stack: distance of the common centre from the column's left edge
  Length width;            ///< of one block, centred on its axis
  int lines_for_hand = 3;  ///< empty lines above each name
  Length space_before;     ///< above the first
  bool has_dotted_line = false;
  int lines_kept_before = 2;  ///< lines of text that go over to the next page with the first block
  bool keeps_with_next = false;
  std::vector<Signer> signers;
  Place place;  ///< of the layout that asks for them, for messages
};

struct PageBreak {};

/// The height that is left on the page: what follows, up to the next page break, stands at the page's foot.
struct Fill {
  ElementId id = 0;
};

struct Column {
  enum class Kind { fixed, share, content };
  Kind kind = Kind::share;
  Length width;                ///< fixed
  std::int64_t share = 1'000;  ///< thousandths: "1.5fr" is 1500; of a content column, its weight
  Length least;                ///< content: lower bound, 0 when none
  std::optional<Length> most;  ///< content: upper bound
};

struct Cell {
  ElementId id = 0;
  int column_span = 1;
  int row_span = 1;  ///< rows of the same Row sequence; cells below it are left out, as in HTML
  VerticalAlignment vertical_alignment = VerticalAlignment::top;
  std::vector<Block> blocks;
};

struct Row {
  ElementId id = 0;
  std::vector<Cell> cells;
  bool may_split = true;
  std::string pointer;  ///< of the object that the row prints; empty when it prints none
};

enum class Continuation { silent, label };

/// Rows under a common label; a table without groups has one group without head.
struct RowGroup {
  ElementId id = 0;
  std::vector<Row> head;  ///< full-width label rows, kept with the first row
  Continuation continuation = Continuation::silent;
  std::vector<Row> continued_head;  ///< what repeats at the top of a page when the group goes on: the head and " (ต่อ)"
  std::vector<Row> rows;
};

struct Table {
  ElementId id = 0;
  bool is_grid = false;  ///< rows and columns only place what stands in its cells; readers are told of no table
  std::vector<Column> columns;
  Length left_padding;  ///< of every cell
  Length right_padding;
  Length top_padding;
  Length bottom_padding;
  Length rule_thickness;                       ///< of every rule; 0 draws none
  std::string title;                           ///< what the table is, for readers
  std::optional<Paragraph> continued_heading;  ///< above the head of every page but the first
  std::vector<Row> head;                       ///< repeated on each page
  std::vector<RowGroup> groups;
  std::vector<Row> foot;  ///< after the last row, once
  Place place;            ///< of the layout that asks for it, for messages
};

/// A side with nothing in it only takes room.
struct SideBySide::Side {
  Column column;
  std::vector<Block> blocks;
};

struct Block {
  std::variant<Paragraph, List, Choice, Table, LabelledLine, SideBySide, Signatures, Figure, HorizontalRule, Frame,
               PageBreak, Fill>
      content;
};

/// A header or footer. Its height is known before the body is set.
struct Furniture {
  std::vector<Paragraph> paragraphs;
  int from_page = 1;  ///< of the section, counted from 1; earlier pages have none
  Length distance;    ///< from the paper's edge to its outer side
};

/// The catch word stands this many lines below the last line of the page that is left.
inline constexpr int catch_word_lines = 3;

/// How the first words of the next page are announced at a page's foot (คำต่อเนื่อง).
struct CatchWord {
  StyleIndex style = 0;
  TextFormat text;
  Length line_pitch;  ///< the word stands `catch_word_lines` of these below the page's last line
};

/// Pages of one shape. The body stands between the margins; a header or footer that needs more room pushes it in, as
/// word processors do, on the pages that carry it.
struct Section {
  ElementId id = 0;
  Length page_width;
  Length page_height;
  Length margin_top;
  Length margin_right;
  Length margin_bottom;
  Length margin_left;
  bool restarts_page_numbers = false;
  Digits page_number_digits = Digits::thai;
  std::optional<Furniture> header;
  std::optional<Furniture> footer;
  std::optional<CatchWord> catch_word;  ///< room is kept for it, and it is set, where the section has several pages
  std::vector<Block> blocks;
  Place place;  ///< of the layout that asks for it, for messages
};

/// Where a document came from; travels with the file unless the user says no.
struct Provenance {
  std::string data;         ///< the JSON text as checked
  std::string layout_name;  ///< "ita/memo-report"
  std::string layout_version;
};

struct Document {
  std::string title;
  std::string author;
  std::string language = "th-TH";
  std::vector<Style> styles;
  std::vector<Section> sections;
  Provenance provenance;
};

}  // namespace krut::model
