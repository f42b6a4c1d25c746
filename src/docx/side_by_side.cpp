#include "docx/side_by_side.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "docx/blocks.h"
#include "docx/labelled_line.h"
#include "docx/paragraphs.h"
#include "docx/plain_table.h"

namespace krut::docx {

namespace {

using Blocks = std::vector<model::Block>;

/// A side with something in it, from the left edge of the column.
struct PlacedSide {
  const Blocks* blocks = nullptr;
  Length left;
  Length right;
};

/// The widths that the pages gave; where they know nothing, all the same.
std::vector<Length> widths_of(const Story& story, const model::SideBySide& block, Length width) {
  const auto& known = story.shared.options.pages.measured.side_widths;
  if (const auto found = known.find(block.id); found != known.end()) return found->second;
  return {block.sides.size(), width / std::max<std::int64_t>(1, std::ssize(block.sides))};
}

std::vector<PlacedSide> placed_sides(const Story& story, const model::SideBySide& block, Length width) {
  const std::vector<Length> widths = widths_of(story, block, width);
  std::vector<PlacedSide> placed;
  Length left;
  for (std::size_t i = 0; i < block.sides.size() && i < widths.size(); ++i) {
    if (!block.sides[i].blocks.empty()) placed.push_back({&block.sides[i].blocks, left, left + widths[i]});
    left += widths[i];
  }
  return placed;
}

/// The sides on one line, each at a tab stop; below it what else the last side holds.
class LineWriter {
 public:
  LineWriter(Story& story, const model::SideBySide& block, const Column& column)
      : story_(story), block_(block), column_(column), sides_(placed_sides(story, block, column.width)) {}

  void write() {
    if (sides_.empty()) return;
    ParagraphLook look = look_of_first();
    look.tabs = stops();
    const model::TextFormat& base = story_.shared.styles.style(look.style).text;
    {
      const auto paragraph = open_paragraph(story_, std::move(look));
      for (const PlacedSide& side : sides_) write_side(side, base);
    }
    write_rest(sides_.back());
  }

 private:
  /// What the last side holds below its first line stays with it.
  void write_rest(const PlacedSide& side) {
    for (auto block = side.blocks->begin() + 1; block != side.blocks->end(); ++block) {
      Column below{column_.left + side.left, side.right - side.left};
      below.keeps_with_next = std::next(block) != side.blocks->end() || is_kept();
      write_cell_blocks(story_, {*block}, below);
    }
    if (side.blocks->size() > 1) story_.flow.space_before = block_.space_after;
  }

  [[nodiscard]] bool is_kept() const {
    return block_.keeps_with_next || column_.keeps_with_next || column_.end_keeps_with_next;
  }
  [[nodiscard]] bool is_last(const PlacedSide& side) const { return &side == &sides_.back(); }
  [[nodiscard]] const PlacedSide& next(const PlacedSide& side) const { return *(&side + 1); }

  static const model::LabelledLine* labelled(const PlacedSide& side) {
    return std::get_if<model::LabelledLine>(&side.blocks->front().content);
  }
  static bool has_leader(const PlacedSide& side) {
    const auto* line = labelled(side);
    return line != nullptr && line->leader == model::Leader::dots;
  }
  /// A leader ends where its side does; often the next one starts there.
  [[nodiscard]] bool has_end_of_its_own(const PlacedSide& side) const {
    return has_leader(side) && (is_last(side) || next(side).left != side.right);
  }

