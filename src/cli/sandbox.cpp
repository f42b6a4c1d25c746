#include "cli/sandbox.h"

#include <fcntl.h>
#include <link.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace krut::cli {

namespace {

// Of later kernels than the headers may know (landlock(7)): what the ABI of that number brought.
constexpr std::uint64_t right_to_refer = 1U << 13U;     // 2: link and rename into another folder
constexpr std::uint64_t right_to_truncate = 1U << 14U;  // 3
constexpr std::uint64_t rights_to_tcp = 0b11;           // 4: bind and connect
constexpr int abi_with_refer = 2;
constexpr int abi_with_truncate = 3;
constexpr int abi_with_network = 4;

/// `landlock_ruleset_attr` as of ABI 4; an older kernel takes its first member.
struct Ruleset {
  std::uint64_t handled_files;
  std::uint64_t handled_network;
};

constexpr std::uint64_t right_to_read_files = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t right_to_read = right_to_read_files | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t right_to_write_files = LANDLOCK_ACCESS_FS_WRITE_FILE | right_to_truncate;
constexpr std::uint64_t right_to_write =
    right_to_write_files | right_to_refer | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE;
constexpr std::uint64_t every_right_of_abi_1 = (1U << 13U) - 1;

// What programs and libraries of the system read on their way: each other, time zones, the dictionary of Thai words,
// and what fontconfig looks at when the picture helper sets letters of an SVG.
constexpr std::array system_readable = {"/usr",
                                        "/lib",
                                        "/lib64",
                                        "/etc/ld.so.cache",
                                        "/etc/ld.so.preload",
                                        "/etc/localtime",
                                        "/etc/fonts",
                                        "/proc/self",
                                        "/proc/sys/vm",
                                        "/sys/devices/system/cpu",
                                        "/dev/null",
                                        "/dev/urandom",
                                        "/etc/alternatives",
                                        "/var/cache/fontconfig",
                                        "/dev/zero"};
constexpr std::array system_writable = {"/dev/null"};

/// The network, other processes, and doors around the rules below. A pair of sockets reaches nobody but the program
/// that draws pictures.
#if defined(__x86_64__) || defined(__aarch64__)
constexpr std::array<std::uint32_t, 23> refused_calls = {__NR_socket,
                                                         __NR_connect,
                                                         __NR_bind,
                                                         __NR_listen,
                                                         __NR_accept,
                                                         __NR_accept4,
                                                         __NR_process_vm_readv,
                                                         __NR_process_vm_writev,
                                                         __NR_io_uring_setup,
                                                         __NR_bpf,
                                                         __NR_perf_event_open,
                                                         __NR_userfaultfd,
                                                         __NR_mount,
                                                         __NR_umount2,
                                                         __NR_unshare,
                                                         __NR_setns,
                                                         __NR_pivot_root,
                                                         __NR_chroot,
                                                         __NR_keyctl,
                                                         __NR_add_key,
                                                         __NR_request_key,
                                                         __NR_open_by_handle_at,
                                                         __NR_init_module};

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#else
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#endif
#endif

class Rules {
 public:
  /// Not there where the kernel has no Landlock.
  Rules() {
    abi_ = static_cast<int>(::syscall(__NR_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
    if (abi_ < 1) return;
    handled_ = every_right_of_abi_1;
    if (abi_ >= abi_with_refer) handled_ |= right_to_refer;
    if (abi_ >= abi_with_truncate) handled_ |= right_to_truncate;
    const bool has_network = abi_ >= abi_with_network;
    const Ruleset ruleset{handled_, has_network ? rights_to_tcp : 0};
    number_ = static_cast<int>(::syscall(__NR_landlock_create_ruleset, &ruleset,
                                         has_network ? sizeof(Ruleset) : sizeof(ruleset.handled_files), 0));
  }
  Rules(const Rules&) = delete;
  Rules& operator=(const Rules&) = delete;
  ~Rules() {
    if (number_ >= 0) ::close(number_);
  }

  void allow(const char* path, std::uint64_t rights) const {
    if (number_ < 0) return;
    const int place = ::open(path, O_PATH | O_CLOEXEC);
    if (place < 0) return;
    struct stat status {};
    // Of a single file only rights to files can be given.
    const bool is_folder = ::fstat(place, &status) == 0 && S_ISDIR(status.st_mode);
    const std::uint64_t to_files = right_to_read_files | right_to_write_files | LANDLOCK_ACCESS_FS_EXECUTE;
    landlock_path_beneath_attr rule{};
    rule.allowed_access = rights & handled_ & (is_folder ? ~std::uint64_t{0} : to_files);
    rule.parent_fd = place;
    ::syscall(__NR_landlock_add_rule, number_, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(place);
  }

  void hold() const {
    if (number_ >= 0) ::syscall(__NR_landlock_restrict_self, number_, 0);
  }

 private:
  int abi_ = 0;
  std::uint64_t handled_ = 0;
  int number_ = -1;
};

/// Allows what is loaded to be loaded again by the program that draws pictures: the folder of each library, and of the
/// first, which is this program, the loader that the kernel starts it with.
int allow_loaded(dl_phdr_info* loaded, std::size_t, void* rules_of_access) {
  const Rules& rules = *static_cast<const Rules*>(rules_of_access);
  const std::string_view name = loaded->dlpi_name;
  const bool is_of_system = name.starts_with("/usr/") || name.starts_with("/lib");  // allowed already
  if (name.starts_with('/') && !is_of_system)
    rules.allow(std::string(name.substr(0, name.rfind('/') + 1)).c_str(), right_to_read);
  if (!name.empty()) return 0;
  for (int i = 0; i < loaded->dlpi_phnum; ++i) {
    const auto& header = loaded->dlpi_phdr[i];
    if (header.p_type != PT_INTERP) continue;
    rules.allow(reinterpret_cast<const char*>(loaded->dlpi_addr + header.p_vaddr),
                right_to_read | LANDLOCK_ACCESS_FS_EXECUTE);
  }
  return 0;
}

/// Landlock: which files may be opened, made and run.
void confine_files(const Access& access) {
  Rules rules;
  for (const char* path : system_readable) rules.allow(path, right_to_read);
  for (const char* path : system_writable) rules.allow(path, right_to_read | right_to_write);
  for (const std::string& path : access.readable) rules.allow(path.c_str(), right_to_read);
  for (const std::string& path : access.writable) rules.allow(path.c_str(), right_to_read | right_to_write);
  for (const std::string& path : access.runnable) rules.allow(path.c_str(), right_to_read | LANDLOCK_ACCESS_FS_EXECUTE);
  ::dl_iterate_phdr(allow_loaded, &rules);
  rules.hold();
}

/// seccomp: which calls of the system may be made. Refused ones fail with EPERM.
void confine_calls() {
#if defined(__x86_64__) || defined(__aarch64__)
  constexpr std::uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;
  constexpr std::uint32_t first_of_x32 = 0x4000'0000;  // the same calls by other numbers; no 64-bit program makes them
  std::array<sock_filter, refused_calls.size() * 2 + 8> filter{};
  std::size_t size = 0;
  const auto add = [&](sock_filter step) { filter[size++] = step; };
  const auto refuse_when = [&](std::uint16_t comparison, std::uint32_t value) {
    add(BPF_JUMP(static_cast<std::uint16_t>(BPF_JMP | comparison | BPF_K), value, 0, 1));
    add(BPF_STMT(BPF_RET | BPF_K, refuse));
  };
  add(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)));
  add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0));
  add(BPF_STMT(BPF_RET | BPF_K, refuse));
  add(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)));
  if (architecture == AUDIT_ARCH_X86_64) refuse_when(BPF_JGE, first_of_x32);
  for (const std::uint32_t call : refused_calls) refuse_when(BPF_JEQ, call);
  add(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  const sock_fprog program{static_cast<unsigned short>(size), filter.data()};
  ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
#endif
}

}  // namespace

void confine(const Access& access) {
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
  confine_files(access);
  confine_calls();
}

}  // namespace krut::cli
