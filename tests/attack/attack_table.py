#!/usr/bin/python3
"""Tries every known attack on one krut, or on two, and prints what came of each as a Markdown table.

    attack_table.py KRUT [KRUT_BEFORE] [--only WORDS] [--quick]

Exit 0 when KRUT held in every try. Takes about ten minutes for each krut, more on a busy machine; with --quick, which
makes no more than six tries of each, about one.
"""
import argparse
import itertools
import sys

sys.dont_write_bytecode = True
import harmful_input  # noqa: E402
import lost_work  # noqa: E402
import shortage  # noqa: E402
from attack_kit import Outcome, summary  # noqa: E402


QUICK_TRIES = 6


def tried(attack, krut, is_quick):
    try:
        return list(itertools.islice(attack(krut), QUICK_TRIES if is_quick else None))
    except Exception as fault:  # an attack that cannot be made is no success
        return [Outcome(False, "could not be tried: {!r}".format(fault)[:120])]


def arguments():
    reader = argparse.ArgumentParser()
    reader.add_argument("krut")
    reader.add_argument("before", nargs="?")
    reader.add_argument("--only", default="")
    reader.add_argument("--quick", action="store_true")
    return reader.parse_args()


def main():
    given = arguments()
    kruts = [given.before, given.krut] if given.before else [given.krut]
    attacks = [attack for room in (lost_work, harmful_input, shortage) for attack in room.ATTACKS if given.only in attack[0]]
    attacks.sort(key=lambda one: [int(number) for number in one[0].split()[0].split(".")])
    print("Held in so many of the tries, and what was seen.\n\n| attack |{} after |\n| --- |{} --- |".format(
        *((" before |", " --- |") if given.before else ("", ""))), flush=True)
    bad = 0
    for name, attack in attacks:
        rows = [tried(attack, krut, given.quick) for krut in kruts]
        bad += not all(outcome.held for outcome in rows[-1])
        print("| " + " | ".join([name, *map(summary, rows)]) + " |", flush=True)
    sys.exit(1 if bad else 0)


main()
