#!/usr/bin/python3
"""The manners of the command line, seen from outside: exit codes, streams, files.

    cli_test.py KRUT SOURCE_FOLDER
"""
import json
import os
import pathlib
import pty
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2])
EXAMPLE = SOURCE / "examples" / "memo-report.json"


def forbidding(font):
    """The font with the bit of OS/2 fsType that forbids embedding (OpenType 1.9, OS/2)."""
    tables = {font[at:at + 4]: int.from_bytes(font[at + 8:at + 12], "big")
              for at in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16)}
    at = tables[b"OS/2"] + 8
    return font[:at] + b"\x00\x02" + font[at + 2:]


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.data = self.folder / "report.json"
        shutil.copy(EXAMPLE, self.data)

    def tearDown(self):
        shutil.rmtree(self.folder)

    def krut(self, *arguments, given=None, **environment):
        return subprocess.run([KRUT, *map(str, arguments)], input=given, capture_output=True, cwd=self.folder,
                              env={"PATH": os.environ["PATH"], **environment}, check=False)

    def files(self):
        return sorted(path.name for path in self.folder.iterdir())

    def break_data(self, key="agency"):
        data = json.loads(self.data.read_text(encoding="utf-8"))
        del data[key]
        self.data.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")

    def test_both_papers_stand_beside_the_data_and_are_named_on_stdout(self):
        done = self.krut("render", "report.json")
        self.assertEqual((done.returncode, done.stdout), (0, b"report.pdf\nreport.docx\n"), done.stderr)
        self.assertEqual(self.files(), ["report.docx", "report.json", "report.pdf"])
        self.assertTrue((self.folder / "report.pdf").read_bytes().startswith(b"%PDF-1.7"))
        self.assertTrue((self.folder / "report.docx").read_bytes().startswith(b"PK"))

    def test_the_extension_decides_and_an_unknown_one_is_refused(self):
        self.assertEqual(self.krut("render", "report.json", "-o", "out.docx").returncode, 0)
        self.assertEqual(self.files(), ["out.docx", "report.json"])
        done = self.krut("render", "report.json", "-o", "out.odt")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b".odt", done.stderr)

    def test_a_pipe_takes_the_bytes_and_nothing_else(self):
        done = self.krut("render", "-", "-o", "-", "--format", "pdf", given=self.data.read_bytes())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stdout.startswith(b"%PDF-1.7"))
        self.assertTrue(done.stdout.rstrip().endswith(b"%%EOF"))
        self.assertEqual(self.files(), ["report.json"])

    def test_a_terminal_never_gets_bytes(self):
        leader, follower = pty.openpty()
        done = subprocess.run([KRUT, "render", "report.json", "-o", "-", "--format", "pdf"], stdout=follower,
                              stderr=subprocess.PIPE, cwd=self.folder, check=False)
        os.close(follower)
        os.close(leader)
        self.assertEqual(done.returncode, 2)

    def test_stdin_without_a_place_for_the_result_is_a_usage_error(self):
        self.assertEqual(self.krut("render", "-", given=b"{}").returncode, 2)

    def test_both_papers_give_their_data_back_byte_for_byte(self):
        self.assertEqual(self.krut("render", "report.json").returncode, 0)
        for paper in ("report.pdf", "report.docx"):
            done = self.krut("read-back", paper)
            self.assertEqual((done.returncode, done.stderr, done.stdout), (0, b"", self.data.read_bytes()), paper)
            done = self.krut("read-back", paper, "-o", "back.json")
            self.assertEqual((done.returncode, done.stdout), (0, b"back.json\n"), done.stderr)
            self.assertEqual((self.folder / "back.json").read_bytes(), self.data.read_bytes())
            about = json.loads(self.krut("read-back", paper, "--about").stdout)
            self.assertEqual(about["layout"], "ita/memo-report")
            self.assertEqual(about["producer"], self.krut("--version").stdout.decode().strip())

    def test_a_paper_is_read_back_from_a_pipe(self):
        paper = self.krut("render", "report.json", "-o", "-", "--format", "docx").stdout
        done = self.krut("read-back", "-", "-o", "-", given=paper)
        self.assertEqual((done.returncode, done.stdout), (0, self.data.read_bytes()), done.stderr)

    def test_a_paper_that_gives_nothing_back_says_why(self):
        self.assertEqual(self.krut("render", "report.json", "--no-source").returncode, 0)
        for paper, code in (("report.pdf", b"[readback.no-source]"), ("report.docx", b"[readback.no-source]"),
                            ("report.json", b"[readback.unknown-file]")):
            done = self.krut("read-back", paper, "-o", "back.json", "--lang", "en")
            self.assertEqual((done.returncode, done.stdout), (64, b""))
            self.assertIn(code, done.stderr)
            self.assertIn(b"hint:", done.stderr)
        self.assertEqual(self.krut("read-back", "absent.pdf").returncode, 66)
        self.assertNotIn("back.json", self.files())

    def test_reading_back_never_overwrites_the_paper(self):
        self.assertEqual(self.krut("render", "report.json").returncode, 0)
        self.assertEqual(self.krut("read-back", "report.pdf", "-o", "report.pdf").returncode, 2)
        self.assertEqual(self.krut("read-back", "report.pdf", "-o", "no-such-folder/back.json").returncode, 73)
        self.assertTrue((self.folder / "report.pdf").read_bytes().startswith(b"%PDF"))

    def test_bad_data_leaves_the_last_good_file_as_it_was(self):
        self.assertEqual(self.krut("render", "report.json").returncode, 0)
        good = (self.folder / "report.pdf").read_bytes()
        self.break_data()
        done = self.krut("render", "report.json")
        self.assertEqual(done.returncode, 64)
        self.assertEqual((self.folder / "report.pdf").read_bytes(), good)
        self.assertEqual(self.files(), ["report.docx", "report.json", "report.pdf"])

    def test_check_tells_faults_on_stderr_and_writes_nothing(self):
        self.break_data()
        done = self.krut("check", "report.json", LANG="en_US.UTF-8")
        self.assertEqual((done.returncode, done.stdout), (64, b""))
        self.assertIn(b"report.json:1:1: error:", done.stderr)
        self.assertEqual(self.files(), ["report.json"])

    def test_the_locale_or_the_option_picks_the_language(self):
        self.break_data()
        thai = self.krut("check", "report.json", LANG="th_TH.UTF-8").stderr.decode()
        self.assertIn("ผิดพลาด", thai)
        self.assertEqual(thai, self.krut("check", "report.json", "--lang", "th", LANG="C").stderr.decode())
        self.assertIn("error", self.krut("check", "report.json", "--lang", "en", LANG="th_TH.UTF-8").stderr.decode())

    def test_diagnostics_as_json_are_one_object_a_line(self):
        self.break_data()
        done = self.krut("check", "report.json", "--diagnostics", "json", "--lang", "en")
        for line in done.stderr.decode().splitlines():
            fault = json.loads(line)
            self.assertEqual(fault["file"], "report.json")
            self.assertTrue(fault["code"] and fault["message"] and fault["line"] and fault["column"])
            self.assertTrue(fault["hint_th"] and fault["hint_en"], fault)

    def messages(self, done):
        """What was told under --diagnostics json: nothing else may stand on standard error."""
        return [json.loads(line) for line in done.stderr.decode().splitlines()]

    def test_faults_of_the_command_line_are_objects_too(self):
        for words, code in ((["render"], "usage.missing-argument"), ([], "usage.no-command"), (["fly"], "usage.unknown-command"),
                            (["render", "report.json", "--fly"], "usage.unknown-word"),
                            (["check", "report.json", "more"], "usage.unknown-word"), (["render", "--fly"], "usage.unknown-word"),
                            (["check", "report.json", "--lang", "xx"], "usage.bad-value"),
                            (["check", "report.json", "--layout"], "usage.missing-value"),
                            (["check", "report.json", "-l", "a", "--layout", "b"], "usage.repeated"),
                            (["check", "report.json", "--strict=no"], "usage.needless-value"),
                            (["render", "report.json", "-o", "x.odt"], "usage.unknown-extension"),
                            (["render", "-"], "usage.no-output"), (["render", "report.json", "-o", "-"], "usage.no-format"),
                            (["render", "report.json", "-o", "x.pdf", "-o", "y.pdf"], "usage.two-outputs"),
                            (["render", "report.json", "-o", "x.pdf", "--format", "docx"], "usage.contradiction"),
                            (["render", "report.json", "-o", "x.docx", "--signatures", "-"], "usage.no-pdf"),
                            (["render", "report.json", "--signatures", "report.pdf"], "usage.would-overwrite")):
            done = self.krut(*words[:1], "--diagnostics", "json", *words[1:])
            told = self.messages(done)
            self.assertEqual((done.returncode, done.stdout, [fault["code"] for fault in told]), (2, b"", [code]), words)
            self.assertTrue(told[0]["message_th"] and told[0]["message_en"])
        self.assertEqual(self.files(), ["report.json"])

    def test_failures_of_the_system_are_objects_too(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([KRUT, "layouts", "--diagnostics", "json"], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual((done.returncode, self.messages(done)[0]["code"]), (73, "stdout.cannot-write"))

    def test_want_of_memory_is_told(self):
        if b"__asan_init" in pathlib.Path(KRUT).read_bytes():
            return  # the sanitizers' own allocator ends the program
        for form, told, lines in ((["--diagnostics", "json"], b'"code":"memory.short"', 1), (["--lang", "en"], b"error: memory is short [", 2)):
            with subprocess.Popen([KRUT, "check", "-", *form], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as krut:
                krut.stdin.write(b" " * (1 << 20))  # more than the pipe holds: it has begun to read
                krut.stdin.flush()
                pages = int(pathlib.Path(f"/proc/{krut.pid}/statm").read_text(encoding="ascii").split()[0])
                room = pages * resource.getpagesize() + (4 << 20)
                resource.prlimit(krut.pid, resource.RLIMIT_AS, (room, room))
                try:
                    krut.stdin.write(b" " * (63 << 20))
                    krut.stdin.close()
                except BrokenPipeError:
                    pass
                said = krut.stderr.read()
            self.assertEqual((krut.returncode, said.count(b"\n")), (75, lines), said)
            self.assertIn(told, said)

    def test_help_and_faults_of_the_command_line_speak_the_wished_language(self):
        for words, thai, english in ((["render"], "ต้องระบุ data", "needs data"), (["--help"], "วิธีใช้", "Usage"),
                                     (["render", "--help"], "ตัวอย่าง", "Examples"), ([], "ต้องระบุคำสั่ง", "must be given"),
                                     (["check", "x.json", "--layout"], "ต้องมีค่า", "needs a value"),
                                     (["check", "x.json", "--diagnostics", "x"], "ไม่ใช่ค่าใดใน", "none of")):
            for environment, wanted in (({"LANG": "th_TH.UTF-8"}, thai), ({"LANG": "C"}, english), ({}, english)):
                done = self.krut(*words, **environment)
                self.assertIn(wanted, (done.stdout + done.stderr).decode(), (words, environment))
        self.assertIn("ต้องระบุ data", self.krut("render", "--lang", "th", LANG="C").stderr.decode())
        self.assertIn("needs data", self.krut("render", "--lang=en", LANG="th_TH.UTF-8").stderr.decode())
        for words in (["--lang", "th", "--help"], ["--help", "--lang=th"], ["--lang", "th", "render", "--help"],
                      ["render", "--help", "--lang", "th"]):
            self.assertIn("วิธีใช้", self.krut(*words).stdout.decode())

    def test_every_command_has_help_with_examples(self):
        for command in ("render", "check", "read-back", "layouts", "new", "schema", "fonts", "dump"):
            done = self.krut(command, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertIn(f"Examples:\n  krut {command}", done.stdout.decode())
            self.assertNotIn(b"{", done.stdout)

    def test_a_key_of_a_megabyte_is_told_in_a_few_lines(self):
        data = {"layout": "memo", "k" * 1_000_000: 1}
        done = self.krut("check", "-", given=json.dumps(data).encode())
        self.assertEqual(done.returncode, 64)
        self.assertIn(b"/kkk", done.stderr)
        self.assertLess(max(map(len, done.stderr.splitlines())), 2_000)
        done = self.krut("check", "-", "--diagnostics", "json", given=json.dumps(data).encode())
        pointers = [json.loads(line)["pointer"] for line in done.stderr.splitlines()]
        self.assertEqual(max(map(len, pointers)), 4_097)

    def test_signature_fields_are_listed_for_other_programs(self):
        done = self.krut("render", "report.json", "--signatures", "hands.json")
        self.assertEqual((done.returncode, done.stdout), (0, b"report.pdf\nreport.docx\nhands.json\n"), done.stderr)
        listed = json.loads((self.folder / "hands.json").read_text(encoding="utf-8"))
        self.assertEqual([hand["order"] for hand in listed["signatures"]], [1, 2, 3, 4])
        self.assertEqual(len({hand["field"] for hand in listed["signatures"]}), 4)
        done = self.krut("render", "report.json", "--signatures", "-")
        self.assertEqual((done.returncode, json.loads(done.stdout)), (0, listed))

    def test_the_list_of_signatures_never_takes_another_place(self):
        for words in (("-o", "x.docx", "--signatures", "-"), ("--signatures", "report.pdf"), ("--signatures", "report.json"),
                      ("-o", "x.pdf", "--signatures", "./x.pdf"),
                      ("-o", "-", "--format", "pdf", "--signatures", "-")):
            self.assertEqual(self.krut("render", "report.json", *words).returncode, 2, words)
        self.assertEqual(self.krut("render", "report.json", "--signatures", "no/such/x.json").returncode, 73)
        self.assertEqual(self.files(), ["report.json"])

    def test_a_standard_that_cannot_be_kept_writes_nothing(self):
        done = self.krut("render", "report.json", "--pdf-standard", "a2b", "--lang", "en")
        self.assertEqual((done.returncode, self.files()), (74, ["report.json"]))
        self.assertIn(b"[pdf.data-not-embeddable]", done.stderr)
        self.assertIn(b"--no-source", done.stderr)
        self.assertEqual(self.krut("check", "report.json", "--pdf-standard", "a2b").returncode, 74)
        self.assertEqual(self.krut("render", "report.json", "--pdf-standard", "a2b", "--no-source").returncode, 0)
        self.assertEqual(self.krut("render", "report.json", "--pdf-standard", "plain").returncode, 0)
        self.assertEqual(self.krut("render", "report.json", "--pdf-standard", "a9z").returncode, 2)

    def test_a_font_that_forbids_embedding_is_refused_by_name(self):
        fonts = self.folder / "fonts"
        fonts.mkdir()
        for face in pathlib.Path(KRUT).parent.parent.joinpath("fonts").glob("*.ttf"):
            (fonts / face.name).write_bytes(forbidding(face.read_bytes()))
        done = self.krut("render", "report.json", "--fonts", "fonts", "--lang", "en")
        self.assertEqual(done.returncode, 74, done.stderr)
        self.assertIn(b"[pdf.font-not-embeddable]", done.stderr)
        self.assertIn(b"report.json:", done.stderr)
        plain = self.krut("render", "report.json", "--fonts", "fonts", "--pdf-standard", "plain")
        self.assertEqual(plain.returncode, 0, plain.stderr)

    def test_what_is_missing_has_its_own_exit_codes(self):
        self.assertEqual(self.krut("render", "absent.json").returncode, 66)
        self.assertEqual(self.krut("render", "report.json", "--layout", "ita/no-such").returncode, 66)
        self.assertEqual(self.krut("render", "report.json", "-o", "no/such/folder/x.pdf").returncode, 73)
        self.assertEqual(self.krut("render").returncode, 2)
        self.assertEqual(self.krut("fly").returncode, 2)
        self.assertEqual(self.krut().returncode, 2)

    def test_a_full_disk_is_told(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([KRUT, "render", "report.json", "-o", "-", "--format", "pdf"], stdout=full,
                                  stderr=subprocess.PIPE, cwd=self.folder, check=False)
        self.assertEqual(done.returncode, 73)

    def test_a_full_disk_is_told_of_every_result(self):
        for words in (["--help"], ["--version"], ["layouts"], ["fonts"], ["schema", "memo"], ["new", "memo"], ["dump", "report.json"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([KRUT, *words], stdout=full, stderr=subprocess.PIPE, cwd=self.folder, check=False)
            self.assertEqual(done.returncode, 73, words)
            self.assertEqual(done.stderr.count(b"\n"), 2, done.stderr)  # and its hint

    def test_a_socket_is_standard_input_too(self):
        ours, theirs = socket.socketpair()
        with subprocess.Popen([KRUT, "check", "-"], stdin=theirs, stderr=subprocess.PIPE, cwd=self.folder) as krut:
            theirs.close()
            ours.sendall(self.data.read_bytes())
            ours.close()
            self.assertNotIn(b"error", krut.communicate()[1])
            self.assertEqual(krut.returncode, 0)

    def test_a_folder_where_one_file_should_stand_leaves_both_as_they_were(self):
        (self.folder / "report.pdf").write_bytes(b"last good")
        (self.folder / "report.docx").mkdir()
        self.assertEqual(self.krut("render", "report.json").returncode, 73)
        self.assertEqual((self.folder / "report.pdf").read_bytes(), b"last good")
        self.assertEqual(self.files(), ["report.docx", "report.json", "report.pdf"])

    def test_the_data_file_is_never_overwritten(self):
        odd = self.folder / "odd.pdf"
        shutil.copy(self.data, odd)
        before = odd.read_bytes()
        self.assertEqual(self.krut("render", "odd.pdf").returncode, 2)
        self.assertEqual(odd.read_bytes(), before)

    def test_a_bad_layout_is_told_as_one(self):
        (self.folder / "bad.xml").write_text("<report><nonsense/></report>", encoding="utf-8")
        self.assertEqual(self.krut("render", "report.json", "--layout", "bad.xml").returncode, 65)

    def test_a_paper_that_would_lack_a_section_is_not_made(self):
        shutil.copy(SOURCE / "layouts" / "memo.schema.json", self.folder)
        report = ('<report version="1" schema="memo.schema.json" lang="th" digits="thai" title="x" document-title="x">'
                  '<style name="body" font="TH SarabunPSK" size="16pt" line-pitch="18pt"/>'
                  '<section size="A4" {}><p style="body">{{{{ memo.subject }}}}</p></section></report>')
        for fault, code in (('margins="15cm"', b"[layout.no-body]"), ('margins="2cm" if="not memo"', b"[typeset.no-pages]")):
            (self.folder / "odd.xml").write_text(report.format(fault), encoding="utf-8")
            for command in ("check", "render"):
                done = self.krut(command, "report.json", "--layout", "odd.xml", "--lang", "en")
                self.assertEqual((done.returncode, done.stdout), (65, b""), done.stderr)
                self.assertIn(code, done.stderr)
        self.assertEqual(self.files(), ["memo.schema.json", "odd.xml", "report.json"])

    def test_help_and_version_go_to_stdout(self):
        for word in ("--help", "--version"):
            done = self.krut(word)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertIn(b"krut", done.stdout)

    def test_layouts_schema_and_fonts_answer(self):
        self.assertIn(b"ita/memo-report\t", self.krut("layouts").stdout)
        self.assertEqual(json.loads(self.krut("schema", "ita/memo-report").stdout)["type"], "object")
        fonts = self.krut("fonts", "ita/memo-report").stdout.decode()
        self.assertIn("TH SarabunPSK -> Krut Sarabun", fonts)
        self.assertIn("(metric-compatible)", fonts)

    def test_each_face_of_a_layout_is_told_once(self):
        uses = self.krut("fonts", "ita/memo-report").stdout.decode().split("\n\n")[1].splitlines()
        self.assertEqual(len(uses), len(set(uses)))

    def test_fonts_and_layouts_that_cannot_be_listed_are_told(self):
        crowd = self.folder / "crowd"
        crowd.mkdir()
        for number in range(4097):
            (crowd / f"{number}.ttf").touch()
        broken = self.folder / "broken"
        broken.mkdir()
        (broken / "odd.xml").write_text("<report><nonsense/></report>", encoding="utf-8")
        for words, exit_code, code in ((["fonts", "--fonts", "absent"], 69, "font.folder-unreadable"),
                                       (["fonts", "memo", "--fonts", "absent"], 69, "font.folder-unreadable"),
                                       (["fonts", "--fonts", "crowd"], 75, "font.too-many-files"),
                                       (["layouts", "--layouts", "absent"], 69, "layout.folder-unreadable"),
                                       (["check", "report.json", "--layouts", "absent"], 69, "layout.folder-unreadable")):
            done = self.krut(*words, "--diagnostics", "json")
            told = [fault["code"] for fault in self.messages(done)]
            self.assertEqual((done.returncode, done.stdout, told), (exit_code, b"", [code]), words)
        done = self.krut("layouts", "--layouts", "broken", "--lang", "en")
        self.assertEqual(done.returncode, 65)
        self.assertIn(b"odd.xml:1:", done.stderr)
        self.assertEqual(done.stdout, self.krut("layouts").stdout)

    def test_the_skeleton_of_every_layout_renders_with_nothing_told_but_what_is_to_come(self):
        names = [line.split("\t")[0] for line in self.krut("layouts").stdout.decode().splitlines()]
        self.assertIn("memo", names)
        for name in names:
            skeleton = self.krut("new", name)
            self.assertEqual((skeleton.returncode, skeleton.stderr), (0, b""), name)
            self.assertEqual(json.loads(skeleton.stdout)["layout"], name)
            done = self.krut("render", "-", "--strict", "-o", "new.pdf", "-o", "new.docx", "--diagnostics", "json", given=skeleton.stdout)
            to_come = {"data.placeholder"} | ({"data.picture-missing"} if "photos" in json.loads(skeleton.stdout) else set())
            self.assertEqual((done.returncode, {fault["code"] for fault in self.messages(done)}), (1, to_come), name)

    def test_every_layout_wants_words_for_an_emblem_and_lets_warnings_be_accepted(self):
        for name in [line.split("\t")[0] for line in self.krut("layouts").stdout.decode().splitlines()]:
            schema = json.loads(self.krut("schema", name).stdout)
            self.assertIn("accepted_warnings", schema["properties"], name)
            if "emblem" not in schema["properties"]:  # minutes have none
                continue
            data = json.loads(self.krut("new", name).stdout)
            data["emblem"] = {"mode": "image", "image": "shield.svg"}
            done = self.krut("check", "-", "--lang", "en", given=json.dumps(data).encode())
            self.assertEqual(done.returncode, 64, name)
            self.assertIn(b'"alternative_text"', done.stderr, name)

    def test_the_explained_skeleton_says_what_each_value_is(self):
        explained = self.krut("new", "memo", "--explain", "--lang", "en").stdout.decode()
        self.assertIn('"subject": "< เรื่อง >",  // (required) subject\n', explained)
        plain = "".join(line.split("  // ")[0].rstrip() + "\n" for line in explained.splitlines())
        self.assertEqual(plain.encode(), self.krut("new", "memo").stdout)
        self.assertIn("// (จำเป็น) เรื่อง", self.krut("new", "memo", "--explain", "--lang", "th").stdout.decode())
        self.assertEqual(self.krut("new", "no-such").returncode, 66)

    def test_source_date_epoch_is_the_only_clock(self):
        def render(**environment):
            self.assertEqual(self.krut("render", "report.json", "-o", "x.pdf", "-o", "x.docx", **environment).returncode, 0)
            return (self.folder / "x.pdf").read_bytes(), (self.folder / "x.docx").read_bytes()

        self.assertEqual(render(TZ="Asia/Bangkok", LC_ALL="th_TH.UTF-8"), render(TZ="America/New_York", LC_ALL="C"))
        dated = render(SOURCE_DATE_EPOCH="1681084800")
        self.assertEqual(dated, render(SOURCE_DATE_EPOCH="1681084800"))
        self.assertIn(b"2023", dated[0])

    def test_a_date_that_is_none_is_refused(self):
        for epoch in ("", "today", "1681084800.5", " 1681084800", "+1", "-1", "0x10", "99999999999999999999", "253402300800"):
            done = self.krut("render", "report.json", "--diagnostics", "json", SOURCE_DATE_EPOCH=epoch)
            self.assertEqual((done.returncode, [told["code"] for told in self.messages(done)]),
                             (2, ["usage.bad-source-date-epoch"]), epoch)
        self.assertEqual(self.files(), ["report.json"])
        self.assertEqual(self.krut("render", "report.json", SOURCE_DATE_EPOCH="253402300799").returncode, 0)

    def test_a_link_to_a_paper_that_is_not_there_yet_is_followed(self):
        (self.folder / "papers").mkdir()
        (self.folder / "report.pdf").symlink_to("papers/first.pdf")
        self.assertEqual(self.krut("render", "report.json", "--format", "pdf").returncode, 0)
        self.assertTrue((self.folder / "report.pdf").is_symlink())
        self.assertTrue((self.folder / "papers" / "first.pdf").read_bytes().startswith(b"%PDF"))

    def test_the_examples_are_rendered_where_the_caller_stands(self):
        top = self.folder / "top"
        for name in ("examples", "src", "bin", "build/release/bin"):
            (top / name).mkdir(parents=True)
        shutil.copy(SOURCE / "examples" / "render.sh", top / "examples")
        shutil.copy(EXAMPLE, top / "examples")
        (top / "src" / "install-packages.sh").write_text("", encoding="utf-8")
        (top / "bin" / "cmake").symlink_to("/bin/true")
        (top / "build" / "release" / "bin" / "krut").symlink_to(KRUT)
        for words, place in ((["mine"], self.folder / "mine"), ([], top / "out"), ([top / "whole"], top / "whole")):
            subprocess.run(["sh", top / "examples" / "render.sh", *words], cwd=self.folder, check=True, capture_output=True,
                           env={"PATH": f"{top}/bin:{os.environ['PATH']}"})
            self.assertTrue((place / "memo-report.pdf").exists(), words)


unittest.main(argv=sys.argv[:1], verbosity=1)
