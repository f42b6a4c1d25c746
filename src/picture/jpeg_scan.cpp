#include "picture/jpeg_scan.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "picture/exif.h"

namespace krut::picture {

namespace {

constexpr std::size_t mark_size = 2;
constexpr std::size_t length_size = 2;
constexpr std::size_t frame_size = 6;      ///< of a frame header without its components
constexpr std::size_t component_size = 3;  ///< of each of them
constexpr std::size_t table_slots = 4;
constexpr std::uint32_t block = 8;  ///< side in pixels
constexpr unsigned most_sampling = 4;
constexpr unsigned bits_of_byte = 8;

// Marks (ITU-T T.81, table B.1).
constexpr unsigned baseline = 0xC0;
constexpr unsigned progressive = 0xC2;
constexpr unsigned huffman_tables = 0xC4;
constexpr unsigned first_restart = 0xD0;
constexpr unsigned last_restart = 0xD7;
constexpr unsigned start = 0xD8;
constexpr unsigned end_of_image = 0xD9;
constexpr unsigned start_of_scan = 0xDA;
constexpr unsigned quantization_tables = 0xDB;
constexpr unsigned late_height = 0xDC;
constexpr unsigned first_application = 0xE0;
constexpr unsigned exif_application = 0xE1;
constexpr unsigned profile_application = 0xE2;
constexpr unsigned adobe_application = 0xEE;
constexpr unsigned last_application = 0xEF;
constexpr unsigned comment = 0xFE;

constexpr std::string_view exif_name("Exif\0\0", 6);
constexpr std::string_view profile_name("ICC_PROFILE\0", 12);
constexpr std::string_view jfif_name("JFIF\0", 5);
constexpr std::string_view adobe_name("Adobe", 5);
constexpr std::size_t adobe_size = 12;

using Complaint = std::optional<Fault>;

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }
unsigned word_at(std::string_view bytes, std::size_t at) { return byte_at(bytes, at) << 8U | byte_at(bytes, at + 1); }

Bilingual save_again() { return {"เปิดภาพแล้วบันทึกใหม่เป็น JPEG", "open the picture and save it again as JPEG"}; }
Fault damaged(Bilingual what) { return {Fault::Kind::damaged, std::move(what), save_again()}; }
Fault cut_short() { return damaged({"ไฟล์ JPEG ถูกตัด", "the JPEG is cut short"}); }
Fault broken(const char* part) {
  return damaged(
      {std::string("ส่วน ") + part + " ของ JPEG เสีย", std::string("the segment ") + part + " of the JPEG is broken"});
}

/// Frames that PDF readers and word processors do not take (ISO 32000-1, 7.4.8).
Complaint unusual_frame(unsigned mark, unsigned precision) {
  const auto refused = [](Bilingual what) {
    return Fault{Fault::Kind::damaged,
                 std::move(what),
                 {"บันทึกภาพใหม่เป็น JPEG ธรรมดา (baseline หรือ progressive 8 บิต)",
                  "save it again as a usual JPEG (baseline or progressive, 8 bits)"}};
  };
  if (mark == 0xC3) return refused({"เป็น JPEG แบบไม่สูญเสีย (lossless)", "it is a lossless JPEG"});
  if (mark >= 0xC9 && mark <= 0xCB) {
    return refused({"เป็น JPEG แบบ arithmetic coding", "it is a JPEG with arithmetic coding"});
  }
  if (mark > progressive)
    return refused({"เป็น JPEG แบบที่โปรแกรมอื่นอ่านไม่ได้", "it is a JPEG of a kind that readers do not take"});
  if (precision != bits_of_byte) {
    return refused(
        {"เป็น JPEG " + std::to_string(precision) + " บิต", "it is a JPEG of " + std::to_string(precision) + " bits"});
  }
  return std::nullopt;
}

struct Component {
  unsigned name = 0;
  unsigned across = 1;
  unsigned down = 1;
  unsigned table = 0;
  bool is_in_scan = false;
};

class Walk {
 public:
  explicit Walk(std::string_view bytes) : bytes_(bytes) {}

  std::variant<JpegFrame, Fault> frame() {
    keep(0, mark_size);
    at_ = mark_size;
    Complaint complaint;
    while (!complaint && !has_ended_) complaint = take_segment();
    if (!complaint) complaint = look_at_whole();
    if (complaint) return *complaint;
    join_profile();
    return std::move(frame_);
  }

