"""Values of the data as the layouts print them: pieces of text without white space, with their pointers."""
from collections import namedtuple

import kit

Piece = namedtuple("Piece", "text pointer")  # pointer: of the value in the data; empty for a marker or a label
Again = namedtuple("Again", "pieces")  # what a page may show again, with (ต่อ) behind it
Row = namedtuple("Row", "cells pointer table")  # table: number of the table in the paper, from 0

RESULTS = ["action", "progress", "result", "outcome", "obstacles", "recommendation"]
NONE_MARK = Piece("-", "")  # printed in an empty cell
THAI_MARKERS = {"๑.": ("thai", "."), "๑)": ("thai", ")"), "1.": ("arabic", "."), "1)": ("arabic", ")")}


def value(data, pointer):
    """The value at a JSON pointer below `data`, or None."""
    for key in pointer.strip("/").split("/"):
        if isinstance(data, list):
            data = data[int(key)] if int(key) < len(data) else None
        else:
            data = data.get(key) if isinstance(data, dict) else None
        if data is None:
            return None
    return data


def row_of(cells, pointer, table):
    return Row([cell or [NONE_MARK] for cell in cells], pointer, table)


class Printer:
    """Turns values into pieces as the layouts of this project print them."""

    def __init__(self, data, root=None):
        self.data = data
        self.root = root  # of the layout, for the labels of its choices
        self.digits = data.get("digits", "thai")

    def piece(self, text, pointer):
        text = kit.squeeze(text)
        return [Piece(text, pointer)] if text else []

    def text(self, pointer):
        found = value(self.data, pointer)
        return self.piece(found, pointer) if isinstance(found, str) else []

    def lines(self, pointer):
        found = value(self.data, pointer)
        if isinstance(found, list):
            return [piece for index in range(len(found)) for piece in self.text("{}/{}".format(pointer, index))]
        return self.text(pointer)

    def date(self, pointer, months, joint):
        """`joint` stands between month and year; the short form has two digits of the year."""
        found = value(self.data, pointer)
        if not isinstance(found, str):
            return []
        year, month, day = (int(part) for part in found.split("-"))
        era = str(year + 543)
        printed = "{} {}{}{}".format(day, months[month - 1], joint, era if joint else era[2:])
        return self.piece(kit.to_digits(printed, "arabic" if self.digits == "arabic" else "thai"), pointer)

    def long_date(self, pointer):
        return self.date(pointer, kit.MONTHS, " ")

    def era_date(self, pointer):
        return self.date(pointer, kit.MONTHS, " พ.ศ. ")

    def short_date(self, pointer):
        return self.date(pointer, kit.SHORT_MONTHS, "")

    def content(self, pointer):
        found = value(self.data, pointer)
        if isinstance(found, list):
            return [piece for index in range(len(found)) for piece in self.block("{}/{}".format(pointer, index))]
        return self.text(pointer)

    def block(self, pointer):
        block = value(self.data, pointer)
        if isinstance(block, str):
            return self.text(pointer)
        for key in ("p", "h"):
            if key in block:
                return self.text(pointer + "/" + key)
        if "box" in block:
            return self.text(pointer + "/text")
        if "ul" in block:
            return self.items(pointer + "/ul", lambda index, item: "-")
        style = THAI_MARKERS[block.get("marker", "1." if self.digits == "arabic" else "๑.")]
        numbers = item_numbers(block)
        return self.items(pointer + "/ol", lambda index, item: kit.to_digits(str(numbers[index]), style[0]) + style[1])

    def items(self, pointer, marker):
        pieces = []
        for index, item in enumerate(value(self.data, pointer)):
            here = "{}/{}".format(pointer, index)
            pieces.append(Piece(marker(index, item), ""))
            if isinstance(item, str):
                pieces += self.text(here)
            else:
                pieces += self.text(here + "/text") + self.content(here + "/blocks")
        return pieces

    def signers(self, pointer):
        pieces = []
        for index in range(len(value(self.data, pointer) or [])):
            here = "{}/{}".format(pointer, index)
            for line in (self.text(here + "/remark"), self.text(here + "/role_text"), self.text(here + "/name"),
                         self.lines(here + "/position"), self.text(here + "/acting")):
                pieces += line
        return pieces

    def numbered(self, pointer):
        """One value, or several with their numbers."""
        found = value(self.data, pointer)
        if not isinstance(found, list):
            return self.text(pointer)
        pieces = []
        for index in range(len(found)):
            if len(found) > 1:
                number = str(index + 1)
                pieces.append(Piece((number if self.digits == "arabic" else kit.to_digits(number, "thai")) + ".", ""))
            pieces += self.text("{}/{}".format(pointer, index))
        return pieces

    def letter(self):
        pieces = self.text("/letter/reference_no") + self.text("/letter/issuing_agency") + self.lines("/letter/address")
        pieces += self.long_date("/letter/date") + self.text("/letter/subject") + self.text("/letter/salutation_word")
        pieces += self.text("/letter/addressee") + self.numbered("/letter/references") + self.numbered("/letter/enclosures")
        pieces += self.content("/letter/reason") + self.content("/letter/purpose") + self.content("/letter/body")
        pieces += self.text("/letter/conclusion") + self.text("/letter/closing_phrase") + self.signers("/letter/signatures")
        for key in ("owning_office", "phone", "fax", "email"):
            pieces += self.text("/letter/" + key)
        return pieces + self.lines("/letter/copies_to")

    def memo(self):
        pieces = self.text("/memo/agency") + self.text("/memo/reference_no") + self.long_date("/memo/date")
        pieces += self.text("/memo/subject") + self.text("/memo/salutation_word") + self.text("/memo/addressee")
        pieces += self.content("/memo/reason") + self.content("/memo/purpose") + self.content("/memo/body")
        return pieces + self.text("/memo/conclusion") + self.signers("/memo/signatures")

    def dates(self, measure):
        """When it was finished, else when it is due; then its period, further dates, and the time in words."""
        pieces = self.short_date(measure + "/completed_on") or self.short_date(measure + "/due")
        pieces += self.short_date(measure + "/period/from") + self.short_date(measure + "/period/to")
        for index in range(len(value(self.data, measure + "/dates") or [])):
            pieces += self.short_date("{}/dates/{}".format(measure, index))
        return pieces + self.content(measure + "/timeline")

    def all_dates(self, measure):
        """Every date that a measure has, one a line; its period; the time in words."""
        pieces = self.short_date(measure + "/due") + self.short_date(measure + "/completed_on")
        for index in range(len(value(self.data, measure + "/dates") or [])):
            pieces += self.short_date("{}/dates/{}".format(measure, index))
        pieces += self.short_date(measure + "/period/from") + self.short_date(measure + "/period/to")
        return pieces + self.content(measure + "/timeline")

    def full_date(self, pointer):
        return self.date(pointer, kit.SHORT_MONTHS, " ")

    def digits_of(self, number):
        return kit.to_digits(str(number), "arabic" if self.digits == "arabic" else "thai")

    def month_range(self, pointer, is_full):
        """Short months; two digits of the year at both ends, or a full year, said once when both ends share it."""
        ends = [value(self.data, pointer + "/" + end) for end in ("from", "to")]
        if None in ends:
            return []
        years, months = zip(*((int(end[:4]) + 543, kit.SHORT_MONTHS[int(end[5:7]) - 1]) for end in ends))
        if is_full:
            last = months[1] + str(years[1])
            first = months[0] + (str(years[0]) if years[0] != years[1] else "") + "ถึง"
        else:
            last = months[1] + str(years[1])[2:]
            first = months[0] + str(years[0])[2:] + "-"
        is_one = years[0] == years[1] and months[0] == months[1]
        return self.piece(self.digits_of(last if is_one else first + last), pointer)

    def number(self, pointer):
        """A whole number or a decimal of the data, in the digits of the document."""
        found = value(self.data, pointer)
        return [] if found is None else self.piece(
            kit.to_digits(str(found), "arabic" if self.digits == "arabic" else "thai"), pointer)

    def upper(self, pointer):
        return [Piece(piece.text.upper(), piece.pointer) for piece in self.text(pointer)]

    def led(self, lead, pointer):
        """Content behind a code or number that is left out with it."""
        found = self.content(pointer)
        return self.text(lead) + found if found else []

    def several(self, above, *keys):
        return [piece for key in keys for piece in self.content("{}/{}".format(above, key))]

    def indicator(self, pointer, sign=""):
        """Number and name, which stand side by side; some layouts have a sign behind the number."""
        number = [piece.text + sign for piece in self.number(pointer + "/number")]
        number = number or [piece.text for piece in self.text(pointer + "/seq_no")]
        return [Piece("".join(number) + name.text, name.pointer) for name in self.text(pointer + "/name")]

    def choice(self, pointer):
        """The labels of all options; the boxes before them are no text."""
        if value(self.data, pointer) is None:
            return []
        choice = next(self.root.iter("choice"))
        return [Piece(kit.squeeze("".join(option.itertext())), "") for option in choice.iter("option")]

    def measure_row(self, indicator, measure, table):
        """Without an indicator what is done stands in the first cell where no issue does."""
        issue = self.led(measure + "/question_code", measure + "/issue")
        approach = self.led(measure + "/seq_no", measure + "/approach")
        named = self.text(indicator + "/name") if indicator else approach
        cells = [
            issue or named,
            (approach if indicator or issue else []) + self.content(measure + "/method"),
            self.content(measure + "/responsible"),
            self.dates(measure),
            self.several(measure, "reporting", "monitoring", *RESULTS) + self.choice(measure + "/status"),
        ]
        return row_of(cells, measure, table)


def item_numbers(block):
    """Numbers of an ordered list: a number given by hand stands, the next goes on from it."""
    numbers, following = [], block.get("start", 1)
    for item in block["ol"]:
        number = item.get("number", following) if isinstance(item, dict) else following
        numbers.append(number)
        following = number + 1
    return numbers
