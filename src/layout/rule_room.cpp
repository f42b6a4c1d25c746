#include "layout/rule_room.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace krut::layout {

namespace {

constexpr std::array<std::string_view, 2> deep_consonants = {"ฎ", "ฏ"};
constexpr std::array<std::string_view, 3> marks_below = {"\u0E38", "\u0E39", "\u0E3A"};
/// How much lower than other vowels, in hundredths of the size.
constexpr std::int64_t depth_percent = 22;

bool reaches_deep(std::string_view text) {
  for (const std::string_view consonant : deep_consonants) {
    for (std::size_t at = text.find(consonant); at != std::string_view::npos; at = text.find(consonant, at + 1)) {
      const std::string_view rest = text.substr(at + consonant.size());
      const auto starts_rest = [&](std::string_view mark) { return rest.substr(0, mark.size()) == mark; };
      if (std::any_of(marks_below.begin(), marks_below.end(), starts_rest)) return true;
    }
  }
  return false;
}

Length depth_of(const std::vector<model::Span>& spans) {
  Length depth;
  for (const model::Span& span : spans) {
    if (reaches_deep(span.text)) depth = std::max(depth, span.format.size.scaled(depth_percent, 100));
  }
  return depth;
}

Length depth_of(const model::LabelledLine& line) {
  return line.items.empty() ? Length() : std::max(depth_of(line.label), depth_of(line.items.back().text));
}

Length depth_of(const model::Choice& choice) {
  if (choice.options.empty() || !reaches_deep(choice.options.back().label)) return {};
  return choice.text.size.scaled(depth_percent, 100);
}

/// Of the lines that end the blocks: positions, or names without one.
Length depth_of(const model::Signatures& signatures) {
  Length depth;
  for (const model::Signer& signer : signatures.signers) {
    depth = std::max(depth, depth_of(signer.position.empty() ? signer.name : signer.position.back()));
  }
  return depth;
}

}  // namespace

void keep_off_rule(Blocks& blocks, Length least) {
  if (blocks.empty()) return;
  const auto keep = [&](model::ParagraphFormat& format, Length depth) {
    format.space_after = std::max(format.space_after, least + depth);
  };
  auto& last = blocks.back().content;
  if (auto* figure = std::get_if<model::Figure>(&last)) {
    figure->space_after = std::max(figure->space_after, least + depth_of(figure->caption));
  }
  if (auto* rule = std::get_if<model::HorizontalRule>(&last)) rule->space_after = std::max(rule->space_after, least);
  if (auto* signatures = std::get_if<model::Signatures>(&last)) keep(signatures->format, depth_of(*signatures));
  if (auto* paragraph = std::get_if<model::Paragraph>(&last)) keep(paragraph->format, depth_of(paragraph->spans));
  if (auto* line = std::get_if<model::LabelledLine>(&last)) keep(line->format, depth_of(*line));
  if (auto* choice = std::get_if<model::Choice>(&last)) keep(choice->format, depth_of(*choice));
  if (auto* list = std::get_if<model::List>(&last); list != nullptr && !list->items.empty()) {
    keep_off_rule(list->items.back().blocks, least);
  }
}

}  // namespace krut::layout
