#include "text/font_faults.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/limits.h"

namespace krut::text {

namespace {

Diagnostic warning(std::string code, const std::string& path, Bilingual message, Bilingual hint) {
  return {std::move(code), Severity::warning, std::move(message), {path, 0, 0, {}}, {}, std::move(hint)};
}

/// How people name a face of a file: by its number in a collection, and by its own name.
Bilingual named(const DamagedFace& face) {
  const std::string own = face.full_name.empty() ? "" : " \"" + face.full_name + "\"";
  if (face.index == 0) return {"แบบอักษร" + (own.empty() ? "นี้" : own + " "), "the font" + own};
  const std::string number = std::to_string(face.index + 1);
  return {"แบบอักษรที่ " + number + own + " ในไฟล์นี้", "font " + number + own + " of the file"};
}

Bilingual replace_it() { return {"ลบไฟล์ออกหรือแทนด้วยไฟล์ที่สมบูรณ์", "remove the file or replace it with a sound one"}; }

struct OtherKind {
  std::string_view beginning;
  const char* name;
  Bilingual hint;
};

const std::array<OtherKind, 5>& other_kinds() {
  static const Bilingual web = {
      "ใช้ไฟล์ .ttf หรือ .otf ของแบบอักษรเดียวกัน หรือแปลงด้วย fonttools ttLib.woff2 decompress",
      "use the .ttf or .otf of the same font, or convert it: fonttools ttLib.woff2 decompress"};
  static const Bilingual unpack = {"ใช้ไฟล์ .ttf หรือ .otf ของแบบอักษรเดียวกัน หรือแปลงด้วย FontForge",
                                   "use the .ttf or .otf of the same font, or convert it with FontForge"};
  static const std::array<OtherKind, 5> kinds = {{{"wOF2", "WOFF2", web},
                                                  {"wOFF", "WOFF", unpack},
                                                  {"%!PS-AdobeFont", "PostScript Type 1", unpack},
                                                  {"%!FontType1", "PostScript Type 1", unpack},
                                                  {"\x80\x01", "PostScript Type 1 (PFB)", unpack}}};
  return kinds;
}

}  // namespace

std::optional<Diagnostic> kind_not_used(std::string_view file, const std::string& path) {
  const auto& kinds = other_kinds();
  const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                 [&](const OtherKind& known) { return file.starts_with(known.beginning); });
  if (kind == kinds.end()) return std::nullopt;
  const std::string name = kind->name;
  return warning("font.kind-not-used", path,
                 {"ไฟล์นี้เป็นแบบอักษร " + name + " ซึ่งใช้ไม่ได้ จึงข้ามไป",
                  "the file is a " + name + " font, which cannot be used, and is passed over"},
                 kind->hint);
}

Diagnostic no_font(const DamagedFace& face) { return warning("font.not-a-font", face.path, face.why, replace_it()); }

Diagnostic passed_over(const DamagedFace& face) {
  const Bilingual name = named(face);
  return warning("font.damaged", face.path,
                 {name.thai + "เสียหาย จึงข้ามไป: " + face.why.thai,
                  name.english + " is damaged and passed over: " + face.why.english},
                 replace_it());
}

Diagnostic unreadable(const DamagedFace& face) {
  return warning("font.unreadable", face.path, face.why,
                 {"ตรวจสิทธิ์การอ่าน หรือย้ายออกจากโฟลเดอร์แบบอักษร", "see that it may be read, or take it out of the folder"});
}

Diagnostic too_many_faces(const std::string& path, std::size_t count) {
  const std::string most = std::to_string(limits::font_faces);
  const std::string found = std::to_string(count);
  return warning("font.too-many-faces", path,
                 {"ไฟล์บอกว่ามีแบบอักษร " + found + " แบบ ใช้เพียง " + most + " แบบแรก",
                  "the file says that it holds " + found + " fonts; only the first " + most + " are used"},
                 {"แยกเป็นหลายไฟล์", "split it into several files"});
}

Error asked_for_but_damaged(const std::string& family, const DamagedFace& face) {
  return {ErrorKind::resource_missing,
          "font.damaged",
          {"แบบอักษร \"" + family + "\" ที่แบบเอกสารใช้ เสียหาย: " + face.why.thai,
           "the font \"" + family + "\" that the layout asks for cannot be used: " + face.why.english},
          {"แทนด้วยไฟล์ที่สมบูรณ์ หรือลบออกเพื่อใช้แบบอักษรอื่นแทน",
           "replace it with a sound file, or remove it to let another font stand in"},
          face.path};
}

}  // namespace krut::text
