#!/usr/bin/python3
"""Looks at the picture of a DOCX whose emblem was given as SVG.

    emblem_check.py SVG FILE.docx

Newer word processors must find the SVG as it was given, older ones its pixels: at least 300 to the inch of the size it
is shown in, and drawn, not blank.
"""
import io
import posixpath
import sys
import zipfile

from lxml import etree
from PIL import Image

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMU_PER_INCH = 914400
LEAST_DOTS_PER_INCH = 300


def targets(package):
    relationships = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    return {each.get("Id"): posixpath.join("word", each.get("Target")) for each in relationships}


def check(svg, docx):
    with zipfile.ZipFile(docx) as package:
        parts = targets(package)
        blips = list(etree.fromstring(package.read("word/document.xml")).iter(A + "blip"))
        assert len(blips) == 1, f"{len(blips)} pictures instead of one"
        lines = [each.get(R + "embed") for each in blips[0].iter(SVG_BLIP)]
        assert len(lines) == 1, "no SVG beside the pixels"
        assert package.read(parts[lines[0]]) == svg, "the SVG is not the one that was given"
        name = parts[blips[0].get(R + "embed")]
        assert name.endswith(".png"), f"the picture of older word processors is {name}"
        picture = Image.open(io.BytesIO(package.read(name)))
        extent = next(blips[0].iterancestors(DRAWING + "anchor", DRAWING + "inline")).find(DRAWING + "extent")
    for side, pixels in zip(("cx", "cy"), picture.size):
        dots_per_inch = pixels * EMU_PER_INCH / int(extent.get(side))
        assert dots_per_inch >= LEAST_DOTS_PER_INCH, f"{dots_per_inch:.0f} dots to the inch"
    colours = len(picture.convert("RGBA").getcolors(picture.size[0] * picture.size[1]))
    assert colours > 2, f"only {colours} colours: nothing is drawn"
    print(f"SVG as given; PNG {picture.size[0]} x {picture.size[1]}, {colours} colours")


def main():
    with open(sys.argv[1], "rb") as file:
        svg = file.read()
    check(svg, sys.argv[2])


main()
