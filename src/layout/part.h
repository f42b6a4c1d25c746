#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "layout/layout.h"
#include "layout/source_text.h"
#include "layout/xml_reader.h"

namespace krut::layout {

/// What a use of a part says in an attribute of this name.
struct Parameter {
  std::string name;
  bool is_required = false;
  SourceString otherwise;  ///< where a use says nothing; empty: nothing is there
};

/// A piece of a layout in a file of its own, `parts/NAME.xml`, used by its name as an element.
struct Part {
  std::string name;
  Place place;  ///< of its root
  std::vector<Parameter> parameters;
  std::vector<XmlElement> styles;  ///< that it brings along
  std::vector<XmlNode> body;
  bool has_slot = false;  ///< what stands inside a use has a place in the body

  [[nodiscard]] const Parameter* parameter(const std::string& wanted) const;
};

/// The parts that a layout uses, each read once. Their texts join the layout's source.
class PartLibrary {
 public:
  PartLibrary(SourceText& source, const FindFile& find, Diagnostics& diagnostics)
      : source_(source), find_(find), diagnostics_(diagnostics) {}

  /// The part of that name; null where there is none, or where it cannot be read (a fault was added, once).
  [[nodiscard]] const Part* find(const std::string& name);
  /// Whether there is a file of that name, sound or not.
  [[nodiscard]] bool is_known(const std::string& name);
  /// Whether it was asked for before.
  [[nodiscard]] bool is_read(const std::string& name) const { return entries_.count(name) > 0; }
  /// In the order in which they were met.
  [[nodiscard]] std::vector<const Part*> used() const;

 private:
  struct Entry {
    bool has_file = false;
    std::unique_ptr<const Part> part;
  };
  const Entry& entry(const std::string& name);

  SourceText& source_;
  const FindFile& find_;
  Diagnostics& diagnostics_;
  std::map<std::string, Entry> entries_;
  std::vector<const Part*> used_;
};

/// The element by which a part says where that stands which its uses hold.
inline constexpr std::string_view slot_element = "slot";

}  // namespace krut::layout
