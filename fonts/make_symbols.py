"""Makes "Krut Symbols" from DejaVu Sans: signs that Thai faces lack, as large as Sarabun's letters in the same em.

The outlines stay, the em around them grows. Drawn anew are the boxes ☐ ☑ ☒, so that those typed in a text look like the
boxes of a choice; a few signs of one's own make are put together from DejaVu's letters (㎡) or shown by a like one (✅).
The output depends on the source file alone: no clock, no paths.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FAMILY = "Krut Symbols"
POSTSCRIPT_NAME = "KrutSymbols-Regular"
VERSION = "Krut Symbols 1.000"
LICENCE = "Bitstream Vera licence; changes by DejaVu in the public domain"
CHANGES = (
    "Krut Symbols is a part of DejaVu Sans with other units per em, vertical metrics and names; three boxes are drawn "
    "anew, and signs of units are put together from its letters."
)

# The height of H is .729 em in DejaVu Sans and .476 em in Thai Sarabun.
UNITS_PER_EM = 3137
# As those of Krut Sarabun, so that a sign makes no line higher; in thousandths of an em.
ASCENT = 850
DESCENT = -250
LINE_GAP = 30

RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x2B0, 0x2DD), (0x384, 0x3CE), (0x3D1, 0x3D6), (0x401, 0x401), (0x410, 0x44F),
    (0x451, 0x451), (0x2010, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20CF), (0x2100, 0x218F), (0x2190, 0x23FF),
    (0x2460, 0x24FF), (0x2500, 0x27FF), (0x2900, 0x29FF), (0x2A00, 0x2AFF), (0x2B00, 0x2BFF), (0xFFFD, 0xFFFD),
)
LIKE = {0x2705: 0x2611, 0x274C: 0x2718, 0x2B1C: 0x25A1, 0x2B1B: 0x25A0, 0x2B1A: 0x25A1, 0x274E: 0x2612,
        0x1F5F9: 0x2611, 0x1F5F7: 0x2612, 0x1F5F5: 0x2612, 0x1F5F8: 0x2713, 0x1F5F4: 0x2717, 0x2B55: 0x25CB,
        0x1F534: 0x25CF, 0x1F535: 0x25CF, 0x2757: 0x21, 0x2753: 0x3F}
TOGETHER = {0x338E: "mg", 0x338F: "kg", 0x3395: "μl", 0x3396: "ml", 0x3397: "dl", 0x339B: "μm", 0x339C: "mm",
            0x339D: "cm", 0x339E: "km", 0x339F: "mm²", 0x33A0: "cm²", 0x33A1: "m²", 0x33A2: "km²", 0x33A3: "mm³",
            0x33A4: "cm³", 0x33A5: "m³", 0x33A6: "km³", 0x33B4: "pV", 0x33C4: "cc", 0x33D1: "ln", 0x33D2: "log"}

# The box of a choice (src/layout/fill_forms.cpp, src/typeset/block_setter.cpp, src/pdf/content.cpp), in thousandths of
# an em: .4 em a side, drawn .6 pt thick at 16 pt, its tick half as thick again.
SIDE = 400
LINE = 37.5
TICK_LINE = 1.5 * LINE
LEFT = 30
BOX_ADVANCE = SIDE + 2 * LEFT
TICK = ((0.18, 0.48), (0.42, 0.22), (0.82, 0.78))
CROSSES = (((0.2, 0.2), (0.8, 0.8)), ((0.2, 0.8), (0.8, 0.2)))

NAME_COPYRIGHT, NAME_FAMILY, NAME_STYLE, NAME_UNIQUE, NAME_FULL, NAME_VERSION, NAME_POSTSCRIPT = range(7)
NAME_LICENCE = 13
KEPT_NAMES = (NAME_COPYRIGHT, NAME_LICENCE, 14)
MICROSOFT = (3, 1, 0x409)


def in_units(thousandths):
    return round(thousandths * UNITS_PER_EM / 1000)


def polygon(pen, points):
    first, *others = [(in_units(x), in_units(y)) for x, y in points]
    pen.moveTo(first)
    for point in others:
        pen.lineTo(point)
    pen.closePath()


def square(pen, inset, is_hole):
    low, left, right, high = inset, LEFT + inset, LEFT + SIDE - inset, SIDE - inset
    points = [(left, low), (left, high), (right, high), (right, low)]
    polygon(pen, reversed(points) if is_hole else points)


def beside(start, end, distance):
    """The line from start to end moved to its left, as a point and a direction."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5
    return (start[0] - dy / length * distance, start[1] + dx / length * distance), (dx, dy)


