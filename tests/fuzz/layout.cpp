#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/error.h"
#include "data/checked_data.h"
#include "layout/layout.h"
#include "mutators/mutation.h"
#include "resources.h"

KRUT_FUZZ_MUTATES_WITH(krut::fuzz::changed_xml)

namespace {

using namespace krut;

/// Fills the layout with an example's data.
void fill(const layout::Layout& layout) {
  static const std::string text = fuzz::resource_text("examples/memo-report.json");
  Diagnostics diagnostics;
  const auto json = data::Json::parse(text, "memo-report.json", diagnostics);
  const auto checked = data::CheckedData::check(*json, layout.schema(), diagnostics);
  const layout::ReadPicture no_file = [](const std::string& name) -> picture::Judged {
    throw Error(ErrorKind::input_missing, "file.cannot-read", {name, name}, {name, name});
  };
  if (!checked) return;
  const auto document = layout::fill(layout, *checked, no_file, diagnostics);
  if (!document && !diagnostics.has_errors()) std::abort();
}

/// The part that the seeds use, and one text for every layout that is extended.
std::optional<layout::NamedText> find_part(const std::string& path) {
  static const std::string part = fuzz::resource_text("layouts/parts/photo-page.xml");
  static const std::string base = fuzz::resource_text("layouts/memo.xml");
  if (path == "parts/photo-page.xml") return layout::NamedText{part, path};
  return path.starts_with("parts/") ? std::nullopt : std::optional(layout::NamedText{base, path});
}

}  // namespace

/// A layout from anywhere, beside the schema of the family: it is taken or told why not, and one that is taken can be
/// filled.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const std::string schema = fuzz::resource_text("layouts/ita/measures.schema.json");
  const layout::ReadFile schema_only = [](const std::string&) { return schema; };
  Diagnostics diagnostics;
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  const auto layout = layout::Layout::load("fuzz", text, "fuzz.xml", schema_only, diagnostics, {}, find_part);
  if ((layout == nullptr) != diagnostics.has_errors()) std::abort();
  if (layout) fill(*layout);
  return 0;
}
