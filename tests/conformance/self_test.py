#!/usr/bin/python3
"""Tries the text check on papers that are right and on papers with one fault each.

    self_test.py DATA.json [...] [--layouts FOLDER]

The papers are only streams of characters, put together here from the data: every third row goes on over a page, cell by
cell, with page number and head between its parts. The right one must be read whole; every fault must be found.
"""
import argparse
import json
import os
import sys

import kit
import papers
import text_check

SPLIT_EVERY = 3
PLACES = 16  # where each kind of fault is tried


def split_row(cells, page, head):
    """Text of a row whose cells go on on the next page, at a different place in each."""
    cuts = [len(cell) * (index + 1) // (len(cells) + 1) for index, cell in enumerate(cells)]
    turn = "{}-{}-{}".format(text_check.PAGE_END, kit.to_digits(str(page), "thai"), head)
    return "".join(cell[:cut] for cell, cut in zip(cells, cuts)) + turn + "".join(
        cell[cut:] for cell, cut in zip(cells, cuts))


def stream_of(paper):
    out, rows, page, table = [], 0, 1, None
    for part in paper.parts:
        if not isinstance(part, papers.Row):
            out.append(part.text)
            continue
        head = "".join(paper.heads[part.table])
        if part.table != table:
            out.append(head)
            table = part.table
        rows += 1
        cells = ["".join(piece.text for piece in cell) for cell in part.cells]
        if rows % SPLIT_EVERY == 0:
            page += 1
            out.append(split_row(cells, page, head))
        else:
            out.append("".join(cells))
    return "".join(out)


FAULTS = {
    "a letter is lost": lambda stream, place: stream[:place] + stream[place + 1:],
    "a letter is doubled": lambda stream, place: stream[:place] + stream[place] + stream[place:],
    "a letter is another": lambda stream, place: stream[:place] + "ฬ" + stream[place + 1:],
    "two letters change places": lambda stream, place: stream[:place] + stream[place + 1] + stream[place] + stream[place + 2:],
    "a stretch is lost": lambda stream, place: stream[:place] + stream[place + 9:],
    "a stretch comes twice": lambda stream, place: stream[:place] + stream[place - 9:],
    "a foreign word stands there": lambda stream, place: stream[:place] + "ฬฬฬ" + stream[place:],
}
MARK_FAULTS = {
    "ำ comes as two letters": ("ำ", "\u0e4d\u0e32"),
    "a tone mark stands before its vowel": ("ี่", "่ี"),
    "ำ loses its circle": ("ำ", "า"),
}


def spoiled(stream):
    """(kind, stream with one fault)"""
    step = max(1, (len(stream) - 20) // PLACES)
    for place in range(10, len(stream) - 10, step):
        if text_check.PAGE_END in stream[place - 10:place + 10]:
            continue
        for kind, spoil in FAULTS.items():
            yield kind, spoil(stream, place)
        for kind, (right, wrong) in MARK_FAULTS.items():
            found = stream.find(right, place)
            if found >= 0:
                yield kind, stream[:found] + wrong + stream[found + len(right):]


def is_read(paper, stream):
    result = text_check.read(paper, stream)
    return not result.faults and result.found == result.total


def main():
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("data", nargs="+")
    parser.add_argument("--layouts", default=os.path.join(os.path.dirname(__file__), "..", "..", "layouts"))
    arguments = parser.parse_args()
    findings = kit.Findings("does the text check find what is wrong?")
    for name in arguments.data:
        with open(kit.need_file(name), encoding="utf-8") as file:
            paper = papers.paper(json.load(file), arguments.layouts)
        stream = stream_of(paper)
        findings.add("{}: the right paper".format(os.path.basename(name)), "read" if is_read(paper, stream) else "not read",
                     is_read(paper, stream))
        tried, found = {}, {}
        for kind, wrong in spoiled(stream):
            if wrong != stream:
                tried[kind] = tried.get(kind, 0) + 1
                found[kind] = found.get(kind, 0) + (not is_read(paper, wrong))
        for kind in tried:
            findings.add("{}: {}".format(os.path.basename(name), kind), "found {} of {} times".format(found[kind], tried[kind]),
                         found[kind] == tried[kind])
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
