#include <cstdint>
#include <cstdlib>
#include <string>

#include "data/checked_data.h"
#include "mutators/mutation.h"
#include "resources.h"

KRUT_FUZZ_MUTATES_WITH(krut::fuzz::changed_json)

namespace {

using namespace krut;

/// Everything that the schema says about the data, down to a depth that any layout would ask for.
void walk(const data::Schema::Node& node, int depth) {
  constexpr int deepest = 8;
  if (depth == deepest) return;
  static_cast<void>(node.kind());
  static_cast<void>(node.choices());
  static_cast<void>(node.description());
  if (const auto element = node.element()) walk(*element, depth + 1);
  std::size_t seen = 0;
  for (const std::string& key : node.keys()) {
    constexpr std::size_t most_keys = 4;  // of each object: schemas that refer to themselves have no end
    if (++seen > most_keys) break;
    static_cast<void>(node.is_required(key));
    if (const auto member = node.member(key)) walk(*member, depth + 1);
  }
}

}  // namespace

/// A schema from anywhere: it is taken or told why not; one that is taken can be walked, makes a skeleton, and says yes
/// or no to an example's data.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const std::string example = fuzz::resource_text("examples/memo.json");
  Diagnostics diagnostics;
  const auto schema = data::Schema::load({reinterpret_cast<const char*>(bytes), size}, "fuzz.schema.json", diagnostics);
  if (schema.has_value() == diagnostics.has_errors()) std::abort();
  if (!schema) return 0;
  walk(schema->root(), 0);
  static_cast<void>(data::skeleton(*schema, {"/memo/subject", "/memo/body", "/parts/*/heading"}, "memo"));
  const auto json = data::Json::parse(example, "memo.json", diagnostics);
  Diagnostics told;
  const auto checked = data::CheckedData::check(*json, *schema, told);
  if (checked.has_value() == told.has_errors()) std::abort();
  return 0;
}