 private:
  void keep(std::size_t from, std::size_t size) { frame_.kept.push_back(bytes_.substr(from, size)); }

  Complaint take_segment() {
    std::size_t at = at_;
    if (at >= bytes_.size()) return cut_short();
    if (byte_at(bytes_, at) != 0xFF)
      return damaged({"ไฟล์ JPEG เสียระหว่างส่วน", "the JPEG is damaged between its segments"});
    while (at < bytes_.size() && byte_at(bytes_, at) == 0xFF) ++at;  // fill bytes may stand before a mark
    if (at >= bytes_.size()) return cut_short();
    const unsigned mark = byte_at(bytes_, at);
    const std::size_t begin = at - 1;
    at_ = at + 1;
    if (mark == end_of_image) {
      keep(begin, mark_size);
      has_ended_ = true;
      return std::nullopt;
    }
    if (mark == start || mark == 0 || mark == 1 || (mark >= first_restart && mark <= last_restart)) {
      return damaged({"ไฟล์ JPEG เสียระหว่างส่วน", "the JPEG is damaged between its segments"});
    }
    if (bytes_.size() - at_ < length_size) return cut_short();
    const std::size_t size = word_at(bytes_, at_);
    if (size < length_size || size > bytes_.size() - at_) return cut_short();
    const std::string_view inside = bytes_.substr(at_ + length_size, size - length_size);
    at_ += size;
    if (stays(mark, inside)) keep(begin, at_ - begin);
    return look_at(mark, inside);
  }

  /// Notes of cameras and programs go; what a reader needs to show the colours stays.
  static bool stays(unsigned mark, std::string_view inside) {
    if (mark == comment) return false;
    if (mark < first_application || mark > last_application) return true;
    return (mark == first_application && inside.substr(0, jfif_name.size()) == jfif_name) ||
           (mark == profile_application && inside.substr(0, profile_name.size()) == profile_name) ||
           (mark == adobe_application && inside.substr(0, adobe_name.size()) == adobe_name);
  }

  Complaint look_at(unsigned mark, std::string_view inside) {
    if (mark == huffman_tables) return look_at_huffman_tables(inside);
    if (mark == quantization_tables) return look_at_quantization_tables(inside);
    if (mark == start_of_scan) return look_at_scan(inside);
    if (mark == late_height) return broken("DNL");
    const bool is_frame = mark >= baseline && mark <= 0xCF && mark != 0xC8 && mark != 0xCC;
    if (is_frame) return look_at_frame(mark, inside);
    if (mark >= first_application && mark <= last_application) look_at_notes(mark, inside);
    return std::nullopt;
  }

  void look_at_notes(unsigned mark, std::string_view inside) {
    if (mark == first_application && inside.substr(0, jfif_name.size()) == jfif_name) frame_.has_jfif = true;
    if (mark == exif_application && inside.substr(0, exif_name.size()) == exif_name && !has_exif_) {
      has_exif_ = true;
      frame_.orientation = orientation_in(inside.substr(exif_name.size()));
    }
    if (mark == adobe_application && inside.size() >= adobe_size && inside.substr(0, adobe_name.size()) == adobe_name) {
      frame_.has_adobe = true;
      frame_.adobe_transform = byte_at(inside, adobe_size - 1);
    }
    if (mark == profile_application && inside.size() >= profile_name.size() + 2 &&
        inside.substr(0, profile_name.size()) == profile_name) {
      const std::string_view rest = inside.substr(profile_name.size());
      profile_parts_.emplace(byte_at(rest, 0), rest.substr(2));
      profile_count_ = byte_at(rest, 1);
    }
  }

