"""Attacks on what somebody made: files that are there already, pairs, signals, names."""
import io
import json
import random
import signal
import subprocess
import time
import zipfile

from attack_kit import Outcome, is_docx, is_pdf, limits, named, place, told

MAIN = "word/document.xml"


def rewritten(docx, changes, extra=()):
    """The DOCX with some parts changed and some added, as another program saves it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, changes[entry.filename](data) if entry.filename in changes else data)
        for name, data in extra:
            new.writestr(name, data)
    return out.getvalue()


EDITS = {
    "text": lambda docx: rewritten(docx, {MAIN: lambda xml: xml.replace("จึงเรียนมา".encode(), "จึงกราบเรียน".encode(), 1)}),
    "bold": lambda docx: rewritten(docx, {MAIN: lambda xml: xml.replace(b"<w:rPr>", b"<w:rPr><w:b/>", 1)}),
    "indent": lambda docx: rewritten(docx, {MAIN: lambda xml: xml.replace(b"<w:pPr>", b'<w:pPr><w:ind w:left="720"/>', 1)}),
    "comment": lambda docx: rewritten(docx, {}, [("word/comments.xml", b'<w:comments xmlns:w="a"/>')]),
    "picture": lambda docx: rewritten(docx, {}, [("word/media/image9.png", b"\x89PNG\r\n\x1a\n")]),
    "saved by another": lambda docx: rewritten(docx, {"docProps/app.xml": lambda xml: b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>LibreOffice</Application></Properties>'}),
}


def signed(pdf):
    """The PDF with an incremental update that holds a signature dictionary, as signing programs write it."""
    at = len(pdf)
    body = b"\n900000 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<30>>>\nendobj\n"
    before = int(pdf[pdf.rindex(b"startxref") + 9:].split()[0])
    root = pdf[pdf.rindex(b"/Root") + 5:].split(b"R")[0]
    table = b"xref\n900000 1\n%010d 00000 n \ntrailer\n<</Root%sR/Size 900001/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return pdf + body + table % (at + 1, root, before, at + len(body))


def kept(there, path, content, done, wanted=73):
    """Whether a file still holds what somebody put there, and krut said why."""
    is_kept = path.is_file() and path.read_bytes() == content
    return Outcome(is_kept and done.code == wanted and bool(done.err.strip()),
                   named(done.code) + ("" if is_kept else ", lost"))


def over_edited_docx(krut):
    for edit in EDITS.values():
        with place(krut) as there:
            there.run("render", there.example())
            paper = there.folder / "report.docx"
            content = edit(paper.read_bytes())
            paper.write_bytes(content)
            yield kept(there, paper, content, there.run("render", "report.json"))


def over_signed_pdf(krut):
    for output in ((), ("-o", "report.pdf"), ("-o", "./")):
        with place(krut) as there:
            there.run("render", there.example())
            paper = there.folder / "report.pdf"
            content = signed(paper.read_bytes())
            paper.write_bytes(content)
            yield kept(there, paper, content, there.run("render", "report.json", *output))


def over_foreign_file(krut):
    """Every output of every command over a file that is not ours."""
    for name, *words in (("report.pdf", "render", "report.json"), ("report.docx", "render", "report.json"),
                         ("a.pdf", "render", "report.json", "-o", "a.pdf"), ("a.docx", "render", "report.json", "-o", "a.docx"),
                         ("hands.json", "render", "report.json", "--signatures", "hands.json"),
                         ("back.json", "read-back", "ours.pdf", "-o", "back.json"), ("new.json", "new", "memo", "-o", "new.json")):
        with place(krut) as there:
            there.example()
            there.run("render", "report.json", "-o", "ours.pdf")
            path = there.put(name, b"somebody's own words\n")
            yield kept(there, path, b"somebody's own words\n", there.run(*words))


def over_own_untouched(krut):
    """The other side: what is ours, or empty, is replaced as always."""
    for before in (None, b""):
        with place(krut) as there:
            there.example()
            if before is None:
                there.run("render", "report.json")
            else:
                there.put("report.pdf", before), there.put("report.docx", before)
            done = there.run("render", "report.json")
            yield Outcome(done.code == 0 and is_pdf((there.folder / "report.pdf").read_bytes()), named(done.code))


def read_back_edited(krut):
    for edit in EDITS.values():
        with place(krut) as there:
            there.run("render", there.example(), "-o", "report.docx")
            paper = there.folder / "report.docx"
            paper.write_bytes(edit(paper.read_bytes()))
            done = there.run("read-back", "report.docx")
            yield Outcome(done.code == 1 and bool(done.err.strip()), named(done.code))


def skeleton_as_report(krut):
    for layout in ("memo", "letter", "tables", "ita/memo-report", "ita/indicator-tables", "ita/score-analysis",
                   "ita/progress-checklist", "ita/grouped-measures"):
        with place(krut) as there:
            there.put("new.json", there.run("new", layout).out)
            done = there.run("render", "new.json", "--strict", "--diagnostics", "json")
            yield Outcome(done.code == 1 and b"data.placeholder" in done.err, named(done.code))


def two_at_once(krut):
    """Two renders to one name: both papers must be of one of them."""
    for turn in range(40):
        with place(krut) as there:
            for name in "ab":
                data = json.loads(there.example().read_text(encoding="utf-8"))
                data["memo"]["subject"] = name * 8
                there.put(name + ".json", data)
            children = [there.start("render", name + ".json", "-o", "out.pdf", "-o", "out.docx") for name in "ab"]
            for child in children:
                child.communicate()
            both = [there.run("read-back", "out." + kind).out for kind in ("pdf", "docx")]
            good = both[0] == both[1] != b"" and not there.leftovers("a.json", "b.json", "report.json", "out.pdf", "out.docx")
            yield Outcome(good, "a pair" if good else "not a pair" if both[0] != both[1] else "left files")


def killed(number, tries):
    """Signals at random moments: nothing torn, nothing left beside the papers where the signal can be caught."""
    def attack(krut):
        dice = random.Random(number)
        with place(krut) as there:
            there.example("memo-report")
            before = time.monotonic()
            there.run("render", "report.json")
            longest = time.monotonic() - before
        for turn in range(tries):
            with place(krut) as there:
                there.example("memo-report")
                has_papers = turn % 2 == 0
                if has_papers:
                    there.run("render", "report.json")
                child = there.start("render", "report.json")
                time.sleep(dice.random() * longest * 1.1)
                child.send_signal(number)
                child.communicate()
                yield seen_after_kill(there, child.returncode, number, has_papers)
    return attack


def seen_after_kill(there, code, number, had_papers):
    papers = {name: (there.folder / name).read_bytes() for name in ("report.pdf", "report.docx") if (there.folder / name).is_file()}
    torn = [name for name, data in papers.items() if not (is_pdf(data) if name.endswith("pdf") else is_docx(data))]
    lost = had_papers and len(papers) < 2
    half = not had_papers and len(papers) == 1 and number != signal.SIGKILL
    left = there.leftovers("report.json", "report.pdf", "report.docx")
    faults = [word for word, is_there in (("torn", torn), ("lost", lost), ("half a pair", half), ("left files", left)) if is_there]
    expected = code in (0, -number, 128 + number)
    may_leave = number == signal.SIGKILL and faults in ([], ["left files"])
    return Outcome(expected and (not faults or may_leave), ", ".join([named(code), *faults]))


def swept_after_kill(krut):
    """What a killed render left is gone after the next one."""
    dice = random.Random(9)
    for _ in range(30):
        with place(krut) as there:
            there.example("memo-report")
            child = there.start("render", "report.json")
            time.sleep(dice.random() * 0.4)
            child.kill()
            child.communicate()
            left = there.leftovers("report.json", "report.pdf", "report.docx")
            done = there.run("render", "report.json")
            after = there.leftovers("report.json", "report.pdf", "report.docx")
            yield Outcome(done.code == 0 and not after, "clean" if not left else "left, swept" if not after else "left, stays")


def too_large(krut):
    """A limit on the size of files (SIGXFSZ), in steps."""
    for size in (0, 1, 4096, 20_000, 60_000, 100_000):
        with place(krut) as there:
            there.example("memo-report")
            done = there.run("render", "report.json", preparation=limits(file_size=size))
            left = there.leftovers("report.json")
            yield Outcome(done.code in (73, 153, -signal.SIGXFSZ) and not left, named(done.code) + (", left files" if left else ""))


def full_standard_output(krut):
    for words in (("render", "report.json", "-o", "-", "--format", "pdf"), ("render", "report.json"), ("render", "report.json", "--strict"),
                  ("layouts",), ("schema", "memo"), ("new", "memo")):
        with place(krut) as there, open("/dev/full", "wb") as full:
            there.example()
            yield told(there.run(*words, out=full), 73)


def long_names(krut):
    for size in range(246, 256):
        for letter in ("a", "ก"):
            with place(krut) as there:
                there.example()
                stem = letter * ((size - 4) // len(letter.encode()))
                name = stem + "x" * (size - 4 - len(stem.encode())) + ".pdf"
                done = there.run("render", "report.json", "-o", name)
                yield Outcome(done.code == 0 and (there.folder / name).is_file() and not there.leftovers("report.json", name), named(done.code))


def letters_of_extensions(krut):
    for name in ("Z.PDF", "Z.Pdf", "Z.DOCX", "Z.Docx"):
        with place(krut) as there:
            there.example()
            done = there.run("render", "report.json", "-o", name)
            content = (there.folder / name).read_bytes() if (there.folder / name).is_file() else b""
            yield Outcome(done.code == 0 and (is_pdf(content) if "P" in name.upper()[2:4] else is_docx(content)), named(done.code))


def second_rename_fails(krut):
    """The place of one paper cannot be replaced: the other stays what it was."""
    for blocked, other in (("report.docx", "report.pdf"), ("report.pdf", "report.docx")):
        with place(krut) as there:
            there.example()
            there.run("render", "report.json")
            before = (there.folder / other).read_bytes()
            there.example(language="en")
            immutable = subprocess.run(["chattr", "+i", str(there.folder / blocked)], stderr=subprocess.DEVNULL, check=False).returncode == 0
            if not immutable:
                (there.folder / blocked).unlink()
                (there.folder / blocked).mkdir()
            done = there.run("render", "report.json")
            subprocess.run(["chattr", "-i", str(there.folder / blocked)], stderr=subprocess.DEVNULL, check=False)
            good = (there.folder / other).read_bytes() == before
            left = there.leftovers("report.json", "report.pdf", "report.docx")
            yield Outcome(done.code == 73 and good and not left, named(done.code) + ("" if good else ", half replaced") + (", left files" if left else ""))


def notes_as_json(krut):
    with place(krut) as there:
        there.example("memo-report", layout="memo")
        done = there.run("check", "report.json", "--layout", "memo", "--diagnostics", "json")
        notes = [json.loads(line) for line in done.err.decode().splitlines() if "data.not-printed" in line]
        yield Outcome(bool(notes) and any(isinstance(value, list) for value in notes[0].values()), "list" if notes and any(isinstance(value, list) for value in notes[0].values()) else "text")


ATTACKS = [
    ("1.1 render over an edited DOCX", over_edited_docx),
    ("1.1 render over a signed PDF", over_signed_pdf),
    ("1.1 any output over a file that is not ours", over_foreign_file),
    ("1.1 render over ours untouched, over empty files (must work)", over_own_untouched),
    ("1.2 read-back of an edited DOCX", read_back_edited),
    ("1.3 a skeleton rendered under --strict", skeleton_as_report),
    ("1.5 two renders at once to one name", two_at_once),
    ("1.5 one of the two places cannot be replaced", second_rename_fails),
    ("1.6 SIGTERM at random moments", killed(signal.SIGTERM, 150)),
    ("1.6 SIGHUP at random moments", killed(signal.SIGHUP, 100)),
    ("1.6 SIGINT at random moments", killed(signal.SIGINT, 100)),
    ("1.6 SIGKILL at random moments", killed(signal.SIGKILL, 250)),
    ("1.6 the render after a SIGKILL", swept_after_kill),
    ("1.6 a limit on file sizes", too_large),
    ("1.6 standard output on a full disk", full_standard_output),
    ("1.6 names of 246 to 255 bytes", long_names),
    ("1.6 -o Z.PDF, Z.DOCX", letters_of_extensions),
    ("1.7 values that are not printed, as JSON", notes_as_json),
]
