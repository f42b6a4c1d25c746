#include "picture/other_kinds.h"

#include <algorithm>
#include <array>
#include <string>

namespace krut::picture {

namespace {

/// A kind of file by the bytes that stand at a place in it.
struct Mark {
  std::size_t at;
  std::string_view bytes;
  const char* name;
  const char* ending;  ///< of the file names, for the command that converts one; null: no such command
};

constexpr std::array<Mark, 35> marks = {{
    {8, "WEBP", "WebP", "webp"},
    {0, "GIF8", "GIF", "gif"},
    {8, std::string_view("CR\2\0", 4), "CR2 (camera raw)", nullptr},  // begins like a TIFF
    {0, std::string_view("II\x2A\0", 4), "TIFF", "tif"},
    {0, std::string_view("MM\0\x2A", 4), "TIFF", "tif"},
    {0, std::string_view("II\x2B\0", 4), "BigTIFF", "tif"},
    {0, std::string_view("MM\0\x2B", 4), "BigTIFF", "tif"},
    {4, "ftypheic", "HEIC", "heic"},
    {4, "ftypheix", "HEIC", "heic"},
    {4, "ftyphevc", "HEIC", "heic"},
    {4, "ftypheim", "HEIC", "heic"},
    {4, "ftypheis", "HEIC", "heic"},
    {4, "ftypmif1", "HEIC", "heic"},
    {4, "ftypmsf1", "HEIC", "heic"},
    {4, "ftypavif", "AVIF", "avif"},
    {4, "ftypavis", "AVIF", "avif"},
    {4, "ftypcrx ", "CR3 (camera raw)", nullptr},
    {4, "ftyp", "MP4 (video)", nullptr},
    {0, std::string_view("\0\0\0\x0CJXL ", 8), "JPEG XL", "jxl"},
    {0, "\xFF\x0A", "JPEG XL", "jxl"},
    {0, std::string_view("\0\0\0\x0CjP  ", 8), "JPEG 2000", "jp2"},
    {0, "\xFF\x4F\xFF\x51", "JPEG 2000", "jp2"},
    {0, "8BPS", "PSD (Photoshop)", "psd"},
    {0, std::string_view("\0\0\1\0", 4), "ICO", "ico"},
    {0, std::string_view("\0\0\2\0", 4), "CUR (mouse pointer)", "cur"},
    {0, "%PDF-", "PDF", nullptr},
    {0, "\x1F\x8B", "gzip (svgz)", nullptr},
    {0, "\xD7\xCD\xC6\x9A", "WMF", "wmf"},
    {0, std::string_view("\1\0\x09\0\0\1", 6), "WMF", "wmf"},  // without the header that Aldus added
    {0, std::string_view("\1\0\x09\0\0\3", 6), "WMF", "wmf"},
    {40, " EMF", "EMF", "emf"},
    {0, "FUJIFILM", "RAF (camera raw)", nullptr},
    {0, "IIRO", "ORF (camera raw)", nullptr},
    {0, std::string_view("IIU\0", 4), "RW2 (camera raw)", nullptr},
    {0, "BM", "BMP", "bmp"},
}};

/// "BM" alone begins many a text: the length of the header behind it, and a word that is always 0, tell.
bool is_bmp(std::string_view bytes) {
  constexpr std::size_t reserved = 6;
  constexpr std::size_t header_size = 14;
  return bytes.size() > header_size + 3 && bytes.substr(reserved, 4) == std::string_view("\0\0\0\0", 4) &&
         bytes.substr(header_size + 1, 3) == std::string_view("\0\0\0", 3);
}

/// The place of the mark of an EMF is one where words may stand too; its first record is of a kind of its own.
bool is_emf(std::string_view bytes) { return bytes.starts_with(std::string_view("\1\0\0\0", 4)); }

bool fits(const Mark& mark, std::string_view bytes) {
  if (bytes.size() < mark.at || bytes.substr(mark.at, mark.bytes.size()) != mark.bytes) return false;
  if (mark.bytes == "BM") return is_bmp(bytes);
  return mark.bytes != " EMF" || is_emf(bytes);
}

/// A or an, as the name is said.
std::string with_article(const std::string& name) {
  constexpr std::string_view vowels = "AEIO";
  const bool is_spelt = name.starts_with("MP4") || name.starts_with("RW2");  // em, ar
  return (is_spelt || vowels.find(name.front()) != std::string_view::npos ? "an " : "a ") + name;
}

Bilingual way_out(const Mark& mark) {
  const std::string name = mark.name;
  if (name == "PDF") {
    return {"แปลงหน้าเป็นภาพ: pdftoppm -r 200 -png ไฟล์.pdf ภาพ",
            "make a picture of its page: pdftoppm -r 200 -png file.pdf picture"};
  }
  if (name == "WMF" || name == "EMF") {
    const std::string ending = mark.ending;
    return {"เปิดแล้วบันทึกเป็น PNG หรือใช้คำสั่ง soffice --convert-to png ภาพ." + ending,
            "open it and save it as PNG, or convert it: soffice --convert-to png picture." + ending};
  }
  if (mark.ending == nullptr) return {"เปิดแล้วบันทึกเป็น JPEG หรือ PNG", "open it and save it as JPEG or PNG"};
  const std::string ending = mark.ending;
  Bilingual hint = {"เปิดแล้วบันทึกเป็น JPEG หรือ PNG หรือใช้คำสั่ง convert ภาพ." + ending + " ภาพ.jpg",
                    "open it and save it as JPEG or PNG, or convert it: convert picture." + ending + " picture.jpg"};
  if (name == "HEIC") {
    hint.thai += " (หรือ heif-convert) ตั้งกล้อง iPhone ให้ถ่ายเป็น JPEG ได้ที่ การตั้งค่า > กล้อง > รูปแบบ > ใช้กับอุปกรณ์ได้มากที่สุด";
    hint.english += " (or heif-convert); an iPhone takes JPEGs with Settings > Camera > Formats > Most Compatible";
  }
  return hint;
}

}  // namespace

std::optional<Fault> other_kind(std::string_view bytes) {
  if (bytes.empty()) {
    return Fault{Fault::Kind::damaged, {"ไฟล์ว่างเปล่า", "the file is empty"}, {"คัดลอกไฟล์ใหม่", "copy the file again"}};
  }
  const auto mark = std::find_if(marks.begin(), marks.end(), [&](const Mark& each) { return fits(each, bytes); });
  if (mark == marks.end()) return std::nullopt;
  const std::string name = mark->name;
  return Fault{Fault::Kind::damaged,
               {"เป็นไฟล์ " + name + " ซึ่งใช้ไม่ได้ ใช้ได้เฉพาะ JPEG, PNG และ SVG",
                "it is " + with_article(name) + " file; pictures are JPEG, PNG or SVG"},
               way_out(*mark)};
}

}  // namespace krut::picture
