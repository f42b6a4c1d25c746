#!/usr/bin/python3
"""Asks other programs what they think of a PDF.

    standards.py OUT.pdf [...]

qpdf must find nothing, every font must be embedded, subset and mapped to Unicode, and poppler, MuPDF and Ghostscript
must open every page without a word of complaint.
"""
import os
import re
import sys
import tempfile

import kit

OF_THE_PROGRAM = "ICC support is not available"  # how Debian builds mutool; says nothing of the file
COMPLAINT = re.compile(r"warning|error|invalid|syntax|damaged|repair|cannot|missing|broken", re.IGNORECASE)


def check_qpdf(pdf, findings):
    done = kit.run("qpdf", "--check", pdf)
    clean = done.code == 0 and "WARNING" not in done.out + done.err
    findings.add("qpdf --check", "clean" if clean else kit.short((done.err or done.out).strip().replace("\n", "; "), 120), clean)


def fonts_of(pdf):
    """(name, embedded, subset, has a Unicode map) of every font, as pdffonts lists them."""
    done = kit.run("pdffonts", pdf)
    rows = []
    for line in done.out.splitlines()[2:]:
        found = re.match(r"(.*?)\s+(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$", line)
        if found:
            rows.append((found.group(1).split("  ")[0].strip(), *(value == "yes" for value in found.groups()[1:])))
    return rows


def check_fonts(pdf, findings):
    fonts = fonts_of(pdf)
    findings.add("fonts", "{} in use".format(len(fonts)), bool(fonts))
    for name, *facts in fonts:
        lacking = [fact for fact, holds in zip(("embedded", "subset", "unicode"), facts) if not holds]
        findings.add("font " + name, "lacks " + ", ".join(lacking) if lacking else "embedded, subset, unicode", not lacking)


def complaints(text):
    return [line.strip() for line in text.splitlines() if COMPLAINT.search(line) and OF_THE_PROGRAM not in line]


def check_readers(pdf, findings):
    """Draws every page with each program; any complaint on either stream is a fault."""
    with tempfile.TemporaryDirectory() as folder:
        for name, command in (
                ("pdftotext", ("pdftotext", pdf, os.path.join(folder, "text.txt"))),
                ("mutool draw", ("mutool", "draw", "-q", "-r", "30", "-o", os.path.join(folder, "page%d.png"), pdf)),
                ("ghostscript", ("gs", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONWARNING", "-r30", "-sDEVICE=nullpage", pdf))):
            done = kit.run(*command)
            said = complaints(done.err) + (complaints(done.out) if name == "ghostscript" else [])
            findings.add(name, "code {}{}".format(done.code, "; " + kit.short("; ".join(said), 120) if said else ", silent"),
                         done.code == 0 and not said)


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        print(__doc__)
        return kit.EXIT_OK if sys.argv[1:] in (["-h"], ["--help"]) else kit.EXIT_FAILED
    kit.need("qpdf", "pdffonts", "pdftotext", "mutool", "gs")
    code = kit.EXIT_OK
    for pdf in sys.argv[1:]:
        findings = kit.Findings("what other programs say of " + os.path.basename(kit.need_file(pdf)))
        check_qpdf(pdf, findings)
        check_fonts(pdf, findings)
        check_readers(pdf, findings)
        code = max(code, findings.finish())
    return code


if __name__ == "__main__":
    sys.exit(main())
