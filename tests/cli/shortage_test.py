#!/usr/bin/python3
"""Short of memory, of threads, of files, of stack: every render ends with its papers or with 75, whole or with nothing.

    shortage_test.py KRUT SOURCE_FOLDER [--all]

Of the steps of memory a sample is tried, with --all 400 renders. Not for builds with sanitizers, which take address space
without end.
"""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2])
TRIES_ALL = "--all" in sys.argv
MEBIBYTE = 1 << 20
NO_START = 127  # the loader itself had no room: the program never ran

# What fails when a thread is started, as under a limit of the user or the group (pthread_create(3), EAGAIN).
NO_THREADS = """
#include <errno.h>
#include <pthread.h>
int pthread_create(pthread_t* t, const pthread_attr_t* a, void* (*f)(void*), void* x) {
  (void)t; (void)a; (void)f; (void)x;
  return EAGAIN;
}
"""


class Shortage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.inputs = {}
        for example in ("memo-report", "tables", "letter"):
            shutil.copytree(SOURCE / "examples", cls.folder / example, ignore=shutil.ignore_patterns("callers", "manual"))
            cls.inputs[example] = cls.folder / example / (example + ".json")
        cls.whole = {}
        for example, data in cls.inputs.items():
            out = cls.folder / ("whole-" + example)
            out.mkdir()
            done = cls.render(data, out)
            assert done.returncode == 0, done.stderr
            cls.whole[example] = cls.papers(out)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @classmethod
    def render(cls, data, out, *more, limits=(), **environment):
        def limit():
            for what, most in limits:
                resource.setrlimit(what, (most, most))
        return subprocess.run([KRUT, "render", str(data), "-o", str(out) + "/", "--lang", "en", *more], capture_output=True,
                              check=False, preexec_fn=limit, timeout=120, env={"PATH": os.environ["PATH"], **environment})

    @staticmethod
    def papers(folder):
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    def try_with(self, example, **given):
        """The exit code, after what it promises was seen to."""
        out = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        done = self.render(self.inputs[example], out, **given)
        written = self.papers(out)
        shutil.rmtree(out)
        if done.returncode == 0:
            self.assertEqual(written, self.whole[example])
        else:
            self.assertEqual(written, {}, done.stderr)
        return done

    def test_little_memory_ends_with_the_papers_or_with_75(self):
        sizes = range(20 * MEBIBYTE, 420 * MEBIBYTE, MEBIBYTE if TRIES_ALL else 20 * MEBIBYTE)
        ends = {}
        for index, size in enumerate(sizes):
            examples = [list(self.inputs)[index % 3]] if TRIES_ALL else list(self.inputs)
            for example in examples:
                done = self.try_with(example, limits=[(resource.RLIMIT_AS, size)])
                ends[done.returncode] = ends.get(done.returncode, 0) + 1
                with self.subTest(example=example, mebibytes=size >> 20):
                    self.assertIn(done.returncode, (0, 75, NO_START), done.stderr)
                    if done.returncode == 75:
                        self.assertIn(b"memory is short", done.stderr)
                    if done.returncode == NO_START:
                        self.assertIn(b"error while loading shared libraries", done.stderr)
        print("exit codes under", len(sizes), "sizes of memory:", dict(sorted(ends.items())))
        self.assertIn(0, ends)
        self.assertIn(75, ends)

    def test_without_threads_the_work_is_done_on_one(self):
        source = self.folder / "no_threads.c"
        library = self.folder / "no_threads.so"
        source.write_text(NO_THREADS)
        subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(source)], check=True)
        for example in self.inputs:
            done = self.try_with(example, LD_PRELOAD=str(library))
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_few_open_files_are_an_error_that_names_the_file(self):
        for most in range(3, 21):
            for example in ("memo-report", "letter"):
                with self.subTest(files=most, example=example):
                    done = self.try_with(example, limits=[(resource.RLIMIT_NOFILE, most)])
                    self.assertIn(done.returncode, (0, 66, 69, 73, 75, NO_START), done.stderr)
                    if done.returncode == NO_START:
                        self.assertIn(b"error while loading shared libraries", done.stderr)
                    elif done.returncode != 0:
                        self.assertRegex(done.stderr.decode(), r"[/.\w-]+\.(json|xml|rng|ttf|otf|pdf|docx|so)|folder")

    def test_a_small_stack_is_enough(self):
        for kibibytes in (256, 512, 1024):
            done = self.try_with("memo-report", limits=[(resource.RLIMIT_STACK, kibibytes << 10)])
            self.assertEqual(done.returncode, 0, (kibibytes, done.stderr))

    def test_a_user_who_may_start_no_thread_gets_the_papers(self):
        """The kernel lets root start threads without a limit, so that another user has to try, with a copy of its own."""
        user = 65534 if os.geteuid() == 0 else os.geteuid()
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            build = pathlib.Path(KRUT).parent.parent
            for part in ("lib", "fonts", "layouts"):
                shutil.copytree(build / part, folder / part, ignore=shutil.ignore_patterns("CMakeFiles", "*.a"))
            (folder / "bin").mkdir()
            shutil.copy(KRUT, folder / "bin" / "krut")
            shutil.copy(self.inputs["memo-report"], folder / "report.json")
            (folder / "out").mkdir()
            for path in [folder, *folder.rglob("*")]:
                path.chmod(0o777)

            def limit():
                resource.setrlimit(resource.RLIMIT_NPROC, (1, 1))
                if user != os.geteuid():
                    os.setgroups([])
                    os.setgid(user)
                    os.setuid(user)
            done = subprocess.run([folder / "bin" / "krut", "render", "report.json", "-o", "out/"], capture_output=True,
                                  cwd=folder, check=False, preexec_fn=limit, env={"PATH": os.environ["PATH"]})
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(len(self.papers(folder / "out")), 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
