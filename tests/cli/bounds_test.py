#!/usr/bin/python3
"""--timeout and --max-memory: what goes over them ends with 75, names the limit and leaves nothing behind.

    bounds_test.py KRUT SOURCE_FOLDER
"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

import pathological

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2])
SOON = 10.0  # seconds after the deadline, on a machine with much else to do


class Bounds(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.data = self.folder / "report.json"
        shutil.copy(SOURCE / "examples" / "memo-report.json", self.data)

    def tearDown(self):
        shutil.rmtree(self.folder)

    def krut(self, *arguments, **more):
        return subprocess.run([KRUT, *map(str, arguments), "--diagnostics", "json", "--lang", "en"],
                              capture_output=True, cwd=self.folder, check=False, timeout=120, **more)

    def errors_told(self, done):
        told = [json.loads(line) for line in done.stderr.decode().splitlines()]
        return [each for each in told if each["severity"] == "error"]

    def assert_limit(self, done, code, files=("report.json",)):
        told = self.errors_told(done)
        self.assertEqual((done.returncode, [each["code"] for each in told]), (75, [code]), done.stderr)
        self.assertTrue(told[0]["hint"])
        self.assertEqual(done.stdout, b"")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), sorted(files))

    def test_a_deadline_ends_every_command_that_works_on_data(self):
        self.assertEqual(self.krut("render", "report.json", "-o", "paper.pdf").returncode, 0)
        files = ("paper.pdf", "report.json")
        for command in (["render", "report.json"], ["check", "report.json"], ["dump", "report.json", "--stage", "tags"],
                        ["read-back", "paper.pdf"]):
            with self.subTest(command=command):
                self.assert_limit(self.krut(*command, "--timeout", "0.000001"), "limit.timeout", files)

    def test_a_deadline_is_told_as_it_was_asked_for(self):
        for asked in ("0.00012", "0.0005"):
            told = self.errors_told(self.krut("render", "report.json", "--timeout", asked))
            self.assertIn(asked + " ", told[0]["message"])

    def test_a_bound_of_memory_ends_every_command_that_works_on_data(self):
        self.assertEqual(self.krut("render", "report.json", "-o", "paper.docx").returncode, 0)
        files = ("paper.docx", "report.json")
        for command in (["render", "report.json"], ["check", "report.json"], ["dump", "report.json", "--stage", "pages"],
                        ["read-back", "paper.docx"]):
            with self.subTest(command=command):
                self.assert_limit(self.krut(*command, "--max-memory", "4K"), "limit.memory", files)

    def test_bounds_that_are_not_reached_change_nothing(self):
        self.assertEqual(self.krut("render", "report.json", "-o", "free/").returncode, 73)
        for folder, bounds in (("free", []), ("bounded", ["--timeout", "600.5", "--max-memory", "1G"])):
            (self.folder / folder).mkdir()
            done = self.krut("render", "report.json", "-o", folder + "/", *bounds)
            self.assertEqual(done.returncode, 0, done.stderr)
        for name in ("report.pdf", "report.docx"):
            self.assertEqual((self.folder / "free" / name).read_bytes(), (self.folder / "bounded" / name).read_bytes())

    def test_values_that_are_none_are_usage_faults_with_a_hint(self):
        for option, values in (("--timeout", ["0", "-1", "nan", "inf", "1e3", "soon", "1s", "", "99999999999999"]),
                               ("--max-memory", ["0", "-1", "1.5G", "5X", "M", "", "99999999999999999999", "20000000000G"])):
            for value in values:
                with self.subTest(option=option, value=value):
                    done = self.krut("render", "report.json", option + "=" + value)
                    [told] = self.errors_told(done)
                    self.assertEqual(done.returncode, 2, done.stderr)
                    self.assertTrue(told["code"].startswith("usage."))
                    self.assertTrue(told["hint"])
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["report.json"])

    def test_data_that_never_comes_does_not_outlast_the_deadline(self):
        reader, writer = os.pipe()
        try:
            started = time.monotonic()
            done = self.krut("render", "-", "-o", "out.pdf", "--timeout", "0.3", stdin=reader)
            self.assertLess(time.monotonic() - started, 0.3 + SOON)
            self.assert_limit(done, "limit.timeout")
        finally:
            os.close(reader)
            os.close(writer)

    def test_a_deadline_at_any_moment_leaves_whole_files_or_none(self):
        pathological.measures(SOURCE, 300, self.data)
        started = time.monotonic()
        self.assertEqual(self.krut("render", "report.json", "-o", "whole/").returncode, 73)
        (self.folder / "whole").mkdir()
        self.assertEqual(self.krut("render", "report.json", "-o", "whole/").returncode, 0)
        whole_time = time.monotonic() - started
        whole = (self.folder / "whole" / "report.pdf").read_bytes()
        (self.folder / "out").mkdir()
        moments = random.Random(6)
        ends = set()
        for _ in range(20):
            done = self.krut("render", "report.json", "-o", "out/", "--timeout",
                             "{:.6f}".format(moments.uniform(0.001, whole_time)))
            ends.add(done.returncode)
            self.assertIn(done.returncode, (0, 75), done.stderr)
            written = sorted(path.name for path in (self.folder / "out").iterdir())
            self.assertEqual(written, ["report.docx", "report.pdf"] if done.returncode == 0 else [])
            for path in (self.folder / "out").iterdir():
                if path.suffix == ".pdf":
                    self.assertEqual(path.read_bytes(), whole)
                path.unlink()
        self.assertIn(75, ends)

    def test_hard_work_ends_soon_after_its_deadline(self):
        works = {"paragraph": pathological.long_paragraph(SOURCE), "rows": pathological.table(20_000, 3),
                 "columns": pathological.table(400, 60)}
        for name, data in works.items():
            with self.subTest(work=name):
                pathological.written(data, self.data)
                started = time.monotonic()
                done = self.krut("render", "report.json", "--timeout", "0.1")
                self.assertLess(time.monotonic() - started, 0.1 + SOON)
                self.assert_limit(done, "limit.timeout")

    def test_hard_work_ends_at_its_bound_of_memory(self):
        works = {"paragraph": pathological.long_paragraph(SOURCE), "rows": pathological.table(20_000, 3)}
        for name, data in works.items():
            with self.subTest(work=name):
                pathological.written(data, self.data)
                self.assert_limit(self.krut("render", "report.json", "--max-memory", "20M"), "limit.memory")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
