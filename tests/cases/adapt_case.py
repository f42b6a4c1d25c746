#!/usr/bin/python3
"""Turns a case in the neutral JSON of the checkers into data of the layout `tables`.

    adapt_case.py CASE.json > data.json

Nothing is added, left out or put into another order: every text of the case stands in the data once. What this decides
itself is only what the neutral JSON leaves open: pages with a table of many or wide columns lie on their side, columns of
numbers stand at the right, papers are signed with a pen. Pictures keep their names: their files lie beside the data.
"""
import json
import re
import sys

WIDE_TABLE = 8  # columns from which a table asks for landscape
PORTRAIT_MM = 176  # room for the columns of a table on upright paper
WIDEST_PICTURE_MM = 170
NUMBER = re.compile(r"^[-–+(]?[0-9๐-๙][0-9๐-๙,.\s]*[%)*]*( ?(บาท|ล้านบาท|ร้อยละ))?$|^[-–]$")
OUR_MARKERS = {("thai-digits", "{n}."): "๑.", ("thai-digits", "{n})"): "๑)",
               ("arabic-digits", "{n}."): "1.", ("arabic-digits", "{n})"): "1)"}
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
MEMO_LABELS = {"ส่วนราชการ": "agency", "ที่": "reference_no", "วันที่": "date", "เรื่อง": "subject"}


def without_empty(members):
    """The members that say something."""
    return {key: value for key, value in members.items() if value not in (None, "", [], False)}


def without_tabs(value):
    """The same with spaces for tabs, which stand at no stops here."""
    if isinstance(value, dict):
        return {key: without_tabs(each) for key, each in value.items()}
    if isinstance(value, list):
        return [without_tabs(each) for each in value]
    return value.replace("\t", " ") if isinstance(value, str) else value


# ---------------------------------------------------------------- blocks

def marker_text(numbering, shape, number):
    """A marker that is no numbering of ours, as literal text."""
    if numbering == "none":
        return ""
    if numbering in ("dash", "bullet"):
        return "-" if numbering == "dash" else "•"
    if numbering == "thai-letters":
        turn, letter = divmod(number - 1, len(THAI_LETTERS))
        return shape.replace("{n}", THAI_LETTERS[letter] * (turn + 1))
    digits = str(number)
    return shape.replace("{n}", digits.translate(THAI_DIGITS) if numbering == "thai-digits" else digits)


def item_blocks(item):
    if isinstance(item, str):
        return [item]
    return item["blocks"] if "blocks" in item else [item.get("text", "")]


def paragraph_text(block):
    """The text of a paragraph; None of any other block."""
    if isinstance(block, str):
        return block
    return block.get("p")


def is_plain(block):
    return paragraph_text(block) is not None and not (isinstance(block, dict) and block.get("bold"))


def list_block(block, markers_are_words=False):
    """A list of ours where there is one like it, else paragraphs with their markers as text."""
    numbering = block.get("numbering", "arabic-digits" if block.get("ordered") else "dash")
    shape = block.get("marker", "{n}.")
    items = block["list"]
    ours = numbering == "dash" or (numbering, shape) in OUR_MARKERS
    starts_with_text = all(item_blocks(item) and is_plain(item_blocks(item)[0]) for item in items)
    has_own_markers = any(isinstance(item, dict) and "marker" in item for item in items)
    if items and ours and starts_with_text and not has_own_markers and not markers_are_words:
        return [our_list(items, numbering, shape, block.get("start", 1))]
    blocks = []
    for number, item in enumerate(items, block.get("start", 1)):
        marker = item["marker"] if isinstance(item, dict) and "marker" in item else marker_text(numbering, shape, number)
        inner = content(item_blocks(item), markers_are_words)
        if marker and inner and ("p" in inner[0] or "box" in inner[0]):
            key = "p" if "p" in inner[0] else "text"
            inner[0] = inner[0] | {key: marker + " " + inner[0][key]}
        elif marker:
            inner.insert(0, {"p": marker})
        blocks += inner
    return blocks


def our_list(items, numbering, shape, start):
    ours = []
    for item in items:
        first, *more = item_blocks(item)
        ours.append({"text": paragraph_text(first), "blocks": content(more)} if more else paragraph_text(first))
    if numbering == "dash":
        return {"ul": ours}
    return {"ol": ours, "marker": OUR_MARKERS[numbering, shape], "start": start}


