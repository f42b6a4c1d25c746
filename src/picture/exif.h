#pragma once

#include <string_view>

namespace krut::picture {

/// How the rows and columns of a picture stand on its sensor, 1 to 8, as the notes of a camera tell (Exif 2.32, 4.6.4,
/// tag 0x0112). `notes` begin with the byte order, as the inside of a PNG's eXIf does. 1, upright, where they tell
/// nothing that can be understood: nothing else in them is looked at.
[[nodiscard]] int orientation_in(std::string_view notes);

/// Whether the rows of the sensor are columns of the upright picture.
[[nodiscard]] constexpr bool is_on_its_side(int orientation) { return orientation >= 5; }

}  // namespace krut::picture
