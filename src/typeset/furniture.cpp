#include "typeset/furniture.h"

#include "base/utf8.h"
#include "typeset/block_setter.h"
#include "typeset/reports.h"

namespace krut::typeset {

namespace {

constexpr int wide_number = 8'888;

std::vector<model::Block> with_numbers(const model::Furniture& furniture, const PageNumbers& numbers) {
  std::vector<model::Block> blocks;
  for (model::Paragraph paragraph : furniture.paragraphs) {
    for (model::Span& span : paragraph.spans) {
      const bool is_count = span.kind == model::SpanKind::page_count;
      if (!is_count && span.kind != model::SpanKind::page_number) continue;
      const model::Digits digits = span.digits == model::Digits::as_is ? numbers.digits : span.digits;
      span.kind = model::SpanKind::text;
      span.text = printed_number(is_count ? numbers.count : numbers.number, digits);
    }
    blocks.push_back({std::move(paragraph)});
  }
  return blocks;
}

}  // namespace

std::string printed_number(int number, model::Digits digits) {
  const std::string text = std::to_string(number);
  return digits == model::Digits::thai ? utf8::with_thai_digits(text) : text;
}

Length furniture_height(const model::Furniture& furniture, Length width, Context& context) {
  std::vector<LackingGlyph> told_later;
  Context measuring{context.setter, context.pages, context.diagnostics, context.styles, &told_later};
  BlockSetter setter(measuring, model::ArtifactKind::page_header);
  setter.add(with_numbers(furniture, {wide_number, wide_number, model::Digits::thai}), {Length(), width, 0});
  return stacked(setter).height;
}

std::vector<model::Mark> FurnitureSetter::set(const model::Furniture& furniture, Length width, model::ArtifactKind kind,
                                              const PageNumbers& numbers, std::size_t page) {
  Diagnostics told_at_height;
  std::vector<LackingGlyph> lacking;
  Context own{context_.setter, context_.pages, told_at_height, context_.styles, &lacking};
  BlockSetter setter(own, kind);
  setter.add(with_numbers(furniture, numbers), {Length(), width, 0});
  std::vector<model::Mark> marks = stacked(setter).marks;
  for (const LackingGlyph& glyph : lacking) {
    if (told_.emplace(glyph.character, glyph.pointer).second) {
      report_lacking_glyph(glyph, page, context_.diagnostics);
    }
  }
  return marks;
}

}  // namespace krut::typeset
