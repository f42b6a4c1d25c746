#!/bin/sh
# The benchmarks are there when they are asked for, also without the tests.
#   alone_test.sh SOURCE_FOLDER BUILD_FOLDER
set -eu
[ $# -eq 2 ] && [ -f "$1/CMakeLists.txt" ] && [ -d "$2" ] || { echo "usage: alone_test.sh SOURCE_FOLDER BUILD_FOLDER" >&2; exit 2; }
work=$2/benchmarks_alone
rm -rf "$work"
cmake -G Ninja -S "$1" -B "$work" -DKRUT_TESTS=OFF -DKRUT_BENCHMARKS=ON > "$2/benchmarks_alone.log"
cmake --build "$work" --target help | grep '^bench_render:'
rm -rf "$work"
