#include "readback/faults.h"

#include "base/error.h"

namespace krut::readback {

namespace {

[[noreturn]] void fail(std::string code, Bilingual message, Bilingual hint) {
  throw Fault{{.code = std::move(code), .message = std::move(message), .hint = std::move(hint)}};
}

}  // namespace

void fail_as_unknown_kind() {
  fail("readback.unknown-file", {"ไฟล์นี้ไม่ใช่ PDF หรือ DOCX", "this is neither a PDF nor a DOCX"},
       {"ใช้กับไฟล์ PDF หรือ DOCX ที่ krut render สร้างขึ้น", "give a PDF or DOCX that `krut render` made"});
}

void fail_without_source() {
  fail("readback.no-source", {"ในไฟล์นี้ไม่มีข้อมูลต้นทางของ krut", "there is no source data of krut in this file"},
       {"ไฟล์อาจสร้างด้วย --no-source หรือสร้างโดยโปรแกรมอื่น ให้ใช้ไฟล์ที่ krut render สร้างขึ้น",
        "it was made with --no-source or by another program; give the file as `krut render` made it"});
}

void fail_as_damaged(std::string_view what) {
  const std::string part(what);
  fail("readback.damaged", {"ไฟล์ชำรุด อ่านส่วน " + part + " ไม่ได้", "the file is damaged: its " + part + " cannot be read"},
       {"ขอไฟล์ต้นฉบับใหม่ หรือซ่อม PDF ด้วย qpdf เก่า.pdf ใหม่.pdf แล้วลองอีกครั้ง",
        "get a fresh copy, or mend a PDF with `qpdf old.pdf new.pdf`, and try again"});
}

void fail_as_encrypted() {
  fail("readback.encrypted", {"ไฟล์ PDF ถูกเข้ารหัส", "the PDF is encrypted"},
       {"ถอดรหัสด้วย qpdf --decrypt เก่า.pdf ใหม่.pdf แล้วลองอีกครั้ง",
        "take the encryption off with `qpdf --decrypt old.pdf new.pdf`, and try again"});
}

void fail_as_changed() {
  fail("readback.changed",
       {"ข้อมูลในไฟล์ไม่ตรงกับข้อมูลที่ใช้สร้างไฟล์", "the data inside the file is not the data that it was made from"},
       {"มีโปรแกรมอื่นแก้ข้อมูลในไฟล์ ให้ใช้ไฟล์ที่ krut render สร้างขึ้น",
        "another program changed it; give the file as `krut render` made it"});
}

void fail_over_limit(std::string_view limit) {
  const std::string name(limit);
  throw Error(ErrorKind::limit, "readback.too-large",
              {"เนื้อหาในไฟล์ใหญ่เกินกำหนด " + name, "something in the file is larger than the limit " + name},
              {"ไฟล์ที่ krut สร้างไม่มีขนาดเช่นนี้ อย่าเชื่อถือไฟล์นี้", "no file that krut makes is; do not trust this one"});
}

}  // namespace krut::readback
