#!/usr/bin/python3
"""The library reads no file that the environment names: a pipe stands in the place of each, which nobody writes to, so
that whoever opened it would wait for ever. The command line is confined besides; this program is not.

    environment_test.py ENDURE
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ENDURE = sys.argv[1]
LONGEST = 60  # seconds
# What libraries in use, or of their kind, take from the environment, and the file that they look for there.
NAMED = {"LIBTHAI_DICTDIR": "thbrk.tri", "XML_CATALOG_FILES": None, "FONTCONFIG_FILE": None}


class Environment(unittest.TestCase):
    def test_a_render_opens_nothing_that_the_environment_names(self):
        for name, inside in NAMED.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                pipe = pathlib.Path(folder, inside or "pipe")
                os.mkfifo(pipe)
                environment = {**os.environ, name: folder if inside else str(pipe)}
                done = subprocess.run([ENDURE, "soak-only", "0"], env=environment, timeout=LONGEST, capture_output=True,
                                      check=False)
                self.assertEqual(done.returncode, 0, done.stderr[:400])


unittest.main(argv=sys.argv[:1], verbosity=1)
