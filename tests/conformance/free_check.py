#!/usr/bin/python3
"""Renders random documents that no form binds as PDF and as DOCX, and asks other programs what they read there.

    free_check.py KRUT --folder FOLDER [--count 100] [--seed 1] [--verapdf FOLDER] [--shared FOLDER]

Each must be made twice with the same bytes. Of the PDF, qpdf must have nothing to say; its text must be that of the
document, once and in order, as poppler reads its tags, and as poppler and MuPDF read its pages, where heads, labels and
page numbers may stand again; its ink must lie in its cells and on its page (tags and ink of short documents only). The
DOCX must fit the schemas, open in python-docx, and hold the same text, every paragraph to the space. A fault is told with
the seed of its document: --seed THAT --count 1 makes it again.
"""
import argparse
import filecmp
import os
import re
import shutil
import sys
import time
from concurrent.futures import ProcessPoolExecutor

import kit
import docx_check
import ink_check
import papers
import random_check
import tag_check
import text_check
import verapdf_check

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data"))
import random_documents  # noqa: E402
import random_reports  # noqa: E402

AT_ONCE = 2
MOST_WAYS = 50_000  # to read one row, before it counts as not to be read
MOST_PAGES = 8  # whose tags and ink are looked at: poppler needs seconds for the tags of a long document
LOWEST_VOWEL = 1.0  # points below its line
HEADLESS = re.compile(r"a11y\.tblHeader")  # a random table may have no head
AROUND = 24  # characters shown before and behind the place where two texts part


class FreeReader(text_check.Reader):
    """Headers and footers may say more than a number, and a row may have very many cells: of the ways to read it the
    first is taken that comes to its end, the longest parts of
    cells tried first, and words of the layout passed over only where the text asks for it."""

    furniture_patterns = (text_check.PAGE_NUMBER, re.compile("/[^\f]{1,60}?\\.\\.\\."))  # a footer stands behind a catch word

    def furniture(self, here):
        return self.reach(here, False)

    def split_row(self, starts, cells):
        whole = [("".join(piece.text for piece in cell), {0} | text_check.ends_of(cell)) for cell in cells]
        stack, seen = [(start, 0, (0,) * len(whole)) for start in starts], set()
        while stack and len(seen) < MOST_WAYS:
            way = stack.pop()
            here, cell, offsets = way
            if way in seen:
                continue
            seen.add(way)
            if cell < len(whole):
                ends = sorted(self.part_of_cell(here, offsets[cell], *whole[cell]), key=lambda end: (end[1], -end[0]))
                stack += [(end, cell + 1, offsets[:cell] + (offset,) + offsets[cell + 1:]) for end, offset in ends]
            elif all(offset == len(text) for offset, (text, _) in zip(offsets, whole)):
                return {here}
            else:
                stack += [(end, 0, offsets) for end in self.turns(here)]
        return set()


def render(krut, data, folder):
    """What krut had to say when it failed; nothing where it rightly refused words that have no room."""
    done = kit.run(krut, "render", data, "--layout", data[:-len("json")] + "xml", "-o", folder + os.sep, "--lang", "en")
    if kit.is_refused_for_room(done, *(os.path.join(folder, os.path.basename(data)[:-len("json")] + ending) for ending in ("pdf", "docx"))):
        return ""
    return "" if done.code == 0 else "krut ended with {}: {}".format(done.code, kit.short(done.err.strip(), 300))


def parted(found, wanted):
    """Where two texts part; nothing when they are one."""
    if found == wanted:
        return ""
    place = len(os.path.commonprefix([found, wanted]))
    return "after {!r}: found {!r}, wanted {!r}".format(
        wanted[max(0, place - AROUND):place], found[place:place + AROUND], wanted[place:place + AROUND])


def texts_of(parts):
    for part in parts:
        for piece in text_check.pieces_of(part):
            yield piece.text


def tagged_text(pdf):
    """What the tags hold in their order, pictures left out."""
    def said(element):
        return "" if element.tag == "Figure" else "".join(
            said(kid) if isinstance(kid, tag_check.Element) else kid for kid in element.kids)
    return text_check.clean(said(tag_check.spoken(pdf)))


