#include "packing.h"

#include <libdeflate.h>

#include <memory>

namespace krut::fuzz {

namespace {

struct Free {
  void operator()(libdeflate_compressor* packer) const { libdeflate_free_compressor(packer); }
  void operator()(libdeflate_decompressor* unpacker) const { libdeflate_free_decompressor(unpacker); }
};

}  // namespace

std::string packed(std::string_view bytes, Wrapping wrapping) {
  static const std::unique_ptr<libdeflate_compressor, Free> packer(libdeflate_alloc_compressor(1));
  const bool is_zlib = wrapping == Wrapping::zlib;
  std::string out(is_zlib ? libdeflate_zlib_compress_bound(packer.get(), bytes.size())
                          : libdeflate_deflate_compress_bound(packer.get(), bytes.size()),
                  '\0');
  const auto pack = is_zlib ? libdeflate_zlib_compress : libdeflate_deflate_compress;
  out.resize(pack(packer.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

std::optional<std::string> unpacked(std::string_view bytes, Wrapping wrapping) {
  static const std::unique_ptr<libdeflate_decompressor, Free> unpacker(libdeflate_alloc_decompressor());
  const auto unpack = wrapping == Wrapping::zlib ? libdeflate_zlib_decompress : libdeflate_deflate_decompress;
  static std::string out(most_unpacked, '\0');
  std::size_t size = 0;
  if (unpack(unpacker.get(), bytes.data(), bytes.size(), out.data(), out.size(), &size) != LIBDEFLATE_SUCCESS)
    return {};
  return out.substr(0, size);
}

std::uint32_t crc_of(std::string_view bytes) { return libdeflate_crc32(0, bytes.data(), bytes.size()); }

std::uint32_t big_endian(std::string_view bytes, std::size_t offset, std::size_t width) {
  std::uint32_t value = 0;
  for (const char byte : bytes.substr(offset, width)) value = value << 8U | static_cast<unsigned char>(byte);
  return value;
}

void append_big_endian(std::string& bytes, std::uint32_t value, std::size_t width) {
  for (std::size_t i = width; i-- > 0;) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
}

void append_little_endian(std::string& bytes, std::uint32_t value, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
}

}  // namespace krut::fuzz
