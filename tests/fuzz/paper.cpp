#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "krut/krut.hpp"

/// A PDF or DOCX from anywhere: its data comes back, or there is a reason why not, and the fault is never ours.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using krut::api::Status;
  const krut::api::SourceOutcome outcome =
      krut::api::read_back({reinterpret_cast<const char*>(bytes), size}, "fuzz.pdf");
  if (outcome.status == Status::internal_error) std::abort();
  if (outcome.status != Status::ok && outcome.diagnostics.empty()) std::abort();
  return 0;
}
