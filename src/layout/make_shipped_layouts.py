"""Turns layouts into shipped_layouts.cpp: the digests by which krut knows its own layouts again, and its parts' names."""

import hashlib
import sys
from pathlib import Path


def table(name, words):
    return [f"constexpr std::string_view {name}[] = {{"] + [f'    "{word}",' for word in sorted(words)] + ["};", ""]


def source_of(digests, parts):
    lines = ['#include "layout/shipped_layouts.h"', "", "namespace krut::layout {", "", "namespace {", ""]
    lines += table("digests", digests) + table("parts", parts)
    lines += ["}  // namespace", "",
              "std::span<const std::string_view> shipped_digests() { return digests; }",
              "std::span<const std::string_view> shipped_parts() { return parts; }", "",
              "}  // namespace krut::layout", ""]
    return "\n".join(lines)


def main():
    if len(sys.argv) < 3 or any(word.startswith("-") for word in sys.argv[1:]):
        sys.exit("usage: make_shipped_layouts.py SOURCE_FILE LAYOUT_FILE...")
    layouts = [Path(path) for path in sys.argv[2:]]
    digests = [hashlib.md5(path.read_bytes()).hexdigest().upper() for path in layouts]
    parts = [path.stem for path in layouts if path.parent.name == "parts"]
    Path(sys.argv[1]).write_text(source_of(digests, parts), encoding="utf-8")


if __name__ == "__main__":
    main()
