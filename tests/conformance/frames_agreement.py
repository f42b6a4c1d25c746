#!/usr/bin/python3
"""Holds emblems, rules and frames as LibreOffice sets them from the DOCX against those in the PDF.

    frames_agreement.py OUT.pdf OUT.docx

Every line of text, every picture, box and rule must stand at the same place of the same page, within 0.5 mm.
"""
import sys
import tempfile
from collections import namedtuple

import kit
from geometry import LINE_SLACK, TOLERANCE

THICKEST_RULE = 3.0  # points; what is drawn and higher is a box or a picture
Thing = namedtuple("Thing", "page kind left top right bottom")


def lines_of(pdf):
    """The lines of text from the top, each with its letters and where it begins."""
    rows = []
    for char in sorted(kit.pdf_chars(pdf), key=lambda char: (char.page, round(char.y), char.x)):
        if rows and rows[-1][0].page == char.page and abs(rows[-1][0].y - char.y) < LINE_SLACK:
            rows[-1].append(char)
        else:
            rows.append([char])
    return [(kit.skeleton("".join(char.text for char in sorted(row, key=lambda char: char.x))), min(row, key=lambda char: char.x))
            for row in rows]


def kind_of(path):
    if path.kind == "image":
        return "picture"
    return "rule" if path.bottom - path.top < THICKEST_RULE else "box"


def things_of(pdf):
    """What is drawn besides text, of one kind after the other, from the top and the left."""
    things = set()
    for path in kit.pdf_paths(pdf):
        thing = Thing(path.page, kind_of(path), *(round(side, 1) for side in (path.left, path.top, path.right, path.bottom)))
        things.add(thing)
    return sorted(things, key=lambda thing: (thing.kind, thing.page, round(thing.top), thing.left))


def compare(what, found, wanted, findings):
    findings.add(what, "{:.2f} pt".format(found), abs(found - wanted) <= TOLERANCE, "{:.2f}".format(wanted))


def compare_lines(mine, other, findings):
    findings.add("lines of text", str(len(other)), len(mine) == len(other), str(len(mine)))
    for (text, first), (again, first_again) in zip(mine, other):
        findings.add("line " + kit.short(text, 20), kit.short(again, 20), text == again and first.page == first_again.page)
        compare("line {}, left edge".format(kit.short(text, 20)), first_again.x, first.x, findings)
        compare("line {}, baseline".format(kit.short(text, 20)), first_again.y, first.y, findings)


def compare_things(mine, other, findings):
    findings.add("things drawn", " ".join(thing.kind for thing in other),
                 [thing.kind for thing in mine] == [thing.kind for thing in other], " ".join(thing.kind for thing in mine))
    for number, (thing, again) in enumerate(zip(mine, other), 1):
        what = "{} {} on page {}".format(thing.kind, number, thing.page)
        findings.add(what + ", page", str(again.page), thing.page == again.page)
        for side in ("left", "right", "top", "bottom"):
            compare("{}, {}".format(what, side), getattr(again, side), getattr(thing, side), findings)


def main():
    kit.need("mutool", "soffice")
    pdf, docx = sys.argv[1:3]
    findings = kit.Findings("emblems, rules and frames, PDF and DOCX in LibreOffice, within 0.5 mm")
    with tempfile.TemporaryDirectory() as folder:
        again = kit.convert_to_pdf(docx, folder)
        compare_lines(lines_of(kit.need_file(pdf)), lines_of(again), findings)
        compare_things(things_of(pdf), things_of(again), findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
