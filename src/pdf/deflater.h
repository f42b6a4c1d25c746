#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace krut::pdf {

/// Packs streams for /FlateDecode. Reusable, so that its tables are made once; one thread at a time.
class Deflater {
 public:
  Deflater();
  ~Deflater();

  /// The bytes in zlib form; never empty, also for empty input. Valid until the next call.
  [[nodiscard]] std::string_view pack(std::string_view bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace krut::pdf
