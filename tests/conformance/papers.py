"""What each layout prints of its data, in the order it prints it: the expectation behind the text checks.

A paper is a list of parts: `Piece` for running text, `Row` for a table row of cells, each cell a list of pieces.
Pieces hold text without white space. Words that only the layout knows (labels, heads) are no pieces; the reader of a
paper lets them stand between pieces.
"""
import os
import re
from collections import namedtuple

from lxml import etree

import kit
from printer import NONE_MARK, RESULTS, Again, Piece, Printer, Row, row_of, value

Paper = namedtuple("Paper", "parts words heads")  # words: of the layout; heads: of each table, a list of cell texts

METHODS = ["method", "reporting", "monitoring"]

FORM_WORDS = ["บันทึกข้อความ", "ส่วนราชการ", "ที่", "วันที่", "เรื่อง", "เรียน", "ตราครุฑ", "(", ")", "(ต่อ)", "(ลงชื่อ)", "ลงชื่อ",
              "(รอใส่ภาพ)", "ด่วน", "ด่วนมาก", "ด่วนที่สุด", "ลับ", "ลับมาก", "ลับที่สุด"]


def memo(data, root):
    return Printer(data, root).memo()


def letter(data, root):
    return Printer(data, root).letter()


def memo_report(data, root):
    printer = Printer(data, root)
    parts = printer.memo() if "memo" in data else []
    parts += printer.lines("/report/title") + printer.text("/report/heading") + printer.content("/report/lead")
    parts += [printer.measure_row("", measure, 0) for measure in pointers(data, "/measures")]
    for number, part in enumerate(pointers(data, "/parts"), 1 if data.get("measures") else 0):
        parts += printer.text(part + "/heading") + printer.text(part + "/subheading") + printer.content(part + "/issues")
        for indicator in pointers(data, part + "/indicators"):
            measures = pointers(data, indicator + "/measures")
            parts += [printer.measure_row(indicator, measure, number) for measure in measures]
            if not measures:
                parts.append(row_of([printer.text(indicator + "/name"), printer.content(indicator + "/issues"), [], [], []],
                                    indicator, number))
    return parts + printer.content("/report/closing") + printer.signers("/signatures")


def pointers(data, pointer):
    """Pointers of the elements of a list that may be missing."""
    return ["{}/{}".format(pointer, index) for index in range(len(value(data, pointer) or []))]


def indicator_tables(data, root):
    """A cover, then a table of the agency's measures, then a table an indicator."""
    printer = Printer(data, root)

    def row(measure, indicator, table):
        approach = printer.led(measure + "/seq_no", measure + "/approach")
        issue = printer.led(measure + "/question_code", measure + "/issue")
        first = issue or printer.text(indicator + "/name") if indicator else issue + approach
        return row_of([first, printer.content(measure + "/responsible"),
                       (approach if indicator else []) + printer.content(measure + "/method"),
                       printer.several(measure, "reporting", "monitoring") + printer.all_dates(measure),
                       printer.several(measure, *RESULTS) +
                       printer.choice(measure + "/status")], measure, table)

    parts = printer.lines("/report/cover/title") or printer.lines("/report/title")
    parts += printer.lines("/report/cover/foot")
    parts += printer.text("/report/heading") or printer.lines("/report/title")
    parts += printer.content("/report/lead")
    parts += [row(measure, "", 0) for measure in pointers(data, "/measures")]
    table = 1 if data.get("measures") else 0
    for part in pointers(data, "/parts"):
        indicators = pointers(data, part + "/indicators")
        if not any(value(data, indicator + "/measures") for indicator in indicators):
            parts += printer.text(part + "/heading") + printer.content(part + "/issues")
            parts += [row_of([printer.indicator(indicator), printer.number(indicator + "/score"),
                              printer.content(indicator + "/issues")], indicator, table) for indicator in indicators]
            table += 1
            continue
        parts += printer.content(part + "/issues")
        for indicator in pointers(data, part + "/indicators"):
            parts += printer.indicator(indicator) + printer.upper(part + "/tool") + printer.content(indicator + "/issues")
            measures = pointers(data, indicator + "/measures")
            parts += [row(measure, indicator, table) for measure in measures]
            table += 1 if measures else 0
    return parts + printer.content("/report/closing") + printer.signers("/signatures")


