#include "picture/png_scan.h"

#include <zlib.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <utility>

#include "base/limits.h"
#include "picture/exif.h"
#include "picture/png_rows.h"

namespace krut::picture {

namespace {

constexpr std::string_view signature("\x89PNG\r\n\x1a\n", 8);
constexpr std::size_t word = 4;                ///< bytes of a length, a name or a sum
constexpr std::size_t chunk_frame = 3 * word;  ///< of a chunk without its inside
constexpr std::size_t header_size = 13;
constexpr std::size_t most_colours = 256;
constexpr unsigned colour_palette = 3;

using Complaint = std::optional<Bilingual>;

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes.substr(0, word)) value = value << 8U | static_cast<unsigned char>(byte);
  return value;
}

unsigned byte_at(std::string_view bytes, std::size_t index) { return static_cast<unsigned char>(bytes[index]); }

Complaint broken_header() { return Bilingual{"ส่วนหัวของ PNG เสีย", "the header of the PNG is broken"}; }
Complaint cut_short() { return Bilingual{"ไฟล์ PNG ถูกตัด", "the PNG is cut short"}; }
Complaint out_of_order(std::string_view name) {
  const std::string chunk(name);
  return Bilingual{"ส่วน " + chunk + " ของ PNG อยู่ผิดที่หรือผิดขนาด",
                   "the chunk " + chunk + " of the PNG is out of place or of a wrong size"};
}

/// Depths that a colour type may have (ISO/IEC 15948, table 11.1).
bool is_depth_of(unsigned depth, unsigned colour) {
  switch (colour) {
    case 0:
      return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
    case colour_palette:
      return depth == 1 || depth == 2 || depth == 4 || depth == 8;
    case 2:
    case 4:
    case 6:
      return depth == 8 || depth == 16;
    default:
      return false;
  }
}

/// A walk over the chunks, from the first to the last.
class Scan {
 public:
  explicit Scan(std::string_view bytes) : rest_(bytes.substr(signature.size())) {}

  Verdict verdict() {
    Complaint complaint;
    while (!complaint && !is_over_limit_ && stage_ != Stage::ended) complaint = take_chunk();
    if (is_over_limit_) return over_limit();
    if (!complaint && !rest_.empty())
      complaint = Bilingual{"มีข้อมูลต่อท้ายไฟล์ PNG", "something follows the end of the PNG"};
    if (complaint) {
      return Fault{
          Fault::Kind::damaged, *complaint, {"เปิดภาพแล้วบันทึกใหม่เป็น PNG", "open the picture and save it again as PNG"}};
    }
    const auto width = static_cast<double>(header_.width);
    const auto height = static_cast<double>(header_.height);
    const bool is_turned = is_on_its_side(orientation_);
    return Facts{Kind::png, is_turned ? height : width, is_turned ? width : height, orientation_};
  }

 private:
  enum class Stage { begins, before_rows, in_rows, after_rows, ended };

  [[nodiscard]] Fault over_limit() const {
    const std::string size = std::to_string(header_.width) + " x " + std::to_string(header_.height);
    const std::string most = " (image_pixels " + std::to_string(limits::image_pixels) + ", image_side " +
                             std::to_string(limits::image_side) + ')';
    return Fault{Fault::Kind::over_limit,
                 {"ภาพใหญ่ " + size + " จุด เกินกำหนด" + most, "it has " + size + " pixels, more than the limit" + most},
                 {"ย่อภาพให้มีจำนวนจุดน้อยลง", "scale it down to fewer pixels"}};
  }

  Complaint take_chunk() {
    if (rest_.size() < chunk_frame) return cut_short();
    const std::size_t size = big_endian(rest_);
    if (size > rest_.size() - chunk_frame) return cut_short();
    const std::string_view name = rest_.substr(word, word);
    const std::string_view inside = rest_.substr(2 * word, size);
    const auto sum =
        crc32(crc32(0, nullptr, 0), reinterpret_cast<const Bytef*>(name.data()), static_cast<uInt>(word + size));
    const bool is_name = std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
    if (!is_name) return Bilingual{"ไฟล์ PNG เสีย", "the PNG is damaged between its chunks"};
    if (sum != big_endian(rest_.substr(2 * word + size))) {
      return Bilingual{"ผลรวมตรวจสอบของส่วน " + std::string(name) + " ใน PNG ไม่ตรง",
                       "the sum of the chunk " + std::string(name) + " of the PNG does not agree"};
    }
    rest_.remove_prefix(chunk_frame + size);
    return look_at(name, inside);
  }

