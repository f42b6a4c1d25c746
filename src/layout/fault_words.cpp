#include "layout/fault_words.h"

namespace krut::layout::faults {

Diagnostic fault(std::string code, const Place& place, Bilingual message, Bilingual hint) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.where = place;
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

std::string quoted(const std::string& text) { return '"' + text + '"'; }

std::string tag(const std::string& name) { return '<' + name + '>'; }

std::string listed(const Words& words, bool are_tags) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ", ";
    text += are_tags ? tag(word) : word;
  }
  return text;
}

Bilingual hint_among(const std::string& word, const Words& known, const Bilingual& kind) {
  const std::string near = did_you_mean(word, known);
  if (!near.empty()) return {"หมายถึง " + quoted(near) + " หรือไม่", "did you mean " + quoted(near) + "?"};
  if (known.empty()) return {"ลบออก ที่นี่ไม่มี" + kind.thai + "ให้ใช้", "take it out, there are no " + kind.english + " here"};
  return {kind.thai + "ที่ใช้ได้: " + listed(known), kind.english + ": " + listed(known)};
}

}  // namespace krut::layout::faults
