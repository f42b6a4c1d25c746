#!/usr/bin/python3
"""What krut new wrote is told while it stands there, and nothing else is taken for it.

    placeholders_test.py KRUT SOURCE_FOLDER
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
DATE = "1900-01-01"


def texts(value, pointer=""):
    """Every text of the data with its JSON pointer."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from texts(member, f"{pointer}/{key}")
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield from texts(element, f"{pointer}/{index}")
    elif isinstance(value, str):
        yield pointer, value


def is_words(text):
    return any("\u0e01" <= letter <= "\u0e5b" for letter in text)


def is_marked(text):
    return text.startswith("<") and text.endswith(">")


class Placeholders(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())

    def tearDown(self):
        shutil.rmtree(self.folder)

    def krut(self, *arguments, given=None):
        return subprocess.run([KRUT, *map(str, arguments)], input=given, capture_output=True, cwd=self.folder,
                              env={"PATH": os.environ["PATH"]}, check=False)

    def told(self, data, *more):
        """Exit code, and code and pointer of each message that krut check tells of the data."""
        done = self.krut("check", "-", "--diagnostics", "json", *more, given=json.dumps(data, ensure_ascii=False).encode())
        messages = [json.loads(line) for line in done.stderr.decode().splitlines()]
        return done.returncode, [(each["code"], each["pointer"]) for each in messages if each["severity"] != "note"], messages

    def skeletons(self):
        for line in self.krut("layouts").stdout.decode().splitlines():
            name = line.split("\t")[0]
            yield name, json.loads(self.krut("new", name).stdout)

    def test_each_placeholder_of_each_skeleton_is_told_at_its_place_and_nothing_else(self):
        for name, skeleton in self.skeletons():
            left = [pointer for pointer, text in texts(skeleton) if is_marked(text) or text == DATE]
            code, told, messages = self.told(skeleton)
            # The pictures of a skeleton are still to come, which is told beside.
            to_come = [pointer for code_of, pointer in told if code_of == "data.picture-missing"]
            self.assertEqual("/photos/0/pictures/0" in to_come, "photos" in skeleton, name)
            told = [each for each in told if each[1] not in to_come]
            self.assertEqual((code, sorted(told)), (0, sorted(("data.placeholder", pointer) for pointer in left)), name)
            self.assertGreater(len(left), 3, name)
            for each in messages:
                self.assertTrue(each["line"] and each["column"] and each["hint_th"] and each["hint_en"], each)
            self.assertEqual(self.told(skeleton, "--strict")[0], 1, name)

    def test_all_words_of_a_skeleton_are_placeholders(self):
        for name, skeleton in self.skeletons():
            plain = [text for _, text in texts(skeleton) if is_words(text) and not is_marked(text)]
            self.assertEqual(plain, [], name)

    def test_what_was_filled_in_is_told_no_more(self):
        skeleton = json.loads(self.krut("new", "memo").stdout)
        before = self.told(skeleton)[1]
        skeleton["memo"]["subject"] = "รายงานผลการดำเนินการ"
        skeleton["memo"]["date"] = "2023-04-10"
        after = self.told(skeleton)[1]
        self.assertEqual(set(before) - set(after), {("data.placeholder", "/memo/subject"), ("data.placeholder", "/memo/date")})

    def test_rendering_tells_them_too_and_still_writes(self):
        skeleton = self.krut("new", "memo").stdout
        (self.folder / "new.json").write_bytes(skeleton)
        done = self.krut("render", "new.json", "--lang", "en")
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"new.json:", done.stderr)
        self.assertIn(b"[data.placeholder]", done.stderr)
        self.assertEqual(self.krut("render", "new.json", "--strict").returncode, 1)
        self.assertTrue((self.folder / "new.pdf").exists())

    def test_the_examples_have_none(self):
        for path in sorted((SOURCE / "examples").glob("*.json")):
            told = self.told(json.loads(path.read_text(encoding="utf-8")))[1]
            self.assertEqual([each for each in told if each[0] == "data.placeholder"], [], path.name)

    def test_words_that_describe_a_key_are_ordinary_words_elsewhere(self):
        data = json.loads((SOURCE / "examples" / "memo.json").read_text(encoding="utf-8"))
        data["memo"]["body"] = ["เรื่อง", "ข้อความ", "วันที่", "ผู้รับ", "< ๕๐ และ > ๕๐", "<somebody@example.go.th>", "ค่า <ก> และ <ข>", "2023-04-10"]
        self.assertEqual([each for each in self.told(data)[1] if each[0] == "data.placeholder"], [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
