#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace krut {

enum class Language { thai, english };

/// A sentence in both languages of the product. Both are always filled; the caller picks one when it shows it.
struct Bilingual {
  std::string thai = {};
  std::string english = {};

  [[nodiscard]] const std::string& in(Language language) const { return language == Language::thai ? thai : english; }
  [[nodiscard]] bool empty() const { return thai.empty() && english.empty(); }
};

/// Where something stands in an input file. Lines and columns start at 1 and columns count characters
/// (Unicode code points), never bytes; 0 means "not known".
struct Place {
  std::string file = {};  ///< as the user named it; empty when the input has no name
  int line = 0;
  int column = 0;
  std::string pointer = {};  ///< JSON pointer (RFC 6901) inside a data file; empty elsewhere and for the root
};

/// A note asks for nothing: it tells what one may want to know.
enum class Severity { note, warning, error };

/// One fault in an input, told so that a person can mend it.
struct Diagnostic {
  std::string code = {};  ///< stable, lower case with dots: "data.wrong-type"
  Severity severity = Severity::error;
  Bilingual message = {};  ///< one sentence: what is wrong
  Place where = {};
  Place asked_by = {};  ///< the layout line that wanted the value; empty when nobody did
  Bilingual hint = {};  ///< how to mend it; what users see always has one
  /// All that it speaks of, where that may be more than the message can name: JSON pointers, `*` for every element.
  std::vector<std::string> pointers = {};
};

/// The faults found so far, in the order of finding. Checking collects: nothing throws for bad input.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }
  void append(const Diagnostics& other) { items_.insert(items_.end(), other.items_.begin(), other.items_.end()); }

  [[nodiscard]] const std::vector<Diagnostic>& items() const { return items_; }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] bool has_warnings() const;
  /// Orders by file, line, column, code; equal places keep the order of finding.
  void sort_by_place();

 private:
  std::vector<Diagnostic> items_;
};

/// `report.json:19:108: error: … [data.wrong-type]` with the hint and the asking line below, ends with a newline. Of a
/// message, pointer or hint longer than `limits::shown_characters` the middle is left out.
[[nodiscard]] std::string format_for_people(const Diagnostic& diagnostic, Language language);

/// The candidate nearest to `word` by edit distance, or empty when none is near enough to be worth naming.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace krut
