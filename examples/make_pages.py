#!/usr/bin/python3
"""Draws the picture at the head of README.md: two pages of the example report as they render now, side by side.

    make_pages.py KRUT SOURCE_FOLDER PICTURE
"""
import pathlib
import subprocess
import sys
import tempfile

from PIL import Image

EXAMPLE = "examples/memo-report.json"
PAGES = (1, 5)  # the memo, and a table of measures
HEIGHT = 1080  # of a page, in pixels
DRAWN = 4  # times as large, so that each pixel of the picture is a mean of sixteen
DARKENED = 1.6  # thin strokes would else be pale grey at this size
GAP, GAP_GREY = 12, 150
GREYS = 8
MOST_BYTES = 90 << 10


def page_picture(pdf, number, folder):
    stem = folder / f"page-{number}"
    subprocess.run(["pdftoppm", "-f", str(number), "-l", str(number), "-singlefile", "-gray", "-scale-to-y",
                    str(HEIGHT * DRAWN), "-scale-to-x", "-1", str(pdf), str(stem)], check=True)
    with Image.open(f"{stem}.pgm") as drawn:
        small = drawn.resize((drawn.width // DRAWN, HEIGHT), Image.BOX)
    return small.point(lambda grey: 255 - min(255, round((255 - grey) * DARKENED)))


def main():
    if len(sys.argv) != 4 or any(word.startswith("-") for word in sys.argv[1:]):
        raise SystemExit(__doc__)
    krut, source, target = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    with tempfile.TemporaryDirectory() as name:
        pdf = pathlib.Path(name) / "example.pdf"
        subprocess.run([krut, "render", source / EXAMPLE, "-o", pdf], check=True, stdout=subprocess.DEVNULL)
        pages = [page_picture(pdf, number, pathlib.Path(name)) for number in PAGES]
    picture = Image.new("L", (sum(page.width for page in pages) + GAP, HEIGHT), GAP_GREY)
    picture.paste(pages[0], (0, 0))
    picture.paste(pages[1], (pages[0].width + GAP, 0))
    picture.quantize(GREYS).save(target, optimize=True)
    size = target.stat().st_size
    print(f"{target}: {picture.width} x {picture.height} pixels, {size} bytes")
    sys.exit(0 if size <= MOST_BYTES else 1)


main()
