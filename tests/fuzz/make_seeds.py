#!/usr/bin/python3
"""Makes the seeds of the fuzz targets that are no text: papers, fonts, pictures, and rows of decisions.

    make_seeds.py KRUT SOURCE_FOLDER FONT_FOLDER SEED_FOLDER

SEED_FOLDER/TARGET/… for each target, then SEED_FOLDER/made. The same krut makes the same seeds.
"""
import io
import json
import os
import pathlib
import random
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

if len(sys.argv) != 5:
    sys.exit("usage: make_seeds.py KRUT SOURCE_FOLDER FONT_FOLDER SEED_FOLDER")
KRUT, SOURCE, FONTS, SEEDS = os.path.abspath(sys.argv[1]), *map(pathlib.Path, sys.argv[2:5])
MEMO = {
    "layout": "memo", "emblem": {"mode": "placeholder"},
    "memo": {"agency": "กองช่าง", "reference_no": "รธ ๑/๒", "date": "2023-05-02", "subject": "น้ำท่วม", "addressee": "นายก",
             "body": ["ตามที่กำหนด", {"ol": ["ก", "ข"]}], "conclusion": "จึงเรียนมาเพื่อโปรดทราบ",
             "signatures": [{"name": "นาย ก", "position": "ปลัด"}]}}


def put(target, name, content):
    path = SEEDS / target / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


# ---------------------------------------------------------------- papers

def render(data, paper, *options):
    paper.parent.mkdir(parents=True, exist_ok=True)
    environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=0", LC_ALL="C.UTF-8")
    subprocess.run([KRUT, "render", str(data), "-o", str(paper), "--no-embed-fonts", *options], check=True, env=environment,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def papers():
    data = put("work", "memo.json", json.dumps(MEMO, ensure_ascii=False).encode())
    pdf, docx = SEEDS / "pdf", SEEDS / "docx"
    render(data, pdf / "memo.pdf")
    render(data, pdf / "plain-without-source.pdf", "--no-source", "--pdf-standard", "plain")
    render(data, docx / "memo.docx")
    render(data, docx / "without-source.docx", "--no-source")
    render(SOURCE / "examples" / "letter.json", docx / "letter.docx")
    for name, *options in (("object-streams", "--object-streams=generate"), ("linearised", "--linearize"),
                           ("unpacked", "--stream-data=uncompress"), ("locked", "--encrypt", "", "a", "256", "--")):
        subprocess.run(["qpdf", "--deterministic-id" if name != "locked" else "--static-id", *options, str(pdf / "memo.pdf"),
                        str(pdf / (name + ".pdf"))], check=True)
    put("docx", "many-attributes.docx", docx_of_many_attributes())


def docx_of_many_attributes():
    """A source part with 2,000 attributes: reading them took time that grew with the square of their number."""
    attributes = "".join(' a{}=""'.format(number) for number in range(2_000))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (("word/document.xml", "<a/>"),
                           ("customXml/item1.xml", '<source xmlns="urn:krut:source:1"{} />'.format(attributes))):
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


# ---------------------------------------------------------------- fonts

def saved(font):
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def small_face(style=""):
    """A face of ours with the letters of one sentence."""
    font = TTFont(FONTS / "KrutSarabun{}.ttf".format(style))
    chooser = subset.Subsetter(subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False))
    chooser.populate(text="ตามที่กำหนด น้ำปี่ฐานญี่ปุ่น ๑๒ fi AV 34")
    chooser.subset(font)
    return saved(font)


def box(pen, size):
    pen.moveTo((0, 0))
    for x, y in ((size, 0), (size, size), (0, size)):
        pen.lineTo((x, y))
    pen.closePath()
    return pen


