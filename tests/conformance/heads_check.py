#!/usr/bin/python3
"""Looks at the tables of a PDF, and of a DOCX as LibreOffice pages it: heads and page turns.

    heads_check.py DATA.json OUT.pdf [OUT.docx] [--layout NAME] [--layouts FOLDER] [--least PERCENT]

Every page that carries a part of a table must carry the texts of its head above it. Then the rows that start each
page are compared in both papers; the agreement is printed, and judged only against --least.
"""
import argparse
import bisect
import json
import os
import sys
import tempfile
from collections import namedtuple

import kit
import papers

KEY_LENGTH = 24  # letters of the second cell by which a row is known
SHORTEST_KEY = 5
LINE_SLACK = 2.0  # points by which letters of one line may differ in height

Start = namedtuple("Start", "row page index")  # index: into Stream.chars
Part = namedtuple("Part", "table page begin end rows goes_on")  # begin, end: into Stream.chars; rows that start here


class Stream:
    """Letters of a PDF that survive a bad text layer, in content order, page numbers and catch words left out."""

    def __init__(self, pdf):
        chars = without_furniture(kit.pdf_chars(pdf))
        self.chars = [char for char in chars if kit.skeleton(char.text)]
        self.text = "".join(kit.skeleton(char.text)[0] for char in self.chars)
        self.pages = [char.page for char in self.chars]

    def on_page(self, page):
        """First index on a page and the one behind its last."""
        return bisect.bisect_left(self.pages, page), bisect.bisect_right(self.pages, page)

    def find(self, text, start, end=None):
        return self.text.find(text, start, end)


def without_furniture(chars):
    """Without lines that are nothing but a number between hyphens, and without catch words."""
    lines = {}
    for char in chars:
        lines.setdefault((char.page, round(char.y / LINE_SLACK)), []).append(char)
    furniture = {key for key, line in lines.items() if is_furniture("".join(char.text for char in line))}
    return [char for char in chars if (char.page, round(char.y / LINE_SLACK)) not in furniture]


def is_furniture(line):
    is_number = line[0] in "-–—" and kit.to_digits(line.strip("-–— "), "arabic").isdigit()
    return is_number or line.startswith("/") and line.endswith("...")


def key_texts(row):
    """By what a row is found: its first cells run together, else its first cell, else what of that one page holds."""
    cells = [kit.skeleton("".join(piece.text for piece in cell)) for cell in row.cells]
    cells = [cell for cell in cells if cell]
    if not cells:
        return []
    joined = cells[0] + (cells[1][:KEY_LENGTH] if len(cells) > 1 else "")
    return [joined] + [cells[0][:length] for length in range(len(cells[0]), min(SHORTEST_KEY, len(cells[0])) - 1, -1)]


def behind_words(paper, stream, place):
    """`place`, or where the words of the layout, those of heads left out, begin that stand before it on its page."""
    heads = {kit.skeleton(text) for head in paper.heads for text in head}
    words = [word for word in map(kit.skeleton, paper.words) if word and word not in heads]
    while place > 0:
        word = next((word for word in words if stream.text.endswith(word, 0, place)
                     and stream.pages[place - len(word)] == stream.pages[place]), None)
        if word is None:
            break
        place -= len(word)
    return place


def row_starts(paper, stream, findings):
    """Where each row begins, in order."""
    starts, here = [], 0
    for row in (part for part in paper.parts if isinstance(part, papers.Row)):
        place = next((place for place in (stream.find(key, here) for key in key_texts(row)) if place >= 0), None)
        if place is None:
            findings.add(row.pointer, "the row is not to be found", False)
            continue
        begin = behind_words(paper, stream, place)
        starts.append(Start(row, stream.chars[begin].page, begin))
        here = place + 1
    return starts


def table_ends(paper, stream, starts):
    """For each table the index behind its last letter: where the next text that is no row begins."""
    ends = {}
    for number, part in enumerate(paper.parts):
        following = paper.parts[number + 1] if number + 1 < len(paper.parts) else None
        if isinstance(part, papers.Row) and not (isinstance(following, papers.Row) and following.table == part.table):
            begin = max([start.index for start in starts if start.row.table == part.table] or [0])
            place = -1
            if isinstance(following, papers.Piece):
                place = behind_words(paper, stream, stream.find(kit.skeleton(following.text), begin))
            elif isinstance(following, papers.Row):
                place = min([start.index for start in starts if start.row.table == following.table] or [-1])
            ends[part.table] = place if place >= 0 else len(stream.chars)
    return ends


def parts_of(paper, stream, starts):
    """The parts of all tables, page by page. Letters of a head are not told apart from the body here."""
    ends, parts = table_ends(paper, stream, starts), []
    for table in sorted(ends):
        mine = [start for start in starts if start.row.table == table]
        if not mine:
            continue
        starts_on = {}
        for start in mine:
            starts_on.setdefault(start.page, []).append(start)
        for page in range(mine[0].page, stream.chars[ends[table] - 1].page + 1):
            top, foot = stream.on_page(page)
            begin, end = max(top, mine[0].index), min(foot, ends[table])
            here = starts_on.get(page, [])
            first = here[0].index if here else end
            parts.append(Part(table, page, begin, end, [start.row for start in here], goes_on(paper, table, first - begin)))
    return parts


