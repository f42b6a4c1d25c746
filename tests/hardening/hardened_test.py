#!/usr/bin/python3
"""Whatever is built for users is hardened, and stays so when it is installed: asked of the linked files themselves.

    hardened_test.py BUILD_FOLDER
"""
import pathlib
import platform
import re
import subprocess
import sys
import tempfile
import unittest

import binaries

BUILD = pathlib.Path(sys.argv[1]).resolve()
IS_X86 = platform.machine() in ("x86_64", "i686")
WRITABLE_AND_RUN = re.compile(r"\bRWE\b|\bWE\b")
FEWEST_MARKS = 0.9  # of the functions that may be called by address, how many begin with the mark of one


class Hardened(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        prefix = pathlib.Path(cls.work.name) / "prefix"
        subprocess.run(["cmake", "--install", BUILD, "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
        built = [BUILD / "bin" / "krut", BUILD / "bin" / "krut_manual", *(BUILD / "lib").glob("libkrut.so*.*.*"),
                 *binaries.linked_files(BUILD / "libexec")]
        cls.files = built + binaries.linked_files(prefix)
        names = [path.name for path in cls.files]
        assert names.count("krut") == 2 and sum(name.startswith("libkrut.so") for name in names) == 2, names

    @classmethod
    def tearDownClass(cls):
        cls.work.cleanup()

    def each(self):
        for path in self.files:
            with self.subTest(path=str(path)):
                yield path

    def test_every_address_is_drawn_anew_in_each_run(self):
        for path in self.each():
            self.assertRegex(binaries.readelf(path, "-h"), r"Type:\s+DYN")
            self.assertTrue(path.name.startswith("lib") or "PIE" in binaries.readelf(path, "-d"))

    def test_tables_of_addresses_are_read_only_before_anything_runs(self):
        for path in self.each():
            self.assertIn("GNU_RELRO", binaries.readelf(path, "-l"))
            self.assertRegex(binaries.readelf(path, "-d"), r"\(FLAGS\).*BIND_NOW|\(BIND_NOW\)")
            self.assertRegex(binaries.readelf(path, "-d"), r"\(FLAGS_1\).*NOW")

    def test_no_memory_is_written_and_run(self):
        for path in self.each():
            segments = [line for line in binaries.readelf(path, "-l").splitlines() if re.match(r"\s+(LOAD|GNU_STACK)", line)]
            self.assertTrue(any("GNU_STACK" in line for line in segments))
            for line in segments:
                self.assertNotRegex(line, WRITABLE_AND_RUN)

    def test_the_stack_is_guarded(self):
        for path in self.each():
            self.assertIn("__stack_chk_fail", binaries.readelf(path, "--dyn-syms"))

    def test_calls_of_the_c_library_are_checked(self):
        for path in self.each():
            if path.name.startswith("libkrut"):
                self.assertRegex(binaries.readelf(path, "--dyn-syms"), r"\b__\w+_chk\b")

    if IS_X86:  # others guard them by other means, or not at all
        def test_returns_and_branches_are_guarded_where_the_processor_can(self):
            for path in self.each():
                self.assertRegex(binaries.readelf(path, "-n"), r"x86 feature:.*SHSTK")
                code = subprocess.run(["objdump", "-d", "--no-show-raw-insn", path], check=True, capture_output=True, text=True).stdout
                public = set(re.findall(r" FUNC\s+(?:GLOBAL|WEAK)\s+DEFAULT\s+\d+ (\S+)", binaries.readelf(path, "--dyn-syms")))
                starts = re.findall(r"(?m)^[0-9a-f]+ <(\S+)>:\n\s+[0-9a-f]+:\s+(\S+)", code)
                marked = [first == "endbr64" for name, first in starts if name in public or name == "main"]
                self.assertGreaterEqual(sum(marked), FEWEST_MARKS * len(marked))
                self.assertIn("endbr64", code)


unittest.main(argv=sys.argv[:1], verbosity=1)
