#!/usr/bin/python3
"""Every fault that the sources can tell has a hint in both languages: a reading of each place where one is made.

    hints.py SOURCE_FOLDER

An `Error` of any kind but `internal`, whose hint is always the same, names one; so does each `Diagnostic` that is written
as `{.code = …}`. Prints each offence as file:line and exits 1 when there is one.
"""
import pathlib
import re
import sys

ERROR = re.compile(r"ErrorKind::(\w+),")
DIAGNOSTIC = re.compile(r"\{\s*\.code = ")
FEWEST = 50
ARGUMENTS_WITH_HINT = 4
ROOM_BEHIND = 300  # where it may be given a hint by a line of its own


def without_literals(text):
    """The same length, with whatever stands in quotes or comments made blank, so that brackets can be counted."""
    blank = lambda found: re.sub(r"[^\n]", "_", found[0])
    return re.sub(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|//[^\n]*', blank, text)


def enclosed(text, start):
    """What stands from `start` to the end of the brackets around it, and where it is parted by commas."""
    depth, commas = 0, 0
    for at in range(start, len(text)):
        if text[at] in "([{":
            depth += 1
        elif text[at] in ")]}":
            depth -= 1
            if depth < 0:
                return text[start:at], commas
        elif text[at] == "," and depth == 0:
            commas += 1
    return text[start:], commas


def offences(path):
    """(places looked at, offences) of one file."""
    text = without_literals(path.read_text(encoding="utf-8"))
    places, found = 0, []
    for match in ERROR.finditer(text):
        inside, commas = enclosed(text, match.start())
        places += 1
        if match[1] != "internal" and commas + 1 < ARGUMENTS_WITH_HINT:
            found.append((match.start(), "an Error without a hint"))
    for match in DIAGNOSTIC.finditer(text):
        inside, _ = enclosed(text, match.start() + 1)
        inside += text[match.start() + len(inside):][:ROOM_BEHIND]
        places += 1
        if ".hint" not in inside and ".hint_thai" not in inside:
            found.append((match.start(), "a diagnostic without a hint"))
    return places, [f"{path}:{text.count(chr(10), 0, at) + 1}: {why}" for at, why in found]


def main():
    looked_at, told = 0, []
    for path in sorted((pathlib.Path(sys.argv[1]) / "src").rglob("*.cpp")):
        places, found = offences(path)
        looked_at += places
        told += found
    print("\n".join(told))
    print(f"{looked_at} places where a fault is made, {len(told)} without a hint")
    sys.exit(1 if told or looked_at < FEWEST else 0)


main()
