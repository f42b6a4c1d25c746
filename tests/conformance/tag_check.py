#!/usr/bin/python3
"""Holds what a screen reader finds in a PDF against what krut says it would tell.

    tag_check.py KRUT DATA.json[:LAYOUT.xml] [...]

Each paper is rendered, its tag tree read back by other programs (words and order by `pdfinfo -struct-text`; attributes,
alternative texts and identifiers by `qpdf --json`), told line by line, and compared with `krut dump --stage tags`. White
space does not count. Heads of cells are found here by a reading of our own: /Headers where given, else /Scope and spans.
"""
import json
import os
import re
import sys
import tempfile

import kit

WORDS = {"Document": "เอกสาร", "Sect": "ส่วน", "P": "ย่อหน้า", "L": "รายการ", "LI": "ข้อ", "Lbl": "เลขข้อ", "LBody": "เนื้อหา",
         "Table": "ตาราง", "THead": "หัวตาราง", "TBody": "เนื้อตาราง", "TFoot": "ท้ายตาราง", "TR": "แถว", "TD": "ช่อง",
         "Figure": "ภาพ"}
ELEMENT = re.compile(r"([A-Z][A-Za-z0-9]*)(?: <\w+>)?(?: \((?:block|inline)\))?:?")  # a line of pdfinfo -struct-text
MOST_SHOWN = 5


