#include "layout/expression.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"

namespace {

using namespace krut;

/// What follows the expression's line is a value; every filter of the expression, and every other one, is given it.
void run_filters(const layout::Template& expression, std::string_view value) {
  for (const auto digits : {model::Digits::thai, model::Digits::arabic}) {
    for (const layout::TemplatePart& part : expression.parts) {
      if (!part.expression || !part.expression->is_whole) continue;
      for (const layout::FilterCall& call : part.expression->filters) {
        static_cast<void>(call.filter->run(value, call.argument, digits));
      }
    }
    for (const layout::Filter& filter : layout::all_filters()) {
      if (layout::takes_argument(filter, "")) static_cast<void>(filter.run(value, "", digits));
    }
    static_cast<void>(layout::with_digits(value, digits));
    static_cast<void>(layout::prose_with_digits(value, digits));
  }
}

}  // namespace

/// An expression of a layout and, behind its first line, a value: everything that may be written in one is read or
/// told, and filters answer to any text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  if (utf8::first_fault(text)) return 0;  // the reader of layouts and of data lets nothing else in
  const std::string words = text.substr(0, text.find('\n'));
  const layout::SourceText source(words, "fuzz.xml");
  layout::SourceString characters;
  characters.append(words, 0, true);
  Diagnostics diagnostics;
  const layout::ExpressionInput input{source, characters, diagnostics};
  const layout::Template expression = layout::parse_template(input);
  if (!expression.is_whole() && !diagnostics.has_errors()) std::abort();
  static_cast<void>(layout::parse_path(input));
  static_cast<void>(layout::parse_condition(input));
  static_cast<void>(layout::parse_loop(input));
  static_cast<void>(layout::parse_order(input));
  run_filters(expression, std::string_view(text).substr(std::min(text.size(), words.size() + 1)));
  return 0;
}