def progress_checklist(data, root):
    """A table of the agency's measures, then a table a tool of assessment."""
    printer = Printer(data, root)

    def issue_of(measure):
        return printer.led(measure + "/question_code", measure + "/issue")

    def general_row(measure):
        return row_of([printer.text(measure + "/seq_no"), issue_of(measure) + printer.content(measure + "/approach"),
                       printer.several(measure, *METHODS), printer.all_dates(measure),
                       printer.content(measure + "/responsible"), printer.several(measure, "action", "progress", "result"),
                       printer.several(measure, "outcome", "obstacles", "recommendation") + printer.choice(measure + "/status")], measure, 0)

    def rows(indicator, table):
        name = printer.indicator(indicator) + printer.number(indicator + "/score")
        measures = pointers(data, indicator + "/measures")
        for measure in measures:
            approach = printer.led(measure + "/seq_no", measure + "/approach")
            yield row_of([name, issue_of(measure) + approach + printer.several(measure, *METHODS),
                          printer.content(measure + "/responsible"), printer.all_dates(measure),
                          printer.several(measure, *RESULTS) +
                          printer.choice(measure + "/status")], measure, table)
        if not measures:
            yield row_of([name, printer.content(indicator + "/issues"), [], [], []], indicator, table)

    parts = printer.lines("/report/title") + printer.text("/report/heading") + printer.content("/report/lead")
    parts += [general_row(measure) for measure in pointers(data, "/measures")]
    for table, part in enumerate(pointers(data, "/parts"), 1 if data.get("measures") else 0):
        heading = printer.text(part + "/heading")
        parts += heading + [Again(heading)] + printer.text(part + "/subheading") + printer.content(part + "/issues")
        for indicator in pointers(data, part + "/indicators"):
            parts += rows(indicator, table)
    return parts + printer.content("/report/closing") + printer.signers("/signatures")


def tables(data, root):
    printer = Printer(data, root)
    parts = memo_as_written(printer) if "memo" in data else []
    number = 0
    for outer, part in enumerate(data.get("parts", [])):
        for inner, chapter in enumerate(part["chapters"]):
            here = "/parts/{}/chapters/{}".format(outer, inner)
            parts += printer.lines(here + "/title") + printer.text(here + "/heading") + printer.content(here + "/body")
            for index in range(len(chapter.get("tables", []))):
                parts += table_of_data(printer, "{}/tables/{}".format(here, index), number)
                number += 1
            for figure in pointers(data, here + "/figures"):
                parts += printer.text(figure + "/caption")
            parts += printer.signers(here + "/signatures")
    return parts


def memo_as_written(printer):
    """A memo whose date and addressee are printed as they stand in the data."""
    parts = []
    for key in ("agency", "reference_no", "date", "subject", "addressee"):
        parts += printer.text("/memo/" + key)
    for key in ("body", "conclusion"):
        parts += printer.content("/memo/" + key)
    return parts + printer.signers("/memo/signatures")


def table_of_data(printer, here, number):
    parts = printer.text(here + "/caption") + printer.text(here + "/unit")
    for index, group in enumerate(value(printer.data, here + "/groups")):
        above = "{}/groups/{}".format(here, index)
        parts += printer.text(above + "/label")
        for row, line in enumerate(group["rows"]):
            pointer = "{}/rows/{}".format(above, row)
            cells = [printer.content("{}/cells/{}/content".format(pointer, cell)) for cell in range(len(line["cells"]))]
            parts.append(Row(cells, pointer, number))
    return parts + printer.content(here + "/notes")


def heads_of_data(data):
    """Texts of the head cells of every table whose head is data."""
    return [[kit.squeeze(cell["text"]) for line in table.get("head", []) for cell in line["cells"]]
            for part in data.get("parts", []) for chapter in part["chapters"] for table in chapter.get("tables", [])]


def indicators_of(data):
    return [line for part in pointers(data, "/parts") for line in pointers(data, part + "/indicators")]


def measures_of(data):
    return [measure for line in indicators_of(data) for measure in pointers(data, line + "/measures")]


