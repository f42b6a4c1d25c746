#include "layout/assembly.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "layout/faults.h"

namespace krut::layout {

namespace {

constexpr const char* suffix = ".xml";

std::string text_of(const XmlElement& element, const std::string& attribute) {
  const XmlAttribute* given = element.attribute(attribute);
  return given == nullptr ? std::string() : given->value.text();
}

/// Up to and with the last slash.
std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

bool is_named(const XmlNode& node, const std::string& element_name, const std::string& name) {
  const auto* element = std::get_if<XmlElement>(&node);
  return element != nullptr && element->name == element_name && text_of(*element, "name") == name;
}

class Assembler {
 public:
  Assembler(SourceText& source, const FindFile& find, Diagnostics& diagnostics)
      : source_(source), find_(find), diagnostics_(diagnostics) {}

  std::optional<Assembled> assemble(XmlElement root) {
    put_styles_in(root);
    const XmlAttribute* extended = root.attribute("extends");
    if (extended == nullptr) return Assembled{std::move(root), std::nullopt};
    const std::string path = extended->value.text() + suffix;
    const Place place = source_.place(extended->value.source_offset(0));
    if (std::find(extended_.begin(), extended_.end(), path) != extended_.end() ||
        extended_.size() == limits::part_depth) {
      diagnostics_.add(faults::layout_extends_itself(place, extended->value.text()));
      return std::nullopt;
    }
    extended_.push_back(path);
    auto base_root = read(path, place);
    if (!base_root) return std::nullopt;
    auto base = assemble(std::move(*base_root));
    if (!base) return std::nullopt;
    const bool has_schema = root.attribute("schema") != nullptr;
    if (has_schema) {
      base->schema.reset();
    } else if (!base->schema) {
      base->schema = folder_of(path) + text_of(base->root, "schema");
    }
    lay_over(std::move(root), base->root);
    return base;
  }

 private:
  std::optional<XmlElement> read(const std::string& path, const Place& asked_at) {
    auto file = find_ ? find_(path) : std::nullopt;
    if (!file) {
      diagnostics_.add(faults::no_such_file(asked_at, path));
      return std::nullopt;
    }
    return read_joined_xml(source_, std::move(file->text), std::move(file->file), diagnostics_);
  }

  /// In place of each <include>, the styles of its file.
  void put_styles_in(XmlElement& root) {
    std::vector<XmlNode> children;
    for (XmlNode& child : root.children) {
      const auto* element = std::get_if<XmlElement>(&child);
      if (element == nullptr || element->name != "include" || element->attribute("file") == nullptr) {
        children.push_back(std::move(child));
        continue;
      }
      for (XmlNode& style : styles_of(*element)) children.push_back(std::move(style));
    }
    root.children = std::move(children);
  }

  std::vector<XmlNode> styles_of(const XmlElement& include) {
    const XmlAttribute& file = *include.attribute("file");
    auto root = read(file.value.text(), source_.place(file.value.source_offset(0)));
    if (!root) return {};
    if (root->name != "styles") {
      diagnostics_.add(faults::no_styles(source_.place(root->offset), root->name));
      return {};
    }
    for (const XmlNode& child : root->children) {
      const auto* element = std::get_if<XmlElement>(&child);
      if (element == nullptr || element->name == "style") continue;
      diagnostics_.add(
          faults::misplaced_element(source_.place(element->offset), element->name, "styles", {"section", "part"}));
    }
    return std::move(root->children);
  }

  void lay_over(XmlElement root, XmlElement& base) {
    for (XmlAttribute& attribute : root.attributes) {
      const auto same = std::find_if(base.attributes.begin(), base.attributes.end(),
                                     [&](const XmlAttribute& each) { return each.name == attribute.name; });
      if (same == base.attributes.end()) {
        base.attributes.push_back(std::move(attribute));
      } else {
        *same = std::move(attribute);
      }
    }
    base.offset = root.offset;
    for (XmlNode& child : root.children) lay_over(std::move(child), base);
  }

  void lay_over(XmlNode child, XmlElement& base) {
    const auto* element = std::get_if<XmlElement>(&child);
    if (element == nullptr) return;
    const std::string kind = element->name;
    const std::string name = text_of(*element, "name");
    if (kind == "blocks") return replace_blocks(std::move(child), name, base);
    const auto same = std::find_if(base.children.begin(), base.children.end(),
                                   [&](const XmlNode& each) { return is_named(each, kind, name); });
    if (!name.empty() && same != base.children.end()) {
      *same = std::move(child);
    } else {
      base.children.insert(kind == "style" ? behind_styles(base) : base.children.end(), std::move(child));
    }
  }

  static std::vector<XmlNode>::iterator behind_styles(XmlElement& base) {
    const auto is_style = [](const XmlNode& node) {
      const auto* element = std::get_if<XmlElement>(&node);
      return element != nullptr && element->name == "style";
    };
    return std::find_if(base.children.rbegin(), base.children.rend(), is_style).base();
  }

  void replace_blocks(XmlNode blocks, const std::string& name, XmlElement& base) {
    faults::Words known;
    XmlElement* place = find_blocks(base, name, known);
    if (place != nullptr) {
      *place = std::move(std::get<XmlElement>(blocks));
      return;
    }
    const auto& element = std::get<XmlElement>(blocks);
    diagnostics_.add(faults::no_such_blocks(source_.place(element.offset), name, known));
  }

  static XmlElement* find_blocks(XmlElement& parent, const std::string& name, faults::Words& known) {
    for (XmlNode& child : parent.children) {
      auto* element = std::get_if<XmlElement>(&child);
      if (element == nullptr) continue;
      if (element->name == "blocks" && element->attribute("name") != nullptr) {
        if (text_of(*element, "name") == name) return element;
        known.push_back(text_of(*element, "name"));
      }
      if (XmlElement* found = find_blocks(*element, name, known)) return found;
    }
    return nullptr;
  }

  SourceText& source_;
  const FindFile& find_;
  Diagnostics& diagnostics_;
  std::vector<std::string> extended_;  ///< paths, in the order of extension
};

}  // namespace

std::optional<Assembled> assemble(XmlElement root, SourceText& source, const FindFile& find, Diagnostics& diagnostics) {
  return Assembler(source, find, diagnostics).assemble(std::move(root));
}

}  // namespace krut::layout
