#include "pdf/content.h"

#include <array>
#include <bit>

#include "pdf/font_book.h"

namespace krut::pdf {

unsigned ShownTexts::parts_for(std::string_view array) {
  constexpr std::size_t least_line = 32;  // a shorter one is not wide enough for the rule, which goes by width
  if (array.size() < least_line) return 0;
  unsigned taken = 0;
  for (const Shown& each : shown_) {
    if (each.array == array) taken |= 1U << each.parts;
  }
  Shown& newest = shown_.at(oldest_);
  newest.array = array;
  newest.parts = static_cast<unsigned>(std::countr_one(taken));
  oldest_ = (oldest_ + 1) % shown_.size();
  return newest.parts;
}

std::string parted(std::string_view array, unsigned places) {
  constexpr std::size_t bytes_of_code = 2;  // or two codes of one
  std::string result;
  bool is_inside = false;
  std::size_t bytes = 0;  // of the string so far
  for (std::size_t i = 0; i < array.size(); ++i) {
    const char c = array[i];
    if (!is_inside || c == ')') {
      is_inside = c == '(';
      bytes = 0;
      result += c;
      continue;
    }
    if (places > 0 && bytes == bytes_of_code) {
      result += ")0(";
      bytes = 0;
      --places;
    }
    result += c;
    if (c == '\\') result += array[++i];
    ++bytes;
  }
  return result;
}

void Content::select_font(std::size_t font, Length size) {
  if (font == font_ && size == font_size_) return;
  font_ = font;
  font_size_ = size;
  FontBook::append_name(out_, font);
  out_ += ' ';
  append_points(out_, size);
  out_ += " Tf\n";
}

void Content::select_stroke(Length thickness, Length dash, Length gap) {
  if (thickness != thickness_) {
    append_points(out_, thickness);
    out_ += " w\n";
    thickness_ = thickness;
  }
  if (dash == dash_ && (dash == Length() || gap == gap_)) return;
  out_ += '[';
  if (dash != Length()) {
    append_points(out_, dash);
    out_ += ' ';
    append_points(out_, gap);
  }
  out_ += "]0 d\n";
  dash_ = dash;
  gap_ = gap;
}

void Content::append_point(Length x, Length y, std::string_view operation) {
  append_x(x);
  out_ += ' ';
  append_y(y);
  out_ += operation;
}

void Content::draw_line(Length x1, Length y1, Length x2, Length y2, Length thickness, Length dash, Length gap) {
  select_stroke(thickness, dash, gap);
  append_point(x1, y1, " m ");
  append_point(x2, y2, " l S\n");
}

void Content::draw_box(Length x, Length y, Length width, Length height, Length thickness) {
  select_stroke(thickness, {}, {});
  append_point(x, y + height, " ");
  append_points(out_, width);
  out_ += ' ';
  append_points(out_, height);
  out_ += " re S\n";
}

void Content::draw_tick(Length x, Length y, Length width, Length height, Length thickness) {
  select_stroke(thickness, {}, {});
  append_point(x + width.scaled(18, 100), y + height.scaled(52, 100), " m ");
  append_point(x + width.scaled(42, 100), y + height.scaled(78, 100), " l ");
  append_point(x + width.scaled(82, 100), y + height.scaled(22, 100), " l S\n");
}

void Content::draw_image(std::string_view name, Length x, Length y, Length width, Length height, int orientation) {
  // An image fills the unit square, its first row at the top (ISO 32000-1, 8.9.3). Where that row and the first column
  // stand when it is upright (Exif 2.32, 4.6.4, tag 0x0112):
  const bool is_on_side = orientation >= 5;
  const bool is_from_right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
  const bool is_from_bottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
  const bool runs_left = is_on_side ? !is_from_right : is_from_right;
  const bool runs_down = is_on_side ? !is_from_bottom : is_from_bottom;
  const Length across = runs_left ? Length() - width : width;
  const Length up = runs_down ? Length() - height : height;
  const std::array<Length, 4> matrix = is_on_side ? std::array<Length, 4>{Length(), up, across, Length()}
                                                  : std::array<Length, 4>{across, Length(), Length(), up};
  out_ += "q ";
  for (const Length each : matrix) {
    append_points(out_, each);
    out_ += ' ';
  }
  append_point(runs_left ? x + width : x, runs_down ? y : y + height, " cm ");
  out_ += name;
  out_ += " Do Q\n";
}

MarkedContent::MarkedContent(Content& content, std::string_view tag, std::uint32_t mcid) : content_(content) {
  content_.out_ += '/';
  content_.out_ += tag;
  content_.out_ += "<</MCID ";
  append_integer(content_.out_, mcid);
  content_.out_ += ">>BDC\n";
}

MarkedContent::MarkedContent(Content& content, std::string_view tag, std::string_view properties) : content_(content) {
  content_.out_ += '/';
  content_.out_ += tag;
  content_.out_ += properties;
  content_.out_ += properties.empty() ? " BMC\n" : "BDC\n";
}

}  // namespace krut::pdf
