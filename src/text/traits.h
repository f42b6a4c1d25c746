#pragma once

#include <cstdint>

/// What a line-breaking rule may ask of the edge of a token: a set of bits.
namespace krut::text {

using Traits = std::uint32_t;

namespace trait {
inline constexpr Traits any = ~Traits{0};
inline constexpr Traits word_start = 1U << 0;     ///< opens with a character that may start a line
inline constexpr Traits wordy = 1U << 1;          ///< two letters or more, and does not close with a leading vowel
inline constexpr Traits unit = 1U << 2;           ///< opens with a unit or classifier
inline constexpr Traits label = 1U << 3;          ///< closes with a label
inline constexpr Traits date_lead = 1U << 4;      ///< closes with วันที่
inline constexpr Traits month = 1U << 5;          ///< opens or closes with a month
inline constexpr Traits era = 1U << 6;            ///< opens or closes with พ.ศ. or its kin
inline constexpr Traits title = 1U << 7;          ///< opens or closes with a title
inline constexpr Traits given_name = 1U << 8;     ///< closes with a title and a name
inline constexpr Traits letter_code = 1U << 10;   ///< one to three consonants: นม, ศธ
inline constexpr Traits standing_at = 1U << 11;   ///< closes with ณ
inline constexpr Traits day = 1U << 12;           ///< a number before a month
inline constexpr Traits coded = 1U << 13;         ///< a number, or a code such as O๔๒ or (๑)
inline constexpr Traits long_number = 1U << 14;   ///< too long to be held to its unit at any price
inline constexpr Traits marker = 1U << 15;        ///< closes a list marker
inline constexpr Traits range = 1U << 16;         ///< a hyphen between two dates
inline constexpr Traits alternatives = 1U << 17;  ///< a slash between words of Thai
inline constexpr Traits rate = 1U << 18;          ///< a slash between units
inline constexpr Traits address = 1U << 19;       ///< a slash inside a URL
inline constexpr Traits dotted_line = 1U << 20;   ///< three dots or more
inline constexpr Traits measure = 1U << 22;       ///< closes with a label whose number counts something
inline constexpr Traits count = 1U << 23;         ///< a number that may count what follows; not the number of a label
inline constexpr Traits connective = 1U << 24;    ///< closes with a word that leads on: และ, ที่
inline constexpr Traits plain = 1U << 21;         ///< none of the others
}  // namespace trait

}  // namespace krut::text
