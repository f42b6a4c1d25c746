#!/usr/bin/python3
"""Looks at the tables of a PDF as a screen reader finds them.

    row_check.py DATA.json OUT.pdf [--layouts FOLDER] [--expect-split]

Each table has one head; each row of the data is one row of the tags, however many pages it stands on, and each of its
cells holds the whole text of the data once, in order; nothing that repeats on a page (heads, page numbers) is there twice.
The tags are read by `pdfinfo -struct-text` and `qpdf --json`. With --expect-split, some row must stand on two pages.
"""
import argparse
import json
import os
import re
import sys

import kit
import papers
import tag_check

PAGE_NUMBER = re.compile(r"-[0-9๐-๙]+-")


def page_of(objects, node):
    """Every page that the content of a node stands on."""
    pages = {node["/Pg"]} if "/Pg" in node else set()
    for kid in map(objects.value, objects.many(node.get("/K"))):
        if isinstance(kid, dict):
            pages |= page_of(objects, kid)
    return pages


def fault_of(cell, pieces):
    """What is wrong with a cell's words, or None."""
    words, at = kit.squeeze(cell.all_words()), 0
    for piece in pieces:
        found = words.find(piece.text, at)
        if found < 0:
            return "lacks " + kit.short(piece.text, 40)
        at = found + len(piece.text)
        if len(piece.text) > 20 and piece.text in words[at:] and words.count(piece.text) > sum(p.text == piece.text for p in pieces):
            return "holds twice " + kit.short(piece.text, 40)
    return None


def check_rows(paper, tables, findings):
    wanted = [part for part in paper.parts if isinstance(part, papers.Row)]
    found = [row for table in tables for part in table.parts() if part.tag == "TBody" for row in part.parts()
             if any(cell.tag == "TD" for cell in row.parts())]
    findings.add("rows", len(found), len(found) == len(wanted), len(wanted))
    faults = []
    for row, part in zip(found, wanted):
        cells = row.parts()
        if len(cells) != len(part.cells):
            faults.append("{}: {} cells instead of {}".format(part.pointer, len(cells), len(part.cells)))
            continue
        for cell, pieces in zip(cells, part.cells):
            fault = fault_of(cell, pieces)
            if fault:
                faults.append("{}: {}".format(part.pointer, fault))
    findings.add("cells with their whole text once", "{} faults".format(len(faults)), not faults)
    for fault in faults[:5]:
        findings.note(fault)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("pdf")
    parser.add_argument("--layouts", default=os.path.join(os.path.dirname(__file__), "..", "..", "layouts"))
    parser.add_argument("--expect-split", action="store_true")
    given = parser.parse_args()
    kit.need("pdfinfo", "qpdf")
    findings = kit.Findings("the rows of " + os.path.basename(kit.need_file(given.pdf)) + " as they are read aloud")
    with open(kit.need_file(given.data), encoding="utf-8") as file:
        paper = papers.paper(json.load(file), given.layouts)
    root, objects = tag_check.read(given.pdf)
    tables = [element for element in root.below() if element.tag == "Table"]
    heads = [sum(part.tag == "THead" for part in table.parts()) for table in tables]
    findings.add("heads of the tables", heads, heads == [1] * len(paper.heads), [1] * len(paper.heads))
    rows = check_rows(paper, tables, findings)
    split = sum(1 for row in rows if len(page_of(objects, row.entries)) > 1)
    findings.add("rows on two pages", split, split > 0 or not given.expect_split)
    furniture = [element.words() for element in root.below() if PAGE_NUMBER.fullmatch(kit.squeeze(element.words()))]
    findings.add("page numbers read aloud", len(furniture), not furniture, 0)
    scoped = [cell for table in tables for cell in table.below() if cell.tag == "TH"]
    without = sum("/Scope" not in cell.table for cell in scoped)
    findings.add("head cells with a scope", len(scoped) - without, bool(scoped) and not without, len(scoped))
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
