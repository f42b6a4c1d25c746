#include "cli/short_memory.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <string_view>

#include "krut/krut.hpp"

namespace krut::cli {

namespace {

constexpr std::string_view english =
    "error: memory is short [memory.short]\n"
    "  hint: let the program have more memory, or split the data into several files\n";
constexpr std::string_view thai =
    "ข้อผิดพลาด: หน่วยความจำไม่พอ [memory.short]\n"
    "  คำแนะนำ: ให้โปรแกรมใช้หน่วยความจำได้มากขึ้น หรือแบ่งข้อมูลเป็นหลายไฟล์\n";
constexpr std::string_view english_json =
    "{\"code\":\"memory.short\",\"severity\":\"error\",\"message\":\"memory is short\","
    "\"hint\":\"let the program have more memory, or split the data into several files\"}\n";
constexpr std::string_view thai_json =
    "{\"code\":\"memory.short\",\"severity\":\"error\",\"message\":\"หน่วยความจำไม่พอ\","
    "\"hint\":\"ให้โปรแกรมใช้หน่วยความจำได้มากขึ้น หรือแบ่งข้อมูลเป็นหลายไฟล์\"}\n";

/// Whether the words ask for `option` with `value`, as `--option value` or `--option=value`.
bool asks_for(int count, char** words, std::string_view option, std::string_view value) noexcept {
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == option && i + 1 < count && words[i + 1] == value) return true;
    if (word.size() == option.size() + 1 + value.size() && word.starts_with(option) && word.ends_with(value) &&
        word[option.size()] == '=') {
      return true;
    }
  }
  return false;
}

bool is_thai(int count, char** words) noexcept {
  if (asks_for(count, words, "--lang", "th")) return true;
  if (asks_for(count, words, "--lang", "en")) return false;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string_view(value).starts_with("th");
  }
  return false;
}

}  // namespace

int say_memory_is_short(int count, char** words) noexcept {
  const bool is_json = asks_for(count, words, "--diagnostics", "json");
  const bool wants_thai = is_thai(count, words);
  const std::string_view told = is_json ? (wants_thai ? thai_json : english_json) : (wants_thai ? thai : english);
  static_cast<void>(!::write(STDERR_FILENO, told.data(), told.size()));
  return static_cast<int>(api::Status::limit_reached);
}

#ifdef KRUT_OWN_ALLOCATOR

namespace {

/// What the allocator asks the system for at its first allocation, and a little more.
constexpr std::size_t least_room = std::size_t{36} << 20U;

/// Libraries allocate while they are loaded, and one of them (GLib, below HarfBuzz) aborts when that fails. So before
/// any of them begins it is seen whether there is room at all.
void look_for_room(int count, char** words, char**) {
  void* room = ::mmap(nullptr, least_room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (room == MAP_FAILED) ::_exit(say_memory_is_short(count, words));
  ::munmap(room, least_room);
}

/// Called before the libraries' own beginnings (System V ABI, dynamic linking, DT_PREINIT_ARRAY).
[[gnu::used, gnu::section(".preinit_array")]] void (*const begins_with)(int, char**, char**) = look_for_room;

}  // namespace

#endif

}  // namespace krut::cli
