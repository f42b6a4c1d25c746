"""Faulty inputs of every kind that the command line reads, made in a folder from sound ones; and wrong usage of every kind.

Each case is the words of one call, to be made in that folder.
"""
import json
import os
import shutil
import struct
import zipfile
import zlib

ACTING = "\x1b[31m\u202e\x9b\x7f\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
LOST_SURROGATE = b"\x00\xd8\x00"  # in UTF-16: bytes that are no text


def as_text(data):
    return json.dumps(data, ensure_ascii=False).encode("utf-8")


def names():
    """Names that a terminal would obey, or that are no text."""
    return [os.fsdecode(name) for name in (b"\xff\xfe.json", b"\x1b[31mq\xc2\x9b.json", "a\nb\u202e.json".encode(), b"x\xff")]


def faulty_data(memo):
    odd_value, odd_date = json.loads(json.dumps(memo)), json.loads(json.dumps(memo))
    odd_value["memo"]["subject"] = ACTING
    odd_date["memo"]["date"] = ACTING
    return {"utf16": '{"a":1}'.encode("utf-16"), "escape": b'{"a":\x1b[31m}', "no-text": b'{"layout":"memo","\xff":1}',
            "zeros": b"\0\0", "empty": b"", "keys": as_text({**memo, "x" + ACTING: 1}).replace(b"\n", b" "),
            "layout": as_text({**memo, "layout": ACTING}), "value": as_text(odd_value), "date": as_text(odd_date),
            "array": b"[]", "cut": as_text(memo)[:-9]}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def faulty_pictures():
    png = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)) + chunk(b"iCCP", b"x\0\0junk") +
           chunk(b"gAMA", b"\0\0\0\0") + chunk(b"tEXt", b"\xff") + chunk(b"IDAT", zlib.compress(b"\0" * 14)) + chunk(b"IEND", b""))
    head = b'<?xml version="1.0" encoding="%s"?>'
    return {"utf16.svg": "\ufeff<?xml version='1.0' encoding='UTF-16'?>".encode("utf-16") + SVG, "encoding.svg": head % b"klingon" + SVG,
            "euc.svg": head % b"EUC-JP" + SVG.replace(b"<path", b"\xff\xfe\x8f<path"),
            "no-text.svg": SVG.replace(b"<path", b"\xff\xfe\x8f<path"),
            "surrogate.svg": b"\xff\xfe" + SVG.decode().encode("utf-16-le") + LOST_SURROGATE,
            "namespace.svg": SVG.replace(b"<path", b'<q:path xml:id="1"/><path xmlns:z="" '),
            "doctype.svg": b'<!DOCTYPE svg [<!ENTITY a "b"><!ATTLIST svg id ID #REQUIRED>]>' + SVG,
            "outside.svg": b'<!DOCTYPE svg SYSTEM "x.dtd">' + SVG, "entity.svg": SVG.replace(b"</svg>", b"&foo;</svg>"),
            "style.svg": SVG.replace(b"</svg>", b'<style>a{{{</style></svg>'), "cut.svg": SVG[:-9],
            "empty.png": b"", "header.png": b"\x89PNG\r\n\x1a\n" + bytes(40), "warnings.png": png, "checksum.png": png[:-30] + b"x" + png[-29:],
            "cut.png": png[:-40]}


def faulty_layouts(layout):
    return {"encoding": layout.replace(b"utf-8", b"klingon").replace(b"UTF-8", b"klingon"), "cut": layout[:-20],
            "surrogate": b"\xff\xfe" + layout.decode().encode("utf-16-le") + LOST_SURROGATE,
            "doctype": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + layout[layout.index(b"<report"):],
            "entity": layout.replace(b"</report>", b"&nope;</report>"),
            "namespace": layout.replace(b"<section", b'<section xml:id="1" q:x="1" ', 1),
            "number": layout.replace(b'version="1"', b'version="99999999999999999999999"', 1),
            "acting": layout.replace(b'schema="', b'schema="\xc2\x9b&#x202e;', 1)}


def faulty_schemas(schema):
    properties = {**schema["properties"], "x": {"type": "string", "pattern": "(?<=a)b["}}
    return [b"{", b"[]", as_text({**schema, "pattern": "[[["}), as_text({**schema, "properties": properties}), b'{"$ref":"#/nope"}',
            '{"title":"\x1b[31m"}'.encode(), as_text({"type": ACTING})]


