"""Attacks through inputs: layouts, pictures, growth, recursion, fonts, names, measures."""
import base64
import json
import os
import pathlib
import shutil
import signal
import struct
import zlib

from attack_kit import MOST_MEMORY, SOURCE, TOLD, Outcome, limits, named, place, told

SECRET = "zzqsecretzzq"
LAYOUT = """<?xml version="1.0" encoding="UTF-8"?>
<report version="1" schema="{schema}" lang="th" title="a">
  <style name="body" font="TH SarabunPSK" size="16pt" line-pitch="18.1pt"/>
  <section size="A4" margins="2cm">{body}</section>
</report>"""
ANY_SCHEMA = {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "properties": {"t": {"type": "string"}}}
TEXT = '<p style="body">{{ t }}</p>'


# ---------------------------------------------------------------- who may name a layout

def layout_from_data(krut):
    for named_as in ("{0}/inner/a.xml", "inner/a.xml", "./inner/a.xml", "../{1}/inner/a.xml", "link", "link.xml", "a.xml", "memo/../../inner/a"):
        with place(krut) as there:
            there.put("inner/a.xml", LAYOUT.format(schema="a.schema.json", body=TEXT))
            there.put("inner/a.schema.json", ANY_SCHEMA)
            os.symlink("inner/a.xml", there.folder / "link.xml")
            shutil.copy(there.folder / "inner/a.xml", there.folder / "a.xml")
            shutil.copy(there.folder / "inner/a.schema.json", there.folder / "a.schema.json")
            there.put("d.json", {"layout": named_as.format(there.folder, there.folder.name), "t": "a"})
            yield told(there.run("render", "d.json"), 64, 65, 66)


def schema_of_a_layout(krut):
    """A layout names a file elsewhere as its schema: not opened, its words not shown."""
    for schema in ("../secret", "{}/secret", "link.json", "../inner/../secret"):
        with place(krut) as there:
            there.put("secret", SECRET + " " + SECRET)
            os.makedirs(there.folder / "inner")
            os.symlink("../secret", there.folder / "inner/link.json")
            there.put("inner/a.xml", LAYOUT.format(schema=schema.format(there.folder), body=TEXT))
            there.put("d.json", {"t": "a"})
            done = there.run("render", "d.json", "--layout", "inner/a.xml")
            shows = SECRET.encode() in done.err + done.out
            yield Outcome(done.code in TOLD and not shows, named(done.code) + (", shows its words" if shows else ""))


def grammar_of_a_folder(krut):
    """A `layout.rng` in a folder of layouts is not read."""
    hostile = '<!DOCTYPE g [<!ENTITY x SYSTEM "file://{0}/secret">]><grammar xmlns="http://relaxng.org/ns/structure/1.0">&x;<include href="{0}/secret"/></grammar>'
    for grammar in (hostile, "<not", '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="report"><empty/></element></start></grammar>'):
        with place(krut) as there:
            there.put("secret", SECRET)
            there.put("more/layout.rng", grammar.format(there.folder))
            there.put("more/a.xml", LAYOUT.format(schema="a.schema.json", body=TEXT))
            there.put("more/a.schema.json", ANY_SCHEMA)
            there.put("d.json", {"layout": "a", "t": "a"})
            done = there.run("render", "d.json", "--layouts", "more")
            shows = SECRET.encode() in done.err
            yield Outcome(done.code == 0 and not shows, named(done.code) + (", shows its words" if shows else ""))


# ---------------------------------------------------------------- pictures

def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, rows, colour=2):
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0))
            + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def bomb(width, height):
    packer = zlib.compressobj(9)
    row = bytes(1 + width)
    return png(width, height, b"".join(packer.compress(row) for _ in range(height)) + packer.flush(), 0)


GOOD = png(8, 8, zlib.compress((b"\0" + b"\x40" * 24) * 8))


def svg(inside, box='viewBox="0 0 100 100"'):
    return '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'.format(box, inside).encode()


def filtered(primitive, size=100):
    return svg('<filter id="f" x="0" y="0" width="1" height="1">{}</filter><rect width="{}" height="{}" filter="url(#f)"/>'.format(primitive, size, size))


