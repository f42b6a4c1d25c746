#include "typeset/page_frame.h"

#include <algorithm>

namespace krut::typeset {

PageFrame SectionFrames::frame_of(int page) const {
  PageFrame frame;
  frame.left = section.margin_left;
  frame.width = section.page_width - section.margin_left - section.margin_right;
  frame.top = section.margin_top;
  frame.bottom = section.page_height - section.margin_bottom;
  if (section.header && page >= section.header->from_page) {
    frame.has_header = true;
    frame.top = std::max(frame.top, section.header->distance + header_height);
  }
  if (section.footer && page >= section.footer->from_page) {
    frame.has_footer = true;
    frame.bottom = std::min(frame.bottom, section.page_height - section.footer->distance - footer_height);
  }
  frame.bottom -= catch_word_room;
  return frame;
}

}  // namespace krut::typeset
