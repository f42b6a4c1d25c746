#!/bin/sh
# The benchmarks are there when they are asked for, also without the tests.
#   alone_test.sh SOURCE_FOLDER BUILD_FOLDER
set -eu
work=$2/benchmarks_alone
rm -rf "$work"
cmake -G Ninja -S "$1" -B "$work" -DKRUT_TESTS=OFF -DKRUT_BENCHMARKS=ON > "$2/benchmarks_alone.log"
cmake --build "$work" --target help | grep '^bench_render:'
rm -rf "$work"
