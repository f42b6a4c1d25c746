#!/usr/bin/python3
"""Writes a report of N measures to standard output, for benchmarks and for tables of many pages.

    make_measures.py N > big.json

The data fits layouts/ita/measures.schema.json; the same N gives the same bytes on every machine. Cells have the sizes
of real reports: lists of one to six items, dash lists, plain paragraphs, Latin words, sums and dates.
"""
import json
import sys

AGENCY = "องค์การบริหารส่วนตำบลลำฟ้าใส"
INDICATORS = {
    "iit": [
        (1, "duty_performance", "การปฏิบัติหน้าที่"),
        (2, "budget_use", "การใช้งบประมาณ"),
        (3, "use_of_power", "การใช้อำนาจ"),
        (4, "state_property_use", "การใช้ทรัพย์สินของราชการ"),
        (5, "corruption_solving", "การแก้ไขปัญหาการทุจริต"),
    ],
    "eit": [
        (6, "service_quality", "คุณภาพการดำเนินงาน"),
        (7, "communication", "ประสิทธิภาพการสื่อสาร"),
        (8, "work_improvement", "การปรับปรุงการทำงาน"),
    ],
    "oit": [
        (9, "disclosure", "การเปิดเผยข้อมูล"),
        (10, "corruption_prevention", "การป้องกันการทุจริต"),
    ],
}
HEADINGS = {
    "iit": "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)",
    "eit": "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)",
    "oit": "แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)",
}
MATTERS = [
    "งานทะเบียนพาณิชย์", "งานชำระภาษีท้องถิ่น", "งานขออนุญาตก่อสร้าง", "งานเบี้ยยังชีพผู้สูงอายุ", "งานยืมพัสดุ",
    "งานซ่อมไฟฟ้าสาธารณะ", "งานรับเรื่องร้องเรียน", "งานศูนย์พัฒนาเด็กเล็ก", "ข้อมูลข่าวสาร", "งานน้ำอุปโภคบริโภค",
    "Social Network", "งาน E-service",
]
UNITS = [
    "สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา ศาสนาและวัฒนธรรม", "กองสวัสดิการสังคม", "กองส่งเสริมการเกษตร",
]
DEEDS = [
    "จัดทำผังลำดับ{matter} ระบุชื่อเจ้าหน้าที่ ระยะเวลา และเอกสารที่ต้องใช้ไว้หน้าห้องทำงาน",
    "สรุปผล{matter}ทุกสิ้นเดือน แล้วนำขึ้น Website ภายในวันที่ ๕ ของเดือนถัดไป",
    "ประชุมผู้รับผิดชอบ{matter}ร่วมกับผู้แทนชุมชนอย่างน้อยปีละ {count} ครั้ง",
    "อบรมเจ้าหน้าที่เรื่องการให้ข้อมูลแก่ผู้สูงอายุและผู้พิการที่มาติดต่อ{matter}",
    "เพิ่มช่องทางยื่นคำขอผ่านระบบ E-service เพื่อให้ผู้ใช้{matter}ไม่ต้องเดินทางมาที่สำนักงาน",
    "ประกาศเวลามาตรฐานของ{matter}ไว้ที่สำนักงาน ศาลาประจำหมู่บ้าน และจุดบริการเบ็ดเสร็จ (One Stop Service)",
    "ตรวจสอบความครบถ้วนของเอกสาร{matter}โดยสุ่มร้อยละ {count} ของเรื่องทั้งหมด และรายงานนายกฯ ทราบ",
    "วางแบบสอบถามความพึงพอใจไว้ ณ จุดรับบริการ{matter} และเปิดให้ตอบทางออนไลน์ได้ด้วย",
    "ปรับปรุงคู่มือ{matter}ให้ใช้ภาษาที่เข้าใจง่าย พร้อมตัวอย่างการกรอกแบบคำขอต่าง ๆ",
    "กำชับให้ถือปฏิบัติตามนโยบาย No Gift Policy อย่างเคร่งครัดในการดำเนิน{matter}",
]
RESULTS = [
    "ดำเนินการแล้วครบทั้ง {count} หมู่บ้าน มีผู้มาใช้บริการ ๑,{count}๘ ราย",
    "เผยแพร่ผลทาง Website เมื่อวันที่ {day} มีนาคม ๒๕๖๖ ครบถ้วนตามกำหนด",
    "ใช้จ่ายไปทั้งสิ้น {count},๕๐๐.๒๕ บาท ไม่เกินวงเงินที่ตั้งไว้",
    "ผู้ตอบแบบสอบถาม {count} คน พึงพอใจเฉลี่ย ๔.{count} จากคะแนนเต็ม ๕.๐๐",
    "แก้ไขตามข้อเสนอแนะแล้ว {count} เรื่อง ส่วนที่เหลืออยู่ระหว่างตรวจทานข้อเท็จจริง",
    "ลดขั้นตอนลงได้ {day} ขั้นตอน ทำให้ประชาชนได้รับความสะดวกและรวดเร็วยิ่งขึ้น",
]
DATES = ["2022-12-31", "2023-01-31", "2023-02-28", "2023-03-31"]
STATUSES = ["done", "in_progress", "done", "not_started", "done"]


