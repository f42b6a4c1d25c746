#include "data/hygiene/hygiene.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "data/hygiene/paper.h"
#include "data/hygiene/rules.h"

namespace krut::data {

namespace {

using Rule = void (*)(const hygiene::Paper&, Diagnostics&);

/// Rules that read texts, whatever stands beside them. Where two rules find the same place wanting, the first of them
/// tells it.
constexpr std::array<Rule, 12> text_rules = {
    hygiene::check_placeholders, hygiene::check_conversions, hygiene::check_marks,    hygiene::check_letters,
    hygiene::check_latin_words,  hygiene::check_slips,       hygiene::check_spelling, hygiene::check_spaces,
    hygiene::check_endings,      hygiene::check_words,       hygiene::check_codes,    hygiene::check_digits};

/// Rules that compare values with one another; they come after those of texts.
constexpr std::array<Rule, 4> comparing_rules = {hygiene::check_numbering, hygiene::check_scores, hygiene::check_names,
                                                 hygiene::check_years};

constexpr std::string_view acceptance_key = "accepted_warnings";
/// Told where the layout is filled, which knows what is printed.
constexpr std::string_view told_by_layout = "data.picture-missing";

void report_needless(const Value& code, Diagnostics& diagnostics) {
  hygiene::warn(
      diagnostics, "data.accepted-nothing", code.place(),
      {"ยอมรับคำเตือน \"" + code.text() + "\" ไว้ แต่ไม่มีคำเตือนนั้น",
       "the warning \"" + code.text() + "\" is accepted, but there is none"},
      {"ลบรหัสนี้ออกจาก accepted_warnings หรือตรวจตัวสะกด", "take it out of accepted_warnings, or check its spelling"});
}

std::vector<Value> accepted_codes(const Value& root) {
  const auto list = root.member(acceptance_key);
  std::vector<Value> codes;
  const bool has_list = list && list->kind() == Kind::array;
  for (std::size_t i = 0; has_list && i < list->size(); ++i) codes.push_back(list->element(i));
  return codes;
}

/// What is left of `found` when the data itself has said which codes it accepts.
void add_unaccepted(const std::vector<Value>& accepted, const Diagnostics& found, Diagnostics& diagnostics) {
  std::set<std::string> silent;
  for (const Value& code : accepted) silent.insert(code.text());
  diagnostics.append_without(silent, found);
}

void report_needless_codes(const std::vector<Value>& accepted, const Diagnostics& found, Diagnostics& diagnostics) {
  std::set<std::string> met;
  for (const Diagnostic& each : found.items()) met.insert(each.code);
  for (const Value& code : accepted) {
    if (met.count(code.text()) == 0 && code.text() != told_by_layout) report_needless(code, diagnostics);
  }
}

/// Runs rules one after the other over one paper.
class Reader {
 public:
  explicit Reader(const Json& data) : paper_(hygiene::read_paper(data)) {}

  template <typename Rules>
  void run(const Rules& rules) {
    for (const Rule rule : rules) {
      Diagnostics found;
      paper_.budget.check();
      rule(paper_, found);
      std::set<std::pair<int, int>> own;
      for (const Diagnostic& each : found.items()) own.insert(place_of(each));
      auto& items = found.items();
      const auto is_told = [&](const Diagnostic& each) {
        return places_.count(place_of(each)) != 0 || garbled_.count(each.where.pointer) != 0;
      };
      items.erase(std::remove_if(items.begin(), items.end(), is_told), items.end());
      for (const Diagnostic& each : items) {
        if (each.code == "data.mojibake") garbled_.insert(each.where.pointer);
      }
      found_.append(found);
      places_.merge(own);
    }
  }

  [[nodiscard]] const Value& root() const { return paper_.root; }
  [[nodiscard]] const Diagnostics& found() const { return found_; }

 private:
  static std::pair<int, int> place_of(const Diagnostic& found) { return {found.where.line, found.where.column}; }

  hygiene::Paper paper_;
  Diagnostics found_;
  std::set<std::pair<int, int>> places_;
  std::set<std::string> garbled_;  ///< values told to be garbled, of which nothing else need be told
};

}  // namespace

void review(const Json& data, Diagnostics& diagnostics) {
  Reader reader(data);
  reader.run(text_rules);
  reader.run(comparing_rules);
  const std::vector<Value> accepted = accepted_codes(reader.root());
  add_unaccepted(accepted, reader.found(), diagnostics);
  report_needless_codes(accepted, reader.found(), diagnostics);
}

void review_texts(const Json& data, Diagnostics& diagnostics) {
  Reader reader(data);
  reader.run(text_rules);
  add_unaccepted(accepted_codes(reader.root()), reader.found(), diagnostics);
}

}  // namespace krut::data
