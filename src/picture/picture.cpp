#include "picture/picture.h"

#include "base/limits.h"
#include "picture/jpeg_scan.h"
#include "picture/other_kinds.h"
#include "picture/png_scan.h"
#include "picture/svg_judge.h"

namespace krut::picture {

Verdict judge(std::string_view bytes) {
  if (bytes.size() > limits::image_bytes) {
    return Fault{Fault::Kind::over_limit,
                 {"ไฟล์ใหญ่เกิน image_bytes", "the file is larger than image_bytes"},
                 {"ใช้ภาพที่เล็กลง", "use a smaller picture"}};
  }
  if (is_png(bytes)) return judge_png(bytes);
  if (is_jpeg(bytes)) return judge_jpeg(bytes);
  if (auto other = other_kind(bytes)) return *other;
  return judge_svg(bytes);
}

}  // namespace krut::picture