def builder(is_ttf):
    """Boxes for a few letters, Thai ones too."""
    glyphs = {".notdef": 500, "A": 600, "uni0E01": 520, "uni0E49": 0}
    font = FontBuilder(1000, isTTF=is_ttf)
    font.setupGlyphOrder(list(glyphs))
    font.setupCharacterMap({0x20: "A", 0x41: "A", 0xE01: "uni0E01", 0xE49: "uni0E49"})
    if is_ttf:
        font.setupGlyf({name: box(TTGlyphPen(None), 400).glyph() for name in glyphs})
    else:
        font.setupCFF("Boxes", {}, {name: box(T2CharStringPen(width, None), 400).getCharString()
                                    for name, width in glyphs.items()}, {})
    font.setupHorizontalMetrics({name: (width, 0) for name, width in glyphs.items()})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Boxes", "styleName": "Regular", "fullName": "Boxes"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    font.setupPost()
    return font


def variable():
    font = builder(True)
    font.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    from fontTools.ttLib.tables.TupleVariation import TupleVariation
    font.setupGvar({name: [TupleVariation({"wght": (0, 1, 1)}, [(10, 0)] * 4 + [(0, 0)] * 4)] for name in ("A", "uni0E01")})
    return saved(font.font)


def fonts():
    regular, bold = small_face(), small_face("-Bold")
    put("font", "face.ttf", regular)
    collection = TTCollection()
    collection.fonts = [TTFont(io.BytesIO(regular)), TTFont(io.BytesIO(bold))]
    put("font", "collection.ttc", saved(collection))
    put("font", "outlines.otf", saved(builder(False).font))
    put("font", "boxes.ttf", saved(builder(True).font))
    put("font", "variable.ttf", variable())
    # Found by attack: a collection that names 20,000 faces and holds none, and tables that lie outside the file.
    put("font", "collection-of-many-faces.ttc", b"ttcf" + struct.pack(">HHI8I", 1, 0, 20_000, *[16] * 8))
    put("font", "tables-outside.ttf", struct.pack(">IHHHH", 0x00010000, 2, 16, 0, 0)
        + struct.pack(">4sIII", b"cmap", 0, 0x7FFFFFFF, 8) + struct.pack(">4sIII", b"head", 0, 44, 0xFFFFFFFF))


# ---------------------------------------------------------------- pictures

def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(depth, colour, rows, *extra, interlace=0, width=4, height=4):
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(extra) + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b""))


def segment(mark, inside):
    return bytes([0xFF, mark]) + struct.pack(">H", len(inside) + 2) + inside


