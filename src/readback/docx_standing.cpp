#include "readback/docx_standing.h"

#include <algorithm>
#include <set>

#include "base/limits.h"
#include "base/own_digest.h"
#include "base/utf8.h"
#include "model/said_text.h"
#include "readback/docx_source.h"
#include "readback/faults.h"
#include "readback/text_changes.h"
#include "readback/zip_reader.h"

namespace krut::readback {

namespace {

constexpr std::string_view main_part = "word/document.xml";
constexpr std::string_view own_application = "krut ";
constexpr std::string_view own_property = "\"krut.data-hash\"";
constexpr std::size_t most_words = 40;

/// The paragraphs of one side of the comparison.
struct Side {
  std::vector<std::string> texts;
  bool is_too_long = false;

  void add(std::string text) {
    is_too_long = is_too_long || texts.size() >= limits::compared_paragraphs;
    if (!text.empty() && !is_too_long) texts.push_back(std::move(text));
  }
};

/// Where a paragraph of the changed file stands.
struct Stand {
  std::size_t table = 0;
  std::size_t row = 0;
  std::size_t cell = 0;
  std::size_t heading = 0;  ///< index of the text over it, plus one; 0: none
  std::string pointer;
  const char* margin_thai = nullptr;  ///< outside of the text: where
  const char* margin_english = nullptr;
};

struct NewSide : Side {
  std::vector<Stand> stands;

