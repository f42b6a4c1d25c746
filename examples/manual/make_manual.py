#!/usr/bin/python3
"""Makes the manual of the layout language and of the data, as one page of HTML with pictures.

    make_manual.py KRUT SOURCE_FOLDER OUTPUT_FOLDER

Everything in it comes from what the program itself obeys: the elements and attributes from layouts/layout.rng, the keys
of the data from the schemas, the pictures from the examples beside this file, rendered by KRUT. What is undocumented,
unused by an example, or rendered with a complaint is told, and nothing is written.
"""
import html
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

RNG = "{http://relaxng.org/ns/structure/1.0}"
NOTE = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
WRAPPER = '<report version="1" schema="data.schema.json" title="example" document-title="{{{{ subject }}}}">\n{}{}</report>\n'
USUAL_STYLE = '<style name="body" font="TH SarabunPSK" size="16pt"/>\n'
DOTS_PER_INCH = "96"
SCHEMAS = ("ita/measures.schema.json", "memo.schema.json", "letter.schema.json", "tables.schema.json",
           "stamped-letter.schema.json", "order.schema.json", "regulation.schema.json", "announcement.schema.json",
           "statement.schema.json", "news.schema.json", "certificate.schema.json", "minutes.schema.json")
MOST_DEEP = 12
BETWEEN_LANGUAGES = " · "

STYLE = """
body { font-family: "Noto Sans Thai", Sarabun, Arial, sans-serif; max-width: 62em; margin: 2em auto; padding: 0 1em; color: #222; line-height: 1.5 }
code, pre { font-family: "DejaVu Sans Mono", monospace; font-size: 0.9em } pre { background: #f6f6f4; padding: 0.8em; overflow: auto }
table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #ccc; padding: 0.2em 0.5em; text-align: left; vertical-align: top }
img { border: 1px solid #999; margin: 0.4em 0.6em 0.4em 0; max-width: 100% } h3 { border-top: 1px solid #ccc; padding-top: 0.8em }
"""


def first_sentence(note):
    return note.partition(". ")[0].partition(": ")[0]


class Grammar:
    """The elements of layout.rng with their attributes and what is said of them."""

    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        self.parts = {part.get("name"): part for part in root.iter(RNG + "define")}
        self.elements, self.faults = {}, []
        for element in root.iter(RNG + "element"):
            for name in self.names(element):
                known = self.elements.setdefault(name, {"note": "", "attributes": {}})
                known["note"] = known["note"] or self.note(element)
                self.collect(element, name, known["attributes"], True)
        for name, element in self.elements.items():
            if not element["note"]:
                self.faults.append("<{}> has no documentation in layout.rng".format(name))

    def names(self, element):
        if element.get("name"):
            return [element.get("name")]
        return [name.text for name in element.iter(RNG + "name")]

    def note(self, node):
        found = node.find(NOTE)
        return " ".join(found.text.split()) if found is not None else ""

    def words(self, node):
        values = [value.text for value in node.iter(RNG + "value")]
        values += [first_sentence(self.note(self.parts[each.get("name")])) for each in node.iter(RNG + "ref")]
        whole = [each for each in node.iter(RNG + "data") if each.get("type") == "integer"]
        bounds = ["{} to {}".format(*(p.text for p in each.iter(RNG + "param"))) for each in whole]
        return ", ".join(word for word in values + bounds if word)

    def collect(self, node, name, attributes, is_required):
        for child in node:
            if child.tag == RNG + "attribute":
                note = self.note(child)
                if not note:
                    self.faults.append('{} of <{}> has no documentation in layout.rng'.format(child.get("name"), name))
                attributes[child.get("name")] = (is_required, self.words(child), note)
            elif child.tag == RNG + "optional":
                self.collect(child, name, attributes, False)
            elif child.tag == RNG + "ref" and self.parts[child.get("name")].find(".//" + RNG + "element") is None:
                self.collect(self.parts[child.get("name")], name, attributes, is_required)
            elif child.tag == RNG + "interleave":
                self.collect(child, name, attributes, is_required)


