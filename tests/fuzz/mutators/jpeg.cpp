#include <array>
#include <vector>

#include "mutation.h"
#include "packing.h"

namespace krut::fuzz {

namespace {

constexpr std::string_view start = "\xFF\xD8";
constexpr std::size_t most_segments = 256;
constexpr char scan = '\xDA';
const std::array<char, 14> marks{'\xC0', '\xC1', '\xC2', '\xC4', '\xC9', '\xDA', '\xDB',
                                 '\xDD', '\xE0', '\xE1', '\xE2', '\xEE', '\xFE', '\xDC'};

struct Segment {
  char mark = 0;
  std::string data;
  std::string pixels;  ///< behind the head of a scan, up to the next mark
};

std::string pixels_at(std::string_view bytes, std::size_t offset) {
  std::size_t end = offset;
  while (end + 1 < bytes.size() && (bytes[end] != '\xFF' || bytes[end + 1] == '\0')) ++end;
  return std::string(bytes.substr(offset, end - offset));
}

std::vector<Segment> segments_of(std::string_view bytes) {
  std::vector<Segment> segments;
  if (bytes.substr(0, start.size()) != start) return {};
  std::size_t offset = start.size();
  while (offset + 4 <= bytes.size() && bytes[offset] == '\xFF' && segments.size() < most_segments) {
    const std::size_t size = big_endian(bytes, offset + 2, 2);
    if (size < 2 || offset + 2 + size > bytes.size()) break;
    Segment segment{bytes[offset + 1], std::string(bytes.substr(offset + 4, size - 2)), {}};
    offset += 2 + size;
    if (segment.mark == scan) {
      segment.pixels = pixels_at(bytes, offset);
      offset += segment.pixels.size();
    }
    segments.push_back(std::move(segment));
  }
  return segments;
}

std::string jpeg_of(const std::vector<Segment>& segments) {
  std::string out(start);
  for (const Segment& segment : segments) {
    out += '\xFF';
    out += segment.mark;
    append_big_endian(out, static_cast<std::uint32_t>(segment.data.size() + 2), 2);
    out += segment.data + segment.pixels;
  }
  return out + "\xFF\xD9";
}

}  // namespace

std::string changed_jpeg(std::string_view bytes, Dice& dice) {
  std::vector<Segment> segments = segments_of(bytes);
  if (segments.empty()) return {};
  const std::size_t at = below(dice, segments.size());
  Segment& segment = segments[at];
  switch (below(dice, 6)) {
    case 0:
      segment.mark = marks[below(dice, marks.size())];
      break;
    case 1:
      segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 2: {
      const Segment copy = segment;
      segments.insert(segments.begin() + static_cast<std::ptrdiff_t>(below(dice, segments.size())), copy);
      break;
    }
    case 3:
      if (!segment.pixels.empty()) {
        segment.pixels = changed_bytes(segment.pixels);
        break;
      }
      [[fallthrough]];
    default:
      segment.data = changed_bytes(segment.data).substr(0, 65'000);
  }
  return jpeg_of(segments);
}

}  // namespace krut::fuzz
