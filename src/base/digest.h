#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace krut {

/// XXH3 with 128 bits, by the library xxHash: tells whether bytes are still the same, at the speed of reading them. Not
/// for secrets, and no proof of who made them.
class Digest {
 public:
  Digest();
  ~Digest();
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;

  void add(std::string_view bytes);
  /// Of what was added so far, as 32 upper case hexadecimal digits. More may be added.
  [[nodiscard]] std::string digits() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace krut
