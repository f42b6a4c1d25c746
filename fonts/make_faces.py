"""Makes the faces of "Krut Sarabun" from Laksaman: the letters stay, the em around them changes.

Laksaman is Thai Sarabun drawn 1.503 times larger in its em. With 1503 units per em instead of 1000 every advance is
that of TH SarabunPSK at the same nominal size. The output depends on the source file alone: no clock, no paths.
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILY = "Krut Sarabun"
POSTSCRIPT_FAMILY = "KrutSarabun"
UNITS_PER_EM = 1503

# Vertical metrics of TH SarabunPSK 1.000 and underline of TH Sarabun New, in thousandths of an em.
ASCENT = 850
DESCENT = -250
LINE_GAP = 30
UNDERLINE_POSITION = -35
UNDERLINE_THICKNESS = 30

# The only letters of the regular face that are narrower than Sarabun's; advances in thousandths of an em.
CORRECTED_ADVANCES = {"Regular": {0x0E0A: 380, 0x0E0B: 384}}

# Letters that lose their foot above a lower vowel, in Sarabun as wide as here; in Laksaman they keep their full width.
CORRECTED_GLYPHS = {"Regular": {"uni0E0D.descless": 512, "uni0E10.descless": 336}}

USE_TYPO_METRICS = 1 << 7

CHANGES = (
    "Krut Sarabun is Laksaman with other units per em, vertical metrics, underline and names, and with the advances "
    "of four letters of the regular face corrected; the outlines are unaltered."
)
LICENCE = "GPL-2.0-or-later with font exception"

NAME_COPYRIGHT, NAME_FAMILY, NAME_STYLE, NAME_UNIQUE, NAME_FULL, NAME_VERSION, NAME_POSTSCRIPT = range(7)
NAME_LICENCE = 13
NAME_TYPOGRAPHIC_FAMILY = 16
NAME_TYPOGRAPHIC_STYLE = 17


def in_units(thousandths):
    return round(thousandths * UNITS_PER_EM / 1000)


def set_metrics(font):
    ascent, descent, gap = in_units(ASCENT), in_units(DESCENT), in_units(LINE_GAP)
    font["head"].unitsPerEm = UNITS_PER_EM
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, descent, gap
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, descent, gap
    os2.usWinAscent, os2.usWinDescent = ascent, -descent
    os2.fsSelection &= ~USE_TYPO_METRICS
    font["post"].underlinePosition = in_units(UNDERLINE_POSITION)
    font["post"].underlineThickness = in_units(UNDERLINE_THICKNESS)


def set_advance(font, glyph, thousandths):
    _, left_bearing = font["hmtx"][glyph]
    font["hmtx"][glyph] = (in_units(thousandths), left_bearing)


def correct_advances(font, style):
    characters = font.getBestCmap()
    for character, thousandths in CORRECTED_ADVANCES.get(style, {}).items():
        set_advance(font, characters[character], thousandths)
    for glyph, thousandths in CORRECTED_GLYPHS.get(style, {}).items():
        set_advance(font, glyph, thousandths)


def set_names(font, style):
    names = font["name"]
    source_version = names.getDebugName(NAME_VERSION).strip()
    full_name = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    postscript_name = f"{POSTSCRIPT_FAMILY}-{style.replace(' ', '')}"
    replaced = {
        NAME_COPYRIGHT: f"{names.getDebugName(NAME_COPYRIGHT)}\n\n{CHANGES}",
        NAME_FAMILY: FAMILY,
        NAME_STYLE: style,
        NAME_UNIQUE: f"{full_name}; from Laksaman {source_version}",
        NAME_FULL: full_name,
        NAME_VERSION: f"{source_version}; Krut Sarabun 1.000",
        NAME_POSTSCRIPT: postscript_name,
        NAME_LICENCE: f"{LICENCE}\n\n{names.getDebugName(NAME_LICENCE)}",
        NAME_TYPOGRAPHIC_FAMILY: FAMILY,
        NAME_TYPOGRAPHIC_STYLE: style,
    }
    for record in names.names:
        if record.nameID in replaced:
            record.string = replaced[record.nameID]


def make_face(source, target):
    font = TTFont(source, recalcBBoxes=False, recalcTimestamp=False)
    style = font["name"].getDebugName(NAME_STYLE)
    set_metrics(font)
    correct_advances(font, style)
    set_names(font, style)
    # FontForge's private table holds times of editing; no reader needs it.
    if "FFTM" in font:
        del font["FFTM"]
    font.save(target)


def main():
    if len(sys.argv) < 3 or any(word.startswith("-") for word in sys.argv[1:]):
        sys.exit("usage: make_faces.py TARGET_FOLDER LAKSAMAN_FILE...")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for source in map(Path, sys.argv[2:]):
        make_face(source, folder / source.name.replace("Laksaman", POSTSCRIPT_FAMILY))


if __name__ == "__main__":
    main()
