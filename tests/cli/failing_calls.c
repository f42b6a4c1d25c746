/* Preloaded into the program under test: lets one call to the system fail, or ends the program at it.
 *     FAIL_CALL=renameat2 FAIL_FROM=2 FAIL_WITH=5    the second call and all after it fail with errno 5
 *     FAIL_CALL=renameat2 FAIL_FROM=2 FAIL_WITH=-9   the program gets signal 9 at the second call, before it is made
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

static int number(const char* name) {
  const char* text = getenv(name);
  return text == NULL ? 0 : atoi(text);
}

/* Whether this call shall fail. */
static int fails(const char* call) {
  static int seen;
  const char* wished = getenv("FAIL_CALL");
  if (wished == NULL || strcmp(wished, call) != 0 || ++seen < number("FAIL_FROM")) return 0;
  if (number("FAIL_WITH") < 0) {
    if (seen == number("FAIL_FROM")) raise(-number("FAIL_WITH"));
    return 0;
  }
  errno = number("FAIL_WITH");
  return 1;
}

#define CALL(type, name, parameters, ...)                                 \
  type name parameters {                                                  \
    type(*real) parameters = (type(*) parameters)dlsym(RTLD_NEXT, #name); \
    return fails(#name) ? (type)-1 : real(__VA_ARGS__);                   \
  }

CALL(int, renameat2, (int a, const char* b, int c, const char* d, unsigned e), a, b, c, d, e)
CALL(int, renameat, (int a, const char* b, int c, const char* d), a, b, c, d)
CALL(int, linkat, (int a, const char* b, int c, const char* d, int e), a, b, c, d, e)
CALL(int, fsync, (int a), a)
CALL(int, flock, (int a, int b), a, b)
CALL(ssize_t, write, (int a, const void* b, size_t c), a, b, c)
