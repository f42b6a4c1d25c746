#include "pdf/tag_tree.h"

#include <algorithm>

#include "base/error.h"

namespace krut::pdf {
namespace {

constexpr int deepest_heading = 6;

std::string tag_of(const model::StructureNode& node) {
  switch (node.role) {
    case model::Role::document:
      return "Document";
    case model::Role::section:
      return "Sect";
    case model::Role::heading:
      return "H" + std::to_string(std::clamp(node.level, 1, deepest_heading));
    case model::Role::paragraph:
      return "P";
    case model::Role::list:
      return "L";
    case model::Role::list_item:
      return "LI";
    case model::Role::label:
      return "Lbl";
    case model::Role::list_body:
      return "LBody";
    case model::Role::table:
      return "Table";
    case model::Role::table_head:
      return "THead";
    case model::Role::table_body:
      return "TBody";
    case model::Role::table_foot:
      return "TFoot";
    case model::Role::row:
      return "TR";
    case model::Role::header_cell:
      return "TH";
    case model::Role::data_cell:
      return "TD";
    case model::Role::figure:
      return "Figure";
    case model::Role::form:
      return "Form";
    case model::Role::span:
      return "Span";
  }
  return "P";
}

}  // namespace

TagTree::TagTree(const std::vector<model::StructureNode>& nodes) : nodes_(nodes) {
  elements_.reserve(std::max<std::size_t>(nodes.size(), 1));
  for (const model::StructureNode& node : nodes_) elements_.push_back({tag_of(node), {}});
  if (elements_.empty()) elements_.push_back({"Document", {}});
}

std::string_view TagTree::tag(model::NodeIndex node) const { return elements_.at(node).tag; }

std::uint32_t TagTree::open_content(std::size_t page, model::NodeIndex node) {
  if (node >= elements_.size()) {
    throw Error(ErrorKind::internal, "pdf.unknown-node",
                {"โครงสร้างเอกสารไม่สอดคล้องกับหน้า", "a mark belongs to no node of the document's structure"});
  }
  if (owners_.size() <= page) owners_.resize(page + 1);
  const auto mcid = static_cast<std::uint32_t>(owners_[page].size());
  owners_[page].push_back(node);
  elements_[node].contents.push_back({page, mcid, next_order_++});
  return mcid;
}

}  // namespace krut::pdf
