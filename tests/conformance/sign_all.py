#!/usr/bin/python3
"""Signs every field of a PDF, one hand after the other, with certificates made for the occasion.

    sign_all.py OUT.pdf --folder FOLDER [--fields NAME ...] [--signers N] [--verapdf FOLDER]

After each hand the file must begin with the bytes that were signed before, every signature so far must be valid, and
with --verapdf PDF/A-3a and PDF/UA-1 must be kept. With --signers there must be so many fields. The signed files stay
in FOLDER: 1.pdf, 2.pdf, …; odd hands sign as PKCS #7, even ones as CAdES.
"""
import argparse
import os
import re
import sys
import tempfile

import kit
import verapdf_check

PASSWORD_FREE = "--empty-password"
SUBJECT = "CN=Test signer {}"


def make_certificates(database, count):
    kit.run("certutil", "-N", "-d", "sql:" + database, PASSWORD_FREE)
    noise = os.path.join(database, "noise")
    for number in range(1, count + 1):
        with open(noise, "wb") as out:
            out.write(os.urandom(2048))
        done = kit.run("certutil", "-S", "-d", "sql:" + database, "-n", "signer{}".format(number),
                       "-s", SUBJECT.format(number), "-x", "-t", "CTu,CTu,CTu", "-v", "12", "-z", noise)
        if done.code:
            print("no certificate: " + done.err, file=sys.stderr)
            sys.exit(kit.EXIT_TOOL_MISSING)


def valid_signatures(pdf, database):
    done = kit.run("pdfsig", "-nssdir", "sql:" + database, "-nocert", pdf)
    return done.out.count("Signature Validation: Signature is Valid."), done


def sign(database, field, number, source, target):
    command = ["pdfsig", "-nssdir", "sql:" + database, "-sign", field, "-nick", "signer{}".format(number)]
    if number % 2 == 0:
        command.append("-etsi")
    return kit.run(*command, source, target)


def begins_with(path, head):
    with open(path, "rb") as signed, open(head, "rb") as before:
        old = before.read()
        return signed.read(len(old)) == old


def fields_of(pdf):
    """Names of the signature fields, in the order of signing."""
    objects = kit.run("mutool", "show", pdf, "grep").out.splitlines()
    names = [re.search(r"/T\s*\(([^)]*)\)", line) for line in objects if re.search(r"/FT\s*/Sig\b", line)]
    return sorted((name.group(1) for name in names if name), key=lambda name: [int(part) for part in re.findall(r"\d+", name)])


def sign_all(pdf, fields, folder, findings):
    """Signs field by field; the signed files, as far as it went."""
    signed, source = [], pdf
    with tempfile.TemporaryDirectory() as database:
        make_certificates(database, len(fields))
        for number, field in enumerate(fields, 1):
            target = os.path.join(folder, "{}.pdf".format(number))
            if os.path.exists(target):
                os.remove(target)
            done = sign(database, field, number, source, target)
            if not findings.add(field, "signed" if done.code == 0 else kit.short((done.out + done.err).strip(), 160),
                                done.code == 0 and os.path.isfile(target)):
                break
            valid, done = valid_signatures(target, database)
            findings.add(field + ": valid signatures", valid, valid == number, number)
            findings.add(field + ": earlier bytes", "kept" if begins_with(target, source) else "changed",
                         begins_with(target, source))
            signed.append(target)
            source = target
    return signed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdf")
    parser.add_argument("--folder", required=True)
    parser.add_argument("--fields", nargs="+", help="in this order; else all, in theirs")
    parser.add_argument("--signers", type=int)
    parser.add_argument("--verapdf", metavar="FOLDER", help="where veraPDF is kept")
    given = parser.parse_args()
    kit.need("pdfsig", "certutil", "mutool")
    os.makedirs(given.folder, exist_ok=True)
    findings = kit.Findings("signing " + os.path.basename(kit.need_file(given.pdf)))
    signed = sign_all(given.pdf, given.fields or fields_of(given.pdf), given.folder, findings)
    if given.signers is not None:
        findings.add("signers", len(signed), len(signed) == given.signers, given.signers)
    if given.verapdf:
        jar = verapdf_check.fetch(given.verapdf)
        for flavour in ("3a", "ua1"):
            verapdf_check.check(jar, flavour, signed, findings)
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
