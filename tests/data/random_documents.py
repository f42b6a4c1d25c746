#!/usr/bin/python3
"""Writes random documents that no form binds: a layout, its schema and its data for each, and what must be read there.

    random_documents.py SEED COUNT FOLDER

FOLDER/SEED.json, FOLDER/SEED.xml, FOLDER/SEED.schema.json, and so on for the seeds that follow. Sections of any paper size,
with paragraphs, lists, choices, pictures, heads of memos and letters, fields, signatures, and tables whose cells span
columns and rows, stand in groups and under heads of up to three levels. The same seed gives the same bytes everywhere.
"""
import json
import os
import random
import sys
from collections import namedtuple

from lxml import etree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "conformance"))
import kit  # noqa: E402
import printer  # noqa: E402
import random_reports  # noqa: E402
from printer import Piece  # noqa: E402
from random_tables import TableMaker  # noqa: E402

# parts: Piece and Row in reading order; words: what stands between them again; sentences: paragraphs as typed.
Document = namedtuple("Document", "seed layout schema data parts words sentences")

SIZES = ["A4", "A5", "letter"]
SIDES = (95, 300)      # millimetres of papers of any other size
MARGINS = (8, 25)      # millimetres
NARROWEST_BODY = 70    # millimetres
ALIGNMENTS = ["left", "center", "right", "thai-distribute", "justify"]
MEMO_LABELS = (("agency", "ส่วนราชการ"), ("reference", "ที่"), ("date", "วันที่"), ("subject", "เรื่อง"))
EMBLEMS = ["placeholder", "preprinted", "none", "image"]
MARKERS = [None, "๑.", "๑)", "1.", "1)"]
WITHOUT_SPACE_BELOW = ("signatures", "figure-place", "memo-head", "letter-head")  # no table stands right under them
WITHOUT_RULES = b'rule="0"'  # in a layout: of a table
DEEPEST_LIST = 3
REPEATED = "ฌาน"
MOST_BLOCKS = 6  # of a section
TEXT = {"type": "string"}
CONTENT = {"anyOf": [TEXT, {"type": "array"}]}
LINES = {"type": "array", "items": TEXT}
EMBLEM = {"type": "object", "required": ["mode"], "properties": {
    "mode": {"enum": EMBLEMS}, "image": TEXT, "alternative_text": TEXT}}


