#include "pdf/tag_dump.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "pdf/table_heads.h"
#include "pdf/tag_tree.h"

namespace krut::pdf {
namespace {

using model::NodeIndex;
using model::Role;

constexpr std::uint32_t never = UINT32_MAX;

std::string_view word_of(Role role) {
  constexpr std::array<std::string_view, 18> words = {"เอกสาร", "ส่วน",     "หัวข้อ",  "ย่อหน้า",   "รายการ",   "ข้อ",
                                                      "เลขข้อ",  "เนื้อหา",   "ตาราง", "หัวตาราง", "เนื้อตาราง", "ท้ายตาราง",
                                                      "แถว",    "หัวคอลัมน์", "ช่อง",   "ภาพ",     "แบบ",      "ข้อความ"};
  return words.at(static_cast<std::size_t>(role));
}

/// What the marks say of a node.
struct Heard {
  struct Words {
    std::uint32_t order = 0;
    std::string text;
  };
  std::vector<Words> words;
  std::vector<NodeIndex> children;
  std::uint32_t first_order = never;
  std::optional<bool> is_ticked;
  std::string field;  ///< of a signature
  bool is_there = false;
};

class Teller {
 public:
  Teller(const model::Pages& pages, const Budget& budget)
      : pages_(pages), nodes_(pages.structure), heard_(nodes_.size()), heads_(nodes_), tags_(nodes_), pace_(budget) {
    for (const model::Page& page : pages.pages) {
      budget.check();
      for (const model::Mark& mark : page.marks) {
        std::visit([this](const auto& thing) { hear(thing); }, mark);
      }
      for (const model::SignatureArea& area : page.signatures) heard_.at(area.node).field = area.field_name;
    }
    arrange();
  }

  std::string tell() {
    out_ = std::string(word_of(Role::document)) + quoted(pages_.title) + " " + pages_.language + "\n";
    tell_children(0, 1);
    return std::move(out_);
  }

 private:
  Heard* listener(const model::Owner& owner) {
    if (owner.artifact != model::ArtifactKind::none) return nullptr;
    Heard& heard = heard_.at(owner.node);
    heard.first_order = std::min(heard.first_order, next_order_++);
    return &heard;
  }

  void hear(const model::TextLine& line) {
    for (const model::TextPiece& piece : line.pieces) {
      const bool is_own = piece.node != 0 && line.owner.artifact == model::ArtifactKind::none;
      Heard* heard = listener(is_own ? model::Owner{piece.node} : line.owner);
      if (heard != nullptr) heard->words.push_back({next_order_, piece.shape->text});
    }
  }
  void hear(const model::Rule& rule) { listener(rule.owner); }
  void hear(const model::Box& box) {
    if (Heard* heard = listener(box.owner)) heard->is_ticked = box.is_ticked;
  }
  void hear(const model::PlacedImage& image) { listener(image.owner); }

  [[nodiscard]] bool is_cell(NodeIndex node) const {
    return nodes_[node].role == Role::header_cell || nodes_[node].role == Role::data_cell;
  }

  void arrange() {
    for (std::size_t i = nodes_.size(); i-- > 1;) {
      Heard& heard = heard_[i];
      const auto node = static_cast<NodeIndex>(i);
      heard.is_there = heard.is_there || heard.first_order != never || !heard.field.empty() || is_cell(node);
      if (!heard.is_there) continue;
      Heard& parent = heard_[nodes_[i].parent];
      parent.is_there = true;
      parent.first_order = std::min(parent.first_order, heard.first_order);
    }
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      if (heard_[i].is_there) heard_[nodes_[i].parent].children.push_back(static_cast<NodeIndex>(i));
    }
  }

  static std::string quoted(const std::string& text) { return text.empty() ? "" : " “" + text + "”"; }

