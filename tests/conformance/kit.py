"""What the conformance checks share: outside tools, text and places out of a PDF or a DOCX, tables of findings.

Nothing here knows how krut works inside; a paper is read only by programs that others wrote.
"""
import fcntl
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import namedtuple

from lxml import etree

EXIT_OK, EXIT_FAILED, EXIT_TOOL_MISSING = 0, 1, 2

PACKAGES = {
    "pdftotext": "poppler-utils", "pdfinfo": "poppler-utils", "pdffonts": "poppler-utils", "mutool": "mupdf-tools", "qpdf": "qpdf",
    "soffice": "libreoffice-writer", "gs": "ghostscript", "pdfsig": "poppler-utils",
    "certutil": "libnss3-tools", "node": "nodejs", "npm": "npm", "java": "default-jre-headless", "mvn": "maven",
}
NPM_OMITS = {"readers": ("--omit=optional",)}  # what draws, where only text is read
THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
BOXES = "☐☑☒"
MONTHS = ("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม").split()
SHORT_MONTHS = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

Finished = namedtuple("Finished", "code out err")
Char = namedtuple("Char", "text page x y right size font")  # x, y: origin on the baseline; right: x and its advance
Page = namedtuple("Page", "number width height cells")  # as krut set it, in points
Box = namedtuple("Box", "name left top right bottom")  # in points from the page's top left corner
Path = namedtuple("Path", "page kind left top right bottom dashes")  # kind: fill, stroke or image; dashes: of a stroke


# ---------------------------------------------------------------- tools

