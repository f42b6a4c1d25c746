#include "model/letters.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace krut::model {

namespace {

/// Finds the largest letters.
class Largest {
 public:
  void in(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) std::visit(*this, block.content);
  }

  void operator()(const Paragraph& paragraph) { in(paragraph.spans); }
  void operator()(const List& list) {
    for (const ListItem& item : list.items) in(item.blocks);
  }
  void operator()(const Choice& choice) { size_ = std::max(size_, choice.text.size); }
  void operator()(const LabelledLine& line) {
    in(line.label);
    in(line.gap);
    for (const LabelledLine::Item& item : line.items) in(item.text);
  }
  void operator()(const Figure& figure) {
    in(figure.caption);
    in(figure.frame_words);
  }
  void operator()(const SideBySide& block) {
    for (const SideBySide::Side& side : block.sides) in(side.blocks);
  }
  template <typename Other>
  void operator()(const Other&) {}

  [[nodiscard]] Length size() const { return size_; }

 private:
  void in(const std::vector<Span>& spans) {
    for (const Span& span : spans) {
      if (!span.text.empty()) size_ = std::max(size_, span.format.size);
    }
  }

  Length size_;
};

/// Sets larger letters at the most.
class Reducer {
 public:
  Reducer(Length most, const std::vector<Style>& styles) : most_(most), styles_(styles) {}

  void in(std::vector<Block>& blocks) const {
    for (Block& block : blocks) std::visit(*this, block.content);
  }

  void operator()(Paragraph& paragraph) const { in(paragraph.spans); }
  void operator()(List& list) const {
    for (ListItem& item : list.items) {
      if (!item.blocks.empty()) show_marker_look(item.blocks.front(), list.style);
      in(item.blocks);
    }
  }
  void operator()(Choice& choice) const {
    const Length before = choice.text.size;
    if (before <= most_) return;
    choice.text.size = most_;
    choice.box_side = choice.box_side.scaled(most_.in_emu(), before.in_emu());
    choice.box_gap = choice.box_gap.scaled(most_.in_emu(), before.in_emu());
  }
  void operator()(LabelledLine& line) const {
    in(line.label);
    in(line.gap);
    for (LabelledLine::Item& item : line.items) in(item.text);
  }
  void operator()(Figure& figure) const {
    in(figure.caption);
    in(figure.frame_words);
  }
  void operator()(SideBySide& block) const {
    for (SideBySide::Side& side : block.sides) in(side.blocks);
  }
  template <typename Other>
  void operator()(Other&) const {}

 private:
  void in(std::vector<Span>& spans) const {
    for (Span& span : spans) span.format.size = std::min(span.format.size, most_);
  }

  /// A marker looks like the first text beside it: where there is none, an empty one says how.
  void show_marker_look(Block& first, StyleIndex style) const {
    auto* paragraph = std::get_if<Paragraph>(&first.content);
    if (paragraph == nullptr || !paragraph->spans.empty() || style >= styles_.size()) return;
    Span look;
    look.format = styles_[style].text;
    paragraph->spans.push_back(std::move(look));
  }

  Length most_;
  const std::vector<Style>& styles_;
};

}  // namespace

Length largest_letters(const std::vector<Block>& blocks) {
  Largest largest;
  largest.in(blocks);
  return largest.size();
}

std::vector<Block> with_smaller_letters(std::vector<Block> blocks, Length most, const std::vector<Style>& styles) {
  Reducer(most, styles).in(blocks);
  return blocks;
}

}  // namespace krut::model
