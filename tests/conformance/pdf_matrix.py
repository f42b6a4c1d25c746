#!/usr/bin/python3
"""Prints what the PDF of every example is worth, one line an example.

    pdf_matrix.py KRUT [DATA.json ...] [--folder FOLDER] [--verapdf FOLDER] [--readers FOLDER]

PDF/A-3a and PDF/UA-1 as veraPDF judges them; the text as five programs give it back, held against the data, and how many
of those that read in order give the same of the file as Ghostscript and qpdf save it again; signatures:
every field signed in turn by pdfsig, all earlier ones valid and both standards kept after each; the size, and a page's
share of it; the same bytes twice. Exits 0 only when all is right. Without DATA all of examples/ are looked at.
"""
import argparse
import collections
import glob
import json
import os
import re
import shutil
import sys

import kit
import papers
import readers
import resaved_check
import sign_all
import text_check
import verapdf_check

LAYOUTS = os.path.join(readers.ROOT, "layouts")
FLAVOURS = {"3a": "PDF/A-3a", "ua1": "PDF/UA-1"}
HEADS = ["example", *FLAVOURS.values(), "-raw", "MuPDF", "pdf.js", "PDFium", "-layout", *resaved_check.PROGRAMS, "signatures",
         "pages", "bytes", "a page", "same bytes"]
CONDITIONS = ({"TZ": "UTC", "LC_ALL": "C"}, {"TZ": "Asia/Bangkok", "LC_ALL": "th_TH.UTF-8"})


