#include "data/hygiene/slips.h"

#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

void tell(const Passage& passage, const Slip& slip, std::size_t first, Diagnostics& diagnostics) {
  const std::string wrong = quoted(slip.wrong);
  const std::string right = quoted(slip.right);
  const Bilingual remedy{"แก้เป็น " + right, "write " + right};
  if (slip.is_doubled_word()) {
    if (is_doubled(passage.characters, first, slip.right.size())) {
      tell_doubled(passage, first, slip.right.size(), diagnostics);
    }
    return;
  }
  if (slip.is_torn_word()) {
    const std::size_t space = first + slip.wrong.find(U' ');
    return tell_space(passage, space, slip.wrong, diagnostics);
  }
  if (slip.is_abbreviation()) {
    return warn(diagnostics, "data.abbreviation-dot", place_in(passage, first),
                {"คำย่อ " + wrong + " เขียนไม่ครบจุด", "the abbreviation " + wrong + " lacks a full stop"}, remedy);
  }
  warn(diagnostics, "data.misspelling", place_in(passage, first),
       {wrong + " น่าจะเขียนผิด ที่ถูกคือ " + right, wrong + " is probably a slip for " + right}, remedy);
}

}  // namespace

void check_slips(const Paper& paper, Diagnostics& diagnostics) {
  const SlipFinder& finder = known_slip_finder();
  for_each_text(paper, diagnostics, [&](const Passage& passage) {
    if (is_person(passage)) return;
    finder.find(passage.characters,
                [&](const Slip& slip, std::size_t first) { tell(passage, slip, first, diagnostics); });
  });
}

}  // namespace krut::data::hygiene
