"""Turns words.txt into word_lists.cpp: two constant tables a section, in the order of their letters from either end.

The sections are in the order of `Words` in vocabulary.h.
"""

import sys
from pathlib import Path

SECTIONS = ["whole", "compounds", "prefixes", "suffixes", "units", "labels", "measures", "months", "eras", "titles", "not_titles", "after_nayok",
            "places", "connectives", "not_names"]
ORDERS = {"front": lambda word: word, "back": lambda word: word[::-1]}


def read_sections(path):
    sections = {}
    words = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            if words is None:
                sys.exit(f"{path}:{number}: words before the first section")
            words += line.split()
    if list(sections) != SECTIONS:
        sys.exit(f"{path}: the sections must be {', '.join(SECTIONS)}, in this order")
    for name, words in sections.items():
        repeated = {word for word in words if words.count(word) > 1}
        if repeated:
            sys.exit(f"{path}: [{name}] names twice: {' '.join(sorted(repeated))}")
    return sections


def write_source(sections, path):
    lines = ['#include "text/vocabulary.h"', "", "namespace krut::text {", "", "namespace {", ""]
    for name, words in sections.items():
        for end, key in ORDERS.items():
            lines.append(f"constexpr std::u32string_view {name}_by_{end}[] = {{")
            lines += [f'    U"{word}",' for word in sorted(words, key=key)]
            lines += ["};", ""]
    lines += ["}  // namespace", "", "std::span<const std::u32string_view> word_list(Words words, End end) {", "  switch (words) {"]
    for name in sections:
        lines += [f"    case Words::{name}:", f"      if (end == End::front) return {name}_by_front;", f"      return {name}_by_back;"]
    lines += ["  }", "  return {};", "}", "", "}  // namespace krut::text", ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def main():
    if len(sys.argv) != 3 or any(word.startswith("-") for word in sys.argv[1:]):
        sys.exit("usage: make_words.py WORDS_FILE SOURCE_FILE")
    write_source(read_sections(Path(sys.argv[1])), Path(sys.argv[2]))


if __name__ == "__main__":
    main()
