#include "krut/judgement.h"

#include <algorithm>
#include <utility>

#include "readback/standing.h"

namespace krut {

namespace {

constexpr std::size_t most_named = 3;  ///< differences and signatures in one message; the judgement has more

api::Standing shown(readback::Standing standing) {
  switch (standing) {
    case readback::Standing::empty:
      return api::Standing::empty;
    case readback::Standing::untouched:
      return api::Standing::untouched;
    case readback::Standing::edited:
      return api::Standing::edited;
    case readback::Standing::with_signatures:
      return api::Standing::with_signatures;
    case readback::Standing::foreign:
      break;
  }
  return api::Standing::foreign;
}

std::string object_of(const model::Members& members) {
  std::string json;
  for (const auto& [name, value] : members)
    json += (json.empty() ? "{" : ", ") + model::json_string(name) + ": " + value;
  return json + "}";
}

template <typename Item, typename Write>
std::string array_of(const std::vector<Item>& items, Write write) {
  std::string json = "[";
  for (const Item& item : items) json += (json.size() > 1 ? ", " : "") + object_of(write(item));
  return json + "]";
}

std::string truth(bool is_so) { return is_so ? "true" : "false"; }

Bilingual quoted(const std::string& words) { return {"\"" + words + "\"", "\"" + words + "\""}; }

void append(Bilingual& text, const Bilingual& more) {
  text.thai += more.thai;
  text.english += more.english;
}

/// " บันทึกล่าสุด … ด้วย …": who saved the file last and when, as far as the file tells.
Bilingual saver_of(const api::Judgement& judgement) {
  Bilingual text;
  if (!judgement.saved_at.empty()) append(text, {" เมื่อ " + judgement.saved_at, " on " + judgement.saved_at});
  if (!judgement.program.empty()) append(text, {" ด้วย " + judgement.program, " with " + judgement.program});
  if (!judgement.person.empty()) append(text, {" โดย " + judgement.person, " by " + judgement.person});
  if (text.empty()) return text;
  return {" บันทึกล่าสุด" + text.thai, "; last saved" + text.english};
}

Bilingual told(const api::Difference& difference) {
  Bilingual text{difference.place_thai, difference.place_english};
  const Bilingual before = quoted(difference.before);
  const Bilingual after = quoted(difference.after);
  if (difference.before.empty() && difference.after.empty()) {
    append(text, {" เปลี่ยนไป", " has changed"});
  } else if (difference.before.empty()) {
    append(text, {" เพิ่ม " + after.thai, ": new " + after.english});
  } else if (difference.after.empty()) {
    append(text, {" หายไป " + before.thai, ": gone " + before.english});
  } else {
    append(text, {" " + before.thai + " กลายเป็น " + after.thai, ": " + before.english + " became " + after.english});
  }
  return text;
}

/// The first differences, or why none is named.
Bilingual differences_of(const api::Judgement& judgement) {
  if (!judgement.is_compared) {
    return {"บอกไม่ได้ว่าข้อความใดต่างไป เพราะในไฟล์ไม่มีข้อความเดิมให้เทียบ",
            "which words differ cannot be told, because the file does not hold what it said before"};
  }
  if (judgement.differences.empty()) {
    return {"ข้อความไม่ต่างจากเดิม แต่รูปแบบ ภาพ หรือคุณสมบัติอาจต่างไป",
            "no words differ, but its looks, pictures or properties may"};
  }
  Bilingual text;
  const std::size_t named = std::min(judgement.differences.size(), most_named);
  for (std::size_t i = 0; i < named; ++i) {
    if (i > 0) append(text, {"; ", "; "});
    append(text, told(judgement.differences[i]));
  }
  if (judgement.has_more_differences || judgement.differences.size() > named) append(text, {" และอื่น ๆ", "; and more"});
  return text;
}

Bilingual signatures_of(const api::Judgement& judgement) {
  Bilingual text;
  const std::size_t named = std::min(judgement.signatures.size(), most_named);
  for (std::size_t i = 0; i < named; ++i) {
    const api::Signature& signature = judgement.signatures[i];
    std::string words = signature.signer.empty() ? signature.field : signature.signer;
    if (!signature.signed_at.empty()) words += (words.empty() ? "" : " ") + signature.signed_at;
    append(text, {(i > 0 ? ", " : "") + words, (i > 0 ? ", " : "") + words});
  }
  if (judgement.signatures.size() > named) append(text, {" และอื่น ๆ", ", and more"});
  return text;
}

std::string first_pointer(const api::Judgement& judgement) {
  return judgement.differences.empty() ? std::string() : judgement.differences.front().pointer;
}

bool is_changed(const api::Judgement& judgement) { return !judgement.is_compared || !judgement.differences.empty(); }

Bilingual lost_of(const api::Judgement& judgement, const std::string& path) {
  const Bilingual saver = saver_of(judgement);
  const std::string name = "\"" + path + "\"";
  if (judgement.standing == api::Standing::foreign) {
    return {"ไม่เขียนทับ " + name + " เพราะไม่ใช่ไฟล์ที่ krut สร้างไว้ หรืออ่านไม่ได้แล้ว" + saver.thai,
            name + " is not replaced: krut did not make it, or it can no longer be read" + saver.english};
  }
  Bilingual text{"ไม่เขียนทับ " + name, name + " is not replaced"};
  if (judgement.standing == api::Standing::with_signatures) {
    const Bilingual signatures = signatures_of(judgement);
    append(text,
           {" เพราะลายมือชื่อดิจิทัลจะหายไป: " + signatures.thai, ": its signatures would be lost: " + signatures.english});
    if (judgement.differences.empty()) return text;
    append(text, {"; ", "; "});
  } else {
    append(text, {" เพราะมีผู้แก้ไขหลังจาก krut สร้าง" + saver.thai + ": ",
                  ": it was edited after krut made it" + saver.english + ": "});
  }
  append(text, differences_of(judgement));
  return text;
}

}  // namespace

namespace api {

std::string_view name_of(Standing standing) {
  switch (standing) {
    case Standing::empty:
      return "empty";
    case Standing::untouched:
      return "untouched";
    case Standing::edited:
      return "edited";
    case Standing::with_signatures:
      return "signed";
    case Standing::foreign:
      break;
  }
  return "foreign";
}

Judgement judge(std::string_view bytes) { return judged(bytes, {}); }

}  // namespace api

api::Judgement judged(std::string_view bytes, const Budget& budget) {
  readback::Judgement found = readback::judge(bytes, budget);
  api::Judgement judgement;
  judgement.standing = shown(found.standing);
  judgement.program = std::move(found.program);
  judgement.person = std::move(found.person);
  judgement.saved_at = std::move(found.saved_at);
  for (readback::Signature& one : found.signatures) {
    judgement.signatures.push_back({std::move(one.field), std::move(one.signer), std::move(one.signed_at)});
  }
  for (readback::Difference& one : found.differences) {
    judgement.differences.push_back({std::move(one.place.thai), std::move(one.place.english), std::move(one.pointer),
                                     std::move(one.before), std::move(one.after)});
  }
  judgement.has_more_differences = found.has_more_differences;
  judgement.is_compared = found.is_compared;
  judgement.json = object_of(members_of(judgement));
  return judgement;
}

model::Members members_of(const api::Judgement& judgement) {
  const auto text = [](std::string_view words) { return model::json_string(words); };
  return {{"standing", text(name_of(judgement.standing))},
          {"saved_with", text(judgement.program)},
          {"saved_by", text(judgement.person)},
          {"saved_at", text(judgement.saved_at)},
          {"signatures", array_of(judgement.signatures,
                                  [&](const api::Signature& one) {
                                    return model::Members{{"field", text(one.field)},
                                                          {"signer", text(one.signer)},
                                                          {"signed_at", text(one.signed_at)}};
                                  })},
          {"is_compared", truth(judgement.is_compared)},
          {"differences", array_of(judgement.differences,
                                   [&](const api::Difference& one) {
                                     return model::Members{{"place", text(one.place_english)},
                                                           {"place_thai", text(one.place_thai)},
                                                           {"pointer", text(one.pointer)},
                                                           {"before", text(one.before)},
                                                           {"after", text(one.after)}};
                                   })},
          {"has_more_differences", truth(judgement.has_more_differences)}};
}

void tell_of_edits(const api::Judgement& judgement, const std::string& name, bool is_docx, Diagnostics& diagnostics) {
  if (judgement.standing == api::Standing::untouched) return;
  const bool has_signatures = judgement.standing == api::Standing::with_signatures;
  const Bilingual saver = saver_of(judgement);
  const Bilingual differences = differences_of(judgement);
  if (is_changed(judgement)) {
    diagnostics.add({.code = judgement.is_compared ? "readback.edited" : "readback.not-compared",
                     .severity = Severity::warning,
                     .message = {"ไฟล์ถูกแก้ไขหลังจาก krut สร้าง ข้อมูลที่คืนเป็นของเดิม" + saver.thai + ": " + differences.thai,
                                 "the paper was edited after krut made it, and the data given back is the old one" +
                                     saver.english + ": " + differences.english},
                     .where = {.file = name, .pointer = first_pointer(judgement)},
                     .hint = {"แก้ข้อมูลตามที่แก้ไว้ในไฟล์ แล้วสร้างใหม่ด้วย krut render",
                              "bring the changes into the data by hand, then render it"}});
    return;
  }
  diagnostics.add(
      {.code = has_signatures ? "readback.signed" : "readback.saved-again",
       .severity = is_docx && !has_signatures ? Severity::warning : Severity::note,
       .message = has_signatures ? Bilingual{"ไฟล์มีลายมือชื่อดิจิทัล: " + signatures_of(judgement).thai,
                                             "the paper is signed: " + signatures_of(judgement).english}
                                 : Bilingual{"โปรแกรมอื่นบันทึกไฟล์นี้อีกครั้ง" + saver.thai + ": " + differences.thai,
                                             "another program has saved the paper again" + saver.english + ": " +
                                                 differences.english},
       .where = {.file = name},
       .hint = {"ข้อมูลที่คืนตรงกับข้อความในไฟล์ แต่ตัวหนา ความกว้าง ความเห็น และรูปอาจเปลี่ยนไป",
                "the data given back is what the paper says; bold, widths, comments and pictures may differ"}});
}

Diagnostic refusal(const api::Judgement& judgement, const std::string& path) {
  const char* code = judgement.standing == api::Standing::foreign           ? "file.not-ours"
                     : judgement.standing == api::Standing::with_signatures ? "file.signed"
                                                                            : "file.edited";
  return {
      .code = code,
      .message = lost_of(judgement, path),
      .where = {.pointer = first_pointer(judgement)},
      .hint = {"เขียนไว้ที่อื่นด้วย -o หรือเขียนทับด้วย --overwrite", "write elsewhere with -o, or replace it with --overwrite"}};
}

}  // namespace krut
