#!/usr/bin/python3
"""Renders a paper of 20 photos as a phone takes them, and prints what it costs and what others say of it.

    photo_paper.py KRUT --verapdf FOLDER [--readers FOLDER] [--count N] [--side N] [--no-libreoffice]

The photos are made here: 12 million dots each, every second one held upright (Exif 6), with the place and a small picture
in their notes. Told: bytes, seconds and memory of `check`, of `render` and of `render --image-dpi 150`; veraPDF; whether
every reader gives the words back; and the photos of the DOCX as LibreOffice shows them, held against those of the PDF.
Exits 0 only when all is right.
"""
import argparse
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time

from PIL import Image, ImageChops, ImageStat

import kit
import readers
import verapdf_check

FLAVOURS = ("3a", "ua1")
GPS, ORIENTATION, UPRIGHT_HELD = 0x8825, 0x0112, 6
MOST_APART = 12  # of 255, on the average over a page that both programs draw
HEADING = "ภาพประกอบการดำเนินงาน"


def photo(number, long_side):
    """Smooth and rough parts, as out of doors; a different colour for each."""
    dice = random.Random(number)
    size = (long_side, long_side * 3 // 4)
    planes = []
    for _ in range(3):
        plane = Image.new("L", size, 0)
        for cells, share in ((4, 0.55), (24, 0.25), (160, 0.14), (long_side // 3, 0.06)):
            rough = Image.frombytes("L", (cells, cells), dice.randbytes(cells * cells)).resize(size, Image.Resampling.BICUBIC)
            plane = ImageChops.add(plane, rough.point(lambda value, share=share: int(value * share)))
        planes.append(plane)
    picture, exif = Image.merge("RGB", planes), Image.Exif()
    if number % 2:
        exif[ORIENTATION] = UPRIGHT_HELD
    exif.get_ifd(GPS)[1] = "N"
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=93, exif=exif.tobytes())
    return out.getvalue() + b"moving picture" * 1_000


def words(count):
    return ["ภาพที่ {} กิจกรรมของหมู่บ้านเกตุแก้ว".format(number) for number in range(1, count + 1)]


def paper(folder, count, side):
    pictures = []
    for number, caption in enumerate(words(count), 1):
        name = "IMG_{:04}.jpg".format(number)
        with open(os.path.join(folder, name), "wb") as file:
            file.write(photo(number, side))
        pictures.append({"image": name, "caption": caption, "alternative_text": "ภาพถ่ายกิจกรรม"})
    data = {"layout": "tables", "parts": [{"chapters": [{"body": "รายงานภาพถ่าย"}]}],
            "photos": [{"heading": HEADING, "pictures": pictures}]}
    path = os.path.join(folder, "photos.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False)
    return path


def measured(*words_of_call):
    """(exit code, what it said, seconds, most MiB of it and of what it started)."""
    begin = time.monotonic()
    said = subprocess.run(["/usr/bin/python3", "-c", METER, *words_of_call], capture_output=True, text=True, check=False)
    code, kib = said.stdout.split()[-2:]
    return int(code), said.stderr, time.monotonic() - begin, int(kib) / 1024


METER = """import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"""


def costs(krut, data, folder, findings):
    for name, command, *options in (("check", "check"), ("as they are", "render"),
                                    ("--image-dpi 150", "render", "--image-dpi", "150")):
        target = [] if command == "check" else ["-o", os.path.join(folder, name.replace(" ", "-").strip("-")) + "/"]
        if target:
            os.makedirs(target[1], exist_ok=True)
        code, told, seconds, mebibytes = measured(krut, command, data, *target, *options, "--lang", "en")
        is_told = "paper.large" in told
        findings.add(name, "{:.2f} s, {:.0f} MiB{}".format(seconds, mebibytes, ", told to be large" if is_told else ""),
                     code == 0 and is_told == (name != "--image-dpi 150"))
        for kind in ("pdf", "docx") if target else ():
            size = os.path.getsize(os.path.join(target[1], "photos." + kind))
            findings.add(name + " " + kind, "{:,} bytes".format(size), True)
    return [os.path.join(folder, name, "photos") for name in ("as-they-are", "image-dpi-150")]


def check_readers(stem, count, folder, findings):
    for reader in (*readers.ALL,):
        text = kit.squeeze("".join(readers.pages(stem + ".pdf", reader, folder)))
        missing = [each for each in words(count) if kit.squeeze(each) not in text]
        findings.add("{} reads {}".format(reader, os.path.basename(os.path.dirname(stem))), "{} of {} captions".format(
            count - len(missing), count), not missing)


def drawn(pdf, folder):
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["pdftoppm", "-r", "36", "-png", pdf, os.path.join(folder, "p")], check=True)
    return [Image.open(os.path.join(folder, name)).convert("RGB") for name in sorted(os.listdir(folder))]


def check_libreoffice(stem, findings):
    """Its pages beside those of the PDF."""
    folder = os.path.dirname(stem)
    subprocess.run(["soffice", "--headless", "-env:UserInstallation=file://" + os.path.abspath(folder) + "/profile", "--convert-to",
                    "pdf", "--outdir", os.path.join(folder, "libreoffice"), stem + ".docx"], check=True, capture_output=True)
    ours = drawn(stem + ".pdf", os.path.join(folder, "ours"))
    theirs = drawn(os.path.join(folder, "libreoffice", "photos.pdf"), os.path.join(folder, "theirs"))
    apart = [sum(ImageStat.Stat(ImageChops.difference(a, b.resize(a.size))).mean) / 3 for a, b in zip(ours, theirs)]
    findings.add("LibreOffice " + os.path.basename(folder), "{} pages beside {}, at most {:.1f} of 255 apart".format(
        len(theirs), len(ours), max(apart)), len(ours) == len(theirs) and max(apart) < MOST_APART)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("krut")
    parser.add_argument("--verapdf", required=True, metavar="FOLDER")
    readers.add_folder(parser)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--side", type=int, default=4_000, help="dots of a photo's longer side")
    parser.add_argument("--keep", metavar="FOLDER", help="where the papers stay")
    arguments = parser.parse_args()
    findings = kit.Findings("photos")
    with tempfile.TemporaryDirectory() as folder:
        folder = arguments.keep or folder
        os.makedirs(folder, exist_ok=True)
        data = paper(folder, arguments.count, arguments.side)
        given = sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder) if name.endswith(".jpg"))
        findings.add("photos", "{} of {:,} bytes in all".format(arguments.count, given), True)
        stems = costs(os.path.abspath(arguments.krut), data, folder, findings)
        jar = verapdf_check.fetch(arguments.verapdf)
        for flavour in FLAVOURS:
            for stem in stems:
                verapdf_check.check(jar, flavour, [stem + ".pdf"], findings)
        for stem in stems:
            check_readers(stem, arguments.count, arguments.readers, findings)
            check_libreoffice(stem, findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
