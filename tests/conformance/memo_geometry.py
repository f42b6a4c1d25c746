#!/usr/bin/python3
"""Measures the memo (form 29) on the pages of a PDF against the regulation's places, from the PDF itself.

    memo_geometry.py DATA.json OUT.pdf

Places are in points from the paper's top left corner; each must hold within 0.5 mm.
"""
import argparse
import json
import os
import sys

import kit
import papers

TOLERANCE = 0.5 / 25.4 * 72.0
LEFT, RIGHT, PAGE_CENTRE = 85.04, 538.58, 297.64
PITCH, PARAGRAPH_STEP = 18.1, 24.1
EMBLEM_TOP, EMBLEM_HEIGHT = 42.52, 42.52
TITLE_BASELINE = 76.0
AGENCY_BASELINE, REFERENCE_BASELINE, SUBJECT_BASELINE = 106.3, 128.9, 151.5
DATE_LABEL = (313.0, 319.0)
FIRST_LINE = LEFT + 70.87
AXIS = (361.0, 366.0)
CLOSING_TO_NAME = 78.4
LINES_FOR_HAND = 4  # from a line to the name below it, in lines
LOWEST_BASELINE = 841.89 - 42.5
DOTS_BELOW = (0.2, 2.6)  # how far the dots may lie under the baseline
WIDEST_LABEL_GAP = 12.0
TITLE_SIZE, LABEL_SIZE, TEXT_SIZE = 29.0, 20.0, 16.0
SIZE_SLACK = 0.05  # of sizes and of the line pitch
LINE_SLACK = 1.0

LABELS = {"agency": "ส่วนราชการ", "reference": "ที่", "date": "วันที่", "subject": "เรื่อง"}


class Sheet:
    """The letters of a PDF in content order, with their places, found by text."""

    def __init__(self, pdf):
        self.chars = kit.pdf_chars(pdf)
        self.text = "".join(char.text[0] for char in self.chars)
        self.paths = [path for path in kit.pdf_paths(pdf) if path.page == 1]
        self.here = 0

    def find(self, text, findings, what):
        """The letters of `text`, looked for behind the last one found; nothing and a fault when it is not there."""
        text = kit.squeeze(text)
        place = self.text.find(text, self.here) if text else -1
        if place < 0:
            findings.add(what, "not found: " + kit.short(text, 40), False)
            return []
        self.here = place + len(text)
        return self.chars[place:self.here]


class Measurer:
    def __init__(self, findings):
        self.findings = findings

    def at(self, what, found, wanted, unit=" pt"):
        """`wanted` is a place, or the first and last of a range of places."""
        low, high = wanted if isinstance(wanted, tuple) else (wanted, wanted)
        passed = low - TOLERANCE <= found <= high + TOLERANCE
        told = "{:.1f} to {:.1f}".format(low, high) if low != high else "{:.1f}".format(low)
        return self.findings.add(what, "{:.2f}{}".format(found, unit), passed, told)

    def size(self, what, found, wanted):
        return self.findings.add(what, "{:.2f} pt".format(found), abs(found - wanted) <= SIZE_SLACK, "{:g}".format(wanted))

    def true(self, what, found, passed, wanted=""):
        return self.findings.add(what, found, passed, wanted)


def lines_of(chars):
    """Letters by line, in reading order."""
    lines = []
    for char in chars:
        if lines and lines[-1][-1].page == char.page and abs(lines[-1][-1].y - char.y) < LINE_SLACK:
            lines[-1].append(char)
        else:
            lines.append([char])
    return lines


def left_of(chars):
    return min(char.x for char in chars)


def right_of(chars):
    return max(char.right for char in chars)


def centre_of(chars):
    return (left_of(chars) + right_of(chars)) / 2


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


def check_paragraph(sheet, measure, text, what, above):
    """An indented paragraph; `above` is (page, baseline) of the line over it. Returns the same of its last line."""
    lines = lines_of(sheet.find(text, measure.findings, what))
    if not lines:
        return above
    measure.at(what + ", first line's indent", left_of(lines[0]), FIRST_LINE)
    if above and lines[0][0].page == above[0]:
        measure.at(what + ", step from the line above", lines[0][0].y - above[1], PARAGRAPH_STEP)
    for page in sorted({line[0].page for line in lines}):
        mine = [line for line in lines if line[0].page == page]
        if len(mine) > 1:
            measure.size("{}, {} lines on page {}, pitch".format(what, len(mine), page),
                         (mine[-1][0].y - mine[0][0].y) / (len(mine) - 1), PITCH)
    for line in lines[1:]:
        if abs(left_of(line) - LEFT) > TOLERANCE:
            measure.at(what + ", left edge of a further line", left_of(line), LEFT)
    over = max(right_of(line) for line in lines)
    measure.true(what + ", nothing beyond the right margin", "{:.2f} pt".format(over), over <= RIGHT + TOLERANCE, "{:.1f}".format(RIGHT))
    return lines[-1][0].page, lines[-1][0].y


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


def main():
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("data")
    parser.add_argument("pdf")
    arguments = parser.parse_args()
    kit.need("mutool")
    with open(kit.need_file(arguments.data), encoding="utf-8") as file:
        data = json.load(file)
    findings = kit.Findings("memo of {}, within 0.5 mm".format(os.path.basename(arguments.pdf)))
    measure, sheet = Measurer(findings), Sheet(kit.need_file(arguments.pdf))
    check_emblem(sheet, measure, data.get("emblem", {}).get("mode", "placeholder"))
    check_title(sheet, measure)
    subject_baseline = check_fields(sheet, measure, data["memo"], papers.Printer(data))
    above = check_body(sheet, measure, data, subject_baseline)
    check_signatures(sheet, measure, data, above)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
