"""What attacks on krut share: a folder for each try, a run with limits, and what is seen from outside."""
import contextlib
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter, namedtuple

SOURCE = pathlib.Path(__file__).resolve().parents[2]
LONGEST = 30           # seconds for one run
MOST_MEMORY = 2 << 30  # resident bytes: more is a flood
ALWAYS_GOOD = (0, 1)
SANITIZER = 99         # what a build with sanitizers ends with at a finding of theirs
TOLD = (64, 65, 66, 69, 73, 74, 75)  # refusals that name a fault

SANITIZERS = {"ASAN_OPTIONS": "detect_leaks=0:exitcode={}".format(SANITIZER), "UBSAN_OPTIONS": "exitcode={}".format(SANITIZER)}

# held: kept its promise; label: what was seen, for the table.
Outcome = namedtuple("Outcome", "held label")
Finished = namedtuple("Finished", "code out err seconds memory")


def named(code):
    """How a program ended, as people say it."""
    if code in ("time-out", SANITIZER):
        return "found by a sanitizer" if code == SANITIZER else code
    return signal.Signals(-code).name if code < 0 else "exit {}".format(code)


def limits(memory=None, file_size=None, cpu=None, before=None):
    """What a run starts with; each may be missing."""
    def apply():
        for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, file_size), (resource.RLIMIT_CPU, cpu)):
            if most is not None:
                resource.setrlimit(kind, (most, most))
        if before is not None:
            before()
    return apply


class Place:
    """A krut and a folder of its own for one try."""

    def __init__(self, krut, folder):
        self.krut, self.folder = os.path.abspath(krut), pathlib.Path(folder)

    def put(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, (dict, list)):
            content = json.dumps(content, ensure_ascii=False)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def example(self, name="memo", **changes):
        data = json.loads((SOURCE / "examples" / (name + ".json")).read_text(encoding="utf-8"))
        data.update(changes)
        return self.put("report.json", data)

    def start(self, *arguments, preparation=None, out=subprocess.PIPE, given=subprocess.DEVNULL, **environment):
        return subprocess.Popen([self.krut, *map(str, arguments)], cwd=self.folder, stdin=given, stdout=out,
                                stderr=subprocess.PIPE, preexec_fn=preparation, start_new_session=True,
                                env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **SANITIZERS, **environment})

    def run(self, *arguments, longest=LONGEST, **keywords):
        """Waits for the end, and kills what takes too long."""
        before = time.monotonic()
        child = self.start(*arguments, **keywords)
        try:
            out, err = child.communicate(timeout=longest)
            code = child.returncode
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)  # its helpers too
            out, err = child.communicate()
            code = "time-out"
        return Finished(code, out or b"", err or b"", time.monotonic() - before, 0)

    def measured(self, *arguments, **keywords):
        """The same, with the largest memory that the program and its helpers took."""
        wrapped = Place("/usr/bin/python3", self.folder)
        counter = ("import resource,subprocess,sys\n"
                   "code=subprocess.call(sys.argv[1:])\n"
                   "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss,file=sys.stderr)\n"
                   "sys.exit(code if code>=0 else 128-code)")
        done = wrapped.run("-c", counter, self.krut, *arguments, **keywords)
        memory = done.err.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
        return done._replace(memory=int(memory) * 1024 if memory.isdigit() else 0)

    def names(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if not path.is_dir())

    def leftovers(self, *known):
        """Files that nobody asked for."""
        return [name for name in self.names() if name not in known]


@contextlib.contextmanager
def place(krut):
    folder = tempfile.mkdtemp(prefix="krut-attack-")
    try:
        yield Place(krut, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def told(done, *codes):
    """A refusal with one of these codes (any that names a fault, when none is given) and with words."""
    wanted = codes or TOLD
    return Outcome(done.code in wanted and bool(done.err.strip()), named(done.code))


def summary(outcomes):
    """"held 3 of 4: exit 73 ×3, exit 0 ×1"."""
    held = sum(outcome.held for outcome in outcomes)
    counts = Counter(outcome.label for outcome in outcomes)
    seen = ", ".join("{} ×{}".format(label, count) if count > 1 else label for label, count in counts.most_common(6))
    return "{} of {}: {}".format("**{}**".format(held) if held < len(outcomes) else held, len(outcomes), seen)


def is_pdf(bytes_):
    return bytes_.startswith(b"%PDF-") and b"%%EOF" in bytes_[-32:]


def is_docx(bytes_):
    return bytes_.startswith(b"PK") and b"PK\x05\x06" in bytes_[-64:]
