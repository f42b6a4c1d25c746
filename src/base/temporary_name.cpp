#include "base/temporary_name.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "base/hash.h"
#include "base/limits.h"

namespace krut::files {

namespace {

constexpr std::string_view prefix = ".krut-";
/// Small letters and digits alone, for file systems that do not tell large ones from small ones.
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t letter_count = 6;
constexpr unsigned letter_bits = 5;

std::string in_letters(std::uint64_t number) {
  std::string text;
  for (std::size_t i = 0; i < letter_count; ++i, number >>= letter_bits) text += letters[number % letters.size()];
  return text;
}

/// What follows from the six letters by chance.
std::string seal(std::string_view chance) { return in_letters(content_hash(chance, content_hash(prefix)) >> 16U); }

bool is_ours(const struct stat& status) { return S_ISREG(status.st_mode) && status.st_uid == ::geteuid(); }

void remove_if_stale(const Folder& folder, const char* name) {
  struct stat status {};
  if (::fstatat(folder.file.number(), name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !is_ours(status)) return;
  const Descriptor file(::openat(folder.file.number(), name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0 || !is_ours(status)) return;
  if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0) ::unlinkat(folder.file.number(), name, 0);
}

struct ListingDeleter {
  void operator()(DIR* listing) const { ::closedir(listing); }
};

std::vector<std::string> temporary_names(const Folder& folder) {
  const int number = ::openat(folder.file.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::unique_ptr<DIR, ListingDeleter> listing(number < 0 ? nullptr : ::fdopendir(number));
  if (!listing) {
    Descriptor unused(number);
    return {};
  }
  std::vector<std::string> found;
  for (std::size_t seen = 0; seen < limits::swept_names; ++seen) {
    const dirent* entry = ::readdir(listing.get());
    if (entry == nullptr) break;
    if (is_temporary_name(entry->d_name)) found.emplace_back(entry->d_name);
  }
  return found;
}

}  // namespace

std::string temporary_name() {
  std::uint64_t number = 0;
  // Where there is no chance the name may be taken, which its maker notices.
  if (::getrandom(&number, sizeof number, GRND_NONBLOCK) < 0) number = static_cast<std::uint64_t>(::getpid());
  const std::string chance = in_letters(number);
  return std::string(prefix) + chance + seal(chance);
}

bool is_temporary_name(std::string_view name) {
  if (name.size() != prefix.size() + 2 * letter_count || !name.starts_with(prefix)) return false;
  return name.substr(prefix.size() + letter_count) == seal(name.substr(prefix.size(), letter_count));
}

void sweep(const Folder& folder) {
  if (!folder.is_readable || ::flock(folder.file.number(), LOCK_EX | LOCK_NB) != 0) return;
  for (const std::string& name : temporary_names(folder)) remove_if_stale(folder, name.c_str());
  ::flock(folder.file.number(), LOCK_UN);
}

}  // namespace krut::files
