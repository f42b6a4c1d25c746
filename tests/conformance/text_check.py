#!/usr/bin/python3
"""Holds the text of a PDF or DOCX against the data it was made from.

    text_check.py DATA.json OUT.pdf|OUT.docx [...] [--layout NAME] [--layouts FOLDER]

Every value that the layout prints must be there, code point for code point, in order and once; between values only
words of the layout may stand (white space does not count). A table row may go on over a page: then each of its cells
is read part by part. PDF text is read by `pdftotext -raw`, `mutool draw -F txt`, pdf.js and PDFium, DOCX text from
its XML; the lines of `pdftotext -layout` are held against those on the page.
"""
import argparse
import json
import os
import re
import sys

import kit
import papers
import readers

PAGE_END = "\f"
PAGE_NUMBER = re.compile("-[0-9๐-๙]+-")
CATCH_WORD = re.compile("/[^\f]{1,60}?\\.\\.\\.(?=\f)")
MOST_SHOWN = 12
LONGEST_MARKER = 3
RECOVERY_ROOM = 600  # characters behind a fault in which the rest of its part is looked for


class Reader:
    """Reads a stream of characters against a paper. A position set stands for all ways to have read it so far."""

    furniture_patterns = (PAGE_NUMBER, CATCH_WORD)

    def __init__(self, stream, words):
        self.stream = stream
        self.words = words
        self.reached = {}
        self.farthest = 0

    def between(self, start):
        """Positions that can be reached from `start` over words of the layout, page numbers and page ends."""
        return self.reach(start, True)

    def reach(self, start, crosses_pages):
        key = (start, crosses_pages)
        if key not in self.reached:
            self.reached[key] = self.walk(start, crosses_pages)
        return self.reached[key]

    def walk(self, start, crosses_pages):
        seen, open_ends = {start}, [start]
        while open_ends:
            here = open_ends.pop()
            for end in self.steps(here, crosses_pages):
                if end not in seen:
                    seen.add(end)
                    open_ends.append(end)
        return seen

    def steps(self, here, crosses_pages):
        ends = [here + len(word) for word in self.words if self.stream.startswith(word, here)]
        for pattern in self.furniture_patterns:
            found = pattern.match(self.stream, here)
            if found:
                ends.append(found.end())
        if crosses_pages and self.stream.startswith(PAGE_END, here):
            ends.append(here + 1)
        return ends

    def turns(self, here):
        """Positions after the page end at `here`, page furniture and repeated heads passed over."""
        ends = set()
        for foot in self.furniture(here):
            if self.stream.startswith(PAGE_END, foot):
                ends |= self.reach(foot + 1, False)
        return ends

    def furniture(self, here):
        found = {here}
        for pattern in self.furniture_patterns:
            match = pattern.match(self.stream, here)
            if match:
                found.add(match.end())
        return found

    def piece(self, starts, text):
        """Ends of `text` when it begins at one of `starts` or after words of the layout."""
        open_ends = {(end, 0) for start in starts for end in self.between(start)}
        seen, ends = set(open_ends), set()
        while open_ends:
            here, offset = open_ends.pop()
            while offset < len(text) and here < len(self.stream) and self.stream[here] == text[offset]:
                here, offset = here + 1, offset + 1
            self.farthest = max(self.farthest, here)
            if offset == len(text):
                ends.add(here)
            elif 0 < offset:
                fresh = {(end, offset) for end in self.turns(here)} - seen
                seen |= fresh
                open_ends |= fresh
        return ends

    def row(self, starts, cells):
        """Ends of a row: its cells one after the other, or, over page ends, a part of each cell on every page."""
        ends = self.whole_row(starts, cells)
        return ends or self.split_row(starts, cells)

    def whole_row(self, starts, cells):
        for cell in cells:
            for piece in cell:
                starts = self.piece(starts, piece.text)
        return starts

    def split_row(self, starts, cells):
        whole = [("".join(piece.text for piece in cell), {0} | ends_of(cell)) for cell in cells]
        open_ends = {(start, (0,) * len(whole)) for start in starts}
        seen, ends = set(open_ends), set()
        while open_ends:
            state = open_ends.pop()
            for here, offsets in self.page_of_row(state, whole):
                if all(offset == len(text) for offset, (text, _) in zip(offsets, whole)):
                    ends.add(here)
                    continue
                fresh = {(end, offsets) for end in self.turns(here)} - seen
                seen |= fresh
                open_ends |= fresh
        return ends

    def page_of_row(self, state, whole):
        """What can have been read when one page of the row has been: (position, offsets), the farthest first."""
        ways = [state]
        for index, (text, borders) in enumerate(whole):
            following = []
            for here, offsets in ways:
                for end, offset in self.part_of_cell(here, offsets[index], text, borders):
                    following.append((end, offsets[:index] + (offset,) + offsets[index + 1:]))
            ways = sorted(set(following), key=lambda way: way[1], reverse=True)
        return ways

    def part_of_cell(self, here, offset, text, borders):
        """All (position, offset) that reading on in a cell without leaving the page can come to."""
        open_ends, seen = [(here, offset)], {(here, offset)}
        while open_ends:
            here, offset = open_ends.pop()
            self.farthest = max(self.farthest, here)
            following = []
            if offset < len(text) and here < len(self.stream) and self.stream[here] == text[offset]:
                following.append((here + 1, offset + 1))
            if offset in borders:
                following += [(end, offset) for end in self.reach(here, False)]
            elif offset == 0:
                following += [(end, 0) for end in self.reach(here, False)]
            for state in following:
                if state not in seen:
                    seen.add(state)
                    open_ends.append(state)
        return seen


