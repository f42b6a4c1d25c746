#include "readback/zip_reader.h"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <new>

#include "base/civil_time.h"
#include "readback/faults.h"

namespace krut::readback {

namespace {

constexpr std::size_t piece_size = 1U << 16;
constexpr zip_int64_t most_parts = 100'000;

/// Sizes of what surrounds the parts of a ZIP file (PKWARE, APPNOTE 4.3.7, 4.3.12, 4.3.16), and how krut packs them
/// (src/docx/packing.cpp, src/docx/package.cpp).
constexpr std::size_t local_size = 30;
constexpr std::size_t central_size = 46;
constexpr std::size_t end_size = 22;
constexpr int own_level = 1;

struct Discard {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

zip_t* opened(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (archive == nullptr) fail_as_damaged("ZIP");
  return archive;
}

/// What krut makes of a part: deflated, or as it is where that is no gain.
std::string packed_as_ours(const std::string& part) {
  const std::unique_ptr<libdeflate_compressor, Discard> compressor(libdeflate_alloc_compressor(own_level));
  if (compressor == nullptr) throw std::bad_alloc();
  std::string packed(part.size(), '\0');
  packed.resize(libdeflate_deflate_compress(compressor.get(), part.data(), part.size(), packed.data(), packed.size()));
  return packed.empty() ? part : packed;
}

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t number = 0;
  for (std::size_t i = size; i-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

/// A date and a time as ZIP files have them; empty for 1 January 1980 at midnight, which stands for none.
std::string date_of(std::size_t date, std::size_t time) {
  constexpr std::size_t no_date = (1U << 5U) | 1U;
  constexpr int first_year = 1980;
  if (date <= no_date && time == 0) return {};
  const auto part = [](std::size_t number, unsigned shift, unsigned mask) {
    return static_cast<unsigned>(number >> shift) & mask;
  };
  return iso_text({first_year + static_cast<int>(date >> 9U), part(date, 5, 15), part(date, 0, 31), part(time, 11, 31),
                   part(time, 5, 63), part(time, 0, 31) * 2});
}

/// The latest date in the list of parts at the end of the file. (libzip tells it in the zone of this machine.)
std::string latest_date_in(std::string_view bytes) {
  constexpr std::string_view end_mark = "PK\x05\x06";
  constexpr std::string_view central_mark = "PK\x01\x02";
  std::string latest;
  const std::size_t end = bytes.rfind(end_mark);
  if (end == std::string_view::npos || bytes.size() - end < end_size) return latest;
  std::size_t at = number_at(bytes, end + 16, 4);
  while (at < end && end - at >= central_size && bytes.substr(at).starts_with(central_mark)) {
    latest = std::max(latest, date_of(number_at(bytes, at + 14, 2), number_at(bytes, at + 12, 2)));
    at += central_size + number_at(bytes, at + 28, 2) + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
  }
  return latest;
}

}  // namespace

struct ZipReader::Archive {
  explicit Archive(zip_t* opened_archive) : handle(opened_archive) {}
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() { zip_discard(handle); }

  zip_t* handle;
};

ZipReader::ZipReader(std::string_view bytes, Budget budget)
    : file_(bytes), budget_(std::move(budget)), archive_(std::make_unique<Archive>(opened(bytes))) {
  const zip_int64_t count = zip_get_num_entries(archive_->handle, 0);
  if (count > most_parts) fail_over_limit("unpacked_bytes");
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(archive_->handle, static_cast<zip_uint64_t>(i), 0);
    names_.emplace_back(name == nullptr ? "" : name);
  }
}

ZipReader::~ZipReader() = default;

bool ZipReader::has(std::string_view name) const {
  return std::find(names_.begin(), names_.end(), name) != names_.end();
}

std::string ZipReader::read(std::size_t index, bool as_packed) {
  const std::unique_ptr<zip_file_t, Discard> file(
      zip_fopen_index(archive_->handle, index, as_packed ? ZIP_FL_COMPRESSED : 0));
  if (file == nullptr) fail_as_damaged("ZIP");
  std::string bytes;
  std::array<char, piece_size> piece;
  for (;;) {
    budget_.check();
    const zip_int64_t size = zip_fread(file.get(), piece.data(), piece.size());
    if (size < 0) fail_as_damaged("ZIP");
    if (size == 0) return bytes;
    if (static_cast<std::size_t>(size) > room_) fail_over_limit("unpacked_bytes");
    room_ -= static_cast<std::size_t>(size);
    budget_.take(static_cast<std::size_t>(size));
    bytes.append(piece.data(), static_cast<std::size_t>(size));
  }
}

std::string ZipReader::bytes(std::size_t index) { return read(index, false); }

std::string ZipReader::bytes(std::string_view name) {
  const auto found = std::find(names_.begin(), names_.end(), name);
  return found == names_.end() ? std::string() : bytes(static_cast<std::size_t>(found - names_.begin()));
}

bool ZipReader::is_packed_as_ours() {
  if (!latest_date().empty()) return false;
  std::size_t size = end_size;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::string packed = read(i, true);
    const bool is_packed_already = names_[i].ends_with(".png");
    if (packed != (is_packed_already ? bytes(i) : packed_as_ours(bytes(i)))) return false;
    size += local_size + central_size + 2 * names_[i].size() + packed.size();
  }
  return size == file_.size();
}

std::string ZipReader::latest_date() const { return latest_date_in(file_); }

}  // namespace krut::readback
