#!/usr/bin/python3
"""Holds the size of a long report's PDF, tags and all.

    size_check.py KRUT MAKE_MEASURES.py [--measures 1000]

At most half of what Typst 0.14 needs for a like report: 9 468 bytes a page.
"""
import argparse
import os
import subprocess
import sys
import tempfile

import kit

MOST_BYTES_A_PAGE = 4734


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("krut")
    parser.add_argument("maker")
    parser.add_argument("--measures", type=int, default=1000)
    given = parser.parse_args()
    kit.need("qpdf", "pdfinfo")
    findings = kit.Findings("size of a report of {} measures".format(given.measures))
    with tempfile.TemporaryDirectory() as folder:
        data, pdf = os.path.join(folder, "long.json"), os.path.join(folder, "long.pdf")
        with open(data, "wb") as out:
            subprocess.run([sys.executable, given.maker, str(given.measures)], stdout=out, check=True)
        done = kit.run(os.path.abspath(given.krut), "render", data, "-o", pdf)
        if not findings.add("render", "code {}".format(done.code), done.code == 0):
            return findings.finish()
        pages = int(kit.run("qpdf", "--show-npages", pdf).out)
        size = os.path.getsize(pdf)
        findings.add("bytes a page", "{} ({} on {} pages)".format(size // pages, size, pages),
                     size <= MOST_BYTES_A_PAGE * pages, "<= {}".format(MOST_BYTES_A_PAGE))
        tagged = "Tagged:          yes" in kit.run("pdfinfo", pdf).out
        findings.add("tagged", "yes" if tagged else "no", tagged)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
