#include "krut/font_report.h"

#include <optional>
#include <utility>

#include "base/error.h"

namespace krut {

namespace {

Bilingual style_of(const text::FaceRequest& request) {
  if (request.is_bold && request.is_italic) return {"ตัวหนาเอน", "bold italic"};
  if (request.is_bold) return {"ตัวหนา", "bold"};
  if (request.is_italic) return {"ตัวเอน", "italic"};
  return {"ตัวปกติ", "regular"};
}

Diagnostic substitute(const text::FaceRequest& request, const text::FoundFace& found) {
  const std::string used = '"' + text::program(*found.face)->full_name + '"';
  const std::string family = '"' + request.family + '"';
  Diagnostic told;
  told.code = "font.substitute";
  told.severity = Severity::warning;
  told.hint = {"ติดตั้งแบบอักษรแล้วระบุโฟลเดอร์ด้วย --fonts", "name the folder that holds it with --fonts"};
  told.message = {"ไม่พบแบบอักษร " + family + " จึงใช้ " + used + " แทน",
                  "there is no font " + family + "; " + used + " stands in"};
  if (!found.lacks_style) return told;
  const Bilingual style = style_of(request);
  if (!found.twin.empty()) {
    const std::string twin = '"' + found.twin + '"';
    told.message = {
        "แบบอักษร " + twin + " ซึ่งใช้แทน " + family + " ไม่มี" + style.thai + " จึงใช้ " + used + " แทน",
        "the font " + twin + ", in place of " + family + ", has no " + style.english + " face; " + used + " stands in"};
    return told;
  }
  told.message = {"แบบอักษร " + family + " ไม่มี" + style.thai + " จึงใช้ " + used + " แทน",
                  "the font " + family + " has no " + style.english + " face; " + used + " stands in"};
  return told;
}

}  // namespace

void FontReport::look_at(const text::FaceRequest& request) {
  if (!seen_.emplace(request.family, request.is_bold, request.is_italic).second) return;
  const text::FoundFace found = fonts_.find(request);
  if (!found.face) {
    throw Error(ErrorKind::resource_missing, "font.none", {"ไม่มีแบบอักษรให้ใช้เลย", "there is no font at all"},
                {"ระบุโฟลเดอร์แบบอักษรด้วย --fonts", "name a font folder with --fonts"});
  }
  if (auto damage = fonts_.damage_of(request)) throw std::move(*damage);
  for (const text::DamagedFace& face : found.damaged) {
    if (damaged_.emplace(face.path, face.index, face.is_bold, face.is_italic).second) {
      diagnostics_.add(text::passed_over(face));
    }
  }
  if (found.match == text::Match::substitute) diagnostics_.add(substitute(request, found));
}

}  // namespace krut
