#!/bin/sh
# The long tests: 10,000 renders in one process, Valgrind, every known attack, and ThreadSanitizer over one engine with
# four threads. About an hour on two cores. Installs what they need.
#   sh tests/long.sh
set -eu
[ $# -eq 0 ] || { echo "usage: long.sh" >&2; exit 2; }
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
export LC_ALL=C.UTF-8

sh src/install-packages.sh long
if command -v ccache > /dev/null; then
  export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi

echo "== ThreadSanitizer: one engine, four threads, every question of the library"
cmake --preset tsan > /dev/null
cmake --build --preset tsan --target endure
ctest --preset tsan

echo "== the release: soak, Valgrind, attacks"
cmake --preset release -DKRUT_TESTS=ON -DKRUT_UNIT_TESTS=OFF > /dev/null
cmake --build --preset release --target endure krut_cli krut_layouts
ctest --preset long
