#include "model/dump.h"

#include <array>
#include <string_view>

#include "model/dump_words.h"

namespace krut::model {

namespace {

std::string_view word(Alignment alignment) {
  constexpr std::array<std::string_view, 5> words = {"left", "center", "right", "thai-distribute", "justify"};
  return words[static_cast<std::size_t>(alignment)];
}

std::string_view word(VerticalAlignment alignment) {
  constexpr std::array<std::string_view, 3> words = {"top", "middle", "bottom"};
  return words[static_cast<std::size_t>(alignment)];
}

std::string_view word(Digits digits) {
  constexpr std::array<std::string_view, 3> words = {"as-is", "thai", "arabic"};
  return words[static_cast<std::size_t>(digits)];
}

std::string_view word(MarkerStyle style) {
  constexpr std::array<std::string_view, 6> words = {"thai-dot",     "thai-paren", "arabic-dot",
                                                     "arabic-paren", "dash",       "none"};
  return words[static_cast<std::size_t>(style)];
}

std::string_view word(Frame::Horizontal from) {
  constexpr std::array<std::string_view, 3> words = {"column", "page-centre", "paper"};
  return words[static_cast<std::size_t>(from)];
}

std::string_view word(Frame::Vertical below) {
  constexpr std::array<std::string_view, 3> words = {"next-block", "body", "paper"};
  return words[static_cast<std::size_t>(below)];
}

std::string id_of(ElementId id) { return '#' + std::to_string(id); }

/// Writes a document line by line, two spaces a level.
class Writer {
 public:
  Writer(const Document& document, const Budget& budget) : document_(document), pace_(budget) {}

  std::string write() {
    line("document " + dump_quoted(document_.title) + " by " + dump_quoted(document_.author) + " in " +
         document_.language);
    line("from " + document_.provenance.layout_name + " version " + document_.provenance.layout_version);
    for (const Style& style : document_.styles) {
      line("style " + style.name + ": " + complete(style.text) + "; " + differences(style.paragraph, {}));
    }
    for (const Section& each : document_.sections) section(each);
    return std::move(text_);
  }

 private:
  /// One level deeper for as long as it lives.
  class Level {
   public:
    explicit Level(Writer& writer) : writer_(writer) { ++writer_.depth_; }
    ~Level() { --writer_.depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    Writer& writer_;
  };

  void line(const std::string& content) {
    pace_.step();
    text_.append(2 * depth_, ' ');
    text_ += content + '\n';
  }

  [[nodiscard]] const Style& style(StyleIndex index) const {
    static const Style unknown;
    return index < document_.styles.size() ? document_.styles[index] : unknown;
  }

  static std::string complete(const TextFormat& format) {
    std::string text = format.family + ' ' + dump_points(format.size);
    if (format.is_bold) text += " bold";
    if (format.is_italic) text += " italic";
    if (format.is_underlined) text += " underlined";
    if (format.ink == Ink::red) text += " red";
    return text + ' ' + format.language;
  }

  /// What of `format` is not as in `usual`; all but zeroes and false when `usual` is empty.
  static std::string differences(const ParagraphFormat& format, const ParagraphFormat& usual) {
    std::string text;
    const auto length = [&](const char* name, Length ParagraphFormat::*member) {
      if (format.*member != usual.*member) text += std::string(" ") + name + ' ' + dump_points(format.*member);
    };
    const auto flag = [&](const char* name, bool ParagraphFormat::*member) {
      if (format.*member != usual.*member) text += std::string(format.*member ? " " : " not-") + name;
    };
    length("pitch", &ParagraphFormat::line_pitch);
    if (format.alignment != usual.alignment) text += ' ' + std::string(word(format.alignment));
    length("left", &ParagraphFormat::left_indent);
    length("right", &ParagraphFormat::right_indent);
    length("first", &ParagraphFormat::first_line_indent);
    length("before", &ParagraphFormat::space_before);
    length("after", &ParagraphFormat::space_after);
    flag("keeps-with-next", &ParagraphFormat::keeps_with_next);
    flag("keeps-together", &ParagraphFormat::keeps_together);
    flag("keeps-space-before", &ParagraphFormat::keeps_space_before);
    if (format.outline_level != usual.outline_level) text += " level " + std::to_string(format.outline_level);
    if (format.fewest_lines_before_break != usual.fewest_lines_before_break) {
      text += " orphans " + std::to_string(format.fewest_lines_before_break);
    }
    if (format.fewest_lines_after_break != usual.fewest_lines_after_break) {
      text += " widows " + std::to_string(format.fewest_lines_after_break);
    }
    return text.empty() ? text : text.substr(1);
  }

