#include <cstdint>
#include <cstdlib>
#include <string>

#include "krut/krut.hpp"
#include "mutators/mutation.h"
#include "resources.h"

KRUT_FUZZ_MUTATES_WITH(krut::fuzz::changed_font)

namespace {

const char* const data =
    R"({"layout": "memo", "emblem": {"mode": "placeholder"}, "memo": {"agency": "กองช่าง", )"
    R"("reference_no": "รธ ๑", "date": "2023-05-02", "subject": "น้ำท่วม ปี่ป้า ญี่ปุ่น ฐานฺ", )"
    R"("addressee": "นายก", "body": ["ตามที่ fi AV ๑๒ 34 ก็ดี กำหนดที่จะไม่ให้เกิดน้ำท่วมขัง"], )"
    R"("conclusion": "จึงเรียนมาเพื่อโปรดทราบ", "signatures": [{"name": "นายก", "position": "ปลัด"}]}})";

}  // namespace

/// A font file from anywhere is the only one there is: a whole memo is shaped, cut down and embedded with it, or there
/// is a reason why not, and the fault is never ours.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using krut::api::Status;
  static const std::string layouts = krut::fuzz::resource("layouts");
  krut::fuzz::write_file(krut::fuzz::scratch_folder() + "/fuzz.ttf", {reinterpret_cast<const char*>(bytes), size});
  const krut::api::Engine engine({{krut::fuzz::scratch_folder()}, {layouts}});
  krut::api::Request request;
  request.data = data;
  request.data_name = "fuzz.json";
  for (const char* standard : {"a3a-ua1", "plain"}) {
    request.pdf_standard = standard;
    const krut::api::Outcome outcome = engine.render(request);
    const bool is_made = !outcome.pdf.empty() && !outcome.docx.empty();
    if (outcome.status == Status::internal_error) std::abort();
    if (outcome.status == Status::ok ? !is_made : outcome.diagnostics.empty()) std::abort();
    if (outcome.status == Status::resource_missing || outcome.status == Status::limit_reached) break;
  }
  krut::api::Outcome listed;
  static_cast<void>(engine.fonts(listed));
  return 0;
}