  [[nodiscard]] ParagraphLook look_of_first() const {
    ParagraphLook look;
    if (const auto* line = labelled(sides_.front())) {
      look.element = line->items.front().id;
      look.style = line->style;
      look.format = line->format;
    } else {
      const auto& paragraph = std::get<model::Paragraph>(sides_.front().blocks->front().content);
      look.element = paragraph.id;
      look.style = paragraph.style;
      look.format = paragraph.format;
    }
    const Length left = column_.left + look.format.left_indent + look.format.first_line_indent;
    look.format.left_indent = has_leader(sides_.back()) ? left : column_.left + sides_.back().left + last_indent();
    look.format.first_line_indent = left - look.format.left_indent;
    look.format.right_indent = {};
    look.format.alignment = model::Alignment::left;
    look.format.space_before += block_.space_before;
    const bool is_alone = sides_.back().blocks->size() == 1;
    look.format.space_after = is_alone ? block_.space_after : Length();
    look.format.keeps_with_next = !is_alone || is_kept();
    look.format.keeps_space_before = block_.keeps_space_before;
    return look;
  }

  /// Where the last side's first block goes on, from the left edge of the side.
  [[nodiscard]] Length last_indent() const {
    const auto* line = labelled(sides_.back());
    if (line != nullptr) return text_start(story_, *line, line->items.front().id);
    return std::get<model::Paragraph>(sides_.back().blocks->front().content).format.left_indent;
  }

  [[nodiscard]] std::vector<TabStop> stops() const {
    std::vector<TabStop> stops;
    for (const PlacedSide& side : sides_) {
      const bool has_own_end = has_end_of_its_own(side);
      if (has_own_end) stops.push_back({column_.left + side.right, model::Alignment::right, true});
      if (is_last(side)) break;
      stops.push_back({column_.left + next(side).left, model::Alignment::left, has_leader(side) && !has_own_end});
    }
    return stops;
  }

  void write_side(const PlacedSide& side, const model::TextFormat& base) {
    if (const auto* line = labelled(side)) {
      const model::LabelledLine::Item& item = line->items.front();
      write_labelled_text(story_, *line, item, base);
      if (has_leader(side)) write_dotted_tab(story_, value_format(item, base), base);
      if (has_leader(side) && !has_end_of_its_own(side)) return;
    } else {
      write_spans(story_, std::get<model::Paragraph>(side.blocks->front().content).spans, base);
    }
    if (!is_last(side)) write_tab(story_, base, base);
  }

  Story& story_;
  const model::SideBySide& block_;
  const Column& column_;
  std::vector<PlacedSide> sides_;
};

/// In a table without rules. A cell reaches to the next side that has something in it.
void write_as_table(Story& story, const model::SideBySide& block, const Column& column) {
  const std::vector<PlacedSide> sides = placed_sides(story, block, column.width);
  if (sides.empty()) return;
  if (story.flow.breaks_page) write_thin_paragraph(story);
  std::vector<Length> widths;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    widths.push_back((i + 1 < sides.size() ? sides[i + 1].left : sides[i].right) - sides[i].left);
  }
  Xml& xml = story.xml;
  auto table = xml.element("w:tbl");
  write_plain_table_start(xml, {widths, column.left + sides.front().left, block.title});
  auto row = xml.element("w:tr", {{"w14:paraId", story.shared.names.paragraph(block.id)}});
  write_plain_row_properties(xml, true);
  const Length space_before = story.flow.space_before + block.space_before;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    auto cell = xml.element("w:tc");
    xml.raw(story.shared.property_lists.of_cell({widths[i]}));
    Column inside{Length(), sides[i].right - sides[i].left};
    inside.keeps_with_next = column.keeps_with_next || column.end_keeps_with_next || block.keeps_with_next;
    story.flow = {};
    story.flow.space_before = space_before;
    write_cell_blocks(story, *sides[i].blocks, inside);
  }
  story.flow = {};
  story.flow.space_before = block.space_after;
}

}  // namespace

bool stands_in_table(const Story& story, const model::SideBySide& block) {
  return story.shared.options.pages.measured.one_line.count(block.id) == 0;
}

void write_side_by_side(Story& story, const model::SideBySide& block, const Column& column) {
  if (stands_in_table(story, block)) {
    write_as_table(story, block, column);
  } else {
    LineWriter(story, block, column).write();
  }
}

}  // namespace krut::docx