  [[nodiscard]] std::string look(StyleIndex index, const ParagraphFormat& format) const {
    const std::string other = differences(format, style(index).paragraph);
    return ' ' + style(index).name + (other.empty() ? "" : " (" + other + ')');
  }

  static std::string span(const Span& span, const TextFormat& usual) {
    std::string text;
    switch (span.kind) {
      case SpanKind::text:
        text = dump_quoted(span.text);
        break;
      case SpanKind::line_break:
        text = "line-break";
        break;
      case SpanKind::tab:
        text = "tab";
        break;
      case SpanKind::page_number:
        text = "page-number " + std::string(word(span.digits));
        break;
      case SpanKind::page_count:
        text = "page-count " + std::string(word(span.digits));
        break;
    }
    if (span.format != usual) text += " (" + complete(span.format) + ')';
    if (span.stays_on_one_line) text += " on-one-line";
    if (!span.pointer.empty()) text += " = " + span.pointer;
    return text;
  }

  void spans(const std::vector<Span>& spans, StyleIndex index) {
    const Level level(*this);
    for (const Span& each : spans) line(span(each, style(index).text));
  }

  void named_spans(const std::string& name, const std::vector<Span>& content, StyleIndex index) {
    if (content.empty()) return;
    line(name);
    spans(content, index);
  }

  void section(const Section& section) {
    line("section " + id_of(section.id) + ' ' + dump_points(section.page_width) + " x " +
         dump_points(section.page_height) + " margins " + dump_points(section.margin_top) + ' ' +
         dump_points(section.margin_right) + ' ' + dump_points(section.margin_bottom) + ' ' +
         dump_points(section.margin_left) + " pages " + std::string(word(section.page_number_digits)) +
         (section.restarts_page_numbers ? " from-1" : ""));
    const Level level(*this);
    if (section.header) furniture("header", *section.header);
    if (section.footer) furniture("footer", *section.footer);
    if (section.catch_word) {
      line("catch-word " + style(section.catch_word->style).name + " pitch " +
           dump_points(section.catch_word->line_pitch));
    }
    blocks(section.blocks);
  }

  void furniture(const std::string& name, const Furniture& furniture) {
    line(name + " from-page " + std::to_string(furniture.from_page) + " at " + dump_points(furniture.distance));
    const Level level(*this);
    for (const Paragraph& each : furniture.paragraphs) block(each);
  }

  void blocks(const std::vector<Block>& blocks) {
    for (const Block& each : blocks) {
      std::visit([&](const auto& content) { block(content); }, each.content);
    }
  }

  void block(const Paragraph& paragraph) {
    line("paragraph " + id_of(paragraph.id) + look(paragraph.style, paragraph.format) + stops(paragraph.tab_stops) +
         (paragraph.starts_page ? " starts-page" : ""));
    spans(paragraph.spans, paragraph.style);
  }

  static std::string stops(const std::vector<TabStop>& stops) {
    std::string text;
    for (const TabStop& stop : stops) {
      text += (text.empty() ? " tabs " : ", ") + dump_points(stop.position);
      if (stop.alignment != Alignment::left) text += ' ' + std::string(word(stop.alignment));
      if (stop.leader == Leader::dots) text += " dots";
    }
    return text;
  }

