#!/usr/bin/python3
"""Holds what each layout makes of its example against what was looked at and found good.

    golden_test.py KRUT SOURCE_FOLDER [--update]

For every example with a layout of its own, `krut dump` writes the document and the pages as text; both must be those
under tests/golden/LAYOUT/. Of a few, one page must look as its picture there (pictures.py says how like); one that does not
is written beside it, as page-N.now.png. With --update, or KRUT_UPDATE_GOLDENS=1, texts and pictures are written anew: read
the difference, and look at the pictures, before committing them.
"""
import argparse
import difflib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import pictures

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


def rendered_page(krut, data, page):
    with tempfile.TemporaryDirectory() as folder:
        pdf = pathlib.Path(folder) / "paper.pdf"
        done = subprocess.run([krut, "render", str(data), "-o", str(pdf)], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit("krut render {}: {}".format(data, done.stderr.strip()))
        return pictures.page_picture(pdf, page)


def check_picture(arguments, data, folder):
    """Whether the page of an example that has a picture does not look like it."""
    page = pictures.PAGES.get(data.stem)
    if page is None:
        return False
    golden = folder / "page-{}.png".format(page)
    beside, now = golden.with_suffix(".now.png"), rendered_page(arguments.krut, data, page)
    if arguments.update:
        pictures.write(now, golden)
        return False
    found = None if not golden.exists() else pictures.difference(pictures.read(golden), now)
    differs = found is not None or not golden.exists()
    name = golden.relative_to(arguments.source)
    print("{}: {}".format(name, "looks the same" if not differs else pictures.told(found) if found else "is missing"))
    if differs:
        pictures.write(now, beside)
        print("  as it is now: {}".format(beside))
    else:
        beside.unlink(missing_ok=True)
    return differs


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
        faults += check_picture(arguments, data, folder)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
