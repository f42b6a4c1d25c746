#!/usr/bin/python3
"""Holds all that a PDF draws against the cells that krut says it set.

    boxes_check.py KRUT DATA.json OUT.pdf [DATA.json OUT.pdf …]

The ink of every glyph and every small drawn shape is read by mutool (as SVG outlines), the cells come from
`krut dump --stage pages`. Ink must lie on its page; what has its middle in a cell must lie in it whole, and what has
not must stay clear of every cell.
"""
import re
import subprocess
import sys
import tempfile
from collections import namedtuple
from pathlib import Path

from lxml import etree

import kit

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
SLACK = 0.25  # points: half a rule, and what curves bulge less than their handles
LARGEST_SHAPE = 24.0  # points: choice boxes and ticks; longer paths are rules, dots and frames
THINNEST_SHAPE = 1.5
NARROWED_BY = 6.0
MOST_SHOWN = 8
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
SEGMENT = re.compile(r"([MLHVCQZ])([^MLHVCQZ]*)")
CELL = re.compile(r"^  cell (\d+) ([-\d.]+),([-\d.]+) ([-\d.]+)x([-\d.]+)$")
PAGE = re.compile(r"^page \d+ ([-\d.]+)x([-\d.]+)")

Box = namedtuple("Box", "left top right bottom")
Ink = namedtuple("Ink", "box what")
Page = namedtuple("Page", "width height cells")


def points_of(path):
    """The points and handles of an SVG path in absolute commands, as mutool writes them."""
    points, x, y = [], 0.0, 0.0
    for command, rest in SEGMENT.findall(path):
        numbers = [float(number) for number in NUMBER.findall(rest)]
        if command in "HV":
            for number in numbers:
                x, y = (number, y) if command == "H" else (x, number)
                points.append((x, y))
        else:
            pairs = list(zip(numbers[0::2], numbers[1::2]))
            points += pairs
            x, y = pairs[-1] if pairs else (x, y)
    return points


def matrix_of(element):
    found = re.match(r"matrix\(([^)]*)\)", element.get("transform") or "")
    return tuple(float(number) for number in NUMBER.findall(found.group(1))) if found else (1, 0, 0, 1, 0, 0)


def placed(points, matrix):
    a, b, c, d, e, f = matrix
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def box_of(points):
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def ink_of(svg):
    """Glyphs and small shapes of one page."""
    root = etree.parse(str(svg), etree.XMLParser(huge_tree=True)).getroot()
    glyphs = {path.get("id"): points_of(path.get("d") or "") for path in root.iter(SVG + "path") if path.get("id")}
    inks = []
    for use in root.iter(SVG + "use"):
        points = glyphs.get((use.get(LINK) or "").lstrip("#"))
        box = box_of(placed(points, matrix_of(use))) if points else None
        if box and width_of(box) + height_of(box) > 0:
            inks.append(Ink(box, use.get("data-text") or "a glyph"))
    for path in root.iter(SVG + "path"):
        if path.get("id") or any(parent.tag in (SVG + "clipPath", SVG + "defs") for parent in path.iterancestors()):
            continue
        points = placed(points_of(path.get("d") or ""), matrix_of(path))
        box = box_of(points) if points else None
        if box and max(width_of(box), height_of(box)) <= LARGEST_SHAPE and min(width_of(box), height_of(box)) >= THINNEST_SHAPE:
            inks.append(Ink(box, "a drawn shape"))
    return inks


def width_of(box):
    return box.right - box.left


def height_of(box):
    return box.bottom - box.top


def pages_of(krut, data):
    done = subprocess.run([krut, "dump", data, "--stage", "pages"], capture_output=True, text=True, check=True)
    pages = []
    for line in done.stdout.splitlines():
        page, cell = PAGE.match(line), CELL.match(line)
        if page:
            pages.append(Page(float(page.group(1)), float(page.group(2)), []))
        elif cell:
            x, y, width, height = (float(cell.group(index)) for index in range(2, 6))
            pages[-1].cells.append(Box(x, y, x + width, y + height))
    return pages


def narrow(cell):
    """A cell that its text must be found to leave, which shows that this check can see."""
    return Box(cell.left + NARROWED_BY, cell.top, cell.right - NARROWED_BY, cell.bottom)


def holds(outer, x, y):
    return outer.left <= x <= outer.right and outer.top <= y <= outer.bottom


def sticks_out(inner, outer):
    return (inner.left < outer.left - SLACK or inner.right > outer.right + SLACK or inner.top < outer.top - SLACK or
            inner.bottom > outer.bottom + SLACK)


def overlaps(one, other):
    return (one.left < other.right - SLACK and one.right > other.left + SLACK and one.top < other.bottom - SLACK and
            one.bottom > other.top + SLACK)


def fault_of(ink, page):
    """What is wrong with a piece of ink, or nothing."""
    if sticks_out(ink.box, Box(0, 0, page.width, page.height)):
        return "leaves the page"
    middle = ((ink.box.left + ink.box.right) / 2, (ink.box.top + ink.box.bottom) / 2)
    homes = [cell for cell in page.cells if holds(cell, *middle)]
    if any(not sticks_out(ink.box, cell) for cell in homes):
        return None
    if homes:
        return "leaves its cell"
    return "runs into a cell" if any(overlaps(ink.box, cell) for cell in page.cells) else None


def check(krut, data, pdf, findings):
    pages = pages_of(krut, data)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mutool", "draw", "-q", "-F", "svg", "-o", str(Path(folder) / "%d.svg"), pdf], check=True,
                       stderr=subprocess.DEVNULL)
        drawn = [ink_of(Path(folder) / "{}.svg".format(number)) for number in range(1, len(pages) + 1)]
    inks = sum(len(inks) for inks in drawn)
    in_cells = sum(1 for page, inks in zip(pages, drawn) for ink in inks
                   if any(holds(cell, (ink.box.left + ink.box.right) / 2, (ink.box.top + ink.box.bottom) / 2) for cell in page.cells))
    faults = ["page {}: {} at {:.1f},{:.1f} {}".format(number, ink.what, ink.box.left, ink.box.top, fault)
              for number, (page, inks) in enumerate(zip(pages, drawn), 1)
              for ink in inks for fault in [fault_of(ink, page)] if fault]
    cells = sum(len(page.cells) for page in pages)
    findings.add("{}: {} pages, {} cells".format(Path(pdf).name, len(pages), cells),
                 "{} pieces of ink, {} of them in cells, {} out of place".format(inks, in_cells, len(faults)),
                 not faults and inks > 0 and (in_cells > 0 or not cells))
    if cells:
        narrowed = [page._replace(cells=[narrow(cell) for cell in page.cells]) for page in pages]
        found = sum(1 for page, inks in zip(narrowed, drawn) for ink in inks if fault_of(ink, page))
        findings.add("the same with cells narrowed by {} points".format(NARROWED_BY), "{} out of place".format(found), found > 0)
    for fault in faults[:MOST_SHOWN]:
        findings.note(fault)


def main():
    if len(sys.argv) < 4 or len(sys.argv) % 2:
        raise SystemExit(__doc__)
    kit.need("mutool")
    findings = kit.Findings("ink and cells")
    for data, pdf in zip(sys.argv[2::2], sys.argv[3::2]):
        check(sys.argv[1], kit.need_file(data), kit.need_file(pdf), findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
