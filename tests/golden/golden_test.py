#!/usr/bin/python3
"""Holds what each layout makes of its example against what was looked at and found good.

    golden_test.py KRUT SOURCE_FOLDER [--update]

For every example with a layout of its own, `krut dump` writes the document and the pages as text; both must be those
under tests/golden/LAYOUT/. With --update, or KRUT_UPDATE_GOLDENS=1, they are written anew: read the difference before
committing it.
"""
import argparse
import difflib
import json
import os
import pathlib
import subprocess
import sys

STAGES = ("document", "pages")
MOST_LINES_SHOWN = 40


def dumped(krut, data, stage):
    done = subprocess.run([krut, "dump", str(data), "--stage", stage], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit("krut dump {} --stage {}: {}".format(data, stage, done.stderr.strip()))
    return done.stdout


def differences(golden, text):
    if not golden.exists():
        return ["{} is missing; --update writes it".format(golden)]
    lines = difflib.unified_diff(golden.read_text(encoding="utf-8").splitlines(), text.splitlines(), str(golden), "now", n=1,
                                 lineterm="")
    return list(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("krut")
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--update", action="store_true", default=os.environ.get("KRUT_UPDATE_GOLDENS") == "1")
    arguments = parser.parse_args()
    faults = 0
    for data in sorted((arguments.source / "examples").glob("*.json")):
        layout = json.loads(data.read_text(encoding="utf-8")).get("layout")
        if not layout:
            continue
        folder = arguments.source / "tests" / "golden" / layout
        for stage in STAGES:
            golden, text = folder / (stage + ".txt"), dumped(arguments.krut, data, stage)
            if arguments.update:
                folder.mkdir(parents=True, exist_ok=True)
                golden.write_text(text, encoding="utf-8")
                continue
            lines = differences(golden, text)
            faults += 1 if lines else 0
            print("{}: {}".format(golden.relative_to(arguments.source), "differs" if lines else "the same"))
            for line in lines[:MOST_LINES_SHOWN]:
                print("  " + line)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
