#!/usr/bin/python3
"""Writes random reports that fit a schema, for checks that want many different papers.

    random_reports.py SCHEMA.json LAYOUT COUNT FOLDER

FOLDER/LAYOUT-1.json, …, and two images that some of them show. The same arguments give the same bytes on every machine.
"""
import argparse
import datetime
import json
import os
import random
import struct
import zlib

WORDS = """งาน ระบบ บริการ ประชาชน โครงการ รายงาน ผล ตรวจสอบ กำหนด สำนักงาน เจ้าหน้าที่ ผู้รับผิดชอบ น้ำ ค่ำ ซ้ำซ้อน ทั้งนี้ ต่าง ๆ ฯลฯ
ปีงบประมาณ พ.ศ. ๒๕๖๖ ร้อยละ ๙๙.๙% จำนวน ๑,๒๓๔ บาท (๑) ครั้งที่ ๒/๒๕๖๖ เปิดเผย ข้อมูล ข่าวสาร สาธารณะ ป้องกัน การทุจริต โปร่งใส คุณธรรม
เผยแพร่ เว็บไซต์ Website e-Service One Stop Service ITA QR Code ผู้ที่ อยู่ ใกล้ ที่สุด ศักดิ์สิทธิ์ อื้อฮือ ปั๊ม ฟื้นฟู ญู ฐู ฤๅษี “อ้างอิง” –
องค์การบริหารส่วนตำบล หมู่บ้าน ชุมชน ประชุม อบรม ติดตาม ประเมินผล ปรับปรุง ขั้นตอน คู่มือ แบบคำขอ ระยะเวลา ค่าธรรมเนียม ช่องทาง""".split()
JOINTS = ["", "", "", " "]
IMAGES = ["emblem.svg", "photo.png"]
SVG = ('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="110" viewBox="0 0 100 110"><path d="M50 5 L95 105 H5 Z" '
       'fill="#842"/><circle cx="50" cy="70" r="20" fill="none" stroke="#248" stroke-width="4"/></svg>')
SIZES = [300, 1500, 4000, 8000, 14000]  # characters after which only what is required is given
DEEPEST = 9       # levels of the data below which only what is required is given
LONGEST_LIST = 5  # elements more than required
SOME, MOST = 0.35, 0.8  # how often an optional key is given: deep in the data, and near its top


def png():
    rows = b"".join(b"\0" + b"".join(bytes((x * 8, y * 8, 128)) for x in range(32)) for y in range(32))
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 32, 32, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks)