  Complaint look_at(std::string_view name, std::string_view inside) {
    if (stage_ == Stage::begins) return name == "IHDR" ? look_at_header(inside) : broken_header();
    if (name == "IDAT") return look_at_rows(inside);
    if (stage_ == Stage::in_rows) {
      stage_ = Stage::after_rows;
      if (auto missing = rows_->finish()) return missing;
    }
    if (name == "IEND") return look_at_end(inside);
    if (name == "PLTE") return look_at_palette(inside);
    if (name == "eXIf") orientation_ = orientation_in(inside);
    if (name == "tRNS") return look_at_transparency(inside);
    const bool is_critical = std::isupper(static_cast<unsigned char>(name[0])) != 0;
    return is_critical ? out_of_order(name) : std::nullopt;
  }

  Complaint look_at_header(std::string_view inside) {
    constexpr std::uint32_t most_said = 0x7FFFFFFF;
    if (inside.size() != header_size) return broken_header();
    header_ = {big_endian(inside), big_endian(inside.substr(word)), byte_at(inside, 8), byte_at(inside, 9),
               inside[12] == 1};
    const bool is_known = inside[10] == 0 && inside[11] == 0 && (inside[12] == 0 || inside[12] == 1);
    if (!is_known || !is_depth_of(header_.depth, header_.colour)) return broken_header();
    if (header_.width == 0 || header_.height == 0 || header_.width > most_said || header_.height > most_said) {
      return Bilingual{"ภาพไม่มีขนาด", "it has no size"};
    }
    is_over_limit_ = std::uint64_t{header_.width} * header_.height > limits::image_pixels ||
                     std::max(header_.width, header_.height) > limits::image_side;
    stage_ = Stage::before_rows;
    return std::nullopt;
  }

  Complaint look_at_palette(std::string_view inside) {
    const std::size_t colours = inside.size() / 3;
    const bool may_be = header_.colour == 2 || header_.colour == colour_palette || header_.colour == 6;
    const std::size_t most = header_.colour == colour_palette ? std::size_t{1} << header_.depth : most_colours;
    const bool is_sound = colours > 0 && colours <= most && inside.size() % 3 == 0;
    if (stage_ != Stage::before_rows || colours_ > 0 || has_transparency_ || !may_be || !is_sound)
      return out_of_order("PLTE");
    colours_ = colours;
    return std::nullopt;
  }

  Complaint look_at_transparency(std::string_view inside) {
    bool is_sound = false;
    if (header_.colour == 0) is_sound = inside.size() == 2;
    if (header_.colour == 2) is_sound = inside.size() == 6;
    if (header_.colour == colour_palette) is_sound = !inside.empty() && inside.size() <= colours_;
    if (stage_ != Stage::before_rows || has_transparency_ || !is_sound) return out_of_order("tRNS");
    has_transparency_ = true;
    return std::nullopt;
  }

  Complaint look_at_rows(std::string_view inside) {
    if (stage_ == Stage::before_rows) {
      if (header_.colour == colour_palette && colours_ == 0) {
        return Bilingual{"PNG ไม่มีตารางสี", "the PNG has no palette"};
      }
      rows_.emplace(header_);
      stage_ = Stage::in_rows;
    }
    return stage_ == Stage::in_rows ? rows_->take(inside) : out_of_order("IDAT");
  }

  Complaint look_at_end(std::string_view inside) {
    if (!rows_) return Bilingual{"PNG ไม่มีจุดภาพ", "the PNG has no pixels"};
    stage_ = Stage::ended;
    return inside.empty() ? std::nullopt : out_of_order("IEND");
  }

  std::string_view rest_;
  Stage stage_ = Stage::begins;
  PngHeader header_;
  int orientation_ = 1;
  std::size_t colours_ = 0;
  bool has_transparency_ = false;
  bool is_over_limit_ = false;
  std::optional<PngRows> rows_;
};

}  // namespace

bool is_png(std::string_view bytes) { return bytes.substr(0, signature.size()) == signature; }

bool is_png_of(std::string_view bytes, std::uint32_t width, std::uint32_t height) {
  const std::size_t at = signature.size() + 2 * word;  // behind the length and the name of the header
  return is_png(bytes) && bytes.size() >= at + header_size && big_endian(bytes.substr(at)) == width &&
         big_endian(bytes.substr(at + word)) == height;
}

Verdict judge_png(std::string_view bytes) { return Scan(bytes).verdict(); }

}  // namespace krut::picture
