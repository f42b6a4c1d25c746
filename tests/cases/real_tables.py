#!/usr/bin/python3
"""Renders every neutral case with the layout `tables` and has it judged by checkers that know nothing of krut.

    real_tables.py KRUT SHARED_FOLDER WORK_FOLDER

Each case in SHARED_FOLDER/cases becomes data (adapt_case.py), a PDF and a DOCX; check_pdf.py and check_docx.py in
SHARED_FOLDER/tools must find no hard fault, and krut must have no warning but of words that the paper itself misspells.
Where that folder is not, there is nothing to judge, and the test says so; under CI it fails.
"""
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
FEWEST_CASES = 2
OF_THE_PAPER = {"data.misspelling"}


def run(command, **more):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **more)


def verdict(tools, checker, case, paper):
    done = run([sys.executable, tools / checker, case, paper], cwd=tools)
    result = [line for line in done.stdout.splitlines() if "FAIL" in line or line.startswith("RESULT")]
    numbers = [line.strip() for line in done.stdout.splitlines() if "coverage" in line or "cells" in line or "header" in line]
    print("  {:14} {} | {}".format(checker, result[-1] if result else "no result", " | ".join(" ".join(n.split()) for n in numbers)))
    if done.returncode != 0:
        print(done.stdout + done.stderr)
    return done.returncode == 0


def judge(krut, tools, case, folder):
    adapted = run([sys.executable, HERE / "adapt_case.py", case])
    if adapted.returncode != 0:
        print("{}: {}".format(case.name, adapted.stderr))
        return False
    data = folder / case.name
    data.write_text(adapted.stdout, encoding="utf-8")
    papers = [data.with_suffix(ending) for ending in (".pdf", ".docx")]
    command = [krut, "render", data, "--lang", "en", "--diagnostics", "json"]
    rendered = run(command + [word for paper in papers for word in ("-o", paper)])
    tables = sum(len(section.get("tables", [])) for section in json.loads(case.read_text(encoding="utf-8"))["sections"])
    print("{}: {} tables".format(case.name, tables))
    told = [json.loads(line) for line in rendered.stderr.splitlines()]
    print("  {} words that the paper misspells".format(sum(each["code"] in OF_THE_PAPER for each in told)))
    if rendered.returncode != 0 or any(each["code"] not in OF_THE_PAPER for each in told):
        print(rendered.stderr)
        return False
    verdicts = [verdict(tools, "check_pdf.py", case, papers[0]), verdict(tools, "check_docx.py", case, papers[1])]
    return all(verdicts)


def main():
    if len(sys.argv) != 4 or any(word.startswith("-") for word in sys.argv[1:]):
        raise SystemExit(__doc__)
    krut, shared, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]).resolve()
    cases = sorted(path for path in (shared / "cases").glob("*.json") if not path.name.endswith(".expect.json"))
    if len(cases) < FEWEST_CASES:
        print("no cases in {}".format(shared / "cases"))
        return 1 if os.environ.get("CI") else 0
    folder.mkdir(parents=True, exist_ok=True)
    verdicts = [judge(krut.resolve(), (shared / "tools").resolve(), case.resolve(), folder) for case in cases]
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