def crossing(first, second):
    (x, y), (dx, dy) = first
    (px, py), (qx, qy) = second
    along = ((px - x) * qy - (py - y) * qx) / (dx * qy - dy * qx)
    return x + dx * along, y + dy * along


def side_of(path, distance):
    """The path moved to its left, its bends mitred."""
    lines = [beside(start, end, distance) for start, end in zip(path, path[1:])]
    points = [lines[0][0]] + [crossing(*pair) for pair in zip(lines, lines[1:])]
    (x, y), (dx, dy) = lines[-1]
    return points + [(x + dx, y + dy)]


def stroke(pen, shares):
    path = [(LEFT + x * SIDE, y * SIDE) for x, y in shares]
    polygon(pen, side_of(path, TICK_LINE / 2) + side_of(path[::-1], TICK_LINE / 2))


def box(strokes):
    pen = TTGlyphPen(None)
    square(pen, -LINE / 2, False)
    square(pen, LINE / 2, True)
    for shares in strokes:
        stroke(pen, shares)
    return pen.glyph()


def put(font, name, glyph, advance):
    glyph.recalcBounds(font["glyf"])
    font["glyf"][name] = glyph
    font["hmtx"][name] = (advance, glyph.xMin)


def draw_boxes(font):
    names = font.getBestCmap()
    for character, strokes in ((0x2610, ()), (0x2611, (TICK,)), (0x2612, CROSSES)):
        put(font, names[character], box(strokes), in_units(BOX_ADVANCE))


def add_character(font, character, name):
    for table in font["cmap"].tables:
        if table.isUnicode() and (character <= 0xFFFF or table.format == 12):
            table.cmap[character] = name


def put_together(font):
    names = font.getBestCmap()
    for character, letters in TOGETHER.items():
        pen, x = TTGlyphPen(font.getGlyphSet()), 0
        for letter in letters:
            pen.addComponent(names[ord(letter)], (1, 0, 0, 1, x, 0))
            x += font["hmtx"][names[ord(letter)]][0]
        name = f"uni{character:04X}"
        font.setGlyphOrder(font.getGlyphOrder() + [name])
        put(font, name, pen.glyph(), x)
        add_character(font, character, name)
    for character, like in LIKE.items():
        if character not in names:
            add_character(font, character, names[like])


def set_metrics(font):
    ascent, descent, gap = in_units(ASCENT), in_units(DESCENT), in_units(LINE_GAP)
    font["head"].unitsPerEm = UNITS_PER_EM
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, descent, gap
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, descent, gap
    os2.usWinAscent, os2.usWinDescent = ascent, -descent


def set_names(font):
    names = font["name"]
    copyright_notice = names.getDebugName(NAME_COPYRIGHT)
    licence = names.getDebugName(NAME_LICENCE)
    source_version = names.getDebugName(NAME_VERSION)
    names.names = [record for record in names.names if record.nameID in KEPT_NAMES
                   and (record.platformID, record.platEncID, record.langID) == MICROSOFT]
    for name, text in ((NAME_COPYRIGHT, f"{copyright_notice}\n\n{CHANGES}"), (NAME_FAMILY, FAMILY),
                       (NAME_STYLE, "Regular"), (NAME_UNIQUE, f"{FAMILY}; from DejaVu Sans {source_version}"),
                       (NAME_FULL, FAMILY), (NAME_VERSION, VERSION), (NAME_POSTSCRIPT, POSTSCRIPT_NAME),
                       (NAME_LICENCE, f"{LICENCE}\n\n{licence}")):
        names.setName(text, name, *MICROSOFT)


def reduced(source):
    options = subset.Options(hinting=False, layout_features=[], name_IDs=["*"], name_languages=["*"],
                             glyph_names=True, notdef_outline=True, drop_tables=["FFTM", "kern", "GDEF"])
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in RANGES for c in range(first, last + 1)])
    subsetter.subset(font)
    return font


def main():
    if len(sys.argv) != 3 or any(word.startswith("-") for word in sys.argv[1:]):
        sys.exit("usage: make_symbols.py TARGET_FILE DEJAVU_SANS_FILE")
    font = reduced(Path(sys.argv[2]))
    draw_boxes(font)
    put_together(font)
    set_metrics(font)
    set_names(font)
    font["post"].formatType = 3.0
    font.save(sys.argv[1])


if __name__ == "__main__":
    main()
