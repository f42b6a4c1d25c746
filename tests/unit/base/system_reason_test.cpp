#include "base/system_reason.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <system_error>

#include "base/utf8.h"

namespace krut {
namespace {

/// What opening, reading, writing, renaming, locking and starting programs may end with, by their manuals.
constexpr int known_codes[] = {EPERM,  ENOENT, EINTR,  EIO,   ENXIO,        E2BIG,   ENOEXEC, EBADF,  EAGAIN, ENOMEM,
                               EACCES, EBUSY,  EEXIST, EXDEV, ENODEV,       ENOTDIR, EISDIR,  EINVAL, ENFILE, EMFILE,
                               EFBIG,  ENOSPC, EROFS,  EPIPE, ENAMETOOLONG, ENOLCK,  ELOOP,   EDQUOT, ESTALE, ETXTBSY};

TEST(SystemReason, every_reason_that_can_occur_is_told_in_thai_and_in_english) {
  for (const int code : known_codes) {
    const Bilingual reason = system_reason(code);
    EXPECT_EQ(reason.english, std::generic_category().message(code));
    EXPECT_TRUE(utf8::is_thai(utf8::to_utf32(reason.thai).front())) << reason.english;
    EXPECT_EQ(reason.thai.find(reason.english), std::string::npos);
  }
}

TEST(SystemReason, a_reason_that_is_not_known_is_told_by_its_number) {
  EXPECT_EQ(system_reason(9'999).thai, "ข้อผิดพลาดหมายเลข 9999 ของระบบ");
  EXPECT_EQ(system_reason(9'999).english, "error 9999 of the system");
}

}  // namespace
}  // namespace krut
