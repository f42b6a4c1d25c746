#!/bin/sh
# Builds the fuzz targets in the manner of OSS-Fuzz, whose environment it expects: CC CXX CFLAGS CXXFLAGS
# LIB_FUZZING_ENGINE OUT SRC (krut lies in $SRC/krut, or where this script lies) and WORK for the build.
# Into $OUT: each program, its dictionary, its seeds as TARGET_seed_corpus.zip, what the programs read (fonts, layouts,
# examples), and the libraries that they load, for they run on another machine.
#   docker image: gcr.io/oss-fuzz-base/base-builder, after `sh src/install-packages.sh fuzz`
set -eu
[ $# -eq 0 ] && [ -n "${OUT:-}" ] && [ -n "${LIB_FUZZING_ENGINE:-}" ] || {
  echo "usage: oss_fuzz_build.sh, with OUT and LIB_FUZZING_ENGINE set" >&2
  exit 2
}
top=$(cd "$(dirname "$0")/../.." && pwd)
work=${WORK:-/tmp}/krut-fuzz
export LIB_FUZZING_ENGINE

cmake -S "$top" -B "$work" -G Ninja -DCMAKE_BUILD_TYPE=None -DKRUT_FUZZ=ON -DKRUT_UNIT_TESTS=OFF -DKRUT_BENCHMARKS=OFF \
  -DKRUT_SANITIZE=external -DCMAKE_BUILD_WITH_INSTALL_RPATH=ON -DCMAKE_INSTALL_RPATH="\$ORIGIN/lib" \
  -DCMAKE_EXE_LINKER_FLAGS="-Wl,--disable-new-dtags"
# The seeds are papers that krut renders: it looks for its library where the build has put it.
LD_LIBRARY_PATH="$work/lib" cmake --build "$work" --target fuzz_targets

mkdir -p "$OUT/lib"
cp -r "$work/fonts" "$work/layouts" "$top/examples" "$OUT/"
cp -L "$work"/lib/libkrut.so.? "$OUT/lib/"
while read -r name folders; do
  cp "$work/bin/fuzz_$name" "$OUT/$name"
  LD_LIBRARY_PATH="$work/lib" ldd "$OUT/$name" | awk '$3 ~ /^\// {print $3}' | grep -v -E '/(libc|libm|libdl|libpthread|librt)\.so' |
    xargs -I {} cp -n -L {} "$OUT/lib/"
  dictionary="$top/tests/fuzz/dictionaries/$name.dict"
  if [ -f "$dictionary" ]; then cp "$dictionary" "$OUT/"; fi
  for folder in $(echo "$folders" | tr ';' ' '); do
    if [ -d "$folder" ]; then (cd "$folder" && zip -q -r "$OUT/${name}_seed_corpus.zip" .); fi
  done
done < "$work/tests/fuzz/targets"