def content(blocks, markers_are_words=False):
    ours = []
    for block in [blocks] if isinstance(blocks, (str, dict)) else blocks:
        text = paragraph_text(block)
        if text is not None:
            ours.append({"p": text} | ({"bold": True} if isinstance(block, dict) and block.get("bold") else {}))
        elif "list" in block:
            ours += list_block(block, markers_are_words)
        elif "checkbox" in block:
            ours.append({"box": bool(block["checkbox"]), "text": block.get("label", "")})
        else:
            raise SystemExit("no block of the layout `tables` is like this one: {}".format(json.dumps(block, ensure_ascii=False)))
    return ours


# ---------------------------------------------------------------- tables

def head_depth(columns):
    below = [head_depth(column["columns"]) for column in columns if isinstance(column, dict) and column.get("columns")]
    return 1 + max(below, default=0)


def leaves(columns):
    for column in columns:
        inner = column.get("columns") if isinstance(column, dict) else None
        if inner:
            yield from leaves(inner)
        else:
            yield column


def head_rows(columns):
    """The rows of a head: what holds other columns lies over them, the others reach down to the last row."""
    depth = head_depth(columns)
    rows = [[] for _ in range(depth)]

    def place(columns, level):
        for column in columns:
            inner = column.get("columns") if isinstance(column, dict) else None
            cell = {"text": column if isinstance(column, str) else column.get("text", "")}
            span, height = (len(list(leaves(inner))), 1) if inner else (1, depth - level)
            cell.update({key: value for key, value in (("columns", span), ("rows", height)) if value > 1})
            rows[level].append(cell)
            if inner:
                place(inner, level + 1)

    place(columns, 0)
    return [{"cells": row} for row in rows]


def cell_blocks(cell):
    if isinstance(cell, str):
        return [cell] if cell else []
    return cell.get("blocks", [])


def placed_cells(rows, count):
    """(row, column, cell) of every cell, as HTML places them."""
    taken = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.get("cells", []):
            while (number, column) in taken:
                column += 1
            spans = cell if isinstance(cell, dict) else {}
            for down in range(spans.get("rowspan", 1)):
                taken.update((number + down, column + right) for right in range(spans.get("colspan", 1)))
            yield number, min(column, count - 1), cell
            column += spans.get("colspan", 1)


def alignments(table, columns):
    """What the case says of a column; else right where all that stands in it is a number."""
    texts = [[] for _ in columns]
    for _, column, cell in placed_cells(table["rows"], len(columns)):
        spans = cell if isinstance(cell, dict) else {}
        if spans.get("colspan", 1) == 1:
            texts[column] += [paragraph_text(block) or "" for block in cell_blocks(cell)]
    found = []
    for column, inside in zip(columns, texts):
        asked = column.get("align") if isinstance(column, dict) else None
        filled = [text for text in inside if text.strip()]
        is_number = bool(filled) and all(NUMBER.match(text.strip()) for text in filled)
        found.append(asked or ("right" if is_number else None))
    return found


def body_cell(cell, align):
    """A list at the right or in the middle has its markers beside its words, so they are words."""
    spans = cell if isinstance(cell, dict) else {}
    blocks = content(cell_blocks(cell), markers_are_words=align in ("right", "center"))
    return without_empty({"content": blocks, "align": align, "columns": spans.get("colspan"), "rows": spans.get("rowspan")})


def groups(table, columns):
    """Runs of rows; a row over the whole width is the label of those below it."""
    align = alignments(table, columns)
    cells = [[] for _ in table["rows"]]
    for number, column, cell in placed_cells(table["rows"], len(columns)):
        cells[number].append(body_cell(cell, align[column]))
    runs = []
    for row, placed in zip(table["rows"], cells):
        if "group" in row:
            runs.append({"label": row["group"], "rows": []})
            continue
        if not runs:
            runs.append({"rows": []})
        runs[-1]["rows"].append(without_empty({"is_total": bool(row.get("total"))}) | {"cells": placed})
    return runs or [{"rows": []}]


