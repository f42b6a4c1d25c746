#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "pdf/object_file.h"
#include "pdf/table_heads.h"

namespace krut::pdf {

/// The logical structure of the document (ISO 32000-1, 14.7 and 14.8) with the content that belongs to each part.
/// Content is announced in reading order while pages are drawn; the tree is written at the end, without the parts that
/// turned out empty.
class TagTree {
 public:
  /// The nodes must outlive the tree. An empty list stands for a document without parts.
  explicit TagTree(const std::vector<model::StructureNode>& nodes);

  /// The structure type of a node: "P", "H1". Heading levels never skip, whatever the nodes say.
  [[nodiscard]] std::string_view tag(model::NodeIndex node) const;
  /// New content of a node on a page; the number is the next one of that page.
  [[nodiscard]] std::uint32_t open_content(std::size_t page, model::NodeIndex node);
  [[nodiscard]] bool has_content(std::size_t page) const { return page < owners_.size() && !owners_[page].empty(); }

  /// Where a figure's drawing lies; corners in points from the page's bottom left, as PDF counts.
  struct Area {
    Length left, bottom, right, top;
  };
  void note_area(model::NodeIndex node, const Area& area);
  /// The state of the box that a form node draws.
  void note_box(model::NodeIndex node, bool is_ticked);
  /// The words of a list item's label, from which a reader learns how the list is numbered.
  void note_label(model::NodeIndex node, std::string_view text);
  /// An annotation that stands for a form node; returns the key by which the annotation names its parent.
  [[nodiscard]] std::size_t add_widget(std::size_t page_count, std::size_t page, model::NodeIndex node,
                                       Reference annotation);

  /// Writes the tree as packed objects; its root. Throws `Error` (conformance) when a figure lacks the words it needs
  /// for those who cannot see it.
  [[nodiscard]] Reference write(ObjectFile& file, const std::vector<Reference>& pages, bool needs_words = true);

 private:
  struct Content {
    std::size_t page = 0;
    std::uint32_t mcid = 0;
    std::uint32_t order = 0;  // in reading order over all pages
  };
  struct Widget {
    std::size_t page = 0;
    Reference annotation;
  };
  struct Element {
    std::string_view tag;
    std::vector<Content> contents;
    model::NodeIndex first_child = 0;  // in reading order; 0: none, because nothing holds the document
    model::NodeIndex next_sibling = 0;
    std::optional<bool> is_ticked;
    bool is_numbered_list = false;
    bool has_labels = false;
    bool is_wanted = false;
    bool is_named = false;                   // cells refer to it as their head
    std::uint32_t first_order = UINT32_MAX;  // of its own content or that of its parts
    Reference reference;
  };

  void level_headings();
  void arrange();
  static void append_content(std::string& out, const Content& content, std::size_t home,
                             const std::vector<Reference>& pages);
  [[nodiscard]] std::size_t count_kids(model::NodeIndex index) const;
  void append_kids(std::string& out, model::NodeIndex index, std::size_t home,
                   const std::vector<Reference>& pages) const;
  void append_attributes(std::string& out, model::NodeIndex index) const;
  [[nodiscard]] std::string cell_attributes(model::NodeIndex index) const;
  void find_heads();
  [[nodiscard]] Reference write_identifiers(ObjectFile& file) const;
  void append_value(std::string& out, model::NodeIndex index, Reference root, const std::vector<Reference>& pages,
                    bool needs_words) const;
  [[nodiscard]] Reference write_parents(ObjectFile& file, std::size_t page_count) const;
  [[nodiscard]] const model::StructureNode& node(model::NodeIndex index) const { return nodes_[index]; }

  std::vector<model::StructureNode> lone_document_;
  const std::vector<model::StructureNode>& nodes_;
  std::vector<Element> elements_;
  std::map<model::NodeIndex, Area> areas_;  // of figures
  std::map<model::NodeIndex, Widget> widgets_;
  std::vector<std::vector<model::NodeIndex>> owners_;  // by page, then by MCID
  std::vector<model::NodeIndex> widget_owners_;
  std::optional<TableHeads> heads_;  // where Scope does not tell them
  std::uint32_t next_order_ = 0;
};

}  // namespace krut::pdf
