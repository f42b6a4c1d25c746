#!/usr/bin/python3
"""Tries the comparison of pictures on pages with one fault each, and on one that another rasteriser might have made.

    pictures_test.py KRUT SOURCE_FOLDER

A line moved by 1 mm, a lost ่, a missing rule beside one cell and an unticked box must be found; dots that are one grey
lighter or darker here and there must not.
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import pictures

MOVED = round(pictures.RESOLUTION / 25.4)  # dots of a millimetre
INK = 128
WORD = re.compile("[ก-ฮ]่[ก-๙]{4,8}")
MOST_MARKS = 8
NOISY = 0.001  # share of dots that a rasteriser may make otherwise


def rendered(krut, data, folder):
    pdf = pathlib.Path(folder) / "page.pdf"
    subprocess.run([krut, "render", str(data), "-o", str(pdf)], check=True, capture_output=True)
    return pdf


def with_changed_data(krut, source, example, change):
    """The kept page of an example whose data was changed."""
    text = (source / "examples" / (example + ".json")).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "changed.json"
        data.write_text(change(text), encoding="utf-8")
        return pictures.page_picture(rendered(krut, data, folder), pictures.PAGES[example])


def inked_rows(picture):
    """[(first row, row behind the last)] of every stretch of rows with ink."""
    width, dots, rows = picture.width, picture.tobytes(), []
    for row in range(picture.height):
        if min(dots[row * width:(row + 1) * width]) >= INK:
            continue
        if rows and rows[-1][1] == row:
            rows[-1][1] = row + 1
        else:
            rows.append([row, row + 1])
    return rows


def with_moved_line(picture):
    """A line of text in the middle of the page, a millimetre lower."""
    lines = [(top, bottom) for top, bottom in inked_rows(picture) if 8 < bottom - top < 24]
    top, bottom = lines[len(lines) // 2]
    moved, line = picture.copy(), picture.crop((0, top, picture.width, bottom))
    moved.paste(255, (0, top, picture.width, bottom))
    moved.paste(line, (0, top + MOVED))
    return moved


def without_rule(picture):
    """Without the stretch of a horizontal rule, as wide as a narrow cell, that is darkest."""
    wide, dots = pictures.RESOLUTION // 2, picture.tobytes()
    places = [(sum(dots[row * picture.width + left:row * picture.width + left + wide]), row, left)
              for row in range(picture.height) for left in range(0, picture.width - wide, wide)]
    _, row, left = min(places)
    bare = picture.copy()
    bare.paste(255, (left, row - 1, left + wide, row + 2))
    return bare


def with_other_dots(picture):
    """A few dots one grey lighter or darker, as rasterisers differ."""
    dice, other = random.Random(1), picture.copy()
    for _ in range(int(NOISY * picture.width * picture.height)):
        place = dice.randrange(picture.width), dice.randrange(picture.height)
        grey = picture.getpixel(place) + dice.choice((-pictures.STEP, pictures.STEP))
        other.putpixel(place, min(255, max(0, grey)))
    return other


def lost_marks(krut, source, kept):
    """(word, the page without its ่) for some words of the memo's text."""
    text = (source / "examples" / "memo-report.json").read_text(encoding="utf-8")
    memo = json.loads(text)["memo"]
    words = [word for word in WORD.findall(memo["reason"] + memo["purpose"]) if text.count(word) == 1]
    for word in words[:MOST_MARKS]:
        yield word, with_changed_data(krut, source, "memo-report", lambda text, word=word: text.replace(word, word[0] + word[2:]))


def unticked(text):
    """No measure of the list is done any more."""
    return re.sub(r'"status": *"[a-z_]+"', '"status": "not_started"', text)


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    krut, source = sys.argv[1], pathlib.Path(sys.argv[2])
    kept = {example: with_changed_data(krut, source, example, str) for example in pictures.PAGES}
    tried = [("a line moved by 1 mm on " + example, page, with_moved_line(page), True)
             for example, page in kept.items() if example in ("memo-report", "letter")]
    tried += [("a missing rule on " + example, kept[example], without_rule(kept[example]), True)
              for example in ("grouped-measures", "score-analysis", "progress-checklist")]
    tried += [("a ่ lost from " + word, kept["memo-report"], page, True) for word, page in lost_marks(krut, source, kept)]
    tried.append(("boxes unticked", kept["progress-checklist"], with_changed_data(krut, source, "progress-checklist", unticked), True))
    tried += [("other dots on " + example, page, with_other_dots(page), False) for example, page in kept.items()]
    faults = 0
    for what, page, other, is_fault in tried:
        found = pictures.difference(page, other)
        passed = bool(found) == is_fault
        faults += not passed
        print("{}: {}{}".format(what, pictures.told(found) if found else "no difference", "" if passed else "  FAIL"))
    lost = sum(what.startswith("a ่") for what, *_ in tried)
    print("{} of {} as they should be, {} lost marks among them".format(len(tried) - faults, len(tried), lost))
    return 1 if faults or lost < MOST_MARKS else 0


if __name__ == "__main__":
    sys.exit(main())
