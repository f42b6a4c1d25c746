#pragma once

#include <cstdlib>
#include <string_view>

#include "krut/krut.hpp"

namespace krut::fuzz {

/// A PDF or DOCX from anywhere: its data comes back, or there is a reason why not, and the fault is never ours.
inline void read_paper(std::string_view bytes) {
  using api::Status;
  const api::SourceOutcome outcome = api::read_back(bytes, "paper");
  if (outcome.status == Status::internal_error) std::abort();
  static_cast<void>(api::judge(bytes));
  if (outcome.status != Status::ok && outcome.diagnostics.empty()) std::abort();
  if (outcome.status == Status::ok && outcome.about.empty()) std::abort();
}

}  // namespace krut::fuzz
