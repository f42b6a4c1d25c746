#!/usr/bin/python3
"""Files are written whole or not at all: two runs at once, signals, full disks, file systems that fail.

    writing_test.py KRUT SOURCE_FOLDER
"""
import errno
import fcntl
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2])
EXAMPLE = SOURCE / "examples" / "memo.json"
CHANCE = random.Random(10)
TEMPORARY = re.compile(r"\.krut-")


def text_in_docx(path):
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


class Writing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tools = pathlib.Path(tempfile.mkdtemp())
        cls.shim = cls.tools / "failing_calls.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", cls.shim, SOURCE / "tests/cli/failing_calls.c", "-ldl"],
                       check=True)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.tools)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        for name in ("one", "two"):
            self.data(name, name)

    def tearDown(self):
        shutil.rmtree(self.folder)

    def data(self, name, subject):
        data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
        data["memo"]["subject"] = subject
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        return path

    def environment(self, more):
        return {"PATH": os.environ["PATH"], "LANG": "C", **more}

    def start(self, *arguments, environment=(), **how):
        return subprocess.Popen([KRUT, *map(str, arguments)], cwd=self.folder, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=self.environment(dict(environment)), **how)

    def krut(self, *arguments, environment=(), **how):
        return subprocess.run([KRUT, *map(str, arguments)], cwd=self.folder, check=False,
                              env=self.environment(dict(environment)), **{"capture_output": True, **how})

    def failing(self, call, code, *arguments, first=1):
        """The run in which a call to the system fails, from the `first` on."""
        return self.krut(*arguments, environment={
            "LD_PRELOAD": str(self.shim), "ASAN_OPTIONS": "verify_asan_link_order=0:detect_leaks=0", "FAIL_CALL": call,
            "FAIL_FROM": str(first), "FAIL_WITH": str(code)})

    def names(self):
        return sorted(path.name for path in self.folder.iterdir() if path.suffix != ".json")

    def leftovers(self):
        return [name for name in os.listdir(self.folder) if TEMPORARY.match(name)]

    def hash_in(self, paper):
        done = self.krut("read-back", "--about", paper)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["data_hash"]

    def contents(self):
        return {name: (self.folder / name).read_bytes() for name in self.names()}

    def make(self, data="one", name="out"):
        done = self.krut("render", f"{data}.json", "-o", f"{name}.pdf", "-o", f"{name}.docx")
        self.assertEqual(done.returncode, 0, done.stderr)
        return self.contents()

    # Two at once.

    def test_of_two_renders_to_one_name_each_keeps_its_files_together(self):
        papers = ("-o", "out.pdf", "-o", "out.docx", "--signatures", "out.txt")
        expected = {}
        for data in ("one", "two"):
            self.assertEqual(self.krut("render", f"{data}.json", *papers).returncode, 0)
            expected[data] = self.contents()
        self.assertNotEqual(expected["one"]["out.pdf"], expected["two"]["out.pdf"])
        winners = set()
        for _ in range(150):
            runs = [self.start("render", f"{data}.json", *papers) for data in ("one", "two")]
            for run in runs:
                self.assertEqual((run.wait(), run.communicate()[1]), (0, b""))
            found = self.contents()
            self.assertIn(found, expected.values())
            winners.add(found["out.pdf"])
        self.assertEqual(self.hash_in("out.pdf"), self.hash_in("out.docx"))
        self.assertEqual(len(winners), 2, "one of the two always came last: nothing was tried")

    def test_a_folder_that_another_program_holds_is_waited_for_but_not_for_ever(self):
        before = self.make()
        holder = os.open(self.folder, os.O_RDONLY)
        fcntl.flock(holder, fcntl.LOCK_EX)
        started = time.monotonic()
        done = self.krut("render", "two.json", "-o", "out.pdf", "-o", "out.docx")
        self.assertEqual(done.returncode, 75, done.stderr)
        self.assertIn(b"folder_wait_seconds", done.stderr)
        self.assertGreater(time.monotonic() - started, 29)
        waiting = self.start("render", "two.json", "-o", "other.pdf")
        time.sleep(1)
        waiting.send_signal(signal.SIGTERM)
        self.assertEqual(waiting.wait(timeout=20), 143)
        waiting.communicate()
        self.assertEqual(self.contents(), before)
        waiting = self.start("render", "two.json", "-o", "other.pdf")
        time.sleep(0.5)
        os.close(holder)
        self.assertEqual(waiting.wait(timeout=60), 0)
        waiting.communicate()
        self.assertEqual(self.names(), sorted([*before, "other.pdf"]))

    def test_a_folder_that_may_not_be_listed_or_locked_is_written_to(self):
        self.assertEqual(self.failing("flock", errno.ENOLCK, "render", "one.json").returncode, 0)
        self.assertEqual(self.names(), ["one.docx", "one.pdf"])
        box = self.folder / "box"
        box.mkdir()
        box.chmod(0o333)
        self.folder.chmod(0o755)

        def as_somebody_else():
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)

        for data in ("one", "two", "one"):
            done = self.krut("render", f"{data}.json", "-o", "box/x.pdf", "-o", "box/x.docx", preexec_fn=as_somebody_else)
            self.assertEqual(done.returncode, 0, done.stderr)
        box.chmod(0o755)
        self.assertEqual(sorted(os.listdir(box)), ["x.docx", "x.pdf"])
        self.assertEqual(self.hash_in("box/x.pdf"), self.hash_in("one.pdf"))

    # Signals.

    def runs_for(self):
        """How long a run takes, for signals at any moment of it."""
        started = time.monotonic()
        self.make("two")
        return time.monotonic() - started

    def assert_whole(self, expected):
        found = {name: content for name, content in self.contents().items() if not TEMPORARY.match(name)}
        self.assertIn(found, expected)

    def test_a_signal_at_any_moment_leaves_no_temporary_file_and_no_half_pair(self):
        expected = [self.make("one")]
        duration = self.runs_for()
        expected.append(self.contents())
        codes = set()
        for attempt in range(200):
            wished = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)[attempt % 4]
            data = ("one", "two")[attempt % 2]
            run = self.start("render", f"{data}.json", "-o", "out.pdf", "-o", "out.docx")
            # Half of them near the end, where files are written.
            time.sleep(duration * (CHANCE.random() if attempt % 3 else CHANCE.uniform(0.8, 1.0)))
            run.send_signal(wished)
            code = run.wait(timeout=60)
            run.communicate()
            # Before the program runs at all the system ends it.
            self.assertIn(code, (0, 128 + wished, -wished))
            codes.add(code)
            self.assertEqual(self.leftovers(), [], f"{wished!r} left them")
            self.assert_whole(expected)
        self.assertLessEqual({129, 130, 131, 143}, codes)

    def test_what_a_kill_leaves_is_gone_after_the_next_run(self):
        self.make("one")
        duration = self.runs_for()
        left = 0
        for attempt in range(200):
            run = self.start("render", ("one.json", "two.json")[attempt % 2], "-o", "out.pdf", "-o", "out.docx")
            time.sleep(duration * CHANCE.uniform(0.5, 1.0))
            run.kill()
            run.communicate()
            left += bool(self.leftovers())
            for paper in ("out.pdf", "out.docx"):
                self.assertTrue((self.folder / paper).read_bytes().startswith((b"%PDF", b"PK")))
        self.make("one")
        self.assertEqual(self.names(), ["out.docx", "out.pdf"])
        self.assertEqual(self.hash_in("out.pdf"), self.hash_in("out.docx"))

    def test_a_kill_at_each_step_leaves_nothing_after_the_next_run(self):
        # Each file is written and synced, then both are renamed, then their folder is synced.
        for call, step, is_replacing in (("write", 1, False), ("write", 2, False), ("fsync", 1, False), ("fsync", 2, False),
                                         ("renameat2", 1, False), ("renameat2", 2, True), ("fsync", 3, True)):
            former = self.make("one")
            done = self.failing(call, -signal.SIGKILL, "render", "two.json", "-o", "out.pdf", "-o", "out.docx", first=step)
            self.assertEqual(done.returncode, -signal.SIGKILL, done.stderr)
            found = self.contents()
            for paper, content in former.items():
                self.assertIn(paper, found)
                self.assertIn(content, found.values(), f"{call} {step}: what stood there is in the folder by no name")
                if not is_replacing:
                    self.assertEqual(found[paper], content)
            self.assertEqual(self.krut("render", "two.json", "-o", "other.pdf").returncode, 0)
            self.assertEqual(self.names(), ["other.pdf", "out.docx", "out.pdf"])
            (self.folder / "other.pdf").unlink()

    def test_a_signal_between_the_two_renames_waits_until_the_pair_is_whole(self):
        for wished in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            expected = self.make("two")
            self.make("one")
            done = self.failing("renameat2", -wished, "render", "two.json", "-o", "out.pdf", "-o", "out.docx", first=2)
            self.assertEqual(done.returncode, 128 + wished, done.stderr)
            self.assertEqual(self.contents(), expected)

    def test_a_signal_before_the_first_rename_changes_nothing(self):
        before = self.make("one")
        done = self.failing("fsync", -signal.SIGTERM, "render", "two.json", "-o", "out.pdf", "-o", "out.docx")
        self.assertEqual(done.returncode, 143, done.stderr)
        self.assertEqual(self.contents(), before)

    def test_signals_that_the_caller_ignores_are_ignored(self):
        for wished in (signal.SIGHUP, signal.SIGINT):
            run = self.start("render", "one.json", preexec_fn=lambda number=wished: signal.signal(number, signal.SIG_IGN))
            time.sleep(0.05)
            for _ in range(20):
                run.send_signal(wished)
                time.sleep(0.005)
            self.assertEqual((run.wait(), run.communicate()[0]), (0, b"one.pdf\none.docx\n"))

    def test_a_limit_on_the_size_of_files_is_told_and_leaves_what_was_there(self):
        before = self.make("one")

        def limited():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))

        done = self.krut("render", "two.json", "-o", "out.pdf", "-o", "out.docx", preexec_fn=limited)
        self.assertEqual(done.returncode, 153, done.stderr)
        self.assertIn(b"[file.cannot-write]", done.stderr)
        self.assertEqual(self.contents(), before)
        with (self.folder / "names.txt").open("wb") as names:
            done = self.krut("schema", "memo", stdout=names, stderr=subprocess.PIPE, capture_output=False,
                             preexec_fn=limited)
        self.assertEqual(done.returncode, 153, done.stderr)
        self.assertIn(b"[stdout.cannot-write]", done.stderr)

    def test_a_pipe_that_nobody_reads_can_be_given_up(self):
        os.mkfifo(self.folder / "pipe.pdf")
        run = self.start("render", "one.json", "-o", "pipe.pdf", "-o", "out.docx")
        time.sleep(1.5)
        run.send_signal(signal.SIGTERM)
        self.assertEqual(run.wait(timeout=20), 143)
        run.communicate()
        self.assertEqual(self.names(), ["pipe.pdf"])

    # File systems that fail.

    def test_a_failing_rename_puts_back_what_was_replaced(self):
        for code in (errno.EIO, errno.EACCES, errno.EROFS, errno.ENOSPC):
            before = self.make("one")
            done = self.failing("renameat2", code, "render", "two.json", "-o", "out.pdf", "-o", "out.docx",
                                "--signatures", "out.txt", first=2)
            self.assertEqual((done.returncode, done.stdout), (73, b""), done.stderr)
            self.assertEqual(self.contents(), before)

    def test_a_failing_sync_of_the_folder_puts_back_what_was_replaced(self):
        before = self.make("one")
        done = self.failing("fsync", errno.EIO, "render", "two.json", "-o", "out.pdf", "-o", "out.docx", first=3)
        self.assertEqual(done.returncode, 73, done.stderr)
        self.assertEqual(self.contents(), before)

    def test_a_file_system_that_cannot_exchange_names_is_written_to(self):
        for code in (errno.EINVAL, errno.ENOSYS):
            expected = self.make("two")
            before = self.make("one")
            self.assertNotEqual(expected, before)
            done = self.failing("renameat2", code, "render", "two.json", "-o", "out.pdf", "-o", "out.docx")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(self.contents(), expected)
            for name in before:
                (self.folder / name).unlink()
            self.assertEqual(self.failing("renameat2", code, "render", "two.json", "-o", "out.pdf", "-o",
                                          "out.docx").returncode, 0)
            self.assertEqual(self.contents(), expected)

    def test_a_full_disk_leaves_what_was_there(self):
        before = self.make("one")
        for call, code in (("write", errno.ENOSPC), ("write", errno.EDQUOT), ("fsync", errno.ENOSPC)):
            for first in (1, 2):
                done = self.failing(call, code, "render", "two.json", "-o", "out.pdf", "-o", "out.docx", first=first)
                self.assertEqual(done.returncode, 73, done.stderr)
                self.assertEqual(self.contents(), before)

    # Names.

    def test_a_name_of_the_greatest_length_is_written(self):
        for length in range(249, 256):
            for ending in (".pdf", ".docx"):
                letters = length - len(ending)
                stem = "ก" * (letters // 3) + "x" * (letters % 3)
                for _ in range(2):
                    done = self.krut("render", "one.json", "-o", stem + ending)
                    self.assertEqual((done.returncode, done.stdout.decode()), (0, f"{stem}{ending}\n"), done.stderr)
        done = self.krut("render", "one.json", "-o", "x" * 252 + ".pdf")
        self.assertEqual(done.returncode, 73)
        self.assertEqual(self.leftovers(), [])

    def test_an_extension_counts_in_capital_letters_too(self):
        self.assertEqual(self.krut("render", "one.json", "-o", "Z.PDF", "-o", "Z.Docx").returncode, 0)
        self.assertTrue((self.folder / "Z.PDF").read_bytes().startswith(b"%PDF"))
        self.assertIn("one", text_in_docx(self.folder / "Z.Docx"))
        self.assertEqual(self.krut("render", "one.json", "-o", "Z.PDF", "--format", "docx").returncode, 2)
        self.assertEqual(self.krut("render", "one.json", "-o", "Z.PDF", "-o", "z.pdf").returncode, 2)
        self.assertEqual(self.krut("render", "one.json", "-o", "Z.ODT").returncode, 2)
        shutil.copy(self.folder / "one.json", self.folder / "REPORT.JSON")
        self.assertEqual(self.krut("render", "REPORT.JSON").stdout, b"REPORT.pdf\nREPORT.docx\n")

    # Two papers.

    def test_two_papers_tell_whether_they_belong_together(self):
        for data in ("one", "two"):
            self.make(data, data)
        done = self.krut("read-back", "--about", "one.pdf", "one.docx")
        told = json.loads(done.stdout)
        self.assertEqual((done.returncode, done.stderr, told["belongs_together"]), (0, b"", True))
        self.assertEqual([paper["data_hash"] for paper in told["papers"]], [self.hash_in("one.pdf")] * 2)
        done = self.krut("read-back", "--about", "one.pdf", "two.docx")
        told = json.loads(done.stdout)
        self.assertEqual((done.returncode, told["belongs_together"]), (1, False))
        self.assertEqual([paper["data_hash"] for paper in told["papers"]],
                         [self.hash_in("one.pdf"), self.hash_in("two.docx")])
        self.assertIn(b"[readback.not-a-pair]", done.stderr)
        self.assertIn(b"the data", done.stderr)
        self.assertIn(b"hint:", done.stderr)
        for arguments, code in ((("one.pdf", "one.docx"), 2), (("--about", "-", "-"), 2),
                                (("--about", "one.pdf", "one.docx", "-o", "one.docx"), 2),
                                (("--about", "one.pdf", "absent.docx"), 66), (("--about", "one.pdf", "one.json"), 64)):
            self.assertEqual(self.krut("read-back", *arguments, input=b"").returncode, code, arguments)

    # Standard output.

    def outputs_that_fail(self):
        """How standard output fails: a full disk, closed, a pipe that nobody reads."""
        full = os.open("/dev/full", os.O_WRONLY)
        reader, pipe = os.pipe()
        os.close(reader)
        self.addCleanup(os.close, full)
        self.addCleanup(os.close, pipe)
        for how in ({"stdout": full}, {"preexec_fn": lambda: os.close(1), "stdout": None}, {"stdout": pipe}):
            yield {"capture_output": False, "stderr": subprocess.PIPE, **how}

    def test_every_command_notices_that_standard_output_fails(self):
        self.make("one")
        for how in self.outputs_that_fail():
            for command in (["--help"], ["--version"], ["render", "--help"], ["layouts"], ["schema", "memo"], ["fonts"],
                            ["fonts", "memo"], ["new", "memo"], ["new", "memo", "--explain"], ["dump", "one.json"],
                            ["dump", "one.json", "--stage", "pages"], ["dump", "one.json", "--stage", "tags"],
                            ["read-back", "out.pdf"], ["read-back", "out.docx", "--about"],
                            ["render", "one.json", "-o", "-", "--format", "pdf"],
                            ["render", "one.json", "-o", "-", "--format", "docx"]):
                done = self.krut(*command, **how)
                self.assertEqual(done.returncode, 73, (command, done.stderr))
                self.assertIn(b"[stdout.cannot-write]", done.stderr)
                self.assertEqual(done.stderr.count(b"stdout.cannot-write"), 1)

    def test_files_that_were_written_are_named_when_standard_output_fails(self):
        data = json.loads((self.folder / "one.json").read_text(encoding="utf-8"))
        data["memo"]["body"] = ["กฏหมาย", *data["memo"].get("body", [])]
        (self.folder / "slip.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        self.assertEqual(self.krut("check", "slip.json", "--strict").returncode, 1)
        for how in self.outputs_that_fail():
            for strict in ([], ["--strict"]):
                for wish, files in ((["-o", "a.pdf", "-o", "a.docx"], ("a.pdf", "a.docx")),
                                    (["-o", "b.pdf", "--signatures", "-"], ("b.pdf",)),
                                    (["-o", "-", "--format", "pdf", "--signatures", "c.txt"], ("c.txt",))):
                    done = self.krut("render", "slip.json", *wish, *strict, **how)
                    self.assertEqual(done.returncode, 73, done.stderr)
                    for name in files:
                        self.assertIn(f'"{name}"'.encode(), done.stderr)
                        self.assertGreater((self.folder / name).stat().st_size, 0)
                        (self.folder / name).unlink()
            done = self.krut("read-back", "-o", "back.json", self.paper(), **how)
            self.assertEqual(done.returncode, 73)
            self.assertIn(b'"back.json"', done.stderr)

    def paper(self):
        if not (self.folder / "out.pdf").exists():
            self.make("one")
        return "out.pdf"

    def test_a_closed_stream_never_reads_or_writes_a_file_of_ours(self):
        for closed in ((0,), (2,), (0, 1, 2)):
            def close(numbers=closed):
                for number in numbers:
                    os.close(number)
            self.krut("render", "one.json", "-o", "a.pdf", "-o", "a.docx", preexec_fn=close, capture_output=False)
            self.assertEqual(self.hash_in("a.pdf"), self.hash_in("a.docx"))
            if 0 in closed:
                done = self.krut("render", "-", "-o", "b.pdf", preexec_fn=close, capture_output=False)
                self.assertEqual(done.returncode, 66)
            self.assertEqual(self.names(), ["a.docx", "a.pdf"])


unittest.main(argv=sys.argv[:1], verbosity=2)
