"""Makes the faces of "Krut Symbols" from DejaVu Sans and Symbola, signs that Thai faces lack, and "Krut Emoji" from
Symbola, both as large as Sarabun's letters in the same em.

The outlines stay, the em around them grows. Drawn anew are the boxes ☐ ☑ ☒, so that those typed in a text look like the
boxes of a choice; a few signs are put together from DejaVu's letters (㎡, Ａ, 1⃣) or shown by a like one (✅).
The output depends on the source files alone: no clock, no paths.
"""

import sys
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont


class Maker(NamedTuple):
    """What a made face is called, and what its notices say."""
    family: str
    style: str
    source: str
    licence: str
    changes: str
    units_per_em: int


# The height of H is .729 em in DejaVu Sans and .476 em in Thai Sarabun.
UNITS_PER_EM = 3137
EMOJI_UNITS_PER_EM = 2500  # pictures need room: as high as a Thai letter with its tone mark
SYMBOLA_LICENCE = ("Symbola by George Douros is free for any use; it may be opened, edited, modified, regenerated, packaged "
                   "and redistributed.")
SYMBOLS_LICENCE = "Bitstream Vera licence; changes by DejaVu in the public domain"
SYMBOLS_CHANGES = (
    "Krut Symbols is a part of DejaVu Sans with other units per em, vertical metrics and names; three boxes are drawn "
    "anew, signs of units, wide letters and keys are put together from its letters, and signs that it lacks are "
    "Symbola's. " + SYMBOLA_LICENCE
)
REGULAR = Maker("Krut Symbols", "Regular", "DejaVu Sans", SYMBOLS_LICENCE, SYMBOLS_CHANGES, UNITS_PER_EM)
BOLD = REGULAR._replace(style="Bold")
EMOJI = Maker("Krut Emoji", "Regular", "Symbola", SYMBOLA_LICENCE,
              "Krut Emoji is a part of Symbola with other units per em, vertical metrics and names.", EMOJI_UNITS_PER_EM)
VERSION = "1.000"

# As those of Krut Sarabun, so that a sign makes no line higher; in thousandths of an em.
ASCENT = 850
DESCENT = -250
LINE_GAP = 30

RANGES = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x24F), (0x2B0, 0x2FF), (0x300, 0x34E), (0x350, 0x36F), (0x370, 0x45F),
    (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20F0), (0x2100, 0x27FF),
    (0x2900, 0x2BFF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD),
)
SYMBOLA_RANGES = (
    (0x2010, 0x2027), (0x2030, 0x205E), (0x20A0, 0x20F0), (0x2100, 0x21FF), (0x231A, 0x231B), (0x23E9, 0x23FA),
    (0x2460, 0x2487), (0x24B6, 0x24CF), (0x24EA, 0x24FF), (0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x3001, 0x303F),
    (0x3200, 0x33FF),
)
EMOJI_RANGES = (
    (0x1D400, 0x1D433), (0x1D5A0, 0x1D66F), (0x1D7CE, 0x1D7FF), (0x1F004, 0x1F004), (0x1F100, 0x1F6FF),
    (0x1F900, 0x1F9FF),
)
# Wide letters, as East Asian keyboards type them, stand in the middle of an em of DejaVu's.
WIDE = {0xFF00 + letter - 0x20: letter for letter in range(0x21, 0x7F)}
WIDE.update({0xFFE0: 0xA2, 0xFFE1: 0xA3, 0xFFE2: 0xAC, 0xFFE3: 0xAF, 0xFFE4: 0xA6, 0xFFE5: 0xA5, 0xFFE6: 0x20A9})
WIDE_ADVANCE = 2048
KEY = 0x20E3  # COMBINING ENCLOSING KEYCAP
KEY_SIGNS = "0123456789#*"
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

# A key around a sign, likewise.
KEY_LOW, KEY_HIGH, KEY_SIDE = -90, 570, 620

NAME_COPYRIGHT, NAME_FAMILY, NAME_STYLE, NAME_UNIQUE, NAME_FULL, NAME_VERSION, NAME_POSTSCRIPT = range(7)
NAME_LICENCE = 13
KEPT_NAMES = (NAME_COPYRIGHT, NAME_LICENCE, 14)
MICROSOFT = (3, 1, 0x409)


def in_units(thousandths, units_per_em=UNITS_PER_EM):
    return round(thousandths * units_per_em / 1000)


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


def add_glyph(font, name, glyph, advance):
    font.setGlyphOrder(font.getGlyphOrder() + [name])
    put(font, name, glyph, advance)


def add_signs(font, symbola):
    """The signs of SYMBOLA_RANGES that DejaVu Sans lacks."""
    names, others, glyphs = font.getBestCmap(), symbola.getBestCmap(), symbola.getGlyphSet()
    for character in characters_of(SYMBOLA_RANGES):
        if character in names or character in LIKE or character in TOGETHER or character not in others:
            continue
        drawn = DecomposingRecordingPen(glyphs)
        glyphs[others[character]].draw(drawn)
        pen = TTGlyphPen(None)
        drawn.replay(pen)
        name = f"uni{character:04X}"
        add_glyph(font, name, pen.glyph(), symbola["hmtx"][others[character]][0])
        add_character(font, character, name)


