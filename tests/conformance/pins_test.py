#!/usr/bin/python3
"""Programs of others that the tests bring are pinned: by version and by hash, and without the address of a registry.

    pins_test.py
"""
import json
import pathlib
import re
import sys
import tempfile
import unittest

import kit

if len(sys.argv) > 1:
    sys.exit(__doc__)

PINS = pathlib.Path(__file__).resolve().parent / "npm"


def is_for_this_machine(package):
    return "linux" in package.get("os", ["linux"]) and "x64" in package.get("cpu", ["x64"])


class Pins(unittest.TestCase):
    def test_every_package_is_pinned_by_version_and_hash(self):
        folders = sorted(path for path in PINS.iterdir() if path.is_dir())
        self.assertEqual([folder.name for folder in folders], ["readers", "validator"])
        for folder in folders:
            wishes = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
            text = (folder / "package-lock.json").read_text(encoding="utf-8")
            lock = json.loads(text)
            self.assertEqual(lock["packages"][""]["dependencies"], wishes)
            for name, version in wishes.items():
                self.assertRegex(version, r"^\d+\.\d+\.\d+$", name)
            self.assertNotRegex(text, r"https?://")
            for name, package in lock["packages"].items():
                if name and is_for_this_machine(package):
                    self.assertRegex(package.get("integrity", ""), r"^sha512-", name)

    def test_a_package_that_is_not_the_pinned_one_is_not_installed(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("package.json", "package-lock.json"):
                text = (PINS / "validator" / name).read_text(encoding="utf-8")
                changed = re.sub(r"sha512-[A-Za-z0-9+/]{4}", "sha512-AAAA", text)
                pathlib.Path(folder, name).write_text(changed, encoding="utf-8")
            done = kit.run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder)
            self.assertNotEqual(done.code, 0)
            self.assertIn("EINTEGRITY", done.err)


unittest.main(argv=sys.argv[:1], verbosity=1)
