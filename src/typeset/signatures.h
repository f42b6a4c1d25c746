#pragma once

#include <vector>

#include "model/document.h"
#include "model/page.h"
#include "typeset/block_setter.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// Signature blocks that stand side by side, as one strip that never breaks.
struct SignatureStrip {
  Strip strip;
  std::vector<model::SignatureArea> areas;
};

/// The blocks of all signers, row by row, none of which may be parted from the row above.
[[nodiscard]] std::vector<SignatureStrip> set_signatures(const model::Signatures& signatures, const BlockColumn& column,
                                                         Context& context);

}  // namespace krut::typeset
