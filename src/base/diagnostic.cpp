#include "base/diagnostic.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/edit_distance.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/visible.h"

namespace krut {

namespace {

/// A word further off than this share of its length is another word, not a slip of the finger.
constexpr std::size_t nearness_divisor = 3;
constexpr std::size_t longest_compared = 200;  // bytes of a word
constexpr std::size_t most_compared = 1'000;   // candidates

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

void Diagnostics::add(Diagnostic diagnostic) {
  std::size_t& kept = kept_[diagnostic.code];
  if (kept >= limits::diagnostics) return add_untold(diagnostic.code, diagnostic.severity, 1);
  ++kept;
  items_.push_back(std::move(diagnostic));
}

void Diagnostics::add_untold(const std::string& code, Severity severity, std::size_t count) {
  if (count == 0) return;
  Untold& untold = untold_[code];
  untold.severity = std::max(untold.severity, severity);
  untold.count += count;
}

void Diagnostics::append(const Diagnostics& other) { append_without({}, other); }

void Diagnostics::append_without(const std::set<std::string>& codes, const Diagnostics& other) {
  for (const Diagnostic& each : other.items_) {
    if (codes.count(each.code) == 0) add(each);
  }
  for (const auto& [code, untold] : other.untold_) {
    if (codes.count(code) == 0) add_untold(code, untold.severity, untold.count);
  }
}

std::size_t Diagnostics::untold() const {
  return std::accumulate(untold_.begin(), untold_.end(), std::size_t{0},
                         [](std::size_t sum, const auto& each) { return sum + each.second.count; });
}

bool Diagnostics::has_errors() const { return has(Severity::error); }
bool Diagnostics::has_warnings() const { return has(Severity::warning); }

Severity Diagnostics::worst_untold() const {
  Severity worst = Severity::note;
  for (const auto& [code, untold] : untold_) worst = std::max(worst, untold.severity);
  return worst;
}

bool Diagnostics::has(Severity severity) const {
  return std::any_of(items_.begin(), items_.end(), [&](const auto& item) { return item.severity == severity; }) ||
         std::any_of(untold_.begin(), untold_.end(),
                     [&](const auto& each) { return each.second.severity == severity; });
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
  if (word.size() > longest_compared) return {};
  const std::u32string wanted = utf8::to_utf32(utf8::repaired(word));
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(1, wanted.size() / nearness_divisor) + 1;
  for (std::size_t i = 0; i < std::min(candidates.size(), most_compared); ++i) {
    const std::string& candidate = candidates[i];
    if (candidate.size() > longest_compared) continue;
    const std::u32string known = utf8::to_utf32(utf8::repaired(candidate));
    const std::size_t least = std::max(wanted.size(), known.size()) - std::min(wanted.size(), known.size());
    if (least >= best_distance) continue;
    const std::size_t distance = edit_distance(wanted, known);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace krut
