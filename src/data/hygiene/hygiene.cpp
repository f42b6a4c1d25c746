#include "data/hygiene/hygiene.h"

#include <array>
#include <set>
#include <string>
#include <utility>

#include "data/hygiene/paper.h"
#include "data/hygiene/rules.h"

namespace krut::data {

namespace {

using Rule = void (*)(const hygiene::Paper&, Diagnostics&);

/// Where two rules find the same place wanting, the first of them tells it.
constexpr std::array<Rule, 14> rules = {hygiene::check_marks,   hygiene::check_letters,   hygiene::check_latin_words,
                                        hygiene::check_slips,   hygiene::check_spelling,  hygiene::check_spaces,
                                        hygiene::check_endings, hygiene::check_words,     hygiene::check_codes,
                                        hygiene::check_digits,  hygiene::check_numbering, hygiene::check_scores,
                                        hygiene::check_names,   hygiene::check_years};

constexpr std::string_view acceptance_key = "accepted_warnings";

void report_needless(const Value& code, Diagnostics& diagnostics) {
  hygiene::warn(
      diagnostics, "data.accepted-nothing", code.place(),
      {"ยอมรับคำเตือน \"" + code.text() + "\" ไว้ แต่ไม่มีคำเตือนนั้น",
       "the warning \"" + code.text() + "\" is accepted, but there is none"},
      {"ลบรหัสนี้ออกจาก accepted_warnings หรือตรวจตัวสะกด", "take it out of accepted_warnings, or check its spelling"});
}

/// What is left of `found` when the data itself has said which codes it accepts.
void add_unaccepted(const Value& root, const Diagnostics& found, Diagnostics& diagnostics) {
  const auto accepted = root.member(acceptance_key);
  std::set<std::string> silent;
  const bool has_list = accepted && accepted->kind() == Kind::array;
  for (std::size_t i = 0; has_list && i < accepted->size(); ++i) silent.insert(accepted->element(i).text());
  std::set<std::string> met;
  for (const Diagnostic& each : found.items()) {
    if (silent.count(each.code) == 0) {
      diagnostics.add(each);
    } else {
      met.insert(each.code);
    }
  }
  for (std::size_t i = 0; has_list && i < accepted->size(); ++i) {
    const Value code = accepted->element(i);
    if (met.count(code.text()) == 0) report_needless(code, diagnostics);
  }
}

}  // namespace

void review(const Json& data, Diagnostics& diagnostics) {
  const hygiene::Paper paper = hygiene::read_paper(data);
  Diagnostics all;
  std::set<std::pair<int, int>> places;
  for (const Rule rule : rules) {
    Diagnostics found;
    rule(paper, found);
    std::set<std::pair<int, int>> own;
    for (const Diagnostic& each : found.items()) {
      const std::pair place{each.where.line, each.where.column};
      if (places.count(place) == 0) all.add(each);
      own.insert(place);
    }
    places.merge(own);
  }
  add_unaccepted(paper.root, all, diagnostics);
}

}  // namespace krut::data
