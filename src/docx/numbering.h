#pragma once

#include <string>
#include <vector>

#include "docx/xml.h"
#include "model/document.h"

namespace krut::docx {

/// A list paragraph's place: which numbering it counts in and at which depth.
struct ListNumber {
  int id = 0;
  int level = 0;

  bool operator==(const ListNumber&) const = default;
};

/// Real numbering: one definition for each kind of marker, one instance for each run of consecutive numbers, so that a
/// word processor counts on and the printed numbers are those of the data. LibreOffice (7.4) does not know thaiNumbers
/// and shows the same numbers in Arabic digits; Word shows ๑ ๒ ๓.
class Numbering {
 public:
  /// A new count that begins with `first` (ignored where the marker is no number).
  [[nodiscard]] ListNumber start(model::MarkerStyle marker, int level, int first);

  [[nodiscard]] bool empty() const { return instances_.empty(); }
  /// word/numbering.xml
  [[nodiscard]] std::string xml(const model::TextFormat& plain) const;

 private:
  struct Instance {
    std::size_t definition = 0;
    int level = 0;
    int first = 1;
  };
  std::vector<model::MarkerStyle> definitions_;
  std::vector<Instance> instances_;
};

}  // namespace krut::docx
