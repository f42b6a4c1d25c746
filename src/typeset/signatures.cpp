#include "typeset/signatures.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "typeset/dots.h"
#include "typeset/paragraph_setter.h"
#include "typeset/reports.h"
#include "typeset/shrink.h"
#include "typeset/structure.h"

namespace krut::typeset {

namespace {

constexpr Length longest_dotted_line = Length::millimetres(60);
constexpr Length shortest_dotted_line = Length::millimetres(25);
/// Between the dotted line and the role to its right.
constexpr Length role_gap = Length::points(3);

/// Where the block of one signer stands: its width, centred on an axis.
struct BlockPlace {
  Length axis;
  Length width;

  [[nodiscard]] Length left() const { return axis - width / 2; }
};

/// Marks stacked below each other, from the block's left edge.
struct SignerBlock {
  std::vector<model::Mark> marks;
  Length height;
  Length hand_top;                           ///< where the room for the hand begins
  std::optional<model::SignatureArea> area;  ///< of the signature field; none: a pen signs
};

void report_shrunk(const std::vector<model::Span>& name, Diagnostics& diagnostics) {
  Diagnostic told{.code = "text.name-shrunk",
                  .severity = Severity::warning,
                  .message = {"ชื่อ \"" + plain_text(name) + "\" กว้างกว่าที่ลงชื่อ จึงใช้อักษรเล็กลง",
                              "\"" + plain_text(name) + "\" is wider than its place and was set smaller"}};
  told.where.pointer = first_pointer(name);
  told.hint = {"เพิ่มความกว้างของช่องลงชื่อ", "give the signatures more width"};
  diagnostics.add(std::move(told));
}

/// Letters of less than a quarter of their size would not be read as a name.
bool is_too_wide(const ShrunkLine& name, Length width, Length page) {
  return name.natural_width > page || name.natural_width > width * 4;
}

void refuse_name(const model::Signatures& signatures, const model::Signer& signer, Diagnostics& diagnostics) {
  Diagnostic told{
      .code = "text.name-too-wide",
      .message = {"ชื่อผู้ลงนามกว้างเกินกว่าจะอยู่ในบรรทัดเดียว: \"" + plain_text(signer.name) + "\"",
                  "a signer's name is too wide for one line: \"" + plain_text(signer.name) + "\""},
      .where = signatures.place,
      .hint = {"เขียนชื่อให้สั้นลง หรือเพิ่มความกว้างของช่องลงชื่อ", "write a shorter name, or give the signatures more width"}};
  if (const std::string pointer = first_pointer(signer.name); !pointer.empty()) {
    told.asked_by = std::exchange(told.where, Place());
    told.where.pointer = pointer;
  }
  diagnostics.add(std::move(told));
}

std::string without_parentheses(const std::string& name) {
  const bool is_enclosed = name.size() > 2 && name.front() == '(' && name.back() == ')';
  return is_enclosed ? name.substr(1, name.size() - 2) : name;
}

/// What the empty place is and whose hand it waits for.
std::string description_of(const model::SignatureArea& area, bool is_thai) {
  std::string text = is_thai ? "ลายมือชื่อ" : "Signature";
  if (!area.role.empty()) text += (is_thai ? "" : " ") + area.role;
  std::string who = area.name;
  if (!area.position.empty()) who += (who.empty() ? "" : " ") + area.position;
  return who.empty() ? text : text + ": " + who;
}

class SignerSetter {
 public:
  SignerSetter(const model::Signatures& signatures, const model::Signer& signer, Length width,
               const BlockColumn& column, Context& context)
      : signatures_(signatures),
        signer_(signer),
        width_(width),
        page_width_(column.width),
        node_(column.parent),
        context_(context),
        structure_(context.pages, model::ArtifactKind::none),
        format_(signatures.format) {
    format_.alignment = model::Alignment::center;
    format_.left_indent = format_.right_indent = format_.first_line_indent = Length();
  }

  SignerBlock set() {
    add_lines(signer_.remark);
    add_hand();
    add_name();
    for (const auto& line : signer_.position) add_lines(line);
    return std::move(block_);
  }

 private:
  model::Owner text_owner() { return structure_.owner(structure_.add(node_, model::Role::paragraph, signer_.id)); }

  void add_lines(const std::vector<model::Span>& spans) {
    if (plain_text(spans).empty()) return;
    for (model::TextLine& line : set_lines(spans, format_, width_, Length(), text_owner(), context_)) {
      add_line(std::move(line), Length());
    }
  }

  void add_line(model::TextLine line, Length left) {
    model::Mark mark = std::move(line);
    shift(mark, left, block_.height);
    block_.marks.push_back(std::move(mark));
    block_.height += format_.line_pitch;
  }

  /// The room for the hand: empty lines, the last of them dotted where the layout wants it.
  void add_hand() {
    const bool has_role = !plain_text(signer_.role).empty();
    const int least = signatures_.has_dotted_line || has_role ? 1 : 0;
    const int lines = std::max(signatures_.lines_for_hand, least);
    block_.hand_top = block_.height;
    block_.height += format_.line_pitch * lines;
    const Length baseline = block_.height - format_.line_pitch + baseline_of(format_.line_pitch);

    const bool has_field = !signer_.field_name.empty();
    const model::NodeIndex form = has_field ? structure_.add(node_, model::Role::form, signer_.id) : node_;
    SingleLine role;
    if (has_role) role = set_single_line(signer_.role, format_.line_pitch, text_owner(), context_);
    const auto [left, right] = dotted_line(has_role ? role.width + role_gap : Length());
    if (signatures_.has_dotted_line) block_.marks.emplace_back(dotted_rule(left, right, baseline));
    if (has_role) {
      model::Mark mark = std::move(role.line);
      shift(mark, right + role_gap, block_.height - format_.line_pitch);
      block_.marks.push_back(std::move(mark));
    }
    const Length bottom = signatures_.has_dotted_line ? baseline : block_.height;
    if (has_field) note_area(form, left, right, bottom);
  }

