#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "base/edit_distance.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/visible.h"

namespace krut {

namespace {

/// A word further off than this share of its length is another word, not a slip of the finger.
constexpr std::size_t nearness_divisor = 3;

std::string at(const Place& place) {
  std::string text = place.file.empty() ? "-" : utf8::made_visible(place.file);
  if (place.line > 0) text += ':' + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ':' + std::to_string(place.column);
  return text;
}

/// What people read of a text: a key of the data, quoted in it, may be megabytes long and hold what acts on a terminal.
std::string shown(const std::string& text) {
  return utf8::made_visible(utf8::shortened(text, limits::shown_characters));
}

std::string severity_word(Severity severity, Language language) {
  switch (severity) {
    case Severity::note:
      return language == Language::thai ? "หมายเหตุ" : "note";
    case Severity::warning:
      return language == Language::thai ? "คำเตือน" : "warning";
    case Severity::error:
      break;
  }
  return language == Language::thai ? "ผิดพลาด" : "error";
}

}  // namespace

bool Diagnostics::has_errors() const {
  return std::any_of(items_.begin(), items_.end(), [](const auto& item) { return item.severity == Severity::error; });
}

bool Diagnostics::has_warnings() const {
  return std::any_of(items_.begin(), items_.end(), [](const auto& item) { return item.severity == Severity::warning; });
}

void Diagnostics::sort_by_place() {
  std::stable_sort(items_.begin(), items_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.where.file, a.where.line, a.where.column, a.code) <
           std::tie(b.where.file, b.where.line, b.where.column, b.code);
  });
}

std::string format_for_people(const Diagnostic& diagnostic, Language language) {
  const bool thai = language == Language::thai;
  std::string text;
  const bool has_place = !diagnostic.where.file.empty() || diagnostic.where.line > 0;
  if (has_place) text += at(diagnostic.where) + ": ";
  text += severity_word(diagnostic.severity, language) + ": " + shown(diagnostic.message.in(language));
  text += " [" + diagnostic.code + "]\n";
  if (!diagnostic.where.pointer.empty())
    text += (thai ? "  ค่า: " : "  value: ") + shown(diagnostic.where.pointer) + '\n';
  if (!diagnostic.asked_by.file.empty()) text += (thai ? "  ผู้ขอ: " : "  asked by: ") + at(diagnostic.asked_by) + '\n';
  if (!diagnostic.hint.empty()) text += (thai ? "  วิธีแก้: " : "  hint: ") + shown(diagnostic.hint.in(language)) + '\n';
  return text;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::u32string wanted = utf8::to_utf32(utf8::repaired(word));
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(1, wanted.size() / nearness_divisor) + 1;
  for (const std::string& candidate : candidates) {
    const std::u32string known = utf8::to_utf32(utf8::repaired(candidate));
    const std::size_t least = std::max(wanted.size(), known.size()) - std::min(wanted.size(), known.size());
    if (least >= best_distance) continue;  // a key may be megabytes long
    const std::size_t distance = edit_distance(wanted, known);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace krut
