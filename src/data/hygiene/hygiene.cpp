#include "data/hygiene/hygiene.h"

#include "data/hygiene/paper.h"
#include "data/hygiene/rules.h"

namespace krut::data {

void review(const Json& data, Diagnostics& diagnostics) {
  const hygiene::Paper paper = hygiene::read_paper(data);
  for (const auto rule :
       {hygiene::check_marks, hygiene::check_letters, hygiene::check_latin_words, hygiene::check_words}) {
    rule(paper, diagnostics);
  }
}

}  // namespace krut::data
