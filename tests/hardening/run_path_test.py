#!/usr/bin/python3
"""No library of the folder where somebody works is ever run: not by the build tree's programs, not by installed ones.

    run_path_test.py BUILD_FOLDER
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import binaries

BUILD = pathlib.Path(sys.argv[1]).resolve()
# Loaded when it is first wanted, so that no program names it.
LOADED_LATER = ("librsvg-2.so.2", "libthai.so.0")
PLANTED = '''#include <fcntl.h>
#include <unistd.h>
__attribute__((constructor)) static void planted(void) { close(open("%s", O_CREAT | O_WRONLY, 0600)); }
'''


class RunPath(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        cls.prefix = pathlib.Path(cls.work.name) / "prefix"
        subprocess.run(["cmake", "--install", BUILD, "--prefix", cls.prefix], check=True, stdout=subprocess.DEVNULL)

    @classmethod
    def tearDownClass(cls):
        cls.work.cleanup()

    def test_every_folder_searched_is_named_from_the_program_s_own_place(self):
        built = binaries.linked_files(BUILD / "bin") + binaries.linked_files(BUILD / "lib")
        installed = binaries.linked_files(self.prefix)
        self.assertIn("krut", [path.name for path in built])
        self.assertIn("krut", [path.name for path in installed])
        self.assertTrue(any(path.name.startswith("libkrut.so") for path in installed))
        for path in built + installed:
            for folder in binaries.run_paths(path):
                self.assertRegex(folder, r"^(\$ORIGIN)?/", (path, folder))

    def test_a_library_planted_beside_the_data_is_not_run(self):
        for program in (BUILD / "bin" / "krut", self.prefix / "bin" / "krut"):
            libraries = {name for path in (program, *program.parent.parent.glob("lib*/libkrut.so")) for name in binaries.needed(path)}
            self.assertIn("libkrut.so.1", libraries)
            with tempfile.TemporaryDirectory() as folder:
                marker = os.path.join(folder, "planted-was-run")
                source = pathlib.Path(folder, "planted.c")
                source.write_text(PLANTED % marker, encoding="utf-8")
                subprocess.run(["cc", "-shared", "-fPIC", "-o", "planted.so", source], cwd=folder, check=True)
                for name in libraries.union(LOADED_LATER):
                    for place in ("", "lib", "glibc-hwcaps/x86-64-v2", "tls"):
                        pathlib.Path(folder, place).mkdir(parents=True, exist_ok=True)
                        pathlib.Path(folder, place, name).write_bytes(pathlib.Path(folder, "planted.so").read_bytes())
                pathlib.Path(folder, "memo.json").write_bytes(subprocess.run(
                    [program, "new", "memo"], cwd="/", check=True, capture_output=True).stdout)
                for words in (["--version"], ["layouts"], ["render", "memo.json"]):
                    done = subprocess.run([program, *words], cwd=folder, capture_output=True, check=False,
                                          env={"PATH": os.environ["PATH"]})
                    self.assertFalse(os.path.exists(marker), (program, words))
                    self.assertEqual(done.returncode, 0, done.stderr[:400])


unittest.main(argv=sys.argv[:1], verbosity=1)
