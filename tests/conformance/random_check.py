#!/usr/bin/python3
"""Renders random reports in every layout, and asks other programs what they think of each PDF.

    random_check.py KRUT --folder FOLDER --verapdf FOLDER [--count 200] [--readers FOLDER]

veraPDF must find PDF/A-3a and PDF/UA-1 kept; qpdf, poppler, MuPDF, Ghostscript, pdf.js and PDFium must open every file
without a word of complaint; each file must give its data back byte for byte. What is wrong is told file by file.
"""
import argparse
import json
import os
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import kit
import readers
import standards
import verapdf_check

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data"))
import random_reports  # noqa: E402

FLAVOURS = ("3a", "ua1")
AT_ONCE = 2
FEWEST = 0.7  # of the papers have room for their random words


def layouts(krut):
    """Every layout there is, in a fixed order."""
    names = [line.split("\t")[0] for line in kit.run(krut, "layouts").out.splitlines()]
    if not names:
        sys.exit("krut knows no layout")
    return sorted(names)


def reports(krut, folder, count):
    """The data files, as many of one layout as of another."""
    names, paths = layouts(krut), []
    for index, name in enumerate(names):
        schema = json.loads(kit.run(krut, "schema", name).out)
        share = count // len(names) + (index < count % len(names))
        paths += random_reports.write(schema, name, share, folder)
    return paths


def render(krut, data):
    """(PDF, what went wrong); no PDF and no fault where the words have no room."""
    pdf = data[:-len(".json")] + ".pdf"
    done = kit.run(krut, "render", data, "-o", pdf, "--lang", "en")
    if kit.is_refused_for_room(done, pdf):
        return pdf, ""
    if done.code != 0:
        return pdf, "krut ended with {}: {}".format(done.code, kit.short(done.err.strip(), 200))
    with open(data, "rb") as file:
        same = file.read() == kit.run_bytes(krut, "read-back", pdf)
    return pdf, "" if same else "does not give its data back"


def many(findings, what, faults, total):
    """One line for all files, and the first faults below."""
    findings.add(what, "{} of {} files".format(total - len(faults), total), not faults)
    for path, fault in sorted(faults.items())[:readers.MOST_SHOWN]:
        findings.note("{} {}: {}".format(what, os.path.basename(path), kit.short(fault, 200)))


def check_conformance(jar, flavour, pdfs):
    found, done = verapdf_check.verdicts(jar, flavour, pdfs)
    unsaid = kit.short(done.err.strip() or done.out.strip(), 120)
    faults = {pdf: "no verdict: " + unsaid for pdf in pdfs if found.get(pdf) is None}
    faults.update({pdf: ", ".join(rules) for pdf, rules in found.items() if rules})
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("krut")
    parser.add_argument("--folder", required=True, help="where the papers are made")
    parser.add_argument("--verapdf", required=True, help="where veraPDF is kept")
    parser.add_argument("--count", type=int, default=200)
    readers.add_folder(parser)
    given = parser.parse_args()
    kit.need("java", "qpdf", "pdftotext", "mutool", "gs")
    krut, folder = os.path.abspath(kit.need_file(given.krut)), os.path.abspath(given.folder)
    jar = verapdf_check.fetch(given.verapdf)
    shutil.rmtree(folder, ignore_errors=True)
    findings = kit.Findings("{} random reports".format(given.count))
    begin = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        made = list(pool.map(lambda data: render(krut, data), reports(krut, folder, given.count)))
        many(findings, "data given back, or refused", {pdf: fault for pdf, fault in made if fault}, len(made))
        pdfs = [pdf for pdf, _ in made if os.path.isfile(pdf)]
        findings.add("room for the words in", "{} of {} files".format(len(pdfs), len(made)), len(pdfs) >= FEWEST * len(made))
        for flavour, faults in zip(FLAVOURS, pool.map(lambda flavour: check_conformance(jar, flavour, pdfs), FLAVOURS)):
            many(findings, "veraPDF " + flavour, faults, len(pdfs))
        for name, faults in standards.check_many(pdfs, given.readers, pool):
            many(findings, name, faults, len(pdfs))
    findings.note("{:.0f} seconds".format(time.monotonic() - begin))
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