  void add_at(std::string text, const Stand& stand) {
    add(std::move(text));
    if (texts.size() > stands.size()) stands.push_back(stand);
  }
};

Side lines_of(std::string_view record) {
  Side side;
  while (!record.empty() && !side.is_too_long) {
    const std::size_t end = std::min(record.find('\n'), record.size());
    side.add(plain_text(record.substr(0, end), false));
    record.remove_prefix(std::min(end + 1, record.size()));
  }
  return side;
}

bool is_heading(std::string_view style) {
  constexpr std::string_view name = "eading";
  return style.size() > name.size() && style.substr(1).starts_with(name);
}

void add_part(const std::string& xml, const DocxSource& source, Stand stand, NewSide& side) {
  model::for_each_paragraph(xml, [&](const model::SaidParagraph& said) {
    stand.table = said.table;
    stand.row = said.row;
    stand.cell = said.cell;
    const auto anchor = source.anchors.find(std::string(said.bookmark));
    stand.pointer = anchor == source.anchors.end() ? std::string() : anchor->second;
    side.add_at(plain_text(said.escaped, true), stand);
    if (is_heading(said.style)) stand.heading = side.texts.size();
  });
}

/// Where else words may stand in a file, and what people call it.
struct Margin {
  std::string_view part;
  const char* thai;
  const char* english;
};
constexpr Margin margins[] = {{"word/header", "หัวกระดาษ", "header"},
                              {"word/footer", "ท้ายกระดาษ", "footer"},
                              {"word/comments", "ข้อคิดเห็น", "comment"},
                              {"word/footnotes", "เชิงอรรถ", "footnote"},
                              {"word/endnotes", "อ้างอิงท้ายเรื่อง", "endnote"}};

NewSide margins_of(ZipReader& file, const DocxSource& source) {
  NewSide side;
  for (std::size_t i = 0; i < file.names().size(); ++i) {
    const std::string& name = file.names()[i];
    for (const Margin& margin : margins) {
      if (!name.starts_with(margin.part) || !name.ends_with(".xml")) continue;
      Stand stand;
      stand.margin_thai = margin.thai;
      stand.margin_english = margin.english;
      add_part(file.bytes(i), source, stand, side);
    }
  }
  return side;
}

Bilingual place_of(const NewSide& side, std::size_t index) {
  if (side.texts.empty()) return {"ต้นเอกสาร", "the beginning"};
  const std::size_t at = std::min(index, side.texts.size() - 1);
  const Stand& stand = side.stands[at];
  if (stand.margin_thai != nullptr) return {stand.margin_thai, stand.margin_english};
  Bilingual place;
  const auto add = [&](const char* thai, const char* english, std::size_t number) {
    place.thai += (place.thai.empty() ? "" : " ") + std::string(thai) + " " + std::to_string(number);
    place.english += (place.english.empty() ? "" : ", ") + std::string(english) + " " + std::to_string(number);
  };
  if (stand.table > 0) {
    add("ตารางที่", "table", stand.table);
    add("แถว", "row", stand.row);
    add("ช่อง", "cell", stand.cell);
  } else {
    add("ย่อหน้าที่", "paragraph", at + 1);
  }
  if (stand.heading > 0 && stand.heading - 1 != at) {
    const std::string heading = utf8::shortened(side.texts[stand.heading - 1], most_words);
    place.thai += " ใต้หัวข้อ \"" + heading + "\"";
    place.english += " under \"" + heading + "\"";
  }
  return place;
}

/// Tells one more, where there is room for it.
void tell(Judgement& judgement, Bilingual place, std::string pointer, std::string_view before, std::string_view after) {
  if (judgement.differences.size() == limits::told_differences) {
    judgement.has_more_differences = true;
    return;
  }
  auto [old_words, new_words] = differing_words(before, after);
  judgement.differences.push_back({std::move(place), std::move(pointer), std::move(old_words), std::move(new_words)});
}

void compare(const Side& before, const NewSide& after, Judgement& judgement) {
  const Changes found = changes(before.texts, after.texts, limits::told_differences);
  judgement.has_more_differences = found.has_more;
  for (const Change& change : found.found) {
    const std::size_t at = change.after.value_or(change.next_after > 0 ? change.next_after - 1 : 0);
    tell(judgement, place_of(after, at), change.after ? after.stands[*change.after].pointer : std::string(),
         change.before ? std::string_view(before.texts[*change.before]) : std::string_view(),
         change.after ? std::string_view(after.texts[*change.after]) : std::string_view());
  }
}

std::vector<std::string> sorted(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  return texts;
}

/// Word processors write the header of one section into several parts, or of several into one: each text counts once,
/// in no order.
void compare_margins(const Side& before, const NewSide& after, Judgement& judgement) {
  std::vector<std::string> gone = sorted(before.texts);
  const std::vector<std::string> known = gone;
  const std::vector<std::string> there = sorted(after.texts);
  std::erase_if(gone, [&](const std::string& text) { return std::binary_search(there.begin(), there.end(), text); });
  std::set<std::string> told(known.begin(), known.end());
  for (std::size_t i = 0; i < after.texts.size(); ++i) {
    if (!told.insert(after.texts[i]).second) continue;
    const std::string old = gone.empty() ? std::string() : gone.front();
    if (!gone.empty()) gone.erase(gone.begin());
    tell(judgement, place_of(after, i), after.stands[i].pointer, old, after.texts[i]);
  }
  for (const std::string& text : gone) {
    tell(judgement, {"หัวกระดาษหรือท้ายกระดาษ", "header or footer"}, {}, text, {});
  }
}

void compare_texts(ZipReader& file, const Budget& budget, Judgement& judgement) {
  const DocxSource source = docx_source(file, budget);
  if (!source.text) return;
  const Side old_body = lines_of(*source.text);
  const Side old_margins = lines_of(source.margins);
  NewSide body;
  add_part(file.bytes(main_part), source, {}, body);
  const NewSide new_margins = margins_of(file, source);
  judgement.is_compared =
      !old_body.is_too_long && !old_margins.is_too_long && !body.is_too_long && !new_margins.is_too_long;
  if (!judgement.is_compared) return;
  compare(old_body, body, judgement);
  compare_margins(old_margins, new_margins, judgement);
}

/// Signatures over a package, ISO/IEC 29500-2, 12.
void read_signatures(ZipReader& file, Judgement& judgement) {
  for (std::size_t i = 0; i < file.names().size(); ++i) {
    const std::string& name = file.names()[i];
    if (!name.starts_with("_xmlsignatures/") || !name.ends_with(".xml")) continue;
    if (judgement.signatures.size() == limits::told_signatures) return;
    const std::string part = file.bytes(i);
    judgement.signatures.push_back({{}, first_text(part, "X509SubjectName"), first_text(part, "mdssi:Value")});
  }
}

}  // namespace

Judgement judge_docx(std::string_view bytes, const Budget& budget) {
  ZipReader file(bytes, budget);
  if (!file.has(main_part)) return {};
  Judgement judgement;
  const std::string core = file.bytes("docProps/core.xml");
  const std::string extended = file.bytes("docProps/app.xml");
  const std::string custom = file.bytes(digest_part);
  const std::string application = first_text(extended, "Application");
  judgement.program = application.substr(0, application.find('$'));  // what LibreOffice adds names its build
  const bool names_us = judgement.program.starts_with(own_application);
  if (names_us) judgement.program.clear();  // left there by a program that does not name itself
  judgement.person = first_text(core, "cp:lastModifiedBy");
  judgement.saved_at =
      std::max(first_text(core, "dcterms:modified"), file.latest_date());  // some leave the former as it was
  if (!names_us && custom.find(own_property) == std::string::npos) return judgement;
  judgement.standing = Standing::edited;
  const bool is_older = custom.find(digest_property) == std::string::npos;
  if (is_older && names_us && judgement.person.empty() && file.is_packed_as_ours()) {
    judgement.standing = Standing::untouched;
    return judgement;
  }
  read_signatures(file, judgement);
  if (!judgement.signatures.empty()) judgement.standing = Standing::with_signatures;
  try {
    compare_texts(file, budget, judgement);
  } catch (const Fault&) {  // without its source, or with a changed one: nothing to compare with
    judgement.is_compared = false;
  }
  return judgement;
}

}  // namespace krut::readback
