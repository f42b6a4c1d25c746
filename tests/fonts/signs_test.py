#!/usr/bin/python3
"""Signs of office texts (↔ ✓ ☑ ℃ α) come from Krut Symbols in both papers, and boxes typed in a text are as those of a
choice: of their size and line, and read aloud by words.

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
SIGNS = "↔ → ← ⇒ ✓ ✔ ✗ ✘ ☐ ☑ ☒ ℃ ℉ ° α β γ Ω µ ≤ ≥ ≠ ≈ ± √ ∞ ① ② ⅓ № ™ ● ○ ■ □ ◆ ▪ ➢ ★ ☆ ☎ ✉ ㎡ ㎥ ㎝ ㎏ ✅ ❌ ⬜ € é ñ"


class Signs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        memo = json.loads((SOURCE / "examples" / "memo.json").read_text(encoding="utf-8"))
        memo["memo"]["body"] = [SIGNS, "ก→ข ☑เห็นชอบ ☐ไม่เห็นชอบ ๘๐℃ ก็ดี"]
        (cls.folder / "signs.json").write_text(json.dumps(memo, ensure_ascii=False), encoding="utf-8")
        cls.done = subprocess.run([KRUT, "render", "signs.json", "--lang", "en"], cwd=cls.folder, capture_output=True,
                                  text=True, check=False)

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

    def test_the_docx_names_the_face_and_carries_it(self):
        with zipfile.ZipFile(self.folder / "signs.docx") as package:
            document = package.read("word/document.xml").decode("utf-8")
            fonts = package.read("word/fontTable.xml").decode("utf-8")
        self.assertRegex(fonts, r'<w:font w:name="Krut Symbols">.*?<w:embedRegular')
        for sign in "↔☑℃α":
            runs = [run for run in re.findall(r"<w:r>.*?</w:r>", document) if re.search(rf"<w:t[^>]*>[^<]*{sign}", run)]
            self.assertTrue(runs)
            self.assertTrue(all('w:ascii="Krut Symbols"' in run for run in runs), sign)

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
