#!/bin/sh
# Installs a build into an empty prefix, and uses it from there as strangers do: pkg-config from C, a CMake package from C++,
# ctypes from Python, the program by its path. Nothing of the source tree is on their include path.
#   install_test.sh SOURCE_FOLDER BUILD_FOLDER
set -eu
[ $# -eq 2 ] && [ -f "$1/CMakeLists.txt" ] && [ -d "$2" ] || { echo "usage: install_test.sh SOURCE_FOLDER BUILD_FOLDER" >&2; exit 2; }
source=$1
build=$2
work=$build/install_test
rm -rf "$work"
mkdir -p "$work"
cmake --install "$build" --prefix "$work/prefix" > "$work/install.log"
prefix=$work/prefix
library=$(dirname "$(find "$prefix" -name 'libkrut.so' | head -n 1)")
example=$source/examples/memo-report.json

echo "-- C, by pkg-config"
PKG_CONFIG_PATH=$library/pkgconfig
export PKG_CONFIG_PATH
# shellcheck disable=SC2046
cc -std=c11 -Wall -Wextra -Werror "$source/tests/api/from_c.c" $(pkg-config --cflags --libs krut) -o "$work/from_c"
LD_LIBRARY_PATH=$library "$work/from_c" "$example" "$prefix/share/krut/fonts" "$prefix/share/krut/layouts"

echo "-- the callers of examples/, in C, C++ and Python"
fonts=$prefix/share/krut/fonts
layouts=$prefix/share/krut/layouts
mkdir "$work/papers"
# shellcheck disable=SC2046
cc -std=c11 -Wall -Wextra -Werror "$source/examples/callers/render.c" $(pkg-config --cflags --libs krut) -o "$work/render_c"
LD_LIBRARY_PATH=$library "$work/render_c" "$example" "$fonts" "$layouts" "$work/papers/from-c"
cmake -G Ninja -S "$source/examples/callers" -B "$work/callers" -DCMAKE_PREFIX_PATH="$prefix" \
  -DCMAKE_CXX_FLAGS="-Wall -Wextra -Werror" > "$work/callers.log"
cmake --build "$work/callers" >> "$work/callers.log"
cp "$example" "$work/papers/from-cpp.json"
cp "$source/examples/memo.json" "$work/papers/memo.json"
"$work/callers/render" "$fonts" "$layouts" "$work/papers/from-cpp.json" "$work/papers/memo.json"
python3 "$source/examples/callers/render.py" "$library/libkrut.so" "$fonts" "$layouts" "$example" "$work/papers/from-python"
for paper in from-c from-cpp memo from-python; do
  pdftotext "$work/papers/$paper.pdf" - | grep -q บันทึกข้อความ
  python3 -m zipfile -t "$work/papers/$paper.docx" > "$work/zip.log"
done
cmp "$work/papers/from-c.pdf" "$work/papers/from-cpp.pdf"

echo "-- callers are told what is wrong with their data"
echo '{"layout": "memo"}' > "$work/papers/bad.json"
for caller in "$work/callers/render $fonts $layouts $work/papers/bad.json" \
  "python3 $source/examples/callers/render.py $library/libkrut.so $fonts $layouts $work/papers/bad.json $work/papers/bad" \
  "env LD_LIBRARY_PATH=$library $work/render_c $work/papers/bad.json $fonts $layouts $work/papers/bad"; do
  status=0
  $caller 2> "$work/told.txt" || status=$?
  [ "$status" -eq 64 ]
  grep -q memo "$work/told.txt"
done
[ ! -e "$work/papers/bad.pdf" ]

echo "-- the program finds its fonts and layouts"
"$prefix/bin/krut" render "$example" -o "$work/out.pdf"

echo "-- the man page and the completions are where shells look for them"
for file in man/man1/krut.1 man/th/man1/krut.1 bash-completion/completions/krut zsh/site-functions/_krut \
  fish/vendor_completions.d/krut.fish; do
  test -s "$prefix/share/$file"
done

echo "-- only the public names are visible"
visible=$(nm -D --defined-only "$library/libkrut.so" | awk '$2 ~ /[TBDVW]/ {print $3}' | c++filt |
  grep -v -E '^(krut_|krut::api::|non-virtual thunk|typeinfo|vtable|std::|VTT|guard variable|__)' || true)
if [ -n "$visible" ]; then
  echo "$visible"
  exit 1
fi
