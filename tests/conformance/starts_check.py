#!/usr/bin/python3
"""Compares where the pages of a PDF start with where LibreOffice starts those of the DOCX, over all examples.

    starts_check.py DATA.json OUT.pdf OUT.docx [DATA.json OUT.pdf OUT.docx ...] [--least 95]

A page starts with a table row, or, outside tables, with a paragraph, a list item or another text of the data, or it goes
on with one from the page before; heads, labels with (ต่อ) and page numbers, which pages repeat, are passed over. The
agreement of each example is printed, and that of all pages together must reach --least percent.
"""
import argparse
import json
import os
import sys
import tempfile
from collections import namedtuple

import heads_check
import kit
import papers

SLACK = 4  # letters of a marker that may stand before a text
MOST_SHOWN = 6
KEY_LENGTHS = (heads_check.KEY_LENGTH, 12, 8)  # letters by which a text is known, fewer where a text layer is in disorder

Turn = namedtuple("Turn", "part goes_on")  # part: number of the part of the paper that a page starts with


def key_texts(part):
    if isinstance(part, papers.Row):
        return heads_check.key_texts(part)
    text = kit.skeleton(part.text)
    return list(dict.fromkeys(text[:length] for length in KEY_LENGTHS)) if len(text) >= heads_check.SHORTEST_KEY else []


def part_starts(paper, stream):
    """[(index of its first letter, number of the part)] in reading order; parts that are not to be found are left out."""
    starts, here = [], 0
    for number, part in enumerate(paper.parts):
        place = next((place for place in (stream.find(key, here) for key in key_texts(part)) if place >= 0), None)
        if place is not None:
            starts.append((place, number))
            here = place + 1
    return starts


def behind_repeated(words, stream, begin, end):
    """Where on a page the texts end that pages repeat."""
    while True:
        word = next((word for word in words if stream.text.startswith(word, begin, end)), None)
        if word is None:
            return begin
        begin += len(word)


def turns(paper, stream):
    """{page: Turn}"""
    starts, found, last = part_starts(paper, stream), {}, 0
    words = sorted({kit.skeleton(word) for word in paper.words} - {""}, key=len, reverse=True)
    for page in sorted(set(stream.pages)):
        begin, end = stream.on_page(page)
        here = [(place, number) for place, number in starts if begin <= place < end]
        body = behind_repeated(words, stream, begin, end)
        is_new = bool(here) and here[0][0] <= body + SLACK
        found[page] = Turn(here[0][1], False) if is_new else Turn(last, True)
        last = here[-1][1] if here else last
    return found


def told(paper, turn):
    if turn is None:
        return "no such page"
    text = "".join(kit.skeleton(piece.text) for cell in getattr(paper.parts[turn.part], "cells", [[paper.parts[turn.part]]])
                   for piece in cell)
    return "{}{}".format("goes on with " if turn.goes_on else "", kit.short(text, heads_check.KEY_LENGTH))


def compare(name, paper, pdf, docx_pdf, findings):
    """(pages that start alike, pages)"""
    mine, other = (turns(paper, heads_check.Stream(path)) for path in (pdf, docx_pdf))
    pages = sorted(set(mine) | set(other))
    alike = [page for page in pages if mine.get(page) == other.get(page)]
    told_share = "{} of {} pages start alike ({:.1f} %)".format(len(alike), len(pages), share(len(alike), len(pages)))
    findings.add(name, told_share, True)
    for page in [page for page in pages if page not in alike][:MOST_SHOWN]:
        findings.note("{} page {}: {} | DOCX: {}".format(name, page, told(paper, mine.get(page)), told(paper, other.get(page))))
    return len(alike), len(pages)


def share(part, whole):
    return 100.0 * part / whole if whole else 100.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", nargs="+", metavar="DATA PDF DOCX")
    parser.add_argument("--layouts", default=os.path.join(os.path.dirname(__file__), "..", "..", "layouts"))
    parser.add_argument("--least", type=float, default=95.0, help="percentage of all pages that must start alike")
    given = parser.parse_args()
    kit.need("mutool")
    findings, total = kit.Findings("page starts, PDF and DOCX in LibreOffice"), [0, 0]
    with tempfile.TemporaryDirectory() as folder:
        made = kit.convert_all_to_pdf([kit.need_file(docx) for docx in given.papers[2::3]], folder)
        for data, pdf, docx_pdf in zip(given.papers[::3], given.papers[1::3], made):
            with open(kit.need_file(data), encoding="utf-8") as file:
                paper = papers.paper(json.load(file), given.layouts)
            found = compare(os.path.basename(data), paper, kit.need_file(pdf), docx_pdf, findings)
            total = [sum(pair) for pair in zip(total, found)]
    findings.add("all examples together", "{} of {} pages ({:.1f} %)".format(*total, share(*total)), share(*total) >= given.least,
                 "at least {:g} %".format(given.least))
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
