#!/bin/sh
# Installs those of the named Debian packages that are not there yet; asks for the network only when one is missing.
#   install-packages.sh build|tests|long|fuzz
set -eu

build="g++ cmake ninja-build pkg-config python3 python3-fonttools fonts-tlwg-laksaman-ttf fonts-dejavu-core fonts-symbola
       libdeflate-dev libmimalloc-dev
       libhpdf-dev libpng-dev libturbojpeg0-dev zlib1g-dev librsvg2-dev libcairo2-dev libharfbuzz-dev libfreetype-dev libxml2-dev libzip-dev
       nlohmann-json3-dev libre2-dev libxxhash-dev libcli11-dev"
tests="$build git libgtest-dev libbenchmark-dev libvalijson-dev libicu-dev libdatrie-dev libthai-data clang-format-14 clang-tidy-14
       qpdf poppler-utils mupdf-tools ghostscript libreoffice-writer pandoc libxml2-utils jing libharfbuzz-bin
       python3-docx python3-lxml python3-pil python3-pdfminer libnss3-tools default-jre-headless
       fonts-tlwg-garuda-ttf fonts-tlwg-loma-ttf fonts-tlwg-norasi-ttf fonts-tlwg-waree-ttf"
long="$build valgrind e2fsprogs"
fuzz="$build clang-14 libclang-rt-14-dev llvm-14 qpdf zip"

case "$1" in
  build) wanted=$build ;;
  tests) wanted=$tests ;;
  long) wanted=$long ;;
  fuzz) wanted=$fuzz ;;
  *) echo "install-packages.sh: build, tests, long or fuzz" >&2; exit 2 ;;
esac
# Package managers of other languages may have been installed by other means: only their commands count.
command -v pip3 > /dev/null || wanted="$wanted python3-pip"
if [ "$1" = tests ]; then
  command -v npm > /dev/null || wanted="$wanted npm"
  command -v mvn > /dev/null || wanted="$wanted maven"
fi

missing=""
for package in $wanted; do
  dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2> /dev/null | grep -q '^ii' || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then as_root="sudo"; fi
echo "installing:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing > /dev/null
