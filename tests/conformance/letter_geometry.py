#!/usr/bin/python3
"""Measures an external letter (form 28) on the pages of a PDF against the regulation's places, from the PDF itself.

    letter_geometry.py DATA.json OUT.pdf

Places are in points from the paper's top left corner; each must hold within 0.5 mm.
"""
import sys

import kit
import papers
from geometry import (LEFT, LINES_FOR_HAND, LOWEST_BASELINE, PAGE_CENTRE, PARAGRAPH_STEP, PITCH, RIGHT, TEXT_SIZE,
                      WIDEST_LABEL_GAP, centre_of, check_paragraph, left_of, lines_of, measured, right_of)

EMBLEM_TOP, EMBLEM_HEIGHT = 42.52, 85.04
NUMBER_BASELINE = EMBLEM_TOP + EMBLEM_HEIGHT  # level with the emblem's feet
CLOSING_STEP = PITCH + 12.0
NAME_STEP = OFFICE_STEP = LINES_FOR_HAND * PITCH
AXIS = 340.0  # the middle of ขอแสดงความนับถือ
STAMP_SIZE = 32.0
CATCH_WORD_LINES = 3


def check_emblem(sheet, measure, mode):
    if mode not in ("image", "placeholder"):
        measure.findings.note("emblem: mode {}, nothing to measure".format(mode))
        return
    near = [path for path in sheet.paths if path.bottom < NUMBER_BASELINE + 2 and path.left > 240 and path.right < 360]
    if not measure.true("emblem", "{} drawings at the top".format(len(near)), bool(near)):
        return
    left, right = min(path.left for path in near), max(path.right for path in near)
    measure.at("emblem, centre (the page's)", (left + right) / 2, PAGE_CENTRE)
    measure.at("emblem, top edge", min(path.top for path in near), EMBLEM_TOP)
    measure.at("emblem, height", max(path.bottom for path in near) - min(path.top for path in near), EMBLEM_HEIGHT)


def check_head(sheet, measure, letter, printer):
    """Down to the date; returns its page and baseline."""
    stamp = {"urgent": "ด่วน", "very_urgent": "ด่วนมาก", "most_urgent": "ด่วนที่สุด"}.get(letter.get("urgency"))
    if stamp:
        found = sheet.find(stamp, measure.findings, "urgency")
        measure.size("urgency, size", found[0].size, STAMP_SIZE)
        measure.at("urgency, left edge", left_of(found), LEFT)
        measure.true("urgency, above the number", "{:.2f} pt".format(found[0].y), found[0].y < NUMBER_BASELINE)
    number = sheet.find("ที่" + letter["reference_no"], measure.findings, "number")
    measure.at("number, left edge", left_of(number), LEFT)
    measure.at("number, baseline (the emblem's feet)", number[0].y, NUMBER_BASELINE)
    measure.size("number, size", number[0].size, TEXT_SIZE)
    address = letter.get("address", [])
    lines = [sheet.find(text, measure.findings, "agency: " + kit.short(text, 20))
             for text in [letter["issuing_agency"]] + (address if isinstance(address, list) else [address])]
    measure.at("agency, baseline (the number's)", lines[0][0].y, NUMBER_BASELINE)
    measure.at("agency, right edge of its longest line", max(right_of(line) for line in lines), RIGHT)
    for above, line in zip(lines, lines[1:]):
        measure.at("agency, step to its next line", line[0].y - above[0].y, PITCH)
        measure.at("agency, left edge of its next line", left_of(line), left_of(lines[0]))
    date = sheet.find(printer.long_date("/letter/date")[0].text, measure.findings, "date")
    measure.at("date, left edge (the page's centre)", left_of(date), PAGE_CENTRE)
    measure.at("date, step from the line above", date[0].y - lines[-1][0].y, PARAGRAPH_STEP)
    return date[0].page, date[0].y


def check_field(sheet, measure, label, values, above):
    """A label and its values; returns page and baseline of the last line."""
    found = sheet.find(label, measure.findings, label)
    measure.at(label + ", left edge", left_of(found), LEFT)
    measure.at(label + ", step from the line above", found[0].y - above[1], PARAGRAPH_STEP)
    measure.size(label + ", size", found[0].size, TEXT_SIZE)
    measure.true(label + ", weight", found[0].font, "bold" not in found[0].font.lower(), "regular")
    start, last = None, above
    for number, text in enumerate(values, 1):
        marker = kit.to_digits(str(number), "thai") + "." if len(values) > 1 else ""
        lines = lines_of(sheet.find(marker + text, measure.findings, "{} {}".format(label, number)))
        if start is None:
            start = left_of(lines[0])
            measure.at(label + ", gap of two spaces", start - right_of(found), (4.0, WIDEST_LABEL_GAP))
        else:
            measure.at("{} {}, left edge".format(label, number), left_of(lines[0]), start)
            measure.at("{} {}, step".format(label, number), lines[0][0].y - last[1], PITCH)
        text_start = left_of(lines[0][len(marker):])
        for line in lines[1:]:
            measure.at("{} {}, a further line hangs".format(label, number), left_of(line), text_start)
        last = (lines[-1][0].page, lines[-1][0].y)
    return last


