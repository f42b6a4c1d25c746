#include <array>
#include <charconv>
#include <string_view>
#include <variant>

#include "model/dump.h"

namespace krut::model {

namespace {

/// Points with up to three decimals, for people.
std::string in_points(Length length) {
  const std::int64_t thousandths = length.scaled(1'000, Length::emu_per_point).in_emu();
  const std::int64_t size = thousandths < 0 ? -thousandths : thousandths;
  std::string text = (thousandths < 0 ? "-" : "") + std::to_string(size / 1'000);
  if (const std::int64_t rest = size % 1'000; rest != 0) {
    std::string decimals = std::to_string(1'000 + rest).substr(1);
    decimals.erase(decimals.find_last_not_of('0') + 1);
    text += "." + decimals;
  }
  return text;
}

std::string_view name_of(Role role) {
  constexpr std::array<std::string_view, 18> names{
      "document",   "section",    "heading",    "paragraph", "list",        "list_item", "label",  "list_body", "table",
      "table_head", "table_body", "table_foot", "row",       "header_cell", "data_cell", "figure", "form",      "span"};
  return names.at(static_cast<std::size_t>(role));
}

std::string_view name_of(ArtifactKind kind) {
  constexpr std::array<std::string_view, 6> names{"none",          "page_header", "page_footer",
                                                  "repeated_head", "layout",      "catch_word"};
  return names.at(static_cast<std::size_t>(kind));
}

std::string place(Length x, Length y) { return in_points(x) + "," + in_points(y); }

std::string size(Length width, Length height) { return in_points(width) + "x" + in_points(height); }

std::string owner_of(const Owner& owner) {
  if (owner.artifact != ArtifactKind::none) return std::string(name_of(owner.artifact));
  return "#" + std::to_string(owner.node);
}

/// Where the line's ink ends: without the spaces that end it and the stretch after its last cluster.
Length end_of(const TextLine& line) {
  Length end = line.pieces.front().x;
  for (const TextPiece& piece : line.pieces) {
    const ShapedText& shape = *piece.shape;
    if (shape.text.find_first_not_of(' ') == std::string::npos) continue;
    const auto gaps = static_cast<std::int64_t>(shape.clusters.size()) - 1;
    end = piece.x + piece.size.scaled(shape.advance, shape.font->units_per_em) + piece.cluster_spacing * gaps;
  }
  return end;
}

/// A line's pieces as one text; where the size or underline changes, so that a reader sees it.
struct MarkDump {
  std::string operator()(const TextLine& line) const {
    std::string text = "text " + owner_of(line.owner);
    if (line.pieces.empty()) return text + " empty";
    text += " " + place(line.pieces.front().x, line.baseline) + " to " + in_points(end_of(line));
    if (line.is_spread) text += " spread";
    if (line.ends_paragraph) text += " end";
    return text + " " + content(line);
  }

  std::string operator()(const Rule& rule) const {
    std::string text = "rule " + owner_of(rule.owner) + " " + place(rule.x1, rule.y1) + " to " +
                       place(rule.x2, rule.y2) + " thick " + in_points(rule.thickness);
    if (rule.dash > Length()) text += " dash " + in_points(rule.dash) + " gap " + in_points(rule.gap);
    return text;
  }

  std::string operator()(const Box& box) const {
    return "box " + owner_of(box.owner) + " " + place(box.x, box.y) + " " + size(box.width, box.height) +
           (box.is_ticked ? " ticked" : "");
  }

  std::string operator()(const PlacedImage& image) const {
    return "image " + owner_of(image.owner) + " " + place(image.x, image.y) + " " +
           size(image.image->width, image.image->height);
  }

 private:
  static std::string content(const TextLine& line) {
    std::string text;
    const TextPiece* last = nullptr;
    for (const TextPiece& piece : line.pieces) {
      if (last == nullptr || !same_look(*last, piece)) {
        if (last != nullptr) text += "” ";
        text += look(piece) + " “";
      }
      text += piece.shape->text;
      last = &piece;
    }
    return text + "”";
  }

  static bool same_look(const TextPiece& a, const TextPiece& b) {
    return a.size == b.size && a.shape->font == b.shape->font && a.is_underlined == b.is_underlined && a.ink == b.ink;
  }

  static std::string look(const TextPiece& piece) {
    return piece.shape->font->postscript_name + " " + in_points(piece.size) +
           (piece.is_underlined ? " underlined" : "") + (piece.ink == Ink::red ? " red" : "");
  }
};

void dump_page(const Page& page, std::size_t number, std::string& text) {
  text += "page " + std::to_string(number) + " " + size(page.width, page.height) + " label “" + page.label +
          "” first " + std::to_string(page.first_element) + (page.first_element_continues ? " goes on" : "") + "\n";
  for (const Mark& mark : page.marks) text += "  " + std::visit(MarkDump{}, mark) + "\n";
  for (const CellArea& cell : page.cells) {
    text += "  cell " + std::to_string(cell.cell) + " " + place(cell.x, cell.y) + " " + size(cell.width, cell.height) +
            "\n";
  }
  for (const FilledHeight& fill : page.fills) {
    text += "  fill " + std::to_string(fill.element) + " " + in_points(fill.height) + "\n";
  }
  for (const SignatureArea& area : page.signatures) {
    text += "  signature " + area.field_name + " #" + std::to_string(area.node) + " " + place(area.x, area.y) + " " +
            size(area.width, area.height) + " “" + area.description + "”\n";
  }
}

void dump_node(const StructureNode& node, std::size_t index, std::size_t depth, std::string& text) {
  text += std::string(2 * depth, ' ') + "#" + std::to_string(index) + " " + std::string(name_of(node.role));
  if (node.level > 0) text += " " + std::to_string(node.level);
  if (node.element != 0) text += " of " + std::to_string(node.element);
  if (node.role == Role::header_cell || node.role == Role::data_cell) {
    text += " column " + std::to_string(node.column);
    if (node.column_span > 1) text += " spans " + std::to_string(node.column_span) + " columns";
    if (node.row_span > 1) text += " spans " + std::to_string(node.row_span) + " rows";
  }
  if (!node.alternative_text.empty()) text += " “" + node.alternative_text + "”";
  if (!node.language.empty()) text += " " + node.language;
  text += "\n";
}

void dump_structure(const std::vector<StructureNode>& nodes, const Budget& budget, std::string& text) {
  Pace pace(budget);
  std::vector<std::size_t> depths(nodes.size(), 0);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (i > 0) depths[i] = depths[nodes[i].parent] + 1;
    pace.step();
    dump_node(nodes[i], i, depths[i] + 1, text);
  }
}

}  // namespace

std::string dump(const Pages& pages, const Budget& budget) {
  std::string text = "pages “" + pages.title + "” " + pages.language + "\n";
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    budget.check();
    dump_page(pages.pages[i], i + 1, text);
  }
  for (const OutlineEntry& entry : pages.outline) {
    text += "outline " + std::to_string(entry.level) + " “" + entry.title + "” page " + std::to_string(entry.page + 1) +
            " y " + in_points(entry.y) + "\n";
  }
  for (const SmallColumn& small : pages.small_columns) {
    text += "small letters of table " + std::to_string(small.table) + " column " + std::to_string(small.column) +
            (small.is_head ? " head " : " body ") + in_points(small.most) + "\n";
  }
  text += "structure\n";
  dump_structure(pages.structure, budget, text);
  return text;
}

}  // namespace krut::model
