"""Reads a font that has composites added and says what is wrong with it.

check_composites.py FONT FIRST ADVANCE (GLYPH X Y)...
FIRST is the glyph id of the first added glyph, which is to show the glyphs that follow, each where it would stand when
drawn alone at (X, Y), and to move the pen by ADVANCE.
"""

import struct
import sys

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

FULL_SUM = 0xB1B0AFBA


def checksum(data):
    data += b"\0" * (-len(data) % 4)
    return sum(struct.unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF


def drawn(font, glyph, x, y):
    """Points of a glyph drawn alone at (x, y): a rasterizer puts its left edge on its left bearing."""
    pen = DecomposingRecordingPen(font.getGlyphSet())
    table = font["glyf"]
    table[glyph].draw(pen, table)
    shift = font["hmtx"][glyph][1] - getattr(table[glyph], "xMin", 0)
    return [(kind, [(px + x + shift, py + y) for px, py in points]) for kind, points in pen.value]


def main():
    path, first, advance = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    numbers = [int(word) for word in sys.argv[4:]]
    parts = [tuple(numbers[i : i + 3]) for i in range(0, len(numbers), 3)]
    data = open(path, "rb").read()
    assert checksum(data) == FULL_SUM, "the checksum of the whole file is wrong"
    font = TTFont(path, checkChecksums=2)
    order = font.getGlyphOrder()
    assert font["maxp"].numGlyphs == len(order) == first + 2, f"{font['maxp'].numGlyphs} glyphs"
    assert len(font["hmtx"].metrics) == len(order)
    name = order[first]
    glyph = font["glyf"][name]
    assert glyph.isComposite()
    assert font["hmtx"][name] == (advance, glyph.xMin), f"{font['hmtx'][name]}"
    assert font["hmtx"][order[first + 1]][0] == 0
    wanted = [segment for part in parts for segment in drawn(font, order[part[0]], part[1], part[2])]
    assert drawn(font, name, 0, 0) == wanted, "the parts stand elsewhere"
    box = [glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax]
    glyph.recalcBounds(font["glyf"])
    assert box == [glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax], "the box is wrong"
    maxp = font["maxp"]
    claimed = [maxp.maxComponentElements, maxp.maxComponentDepth]
    assert claimed[0] >= len(parts) and claimed[1] >= 1, f"{claimed}"
    assert maxp.maxCompositePoints >= glyph.getCompositeMaxpValues(font["glyf"])[0]


main()