def shipped_parts(folder):
    """The parts that krut ships, as elements whose attributes are the part's parameters; and what lacks words."""
    parts, faults, held = {}, [], set()
    for path in sorted(folder.glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        attributes = {}
        for each in root.iter("param"):
            default = each.get("default")
            words = "when missing: {}".format(default) if default else ""
            attributes[each.get("name")] = (each.get("required") == "yes", words, each.get("about", ""))
        parts[path.stem] = {"note": root.get("about", ""), "attributes": attributes}
        held.update(node.tag for node in root.iter())
        faults += ["{} of the part {} has no words about it".format(name, path.stem)
                   for name, (_, _, about) in attributes.items() if not about]
        if not root.get("about"):
            faults.append("the part {} has no words about it".format(path.stem))
    return parts, faults, held


class Example:
    """A piece of a layout and the pages it makes of the examples' data."""

    def __init__(self, path, krut):
        self.name = path.stem
        self.text = path.read_text(encoding="utf-8")
        own_style = "" if "<style" in self.text else USUAL_STYLE
        self.whole = WRAPPER.format(own_style, self.text)
        self.elements = {node.tag for node in ElementTree.fromstring(self.whole).iter()}
        self.pages, self.faults = self.render(path.parent, krut)

    def render(self, folder, krut):
        with tempfile.TemporaryDirectory() as place:
            place = pathlib.Path(place)
            for each in ("data.json", "data.schema.json"):
                (place / each).write_bytes((folder / each).read_bytes())
            for each in ("parts", "styles"):
                shutil.copytree(folder / each, place / each)
            (place / "example.xml").write_text(self.whole, encoding="utf-8")
            done = subprocess.run([krut, "render", "data.json", "--layout", "example.xml", "--strict", "--lang", "en",
                                   "-o", "example.pdf", "-o", "example.docx"], cwd=place, capture_output=True, check=False)
            if done.returncode != 0:
                return [], ["{}.xml: {}".format(self.name, done.stderr.decode().strip())]
            subprocess.run(["pdftoppm", "-png", "-r", DOTS_PER_INCH, "example.pdf", "page"], cwd=place, check=True)
            return [page.read_bytes() for page in sorted(place.glob("page*.png"))], []


def row(*cells, mark="td"):
    return "<tr>" + "".join("<{0}>{1}</{0}>".format(mark, cell) for cell in cells) + "</tr>"


def code(text):
    return "<code>{}</code>".format(html.escape(text))


def element_section(name, element, examples):
    lines = ['<h3 id="e-{0}">&lt;{0}&gt;</h3>'.format(name), "<p>{}</p>".format(html.escape(element["note"]))]
    if element["attributes"]:
        lines.append("<table>" + row("attribute", "values", "meaning", mark="th"))
        for attribute, (is_required, values, note) in sorted(element["attributes"].items(), key=lambda item: not item[1][0]):
            lines.append(row(code(attribute) + (" (required)" if is_required else ""), html.escape(values), html.escape(note)))
        lines.append("</table>")
    used = [example for example in examples if name in example.elements]
    for example in used:
        if example.name == name:
            lines += example_lines(example)
    others = ['<a href="#x-{0}">{0}</a>'.format(example.name) for example in used if example.name != name]
    if others:
        lines.append("<p>Seen in: {}</p>".format(", ".join(others)))
    return lines


def example_lines(example):
    pictures = "".join('<img src="{}-{}.png" alt="page {} of the example {}">'.format(example.name, i, i, example.name)
                       for i in range(1, len(example.pages) + 1))
    return ['<div id="x-{}"><pre>{}</pre>{}</div>'.format(example.name, html.escape(example.text), pictures)]


def type_words(schema):
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    if schema.get("format"):
        return schema["format"]
    return schema.get("type", "")


def key_rows(schema, definitions, path, depth, faults):
    """A row for each key below `schema`; named definitions are shown once, in their own table."""
    rows = []
    for key, named in schema.get("properties", {}).items():
        here = path + key
        reference = named.get("$ref", "")
        target = definitions.get(reference.split("/")[-1], {}) if reference else named
        note = named.get("description") or target.get("description", "")
        if not note:
            faults.append("{} has no description in the schema".format(here))
        thai, _, english = note.partition(BETWEEN_LANGUAGES)
        kind = '<a href="#d-{0}">{0}</a>'.format(reference.split("/")[-1]) if reference else html.escape(type_words(named))
        items = named.get("items", {})
        if "$ref" in items:
            kind = 'list of <a href="#d-{0}">{0}</a>'.format(items["$ref"].split("/")[-1])
        is_required = " (required)" if key in schema.get("required", []) else ""
        rows.append(row(code(here) + is_required, kind, html.escape(thai), html.escape(english)))
        if depth < MOST_DEEP and not reference:
            rows += key_rows(named, definitions, here + ".", depth + 1, faults)
    return rows


def vocabulary_section(path, faults):
    schema = json.loads(path.read_text(encoding="utf-8"))
    definitions = schema.get("definitions", {})
    lines = ["<h3>{}: {}</h3>".format(path.name, html.escape(schema.get("title", ""))), "<table>"]
    lines += [row("key", "value", "ความหมาย", "meaning", mark="th")] + key_rows(schema, definitions, "", 0, faults) + ["</table>"]
    for name, definition in definitions.items():
        thai, _, english = definition.get("description", "").partition(BETWEEN_LANGUAGES)
        lines.append('<h4 id="d-{0}">{0}</h4><p>{1} · {2} {3}</p>'.format(
            name, html.escape(thai), html.escape(english), code(type_words(definition))))
        rows = key_rows(definition, definitions, "", 0, faults)
        if rows:
            lines.append("<table>" + row("key", "value", "ความหมาย", "meaning", mark="th") + "".join(rows) + "</table>")
    return lines


def page(grammar, parts, examples, schemas, faults):
    lines = ["<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>krut: the manual</title><style>", STYLE, "</style></head><body>",
             "<h1>krut: the layout language and the data</h1>",
             "<p>A layout is one XML file. Text stands where it is printed; <code>{{ path | filter }}</code> prints a value of the data; "
             "<code>each</code> repeats an element, <code>if</code> leaves it out. Every path is checked against the schema before any data exists. "
             "All examples print the same data:</p>"]
    data = pathlib.Path(__file__).with_name("data.json").read_text(encoding="utf-8")
    lines.append("<p>{}</p>".format(html.escape(grammar.note(grammar.parts["template-value"]))))
    lines += ["<details><summary>data.json</summary><pre>{}</pre></details>".format(html.escape(data)), "<h2>Elements</h2><p>"]
    lines.append(" ".join('<a href="#e-{0}">{0}</a>'.format(name) for name in grammar.elements) + "</p>")
    for name, element in grammar.elements.items():
        lines += element_section(name, element, examples)
    lines += ["<h2>Parts that krut brings</h2>",
              "<p>Pieces of official forms, each an XML file in <code>layouts/parts</code>, used by its name as an element.</p>"]
    for name, part in parts.items():
        lines += element_section(name, part, examples)
    lines += ["<h2>More examples</h2>"]
    for example in examples:
        if example.name not in grammar.elements and example.name not in parts:
            lines += ["<h3>{}</h3>".format(example.name)] + example_lines(example)
    lines.append("<h2>The data</h2>")
    for schema in schemas:
        lines += vocabulary_section(schema, faults)
    return "\n".join(lines + ["</body></html>\n"])


def main():
    if len(sys.argv) != 4 or any(word.startswith("-") for word in sys.argv[1:]):
        raise SystemExit(__doc__)
    krut, source, output = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    grammar = Grammar(source / "layouts" / "layout.rng")
    examples = [Example(path, str(pathlib.Path(krut).resolve())) for path in sorted((source / "examples" / "manual").glob("*.xml"))]
    faults = grammar.faults + [fault for example in examples for fault in example.faults]
    used = {"report"}.union(*(example.elements for example in examples))
    parts, faults_of_parts, held = shipped_parts(source / "layouts" / "parts")
    faults += faults_of_parts
    faults += ["<{}> is in no example of the manual".format(name) for name in [*grammar.elements, *parts]
               if name not in used and name not in held]
    schemas = [source / "layouts" / name for name in SCHEMAS if (source / "layouts" / name).exists()]
    text = page(grammar, parts, examples, schemas, faults)
    if faults:
        print("\n".join(sorted(set(faults))), file=sys.stderr)
        return 1
    output.mkdir(parents=True, exist_ok=True)
    for example in examples:
        for number, picture in enumerate(example.pages, 1):
            (output / "{}-{}.png".format(example.name, number)).write_bytes(picture)
    (output / "index.html").write_text(text, encoding="utf-8")
    print("{}: {} elements, {} parts, {} examples".format(output / "index.html", len(grammar.elements), len(parts), len(examples)))
    return 0


sys.exit(main())
