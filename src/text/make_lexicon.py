"""Makes lexicon_data.cpp of the word lists in the PyThaiNLP wheel: the words of PyThaiNLP (CC0) and of ICU (Unicode
licence), what they cost by the counts of the Thai National Corpus (CC0), Thai syllables (CC0) and abbreviations."""

import math
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

CORPUS = "pythainlp/corpus/"
THAI_WORD = re.compile("[ก-ฮฤฦะ-ฺเ-ๅ็-๎]+")
ABBREVIATION = re.compile(r"([ก-ฮะ-ฺเ-ๅ็-๎]{1,4})\.")

LONGEST = 20        # letters; what is longer is made of words, or a saying
FEWEST_LETTERS = 2
LEFT_OUT = {"ของกอง"}  # in papers two words
UNSEEN = 0.3        # times that a word without a count is taken to have been met
LOWEST_CLASS = 1
HIGHEST_CLASS = 13  # of words; a class is worth `BITS` bits, as in lexicon.cpp
PROVINCE_CLASS = 5  # of provinces at most: papers name them more often than books do
SYLLABLE_CLASS = 15
FIRST_BITS = 4
BITS = 1.5

# How an arc of the automaton is laid out: see lexicon.cpp.
LETTER_BITS = 7
CLASS_BITS = 4


def read_lists(wheel):
    with zipfile.ZipFile(wheel) as archive:
        def lines(name):
            text = archive.read(CORPUS + name).decode("utf-8-sig")
            return [line.strip() for line in text.splitlines() if line.strip()]
        words = set(lines("words_th.txt")) | set(lines("icubrk_th.txt"))
        counts = {}
        for line in lines("tnc_freq.txt"):
            word, tab, count = line.partition("\t")
            if tab:
                counts[word] = int(count)
        provinces = {line.split(",")[0] for line in lines("thailand_provinces_th.csv")}
        words |= provinces | set(lines("countries_th.txt"))
        return words, counts, set(lines("syllables_th.txt")), provinces


def class_of(count, total):
    bits = -math.log2((count + UNSEEN) / total)
    return min(max(round((bits - FIRST_BITS) / BITS), LOWEST_CLASS), HIGHEST_CLASS)


def classes_of(words, counts, syllables, provinces):
    total = sum(counts.values())
    classes = {}
    for syllable in syllables:
        if THAI_WORD.fullmatch(syllable) and len(syllable) >= FEWEST_LETTERS:
            classes[syllable] = SYLLABLE_CLASS
    for word in words:
        if word not in LEFT_OUT and THAI_WORD.fullmatch(word) and FEWEST_LETTERS <= len(word) <= LONGEST:
            most = PROVINCE_CLASS if word in provinces else HIGHEST_CLASS
            classes[word] = min(class_of(counts.get(word, 0), total), most)
    return classes


def automaton_of(classes):
    """Arcs of the smallest automaton: a state is the index of its first arc, and 0 is no state."""
    root = {}
    for word, word_class in classes.items():
        node = root
        for letter in word:
            node = node.setdefault(letter, [{}, 0])
            last, node = node, node[0]
        last[1] = word_class
    known = {}
    arcs = [0]

    def state_of(node):
        if not node:
            return 0
        key = tuple((letter, node[letter][1], state_of(node[letter][0])) for letter in sorted(node))
        if key not in known:
            known[key] = len(arcs)
            for index, (letter, word_class, target) in enumerate(key):
                is_last = index + 1 == len(key)
                value = ord(letter) - 0x0E00 | is_last << LETTER_BITS | word_class << (LETTER_BITS + 1)
                arcs.append(value | target << (LETTER_BITS + 1 + CLASS_BITS))
        return known[key]

    start = state_of(root)
    assert len(arcs) < 1 << (32 - LETTER_BITS - 1 - CLASS_BITS)
    return arcs, start


def abbreviations_of(words):
    """What stands before the first full stop of the words that hold one."""
    return sorted({found.group(1) for found in map(ABBREVIATION.match, words) if found})


def write_source(arcs, start, abbreviations, path):
    lines = ['#include "text/lexicon_data.h"', "", "namespace krut::text {", "", f"const std::uint32_t lexicon_start = {start};",
             f"const std::uint32_t lexicon_arcs[{len(arcs)}] = {{"]
    for first in range(0, len(arcs), 16):
        lines.append("    " + " ".join(f"{arc}," for arc in arcs[first:first + 16]))
    lines += ["};", "", "namespace {", "constexpr std::u32string_view abbreviations[] = {"]
    lines += [f'    U"{word}",' for word in abbreviations]
    lines += ["};", "}  // namespace", "",
              "std::span<const std::u32string_view> abbreviation_list() { return abbreviations; }", "",
              "}  // namespace krut::text", ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def download(pins, folder):
    """The wheel that `pins` names by version and hash; pip checks both."""
    subprocess.run(["pip3", "download", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:",
                    "--disable-pip-version-check", "--dest", str(folder), "--requirement", str(pins)], check=True)
    return next(Path(folder).glob("pythainlp-*.whl"))


def main():
    if len(sys.argv) != 3 or any(word.startswith("-") for word in sys.argv[1:]):
        sys.exit("usage: make_lexicon.py PINS_OR_WHEEL SOURCE_FILE")
    with tempfile.TemporaryDirectory() as folder:
        given = Path(sys.argv[1])
        wheel = given if given.suffix == ".whl" else download(given, folder)
        words, counts, syllables, provinces = read_lists(wheel)
    arcs, start = automaton_of(classes_of(words, counts, syllables, provinces))
    write_source(arcs, start, abbreviations_of(words), Path(sys.argv[2]))


if __name__ == "__main__":
    main()
