#include "docx/table_pieces.h"

#include <algorithm>
#include <utility>

namespace krut::docx {

namespace {

class Cutter {
 public:
  Cutter(const model::Table& table, const std::set<model::ElementId>& page_starts)
      : table_(table), page_starts_(page_starts) {}

  std::vector<TablePiece> pieces() {
    for (const model::RowGroup& group : table_.groups) add(group);
    add(all_of(table_.foot));
    return std::move(pieces_);
  }

 private:
  [[nodiscard]] bool starts_page(const model::Row& row) const { return page_starts_.count(row.id) != 0; }

  void add(const RowStretch& stretch) {
    if (stretch.begin < stretch.end) pieces_.back().stretches.push_back(stretch);
  }

  void cut(const model::RowGroup* continued_group) { pieces_.push_back({true, continued_group, {}}); }

  void add(const model::RowGroup& group) {
    const bool is_first = pieces_.size() == 1 && pieces_.back().stretches.empty();
    const bool starts = !group.rows.empty() && starts_page(group.rows.front());
    if (starts && !is_first && table_.continued_heading) cut(nullptr);
    add(all_of(group.head, true));
    const bool has_label = group.continuation == model::Continuation::label;
    std::size_t begin = 0;
    std::size_t spanned_end = 0;
    for (std::size_t index = 0; index < group.rows.size(); ++index) {
      const bool may_cut = index > 0 && index >= spanned_end && (has_label || table_.continued_heading);
      if (may_cut && starts_page(group.rows[index])) {
        add({&group.rows, begin, index, false});
        cut(has_label ? &group : nullptr);
        begin = index;
      }
      for (const model::Cell& cell : group.rows[index].cells) {
        spanned_end = std::max(spanned_end, index + static_cast<std::size_t>(cell.row_span));
      }
    }
    add({&group.rows, begin, group.rows.size(), false});
  }

  const model::Table& table_;
  const std::set<model::ElementId>& page_starts_;
  std::vector<TablePiece> pieces_ = std::vector<TablePiece>(1);
};

}  // namespace

RowStretch all_of(const std::vector<model::Row>& rows, bool is_label) { return {&rows, 0, rows.size(), is_label}; }

std::vector<TablePiece> pieces_of(const model::Table& table, const std::set<model::ElementId>& page_starts) {
  return Cutter(table, page_starts).pieces();
}

}  // namespace krut::docx
