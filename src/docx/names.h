#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/document.h"

namespace krut::docx {

/// Where a value of the data stands in the file: a bookmark's name or a control's tag, and the JSON pointer behind it.
struct Anchor {
  std::string name;
  std::string pointer;
};

/// Names and numbers that must be unique in a file and the same in every run: all follow from the content.
class Names {
 public:
  /// For w14:paraId: eight hexadecimal digits, above 0 and below 80000000, another one for each paragraph of an
  /// element.
  [[nodiscard]] std::string paragraph(model::ElementId element);

  struct Bookmark {
    int id = 0;
    std::string name;
  };
  /// `_rs1_` and 12 digits of the pointer's hash; a value printed again gets a number behind them.
  [[nodiscard]] Bookmark bookmark(const std::string& pointer);

  struct Control {
    std::int32_t id = 0;
    std::string tag;
  };
  /// A check box for the option `option` of the value at `pointer`.
  [[nodiscard]] Control control(const std::string& pointer, model::ElementId option);

  /// For wp:docPr.
  [[nodiscard]] int drawing() { return ++drawings_; }

  /// Bookmarks and tags in document order.
  [[nodiscard]] const std::vector<Anchor>& anchors() const { return anchors_; }

 private:
  [[nodiscard]] std::string unique_name(const std::string& name);

  std::unordered_map<model::ElementId, int> paragraphs_of_;
  std::unordered_set<std::uint32_t> paragraphs_;
  std::unordered_set<std::uint32_t> controls_;
  std::unordered_map<std::string, int> names_;
  std::vector<Anchor> anchors_;
  int bookmarks_ = 0;
  int drawings_ = 0;
};

/// `digits` upper case hexadecimal digits of `value`, the lowest ones.
[[nodiscard]] std::string hexadecimal(std::uint64_t value, int digits);

/// A GUID in braces made of the content, as WordprocessingML writes it.
[[nodiscard]] std::string guid_of(std::string_view bytes);

}  // namespace krut::docx
