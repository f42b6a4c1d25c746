"""Turns a TrueType font into one with CFF outlines, glyph for glyph: make_cff.py IN.ttf OUT.otf"""

import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont


def main():
    if len(sys.argv) != 3 or any(word.startswith("-") for word in sys.argv[1:]):
        raise SystemExit(__doc__)
    source = TTFont(sys.argv[1])
    glyphs = source.getGlyphSet()
    strings = {}
    for name in source.getGlyphOrder():
        pen = T2CharStringPen(source["hmtx"][name][0], glyphs)
        glyphs[name].draw(pen)
        strings[name] = pen.getCharString()
    for tag in ("glyf", "loca", "cvt ", "fpgm", "prep", "gasp"):
        if tag in source:
            del source[tag]
    source.sfntVersion = "OTTO"
    maxp = source["maxp"]
    for field in [field for field in vars(maxp) if field.startswith("max")]:
        delattr(maxp, field)
    maxp.tableVersion = 0x00005000
    builder = FontBuilder(font=source)
    builder.setupCFF("KrutTest-CFF", {"FullName": "Krut Test CFF"}, strings, {})
    builder.save(sys.argv[2])


main()
