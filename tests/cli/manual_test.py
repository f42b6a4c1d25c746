#!/usr/bin/python3
"""The man page and the completions of shells name every command and option that the help tells of.

    manual_test.py KRUT FOLDER_OF_PAGES
"""
import pathlib
import re
import subprocess
import sys
import unittest

KRUT = sys.argv[1]
PAGES = pathlib.Path(sys.argv[2])
OPTION = re.compile(r"^  ((?:-\w,)?--[\w-]+|-\w)", re.MULTILINE)
COMPLETED = """
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); compopt() { :; }
source PAGE; _krut; printf '%s\\n' "${COMPREPLY[@]}"
"""


def help_of(*command):
    return subprocess.run([KRUT, *command, "--help", "--lang", "en"] if command else [KRUT, "--help"], check=True,
                          capture_output=True, text=True, env={"LANG": "C"}).stdout


def options_of(*command):
    return {name for names in OPTION.findall(help_of(*command)) for name in names.split(",")}


COMMANDS = re.findall(r"^  ([a-z][\w-]*)  ", help_of().split("Commands:\n")[1].split("\n\n")[0], re.MULTILINE)


class Manual(unittest.TestCase):
    def test_the_help_names_the_commands(self):
        self.assertLessEqual({"render", "check", "read-back", "layouts", "new", "schema", "fonts", "dump"}, set(COMMANDS))
        self.assertLessEqual({"-o", "--output", "--help", "--pdf-standard", "--no-embed-fonts"}, options_of("render"))

    def test_the_man_pages_name_every_command_and_option(self):
        for page in ("krut.1", "th/krut.1"):
            text = (PAGES / page).read_text(encoding="utf-8").replace("\\-", "-")
            for command in COMMANDS:
                part = text.split(f".SS krut {command}")[1].split(".SS")[0] + text.split("\n.SH")[4]
                for option in options_of(command):
                    self.assertIn(f"\\fB{option}\\fR", part, f"{page}: {command}")
            for option in options_of():
                self.assertIn(f"\\fB{option}\\fR", text, page)

    def test_the_man_page_is_in_two_languages(self):
        self.assertIn(".SH EXIT STATUS", (PAGES / "krut.1").read_text(encoding="utf-8"))
        self.assertIn(".SH รหัสจบการทำงาน", (PAGES / "th" / "krut.1").read_text(encoding="utf-8"))

    def completed(self, *words):
        script = COMPLETED.replace("PAGE", str(PAGES / "krut.bash"))
        done = subprocess.run(["bash", "-c", script, "bash", *words], capture_output=True, text=True, check=False)
        self.assertEqual(done.stderr, "")
        return set(done.stdout.split())

    def test_bash_completes_commands_options_and_words(self):
        self.assertEqual(self.completed("krut", "re"), {"render", "read-back"})
        for command in COMMANDS:
            self.assertEqual(self.completed("krut", command, "-"), options_of(command), command)
        self.assertEqual(self.completed("krut", "check", "--lang", ""), {"th", "en"})
        self.assertIn("plain", self.completed("krut", "render", "x.json", "--pdf-standard", "p"))
        self.assertEqual(self.completed("krut", "read-back", str(PAGES / "krut.f")), {str(PAGES / "krut.fish")})

    def test_zsh_and_fish_know_every_command_and_option(self):
        zsh = (PAGES / "_krut").read_text(encoding="utf-8")
        fish = (PAGES / "krut.fish").read_text(encoding="utf-8")
        for command in COMMANDS:
            part = zsh.split(f"\n    {command})\n")[1].split(";;")[0]
            lines = [line for line in fish.splitlines() if f"'__fish_seen_subcommand_from {command}'" in line]
            for option in options_of(command):
                self.assertRegex(part, rf"'\*?{option}=?\[")
                flag = f" -l {option[2:]} " if option.startswith("--") else f" -s {option[1:]} "
                self.assertTrue(any(flag in line for line in lines), f"fish: {command} {option}")


unittest.main(argv=sys.argv[:1], verbosity=1)
