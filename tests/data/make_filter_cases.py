#!/usr/bin/python3
"""What the filters for dates, spans of time and sums of money must print, worked out here in other ways than there.

    make_filter_cases.py dates|ranges|rounds|money

Dates come from the standard calendar, ranges by dropping what both ends share, rounds by counting months, and words by
writing out every digit and then mending the text. Tab-separated, one case a line, no head.
"""
import datetime
import random
import re
import sys

MONTHS = ("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม").split()
SHORT = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
QUARTER = {10: 1, 11: 1, 12: 1, 1: 2, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 4, 8: 4, 9: 4}
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
DAY = datetime.timedelta(days=1)


def thai(text):
    return str(text).translate(THAI)


def era(date):
    return thai(date.year + 543)


def fiscal(date):
    """The era's year in which the September after (or of) this day lies."""
    month = date.replace(day=1)
    while month.month != 9:
        month = (month + 31 * DAY).replace(day=1)
    return month.year + 543


def written(date):
    month, short = MONTHS[date.month - 1], SHORT[date.month - 1]
    day, year = thai(date.day), era(date)
    return [f"{day} {month} {year}", f"{day} {month} พ.ศ. {year}", f"{day} {short}{year[2:]}", f"{day} {short} {year}",
            f"{month} {year}", f"{short}{year[2:]}", f"{short} {year}", year, thai(fiscal(date)), thai(QUARTER[date.month])]


def some_days():
    for year in (1600, 1700, 1800, 1896, 1900, 1904, 1999, 2000, 2004, 2023, 2024, 2028, 2057, 2100, 2200, 2300, 2396, 2400,
                 2404):
        yield from ((year, 2, day) for day in (28, 29, 30))
        yield from ((year, 3, 1), (year, 12, 31), (year, 1, 1))
    for year in range(1995, 2045):
        yield from ((year, 9, 30), (year, 10, 1), (year, 3, 31), (year, 4, 1))
    for year in (2022, 2023, 2024):
        for month in range(0, 14):
            yield from ((year, month, day) for day in (0, 1, 9, 10, 28, 29, 30, 31, 32))


def dates():
    for year, month, day in some_days():
        iso = f"{year:04}-{month:02}-{day:02}"
        try:
            yield [iso, *written(datetime.date(year, month, day))]
        except ValueError:
            yield [iso] + ["cannot read"] * 10


def collapsed(first, last, space):
    """Both ends as lists of words, without what the first shares with the last at the end."""
    if first == last:
        return " ".join(last)
    shared = 0
    while first[-1 - shared] == last[-1 - shared]:
        shared += 1
    return " ".join(first[:len(first) - shared]) + space + " ".join(last)


def ranges():
    chance = random.Random(2566)
    for index in range(120):
        first = datetime.date(2020, 1, 1) + chance.randrange(1500) * DAY
        last = first + chance.choice((0, 1, 5, 30, 90, 180, 365, 400)) * DAY
        if index % 10 == 0:
            first, last = first.replace(day=1), first.replace(day=28)
        if first > last:
            first, last = last, first
        words = [[thai(each.day), MONTHS[each.month - 1], era(each)] for each in (first, last)]
        glued = [[thai(each.day), SHORT[each.month - 1] + era(each)[2:]] for each in (first, last)]
        yield [f"{first}/{last}", collapsed(*words, " - "), collapsed(*words, " ถึง "),
               collapsed(words[0][1:], words[1][1:], " - "), collapsed(*glued, "-"),
               collapsed(glued[0][1:], glued[1][1:], "-")]


def months_later(date, months):
    for _ in range(months):
        date = (date + 31 * DAY).replace(day=1)
    return date


def rounds():
    for year in (2400, 2443, 2444, 2500, 2543, 2544, *range(2555, 2580), 2643, 2644, 2943, 2944):
        start = datetime.date(year - 544, 10, 1)
        for months in range(1, 13):
            yield [f"{months}m", str(year), f"{start}/{months_later(start, months) - DAY}"]


def group_words(digits):
    places = ["แสน", "หมื่น", "พัน", "ร้อย", "สิบ", ""]
    names = "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า".split()
    text = "".join(f"<{names[int(digit)]}{place}>" for digit, place in zip(digits.zfill(6), places))
    text = re.sub("<ศูนย์[^>]*>", "", text)
    text = text.replace("<หนึ่งสิบ>", "<สิบ>").replace("<สองสิบ>", "<ยี่สิบ>")
    plain = re.sub("(สิบ>)<หนึ่ง>$", r"\1<เอ็ด>", text)
    return tuple(re.sub("[<>]", "", each) for each in (re.sub("><หนึ่ง>$", "><เอ็ด>", text), plain))


def words(number, manner):
    groups = re.findall(".{1,6}", str(number)[::-1])
    parts = [group_words(group[::-1])[manner] for group in reversed(groups)]
    return "ล้าน".join(parts) or "ศูนย์"


def baht(satang, manner):
    whole, rest = divmod(satang, 100)
    text = words(whole, manner) + "บาท" if whole or not rest else ""
    return text + (words(rest, manner) + "สตางค์" if rest else "ถ้วน")


def money():
    chance = random.Random(2567)
    sums = [*range(0, 113), 200, 201, 211, 221, 999, 1000, 1001, 1010, 1011, 1100, 1101, 1111, 2021, 9999, 10_000, 10_001,
            20_001, 100_000, 100_001, 110_011, 121_121, 999_999, 1_000_000, 1_000_001, 1_000_010, 1_000_011, 1_100_001,
            10_000_000, 11_000_000, 11_000_011, 20_000_000, 21_000_021, 100_000_001, 101_000_000, 999_999_999_999,
            10**12, 10**12 + 1, 10**12 + 10**6, 11 * 10**12, 10**13, 10**18, 10**18 + 10**6 + 1, 10**24, 123_456_789_012_345]
    sums += [chance.randrange(10 ** chance.randrange(1, 15)) for _ in range(60)]
    for number in sums:
        yield [str(number), words(number, 0), words(number, 1), baht(number * 100, 0)]
    for satang in (1, 5, 10, 11, 20, 21, 25, 50, 75, 99, 101, 111, 125, 10_001, 10_150, 2_100_021, 15_000_050, 10**14 + 1):
        yield [f"{satang // 100}.{satang % 100:02}", "", "", baht(satang, 0)]


def main():
    cases = {"dates": dates, "ranges": ranges, "rounds": rounds, "money": money}[sys.argv[1]]
    for case in cases():
        print("\t".join(case))


main()
