#include "pdf/tag_tree.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/error.h"

namespace krut::pdf {
namespace {

constexpr int deepest_heading = 6;
constexpr std::size_t keys_per_leaf = 64;
constexpr std::size_t no_page = SIZE_MAX;

std::string_view heading_tag(int level) {
  constexpr std::array<std::string_view, deepest_heading> tags{"H1", "H2", "H3", "H4", "H5", "H6"};
  return tags.at(static_cast<std::size_t>(std::clamp(level, 1, deepest_heading)) - 1);
}

std::string_view tag_of(const model::StructureNode& node) {
  switch (node.role) {
    case model::Role::document:
      return "Document";
    case model::Role::section:
      return "Sect";
    case model::Role::heading:
      return heading_tag(node.level);
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

bool is_cell(model::Role role) { return role == model::Role::header_cell || role == model::Role::data_cell; }

std::string identifier_of(model::NodeIndex head) {
  std::string out = "h";
  append_integer(out, head);
  return out;
}

bool has_digit(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') return true;
    if (text.compare(i, 2, "\xE0\xB9") == 0 && i + 2 < text.size() && text[i + 2] >= '\x90' && text[i + 2] <= '\x99') {
      return true;  // ๐ to ๙
    }
  }
  return false;
}

/// Several values are an array, one stands alone.
void append_list(std::string& out, const std::vector<std::string>& values) {
  if (values.size() != 1) out += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ' ';
    out += values[i];
  }
  if (values.size() != 1) out += ']';
}

}  // namespace

TagTree::TagTree(const std::vector<model::StructureNode>& nodes)
    : lone_document_(nodes.empty() ? 1 : 0), nodes_(nodes.empty() ? lone_document_ : nodes), elements_(nodes_.size()) {
  for (std::size_t i = 0; i < nodes_.size(); ++i) elements_[i].tag = tag_of(nodes_[i]);
  level_headings();
}

void TagTree::level_headings() {
  int last = 0;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].role != model::Role::heading) continue;
    last = std::clamp(nodes_[i].level, 1, std::min(last + 1, deepest_heading));
    elements_[i].tag = heading_tag(last);
  }
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

void TagTree::note_area(model::NodeIndex node, const Area& area) {
  Area& known = areas_.emplace(node, area).first->second;
  known = {std::min(known.left, area.left), std::min(known.bottom, area.bottom), std::max(known.right, area.right),
           std::max(known.top, area.top)};
}

void TagTree::note_box(model::NodeIndex node, bool is_ticked) { elements_.at(node).is_ticked = is_ticked; }

void TagTree::note_label(model::NodeIndex label, std::string_view text) {
  if (node(label).role != model::Role::label) return;
  Element& list = elements_[node(node(label).parent).parent];
  list.has_labels = true;
  list.is_numbered_list = list.is_numbered_list || has_digit(text);
}

std::size_t TagTree::add_widget(std::size_t page_count, std::size_t page, model::NodeIndex node, Reference annotation) {
  widgets_.emplace(node, Widget{page, annotation});
  widget_owners_.push_back(node);
  return page_count + widget_owners_.size() - 1;
}

void TagTree::arrange() {
  for (const auto& [node, widget] : widgets_) elements_.at(node).is_wanted = true;
  for (std::size_t i = elements_.size(); i-- > 0;) {
    Element& element = elements_[i];
    if (!element.contents.empty()) element.first_order = std::min(element.first_order, element.contents[0].order);
    element.is_wanted = element.is_wanted || i == 0 || !element.contents.empty() || is_cell(nodes_[i].role);
    if (i == 0 || !element.is_wanted) continue;
    Element& parent = elements_[nodes_[i].parent];
    parent.is_wanted = true;
    parent.first_order = std::min(parent.first_order, element.first_order);
    element.next_sibling = std::exchange(parent.first_child, static_cast<model::NodeIndex>(i));
  }
}

/// Marked content of the element's own page by its number, of another page with that page (ISO 32000-1, 14.7.4.2).
void TagTree::append_content(std::string& out, const Content& content, std::size_t home,
                             const std::vector<Reference>& pages) {
  if (content.page == home) {
    append_integer(out, content.mcid);
    return;
  }
  out += "<</Type/MCR/Pg ";
  append_reference(out, pages[content.page]);
  out += "/MCID ";
  append_integer(out, content.mcid);
  out += ">>";
}

std::size_t TagTree::count_kids(model::NodeIndex index) const {
  std::size_t count = elements_[index].contents.size() + widgets_.count(index);
  for (auto child = elements_[index].first_child; child != 0; child = elements_[child].next_sibling) ++count;
  return count;
}

