#!/usr/bin/python3
"""Looks at what becomes of columns too narrow for their words: smaller letters, the same in the PDF and the DOCX.

    narrow_check.py KRUT DATA.json LAYOUT.xml FOLDER

Every text of every cell must have the same size in both papers; words that smaller letters save must stand on one line,
also where LibreOffice sets the DOCX; the columns that are smaller are told, each once, and no others. A word that fits when
its letters stand closer is closed up in the PDF and a little smaller in the DOCX, and cut in neither.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import zipfile

from lxml import etree

import kit

W = kit.W
FULL = 16.0  # points: the layout's cells
LEAST = 13.0  # points: four fifths of them, on a half point
SAME = 0.05  # points by which sizes may differ
SMALLER = "table.smaller-letters"
COLUMNS = {("2", False), ("3", True), ("4", False)}  # that the layout makes too narrow; True: for a word of the head
SAVED_WORDS = ["ประชาสัมพันธ์", "อิเล็กทรอนิกส์"]
CLOSED_UP_WORD, LEAST_CLOSED_UP = "วิทยาศาสตร์", 14.5
HEAD_WORD, NEXT_HEAD_WORD = "ประชาสัมพันธ์", "วิธีการ"


def render(krut, data, layout, folder):
    """The messages, and where the PDF and the DOCX lie."""
    done = subprocess.run([krut, "render", data, "--layout", layout, "-o", folder + os.sep, "--diagnostics", "json", "--lang", "en"],
                          capture_output=True, text=True, check=True)
    base = os.path.join(folder, os.path.splitext(os.path.basename(data))[0])
    return [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")], base + ".pdf", base + ".docx"


# ---------------------------------------------------------------- sizes in a DOCX

class Sizes:
    """The size of each run, its own or its style's, as w:sz and w:szCs say: both must say the same."""

    def __init__(self, styles):
        self.styles = {style.get(W + "styleId"): style for style in styles.iter(W + "style")}
        self.usual = self.stated(styles.find(W + "docDefaults/" + W + "rPrDefault/" + W + "rPr"))

    @staticmethod
    def stated(properties):
        if properties is None:
            return None
        found = {properties.find(W + name).get(W + "val") for name in ("sz", "szCs") if properties.find(W + name) is not None}
        if len(found) > 1:
            raise ValueError("w:sz and w:szCs differ: " + ", ".join(sorted(found)))
        return int(found.pop()) / 2 if found else None

    def of_style(self, name):
        while name in self.styles:
            size = self.stated(self.styles[name].find(W + "rPr"))
            if size is not None:
                return size
            based = self.styles[name].find(W + "basedOn")
            name = based.get(W + "val") if based is not None else None
        return self.usual

    def of_run(self, run, paragraph):
        size = self.stated(run.find(W + "rPr"))
        style = paragraph.find(W + "pPr/" + W + "pStyle")
        return size if size is not None else self.of_style(style.get(W + "val") if style is not None else None)


def cell_texts(docx):
    """Of each paragraph in a cell, in order: its letters with their sizes, boxes left out."""
    with zipfile.ZipFile(docx) as package:
        document = etree.fromstring(package.read("word/document.xml"))
        sizes = Sizes(etree.fromstring(package.read("word/styles.xml")))
    texts = []
    for paragraph in document.iterfind(".//" + W + "tc//" + W + "p"):
        letters = []
        for run in paragraph.iter(W + "r"):
            text = "".join(part.text or "" for part in run.iter(W + "t"))
            letters += [(letter, sizes.of_run(run, paragraph)) for letter in kit.skeleton(text) if letter not in kit.BOXES]
        if letters:
            texts.append(letters)
    return texts


# ---------------------------------------------------------------- what must hold

class Stream:
    """The letters of a PDF that survive a bad text layer, in content order."""

    def __init__(self, pdf):
        self.chars = [char for char in kit.pdf_chars(pdf) if kit.skeleton(char.text)]
        self.text = "".join(kit.skeleton(char.text)[0] for char in self.chars)

    def places(self, word):
        return [match.start() for match in re.finditer(re.escape(kit.skeleton(word)), self.text)]

    def of(self, word, place):
        return self.chars[place:place + len(kit.skeleton(word))]


