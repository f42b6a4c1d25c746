#include "pdf/navigation.h"

namespace krut::pdf {
namespace {

constexpr std::size_t nowhere = SIZE_MAX;

struct Entry {
  std::size_t parent = nowhere;
  std::size_t previous = nowhere;
  std::size_t next = nowhere;
  std::size_t first_child = nowhere;
  std::size_t last_child = nowhere;
  std::int64_t descendants = 0;
};

/// Who stands under whom; entry 0 is the root, entry i + 1 the i-th heading.
std::vector<Entry> arrange(const std::vector<model::OutlineEntry>& outline) {
  std::vector<Entry> entries(outline.size() + 1);
  std::vector<std::size_t> open{0};
  for (std::size_t i = 1; i < entries.size(); ++i) {
    while (open.size() > 1 && outline[open.back() - 1].level >= outline[i - 1].level) open.pop_back();
    Entry& entry = entries[i];
    entry.parent = open.back();
    Entry& parent = entries[entry.parent];
    entry.previous = parent.last_child;
    if (parent.last_child == nowhere) {
      parent.first_child = i;
    } else {
      entries[parent.last_child].next = i;
    }
    parent.last_child = i;
    for (const std::size_t ancestor : open) ++entries[ancestor].descendants;
    open.push_back(i);
  }
  return entries;
}

}  // namespace

std::string write_outline(ObjectFile& file, const model::Pages& pages, const std::vector<Reference>& page_references) {
  if (pages.outline.empty()) return {};
  const std::vector<Entry> entries = arrange(pages.outline);
  std::vector<Reference> references;
  references.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) references.push_back(file.reserve_packed());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    std::string value = i == 0 ? "<</Type/Outlines" : "<<";
    const auto link = [&](std::string_view key, std::size_t target) {
      if (target == nowhere) return;
      value += key;
      append_reference(value, references[target]);
    };
    link("/Parent ", entry.parent);
    link("/Prev ", entry.previous);
    link("/Next ", entry.next);
    link("/First ", entry.first_child);
    link("/Last ", entry.last_child);
    if (entry.descendants > 0) {
      value += "/Count ";
      append_integer(value, entry.descendants);
    }
    if (i > 0) {
      const model::OutlineEntry& heading = pages.outline[i - 1];
      value += "/Title";
      append_text_string(value, heading.title);
      value += "/Dest[";
      append_reference(value, page_references.at(heading.page));
      value += "/XYZ null ";
      append_points(value, pages.pages.at(heading.page).height - heading.y);
      value += " null]";
    }
    file.fill_packed(references[i], value + ">>");
  }
  std::string root;
  append_reference(root, references[0]);
  return root;
}

std::string page_labels(const model::Pages& pages) {
  std::string out = "<</Nums[";
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    append_integer(out, static_cast<std::int64_t>(i));
    if (pages.pages[i].label.empty()) {
      out += "<</S/D/St ";
      append_integer(out, static_cast<std::int64_t>(i) + 1);
    } else {
      out += "<</P";
      append_text_string(out, pages.pages[i].label);
    }
    out += ">>";
  }
  return out + "]>>";
}

}  // namespace krut::pdf
