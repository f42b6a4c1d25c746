#!/bin/sh
# Fuzzes for as long as one likes, and tells what came of it.
#   sh tests/fuzz/run.sh SECONDS [TARGET…]
# Builds the libFuzzer programs into build/fuzz (Debian's clang-14, libclang-rt-14-dev, llvm-14), then gives each target
# that long. What it finds stays in build/fuzz/finds/TARGET, made small; new inputs in build/fuzz/corpus/TARGET.
# Exits 1 when something was found.
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top"
case "${1:-}" in
  '' | *[!0-9]*) echo "usage: run.sh SECONDS [TARGET...]" >&2; exit 2 ;;
esac
seconds=$1
shift
export LC_ALL=C.UTF-8

sh src/install-packages.sh fuzz
CC=clang-14 CXX=clang++-14 cmake -S . -B build/fuzz -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -gline-tables-only" -DKRUT_FUZZ=ON -DKRUT_SANITIZE=ON -DKRUT_UNIT_TESTS=OFF \
  -DKRUT_BENCHMARKS=OFF > /dev/null
cmake --build build/fuzz --target fuzz_targets > build/fuzz/build.log || { tail -20 build/fuzz/build.log; exit 1; }
exec /usr/bin/python3 tests/fuzz/run.py "$top" "$seconds" "$@"
