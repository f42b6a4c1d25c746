#!/usr/bin/python3
"""Looks at rendered pages: no ink of a table's text touches or crosses the rules around its cell, none leaves the page.

    inside_check.py KRUT DATA.json OUT.pdf [DATA.json OUT.pdf ...]

Where the cells lie is told by `krut dump --stage pages`; what is printed there, by the pixels of the page. Just inside
the four rules of every cell there must be nothing but paper, and so must there be along the edges of the page.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import namedtuple

import kit

DOTS_PER_INCH = 288  # four pixels a point
PIXELS = DOTS_PER_INCH // 72
PAPER = 160  # this bright or brighter counts as paper; softened edges of rules reach 200
CLEAR = 0.625  # points from the middle of a rule that must be clear: a quarter is the rule itself
PAGE_EDGE = 14.0  # points along the page's edges that stay white
MOST_SHOWN = 6

Page = namedtuple("Page", "number width height cells")
Cell = namedtuple("Cell", "name x y width height")
Picture = namedtuple("Picture", "width height bytes")


def pages_of(dump):
    pages = []
    for line in dump.splitlines():
        page = re.match(r"page (\d+) ([\d.]+)x([\d.]+)", line)
        cell = re.match(r"  cell (\d+) ([\d.]+),([\d.]+) ([\d.]+)x([\d.]+)", line)
        if page:
            pages.append(Page(int(page[1]), float(page[2]), float(page[3]), []))
        elif cell:
            pages[-1].cells.append(Cell(cell[1], *(float(value) for value in cell.groups()[1:])))
    return pages


def picture_of(pdf, number, folder):
    """One page in grey, as pixels."""
    base = os.path.join(folder, "page")
    subprocess.run(["pdftoppm", "-gray", "-r", str(DOTS_PER_INCH), "-f", str(number), "-l", str(number), "-singlefile", pdf,
                    base], check=True)
    with open(base + ".pgm", "rb") as file:
        data = file.read()
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    return Picture(int(head[1]), int(head[2]), data[head.end():])


def darkest_across(picture, y, left, right):
    row = min(max(round(y * PIXELS), 0), picture.height - 1) * picture.width
    return min(picture.bytes[row + round(left * PIXELS):row + round(right * PIXELS)], default=255)


def darkest_down(picture, x, top, bottom):
    column = min(max(round(x * PIXELS), 0), picture.width - 1)
    return min(picture.bytes[round(top * PIXELS) * picture.width + column:
                             round(bottom * PIXELS) * picture.width:picture.width], default=255)


def touched_sides(picture, cell):
    left, right = cell.x + CLEAR, cell.x + cell.width - CLEAR
    top, bottom = cell.y + CLEAR, cell.y + cell.height - CLEAR
    sides = {"top": darkest_across(picture, top, left, right), "bottom": darkest_across(picture, bottom, left, right),
             "left": darkest_down(picture, left, top, bottom), "right": darkest_down(picture, right, top, bottom)}
    return [side for side, darkest in sides.items() if darkest < PAPER]


def is_edge_clear(picture, page):
    far = PAGE_EDGE
    return min(darkest_across(picture, far, 0, page.width), darkest_across(picture, page.height - far, 0, page.width),
               darkest_down(picture, far, 0, page.height), darkest_down(picture, page.width - far, 0, page.height)) >= PAPER


def check(krut, data, pdf, findings):
    dump = subprocess.run([krut, "dump", data, "--stage", "pages"], capture_output=True, text=True, check=True).stdout
    cells, faults = 0, []
    pages = pages_of(dump)
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            picture = picture_of(pdf, page.number, folder)
            cells += len(page.cells)
            faults += ["page {}: ink along the edge of the page".format(page.number)] * (not is_edge_clear(picture, page))
            for cell in page.cells:
                sides = touched_sides(picture, cell)
                if sides:
                    faults.append("page {}: the text of cell #{} touches its rule: {}".format(
                        page.number, cell.name, ", ".join(sides)))
    findings.add(os.path.basename(pdf), "{} pages, {} cells, {} touched".format(len(pages), cells, len(faults)), not faults)
    for fault in faults[:MOST_SHOWN]:
        findings.note(fault)


def main():
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("krut")
    parser.add_argument("pairs", nargs="+", metavar="DATA PDF")
    arguments = parser.parse_args()
    kit.need("pdftoppm")
    findings = kit.Findings("ink inside the cells and pages of")
    for data, pdf in zip(arguments.pairs[::2], arguments.pairs[1::2]):
        check(arguments.krut, kit.need_file(data), kit.need_file(pdf), findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
