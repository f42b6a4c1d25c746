#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "pdf/object_file.h"

namespace krut::pdf {

/// The logical structure of the document (ISO 32000-1, 14.7 and 14.8) with the content that belongs to each part.
/// Content is announced in reading order while pages are drawn; the tree is written at the end.
class TagTree {
 public:
  /// The nodes must outlive the tree. An empty list stands for a document without parts.
  explicit TagTree(const std::vector<model::StructureNode>& nodes);

  /// The structure type of a node: "P", "H1".
  [[nodiscard]] std::string_view tag(model::NodeIndex node) const;
  /// New content of a node on a page; the number is the next one of that page.
  [[nodiscard]] std::uint32_t open_content(std::size_t page, model::NodeIndex node);

 private:
  struct Content {
    std::size_t page = 0;
    std::uint32_t mcid = 0;
    std::uint32_t order = 0;  ///< in reading order over all pages
  };
  struct Element {
    std::string tag;
    std::vector<Content> contents;
  };

  const std::vector<model::StructureNode>& nodes_;
  std::vector<Element> elements_;
  std::vector<std::vector<model::NodeIndex>> owners_;  // by page, then by MCID
  std::uint32_t next_order_ = 0;
};

}  // namespace krut::pdf
