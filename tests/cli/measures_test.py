#!/usr/bin/python3
"""Measures that would make text vanish, lie over other text or leave the paper are faults, and nothing is written.

    measures_test.py KRUT SOURCE_FOLDER
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
SCHEMA = {"type": "object", "properties": {
    "people": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}, "role": {"type": "string"}}}}}}
STYLES = '<style name="body" font="TH SarabunPSK" size="16pt"/>'


def tables(table, **chapter):
    return {"layout": "tables", "name": "x", "parts": [{"chapters": [{"tables": [table], **chapter}]}]}


def cells(*texts, key="content", **first):
    row = [{key: text} for text in texts]
    row[0].update(first)
    return {"cells": row}


class Measures(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        (self.folder / "any.schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")

    def tearDown(self):
        shutil.rmtree(self.folder)

    def render(self, data, layout=None):
        """Exit code and the errors that are told."""
        (self.folder / "data.json").write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        more = []
        if layout is not None:
            (self.folder / "odd.xml").write_text(layout, encoding="utf-8")
            more = ["--layout", "odd.xml"]
        done = subprocess.run([KRUT, "render", "data.json", "--diagnostics", "json", *more], capture_output=True, cwd=self.folder,
                              env={"PATH": os.environ["PATH"]}, check=False)
        messages = [json.loads(line) for line in done.stderr.decode().splitlines()]
        return done.returncode, [each for each in messages if each["severity"] == "error"]

    def expect_fault(self, code, data, layout=None, status=(64, 65)):
        exit_code, errors = self.render(data, layout)
        self.assertIn(exit_code, status, errors)
        fault = next((each for each in errors if each["code"] == code), None)
        self.assertIsNotNone(fault, errors)
        self.assertTrue(fault["line"] and fault["column"] and fault["file"] and fault["hint_en"] and fault["hint_th"], fault)
        self.assertEqual(list(self.folder.glob("*.pdf")) + list(self.folder.glob("*.docx")), [])
        return fault

    def layout(self, body, styles=STYLES, section='margins="2cm"'):
        return f'<report version="1" schema="any.schema.json" title="t">{styles}\n<section {section}>{body}</section></report>'

    def test_letters_of_no_size_are_refused(self):
        for size in ("0pt", "0", "0.01pt", "1pt", "3.9pt", "401pt", "10000mm"):
            fault = self.expect_fault("layout.bad-value", {}, self.layout("<p>ก</p>", f'<style name="b" font="TH SarabunPSK" size="{size}"/>'))
            self.assertIn("4pt", fault["message_en"] + fault["hint_en"])
            self.expect_fault("layout.bad-value", {}, self.layout(f'<p><span size="{size}">ก</span></p>'))

    def test_lines_too_close_for_their_letters_are_refused(self):
        for pitch in ("4pt", "6pt", "12pt"):
            for layout in (self.layout("<p>ก</p>", f'<style name="b" font="TH SarabunPSK" size="16pt" line-pitch="{pitch}"/>'),
                           self.layout(f'<p line-pitch="{pitch}">ก</p>'),
                           self.layout('<p style="s"><span style="large">ก</span></p>',
                                       STYLES + f'<style name="s" size="5pt" line-pitch="{pitch}"/><style name="large" size="40pt" line-pitch="50pt"/>')):
                self.expect_fault("layout.lines-too-close", {}, layout)
        for pitch in ("0", "0pt", "1pt", "9999mm"):
            self.expect_fault("layout.bad-value", {}, self.layout(f'<p line-pitch="{pitch}">ก</p>'))
        self.assertEqual(self.render({}, self.layout('<p line-pitch="16pt">ก</p>'))[0], 0)

    def test_margins_leave_a_body(self):
        for margins in ("15cm", "2cm 10.1cm", "14.5cm 2cm", "2cm 2cm 29cm 2cm"):
            self.expect_fault("layout.no-body", {}, self.layout("<p>ก</p>", section=f'margins="{margins}"'))
        self.expect_fault("layout.no-body", {}, self.layout("<p>ก</p>", section='size="25mm 25mm" margins="9mm"'))
        for size in ("1mm 1mm", "0 0", "10000mm 10000mm"):
            self.expect_fault("layout.bad-value", {}, self.layout("<p>ก</p>", section=f'size="{size}" margins="0"'))

    def test_a_header_as_high_as_the_page_is_refused(self):
        header = "<header>" + "<p>ก</p>" * 60 + "</header><p>ข</p>"
        self.expect_fault("typeset.no-body", {}, self.layout(header))
        self.expect_fault("typeset.no-body", {}, self.layout('<footer distance="30cm"><p>ก</p></footer><p>ข</p>'))

    def test_nothing_leaves_the_paper(self):
        for body in ('<p left-indent="50cm">ก</p>', '<p first-indent="-10cm">กขค</p>', '<figure-place width="40cm" height="2cm">ก</figure-place>',
                     '<signatures axis="50cm"><signature name="นายก"/></signatures>', '<table widths="1fr" padding="0 5cm 0 5cm"><row><cell>กขค</cell></row></table>'
                     .replace("1fr", "1fr 1fr 1fr").replace("<cell>กขค</cell>", "<cell>กขค</cell>" * 3)):
            exit_code, errors = self.render({}, self.layout(body))
            if exit_code == 0:  # what is drawn must then stand on the paper: poppler reads it inside the page's box
                continue
            self.assertIn(exit_code, (64, 65), body)
            self.assertTrue(any(each["line"] and each["column"] for each in errors), errors)

    def test_what_cannot_be_split_must_fit_a_page(self):
        self.expect_fault("typeset.piece-taller-than-page", {}, self.layout('<figure-place width="5cm" height="50cm">ก</figure-place>'))
        self.expect_fault("typeset.piece-taller-than-page", {}, self.layout('<p space-before="50cm">ก</p>'))

    def test_a_row_span_stays_in_its_group_and_table(self):
        head = [cells("ก", "ข", key="text")]
        for table in ({"head": head, "groups": [{"rows": [cells("๑", "๒", rows=9)]}]},
                      {"column_count": 2, "head": head, "groups": [{"label": "กลุ่ม ๑", "rows": [cells("๑", "๒", rows=4), cells("๓")]},
                                                                   {"label": "กลุ่ม ๒", "rows": [cells("๔", "๕")]}]},
                      {"head": [cells("ก", "ข", key="text", rows=2)], "groups": [{"rows": [cells("๑", "๒")]}]}):
            fault = self.expect_fault("layout.row-span", tables(table), status=(64,))
            self.assertIn("/rows", fault["pointer"])
            self.assertEqual(fault["file"], "data.json")
        fault = self.expect_fault("layout.row-span", {}, self.layout(
            '<table widths="1fr 1fr"><row><cell rows="3">ก</cell><cell>ข</cell></row><row><cell>ค</cell></row></table>'))
        self.assertTrue(fault["file"].endswith("odd.xml"))
        self.assertEqual(self.render(tables({"head": head, "groups": [{"rows": [cells("๑", "๒", rows=2), cells("๓")]}]}))[0], 0)

    def test_a_head_higher_than_its_page_is_refused_at_its_place(self):
        table = {"columns": [{"width": "2cm"}, {}], "head": [cells("หัวตารางที่ยาวมาก " * 200, "ข", key="text")], "groups": [{"rows": [cells("๑", "๒")]}]}
        fault = self.expect_fault("table.taller-than-page", tables(table))
        self.assertTrue(fault["pointer"].startswith("/parts/0/chapters/0/tables/0/head/0"), fault)
        codes = [each["code"] for each in self.render(tables(table))[1]]
        self.assertNotIn("typeset.beyond-paper", codes, "that it runs off the paper is told already")

    def test_a_name_wider_than_the_page_is_refused_at_its_place(self):
        layout = self.layout('<signatures><signature each="p in people" name="({{ p.name }})"/></signatures>')
        fault = self.expect_fault("text.name-too-wide", {"people": [{"name": "นายสมชาย ใจดีเป็นที่สุด " * 12}]}, layout)
        self.assertEqual(fault["pointer"], "/people/0/name")
        self.assertEqual(self.render({"people": [{"name": "นายสมชาย ใจดี"}]}, layout)[0], 0)

    def test_a_column_must_hold_a_letter(self):
        for widths in ("0", "0.1mm", "10000mm", "-1cm", "content(5cm,2cm)", "content(0,0)"):
            self.expect_fault("layout.bad-value", {}, self.layout(f'<table widths="{widths}"><row><cell>ก</cell></row></table>'))
        self.expect_fault("text.wider-than-column", {}, self.layout(
            '<table widths="1mm 1mm"><row><cell><p>กล้วย</p></cell><cell>ข</cell></row></table>'
            .replace("16pt", "16pt"), STYLES.replace("16pt", "60pt")))

    def test_rules_and_padding_are_bounded(self):
        for attribute in ('rule="0.0001pt"', 'rule="13pt"', 'padding="6cm"', 'padding="-1mm"'):
            exit_code, errors = self.render({}, self.layout(f'<table widths="1fr" {attribute}><row><cell>ก</cell></row></table>'))
            self.assertEqual(exit_code, 65, attribute)
            self.assertTrue(errors[0]["line"] and errors[0]["column"])

    def test_a_width_from_the_data_is_bounded_too(self):
        for width in ("0mm", "0.1mm", "9999mm"):
            table = {"columns": [{"width": width}, {}], "head": [cells("ก", "ข", key="text")], "groups": [{"rows": [cells("๑", "๒")]}]}
            exit_code, errors = self.render(tables(table))
            self.assertEqual(exit_code, 64, errors)
            self.assertIn("width", errors[0]["pointer"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
