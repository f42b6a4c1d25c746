#!/bin/sh
# Installs what is needed, builds a release and renders every example into a folder (out/, or the one named).
set -eu
case $#:${1:-} in
  0: | 1:[!-]*) ;;
  *) echo "usage: render.sh [FOLDER]" >&2; exit 2 ;;
esac
top=$(cd "$(dirname "$0")/.." && pwd)
out=${1:-$top/out}
case $out in
  /*) ;;
  *) out=$PWD/$out ;; # before we go elsewhere
esac

sh "$top/src/install-packages.sh" build
cd "$top"
cmake --preset release -DKRUT_TESTS=OFF -DKRUT_BENCHMARKS=OFF > /dev/null
cmake --build --preset release

mkdir -p "$out"
echo
echo "rendered:"
for data in examples/*.json; do
  "$top/build/release/bin/krut" render "$data" -o "$out/"
done