def score_analysis(data, root):
    """A title, the scores by rank, points to improve beside all indicators of their part, and the measures."""
    printer = Printer(data, root)

    def ranks():
        ranking = pointers(data, "/scores/ranking")
        if ranking:
            return [row_of([printer.text(line + "/seq_no") + printer.text(line + "/name"), printer.number(line + "/score")],
                           line, 0) for line in ranking]
        lines = [line for line in indicators_of(data) if value(data, line + "/score")]
        lines.sort(key=lambda line: -float(value(data, line + "/score")))
        return [row_of([[Piece(printer.digits_of(rank), "")] + printer.text(line + "/name"), printer.number(line + "/score")],
                       line + "/score", 0) for rank, line in enumerate(lines, 1)]

    def issues(part):
        """Of the part, else of its indicators, else of their measures."""
        lines = pointers(data, part + "/indicators")
        measures = [measure for line in lines for measure in pointers(data, line + "/measures")]
        for sources in ([part + "/issues"], [line + "/issues" for line in lines], [each + "/issue" for each in measures]):
            found = [piece for source in sources for piece in printer.content(source)]
            if found:
                return found
        return [NONE_MARK]

    def group(part, table):
        names = [printer.indicator(line, ".") + printer.number(line + "/score") for line in pointers(data, part + "/indicators")]
        heading = printer.text(part + "/heading")
        return heading + [Again(heading), Row(names[:1] + [issues(part)] + names[1:], part, table)]

    def measure_row(measure, table):
        return row_of([printer.led(measure + "/seq_no", measure + "/approach") or printer.content(measure + "/issue"),
                       printer.content(measure + "/method"), printer.content(measure + "/responsible"),
                       printer.content(measure + "/timeline") + printer.month_range(measure + "/period", False) +
                       [piece for day in pointers(data, measure + "/dates") for piece in printer.short_date(day)] +
                       printer.short_date(measure + "/due"),
                       printer.several(measure, "monitoring", "reporting")], measure, table)

    parts = printer.lines("/report/title") + printer.text("/report/heading") + printer.content("/report/lead")
    parts += printer.text("/report/analysis/heading") + printer.content("/report/analysis/text")
    parts += printer.text("/report/analysis/figure/alternative_text") + printer.text("/report/analysis/scores_heading")
    scores = ranks()
    parts += scores
    if scores and value(data, "/scores/highest"):
        parts += printer.number("/scores/highest") + printer.number("/scores/lowest")
    parts += printer.content("/report/analysis/issues_lead")
    table = 1 if scores else 0
    for part in pointers(data, "/parts"):
        parts += group(part, table)
    parts += printer.text("/report/plan/heading") + printer.content("/report/plan/text")
    parts += [measure_row(measure, table + 1) for measure in pointers(data, "/measures") + measures_of(data)]
    return parts + printer.content("/report/closing") + printer.signers("/signatures")


def grouped_measures(data, root):
    """A cover, then a table of the agency's measures, then a table a tool of assessment, in groups of indicators."""
    printer = Printer(data, root)

    def row(measure, table):
        dates = printer.full_date(measure + "/completed_on") or printer.full_date(measure + "/due")
        for day in pointers(data, measure + "/dates"):
            dates += printer.full_date(day)
        return row_of([printer.led(measure + "/seq_no", measure + "/approach") or printer.content(measure + "/issue"),
                       printer.content(measure + "/method"), printer.content(measure + "/responsible"),
                       dates + printer.month_range(measure + "/period", True) + printer.content(measure + "/timeline"),
                       printer.several(measure, "action", "progress", "result", "outcome") + printer.choice(measure + "/status"),
                       printer.content(measure + "/recommendation")], measure, table)

    parts = printer.lines("/report/cover/title") or printer.lines("/report/title")
    parts += printer.lines("/report/cover/foot") or (
        printer.text("/agency/name") + printer.text("/agency/district") + printer.text("/agency/province"))
    parts += printer.lines("/report/title") + printer.text("/report/heading") + printer.content("/report/lead")
    table = 0
    if data.get("measures"):
        parts += printer.text("/report/plan/heading") + printer.content("/report/plan/text")
        parts += [row(measure, 0) for measure in pointers(data, "/measures")]
        table = 1
    for part in pointers(data, "/parts"):
        groups = [line for line in pointers(data, part + "/indicators") if pointers(data, line + "/measures")]
        if not groups:
            continue
        heading = printer.text(part + "/heading")
        parts += heading + [Again(heading)] + printer.text(part + "/subheading") + printer.content(part + "/issues")
        for line in groups:
            label = printer.indicator(line, ".")
            parts += label + [Again(label)] + [row(measure, table) for measure in pointers(data, line + "/measures")]
        table += 1
    return parts + printer.content("/report/closing") + printer.signers("/signatures")