def table_of(table):
    columns = list(leaves(table["columns"]))
    widths = [column.get("width_mm") if isinstance(column, dict) else None for column in columns]
    return without_empty({
        "caption": table.get("caption"), "unit": table.get("unit"), "column_count": len(columns),
        "columns": [{"width": "{}mm".format(width)} if width else {} for width in widths],
        "head": head_rows(table["columns"]), "notes": content(table.get("notes", []))}) | {"groups": groups(table, columns)}


# ---------------------------------------------------------------- the document

def signers(people):
    """Signature blocks; the room to sign is above the name, or where it would be."""
    ours = []
    for person in people or []:
        name = (person.get("name") or "").strip()
        bare = name[1:-1] if name.startswith("(") and name.endswith(")") else name
        position = [line for line in (person.get("position"), person.get("extra")) if line]
        ours.append(without_empty({"remark": person.get("role"), "name": bare, "position": position}))
    return ours


def picture(image):
    width = image.get("width_mm")
    return without_empty({"image": image["image"], "alternative_text": image.get("alt") or image.get("caption") or "ภาพ",
                          "width": "{}mm".format(min(width, WIDEST_PICTURE_MM)) if width else None, "caption": image.get("caption")})


def chapter_of(section):
    return without_empty({
        "starts_page": bool(section.get("page_break_before")), "title": section.get("title_lines"),
        "heading": section.get("heading"), "body": content(section.get("paragraphs", [])),
        "tables": [table_of(table) for table in section.get("tables", [])], "figures": [picture(image) for image in section.get("images", [])],
        "signatures": signers(section.get("signatures"))})


def asks_for_width(table):
    columns = list(leaves(table["columns"]))
    widths = [column.get("width_mm") or 0 for column in columns if isinstance(column, dict)]
    return len(columns) >= WIDE_TABLE or sum(widths) > PORTRAIT_MM


def is_wide(section):
    return bool(section.get("landscape")) or any(asks_for_width(table) for table in section.get("tables", []))


def parts_of(case):
    chapters = [(False, without_empty({"title": case.get("title_block")}))] if case.get("title_block") else []
    chapters += [(is_wide(section), chapter_of(section)) for section in case.get("sections", [])]
    if case.get("signatures"):
        chapters.append((chapters[-1][0] if chapters else False, {"signatures": signers(case["signatures"])}))
    if len(chapters) > 1 and case.get("title_block"):
        chapters[0] = (chapters[1][0], chapters[0][1])  # a title stands on the page of what follows
    parts = []
    for wide, chapter in chapters:
        orientation = "landscape" if wide else "portrait"
        if not parts or parts[-1]["orientation"] != orientation:
            chapter = {key: value for key, value in chapter.items() if key != "starts_page"}
            parts.append({"orientation": orientation, "chapters": []})
        parts[-1]["chapters"].append(chapter)
    return parts


def memo_of(memo):
    ours, body = {"title": memo.get("heading"), "agency": "", "subject": ""}, []
    for field in memo.get("fields", []):
        label = field["label"].strip()
        if label in MEMO_LABELS:
            ours[MEMO_LABELS[label]] = field["value"]
        elif label.startswith("เรียน"):
            ours["addressee"] = "{}  {}".format(label, field["value"])
        else:
            body.append({"p": "{}  {}".format(label, field["value"])})
    body += content(memo.get("paragraphs", []))
    ours = without_empty(ours | {"body": body, "conclusion": content(memo.get("closing") or []),
                                 "signatures": signers(memo.get("signatures"))})
    return {"agency": "-", "subject": "-"} | ours


def adapt(case):
    case = without_tabs(case)
    texts = json.dumps(case, ensure_ascii=False)
    thai, arabic = len(re.findall("[๐-๙]", texts)), len(re.findall("[0-9]", json.dumps(case.get("sections", []))))
    data = {"layout": "tables", "digits": "thai" if thai > arabic else "arabic", "name": " ".join(case.get("title_block") or []),
            "signing": "hand", "parts": parts_of(case)}
    if case.get("memo"):
        data["memo"] = memo_of(case["memo"])
        data["emblem"] = {"mode": "none"}
    return without_empty(data)


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as source:
        json.dump(adapt(json.load(source)), sys.stdout, ensure_ascii=False, indent=1)
        print()


if __name__ == "__main__":
    main()
