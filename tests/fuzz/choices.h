#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace krut::fuzz {

/// Reads an input as a row of decisions; behind its end each is the first of its kind.
class Choices {
 public:
  Choices(const std::uint8_t* bytes, std::size_t size) : rest_(reinterpret_cast<const char*>(bytes), size) {}

  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }
  /// From 0 to `count` - 1.
  [[nodiscard]] std::size_t below(std::size_t count) {
    if (rest_.empty() || count == 0) return 0;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte % count;
  }
  [[nodiscard]] bool yes() { return below(2) == 1; }
  /// The next bytes as they stand, at most 255.
  [[nodiscard]] std::string text() {
    const std::string_view bytes = rest_.substr(0, below(256));
    rest_.remove_prefix(bytes.size());
    return std::string(bytes);
  }
  /// All that is left.
  [[nodiscard]] std::string rest() {
    const std::string bytes(rest_);
    rest_ = {};
    return bytes;
  }

 private:
  std::string_view rest_;
};

}  // namespace krut::fuzz
