#include "pdf/svg_guard.h"

#include <algorithm>
#include <string>

#include "base/error.h"
#include "base/limits.h"

namespace krut::pdf {
namespace {

/// Counts elements without minding whether they are well formed: that is the renderer's to tell.
class Counter {
 public:
  explicit Counter(std::string_view bytes) : bytes_(bytes) {}

  void count() {
    while ((at_ = bytes_.find('<', at_)) < bytes_.size()) {
      if (skips("<!--", "-->") || skips("<![CDATA[", "]]>") || skips("<?", "?>")) continue;
      const bool is_declaration = bytes_.substr(at_, 2) == "<!";
      const bool is_end = bytes_.substr(at_, 2) == "</";
      const std::size_t end = end_of_tag(is_declaration);
      const bool is_empty = end > 0 && bytes_.substr(end - 1, 2) == "/>";
      if (!is_declaration) note(is_end, is_empty);
      at_ = std::min(end + 1, bytes_.size());
    }
  }

 private:
  bool skips(std::string_view begin, std::string_view end) {
    if (bytes_.substr(at_, begin.size()) != begin) return false;
    const std::size_t found = bytes_.find(end, at_ + begin.size());
    at_ = found == std::string_view::npos ? bytes_.size() : found + end.size();
    return true;
  }

  /// The '>' that ends the tag, quotation marks minded; of a declaration also the '[' that opens its inside.
  [[nodiscard]] std::size_t end_of_tag(bool is_declaration) const {
    char quote = '\0';
    for (std::size_t i = at_; i < bytes_.size(); ++i) {
      const char c = bytes_[i];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>' || (is_declaration && c == '[')) {
        return i;
      }
    }
    return bytes_.size();
  }

  void note(bool is_end, bool is_empty) {
    if (is_end) {
      if (depth_ > 0) --depth_;
      return;
    }
    if (++elements_ > limits::svg_elements) refuse("svg_elements", limits::svg_elements);
    if (is_empty) return;
    if (++depth_ > limits::svg_depth) refuse("svg_depth", limits::svg_depth);
  }

  [[noreturn]] static void refuse(const std::string& limit, std::size_t most) {
    const std::string number = std::to_string(most);
    throw Error(ErrorKind::limit, "pdf.svg-too-complex",
                {"ภาพ SVG ซับซ้อนเกินกำหนด " + limit + " (" + number + ")",
                 "the SVG image goes over the limit " + limit + " (" + number + ")"},
                {"ทำภาพให้เรียบง่ายลง หรือบันทึกเป็น PNG", "simplify the drawing, or save it as PNG"});
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t elements_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

void guard_svg(std::string_view bytes) { Counter(bytes).count(); }

}  // namespace krut::pdf
