#!/usr/bin/python3
"""Renders each data file several times under different conditions; the bytes must not differ.

    determinism.py KRUT DATA.json [...]

Folder, time zone, locale, user folder and number of processors differ from run to run, and SOURCE_DATE_EPOCH is given
in all of them, then in none.
"""
import argparse
import hashlib
import os
import sys
import tempfile
import time

import kit

CONDITIONS = [
    {"TZ": "UTC", "LC_ALL": "C", "LANG": "C"},
    {"TZ": "Asia/Bangkok", "LC_ALL": "th_TH.UTF-8", "LANG": "th_TH.UTF-8"},
    {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8", "MALLOC_PERTURB_": "165"},
]
EPOCH = "1680307200"
PAUSE_SECONDS = 1.1  # so that a clock read in whole seconds shows


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def render(krut, data, condition, epoch):
    """Renders in a fresh folder; {name of output: digest}. The data is read from its own folder, for its images."""
    environment = dict(os.environ, **condition)
    environment.pop("SOURCE_DATE_EPOCH", None)
    if epoch is not None:
        environment["SOURCE_DATE_EPOCH"] = epoch
    with tempfile.TemporaryDirectory() as folder:
        environment["HOME"] = folder
        done = kit.run(krut, "render", data, "-o", folder + os.sep, env=environment, cwd=folder)
        made = {name: digest(os.path.join(folder, name)) for name in sorted(os.listdir(folder))
                if os.path.isfile(os.path.join(folder, name))}
    if done.code != 0:
        raise RuntimeError("krut ended with {}: {}".format(done.code, done.err.strip()))
    return made


def check(krut, data, epoch, findings):
    name = "{} {}".format(os.path.basename(data), "with SOURCE_DATE_EPOCH" if epoch else "without")
    runs = []
    for number, condition in enumerate(CONDITIONS):
        if number:
            time.sleep(PAUSE_SECONDS)
        try:
            runs.append(render(krut, data, condition, epoch))
        except (RuntimeError, OSError) as problem:
            findings.add(name, kit.short(str(problem), 120), False)
            return
    outputs = sorted(set(output for run in runs for output in run))
    for kind in (".pdf", ".docx"):
        if not any(output.endswith(kind) for output in outputs):
            findings.add(name, "no {} was made".format(kind), False)
    for output in outputs:
        digests = [run.get(output, "missing") for run in runs]
        findings.add("{}  {}".format(name, output), "{} runs, {}".format(len(runs), ", ".join(
            sorted({value[:16] for value in digests}))), len(set(digests)) == 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("krut")
    parser.add_argument("data", nargs="+")
    arguments = parser.parse_args()
    krut = os.path.abspath(kit.need_file(arguments.krut))
    findings = kit.Findings("same bytes every time")
    for data in arguments.data:
        for epoch in (EPOCH, None):
            check(krut, os.path.abspath(kit.need_file(data)), epoch, findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
