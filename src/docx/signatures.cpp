#include <algorithm>
#include <optional>
#include <utility>

#include "docx/blocks.h"
#include "docx/paragraphs.h"
#include "docx/plain_table.h"
#include "docx/rough_width.h"

namespace krut::docx {

namespace {

constexpr const char* table_title = "ลายมือชื่อ";  // signatures, for readers
constexpr Length longest_dotted_line = Length::millimetres(60);
constexpr Length shortest_dotted_line = Length::millimetres(25);

/// Where one signer's lines stand: centred between the indents of their column.
struct BlockPlace {
  Length axis;
  Length width;
  Length column_width;

  [[nodiscard]] Length left() const { return axis - width / 2; }
  [[nodiscard]] Length right_indent() const { return column_width - axis - width / 2; }
};

Length usable_width(const model::Signatures& signatures, Length room) {
  return signatures.width > Length() ? std::min(signatures.width, room) : room;
}

/// Lines of one signer, the room for the hand included.
std::ptrdiff_t lines_of(const model::Signatures& signatures, const model::Signer& signer) {
  const bool has_hand_line = signatures.has_dotted_line || is_said(signer.role);
  return std::count_if(signer.position.begin(), signer.position.end(), is_said) + (is_said(signer.remark) ? 1 : 0) +
         std::max(signatures.lines_for_hand, has_hand_line ? 1 : 0) + (is_said(signer.name) ? 1 : 0);
}

/// Whether all signers and the text above them are more than a page holds: then each is kept together by itself.
bool are_more_than_a_page_holds(const Story& story, const model::Signatures& signatures) {
  if (story.section == nullptr) return false;
  std::int64_t lines = signatures.lines_kept_before;
  const auto columns = static_cast<std::size_t>(std::max(signatures.columns, 1));
  for (std::size_t begin = 0; begin < signatures.signers.size(); begin += columns) {
    std::ptrdiff_t highest = 0;
    for (std::size_t i = begin; i < std::min(begin + columns, signatures.signers.size()); ++i) {
      highest = std::max(highest, lines_of(signatures, signatures.signers[i]));
    }
    lines += highest;
  }
  const model::Section& section = *story.section;
  return signatures.format.line_pitch * lines > section.page_height - section.margin_top - section.margin_bottom;
}

/// How a signer's last line stands to what follows.
struct SignerEnd {
  bool ends_block = false;  ///< the block's space below belongs to it
  bool keeps_with_next = false;
};

class SignerWriter {
 public:
  SignerWriter(Story& story, const model::Signatures& signatures, const model::Signer& signer, const BlockPlace& place,
               const SignerEnd& end)
      : story_(story),
        signatures_(signatures),
        signer_(signer),
        place_(place),
        base_(story.shared.styles.style(signatures.style).text),
        lines_left_(count_lines()),
        end_(end) {}

  /// `space_before` is dropped at a page's top, `remark_room` is not: it stands for the remarks of signers beside.
  void write(Length space_before, Length remark_room) {
    space_before_ = space_before;
    fixed_space_before_ = is_said(signer_.remark) ? Length() : remark_room;
    write_line(signer_.remark);
    write_hand();
    write_line(signer_.name);
    for (const auto& line : signer_.position) write_line(line);
  }

 private:
  [[nodiscard]] bool has_hand_line() const { return signatures_.has_dotted_line || is_said(signer_.role); }

  [[nodiscard]] std::ptrdiff_t count_lines() const {
    const auto positions = std::count_if(signer_.position.begin(), signer_.position.end(), is_said);
    return positions + (is_said(signer_.remark) ? 1 : 0) + (has_hand_line() ? 1 : 0) + (is_said(signer_.name) ? 1 : 0);
  }

  [[nodiscard]] ParagraphLook next_look() {
    --lines_left_;
    ParagraphLook look;
    look.element = signer_.id;
    look.style = signatures_.style;
    look.format = signatures_.format;
    look.format.space_before = std::exchange(space_before_, {});
    const bool is_last = lines_left_ == 0;
    if (!is_last || !end_.ends_block) look.format.space_after = Length();
    look.format.first_line_indent = Length();
    look.format.keeps_together = true;
    look.format.keeps_with_next = !is_last || end_.keeps_with_next;
    look.fixed_space_before = std::exchange(fixed_space_before_, {});
    return look;
  }

  void write_line(const std::vector<model::Span>& spans) {
    if (!is_said(spans)) return;
    ParagraphLook look = next_look();
    look.format.alignment = model::Alignment::center;
    look.format.left_indent = place_.left();
    look.format.right_indent = place_.right_indent();
    const auto paragraph = open_paragraph(story_, std::move(look));
    write_spans(story_, spans, base_);
  }

  /// The room for the hand is space, not empty lines; its last line carries the dots and the role.
  void write_hand() {
    const int lines = std::max(signatures_.lines_for_hand, has_hand_line() ? 1 : 0);
    const int empty_lines = has_hand_line() ? lines - 1 : lines;
    fixed_space_before_ += signatures_.format.line_pitch * empty_lines;
    if (has_hand_line()) write_hand_line();
  }