  void block(const List& list) {
    line("list " + id_of(list.id) + ' ' + style(list.style).name + ' ' + std::string(word(list.marker_style)) + " at " +
         dump_points(list.indent) + " hang " + dump_points(list.hang));
    const Level level(*this);
    for (const ListItem& item : list.items) {
      line("item " + id_of(item.id) + ' ' + dump_quoted(item.marker) + (item.is_out_of_turn ? " out-of-turn" : ""));
      const Level inner(*this);
      blocks(item.blocks);
    }
  }

  void block(const Choice& choice) {
    line("choice " + id_of(choice.id) + look(choice.style, choice.format) + ' ' + dump_quoted(choice.name) + " box " +
         dump_points(choice.box_side) + " gap " + dump_points(choice.box_gap) +
         (choice.pointer.empty() ? "" : " = " + choice.pointer));
    const Level level(*this);
    for (const Choice::Option& option : choice.options) {
      line(std::string(option.is_chosen ? "[x] " : "[ ] ") + id_of(option.id) + ' ' + dump_quoted(option.label));
    }
  }

  static std::string column(const Column& column) {
    switch (column.kind) {
      case Column::Kind::fixed:
        return dump_points(column.width);
      case Column::Kind::share:
        return "share-" + std::to_string(column.share);
      case Column::Kind::content:
        break;
    }
    constexpr std::int64_t usual_weight = 1'000;
    return "content-" + dump_points(column.least) + (column.most ? '-' + dump_points(*column.most) : "") +
           (column.share == usual_weight ? "" : "-weight-" + std::to_string(column.share));
  }

  void block(const Table& table) {
    std::string columns;
    for (const Column& each : table.columns) columns += ' ' + column(each);
    line("table " + id_of(table.id) + ' ' + dump_quoted(table.title) + " columns" + columns + " padding " +
         dump_points(table.top_padding) + ' ' + dump_points(table.right_padding) + ' ' +
         dump_points(table.bottom_padding) + ' ' + dump_points(table.left_padding) + " rule " +
         dump_points(table.rule_thickness));
    const Level level(*this);
    if (table.continued_heading) {
      line("continued-heading");
      const Level inner(*this);
      block(*table.continued_heading);
    }
    rows("head", table.head);
    for (const RowGroup& group : table.groups) {
      line("group " + id_of(group.id) + (group.continuation == Continuation::label ? " labelled-again" : ""));
      const Level inner(*this);
      rows("label", group.head);
      rows("label-again", group.continued_head);
      rows("row", group.rows);
    }
    rows("foot", table.foot);
  }

  void rows(const std::string& name, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      line(name + ' ' + id_of(row.id) + (row.may_split ? "" : " whole") +
           (row.pointer.empty() ? "" : " = " + row.pointer));
      const Level level(*this);
      for (const Cell& each : row.cells) cell(each);
    }
  }

  void cell(const Cell& cell) {
    line("cell " + id_of(cell.id) + (cell.column_span > 1 ? " columns " + std::to_string(cell.column_span) : "") +
         (cell.row_span > 1 ? " rows " + std::to_string(cell.row_span) : "") +
         (cell.vertical_alignment == VerticalAlignment::top ? "" : ' ' + std::string(word(cell.vertical_alignment))));
    const Level level(*this);
    blocks(cell.blocks);
  }

  static std::string image(const Image& image) {
    const std::string kind = image.kind == ImageKind::svg ? "svg " : image.kind == ImageKind::jpeg ? "jpeg " : "png ";
    return kind + dump_points(image.width) + " x " + dump_points(image.height) + ' ' +
           dump_quoted(image.alternative_text);
  }

  void block(const LabelledLine& labelled) {
    line("labelled-line " + id_of(labelled.id) + look(labelled.style, labelled.format) +
         (labelled.leader == Leader::dots ? " dots" : "") +
         (labelled.end > Length() ? " to " + dump_points(labelled.end) : ""));
    const Level level(*this);
    spans(labelled.label, labelled.style);
    spans(labelled.gap, labelled.style);
    for (const LabelledLine::Item& item : labelled.items) {
      line("item " + id_of(item.id) + ' ' + dump_quoted(item.marker));
      spans(item.text, labelled.style);
    }
  }

