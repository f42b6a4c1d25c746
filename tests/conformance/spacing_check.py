#!/usr/bin/python3
"""The spaces of the data in both papers: as many as were typed, and where they were typed.

    spacing_check.py KRUT SOURCE_FOLDER

Renders a memo whose paragraphs hold each rule of Thai spacing (two spaces, ๆ with and without one, ฯ, ฯลฯ, …). In the
PDF the gaps between the boxes of the words are measured, and MuPDF's text must have each line as typed; in the DOCX the
text is compared, and that it says xml:space="preserve" where a reader would else drop a space. There a space that holds
ๆ or ฯลฯ to the word before it is one at which no line breaks, and no other is. Exits 1 when one differs.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

import kit

ROWS = [
    ("two spaces between a label and its value", "เรียน  นายกเทศมนตรีตำบลดอยสนธยา"),
    ("two spaces before a new matter", "ประชุมแล้วเสร็จ  จึงรายงานผล"),
    ("one space within a matter", "กองคลัง กองช่าง กองการศึกษา"),
    ("three spaces are three", "ลำดับ   รายการ"),
    ("mai yamok between spaces", "ช่องทางต่าง ๆ ของหน่วยงาน"),
    ("mai yamok glued", "ช่องทางต่างๆ ของหน่วยงาน"),
    ("paiyannoi: none before, one after", "สำนักปลัดฯ และกองคลัง"),
    ("and so on: one before, one after", "โต๊ะ เก้าอี้ ฯลฯ ครบถ้วน"),
    ("parentheses: outside, not inside", "แบบวัดภายใน (IIT) และแบบวัดภายนอก"),
    ("quotation marks: outside, not inside", "ใช้คำว่า “ระบบงาน” แทน"),
    ("an abbreviation and what follows", "เดือน มี.ค. ถึงเดือน พ.ค. นี้"),
    ("an era with a space", "พ.ศ. ๒๕๖๖ เป็นต้นไป"),
    ("an era without", "พ.ศ.๒๕๖๖ เป็นต้นไป"),
    ("a given name and a surname", "นายก้องภพ แสงเหนือ"),
    ("a place after ณ", "ประชุม ณ ห้องประชุมใหญ่"),
    ("words of two scripts", "ผ่าน Website  และ E-service ของกอง"),
]
SIZE = 16.0
SPACE = 0.216 * SIZE  # of TH SarabunPSK and its kin, FORMS.md 7.1
TOLERANCE = 0.35
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


def memo(source):
    data = json.loads((source / "examples/memo.json").read_text(encoding="utf-8"))
    data["memo"]["body"] = [text for _, text in ROWS]
    return data


def words_of(pdf):
    """(left, right, foot, text) of each word, in the order of the text."""
    shown = subprocess.run(["pdftotext", "-bbox", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    unescape = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
    words = []
    for left, right, foot, text in WORD.findall(shown):
        piece = (float(left), float(right), float(foot), re.sub("&[a-z]+;", lambda m: unescape[m[0]], text))
        last = words[-1] if words else None
        if last and last[2] == piece[2] and abs(piece[0] - last[1]) < SPACE / 4:  # poppler parts words at some marks
            words[-1] = (last[0], piece[1], piece[2], last[3] + piece[3])
        else:
            words.append(piece)
    return words


def place_of(words, pieces, start):
    """Where the pieces stand as words one after the other, or None."""
    for at in range(start, len(words) - len(pieces) + 1):
        if [word[3] for word in words[at:at + len(pieces)]] == pieces:
            return at
    return None


def check_pdf(pdf):
    words, faults, at = words_of(pdf), [], 0
    shown = subprocess.run(["mutool", "draw", "-q", "-F", "txt", str(pdf)], check=True, capture_output=True, text=True)
    lines = [line.rstrip(" ") for line in shown.stdout.splitlines()]
    for rule, text in ROWS:
        if text not in lines:
            faults.append(f"PDF, {rule}: MuPDF reads no line {text!r}")
        pieces = re.split(" +", text)
        found = place_of(words, pieces, at)
        if found is None:
            faults.append(f"PDF, {rule}: {text!r} is not there word by word")
            continue
        for i, spaces in enumerate(re.findall(" +", text)):
            gap = words[found + i + 1][0] - words[found + i][1]
            if abs(gap - len(spaces) * SPACE) > TOLERANCE:
                faults.append(f"PDF, {rule}: {len(spaces)} spaces behind {pieces[i]!r} are {gap:.2f} pt wide, "
                              f"not {len(spaces) * SPACE:.2f}")
        at = found + len(pieces)
    return faults


def check_docx(docx):
    body = tree.fromstring(zipfile.ZipFile(docx).read("word/document.xml"))
    paragraphs, faults = {}, []
    for paragraph in body.iter(W + "p"):
        texts = list(paragraph.iter(W + "t"))
        paragraphs["".join(each.text or "" for each in texts)] = texts
    paragraphs = {kit.with_plain_spaces(said): texts for said, texts in paragraphs.items()}
    for rule, text in ROWS:
        if text not in paragraphs:
            faults.append(f"DOCX, {rule}: no paragraph says {text!r}")
            continue
        for each in paragraphs[text]:
            if (each.text != each.text.strip() or "  " in each.text) and each.get(PRESERVE) != "preserve":
                faults.append(f"DOCX, {rule}: {each.text!r} would lose a space")
    return faults


def main():
    if len(sys.argv) != 3 or any(word.startswith("-") for word in sys.argv[1:]):
        raise SystemExit(__doc__)
    krut, source = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "spaces.json"
        data.write_text(json.dumps(memo(source), ensure_ascii=False), encoding="utf-8")
        subprocess.run([krut, "render", str(data), "-o", folder + "/"], check=True, stdout=subprocess.DEVNULL)
        faults = check_pdf(data.with_suffix(".pdf")) + check_docx(data.with_suffix(".docx"))
    for fault in faults:
        print(fault)
    print(f"{len(ROWS)} rules of spacing in PDF and DOCX, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
