#include "readback/pdf_standing.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "base/limits.h"
#include "base/md5.h"
#include "base/own_digest.h"
#include "base/page_sum.h"
#include "base/utf8.h"
#include "readback/faults.h"
#include "readback/pdf_source.h"
#include "readback/text_changes.h"

namespace krut::readback {

namespace {

constexpr std::string_view start_mark = "startxref\n";
constexpr std::string_view end_mark = "\n%%EOF\n";
constexpr std::string_view own_producer = "krut ";
constexpr std::size_t end_room = 64;  // bytes of the lines that end a file
constexpr std::size_t most_ends = 4;  // places where the file that krut made may end
constexpr std::size_t most_words = 80;

/// A text string (ISO 32000-1, 7.9.2.2) in UTF-8, plain and shortened.
std::string text_of(const Value& value) {
  const std::string* bytes = value.string();
  if (bytes == nullptr) return {};
  constexpr std::string_view utf16_mark = "\xFE\xFF";
  std::string text;
  if (bytes->starts_with(utf16_mark)) {
    std::u32string characters;
    char32_t high = 0;
    for (std::size_t i = 2; i + 1 < bytes->size(); i += 2) {
      const auto unit = static_cast<char32_t>(static_cast<unsigned char>((*bytes)[i]) * 256U +
                                              static_cast<unsigned char>((*bytes)[i + 1]));
      if (unit >= 0xD800 && unit < 0xDC00) {
        high = unit;
      } else if (unit < 0xDC00 || unit > 0xDFFF) {
        characters += unit;
      } else if (high != 0) {
        characters += 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00);
        high = 0;
      }
    }
    text = utf8::from_utf32(characters);
  } else if (!utf8::first_fault(*bytes)) {
    text = *bytes;
  } else {
    for (const char byte : *bytes) utf8::append(text, static_cast<unsigned char>(byte));
  }
  return utf8::shortened(plain_text(text, false), most_words);
}

/// A date (ISO 32000-1, 7.9.4) as ISO 8601 writes it; as it stands where it is another text.
std::string date_of(const Value& value) {
  const std::string text = text_of(value);
  constexpr std::size_t digits = 14;
  if (!text.starts_with("D:") || text.size() < 2 + digits) return text;
  const std::string number = text.substr(2, digits);
  if (!std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; })) return text;
  std::string date = number.substr(0, 4) + "-" + number.substr(4, 2) + "-" + number.substr(6, 2) + "T" +
                     number.substr(8, 2) + ":" + number.substr(10, 2) + ":" + number.substr(12, 2);
  std::string zone = text.substr(2 + digits);
  std::replace(zone.begin(), zone.end(), '\'', ':');
  if (zone.ends_with(':')) zone.pop_back();
  return date + zone;
}

/// The first element of the /ID whose second one stands at `place`.
std::string_view first_digest(std::string_view bytes, const DigestPlace& place) {
  constexpr std::size_t between = 2;  // "><"
  return bytes.substr(place.digits - between - no_digest.size(), no_digest.size());
}

/// Where the cross-reference begins by the file's last line, when the file ends as krut ends it.
std::optional<std::size_t> cross_reference_of(std::string_view bytes) {
  const std::string_view end = bytes.substr(bytes.size() - std::min(bytes.size(), end_room));
  const std::size_t mark = end.rfind(start_mark);
  if (mark == std::string_view::npos) return std::nullopt;
  const std::string_view digits = end.substr(mark + start_mark.size());
  std::size_t start = 0;
  const auto [behind, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), start);
  const bool is_end = digits.substr(static_cast<std::size_t>(behind - digits.data())) == end_mark;
  return fault == std::errc{} && is_end && start < bytes.size() ? std::optional(start) : std::nullopt;
}

/// True where `bytes` are a file as krut made it. Before the second element of /ID was a digest of the whole file, both
/// were that of all before the cross-reference, which is the last thing in the file.
bool is_whole(std::string_view bytes) {
  const auto place = digest_place_in_pdf(bytes);
  const auto start = cross_reference_of(bytes);
  if (!place || !start || *start > place->digits) return false;
  const std::string_view second = bytes.substr(place->digits, no_digest.size());
  if (first_digest(bytes, *place) != second) return is_as_made(bytes, *place);
  return second == digits_of(md5(bytes.substr(0, *start)));
}

