#!/usr/bin/python3
"""Asks papers for the data that they were made from.

    source_check.py KRUT DATA.json [...]

Each data file is rendered; PDF and DOCX must give it back byte for byte, also after other programs have had them in
hand: pdfsig signs the PDF, qpdf rewrites it in several ways, LibreOffice saves the DOCX again. A paper made without its
source, an encrypted one and a damaged one must say why they give nothing.
"""
import argparse
import json
import os
import sys
import tempfile

import kit
import sign_all

REWRITES = {
    "linearised": ("--linearize",),
    "with a table": ("--object-streams=disable",),
    "with object streams": ("--object-streams=generate",),
    "unpacked": ("--qdf",),
}
NO_DATA = 64
WARNED = 1


def read(path):
    with open(path, "rb") as file:
        return file.read()


class Check:
    def __init__(self, krut, data, folder, findings):
        self.krut, self.data, self.folder, self.findings = krut, data, folder, findings
        self.name = os.path.splitext(os.path.basename(data))[0]
        self.bytes = read(data)

    def path(self, name):
        return os.path.join(self.folder, name)

    def render(self, *options):
        done = kit.run(self.krut, "render", self.data, "-o", self.folder + os.sep, *options)
        if done.code != 0:
            raise RuntimeError("krut ended with {}: {}".format(done.code, done.err.strip()))
        return self.path(self.name + ".pdf"), self.path(self.name + ".docx")

    def gives_back(self, what, paper, code=0):
        back = self.path("back.json")
        if os.path.exists(back):
            os.remove(back)
        done = kit.run(self.krut, "read-back", paper, "-o", back, "--lang", "en")
        is_same = done.code == code and os.path.isfile(back) and read(back) == self.bytes
        self.findings.add("{}: {}".format(self.name, what), "the same {} bytes".format(len(self.bytes)) if is_same else
                          kit.short("code {} {}".format(done.code, done.err.strip()), 120), is_same)

    def refuses(self, what, paper, code):
        done = kit.run(self.krut, "read-back", paper, "--lang", "en")
        is_refused = done.code == NO_DATA and code in done.err and "hint:" in done.err and not done.out
        self.findings.add("{}: {}".format(self.name, what), kit.short(done.err.strip().split("\n")[0], 100), is_refused)

    def tells_about(self, paper):
        done = kit.run(self.krut, "read-back", "--about", paper)
        about = json.loads(done.out) if done.code == 0 else {}
        version = kit.run(self.krut, "--version").out.strip()
        is_right = about.get("producer") == version and about.get("layout") == json.loads(self.bytes)["layout"]
        self.findings.add("{}: about {}".format(self.name, os.path.basename(paper)), done.out.strip(), is_right)

    def other_programs(self, pdf):
        for what, options in REWRITES.items():
            changed = self.path("changed.pdf")
            kit.run("qpdf", *options, pdf, changed)
            self.gives_back("PDF " + what, changed)
        fields = sign_all.fields_of(pdf)
        if fields:
            with tempfile.TemporaryDirectory() as database:
                sign_all.make_certificates(database, 1)
                sign_all.sign(database, fields[0], 1, pdf, self.path("signed.pdf"))
            self.gives_back("PDF signed", self.path("signed.pdf"))

    def saved_again(self, docx):
        """Through LibreOffice, as somebody does who has edited it."""
        out = self.path("saved")
        with tempfile.TemporaryDirectory() as profile:
            kit.run("soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--convert-to",
                    "docx:MS Word 2007 XML", "--outdir", out, docx, timeout=300)
        self.gives_back("DOCX saved again", os.path.join(out, os.path.basename(docx)), WARNED)

    def run(self):
        pdf, docx = self.render()
        self.gives_back("PDF", pdf)
        self.gives_back("DOCX", docx)
        self.tells_about(pdf)
        self.tells_about(docx)
        self.other_programs(pdf)
        self.saved_again(docx)
        kit.run("qpdf", "--encrypt", "", "owner", "256", "--", pdf, self.path("locked.pdf"))
        self.refuses("PDF encrypted", self.path("locked.pdf"), "[readback.encrypted]")
        with open(self.path("cut.pdf"), "wb") as out:
            out.write(read(pdf)[:-2000])
        self.refuses("PDF cut off", self.path("cut.pdf"), "[readback.damaged]")
        for paper in self.render("--no-source"):
            self.refuses(os.path.basename(paper) + " without its source", paper, "[readback.no-source]")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("krut")
    parser.add_argument("data", nargs="+")
    given = parser.parse_args()
    kit.need("qpdf", "mutool", "pdfsig", "certutil", "soffice")
    findings = kit.Findings("the source inside the papers")
    for data in given.data:
        with tempfile.TemporaryDirectory() as folder:
            Check(os.path.abspath(kit.need_file(given.krut)), os.path.abspath(kit.need_file(data)), folder, findings).run()
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
