#!/usr/bin/python3
"""The command line confines itself before it reads anything, and nobody who works with it notices.

    sandbox_test.py KRUT SOURCE_FOLDER
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
MOST_SECONDS = 60


class Confined(unittest.TestCase):
    def setUp(self):
        self.holder = tempfile.TemporaryDirectory()
        self.top = pathlib.Path(self.holder.name)
        self.folder = self.top / "desk"
        self.elsewhere = self.top / "elsewhere"
        self.folder.mkdir()
        self.elsewhere.mkdir()
        (self.folder / "memo.json").write_bytes(subprocess.run([KRUT, "new", "memo"], check=True, capture_output=True).stdout)

    def tearDown(self):
        self.holder.cleanup()

    def bash(self, command):
        return subprocess.run(["bash", "-c", "set -o pipefail; " + command], cwd=self.folder, capture_output=True, check=False,
                              timeout=MOST_SECONDS * 5, env={"PATH": os.environ["PATH"], "KRUT": KRUT, "LC_ALL": "C.UTF-8"})

    def makes(self, command, *papers):
        done = self.bash(command)
        self.assertEqual(done.returncode, 0, (command, done.stderr))
        for paper in papers:
            begin = b"PK" if paper.endswith(".docx") else b"%PDF"
            self.assertTrue((self.folder / paper).read_bytes().startswith(begin), (command, paper))

    def status_of(self, words):
        """Lines of /proc/PID/status of a program that waits for its input."""
        with subprocess.Popen([KRUT, *words], cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as krut:
            end = time.monotonic() + MOST_SECONDS
            while time.monotonic() < end:
                lines = pathlib.Path(f"/proc/{krut.pid}/status").read_text(encoding="ascii").splitlines()
                status = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
                if status["Seccomp"] != "0":
                    break
                time.sleep(0.05)
            krut.stdin.close()
        return status

    def test_no_call_of_the_system_that_it_does_not_need_can_be_made(self):
        status = self.status_of(["check", "-"])
        self.assertEqual((status["Seccomp"], status["NoNewPrivs"]), ("2", "1"))

    def test_papers_go_where_they_are_sent(self):
        self.makes('"$KRUT" render memo.json', "memo.pdf", "memo.docx")
        self.makes('"$KRUT" render memo.json -o ../elsewhere/', "../elsewhere/memo.pdf", "../elsewhere/memo.docx")
        self.makes('"$KRUT" render memo.json -o ../elsewhere/a.pdf -o b.docx --signatures ../elsewhere/hands.json',
                   "../elsewhere/a.pdf", "b.docx")
        self.makes('"$KRUT" render memo.json -o - --format pdf > out.pdf', "out.pdf")
        self.makes('"$KRUT" render - -o stdin.pdf < memo.json', "stdin.pdf")
        self.makes('cd / && "$KRUT" render "$OLDPWD/memo.json" -o "$OLDPWD/abs.pdf"', "abs.pdf")

    def test_links_to_papers_data_and_folders_are_followed(self):
        (self.folder / "linked.pdf").symlink_to("../elsewhere/real.pdf")
        self.makes('"$KRUT" render memo.json -o linked.pdf', "linked.pdf", "../elsewhere/real.pdf")
        (self.folder / "far").symlink_to("../elsewhere")
        self.makes('"$KRUT" render memo.json -o far/', "../elsewhere/memo.pdf")
        self.makes('"$KRUT" render memo.json -o far/x.pdf', "../elsewhere/x.pdf")
        shutil.move(self.folder / "memo.json", self.elsewhere / "data.json")
        (self.folder / "memo.json").symlink_to("../elsewhere/data.json")
        self.makes('"$KRUT" render memo.json', "memo.pdf")

    def test_pipes_and_devices_are_files_too(self):
        
        self.makes('"$KRUT" render <(cat memo.json) -o substituted.pdf', "substituted.pdf")
        self.makes('"$KRUT" render /dev/stdin -o in.pdf < memo.json', "in.pdf")
        self.makes('cat memo.json | "$KRUT" render /dev/fd/0 -o fd.pdf', "fd.pdf")
        self.makes('exec 3< memo.json; "$KRUT" render /dev/fd/3 -o fd3.pdf', "fd3.pdf")
        self.makes('"$KRUT" check /proc/self/fd/3 3< memo.json')
        self.makes('mkfifo pipe; cat memo.json > pipe & "$KRUT" render pipe -o piped.pdf', "piped.pdf")
        self.makes('mkfifo out.pdf; cat out.pdf > taken.pdf & "$KRUT" render memo.json -o out.pdf; wait', "taken.pdf")
        self.makes('"$KRUT" read-back <(cat memo.pdf) > again.json' if (self.folder / "memo.pdf").exists() else "true")

    def test_a_reader_that_goes_away_is_told_of(self):
        done = self.bash('"$KRUT" render memo.json -o - --format pdf | true; echo ${PIPESTATUS[0]}')
        self.assertEqual(done.stdout, b"73\n", done.stderr)

    def test_layouts_and_fonts_of_one_s_own_are_read(self):
        shutil.copytree(SOURCE / "layouts", self.elsewhere / "layouts")
        shutil.copy(self.elsewhere / "layouts" / "memo.xml", self.elsewhere / "layouts" / "mine.xml")
        self.makes('"$KRUT" render memo.json --layout ../elsewhere/layouts/mine.xml -o mine.pdf', "mine.pdf")
        self.makes('cd ../elsewhere/layouts && "$KRUT" check ../../desk/memo.json --layout mine.xml')
        self.makes('"$KRUT" render memo.json --layouts ../elsewhere/layouts --layout mine -o mine2.pdf', "mine2.pdf")
        (self.folder / "fonts").mkdir()
        for face in (pathlib.Path(KRUT).parent.parent / "fonts").glob("*.ttf"):
            shutil.copy(face, self.elsewhere / face.name)
            (self.folder / "fonts" / face.name).symlink_to(self.elsewhere / face.name)
        self.assertIn(b"fonts/KrutSarabun.ttf", self.bash('"$KRUT" fonts --fonts fonts').stdout)
        self.makes('"$KRUT" render memo.json --fonts fonts -o faces.pdf', "faces.pdf")

    def test_pictures_below_the_data_are_drawn(self):
        shutil.copytree(SOURCE / "tests" / "data" / "emblem", self.folder / "emblem")
        self.makes('"$KRUT" render emblem/memo-with-svg.json -o svg.pdf -o svg.docx', "svg.pdf", "svg.docx")


unittest.main(argv=sys.argv[:1], verbosity=1)
