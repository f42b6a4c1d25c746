"""Five programs that know nothing of krut read the text of a PDF: poppler in two ways, MuPDF, pdf.js and PDFium.

The first four of `IN_ORDER` give the text as it stands in the file, which is the order of reading. `pdftotext -layout`
puts it where it stands on the page, so that lines of neighbouring cells come to stand side by side: `layout_faults`
holds it against the lines that MuPDF sees on the same page.
"""
import json
import os
import sys
from collections import Counter

import kit

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NPM_READERS = ("pdf.js", "PDFium")
IN_ORDER = ("pdftotext -raw", "mutool -F txt") + NPM_READERS
LAYOUT = "pdftotext -layout"
ALL = IN_ORDER + (LAYOUT,)
DEFAULT_FOLDER = os.path.join(ROOT, "build", "npm-readers")
# pdf.js says so when it may not draw; it is asked for text only.
OF_THE_MACHINE = ("Cannot polyfill", "Please use the `legacy` build")
MOST_SHOWN = 3
LINE_ROOM = 0.25  # of the size: how far apart the origins of one line's letters may be
GAP_ROOM = 1.0    # of the size: a wider gap begins another run


def add_folder(parser):
    parser.add_argument("--readers", default=DEFAULT_FOLDER, metavar="FOLDER", help="where pdf.js and PDFium are installed")


def npm_pages(reader, pdfs, folder):
    """({path: text of each page}, what the program complained of) for one of `NPM_READERS`."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "read_text.mjs")
    done = kit.run("node", script, kit.npm_packages("readers", folder), reader, *pdfs)
    if done.code != 0:
        raise RuntimeError("{} cannot read {}: {}".format(reader, ", ".join(pdfs), kit.short(done.err.strip(), 300)))
    said = [line for line in done.err.splitlines() if line.strip() and not any(known in line for known in OF_THE_MACHINE)]
    return json.loads(done.out), said


def pages(pdf, reader, folder=DEFAULT_FOLDER):
    """Text of each page by one of `ALL`."""
    if reader in NPM_READERS:
        return npm_pages(reader, [pdf], folder)[0][pdf]
    if reader == LAYOUT:
        done = kit.run("pdftotext", "-layout", "-enc", "UTF-8", pdf, "-")
        return done.out.split("\f")[:-1]
    return kit.pdf_pages(pdf, reader)


def pages_of_all(pdfs, reader, folder=DEFAULT_FOLDER):
    """{path: text of each page} by one of `ALL`; the programs of the npm registry start once for all."""
    if reader in NPM_READERS:
        return npm_pages(reader, pdfs, folder)[0]
    return {pdf: pages(pdf, reader) for pdf in pdfs}


# ---------------------------------------------------------------- the layout mode

def runs_of(pdf):
    """{page: [text without white space]}: what stands side by side on one baseline without a gap, as MuPDF places it."""
    found, last = {}, None
    for char in kit.pdf_chars(pdf):
        is_same_run = (last is not None and char.page == last.page and abs(char.y - last.y) < LINE_ROOM * char.size
                       and -LINE_ROOM * char.size < char.x - last.right < GAP_ROOM * char.size)
        if is_same_run:
            found[char.page][-1] += char.text
        else:
            found.setdefault(char.page, []).append(char.text)
        # A mark stands where its letter ends and takes no room.
        last = char if last is None or not is_same_run or char.right >= last.right else char._replace(right=last.right)
    return found


def layout_faults(pdf):
    """Runs that `pdftotext -layout` does not give back whole, and characters that it has too many or too few."""
    runs, faults = runs_of(pdf), []
    texts = pages(pdf, LAYOUT)
    for number, text in enumerate(texts, 1):
        lines = [kit.squeeze(line) for line in text.splitlines()]
        expected = runs.get(number, [])
        faults += ["page {}: no line holds {}".format(number, kit.short(run)) for run in expected
                   if not any(run in line for line in lines)]
        have, want = Counter("".join(lines)), Counter("".join(expected))
        for char in sorted(set(have) | set(want)):
            if have[char] != want[char]:
                faults.append("page {}: {} of {!r} instead of {}".format(number, have[char], char, want[char]))
    return faults, sum(len(run) for found in runs.values() for run in found)
