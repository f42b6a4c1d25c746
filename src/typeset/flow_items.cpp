#include "typeset/flow_items.h"

#include <utility>

#include "typeset/reports.h"
#include "typeset/signatures.h"

namespace krut::typeset {

namespace {

bool has_text(const Strip& strip) {
  for (const model::Mark& mark : strip.marks) {
    if (std::holds_alternative<model::TextLine>(mark)) return true;
  }
  return false;
}

class SectionSetter {
 public:
  SectionSetter(const BlockColumn& column, Context& context)
      : column_(column), context_(context), blocks_(context, model::ArtifactKind::none) {}

  void add(const model::Block& block) {
    if (const auto* table = std::get_if<model::Table>(&block.content)) return add_table(*table);
    if (const auto* signatures = std::get_if<model::Signatures>(&block.content)) return add_signatures(*signatures);
    if (std::holds_alternative<model::PageBreak>(block.content)) return add_break();
    if (const auto* fill = std::get_if<model::Fill>(&block.content)) return add_fill(*fill);
    if (const auto* frame = std::get_if<model::Frame>(&block.content)) return add_frame(*frame);
    add_text(block);
  }

  std::vector<FlowItem> take() {
    if (!frames_.empty()) add_last_frames();
    return std::move(items_);
  }

 private:
  void add_text(const model::Block& block) {
    blocks_.add(block, column_);
    const std::size_t first = items_.size();
    for (Strip& strip : blocks_.take()) push({std::move(strip), false, {}, {}});
    const auto* paragraph = std::get_if<model::Paragraph>(&block.content);
    if (paragraph == nullptr || first == items_.size()) return;
    auto& start = std::get<FlowStrip>(items_[first]);
    start.starts_page = paragraph->starts_page;
    const std::string title = plain_text(paragraph->spans);
    if (paragraph->format.outline_level > 0 && !title.empty()) {
      start.heading = model::OutlineEntry{paragraph->format.outline_level, title, 0, {}};
    }
  }

  void add_table(const model::Table& table) {
    auto set = std::make_unique<SetTable>(table, column_.width, column_.parent, context_);
    items_.emplace_back(
        FlowTable{std::move(set), blocks_.take_space_after(), blocks_.keeps_with_next(), std::exchange(frames_, {})});
    blocks_.forget_keep();
  }

  void add_strips(std::vector<Strip> strips) {
    if (strips.empty()) return;
    strips.front().space_before += blocks_.take_space_after();
    for (Strip& strip : strips) push({std::move(strip), false, {}, {}});
  }

  void push(FlowStrip item) {
    item.frames = std::exchange(frames_, {});
    items_.emplace_back(std::move(item));
  }

  void add_frame(const model::Frame& frame) { frames_.push_back(set_frame(frame, column_.parent, context_)); }

  /// No block follows them: they stand with the one before.
  void add_last_frames() {
    FlowStrip item;
    item.strip.may_break_before = false;
    push(std::move(item));
  }

  void add_signatures(const model::Signatures& signatures) {
    const std::size_t first = items_.size();
    for (SignatureStrip& row : set_signatures(signatures, column_, context_)) {
      FlowStrip item{std::move(row.strip), false, {}, std::move(row.areas)};
      item.is_further_signer = items_.size() > first;
      push(std::move(item));
    }
    if (first == items_.size()) return;
    auto& strip = std::get<FlowStrip>(items_[first]).strip;
    strip.space_before += blocks_.take_space_after();
    blocks_.forget_keep();
    if (signatures.keeps_with_next) blocks_.keep_next();
    blocks_.leave_space(signatures.format.space_after);
    keep_lines_before(first, signatures.lines_kept_before);
  }

  /// The strip at `index` and `fewest` lines of text before it stay on one page.
  void keep_lines_before(std::size_t index, int fewest) {
    std::get<FlowStrip>(items_[index]).strip.may_break_before = false;
    int lines = 0;
    while (index-- > 0) {
      auto* before = std::get_if<FlowStrip>(&items_[index]);
      if (before == nullptr || before->starts_page) return;
      if (has_text(before->strip) && ++lines == fewest) return;
      before->strip.may_break_before = false;
    }
  }

  void add_break() {
    items_.emplace_back(FlowBreak{});
    static_cast<void>(blocks_.take_space_after());
    blocks_.forget_keep();
  }

  void add_fill(const model::Fill& fill) {
    items_.emplace_back(FlowFill{fill.id});
    static_cast<void>(blocks_.take_space_after());
    blocks_.forget_keep();
  }

  BlockColumn column_;
  Context& context_;
  BlockSetter blocks_;
  std::vector<FlowItem> items_;
  std::vector<SetFrame> frames_;  ///< that wait for their next block
};

}  // namespace

std::vector<FlowItem> set_section(const model::Section& section, Length width, model::NodeIndex node,
                                  Context& context) {
  SectionSetter setter({Length(), width, node}, context);
  for (const model::Block& block : section.blocks) setter.add(block);
  return setter.take();
}

}  // namespace krut::typeset