  Complaint look_at_frame(unsigned mark, std::string_view inside) {
    if (!components_.empty() || inside.size() < frame_size) return broken("SOF");
    if (auto unusual = unusual_frame(mark, byte_at(inside, 0))) return unusual;
    mark_ = mark;
    frame_.height = word_at(inside, 1);
    frame_.width = word_at(inside, 3);
    frame_.components = byte_at(inside, 5);
    const bool is_known = frame_.components == 1 || frame_.components == 3 || frame_.components == 4;
    if (!is_known || inside.size() != frame_size + component_size * frame_.components) return broken("SOF");
    if (frame_.width == 0 || frame_.height == 0) return damaged({"ภาพไม่มีขนาด", "it has no size"});
    if (std::uint64_t{frame_.width} * frame_.height > limits::image_pixels ||
        std::max(frame_.width, frame_.height) > limits::image_side) {
      return over_limit();
    }
    for (std::size_t i = 0; i < frame_.components; ++i) {
      const std::string_view each = inside.substr(frame_size + component_size * i, component_size);
      const Component component{byte_at(each, 0), byte_at(each, 1) >> 4U, byte_at(each, 1) & 0xFU, byte_at(each, 2),
                                false};
      const bool is_sound = component.across >= 1 && component.across <= most_sampling && component.down >= 1 &&
                            component.down <= most_sampling && component.table < table_slots &&
                            find(component.name) == nullptr;
      if (!is_sound) return broken("SOF");
      components_.push_back(component);
    }
    frame_.has_rgb_names = frame_.components == 3 && components_[0].name == 'R' && components_[1].name == 'G' &&
                           components_[2].name == 'B';
    return std::nullopt;
  }

  [[nodiscard]] Fault over_limit() const {
    const std::string size = std::to_string(frame_.width) + " x " + std::to_string(frame_.height);
    const std::string most = " (image_pixels " + std::to_string(limits::image_pixels) + ", image_side " +
                             std::to_string(limits::image_side) + ')';
    return Fault{Fault::Kind::over_limit,
                 {"ภาพใหญ่ " + size + " จุด เกินกำหนด" + most, "it has " + size + " pixels, more than the limit" + most},
                 {"ย่อภาพให้มีจำนวนจุดน้อยลง", "scale it down to fewer pixels"}};
  }

  Component* find(unsigned name) {
    const auto found = std::find_if(components_.begin(), components_.end(),
                                    [&](const Component& component) { return component.name == name; });
    return found == components_.end() ? nullptr : &*found;
  }

  Complaint look_at_huffman_tables(std::string_view inside) {
    constexpr std::size_t counts = 16;
    constexpr unsigned most_codes = 256;
    while (!inside.empty()) {
      if (inside.size() < 1 + counts) return broken("DHT");
      const unsigned kind = byte_at(inside, 0) >> 4U;
      const unsigned slot = byte_at(inside, 0) & 0xFU;
      unsigned codes = 0;
      unsigned room = 1;  // codes of this length that are still free
      bool is_overfull = false;
      for (std::size_t i = 1; i <= counts; ++i) {
        room *= 2;
        is_overfull = is_overfull || byte_at(inside, i) > room;
        room -= std::min(room, byte_at(inside, i));
        codes += byte_at(inside, i);
      }
      if (kind > 1 || slot >= table_slots || is_overfull || codes > most_codes || inside.size() < 1 + counts + codes) {
        return broken("DHT");
      }
      (kind == 0 ? has_dc_ : has_ac_).at(slot) = true;
      inside.remove_prefix(1 + counts + codes);
    }
    return std::nullopt;
  }

  Complaint look_at_quantization_tables(std::string_view inside) {
    constexpr std::size_t values = 64;
    while (!inside.empty()) {
      const unsigned precision = byte_at(inside, 0) >> 4U;
      const unsigned slot = byte_at(inside, 0) & 0xFU;
      const std::size_t size = 1 + values * (precision + 1);
      if (precision > 1 || slot >= table_slots || inside.size() < size) return broken("DQT");
      has_quantization_.at(slot) = true;
      inside.remove_prefix(size);
    }
    return std::nullopt;
  }

  Complaint look_at_scan(std::string_view inside) {
    if (components_.empty() || inside.empty()) return broken("SOS");
    if (++scans_ > limits::jpeg_scans) {
      return Fault{Fault::Kind::over_limit,
                   {"JPEG มีรอบสแกนเกิน jpeg_scans " + std::to_string(limits::jpeg_scans),
                    "the JPEG has more scans than jpeg_scans " + std::to_string(limits::jpeg_scans)},
                   save_again()};
    }
    const std::size_t count = byte_at(inside, 0);
    if (count == 0 || count > components_.size() || inside.size() != 1 + 2 * count + 3) return broken("SOS");
    const std::string_view bands = inside.substr(1 + 2 * count);
    const bool is_progressive = mark_ == progressive;
    const bool has_dc = byte_at(bands, 0) == 0;
    const bool has_ac = !is_progressive || !has_dc;
    const bool is_refined = is_progressive && byte_at(bands, 2) >> 4U != 0;
    for (std::size_t i = 0; i < count; ++i) {
      Component* component = find(byte_at(inside, 1 + 2 * i));
      const unsigned slots = byte_at(inside, 2 + 2 * i);
      if (component == nullptr || (slots >> 4U) >= table_slots || (slots & 0xFU) >= table_slots) return broken("SOS");
      const bool lacks_table = !has_quantization_.at(component->table) ||
                               (has_dc && !is_refined && !has_dc_.at(slots >> 4U)) ||
                               (has_ac && !has_ac_.at(slots & 0xFU));
      if (lacks_table) return damaged({"JPEG ขาดตารางถอดรหัส", "the JPEG lacks a table to decode it by"});
      component->is_in_scan = component->is_in_scan || has_dc;
    }
    take_pixels();
    return std::nullopt;
  }

