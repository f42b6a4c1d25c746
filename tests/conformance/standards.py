#!/usr/bin/python3
"""Asks other programs what they think of a PDF.

    standards.py OUT.pdf [...] [--readers FOLDER]

qpdf must find nothing, every font must be embedded, subset and mapped to Unicode, and poppler, MuPDF, Ghostscript, pdf.js
and PDFium must open every page without a word of complaint.
"""
import argparse
import os
import re
import sys
import tempfile

import kit
import readers

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


def commands(pdf, folder):
    """(name, command, whether it speaks on standard output) of each program that is to open a file."""
    page = os.path.join(folder, os.path.basename(pdf))
    return (("pdftotext", ("pdftotext", pdf, page + ".txt"), False),
            ("mutool draw", ("mutool", "draw", "-q", "-r", "30", "-o", page + "-%d.png", pdf), False),
            ("ghostscript", ("gs", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONWARNING", "-r30", "-sDEVICE=nullpage", pdf),
             True))


def opened(pdf):
    """{program: (exit code, what it complained of)}: every page drawn; any complaint on either stream is a fault."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, command, speaks in commands(pdf, folder):
            done = kit.run(*command)
            found[name] = (done.code, complaints(done.err) + (complaints(done.out) if speaks else []))
    return found


def check_readers(pdf, folder, findings):
    found = opened(pdf)
    for reader in readers.NPM_READERS:
        found[reader] = (0, readers.npm_pages(reader, [pdf], folder)[1])
    for name, (code, said) in found.items():
        findings.add(name, "code {}{}".format(code, "; " + kit.short("; ".join(said), 120) if said else ", silent"),
                     code == 0 and not said)


def check_many(pdfs, folder, pool):
    """For each program: (its name, {path: what it complained of}). Uses the pool's threads."""
    faults = {"qpdf --check": {}, "pdftotext": {}, "mutool draw": {}, "ghostscript": {}}
    for pdf, done in zip(pdfs, pool.map(lambda pdf: kit.run("qpdf", "--check", pdf), pdfs)):
        if done.code or "WARNING" in done.out + done.err:
            faults["qpdf --check"][pdf] = (done.err or done.out).strip()
    for pdf, found in zip(pdfs, pool.map(opened, pdfs)):
        for name, (code, said) in found.items():
            if code or said:
                faults[name][pdf] = "code {} {}".format(code, "; ".join(said))
    for reader, (_, said) in zip(readers.NPM_READERS, pool.map(lambda reader: readers.npm_pages(reader, pdfs, folder),
                                                               readers.NPM_READERS)):
        faults[reader] = {line: "" for line in said}
    return faults.items()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdfs", nargs="+", metavar="OUT.pdf")
    readers.add_folder(parser)
    given = parser.parse_args()
    kit.need("qpdf", "pdffonts", "pdftotext", "mutool", "gs")
    code = kit.EXIT_OK
    for pdf in given.pdfs:
        findings = kit.Findings("what other programs say of " + os.path.basename(kit.need_file(pdf)))
        check_qpdf(pdf, findings)
        check_fonts(pdf, findings)
        check_readers(pdf, given.readers, findings)
        code = max(code, findings.finish())
    return code


if __name__ == "__main__":
    sys.exit(main())
