/* Lets the n-th call of one function fail, for programs that must leave nothing half done: preloaded by shortage.py.
 *
 *   KRUT_FAIL_CALL=write KRUT_FAIL_AT=2 KRUT_FAIL_WITH=28 KRUT_FAIL_BELOW=/folder LD_PRELOAD=this.so krut render …
 *
 * Only calls on files below the folder count, so that reading fonts and telling messages goes on. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls;

static int is_below(const char* path) {
  const char* folder = getenv("KRUT_FAIL_BELOW");
  return folder != NULL && (path[0] != '/' || strncmp(path, folder, strlen(folder)) == 0);
}

/* 1 when this call is the one that fails; errno is set. */
static int fails(const char* call, const char* path) {
  const char* wanted = getenv("KRUT_FAIL_CALL");
  if (wanted == NULL || strcmp(wanted, call) != 0 || !is_below(path)) return 0;
  if (atomic_fetch_add(&calls, 1) + 1 != atol(getenv("KRUT_FAIL_AT"))) return 0;
  errno = atoi(getenv("KRUT_FAIL_WITH"));
  return 1;
}

static int descriptor_fails(const char* call, int descriptor) {
  char link[64];
  char path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  const ssize_t size = readlink(link, path, sizeof path - 1);
  if (size <= 0) return 0;
  path[size] = '\0';
  return path[0] == '/' && fails(call, path);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int descriptor, const void* bytes, size_t size) {
  return descriptor_fails("write", descriptor) ? -1 : NEXT(write)(descriptor, bytes, size);
}

int fsync(int descriptor) { return descriptor_fails("fsync", descriptor) ? -1 : NEXT(fsync)(descriptor); }

int fchmod(int descriptor, mode_t mode) {
  return descriptor_fails("fchmod", descriptor) ? -1 : NEXT(fchmod)(descriptor, mode);
}

int close(int descriptor) {
  if (!descriptor_fails("close", descriptor)) return NEXT(close)(descriptor);
  const int code = errno;
  NEXT(close)(descriptor);
  errno = code;
  return -1;
}

int rename(const char* from, const char* to) { return fails("rename", from) ? -1 : NEXT(rename)(from, to); }

int renameat(int from_folder, const char* from, int to_folder, const char* to) {
  return fails("rename", from) ? -1 : NEXT(renameat)(from_folder, from, to_folder, to);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
  return fails("rename", from) ? -1 : NEXT(renameat2)(from_folder, from, to_folder, to, flags);
}

/* Opening for reading is not meant. */
static int opening_fails(const char* path, int flags) { return (flags & O_ACCMODE) != O_RDONLY && fails("open", path); }

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = va_arg(more, mode_t);
  va_end(more);
  return opening_fails(path, flags) ? -1 : NEXT(open)(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = va_arg(more, mode_t);
  va_end(more);
  return opening_fails(path, flags) ? -1 : NEXT(openat)(folder, path, flags, mode);
}

int mkostemp(char* path, int flags) { return fails("open", path) ? -1 : NEXT(mkostemp)(path, flags); }