  /// Up to the next mark that is not one of the pixels' own.
  void take_pixels() {
    const std::size_t begin = at_;
    for (;;) {
      const void* found = std::memchr(bytes_.data() + at_, 0xFF, bytes_.size() - at_);
      at_ =
          found == nullptr ? bytes_.size() : static_cast<std::size_t>(static_cast<const char*>(found) - bytes_.data());
      if (at_ + 1 >= bytes_.size()) {
        at_ = bytes_.size();
        break;
      }
      const unsigned next = byte_at(bytes_, at_ + 1);
      if (next != 0 && (next < first_restart || next > last_restart)) break;
      at_ += mark_size;
    }
    pixel_bytes_ += at_ - begin;
    keep(begin, at_ - begin);
  }

  /// Each block of eight by eight has a code of one bit at least for its mean, and one for the end of the others.
  [[nodiscard]] std::uint64_t least_pixel_bytes() const {
    unsigned across = 1;
    unsigned down = 1;
    for (const Component& each : components_) {
      across = std::max(across, each.across);
      down = std::max(down, each.down);
    }
    const auto share = [](std::uint64_t whole, unsigned part, unsigned most) {
      return (whole * part + std::uint64_t{most} * block - 1) / (std::uint64_t{most} * block);
    };
    std::uint64_t blocks = 0;
    for (const Component& each : components_) {
      blocks += share(frame_.width, each.across, across) * share(frame_.height, each.down, down);
    }
    return blocks * (mark_ == progressive ? 1 : 2) / bits_of_byte;
  }

  Complaint look_at_whole() {
    const bool is_whole = !components_.empty() && std::all_of(components_.begin(), components_.end(),
                                                              [](const Component& each) { return each.is_in_scan; });
    if (!is_whole) return damaged({"JPEG ไม่มีจุดภาพ", "the JPEG has no pixels"});
    return pixel_bytes_ < least_pixel_bytes() ? Complaint(cut_short()) : std::nullopt;
  }

  /// Only a whole one counts.
  void join_profile() {
    for (unsigned i = 1; i <= profile_count_; ++i) {
      const auto part = profile_parts_.find(i);
      if (part == profile_parts_.end()) {
        frame_.profile.clear();
        return;
      }
      frame_.profile += part->second;
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool has_ended_ = false;
  bool has_exif_ = false;
  JpegFrame frame_;
  unsigned mark_ = 0;
  std::vector<Component> components_;
  std::array<bool, table_slots> has_dc_{};
  std::array<bool, table_slots> has_ac_{};
  std::array<bool, table_slots> has_quantization_{};
  std::size_t scans_ = 0;
  std::uint64_t pixel_bytes_ = 0;
  std::map<unsigned, std::string_view> profile_parts_;
  unsigned profile_count_ = 0;
};

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.substr(0, 3) == "\xFF\xD8\xFF"; }

std::variant<JpegFrame, Fault> walk_jpeg(std::string_view bytes) { return Walk(bytes).frame(); }

Verdict judge_jpeg(std::string_view bytes) {
  const auto result = walk_jpeg(bytes);
  if (const auto* fault = std::get_if<Fault>(&result)) return *fault;
  const auto& frame = std::get<JpegFrame>(result);
  const auto width = static_cast<double>(frame.width);
  const auto height = static_cast<double>(frame.height);
  const bool is_turned = is_on_its_side(frame.orientation);
  return Facts{Kind::jpeg, is_turned ? height : width, is_turned ? width : height, frame.orientation};
}

}  // namespace krut::picture
