#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.h"
#include "base/limits.h"

namespace krut::readback {

/// The parts of a DOCX. The file may be hostile: how many parts there are and how much is unpacked in all have fixed
/// ends. Methods throw `Fault` where the file is damaged and `Error` (limit) where it unpacks to too much.
class ZipReader {
 public:
  /// `bytes` outlive this.
  explicit ZipReader(std::string_view bytes, Budget budget = {});
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  /// Names of all parts, in the order of the file's list; one without a name is empty.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] bool has(std::string_view name) const;
  /// A part, unpacked.
  [[nodiscard]] std::string bytes(std::size_t index);
  /// The part of this name, unpacked; empty where there is none.
  [[nodiscard]] std::string bytes(std::string_view name);

  /// True where the file is what krut makes of these very parts: each without a date and packed to the same bytes, and
  /// nothing between, before or behind them. A part changed by another program is packed by another program.
  [[nodiscard]] bool is_packed_as_ours();
  /// The latest date of a part, "2023-04-10T09:30:00"; empty where none has one.
  [[nodiscard]] std::string latest_date() const;

 private:
  struct Archive;
  [[nodiscard]] std::string read(std::size_t index, bool as_packed);

  std::string_view file_;
  Budget budget_;
  std::unique_ptr<Archive> archive_;
  std::vector<std::string> names_;
  std::size_t room_ = limits::unpacked_bytes;
};

}  // namespace krut::readback