def titled(key, *tail):
    """Orders and their kin: what is printed once, in this order."""
    def paper(data, root):
        printer = Printer(data, root)
        above = "/" + key
        parts = []
        for name in ("issuer", "number", "subject", "issue"):
            parts += printer.text(above + "/" + name)
        parts += printer.content(above + "/body")
        for part in tail:
            parts += part(printer, above)
        return parts
    return paper


def committees(printer, above):
    parts = []
    for table, each in enumerate(pointers(printer.data, above + "/committees")):
        heading = printer.text(each + "/heading")
        parts += heading
        for number, member in enumerate(pointers(printer.data, each + "/members"), 1):
            cells = [[Piece(printer.digits_of(number), "")]]
            cells += [printer.text(member + "/" + name) for name in ("name", "position", "role")]
            parts.append(row_of(cells, member, table))
        parts += printer.content(each + "/duties")
    return parts + printer.content(above + "/further")


def given(printer, above):
    return printer.text(above + "/effect") + printer.era_date(above + "/date") + printer.signers(above + "/signatures")


def ended(printer, above):
    return printer.text(above + "/issuer") + printer.long_date(above + "/date")


def regulation(data, root):
    printer = Printer(data, root)
    above = "/regulation"
    parts = printer.text(above + "/issuer") + printer.text(above + "/subject") + printer.text(above + "/issue")
    parts += [Piece(printer.digits_of(value(data, above + "/year_be")), "")] + printer.content(above + "/preamble")
    for number, clause in enumerate(pointers(data, above + "/clauses"), 1):
        parts += [Piece(printer.digits_of(number), "")] + printer.text(clause + "/text") + printer.content(clause + "/content")
    return parts + given(printer, above)


def certificate(data, root):
    printer = Printer(data, root)
    above = "/certificate"
    parts = printer.text(above + "/reference_no") + printer.text(above + "/issuing_agency") + printer.lines(above + "/address")
    return parts + printer.content(above + "/body") + given(printer, above) + printer.text(above + "/person/name")


def stamped_letter(data, root):
    printer = Printer(data, root)
    above = "/letter"
    parts = printer.text(above + "/reference_no") + printer.text(above + "/to") + printer.content(above + "/body")
    parts += printer.text(above + "/issuing_agency") + printer.long_date(above + "/date")
    for name in ("owning_office", "phone", "fax"):
        parts += printer.text(above + "/" + name)
    return parts + printer.lines(above + "/address")


def minutes(data, root):
    printer = Printer(data, root)
    above = "/minutes"
    parts = printer.lines(above + "/title") + printer.text(above + "/session") + printer.long_date(above + "/date")
    parts += printer.text(above + "/place")
    for name in ("present", "absent", "others"):
        for number, person in enumerate(pointers(data, above + "/" + name), 1):
            parts += [Piece(printer.digits_of(number) + ".", "")]
            for key in ("name", "position", "role"):
                parts += printer.text(person + "/" + key)
    parts += printer.text(above + "/start_time") + printer.content(above + "/opening")
    for number, item in enumerate(pointers(data, above + "/agenda"), 1):
        parts += [Piece(printer.digits_of(number), "")] + printer.text(item + "/heading") + printer.content(item + "/body")
        parts += printer.text(item + "/resolution")
    parts += printer.text(above + "/end_time")
    for name in ("recorder", "checker"):
        parts += printer.text("{}/{}/name".format(above, name)) + printer.text("{}/{}/position".format(above, name))
    return parts