/// The bytes that a page draws.
std::string content_of(PdfFile& file, const Value& page) {
  const Object contents = file.object(page["Contents"]);
  if (contents.value.array() == nullptr) return contents.packed ? file.bytes_of(contents, limits::unpacked_bytes) : "";
  std::string bytes;
  for (const Value& part : *contents.value.array()) {
    bytes += file.bytes_of(file.object(part), limits::unpacked_bytes);
  }
  return bytes;
}

/// Calls `visit` with every page, in order.
template <typename Visit>
void for_each_page(PdfFile& file, const Value& catalog, Visit visit) {
  std::set<std::uint32_t> seen;
  std::vector<Value> waiting{catalog["Pages"]};
  while (!waiting.empty()) {
    const Value next = waiting.back();
    waiting.pop_back();
    const Reference* reference = next.reference();
    if (reference != nullptr && !seen.insert(reference->number).second) continue;
    const Value node = file.object(next).value;
    const Value kids = file.object(node["Kids"]).value;
    if (kids.array() != nullptr) {
      waiting.insert(waiting.end(), kids.array()->rbegin(), kids.array()->rend());
    } else if (node.dictionary() != nullptr) {
      visit(node);
    }
  }
}

Value catalog_of(PdfFile& file) { return file.object(file.trailer()["Root"]).value; }

/// The sums of the pages of a file that is as krut made it.
std::string sums_of(std::string_view bytes, const Budget& budget) {
  PdfFile file(bytes, budget, limits::visited_objects);
  std::string sums;
  for_each_page(file, catalog_of(file), [&](const Value& page) { sums += page_sum(content_of(file, page)); });
  return sums;
}

/// What others have put into a file, page by page.
class Comparison {
 public:
  Comparison(PdfFile& file, const std::string& sums, Judgement& judgement)
      : file_(file), sums_(sums), judgement_(judgement) {}

  void run(const Value& catalog) {
    for_each_page(file_, catalog, [&](const Value& page) { look_at(page); });
    const std::size_t made = sums_.size() / page_sum_digits;
    if (made == count_) return;
    tell({"ทั้งเอกสาร", "the document"}, std::to_string(made) + " pages", std::to_string(count_) + " pages");
  }

 private:
  void tell(Bilingual place, std::string before, std::string after) {
    if (judgement_.differences.size() == limits::told_differences) {
      judgement_.has_more_differences = true;
      return;
    }
    judgement_.differences.push_back({std::move(place), {}, std::move(before), std::move(after)});
  }

  void look_at(const Value& page) {
    const std::size_t begin = count_++ * page_sum_digits;
    const std::string number = std::to_string(count_);
    const bool is_known = begin + page_sum_digits <= sums_.size();
    if (is_known && page_sum(content_of(file_, page)) != sums_.substr(begin, page_sum_digits)) {
      tell({"หน้า " + number + " (ภาพของหน้า)", "page " + number + " (what is drawn on it)"}, {}, {});
    }
    const Value annotations = file_.object(page["Annots"]).value;
    if (annotations.array() == nullptr) return;
    for (const Value& one : *annotations.array()) look_at_annotation(file_.object(one).value, number);
  }

  /// krut makes none but fields that are signed.
  void look_at_annotation(const Value& annotation, const std::string& page) {
    if (annotation.dictionary() == nullptr || annotation["Subtype"].is_name("Popup")) return;
    if (annotation["Subtype"].is_name("Widget")) {
      const Value filled = file_.object(annotation["V"]).value;
      const bool is_signature = annotation["FT"].is_name("Sig") || !filled["ByteRange"].is_null();
      if (is_signature || filled.is_null()) return;
      const std::string name = text_of(file_.object(annotation["T"]).value);
      tell({"หน้า " + page + " ช่อง " + name, "page " + page + ", field " + name}, {}, text_of(filled));
      return;
    }
    const std::string author = text_of(file_.object(annotation["T"]).value);
    Bilingual place{"หน้า " + page + " ข้อคิดเห็น", "page " + page + ", annotation"};
    if (!author.empty()) {
      place.thai += "ของ " + author;
      place.english += " by " + author;
    }
    tell(std::move(place), {}, text_of(file_.object(annotation["Contents"]).value));
  }

  PdfFile& file_;
  const std::string& sums_;
  Judgement& judgement_;
  std::size_t count_ = 0;
};

