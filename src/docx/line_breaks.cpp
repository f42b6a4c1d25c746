#include "docx/line_breaks.h"

#include <utility>

namespace krut::docx {

namespace {

model::Span line_break_like(const model::Span& span) {
  model::Span line_break;
  line_break.kind = model::SpanKind::line_break;
  line_break.format = span.format;
  line_break.pointer = span.pointer;
  return line_break;
}

}  // namespace

std::vector<model::Span> with_line_breaks(const std::vector<model::Span>& spans,
                                          const std::vector<std::size_t>& breaks) {
  std::vector<model::Span> result;
  auto next = breaks.begin();
  std::size_t begin = 0;
  for (const model::Span& span : spans) {
    const bool breaks_itself = span.kind == model::SpanKind::line_break;
    if (next != breaks.end() && *next == begin) {
      if (!breaks_itself) result.push_back(line_break_like(span));
      ++next;
    }
    model::Span rest = span;
    for (; next != breaks.end() && *next < begin + span.text.size(); ++next) {
      const std::size_t size = *next - begin - (span.text.size() - rest.text.size());
      result.push_back(rest);
      result.back().text.resize(size);
      result.push_back(line_break_like(span));
      rest.text.erase(0, size);
    }
    result.push_back(std::move(rest));
    begin += span.text.size();
  }
  return result;
}

}  // namespace krut::docx