def listed(value):
    return value if isinstance(value, list) else [value] if value else []


def paragraphs(printer):
    """Pointers of the plain paragraphs in order; None where a list stands, whose places are its own."""
    for key in ("reason", "purpose", "body"):
        content = papers.value(printer.data, "/letter/" + key)
        for index, block in enumerate(content if isinstance(content, list) else []):
            yield "/letter/{}/{}".format(key, index) if isinstance(block, str) else None
        if isinstance(content, str):
            yield "/letter/" + key
    if papers.value(printer.data, "/letter/conclusion"):
        yield "/letter/conclusion"


def check_end(sheet, measure, letter, above):
    closing = sheet.find(letter["closing_phrase"], measure.findings, "closing phrase")
    measure.at("closing phrase, left edge (the page's centre)", left_of(closing), PAGE_CENTRE)
    if above and above[0] == closing[0].page:
        measure.at("closing phrase, step from the line above", closing[0].y - above[1], CLOSING_STEP)
    on_page = [char for char in sheet.chars if char.page == closing[0].page and char.y < closing[0].y - 1]
    lines = {round(char.y) for char in on_page if "-" not in char.text}
    measure.true("closing phrase, lines of text above it on its page", len(lines), len(lines) >= 2, "at least 2")
    last = closing
    for index, signer in enumerate(letter["signatures"]):
        name = sheet.find("(" + signer["name"] + ")", measure.findings, "signer {}".format(index + 1))
        measure.at("signer {}, axis of the name".format(index + 1), centre_of(name), AXIS)
        measure.at("signer {}, step to the name".format(index + 1), name[0].y - last[0].y, NAME_STEP)
        last = name
        for text in listed(signer["position"]) + listed(signer.get("acting")):
            line = sheet.find(text, measure.findings, "position")
            measure.at("signer {}, axis of the position".format(index + 1), centre_of(line), AXIS)
            measure.at("signer {}, step to the position".format(index + 1), line[0].y - last[0].y, PITCH)
            last = line
        measure.true("signer {}, on the page of the closing phrase".format(index + 1), last[0].page,
                     last[0].page == closing[0].page)
    office = sheet.find(letter["owning_office"], measure.findings, "owning office")
    measure.at("owning office, left edge", left_of(office), LEFT)
    measure.at("owning office, step from the position", office[0].y - last[0].y, OFFICE_STEP)
    measure.true("owning office, lowest baseline", "{:.2f} pt".format(office[0].y), office[0].y <= LOWEST_BASELINE)


def body_of(sheet, page):
    """Lines of a page without its number, top down."""
    lines = lines_of(sorted((char for char in sheet.chars if char.page == page), key=lambda char: round(char.y)))
    return [line for line in lines if not "".join(char.text for char in line).startswith("-")]


def check_catch_words(sheet, measure):
    pages = max(char.page for char in sheet.chars)
    for page in range(1, pages):
        lines = body_of(sheet, page)
        word, last = lines[-1], lines[-2]
        text = "".join(char.text[0] for char in word)
        what = "catch word of page {}".format(page)
        if not measure.true(what, kit.short(text, 40), text.startswith("/") and text.endswith("...")):
            continue
        following = "".join(char.text[0] for char in sheet.chars if char.page == page + 1)
        announced = text.strip("/").rstrip(".")
        measure.true(what + ", begins the next page", kit.short(following, 40), announced in following[:len(announced) + 12])
        measure.at(what + ", right edge", right_of(word), RIGHT)
        measure.at(what + ", lines below the last", word[0].y - last[0].y, CATCH_WORD_LINES * PITCH)
    measure.true("catch word of the last page", "none", not "".join(
        char.text[0] for char in body_of(sheet, pages)[-1]).startswith("/"))


def check_letter(data, sheet, measure, printer):
    letter = data["letter"]
    check_emblem(sheet, measure, data.get("emblem", {}).get("mode", "placeholder"))
    above = check_head(sheet, measure, letter, printer)
    for label, key in (("เรื่อง", "subject"), (letter.get("salutation_word", "เรียน"), "addressee"),
                       ("อ้างถึง", "references"), ("สิ่งที่ส่งมาด้วย", "enclosures")):
        if letter.get(key):
            above = check_field(sheet, measure, label, listed(letter[key]), above)
    for pointer in paragraphs(printer):
        above = pointer and check_paragraph(sheet, measure, papers.value(data, pointer), pointer, above)
    check_end(sheet, measure, letter, above)
    check_catch_words(sheet, measure)


if __name__ == "__main__":
    sys.exit(measured("letter", check_letter))