  void block(const SideBySide& block) {
    line("side-by-side " + id_of(block.id) + ' ' + dump_quoted(block.title) +
         (block.space_before > Length() ? " before " + dump_points(block.space_before) : "") +
         (block.space_after > Length() ? " after " + dump_points(block.space_after) : "") +
         (block.keeps_space_before ? " keeps-space-before" : "") + (block.keeps_with_next ? " keeps-with-next" : ""));
    const Level level(*this);
    for (const SideBySide::Side& side : block.sides) {
      line("side " + column(side.column));
      const Level inner(*this);
      blocks(side.blocks);
    }
  }

  void block(const Signatures& signatures) {
    line("signatures " + id_of(signatures.id) + look(signatures.style, signatures.format) + " columns " +
         std::to_string(signatures.columns) + " axis " + dump_points(signatures.axis) + " width " +
         dump_points(signatures.width) + " lines-for-hand " + std::to_string(signatures.lines_for_hand) + " before " +
         dump_points(signatures.space_before) + (signatures.has_dotted_line ? " dotted" : "") +
         (signatures.lines_kept_before == Signatures().lines_kept_before
              ? ""
              : " keeps " + std::to_string(signatures.lines_kept_before) + " lines") +
         (signatures.keeps_with_next ? " keeps-with-next" : ""));
    const Level level(*this);
    for (const Signer& signer : signatures.signers) {
      line("signer " + id_of(signer.id) + ' ' + (signer.field_name.empty() ? "by pen" : signer.field_name));
      const Level inner(*this);
      named_spans("remark", signer.remark, signatures.style);
      named_spans("role", signer.role, signatures.style);
      named_spans("name", signer.name, signatures.style);
      for (const auto& each : signer.position) named_spans("position", each, signatures.style);
    }
  }

  static std::string shown(const Figure& figure) {
    if (figure.is_blank) return " blank";
    return figure.image ? ' ' + image(*figure.image) : " empty";
  }

  void block(const Figure& figure) {
    line("figure " + id_of(figure.id) + ' ' + dump_points(figure.width) + " x " + dump_points(figure.height) + ' ' +
         std::string(word(figure.alignment)) +
         (figure.space_after > Length() ? " after " + dump_points(figure.space_after) : "") + shown(figure) +
         (figure.alternative_text.empty() ? "" : " says " + dump_quoted(figure.alternative_text)));
    spans(figure.caption, figure.caption_style);
    if (!figure.frame_words.empty()) named_spans("frame", figure.frame_words, figure.caption_style);
  }

  void block(const HorizontalRule& rule) {
    const auto length = [](const char* name, Length value) {
      return value == Length() ? std::string() : name + dump_points(value);
    };
    line("rule " + id_of(rule.id) + length(" width ", rule.width) + length(" thick ", rule.thickness) + ' ' +
         std::string(word(rule.alignment)) + length(" right ", rule.right_indent) +
         length(" before ", rule.space_before) + length(" after ", rule.space_after) +
         (rule.keeps_with_next ? " keeps-with-next" : ""));
  }

  void block(const Frame& frame) {
    line("frame " + id_of(frame.id) + " from " + std::string(word(frame.from)) + ' ' + dump_points(frame.left) +
         " below " + std::string(word(frame.below)) + ' ' + dump_points(frame.top) + ' ' + dump_points(frame.width) +
         " x " + dump_points(frame.height));
    const Level level(*this);
    blocks(frame.blocks);
  }

  void block(const PageBreak&) { line("page-break"); }

  void block(const Fill& fill) { line("fill " + id_of(fill.id)); }

  const Document& document_;
  Pace pace_;
  std::string text_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string dump(const Document& document, const Budget& budget) { return Writer(document, budget).write(); }

}  // namespace krut::model
