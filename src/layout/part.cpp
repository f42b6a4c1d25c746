#include "layout/part.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "layout/faults.h"
#include "layout/values.h"

namespace krut::layout {

namespace {

constexpr const char* version_of_language = "1";

bool holds_slot(const std::vector<XmlNode>& nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [](const XmlNode& node) {
    const auto* element = std::get_if<XmlElement>(&node);
    return element != nullptr && (element->name == slot_element || holds_slot(element->children));
  });
}

/// Reads the file of one part.
class PartReader {
 public:
  PartReader(const SourceText& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

  std::unique_ptr<const Part> read(const std::string& name, XmlElement root) {
    auto part = std::make_unique<Part>();
    part->name = name;
    part->place = source_.place(root.offset);
    if (root.name != "part") {
      diagnostics_.add(faults::not_a_part(part->place, root.name));
      return nullptr;
    }
    check_attributes(root, {"version", "name", "about"});
    expect_text(root, "version", version_of_language);
    expect_text(root, "name", name);
    for (XmlNode& node : root.children) {
      auto* element = std::get_if<XmlElement>(&node);
      if (element != nullptr && element->name == "param") {
        add_parameter(*element, *part);
      } else if (element != nullptr && element->name == "style") {
        part->styles.push_back(std::move(*element));
      } else {
        part->body.push_back(std::move(node));
      }
    }
    part->has_slot = holds_slot(part->body);
    return part;
  }

 private:
  void check_attributes(const XmlElement& element, const faults::Words& known) {
    for (const XmlAttribute& each : element.attributes) {
      const bool is_known = std::find(known.begin(), known.end(), each.name) != known.end();
      if (!is_known)
        diagnostics_.add(faults::unknown_attribute(source_.place(each.offset), each.name, element.name, known));
    }
  }

  void expect_text(const XmlElement& element, const std::string& attribute, const std::string& text) {
    const XmlAttribute* given = element.attribute(attribute);
    if (given == nullptr) {
      diagnostics_.add(faults::missing_attribute(source_.place(element.offset), attribute, element.name));
    } else if (given->value.text() != text) {
      diagnostics_.add(
          faults::bad_word(source_.place(given->value.source_offset(0)), attribute, given->value.text(), {text}));
    }
  }

  void add_parameter(const XmlElement& element, Part& part) {
    check_attributes(element, {"name", "required", "default", "about"});
    const XmlAttribute* name = element.attribute("name");
    if (name == nullptr) {
      diagnostics_.add(faults::missing_attribute(source_.place(element.offset), "name", "param"));
      return;
    }
    const Place place = source_.place(name->value.source_offset(0));
    if (!values::is_identifier(name->value.text())) {
      diagnostics_.add(faults::bad_value(place, "name", name->value.text(),
                                         {"ชื่อที่มีแต่อักษรละติน ตัวเลข และขีด ขึ้นต้นด้วยอักษร",
                                          "a name of Latin letters, digits and hyphens that starts with a letter"}));
      return;
    }
    if (part.parameter(name->value.text()) != nullptr) {
      diagnostics_.add(faults::doubled_parameter(place, name->value.text()));
    }
    Parameter parameter{name->value.text(), false, {}};
    if (const XmlAttribute* required = element.attribute("required")) parameter.is_required = yes_or_no(*required);
    if (const XmlAttribute* otherwise = element.attribute("default")) parameter.otherwise = otherwise->value;
    part.parameters.push_back(std::move(parameter));
  }

  bool yes_or_no(const XmlAttribute& attribute) {
    const auto value = values::yes_no(attribute.value.text());
    if (!value) {
      diagnostics_.add(faults::bad_word(source_.place(attribute.value.source_offset(0)), attribute.name,
                                        attribute.value.text(), {"yes", "no"}));
    }
    return value.value_or(false);
  }

  const SourceText& source_;
  Diagnostics& diagnostics_;
};

}  // namespace

const Parameter* Part::parameter(const std::string& wanted) const {
  const auto found =
      std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& each) { return each.name == wanted; });
  return found == parameters.end() ? nullptr : &*found;
}

const Part* PartLibrary::find(const std::string& name) { return entry(name).part.get(); }

bool PartLibrary::is_known(const std::string& name) { return entry(name).has_file; }

std::vector<const Part*> PartLibrary::used() const { return used_; }

const PartLibrary::Entry& PartLibrary::entry(const std::string& name) {
  const auto [found, is_new] = entries_.try_emplace(name);
  Entry& entry = found->second;
  if (!is_new || !find_ || !values::is_identifier(name)) return entry;
  auto file = find_("parts/" + name + ".xml");
  if (!file) return entry;
  entry.has_file = true;
  auto root = read_joined_xml(source_, std::move(file->text), std::move(file->file), diagnostics_);
  if (!root) return entry;
  entry.part = PartReader(source_, diagnostics_).read(name, std::move(*root));
  if (entry.part) used_.push_back(entry.part.get());
  return entry;
}

}  // namespace krut::layout
