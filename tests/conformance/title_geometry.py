#!/usr/bin/python3
"""Measures orders, announcements, regulations, certificates and their kin on the first page of a PDF.

    title_geometry.py DATA.json OUT.pdf [DATA.json OUT.pdf ...]

The emblem is 3 cm high at the body's top on the page's centre; title lines and the short rule stand on that centre; the
rule is 4.4 cm long, 5.1 cm under an announcement; the date starts two indents from the left margin. Where the form has a
number beside the emblem instead, it stands level with the emblem's feet. The photo of a certificate is 4 by 6 cm, and who
is certified signs under it. A stamped letter has room for its date between sender and office, said or not.
"""
import json
import sys

import kit
from geometry import LEFT, PAGE_CENTRE, PITCH, TOLERANCE, Measurer, Sheet

MILLIMETRE = 72.0 / 25.4
TOP, EMBLEM, DATE = 15 * MILLIMETRE, 30 * MILLIMETRE, LEFT + 50 * MILLIMETRE
RULES = {"announcement": 51 * MILLIMETRE}
USUAL_RULE = 44 * MILLIMETRE
PHOTO_WIDTH, PHOTO_HEIGHT, ROOM_TO_SIGN = 40 * MILLIMETRE, 60 * MILLIMETRE, 30
SENDER_TO_OFFICE = 2 * PITCH + 54  # the date between them, and room
TITLED = ("order", "regulation", "announcement", "statement", "news")
DATE_WORDS = {"order": "สั่งณวันที่", "regulation": "ประกาศณวันที่", "announcement": "ประกาศณวันที่", "certificate": "ให้ไว้ณวันที่"}


def check_emblem(sheet, measure):
    tall = [path for path in sheet.paths if abs(path.bottom - path.top - EMBLEM) <= TOLERANCE]
    if not measure.true("emblem 30 mm high", "found" if tall else "none", bool(tall)):
        return
    measure.at("emblem, top", tall[0].top, TOP)
    measure.at("emblem, middle", (tall[0].left + tall[0].right) / 2, PAGE_CENTRE)


def check_titles(sheet, measure, layout, data):
    for text in (data["issuer"], data["subject"]):
        found = sheet.find(text, measure.findings, "title " + kit.short(text, 20))
        if not found:
            continue
        row = [char for char in sheet.chars if char.page == 1 and abs(char.y - found[0].y) < 1]
        middle = (min(char.x for char in row) + max(char.right for char in row)) / 2
        measure.at("middle of the line of " + kit.short(text, 20), middle, PAGE_CENTRE)
    wanted = RULES.get(layout, USUAL_RULE)
    rules = [path for path in sheet.paths if path.bottom - path.top < 1.5 and path.right - path.left > wanted / 2]
    short = [rule for rule in rules if abs(rule.right - rule.left - wanted) <= TOLERANCE]
    if measure.true("rule under the title", "found" if short else "none", bool(short)):
        measure.at("rule, middle", (short[0].left + short[0].right) / 2, PAGE_CENTRE)


def check_number(sheet, measure, data):
    found = sheet.find(data["reference_no"], measure.findings, "number")
    if found:
        measure.at("number, baseline", found[0].y, TOP + EMBLEM)


def check_photo(sheet, measure, person):
    """The name stands after all else that is looked for: the text of a certificate has it too."""
    found = sheet.find(person["name"], measure.findings, "who is certified")
    tall = [path for path in sheet.paths if abs(path.bottom - path.top - PHOTO_HEIGHT) <= TOLERANCE]
    if not found or not measure.true("photo 60 mm high", "found" if tall else "none", bool(tall)):
        return
    measure.at("photo, width", tall[0].right - tall[0].left, PHOTO_WIDTH)
    measure.at("name under the photo, middle", (found[0].x + found[-1].right) / 2, (tall[0].left + tall[0].right) / 2)
    room = found[0].y - tall[0].bottom
    measure.true("room to sign under the photo", "{:.1f} pt".format(room), room >= ROOM_TO_SIGN, "{} at least".format(ROOM_TO_SIGN))


def check_sender(sheet, measure, data):
    """Behind the text, which may name both as well."""
    texts = (data["body"][-1], data["issuing_agency"], data["owning_office"])
    found = [sheet.find(text, measure.findings, kit.short(text, 20)) for text in texts]
    if all(found):
        measure.at("from the sender to the office", found[2][0].y - found[1][0].y, SENDER_TO_OFFICE)


def check(path, pdf, measure):
    with open(path, encoding="utf-8") as file:
        whole = json.load(file)
    layout = whole["layout"]
    data = whole.get(layout) or whole["letter"]
    sheet = Sheet(pdf)
    check_emblem(sheet, measure)
    if layout in TITLED:
        check_titles(sheet, measure, layout, data)
    else:
        check_number(sheet, measure, data)
    if layout in DATE_WORDS:
        found = sheet.find(DATE_WORDS[layout], measure.findings, "date")
        if found:
            measure.at("date, left edge", found[0].x, DATE)
    if layout == "stamped-letter":
        check_sender(sheet, measure, data)
    if "person" in data:
        check_photo(sheet, measure, data["person"])


def main():
    if len(sys.argv) < 3 or len(sys.argv) % 2 == 0:
        raise SystemExit(__doc__)
    findings = kit.Findings("places of orders, announcements and their kin, within 0.5 mm")
    for path, pdf in zip(sys.argv[1::2], sys.argv[2::2]):
        check(path, kit.need_file(pdf), Measurer(findings))
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
