#!/usr/bin/python3
"""Holds all that a PDF draws against the cells that krut says it set.

    ink_check.py KRUT DATA.json OUT.pdf [DATA.json OUT.pdf ...]

Where the cells lie is told by `krut dump --stage pages`. The ink is judged twice. By its outlines, which mutool gives as SVG:
every glyph and small shape must lie on its page; what has its middle in a cell must lie in it whole, and what has not must
stay clear of every cell. By the dots of the page, which poppler draws: just inside the four rules of every cell, and along
the edges of the page, there must be nothing but paper.

Only the outlines tell of ink that the edge of the paper cuts off, and name the letter. Only the dots tell of ink that comes
nearer to a rule than a third of a point, and of what is no letter: underlines, dots of lines, pictures, frames.
"""
import os
import re
import subprocess
import sys
import tempfile
from collections import namedtuple

from lxml import etree

import kit

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
SLACK = 0.25  # points: half a rule, and what curves bulge less than their handles
LARGEST_SHAPE = 24.0  # points: choice boxes and ticks; longer paths are rules, dots and frames
THINNEST_SHAPE = 1.5
NARROWED_BY = 6.0  # points of either side of a cell
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
SEGMENT = re.compile(r"([MLHVCQZ])([^MLHVCQZ]*)")
DOTS_PER_INCH = 288
DOTS = DOTS_PER_INCH // 72  # a point
PAPER = 160  # this bright or brighter counts as paper; softened edges of rules reach 200
CLEAR = 0.625  # points from the middle of a rule that must be clear: a quarter is the rule itself
PAGE_EDGE = 14.0  # points along the page's edges that stay white
MOST_SHOWN = 8

Ink = namedtuple("Ink", "box what")
Picture = namedtuple("Picture", "width height bytes")


# ---------------------------------------------------------------- by outlines

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
    return kit.Box("ink", min(xs), min(ys), max(xs), max(ys))


def ink_of(svg):
    """Glyphs and small shapes of one page."""
    root = etree.parse(svg, etree.XMLParser(huge_tree=True)).getroot()
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
    if sticks_out(ink.box, kit.Box("the page", 0, 0, page.width, page.height)):
        return "leaves the page"
    middle = ((ink.box.left + ink.box.right) / 2, (ink.box.top + ink.box.bottom) / 2)
    homes = [cell for cell in page.cells if holds(cell, *middle)]
    if any(not sticks_out(ink.box, cell) for cell in homes):
        return None
    if homes:
        return "leaves its cell"
    return "runs into a cell" if any(overlaps(ink.box, cell) for cell in page.cells) else None


def drawn_on(pdf, pages):
    """The ink of each page."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mutool", "draw", "-q", "-F", "svg", "-o", os.path.join(folder, "%d.svg"), pdf], check=True,
                       stderr=subprocess.DEVNULL)
        return [ink_of(os.path.join(folder, "{}.svg".format(page.number))) for page in pages]


def outline_faults(pages, drawn):
    return ["page {}: {} at {:.1f},{:.1f} {}".format(page.number, ink.what, ink.box.left, ink.box.top, fault)
            for page, inks in zip(pages, drawn) for ink in inks for fault in [fault_of(ink, page)] if fault]


def is_in_cell(ink, page):
    middle = (ink.box.left + ink.box.right) / 2, (ink.box.top + ink.box.bottom) / 2
    return any(holds(cell, *middle) for cell in page.cells)


# ---------------------------------------------------------------- by dots

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
    row = min(max(round(y * DOTS), 0), picture.height - 1) * picture.width
    return min(picture.bytes[row + round(left * DOTS):row + round(right * DOTS)], default=255)


def darkest_down(picture, x, top, bottom):
    column = min(max(round(x * DOTS), 0), picture.width - 1)
    return min(picture.bytes[round(top * DOTS) * picture.width + column:
                             round(bottom * DOTS) * picture.width:picture.width], default=255)


def touched_sides(picture, cell):
    left, right, top, bottom = cell.left + CLEAR, cell.right - CLEAR, cell.top + CLEAR, cell.bottom - CLEAR
    sides = {"top": darkest_across(picture, top, left, right), "bottom": darkest_across(picture, bottom, left, right),
             "left": darkest_down(picture, left, top, bottom), "right": darkest_down(picture, right, top, bottom)}
    return [side for side, darkest in sides.items() if darkest < PAPER]


def is_edge_clear(picture, page):
    far = PAGE_EDGE
    return min(darkest_across(picture, far, 0, page.width), darkest_across(picture, page.height - far, 0, page.width),
               darkest_down(picture, far, 0, page.height), darkest_down(picture, page.width - far, 0, page.height)) >= PAPER


def dot_faults(pages, pdf):
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            picture = picture_of(pdf, page.number, folder)
            faults += ["page {}: ink along the edge of the page".format(page.number)] * (not is_edge_clear(picture, page))
            for cell in page.cells:
                sides = touched_sides(picture, cell)
                if sides:
                    faults.append("page {}: the text of cell #{} touches its rule: {}".format(
                        page.number, cell.name, ", ".join(sides)))
    return faults


# ---------------------------------------------------------------- both

def narrowed(pages):
    """Pages with cells that their text must be found to leave, which shows that these checks can see."""
    return [page._replace(cells=[cell._replace(left=cell.left + NARROWED_BY, right=cell.right - NARROWED_BY)
                                 for cell in page.cells]) for page in pages]


def check(krut, data, pdf, findings):
    pages = kit.set_pages(krut, data)
    drawn, name = drawn_on(pdf, pages), os.path.basename(pdf)
    inks, cells = sum(map(len, drawn)), sum(len(page.cells) for page in pages)
    in_cells = sum(is_in_cell(ink, page) for page, inks in zip(pages, drawn) for ink in inks)
    by_outlines, by_dots = outline_faults(pages, drawn), dot_faults(pages, pdf)
    findings.add(name + " by outlines",
                 "{} pieces of ink, {} of them in cells, {} out of place".format(inks, in_cells, len(by_outlines)),
                 not by_outlines and inks > 0 and (in_cells > 0 or not cells))
    findings.add(name + " by dots", "{} pages, {} cells, {} touched".format(len(pages), cells, len(by_dots)), not by_dots)
    if cells:
        tight = narrowed(pages)
        found = len(outline_faults(tight, drawn)), len(dot_faults([page for page in tight if page.cells][:1], pdf))
        findings.add("the same with cells narrowed by {:g} points".format(NARROWED_BY),
                     "{} out of place, {} touched on one page".format(*found), min(found) > 0)
    for fault in by_outlines[:MOST_SHOWN] + by_dots[:MOST_SHOWN]:
        findings.note(fault)


def main():
    if len(sys.argv) < 4 or len(sys.argv) % 2:
        raise SystemExit(__doc__)
    kit.need("mutool", "pdftoppm")
    findings = kit.Findings("ink inside cells and pages")
    for data, pdf in zip(sys.argv[2::2], sys.argv[3::2]):
        check(sys.argv[1], kit.need_file(data), kit.need_file(pdf), findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
