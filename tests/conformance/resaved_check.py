#!/usr/bin/python3
"""Saves a PDF of hard texts again with programs that offices shrink and mend files with, and reads it back.

    resaved_check.py KRUT [--shared FOLDER] [--readers FOLDER] [--keep FOLDER] [--pdfcpu FILE] [--pdfbox FILE.jar]
                     [--draw]

Ghostscript writes text anew: a code that says two characters comes out of its release 10.00 as one wrong one. qpdf, and
pdfcpu when its program is given, pack the objects anew. Of the file and of each copy every reader must give each
character back, in order; white space is held to that by hard_texts, and in the copies by pdftotext. pdfminer, and PDFBox when its jar is given, sort by place and
are the first to take marks for other lines. LibreOffice Draw is asked with --draw what it takes in; a PDF that it writes holds
what LibreOffice's own writer makes of that.
"""
import argparse
import json
import os
import sys
import tempfile
import zipfile

from lxml import etree

import extraction_check
import kit
import readers

LAYOUT = os.path.join(readers.ROOT, "tests", "data", "extraction", "column.xml")
# Slips that people type, letters that fonts join, and letters whose mark is a character of its own.
ODD_LINES = ["ที่่ ก็็ ก่่า ปี่ี่ กึ์่", "นำ้ กำ่ำ กฺุ ก๎ ก๏", "é è ñ", "office fi fl ffi", "✔️ ⚠️ 1️⃣ #️⃣ ⭐ ⮕ Ａ１"]
PROGRAMS = {
    "Ghostscript": ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOutputFile={copy}", "{pdf}"],
    "qpdf": ["qpdf", "--object-streams=generate", "--recompress-flate", "{pdf}", "{copy}"],
}
PDFTOTEXT = "pdftotext"
PDFMINER = "pdfminer"
PDFBOX = "PDFBox"
DRAW = "LibreOffice Draw"
MINE = """
import sys
from pdfminer.high_level import extract_text
sys.stdout.buffer.write(extract_text(sys.argv[1]).encode())
"""


def texts(shared):
    lines = [line for line in extraction_check.texts(shared)["lines"] if line not in extraction_check.HYPHENS] + ODD_LINES
    return {"lines": lines, "paragraphs": [" ".join(lines)]}


def copies(pdf, folder, pdfcpu=None):
    """{program: the file as it saved it}, the file itself first."""
    os.makedirs(folder, exist_ok=True)
    commands = dict(PROGRAMS, pdfcpu=[pdfcpu, "optimize", "-q", "{pdf}", "{copy}"]) if pdfcpu else PROGRAMS
    found = {"krut": pdf}
    for program, command in commands.items():
        copy = os.path.join(folder, "{}-{}".format(program, os.path.basename(pdf)))
        done = kit.run(*[part.format(pdf=pdf, copy=copy) for part in command])
        if done.code != 0:
            raise RuntimeError("{} cannot save the file again: {}".format(program, kit.short(done.err.strip(), 200)))
        found[program] = copy
    return found


def box_text(jar, pdf):
    text = pdf + ".txt"
    kit.run("java", "-jar", jar, "ExtractText", "-encoding", "UTF-8", pdf, text)
    with open(text, encoding="utf-8") as file:
        return file.read()


def read_all(paths, given):
    """{reader: {path: text}}"""
    found = {reader: readers.pages_of_all(paths, reader, given.readers) for reader in readers.ALL}
    found = {reader: {path: "".join(pages) for path, pages in texts.items()} for reader, texts in found.items()}
    found[PDFTOTEXT] = {path: kit.run("pdftotext", "-enc", "UTF-8", path, "-").out for path in paths}
    found[PDFMINER] = {path: kit.run("/usr/bin/python3", "-c", MINE, path).out for path in paths}
    if given.pdfbox:
        found[PDFBOX] = {path: box_text(given.pdfbox, path) for path in paths}
    return found


def draw_text(pdf, folder):
    """What LibreOffice Draw shows of a PDF, in the order of the file."""
    kit.run("soffice", "--headless", "-env:UserInstallation=file://" + os.path.join(folder, "profile"),
            "--infilter=draw_pdf_import", "--convert-to", "odg", "--outdir", folder, pdf)
    drawing = os.path.join(folder, os.path.splitext(os.path.basename(pdf))[0] + ".odg")
    if not os.path.isfile(drawing):
        raise RuntimeError("LibreOffice Draw (libreoffice-draw) cannot open " + pdf)
    with zipfile.ZipFile(drawing) as file:
        body = etree.fromstring(file.read("content.xml")).find("{*}body")
    return "".join(body.itertext())


def first_difference(text, wanted):
    place = next((i for i, (have, want) in enumerate(zip(text, wanted)) if have != want), min(len(text), len(wanted)))
    return "{} instead of {}".format(kit.short(text[max(0, place - 6):place + 12]), kit.short(wanted[max(0, place - 6):place + 12]))


def lines_of(text):
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def check_spaces(files, found, findings):
    """pdftotext, which goes by the gaps between letters, sees the same lines and spaces in every copy."""
    for reader in (PDFTOTEXT, readers.LAYOUT):
        before = lines_of(found[reader][files["krut"]])
        for program in PROGRAMS:
            after = lines_of(found[reader][files[program]])
            changed = [line for line in after if line not in before] + [line for line in before if line not in after]
            told = "{} lines".format(len(before)) if before == after else "{} lines changed, such as {}".format(
                len(changed), kit.short(" ".join(changed[:1])))
            findings.add("{}, {}, spaces".format(program, reader), told, before == after)


def check(pdf, wanted, given, folder, findings):
    files = copies(pdf, os.path.join(folder, "again"), given.pdfcpu)
    found = read_all(list(files.values()), given)
    if given.draw:
        found[DRAW] = {pdf: draw_text(pdf, folder)}
    for program, path in files.items():
        for reader, texts_of in found.items():
            if path not in texts_of:
                continue
            text = kit.squeeze(texts_of[path].lstrip("\ufeff"))
            is_exact = text == wanted
            told = "{} characters".format(len(wanted)) if is_exact else first_difference(text, wanted)
            findings.add("{}, {}".format(program, reader), told, is_exact)
    check_spaces(files, found, findings)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("krut")
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(readers.ROOT), "shared"))
    parser.add_argument("--keep", help="folder for the data and the PDFs")
    parser.add_argument("--pdfcpu", help="the program")
    parser.add_argument("--pdfbox", help="pdfbox-app of release 2")
    parser.add_argument("--draw", action="store_true", help="ask LibreOffice Draw too")
    readers.add_folder(parser)
    given = parser.parse_args()
    kit.need("gs", "qpdf", "pdftotext", "mutool")
    data = texts(given.shared)
    wanted = kit.squeeze("".join(data["lines"] * 2 + data["paragraphs"]))
    findings = kit.Findings("hard texts out of the PDF, and out of the PDF saved again by other programs")
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or temporary
        source, pdf = os.path.join(folder, "column.json"), os.path.join(folder, "column.pdf")
        with open(source, "w", encoding="utf-8") as out:
            json.dump(data, out, ensure_ascii=False)
        done = kit.run(os.path.abspath(given.krut), "render", source, "--layout", LAYOUT, "-o", pdf, "--lang", "en")
        if findings.add("krut", "code {}".format(done.code), done.code == 0):
            check(pdf, wanted, given, folder, findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