def faulty_parts():
    """What another hand may have made of the part of a DOCX that holds the data."""
    return [lambda part: part.replace(b"UTF-8", b"klingon"), lambda part: part.replace(b"UTF-8", b"EUC-JP"), lambda part: part[:-40],
            lambda part: b"\xff\xfe" + part.decode().encode("utf-16-le") + LOST_SURROGATE,
            lambda part: part.replace(b"<data", b"<q:data", 1), lambda part: b'<!DOCTYPE a SYSTEM "x">' + part,
            lambda part: part.replace(b"<source", b'<source xmlns="rel"', 1),
            lambda part: part.replace(b'producer="', b'producer="&#27;', 1),
            lambda part: part.replace(b'producer="krut', b'producer="&#x9b;&#x202e;&#x7f;krut', 1)]


def papers_read_back(folder):
    with zipfile.ZipFile(folder / "sound.docx") as sound:
        parts = [(part.filename, sound.read(part)) for part in sound.infolist()]
    for number, change in enumerate(faulty_parts()):
        with zipfile.ZipFile(folder / f"part-{number}.docx", "w") as made:
            for name, part in parts:
                is_data = name.startswith("customXml/item") and name.endswith(".xml") and "Props" not in name
                made.writestr(name, change(part) if is_data else part)
        yield f"part-{number}.docx"
    docx, pdf = (folder / "sound.docx").read_bytes(), (folder / "sound.pdf").read_bytes()
    for number, paper in enumerate([docx[:len(docx) // 2], b"PK\x03\x04", b"", b"%PDF-1.7", docx.replace(b"customXml", b"custo\x1bXml"),
                                    pdf[:len(pdf) // 2], pdf.replace(b"/F", b"/\x1b"), pdf.replace(b"stream", b"strea\xff")]):
        (folder / f"paper-{number}").write_bytes(paper)
        yield f"paper-{number}"


def inputs(folder, source, memo):
    """Calls over faulty data, pictures, layouts, grammars, schemas, papers and fonts. `folder` holds sound.json and both
    papers made from it."""
    for name, data in faulty_data(memo).items():
        (folder / f"{name}.json").write_bytes(data)
        yield ["check", f"{name}.json"]
    for name, picture in faulty_pictures().items():
        (folder / name).write_bytes(picture)
        emblem = {"mode": "image", "image": name, "alternative_text": "x"}
        (folder / f"{name}.json").write_bytes(as_text({**memo, "emblem": emblem}))
        yield ["render", f"{name}.json", "-o", "out.pdf", "-o", "out.docx"]
    shutil.copytree(source / "layouts", folder / "layouts")
    layout = (source / "layouts" / "memo.xml").read_bytes()
    for name, text in faulty_layouts(layout).items():
        (folder / "layouts" / f"{name}.xml").write_bytes(text)
        yield ["check", "sound.json", "--layout", f"layouts/{name}.xml"]
    yield ["layouts", "--layouts", "layouts"]
    for number, text in enumerate([b"", b"junk", b'<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><externalRef href="no.rng"/>'
                                   b"</start></grammar>"]):
        (folder / f"grammar-{number}").mkdir()
        (folder / f"grammar-{number}" / "layout.rng").write_bytes(text)
        (folder / f"grammar-{number}" / "odd.xml").write_bytes(layout)
        yield ["layouts", "--layouts", f"grammar-{number}"]
        yield ["check", "sound.json", "--layouts", f"grammar-{number}"]
    for number, text in enumerate(faulty_schemas(json.loads((source / "layouts" / "memo.schema.json").read_bytes()))):
        (folder / f"schema-{number}").mkdir()
        (folder / f"schema-{number}" / "memo.schema.json").write_bytes(text)
        (folder / f"schema-{number}" / "odd.xml").write_bytes(layout)
        yield ["check", "sound.json", "--layout", f"schema-{number}/odd.xml"]
    for paper in papers_read_back(folder):
        yield ["read-back", paper]
        yield ["read-back", "--about", paper]
    (folder / "fonts").mkdir()
    for name in ["junk.ttf", *(name + ".ttf" for name in names())]:
        (folder / "fonts" / name).write_bytes(b"junk")
    yield ["fonts", "--fonts", "fonts"]
    yield ["check", "sound.json", "--fonts", "fonts"]


def odd_names(folder):
    """Calls that name files, layouts, folders and words which a terminal would obey."""
    for name in names():
        (folder / name).write_bytes(b'{"layout":"memo"}')
        yield from (["check", name], ["render", name], ["read-back", name], ["check", "no" + name], ["check", "sound.json", "-l", name],
                    ["check", "sound.json", "-l", name + ".xml"], ["check", "sound.json", "--fonts", name],
                    ["check", "sound.json", "--layouts", name], ["render", "sound.json", "-o", name],
                    ["render", "sound.json", "-o", name + "/x.pdf"], ["render", "sound.json", "-o", name + ".pdf"], ["new", name],
                    ["schema", name], ["fonts", name], [name], ["check", name, name], ["check", "sound.json", "--" + name],
                    ["check", "sound.json", "--lang", name], ["dump", "sound.json", "--stage", name],
                    ["render", "sound.json", "--signatures", name + "/q"], ["render", "sound.json", "--format=" + name])


def missing():
    """Calls that name what is not there, or may not be read or written, each with its exit code and the file told."""
    return [(["check", "absent.json"], 66, "absent.json"), (["render", "absent.json"], 66, "absent.json"), (["check", "."], 66, "."),
            (["read-back", "absent.pdf"], 66, "absent.pdf"), (["read-back", "-o", "x", "absent.docx"], 66, "absent.docx"),
            (["check", "sound.json", "--layout", "absent.xml"], 66, "absent.xml"),
            (["check", "sound.json", "--layouts", "absent"], 69, "absent"), (["check", "sound.json", "--fonts", "absent"], 69, "absent"),
            (["render", "sound.json", "-o", "absent/x.pdf"], 73, "absent/x.pdf"),
            (["render", "sound.json", "-o", "sound.json/x.pdf"], 73, "sound.json/x.pdf"),
            (["render", "sound.json", "-o", "n" * 300 + ".pdf"], 73, "n" * 300 + ".pdf"),
            (["check", "sound.json/x"], 66, "sound.json/x"), (["check", "n" * 300], 66, "n" * 300)]


def wrong_usage():
    return [[], ["--"], ["-"], ["---"], ["--="], ["-="], ["-o="], ["=x"], [""], ["check"], ["check", "a", "b"], ["check", "sound.json", "--=x"],
            ["check", "sound.json", "-x=1"], ["check", "sound.json", "-lx", "-ly"], ["check", "sound.json", "--strict=maybe"], ["--lang"],
            ["--lang", "xx", "check", "sound.json"], ["--version=x"], ["check", "sound.json", "--lang", ""],
            ["render", "sound.json", "-o"], ["render", "sound.json", "--format", "odt"], ["render", "sound.json", "--pdf-standard", "x"],
            ["new"], ["new", "memo", "x"], ["layouts", "x"], ["schema"], ["read-back"], ["dump", "sound.json", "--stage", "x"],
            ["check", "sound.json", "layouts"], ["fly"], ["--fly"], ["render", "-"], ["render", "sound.json", "-o", "x.odt"],
            ["render", "sound.json", "-o", "-"], ["render", "sound.json", "-o", "x.pdf", "-o", "y.pdf"],
            ["render", "sound.json", "-o", "x.docx", "-o", "y.docx"], ["render", "sound.json", "-o", "-", "-o", "y.docx"],
            ["render", "sound.json", "-o", "fonts/", "-o", "y.docx"], ["render", "sound.json", "-o", "x.pdf", "--format", "docx"],
            ["render", "sound.json", "-o", "x.docx", "--signatures", "-"], ["render", "sound.json", "--signatures", "sound.json"],
            ["render", "sound.json", "-o", "sound.json"], ["render", "sound.json", "-o", "-", "--format", "pdf", "--signatures", "-"],
            ["read-back", "sound.pdf", "-o", "sound.pdf"], ["read-back", "sound.pdf", "-o", "a", "-o", "b"]]