def inside(picture):
    return svg('<image width="90" height="90" xlink:href="data:image/png;base64,{}"/>'.format(base64.b64encode(picture).decode()))


def nested_uses(depth):
    groups = '<rect id="g0" width="1" height="1"/>' + "".join(
        '<g id="g{}">{}</g>'.format(i, '<use xlink:href="#g{}"/>'.format(i - 1) * 10) for i in range(1, depth))
    return svg('<defs>{}</defs><use xlink:href="#g{}"/>'.format(groups, depth - 1))


DRAWINGS = {
    "convolve order 50": filtered('<feConvolveMatrix order="50" kernelMatrix="{}"/>'.format("1 " * 2500)),
    "convolve order 50 without a matrix": filtered('<feConvolveMatrix order="50"/>'),
    "convolve order 999": filtered('<feConvolveMatrix order="999" kernelMatrix="1"/>'),
    "turbulence": filtered("".join('<feTurbulence baseFrequency="0.9" numOctaves="255"/>' for _ in range(30))),
    "morphology": filtered('<feMorphology operator="dilate" radius="9999"/>'),
    "blur": filtered('<feGaussianBlur stdDeviation="99999"/>' * 30),
    "lighting": filtered('<feDiffuseLighting surfaceScale="1e30"><feDistantLight azimuth="1e30"/></feDiffuseLighting>'),
    "PNG bomb inside": inside(bomb(30_000, 30_000)),
    "PNG bomb inside, small box": inside(bomb(12_000, 12_000)),
    "SVG inside an SVG inside": svg('<image width="9" height="9" xlink:href="data:image/svg+xml;base64,{}"/>'.format(base64.b64encode(filtered('<feConvolveMatrix order="50"/>')).decode())),
    "viewBox 1e9:1": svg('<rect width="1" height="1"/>', 'viewBox="0 0 1000000000 1"'),
    "viewBox 1:1e9": svg('<rect width="1" height="1"/>', 'viewBox="0 0 1 1000000000"'),
    "width 1e-300": svg("<rect/>", 'width="1e-300" height="1"'),
    "width 1e300": svg("<rect/>", 'width="1e300" height="1e300"'),
    "uses in uses": nested_uses(9),
    "a use of itself": svg('<g id="a"><use xlink:href="#a"/></g>'),
    "pattern of itself": svg('<pattern id="p" width="1" height="1"><rect width="9" height="9" fill="url(#p)"/></pattern><rect width="99" height="99" fill="url(#p)"/>'),
    "tiny pattern": svg('<pattern id="p" width="1e-6" height="1e-6"><rect width="1" height="1"/></pattern><rect width="99" height="99" fill="url(#p)"/>'),
    "mask in mask": svg("".join('<mask id="m{0}"><rect width="99" height="99" mask="url(#m{1})"/></mask>'.format(i, i + 1) for i in range(200)) + '<rect width="99" height="99" mask="url(#m0)"/>'),
    "dashes": svg('<path d="M0 0L1e9 1e9" stroke="#000" stroke-dasharray="1e-5"/>'),
    "long path": svg('<path d="M0 0{}"/>'.format("L9 9A1 1 0 0 1 3 3" * 60_000)),
    "entities": b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">' + svg("<text>&b;</text>"),
    "script": svg("<script>a</script>"),
    "outside": svg('<image xlink:href="file:///etc/passwd" width="9" height="9"/>'),
    "deep": svg("<g>" * 5000 + "</g>" * 5000),
}


def figure(there, picture, name):
    there.put(name, picture)
    return there.put("d.json", {"layout": "tables", "parts": [{"orientation": "portrait", "chapters": [
        {"heading": "ก", "figures": [{"image": name, "alternative_text": "ก", "width": "10cm", "caption": "ก"}]}]}]})


