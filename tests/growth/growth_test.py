#!/usr/bin/python3
"""No input takes time that grows with the square of its size: each shape of text in sizes n, 2n, 4n and 8n.

    growth_test.py KRUT [--full] [--only PART_OF_A_NAME] [--list]

Of each size the processor time counts, without what an empty input takes; a shape fails where the slope of their
logarithms passes 1.2, by the least of nine runs and up to sizes four times as large, where a run takes more than two
minutes, and where one crashes. n is doubled until 8n takes 0.2 seconds, or a limit of the program is near. --full runs
five times each, and up to sizes four times as large.
"""
import argparse
import concurrent.futures
import os
import pathlib
import sys
import tempfile

from measure import MOST_SECONDS, is_crash, processor_seconds, slope
from shapes import SHAPES

MOST_SLOPE = 1.2
LEAST_SECONDS = 0.2
MOST_REPEATS = 4
FIRST_SIZE = 1 << 12


def command_of(krut, kind, folder):
    if kind == "check":
        return [krut, "check", "data.json"]
    if kind == "render":
        return [krut, "render", "data.json", "-o", str(folder / "out") + "/"]
    if kind == "own":
        return [krut, "check", "data.json", "--layout", str(folder / "own.xml")]
    return [krut, "read-back", kind, "-o", str(folder / "back.json")]


class Shape:
    def __init__(self, name, krut, folder, runs, factor):
        self.name, self.krut, self.runs = name, krut, runs
        self.make, self.most, self.kind = SHAPES[name]
        self.most = min(self.most * factor, 1 << 25)
        self.folder = folder / name
        self.fault = ""

    def seconds(self, size, runs):
        """The least of so many runs; infinity for what took too long or crashed."""
        self.folder.mkdir(exist_ok=True)
        for name, content in self.make(size).items():
            (self.folder / name).write_bytes(content)
        (self.folder / "out").mkdir(exist_ok=True)
        least = float("inf")
        for _ in range(runs):
            taken, code = processor_seconds(command_of(self.krut, self.kind, self.folder), self.folder)
            for paper in [*(self.folder / "out").iterdir(), self.folder / "back.json"]:
                paper.unlink(missing_ok=True)
            if is_crash(code):
                self.fault = f"{size} bytes: killed by signal {-code}"
            if taken > MOST_SECONDS - 1:
                self.fault = f"{size} bytes take more than {MOST_SECONDS} seconds"
            if code == 70:
                self.fault = f"{size} bytes: an error of our own"
            if self.fault:
                return float("inf")
            least = min(least, taken)
            if taken > 20:
                break
        return least

    def run(self):
        empty = self.seconds(1, self.runs + 1)
        largest = 8 * FIRST_SIZE
        while not self.fault and self.seconds(largest, 1) - empty < LEAST_SECONDS and largest < self.most:
            largest *= 2
        sizes = [largest // part for part in (8, 4, 2, 1)]
        taken = [] if self.fault else [self.seconds(size, self.runs) - empty for size in sizes]
        if self.fault:
            return f"FAULT {self.name}: {self.fault}"
        if taken[-1] < LEAST_SECONDS:
            return f"quick {self.told(sizes, taken)}"  # as large as it may be, it takes no time worth measuring
        exponent = slope(sizes, taken)
        for repeat in range(MOST_REPEATS):
            if exponent <= MOST_SLOPE:
                break
            empty = min(empty, self.seconds(1, self.runs + 1))
            if repeat % 2 == 0:  # another program may have had the caches
                taken = [min(old, self.seconds(size, self.runs + 1) - empty) for size, old in zip(sizes, taken)]
            else:  # one step, where memory begins to come from the system page by page, is no growth: squares stay steep
                sizes = [2 * size for size in sizes]
                taken = [*taken[1:], self.seconds(sizes[-1], self.runs + 1) - empty]
            exponent = min(slope(sizes, taken), slope(sizes[1:], taken[1:]))
        if exponent > MOST_SLOPE:
            self.fault = "steep"
        return f"{'FAULT' if self.fault else 'sound'} {self.told(sizes, taken)}: n^{exponent:.2f}"

    def told(self, sizes, taken):
        return f"{self.name}: n = {sizes[0]}, seconds " + " ".join(f"{each:.3f}" for each in taken)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("krut")
    arguments.add_argument("--full", action="store_true")
    arguments.add_argument("--only", default="")
    arguments.add_argument("--list", action="store_true")
    chosen = arguments.parse_args()
    names = [name for name in SHAPES if chosen.only in name]
    if chosen.list:
        print("\n".join(names))
        return
    if not os.access(chosen.krut, os.X_OK):
        sys.exit(f"{chosen.krut}: no program")
    runs, factor = (5, 4) if chosen.full else (1, 1)
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        shapes = [Shape(name, os.path.abspath(chosen.krut), pathlib.Path(folder), runs, factor) for name in names]
        for line in pool.map(Shape.run, shapes):
            print(line, flush=True)
    faults = [each.name for each in shapes if each.fault]
    print(f"{len(shapes)} shapes, {len(faults)} faults: {' '.join(faults)}")
    sys.exit(1 if faults or not shapes else 0)


main()