def thai(number):
    return "{:,}".format(number).translate({ord("0") + digit: chr(0x0E50 + digit) for digit in range(10)})


class Draw:
    """The numbers of a linear congruential generator: the same everywhere, unlike a library's."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % limit

    def one_of(self, values):
        return values[self.below(len(values))]


def sentences(draw, patterns, matter, count):
    first = draw.below(len(patterns))
    return [
        patterns[(first + index * 3) % len(patterns)].format(
            matter=matter, count=thai(11 + draw.below(80)), day=thai(1 + draw.below(28)))
        for index in range(count)
    ]


def method_of(draw, matter):
    shape = draw.below(6)
    if shape == 0:
        return sentences(draw, DEEDS, matter, 1)[0]
    if shape == 1:
        return [{"ul": sentences(draw, DEEDS, matter, 1 + draw.below(2))}]
    items = sentences(draw, DEEDS, matter, 2 + draw.below(5))
    if shape == 2:
        items[-1] = {"text": items[-1] + " เช่น", "blocks": [{"ul": [draw.one_of(MATTERS) for _ in range(3)]}]}
    return [{"ol": items, "marker": "๑."}]


def responsible_of(draw):
    count = (1, 1, 1, 2, 3, 6)[draw.below(6)]
    if count == 1:
        return draw.one_of(UNITS)
    units = UNITS[:count]
    return [{"ul": units}] if draw.below(2) else units


def result_of(draw, matter):
    count = draw.below(4)
    if count == 0:
        return sentences(draw, RESULTS, matter, 1)[0]
    return [{"ol": sentences(draw, RESULTS, matter, count), "marker": "๑."}]


def measure(draw, index, indicator):
    matter = draw.one_of(MATTERS)
    made = {
        "issue": "{} ({})".format(indicator, matter) if index % 3 else matter,
        "method": method_of(draw, matter),
        "responsible": responsible_of(draw),
        "due": draw.one_of(DATES),
        "result": result_of(draw, matter),
    }
    if draw.below(3):
        made["status"] = draw.one_of(STATUSES)
    return made


def report(count):
    draw = Draw(count)
    names = [(tool, indicator) for tool, indicators in INDICATORS.items() for indicator in indicators]
    rows = {indicator[0]: [] for _, indicator in names}
    for index in range(count):
        _, (number, _, name) = names[index * len(names) // count]
        rows[number].append(measure(draw, index, name))
    parts = []
    for tool, indicators in INDICATORS.items():
        filled = [
            {"number": number, "key": key, "name": name, "measures": rows[number]}
            for number, key, name in indicators if rows[number]
        ]
        if filled:
            parts.append({"tool": tool, "heading": HEADINGS[tool], "indicators": filled})
    return {
        "layout": "ita/memo-report",
        "language": "th",
        "digits": "thai",
        "emblem": {"mode": "placeholder", "alternative_text": "ตราครุฑ"},
        "agency": {"name": AGENCY, "kind": "tao", "district": "ภูเมฆา", "province": "รัตนธานี"},
        "fiscal_year_be": 2566,
        "round": "6m",
        "memo": {
            "agency": "สำนักปลัด " + AGENCY,
            "reference_no": "รธ ๗๑๒๐๑/-",
            "date": "2023-04-10",
            "subject": "รายงานผลการดำเนินการตามมาตรการ จำนวน {} มาตรการ".format(thai(count)),
            "addressee": "นายก" + AGENCY,
            "reason": "ตามที่ได้ประกาศใช้มาตรการประจำปีงบประมาณ พ.ศ. ๒๕๖๖ นั้น",
            "purpose": "บัดนี้ ได้ครบกำหนดรอบ ๖ เดือนแล้ว จึงขอรายงานผลตามเอกสารแนบท้าย",
            "conclusion": "จึงเรียนมาเพื่อโปรดทราบ",
            "signatures": [
                {"name": "นางสาวพิมพ์ลดา ศรีธารทอง", "position": "นักทรัพยากรบุคคลชำนาญการ"},
                {"name": "นายสุรเดช แก้วกำเนิด", "position": "ปลัดองค์การบริหารส่วนตำบล"},
            ],
        },
        "report": {
            "title": ["รายงานผลการดำเนินการตามมาตรการ", AGENCY],
            "lead": "ผลการดำเนินการระหว่างเดือนตุลาคม ๒๕๖๕ ถึงเดือนมีนาคม ๒๕๖๖ มีดังนี้",
        },
        "parts": parts,
    }


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdigit() or int(sys.argv[1]) < 1:
        sys.stderr.write(__doc__)
        return 2
    text = json.dumps(report(int(sys.argv[1])), ensure_ascii=False, indent=1)
    sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
