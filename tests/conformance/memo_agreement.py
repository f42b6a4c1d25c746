#!/usr/bin/python3
"""Holds the head of a memo as LibreOffice sets it from the DOCX against the one in the PDF.

    memo_agreement.py OUT.pdf OUT.docx [OUT.pdf OUT.docx ...]

Each line must say the same, begin and stand at the same place within 0.5 mm, and its dots must reach as far.
"""
import argparse
import difflib
import os
import sys
import tempfile

import kit
from geometry import LINE_SLACK, TOLERANCE

SALUTATION = kit.skeleton("เรียน")
DOT = "."
DOTS_SHORT = 6.0  # by how much a row of dots may end before its place: word processors draw whole dots only
LIKE = 0.95  # of a line's letters: LibreOffice's text layer has an odd one here and there


class Line:
    def __init__(self, chars):
        letters = [char for char in chars if char.text != DOT]
        self.text = kit.skeleton("".join(char.text for char in letters))
        self.left = min(char.x for char in letters)
        self.right = max(char.right for char in letters)
        self.baseline = letters[0].y


def head_lines(pdf):
    """The lines of the first page above the salutation, from the top."""
    rows = []
    for char in sorted((char for char in kit.pdf_chars(pdf) if char.page == 1), key=lambda char: char.y):
        if rows and abs(rows[-1][0].y - char.y) < 2 * LINE_SLACK:
            rows[-1].append(char)
        else:
            rows.append([char])
    lines = [Line(sorted(row, key=lambda char: char.x)) for row in rows if any(char.text != DOT for char in row)]
    for number, line in enumerate(lines):
        if line.text.startswith(SALUTATION):
            return lines[:number]
    return lines


def dots_end(pdf, baseline):
    """Where the dotted rules under a line of the PDF end."""
    rules = [path for path in kit.pdf_paths(pdf) if path.page == 1 and path.kind == "stroke"
             and path.dashes and 0 < path.top - baseline < 3]
    return max((rule.right for rule in rules), default=None)


def leader_end(dots, line):
    """Where a line of the word processor ends: with the dots of a tab, which are letters a little below it, or with its
    last letter where no dot has room behind that."""
    return max([line.right] + [dot.right for dot in dots if LINE_SLACK <= dot.y - line.baseline < 3])


def compare(pdf, docx, docx_pdf, findings):
    name = os.path.basename(docx)
    mine, other = head_lines(pdf), head_lines(docx_pdf)
    findings.add(name + ", lines of the head", str(len(other)), len(mine) == len(other), str(len(mine)))
    dots = [char for char in kit.pdf_chars(docx_pdf) if char.page == 1 and char.text == DOT]
    for number, (line, again) in enumerate(zip(mine, other), 1):
        what = "{}, line {}".format(name, number)
        is_like = difflib.SequenceMatcher(None, again.text, line.text, False).ratio() >= LIKE
        findings.add(what + ", text", kit.short(again.text, 40), is_like, kit.short(line.text, 40))
        for measure, found, wanted in (("left edge", again.left, line.left), ("baseline", again.baseline, line.baseline)):
            findings.add("{}, {}".format(what, measure), "{:.2f} pt".format(found), abs(found - wanted) <= TOLERANCE,
                         "{:.2f}".format(wanted))
        wanted, found = dots_end(pdf, line.baseline), leader_end(dots, again)
        if wanted is not None:
            findings.add(what + ", end of its dots", "{:.2f} pt".format(found), -DOTS_SHORT <= found - wanted <= TOLERANCE,
                         "{:.2f}".format(wanted))


def main():
    parser = argparse.ArgumentParser(description="compares the heads of memos in PDF and DOCX")
    parser.add_argument("papers", nargs="+")
    arguments = parser.parse_args()
    kit.need("mutool", "soffice")
    pairs = list(zip(arguments.papers[::2], arguments.papers[1::2]))
    findings = kit.Findings("heads of memos, PDF and DOCX in LibreOffice, within 0.5 mm")
    with tempfile.TemporaryDirectory() as folder:
        made = kit.convert_all_to_pdf([docx for _, docx in pairs], folder)
        for (pdf, docx), docx_pdf in zip(pairs, made):
            compare(kit.need_file(pdf), docx, docx_pdf, findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
