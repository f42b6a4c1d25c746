"""Every input that has the shape of text, as long as one likes: each function gives the files of a run and its command.

A shape is a function of a size. Sizes are about the bytes of the input, so that shapes can be compared.
"""
import io
import json
import zipfile
import zlib

SHAPES = {}


def shape(most=1 << 22, command="check"):
    """Registers a function of a size: `most` is the largest that limits let pass, `command` what is run."""
    def register(function):
        SHAPES[function.__name__] = (function, most, command)
        return function
    return register


def memo(**more):
    data = {"layout": "memo", "memo": {"agency": "สำนักปลัด", "reference_no": "กก ๑/-", "date": "2023-04-10",
                                       "subject": "ทดสอบ", "salutation_word": "เรียน", "addressee": "นายก", "reason": "เหตุ",
                                       "purpose": "ขอรายงาน", "conclusion": "จึงเรียนมา",
                                       "signatures": [{"name": "นายก ข", "position": "ปลัด"}]}}
    data["memo"].update(more)
    return data


def data_file(data, indent=None):
    return {"data.json": json.dumps(data, ensure_ascii=False, indent=indent).encode()}


def in_memo(text):
    return data_file(memo(body=text))


def repeated(piece, size):
    return (piece * (size // len(piece.encode()) + 1))


# Texts of the data, read for slips.

def add_text(name, piece, most=1 << 22, command="check", ahead=""):
    def function(size):
        return in_memo(ahead + repeated(piece, size))
    function.__name__ = name
    shape(most, command)(function)


for command in ("check", "render"):
    few = 1 << 20 if command == "render" else 1 << 22
    for name, piece in {
            "slips": "กฏหมาย ", "emoji_joined": "👩‍👩‍👧 ", "joiners_alone": "\u200d", "marks_on_one_letter": "่",
            "vowels_on_one_letter": "ี๊", "latin_marks": "\u0301", "repeated_words": "ดำเนินการดำเนินการ", "newlines": "\n",
            "lines": "ก\n", "spaces": " ", "no_break_spaces": "\u00a0", "long_latin_word": "a", "latin_words": "abc ",
            "digits": "๑", "mixed_numbers": "1-๑-", "numbers_of_a_code": "ก1/2/", "letters_in_a_row": "ก ข ",
            "alphabet": "กขค ", "plain_thai": "การดำเนินการของหน่วยงาน", "foreign_letters": "กЖ", "hyphens": "ก-",
            "brackets": "(", "quotes": "\"ก\" ", "dots": "ก.", "slashes": "http://a/", "years": "ปีงบประมาณ พ.ศ. 2560 ",
            "agencies": "องค์การบริหารส่วนตำบลบ้านใหม่", "districts": "อำเภอเมืองจังหวัด", "tabs": "\t", "no_words": "ๆฯ",
            "sara_am": "นํ้า", "codes": "ข้อ 042 i7 i๗ ", "zero_width_spaces": "ก\u200b", "characters_without_glyph": "䷀"}.items():
        add_text(f"{command}_{name}", piece, few, command)


@shape()
def check_escapes(size):
    return {"data.json": data_file(memo(body="@"))["data.json"].replace(b"@", b"\\u0e01\\u0e30 \\u200d" * (size // 20 + 1))}


@shape()
def check_many_texts_with_slips(size):
    return in_memo([repeated("กฏหมาย ", 40) + str(i) for i in range(size // 60 + 1)])


@shape()
def check_places_on_one_line(size):
    return data_file(memo(body=[{"ul": ["กฏหมาย" + str(i)]} for i in range(size // 40 + 1)]))


@shape()
def check_places_on_many_lines(size):
    return data_file(memo(body=[{"ul": ["กฏหมาย" + str(i)]} for i in range(size // 60 + 1)]), indent=1)


# The shape of the data itself.

@shape(1 << 24)
def check_unknown_keys(size):
    return data_file({**memo(), **{f"key_{i}": 1 for i in range(size // 16 + 1)}})


@shape(1 << 24)
def check_keys_nearly_right(size):
    return data_file({**memo(), **{f"memo{i}": 1 for i in range(size // 14 + 1)}})


@shape(1 << 24)
def check_doubled_keys(size):
    keys = ",".join('"same":1' for _ in range(size // 9 + 1))
    return {"data.json": b'{"layout":"memo",' + keys.encode() + b"}"}


@shape(1 << 24)
def check_long_key(size):
    return data_file({**memo(), "k" * (size + 1): {"a": [1, 2, 3]}})


@shape(1 << 22)
def check_long_key_with_many_faults(size):
    return data_file(memo(body=[{"k" * (size // 2 + 1): 1, "b": 2}] * (size // 1000 + 1)) if size < 4000 else
                     memo(body=[{"k" * (size // 2): list(range(size // 16))}]))


@shape(1 << 24)
def check_wrong_types(size):
    return data_file(memo(body=[1] * (size // 3 + 1)))


@shape(1 << 24)
def check_wrong_types_on_many_lines(size):
    return data_file(memo(body=[1] * (size // 7 + 1)), indent=0)


@shape(1 << 24)
def check_empty_objects(size):
    return data_file(memo(body=[{}] * (size // 4 + 1)))


@shape(1 << 24)
def check_nesting_not_closed(size):
    return {"data.json": b"[" * (size + 1)}


@shape(1 << 24)
def check_syntax_fault_at_the_end(size):
    return {"data.json": b'{"layout": "memo", "a": "' + b"a" * size + b'" x}'}


@shape(1 << 24)
def check_blanks(size):
    return {"data.json": b" " * size + data_file(memo())["data.json"]}


@shape(1 << 22)
def check_numbers(size):
    return data_file(memo(body=[1e5] * (size // 10 + 1)))


@shape(1 << 22)
def check_long_number(size):
    return {"data.json": b'{"layout": "memo", "a": ' + b"1" * (size + 1) + b"}"}


@shape(1 << 22)
def check_accepted_warnings(size):
    return data_file({**memo(), "accepted_warnings": [f"data.a{'b' * (i % 20)}" for i in range(size // 20 + 1)]})


@shape(1 << 20, "render")
def render_list_items(size):
    return in_memo([{"ol": ["ข้อ"] * (size // 20 + 1)}])


@shape(1 << 20, "render")
def render_many_lists(size):
    return in_memo([{"ul": ["ข้อ"]}] * (size // 30 + 1))


@shape(1 << 20, "render")
def render_paragraphs(size):
    return in_memo(["ย่อหน้าหนึ่งซึ่งไม่ยาวนัก"] * (size // 80 + 1))


@shape(1 << 20, "render")
def render_different_words(size):
    return in_memo([f"คำที่{i}ของ abc{i}" for i in range(size // 30 + 1)])


@shape(1 << 16, "render")
def render_signers(size):
    signers = [{"name": f"นายก{i}", "position": "ปลัด"} for i in range(min(size // 80 + 1, 100))]
    return data_file(memo(signatures=signers, body=repeated("กข ", size)))


@shape(1 << 18, "render")
def render_long_name(size):
    return data_file(memo(signatures=[{"name": repeated("นายก ", size), "position": "ปลัด"}]))


@shape(1 << 18, "render")
def render_long_position(size):
    return data_file(memo(signatures=[{"name": "นายก", "position": repeated("ปลัด ", size)}]))


@shape(1 << 18, "render")
def render_many_lines_of_a_position(size):
    return data_file(memo(signatures=[{"name": "นายก", "position": ["ปลัด"] * (size // 16 + 1)}]))


@shape(1 << 18, "render")
def render_long_subject(size):
    return data_file(memo(subject=repeated("เรื่อง ", size)))


def tables(tables_, **more):
    return data_file({"layout": "tables", "digits": "arabic", "name": "ตาราง", "author": "ผู้ทำ",
                      "parts": [{"chapters": [{"heading": "หัวข้อ", "tables": tables_}]}], **more})


def table(columns, rows, **more):
    head = [{"cells": [{"text": f"h{i}"} for i in range(columns)]}]
    return {"caption": "ตาราง", "column_count": columns, "head": head, "groups": [{"label": "ก", "rows": rows}], **more}


def row(columns, content="ข้อความ"):
    return {"cells": [{"content": content} for _ in range(columns)]}


@shape(1 << 20, "render")
def render_table_rows(size):
    return tables([table(3, [row(3)] * (size // 120 + 1))])


@shape(1 << 20, "render")
def render_table_groups(size):
    return tables([{**table(2, []), "groups": [{"label": f"ก{i}", "rows": [row(2)]} for i in range(size // 140 + 1)]}])


@shape(1 << 20, "render")
def render_many_tables(size):
    return tables([table(2, [row(2)])] * (size // 280 + 1))


@shape(1 << 20, "render")
def render_table_cells(size):
    return tables([table(60, [row(60, "1")] * (size // 1000 + 1))])


@shape(1 << 20, "render")
def render_long_cell(size):
    return tables([table(2, [row(2, repeated("คำในช่อง ", size // 2))])])


@shape(1 << 20, "render")
def render_long_word_in_a_cell(size):
    return tables([table(4, [row(4, "a" * (size // 4 + 1))])])


@shape(1 << 20, "render")
def render_many_long_words_in_a_cell(size):
    return tables([table(4, [row(4, ("a" * 60 + " ") * (size // 240 + 1))])])


@shape(1 << 20, "render")
def render_list_in_a_cell(size):
    return tables([table(2, [row(2, [{"ul": ["ก"] * (size // 24 + 1)}])])])


@shape(1 << 20, "render")
def render_row_spans(size):
    count = size // 120 + 1
    rows = []
    for at in range(count):
        span = min(1000, count - at % 1000)
        rows.append({"cells": ([{"content": "ก", "rows": span}] if at % 1000 == 0 else []) + [{"content": "ข"}]})
    return tables([table(2, rows)])


# Layouts and schemas of one's own.

OPEN_SCHEMA = b'{"type": "object", "properties": {"layout": {"type": "string"}, "a": {"type": "string"}, ' \
              b'"list": {"type": "array", "items": {"type": "string"}}}}'


def layout_files(body, schema=OPEN_SCHEMA, data=b'{"a": "x", "list": ["y"]}', styles=""):
    text = ('<report version="1" schema="own.schema.json" lang="th" digits="thai" title="t" document-title="t" author="a">'
            '<style name="body" font="TH SarabunPSK" size="16pt" line-pitch="18.1pt"/>' + styles +
            '<section size="A4" margins="2cm">' + body + "</section></report>")
    return {"own.xml": text.encode(), "own.schema.json": schema, "data.json": data}


def add_layout(name, piece, most=1 << 20, styles=""):
    def function(size):
        return layout_files(repeated(piece, size), styles=repeated(styles, size) if styles else "")
    function.__name__ = "layout_" + name
    shape(most, "own")(function)


for name, piece in {"paragraphs": '<p style="body">ก</p>', "bindings": '<p style="body">{{ a }}</p>',
                    "bindings_on_many_lines": '<p style="body">\n{{ a }}</p>\n',
                    "unknown_paths": '<p style="body">{{ nothing }}</p>', "unknown_elements": "<nothing/>",
                    "unknown_attributes": '<p style="body" nothing="1">ก</p>', "unknown_styles": '<p style="bod">ก</p>',
                    "unknown_filters": '<p style="body">{{ a | upperr }}</p>', "comments": "<!-- a=\"b\" -->",
                    "conditions": '<p style="body" if="a and not list">ก</p>', "loops": '<p style="body" each="x in list">{{ x }}</p>',
                    "entities": '<p style="body">&amp;&#x0e01;</p>', "instructions": "<?a b?>"}.items():
    add_layout(name, piece)


@shape(1 << 20, "own")
def layout_one_long_paragraph(size):
    return layout_files('<p style="body">' + repeated("คำ ", size) + "</p>")


@shape(1 << 20, "own")
def layout_many_bindings_in_one_text(size):
    return layout_files('<p style="body">' + repeated("{{ a }}", size) + "</p>")


@shape(1 << 20, "own")
def layout_faulty_bindings_in_one_text(size):
    return layout_files('<p style="body">' + repeated("{{ b }}", size) + "</p>")


@shape(1 << 20, "own")
def layout_entities_in_one_text(size):
    return layout_files('<p style="body">' + repeated("&amp;", size) + "</p>")


@shape(1 << 20, "own")
def layout_open_braces(size):
    return layout_files('<p style="body">' + repeated("{{ ", size) + "</p>")


@shape(1 << 20, "own")
def layout_styles(size):
    styles = "".join(f'<style name="s{i}" based-on="body"/>' for i in range(size // 40 + 1))
    return layout_files('<p style="body">ก</p>', styles=styles)


@shape(1 << 20, "own")
def layout_chain_of_styles(size):
    styles = "".join(f'<style name="s{i}" based-on="{f"s{i - 1}" if i else "body"}"/>' for i in range(size // 40 + 1))
    return layout_files('<p style="body">ก</p>', styles=styles)


@shape(1 << 20, "own")
def layout_attributes(size):
    return layout_files('<p style="body" ' + "".join(f'a{i}="" ' for i in range(size // 10 + 1)) + ">ก</p>")


@shape(1 << 20, "own")
def layout_long_condition(size):
    return layout_files('<p style="body" if="' + " and ".join(["a"] * (size // 6 + 1)) + '">ก</p>')


@shape(1 << 20, "own")
def layout_nots(size):
    return layout_files('<p style="body" if="' + "not " * (size // 4 + 1) + 'a">ก</p>')


@shape(1 << 20, "own")
def layout_parentheses(size):
    return layout_files('<p style="body" if="' + "(" * (size // 2 + 1) + "a" + ")" * (size // 2 + 1) + '">ก</p>')


@shape(1 << 20, "own")
def layout_filters_in_a_row(size):
    return layout_files('<p style="body">{{ a ' + "| upper " * (size // 8 + 1) + "}}</p>")


@shape(1 << 20, "own")
def layout_long_path(size):
    return layout_files('<p style="body">{{ ' + ".".join(["a"] * (size // 2 + 1)) + " }}</p>")


@shape(1 << 20, "own")
def layout_sections(size):
    return layout_files('<p style="body">ก</p></section>' + repeated(
        '<section size="A4" margins="2cm" if="not a"><p style="body">ก</p></section>', size) +
        '<section size="A4" margins="2cm"><p style="body">ก</p>')


@shape(1 << 20, "own")
def layout_nested(size):
    return layout_files("<keep>" * (size // 6 + 1))


@shape(1 << 20, "own")
def layout_rows(size):
    rows = repeated("<row><cell>ก</cell><cell>{{ a }}</cell></row>", size)
    return layout_files('<table style="body" widths="1fr 1fr"><group>' + rows + "</group></table>")


def schema_files(properties, most_data=b'{"a": "x"}', **more):
    schema = {"type": "object", "properties": {"layout": {"type": "string"}, "a": {"type": "string"}, **properties}, **more}
    return layout_files('<p style="body">{{ a }}</p>', json.dumps(schema).encode(), most_data)


@shape(1 << 20, "own")
def schema_properties(size):
    return schema_files({f"p{i}": {"type": "string"} for i in range(size // 30 + 1)})


@shape(1 << 20, "own")
def schema_properties_and_keys(size):
    names = [f"p{i}" for i in range(size // 50 + 1)]
    return schema_files({name: {"type": "string"} for name in names},
                        json.dumps({"a": "x", **dict.fromkeys(names, "y")}).encode())


@shape(1 << 20, "own")
def schema_properties_and_unknown_keys(size):
    count = size // 50 + 1
    return schema_files({f"p{i}": {"type": "string"} for i in range(count)},
                        json.dumps({"a": "x", **{f"q{i}": "y" for i in range(count)}}).encode(), additionalProperties=False)


@shape(1 << 20, "own")
def schema_required(size):
    names = [f"p{i}" for i in range(size // 40 + 1)]
    return schema_files({name: {"type": "string"} for name in names}, required=names)


@shape(1 << 20, "own")
def schema_references(size):
    return schema_files({f"p{i}": {"$ref": "#/definitions/d"} for i in range(size // 40 + 1)}, definitions={"d": {"type": "string"}})


@shape(1 << 20, "own")
def schema_definitions(size):
    return schema_files({"b": {"$ref": "#/definitions/d0"}}, definitions={f"d{i}": {"type": "string"} for i in range(size // 30 + 1)})


@shape(1 << 20, "own")
def schema_chain_of_references(size):
    count = size // 50 + 1
    chain = {f"d{i}": {"items": {"$ref": f"#/definitions/d{i + 1}"}} for i in range(count)}
    return schema_files({"b": {"$ref": "#/definitions/d0"}}, definitions={**chain, f"d{count}": {}})


@shape(1 << 20, "own")
def schema_enum(size):
    return schema_files({"b": {"enum": [f"w{i}" for i in range(size // 12 + 1)]}}, b'{"a": "x", "b": "none of them"}')


@shape(1 << 20, "own")
def schema_enum_and_values(size):
    count = size // 30 + 1
    values = {"a": "x", "b": [f"v{i}" for i in range(count)]}
    return schema_files({"b": {"items": {"enum": [f"w{i}" for i in range(count)]}}}, json.dumps(values).encode())


@shape(1 << 20, "own")
def schema_pattern_that_goes_back(size):
    return schema_files({"b": {"pattern": "^(a+)+$"}}, json.dumps({"a": "x", "b": "a" * size + "b"}).encode())


@shape(1 << 20, "own")
def schema_long_pattern(size):
    return schema_files({"b": {"pattern": "a" * (size + 1)}})


@shape(1 << 20, "own")
def schema_pattern_of_parentheses(size):
    return schema_files({"b": {"pattern": "(" * (size // 2) + ")" * (size // 2)}})


@shape(1 << 20, "own")
def schema_patterns(size):
    return schema_files({f"p{i}": {"pattern": f"^a{i}$"} for i in range(size // 30 + 1)})


@shape(1 << 20, "own")
def schema_alternatives(size):
    return schema_files({"b": {"anyOf": [{"required": [f"k{i}"]} for i in range(size // 24 + 1)]}}, b'{"a": "x", "b": {}}')


@shape(1 << 20, "own")
def schema_unknown_keywords(size):
    return schema_files({"b": {f"keyword{i}": 1 for i in range(size // 16 + 1)}})


# Papers read back.

def pdf_of(objects, trailer, extra=b""):
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer\n<< /Size %d %s >>\n%sstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, extra, start))
    return {"paper.pdf": out.getvalue()}


CATALOG = b"<< /Type /Catalog /Names << /EmbeddedFiles << /Kids [2 0 R] >> >> >>"


@shape(1 << 24, "paper.pdf")
def pdf_objects(size):
    return pdf_of([CATALOG, b"<< >>"] + [b"<< /A 1 >>"] * (size // 50 + 1), b"/Root 1 0 R")


@shape(1 << 24, "paper.pdf")
def pdf_long_dictionary(size):
    return pdf_of([b"<< " + b"/A 1 " * (size // 5 + 1) + b">>"], b"/Root 1 0 R")


@shape(1 << 24, "paper.pdf")
def pdf_deep_arrays(size):
    return pdf_of([b"[" * (size + 1)], b"/Root 1 0 R")


@shape(1 << 24, "paper.pdf")
def pdf_names_that_lead_round(size):
    kids = b"2 0 R " * (size // 6 + 1)
    return pdf_of([CATALOG, b"<< /Kids [" + kids + b"] >>"], b"/Root 1 0 R")


@shape(1 << 22, "paper.pdf")
def pdf_sections(size):
    files = pdf_of([CATALOG, b"<< >>"], b"/Root 1 0 R")["paper.pdf"]
    more = b"".join(b"%d 1\n0000000000 65535 f \n" % (i + 10) for i in range(size // 26 + 1))
    return {"paper.pdf": files.replace(b"trailer\n", more + b"trailer\n")}


@shape(1 << 20, "paper.pdf")
def pdf_updates(size):
    text = pdf_of([CATALOG, b"<< >>"], b"/Root 1 0 R")["paper.pdf"]
    at = text.rindex(b"xref\n0")
    for _ in range(size // 80 + 1):
        begin = len(text)
        text += b"xref\n0 0\ntrailer\n<< /Size 3 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (at, begin)
        at = begin
    return {"paper.pdf": text}


@shape(1 << 24, "paper.pdf")
def pdf_object_stream(size):
    head = b"".join(b"%d 0 " % (i + 10) for i in range(size // 8 + 1))
    packed = zlib.compress(head + b"<< >>")
    stream = b"<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (
        size // 8 + 1, len(head), len(packed), packed)
    return pdf_of([CATALOG, b"<< >>", stream], b"/Root 1 0 R")


@shape(1 << 24, "paper.pdf")
def pdf_rubbish(size):
    return {"paper.pdf": b"%PDF-1.7\n" + b"startxref " * (size // 10 + 1)}


def docx_of(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, text in parts.items():
            archive.writestr(name, text)
    return {"paper.docx": out.getvalue()}


WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'


def source_part(inside, attributes=""):
    return docx_of({"word/document.xml": WORD, "customXml/item1.xml":
                    f'<source xmlns="urn:krut:source:1" layout="a" {attributes}>{inside}</source>'})


@shape(1 << 22, "paper.docx")
def docx_attributes(size):
    return source_part("", "".join(f'a{i}="" ' for i in range(size // 10 + 1)))


@shape(1 << 22, "paper.docx")
def docx_attributes_inside(size):
    return source_part("<data " + "".join(f'a{i}="" ' for i in range(size // 10 + 1)) + "/>")


@shape(1 << 22, "paper.docx")
def docx_namespaces(size):
    return source_part("<data " + "".join(f'xmlns:a{i}="b" ' for i in range(size // 16 + 1)) + "/>")


@shape(1 << 24, "paper.docx")
def docx_characters(size):
    return source_part("<data>" + '<character code="1"/>' * (size // 21 + 1) + "</data>")


@shape(1 << 24, "paper.docx")
def docx_long_data(size):
    return source_part("<data>" + "a" * size + "</data>")


@shape(1 << 22, "paper.docx")
def docx_nested(size):
    return source_part("<data>" + "<a>" * (size // 3 + 1))


@shape(1 << 22, "paper.docx")
def docx_entities(size):
    return source_part("<data>" + "&amp;" * (size // 5 + 1) + "</data>")


@shape(1 << 22, "paper.docx")
def docx_parts(size):
    parts = {f"customXml/item{i}.xml": "<a/>" for i in range(size // 150 + 1)}
    return docx_of({"word/document.xml": WORD, **parts})


@shape(1 << 22, "paper.docx")
def docx_paragraphs(size):
    text = WORD.replace("<w:body/>", "<w:body>" + "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * (size // 34 + 1) + "</w:body>")
    return docx_of({"word/document.xml": text})
