"""What the checks of the forms' places share: letters found on a page, places measured against the regulation's.

Places are in points from the paper's top left corner; each must hold within 0.5 mm.
"""
import argparse
import json
import os

import kit
import papers

TOLERANCE = 0.5 / 25.4 * 72.0
LEFT, RIGHT, PAGE_CENTRE = 85.04, 538.58, 297.64
PITCH, PARAGRAPH_STEP = 18.1, 24.1
FIRST_LINE = LEFT + 70.87
LINES_FOR_HAND = 4  # from a line to the name below it, in lines
LOWEST_BASELINE = 841.89 - 42.5
WIDEST_LABEL_GAP = 12.0
TEXT_SIZE = 16.0
SIZE_SLACK = 0.05  # of sizes and of the line pitch
LINE_SLACK = 1.0


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


def measured(form, check):
    """Runs `check(data, sheet, measure, printer)` on the data and the PDF that the command line names; the exit code."""
    parser = argparse.ArgumentParser(description="measures a {} on the pages of a PDF".format(form))
    parser.add_argument("data")
    parser.add_argument("pdf")
    arguments = parser.parse_args()
    kit.need("mutool")
    with open(kit.need_file(arguments.data), encoding="utf-8") as file:
        data = json.load(file)
    findings = kit.Findings("{} of {}, within 0.5 mm".format(form, os.path.basename(arguments.pdf)))
    check(data, Sheet(kit.need_file(arguments.pdf)), Measurer(findings), papers.Printer(data))
    return findings.finish()
