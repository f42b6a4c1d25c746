#!/usr/bin/python3
"""Renders a table of ten thousand rows, and one with a row taller than three pages, and looks for every line.

    long_tables.py KRUT WORK_FOLDER

Both come from the layout `tables`. Every row and every line must stand in the PDF and in the DOCX once and in order.
"""
import json
import pathlib
import re
import subprocess
import sys
import time
import zipfile

ROWS = 10_000
LINES = 250
FEWEST_TALL_PAGES = 4
MOST_SECONDS = 120


def paper(rows):
    head = {"cells": [{"text": "ที่"}, {"text": "รายการ"}, {"text": "จำนวนเงิน"}]}
    table = {"caption": "รายการพัสดุ", "head": [head], "groups": [{"rows": rows}]}
    return {"layout": "tables", "digits": "arabic", "parts": [{"orientation": "portrait", "chapters": [{"tables": [table]}]}]}


def row(number, text):
    return {"cells": [{"content": "{}".format(number), "align": "right"}, {"content": text},
                      {"content": "{},500.00".format(number % 900 + 1), "align": "right"}]}


def ten_thousand():
    return paper([row(i, "รายการที่ {} วัสดุสำนักงานของกองคลัง".format(i)) for i in range(1, ROWS + 1)])


def tall():
    lines = "\n".join("รายการที่ {} อยู่ในช่องเดียวกัน".format(i) for i in range(1, LINES + 1))
    return paper([row(1, "แถวสั้น"), row(2, lines), row(3, "แถวท้าย")])


def numbers_in(text):
    return [int(number) for number in re.findall(r"รายการที่\s*([0-9]+)\s", text)]


def check(krut, folder, name, data, count):
    source = folder / (name + ".json")
    source.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    faults, wanted = [], list(range(1, count + 1))
    for ending in ("pdf", "docx"):
        output, begun = folder / "{}.{}".format(name, ending), time.monotonic()
        subprocess.run([krut, "render", source, "-o", output, "--strict"], check=True, capture_output=True)
        seconds = time.monotonic() - begun
        if ending == "pdf":
            text = subprocess.run(["pdftotext", "-raw", output, "-"], check=True, capture_output=True, text=True).stdout
            pages = text.count("\f")
            if name == "tall" and pages < FEWEST_TALL_PAGES:
                faults.append("the tall row stands on {} pages".format(pages))
        else:
            with zipfile.ZipFile(output) as package:
                text = re.sub("<[^>]*>", " ", package.read("word/document.xml").decode("utf-8"))
        found = numbers_in(text)
        print("{}: {} of {} lines, {:.1f} s".format(output.name, len(found), count, seconds))
        if found != wanted:
            faults.append("{}: lines are missing, doubled or out of order".format(output.name))
        if seconds > MOST_SECONDS:
            faults.append("{}: took {:.0f} s".format(output.name, seconds))
    return faults


def main():
    if len(sys.argv) != 3 or any(word.startswith("-") for word in sys.argv[1:]):
        raise SystemExit(__doc__)
    krut, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    faults = check(krut, folder, "rows", ten_thousand(), ROWS) + check(krut, folder, "tall", tall(), LINES)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
