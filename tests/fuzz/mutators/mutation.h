#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

/// libFuzzer's own mutation of bytes; replay.cpp has a simple one for builds without libFuzzer.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t most);

/// Mutations that know a format: what they make gets through the first checks of its reader, where changed bytes alone
/// would stop.
namespace krut::fuzz {

using Dice = std::minstd_rand;

/// From 0 to `count` - 1; 0 when `count` is 0.
[[nodiscard]] std::size_t below(Dice& dice, std::size_t count);
[[nodiscard]] inline bool one_in(Dice& dice, std::size_t times) { return below(dice, times) == 0; }

/// The bytes after libFuzzer's own mutation, at most `growth` longer.
[[nodiscard]] std::string changed_bytes(std::string bytes, std::size_t growth = 64);

/// Changes an input in the manner of its format; nothing when it is not of the format.
using Mutate = std::string (*)(std::string_view bytes, Dice& dice);

/// The body of LLVMFuzzerCustomMutator: mostly `mutate`, and bytes alone where that gives nothing or too much.
[[nodiscard]] std::size_t mutate_input(std::uint8_t* bytes, std::size_t size, std::size_t most, unsigned seed,
                                       Mutate mutate);

[[nodiscard]] std::string changed_json(std::string_view text, Dice& dice);
[[nodiscard]] std::string changed_xml(std::string_view text, Dice& dice);
/// A DOCX or any other zip: parts are changed in the manner of what they hold.
[[nodiscard]] std::string changed_zip(std::string_view bytes, Dice& dice);
/// A PDF: objects and what their streams hold are changed, and the cross-reference is written anew, as a table or a
/// stream.
[[nodiscard]] std::string changed_pdf(std::string_view bytes, Dice& dice);
/// Chunks are changed, sums and packed data are right again.
[[nodiscard]] std::string changed_png(std::string_view bytes, Dice& dice);
/// Segments are changed, their lengths are right again.
[[nodiscard]] std::string changed_jpeg(std::string_view bytes, Dice& dice);
/// Tables of a font are changed, its directory is right again.
[[nodiscard]] std::string changed_font(std::string_view bytes, Dice& dice);

}  // namespace krut::fuzz

/// Makes libFuzzer mutate a target's inputs with `mutate`.
#define KRUT_FUZZ_MUTATES_WITH(mutate)                                                                    \
  extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t most, \
                                                 unsigned seed) {                                         \
    return krut::fuzz::mutate_input(bytes, size, most, seed, mutate);                                     \
  }
