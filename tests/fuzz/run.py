#!/usr/bin/python3
"""Gives libFuzzer programs their time and prints a table of what came of it: called by run.sh.

    run.py SOURCE_FOLDER SECONDS [TARGET…]
"""
import os
import pathlib
import re
import subprocess
import sys

if len(sys.argv) < 3 or not sys.argv[2].isdigit():
    sys.exit("usage: run.py SOURCE_FOLDER SECONDS [TARGET...]")
SOURCE, SECONDS = pathlib.Path(sys.argv[1]), int(sys.argv[2])
BUILD = SOURCE / "build" / "fuzz"
MOST_MEMORY = 4096   # megabytes: the limits of krut let an honest input take some
LONGEST_INPUT = 30   # seconds, with sanitizers and beside other work
SHORTEST_MINIMISING = 30
KINDS = ("crash", "leak", "timeout", "oom", "slow-unit")


def targets():
    """Each target and the folders of its seeds, as CMake wrote them down."""
    lines = (BUILD / "tests" / "fuzz" / "targets").read_text().splitlines()
    return {name: seeds.split(";") for name, _, seeds in (line.partition(" ") for line in lines)}


def environment():
    suppressions = SOURCE / "tests" / "leaks.txt"
    return dict(os.environ, ASAN_OPTIONS="allocator_may_return_null=1:detect_stack_use_after_return=0",
                LSAN_OPTIONS="suppressions={}:print_suppressions=0".format(suppressions))


def options(name):
    chosen = ["-rss_limit_mb={}".format(MOST_MEMORY), "-timeout={}".format(LONGEST_INPUT), "-print_final_stats=1"]
    dictionary = SOURCE / "tests" / "fuzz" / "dictionaries" / (name + ".dict")
    return chosen + (["-dict={}".format(dictionary)] if dictionary.is_file() else [])


def minimise(program, find):
    """Makes a crash small in place."""
    small = find.with_suffix(".small")
    subprocess.run([program, "-minimize_crash=1", "-max_total_time={}".format(SHORTEST_MINIMISING),
                    "-exact_artifact_path={}".format(small), str(find)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env=environment(), check=False)
    if small.is_file():
        small.replace(find)


def last(pattern, text, default=0):
    found = re.findall(pattern, text)
    return int(found[-1]) if found else default


def fuzz(name, seeds):
    """A row of the table."""
    program = str(BUILD / "bin" / ("fuzz_" + name))
    corpus, finds = BUILD / "corpus" / name, BUILD / "finds" / name
    for folder in (corpus, finds):
        folder.mkdir(parents=True, exist_ok=True)
    before = set(finds.iterdir())
    folders = [seed for seed in seeds if os.path.isdir(seed)]
    log = BUILD / "finds" / (name + ".log")
    with open(log, "wb") as out:
        subprocess.run(["nice", "-n", "19", program, "-max_total_time={}".format(SECONDS), *options(name), "-fork=1",
                        "-ignore_crashes=1", "-ignore_timeouts=1", "-ignore_ooms=1",
                        "-artifact_prefix={}/".format(finds), str(corpus), *folders], stdout=out, stderr=out, env=environment(),
                       check=False)
    text = log.read_text(encoding="utf-8", errors="replace")
    new = sorted(set(finds.iterdir()) - before)
    for find in new:
        if find.name.startswith("crash"):
            minimise(program, find)
    runs = last(r"#(\d+):? ", text)
    told = ", ".join("{} {}".format(sum(find.name.startswith(kind) for find in new), kind) for kind in KINDS
                     if any(find.name.startswith(kind) for find in new))
    return [name, runs, runs // max(SECONDS, 1), last(r"cov: (\d+)", text), last(r"ft: (\d+)", text),
            last(r"corp: (\d+)", text), told or "none"], len(new)


def main():
    known = targets()
    wanted = sys.argv[3:] or list(known)
    for name in wanted:
        if name not in known:
            sys.exit("no such target: {} (there are: {})".format(name, ", ".join(known)))
    found = 0
    print("| target | executions | a second | edges | features | corpus | findings |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |",
          flush=True)
    for name in wanted:
        row, new = fuzz(name, known[name])
        found += new
        print("| " + " | ".join(map(str, row)) + " |", flush=True)
    sys.exit(1 if found else 0)


main()
