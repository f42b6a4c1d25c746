#include "pdf/deflater.h"

#include <libdeflate.h>

#include <new>
#include <string>

#include "base/error.h"

namespace krut::pdf {
namespace {

constexpr int level = 1;  // on our pages half the time of zlib's level 3, and smaller

struct Free {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

void check(bool is_good) {
  if (!is_good) throw Error(ErrorKind::internal, "pdf.internal", {"บีบอัดข้อมูลไม่สำเร็จ", "could not pack a stream"});
}

}  // namespace

struct Deflater::State {
  std::unique_ptr<libdeflate_compressor, Free> compressor;
  std::string out;
};

Deflater::Deflater() : state_(std::make_unique<State>()) {
  state_->compressor.reset(libdeflate_alloc_compressor(level));
  if (state_->compressor == nullptr) throw std::bad_alloc();
}

Deflater::~Deflater() = default;

std::string_view Deflater::pack(std::string_view bytes) {
  libdeflate_compressor* compressor = state_->compressor.get();
  std::string& out = state_->out;
  const std::size_t bound = libdeflate_zlib_compress_bound(compressor, bytes.size());
  if (out.size() < bound) out.resize(bound);
  const std::size_t size = libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size());
  check(size != 0);
  return std::string_view(out).substr(0, size);
}

}  // namespace krut::pdf