def check_sizes(name, texts, stream, findings, other_size=None):
    """`other_size` is the text that need not have the same size."""
    place, lost, differ = 0, [], []
    for letters in texts:
        text = "".join(letter for letter, _ in letters)
        found = stream.text.find(text, place)
        if found < 0:
            lost.append(text)
            continue
        place = found + len(text)
        printed = stream.chars[found:place]
        if text != other_size and any(abs(char.size - size) > SAME for char, (_, size) in zip(printed, letters)):
            differ.append("{}: {:.1f} pt, in the DOCX {:.1f} pt".format(text, printed[0].size, letters[0][1]))
    findings.add("texts of cells in " + name, "{}, {} lost, {} of another size".format(len(texts), len(lost), len(differ)),
                 not lost and not differ)
    for fault in (lost + differ)[:6]:
        findings.note(fault)


def check_words(name, stream, findings):
    for word in [*SAVED_WORDS, CLOSED_UP_WORD]:
        places = stream.places(word)
        cut = sum(1 for place in places if len({round(char.y, 1) for char in stream.of(word, place)}) > 1)
        findings.add("{} in {}".format(word, name), "{} times, {} over two lines".format(len(places), cut), places and not cut)


def check_closed_up(texts, stream, findings):
    word = kit.skeleton(CLOSED_UP_WORD)
    written = {size for letters in texts if "".join(letter for letter, _ in letters) == word for _, size in letters}
    printed = {round(char.size, 1) for place in stream.places(word) for char in stream.of(word, place)}
    findings.add("a word closed up in the PDF", "{} pt, in the DOCX {} pt".format(*(", ".join(map(str, sorted(each))) for each in (printed, written))),
                 printed == {FULL} and len(written) == 1 and LEAST_CLOSED_UP <= min(written) < FULL)


def check_repeated_heads(stream, findings):
    places = stream.places(HEAD_WORD + NEXT_HEAD_WORD)
    pages = {stream.chars[place].page for place in places}
    sizes = {round(char.size, 1) for place in places for char in stream.of(HEAD_WORD, place)}
    others = {round(stream.of(HEAD_WORD + NEXT_HEAD_WORD, place)[-1].size, 1) for place in places}
    findings.add("the head's word on its pages", "{} pages, {} pt".format(len(pages), ", ".join(map(str, sorted(sizes)))),
                 len(pages) > 1 and len(sizes) == 1 and LEAST <= min(sizes) < FULL)
    findings.add("the head's other words", "{} pt".format(", ".join(map(str, sorted(others)))), others == {FULL})


def check_messages(messages, findings):
    told = [message["message"] for message in messages if message["code"] == SMALLER]
    columns = [(re.search(r"column (\d+)", text)[1], "of the head" in text) for text in told]
    findings.add("columns told to be smaller", len(columns), set(columns) == COLUMNS and len(columns) == len(COLUMNS), len(COLUMNS))
    codes = sorted({message["code"] for message in messages})
    findings.add("codes", ", ".join(codes), codes == ["table.column-too-narrow", SMALLER])


def main():
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    for name in ("krut", "data", "layout", "folder"):
        parser.add_argument(name)
    arguments = parser.parse_args()
    kit.need("mutool", "soffice")
    os.makedirs(arguments.folder, exist_ok=True)
    messages, pdf, docx = render(arguments.krut, kit.need_file(arguments.data), kit.need_file(arguments.layout), arguments.folder)
    findings = kit.Findings("columns too narrow for their words")
    check_messages(messages, findings)
    stream, texts = Stream(pdf), cell_texts(docx)
    smaller = sum(1 for letters in texts if letters[0][1] < FULL)
    findings.add("texts in smaller letters", "{} of {}".format(smaller, len(texts)), 0 < smaller < len(texts))
    check_sizes("the PDF", texts, stream, findings, other_size=kit.skeleton(CLOSED_UP_WORD))
    check_closed_up(texts, stream, findings)
    check_words("the PDF", stream, findings)
    check_repeated_heads(stream, findings)
    again = os.path.join(arguments.folder, "libreoffice")
    set_by_libreoffice = Stream(kit.convert_to_pdf(docx, again))
    check_sizes("LibreOffice's PDF", texts, set_by_libreoffice, findings)
    check_words("LibreOffice's PDF", set_by_libreoffice, findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
