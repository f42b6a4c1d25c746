#include "pdf/table_heads.h"

#include <algorithm>
#include <map>
#include <utility>

namespace krut::pdf {
namespace {

using model::NodeIndex;
using model::Role;
using Heads = std::vector<NodeIndex>;
using Nodes = std::vector<model::StructureNode>;
using Children = std::vector<std::vector<NodeIndex>>;

bool covers(const model::StructureNode& head, const model::StructureNode& cell) {
  return head.column < cell.column + cell.column_span && cell.column < head.column + head.column_span;
}

/// Reads one table from its head to its foot.
class TableReader {
 public:
  TableReader(const Nodes& nodes, const Children& children, std::vector<Heads>& heads)
      : nodes_(nodes), children_(children), heads_(heads) {}

  /// True when Scope does not tell all.
  bool read(NodeIndex table) {
    for (const NodeIndex part : children_[table]) {
      if (nodes_[part].role == Role::table_head) read_head(part);
    }
    for (const NodeIndex part : children_[table]) {
      const Role role = nodes_[part].role;
      if (role == Role::table_body || role == Role::table_foot) read_body(part);
    }
    return is_intricate_;
  }

 private:
  void read_head(NodeIndex head) {
    const bool has_levels = children_[head].size() > 1;
    for (const NodeIndex row : children_[head]) {
      const std::size_t above = columns_.size();
      for (const NodeIndex cell : children_[row]) {
        for (std::size_t i = 0; i < above; ++i) {
          if (covers(nodes_[columns_[i]], nodes_[cell])) heads_[cell].push_back(columns_[i]);
        }
        is_intricate_ = is_intricate_ || (has_levels && nodes_[cell].column_span > 1);
      }
      columns_.insert(columns_.end(), children_[row].begin(), children_[row].end());
    }
  }

  void read_body(NodeIndex body) {
    Heads labels;
    bool follows_label = false;
    for (const NodeIndex row : children_[body]) {
      const auto& cells = children_[row];
      const bool is_label = !cells.empty() && std::all_of(cells.begin(), cells.end(), [this](NodeIndex cell) {
        return nodes_[cell].role == Role::header_cell;
      });
      if (is_label) {
        if (!follows_label) labels.clear();
        for (const NodeIndex cell : cells) heads_[cell] = labels;
        labels.insert(labels.end(), cells.begin(), cells.end());
        is_intricate_ = true;
      } else {
        read_row(cells, labels);
      }
      follows_label = is_label;
    }
  }

  void read_row(const std::vector<NodeIndex>& cells, const Heads& labels) {
    Heads before = labels;
    for (const NodeIndex cell : cells) {
      if (nodes_[cell].role == Role::header_cell) {
        before.push_back(cell);
        continue;
      }
      const Heads& above = heads_above(nodes_[cell]);
      heads_[cell].reserve(before.size() + above.size());
      heads_[cell] = before;
      heads_[cell].insert(heads_[cell].end(), above.begin(), above.end());
    }
  }

  const Heads& heads_above(const model::StructureNode& cell) {
    const auto [entry, is_new] = above_.try_emplace({cell.column, cell.column_span});
    if (is_new) {
      for (const NodeIndex head : columns_) {
        if (covers(nodes_[head], cell)) entry->second.push_back(head);
      }
    }
    return entry->second;
  }

  const Nodes& nodes_;
  const Children& children_;
  std::vector<Heads>& heads_;
  Heads columns_;
  std::map<std::pair<int, int>, Heads> above_;
  bool is_intricate_ = false;
};

}  // namespace

bool TableHeads::may_be_intricate(const Nodes& nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [&](const model::StructureNode& node) {
    if (node.role != Role::header_cell) return false;
    return node.column_span > 1 || nodes[nodes[node.parent].parent].role == Role::table_body;
  });
}

TableHeads::TableHeads(const Nodes& nodes) : heads_(nodes.size()), is_intricate_(nodes.size(), false) {
  Children children(nodes.size());
  for (std::size_t i = 1; i < nodes.size(); ++i) children[nodes[i].parent].push_back(static_cast<NodeIndex>(i));
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].role != Role::table) continue;
    if (!TableReader(nodes, children, heads_).read(static_cast<NodeIndex>(i))) continue;
    for (const NodeIndex part : children[i]) {
      for (const NodeIndex row : children[part]) {
        for (const NodeIndex cell : children[row]) is_intricate_[cell] = true;
      }
    }
  }
}

}  // namespace krut::pdf