def jpeg(samplings, *notes, width=16, height=16, progressive=False, names=(1, 2, 3, 4), orientation=None):
    """One colour all over: each block is a bit that says no change and a bit that ends it (ITU-T T.81, annex F)."""
    count = len(samplings)
    code = bytes([1] + [0] * 15) + b"\x00"  # one code of one bit, for 0
    frame = struct.pack(">BHHB", 8, height, width, count) + b"".join(
        bytes([name, sampling, 0]) for name, sampling in zip(names, samplings))
    exif = b""
    if orientation:
        exif = segment(0xE1, b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x112, 3, 1, orientation, 0, 0))
    start = b"\xff\xd8" + b"".join(notes) + exif + segment(0xDB, b"\0" + b"\x01" * 64) + segment(
        0xC2 if progressive else 0xC0, frame) + segment(0xC4, b"\x00" + code) + segment(0xC4, b"\x10" + code)
    of_scan = bytes([count]) + b"".join(bytes([name, 0]) for name in names[:count])
    last = b"\0\0\0" if progressive else b"\0\x3f\0"
    pixels = b"\0" * (width * height * count // 32 + 4)
    return start + segment(0xDA, of_scan + last) + pixels + b"\xff\xd9"


def damaged_behind_warnings():
    """The library warns of it, then gives up in the middle, and tells of the warning only."""
    table = segment(0xDB, b"\0" + b"\1" * 64)
    another = segment(0xDB, b"\0\1\2" + b"\1" * 62)
    frame = segment(0xC2, b"\x08\0\x10\0\5\3\1\x22\0\2\x11\0\3\x11\0")
    return b"\xFF\xD8" + table + frame + segment(0xDA, b"\3\1\0\2\0\3\0\0\0\xBA") + another + b"\xFF\xD9"


def photos():
    jfif = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    adobe = [segment(0xEE, b"Adobe\0d\0\0\0\0" + bytes([transform])) for transform in range(3)]
    profile = struct.pack(">I", 132) + b"\0" * 4 + b"\2\0\0\0prtrCMYKLab " + b"\0" * 12 + b"acsp" + b"\0" * 92
    icc = segment(0xE2, b"ICC_PROFILE\0\1\1" + profile)
    for name, picture in (
            ("grey", jpeg([0x11], jfif)), ("colour", jpeg([0x22, 0x11, 0x11], jfif)),
            ("turned", jpeg([0x22, 0x11, 0x11], jfif, orientation=6, width=40)),
            ("turned-odd", jpeg([0x11], jfif, orientation=7, width=13, height=9)),
            ("progressive", jpeg([0x11, 0x11, 0x11], jfif, progressive=True)),
            ("rgb", jpeg([0x11] * 3, names=(82, 71, 66))), ("adobe-rgb", jpeg([0x11] * 3, adobe[0])),
            ("inks", jpeg([0x11] * 4, adobe[0])), ("inks-of-ycck", jpeg([0x22, 0x11, 0x11, 0x22], adobe[2], orientation=3)),
            ("inks-with-profile", jpeg([0x11] * 4, icc, adobe[0])), ("bare-inks", jpeg([0x11] * 4)),
            ("notes", jpeg([0x11], jfif, segment(0xFE, b"a camera"), segment(0xED, b"Photoshop 3.0")) + b"moving picture"),
            ("damaged-behind-warnings", damaged_behind_warnings()),
            ("webp", b"RIFF\x24\0\0\0WEBPVP8 "), ("heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")):
        put("jpeg", name + ".jpg", picture)


def pictures():
    dice = random.Random(1)
    for name, depth, colour, bits in (("grey", 8, 0, 8), ("colour", 8, 2, 24), ("alpha", 8, 6, 32), ("deep", 16, 6, 64),
                                      ("bits", 1, 0, 1), ("grey-alpha", 16, 4, 32)):
        size = (4 * bits + 7) // 8
        rows = b"".join(bytes([filter_kind]) + dice.randbytes(size) for filter_kind in range(4))
        put("png", name + ".png", png(depth, colour, rows))
    palette = chunk(b"PLTE", dice.randbytes(12)) + chunk(b"tRNS", b"\x00\x80\xff")
    put("png", "palette.png", png(2, 3, b"\x00\x1b" * 4, palette))
    extras = chunk(b"gAMA", struct.pack(">I", 45455)) + chunk(b"tEXt", b"Title\x00a") + chunk(b"pHYs", b"\0\0\1\0\0\0\1\0\1")
    put("png", "interlaced.png", png(8, 0, b"\x00\x10", extras, interlace=1, width=1, height=1))
    turned = chunk(b"eXIf", b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x112, 3, 1, 6, 0, 0))
    put("png", "turned.png", png(8, 0, b"\0\1\2\3\4" * 2, turned, height=2))
    for picture in sorted(SOURCE.glob("tests/data/*/*.svg")):
        put("svg", picture.name, picture.read_bytes())


# ---------------------------------------------------------------- texts and decisions

def texts():
    for schema in sorted((SOURCE / "layouts").rglob("*.schema.json")):
        put("schema", schema.name, schema.read_bytes())


def decisions(target, count, size):
    for seed in range(count):
        put(target, "random-{}".format(seed), random.Random("{} {}".format(target, seed)).randbytes(size))


def main():
    shutil.rmtree(SEEDS, ignore_errors=True)
    papers()
    fonts()
    pictures()
    photos()
    texts()
    decisions("document", 12, 400)
    decisions("c_api", 8, 120)
    for target in ("data", "layout", "expression"):  # their seeds are texts, committed
        (SEEDS / target).mkdir()
    (SEEDS / "made").write_text("")


main()
