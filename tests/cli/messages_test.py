#!/usr/bin/python3
"""What is told is told by krut alone: every line of standard error is a diagnostic, in both languages and with a hint, and
nothing in it acts on a terminal, whatever the input.

    messages_test.py KRUT SOURCE_FOLDER
"""
import html
import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile
from concurrent.futures import ThreadPoolExecutor

import faulty_inputs

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
FEWEST_CALLS = 200
AT_ONCE = 2
OWN_FAULTS = (70, 134, 139)
THAI = re.compile("[ก-๛]")
REASONS_IN_ENGLISH = re.compile("No such|denied|Is a directory|Not a directory|too long|not permitted")


def acts(text, kept="\n"):
    """The first character that would act on a terminal, or nothing."""
    return next((hex(ord(c)) for c in text if c not in kept and (
        ord(c) < 0x20 or 0x7F <= ord(c) <= 0x9F or c in "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")), "")


def fnv(data):
    """FNV-1a, 64 bit, as papers carry it."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % (1 << 64)
    return b"%016X" % value


class Messages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.holder.name)
        cls.memo = json.loads(subprocess.run([KRUT, "new", "memo"], check=True, capture_output=True).stdout)
        (cls.folder / "sound.json").write_text(json.dumps(cls.memo), encoding="utf-8")
        subprocess.run([KRUT, "render", "sound.json"], cwd=cls.folder, check=True, capture_output=True)

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    def krut(self, words, *manner, **keywords):
        # The manner stands first: behind "--" nothing is an option.
        at = 1 if words and words[0] and not words[0].startswith("-") else 0
        words = [*words[:at], *manner, *words[at:]]
        return subprocess.run([KRUT, *map(os.fsencode, words)], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True,
                              check=False, timeout=300, **keywords)

    def diagnostics(self, done, words):
        told = []
        for line in done.stderr.split(b"\n")[:-1]:
            try:
                told.append(json.loads(line.decode("utf-8")))
            except ValueError:
                self.fail(f"{words}: not a diagnostic: {line[:200]!r}")
        return told

    def check_call(self, words):
        as_json = self.krut(words, "--diagnostics", "json")
        told = self.diagnostics(as_json, words)
        self.assertNotIn(as_json.returncode, OWN_FAULTS, words)
        self.assertGreaterEqual(as_json.returncode, 0, words)
        self.assertTrue(told or as_json.returncode == 0, (words, as_json.returncode))
        for each in told:
            for field in ("message_th", "message_en", "hint_th", "hint_en", "code"):
                self.assertTrue(each[field], (words, field, each))
            self.assertRegex(each["message_th"] + each["hint_th"], THAI, words)
            self.assertNotEqual(each["hint_th"], each["hint_en"], words)
            self.assertNotRegex(each["message_th"], REASONS_IN_ENGLISH, words)
        self.assertEqual(acts(as_json.stderr.decode("utf-8")), "", words)
        for language in ("th", "en"):
            for_people = self.krut(words, "--lang", language)
            self.assertEqual(acts(for_people.stderr.decode("utf-8")), "", words)
            self.assertEqual(len(re.findall(r"(?m)^  (?:hint|วิธีแก้): .", for_people.stderr.decode("utf-8"))), len(told), words)
            if words[:1] in (["render"], ["layouts"], ["fonts"]):
                self.assertEqual(acts(for_people.stdout.decode("utf-8"), "\n\t"), "", words)
        return as_json.returncode

    def walk(self, calls):
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(self.check_call, calls))

    def test_whatever_is_read_only_diagnostics_are_told(self):
        calls = list(faulty_inputs.inputs(self.folder, SOURCE, self.memo))
        calls += list(faulty_inputs.odd_names(self.folder))
        self.assertGreater(len(calls), FEWEST_CALLS - 50)
        self.walk(calls)

    def test_every_wrong_usage_has_a_hint(self):
        calls = faulty_inputs.wrong_usage()
        codes = self.walk(calls)
        self.assertEqual([(words, code) for words, code in zip(calls, codes) if code != 2], [])

    def test_what_is_missing_is_named(self):
        for words, code, file in faulty_inputs.missing():
            done = self.krut(words, "--diagnostics", "json")
            told = [each for each in self.diagnostics(done, words) if each["severity"] == "error"]
            self.assertEqual((done.returncode, [each["file"] for each in told]), (code, [file]), words)
            self.assertNotRegex(told[0]["message_th"], REASONS_IN_ENGLISH)
            self.assertTrue(THAI.search(told[0]["message_th"]))

    def test_standard_input_that_cannot_be_read_is_named(self):
        done = subprocess.run(f"'{KRUT}' check - --diagnostics json <&-", shell=True, capture_output=True, check=False)
        told = self.diagnostics(done, "check -")
        self.assertEqual((done.returncode, told[0]["file"]), (66, "-"))
        self.assertIn("standard input", told[0]["message_en"])

    def test_a_picture_that_is_missing_is_missing_input(self):
        emblem = {"mode": "image", "image": "absent.svg", "alternative_text": "x"}
        self.folder.joinpath("picture.json").write_text(json.dumps({**self.memo, "emblem": emblem}), encoding="utf-8")
        for command in ("check", "render"):
            done = self.krut([command, "picture.json"], "--diagnostics", "json")
            told = [each for each in self.diagnostics(done, command) if each["severity"] == "error"]
            self.assertEqual((done.returncode, [(each["code"], each["pointer"]) for each in told]),
                             (66, [("layout.unreadable-image", "/emblem/image")]))
            self.assertIn("absent.svg", told[0]["message_en"])

    def on_a_terminal(self, *words):
        main, terminal = pty.openpty()
        done = subprocess.run([KRUT, *words], cwd=self.folder, stdout=terminal, stderr=terminal, check=False)
        os.close(terminal)
        shown = b""
        try:
            while some := os.read(main, 65536):
                shown += some
        except OSError:  # the other end is closed: so a terminal ends
            pass
        os.close(main)
        return done.returncode, shown.decode("utf-8")

    def test_a_paper_that_holds_what_a_terminal_would_obey_does_not_reach_it(self):
        text = json.dumps(self.memo, ensure_ascii=False)
        hostile = text.replace("{", '{"\u202e\x9b\x7f": 1,', 1)
        with zipfile.ZipFile(self.folder / "sound.docx") as sound, zipfile.ZipFile(self.folder / "hostile.docx", "w") as made:
            for part in sound.infolist():
                content = sound.read(part)
                if part.filename == "customXml/item1.xml":
                    content = re.sub(rb'data-hash="[^"]*"', b'data-hash="%s"' % fnv(hostile.encode("utf-8")), content)
                    content = re.sub(rb"(<data[^>]*>).*(</data>)", lambda found: found[1] + html.escape(hostile).encode("utf-8") + found[2],
                                     content, flags=re.DOTALL)
                made.writestr(part.filename, content)
        done = self.krut(["read-back", "hostile.docx"])
        self.assertEqual((done.returncode, done.stdout.decode("utf-8")), (1, hostile), done.stderr)
        code, shown = self.on_a_terminal("read-back", "hostile.docx")
        self.assertEqual((code, acts(shown, "\r\n\t")), (1, ""))
        self.assertIn("\\u202E\\u009B\\u007F", shown)

    def test_a_sound_text_reaches_a_terminal_as_it_is(self):
        code, shown = self.on_a_terminal("new", "memo")
        self.assertEqual((code, json.loads(shown)), (0, self.memo))


unittest.main(argv=sys.argv[:1], verbosity=1)
