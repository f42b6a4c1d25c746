#pragma once

#include <cstddef>
#include <unordered_set>
#include <vector>

#include "base/length.h"
#include "model/page.h"
#include "typeset/catch_words.h"
#include "typeset/flow_items.h"
#include "typeset/page_frame.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// Puts the items of one section on pages. Strips that may not be parted go to the next page together; what is taller
/// than a page is parted all the same, so that there is always an end.
class PageFlow {
 public:
  /// A page begins at once. Every page the section may have must have a body (frame height and width above 0).
  PageFlow(const SectionFrames& frames, Context& context);

  void run(std::vector<FlowItem> items);
  /// One for each page of the section.
  [[nodiscard]] const std::vector<PageNote>& notes() const { return notes_; }

 private:
  void part_signers(std::vector<FlowItem>& items);
  void start_page();
  void break_page_if_asked();
  [[nodiscard]] model::Page& page() { return context_.pages.pages.back(); }
  [[nodiscard]] Length room() const { return frame_.bottom - y_; }
  /// The last page needs no room for a catch word: takes it when everything from `begin` on then ends here.
  void take_catch_word_room(const std::vector<FlowItem>& items, std::size_t begin);
  [[nodiscard]] bool ends_here(const std::vector<FlowItem>& items, std::size_t begin, Length height) const;
  [[nodiscard]] Length next_room() const { return frames_.frame_of(page_in_section_ + 1).height(); }
  /// The space above a strip, dropped at the top of a page except the document's first.
  [[nodiscard]] Length space_above(const Strip& strip) const;

  std::size_t place_chunk(std::vector<FlowItem>& items, std::size_t begin);
  [[nodiscard]] Length height_of(const std::vector<FlowItem>& items, std::size_t begin, std::size_t end) const;
  [[nodiscard]] Length glued_below(const std::vector<FlowItem>& items, std::size_t table) const;
  [[nodiscard]] Length least_before(const std::vector<FlowItem>& items, std::size_t begin) const;
  [[nodiscard]] Length least_after(const std::vector<FlowItem>& items, std::size_t end) const;
  void refuse(const Strip& strip);
  void place(FlowStrip& item);
  /// Beside what begins here.
  void place(std::vector<SetFrame> frames);
  void place_fill(const FlowFill& fill, const std::vector<FlowItem>& items, std::size_t begin);
  void note_element(model::ElementId element, bool continues);

  void place_table(FlowTable& item, Length glued);
  void place(TablePart part);

  const SectionFrames& frames_;
  Context& context_;
  PageFrame frame_;
  bool is_last_page_ = false;
  int page_in_section_ = 0;
  Length y_;
  bool is_fresh_ = true;
  bool wants_break_ = false;
  bool has_refused_ = false;
  std::unordered_set<model::ElementId> started_;
  std::vector<PageNote> notes_;
};

}  // namespace krut::typeset
