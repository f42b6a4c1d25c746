#!/usr/bin/python3
"""A font that is damaged or cannot be read is told by name and passed over, unless the layout asks for that very one.

    bad_fonts_test.py KRUT SOURCE_FOLDER FONT_FOLDER
"""
import os
import pathlib
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
FONTS = pathlib.Path(sys.argv[3]).resolve()
FACE = (FONTS / "KrutSarabun.ttf").read_bytes()
EXAMPLE = SOURCE / "examples" / "memo.json"
RESOURCE_MISSING = 69


def renamed(font, name):
    """The font under another family name of twelve letters."""
    assert len(name) == len("Krut Sarabun")
    wide = lambda text: text.encode("utf-16-be")
    return font.replace(b"Krut Sarabun", name.encode()).replace(wide("Krut Sarabun"), wide(name))


def tables(font):
    return {font[at:at + 4].decode(): struct.unpack(">II", font[at + 8:at + 16])
            for at in range(12, 12 + 16 * struct.unpack(">H", font[4:6])[0], 16)}


def with_bytes(font, at, replacement):
    return font[:at] + replacement + font[at + len(replacement):]


def without_table(font, tag):
    return font.replace(tag.encode(), b"zzzz", 1)


def with_size(font, tag, size):
    at = next(at for at in range(12, len(font), 16) if font[at:at + 4] == tag.encode())
    return with_bytes(font, at + 12, struct.pack(">I", size))


def collection(font, count, offset=None):
    """A TTC that names the font `count` times."""
    head = b"ttcf" + struct.pack(">II", 0x00010000, count)
    base = len(head) + 4 * count
    moved = bytearray(font)
    for at in range(12, 12 + 16 * struct.unpack(">H", font[4:6])[0], 16):
        struct.pack_into(">I", moved, at + 8, struct.unpack(">I", font[at + 8:at + 12])[0] + base)
    return head + struct.pack(">I", base if offset is None else offset) * count + bytes(moved)


