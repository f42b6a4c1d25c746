#include <array>
#include <vector>

#include "mutation.h"
#include "packing.h"

namespace krut::fuzz {

namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
constexpr std::size_t most_chunks = 256;
const std::array<std::string, 14> types{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "iCCP",
                                        "cHRM", "sRGB", "zTXt", "eXIf", "acTL", "fcTL", "bKGD"};

struct Chunk {
  std::string type;
  std::string data;
};

/// Pixel data that stand in several chunks become one.
std::vector<Chunk> chunks_of(std::string_view bytes) {
  std::vector<Chunk> chunks;
  if (bytes.substr(0, signature.size()) != signature) return {};
  std::size_t offset = signature.size();
  while (offset + 8 <= bytes.size() && chunks.size() < most_chunks) {
    const std::size_t size = big_endian(bytes, offset, 4);
    Chunk chunk{std::string(bytes.substr(offset + 4, 4)), std::string(bytes.substr(offset + 8, size))};
    if (chunk.type == "IDAT" && !chunks.empty() && chunks.back().type == "IDAT") {
      chunks.back().data += chunk.data;
    } else {
      chunks.push_back(std::move(chunk));
    }
    offset += 12 + size;
  }
  return chunks;
}

std::string png_of(const std::vector<Chunk>& chunks) {
  std::string out(signature);
  for (const Chunk& chunk : chunks) {
    append_big_endian(out, static_cast<std::uint32_t>(chunk.data.size()), 4);
    out += chunk.type + chunk.data;
    append_big_endian(out, crc_of(chunk.type + chunk.data), 4);
  }
  return out;
}

void change_data(Chunk& chunk, Dice& dice) {
  const auto pixels = chunk.type == "IDAT" ? unpacked(chunk.data, Wrapping::zlib) : std::nullopt;
  if (pixels && !one_in(dice, 3)) {
    chunk.data = packed(changed_bytes(*pixels), Wrapping::zlib);
  } else if (chunk.type == "IHDR" && chunk.data.size() == 13 && !one_in(dice, 4)) {
    const std::array small{'\0', '\1', '\2', '\3', '\4', '\6', '\x08', '\x10'};
    chunk.data[3 + below(dice, 10)] = small[below(dice, small.size())];
  } else {
    chunk.data = changed_bytes(chunk.data);
  }
}

void change(std::vector<Chunk>& chunks, Dice& dice) {
  const std::size_t chosen = below(dice, chunks.size());
  const auto place = chunks.begin() + static_cast<std::ptrdiff_t>(chosen);
  switch (below(dice, 8)) {
    case 0:
      chunks.erase(place);
      break;
    case 1:
      chunks.insert(place, Chunk(*place));
      break;
    case 2:
      chunks.insert(place, {types[below(dice, types.size())], changed_bytes(place->data, 16)});
      break;
    case 3:
      std::swap(*place, chunks[below(dice, chunks.size())]);
      break;
    default:
      change_data(*place, dice);
  }
}

}  // namespace

std::string changed_png(std::string_view bytes, Dice& dice) {
  std::vector<Chunk> chunks = chunks_of(bytes);
  for (std::size_t changes = 1 + below(dice, 3); changes > 0 && !chunks.empty(); --changes) change(chunks, dice);
  return chunks.empty() ? std::string() : png_of(chunks);
}

}  // namespace krut::fuzz
