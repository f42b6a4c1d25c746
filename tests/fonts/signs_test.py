#!/usr/bin/python3
"""Signs of office texts (↔ ✓ ☑ ℃ α ⭐ Ａ 1️⃣ 👍) come from Krut Symbols and Krut Emoji in both papers, and boxes typed in a text
are as those of a choice: of their size and line, and read aloud by words. Private characters that copies bring are printed as
the signs they mean; what turns the direction of writing is in no paper; what no face has is told by its name.

    signs_test.py KRUT SOURCE_FOLDER FONT_FOLDER
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

from fontTools.ttLib import TTFont

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
SYMBOLS = pathlib.Path(sys.argv[3]).resolve() / "KrutSymbols.ttf"
SIGNS = "↔ → ← ⇒ ✓ ✔ ✗ ✘ ☐ ☑ ☒ ℃ ℉ ° α β γ Ω µ ≤ ≥ ≠ ≈ ± √ ∞ ① ② ⅓ № ™ ● ○ ■ □ ◆ ▪ ➢ ★ ☆ ☎ ✉ ㎡ ㎥ ㎝ ㎏ ✅ ❌ ⬜ € é ñ "
SIGNS += "⭐ ⮕ 1️⃣ #️⃣ ⓿ ₿ Ａ１％ ế 𝐀 👍 📞 🏆 ⚠️ ✔️"
PRIVATE = {"\uf0fc": "✓", "\uf0a8": "☐", "\uf0fe": "☑", "\uf0b7": "•", "\uf0e0": "→", "\uf0d8": "➢"}
UNSEEN = "\ufeff\u202e\u202c\u200e\u2066\u2069\u061c\u034f\ufff9"


class Signs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        memo = json.loads((SOURCE / "examples" / "memo.json").read_text(encoding="utf-8"))
        cls.memo = memo
        cls.done = cls.render("signs", [SIGNS, "ก→ข ☑เห็นชอบ ☐ไม่เห็นชอบ ๘๐℃ ก็ดี 1"])

    @classmethod
    def render(cls, name, body, *options):
        memo = dict(cls.memo, memo=dict(cls.memo["memo"], body=body))
        (cls.folder / f"{name}.json").write_text(json.dumps(memo, ensure_ascii=False), encoding="utf-8")
        return subprocess.run([KRUT, "render", f"{name}.json", "--lang", "en", *options], cwd=cls.folder,
                              capture_output=True, text=True, check=False)

    def text_of(self, name):
        return subprocess.run(["pdftotext", "-raw", f"{name}.pdf", "-"], cwd=self.folder, capture_output=True, text=True,
                              check=True).stdout

    def part_of(self, name, part):
        with zipfile.ZipFile(self.folder / f"{name}.docx") as package:
            return package.read(part).decode("utf-8")

    def words_of(self, name):
        return re.sub(r"<[^>]*>", "", self.part_of(name, "word/document.xml"))

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_every_sign_is_printed_and_nothing_is_told(self):
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        self.assertNotIn("text.missing-glyph", self.done.stderr)
        for reader in (("pdftotext", "signs.pdf", "-"), ("mutool", "draw", "-q", "-F", "txt", "signs.pdf")):
            text = subprocess.run(reader, cwd=self.folder, capture_output=True, text=True, check=True).stdout
            self.assertIn(re.sub(r"\s", "", SIGNS), re.sub(r"\s", "", text), reader[0])

    def test_boxes_are_read_aloud(self):
        plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "signs.pdf", "-"], cwd=self.folder,
                               capture_output=True, check=True).stdout.decode("latin-1")
        words = [bytes.fromhex(found).decode("utf-16-be").lstrip("\ufeff")
                 for found in re.findall(r"/Alt <([0-9a-f]+)>", plain)]
        for word, times in (("ไม่ได้เลือก", 2), ("เลือก", 2), ("กากบาท", 1)):
            self.assertEqual(words.count(word), times, words)

    def test_the_docx_names_the_faces_and_carries_what_it_needs_of_them(self):
        document = self.part_of("signs", "word/document.xml")
        fonts = self.part_of("signs", "word/fontTable.xml")
        for family, signs in (("Krut Symbols", "↔☑℃α⭐Ａ"), ("Krut Emoji", "👍📞")):
            self.assertRegex(fonts, rf'<w:font w:name="{family}">.*?<w:embedRegular')
            for sign in signs:
                runs = [run for run in re.findall(r"<w:r>.*?</w:r>", document)
                        if re.search(rf"<w:t[^>]*>[^<]*{sign}", run)]
                self.assertTrue(runs)
                self.assertTrue(all(f'w:ascii="{family}"' in run for run in runs), sign)
        with zipfile.ZipFile(self.folder / "signs.docx") as package:
            sizes = sorted(each.file_size for each in package.infolist() if each.filename.endswith(".odttf"))
        self.assertLess(sizes[0] + sizes[1], 60_000)

    def test_a_key_is_one_sign_and_its_digit_no_other(self):
        runs = re.findall(r"<w:r>.*?</w:r>", self.part_of("signs", "word/document.xml"))
        with_digit = [run for run in runs if re.search(r"<w:t[^>]*>[^<]*1", run)]
        self.assertEqual([("Krut Symbols" in run) for run in with_digit], [True, False], with_digit)
        self.assertRegex(with_digit[0], "1\ufe0f\u20e3")

    def test_private_signs_are_printed_as_what_they_mean_and_told_once(self):
        done = self.render("private", ["ก ".join(PRIVATE)])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr.count("[data."), 1, done.stderr)
        self.assertIn("U+F0FC as ✓, U+F0A8 as ☐", done.stderr)
        self.assertIn("[data.private-sign]", done.stderr)
        self.assertNotIn("text.missing-glyph", done.stderr)
        self.assertIn("ก ".join(PRIVATE.values()), self.text_of("private"))
        self.assertIn("ก ".join(PRIVATE.values()), self.words_of("private"))

    def test_what_cannot_be_seen_is_in_no_paper_and_told_once(self):
        done = self.render("unseen", ["ตาม" + "ที่".join(UNSEEN) + "นั้น"])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr.count("[data."), 1, done.stderr)
        self.assertIn("[data.invisible-character]", done.stderr)
        for code in ("U+FEFF", "U+202E", "U+200E", "U+2066", "U+061C", "U+034F", "U+FFF9"):
            self.assertIn(code, done.stderr)
        whole = "ตาม" + "ที่" * (len(UNSEEN) - 1) + "นั้น"
        self.assertIn(whole, self.text_of("unseen"))
        self.assertIn(whole, self.words_of("unseen"))

    def test_what_no_face_has_is_told_by_its_name(self):
        done = self.render("lacking", ["เชื้อ 🦠 中"], "--strict")
        self.assertEqual(done.returncode, 1, done.stderr)
        for name in ("🦠 (U+1F9A0)", "中 (U+4E2D)"):
            self.assertIn(f"no font has the character {name} on page 1", done.stderr)

    def test_bold_signs_are_bold(self):
        body = [{"p": "ผ่าน ✓ ⭐", "bold": True}, {"p": "ผ่าน ✓"}]
        tables = {"layout": "tables", "parts": [{"orientation": "portrait", "chapters": [{"body": body}]}]}
        (self.folder / "bold.json").write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")
        done = subprocess.run([KRUT, "render", "bold.json", "--lang", "en"], cwd=self.folder, capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        fonts = subprocess.run(["pdffonts", "bold.pdf"], cwd=self.folder, capture_output=True, text=True, check=True).stdout
        self.assertIn("KrutSymbols-Bold", fonts)
        self.assertIn("KrutSymbols-Regular", fonts)
        family = re.search(r'<w:font w:name="Krut Symbols">.*?</w:font>', self.part_of("bold", "word/fontTable.xml")).group()
        self.assertIn("w:embedRegular", family)
        self.assertIn("w:embedBold", family)

    def test_a_box_is_as_large_as_that_of_a_choice(self):
        font = TTFont(SYMBOLS)
        em = font["head"].unitsPerEm
        for character in (0x2610, 0x2611, 0x2612):
            glyph = font["glyf"][font.getBestCmap()[character]]
            # .4 em a side, its line .6 pt at 16 pt, on the baseline
            for edge, share in ((glyph.xMax - glyph.xMin, 0.4375), (glyph.yMin, -0.01875), (glyph.yMax, 0.41875)):
                self.assertAlmostEqual(edge / em, share, delta=0.001)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
