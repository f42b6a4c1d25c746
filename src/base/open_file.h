#pragma once

#include <cstddef>
#include <string>

/// What reading and writing files share. For the files of this room only.
namespace krut::files {

/// An open file of the operating system, closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor() { close(); }

  [[nodiscard]] int number() const { return number_; }
  /// 0, or the errno of the failed close.
  int close();

 private:
  int number_;
};

/// Throws `Error` (input_missing) with the system's reason, an errno.
[[noreturn]] void cannot_read(const std::string& path, int code);

/// Throws `Error` (cannot_write) likewise.
[[noreturn]] void cannot_write(const std::string& path, int code);

/// All that can be read from an open file; `path` is for messages. Throws as `read_whole` does.
[[nodiscard]] std::string read_open(const Descriptor& file, const std::string& path, std::size_t most_bytes);

}  // namespace krut::files
