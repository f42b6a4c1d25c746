#include "picture/jpeg.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "base/error.h"
#include "picture/jpeg_scan.h"

namespace krut::picture {

namespace {

constexpr std::size_t inks = 4;
constexpr std::size_t mark_size = 2;
constexpr std::string_view profile_mark = "\xFF\xE2";
constexpr std::string_view jfif_mark = "\xFF\xE0";

JpegFrame frame_of(std::string_view jpeg) {
  auto result = walk_jpeg(jpeg);
  if (auto* frame = std::get_if<JpegFrame>(&result)) return std::move(*frame);
  throw Error(ErrorKind::internal, "picture.internal", {"ภาพ JPEG ยังไม่ได้ตรวจ", "the JPEG was not judged sound"});
}

/// Whether the header of a profile says what its picture needs, in a version that PDF/A-3 takes (ISO 32000-1, 8.6.5.5;
/// ISO 19005-3, 6.2.4.2; ICC.1:2010, 7.2).
bool is_profile_of(std::string_view profile, std::size_t components) {
  constexpr std::size_t header_size = 128;
  constexpr unsigned last_version = 4;
  if (profile.size() < header_size || profile.substr(36, 4) != "acsp") return false;
  std::size_t said_size = 0;
  for (const char byte : profile.substr(0, 4)) said_size = said_size << 8U | static_cast<unsigned char>(byte);
  const std::string_view device = profile.substr(12, 4);
  const std::string_view wanted = components == 1 ? "GRAY" : components == 3 ? "RGB " : "CMYK";
  return said_size == profile.size() && static_cast<unsigned char>(profile[8]) <= last_version &&
         (device == "scnr" || device == "mntr" || device == "prtr" || device == "spac") &&
         profile.substr(16, 4) == wanted;
}

std::string joined(const JpegFrame& frame) {
  std::string out;
  std::size_t size = 0;
  for (const std::string_view part : frame.kept) size += part.size();
  out.reserve(size);
  for (const std::string_view part : frame.kept) out += part;
  return out;
}

}  // namespace

JpegLook look_of_jpeg(std::string_view jpeg) {
  const JpegFrame frame = frame_of(jpeg);
  JpegLook look;
  look.width = frame.width;
  look.height = frame.height;
  look.components = frame.components;
  look.is_inverted = frame.components == inks && frame.has_adobe;
  look.is_plain_rgb = frame.has_rgb_names && !frame.has_adobe && !frame.has_jfif;
  if (is_profile_of(frame.profile, frame.components)) look.profile = frame.profile;
  return look;
}

std::string without_notes(std::string_view jpeg) { return joined(frame_of(jpeg)); }

std::string with_profile_of(std::string_view source, std::string made) {
  std::string profile;
  const JpegFrame frame = frame_of(source);
  for (const std::string_view part : frame.kept) {
    if (part.substr(0, mark_size) == profile_mark) profile += part;
  }
  std::size_t at = mark_size;
  const bool has_jfif = made.substr(at, mark_size) == jfif_mark && made.size() > at + 2 * mark_size;
  if (has_jfif) {  // nothing stands before it
    at += mark_size + (static_cast<unsigned char>(made[at + 2]) * 256U + static_cast<unsigned char>(made[at + 3]));
  }
  made.insert(std::min(at, made.size()), profile);
  return made;
}

}  // namespace krut::picture
