#pragma once

#include <compare>
#include <cstdint>

namespace krut {

/// A distance on paper, held as a whole number of EMU (English metric units, ISO/IEC 29500-1, 20.1.2.1).
/// 1 pt = 12 700, 1 mm = 36 000, 1 twip = 635 EMU: points, millimetres and twips are all exact, nothing
/// drifts, and results compare with `==`. The range is that of a 64-bit integer; no operation checks it.
class Length {
 public:
  static constexpr std::int64_t emu_per_point = 12'700;
  static constexpr std::int64_t emu_per_millimetre = 36'000;
  static constexpr std::int64_t emu_per_twip = 635;

  constexpr Length() = default;

  static constexpr Length emu(std::int64_t value) { return Length(value); }
  static constexpr Length twips(std::int64_t value) { return Length(value * emu_per_twip); }
  /// Rounds to the nearest EMU, halves away from zero.
  static constexpr Length points(double value) { return rounded(value * emu_per_point); }
  /// Rounds to the nearest EMU, halves away from zero.
  static constexpr Length millimetres(double value) { return rounded(value * emu_per_millimetre); }

  [[nodiscard]] constexpr std::int64_t in_emu() const { return emu_; }
  /// For the edge of the house only: what a PDF operator or a message prints.
  [[nodiscard]] constexpr double in_points() const { return static_cast<double>(emu_) / emu_per_point; }
  [[nodiscard]] constexpr double in_millimetres() const { return static_cast<double>(emu_) / emu_per_millimetre; }
  /// Rounded to the nearest twip, halves away from zero: the unit of WordprocessingML.
  [[nodiscard]] constexpr std::int64_t in_twips() const { return nearest(emu_, emu_per_twip); }

  constexpr auto operator<=>(const Length&) const = default;

  constexpr Length operator-() const { return Length(-emu_); }
  constexpr Length& operator+=(Length other) {
    emu_ += other.emu_;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    emu_ -= other.emu_;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return Length(a.emu_ + b.emu_); }
  friend constexpr Length operator-(Length a, Length b) { return Length(a.emu_ - b.emu_); }
  friend constexpr Length operator*(Length a, std::int64_t times) { return Length(a.emu_ * times); }
  friend constexpr Length operator*(std::int64_t times, Length a) { return a * times; }
  /// Rounds towards zero.
  friend constexpr Length operator/(Length a, std::int64_t parts) { return Length(a.emu_ / parts); }

  /// `part / whole` of this length, rounded to the nearest EMU. `whole` must not be 0.
  [[nodiscard]] constexpr Length scaled(std::int64_t part, std::int64_t whole) const {
    return Length(nearest(emu_ * part, whole));
  }

 private:
  explicit constexpr Length(std::int64_t value) : emu_(value) {}
  static constexpr Length rounded(double value) {
    return Length(static_cast<std::int64_t>(value + (value < 0 ? -0.5 : 0.5)));
  }
  static constexpr std::int64_t nearest(std::int64_t value, std::int64_t unit) {
    const std::int64_t half = unit / 2;
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