def goes_on(paper, table, letters_before):
    """Whether more than the head stands between the top of a page and its first row: a row from the page before."""
    return letters_before > sum(len(kit.skeleton(text)) for text in paper.heads[table])


def check_head(paper, stream, part, parts):
    """Texts of the head that are missing above a part of a table."""
    page_begin = stream.on_page(part.page)[0]
    above = [other.end for other in parts if other.page == part.page and other.table < part.table]
    missing, found, here = [], [], max([page_begin] + above)
    for head in paper.heads[part.table]:
        text = kit.skeleton(head)
        place = stream.find(text, here, part.end)
        if place < 0:
            missing.append(head)
        else:
            found += range(place, place + len(text))
            here = place + len(text)
    if not missing and found:
        body = [stream.chars[index].y for index in range(max(part.begin, found[-1] + 1), part.end)]
        foot_of_head = max(stream.chars[index].y for index in found)
        if body and min(body) <= foot_of_head - LINE_SLACK:
            missing.append("(the head stands below text of its table)")
    return missing


def check_heads(name, paper, stream, findings):
    """Heads of one paper; returns its parts."""
    starts = row_starts(paper, stream, findings)
    parts = parts_of(paper, stream, starts)
    for table in sorted({part.table for part in parts}):
        mine = [part for part in parts if part.table == table]
        bad = [(part.page, check_head(paper, stream, part, parts)) for part in mine]
        bad = [(page, missing) for page, missing in bad if missing]
        findings.add("{} table {}: head on pages {} to {}".format(name, table + 1, mine[0].page, mine[-1].page),
                     "{} of {} heads whole".format(len(mine) - len(bad), len(mine)), not bad)
        for page, missing in bad:
            findings.note("{} page {}: missing above table {}: {}".format(name, page, table + 1, ", ".join(missing)))
    return parts


def page_turns(paper, parts):
    """{page: (first row number, whether it goes on from the page before, numbers of rows that start there)}"""
    numbers = {part.pointer: number for number, part in
               enumerate((part for part in paper.parts if isinstance(part, papers.Row)), 1)}
    turns, last = {}, 0
    for part in parts:
        rows = [numbers[row.pointer] for row in part.rows]
        first, goes_on, all_rows = turns.get(part.page, (None, False, []))
        if first is None:
            first, goes_on = (last, True) if part.goes_on else (rows[0] if rows else last, False)
        turns[part.page] = (first, goes_on, all_rows + rows)
        last = rows[-1] if rows else last
    return turns


def told(turn):
    if turn is None:
        return "-"
    first, goes_on, rows = turn
    return "{}{}".format("({}…) ".format(first) if goes_on else "", " ".join(str(row) for row in rows))


def compare(paper, parts, other_parts, least, findings):
    """Prints which rows stand on which page in both, and how far they agree."""
    mine, other = page_turns(paper, parts), page_turns(paper, other_parts)
    pages = sorted(set(mine) | set(other))
    same_first = sum(1 for page in pages if page in mine and page in other and mine[page][:2] == other[page][:2])
    page_of_row = [{row: page for page, turn in turns.items() for row in turn[2]} for turns in (mine, other)]
    rows = sorted(set(page_of_row[0]) | set(page_of_row[1]))
    same_page = sum(1 for row in rows if page_of_row[0].get(row) == page_of_row[1].get(row))
    findings.note("rows that start on each page; (n…) is a row that goes on")
    findings.note("{:>6}  {:<34}{}".format("page", "PDF", "DOCX in LibreOffice"))
    for page in pages:
        equal = mine.get(page) == other.get(page)
        findings.note("{:>6}  {:<34}{:<34}{}".format(page, told(mine.get(page)), told(other.get(page)), "" if equal else "differs"))
    share = 100.0 * same_first / len(pages) if pages else 100.0
    findings.add("pages that start with the same row", "{} of {} ({:.1f} %)".format(same_first, len(pages), share),
                 share >= least, "at least {:g} %".format(least) if least else "")
    findings.add("rows that start on the same page",
                 "{} of {} ({:.1f} %)".format(same_page, len(rows), 100.0 * same_page / len(rows) if rows else 100.0), True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("data")
    parser.add_argument("pdf")
    parser.add_argument("docx", nargs="?")
    parser.add_argument("--layout", help="the layout used, when the data names another")
    parser.add_argument("--layouts", default=os.path.join(os.path.dirname(__file__), "..", "..", "layouts"))
    parser.add_argument("--least", type=float, default=0.0, help="percentage of equal page starts below which to fail")
    arguments = parser.parse_args()
    kit.need("mutool")
    with open(kit.need_file(arguments.data), encoding="utf-8") as file:
        paper = papers.paper(json.load(file), arguments.layouts, arguments.layout)
    findings = kit.Findings("tables of " + os.path.basename(arguments.data))
    parts = check_heads("PDF", paper, Stream(kit.need_file(arguments.pdf)), findings)
    if arguments.docx:
        with tempfile.TemporaryDirectory() as folder:
            stream = Stream(kit.convert_to_pdf(kit.need_file(arguments.docx), folder))
        compare(paper, parts, check_heads("DOCX", paper, stream, findings), arguments.least, findings)
    if not parts:
        findings.note("the layout prints no table of this data")
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
