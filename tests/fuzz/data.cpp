#include <cstdint>
#include <cstdlib>
#include <string>

#include "krut/krut.hpp"
#include "mutators/mutation.h"
#include "resources.h"

KRUT_FUZZ_MUTATES_WITH(krut::fuzz::changed_json)

/// Data from anywhere, through the public door: whatever it holds, there are both papers, or reasons why there are
/// none, and the fault is never ours.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using krut::api::Status;
  static const krut::api::Engine engine({{krut::fuzz::resource("fonts")}, {krut::fuzz::resource("layouts")}});
  krut::api::Request request;
  request.data.assign(reinterpret_cast<const char*>(bytes), size);
  request.data_name = "fuzz.json";
  const krut::api::Outcome outcome = engine.render(request);
  const bool is_made = !outcome.pdf.empty() && !outcome.docx.empty();
  const bool is_told = !outcome.diagnostics.empty();
  if (outcome.status == Status::internal_error) std::abort();
  if (outcome.status == Status::ok ? !is_made : !is_told) std::abort();
  return 0;
}