class Maker(TableMaker):
    """Makes one document. What makes a block returns the element and the parts that must be read there."""

    def __init__(self, seed):
        self.seed, self.dice, self.serial = seed, random.Random("free document {}".format(seed)), 0
        self.digits = self.dice.choice(["thai", "arabic"])
        self.data = {"digits": self.digits, "emblem": self.emblem()}
        self.properties = {"digits": {"enum": ["thai", "arabic"]}, "emblem": EMBLEM}
        self.words, self.sentences, self.tables, self.room = {"ตราครุฑ"}, [], 0, 0

    def document(self):
        root = etree.Element("report", version="1", schema="{}.schema.json".format(self.seed), title="สุ่ม", lang="th",
                             digits=self.digits)
        root.set("document-title", "เอกสารสุ่ม {}".format(self.seed))
        self.styles = [self.style(root, number) for number in range(self.dice.randint(1, 5))]
        parts = [part for _ in range(self.dice.choice([1, 1, 1, 2, 3])) for part in self.section(root)]
        schema = {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "additionalProperties": False,
                  "properties": self.properties}
        layout = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        return Document(self.seed, layout, schema, self.data, parts, sorted(self.words), self.sentences)

    # ------------------------------------------------------------ chance and text

    def one_in(self, times):
        return self.dice.randrange(times) == 0

    def millimetres(self, least, most):
        return "{}mm".format(self.dice.randint(least, most))

    def text(self, most, first=None):
        """Words that stand nowhere else, for a number of their own is behind the first."""
        self.serial += 1
        by_chance, *words = self.dice.choices(random_reports.WORDS, k=self.dice.randint(1, most))
        joints = random_reports.JOINTS + ["  "] * self.one_in(4)
        words = "".join(word + self.dice.choice(joints) for word in words).strip()
        return "{}{:04} {}".format(first or by_chance, self.serial, words).strip()

    def repeated_text(self, most):
        """Words that pages repeat; they begin as no other text does, so that a reader can tell where one begins."""
        return self.text(most, REPEATED)

    def value(self, value, schema):
        """A key of the data that holds `value`."""
        self.serial += 1
        key = "v{}".format(self.serial)
        self.data[key], self.properties[key] = value, schema
        return key

    def said(self, text):
        """The same text as words of the layout or as a value of the data."""
        return text if self.one_in(2) else "{{ " + self.value(text, TEXT) + " }}"

    def piece(self, text):
        return Piece(kit.squeeze(text), "/")

    def add(self, parent, tag, text="", **attributes):
        element = etree.SubElement(parent, tag, {name.replace("_", "-"): value for name, value in attributes.items()})
        element.text = text
        return element

    def some(self, element, **attributes):
        """Sets each attribute in one of three cases."""
        for name, value in attributes.items():
            if self.one_in(3):
                element.set(name.replace("_", "-"), value)

    # ------------------------------------------------------------ the frame

    def style(self, root, number):
        size = self.dice.choice([12, 14, 16, 16, 16, 20])
        style = self.add(root, "style", name="s{}".format(number), font="TH SarabunPSK", size="{}pt".format(size))
        self.some(style, align=self.dice.choice(ALIGNMENTS), bold="yes", italic="yes", first_indent=self.millimetres(0, 20),
                  space_before="{}pt".format(self.dice.randint(0, 12)), space_after="{}pt".format(self.dice.randint(0, 12)))
        return "s{}".format(number)

    def section(self, root):
        section = etree.SubElement(root, "section")
        landscape = self.one_in(3)
        size, sides = self.dice.choice(SIZES), (210, 297)
        if self.one_in(2):
            sides = tuple(self.dice.randint(*SIDES) for _ in range(2))
            size = "{}mm {}mm".format(*sides)
        elif size == "A5":
            sides = (148, 210)
        width = sides[1] if landscape else sides[0]
        left = self.dice.randint(*MARGINS)
        right = self.dice.randint(MARGINS[0], max(MARGINS[0], min(MARGINS[1], width - left - NARROWEST_BODY)))
        self.room = width - left - right
        section.set("size", size)
        section.set("margins", "{}mm {}mm {}mm {}mm".format(self.dice.randint(*MARGINS), right, self.dice.randint(*MARGINS), left))
        if landscape:
            section.set("orientation", "landscape")
        self.some(section, restart_page_numbers="yes", catch_word="yes", style=self.dice.choice(self.styles),
                  page_digits=self.dice.choice(["thai", "arabic", "document"]))
        for name in ("header", "footer"):
            if self.one_in(2):
                self.furniture(section, name)
        return [part for _ in range(self.dice.randint(1, MOST_BLOCKS)) for part in self.block(section)]

    def furniture(self, section, name):
        """A header or footer; the space below it keeps a header off a table at the top of the page."""
        place = self.add(section, name, from_page=str(self.dice.randint(1, 2)), distance=self.millimetres(4, 8))
        line = self.add(place, "p", align=self.dice.choice(ALIGNMENTS[:3]), space_after="2mm")
        if self.one_in(2):
            words = self.repeated_text(3)
            self.words.add(kit.squeeze(words))
            line.text = self.said(words) + " "
        line.text += "- "
        self.add(line, "page-number").tail = " -"
        if self.one_in(3):
            line[-1].tail += " / - "
            self.words.add("/")
            self.add(line, "page-count").tail = " -"

    # ------------------------------------------------------------ blocks

    def block(self, parent):
        kinds = [self.paragraph] * 4 + [self.content] * 3 + [self.table] * 4 + [
            self.choice, self.figure, self.field, self.signatures, self.memo_head, self.letter_head, self.repeated, self.turn]
        kind = self.dice.choice(kinds)
        stands_off = kind != self.table or not len(parent) or parent[-1].tag not in WITHOUT_SPACE_BELOW
        return ([] if stands_off else self.paragraph(parent)) + kind(parent)

    def paragraph(self, parent):
        is_heading = parent.tag == "section" and self.one_in(5)
        element = self.add(parent, "heading", level=str(self.dice.randint(1, 3))) if is_heading else self.add(parent, "p")
        self.some(element, style=self.dice.choice(self.styles), align=self.dice.choice(ALIGNMENTS),
                  first_indent=self.millimetres(0, 25), left_indent=self.millimetres(0, 12),
                  right_indent=self.millimetres(0, 8), space_before="6pt")
        if self.one_in(6):
            element.set("keep-with-next", "yes")
        if self.one_in(8):
            element.set("keep-together", "yes")
        if parent.tag == "section" and self.one_in(15):
            element.set("page-break-before", "yes")
        text = self.runs(element, 1 + self.dice.randrange(4), 40)
        self.sentences.append(text)
        return [self.piece(text)]

    def runs(self, element, count, most):
        """Runs that look different, each behind the other; what they say."""
        told = self.text(most)
        element.text = self.said(told)
        for _ in range(count - 1):
            tag = self.dice.choice(["b", "i", "u", "br", "span"])
            if tag == "br":
                self.add(element, "br")
                told += "\n"
            else:
                text = self.text(8)
                run = self.add(element, tag, self.said(text))
                told += text
                if tag == "span":
                    run.set("size", "{}pt".format(self.dice.randint(10, 18)))
            tail = self.text(12)
            element[-1].tail = self.said(tail)
            told += tail
        return told

    def content(self, parent):
        blocks = self.text(30) if self.one_in(3) else [self.data_block(0) for _ in range(self.dice.randint(1, 4))]
        key = self.value(blocks, CONTENT)
        element = self.add(parent, "content", select=key)
        self.some(element, style=self.dice.choice(self.styles), align=self.dice.choice(ALIGNMENTS),
                  first_indent=self.millimetres(0, 15), list_hang=self.millimetres(6, 12), list_indent=self.millimetres(0, 10))
        pieces = printer.Printer(self.data).content("/" + key)
        self.sentences += paragraphs_of(blocks)
        return pieces

    def data_block(self, depth):
        kind = self.dice.choice(["text", "text", "h", "p", "box", "ol", "ol", "ul"] if depth < DEEPEST_LIST else ["text", "p"])
        if kind == "text":
            return self.text(25)
        if kind in ("h", "p"):
            return {kind: self.text(12)}
        if kind == "box":
            return {"box": self.one_in(2), "text": self.text(6)}
        made = {kind: [self.item(depth + 1, kind == "ol") for _ in range(self.dice.randint(1, 4))]}
        marker = self.dice.choice(MARKERS)
        if kind == "ol" and marker:
            made["marker"] = marker
        if kind == "ol" and self.one_in(4):
            made["start"] = self.dice.randint(0, 120)
        return made

    def item(self, depth, is_numbered):
        if not self.one_in(4):
            return self.text(20)
        made = {"text": self.text(15), "blocks": [self.data_block(depth) for _ in range(self.dice.randint(0, 2))]}
        if is_numbered and self.one_in(4):
            made["number"] = self.dice.randint(1, 40)
        return made

    def choice(self, parent):
        values = ["a", "b", "c", "d"][:self.dice.randint(1, 4)]
        key = self.value(self.dice.choice(values), {"enum": values})
        if self.one_in(3):
            del self.data[key]
        element = self.add(parent, "choice", of=key, name="สถานะ")
        labels = [self.text(6) for _ in values]
        for value, label in zip(values, labels):
            self.add(element, "option", label, value=value)
        return [self.piece(label) for label in labels]

    def figure(self, parent):
        widest = int(self.room if parent.tag != "cell" else max(12, self.room / 8))
        element = self.add(parent, "figure-place", width=self.millimetres(8, min(60, widest)), height=self.millimetres(8, 40))
        element.set("alternative-text", "ภาพสุ่ม")
        if self.one_in(2):
            element.set("image", self.value(self.dice.choice(random_reports.IMAGES), TEXT))
        if self.one_in(3):
            return []
        caption = self.text(6)
        element.text = self.said(caption)
        return [self.piece(caption)]

    def field(self, parent):
        label, values = self.text(2), [self.text(20) for _ in range(self.dice.randint(1, 3))]
        template = self.said(values[0]) if len(values) == 1 else "{{ " + self.value(values, LINES) + " }}"
        element = self.add(parent, "field", label=self.said(label), value=template)
        is_numbered = len(values) > 1 and self.one_in(2)
        if not is_numbered:
            element.set("numbered", "no")
        markers = [self.number(index) + "." if is_numbered else "" for index in range(1, len(values) + 1)]
        return [self.piece(label)] + [self.piece(marker + value) for marker, value in zip(markers, values)]

    def number(self, value):
        return kit.to_digits(str(value), self.digits)

    def signatures(self, parent):
        element = self.add(parent, "signatures")
        columns = self.dice.randint(1, 2 if self.room > 120 else 1)
        self.some(element, dotted_line="yes", lines_for_hand=str(self.dice.randint(0, 4)), space_before="12pt")
        element.set("columns", str(columns))
        element.set("width", "{}mm".format(min(75, self.room // columns)))
        element.set("axis", "{}mm".format(self.room // 2))
        pieces = []
        for _ in range(self.dice.randint(1, 5)):
            given = {name: self.text(3) for name in ("remark", "role", "acting") if self.one_in(3)}
            name, position = self.text(2), [self.text(3) for _ in range(self.dice.randint(1, 2))]
            lines = position[0] if len(position) == 1 else "{{ " + self.value(position, LINES) + " }}"
            self.add(element, "signature", name=self.said(name), position=lines,
                     **{key: self.said(text) for key, text in given.items()})
            told = [given.get("remark"), given.get("role"), "(" + name + ")"] + position + [given.get("acting")]
            pieces += [self.piece(text) for text in told if text]
        return pieces

    def memo_head(self, parent):
        values = {name: self.text(12 if name in ("agency", "subject") else 2) for name, _ in MEMO_LABELS}
        element = self.add(parent, "memo-head", emblem="{{ emblem }}", **{name: self.said(text) for name, text in values.items()})
        pieces = [Piece("บันทึกข้อความ", "/")]
        for name, label in MEMO_LABELS:
            pieces += [Piece(label, "/"), self.piece(values[name])]
        return pieces

    def letter_head(self, parent):
        reference, agency, address, date = (self.text(3) for _ in range(4))
        self.add(parent, "letter-head", emblem="{{ emblem }}", reference=self.said(reference), agency=self.said(agency),
                 address=self.said(address), date=self.said(date))
        return [self.piece("ที่" + reference), self.piece(agency), self.piece(address), self.piece(date)]

    def repeated(self, parent):
        lines = [self.text(10) for _ in range(self.dice.randint(1, 4))]
        self.serial += 1
        around = self.add(parent, "blocks", each="line{} in {}".format(self.serial, self.value(lines, LINES)))
        name = around.get("each").split()[0]
        self.add(around, "p", "{{ " + name + " }}", style=self.dice.choice(self.styles))
        self.sentences += lines
        return [self.piece(line) for line in lines]

    def turn(self, parent):
        self.add(parent, "page-break")
        return []

    def emblem(self):
        mode = self.dice.choice(EMBLEMS)
        picture = {"image": self.dice.choice(random_reports.IMAGES), "alternative_text": "ตราของหน่วยงาน"}
        return {"mode": mode, **(picture if mode == "image" else {})}


def paragraphs_of(content):
    """The paragraphs of content of the data, as typed; boxes, which have a control of their own, left out."""
    if isinstance(content, str):
        return [content]
    if isinstance(content, list):
        return [text for block in content for text in paragraphs_of(block)]
    if "box" in content:
        return []
    texts = [content[key] for key in ("p", "h", "text") if key in content]
    return texts + [text for key in ("ol", "ul", "blocks") for text in paragraphs_of(content.get(key, []))]


def write(seed, folder):
    """Makes the document of a seed, writes its three files, and returns it and the path of its data."""
    made = Maker(seed).document()
    base = os.path.join(folder, str(seed))
    with open(base + ".xml", "wb") as out:
        out.write(made.layout)
    for ending, content in ((".schema.json", made.schema), (".json", made.data)):
        with open(base + ending, "w", encoding="utf-8") as out:
            json.dump(content, out, ensure_ascii=False, indent=1)
    return made, base + ".json"


def main():
    if len(sys.argv) != 4 or any(word.startswith("-") for word in sys.argv[1:]):
        raise SystemExit(__doc__)
    first, count, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    random_reports.write_images(folder)
    for seed in range(first, first + count):
        write(seed, folder)


if __name__ == "__main__":
    main()