def stray_ink(pdf, pages, has_bare_tables):
    """The first ink that lies outside its page or its cell; the lowest vowels may reach into a table without rules."""
    for page, inks in zip(pages, ink_check.drawn_on(pdf, pages)):
        for ink in inks:
            fault = ink_check.fault_of(ink, page)
            if fault and not (has_bare_tables and is_low_vowel(ink, page)):
                return "page {}: {} at {:.1f},{:.1f} {}".format(page.number, ink.what, ink.box.left, ink.box.top, fault)
    return ""


def is_low_vowel(ink, page):
    """Whether it comes from above and only touches the cells under it."""
    under = [cell for cell in page.cells if ink_check.overlaps(ink.box, cell)]
    return bool(under) and all(ink.box.top < cell.top and ink.box.bottom - cell.top < LOWEST_VOWEL for cell in under)


def read_stream(paper, stream):
    result = text_check.read(paper, stream, FreeReader)
    told = ["{} {}".format(*fault).strip() for fault in result.faults]
    if result.found != result.total:
        told.append("{} of {} texts".format(result.found, result.total))
    return "; ".join(told[:2])


def lost_sentence(docx, sentences):
    """The first paragraph that does not stand in the DOCX, to the space, behind the one before it."""
    lines = iter([kit.with_plain_spaces(line) for line in kit.docx_paragraphs(docx)])
    wanted = [kit.with_plain_spaces(sentence) for sentence in sentences]
    missing = next((sentence for sentence in wanted if not any(line == sentence for line in lines)), None)
    return "" if missing is None else "not there: {!r}".format(kit.short(missing, 120))


def unread_by_python_docx(docx):
    missing = docx_check.missing_in(docx_check.paragraph_texts(docx), kit.squeeze(docx_check.python_docx_text(docx)))
    return kit.short(missing[0], 120) if missing else ""


def examine(krut, seed, folder, shared):
    """{check: what is wrong, or nothing} of one document."""
    made, data = random_documents.write(seed, folder)
    again = os.path.join(folder, "again")
    found = {"rendered": render(krut, data, folder) or render(krut, data, again)}
    pdf, docx = (data[:-len("json")] + ending for ending in ("pdf", "docx"))
    if found["rendered"] or not os.path.exists(pdf):
        return found
    names = [os.path.basename(pdf), os.path.basename(docx)]
    differing = [name for name in names if not filecmp.cmp(os.path.join(folder, name), os.path.join(again, name), False)]
    found["same bytes twice"] = ", ".join(differing)
    done = kit.run("qpdf", "--check", pdf)
    found["qpdf --check"] = (done.err or done.out).strip() if done.code or "WARNING" in done.out + done.err else ""
    paper = papers.Paper(made.parts, made.words, [])
    for extractor in ("pdftotext -raw", "mutool -F txt"):
        pages = [text_check.clean(page) for page in kit.pdf_pages(pdf, extractor)]
        found[extractor] = read_stream(paper, text_check.PAGE_END.join(pages))
    if len(pages) <= MOST_PAGES:
        set_pages = kit.set_pages(krut, data, "--layout", data[:-len("json")] + "xml")
        found["ink in its cells"] = stray_ink(pdf, set_pages, random_documents.WITHOUT_RULES in made.layout)
        found["tags, by poppler"] = parted(tagged_text(pdf), "".join(texts_of(made.parts)))
    found["DOCX text"] = read_stream(paper, text_check.clean(kit.docx_text(docx)))
    found["DOCX paragraphs, to the space"] = lost_sentence(docx, made.sentences)
    found["python-docx"] = unread_by_python_docx(docx)
    if shared:
        complaints = docx_check.schema_verdict(docx, shared)[1]
        found["DOCX schemas"] = "; ".join(line for line in complaints if not HEADLESS.search(line))
    return found


def is_piece(part):
    return isinstance(part, papers.Piece)