def looked_at(there):
    """Check, DOCX alone, PDF alone: the same answer in all, told with the picture's name, nothing written when refused."""
    runs = [there.measured(*words) for words in (("check", "d.json"), ("render", "d.json", "-o", "a.docx"), ("render", "d.json", "-o", "a.pdf"))]
    codes = [run.code for run in runs]
    flood = any(run.memory > MOST_MEMORY for run in runs)
    agree = len({code in (0, 1) for code in codes}) == 1
    written = [name for name in ("a.docx", "a.pdf") if (there.folder / name).is_file()]
    good = all(code in (0, 1, *TOLD) for code in codes) and agree and not flood and (codes[0] in (0, 1) or not written)
    labels = sorted({named(code) if not isinstance(code, int) or code <= 128 else signal.Signals(code - 128).name for code in codes})
    return Outcome(good, "/".join(labels) + (", flood" if flood else "") + ("" if agree else ", not alike"))


def drawings(krut):
    for content in DRAWINGS.values():
        with place(krut) as there:
            figure(there, content, "a.svg")
            yield looked_at(there)


def damaged_pictures(krut):
    for content in (GOOD[:40], GOOD[:-20], GOOD[:45] + b"\xff\xff" + GOOD[47:], png(8, 8, b"no"), b"", b"no picture", GOOD[:20] + b"\x7f\xff" + GOOD[22:],
                    png(8, 8, zlib.compress(b"\0")), png(1, 1, zlib.compress(bytes(4)), 5)):
        with place(krut) as there:
            figure(there, content, "a.png")
            outcome = looked_at(there)
            refused = outcome.label in ("exit 64", "exit 66", "exit 69", "exit 75")
            err = there.run("check", "d.json").err
            yield Outcome(outcome.held and refused and b"a.png" in err, outcome.label)


def no_plain_file(krut):
    """A FIFO, a device, a folder, a link out of the data's folder as a picture."""
    for make in (lambda path: os.mkfifo(path), lambda path: os.symlink("/dev/zero", path), lambda path: os.mkdir(path),
                 lambda path: os.symlink(SOURCE / "examples" / "pages.png", path)):
        with place(krut) as there:
            figure(there, GOOD, "b.png")
            figure(there, GOOD, "a.png")
            (there.folder / "a.png").unlink()
            make(there.folder / "a.png")
            yield told(there.run("render", "d.json"), 64, 66, 75)


# ---------------------------------------------------------------- growth and recursion

def many(words, count):
    return {"layout": "memo", "emblem": {"mode": "none"}, "memo": {"agency": "ก", "reference_no": "ก", "date": "2023-05-02", "subject": "ก",
            "addressee": "ก", "conclusion": "ก", "body": [words * count], "signatures": [{"name": "ก", "position": "ก"}]}}


def growth(krut):
    """200 to 500 KB that took longer and longer: ten seconds of processor time are enough for any."""
    family = "\U0001F468\u200d\U0001F469\u200d\U0001F467"
    inputs = [many("กฏหมาย เว็บไซด์ ", 7_000), many(family, 11_000), many("ก ก ", 60_000), many("\n", 100_000), many("ก\n", 60_000), many("๑. ", 60_000),
              many("a" * 100, 3_000), many("(", 100_000), many("\u0e49", 60_000), many("ๆ", 60_000),
              {"layout": "memo", **{"k{}".format(i): 1 for i in range(100_000)}}]
    for data in inputs:
        with place(krut) as there:
            there.put("d.json", data)
            done = there.run("render", "d.json", longest=120, preparation=limits(cpu=10))
            yield Outcome(done.code in (0, 1, *TOLD), "more than 10 s" if done.code in (-9, -24, "time-out") else named(done.code))