  void write_hand_line() {
    const model::TextFormat& format = is_said(signer_.role) ? signer_.role.front().format : base_;
    const auto [left, right] = dotted_line();
    ParagraphLook look = next_look();
    look.format.alignment = model::Alignment::left;
    look.format.left_indent = look.format.right_indent = Length();
    if (left > Length()) look.tabs.push_back({left, model::Alignment::left, false});
    look.tabs.push_back({right, model::Alignment::left, signatures_.has_dotted_line});
    const auto paragraph = open_paragraph(story_, std::move(look));
    if (left > Length()) write_tab(story_, format, base_);
    write_tab(story_, format, base_);
    if (!is_said(signer_.role)) return;
    write_text(story_, " ", format, base_);
    write_spans(story_, signer_.role, base_);
  }

  /// Centred on the axis, shorter where the role needs the room beside it.
  [[nodiscard]] std::pair<Length, Length> dotted_line() const {
    const Length beside = rough_width(signer_.role);
    const Length longest = std::min(longest_dotted_line, place_.width);
    const Length centred = std::min(longest, place_.width - beside * 2);
    if (centred >= shortest_dotted_line || beside == Length()) {
      return {place_.axis - centred / 2, place_.axis + centred / 2};
    }
    const Length length = std::clamp(place_.width - beside, std::min(shortest_dotted_line, longest), longest);
    return {place_.left(), place_.left() + length};
  }

  Story& story_;
  const model::Signatures& signatures_;
  const model::Signer& signer_;
  BlockPlace place_;
  const model::TextFormat& base_;
  std::ptrdiff_t lines_left_;
  SignerEnd end_;
  Length space_before_;
  Length fixed_space_before_;
};

void write_stack(Story& story, const model::Signatures& signatures, const Column& column) {
  const BlockPlace place{column.left + signatures.axis, usable_width(signatures, column.width), column.width};
  const bool part = are_more_than_a_page_holds(story, signatures);
  const bool end_is_kept = signatures.keeps_with_next || column.end_keeps_with_next;
  for (const model::Signer& signer : signatures.signers) {
    const bool is_first = &signer == &signatures.signers.front();
    const bool is_last = &signer == &signatures.signers.back();
    SignerWriter(story, signatures, signer, place, {is_last, is_last ? end_is_kept : !part})
        .write(is_first ? signatures.space_before : Length(), Length());
  }
}

/// Blocks side by side stand in a table without rules, their rooms for the hand beginning level. A last row with fewer
/// blocks than columns is centred; then each column is two halves of the grid.
class GridWriter {
 public:
  GridWriter(Story& story, const model::Signatures& signatures, const Column& column)
      : story_(story),
        xml_(story.xml),
        signatures_(signatures),
        columns_(static_cast<std::size_t>(signatures.columns)),
        halves_(signatures.signers.size() % columns_ == 0 ? 1 : 2),
        grid_width_(Length::twips((column.width / (signatures.columns * halves_)).in_twips())),
        cell_width_(grid_width_ * halves_),
        part_(are_more_than_a_page_holds(story, signatures)),
        end_is_kept_(signatures.keeps_with_next || column.end_keeps_with_next) {}

  void write() {
    auto table = xml_.element("w:tbl");
    const std::size_t columns = columns_ * static_cast<std::size_t>(halves_);
    write_plain_table_start(xml_, {std::vector<Length>(columns, grid_width_), std::nullopt, table_title});
    for (std::size_t begin = 0; begin < signatures_.signers.size(); begin += columns_) write_row(begin);
  }

 private:
  void write_row(std::size_t begin) {
    const std::size_t end = std::min(begin + columns_, signatures_.signers.size());
    const bool is_last = end == signatures_.signers.size();
    const bool has_remark = std::any_of(signatures_.signers.begin() + static_cast<std::ptrdiff_t>(begin),
                                        signatures_.signers.begin() + static_cast<std::ptrdiff_t>(end),
                                        [](const model::Signer& signer) { return is_said(signer.remark); });
    const Length remark_room = has_remark ? signatures_.format.line_pitch : Length();
    const Length space_before = begin == 0 ? signatures_.space_before : Length();
    auto row = xml_.element("w:tr", {{"w14:paraId", story_.shared.names.paragraph(signatures_.id)}});
    write_plain_row_properties(xml_, begin == 0);
    const int free = static_cast<int>(columns_ - (end - begin));
    if (free > 0) write_empty_cell(free);
    for (std::size_t index = begin; index < end; ++index) {
      auto cell = xml_.element("w:tc");
      write_cell_properties(halves_);
      const BlockPlace place{cell_width_ / 2, usable_width(signatures_, cell_width_), cell_width_};
      SignerWriter(story_, signatures_, signatures_.signers[index], place, {is_last, is_last ? end_is_kept_ : !part_})
          .write(space_before, remark_room);
    }
    if (free > 0) write_empty_cell(free);
  }

  /// `span` counts columns of the grid.
  void write_cell_properties(int span) { xml_.raw(story_.shared.property_lists.of_cell({grid_width_ * span, span})); }

  void write_empty_cell(int span) {
    auto cell = xml_.element("w:tc");
    write_cell_properties(span);
    write_thin_paragraph(story_);
  }

  Story& story_;
  Xml& xml_;
  const model::Signatures& signatures_;
  std::size_t columns_;
  int halves_;
  Length grid_width_;
  Length cell_width_;
  bool part_;  ///< rows stand on several pages
  bool end_is_kept_;
};

}  // namespace

void write_signatures(Story& story, const model::Signatures& signatures, const Column& column) {
  if (signatures.signers.empty()) return;
  if (signatures.columns <= 1) {
    write_stack(story, signatures, column);
    return;
  }
  if (story.flow.breaks_page) write_thin_paragraph(story);
  story.flow = {};
  GridWriter(story, signatures, column).write();
}

}  // namespace krut::docx
