#!/usr/bin/python3
"""Brings the faces that real_fonts.txt pins, by version and hash, into a folder for each family: TH faces that offices
have, Google's Sarabun in all its weights, Noto Sans Thai as a variable font. For the tests alone.

    real_fonts.py FOLDER
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

PINS = pathlib.Path(__file__).resolve().parent / "real_fonts.txt"
# Of a package: its own name, the faces that are taken, the folder they come into.
TAKEN = {"odoo_addon_l10n_th_fonts": (r"TH[^/]*\.ttf", "th"), "fontpkg_sarabun": (r"Sarabun-[^/]*\.ttf", "sarabun"),
         "fontpkg_noto_sans_thai": (r"NotoSansThai[^/]*\.ttf", "noto")}


def take(wheel, folder):
    pattern, family = TAKEN[wheel.name.split("-")[0]]
    target = folder / family
    target.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            file = name.rsplit("/", 1)[-1]
            if re.fullmatch(pattern, file):
                (target / file).write_bytes(archive.read(name))


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit("usage: real_fonts.py FOLDER")
    folder = pathlib.Path(sys.argv[1])
    stamp = folder / "installed"
    if stamp.is_file() and stamp.read_bytes() == PINS.read_bytes():
        return
    for _, family in TAKEN.values():
        shutil.rmtree(folder / family, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as wheels:
        subprocess.run(["pip3", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes",
                        "--disable-pip-version-check", "--dest", wheels, "--requirement", str(PINS)], check=True)
        for wheel in sorted(pathlib.Path(wheels).glob("*.whl")):
            take(wheel, folder)
    stamp.write_bytes(PINS.read_bytes())


main()
