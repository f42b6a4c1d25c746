"""Turns layouts into shipped_layouts.cpp: the digests by which krut knows its own layouts again."""

import hashlib
import sys
from pathlib import Path


def source_of(digests):
    lines = ['#include "layout/shipped_layouts.h"', "", "namespace krut::layout {", "", "namespace {", "",
             "constexpr std::string_view digests[] = {"]
    lines += [f'    "{digest}",' for digest in digests]
    lines += ["};", "", "}  // namespace", "",
              "std::span<const std::string_view> shipped_digests() { return digests; }", "",
              "}  // namespace krut::layout", ""]
    return "\n".join(lines)


def main():
    if len(sys.argv) < 3 or any(word.startswith("-") for word in sys.argv[1:]):
        sys.exit("usage: make_shipped_layouts.py SOURCE_FILE LAYOUT_FILE...")
    digests = sorted(hashlib.md5(Path(path).read_bytes()).hexdigest().upper() for path in sys.argv[2:])
    Path(sys.argv[1]).write_text(source_of(digests), encoding="utf-8")


if __name__ == "__main__":
    main()