def bad_faces():
    where = tables(FACE)
    loca, glyf, cmap = where["loca"][0], where["glyf"][0], where["cmap"][0]
    return {
        "cut": FACE[:len(FACE) // 2], "short": FACE[:13], "rubbish": random.Random(1).randbytes(5000),
        "head": without_table(FACE, "head"), "no-glyphs": without_table(FACE, "glyf"), "no-cmap": without_table(FACE, "cmap"),
        "empty-cmap": with_size(FACE, "cmap", 0), "empty-glyf": with_size(FACE, "glyf", 0),
        "loca": with_bytes(FACE, loca + 8, b"\xff\xff\xff\xff"), "hmtx": with_size(FACE, "hmtx", 4),
        "units": with_bytes(FACE, where["head"][0] + 18, b"\0\0"), "magic": with_bytes(FACE, where["head"][0] + 12, b"\0\0"),
        "maxp": with_bytes(FACE, where["maxp"][0] + 4, b"\xff\xff"), "map": with_bytes(FACE, cmap + 8, b"\x7f\xff\xff\xff"),
        "tables": with_bytes(FACE, 4, b"\xff\xff"), "outlines": with_bytes(FACE, glyf, b"\x7f\xff" * 200)}


class BadFonts(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        os.chmod(self.folder, 0o755)
        self.fonts = self.folder / "fonts"
        self.fonts.mkdir()

    def tearDown(self):
        shutil.rmtree(self.folder)

    def krut(self, command, *arguments, as_nobody=False, seconds=60):
        def leave():
            if as_nobody and os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
        return subprocess.run([KRUT, command, *map(str, arguments), "--lang", "en"], capture_output=True, text=True,
                              timeout=seconds, preexec_fn=leave, check=False, cwd=self.folder)

    def check(self, **more):
        return self.krut("check", EXAMPLE, "--fonts", self.fonts, **more)

    def render(self, **more):
        out = self.folder / "out"
        out.mkdir(exist_ok=True)
        os.chmod(out, 0o777)
        return self.krut("render", EXAMPLE, "--fonts", self.fonts, "-o", f"{out}/", **more)

    def expect_passed_over(self, name, **more):
        """Check, render and the list of fonts all name the file and go on: what has Sarabun's widths was to be used."""
        for done in (self.check(**more), self.render(**more), self.krut("fonts", "--fonts", self.fonts, **more)):
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(name, done.stderr)
            self.assertIn("warning", done.stderr)
            self.assertIn("hint", done.stderr)

    def expect_refused(self, name):
        for done in (self.check(), self.render()):
            self.assertEqual(done.returncode, RESOURCE_MISSING, done.stderr)
            self.assertIn(name, done.stderr)
            self.assertIn("font.damaged", done.stderr)
        self.assertEqual([path.name for path in (self.folder / "out").iterdir()], [])

    def test_damaged_tables_are_told_and_passed_over(self):
        for name, font in bad_faces().items():
            with self.subTest(name):
                path = self.fonts / f"{name}.ttf"
                path.write_bytes(renamed(font, "Another Font"))
                self.expect_passed_over(f"{name}.ttf")
                path.unlink()

    def test_the_one_that_the_layout_asks_for_is_an_error_that_names_it(self):
        for name in ("loca", "hmtx", "no-glyphs", "outlines", "map", "maxp", "tables"):
            with self.subTest(name):
                (self.fonts / "mine.ttf").write_bytes(renamed(bad_faces()[name], "THSarabunPSK"))
                self.expect_refused("mine.ttf")

    def test_one_whose_names_are_gone_is_known_by_its_file(self):
        (self.fonts / "THSarabunPSK-Bold.ttf").write_bytes(FACE[:3000])
        self.expect_refused("THSarabunPSK-Bold.ttf")

    def test_a_sound_one_of_the_same_name_serves(self):
        (self.fonts / "a.ttf").write_bytes(with_size(renamed(FACE, "THSarabunPSK"), "hmtx", 4))
        (self.fonts / "b.ttf").write_bytes(renamed(FACE, "THSarabunPSK"))
        self.expect_passed_over("a.ttf")

    def test_a_damaged_one_that_nobody_uses_is_told_where_all_are_listed(self):
        wide = bytearray(renamed(FACE, "Another Font"))
        at = tables(FACE)["glyf"][0]
        wide[at:at + 400] = b"\x7f\xff" * 200
        wide[tables(FACE)["head"][0] + 18:tables(FACE)["head"][0] + 20] = b"\x04\0"
        (self.fonts / "wide.ttf").write_bytes(wide)
        done = self.check()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        listed = self.krut("fonts", "--fonts", self.fonts)
        self.assertIn("wide.ttf", listed.stderr)
        self.assertIn("Another Font", listed.stderr)

    def test_fonts_of_other_kinds_are_told_with_what_they_are(self):
        for name, beginning, kind in (("a.woff2", b"wOF2", "WOFF2"), ("b.woff", b"wOFF", "WOFF"), ("c.ttf", b"wOF2", "WOFF2"),
                                      ("d.pfb", b"\x80\x01", "Type 1")):
            (self.fonts / name).write_bytes(beginning + bytes(100))
            for done in (self.check(), self.krut("fonts", "--fonts", self.fonts)):
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertRegex(done.stderr, rf"{name}: warning: .*{kind}.*\[font.kind-not-used\]\n  hint: ")
            (self.fonts / name).unlink()

    def test_glyphs_made_of_one_another_without_end_are_damage(self):
        where = tables(FACE)
        is_long = struct.unpack(">h", FACE[where["head"][0] + 50:where["head"][0] + 52])[0]
        self.assertIn(is_long, (0, 1))
        read = lambda i: (struct.unpack_from(">I", FACE, where["loca"][0] + 4 * i)[0] if is_long
                          else 2 * struct.unpack_from(">H", FACE, where["loca"][0] + 2 * i)[0])
        glyph = next(i for i in range(1, 2000) if read(i + 1) - read(i) >= 20)
        loop = struct.pack(">hhhhhHHbb", -1, 0, 0, 0, 0, 0x0002, glyph, 0, 0)
        (self.fonts / "loop.ttf").write_bytes(renamed(with_bytes(FACE, where["glyf"][0] + read(glyph), loop), "Another Font"))
        self.expect_passed_over("loop.ttf")

    def test_a_collection_of_twenty_thousand_faces_takes_no_time(self):
        (self.fonts / "many.ttc").write_bytes(collection(renamed(FACE, "Another Font"), 20_000))
        done = self.krut("check", EXAMPLE, "--fonts", self.fonts, seconds=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("font.too-many-faces", done.stderr)
        self.assertIn("20000", done.stderr)

    def test_a_collection_whose_faces_lie_outside_is_told_face_by_face(self):
        (self.fonts / "away.ttc").write_bytes(collection(FACE, 3, 0x7FFFFFFF))
        done = self.check()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr.count("font.damaged"), 3)
        self.assertIn("font 3 of the file", done.stderr)

    def test_characters_whose_glyphs_are_not_there_are_lacking(self):
        few = with_bytes(renamed(FACE, "THSarabunPSK"), tables(FACE)["maxp"][0] + 4, b"\0\x0a")
        (self.fonts / "few.ttf").write_bytes(few)
        for done in (self.check(), self.render()):
            self.assertIn(done.returncode, (69, 74), done.stderr)

    def test_what_cannot_be_read_is_passed_over_and_nothing_waits(self):
        (self.fonts / "folder.ttf").mkdir()
        os.mkfifo(self.fonts / "pipe.ttf")
        (self.fonts / "dangling.ttf").symlink_to("nowhere")
        (self.fonts / "round.otf").symlink_to("round.otf")
        (self.fonts / "closed.ttf").write_bytes(FACE)
        (self.fonts / "closed.ttf").chmod(0)
        (self.fonts / "shut").mkdir(0)
        for name in ("folder.ttf", "pipe.ttf", "dangling.ttf", "round.otf", "closed.ttf", "shut"):
            self.expect_passed_over(name, as_nobody=True)

    def test_one_larger_than_the_limit_is_passed_over(self):
        with open(self.fonts / "large.ttf", "wb") as file:
            file.write(FACE)
            file.truncate((64 << 20) + 1)
        self.expect_passed_over("large.ttf")

    def test_whatever_bytes_change_check_and_render_say_the_same(self):
        chance = random.Random(20230410)
        for attempt in range(25):
            font = bytearray(renamed(FACE, "THSarabunPSK"))
            for _ in range(chance.choice((1, 4, 40))):
                font[chance.randrange(len(font))] = chance.randrange(256)
            (self.fonts / "mine.ttf").write_bytes(font[:chance.randrange(len(font))] if attempt % 5 == 0 else font)
            checked, rendered = self.check(), self.render()
            self.assertEqual(checked.returncode, rendered.returncode, (attempt, checked.stderr, rendered.stderr))
            self.assertIn(rendered.returncode, (0, RESOURCE_MISSING, 74), rendered.stderr)
            if rendered.returncode != 0:
                self.assertIn("mine.ttf", checked.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