PAPERS = {"memo": memo, "letter": letter, "ita/memo-report": memo_report, "ita/indicator-tables": indicator_tables,
          "ita/progress-checklist": progress_checklist, "ita/score-analysis": score_analysis,
          "ita/grouped-measures": grouped_measures, "tables": tables,
          "order": titled("order", committees, given), "announcement": titled("announcement", given), "regulation": regulation,
          "statement": titled("statement", ended), "news": titled("news", ended), "certificate": certificate,
          "stamped-letter": stamped_letter, "minutes": minutes}
HEADS = {"tables": heads_of_data}


# ---------------------------------------------------------------- the layout's own words

def layout_root(layout, folder):
    path = os.path.join(folder, layout + ".xml")
    return etree.parse(kit.need_file(path), etree.XMLParser(remove_comments=True)).getroot()


def own_words(text):
    """The words of a layout's text between its expressions."""
    return [kit.squeeze(words) for words in re.split(r"\{\{.*?\}\}", text or "", flags=re.DOTALL) if words.strip()]


def words_of(root):
    found = set(kit.squeeze(word) for word in FORM_WORDS)
    for element in root.iter():
        for text in [element.text, element.tail]:
            found.update(own_words(text))
        for text in element.attrib.values():
            found.update(word for word in own_words(text) if kit.has_thai(word))
    return sorted(found, key=len, reverse=True)


def values(data, keys):
    """Every value that the keys lead to, through the lists on the way."""
    found = data if isinstance(data, list) else [data]
    for key in keys:
        members = [each[key] for each in found if isinstance(each, dict) and key in each]
        found = [each for member in members for each in (member if isinstance(member, list) else [member])]
    return [each for each in found if each not in ("", None, {}, [])]


def is_left_out(element, data):
    """Whether a condition on the data's own keys, around the element or on it, leaves it out."""
    around = [element] + list(element.iterancestors())
    loops = {loop.get("each").split()[0] for loop in around if loop.get("each")}
    for each in around:
        wanted = (each.get("if") or "").split()
        is_negated = wanted[:1] == ["not"]
        path = wanted[1:] if is_negated else wanted
        if len(path) != 1 or path[0].split(".")[0] in loops:
            continue
        if bool(values(data, path[0].split("."))) == is_negated:
            return True
    return False


def heads_of(root, data):
    """Texts of the head cells of every table of the layout that the data does not leave out."""
    heads = []
    for table in root.iter("table"):
        if is_left_out(table, data):
            continue
        cells = [cell for head in table.iter("head") for cell in head.iter("cell")]
        heads.append([kit.squeeze("".join(cell.itertext())) for cell in cells])
    return heads


def heads_of_tables(heads, parts, tables):
    """The head of each table on paper: the next one as wide as its rows that the layout has, else its last so wide."""
    found, taken = [], {}
    for table in range(tables):
        width = next((len(part.cells) for part in parts if isinstance(part, Row) and part.table == table), 0)
        fitting = [head for head in heads if len(head) == width]
        nth = taken[width] = taken.get(width, -1) + 1
        found.append(fitting[min(nth, len(fitting) - 1)] if fitting else heads[min(table, len(heads) - 1)])
    return found


def paper(data, layouts, layout=None):
    """What `layout` (else the one the data names) prints of `data`; `layouts` is the folder of layouts."""
    layout = layout or data.get("layout")
    if layout not in PAPERS:
        raise SystemExit("no expectation is written down for the layout {!r}; known: {}".format(layout, ", ".join(sorted(PAPERS))))
    root = layout_root(layout, layouts)
    parts = PAPERS[layout](data, root)
    again = [kit.squeeze("".join(piece.text for piece in part.pieces)) + "(ต่อ)" for part in parts if isinstance(part, Again)]
    parts = [part for part in parts if not isinstance(part, Again)]
    tables = 1 + max([part.table for part in parts if isinstance(part, Row)] or [-1])
    heads = HEADS[layout](data) if layout in HEADS else heads_of(root, data)
    words = sorted({*words_of(root), *(text for head in heads for text in head), *again}, key=len, reverse=True)
    return Paper(parts, words, heads_of_tables(heads, parts, tables) if heads else [])