def plant(made, paper, docx):
    """{what is put out of order in what is wanted: whether that is found}, which shows that these checks can see."""
    places = [number for number, part in enumerate(paper.parts) if is_piece(part)]
    first, last = places[0], places[-1]
    swapped, doubled = list(paper.parts), list(paper.parts)
    swapped[first], swapped[last] = swapped[last], swapped[first]
    doubled.insert(first, paper.parts[first])
    stream, spaced = text_check.clean(kit.docx_text(docx)), [sentence.replace(" ", "  ", 1) for sentence in made.sentences]
    return {"two texts changed over": read_stream(paper._replace(parts=swapped), stream),
            "a text once more": read_stream(paper._replace(parts=doubled), stream),
            "a text less": read_stream(paper._replace(parts=paper.parts[:last] + paper.parts[last + 1:]), stream),
            "a space more": lost_sentence(docx, spaced)}


def check_sight(seeds, folder, findings):
    """Plants faults in the first document that has room for them."""
    documents = (random_documents.Maker(seed).document() for seed in seeds)
    made = next((made for made in documents if made.sentences and len([*filter(is_piece, made.parts)]) > 1), None)
    docx = os.path.join(folder, "{}.docx".format(made.seed)) if made else ""
    if not os.path.isfile(docx):
        findings.note("no document has room for planted faults")
        return
    found = plant(made, papers.Paper(made.parts, made.words, []), docx)
    blind = [what for what, fault in found.items() if not fault]
    findings.add("faults planted in seed {}".format(made.seed),
                 "{} of {} found".format(len(found) - len(blind), len(found)), not blind)
    for what in blind:
        findings.note("not found: " + what)


def examined(task):
    """For a process of the pool: (path of the document, its findings); what a reader throws is a finding."""
    krut, seed, folder, shared = task
    try:
        found = examine(krut, seed, folder, shared)
    except Exception as error:
        found = {"read without a fault of ours": repr(error)}
    return os.path.join(folder, "{}.pdf".format(seed)), found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("krut")
    parser.add_argument("--folder", required=True, help="where the documents are made")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1, help="of the first; each next has the next")
    parser.add_argument("--verapdf", help="where veraPDF is kept; without it it is not asked")
    parser.add_argument("--shared", default=docx_check.SHARED, help="where the schemas lie")
    given = parser.parse_args()
    kit.need("qpdf", "pdftotext", "pdfinfo", "mutool", "xmllint")
    krut, folder = os.path.abspath(kit.need_file(given.krut)), os.path.abspath(given.folder)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.path.join(folder, "again"))
    random_reports.write_images(folder)
    findings = kit.Findings("{} random documents, seeds {} to {}".format(
        given.count, given.seed, given.seed + given.count - 1))
    begin = time.monotonic()
    shared = given.shared if docx_check.can_check_schemas(findings, given.shared) else None
    tasks = [(krut, seed, folder, shared) for seed in range(given.seed, given.seed + given.count)]
    with ProcessPoolExecutor(AT_ONCE) as pool:
        found = dict(pool.map(examined, tasks))
        for name in dict.fromkeys(name for checks in found.values() for name in checks):
            asked = {pdf: checks[name] for pdf, checks in found.items() if name in checks}
            random_check.many(findings, name, {pdf: fault for pdf, fault in asked.items() if fault}, len(asked))
        made = [pdf for pdf in found if os.path.isfile(pdf)]
        findings.add("room for the words in", "{} of {} files".format(len(made), len(found)),
                     len(made) >= random_check.FEWEST * len(found))
        check_sight(range(given.seed, given.seed + given.count), folder, findings)
        if given.verapdf:
            jar = verapdf_check.fetch(given.verapdf)
            verdicts = pool.map(random_check.check_conformance, [jar] * 2, random_check.FLAVOURS, [made] * 2)
            for flavour, faults in zip(random_check.FLAVOURS, verdicts):
                random_check.many(findings, "veraPDF " + flavour, faults, len(made))
    findings.note("{:.0f} seconds".format(time.monotonic() - begin))
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
