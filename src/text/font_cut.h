#pragma once

#include <memory>
#include <set>

#include "model/page.h"

namespace krut::text {

/// The font cut down to these characters, with the names and features of the whole, for a paper that borrows a few
/// signs of it. The program itself where it cannot be cut.
[[nodiscard]] std::shared_ptr<const model::FontProgram> cut_to(const std::shared_ptr<const model::FontProgram>& program,
                                                               const std::set<char32_t>& characters);

}  // namespace krut::text