  /// Centred, shortened so that the role fits beside it, and only then moved off the axis.
  [[nodiscard]] std::pair<Length, Length> dotted_line(Length beside) const {
    const Length longest = std::min(longest_dotted_line, width_);
    const Length centred = std::min(longest, width_ - beside * 2);
    if (centred >= shortest_dotted_line || beside == Length()) {
      return {(width_ - centred) / 2, (width_ + centred) / 2};
    }
    const Length length = std::clamp(width_ - beside, std::min(shortest_dotted_line, longest), longest);
    return {Length(), length};
  }

  void note_area(model::NodeIndex form, Length left, Length right, Length bottom) {
    model::SignatureArea& area = block_.area.emplace();
    area.field_name = signer_.field_name;
    area.name = without_parentheses(plain_text(signer_.name));
    area.role = plain_text(signer_.role);
    for (const auto& line : signer_.position) area.position += (area.position.empty() ? "" : " ") + plain_text(line);
    area.description = description_of(area, context_.pages.language.rfind("th", 0) == 0);
    structure_.describe(form, area.description);
    area.node = form;
    area.x = left;
    area.y = block_.hand_top;
    area.width = right - left;
    area.height = bottom - block_.hand_top;
  }

  void add_name() {
    if (plain_text(signer_.name).empty()) return;
    ShrunkLine name = shrink_to_fit(signer_.name, width_, format_.line_pitch, text_owner(), context_);
    if (is_too_wide(name, width_, page_width_)) {
      refuse_name(signatures_, signer_, context_.diagnostics);
    } else if (name.is_shrunk) {
      report_shrunk(signer_.name, context_.diagnostics);
    }
    const Length left = (width_ - name.set.width) / 2;
    add_line(std::move(name.set.line), left);
  }

  const model::Signatures& signatures_;
  const model::Signer& signer_;
  Length width_;
  Length page_width_;
  model::NodeIndex node_;
  Context& context_;
  Structure structure_;
  model::ParagraphFormat format_;
  SignerBlock block_;
};

/// `index` counts in a row of `count`; a row with fewer blocks than columns is centred.
BlockPlace place_of(const model::Signatures& signatures, const BlockColumn& column, std::size_t index,
                    std::size_t count) {
  if (signatures.columns <= 1) {
    const Length width = signatures.width > Length() ? std::min(signatures.width, column.width) : column.width;
    return {column.left + signatures.axis, width};
  }
  const Length room = column.width / signatures.columns;
  const Length width = signatures.width > Length() ? std::min(signatures.width, room) : room;
  const Length free = room * (signatures.columns - static_cast<std::int64_t>(count));
  return {column.left + free / 2 + room * static_cast<std::int64_t>(index) + room / 2, width};
}

/// Blocks side by side, their rooms for the hand beginning level.
SignatureStrip set_row(const model::Signatures& signatures, std::size_t begin, std::size_t end,
                       const BlockColumn& column, Context& context) {
  std::vector<SignerBlock> blocks;
  Length hand_top;
  for (std::size_t i = begin; i < end; ++i) {
    const BlockPlace place = place_of(signatures, column, i - begin, end - begin);
    blocks.push_back(SignerSetter(signatures, signatures.signers[i], place.width, column, context).set());
    hand_top = std::max(hand_top, blocks.back().hand_top);
  }
  SignatureStrip row;
  row.strip.element = signatures.signers[begin].id;
  row.strip.may_break_before = false;
  for (std::size_t i = begin; i < end; ++i) {
    SignerBlock& block = blocks[i - begin];
    const Length left = place_of(signatures, column, i - begin, end - begin).left();
    const Length down = hand_top - block.hand_top;
    for (model::Mark& mark : block.marks) {
      shift(mark, left, down);
      row.strip.marks.push_back(std::move(mark));
    }
    if (block.area) {
      block.area->x += left;
      block.area->y += down;
      row.areas.push_back(std::move(*block.area));
    }
    row.strip.height = std::max(row.strip.height, down + block.height);
  }
  return row;
}

}  // namespace

std::vector<SignatureStrip> set_signatures(const model::Signatures& signatures, const BlockColumn& column,
                                           Context& context) {
  std::vector<SignatureStrip> rows;
  if (signatures.signers.empty()) return rows;
  Structure structure(context.pages, model::ArtifactKind::none);
  const model::NodeIndex node = structure.add(column.parent, model::Role::section, signatures.id);
  const auto per_row = static_cast<std::size_t>(std::max(signatures.columns, 1));
  for (std::size_t begin = 0; begin < signatures.signers.size(); begin += per_row) {
    const std::size_t end = std::min(begin + per_row, signatures.signers.size());
    rows.push_back(set_row(signatures, begin, end, {column.left, column.width, node}, context));
  }
  rows.front().strip.space_before = signatures.space_before;
  return rows;
}

}  // namespace krut::typeset
