#!/bin/sh
# Installs what the tests need and passes them: everything with sanitizers, then a release with its figures.
# Exits 0 only when every check ran and passed; a check that cannot run has failed.
set -eu
[ $# -eq 0 ] || { echo "usage: run.sh" >&2; exit 2; }
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
export LC_ALL=C.UTF-8

sh src/install-packages.sh tests
# Whoever runs this often may install ccache; on a machine that runs it once it would only cost time.
if command -v ccache > /dev/null; then
  export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi

echo "== unit tests, goldens, layers: sanitizers on, warnings are errors"
cmake --preset dev > /dev/null
cmake --build --preset dev
ctest --preset dev --parallel "$(nproc)" --label-exclude long

echo "== examples, conformance, figures: the release"
cmake --preset release -DKRUT_TESTS=ON -DKRUT_UNIT_TESTS=OFF -DKRUT_BENCHMARKS=ON > /dev/null
cmake --build --preset release
ctest --preset release --parallel "$(nproc)" --label-exclude long
