"""The tables of random documents: spans, groups, heads of several levels, rows of the data."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "conformance"))
import kit  # noqa: E402
from printer import Row  # noqa: E402

CONTINUED = " (ต่อ)"
NARROWEST_COLUMN = 16  # millimetres
MOST_COLUMNS = 6
GROUPS = {"type": "array", "items": {"type": "object", "properties": {
    "name": {"type": "string"},
    "rows": {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}}}}}


class TableMaker:
    """What of a maker of documents makes its tables."""

    def table(self, parent):
        table = self.add(parent, "table")
        table.set("title", "ตารางสุ่ม")
        self.some(table, style=self.dice.choice(self.styles), padding="0 1.2mm 0.5mm",
                  rule=self.dice.choice(["0", "0.5pt", "1pt"]))
        of_data = self.one_in(3)
        columns = 3 if of_data else self.dice.randint(1, max(1, min(MOST_COLUMNS, self.room // NARROWEST_COLUMN)))
        if of_data or not self.one_in(5):
            table.set("widths", " ".join(self.width(columns) for _ in range(columns)))
        if self.one_in(4):
            heading = self.repeated_text(4)
            self.words.add(kit.squeeze(heading))
            self.add(table, "continued-heading", self.said(heading))
        self.tables += 1
        parts = self.head(table, columns)
        parts += self.rows_of_data(table, columns) if of_data else self.written_rows(table, columns)
        if self.one_in(4):
            parts += self.grid(self.add(table, "foot"), columns, self.dice.randint(1, 2))
        return parts

    def width(self, columns):
        fixed = "{}mm".format(max(NARROWEST_COLUMN, self.room * 3 // (4 * columns)))
        return self.dice.choice(["1fr", "1.5fr", "content", "content(15mm,60mm)", "content(15mm,80mm,2)"] +
                                [fixed] * (columns < 5))

    def head(self, table, columns):
        levels = self.dice.randint(0, 3)
        if not levels:
            return []
        parts = self.grid(self.add(table, "head"), columns, levels, self.head_cell)
        pieces = [piece for row in parts for cell in row.cells for piece in cell]
        self.words.update(piece.text for piece in pieces)
        return pieces

    def head_cell(self, cell):
        text = self.repeated_text(3)
        cell.text = self.said(text)
        return [self.piece(text)]

    def label(self, parent, columns, continued):
        """A label over the whole width; `continued` is what is added to it over a page, or nothing."""
        text = self.repeated_text(5)
        row = self.add(self.add(parent, "group-head"), "row")
        self.add(row, "cell", self.said(text), span=str(columns))
        if continued:
            self.words.add(kit.squeeze(text + continued))
        return [self.piece(text)]

    def written_rows(self, table, columns):
        parts = []
        for _ in range(self.dice.randint(1, 3)):
            if self.one_in(2):
                parts += self.grid(table, columns, self.dice.randint(1, 5))
                continue
            group = self.add(table, "group")
            continued = self.dice.choice([CONTINUED, None])
            group.set("continued", continued or "silent")
            parts += self.label(group, columns, continued) if not self.one_in(4) else []
            parts += self.grid(group, columns, self.dice.randint(1, 5))
        return parts

    def grid(self, parent, columns, count, fill=None):
        """Rows that fill the columns, with cells over several of both; those that share a cell are one Row to read."""
        reach, parts, open_cells = [0] * columns, [], []
        always_free = self.dice.randrange(columns)  # a column whose cells span no rows, so that every row has a cell
        for number in range(count):
            row = self.add(parent, "row")
            if self.one_in(5) and parent.tag != "head":
                row.set("may-split", "no")
            column = 0
            while column < columns:
                if reach[column]:
                    reach[column] -= 1
                    column += 1
                    continue
                free = next((end for end in range(column, columns) if reach[end]), columns) - column
                span = self.dice.randint(1, free) if self.one_in(6) else 1
                rows = self.dice.randint(1, count - number) if self.one_in(6) else 1
                if column <= always_free < column + span:
                    rows = 1
                reach[column:column + span] = [rows - 1] * span
                column += span
                open_cells.append((fill or self.fill_cell)(self.spanning(row, span, rows)))
            if not any(reach):
                parts.append(Row(open_cells, "/", self.tables))
                open_cells = []
        return parts

    def spanning(self, row, span, rows):
        cell = self.add(row, "cell")
        for name, value in (("span", span), ("rows", rows)):
            if value > 1:
                cell.set(name, str(value))
        self.some(cell, valign=self.dice.choice(["top", "middle", "bottom"]),
                  align=self.dice.choice(["left", "center", "right", "thai-distribute"]))
        return cell

    def fill_cell(self, cell):
        """Text, blocks, or nothing at all."""
        if self.one_in(12):
            return []
        if self.one_in(2):
            text = self.text(self.dice.choice([3, 10, 30, 60]))
            cell.text = self.said(text)
            self.sentences.append(text)
            return [self.piece(text)]
        kinds = [self.paragraph, self.content, self.content, self.choice, self.figure]
        return [piece for _ in range(self.dice.randint(1, 2)) for piece in self.dice.choice(kinds)(cell)]

    def rows_of_data(self, table, columns):
        """Groups and rows that the data repeats, and perhaps a cell beside all rows of its group."""
        groups = [{"name": self.repeated_text(5), "rows": [{"a": self.text(8), "b": self.text(40)} for _ in range(self.dice.randint(1, 8))]}
                  for _ in range(self.dice.randint(1, 4))]
        self.serial += 1
        name, line = "g{}".format(self.serial), "r{}".format(self.serial)
        group = self.add(table, "group", each="{} in {}".format(name, self.value(groups, GROUPS)))
        continued, has_tall_cell = self.dice.choice([CONTINUED, None]), self.one_in(2)
        group.set("continued", continued or "silent")
        head = self.add(self.add(group, "group-head"), "row")
        self.add(head, "cell", "{{ " + name + ".name }}", span=str(columns))
        row = self.add(group, "row", each="{} in {}.rows".format(line, name))
        self.add(row, "cell", "{{ " + line + ".a }}")
        self.add(row, "cell", "{{ " + line + ".b }}")
        self.add(row, "cell", "{{ " + name + ".name }}" if has_tall_cell else "", **({"rows": "all"} if has_tall_cell else {}))
        parts = []
        for made in groups:
            if continued:
                self.words.add(kit.squeeze(made["name"] + continued))
            parts.append(self.piece(made["name"]))
            cells = [[[self.piece(each["a"])], [self.piece(each["b"])]] for each in made["rows"]]
            self.sentences += [text for each in made["rows"] for text in (each["a"], each["b"])]
            if has_tall_cell:
                cells[0].append([self.piece(made["name"])])
                cells = [[cell for each in cells for cell in each]]
            parts += [Row(each, "/", self.tables) for each in cells]
        return parts
