#!/usr/bin/python3
"""Pictures that come from anywhere: damaged, hostile, or no files at all. Each is told by name, the same whichever paper is
wanted and for `check`, and none takes the program, the machine or the time along.

    pictures_test.py KRUT SOURCE_FOLDER
"""
import base64
import concurrent.futures
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import zlib

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2])
EXAMPLE = json.loads((SOURCE / "examples" / "memo.json").read_text(encoding="utf-8"))
OK, BAD_DATA = 0, 64
LONGEST = 120  # seconds: a sanitized build on a busy machine; the limits themselves are 10 and 30


def chunk(name, inside):
    return len(inside).to_bytes(4, "big") + name + inside + zlib.crc32(name + inside).to_bytes(4, "big")


def png(width=184, height=200, rows=None, colour=0):
    """A white picture of grey, or of what `rows` says."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, colour, 0, 0, 0])
    rows = (b"\0" + b"\xff" * width) * height if rows is None else rows
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def svg(inside, root='viewBox="0 0 92 100"'):
    return ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
            .format(root, inside)).encode()


def image(bytes_, kind="png"):
    return '<image width="92" height="100" xlink:href="data:image/{};base64,{}"/>'.format(
        kind, base64.b64encode(bytes_).decode())


def filtered(steps):
    return '<filter id="f">{}</filter><rect width="92" height="100" filter="url(#f)"/>'.format(steps)


def laughs(opening, use, closing, target, links=12):
    """Ten references in each link to the link before."""
    text = '<defs><g id="r0"><path d="M0 0h9v9z"/></g>'
    for link in range(1, links):
        text += opening.format(link) + use.format(link - 1) * 10 + closing
    return text + "</defs>" + target.format(links - 1)


SQUARE = '<rect width="92" height="100" fill="#c00"/>'
SOUND = {
    "square": svg(SQUARE),
    "letters": svg('<text x="9" y="50" font-size="20">ครุฑ</text>'),
    "blur": svg('<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)">' + SQUARE + "</g>"),
    "own-picture": svg(image(png(20, 20))),
    "kernel": svg(filtered('<feConvolveMatrix order="3" kernelMatrix="1 0 0 0 1 0 0 0 1"/>')),
    "pattern": svg('<pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><circle r="4"/></pattern>'
                   '<rect width="92" height="100" fill="url(#p)"/>'),
    "many": svg('<path d="M0 0h1v1z"/>' * 20_000),
    "long": svg('<path d="M0 0{}" stroke="#000"/>'.format("l1 1 -1 0" * 50_000)),
}
# Whether one of these is refused by its look or by its drawing is ours to decide; that it is refused is not.
REFUSED = {
    # Sizes.
    "ratio-tall": svg(SQUARE, 'viewBox="0 0 1 1000000000"'),
    "ratio-wide": svg(SQUARE, 'viewBox="0 0 1000000000 1"'),
    "box-zero": svg(SQUARE, 'viewBox="0 0 0 0"'),
    "box-negative": svg(SQUARE, 'viewBox="0 0 -92 -100"'),
    "box-nan": svg(SQUARE, 'viewBox="0 0 nan nan"'),
    "box-infinite": svg(SQUARE, 'viewBox="0 0 inf inf"'),
    "box-exponent": svg(SQUARE, 'viewBox="0 0 9e99 9e99"'),
    "box-overflow": svg(SQUARE, 'viewBox="0 0 1e999 1e999"'),
    "box-minute": svg(SQUARE, 'viewBox="0 0 1e-99 1e-99"'),
    "box-far": svg(SQUARE, 'viewBox="1e99 1e99 92 100"'),
    "box-short": svg(SQUARE, 'viewBox="0 0 92"'),
    "box-words": svg(SQUARE, 'viewBox="here"'),
    "no-size": svg(SQUARE, ""),
    "size-zero": svg(SQUARE, 'width="0" height="0"'),
    "size-percent": svg(SQUARE, 'width="50%" height="9"'),
    # No SVG, or not as other programs want it.
    "empty": b"",
    "text": b"no picture",
    "html": b"<html/>",
    "cut": svg(SQUARE)[:-9],
    "no-namespace": b'<svg viewBox="0 0 9 9"/>',
    "nul": svg("\0"),
    "packed": b"\x1f\x8b\x08\x00" + svg(SQUARE),
    # Declarations.
    "entity": b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"),
    "entity-file": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<text>&a;</text>"),
    "entity-laughs": b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (ord("b") + i, b"&%c;" % (ord("a") + i) * 10) for i in range(9)) + b"]>" + svg("<text>&j;</text>"),
    "entity-parameter": b'<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://127.0.0.1:9/">%a;]>' + svg(""),
    "attribute-list": b'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "go()">]>' + svg(""),
    # Filters.
    "kernel-50": svg(filtered('<feConvolveMatrix order="50" kernelMatrix="{}"/>'.format("1 " * 2500))),
    "kernel-zero": svg(filtered('<feConvolveMatrix order="0" kernelMatrix=""/>')),
    "kernel-unlike": svg(filtered('<feConvolveMatrix order="3 1000" kernelMatrix="1"/>')),
    "turbulence": svg(filtered('<feTurbulence baseFrequency="0.9" numOctaves="1000000"/>')),
    "turbulences": svg(filtered('<feTurbulence baseFrequency="0.9" numOctaves="8"/>') * 300),
    "morphology": svg(filtered('<feMorphology operator="dilate" radius="1e7"/>')),
    "blur-wide": svg(filtered('<feGaussianBlur stdDeviation="1e30"/>')),
    "filters": svg('<filter id="f">' + '<feTile/><feOffset dx="1"/>' * 90 + "</filter>" + '<g filter="url(#f)">' * 60 + SQUARE +
                   "</g>" * 60),
    "fe-image": svg(filtered('<feImage xlink:href="#f"/>')),
    "lighting-unit": svg(filtered('<feDiffuseLighting kernelUnitLength="1e-9"><feDistantLight/></feDiffuseLighting>')),
    # References that multiply.
    "uses": svg(laughs('<g id="r{}">', '<use xlink:href="#r{}"/>', "</g>", '<use xlink:href="#r{}"/>')),
    "uses-css": svg("<style>.m{mask:url(#r11)}</style>" + laughs('<mask id="r{}">', '<use xlink:href="#r{}"/>', "</mask>", '<g class="m"/>{}')),
    "patterns": svg(laughs('<pattern id="r{}" width="9" height="9">', '<rect width="9" height="9" fill="url(#r{})"/>', "</pattern>",
                           '<rect width="92" height="100" fill="url(#r{})"/>')),
    "masks": svg(laughs('<mask id="r{}">', '<rect width="9" height="9" mask="url(#r{})"/>', "</mask>", '<rect mask="url(#r{})"/>')),
    "clips": svg(laughs('<clipPath id="r{}">', '<path d="M0 0" clip-path="url(#r{})"/>', "</clipPath>", '<rect clip-path="url(#r{})"/>')),
    "markers": svg('<marker id="m">{}</marker><polyline style="marker:url(#m)" points="{}"/>'.format(SQUARE * 1_000, "1 1 " * 1_000)),
    "marker-chain": svg(laughs('<marker id="r{}">', '<path d="M0 0L1 1" marker-start="url(#r{})"/>', "</marker>",
                               '<path d="M0 0L1 1" marker-start="url(#r{})"/>')),
    "chain": svg("".join('<g id="r{}"><use xlink:href="#r{}"/></g>'.format(i, i + 1) for i in range(2_000)) + '<use xlink:href="#r0"/>'),
    "stops": svg('<linearGradient id="g">' + '<stop offset="0.5"/>' * 90_000 + "</linearGradient>" + '<rect fill="url(#g)"/>' * 200),
    "letters-many": svg("<text>" + "ก" * 400_000 + "</text>"),
    "dashes": svg('<path d="M0 0h1e6" stroke="#000" stroke-dasharray="1e-9"/>'),
    "deep": svg("<g>" * 5_000 + "</g>" * 5_000),
    "elements": svg("<g/>" * 200_000),
    # Pictures inside.
    "inner-flood": svg(image(png(12_000, 12_000))),
    "inner-floods": svg(image(png(5_000, 5_000)) * 4),
    "inner-cut": svg(image(png()[:-30])),
    "inner-other": svg(image(png(), "jpeg")),
    "inner-gif": svg(image(b"GIF89a", "gif")),
    "inner-svg": svg(image(svg(SQUARE), "svg+xml")),
    "inner-svg-svg": svg(image(svg(image(svg(SQUARE), "svg+xml")), "svg+xml")),
    "inner-css": svg('<rect style="fill:url(data:image/png;base64,{})"/>'.format(base64.b64encode(png()).decode())),
    "inner-used": svg('<g id="a">' + image(png(6_000, 6_000)) + "</g>" + '<use xlink:href="#a"/>' * 500),
    "inner-garbage": svg('<image xlink:href="data:image/png;base64,****"/>'),
    # What is fetched or run.
    "script": svg("<script>alert(1)</script>"),
    "handler": svg('<g onclick="go()"/>'),
    "page": svg('<foreignObject><b xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
    "include": svg('<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
    "file": svg('<image xlink:href="file:///etc/passwd"/>'),
    "address": svg('<use xlink:href="http://127.0.0.1:9/a.svg#a"/>'),
    "style-import": svg('<style>@import "a.css";</style>'),
    "style-escape": svg("<style>g { fill: u\\72l(a.svg) }</style>"),
    "style-font": svg('<style>@font-face { font-family: a; src: url("data:font/woff,AAAA") }</style>'),
    "style-sheet": b'<?xml-stylesheet href="a.css"?>' + svg(SQUARE),
    "animation": svg('<animate attributeName="x" dur="1s"/>'),
    "text-path": svg('<text><textPath xlink:href="#a">ก</textPath></text>'),
    "unknown-element": svg("<meshgradient/>"),
    "unknown-attribute": svg('<g frob="1"/>'),
    "unknown-property": svg('<g style="behavior: none"/>'),
}
# Heavy without breaking any rule: drawn, or refused because drawing took too long. Never more.
HEAVY = {
    "turbulence-fair": svg(filtered('<feTurbulence baseFrequency="0.9" numOctaves="8"/>' * 30)),
    "morphology-fair": svg(filtered('<feMorphology operator="dilate" radius="90"/>')),
    "opacity": svg('<g opacity=".9">' * 100 + SQUARE + "</g>" * 100),
    "dashes-fair": svg('<path d="M0 0{}" stroke="#000" stroke-dasharray=".01"/>'.format("h92h-92" * 300)),
    "pattern-tiny": svg('<pattern id="p" width=".0001" height=".0001" patternUnits="userSpaceOnUse"><circle r="4"/></pattern>'
                        '<rect width="92" height="100" fill="url(#p)"/>'),
    "transform": svg('<g transform="scale(1e300)"><path d="M0 0L1e300 1e300" stroke="#000"/></g>'),
    "masks-fair": svg('<mask id="m"><rect width="92" height="100" fill="#fff"/></mask>' + '<g mask="url(#m)">' * 60 + SQUARE + "</g>" * 60),
    "itself": svg('<g id="a"><use xlink:href="#a"/></g><pattern id="p" href="#p"/><rect width="9" height="9" fill="url(#p)"/>'),
}


class Pictures(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())

    def tearDown(self):
        shutil.rmtree(self.folder)

    def data_with(self, name, called="report.json"):
        data = {**EXAMPLE, "emblem": {"mode": "image", "image": name, "alternative_text": "ตรา"}}
        path = self.folder / called
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        return path

    def krut(self, *words):
        return subprocess.run([KRUT, *map(str, words), "--lang", "en", "--diagnostics", "json"], capture_output=True,
                              cwd=self.folder, env={"PATH": os.environ["PATH"]}, timeout=LONGEST, check=False)

    def errors_of(self, done):
        told = [json.loads(line) for line in done.stderr.decode().splitlines()]
        return [each for each in told if each["severity"] == "error"]

    def three_ways(self, name):
        """Exit codes and errors of `check`, of the PDF alone and of the DOCX alone."""
        data = self.data_with(name)
        shutil.rmtree(self.folder / "papers", ignore_errors=True)
        (self.folder / "papers").mkdir()
        return [(done.returncode, self.errors_of(done)) for done in (
            self.krut("check", data), self.krut("render", data, "-o", "papers/a.pdf"),
            self.krut("render", data, "-o", "papers/a.docx"))]

    def expect_refused(self, name, code=None):
        (first, errors), *others = self.three_ways(name)
        self.assertIn(first, (BAD_DATA, 66), name)
        for status, told in others:
            self.assertEqual((status, told), (first, errors), name)
        self.assertEqual(len(errors), 1, name)
        error = errors[0]
        self.assertTrue(error["hint"], name)
        self.assertIn(pathlib.Path(name).name, error["message"])
        self.assertEqual((error["pointer"], error["line"] > 0, error["column"] > 0), ("/emblem/image", True, True), name)
        self.assertEqual(os.listdir(self.folder / "papers"), [], name)
        if code:
            self.assertEqual(error["code"], code, name)
        return error["message"]

    def expect_taken(self, name):
        for status, errors in self.three_ways(name):
            self.assertEqual((status, errors), (OK, []), name)
        self.assertEqual(sorted(os.listdir(self.folder / "papers")), ["a.docx", "a.pdf"], name)

    def test_a_damaged_png_is_told_by_check_and_for_both_papers(self):
        whole = png()
        self.picture("whole.png", whole)
        self.expect_taken("whole.png")
        damaged = {
            "cut.png": whole[:-20], "half.png": whole[:100], "sum.png": whole[:60] + b"\0" + whole[61:], "behind.png": whole + b"PK",
            "rows.png": png(rows=(b"\0" + b"\xff" * 184) * 199), "filter.png": png(rows=(b"\7" + b"\xff" * 184) * 200),
            "more.png": png(rows=(b"\0" + b"\xff" * 184) * 201), "palette.png": png(colour=3), "head.png": whole[:30],
        }
        for name, bytes_ in damaged.items():
            self.picture(name, bytes_)
            self.expect_refused(name, "layout.not-an-image")

    def test_a_png_that_unpacks_to_gigabytes_is_told_before_it_does(self):
        head = b"".join(size.to_bytes(4, "big") for size in (30_000, 30_000)) + bytes([8, 6, 0, 0, 0])
        self.picture("bomb.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 50_000_000)) +
                     chunk(b"IEND", b""))
        self.expect_refused("bomb.png", "layout.picture-limit")

    def picture(self, name, bytes_):
        (self.folder / name).write_bytes(bytes_)

    def test_what_is_no_file_is_no_picture_and_makes_nobody_wait(self):
        os.mkfifo(self.folder / "pipe.png")
        (self.folder / "folder.png").mkdir()
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(self.folder / "socket.png"))
            for name in ("pipe.png", "folder.png", "socket.png"):
                begin = time.monotonic()
                self.expect_refused(name)
                self.assertLess(time.monotonic() - begin, LONGEST)

    def test_a_link_leads_nowhere_outside_the_folder(self):
        outside = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, outside)
        (outside / "a.png").write_bytes(png())
        (self.folder / "inside").mkdir()
        self.picture("inside/a.png", png())
        links = {"out.png": outside / "a.png", "up.png": pathlib.Path("..") / outside.name / "a.png", "device.png": pathlib.Path("/dev/zero"),
                 "chain.png": pathlib.Path("out.png"), "loop.png": pathlib.Path("loop.png"), "gone.png": pathlib.Path("nothing.png")}
        for name, target in links.items():
            (self.folder / name).symlink_to(target)
            self.expect_refused(name)
        (self.folder / "away").symlink_to(outside)
        for name in ("away/a.png", "../" + outside.name + "/a.png", str(outside / "a.png"), "inside/../../" + outside.name + "/a.png"):
            self.expect_refused(name)
        (self.folder / "in.png").symlink_to("inside/a.png")
        (self.folder / "absolute.png").symlink_to(self.folder / "inside" / "a.png")
        for name in ("in.png", "absolute.png", "inside/a.png", "inside/../inside/a.png"):
            self.expect_taken(name)

    def test_ordinary_drawings_go_on_working(self):
        for name, bytes_ in SOUND.items():
            self.picture(name + ".svg", bytes_)
            self.expect_taken(name + ".svg")

    def test_a_drawing_of_a_size_that_cannot_be_is_told_by_its_name(self):
        shutil.copy(SOURCE / "tests" / "data" / "drawing" / "ratio.svg", self.folder / "ratio.svg")
        self.assertIn("viewBox", self.expect_refused("ratio.svg"))

    def test_one_way_to_refuse_a_drawing_is_every_way(self):
        for name in ("kernel-50", "inner-flood", "turbulence", "entity", "uses", "text-path"):
            self.picture(name + ".svg", REFUSED[name])
            self.expect_refused(name + ".svg")

    def ended(self, name, bytes_):
        self.picture(name + ".svg", bytes_)
        done = self.krut("check", self.data_with(name + ".svg", name + ".json"))
        return name, done.returncode, done.stderr

    def test_no_hostile_drawing_does_harm(self):
        self.assertGreaterEqual(len(REFUSED) + len(HEAVY), 80)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for name, status, told in pool.map(lambda item: self.ended(*item), REFUSED.items()):
                self.assertEqual(status, BAD_DATA, (name, told))
                self.assertIn(name + ".svg", told.decode(), name)
            for name, status, told in pool.map(lambda item: self.ended(*item), HEAVY.items()):
                self.assertIn(status, (OK, BAD_DATA), (name, told))

    def test_a_drawing_takes_no_more_memory_than_its_program_may_have(self):
        self.picture("a.svg", REFUSED["inner-flood"])
        data = self.data_with("a.svg")
        child = subprocess.Popen([KRUT, "check", data], stderr=subprocess.DEVNULL, cwd=self.folder)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(child.returncode, BAD_DATA)
        self.assertLess(usage.ru_maxrss, 1 << 20)  # in KiB


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
