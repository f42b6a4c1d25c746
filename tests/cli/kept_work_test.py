#!/usr/bin/python3
"""Nothing that somebody made is lost: what krut replaces and what it refuses to, and what it tells of papers that
other programs have had in hand.

    kept_work_test.py KRUT SOURCE_FOLDER
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

import docx
from docx.shared import Cm

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2])
EXAMPLE = SOURCE / "examples" / "memo-report.json"
KEPT = 73


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, check=False, **options)


class Papers(unittest.TestCase):
    """The example's papers, made once."""

    @classmethod
    def setUpClass(cls):
        cls.made = pathlib.Path(tempfile.mkdtemp())
        shutil.copy(EXAMPLE, cls.made / "report.json")
        done = run(KRUT, "render", cls.made / "report.json", "--signatures", cls.made / "hands.json")
        if done.returncode:
            raise RuntimeError(done.stderr.decode())

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.made)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        for path in self.made.iterdir():
            shutil.copy(path, self.folder)

    def tearDown(self):
        shutil.rmtree(self.folder)

    def krut(self, *arguments, given=None):
        return run(KRUT, *arguments, "--lang", "en", input=given, cwd=self.folder)

    def bytes_of(self, name):
        return (self.folder / name).read_bytes()

    def contents(self):
        return {path.name: path.read_bytes() for path in self.folder.iterdir() if path.is_file()}

    def standing(self, name):
        done = self.krut("read-back", "--about", name)
        return json.loads(done.stdout)

    def expect_kept(self, *arguments, code, words=()):
        """The call is refused, says what would be lost, and changes nothing."""
        before = self.contents()
        done = self.krut(*arguments)
        message = done.stderr.decode()
        self.assertEqual((done.returncode, done.stdout), (KEPT, b""), message)
        self.assertIn("[{}]".format(code), message)
        self.assertIn("--overwrite", message)
        for word in words:
            self.assertIn(word, message)
        self.assertEqual(self.contents(), before)
        return message

    def expect_replaced(self, *arguments):
        done = self.krut(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr.decode())

    def edit(self, change, name="report.docx"):
        document = docx.Document(str(self.folder / name))
        change(document)
        document.save(str(self.folder / name))


def retype(old, new):
    def change(document):
        for paragraph in document.paragraphs:
            for piece in paragraph.runs:
                if old in piece.text:
                    piece.text = piece.text.replace(old, new)
                    return
        raise AssertionError(old)
    return change