void TagTree::append_kids(std::string& out, model::NodeIndex index, std::size_t home,
                          const std::vector<Reference>& pages) const {
  const Element& element = elements_[index];
  const std::size_t count = count_kids(index);
  if (count == 0) return;
  out += count > 1 ? "/K [" : "/K ";
  const std::size_t first = out.size();
  const auto separate = [&] {
    if (out.size() > first) out += ' ';
  };
  auto content = element.contents.begin();
  const auto append_contents_before = [&](std::uint32_t order) {
    for (; content != element.contents.end() && content->order < order; ++content) {
      separate();
      append_content(out, *content, home, pages);
    }
  };
  for (auto child = element.first_child; child != 0; child = elements_[child].next_sibling) {
    // A part without content stands where its neighbours put it.
    if (elements_[child].first_order != UINT32_MAX) append_contents_before(elements_[child].first_order);
    separate();
    append_reference(out, elements_[child].reference);
  }
  append_contents_before(UINT32_MAX);
  if (const auto widget = widgets_.find(index); widget != widgets_.end()) {
    separate();
    out += "<</Type/OBJR/Obj ";
    append_reference(out, widget->second.annotation);
    out += "/Pg ";
    append_reference(out, pages[widget->second.page]);
    out += ">>";
  }
  if (count > 1) out += ']';
}

/// Looks for the heads that cells must name, because spans or labels leave Scope unclear (ISO 32000-1, table 349).
void TagTree::find_heads() {
  if (!TableHeads::may_be_intricate(nodes_)) return;
  heads_.emplace(nodes_);
  bool has_names = false;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const auto cell = static_cast<model::NodeIndex>(i);
    if (!heads_->must_be_named(cell)) continue;
    for (const model::NodeIndex head : heads_->of(cell)) has_names = elements_[head].is_named = true;
  }
  if (!has_names) heads_.reset();
}

std::string TagTree::cell_attributes(model::NodeIndex index) const {
  const model::StructureNode& source = node(index);
  std::string out;
  const auto append_number = [&out](std::string_view key, std::int64_t value) {
    out += key;
    append_integer(out, value);
  };
  if (source.role == model::Role::header_cell) {
    const bool is_in_body = node(node(source.parent).parent).role == model::Role::table_body;
    out += is_in_body ? "/Scope/Row" : "/Scope/Column";
  }
  if (source.column_span > 1) append_number("/ColSpan ", source.column_span);
  if (source.row_span > 1) append_number("/RowSpan ", source.row_span);
  if (heads_ && heads_->must_be_named(index) && !heads_->of(index).empty()) {
    out += "/Headers[";
    for (const model::NodeIndex head : heads_->of(index)) out += "(" + identifier_of(head) + ")";
    out += ']';
  }
  return out;
}

/// All identifiers and their elements, as a name tree of one leaf for every so many (ISO 32000-1, 14.7.2 and 7.9.6).
Reference TagTree::write_identifiers(ObjectFile& file) const {
  std::map<std::string, Reference> names;
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (elements_[i].is_named) names.emplace(identifier_of(static_cast<model::NodeIndex>(i)), elements_[i].reference);
  }
  std::string kids;
  for (auto name = names.begin(); name != names.end();) {
    const std::string first = name->first;
    std::string last;
    std::string leaf;
    for (std::size_t i = 0; i < keys_per_leaf && name != names.end(); ++i, ++name) {
      last = name->first;
      leaf += "(" + name->first + ")";
      append_reference(leaf, name->second);
    }
    const Reference reference = file.reserve_packed();
    file.fill_packed(reference, "<</Limits[(" + first + ")(" + last + ")]/Names[" + leaf + "]>>");
    append_reference(kids, reference);
    kids += ' ';
  }
  const Reference root = file.reserve_packed();
  file.fill_packed(root, "<</Kids[" + kids + "]>>");
  return root;
}

void TagTree::append_attributes(std::string& out, model::NodeIndex index) const {
  const model::StructureNode& source = node(index);
  const Element& element = elements_[index];
  std::vector<std::string> attributes;
  if (is_cell(source.role)) {
    const std::string cell = cell_attributes(index);
    if (!cell.empty()) attributes.push_back("<</O/Table" + cell + ">>");
  }
  if (source.role == model::Role::table && !source.alternative_text.empty()) {
    std::string table = "<</O/Table/Summary";
    append_text_string(table, source.alternative_text);
    attributes.push_back(table + ">>");
  }
  if (source.role == model::Role::list && element.has_labels) {
    attributes.emplace_back(element.is_numbered_list ? "<</O/List/ListNumbering/Decimal>>"
                                                     : "<</O/List/ListNumbering/Disc>>");
  }
  if (source.role == model::Role::form && element.is_ticked) {
    attributes.emplace_back(*element.is_ticked ? "<</O/PrintField/Role/cb/checked/on>>"
                                               : "<</O/PrintField/Role/cb/checked/off>>");
  }
  const auto area = source.role == model::Role::figure ? areas_.find(index) : areas_.end();
  if (area != areas_.end()) {
    std::string figure = "<</O/Layout/Placement/Block/BBox[";
    for (const Length edge : {area->second.left, area->second.bottom, area->second.right, area->second.top}) {
      append_points(figure, edge);
      figure += ' ';
    }
    attributes.push_back(figure + "]>>");
  }
  if (attributes.empty()) return;
  out += "/A";
  append_list(out, attributes);
}

