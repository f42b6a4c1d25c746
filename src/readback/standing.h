#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/budget.h"
#include "base/diagnostic.h"

namespace krut::readback {

/// What a file is to krut.
enum class Standing {
  empty,            ///< no bytes
  untouched,        ///< krut made it, and every byte is as it was then
  edited,           ///< krut made it, and another program has saved it since, whatever it changed
  with_signatures,  ///< krut made it, and it carries signatures; it may be edited too
  foreign,          ///< anything else
};

/// One place where a file no longer says what it said when it was made.
struct Difference {
  Bilingual place;      ///< "table 2, row 3, cell 1"
  std::string pointer;  ///< JSON pointer of the value that stands there, where it is known
  std::string before;   ///< the words, with a little of what stands around them; empty: there were none
  std::string after;    ///< empty: they are gone
};

/// A signature, as the file describes it. Nobody has checked whether it is good.
struct Signature {
  std::string field;
  std::string signer;
  std::string signed_at;  ///< "2023-04-10T09:30:00+07:00", or as the file has it
};

struct Judgement {
  Standing standing = Standing::foreign;
  std::string program;   ///< that saved the file last, as it names itself; empty: it does not
  std::string person;    ///< who saved it last, by the file; empty: not told
  std::string saved_at;  ///< when; empty: not told
  std::vector<Signature> signatures;
  std::vector<Difference> differences;  ///< the first ones, `limits::told_differences` of them
  bool has_more_differences = false;
  bool is_compared = false;  ///< false: the file does not hold what it said when it was made, or too much
};

/// Looks at a file that is about to be replaced or read back. Never trusts it: what it says of itself is not proven,
/// but no file is `untouched` of which a byte was changed by a program that knows nothing of krut. Throws `Error`
/// (limit, cancelled) when `budget` is spent, and std::bad_alloc.
[[nodiscard]] Judgement judge(std::string_view bytes, const Budget& budget = {});

}  // namespace krut::readback
