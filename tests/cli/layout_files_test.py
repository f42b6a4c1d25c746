#!/usr/bin/python3
"""Who may name a layout, and what a layout may make krut read.

    layout_files_test.py KRUT SOURCE_FOLDER
"""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
SECRET = "Xyzzy-Secret"
SECONDS = 60  # a wait for a pipe would last for ever


class LayoutFiles(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp()).resolve()
        self.own = self.folder / "own"
        self.own.mkdir()
        for name in ("memo.xml", "memo.schema.json"):
            shutil.copy(SOURCE / "layouts" / name, self.own)
        shutil.copy(SOURCE / "examples" / "memo.json", self.folder / "data.json")
        (self.folder / "secret.txt").write_text(SECRET + " = 12\n", encoding="utf-8")

    def tearDown(self):
        shutil.rmtree(self.folder)

    def krut(self, *arguments):
        return subprocess.run([KRUT, *map(str, arguments), "--lang", "en"], capture_output=True, cwd=self.folder,
                              env={"PATH": os.environ["PATH"]}, timeout=SECONDS, check=False)

    def data_naming(self, layout):
        data = json.loads((SOURCE / "examples" / "memo.json").read_text(encoding="utf-8"))
        data["layout"] = layout
        (self.folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")

    def layout_with_schema(self, schema, path=None):
        text = (SOURCE / "layouts" / "memo.xml").read_text(encoding="utf-8")
        (path or self.own / "odd.xml").write_text(text.replace("memo.schema.json", schema), encoding="utf-8")

    def refused(self, done, code, status):
        self.assertEqual(done.returncode, status, done.stderr.decode())
        self.assertIn(f"[{code}]", done.stderr.decode())
        self.assertIn("hint:", done.stderr.decode())
        self.assertNotIn(SECRET, done.stderr.decode())
        self.assertEqual(sorted(path.suffix for path in self.folder.iterdir() if path.suffix in (".pdf", ".docx")), [])

    def test_data_names_a_layout_of_the_folders(self):
        self.data_naming("memo")
        self.assertEqual(self.krut("check", "data.json").returncode, 0)

    def test_data_never_names_a_file(self):
        shutil.copy(self.own / "memo.xml", self.folder / "memo.xml")
        shutil.copy(self.own / "memo.schema.json", self.folder)
        for name in (str(self.own / "memo.xml"), str(self.own / "memo"), "memo.xml", "own/memo.xml", "../own/memo", "./memo", "ita/../memo",
                     "ita//memo-report", "././ita/memo-report", "/memo", "memo/", "", ".", "..", "ita/.", "ita\\memo-report",
                     ".hidden", "ita/.hidden", "memo\n", "me\u202emo"):
            self.data_naming(name)
            for command in ("check", "render"):
                done = self.krut(command, "data.json")
                self.refused(done, "data.bad-layout-name", 64)
                self.assertIn(b"data.json:", done.stderr)

    def test_control_characters_in_a_name_never_reach_the_terminal(self):
        for name in ("memo\u0000x", "memo\u001b[2J", "\u009bmemo", "me\u202emo", "me\u2066mo"):
            self.data_naming(name)
            done = self.krut("check", "data.json")
            self.assertEqual(done.returncode, 64, done.stderr)
            for raw in ("\u0000", "\u001b", "\u009b", "\u202e", "\u2066"):
                self.assertNotIn(raw.encode(), done.stderr)

    def test_the_command_line_names_a_file(self):
        self.assertEqual(self.krut("check", "data.json", "--layout", self.own / "memo.xml").returncode, 0)
        self.assertEqual(self.krut("check", "data.json", "--layout", "own/../own/memo.xml").returncode, 0)
        self.refused(self.krut("check", "data.json", "--layout", "own/absent.xml"), "layout.not-found", 66)

    def test_the_skeleton_of_a_file_is_data_that_may_be_used(self):
        done = self.krut("new", "own/memo.xml")
        self.assertEqual(json.loads(done.stdout)["layout"], "memo")

    def test_a_schema_lies_below_the_folder_of_its_layout(self):
        schema = json.loads((SOURCE / "layouts" / "memo.schema.json").read_text(encoding="utf-8"))
        (self.folder / "outside.json").write_text(json.dumps(schema), encoding="utf-8")
        (self.own / "link.json").symlink_to("../outside.json")
        (self.own / "out").symlink_to("..")
        for name in ("../outside.json", str(self.folder / "outside.json"), "link.json", "out/outside.json", "/etc/passwd", "../secret.txt"):
            self.layout_with_schema(name)
            self.refused(self.krut("render", "data.json", "--layout", "own/odd.xml"), "layout.no-schema", 65)
            self.refused(self.krut("render", "data.json", "--layouts", "own", "--layout", "odd"), "layout.no-schema", 65)

    def test_a_layout_in_a_folder_inside_uses_a_schema_of_the_folder(self):
        (self.own / "inner").mkdir()
        self.layout_with_schema("../memo.schema.json", self.own / "inner" / "odd.xml")
        self.assertEqual(self.krut("check", "data.json", "--layouts", "own", "--layout", "inner/odd").returncode, 0)
        self.refused(self.krut("check", "data.json", "--layout", "own/inner/odd.xml"), "layout.no-schema", 65)

    def test_a_layout_given_as_a_file_may_use_a_schema_of_krut(self):
        self.layout_with_schema(str(SOURCE / "layouts" / "memo.schema.json"))
        done = self.krut("check", "data.json", "--layouts", SOURCE / "layouts", "--layout", "own/odd.xml")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_file_that_is_no_schema_is_not_shown(self):
        shutil.copy(self.folder / "secret.txt", self.own)
        for name, text in (("a.json", '{"' + SECRET + '": 1}'), ("b.json", '{"properties": {"' + SECRET), ("c.json", f'["{SECRET}"]'),
                           ("d.json", f'"{SECRET}"'), ("e.json", '{"type": "x", "' + SECRET + '": 1, "' + SECRET + '": 2}')):
            (self.own / name).write_text(text, encoding="utf-8")
        for name in ("secret.txt", "a.json", "b.json", "c.json", "d.json", "e.json"):
            self.layout_with_schema(name)
            self.refused(self.krut("check", "data.json", "--layout", "own/odd.xml"), "layout.no-schema", 65)
            done = self.krut("schema", "own/odd.xml")
            self.assertEqual((done.returncode, done.stdout), (65, b""))

    def test_a_pipe_or_device_is_no_schema_and_no_layout(self):
        os.mkfifo(self.own / "pipe.json")
        os.mkfifo(self.own / "pipe.xml")
        (self.own / "endless.json").symlink_to("/dev/zero")
        (self.own / "endless.xml").symlink_to("/dev/zero")
        for name in ("pipe.json", "endless.json", "/dev/zero", "/dev/stdin"):
            self.layout_with_schema(name)
            self.refused(self.krut("check", "data.json", "--layout", "own/odd.xml"), "layout.no-schema", 65)
        self.refused(self.krut("check", "data.json", "--layout", "own/pipe.xml"), "file.not-regular", 66)
        self.refused(self.krut("check", "data.json", "--layout", "own/endless.xml"), "file.not-regular", 66)
        self.refused(self.krut("check", "data.json", "--layouts", "own", "--layout", "pipe"), "layout.not-found", 66)

    def test_a_link_that_leads_out_of_the_folder_is_no_layout_of_it(self):
        shutil.copy(self.own / "memo.xml", self.folder / "outside.xml")
        (self.own / "link.xml").symlink_to("../outside.xml")
        (self.own / "out").symlink_to("..")
        for name in ("link", "out/outside"):
            self.data_naming(name)
            self.refused(self.krut("check", "data.json", "--layouts", "own"), "file.outside", 66)

    def test_the_list_follows_no_link_out_and_waits_for_no_pipe(self):
        (self.own / "link.xml").symlink_to(SOURCE / "layouts" / "memo.xml")
        (self.own / "near.xml").symlink_to("memo.xml")
        (self.own / "loop").symlink_to(".")
        (self.own / "loop.xml").symlink_to("loop.xml")
        (self.own / "folder.xml").mkdir()
        (self.own / ".hidden.xml").write_text("<report/>", encoding="utf-8")
        (self.own / "bad\x1b.xml").write_text("<report/>", encoding="utf-8")
        os.mkfifo(self.own / "pipe.xml")
        done = self.krut("layouts", "--layouts", "own")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        found = [line.split("\t")[0] for line in done.stdout.decode().splitlines() if "\town/" in line]
        self.assertEqual(found, ["memo", "near"])

    def test_a_grammar_in_a_folder_is_not_read(self):
        listener = socket.create_server(("127.0.0.1", 0))
        listener.settimeout(0.5)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/x.rng"
        called = []
        watcher = threading.Thread(target=lambda: called.extend(self.accepted(listener)))
        watcher.start()
        for grammar in ("no grammar", f'<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="{address}"/></grammar>',
                        f'<!DOCTYPE a SYSTEM "{address}"><a/>'):
            (self.own / "layout.rng").write_text(grammar, encoding="utf-8")
            done = self.krut("check", "data.json", "--layouts", "own")
            self.assertEqual((done.returncode, done.stderr), (0, b""))
        watcher.join()
        listener.close()
        self.assertEqual(called, [])

    @staticmethod
    def accepted(listener):
        try:
            return [listener.accept()[1]]
        except socket.timeout:
            return []

    def test_a_layout_makes_the_xml_reader_read_nothing(self):
        text = (self.own / "memo.xml").read_text(encoding="utf-8")
        start = text.index("<report")
        for before, inside in ((f'<!DOCTYPE report SYSTEM "{self.folder}/secret.txt">', ""),
                               (f'<!DOCTYPE report [<!ENTITY x SYSTEM "file://{self.folder}/secret.txt">]>', "&x;"),
                               ("", f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{self.folder}/secret.txt" parse="text"/>')):
            end = text.index("</report>")
            (self.own / "odd.xml").write_text(before + text[start:end] + inside + text[end:], encoding="utf-8")
            done = self.krut("check", "data.json", "--layout", "own/odd.xml")
            self.assertEqual(done.returncode, 65)
            self.assertNotIn(SECRET.encode(), done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
