"""Attacks by want: of memory, threads, room on the disk, time; and calls of the system that fail one after the other."""
import os
import pathlib
import resource
import signal
import subprocess
import tempfile

from attack_kit import Outcome, is_docx, is_pdf, limits, named, place, told

NOBODY = 65534


def small_memory(krut):
    """400 renders in small address spaces: whole papers, or 75 and nothing."""
    for turn in range(400):
        with place(krut) as there:
            there.example("memo" if turn % 2 else "memo-report")
            done = there.run("render", "report.json", preparation=limits(memory=(24 << 20) + turn * (1 << 20)))
            yield made_or_told(there, done, 75)


def made_or_told(there, done, *codes):
    left = there.leftovers("report.json")
    if done.code == 0:
        whole = left == ["report.docx", "report.pdf"] and is_pdf((there.folder / "report.pdf").read_bytes()) and is_docx((there.folder / "report.docx").read_bytes())
        return Outcome(whole, "exit 0" if whole else "exit 0, not whole")
    # The loader of the system has its own words when not even the program fits.
    loader = done.code == 127 or b"error while loading shared libraries" in done.err
    return Outcome((done.code in codes or loader) and not left, ("loader" if loader else named(done.code)) + (", left files" if left else ""))


def few_threads(krut):
    """No thread, or few, can be started (as nobody, whose processes are counted)."""
    for most in (0, 1, 2, 3, 4, 8):
        with place(krut) as there:
            there.example("memo-report")
            os.chmod(there.folder, 0o777)

            def become_nobody(most=most):
                resource.setrlimit(resource.RLIMIT_NPROC, (most, most))
                if os.getuid() == 0:
                    os.setgroups([])
                    os.setgid(NOBODY)
                    os.setuid(NOBODY)
            try:
                done = there.run("render", "report.json", preparation=become_nobody)
            except (subprocess.SubprocessError, PermissionError):
                continue  # nobody may not come here
            yield Outcome(done.code == 0, named(done.code))


def shim():
    """A library that lets the n-th call of a function fail (failing_calls.c), compiled."""
    library = pathlib.Path(tempfile.gettempdir()) / "krut-failing-calls-{}.so".format(os.getuid())
    source = pathlib.Path(__file__).parent / "failing_calls.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"], check=True)
    return str(library)


CALLS = {"write": ("ENOSPC", "EIO"), "fsync": ("EIO", "ENOSPC"), "rename": ("EIO", "EACCES"), "open": ("EMFILE", "ENOSPC"), "fchmod": ("EPERM",),
         "close": ("EIO",)}
ERRORS = {"ENOSPC": 28, "EIO": 5, "EMFILE": 24, "EACCES": 13, "EPERM": 1}


def failing_calls(krut):
    """Each call that writes fails once, over two papers that are there: both are the old ones, or both the new."""
    library = shim()
    for call, errors in CALLS.items():
        for error in errors:
            for number in range(1, 9):
                with place(krut) as there:
                    there.example()
                    there.run("render", "report.json")
                    before = papers(there)
                    there.example(digits="arabic")
                    done = there.run("render", "report.json", LD_PRELOAD=library, KRUT_FAIL_CALL=call, KRUT_FAIL_AT=str(number),
                                     KRUT_FAIL_WITH=str(ERRORS[error]), KRUT_FAIL_BELOW=str(there.folder))
                    yield one_pair(there, done, before)


def papers(there):
    return tuple((there.folder / name).read_bytes() if (there.folder / name).is_file() else b"" for name in ("report.pdf", "report.docx"))


def one_pair(there, done, before):
    after = papers(there)
    changed = [old != new for old, new in zip(before, after)]
    left = there.leftovers("report.json", "report.pdf", "report.docx")
    faults = [word for word, seen in (("half replaced", changed[0] != changed[1]), ("lost", b"" in after), ("left files", left),
                                      ("silent", done.code == 0 and not all(changed))) if seen]
    return Outcome(not faults and done.code in (0, 66, 73, 75), ", ".join([named(done.code), *faults]))


def deadlines(krut):
    for words in (("--timeout", "0.001"), ("--timeout", "1"), ("--max-memory", "40M")):
        with place(krut) as there:
            there.put("report.json", {"layout": "memo", "emblem": {"mode": "none"}, "memo": {
                "agency": "ก", "reference_no": "ก", "date": "2023-05-02", "subject": "ก", "addressee": "ก", "conclusion": "ก",
                "body": ["ตามที่กำหนดไว้ในแผนแล้วนั้น " * 40] * 4000, "signatures": [{"name": "ก", "position": "ก"}]}})
            done = there.run("render", "report.json", *words, longest=60)
            yield Outcome(done.code == 75 and not there.leftovers("report.json"), named(done.code))


ATTACKS = [
    ("2.6 address spaces of 24 to 423 MB", small_memory),
    ("2.6 no thread, or few, can be started (must work)", few_threads),
    ("2.5 --timeout and --max-memory on 4 MB of text", deadlines),
    ("3.2 the n-th call that writes fails (full disk and others)", failing_calls),
]