def recursion(krut):
    schemas = [{"allOf": [{"$ref": "#"}]}, {"anyOf": [{"$ref": "#"}]}, {"$ref": "#"}, {"not": {"$ref": "#"}}, {"if": {"$ref": "#"}},
               {"type": "object", "properties": {"t": {"$ref": "#/definitions/a"}}, "definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}},
               {"oneOf": [{"$ref": "#"}, {"$ref": "#"}]}, {"dependencies": {"t": {"$ref": "#"}}},
               json.loads('{"not":' * 60 + "{}" + "}" * 60)]
    for schema in schemas:
        with place(krut) as there:
            there.put("a.xml", LAYOUT.format(schema="a.schema.json", body=TEXT))
            there.put("a.schema.json", {"type": "object", "properties": {"t": {"type": "string"}}, **schema})
            there.put("d.json", {"t": "a"})
            done = there.run("render", "d.json", "--layout", "a.xml")
            yield Outcome(done.code in (0, 1, *TOLD), named(done.code))


def patterns(krut):
    """Patterns that backtrack without end, or that a linear matcher lacks."""
    for pattern in ("^(a+)+$", "^(a|a)*$", "^(.*a){20}$", "(?=a)b", "(a)\\1", "^(([^,]*,)*)*$", "a{1,60000}"):
        with place(krut) as there:
            there.put("a.xml", LAYOUT.format(schema="a.schema.json", body=TEXT))
            there.put("a.schema.json", {"type": "object", "properties": {"t": {"type": "string", "pattern": pattern}}})
            there.put("d.json", {"t": "a" * 40_000 + "!"})
            done = there.run("render", "d.json", "--layout", "a.xml", longest=20)
            yield told(done, 64, 65)


# ---------------------------------------------------------------- fonts

def fonts(krut):
    """A bad face beside the good ones is told by name and passed over."""
    good = (pathlib.Path(krut).resolve().parents[1] / "fonts" / "KrutSarabun.ttf").read_bytes()
    cut = {"cut": good[:3_000], "empty": b"", "no font": b"no font", "tables beyond": good[:12] + b"\xff" * 400 + good[412:],
           "no glyphs": good.replace(b"glyf", b"gxyf", 1), "zero em": zero_em(good), "many faces": many_faces(good)}
    for content in cut.values():
        with place(krut) as there:
            there.put("faces/bad.ttf", content)
            there.example()
            done = there.run("render", "report.json", "--fonts", "faces")
            yield Outcome(done.code in (0, 1) and b"bad.ttf" in done.err, named(done.code) + ("" if b"bad.ttf" in done.err else ", not named"))


def zero_em(font):
    tables = {font[at:at + 4]: int.from_bytes(font[at + 8:at + 12], "big") for at in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16)}
    at = tables[b"head"] + 18
    return font[:at] + b"\0\0" + font[at + 2:]


def many_faces(font):
    count = 20_000
    head = b"ttcf" + struct.pack(">II", 0x10000, count)
    start = len(head) + 4 * count
    count_tables = int.from_bytes(font[4:6], "big")
    directory = bytearray(font[:12 + 16 * count_tables])
    for at in range(12, len(directory), 16):
        directory[at + 8:at + 12] = struct.pack(">I", int.from_bytes(directory[at + 8:at + 12], "big") + start)
    return head + struct.pack(">I", start) * count + bytes(directory) + font[len(directory):]


# ---------------------------------------------------------------- messages

def messages(krut):
    """Every line of standard error is an object under --diagnostics json; no control character reaches a terminal."""
    bad_xml = [b'<?xml version="1.0" encoding="nonsense"?><report/>', b"<report>\xff\xfe</report>", b"<report", b'<!DOCTYPE a SYSTEM "http://a/b"><report/>']
    for content in bad_xml:
        with place(krut) as there:
            there.put("a.xml", content)
            there.put("d.json", {})
            done = there.run("render", "d.json", "--layout", "a.xml", "--diagnostics", "json")
            yield Outcome(done.code in TOLD and all_objects(done.err), named(done.code) + ("" if all_objects(done.err) else ", not JSON"))
    for name in ("\x1b[31mred.json", "a\nb.json", "a\x07.json", "\u202efdp.json", "missing.json"):
        with place(krut) as there:
            done = there.run("render", name)
            raw = any(byte in done.err for byte in (b"\x1b", b"\x07", "\u202e".encode()))
            yield Outcome(done.code == 66 and not raw and b"hint" in done.err, named(done.code) + (", raw" if raw else "" if b"hint" in done.err else ", no hint"))


def all_objects(err):
    try:
        return all(isinstance(json.loads(line), dict) for line in err.decode().splitlines())
    except ValueError:
        return False