class Replacing(Papers):
    def test_papers_that_nobody_touched_are_replaced(self):
        self.expect_replaced("render", "report.json", "--signatures", "hands.json")
        data = self.bytes_of("report.json").replace("ลำฟ้าใส".encode(), "ลำน้ำใส".encode())
        (self.folder / "report.json").write_bytes(data)
        before = self.contents()
        self.expect_replaced("render", "report.json", "--signatures", "hands.json")
        for name in ("report.pdf", "report.docx", "hands.json"):
            self.assertNotEqual(self.bytes_of(name), before[name], name)

    def test_a_word_typed_into_the_docx_is_kept_and_named_with_its_place(self):
        self.edit(retype("ตามที่", "แก้ไขแล้วตามที่"))
        self.expect_kept("render", "report.json", code="file.edited",
                         words=("แก้ไขแล้วตามที่", "/memo/reason", "last saved on 20"))
        self.expect_kept("render", "report.json", "-o", str(self.folder) + "/", code="file.edited")
        self.expect_kept("render", "report.json", "-o", "report.docx", code="file.edited")
        self.expect_replaced("render", "report.json", "-o", "other.docx")
        self.expect_replaced("render", "report.json", "--overwrite")
        self.expect_replaced("render", "report.json")

    def test_a_word_in_a_cell_names_table_row_and_cell(self):
        def change(document):
            document.tables[-1].rows[-1].cells[1].paragraphs[0].add_run(" เพิ่มในช่อง")
        self.edit(change)
        message = self.expect_kept("render", "report.json", code="file.edited", words=("เพิ่มในช่อง",))
        self.assertRegex(message, r"table \d+, row \d+, cell 2 under ")

    def test_looks_count_as_work_too(self):
        def bold(document):
            document.paragraphs[5].runs[0].bold = True

        def width(document):
            document.tables[-1].columns[0].width = Cm(3)

        def picture(document):
            document.add_picture(str(SOURCE / "examples" / "pages.png"), width=Cm(2))

        def author(document):
            document.core_properties.last_modified_by = "สมชาย ใจดี"
        for change, words in ((bold, ()), (width, ()), (picture, ()), (author, ("by สมชาย ใจดี",))):
            with self.subTest(change.__name__):
                shutil.copy(self.made / "report.docx", self.folder)
                self.edit(change)
                self.expect_kept("render", "report.json", code="file.edited", words=("no words differ", *words))

    def test_a_comment_is_work(self):
        comment = ('<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="http://schemas.openxmlformats.org/'
                   'wordprocessingml/2006/main"><w:comment w:id="0" w:author="ก"><w:p><w:r><w:t>โปรดแก้</w:t></w:r></w:p>'
                   '</w:comment></w:comments>')
        with zipfile.ZipFile(self.folder / "report.docx", "a") as archive:
            archive.writestr("word/comments.xml", comment)
        self.expect_kept("render", "report.json", code="file.edited", words=("comment", "โปรดแก้"))

    def test_an_archive_packed_again_is_not_as_krut_made_it(self):
        with zipfile.ZipFile(self.made / "report.docx") as old, zipfile.ZipFile(self.folder / "report.docx", "w") as new:
            for entry in old.infolist():
                new.writestr(entry, old.read(entry))
        self.expect_kept("render", "report.json", code="file.edited")

    def test_every_byte_counts(self):
        for name in ("report.pdf", "report.docx", "hands.json"):
            made = self.bytes_of(name)
            for at in [*range(0, len(made), len(made) // 24), len(made) - 1]:
                changed = bytearray(made)
                changed[at] ^= 1
                (self.folder / name).write_bytes(changed)
                done = self.krut("render", "report.json", "--signatures", "hands.json")
                self.assertEqual(done.returncode, KEPT, "{} {}".format(name, at))
            for more in (b"\n", b"x" * 5000):
                (self.folder / name).write_bytes(made + more)
                done = self.krut("render", "report.json", "--signatures", "hands.json")
                self.assertEqual(done.returncode, KEPT, "{} with {} bytes more".format(name, len(more)))
            (self.folder / name).write_bytes(made)

    def test_a_signed_pdf_is_kept_and_its_signers_are_named(self):
        self.sign("report.pdf")
        self.expect_kept("render", "report.json", code="file.signed", words=("Test signer", "20"))
        self.expect_kept("render", "report.json", "-o", "report.pdf", code="file.signed")
        self.expect_replaced("render", "report.json", "--overwrite")

    def sign(self, name):
        with tempfile.TemporaryDirectory() as database:
            noise = os.path.join(database, "noise")
            pathlib.Path(noise).write_bytes(os.urandom(2048))
            run("certutil", "-N", "-d", "sql:" + database, "--empty-password")
            run("certutil", "-S", "-d", "sql:" + database, "-n", "signer", "-s", "CN=Test signer", "-x", "-t", "CTu,CTu,CTu",
                "-v", "12", "-z", noise)
            signed = self.folder / "signed.pdf"
            done = run("pdfsig", "-nssdir", "sql:" + database, "-sign", "signature_1", "-nick", "signer",
                       self.folder / name, signed)
            self.assertEqual(done.returncode, 0, done.stderr)
            signed.replace(self.folder / name)

    def test_a_signed_pdf_made_without_its_source_is_kept(self):
        self.expect_replaced("render", "report.json", "--no-source")
        self.expect_replaced("render", "report.json", "--no-source")
        self.sign("report.pdf")
        self.expect_kept("render", "report.json", code="file.signed")
        self.edit(retype("ตามที่", "แก้"))
        self.expect_kept("render", "report.json", "-o", "report.docx", code="file.edited")

    def test_a_pdf_that_another_program_wrote_again_is_kept(self):
        for options in (("--linearize",), ("--qdf",), ("--object-streams=disable",)):
            run("qpdf", *options, self.made / "report.pdf", self.folder / "report.pdf")
            self.expect_kept("render", "report.json", code="file.edited", words=("no words differ",))

    def test_what_is_not_ours_is_kept_and_an_empty_file_is_not(self):
        for name, content in (("report.pdf", b"%PDF-1.4\nnot a pdf"), ("report.docx", b"PK\x03\x04"),
                              ("report.docx", b"a letter"), ("report.pdf", b"\n")):
            self.expect_replaced("render", "report.json", "--overwrite")
            (self.folder / name).write_bytes(content)
            self.expect_kept("render", "report.json", code="file.not-ours", words=(name,))
        (self.folder / "report.pdf").write_bytes(b"")
        (self.folder / "report.docx").write_bytes(b"")
        self.expect_replaced("render", "report.json")

    def test_all_reasons_are_told_at_once(self):
        self.edit(retype("ตามที่", "แก้ไขแล้วตามที่"))
        (self.folder / "report.pdf").write_bytes(b"somebody's")
        (self.folder / "hands.json").write_bytes(b"{}")
        message = self.expect_kept("render", "report.json", "--signatures", "hands.json", code="file.edited")
        self.assertEqual(message.count("[file.not-ours]"), 2)

    def test_through_a_link_its_target_counts(self):
        (self.folder / "work.docx").write_bytes(b"somebody's")
        (self.folder / "report.docx").unlink()
        (self.folder / "report.docx").symlink_to("work.docx")
        self.expect_kept("render", "report.json", code="file.not-ours")
        shutil.copy(self.made / "report.docx", self.folder / "work.docx")
        self.expect_replaced("render", "report.json")
        self.assertTrue((self.folder / "report.docx").is_symlink())

    def test_a_device_is_written_as_ever(self):
        (self.folder / "out.pdf").symlink_to("/dev/null")
        self.expect_replaced("render", "report.json", "-o", "out.pdf")

    def test_a_list_of_signatures_that_somebody_changed_is_kept(self):
        hands = json.loads(self.bytes_of("hands.json"))
        self.assertRegex(hands["digest"], "^[0-9A-F]{32}$")
        hands["signatures"][0]["signer"] = "ผู้อื่น"
        (self.folder / "hands.json").write_text(json.dumps(hands), encoding="utf-8")
        self.expect_kept("render", "report.json", "--signatures", "hands.json", code="file.edited")
        (self.folder / "hands.json").write_text("[1]", encoding="utf-8")
        self.expect_kept("render", "report.json", "--signatures", "hands.json", code="file.not-ours")

    def test_data_read_back_replaces_nothing_but_itself(self):
        self.expect_replaced("read-back", "report.pdf", "-o", "back.json")
        self.expect_replaced("read-back", "report.pdf", "-o", "back.json")
        (self.folder / "back.json").write_bytes(self.bytes_of("back.json") + b" ")
        self.expect_kept("read-back", "report.pdf", "-o", "back.json", code="file.not-ours")
        self.expect_replaced("read-back", "report.pdf", "-o", "back.json", "--overwrite")
        self.expect_kept("read-back", "report.pdf", "--about", "-o", "back.json", code="file.not-ours")

    def test_a_skeleton_goes_to_a_file_and_replaces_only_a_skeleton(self):
        self.expect_replaced("new", "memo", "-o", "start.json")
        self.assertEqual(self.bytes_of("start.json"), self.krut("new", "memo").stdout)
        self.expect_replaced("new", "ita/memo-report", "-o", "start.json")
        self.expect_replaced("new", "memo", "--explain", "-o", "start.json")
        self.expect_replaced("new", "memo", "-o", "start.json")
        head, mark, value = self.bytes_of("start.json").rpartition(b'": "')
        (self.folder / "start.json").write_bytes(head + mark + "กรอกแล้ว ".encode() + value)
        self.expect_kept("new", "memo", "-o", "start.json", code="file.not-ours")
        self.expect_kept("new", "memo", "-o", "report.json", code="file.not-ours")
        self.expect_replaced("new", "memo", "-o", "start.json", "--overwrite")


class ReadingBack(Papers):
    def test_an_edited_docx_gives_its_data_with_a_warning_and_code_1(self):
        self.edit(retype("ตามที่", "แก้ไขแล้วตามที่"))
        done = self.krut("read-back", "report.docx", "-o", "back.json")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(self.bytes_of("back.json"), self.bytes_of("report.json"))
        message = done.stderr.decode()
        self.assertIn("warning", message)
        self.assertIn("[readback.edited]", message)
        self.assertIn("แก้ไขแล้วตามที่", message)
        about = self.standing("report.docx")
        self.assertEqual((about["standing"], about["layout"]), ("edited", "ita/memo-report"))
        self.assertEqual(about["differences"][0]["pointer"], "/memo/reason")

    def test_words_that_are_gone_or_new_are_named(self):
        def change(document):
            gone = next(p for p in document.paragraphs if p.text.startswith("บัดนี้"))
            gone._p.getparent().remove(gone._p)
            document.add_paragraph("ย่อหน้าที่คนพิมพ์เพิ่ม")
        self.edit(change)
        about = self.standing("report.docx")
        first, second = about["differences"]
        self.assertTrue(first["before"].startswith("บัดนี้") and not first["after"], first)
        self.assertEqual((second["before"], second["after"]), ("", "ย่อหน้าที่คนพิมพ์เพิ่ม"))

    def test_many_differences_are_named_first_to_last_and_counted_as_more(self):
        def change(document):
            for paragraph in document.paragraphs:
                for piece in paragraph.runs:
                    piece.text = piece.text.replace("า", "ะ")
        self.edit(change)
        about = self.standing("report.docx")
        self.assertEqual(len(about["differences"]), 5)
        self.assertTrue(about["has_more_differences"])

    def test_a_header_that_says_something_else_is_named(self):
        def change(document):
            document.sections[0].header.paragraphs[0].add_run("ร่างที่ ๒")
        self.edit(change)
        about = self.standing("report.docx")
        self.assertIn("ร่างที่ ๒", about["differences"][0]["after"])
        self.assertEqual(about["differences"][0]["place"], "header")

    def test_libreoffice_saving_it_again_changes_no_word(self):
        for name in ("memo-report", "tables", "letter", "progress-checklist"):
            with self.subTest(name):
                shutil.copy(SOURCE / "examples" / (name + ".json"), self.folder)
                self.expect_replaced("render", name + ".json", "-o", name + ".docx")
                with tempfile.TemporaryDirectory() as profile:
                    run("soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--convert-to",
                        "docx:MS Word 2007 XML", "--outdir", self.folder / "saved", self.folder / (name + ".docx"), timeout=300)
                done = self.krut("read-back", self.folder / "saved" / (name + ".docx"))
                message = done.stderr.decode()
                self.assertEqual(done.returncode, 1, message)
                self.assertEqual(done.stdout, self.bytes_of(name + ".json"))
                self.assertIn("[readback.saved-again]", message)
                self.assertIn("LibreOffice", message)

    def test_a_note_written_onto_the_pdf_is_named(self):
        made = self.bytes_of("report.pdf")
        page = int(re.search(rb"(\d+) 0 obj\s*<<\s*/Type\s*/Page\b", made).group(1))
        root = re.search(rb"/Root (\d+) 0 R", made).group(1).decode()
        start = made.rsplit(b"startxref\n", 1)[1].split()[0].decode()
        body = run("mutool", "show", self.folder / "report.pdf", str(page)).stdout
        entries = re.search(rb"<<(.*)>>", body, re.S).group(1)
        entries = re.sub(rb"/Annots\s*\[.*?\]", b"", entries, flags=re.S)
        note = "/Annots[<</Type/Annot/Subtype/Text/Rect[9 9 30 30]/T(Somchai)/Contents(please mend)>>]"
        added = b"%d 0 obj\n<<%s%s>>\nendobj\n" % (page, entries, note.encode())
        table = "xref\n{} 1\n{:010} 00000 n \ntrailer\n<</Size 9999/Root {} 0 R/Prev {}>>\nstartxref\n{}\n%%EOF\n".format(
            page, len(made), root, start, len(made) + len(added))
        (self.folder / "report.pdf").write_bytes(made + added + table.encode())
        done = self.krut("read-back", "report.pdf")
        message = done.stderr.decode()
        self.assertEqual((done.returncode, done.stdout), (1, self.bytes_of("report.json")), message)
        self.assertIn("page 1, annotation by Somchai", message)
        self.assertIn("please mend", message)
        self.expect_kept("render", "report.json", code="file.edited", words=("please mend",))

    def test_a_paper_that_nobody_touched_is_told_as_such(self):
        for name in ("report.pdf", "report.docx"):
            self.assertEqual(self.standing(name)["standing"], "untouched")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
