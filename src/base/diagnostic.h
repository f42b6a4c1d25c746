#pragma once

#include <cstddef>
#include <map>
#include <set>
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

/// The faults found so far, in the order of finding. Checking collects: nothing throws for bad input. Of each code
/// `limits::diagnostics` are kept, which is as many as are shown; the rest are counted.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  /// Counts `count` more faults of a code, whose first have been added.
  void add_untold(const std::string& code, Severity severity, std::size_t count);
  void append(const Diagnostics& other);
  /// The same, without what has one of the codes.
  void append_without(const std::set<std::string>& codes, const Diagnostics& other);

  [[nodiscard]] const std::vector<Diagnostic>& items() const { return items_; }
  [[nodiscard]] std::vector<Diagnostic>& items() { return items_; }
  [[nodiscard]] std::size_t untold() const;     ///< found, but only counted
  [[nodiscard]] Severity worst_untold() const;  ///< of them; a note when there are none
  [[nodiscard]] std::size_t found() const { return items_.size() + untold(); }
  [[nodiscard]] bool empty() const { return items_.empty() && untold_.empty(); }
  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] bool has_warnings() const;
  /// Orders by file, line, column, code; equal places keep the order of finding.
  void sort_by_place();

 private:
  struct Untold {
    Severity severity = Severity::note;  ///< the worst of them
    std::size_t count = 0;
  };

  [[nodiscard]] bool has(Severity severity) const;

  std::vector<Diagnostic> items_;
  std::map<std::string, std::size_t> kept_;  // how many of each code
  std::map<std::string, Untold> untold_;
};

/// `report.json:19:108: error: … [data.wrong-type]` with the hint and the asking line below, ends with a newline. Of a
/// message, pointer or hint longer than `limits::shown_characters` the middle is left out.
[[nodiscard]] std::string format_for_people(const Diagnostic& diagnostic, Language language);

/// The candidate nearest to `word` by edit distance, or empty when none is near enough to be worth naming.
/// Words of hundreds of characters are no slips, and of thousands of candidates only the first are looked at.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace krut
