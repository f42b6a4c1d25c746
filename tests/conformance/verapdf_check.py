#!/usr/bin/python3
"""Asks veraPDF whether PDFs keep PDF/A-3a and PDF/UA-1.

    verapdf_check.py --folder BUILD [--flavours 3a ua1] OUT.pdf [...]

veraPDF comes from Maven Central, once, into BUILD. The check fails when veraPDF cannot be had or run: a file that nobody
looked at is not a good one.
"""
import argparse
import fcntl
import hashlib
import os
import pathlib
import re
import sys

import kit

GROUP, ARTIFACT, VERSION = "org.verapdf.apps", "greenfield-apps", "1.28.2"
SHA256 = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:2.8:copy"
MAIN_CLASS = "org.verapdf.apps.GreenfieldCliWrapper"
FILES_AT_ONCE = 500
RULE = re.compile(r"^\s+FAIL\s+(\S+)")


def fetch(folder):
    """The path of veraPDF's jar; ends the program when Maven cannot bring it."""
    jar = os.path.join(folder, "{}-{}.jar".format(ARTIFACT, VERSION))
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several checks may run at once
        if os.path.isfile(jar):
            return jar
        kit.need("mvn")
        done = kit.run("mvn", "-q", "-B", PLUGIN, "-Dartifact={}:{}:{}".format(GROUP, ARTIFACT, VERSION),
                       "-DoutputDirectory=" + os.path.abspath(folder), "-Dmdep.useBaseVersion=true", cwd=folder)
        if os.path.isfile(jar) and hashlib.sha256(pathlib.Path(jar).read_bytes()).hexdigest() != SHA256:
            os.remove(jar)
            print("the veraPDF that was fetched is not the one that is pinned", file=sys.stderr)
            sys.exit(kit.EXIT_TOOL_MISSING)
    if not os.path.isfile(jar):
        print("veraPDF could not be fetched: " + kit.short((done.out + done.err).strip(), 400), file=sys.stderr)
        sys.exit(kit.EXIT_TOOL_MISSING)
    return jar


def verdicts(jar, flavour, pdfs):
    """{path: the rules it breaks} for every path that veraPDF spoke of."""
    done = kit.run("java", "-cp", jar, MAIN_CLASS, "-f", flavour, "--format", "text", "-v", *pdfs)
    found, rules = {}, None
    for line in done.out.splitlines():
        head = re.match(r"(PASS|FAIL) (.+) \S+$", line)
        if head:
            rules = found.setdefault(os.path.abspath(head.group(2)), [])
            if head.group(1) == "FAIL":
                rules.append("not valid")
        elif rules is not None and RULE.match(line):
            rules.append(RULE.match(line).group(1))
    return found, done


def check(jar, flavour, pdfs, findings):
    for begin in range(0, len(pdfs), FILES_AT_ONCE):
        some = pdfs[begin:begin + FILES_AT_ONCE]
        found, done = verdicts(jar, flavour, some)
        for pdf in some:
            rules = found.get(os.path.abspath(pdf))
            name = "{} {}".format(flavour, os.path.basename(pdf))
            if rules is None:
                findings.add(name, "no verdict: " + kit.short(done.err.strip() or done.out.strip(), 200), False)
            else:
                findings.add(name, ", ".join(rules) or "conforms", not rules)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", required=True, help="where veraPDF is kept")
    parser.add_argument("--flavours", nargs="+", default=["3a", "ua1"], metavar="FLAVOUR")
    parser.add_argument("pdfs", nargs="+", metavar="OUT.pdf")
    given = parser.parse_args()
    kit.need("java")
    for pdf in given.pdfs:
        kit.need_file(pdf)
    jar = fetch(given.folder)
    findings = kit.Findings("what veraPDF {} says".format(VERSION))
    for flavour in given.flavours:
        check(jar, flavour, given.pdfs, findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
