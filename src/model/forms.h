#pragma once

#include "base/length.h"

/// Measures of the official forms that both writers obey (the Prime Minister's Office Regulation on Correspondence
/// B.E. 2526, forms 28 and 29, and the official typing explanation of B.E. 2553). Distances are down from the body's
/// top or right from its left edge; every line has an exact pitch and its baseline at 0.8 of it.
namespace krut::model::forms {

inline constexpr Length emblem_height_memo = Length::millimetres(15);
inline constexpr Length emblem_height_letter = Length::millimetres(30);

/// Share of a line's pitch above the baseline, as word processors place it under exact spacing: 8/10.
inline constexpr int baseline_share = 8;
inline constexpr int baseline_whole = 10;

/// The catch word stands this many lines below the last line of the page that is left.
inline constexpr int catch_word_lines = 3;

/// Form 28. Measures from the left margin are for one of 3 cm on A4. The emblem's box starts at the body's top, centred
/// on the page; the number, and beside it the agency, stand level with its feet.
namespace letter {
/// The page's centre from the left margin: the emblem's axis, and where the date and the closing phrase start.
inline constexpr Length page_centre = Length::millimetres(75);
/// Above the date, the fields and each paragraph: "1 Enter + Before 6 pt".
inline constexpr Length space_before = Length::points(6);
/// Above the closing phrase: "1 Enter + Before 12 pt".
inline constexpr Length closing_space_before = Length::points(12);
/// Between the emblem and an agency whose longest line needs much room.
inline constexpr Length agency_gap = Length::millimetres(4);
/// From the left margin to the agency where nobody has measured its lines.
inline constexpr Length usual_agency_position = Length::millimetres(100);
/// Stamps of urgency and secrecy: 32 pt or more.
inline constexpr Length stamp_size = Length::points(32);
/// From the left margin to the axis of names and positions: the middle of ขอแสดงความนับถือ, 84 pt wide.
inline constexpr Length signature_axis = Length::points(254.6);
/// Lines of text that must go over to the next page: two, and the closing phrase.
inline constexpr int lines_kept_before_signatures = 3;
}  // namespace letter

/// Form 29. The emblem's box starts at the body's top left corner; the title shares its band.
namespace memo {
inline constexpr Length title_space_before = Length::points(5.5);
inline constexpr Length title_pitch = Length::points(35);
/// The left margin (3 cm) less the right one (2 cm): centred beside it, the title stands on the page's centre.
inline constexpr Length title_right_indent = Length::millimetres(10);
inline constexpr Length first_field_space_before = Length::points(5.2);
inline constexpr Length field_pitch = Length::points(22.6);
/// Where วันที่ starts, from the left margin: under the letter ข of the title.
inline constexpr Length date_position = Length::millimetres(81);
/// Least room for the date: a column too narrow for both puts วันที่ at its middle.
inline constexpr Length narrowest_date = Length::millimetres(25);
[[nodiscard]] constexpr Length date_left(Length column_width) {
  return column_width >= date_position + narrowest_date ? date_position : column_width / 2;
}
/// Dots: side and gap of each, and how far their centre lies under the baseline.
inline constexpr Length dot_side = Length::points(0.48);
inline constexpr Length dot_period = Length::points(2.88);
inline constexpr Length dot_drop = Length::points(1.2);
/// From the page's centre to the axis of names and positions, which stand right of it.
inline constexpr Length signature_offset = Length::millimetres(23);
}  // namespace memo

}  // namespace krut::model::forms