def ends_of(cell):
    borders, total = set(), 0
    for piece in cell:
        total += len(piece.text)
        borders.add(total)
    return borders


class Result:
    def __init__(self):
        self.found = self.total = self.characters = 0
        self.faults = []

    def count(self, pieces, passed):
        values = [piece for piece in pieces if piece.pointer]
        self.total += len(values)
        if passed:
            self.found += len(values)
            self.characters += sum(len(piece.text) for piece in values)


def pieces_of(part):
    return [piece for cell in part.cells for piece in cell] if isinstance(part, papers.Row) else [part]


def read(paper, stream, kind=Reader):
    """Reads the whole paper; after a fault goes on where the next part is whole, so that one fault is told once."""
    reader, result, starts, is_lost = kind(stream, paper.words), Result(), {0}, False
    for part in paper.parts:
        reader.farthest = min(starts)
        ends = read_part(reader, part, starts)
        if not ends and is_lost:
            ends = read_part(reader, part, found_again(stream, part, min(starts)))
        is_lost = not ends
        if ends:
            result.count(pieces_of(part), True)
            starts = ends
        else:
            starts = {recover(reader, result, part, min(starts))}
    if not any(end == len(stream) for start in starts for end in reader.between(start)):
        rest = max(end for start in starts for end in reader.between(start))
        result.faults.append(("", "after the last value stands {}".format(shown(stream, rest))))
    return result


def read_part(reader, part, starts):
    """Ends of a part that begins at one of `starts` or after words of the layout; none when it is not there whole."""
    if isinstance(part, papers.Row):
        return reader.row({end for start in starts for end in reader.between(start)}, part.cells)
    return reader.piece(starts, part.text)


def found_again(stream, part, start):
    """Where the first piece of a part stands, not far behind `start`."""
    pieces = pieces_of(part)
    place = stream.find(pieces[0].text, start, start + RECOVERY_ROOM) if pieces else -1
    return {place} if place >= 0 else set()


def recover(reader, result, part, start):
    """Finds the values of a part one by one behind `start`, tells the missing ones; where to go on."""
    stream, here, missing = reader.stream, start, 0
    limit = start + sum(len(piece.text) for piece in pieces_of(part)) + RECOVERY_ROOM
    result.faults.append((part.pointer, "read as far as {}".format(shown(stream, reader.farthest))))
    for piece in pieces_of(part):
        found = stream.find(piece.text, here, limit)
        result.count([piece], False)
        if found < 0 and piece.pointer:
            missing += 1
            result.faults.append((piece.pointer, "not found in order and whole: " + kit.short(piece.text)))
        elif found >= 0:
            result.found += 1 if piece.pointer else 0
            here = found + len(piece.text) if len(piece.text) > LONGEST_MARKER else here
    if not missing:
        result.faults.append((part.pointer, "its values are there, but something foreign stands between or before them"))
    return here


def shown(stream, here):
    before = stream[max(0, here - 12):here].replace(PAGE_END, "⏎")
    return "…{}▸{}".format(before, kit.short(stream[here:here + 40].replace(PAGE_END, "⏎"), 40))


def streams_of(path, folder):
    """(extractor, characters) of a file; page ends are form feeds."""
    if path.endswith(".docx"):
        return [("DOCX XML", clean(kit.docx_text(path)))]
    kit.need("pdftotext", "mutool")
    return [(reader, PAGE_END.join(clean(page) for page in readers.pages(path, reader, folder)))
            for reader in readers.IN_ORDER]


def check_layout(path, findings):
    faults, characters = readers.layout_faults(path)
    findings.add("{}  {}".format(os.path.basename(path), readers.LAYOUT),
                 "{} characters, {} faults in lines".format(characters, len(faults)), not faults)
    for fault in faults[:MOST_SHOWN]:
        findings.note("{} {}".format(readers.LAYOUT, fault))


def clean(text):
    return "".join(char for char in kit.squeeze(text) if char not in kit.BOXES)


def main():
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("data")
    parser.add_argument("papers", nargs="+", metavar="OUT")
    parser.add_argument("--layout", help="the layout used, when the data names another")
    parser.add_argument("--layouts", default=os.path.join(os.path.dirname(__file__), "..", "..", "layouts"))
    readers.add_folder(parser)
    arguments = parser.parse_args()
    with open(kit.need_file(arguments.data), encoding="utf-8") as file:
        paper = papers.paper(json.load(file), arguments.layouts, arguments.layout)
    findings = kit.Findings("text of {} on paper".format(os.path.basename(arguments.data)))
    for path in arguments.papers:
        for extractor, stream in streams_of(kit.need_file(path), arguments.readers):
            result = read(paper, stream)
            share = 100.0 * result.found / max(1, result.total)
            findings.add("{}  {}".format(os.path.basename(path), extractor),
                         "{} of {} values ({:.2f} %), {} characters".format(
                             result.found, result.total, share, result.characters),
                         not result.faults and result.found == result.total)
            for pointer, fault in result.faults[:MOST_SHOWN]:
                findings.note("{} {}: {}".format(extractor, pointer or "-", fault))
            if len(result.faults) > MOST_SHOWN:
                findings.note("{}: {} more".format(extractor, len(result.faults) - MOST_SHOWN))
        if path.endswith(".pdf"):
            check_layout(path, findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