class Example:
    """One line of the table: its cells, and what is wrong with them."""

    def __init__(self, data, folder):
        self.data, self.folder = data, folder
        self.name = os.path.splitext(os.path.basename(data))[0]
        self.pdf = os.path.join(folder, self.name + ".pdf")
        self.signed, self.faults, self.cells = [], [], {}

    def put(self, head, text, passed, fault=""):
        self.cells[head] = text if passed else text + " ✗"
        if not passed:
            self.faults.append("{}: {}: {}".format(self.name, head, fault or text))

    def render(self, krut):
        """Twice, under different conditions."""
        files = []
        for number, condition in enumerate(CONDITIONS):
            path = os.path.join(self.folder, str(number), self.name + ".pdf")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            done = kit.run(krut, "render", self.data, "-o", path, "--lang", "en", env=dict(os.environ, **condition))
            if done.code != 0:
                self.put("same bytes", "not rendered", False, kit.short(done.err.strip(), 200))
                return False
            with open(path, "rb") as file:
                files.append(file.read())
        shutil.copy(path, self.pdf)
        self.put("same bytes", "yes" if files[0] == files[1] else "no", files[0] == files[1])
        pages = int(re.search(r"Pages:\s+(\d+)", kit.run("pdfinfo", self.pdf).out).group(1))
        self.put("pages", str(pages), True)
        self.put("bytes", str(len(files[0])), True)
        self.put("a page", str(len(files[0]) // pages), True)
        return True

    def read(self, folder):
        """Against what the layout is known to print; else the programs against each other."""
        with open(self.data, encoding="utf-8") as file:
            data = json.load(file)
        is_known = data.get("layout") in papers.PAPERS
        paper = papers.paper(data, LAYOUTS) if is_known else None
        streams = dict(text_check.streams_of(self.pdf, folder))
        for head, (reader, stream) in zip(HEADS[3:7], streams.items()):
            if is_known:
                result = text_check.read(paper, stream)
                self.put(head, "{}/{}".format(result.found, result.total), not result.faults and result.found == result.total,
                         "; ".join("{} {}".format(*fault) for fault in result.faults[:3]))
            else:
                self.put(head, "agrees", stream == streams[readers.IN_ORDER[0]], "differs from pdftotext -raw")
        faults, characters = readers.layout_faults(self.pdf)
        self.put("-layout", str(characters), not faults, "; ".join(faults[:3]))

    def sign(self):
        folder = os.path.join(self.folder, self.name + "-signed")
        os.makedirs(folder, exist_ok=True)
        findings = kit.Findings("signing")
        fields = sign_all.fields_of(self.pdf)
        self.signed = sign_all.sign_all(self.pdf, fields, folder, findings)
        is_whole = not findings.has_failed() and len(self.signed) == len(fields)
        self.put("signatures", "{}/{}".format(len(self.signed), len(fields)), is_whole,
                 "; ".join(" ".join(line) for line in findings.lines if line[-1] == "FAIL"))

    def judge(self, flavour, verdicts):
        rules = verdicts.get(os.path.abspath(self.pdf))
        self.put(FLAVOURS[flavour], "yes" if rules == [] else "no", rules == [], "no verdict" if rules is None else ", ".join(rules))
        for number, path in enumerate(self.signed, 1):
            if verdicts.get(os.path.abspath(path)) != []:
                self.put("signatures", "{}/{}".format(number - 1, len(self.signed)), False,
                         "{} is lost by signature {}".format(FLAVOURS[flavour], number))


def is_same_text(text, wanted):
    """In the same order; or each piece whole, as PDFium sorts a head that spans rows by the place of its cells."""
    read, pieces = kit.squeeze(text), wanted.split()
    is_whole = collections.Counter(read) == collections.Counter("".join(pieces)) and all(piece in read for piece in pieces)
    return read == "".join(pieces) or is_whole


def read_again(examples, given):
    """Puts how many programs read the same text in each example as another program saved it again."""
    files = {example: resaved_check.copies(example.pdf, example.folder + "/again") for example in examples}
    paths = [path for copies in files.values() for path in copies.values()]
    found = {reader: readers.pages_of_all(paths, reader, given.readers) for reader in readers.IN_ORDER}
    for example, copies in files.items():
        for program in resaved_check.PROGRAMS:
            others = [reader for reader, pages in found.items()
                      if not is_same_text("\n".join(pages[copies[program]]), "\n".join(pages[example.pdf]))]
            example.put(program, "{}/{}".format(len(found) - len(others), len(found)), not others,
                        "other text in " + ", ".join(others))


def show(examples):
    rows = [HEADS] + [[example.name] + [example.cells.get(head, "-") for head in HEADS[1:]] for example in examples]
    widths = [max(kit.columns_of(row[column]) for row in rows) for column in range(len(HEADS))]
    for row in rows:
        print("  ".join(cell + " " * (width - kit.columns_of(cell)) for cell, width in zip(row, widths)).rstrip())
    for example in examples:
        for fault in example.faults:
            print("✗ " + fault)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("krut")
    parser.add_argument("data", nargs="*")
    parser.add_argument("--folder", default=os.path.join(readers.ROOT, "build", "pdf-matrix"), help="where the papers are made")
    parser.add_argument("--verapdf", default=os.path.join(readers.ROOT, "build", "verapdf"), help="where veraPDF is kept")
    readers.add_folder(parser)
    given = parser.parse_args()
    kit.need("java", "gs", "qpdf", "pdfsig", "certutil", "pdftotext", "pdfinfo", "mutool")
    krut = os.path.abspath(kit.need_file(given.krut))
    data = given.data or sorted(glob.glob(os.path.join(readers.ROOT, "examples", "*.json")))
    jar = verapdf_check.fetch(given.verapdf)
    shutil.rmtree(given.folder, ignore_errors=True)
    examples = [Example(os.path.abspath(path), os.path.abspath(given.folder)) for path in data]
    for example in examples:
        if example.render(krut):
            example.read(given.readers)
            example.sign()
    read_again([example for example in examples if os.path.isfile(example.pdf)], given)
    pdfs = [path for example in examples for path in [example.pdf] + example.signed if os.path.isfile(path)]
    for flavour in FLAVOURS:
        verdicts, _ = verapdf_check.verdicts(jar, flavour, pdfs)
        for example in examples:
            example.judge(flavour, verdicts)
    show(examples)
    return kit.EXIT_FAILED if not examples or any(example.faults for example in examples) else kit.EXIT_OK


if __name__ == "__main__":
    sys.exit(main())
