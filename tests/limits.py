#!/usr/bin/python3
"""Every limit of src/base/limits.h stands in README's table, by its name and with its value; and no other does.

    limits.py SOURCE_FOLDER
"""
import pathlib
import re
import sys

LIMIT = re.compile(r"inline constexpr std::size_t (\w+) =\s*([^;]+);")
ROW = re.compile(r"^\| `(\w+)` \|.*\| ([\d ]+(?: MiB)?) \|$", re.MULTILINE)


def number(expression):
    """A constant of the header: 4'000'000, or 64U << 20."""
    base, _, shift = expression.replace("'", "").replace("U", "").partition("<<")
    return int(base) << int(shift or 0)


def shown(name, value):
    return f"{value >> 20} MiB" if name.endswith("_bytes") else f"{value:,}".replace(",", " ")


def main():
    source = pathlib.Path(sys.argv[1])
    limits = {name: shown(name, number(value))
              for name, value in LIMIT.findall((source / "src/base/limits.h").read_text(encoding="utf-8"))}
    told = dict(ROW.findall((source / "README.md").read_text(encoding="utf-8")))
    faults = [f"{name}: {limits.get(name, 'not in limits.h')}, in README.md: {told.get(name, 'nothing')}"
              for name in sorted(limits.keys() | told.keys()) if limits.get(name) != told.get(name)]
    print("\n".join(faults + [f"{len(limits)} limits, {len(faults)} faults"]))
    sys.exit(1 if faults or not limits else 0)


main()
