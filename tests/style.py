#!/usr/bin/python3
"""clang-format and clang-tidy decide; this asks them.

    style.py format SOURCE_FOLDER
    style.py tidy SOURCE_FOLDER BUILD_FOLDER    (needs compile_commands.json)

Exit 0 clean, 1 findings, 2 the tool is missing.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys

VERSION = 14


def tool(name):
    path = shutil.which(f"{name}-{VERSION}")
    if path is None:
        print(f"{name}-{VERSION} is not there: install the package {name}-{VERSION}")
        sys.exit(2)
    return path


def sources(source, folders, suffixes):
    found = [path for folder in folders for path in (source / folder).rglob("*") if path.suffix in suffixes]
    return sorted(str(path) for path in found)


def check_format(source):
    files = sources(source, ("src", "tests", "examples"), (".h", ".hpp", ".c", ".cpp"))
    result = subprocess.run([tool("clang-format"), "--dry-run", "-Werror", *files], capture_output=True, text=True)
    print(result.stderr[-8000:], end="")
    print(f"clang-format: {len(files)} files, {'clean' if result.returncode == 0 else 'not clean'}")
    return result.returncode == 0


def commands_without_prefix(build):
    """A folder with the build's compile commands, less the compiler's own precompiled header, which clang cannot read."""
    text = (pathlib.Path(build) / "compile_commands.json").read_text(encoding="utf-8")
    folder = pathlib.Path(build) / "tidy"
    folder.mkdir(exist_ok=True)
    (folder / "compile_commands.json").write_text(re.sub(r" -Winvalid-pch -include \S+cmake_pch\.hxx", "", text), encoding="utf-8")
    return str(folder)


def check_tidy(source, build):
    clang_tidy = tool("clang-tidy")
    commands = commands_without_prefix(build)
    files = sources(source, ("src",), (".cpp",))

    def run(path):
        done = subprocess.run([clang_tidy, "-p", commands, "--quiet", "--extra-arg=-Wno-unknown-warning-option", path], capture_output=True, text=True)
        return path, done.returncode, done.stdout

    bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, code, output in pool.map(run, files):
            if code != 0:
                bad += 1
                print(output[-4000:])
    print(f"clang-tidy: {len(files)} files, {bad} with findings")
    return bad == 0 and len(files) > 0


def main():
    source = pathlib.Path(sys.argv[2])
    good = check_format(source) if sys.argv[1] == "format" else check_tidy(source, sys.argv[3])
    sys.exit(0 if good else 1)


main()
