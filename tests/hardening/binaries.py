"""What a linked file says of itself, as readelf tells it."""
import pathlib
import re
import subprocess


def is_elf(path):
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF"


def linked_files(folder):
    """Every program and shared library below a folder, links left out."""
    return sorted(path for path in pathlib.Path(folder).rglob("*")
                  if path.is_file() and not path.is_symlink() and is_elf(path) and path.suffix not in (".o", ".gch"))


def readelf(path, *options):
    return subprocess.run(["readelf", "-W", *options, str(path)], check=True, capture_output=True, text=True).stdout


def run_paths(path):
    """The folders where it looks for libraries, each as written."""
    found = re.findall(r"\((?:RPATH|RUNPATH)\).*\[(.*)\]", readelf(path, "-d"))
    return [folder for text in found for folder in text.split(":")]


def needed(path):
    return re.findall(r"\(NEEDED\).*\[(.*)\]", readelf(path, "-d"))
