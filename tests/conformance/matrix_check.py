#!/usr/bin/python3
"""Renders every example of a family in every layout of the family, and holds the text of each paper against its data.

    matrix_check.py KRUT FOLDER --layouts FOLDER DATA.json [...]

Each pair must render without an error, and its PDF and DOCX must hold what the layout prints of the data, in order and
once. One data vocabulary serves the whole family: no pair may need its data touched.
"""
import argparse
import concurrent.futures
import json
import os
import subprocess
import sys

import kit
import papers
import text_check

FAMILY = "ita/"
MOST_FAULTS = 2


def render(krut, data, layout, folder):
    """The files of one pair, or what krut said instead."""
    name = "{}-as-{}".format(os.path.splitext(os.path.basename(data))[0], layout.replace("/", "-"))
    outputs = [os.path.join(folder, name + ending) for ending in (".pdf", ".docx")]
    for output in outputs:
        done = subprocess.run([krut, "render", data, "--layout", layout, "-o", output], capture_output=True, text=True)
        if done.returncode != 0:
            return [], done.stderr.strip().splitlines()[0] if done.stderr else "exit code {}".format(done.returncode)
    return outputs, ""


def faults_of(paper, output):
    """How the text of one file differs from what its layout should print."""
    if output.endswith(".docx"):
        stream = text_check.clean(kit.docx_text(output))
    else:
        stream = text_check.PAGE_END.join(text_check.clean(page) for page in kit.pdf_pages(output, "pdftotext -raw"))
    result = text_check.read(paper, stream)
    told = ["{}: {} {}".format(os.path.basename(output), *fault) for fault in result.faults[:MOST_FAULTS]]
    if result.found != result.total and not told:
        told.append("{}: {} of {} values".format(os.path.basename(output), result.found, result.total))
    return told, result.total


def check(arguments, data, layout):
    outputs, complaint = render(arguments.krut, data, layout, arguments.folder)
    if complaint:
        return 0, [complaint]
    with open(data, encoding="utf-8") as file:
        paper = papers.paper(json.load(file), arguments.layouts, layout)
    results = [faults_of(paper, output) for output in outputs]
    return results[0][1], [fault for faults, _ in results for fault in faults]


def main():
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("krut")
    parser.add_argument("folder")
    parser.add_argument("data", nargs="+")
    parser.add_argument("--layouts", default=os.path.join(os.path.dirname(__file__), "..", "..", "layouts"))
    arguments = parser.parse_args()
    kit.need("pdftotext")
    os.makedirs(arguments.folder, exist_ok=True)
    layouts = sorted(FAMILY + name[:-len(".xml")] for name in os.listdir(os.path.join(arguments.layouts, FAMILY))
                     if name.endswith(".xml"))
    pairs = [(data, layout) for data in arguments.data for layout in layouts]
    findings = kit.Findings("every example in every layout of " + FAMILY)
    with concurrent.futures.ProcessPoolExecutor() as pool:
        results = pool.map(check, [arguments] * len(pairs), *zip(*pairs))
        for (data, layout), (values, faults) in zip(pairs, results):
            findings.add("{} as {}".format(os.path.basename(data), layout), "{} values".format(values), not faults)
            for fault in faults:
                findings.note(fault)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