class Element:
    def __init__(self, tag, parent):
        self.tag, self.parent, self.kids = tag, parent, []  # kids: texts and elements, in order
        self.entries, self.table, self.field, self.heads = {}, {}, "", None

    def parts(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def blocks(self):
        return [kid for kid in self.parts() if kid.tag != "Span"]

    def below(self):
        yield self
        for part in self.parts():
            yield from part.below()

    def words(self):
        return "".join("⟨{}: {}⟩".format(text_of(kid.entries.get("/Lang")), kid.words()) if isinstance(kid, Element) else kid
                       for kid in self.kids if not isinstance(kid, Element) or kid.tag == "Span")

    def all_words(self):
        return " ".join([self.words()] + [block.all_words() for block in self.blocks()])


def text_of(value):
    """A text string of qpdf's JSON."""
    return value[2:] if isinstance(value, str) and value.startswith("u:") else ""


def spoken(pdf):
    """The tree with its words, as poppler reads it."""
    done = kit.run("pdfinfo", "-struct-text", pdf)
    root, open_elements = None, []
    for line in done.out.splitlines():
        text = line.lstrip(" ")
        depth = (len(line) - len(text)) // 2
        is_words, tag = text.startswith('"'), ELEMENT.fullmatch(text)
        if not is_words and not tag:  # an attribute, or what its bytes look like
            continue
        del open_elements[depth:]
        if is_words:
            open_elements[-1].kids.append(text[1:-1])
            continue
        element = Element(tag.group(1), open_elements[-1] if open_elements else None)
        if open_elements:
            open_elements[-1].kids.append(element)
        root = root or element
        open_elements.append(element)
    if root is None:
        raise RuntimeError("poppler finds no tags in {}: {}".format(pdf, done.err))
    return root


class Objects:
    def __init__(self, pdf):
        done = kit.run("qpdf", "--json=2", "--json-key=qpdf", pdf)
        self.objects = json.loads(done.out)["qpdf"][1]
        self.catalog = self.value(self.objects["trailer"]["value"]["/Root"])
        self.information = self.value(self.objects["trailer"]["value"]["/Info"])

    def value(self, thing):
        if isinstance(thing, str) and re.fullmatch(r"\d+ 0 R", thing):
            found = self.objects["obj:" + thing]
            return found.get("value", found.get("stream", {}).get("dict"))
        return thing

    def many(self, thing):
        thing = self.value(thing)
        return thing if isinstance(thing, list) else [] if thing is None else [thing]

    def elements(self, node=None):
        """The structure elements in reading order."""
        root = node is None
        node = self.value(self.catalog["/StructTreeRoot"]) if root else node
        if not root:
            yield node
        for kid in self.many(node.get("/K")):
            kid = self.value(kid)
            if isinstance(kid, dict) and "/S" in kid:
                yield from self.elements(kid)

    def attributes(self, node, owner):
        for dictionary in map(self.value, self.many(node.get("/A"))):
            if dictionary.get("/O") == owner:
                return dictionary
        return {}

    def field_of(self, node):
        for kid in map(self.value, self.many(node.get("/K"))):
            if isinstance(kid, dict) and kid.get("/Type") == "/OBJR":
                return text_of(self.value(kid["/Obj"]).get("/T"))
        return ""


def read(pdf):
    root, objects = spoken(pdf), Objects(pdf)
    elements = list(root.below())
    nodes = list(objects.elements())
    if [element.tag for element in elements] != [node["/S"][1:] for node in nodes]:
        raise RuntimeError("poppler and qpdf read different trees")
    names = {}
    for element, node in zip(elements, nodes):
        element.entries = node
        element.table = objects.attributes(node, "/Table")
        element.field = objects.field_of(node)
        if "/ID" in node:
            names[node["/ID"]] = element
    for element in elements:
        if element.tag == "Table":
            find_heads(element, names)
    return root, objects


def find_heads(table, names):
    """Heads of every cell: those it names, else the labels and columns that Scope gives it."""
    columns = []
    for part in table.parts():
        taken, labels, after_label = {}, [], False
        for number, row in enumerate(part.parts()):
            above = list(columns)
            is_label = all(cell.tag == "TH" for cell in row.parts())
            column = 0
            for cell in row.parts():
                while taken.get((number, column)):
                    column += 1
                width, height = cell.table.get("/ColSpan", 1), cell.table.get("/RowSpan", 1)
                taken.update({(number + down, column + right): True for down in range(height) for right in range(width)})
                span = range(column, column + width)
                by_scope = [head for head, place in above if set(place) & set(span)]
                named = [names[name] for name in cell.table.get("/Headers", [])]
                cell.heads = named or (by_scope if part.tag == "THead" or cell.tag == "TD" else [])
                if part.tag == "THead":
                    columns.append((cell, span))
            if part.tag != "THead" and is_label:
                labels = labels if after_label else []
                labels.append(row)
            after_label = is_label


def title(element):
    tag = element.tag
    text = WORDS.get(tag, "")
    if re.fullmatch("H[1-6]", tag):
        text = "หัวข้อ ระดับ " + tag[1]
    if tag == "TH":
        text = "หัวแถว" if element.parent.parent.tag == "TBody" else "หัวคอลัมน์"
    if tag == "Form":
        text = "ช่องลงนาม " + element.field if element.field else "กล่องเลือก"
    if tag in ("TH", "TD"):
        for key, word in (("/ColSpan", " กว้าง "), ("/RowSpan", " สูง ")):
            text += word + str(element.table[key]) if key in element.table else ""
        if element.heads:
            text += " [" + " / ".join(head.all_words() for head in element.heads) + "]"
    said = text_of(element.table.get("/Summary")) if tag == "Table" else text_of(element.entries.get("/Alt"))
    return text + (" “" + said + "”" if said else "")


def lone_paragraph(element):
    parts = element.kids
    if element.tag in ("TH", "TD", "LBody") and len(parts) == 1 and isinstance(parts[0], Element):
        return parts[0] if parts[0].tag == "P" and not parts[0].blocks() else None
    return None


def tell(element, depth, lines):
    inside = lone_paragraph(element)
    words = "" if element.tag == "Figure" else (inside or element).words()
    lines.append("  " * depth + title(element) + (": " + words if words.strip() else ""))
    for block in [] if inside else element.blocks():
        tell(block, depth + 1, lines)


def told_by(pdf):
    root, objects = read(pdf)
    lines = ["{} “{}” {}".format(WORDS["Document"], text_of(objects.information["/Title"]), text_of(objects.catalog["/Lang"]))]
    for block in root.blocks():
        tell(block, 1, lines)
    return lines


def bare(line):
    """With its indentation, without other white space."""
    return line[:len(line) - len(line.lstrip())] + "".join(line.split())


def check(krut, wish, folder, findings):
    data, _, layout = wish.partition(":")
    options = ["--layout", layout] if layout else []
    pdf = os.path.join(folder, "paper.pdf")
    done = kit.run(krut, "render", data, "-o", pdf, *options)
    dump = kit.run(krut, "dump", data, "--stage", "tags", *options)
    name = os.path.basename(data)
    if done.code or dump.code:
        findings.add(name, kit.short((done.err + dump.err).strip(), 200), False)
        return
    wanted, found = dump.out.splitlines(), told_by(pdf)
    differing = [(a, b) for a, b in zip(wanted, found) if bare(a) != bare(b)]
    same = not differing and len(wanted) == len(found)
    cells = sum(1 for line in found if line.lstrip().startswith("ช่อง") and not line.lstrip().startswith("ช่องลงนาม"))
    findings.add(name, "{} lines, {} cells".format(len(found), cells), same, len(wanted))
    for a, b in differing[:MOST_SHOWN]:
        findings.note("krut: " + a)
        findings.note("PDF:  " + b)


def main():
    if len(sys.argv) < 3:
        print(__doc__)
        return kit.EXIT_FAILED
    kit.need("pdfinfo", "qpdf")
    findings = kit.Findings("the tag trees of PDFs, told")
    with tempfile.TemporaryDirectory() as folder:
        for wish in sys.argv[2:]:
            check(os.path.abspath(sys.argv[1]), wish, folder, findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
