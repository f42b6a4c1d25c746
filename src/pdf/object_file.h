#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/budget.h"
#include "pdf/deflater.h"
#include "pdf/syntax.h"

namespace krut::pdf {

/// Takes the bytes of a file as they are made.
class Sink {
 public:
  virtual ~Sink() = default;
  /// False when the bytes could not be taken. Never throws: it is called through C frames.
  virtual bool take(std::string_view bytes) noexcept = 0;
};

/// Collects a file in memory.
class StringSink : public Sink {
 public:
  bool take(std::string_view bytes) noexcept override;
  [[nodiscard]] std::string& bytes() { return bytes_; }
  /// Whether bytes were refused because memory was short.
  [[nodiscard]] bool is_short() const { return is_short_; }

 private:
  std::string bytes_;
  bool is_short_ = false;
};

/// Where the object layer gets its memory; null means the C library. Tests use it to run out.
struct Memory {
  void* (*allocate)(unsigned int size) = nullptr;
  void (*release)(void* memory) = nullptr;
};

/// A PDF file as numbered objects. libharu keeps the pages, the page tree and the objects that may not stand in an
/// object stream, and writes them; everything else is packed into object streams behind them, and the cross-reference
/// is a stream of ours (ISO 32000-1, 7.5.7 and 7.5.8). Bodies of dictionaries are given as text without `<<` and `>>`.
///
/// First all of `reserve`, `add…`; then the packed objects; then `save`, once. Every call throws `Error` (internal)
/// when the object layer reports a fault, at once or later: the first fault stays, and the file is then good for
/// nothing but being destroyed. Where it is memory that was short: `std::bad_alloc`.
class ObjectFile {
 public:
  /// `budget` is asked for the objects that are made and the bytes that are written.
  explicit ObjectFile(Budget budget = {}, Memory memory = {});
  ~ObjectFile();
  ObjectFile(const ObjectFile&) = delete;
  ObjectFile& operator=(const ObjectFile&) = delete;

  /// A dictionary whose body comes later.
  [[nodiscard]] Reference reserve();
  void fill(Reference dictionary, std::string body);
  Reference add(std::string body);
  /// `bytes` are written as they are; a filter belongs into `entries`.
  Reference add_stream(std::string entries, std::string_view bytes);
  /// Packs the bytes and says so.
  Reference add_packed_stream(const std::string& entries, std::string_view bytes);
  /// A page with its content, which is packed here. Its other entries, /MediaBox and /Resources among them, come with
  /// `fill`.
  [[nodiscard]] Reference add_page(std::string_view content);
  void set_catalog(std::string entries);
  void set_information(std::string entries);

  /// An object for the object streams; no object of the other kind may be made after the first of these.
  [[nodiscard]] Reference reserve_packed();
  /// `value` is the whole object, `<<` and `>>` included. Once for each object.
  void fill_packed(Reference object, std::string_view value);

  /// Writes the file and its cross-reference; /ID is the MD5 of all before it, and of the whole file
  /// (base/own_digest.h).
  void save(Sink& sink);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace krut::pdf
