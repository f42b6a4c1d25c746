#!/bin/sh
# Installs a build into an empty prefix, and uses it from there as strangers do: pkg-config from C, a CMake package from C++,
# the program by its path. Nothing of the source tree is on their include path.
#   install_test.sh SOURCE_FOLDER BUILD_FOLDER
set -eu
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

echo "-- C++, by the CMake package"
mkdir "$work/consumer"
cat > "$work/consumer/CMakeLists.txt" << 'CONSUMER'
cmake_minimum_required(VERSION 3.25)
project(consumer CXX)
find_package(krut 1.0 REQUIRED)
add_executable(consumer main.cpp)
target_compile_features(consumer PRIVATE cxx_std_20)
target_link_libraries(consumer PRIVATE krut::krut)
CONSUMER
cat > "$work/consumer/main.cpp" << 'CONSUMER'
#include <krut/krut.hpp>

int main(int, char** words) {
  const krut::api::Engine engine({{words[2]}, {words[3]}});
  krut::api::Request request;
  request.data = krut::api::read_data_file(words[1]).bytes;
  return engine.render(request).pdf.starts_with("%PDF-") ? 0 : 1;
}
CONSUMER
cmake -G Ninja -S "$work/consumer" -B "$work/consumer/build" -DCMAKE_PREFIX_PATH="$prefix" > "$work/consumer.log"
cmake --build "$work/consumer/build" >> "$work/consumer.log"
"$work/consumer/build/consumer" "$example" "$prefix/share/krut/fonts" "$prefix/share/krut/layouts"

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