  /// A node's own words with those of spans in their place.
  [[nodiscard]] std::string words_of(NodeIndex node) const {
    const Heard& heard = heard_[node];
    std::string text;
    auto words = heard.words.begin();
    const auto append_until = [&](std::uint32_t order) {
      for (; words != heard.words.end() && words->order <= order; ++words) text += words->text;
    };
    for (const NodeIndex child : heard.children) {
      if (nodes_[child].role != Role::span) continue;
      append_until(heard_[child].first_order);
      text += "⟨" + nodes_[child].language + ": " + words_of(child) + "⟩";
    }
    append_until(never);
    return text;
  }

  /// All words inside, for a head.
  [[nodiscard]] std::string all_words_of(NodeIndex node) const {
    std::string text = words_of(node);
    for (const NodeIndex child : heard_[node].children) {
      if (nodes_[child].role == Role::span) continue;
      const std::string inside = all_words_of(child);
      if (!text.empty() && !inside.empty() && text.back() != ' ') text += ' ';
      text += inside;
    }
    return text;
  }

  /// The only thing in a cell or a list's item is one paragraph: it needs no line of its own.
  [[nodiscard]] std::optional<NodeIndex> lone_paragraph(NodeIndex node) const {
    const bool is_box = is_cell(node) || nodes_[node].role == Role::list_body;
    const auto& children = heard_[node].children;
    const bool is_lone = is_box && heard_[node].words.empty() && children.size() == 1 &&
                         nodes_[children[0]].role == Role::paragraph && !has_parts(children[0]);
    return is_lone ? std::optional(children[0]) : std::nullopt;
  }

  [[nodiscard]] bool has_parts(NodeIndex node) const {
    const auto& children = heard_[node].children;
    return std::any_of(children.begin(), children.end(),
                       [this](NodeIndex child) { return nodes_[child].role != Role::span; });
  }

  [[nodiscard]] std::string heads_text(NodeIndex cell) const {
    std::string text;
    for (const NodeIndex head : heads_.of(cell)) text += (text.empty() ? "" : " / ") + all_words_of(head);
    return text.empty() ? "" : " [" + text + "]";
  }

  [[nodiscard]] std::string title_of(NodeIndex node) const {
    const model::StructureNode& source = nodes_[node];
    std::string text(word_of(source.role));
    if (source.role == Role::heading) text += " ระดับ " + std::string(tags_.tag(node).substr(1));
    if (source.role == Role::header_cell && nodes_[nodes_[source.parent].parent].role == Role::table_body) {
      text = "หัวแถว";
    }
    if (source.role == Role::form) {
      text = heard_[node].field.empty() ? "กล่องเลือก" : "ช่องลงนาม " + heard_[node].field;
    }
    if (is_cell(node)) {
      if (source.column_span > 1) text += " กว้าง " + std::to_string(source.column_span);
      if (source.row_span > 1) text += " สูง " + std::to_string(source.row_span);
      text += heads_text(node);
    }
    const bool has_alternative = source.role == Role::figure || source.role == Role::form || source.role == Role::table;
    return has_alternative ? text + quoted(source.alternative_text) : text;
  }

  void tell_node(NodeIndex node, std::size_t depth) {
    pace_.step();
    const auto inside = lone_paragraph(node);
    out_ += std::string(2 * depth, ' ') + title_of(node);
    // What a figure shows is told by its alternative text alone.
    const std::string words = nodes_[node].role == Role::figure ? "" : words_of(inside.value_or(node));
    if (!words.empty()) out_ += ": " + words;
    out_ += '\n';
    if (!inside) tell_children(node, depth + 1);
  }

  void tell_children(NodeIndex node, std::size_t depth) {
    for (const NodeIndex child : heard_[node].children) {
      if (nodes_[child].role != Role::span) tell_node(child, depth);
    }
  }

  const model::Pages& pages_;
  const std::vector<model::StructureNode>& nodes_;
  std::vector<Heard> heard_;
  TableHeads heads_;
  TagTree tags_;
  std::string out_;
  Pace pace_;
  std::uint32_t next_order_ = 0;
};

}  // namespace

std::string dump_tags(const model::Pages& pages, const Budget& budget) { return Teller(pages, budget).tell(); }

}  // namespace krut::pdf
