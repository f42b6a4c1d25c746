#include "base/system_reason.h"

#include <algorithm>
#include <array>
#include <cerrno>

namespace krut {

namespace {

struct Reason {
  int code;
  const char* thai;
  const char* english;
};

/// What reading, writing, starting threads and programs may end with (errno(3)).
constexpr std::array<Reason, 45> reasons = {{
    {EPERM, "ระบบไม่อนุญาตให้ทำ", "Operation not permitted"},
    {ENOENT, "ไม่มีไฟล์หรือโฟลเดอร์นี้", "No such file or directory"},
    {EINTR, "ถูกขัดจังหวะ", "Interrupted system call"},
    {EIO, "อุปกรณ์อ่านหรือเขียนผิดพลาด", "Input/output error"},
    {ENXIO, "ไม่มีอุปกรณ์นี้", "No such device or address"},
    {E2BIG, "รายการอาร์กิวเมนต์ยาวเกินไป", "Argument list too long"},
    {ENOEXEC, "ไฟล์โปรแกรมผิดรูปแบบ", "Exec format error"},
    {EBADF, "ไฟล์ไม่ได้เปิดอยู่", "Bad file descriptor"},
    {EAGAIN, "ทรัพยากรของระบบไม่ว่างในขณะนี้", "Resource temporarily unavailable"},
    {ENOMEM, "หน่วยความจำไม่พอ", "Cannot allocate memory"},
    {EACCES, "ไม่มีสิทธิ์เข้าถึง", "Permission denied"},
    {EBUSY, "ไฟล์หรืออุปกรณ์กำลังถูกใช้อยู่", "Device or resource busy"},
    {EEXIST, "มีไฟล์ชื่อนี้อยู่แล้ว", "File exists"},
    {EXDEV, "อยู่คนละระบบไฟล์", "Invalid cross-device link"},
    {ENODEV, "ไม่มีอุปกรณ์นี้", "No such device"},
    {ENOTDIR, "ส่วนหนึ่งของชื่อไม่ใช่โฟลเดอร์", "Not a directory"},
    {EISDIR, "เป็นโฟลเดอร์ ไม่ใช่ไฟล์", "Is a directory"},
    {EINVAL, "ระบบไม่รับค่าที่ให้", "Invalid argument"},
    {ENFILE, "ทั้งระบบเปิดไฟล์ไว้มากเกินไป", "Too many open files in system"},
    {EMFILE, "เปิดไฟล์ไว้มากเกินไป", "Too many open files"},
    {ENOTTY, "อุปกรณ์ไม่รับคำสั่งนี้", "Inappropriate ioctl for device"},
    {ETXTBSY, "ไฟล์โปรแกรมกำลังถูกใช้อยู่", "Text file busy"},
    {EFBIG, "ไฟล์ใหญ่เกินกำหนด", "File too large"},
    {ENOSPC, "เนื้อที่ในอุปกรณ์ไม่พอ", "No space left on device"},
    {ESPIPE, "เลื่อนตำแหน่งในท่อไม่ได้", "Illegal seek"},
    {EROFS, "ระบบไฟล์อ่านได้อย่างเดียว", "Read-only file system"},
    {EMLINK, "ลิงก์มากเกินไป", "Too many links"},
    {EPIPE, "ปลายทางของท่อปิดไปแล้ว", "Broken pipe"},
    {ENAMETOOLONG, "ชื่อไฟล์ยาวเกินไป", "File name too long"},
    {ENOLCK, "ไม่มีตัวล็อกไฟล์เหลือ", "No locks available"},
    {ENOSYS, "ระบบไม่มีความสามารถนี้", "Function not implemented"},
    {ELOOP, "ลิงก์วนซ้อนกันหลายชั้นเกินไป", "Too many levels of symbolic links"},
    {EOVERFLOW, "ค่าใหญ่เกินกว่าที่เก็บได้", "Value too large for defined data type"},
    {EILSEQ, "อักขระในชื่อไม่ถูกต้อง", "Invalid or incomplete multibyte or wide character"},
    {EOPNOTSUPP, "ระบบไม่รองรับ", "Operation not supported"},
    {ENOBUFS, "เนื้อที่พักข้อมูลไม่พอ", "No buffer space available"},
    {ENOTCONN, "ปลายทางไม่ได้เชื่อมต่ออยู่", "Transport endpoint is not connected"},
    {ECONNRESET, "อีกฝ่ายตัดการเชื่อมต่อ", "Connection reset by peer"},
    {ETIMEDOUT, "รอนานเกินกำหนด", "Connection timed out"},
    {EHOSTDOWN, "เครื่องปลายทางปิดอยู่", "Host is down"},
    {ESTALE, "ไฟล์ในเครื่องอื่นหายไปแล้ว", "Stale file handle"},
    {EDQUOT, "ใช้เนื้อที่เกินโควตา", "Disk quota exceeded"},
    {ENOMEDIUM, "ไม่มีแผ่นหรือสื่อในอุปกรณ์", "No medium found"},
    {EREMOTEIO, "เครื่องอื่นอ่านหรือเขียนผิดพลาด", "Remote I/O error"},
    {ECANCELED, "ถูกยกเลิก", "Operation canceled"},
}};

}  // namespace

Bilingual system_reason(int code) {
  const auto* const found =
      std::find_if(reasons.begin(), reasons.end(), [code](const Reason& reason) { return reason.code == code; });
  if (found != reasons.end()) return {found->thai, found->english};
  const std::string number = std::to_string(code);
  return {"ข้อผิดพลาดหมายเลข " + number + " ของระบบ", "error " + number + " of the system"};
}

}  // namespace krut