/// The signatures in the form (ISO 32000-1, 12.7 and 12.8): every field whose value covers bytes of the file.
void read_signatures(PdfFile& file, const Value& catalog, Judgement& judgement) {
  const Value form = file.object(catalog["AcroForm"]).value;
  const Value fields = file.object(form["Fields"]).value;
  if (fields.array() == nullptr) return;
  std::vector<Value> waiting(fields.array()->rbegin(), fields.array()->rend());
  std::set<std::uint32_t> seen;
  while (!waiting.empty() && judgement.signatures.size() < limits::told_signatures) {
    const Value next = waiting.back();
    waiting.pop_back();
    const Reference* reference = next.reference();
    if (reference != nullptr && !seen.insert(reference->number).second) continue;
    const Value field = file.object(next).value;
    if (const Value kids = file.object(field["Kids"]).value; kids.array() != nullptr) {
      waiting.insert(waiting.end(), kids.array()->rbegin(), kids.array()->rend());
    }
    const Value signature = file.object(field["V"]).value;
    if (signature["ByteRange"].is_null()) continue;
    judgement.signatures.push_back({text_of(file.object(field["T"]).value),
                                    text_of(file.object(signature["Name"]).value),
                                    date_of(file.object(signature["M"]).value)});
  }
}

/// Who saved the file last, as it says itself.
void read_saver(PdfFile& file, const Value& catalog, Judgement& judgement) {
  const Value information = file.object(file.trailer()["Info"]).value;
  judgement.program = text_of(file.object(information["Producer"]).value);
  judgement.saved_at = date_of(file.object(information["ModDate"]).value);
  if (judgement.program.empty()) {
    const Object metadata = file.object(catalog["Metadata"]);
    const std::string packet = metadata.packed ? file.bytes_of(metadata, limits::unpacked_bytes) : "";
    judgement.program = first_text(packet, "pdf:Producer");
    if (judgement.saved_at.empty()) judgement.saved_at = first_text(packet, "xmp:ModifyDate");
  }
}

/// A program that leaves our name in the file leaves our date too.
void forget_own(Judgement& judgement) {
  judgement.program.clear();
  judgement.saved_at.clear();
  for (const Signature& signature : judgement.signatures) {
    judgement.saved_at = std::max(judgement.saved_at, signature.signed_at);
  }
}

/// By the sums that travel in the file, else by those of the file that it begins with.
void compare_pages(PdfFile& file, std::string sums, std::string_view original, const Budget& budget,
                   Judgement& judgement) {
  try {
    if (sums.empty() && !original.empty()) sums = sums_of(original, budget);
    if (sums.empty()) return;
    Comparison(file, sums, judgement).run(catalog_of(file));
    judgement.is_compared = true;
  } catch (const Fault&) {  // more pages than are looked at, or a damaged one
    judgement.is_compared = false;
  }
}

/// The source, or nothing where the file carries none that can be read.
std::optional<PdfSource> source_of(PdfFile& file) {
  try {
    return pdf_source(file);
  } catch (const Fault&) {
    return std::nullopt;
  }
}

}  // namespace

std::string_view original_in(std::string_view bytes) {
  std::size_t tried = 0;
  for (std::size_t at = bytes.find(end_mark); at != std::string_view::npos && tried < most_ends;
       at = bytes.find(end_mark, at + 1), ++tried) {
    const std::size_t end = at + end_mark.size();
    if (end < bytes.size() && is_whole(bytes.substr(0, end))) return bytes.substr(0, end);
  }
  return {};
}

Judgement judge_pdf(std::string_view bytes, const Budget& budget) {
  Judgement judgement;
  if (is_whole(bytes)) {
    judgement.standing = Standing::untouched;
    return judgement;
  }
  PdfFile file(bytes, budget, limits::visited_objects);
  if (!file.trailer()["Encrypt"].is_null()) fail_as_encrypted();
  const Value catalog = catalog_of(file);
  read_saver(file, catalog, judgement);
  const bool names_us = judgement.program.starts_with(own_producer);
  const auto source = source_of(file);
  const std::string_view original = original_in(bytes);
  if (!source && !names_us && original.empty()) return judgement;
  read_signatures(file, catalog, judgement);
  judgement.standing = judgement.signatures.empty() ? Standing::edited : Standing::with_signatures;
  if (names_us) forget_own(judgement);
  compare_pages(file, source ? source->page_sums : std::string(), original, budget, judgement);
  return judgement;
}

}  // namespace krut::readback
