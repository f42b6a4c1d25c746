#!/usr/bin/python3
"""Measures the memo (form 29) on the pages of a PDF against the regulation's places, from the PDF itself.

    memo_geometry.py DATA.json OUT.pdf

Places are in points from the paper's top left corner; each must hold within 0.5 mm.
"""
import sys

import kit
import papers
from geometry import (LEFT, LINES_FOR_HAND, LOWEST_BASELINE, PAGE_CENTRE, PARAGRAPH_STEP, PITCH, RIGHT, TEXT_SIZE, TOLERANCE,
                      WIDEST_LABEL_GAP, centre_of, check_paragraph, left_of, lines_of, measured, right_of)

EMBLEM_TOP, EMBLEM_HEIGHT = 42.52, 42.52
TITLE_BASELINE = 76.0
AGENCY_BASELINE, REFERENCE_BASELINE, SUBJECT_BASELINE = 106.3, 128.9, 151.5
DATE_LABEL = (313.0, 319.0)
AXIS = (361.0, 366.0)
CLOSING_TO_NAME = 78.4
DOTS_BELOW = (0.2, 2.6)  # how far the dots may lie under the baseline
TITLE_SIZE, LABEL_SIZE = 29.0, 20.0

LABELS = {"agency": "ส่วนราชการ", "reference": "ที่", "date": "วันที่", "subject": "เรื่อง"}


def check_emblem(sheet, measure, mode):
    if mode not in ("image", "placeholder"):
        measure.findings.note("emblem: mode {}, nothing to measure".format(mode))
        return
    near = [path for path in sheet.paths if path.right < 160 and path.bottom < 92 and path.bottom - path.top > 1]
    near += [path for path in sheet.paths if path.right < 160 and path.bottom < 92 and path.right - path.left > 1]
    if not measure.true("emblem", "{} drawings at the top left".format(len(set(near))), bool(near)):
        return
    left, top = min(path.left for path in near), min(path.top for path in near)
    measure.at("emblem, left edge", left, LEFT)
    measure.at("emblem, top edge", top, EMBLEM_TOP)
    measure.at("emblem, height", max(path.bottom for path in near) - top, EMBLEM_HEIGHT)


def check_title(sheet, measure):
    title = sheet.find("บันทึกข้อความ", measure.findings, "title")
    if title:
        measure.at("title, baseline", title[0].y, TITLE_BASELINE)
        measure.at("title, centre (the page's)", centre_of(title), PAGE_CENTRE)
        measure.size("title, size", title[0].size, TITLE_SIZE)
        measure.true("title, weight", title[0].font, "bold" in title[0].font.lower(), "bold")


def check_dots(sheet, measure, what, baseline, begin, end):
    """A dotted line under `baseline`; `begin` and `end` are ranges of x."""
    dots = [path for path in sheet.paths
            if DOTS_BELOW[0] <= (path.top + path.bottom) / 2 - baseline <= DOTS_BELOW[1]
            and path.right > begin[0] - TOLERANCE and path.left < end[1] + TOLERANCE and path.bottom - path.top < 2]
    if not measure.true(what + ", dots", "{} strokes".format(len(dots)), bool(dots)):
        return
    dotted = all(path.dashes for path in dots) or len(dots) > 10
    measure.true(what + ", dots, not a solid rule", "dashes {}".format(dots[0].dashes) if dots[0].dashes else
                 "{} pieces".format(len(dots)), dotted)
    measure.at(what + ", dots begin", min(path.left for path in dots), begin)
    measure.at(what + ", dots end", max(path.right for path in dots), end)


