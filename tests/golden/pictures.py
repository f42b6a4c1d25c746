"""Pictures of a few pages, and how a page of now is held against its picture.

A picture is the page at 80 dots an inch in four greys, 12 to 20 KiB. Both pictures are blurred over three by three dots, and
the page differs where any dot then differs by more than `MOST` of 255. Losing the smallest mark, ่ at 14 pt, makes 29 or more;
a dot that another rasteriser makes one grey lighter or darker, 9.4: two of those side by side are passed over, three are not.
"""
import io
import subprocess
from collections import namedtuple

from PIL import Image, ImageChops, ImageFilter

PAGES = {"memo-report": 1, "grouped-measures": 3, "score-analysis": 1, "letter": 1, "progress-checklist": 7}  # one an example
RESOLUTION = 80  # dots an inch; at 72 the mark ่ of 14 pt cannot be told from the greys' own steps
GREYS = 4
STEP = 255 // (GREYS - 1)
MOST = 24

Difference = namedtuple("Difference", "dots left top right bottom")  # millimetres from the page's top left corner


def page_picture(pdf, page):
    """A page as it is kept."""
    done = subprocess.run(["pdftoppm", "-gray", "-r", str(RESOLUTION), "-f", str(page), "-l", str(page), str(pdf)],
                          stdout=subprocess.PIPE, check=True)
    picture = Image.open(io.BytesIO(done.stdout)).convert("L")
    return picture.point(lambda grey: (grey + STEP // 2) // STEP * STEP)


def write(picture, path):
    kept = Image.new("P", picture.size)
    kept.putdata([grey // STEP for grey in picture.getdata()])
    kept.putpalette([level * STEP for level in range(GREYS) for _ in range(3)])
    kept.save(path, "PNG", optimize=True, bits=2)


def read(path):
    with Image.open(path) as picture:
        return picture.convert("L")


def difference(kept, now):
    """Where two pictures differ; nothing when they do not."""
    if kept.size != now.size:
        return Difference(now.width * now.height, 0, 0, in_millimetres(now.width), in_millimetres(now.height))
    blurred = (picture.filter(ImageFilter.BoxBlur(1)) for picture in (kept, now))
    differing = ImageChops.difference(*blurred).point(lambda grey: 255 if grey > MOST else 0)
    box = differing.getbbox()
    return box and Difference(differing.histogram()[255], *(in_millimetres(side) for side in box))


def in_millimetres(dots):
    return dots * 25.4 / RESOLUTION


def told(found):
    return "{} dots differ, {:.0f} to {:.0f} mm from the left, {:.0f} to {:.0f} mm from the top".format(
        found.dots, found.left, found.right, found.top, found.bottom)
