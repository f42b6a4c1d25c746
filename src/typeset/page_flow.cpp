#include "typeset/page_flow.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/error.h"
#include "base/limits.h"
#include "typeset/table/table_breaker.h"

namespace krut::typeset {

namespace {

[[noreturn]] void refuse_more_pages() {
  const std::string most = std::to_string(limits::pages);
  throw Error(ErrorKind::limit, "limit.pages",
              {"เอกสารยาวเกิน " + most + " หน้า", "the document has more than " + most + " pages"},
              {"แบ่งข้อมูลเป็นหลายเอกสาร", "split the data into several documents"});
}

[[noreturn]] void refuse_standstill() {
  throw Error(ErrorKind::internal, "typeset.standstill",
              {"ตารางไม่เดินหน้าในหน้าว่าง", "a table did not go on on an empty page"});
}

void report_too_tall(std::size_t page, Diagnostics& diagnostics) {
  const std::string number = std::to_string(page);
  diagnostics.add({.code = "typeset.taller-than-page",
                   .severity = Severity::warning,
                   .message = {"เนื้อหาที่ต้องอยู่ด้วยกันสูงกว่าหนึ่งหน้า จึงถูกแบ่งในหน้า " + number,
                               "what belongs together is taller than a page and was split on page " + number},
                   .hint = {"ลดเนื้อหา หรือยกเลิกการบังคับให้อยู่ด้วยกัน", "shorten it, or do not keep it together"}});
}

/// What stands there never breaks inside: a line, a picture, a block of signatures.
void refuse_taller_strip(const Strip& strip, std::size_t page, const Place& section, Diagnostics& diagnostics) {
  const std::string number = std::to_string(page);
  Diagnostic told{
      .code = "typeset.piece-taller-than-page",
      .message = {"สิ่งที่แบ่งไม่ได้สูงกว่าที่ซึ่งมีในหน้า " + number,
                  "what cannot be split is taller than the room there is on page " + number},
      .where = section,
      .hint = {"ลดความสูงหรือระยะห่าง หรือใช้กระดาษที่สูงกว่า", "make it or the space above it lower, or use taller paper"}};
  for (const model::Mark& mark : strip.marks) {
    const auto* placed = std::get_if<model::PlacedImage>(&mark);
    if (placed == nullptr || placed->image->pointer.empty()) continue;
    told.asked_by = std::exchange(told.where, Place());
    told.where.pointer = placed->image->pointer;
    break;
  }
  diagnostics.add(std::move(told));
}

/// First item after `begin` that may start a page of its own.
std::size_t end_of_chunk(const std::vector<FlowItem>& items, std::size_t begin) {
  std::size_t end = begin + 1;
  for (; end < items.size(); ++end) {
    const auto* next = std::get_if<FlowStrip>(&items[end]);
    if (next == nullptr || next->strip.may_break_before || next->starts_page) break;
  }
  return end;
}

}  // namespace

PageFlow::PageFlow(const SectionFrames& frames, Context& context) : frames_(frames), context_(context) { start_page(); }

void PageFlow::start_page() {
  auto& pages = context_.pages.pages;
  context_.budget.check();
  if (pages.size() >= limits::pages) refuse_more_pages();
  frame_ = frames_.frame_of(++page_in_section_);
  model::Page page;
  page.width = frames_.section.page_width;
  page.height = frames_.section.page_height;
  pages.push_back(std::move(page));
  notes_.emplace_back();
  y_ = frame_.top;
  is_fresh_ = true;
  wants_break_ = false;
}

void PageFlow::break_page_if_asked() {
  if (wants_break_ && !is_fresh_) start_page();
  wants_break_ = false;
}

/// Signers stay together with the text or the row of a table above them; where no page holds all that, only the first
/// does.
void PageFlow::part_signers(std::vector<FlowItem>& items) {
  for (std::size_t begin = 0, end = 0; begin < items.size(); begin = end) {
    const bool is_strip = std::holds_alternative<FlowStrip>(items[begin]);
    end = is_strip ? end_of_chunk(items, begin) : begin + 1;
    if (!is_strip || least_before(items, begin) + height_of(items, begin, end) <= next_room()) continue;
    for (std::size_t i = begin; i < end; ++i) {
      auto& item = std::get<FlowStrip>(items[i]);
      if (item.is_further_signer) item.strip.may_break_before = true;
    }
  }
}

void PageFlow::run(std::vector<FlowItem> items) {
  part_signers(items);
  for (std::size_t i = 0; i < items.size();) {
    if (std::holds_alternative<FlowBreak>(items[i])) {
      break_page_if_asked();
      wants_break_ = true;
      ++i;
      continue;
    }
    break_page_if_asked();
    if (const auto* fill = std::get_if<FlowFill>(&items[i])) {
      place_fill(*fill, items, ++i);
      continue;
    }
    take_catch_word_room(items, i);
    if (auto* table = std::get_if<FlowTable>(&items[i])) {
      place_table(*table, glued_below(items, i));
      ++i;
    } else {
      i = place_chunk(items, i);
    }
  }
}

/// Moves down so far that the strips from `begin` up to the next break end at the foot of the page. Before a table, and
/// where they do not fit, nothing moves.
void PageFlow::place_fill(const FlowFill& fill, const std::vector<FlowItem>& items, std::size_t begin) {
  std::size_t end = begin;
  for (; end < items.size(); ++end) {
    const auto* next = std::get_if<FlowStrip>(&items[end]);
    if (next == nullptr || (end > begin && next->starts_page)) break;
  }
  const bool stops_at_page = end == items.size() || !std::holds_alternative<FlowTable>(items[end]);
  if (end == begin || !stops_at_page) return;
  const Length height = room() - height_of(items, begin, end);
  if (height <= Length()) return;
  page().fills.push_back({fill.element, height});
  y_ += height;
}

void PageFlow::take_catch_word_room(const std::vector<FlowItem>& items, std::size_t begin) {
  const Length more = frames_.catch_word_room;
  if (more == Length() || is_last_page_ || !ends_here(items, begin, room() + more)) return;
  is_last_page_ = true;
  frame_.bottom += more;
}

bool PageFlow::ends_here(const std::vector<FlowItem>& items, std::size_t begin, Length height) const {
  Length used;
  for (std::size_t i = begin; i < items.size(); ++i) {
    const bool is_first = i == begin;
    const bool starts_fresh = is_fresh_ && is_first;
    if (std::holds_alternative<FlowFill>(items[i])) continue;
    if (std::holds_alternative<FlowBreak>(items[i])) return false;
    if (const auto* item = std::get_if<FlowStrip>(&items[i])) {
      if (item->starts_page && !starts_fresh) return false;
      used += (is_first ? space_above(item->strip) : item->strip.space_before) + item->strip.height;
    } else {
      const auto& table = std::get<FlowTable>(items[i]);
      if (!starts_fresh) used += table.space_before;
      const auto whole = table.table->whole_height(height - used, starts_fresh);
      if (!whole) return false;
      used += *whole;
    }
    if (used > height) return false;
  }
  return true;
}

Length PageFlow::space_above(const Strip& strip) const {
  const bool is_first_of_document = context_.pages.pages.size() == 1;
  return is_fresh_ && !is_first_of_document ? Length() : strip.space_before;
}

Length PageFlow::height_of(const std::vector<FlowItem>& items, std::size_t begin, std::size_t end) const {
  Length height;
  for (std::size_t i = begin; i < end; ++i) {
    const Strip& strip = std::get<FlowStrip>(items[i]).strip;
    height += (i == begin ? space_above(strip) : strip.space_before) + strip.height;
  }
  return height;
}

/// What must follow a chunk on its page: the least start of a table that its last line keeps with.
Length PageFlow::least_after(const std::vector<FlowItem>& items, std::size_t end) const {
  const auto* table = end < items.size() ? std::get_if<FlowTable>(&items[end]) : nullptr;
  if (table == nullptr || !table->keeps_with_previous) return {};
  return table->space_before + table->table->least_start(next_room(), glued_below(items, end));
}

/// Height of what must stand under the end of a table.
Length PageFlow::glued_below(const std::vector<FlowItem>& items, std::size_t table) const {
  const std::size_t next = table + 1;
  const auto* after = next < items.size() ? std::get_if<FlowStrip>(&items[next]) : nullptr;
  const bool is_glued = after != nullptr && !after->strip.may_break_before && !after->starts_page;
  return is_glued ? height_of(items, next, end_of_chunk(items, next)) : Length();
}

/// What must stand above a chunk on its page: the least of a table that it keeps with.
Length PageFlow::least_before(const std::vector<FlowItem>& items, std::size_t begin) const {
  const auto* table = begin > 0 ? std::get_if<FlowTable>(&items[begin - 1]) : nullptr;
  const bool is_glued = table != nullptr && !std::get<FlowStrip>(items[begin]).strip.may_break_before;
  return is_glued ? table->table->least_start(next_room()) : Length();
}

std::size_t PageFlow::place_chunk(std::vector<FlowItem>& items, std::size_t begin) {
  const std::size_t end = end_of_chunk(items, begin);
  if (!is_fresh_ && std::get<FlowStrip>(items[begin]).starts_page) start_page();
  if (!is_fresh_ && height_of(items, begin, end) + least_after(items, end) > room()) start_page();
  const bool is_too_tall = height_of(items, begin, end) > room();
  if (is_too_tall) report_too_tall(context_.pages.pages.size(), context_.diagnostics);
  for (std::size_t i = begin; i < end; ++i) {
    auto& item = std::get<FlowStrip>(items[i]);
    if (is_too_tall && !is_fresh_ && space_above(item.strip) + item.strip.height > room()) start_page();
    if (is_too_tall && is_fresh_ && space_above(item.strip) + item.strip.height > room()) refuse(item.strip);
    place(item);
  }
  return end;
}

/// Once for a section: what follows is of no use any more.
void PageFlow::refuse(const Strip& strip) {
  if (has_refused_) return;
  has_refused_ = true;
  refuse_taller_strip(strip, context_.pages.pages.size(), frames_.section.place, context_.diagnostics);
}

void PageFlow::place(std::vector<SetFrame> frames) {
  for (SetFrame& frame : frames) {
    typeset::place(frame, page(), frame_, y_);
    std::move(frame.marks.begin(), frame.marks.end(), std::back_inserter(page().marks));
  }
}

void PageFlow::place(FlowStrip& item) {
  Strip& strip = item.strip;
  y_ += space_above(strip);
  place(std::move(item.frames));
  if (is_fresh_) notes_.back().first_words = first_words(strip);
  if (strip.element != 0) {
    note_element(strip.element, !started_.insert(strip.element).second);
  }
  if (item.heading) {
    item.heading->page = static_cast<std::uint32_t>(context_.pages.pages.size() - 1);
    item.heading->y = y_;
    context_.pages.outline.push_back(std::move(*item.heading));
  }
  for (model::Mark& mark : strip.marks) {
    shift(mark, frame_.left, y_);
    page().marks.push_back(std::move(mark));
  }
  for (model::SignatureArea& area : item.signatures) {
    area.x += frame_.left;
    area.y += y_;
    page().signatures.push_back(std::move(area));
  }
  y_ += strip.height;
  notes_.back().end = y_;
  is_fresh_ = false;
}

void PageFlow::note_element(model::ElementId element, bool continues) {
  if (page().first_element != 0) return;
  page().first_element = element;
  page().first_element_continues = continues;
}

void PageFlow::place_table(FlowTable& item, Length glued) {
  SetTable& table = *item.table;
  if (!is_fresh_) y_ += item.space_before;
  TableCursor cursor = *table.begin();
  while (!table.is_done(cursor)) {
    const TableCursor before = cursor;
    TablePart part = table.next(cursor, room(), is_fresh_, next_room(), glued);
    const bool has_moved = cursor != before;
    if (!has_moved && is_fresh_) refuse_standstill();
    const bool is_flat = part.height == Length();  // lines without height: the page has all its room still
    if (!is_flat) {
      place(std::exchange(item.frames, {}));
      place(std::move(part));
    }
    if (!table.is_done(cursor) && !(is_flat && has_moved)) start_page();
  }
}

void PageFlow::place(TablePart part) {
  if (part.first_row != 0) note_element(part.first_row, part.first_row_continues);
  page().marks.reserve(page().marks.size() + part.marks.size());
  for (model::Mark& mark : part.marks) {
    shift(mark, frame_.left, y_);
    page().marks.push_back(std::move(mark));
  }
  page().cells.reserve(page().cells.size() + part.cells.size());
  for (model::CellArea& cell : part.cells) {
    cell.x += frame_.left;
    cell.y += y_;
    page().cells.push_back(cell);
  }
  y_ += part.height;
  notes_.back().end = y_;
  is_fresh_ = false;
}

}  // namespace krut::typeset