void TagTree::append_value(std::string& out, model::NodeIndex index, Reference root,
                           const std::vector<Reference>& pages, bool needs_words) const {
  const model::StructureNode& source = node(index);
  const Element& element = elements_[index];
  out += "<</S/";
  out += element.tag;
  out += "/P ";
  append_reference(out, index == 0 ? root : elements_[source.parent].reference);
  if (element.is_named) out += "/ID(" + identifier_of(index) + ")";
  const std::size_t home = element.contents.empty() ? no_page : element.contents[0].page;
  if (home != no_page) {
    out += "/Pg ";
    append_reference(out, pages[home]);
  }
  append_kids(out, index, home, pages);
  append_attributes(out, index);
  const bool has_words =
      source.role == model::Role::figure || source.role == model::Role::form || source.role == model::Role::span;
  if (has_words && !source.alternative_text.empty()) {
    out += "/Alt";
    append_text_string(out, source.alternative_text);
  } else if (needs_words && source.role == model::Role::figure) {
    throw Error(ErrorKind::conformance, "pdf.figure-without-text",
                {"ภาพไม่มีคำบรรยายสำหรับผู้ที่มองไม่เห็น จึงสร้าง PDF/UA ไม่ได้",
                 "a picture has no alternative text, which PDF/UA asks for"},
                {"เพิ่ม alternative_text ให้ภาพในข้อมูล", "give the picture an alternative_text in the data"});
  }
  const bool has_own_language =
      !source.language.empty() && (index == 0 || source.language != node(source.parent).language);
  if (has_own_language) {
    out += "/Lang";
    append_text_string(out, source.language);
  }
  out += ">>";
}

Reference TagTree::write_parents(ObjectFile& file, std::size_t page_count) const {
  const std::size_t keys = page_count + widget_owners_.size();
  std::string kids;
  for (std::size_t begin = 0; begin < keys; begin += keys_per_leaf) {
    const std::size_t end = std::min(begin + keys_per_leaf, keys);
    std::string leaf = "<</Limits[";
    append_integer(leaf, static_cast<std::int64_t>(begin));
    leaf += ' ';
    append_integer(leaf, static_cast<std::int64_t>(end - 1));
    leaf += "]/Nums[";
    for (std::size_t key = begin; key < end; ++key) {
      append_integer(leaf, static_cast<std::int64_t>(key));
      if (key >= page_count) {
        leaf += ' ';
        append_reference(leaf, elements_[widget_owners_[key - page_count]].reference);
        leaf += ' ';
        continue;
      }
      leaf += '[';
      if (key < owners_.size()) {
        for (const model::NodeIndex owner : owners_[key]) {
          append_reference(leaf, elements_[owner].reference);
          leaf += ' ';
        }
      }
      leaf += ']';
    }
    const Reference reference = file.reserve_packed();
    file.fill_packed(reference, leaf + "]>>");
    append_reference(kids, reference);
    kids += ' ';
  }
  const Reference reference = file.reserve_packed();
  file.fill_packed(reference, "<</Kids[" + kids + "]>>");
  return reference;
}

Reference TagTree::write(ObjectFile& file, const std::vector<Reference>& pages, bool needs_words) {
  arrange();
  find_heads();
  const Reference root = file.reserve_packed();
  for (Element& element : elements_) {
    if (element.is_wanted) element.reference = file.reserve_packed();
  }
  std::string value;
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (!elements_[i].is_wanted) continue;
    value.clear();
    append_value(value, static_cast<model::NodeIndex>(i), root, pages, needs_words);
    file.fill_packed(elements_[i].reference, value);
  }
  value = "<</Type/StructTreeRoot/K ";
  append_reference(value, elements_[0].reference);
  value += "/ParentTree ";
  append_reference(value, write_parents(file, pages.size()));
  if (heads_) {
    value += "/IDTree ";
    append_reference(value, write_identifiers(file));
  }
  value += "/ParentTreeNextKey ";
  append_integer(value, static_cast<std::int64_t>(pages.size() + widget_owners_.size()));
  file.fill_packed(root, value + ">>");
  return root;
}

}  // namespace krut::pdf
