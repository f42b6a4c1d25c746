#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace krut {

/// A distance on paper, held as a whole number of EMU (English metric units, ISO/IEC 29500-1, 20.1.2.1).
/// 1 pt = 12 700, 1 mm = 36 000, 1 twip = 635 EMU: points, millimetres and twips are all exact, nothing
/// drifts, and results compare with `==`. The range is that of a 64-bit integer; what would go beyond it stays at its
/// end, so that no operation overflows.
class Length {
 public:
  static constexpr std::int64_t emu_per_point = 12'700;
  static constexpr std::int64_t emu_per_millimetre = 36'000;
  static constexpr std::int64_t emu_per_twip = 635;

  constexpr Length() = default;

  static constexpr Length emu(std::int64_t value) { return Length(value); }
  static constexpr Length twips(std::int64_t value) { return Length(product(value, emu_per_twip)); }
  /// Rounds to the nearest EMU, halves away from zero.
  static constexpr Length points(double value) { return rounded(value * emu_per_point); }
  /// Rounds to the nearest EMU, halves away from zero.
  static constexpr Length millimetres(double value) { return rounded(value * emu_per_millimetre); }

  [[nodiscard]] constexpr std::int64_t in_emu() const { return emu_; }
  /// For the edge of the house only: what a PDF operator or a message prints.
  [[nodiscard]] constexpr double in_points() const { return static_cast<double>(emu_) / emu_per_point; }
  [[nodiscard]] constexpr double in_millimetres() const { return static_cast<double>(emu_) / emu_per_millimetre; }
  /// Rounded to the nearest twip, halves away from zero: the unit of WordprocessingML.
  [[nodiscard]] constexpr std::int64_t in_twips() const { return in_units(1, emu_per_twip); }
  /// How many times `unit` goes into `times` of this length, rounded to the nearest, halves away from zero. `unit` must
  /// be greater than 0.
  [[nodiscard]] constexpr std::int64_t in_units(std::int64_t times, std::int64_t unit) const {
    std::int64_t exact = 0;
    const bool is_small = !__builtin_mul_overflow(emu_, times, &exact) && exact < most - unit && exact > unit - most;
    return is_small ? nearest(exact, unit) : clamped(nearest(Wide(emu_) * times, Wide(unit)));
  }

  constexpr auto operator<=>(const Length&) const = default;

  constexpr Length operator-() const { return Length(-emu_); }
  constexpr Length& operator+=(Length other) {
    std::int64_t sum = 0;
    const bool is_beyond = __builtin_add_overflow(emu_, other.emu_, &sum);
    *this = Length(is_beyond ? end_towards(emu_) : sum);
    return *this;
  }
  constexpr Length& operator-=(Length other) { return *this += -other; }
  friend constexpr Length operator+(Length a, Length b) { return a += b; }
  friend constexpr Length operator-(Length a, Length b) { return a -= b; }
  friend constexpr Length operator*(Length a, std::int64_t times) { return Length(product(a.emu_, times)); }
  friend constexpr Length operator*(std::int64_t times, Length a) { return a * times; }
  /// Rounds towards zero.
  friend constexpr Length operator/(Length a, std::int64_t parts) { return Length(a.emu_ / parts); }

  /// `part / whole` of this length, rounded to the nearest EMU. `whole` must be greater than 0.
  [[nodiscard]] constexpr Length scaled(std::int64_t part, std::int64_t whole) const {
    return Length(in_units(part, whole));
  }

 private:
  __extension__ using Wide = __int128;
  static constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

  /// Both ends are as far from zero, so that every length has its opposite.
  explicit constexpr Length(std::int64_t value) : emu_(value < -most ? -most : value) {}

  static constexpr std::int64_t end_towards(std::int64_t sign) { return sign < 0 ? -most : most; }
  static constexpr std::int64_t clamped(Wide value) {
    if (value > most || value < -most) return value < 0 ? -most : most;
    return static_cast<std::int64_t>(value);
  }
  static constexpr std::int64_t product(std::int64_t a, std::int64_t b) {
    std::int64_t exact = 0;
    return __builtin_mul_overflow(a, b, &exact) ? end_towards((a < 0) == (b < 0) ? 1 : -1) : exact;
  }
  static constexpr Length rounded(double value) {
    constexpr double beyond = 9.2e18;  // that is still an integer of 64 bits
    if (!(value < beyond)) return Length(most);
    if (value < -beyond) return Length(-most);
    return Length(static_cast<std::int64_t>(value + (value < 0 ? -0.5 : 0.5)));
  }
  template <typename Integer>
  static constexpr Integer nearest(Integer value, Integer unit) {
    const Integer half = unit / 2;
    return (value < 0 ? value - half : value + half) / unit;
  }

  std::int64_t emu_ = 0;
};

inline namespace literals {
constexpr Length operator""_pt(long double value) { return Length::points(static_cast<double>(value)); }
constexpr Length operator""_pt(unsigned long long value) { return Length::points(static_cast<double>(value)); }
constexpr Length operator""_mm(long double value) { return Length::millimetres(static_cast<double>(value)); }
constexpr Length operator""_mm(unsigned long long value) { return Length::millimetres(static_cast<double>(value)); }
}  // namespace literals

}  // namespace krut
