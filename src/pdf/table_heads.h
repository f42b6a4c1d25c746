#pragma once

#include <vector>

#include "model/page.h"

namespace krut::pdf {

/// Which head cells belong to which cells of a document's tables: what a screen reader says before a cell's own words.
class TableHeads {
 public:
  explicit TableHeads(const std::vector<model::StructureNode>& nodes);

  /// Can a cell of these have to name its heads? Cheap to ask first.
  [[nodiscard]] static bool may_be_intricate(const std::vector<model::StructureNode>& nodes);

  /// Of a cell: the labels of its group, outermost first, then the heads of its row, then those of its columns from
  /// the top. Empty for other nodes.
  [[nodiscard]] const std::vector<model::NodeIndex>& of(model::NodeIndex cell) const { return heads_[cell]; }

  /// Must the cells of this one's table name their heads, because spans or labels leave Scope unclear?
  [[nodiscard]] bool must_be_named(model::NodeIndex cell) const { return is_intricate_[cell]; }

 private:
  std::vector<std::vector<model::NodeIndex>> heads_;
  std::vector<bool> is_intricate_;
};

}  // namespace krut::pdf