def row_of(font, letters):
    """Letters side by side, and how wide they are."""
    names = font.getBestCmap()
    pen, x = TTGlyphPen(font.getGlyphSet()), 0
    for letter in letters:
        pen.addComponent(names[ord(letter)], (1, 0, 0, 1, x, 0))
        x += font["hmtx"][names[ord(letter)]][0]
    return pen.glyph(), x


def wide(font, letter):
    name = font.getBestCmap()[letter]
    own = font["hmtx"][name][0]
    advance = max(WIDE_ADVANCE, own)
    pen = TTGlyphPen(font.getGlyphSet())
    pen.addComponent(name, (1, 0, 0, 1, (advance - own) // 2, 0))
    return pen.glyph(), advance


def put_together(font):
    names = font.getBestCmap()
    for character, letters in TOGETHER.items():
        add_glyph(font, f"uni{character:04X}", *row_of(font, letters))
        add_character(font, character, f"uni{character:04X}")
    for character, letter in WIDE.items():
        add_glyph(font, f"uni{character:04X}", *wide(font, letter))
        add_character(font, character, f"uni{character:04X}")
    for character, like in LIKE.items():
        if character not in names:
            add_character(font, character, names[like])


def key(font, sign):
    """The sign in the middle of a square."""
    pen = TTGlyphPen(None)
    for inset, is_hole in ((-LINE / 2, False), (LINE / 2, True)):
        left, right = LEFT + inset, LEFT + KEY_SIDE - inset
        low, high = KEY_LOW + inset, KEY_HIGH - inset
        points = [(left, low), (left, high), (right, high), (right, low)]
        polygon(pen, reversed(points) if is_hole else points)
    name = font.getBestCmap()[ord(sign)]
    advance = in_units(KEY_SIDE + 2 * LEFT)
    drawn = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(drawn)
    drawn.replay(TransformPen(pen, (1, 0, 0, 1, (advance - font["hmtx"][name][0]) // 2, 0)))
    return pen.glyph(), advance


def add_keys(font):
    names = font.getBestCmap()
    rules = []
    for sign in KEY_SIGNS:
        name = f"key{ord(sign):04X}"
        add_glyph(font, name, *key(font, sign))
        rules.append(f"sub {names[ord(sign)]} {names[KEY]} by {name};")
    addOpenTypeFeaturesFromString(font, "languagesystem DFLT dflt; languagesystem latn dflt; "
                                        f"feature ccmp {{ {' '.join(rules)} }} ccmp;")


def set_metrics(font, units_per_em):
    ascent, descent, gap = (in_units(each, units_per_em) for each in (ASCENT, DESCENT, LINE_GAP))
    font["head"].unitsPerEm = units_per_em
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, descent, gap
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, descent, gap
    os2.usWinAscent, os2.usWinDescent = ascent, -descent


def set_names(font, maker):
    names = font["name"]
    copyright_notice = names.getDebugName(NAME_COPYRIGHT)
    licence = names.getDebugName(NAME_LICENCE)
    source_version = names.getDebugName(NAME_VERSION)
    names.names = [record for record in names.names if record.nameID in KEPT_NAMES
                   and (record.platformID, record.platEncID, record.langID) == MICROSOFT]
    full_name = maker.family if maker.style == "Regular" else f"{maker.family} {maker.style}"
    for name, text in ((NAME_COPYRIGHT, f"{copyright_notice}\n\n{maker.changes}"), (NAME_FAMILY, maker.family),
                       (NAME_STYLE, maker.style), (NAME_UNIQUE, f"{full_name}; from {maker.source} {source_version}"),
                       (NAME_FULL, full_name), (NAME_VERSION, f"{maker.family} {VERSION}"),
                       (NAME_POSTSCRIPT, f"{maker.family.replace(' ', '')}-{maker.style}"),
                       (NAME_LICENCE, f"{maker.licence}\n\n{licence}")):
        names.setName(text, name, *MICROSOFT)


def characters_of(ranges):
    return [character for first, last in ranges for character in range(first, last + 1)]


def reduced(source, ranges):
    options = subset.Options(hinting=False, layout_features=[], name_IDs=["*"], name_languages=["*"],
                             glyph_names=True, notdef_outline=True, drop_tables=["FFTM", "kern", "GDEF"])
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters_of(ranges))
    subsetter.subset(font)
    return font


def save(font, maker, folder):
    set_metrics(font, maker.units_per_em)
    set_names(font, maker)
    font["post"].formatType = 3.0
    style = "" if maker.style == "Regular" else f"-{maker.style}"
    font.save(folder / f"{maker.family.replace(' ', '')}{style}.ttf")


def make_symbols(source, symbola, maker, folder):
    font = reduced(source, RANGES)
    add_signs(font, symbola)
    draw_boxes(font)
    put_together(font)
    add_keys(font)
    save(font, maker, folder)


def main():
    if len(sys.argv) != 5 or any(word.startswith("-") for word in sys.argv[1:]):
        sys.exit("usage: make_symbols.py TARGET_FOLDER DEJAVU_SANS_FILE DEJAVU_SANS_BOLD_FILE SYMBOLA_FILE")
    folder = Path(sys.argv[1])
    symbola = TTFont(sys.argv[4])
    make_symbols(sys.argv[2], symbola, REGULAR, folder)
    make_symbols(sys.argv[3], symbola, BOLD, folder)
    save(reduced(sys.argv[4], EMOJI_RANGES), EMOJI, folder)


if __name__ == "__main__":
    main()
