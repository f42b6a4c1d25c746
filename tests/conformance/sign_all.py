#!/usr/bin/python3
"""Signs every field of a PDF, one hand after the other, with certificates made for the occasion.

    sign_all.py OUT.pdf --fields Signature1 [...] --folder FOLDER

After each hand the file must begin with the bytes that were signed before, and every signature so far must be valid. The
signed files stay in FOLDER: 1.pdf, 2.pdf, …; odd hands sign as PKCS #7, even ones as CAdES.
"""
import argparse
import os
import sys
import tempfile

import kit

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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdf")
    parser.add_argument("--fields", nargs="+", required=True)
    parser.add_argument("--folder", required=True)
    given = parser.parse_args()
    kit.need("pdfsig", "certutil")
    os.makedirs(given.folder, exist_ok=True)
    findings = kit.Findings("signing " + os.path.basename(kit.need_file(given.pdf)))
    with tempfile.TemporaryDirectory() as database:
        make_certificates(database, len(given.fields))
        source = given.pdf
        for number, field in enumerate(given.fields, 1):
            target = os.path.join(given.folder, "{}.pdf".format(number))
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
            source = target
    return findings.finish()


if __name__ == "__main__":
    sys.exit(main())
