#!/usr/bin/python3
"""Sets texts that break renderers of Thai, and reads them back out of the PDF.

    extraction_check.py KRUT [--shared FOLDER] [--readers FOLDER] [--keep FOLDER] [--family NAME --fonts FOLDER]

The texts are those of tests/unit/pdf/nasty.txt, of thai_nasty.txt in the shared folder beside the repository, and those
below; each stands at the left, in bold, spread over whole lines, and in narrow cells, at the left and spread. Five
programs must give every character back, in order; those that read in the order of the file the spaces as well: where a
line ends a space may be missing or not, elsewhere none may be lost or invented.
"""
import argparse
import json
import os
import pathlib
import shutil
import sys
import tempfile

import kit
import readers

HERE = os.path.dirname(os.path.abspath(__file__))
LAYOUT = os.path.join(os.path.dirname(HERE), "data", "extraction", "nasty.xml")
OWN_LINES = os.path.join(os.path.dirname(HERE), "unit", "pdf", "nasty.txt")
# Hyphens and dashes at and near the ends of lines, which some readers take for hyphenation.
HYPHENS = [
    "ระหว่างเดือนมกราคม-มีนาคม ๒๕๖๖", "๑ ต.ค. ๒๕๖๕ - ๓๑ มี.ค. ๒๕๖๖", "๑ ต.ค.๖๕-๓๑ มี.ค.๖๖", "ปี ๒๕๖๕-๒๕๖๖ และ ๒๕๖๗–๒๕๗๐",
    "e-Service และ Walk-in One-Stop-Service", "ข้อมูลส่วนบุคคล-ส่วนรวม - ไม่มี -", "โทร. ๐-๒๑๔๑-๙๐๐๐ ต่อ ๑๒-๑๕", "ก-ฮ ab-cd-ef-gh-ij-kl-mn",
]
NARROW_CELLS = 3  # of the layout's table: in each stands the line


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


def texts(shared):
    lines = lines_of(OWN_LINES) + HYPHENS
    given = os.path.join(shared, "tools", "thai_nasty.txt")
    if os.path.isfile(given):
        lines += lines_of(given)
    elif os.environ.get("CI"):
        sys.exit("there is no " + given)
    # Each line several times in one paragraph, so that it meets the end of a line in several places.
    paragraphs = [" ".join([line] * (1 + 150 // len(line))) for line in lines]
    return {"lines": lines, "paragraphs": paragraphs + [" ".join(lines)]}


def expected(data):
    """What the layout prints, piece by piece."""
    pieces = data["lines"] * 2 + data["paragraphs"] * 2
    for line in data["lines"]:
        pieces += [line] * NARROW_CELLS
    return pieces


class Mismatch(Exception):
    pass


def compare(stream, pieces):
    """Reads `stream` against the pieces: (characters right, spaces lost, spaces invented). Raises at the first wrong one."""
    here, right, lost, invented = 0, 0, 0, 0
    for piece in pieces:
        is_first = True
        place = 0
        while place < len(piece):
            has_break = False
            gap = here
            while here < len(stream) and stream[here].isspace():
                has_break = has_break or stream[here] in "\r\n\f"
                here += 1
            has_space = here > gap
            wants_space = piece[place] == " "
            while place < len(piece) and piece[place] == " ":
                place += 1
            if not is_first and not has_break:
                lost += wants_space and not has_space
                invented += has_space and not wants_space
            if place == len(piece):
                break
            if here >= len(stream) or stream[here] != piece[place]:
                raise Mismatch("…{}▸{} where {} should stand".format(
                    stream[max(0, here - 12):here], kit.short(stream[here:], 24), kit.short(piece[place:], 24)))
            here, place, right, is_first = here + 1, place + 1, right + 1, False
    if stream[here:].strip():
        raise Mismatch("too much at the end: " + kit.short(stream[here:].strip()))
    return right, lost, invented


def check(pdf, data, folder, findings):
    pieces = expected(data)
    total = sum(len(kit.squeeze(piece)) for piece in pieces)
    for reader in readers.IN_ORDER:
        stream = "\f".join(readers.pages(pdf, reader, folder))
        try:
            right, lost, invented = compare(stream, pieces)
            findings.add(reader, "{} of {} characters, {} spaces lost, {} invented".format(right, total, lost, invented),
                         right == total and not lost and not invented)
        except Mismatch as mismatch:
            findings.add(reader, str(mismatch), False)
    faults, characters = readers.layout_faults(pdf)
    findings.add(readers.LAYOUT, "{} characters, {} faults in lines".format(characters, len(faults)), not faults)
    for fault in faults[:12]:
        findings.note(fault)


def in_family(family, folder):
    """The layout with its texts in another family, and what lies beside it."""
    for name in os.listdir(os.path.dirname(LAYOUT)):
        shutil.copy(os.path.join(os.path.dirname(LAYOUT), name), folder)
    layout = os.path.join(folder, os.path.basename(LAYOUT))
    text = pathlib.Path(layout).read_text(encoding="utf-8")
    if "TH SarabunPSK" not in text:
        sys.exit("the layout names another family")
    pathlib.Path(layout).write_text(text.replace("TH SarabunPSK", family), encoding="utf-8")
    return layout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("krut")
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(readers.ROOT), "shared"))
    parser.add_argument("--keep", help="folder for the data and the PDF")
    parser.add_argument("--family", help="set in this family instead of TH SarabunPSK")
    parser.add_argument("--fonts", help="folder that holds it")
    readers.add_folder(parser)
    given = parser.parse_args()
    kit.need("pdftotext", "mutool")
    data = texts(given.shared)
    findings = kit.Findings("{} hard texts out of the PDF".format(len(data["lines"])))
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or temporary
        source, pdf = os.path.join(folder, "nasty.json"), os.path.join(folder, "nasty.pdf")
        with open(source, "w", encoding="utf-8") as out:
            json.dump(data, out, ensure_ascii=False)
        layout, fonts = LAYOUT, []
        if given.family:
            layout, fonts = in_family(given.family, folder), ["--fonts", given.fonts]
        done = kit.run(os.path.abspath(given.krut), "render", source, "--layout", layout, *fonts, "-o", pdf, "--lang", "en")
        findings.add("krut", "code {}{}".format(done.code, "; " + kit.short(done.err, 200) if done.code else ""), done.code == 0)
        if done.code == 0:
            check(pdf, data, given.readers, findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