class Maker:
    """Makes values of a schema (JSON Schema, draft 7, as far as the layouts use it)."""

    def __init__(self, schema, layout, seed):
        self.schema, self.layout = schema, layout
        self.dice = random.Random("{} {}".format(layout, seed))
        self.left = self.dice.choice(SIZES)

    def resolved(self, schema):
        while "$ref" in schema:
            found = self.schema
            for step in schema["$ref"].lstrip("#/").split("/"):
                found = found[step]
            schema = {**{key: value for key, value in schema.items() if key != "$ref"}, **found}
        return schema

    def value(self, schema, key, depth):
        schema = self.resolved(schema)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.dice.choice(schema["enum"])
        if "anyOf" in schema and "properties" not in schema:
            alternatives = [each for each in schema["anyOf"] if not self.has_form(each)]
            return self.value(self.dice.choice(alternatives[:1] if depth > DEEPEST else alternatives), key, depth)
        kind = "object" if "properties" in schema else schema.get("type", "string")
        return getattr(self, kind)(schema, key, depth)

    def object(self, schema, _, depth):
        made = {}
        required = schema.get("required", []) + self.dice.choice(schema.get("anyOf", [{}])).get("required", [])
        for key, part in schema.get("properties", {}).items():
            share = 0 if depth > DEEPEST or self.left < 0 else SOME if depth > 3 else MOST
            if key == "$schema" or not set(part) - {"description"} or self.has_form(part):
                continue
            if key in required or self.dice.random() < share:
                made[key] = self.value(part, key, depth + 1)
        if made.get("mode") == "image":
            made["image"] = self.dice.choice(IMAGES)
            made.setdefault("alternative_text", "ตราของหน่วยงาน")
        for key in self.wanted_beside(schema, made):
            made.setdefault(key, self.value(schema["properties"][key], key, depth + 1))
        if made.keys() >= {"from", "to"}:
            made["from"], made["to"] = sorted([made["from"], made["to"]])
        if "head" in made.keys() | schema["properties"].keys() and "groups" in made:
            self.square(made)
        return made

    @staticmethod
    def wanted_beside(schema, made):
        """The keys that an `if` of keys asks for."""
        condition = schema.get("if", {})
        if condition.keys() != {"required"}:
            return []
        return schema.get("then" if made.keys() >= set(condition["required"]) else "else", {}).get("required", [])

    def square(self, table):
        """Makes every row of a free table as wide as the others: cells that span would have to fit one another."""
        width = self.dice.randint(1, 6)
        table.update(columns=[{} for _ in range(width)], column_count=width)
        rows = table.get("head", []) + [row for group in table["groups"] for row in group["rows"]]
        for row in rows:
            lack = {"text": ""} if row in table.get("head", []) else {}
            cells = [{key: value for key, value in cell.items() if key not in ("columns", "rows")} for cell in row["cells"]]
            row["cells"] = (cells + [dict(lack) for _ in range(width)])[:width]

    def has_form(self, schema):
        """Whether a text must match a pattern: none is made for those, which say nothing that is printed."""
        schema = self.resolved(schema)
        return "pattern" in schema and "format" not in schema or isinstance(schema.get("items"), dict) and self.has_form(schema["items"])

    def array(self, schema, key, depth):
        least = schema.get("minItems", 0)
        more = 0 if self.left < 0 else 1 if depth > DEEPEST else LONGEST_LIST
        most = min(schema.get("maxItems", least + more), least + more)
        if "items" not in schema:
            return []
        return [self.value(schema["items"], key, depth + 1) for _ in range(self.dice.randint(least, most))]

    def string(self, schema, key, _):
        if schema.get("format") == "date":
            return str(datetime.date(2019, 1, 1) + datetime.timedelta(days=self.dice.randrange(3000)))
        if schema.get("format") == "decimal":
            return "{:.2f}".format(self.dice.uniform(0, 100))
        if key in ("image", "photo"):
            return self.dice.choice(IMAGES)
        if key == "layout":
            return self.layout
        text = self.text(2 if self.left < 0 else self.dice.choice([2, 3, 5, 8, 20, 60]))
        self.left -= len(text)
        return text

    def text(self, count):
        return "".join(word + self.dice.choice(JOINTS) for word in self.dice.choices(WORDS, k=count)).strip()

    def integer(self, schema, *_):
        return self.dice.randint(schema.get("minimum", 1), min(schema.get("maximum", 30), schema.get("minimum", 1) + 30))

    def number(self, schema, *_):
        return self.integer(schema)

    def boolean(self, *_):
        return self.dice.random() < 0.5


def report(schema, layout, seed):
    made = Maker(schema, layout, seed).value(schema, "", 0)
    return {**made, "layout": layout}


def write_images(folder):
    """What `IMAGES` names, in a folder that need not be there."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, IMAGES[0]), "w", encoding="utf-8") as out:
        out.write(SVG)
    with open(os.path.join(folder, IMAGES[1]), "wb") as out:
        out.write(png())


def write(schema, layout, count, folder):
    """The paths of `count` reports."""
    write_images(folder)
    paths = []
    for number in range(1, count + 1):
        paths.append(os.path.join(folder, "{}-{}.json".format(layout.replace("/", "-"), number)))
        with open(paths[-1], "w", encoding="utf-8") as out:
            json.dump(report(schema, layout, number), out, ensure_ascii=False, indent=1)
    return paths


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("schema")
    parser.add_argument("layout")
    parser.add_argument("count", type=int)
    parser.add_argument("folder")
    given = parser.parse_args()
    with open(given.schema, encoding="utf-8") as file:
        write(json.load(file), given.layout, given.count, given.folder)


if __name__ == "__main__":
    main()