def check_fields(sheet, measure, memo, printer):
    """The four labelled fields; returns the baseline of the subject's last line."""
    places = {}
    for name, text in (("agency", memo["agency"]), ("reference", memo["reference_no"]),
                       ("date", printer.long_date("/memo/date")[0].text), ("subject", memo["subject"])):
        label = sheet.find(LABELS[name], measure.findings, name + " label")
        value = sheet.find(text, measure.findings, name + " value") if kit.squeeze(text) else []
        if not label:
            return None
        places[name] = (label, value)
        measure.size(name + " label, size", label[0].size, LABEL_SIZE)
        measure.true(name + " label, weight", label[0].font, "bold" in label[0].font.lower(), "bold")
        if value:
            measure.size(name + " value, size", value[0].size, TEXT_SIZE)
            measure.at(name + " value, baseline of its first line", value[0].y, label[0].y)
    for name, x, y in (("agency", LEFT, AGENCY_BASELINE), ("reference", LEFT, REFERENCE_BASELINE),
                       ("date", DATE_LABEL, REFERENCE_BASELINE), ("subject", LEFT, SUBJECT_BASELINE)):
        label = places[name][0]
        measure.at(name + " label, left edge", left_of(label), x)
        measure.at(name + " label, baseline", label[0].y, y)
        ends_at = left_of(places["date"][0]) if name == "reference" else RIGHT
        begin = (right_of(label), right_of(label) + WIDEST_LABEL_GAP)
        check_dots(sheet, measure, name, label[0].y, begin, (ends_at - WIDEST_LABEL_GAP, ends_at) if name == "reference"
                   else (RIGHT, RIGHT))
    lines = lines_of(places["subject"][1])
    for number, line in enumerate(lines[1:], 2):
        step = line[0].y - lines[number - 2][0].y
        measure.at("subject, step to line {}".format(number), step, (18.08, 22.6))
        check_dots(sheet, measure, "subject line {}".format(number), line[0].y, (LEFT, left_of(line)), (RIGHT, RIGHT))
    return lines[-1][0].y if lines else None


def check_body(sheet, measure, data, subject_baseline):
    printer, memo = papers.Printer(data), data["memo"]
    salutation = sheet.find(memo.get("salutation_word", "เรียน") + memo["addressee"], measure.findings, "salutation")
    if not salutation:
        return None
    measure.at("salutation, left edge", left_of(salutation), LEFT)
    measure.size("salutation, size", salutation[0].size, TEXT_SIZE)
    if subject_baseline is not None:
        measure.at("salutation, step from the subject", salutation[0].y - subject_baseline, PARAGRAPH_STEP)
    above = (salutation[0].page, salutation[-1].y)
    for pointer in plain_paragraphs(printer):
        if pointer is None:
            above = None
        else:
            above = check_paragraph(sheet, measure, papers.value(data, pointer), pointer, above)
    return above


def plain_paragraphs(printer):
    """Pointers of the memo's paragraphs in order; None where a list stands, whose places are its own."""
    for key in ("reason", "purpose", "body"):
        content = papers.value(printer.data, "/memo/" + key)
        if isinstance(content, str):
            yield "/memo/" + key
        for index, block in enumerate(content if isinstance(content, list) else []):
            pointer = "/memo/{}/{}".format(key, index)
            inner = next((inner for inner in ("p", "h") if inner in block), None) if isinstance(block, dict) else ""
            yield None if inner is None else pointer + ("/" + inner if inner else "")
    if papers.value(printer.data, "/memo/conclusion"):
        yield "/memo/conclusion"


def check_signatures(sheet, measure, data, above):
    for index, signer in enumerate(data["memo"]["signatures"]):
        what = "signer {}".format(index + 1)
        if signer.get("remark"):
            sheet.find(signer["remark"], measure.findings, what + " remark")
            above = None
        name = sheet.find("(" + signer["name"] + ")", measure.findings, what)
        if not name:
            return
        measure.true(what + ", name on one line", "{} line(s)".format(len(lines_of(name))), len(lines_of(name)) == 1)
        measure.at(what + ", axis of the name", centre_of(name), AXIS)
        if above and above[0] == name[0].page:
            step = CLOSING_TO_NAME if index == 0 else LINES_FOR_HAND * PITCH
            measure.at(what + (", closing to name" if index == 0 else ", position above to name"), name[0].y - above[1], step)
        position = signer["position"] if isinstance(signer["position"], list) else [signer["position"]]
        last = name
        for text in position + ([signer["acting"]] if signer.get("acting") else []):
            line = sheet.find(text, measure.findings, what + " position")
            if not line:
                return
            measure.at(what + ", axis of the position", centre_of(line), AXIS)
            measure.at(what + ", step to the position", line[0].y - last[0].y, PITCH)
            last = line
        measure.true(what + ", on one page", "page {}".format(last[0].page), last[0].page == name[0].page)
        measure.true(what + ", lowest baseline", "{:.2f} pt".format(last[0].y), last[0].y <= LOWEST_BASELINE,
                     "at most {:.1f}".format(LOWEST_BASELINE))
        above = (last[0].page, last[0].y)


def check_memo(data, sheet, measure, printer):
    check_emblem(sheet, measure, data.get("emblem", {}).get("mode", "placeholder"))
    check_title(sheet, measure)
    subject_baseline = check_fields(sheet, measure, data["memo"], printer)
    above = check_body(sheet, measure, data, subject_baseline)
    check_signatures(sheet, measure, data, above)


if __name__ == "__main__":
    sys.exit(measured("memo", check_memo))
