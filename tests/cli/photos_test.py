#!/usr/bin/python3
"""Photos as phones and offices bring them, in every layout that takes them, seen in both papers.

    photos_test.py KRUT SOURCE_FOLDER
"""
import base64
import io
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

from PIL import Image

KRUT = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2])
OK, WARNINGS, BAD_DATA, INPUT_MISSING, LIMIT = 0, 1, 64, 66, 75
RED, GREEN, BLUE, GREY = (200, 30, 30), (30, 160, 60), (40, 60, 190), (128, 128, 128)
GPS, ORIENTATION = 0x8825, 0x0112
T = Image.Transpose
# What was done to the upright picture where the camera says this.
HELD = {1: None, 2: T.FLIP_LEFT_RIGHT, 3: T.ROTATE_180, 4: T.FLIP_TOP_BOTTOM, 5: T.TRANSPOSE, 6: T.ROTATE_90,
        7: T.TRANSVERSE, 8: T.ROTATE_270}


def corners(width=480, height=320):
    """Upright: red, green above; blue, grey below."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(GREEN, (width // 2, 0, width, height // 2))
    picture.paste(BLUE, (0, height // 2, width // 2, height))
    picture.paste(GREY, (width // 2, height // 2, width, height))
    return picture


def saved(picture, kind="JPEG", **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def held(orientation, kind="JPEG", picture=None):
    """As a camera held so stores it, with the place where it was taken."""
    picture = picture or corners()
    if HELD[orientation] is not None:
        picture = picture.transpose(HELD[orientation])
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    if kind == "JPEG":
        exif.get_ifd(GPS)[1] = "N"
        exif.get_ifd(GPS)[29] = "2023:04:10"
    return saved(picture, kind, exif=exif.tobytes(), **({"quality": 95} if kind == "JPEG" else {}))


def noise(side, seed):
    return saved(Image.frombytes("RGB", (side, side), random.Random(seed).randbytes(side * side * 3)), quality=97)


def paper(pictures, columns=None, **more):
    page = {"heading": "ภาพประกอบ", "pictures": pictures, **({"columns": columns} if columns else {})}
    return {"layout": "tables", "parts": [{"chapters": [{"body": "ข้อความ"}]}], "photos": [page], **more}


def photo(image, caption=None):
    return {"image": image, "alternative_text": "ภาพทดสอบ", **({"caption": caption} if caption else {})}


def near(a, b, apart=40):
    return all(abs(x - y) < apart for x, y in zip(a, b))


# Forms that end with their signatures.
WITHOUT_PHOTOS = ("announcement", "certificate", "minutes", "news", "order", "regulation", "stamped-letter", "statement")


class Photos(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.addCleanup(self.temporary.cleanup)

    def put(self, **files):
        for name, content in files.items():
            (self.folder / name.replace("__", ".")).write_bytes(content)

    def krut(self, data, *options, command="render", text=None):
        (self.folder / "in.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        done = subprocess.run([KRUT, command, "-" if text else "in.json", *options, "--lang", "en", "--diagnostics", "json"],
                              cwd=self.folder, capture_output=True, input=text, timeout=120)
        messages = [json.loads(line) for line in done.stderr.decode("utf-8").splitlines()]
        return done.returncode, {each["code"]: each for each in messages}

    def rendered(self, data, *options):
        code, told = self.krut(data, *options)
        self.assertEqual(code, OK, told)
        return told

    def pdf(self):
        return (self.folder / "in.pdf").read_bytes()

    def media(self):
        with zipfile.ZipFile(self.folder / "in.docx") as docx:
            relations = docx.read("word/_rels/document.xml.rels").decode()
            targets = dict(re.findall(r'Id="(\w+)"[^>]*?Target="(media/[^"]+)"', relations))
            document = docx.read("word/document.xml").decode()
            return [docx.read("word/" + targets[name]) for name in re.findall(r'<a:blip r:embed="(\w+)"', document)]

    def drawn(self, count):
        """Each picture of the paper as it looks on the page, in order."""
        subprocess.run(["pdftoppm", "-r", "72", "-png", "in.pdf", "page"], cwd=self.folder, check=True)
        pages = [Image.open(path).convert("RGB") for path in sorted(self.folder.glob("page*.png"))]
        dump = subprocess.run([KRUT, "dump", "in.json", "--stage", "pages"], cwd=self.folder, capture_output=True, check=True,
                              env=dict(os.environ, LC_ALL="C.UTF-8")).stdout.decode()
        found, page = [], -1
        for line in dump.splitlines():
            page += line.startswith("page ")
            place = re.match(r"\s*image \S+ ([\d.]+),([\d.]+) ([\d.]+)x([\d.]+)", line)
            if place:
                x, y, width, height = map(float, place.groups())
                found.append(pages[page].crop((round(x), round(y), round(x + width), round(y + height))))
        self.assertEqual(len(found), count, dump)
        return found

    def assert_corners(self, picture, what, apart=40):
        picture = picture.convert("RGB")
        self.assertGreater(picture.width, picture.height, what)
        for colour, x, y in ((RED, 1, 1), (GREEN, 3, 1), (BLUE, 1, 3), (GREY, 3, 3)):
            self.assertTrue(near(picture.getpixel((picture.width * x // 4, picture.height * y // 4)), colour, apart), (what, x, y))

    def test_pictures_stand_upright_in_both_papers_however_the_camera_was_held(self):
        for kind in ("JPEG", "PNG"):
            names = ["{}.{}".format(orientation, kind.lower()) for orientation in HELD]
            for orientation, name in zip(HELD, names):
                (self.folder / name).write_bytes(held(orientation, kind))
            self.rendered(paper([photo(name) for name in names], columns=4), "--overwrite")
            for orientation, on_page, in_docx in zip(HELD, self.drawn(8), self.media()):
                self.assert_corners(on_page, (kind, orientation, "PDF"))
                inside = Image.open(io.BytesIO(in_docx))
                self.assertEqual(inside.getexif().get(ORIENTATION, 1), 1)
                self.assert_corners(inside, (kind, orientation, "DOCX"))

    def test_a_photo_whose_blocks_are_not_whole_is_turned_whole(self):
        self.put(odd__jpg=held(6, picture=corners(487, 331)))
        self.rendered(paper([photo("odd.jpg")]))
        self.assertEqual(Image.open(io.BytesIO(self.media()[0])).size, (487, 331))

    def test_a_jpeg_stands_in_the_pdf_as_it_is_and_once(self):
        for options in ({"quality": 90}, {"quality": 90, "progressive": True}):
            picture = saved(corners(), **options)
            self.put(a__jpg=picture, b__jpg=picture)
            self.rendered(paper([photo("a.jpg"), photo("b.jpg"), photo("a.jpg")]), "--overwrite")
            self.assertEqual(self.pdf().count(picture), 1)
            self.assertEqual(self.pdf().count(b"/DCTDecode"), 1)
            self.assertEqual(set(self.media()), {picture})

    def test_where_a_photo_was_taken_stays_at_home(self):
        self.put(a__jpg=held(1) + b"MotionPhoto")
        self.rendered(paper([photo("a.jpg")]))
        for content in (self.pdf(), self.media()[0]):
            self.assertNotIn(b"Exif\0", content)
            self.assertNotIn(b"2023:04:10", content)
            self.assertNotIn(b"MotionPhoto", content)

    def test_captions_of_a_row_stand_on_one_line(self):
        self.put(wide__jpg=saved(corners()), tall__jpg=saved(corners(320, 480)))
        self.rendered(paper([photo("wide.jpg", "ซ้าย"), photo("tall.jpg", "ขวา")]))
        said = subprocess.run(["pdftotext", "-bbox", "in.pdf", "-"], cwd=self.folder, check=True, capture_output=True)
        feet = [foot for foot, word in re.findall(r'yMax="([0-9.]+)">([^<]+)<', said.stdout.decode()) if word in ("ซ้าย", "ขวา")]
        self.assertEqual((len(feet), len(set(feet))), (2, 1), feet)

    def test_figures_without_captions_stand_apart(self):
        self.put(a__jpg=saved(Image.new("RGB", (480, 320), RED)))
        data = paper([])
        data["parts"][0]["chapters"][0]["figures"] = [dict(photo("a.jpg"), width="6cm")] * 2
        del data["photos"]
        self.rendered(data)
        subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile", "in.pdf", "page"], cwd=self.folder, check=True)
        page = Image.open(self.folder / "page.png").convert("RGB")
        middle = [near(page.getpixel((page.width // 2, y)), RED) for y in range(page.height)]
        edges = [y for y in range(1, page.height) if middle[y] != middle[y - 1]]
        self.assertEqual(len(edges), 4, edges)
        self.assertGreaterEqual(edges[2] - edges[1], 5)

    def test_four_inks_have_their_colours(self):
        inks = saved(corners().convert("CMYK"), quality=95)
        self.put(inks__jpg=inks)
        for standard in ("a3a-ua1", "plain"):
            self.rendered(paper([photo("inks.jpg")]), "--pdf-standard", standard, "--overwrite")
            # Of inks without a profile each reader thinks a little differently.
            self.assert_corners(self.drawn(1)[0], standard, 90 if standard == "plain" else 40)
            self.assertEqual(b"/DeviceCMYK" in self.pdf(), standard == "plain")
        self.rendered(paper([photo("inks.jpg")]), "--overwrite")
        self.assert_corners(Image.open(io.BytesIO(self.media()[0])), "DOCX")

    def test_other_kinds_are_told_by_name_with_a_way_out(self):
        white = Image.new("RGB", (8, 8))
        kinds = {"WebP": saved(white, "WEBP"), "GIF": saved(white, "GIF"), "TIFF": saved(white, "TIFF"),
                 "BMP": saved(white, "BMP"), "HEIC": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40)}
        for name, content in kinds.items():
            self.put(a__jpg=content)
            code, told = self.krut(paper([photo("a.jpg")]), command="check")
            self.assertEqual(code, BAD_DATA)
            self.assertIn("it is a {} file".format(name), told["layout.not-an-image"]["message"])
            self.assertIn("convert picture." + name.lower()[:3], told["layout.not-an-image"]["hint"])

    def test_a_large_paper_is_told_and_scaled_down_when_asked(self):
        names = ["{}.jpg".format(i) for i in range(4)]
        for index, name in enumerate(names):
            (self.folder / name).write_bytes(noise(1_900, index))
        data = paper([photo(name) for name in names])
        for command in ("check", "render"):
            _, told = self.krut(data, command=command)
            self.assertIn("--image-dpi", told["paper.large"]["hint"])
        told = self.rendered(data, "--image-dpi", "150", "--overwrite")
        self.assertNotIn("paper.large", told)
        self.assertLess(len(self.pdf()), 3_000_000)
        widths = {int(width) for width in re.findall(rb"/Subtype/Image/Width (\d+)", self.pdf())}
        self.assertEqual(len(widths), 1)
        self.assertLess(widths.pop(), 500)
        self.assertEqual(self.krut(data, "--image-dpi", "3")[0], LIMIT)
        code, told = self.krut(data, "--image-dpi", "many")
        self.assertEqual(code, 2)
        self.assertEqual(told["usage.bad-value"]["message"], '--image-dpi: "many" will not do: use a whole number: 150')

    def test_a_coarse_picture_is_told(self):
        self.put(a__jpg=saved(corners(90, 60)))
        code, told = self.krut(paper([photo("a.jpg")]), "--strict", command="check")
        self.assertEqual((code, "layout.coarse-picture" in told), (WARNINGS, True))

    def test_a_picture_may_stand_in_the_data(self):
        inside = base64.b64encode(saved(corners())).decode()
        svg = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'><path d='M0 0h4v3z'/></svg>"
        self.rendered(paper([photo("data:image/jpeg;base64," + inside), photo(svg)]))
        self.assert_corners(Image.open(io.BytesIO(self.media()[0])), "DOCX")
        for name, code, words in (("data:image/jpeg;base64,####", "layout.not-an-image", "base64"),
                                  ("data:text/html,x", "layout.not-an-image", "no picture"),
                                  ("data:image/jpeg", "layout.not-an-image", "comma"),
                                  ("data:image/webp;base64,UklGRjAwMDBXRUJQVlA4IA==", "layout.not-an-image", "WebP"),
                                  ("https://example.go.th/a.jpg", "layout.unreadable-image", "fetches nothing"),
                                  ("file:///etc/passwd", "layout.unreadable-image", "fetches nothing")):
            _, told = self.krut(paper([photo(name)]), command="check")
            self.assertIn(words, told[code]["message"], name)
            self.assertLess(len(told[code]["message"]), 200)

    def test_data_from_standard_input_has_its_pictures_in_a_folder(self):
        (self.folder / "pictures").mkdir()
        (self.folder / "pictures" / "a.jpg").write_bytes(saved(corners()))
        text = json.dumps(paper([photo("a.jpg")])).encode()
        code, told = self.krut({}, "-o", "in.pdf", text=text)
        self.assertEqual(code, INPUT_MISSING)
        self.assertIn("--pictures", told["layout.unreadable-image"]["hint"])
        code, told = self.krut({}, "-o", "in.pdf", "--pictures", "pictures", text=text)
        self.assertEqual(code, OK, told)
        self.assertIn(b"/DCTDecode", self.pdf())

    def test_a_picture_that_is_not_there_yet_is_told_and_its_frame_says_so(self):
        data = paper([{"caption": "ถนนหลังปรับปรุง"}])
        code, told = self.krut(data, "--strict", command="check")
        self.assertEqual(code, WARNINGS)
        self.assertEqual(told["data.picture-missing"]["pointer"], "/photos/0/pictures/0")
        self.rendered(data)
        words = subprocess.run(["pdftotext", "in.pdf", "-"], cwd=self.folder, capture_output=True, check=True).stdout.decode()
        self.assertIn("(รอใส่ภาพ)", words)
        with zipfile.ZipFile(self.folder / "in.docx") as docx:
            self.assertIn("(รอใส่ภาพ)", docx.read("word/document.xml").decode())
        data["accepted_warnings"] = ["data.picture-missing"]
        self.assertEqual(self.krut(data, "--strict", command="check"), (OK, {}))

    def test_every_layout_has_photo_pages_and_keeps_their_rows_whole(self):
        self.put(a__jpg=saved(corners()))
        pictures = [photo("a.jpg", "ภาพที่ {}".format(number)) for number in range(1, 8)]
        for example in sorted((SOURCE / "examples").glob("*.json")):
            data = json.loads(example.read_text(encoding="utf-8"))
            if example.stem in WITHOUT_PHOTOS:
                continue
            data["photos"] = [{"heading": "ภาพประกอบ", "pictures": pictures}]
            code, told = self.krut(data, "--overwrite")
            self.assertEqual(code, OK, (example.name, told))
            self.drawn(7)
            self.assertEqual(len(self.media()), 7)

    def test_words_are_asked_for_each_picture(self):
        self.put(a__jpg=saved(corners()))
        code, told = self.krut(paper([{"image": "a.jpg", "caption": "ถนน"}]), command="check")
        self.assertEqual(code, BAD_DATA)
        self.assertIn("alternative_text", json.dumps(list(told.values())))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
