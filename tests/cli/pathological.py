"""Data that is hard work, for tests of deadlines and bounds: each of them is valid."""
import json
import pathlib
import subprocess
import sys

SENTENCE = "องค์การบริหารส่วนตำบลดำเนินการประชาสัมพันธ์ขั้นตอนการให้บริการแก่ผู้มาติดต่ออย่างทั่วถึง "


def memo(source):
    return json.loads((source / "examples/memo.json").read_text(encoding="utf-8"))


def long_paragraph(source, size=5_000_000):
    """A memo whose one paragraph has `size` bytes."""
    data = memo(source)
    data["memo"]["body"] = [SENTENCE * (size // len(SENTENCE.encode()))]
    return data


def table(rows, columns):
    """A table of so many rows and columns."""
    return {"layout": "tables", "name": "ตารางใหญ่", "author": "เทศบาล", "parts": [{"orientation": "landscape", "chapters": [{
        "title": ["ตารางใหญ่"], "heading": "ภาพรวม", "tables": [{
            "caption": "ตารางที่ 1", "column_count": columns,
            "head": [{"cells": [{"text": "ก"} for _ in range(columns)]}],
            "groups": [{"rows": [{"cells": [{"content": "ข้อ {}".format(row)} for _ in range(columns)]}
                                 for row in range(rows)]}]}]}]}]}


def measures(source, count, path):
    """What tests/data/make_measures.py makes."""
    with open(path, "wb") as out:
        subprocess.run([sys.executable, str(source / "tests/data/make_measures.py"), str(count)], stdout=out, check=True)
    return path


def written(data, path):
    pathlib.Path(path).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path
