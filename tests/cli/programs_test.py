#!/usr/bin/python3
"""Programs and scripts that write check their arguments first: asked for help, or given nothing, they write nothing.

    programs_test.py SOURCE_FOLDER PROGRAM...

Walks over every script of the source tree, and the programs of the build tree that are named.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(sys.argv[1]).resolve()
PROGRAMS = [pathlib.Path(program).resolve() for program in sys.argv[2:]]
FOLDERS = ("examples", "fonts", "src", "tests")
FEWEST_SCRIPTS = 40
# What these do when nothing is said is their work.
MEANT_ALONE = {"examples/render.sh", "tests/run.sh", "tests/long.sh", "tests/conformance/pins_test.py"}
# They write where they are told to, or into the working folder: each says how it is used.
WRITERS = ("examples/render.sh", "examples/make_pages.py", "examples/manual/make_manual.py", "examples/callers/render.py",
           "fonts/make_faces.py", "fonts/make_symbols.py", "src/text/make_words.py", "src/text/make_lexicon.py",
           "tests/fonts/real_fonts.py", "tests/run.sh", "tests/long.sh", "tests/fuzz/run.sh",
           "tests/fuzz/make_seeds.py", "tests/fuzz/oss_fuzz_build.sh", "tests/api/install_test.sh", "tests/bench/alone_test.sh",
           "tests/cases/long_tables.py", "tests/cases/real_tables.py", "tests/data/random_documents.py",
           "tests/data/random_reports.py", "tests/unit/pdf/make_cff.py")


def scripts():
    found = sorted(path for folder in FOLDERS for ending in ("*.py", "*.sh") for path in (SOURCE / folder).rglob(ending))
    return [path for path in found if path != pathlib.Path(__file__).resolve()]


def command_of(path):
    return {".py": ["/usr/bin/python3", "-B", str(path)], ".sh": ["sh", str(path)]}.get(path.suffix, [str(path)])


class Programs(unittest.TestCase):
    def run_in_an_empty_folder(self, path, *words):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([*command_of(path), *words], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                                  check=False, timeout=120, env={"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8"})
            self.assertEqual(os.listdir(folder), [], (path, words))
        return done

    def test_help_and_no_arguments_leave_nothing_behind(self):
        walked = scripts()
        self.assertGreater(len(walked), FEWEST_SCRIPTS)
        for path in walked + PROGRAMS:
            self.run_in_an_empty_folder(path, "--help")
            if path.relative_to(SOURCE).as_posix() not in MEANT_ALONE if path.is_relative_to(SOURCE) else True:
                self.run_in_an_empty_folder(path)

    def test_what_writes_says_how_it_is_used(self):
        for path in [SOURCE / writer for writer in WRITERS] + PROGRAMS:
            for words in ([], ["--help"], ["-x"], ["--help", "a"], ["a", "--help"], ["a", "b", "c", "d", "e", "f", "g", "h"]):
                if not words and path.is_relative_to(SOURCE) and path.relative_to(SOURCE).as_posix() in MEANT_ALONE:
                    continue
                if path.name == "make_faces.py" and words[-1:] == ["h"]:
                    continue  # it takes any number of faces
                done = self.run_in_an_empty_folder(path, *words)
                said = (done.stdout + done.stderr).decode()
                asks_for_help = "-h" in words[:1] or "--help" in words
                self.assertTrue(done.returncode != 0 or asks_for_help, (path, words))
                self.assertRegex(said, r"(?i)usage|" + path.name, (path, words))
                self.assertNotIn("Traceback", said, (path, words))


unittest.main(argv=sys.argv[:1], verbosity=1)