def planted_library(krut):
    """A library beside the data is not loaded."""
    with place(krut) as there:
        there.example()
        for name in ("libkrut.so.1", "libc.so.6", "libm.so.6", "libstdc++.so.6", "libpng16.so.16"):
            there.put(name, b"planted")
        done = there.run("render", "report.json")
        yield Outcome(done.code == 0, named(done.code))


# ---------------------------------------------------------------- measures

MEASURES = ['<p style="body" space-before="99999999999pt">ก</p>', '<p style="body" first-indent="-99999999cm">ก</p>',
            '<table style="body" widths="1fr"><row><cell rows="9">ก</cell></row></table>',
            '<table style="body" widths="0pt"><row><cell>ก</cell></row></table>', '<table style="body" widths="9999999999cm"><row><cell>ก</cell></row></table>',
            '<table style="body" widths="1fr" padding="99cm"><row><cell>ก</cell></row></table>']


def measures(krut):
    layouts = [LAYOUT.format(schema="a.schema.json", body=body) for body in MEASURES]
    plain = LAYOUT.format(schema="a.schema.json", body=TEXT)
    for old, new in (('size="16pt"', 'size="0pt"'), ('size="16pt"', 'size="0.001pt"'), ('size="16pt"', 'size="99999pt"'), ('line-pitch="18.1pt"', 'line-pitch="0pt"'),
                     ('line-pitch="18.1pt"', 'line-pitch="0.0001pt"'), ('line-pitch="18.1pt"', 'line-pitch="9223372036854775807pt"'),
                     ('margins="2cm"', 'margins="99cm"'), ('margins="2cm"', 'margins="10.5cm"'), ('size="A4"', 'size="0mm 0mm"'), ('size="A4"', 'size="1mm 1mm"')):
        layouts.append(plain.replace(old, new))
    for layout in layouts:
        with place(krut) as there:
            there.put("a.xml", layout)
            there.put("a.schema.json", ANY_SCHEMA)
            there.put("d.json", {"t": "ก"})
            done = there.run("render", "d.json", "--layout", "a.xml")
            written = there.leftovers("a.xml", "a.schema.json", "d.json")
            yield Outcome(done.code in TOLD and not written and b"a.xml:" in done.err, named(done.code) + (", written" if written and done.code not in (0, 1) else ""))


def faults_of_cases(krut):
    """Row spans beyond their table, heads taller than their page, names wider than it."""
    cell = {"columns": [{"width": "1fr"}], "head": [{"cells": [{"text": "ก"}]}]}
    tables = [dict(cell, groups=[{"rows": [{"cells": [{"content": "ก", "rows": 5}]}]}]),
              dict(cell, head=[{"cells": [{"text": "ก\n" * 80}]}], groups=[{"rows": [{"cells": [{"content": "ก"}]}]}]),
              dict(cell, head=[{"cells": [{"text": "ก", "rows": 4}]}], groups=[])]
    for table in tables:
        with place(krut) as there:
            there.put("d.json", {"layout": "tables", "parts": [{"orientation": "portrait", "chapters": [{"heading": "ก", "tables": [table]}]}]})
            yield told(there.run("render", "d.json"), 64, 65)


ATTACKS = [
    ("2.1 data name a layout by path, link or working folder", layout_from_data),
    ("2.1 a layout's schema lies outside its folder", schema_of_a_layout),
    ("2.1 a hostile layout.rng in a folder of layouts (must work)", grammar_of_a_folder),
    ("2.2 harmful drawings: check, DOCX alone, PDF alone", drawings),
    ("1.4 damaged PNGs: check, DOCX alone, PDF alone", damaged_pictures),
    ("1.4 FIFO, device, folder, link outside as a picture", no_plain_file),
    ("2.3 texts of 200 to 500 KB, 10 s of processor time", growth),
    ("2.3 patterns of a schema", patterns),
    ("2.4 schemas that refer to themselves", recursion),
    ("2.7 libraries planted beside the data (must work)", planted_library),
    ("2.8 a bad font beside the good ones (must work)", fonts),
    ("2.9 messages as JSON; control characters in names", messages),
    ("2.10 measures of a layout", measures),
    ("2.10 measures of the data's tables", faults_of_cases),
]