def need(*tools):
    """Ends the program with code 2 when a tool is not installed, naming the package that brings it."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    for tool in missing:
        print("missing: {} (Debian package {})".format(tool, PACKAGES.get(tool, tool)), file=sys.stderr)
    if missing:
        sys.exit(EXIT_TOOL_MISSING)


# Codes of words or measures that have no room on their paper: it is refused, as random ones now and then must be.
NO_ROOM = {"layout.lines-too-close", "table.taller-than-page", "text.name-too-wide", "text.wider-than-column",
           "typeset.beyond-paper", "typeset.piece-taller-than-page"}


def is_refused_for_room(done, *outputs):
    """Whether krut (its messages in English) refused a paper for want of room alone, and wrote nothing."""
    codes = set(re.findall(r"^(?:.*: )?error: .*\[([a-z.-]+)\]$", done.err, re.MULTILINE))
    return done.code == 65 and bool(codes) and codes <= NO_ROOM and not any(os.path.exists(path) for path in outputs)


def run(*command, **keywords):
    """Runs a program; its output as text. Never raises for a bad exit code."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          check=False, **keywords)
    return Finished(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def npm_packages(name, folder):
    """Brings the packages that tests/conformance/npm/NAME pins into `folder`, once: `npm ci` takes exactly those of the
    lock file, and none whose hash is another. Ends the program when they cannot be had."""
    need("node", "npm")
    pins = os.path.join(os.path.dirname(os.path.abspath(__file__)), "npm", name)
    wanted = pathlib.Path(pins, "package-lock.json").read_bytes()
    stamp = pathlib.Path(folder, "installed")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several checks may run at once
        if stamp.is_file() and stamp.read_bytes() == wanted:
            return folder
        for file in ("package.json", "package-lock.json"):
            shutil.copy(os.path.join(pins, file), folder)
        done = run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", *NPM_OMITS.get(name, ()), "--prefix", folder)
        if done.code != 0:
            print("could not install the {}: {}".format(name, done.err.strip()), file=sys.stderr)
            sys.exit(EXIT_TOOL_MISSING)
        stamp.write_bytes(wanted)
    return folder


def run_bytes(*command):
    """What a program writes to standard output; None when it ends badly."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout if done.returncode == 0 else None


def need_file(path):
    if not os.path.isfile(path):
        print("no such file: " + path, file=sys.stderr)
        sys.exit(EXIT_FAILED)
    return path


def convert_to_pdf(docx, folder):
    """LibreOffice's view of a DOCX; the path of the PDF."""
    return convert_all_to_pdf([docx], folder)[0]


def convert_all_to_pdf(docxs, folder):
    """The same of many, in one run. Uses a profile of its own, so that it may run beside others."""
    need("soffice")
    with tempfile.TemporaryDirectory() as profile:
        done = run("soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--convert-to", "pdf",
                   "--outdir", folder, *map(os.path.abspath, docxs), timeout=300)
    made = [os.path.join(folder, os.path.splitext(os.path.basename(docx))[0] + ".pdf") for docx in docxs]
    for docx, pdf in zip(docxs, made):
        if not os.path.isfile(pdf):
            raise RuntimeError("LibreOffice made no PDF of {}: {}".format(docx, (done.err or done.out).strip()))
    return made


PAGE_LINE = re.compile(r"page (\d+) ([-\d.]+)x([-\d.]+)")
CELL_LINE = re.compile(r"  cell (\d+) ([-\d.]+),([-\d.]+) ([-\d.]+)x([-\d.]+)$")


def set_pages(krut, data, *options):
    """The pages that krut sets of a data file, and where the cells lie on each."""
    done = run(krut, "dump", data, "--stage", "pages", *options)
    if done.code != 0:
        raise RuntimeError("krut cannot dump {}: {}".format(data, done.err.strip()))
    pages = []
    for line in done.out.splitlines():
        page, cell = PAGE_LINE.match(line), CELL_LINE.match(line)
        if page:
            pages.append(Page(int(page[1]), float(page[2]), float(page[3]), []))
        elif cell:
            left, top, width, height = (float(value) for value in cell.groups()[1:])
            pages[-1].cells.append(Box(cell[1], left, top, left + width, top + height))
    return pages


# ---------------------------------------------------------------- findings

class Findings:
    """Lines of a table `what | found | verdict`; remembers whether one failed."""

    def __init__(self, title):
        self.title = title
        self.lines = []
        self.notes = []

    def add(self, what, found, passed, wanted=""):
        self.lines.append((str(what), str(found), str(wanted), "ok" if passed else "FAIL"))
        return passed

    def note(self, text):
        self.notes.append(str(text))

    def has_failed(self):
        return any(line[-1] == "FAIL" for line in self.lines)

    def finish(self):
        """Prints the table; returns the exit code."""
        print(self.title)
        widths = [max([columns_of(line[index]) for line in self.lines] or [0]) for index in range(4)]
        for line in self.lines:
            padded = [text + " " * (widths[index] - columns_of(text)) for index, text in enumerate(line)]
            print("  " + "  ".join(text for text, width in zip(padded, widths) if width).rstrip())
        for text in self.notes:
            print("  " + text)
        failed = sum(1 for line in self.lines if line[-1] == "FAIL")
        print("  {}: {} of {} passed".format("FAIL" if failed else "ok", len(self.lines) - failed, len(self.lines)))
        return EXIT_FAILED if failed else EXIT_OK


def columns_of(text):
    """Width on a terminal: marks above and below a Thai letter take no room."""
    return sum(1 for char in text if not is_mark(char))


def is_mark(char):
    return char == "\u0e31" or "\u0e34" <= char <= "\u0e3a" or "\u0e47" <= char <= "\u0e4e"


def short(text, limit=60):
    return text if len(text) <= limit else text[:limit - 1] + "…"


# ---------------------------------------------------------------- text

HELD_SPACE = re.compile("\u00A0(?=ๆ|ฯลฯ)")


def with_plain_spaces(text):
    """As the data says it: in the DOCX, a space that holds ๆ or ฯลฯ to the word before it is one at which no line breaks."""
    return HELD_SPACE.sub(" ", text)


def squeeze(text):
    """Without white space. Form feeds, which stand for page ends, go as well."""
    return "".join(text.split())


def has_thai(text):
    return any("\u0e01" <= char <= "\u0e5b" for char in text)


def to_digits(text, digits):
    """`digits` is thai, arabic or as_is."""
    if digits == "thai":
        return text.translate({ord("0") + value: THAI_DIGITS[value] for value in range(10)})
    if digits == "arabic":
        return text.translate({ord(THAI_DIGITS[value]): str(value) for value in range(10)})
    return text


def skeleton(text):
    """What survives even a bad text layer: Thai consonants, Latin letters and digits."""
    return "".join(char for char in to_digits(text, "arabic") if "ก" <= char <= "ฮ" or char.isascii() and char.isalnum())


def pdf_pages(pdf, extractor):
    """Text of each page in content order, by `pdftotext -raw` or `mutool draw -F txt`."""
    if extractor == "pdftotext -raw":
        done = run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-")
    else:
        done = run("mutool", "draw", "-q", "-F", "txt", pdf)
    if done.code != 0:
        raise RuntimeError("{} cannot read {}: {}".format(extractor, pdf, done.err.strip()))
    pages = done.out.split("\f")
    pages = pages[:-1] if pages and not pages[-1].strip() else pages
    if extractor != "pdftotext -raw":
        buttons = signature_fields(pdf)
        pages = [without_buttons(page, buttons) for page in pages]
    return pages


BUTTON = "SIGN"  # MuPDF's own label on each unsigned signature field, whatever its appearance; drawn after the page


def signature_fields(pdf):
    return len(re.findall(r"/FT\s*/Sig\b", run("mutool", "show", pdf, "grep").out))


def without_buttons(page, most):
    for _ in range(most):
        stripped = page.rstrip()
        if not stripped.endswith("\n" + BUTTON):
            break
        page = stripped[:-len(BUTTON)]
    return page


def chars_without_buttons(chars, most):
    for _ in range(most):
        if "".join(char.text for char in chars[-len(BUTTON):]) != BUTTON:
            break
        chars = chars[:-len(BUTTON)]
    return chars


def pdf_chars(pdf):
    """Every character that is not a space, in content order, with its page (from 1), origin and size in points."""
    done = run("mutool", "draw", "-q", "-F", "stext", pdf)
    if done.code != 0:
        raise RuntimeError("mutool cannot read {}: {}".format(pdf, done.err.strip()))
    buttons, every = signature_fields(pdf), []
    root = etree.fromstring(done.out.encode("utf-8"), etree.XMLParser(recover=True, huge_tree=True))
    for number, page in enumerate(root.iter("page"), 1):
        chars = []
        for font in page.iter("font"):
            for char in font.iter("char"):
                text = char.get("c") or ""
                if text.strip():
                    corners = [float(value) for value in char.get("quad").split()]
                    chars.append(Char(text, number, float(char.get("x")), float(char.get("y")), max(corners[0::2]),
                                      float(font.get("size")), font.get("name")))
        every += chars_without_buttons(chars, buttons)
    return every


def pdf_paths(pdf):
    """What is drawn besides text, as boxes on the page: y grows down from the top."""
    done = run("mutool", "trace", pdf)
    if done.code != 0:
        raise RuntimeError("mutool cannot read {}: {}".format(pdf, done.err.strip()))
    root = etree.fromstring(done.out.encode("utf-8"), etree.XMLParser(recover=True, huge_tree=True))
    return [path_of(page, element) for page in root.iter("page") for element in page.iter(*PATH_KINDS)]


PATH_KINDS = {"fill_path": "fill", "stroke_path": "stroke", "fill_image": "image", "fill_image_mask": "image"}


def path_of(page, element):
    kind = PATH_KINDS[element.tag]
    if kind == "image":
        points = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
    else:
        points = [(float(step.get(x)), float(step.get(y))) for step in element
                  for x, y in (("x", "y"), ("x1", "y1"), ("x2", "y2"), ("x3", "y3")) if step.get(x) is not None]
    a, b, c, d, e, f = (float(value) for value in element.get("transform").split())
    placed = [(a * x + c * y + e, b * x + d * y + f) for x, y in points] or [(0.0, 0.0)]
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    return Path(int(page.get("number")), kind, min(xs), min(ys), max(xs), max(ys), element.get("dash"))


# ---------------------------------------------------------------- DOCX

class Numbering:
    """The list numbers of a DOCX, counted as a word processor counts them (ISO/IEC 29500-1, 17.9)."""

    FORMATS = {"thaiNumbers": lambda value: to_digits(str(value), "thai"), "decimal": str}

    def __init__(self, part):
        self.levels, self.abstract_of, self.overrides, self.counts, self.used = {}, {}, {}, {}, set()
        if part is None:
            return
        for abstract in part.iter(W + "abstractNum"):
            for level in abstract.iter(W + "lvl"):
                key = (abstract.get(W + "abstractNumId"), int(level.get(W + "ilvl")))
                self.levels[key] = [self.value(level, name, default) for name, default in
                                    (("start", "1"), ("numFmt", "decimal"), ("lvlText", ""))]
        for num in part.iter(W + "num"):
            number = num.get(W + "numId")
            self.abstract_of[number] = num.find(W + "abstractNumId").get(W + "val")
            for override in num.iter(W + "lvlOverride"):
                start = override.find(W + "startOverride")
                if start is not None:
                    self.overrides[(number, int(override.get(W + "ilvl")))] = int(start.get(W + "val"))

    @staticmethod
    def value(level, name, default):
        found = level.find(W + name)
        return default if found is None else found.get(W + "val")

    def marker(self, number, level):
        """The next marker of list `number` at `level`, as printed."""
        abstract = self.abstract_of.get(number)
        if abstract is None or (abstract, level) not in self.levels:
            return ""
        start = int(self.levels[(abstract, level)][0])
        if (number, level) in self.overrides and (number, level) not in self.used:
            self.counts[(abstract, level)] = self.overrides[(number, level)]
        else:
            self.counts[(abstract, level)] = self.counts.get((abstract, level), start - 1) + 1
        self.used.add((number, level))
        for deeper in range(level + 1, 9):
            self.counts.pop((abstract, deeper), None)
        if self.levels[(abstract, level)][1] == "bullet":
            return self.levels[(abstract, level)][2]
        return re.sub("%([1-9])", lambda match: self.printed(abstract, int(match.group(1)) - 1),
                      self.levels[(abstract, level)][2])

    def printed(self, abstract, level):
        start, form, _ = self.levels[(abstract, level)]
        return self.FORMATS.get(form, str)(self.counts.get((abstract, level), int(start)))


def docx_text(path):
    """All text of the body in document order, list markers included as they print; headers, footers and framed lines
    (catch words, stamps in the margin), which belong to a page and not to the text, left out."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        document = etree.fromstring(package.read("word/document.xml"))
        numbering = Numbering(etree.fromstring(package.read("word/numbering.xml"))
                              if "word/numbering.xml" in names else None)
        styles = style_numbers(etree.fromstring(package.read("word/styles.xml"))) if "word/styles.xml" in names else {}
    for fallback in list(document.iter(MC + "Fallback")):
        fallback.getparent().remove(fallback)
    out = []
    for paragraph in document.iter(W + "p"):
        if paragraph.find(W + "pPr/" + W + "framePr") is not None:
            continue
        number, level = list_of(paragraph, styles)
        if number not in (None, "0"):
            out.append(numbering.marker(number, level))
        out.extend(text.text or "" for text in paragraph.iter(W + "t")
                   if next(text.iterancestors(W + "p")) is paragraph)
        out.append("\n")
    return "".join(out)


TYPED = {W + "t": lambda text: text.text or "", W + "br": lambda _: "\n", W + "tab": lambda _: "\t"}


def docx_paragraphs(path):
    """Each paragraph of the body as typed: spaces as they are, a line break as a line end; list markers left out."""
    with zipfile.ZipFile(path) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    for fallback in list(document.iter(MC + "Fallback")):
        fallback.getparent().remove(fallback)
    return ["".join(TYPED[part.tag](part) for part in paragraph.iter(*TYPED) if next(part.iterancestors(W + "p")) is paragraph)
            for paragraph in document.iter(W + "p")]


def style_numbers(styles):
    found = {}
    for style in styles.iter(W + "style"):
        number = style.find(W + "pPr/" + W + "numPr")
        if number is not None:
            found[style.get(W + "styleId")] = number
    return found


def list_of(paragraph, styles):
    number = paragraph.find(W + "pPr/" + W + "numPr")
    if number is None:
        style = paragraph.find(W + "pPr/" + W + "pStyle")
        number = styles.get(style.get(W + "val")) if style is not None else None
    if number is None or number.find(W + "numId") is None:
        return None, 0
    level = number.find(W + "ilvl")
    return number.find(W + "numId").get(W + "val"), 0 if level is None else int(level.get(W + "val"))
