#!/usr/bin/python3
"""Who may include whom: the table of the house, and a reading of every #include under src/ against it.

    layers.py SOURCE_FOLDER

Prints each offence as file:line and exits 1 when there is one.
"""
import pathlib
import re
import sys

# room: (rooms it may use, outside headers it alone may use)
ROOMS = {
    "base": (set(), ("xxhash.h",)),
    "xml": (set(), ("libxml/",)),
    "model": ({"base"}, ()),
    "picture": ({"base", "xml"}, ("cairo", "librsvg/", "libxml/", "png.h", "turbojpeg.h", "zlib.h")),
    "data": ({"base"}, ("nlohmann/", "re2/")),
    "layout": ({"base", "data", "model", "picture", "xml"}, ("libxml/",)),
    "text": ({"base", "model"}, ("hb.h", "hb-ot.h", "hb-subset.h", "ft2build.h", "freetype/")),
    "typeset": ({"base", "model", "text"}, ()),
    "pdf": ({"base", "model", "picture", "text"}, ("hpdf", "hb.h", "hb-ot.h", "hb-subset.h", "libdeflate.h")),
    "docx": ({"base", "model", "xml"}, ("libxml/", "libdeflate.h", "zip.h")),
    "readback": ({"base", "data", "model", "xml"}, ("libxml/", "libdeflate.h", "zip.h")),
    "krut": ({"base", "data", "docx", "layout", "model", "pdf", "picture", "readback", "text", "typeset"}, ()),
    "cli": ({"krut"}, ("CLI/", "mimalloc.h")),
}
# What the public face shows to a room that may use it, and nothing else of it.
PUBLIC = {"krut/krut.hpp", "krut/krut.h"}
# What every room may use beside the standard library: the operating system, at the edges only.
SYSTEM = {"base": ("dirent.h", "fcntl.h", "poll.h", "sys/", "unistd.h"),
          "cli": ("fcntl.h", "link.h", "linux/", "signal.h", "sys/", "unistd.h"), "krut": ("dlfcn.h",),
          "picture": ("fcntl.h", "poll.h", "signal.h", "spawn.h", "sys/", "unistd.h")}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')
STANDARD = re.compile(r"^[a-z_]+$|^std(def|int)\.h$")  # <vector>, <cstdint>; of C, what a C header needs
FOREIGN = tuple(prefix for _, outside in ROOMS.values() for prefix in outside)


def offence(room, mark, name):
    """Why a file of `room` must not include `name`, or None."""
    uses, outside = ROOMS[room]
    if mark == '"':
        target = name.split("/")[0]
        if "/" not in name or target not in ROOMS:
            return "is not written as \"room/file.h\""
        if target == room:
            return None
        if target not in uses:
            return f"{room} may not use {target}"
        if room == "cli" and name not in PUBLIC:
            return "the command line walks through the public door only"
        return None
    if STANDARD.match(name):
        return None
    if name.startswith(outside) or name.startswith(SYSTEM.get(room, ("\0",))):
        return None
    if name.startswith(FOREIGN):
        return f"<{name}> is at home elsewhere"
    return f"<{name}> is not in the table"


def main():
    source = pathlib.Path(sys.argv[1])
    faults, files = [], 0
    for path in sorted((source / "src").rglob("*")):
        if path.suffix not in (".h", ".hpp", ".cpp"):
            continue
        files += 1
        room = path.relative_to(source / "src").parts[0]
        if room not in ROOMS:
            faults.append(f"{path}: {room} is no room of the house")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            reason = offence(room, *found.groups()) if found else None
            if reason is None and found and path.suffix == ".h" and found[2].startswith(ROOMS[room][1] or ("\0",)):
                # An outside library may show in a room's inner headers only where no other room includes them.
                users = [other for other in (source / "src").rglob("*.*")
                         if other.suffix in (".h", ".hpp", ".cpp") and other.relative_to(source / "src").parts[0] != room
                         and f'"{path.relative_to(source / "src").as_posix()}"' in other.read_text(encoding="utf-8")]
                if users:
                    reason = f"a header that {users[0].name} includes shows an outside library"
            if reason:
                faults.append(f"{path.relative_to(source)}:{number}: {reason}: {line.strip()}")
    for fault in faults:
        print(fault)
    print(f"{files} files read, {len(faults)} offences")
    sys.exit(1 if faults or files == 0 else 0)


main()
