#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "data/dates.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

constexpr std::size_t year_digits = 4;
constexpr int earliest_law = 2300;  // no law or paper is quoted from before
constexpr int furthest_plan = 20;   // years ahead of the report; national plans reach that far
constexpr std::size_t context_size = 30;

constexpr std::u32string_view fiscal_year_words = U"ปีงบประมาณ";
constexpr std::u32string_view era_words = U"พ.ศ.";

/// Near a year, they tell that another one than the report's is meant.
constexpr std::array<std::u32string_view, 14> of_other_years = {
    U"เทียบ", U"กว่า", U"ผลการประเมิน", U"คะแนน",  U"ก่อน",     U"ผ่านมา", U"จาก",
    U"ที่แล้ว", U"เดิม", U"ตั้งแต่",        U"ระหว่าง", U"แผนพัฒนา", U"ถึง",    U" - "};

struct YearMention {
  std::size_t index = 0;  ///< of the first digit
  int year = 0;
};

std::size_t skip_spaces(std::u32string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// Four digits alone at `at`.
std::optional<YearMention> year_at(std::u32string_view text, std::size_t at) {
  at = skip_spaces(text, at);
  YearMention mention{at, 0};
  std::size_t size = 0;
  for (; at + size < text.size() && is_digit(text[at + size]); ++size) {
    if (size == year_digits) return std::nullopt;
    mention.year = mention.year * 10 + digit_value(text[at + size]);
  }
  return size == year_digits ? std::optional(mention) : std::nullopt;
}

/// Calls `work` with each year behind `words`, with or without พ.ศ. between.
template <typename Work>
void for_years_behind(std::u32string_view text, std::u32string_view words, Work work) {
  for (std::size_t at = text.find(words); at != std::u32string_view::npos; at = text.find(words, at + words.size())) {
    std::size_t behind = skip_spaces(text, at + words.size());
    if (text.substr(behind).starts_with(era_words)) behind += era_words.size();
    if (const auto mention = year_at(text, behind)) work(at, *mention);
  }
}

bool is_about_another_year(std::u32string_view text, std::size_t from, std::size_t index) {
  const std::size_t first = from - std::min(from, context_size);
  const std::u32string_view context = text.substr(first, index + year_digits + context_size / 2 - first);
  return std::any_of(of_other_years.begin(), of_other_years.end(),
                     [&](std::u32string_view word) { return context.find(word) != std::u32string_view::npos; });
}

/// The year and the round that the paper is about.
struct Frame {
  int year = 0;       ///< fiscal, in the Buddhist Era
  std::string first;  ///< its first and last day, ISO 8601
  std::string last;
  std::string round;  ///< "6m", "12m" or nothing
};

std::string day_text(int year, std::string_view rest) { return std::to_string(year) + std::string(rest); }

std::optional<Frame> frame_of(const Value& root) {
  constexpr int buddhist_offset = 543;
  const auto value = root.member("fiscal_year_be");
  if (!value || value->kind() != Kind::number) return std::nullopt;
  const std::string text = value->text();
  Frame frame;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), frame.year);
  if (status != std::errc() || end != text.data() + text.size() || !is_buddhist_year(frame.year)) return std::nullopt;
  frame.first = day_text(frame.year - buddhist_offset - 1, "-10-01");
  frame.last = day_text(frame.year - buddhist_offset, "-09-30");
  if (const auto round = root.member("round")) frame.round = round->text();
  return frame;
}

bool is_headline(const Passage& passage) { return passage.key == "title" || passage.key == "subject"; }

void tell_year(const Passage& passage, const YearMention& mention, int expected, Diagnostics& diagnostics) {
  const std::string year = std::to_string(mention.year);
  const std::string own = std::to_string(expected);
  warn(diagnostics, "data.year-disagrees", place_in(passage, mention.index),
       {"ข้อความกล่าวถึงปีงบประมาณ " + year + " แต่รายงานนี้เป็นของปีงบประมาณ " + own,
        "the text says fiscal year " + year + ", but the paper is about " + own},
       {"แก้ปี ถ้าคัดลอกมาจากรายงานปีก่อน", "correct the year if the text was copied from last year's report"});
}

/// A title that names another fiscal year and not its own; in rows of measures, an earlier one that nothing explains.
void check_fiscal_years(const Passage& passage, const Frame& frame, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  bool has_own = false;
  std::optional<YearMention> other;
  for_years_behind(text, fiscal_year_words, [&](std::size_t at, const YearMention& mention) {
    has_own = has_own || mention.year == frame.year;
    const bool is_suspect = is_headline(passage) ? mention.year != frame.year : mention.year < frame.year;
    if (!other && is_suspect && !is_about_another_year(text, at, mention.index)) other = mention;
  });
  const bool is_looked_at = is_headline(passage) ? !has_own : passage.is_in_measure && passage.key != "issue";
  if (other && is_looked_at) tell_year(passage, *other, frame.year, diagnostics);
}

/// Years that no paper of this one's time can mean: digits changed places, or a year of the Common Era.
void check_plausible_years(const Passage& passage, const Frame& frame, Diagnostics& diagnostics) {
  for_years_behind(passage.characters, era_words, [&](std::size_t, const YearMention& mention) {
    if (mention.year >= earliest_law && mention.year <= frame.year + furthest_plan) return;
    const std::string year = std::to_string(mention.year);
    warn(diagnostics, "data.year-unlikely", place_in(passage, mention.index),
         {"พ.ศ. " + year + " ไม่น่าเป็นไปได้", "the year " + year + " of the Buddhist Era is unlikely"},
         {"ตรวจตัวเลข หรือบวก 543 ถ้าเป็น ค.ศ.", "check the digits, or add 543 if it is of the Common Era"});
  });
}

/// "รอบ ๖ เดือน" in a title against the round of the data.
void check_round(const Passage& passage, const Frame& frame, Diagnostics& diagnostics) {
  constexpr std::u32string_view words = U"รอบ";
  const std::u32string_view text = passage.characters;
  if (frame.round.empty() || !is_headline(passage)) return;
  for (std::size_t at = text.find(words); at != std::u32string_view::npos; at = text.find(words, at + 1)) {
    const std::size_t first = skip_spaces(text, at + words.size());
    std::size_t end = first;
    int months = 0;
    for (; end < text.size() && is_digit(text[end]) && end - first < 2; ++end)
      months = months * 10 + digit_value(text[end]);
    const bool is_round = end > first && text.substr(skip_spaces(text, end)).starts_with(U"เดือน");
    if (!is_round || std::to_string(months) + "m" == frame.round) continue;
    warn(diagnostics, "data.round-disagrees", place_in(passage, first),
         {"ชื่อเรื่องกล่าวถึงรอบ " + std::to_string(months) + " เดือน แต่ข้อมูลระบุ round เป็น \"" + frame.round + "\"",
          "the title says a round of " + std::to_string(months) + " months, but round is \"" + frame.round + "\""},
         {"แก้ให้ตรงกัน", "make them agree"});
  }
}

// Dates of the data. ISO 8601 texts compare as their days do.

bool is_day(const Value& value) {
  const auto day = read_iso_day(value.text());
  return day && is_in_calendar(*day);
}

class DateChecker {
 public:
  DateChecker(const Frame& frame, Diagnostics& diagnostics) : frame_(frame), diagnostics_(diagnostics) {}

  void check(const Value& root) {
    if (const auto period = root.member("period")) check_own_period(*period);
    const auto memo = root.member("memo");
    const auto date = memo ? memo->member("date") : std::nullopt;
    if (date && is_day(*date)) check_memo(*date, root);
    if (const auto measures = root.member("measures")) walk_measures(*measures);
    if (const auto parts = root.member("parts")) walk(*parts);
  }

 private:
  [[nodiscard]] std::string year_text() const {
    return std::to_string(frame_.year) + " (" + frame_.first + " - " + frame_.last + ")";
  }

  void check_memo(const Value& date, const Value& root) {
    memo_date_ = date.text();
    const auto period = root.member("period");
    const auto to = period ? period->member("to") : std::nullopt;
    if (memo_date_ < frame_.first) tell_outside(date);
    if (!to || !is_day(*to) || memo_date_ >= to->text()) return;
    warn(diagnostics_, "data.date-order", date.place(),
         {"บันทึกลงวันที่ " + memo_date_ + " ก่อนสิ้นช่วงเวลาของรายงาน (" + to->text() + ")",
          "the memo is dated " + memo_date_ + ", before the end of what it reports (" + to->text() + ")"},
         {"ตรวจวันที่ของบันทึกและ period", "check the date of the memo and the period"});
  }

  void check_own_period(const Value& period) {
    const auto from = period.member("from");
    const auto to = period.member("to");
    if (!from || !to || !is_day(*from) || !is_day(*to) || tell_reversed(*from, *to)) return;
    for (const Value& day : {*from, *to}) {
      if (is_outside(day)) tell_outside(day);
    }
    const std::string half_end = frame_.last.substr(0, year_digits) + "-03-31";
    const std::string end = frame_.round == "6m" ? half_end : frame_.last;
    if (frame_.round.empty() || is_outside(*from) || is_outside(*to)) return;
    if (from->text() == frame_.first && to->text() == end) return;
    warn(diagnostics_, "data.round-disagrees", period.place(),
         {"ช่วงเวลานี้ไม่ตรงกับรอบ \"" + frame_.round + "\" ของปีงบประมาณ " + year_text(),
          "this period is not the round \"" + frame_.round + "\" of fiscal year " + year_text()},
         {"รอบนี้คือ " + frame_.first + " ถึง " + end, "that round is " + frame_.first + " to " + end});
  }

  void walk(const Value& value) {
    if (const auto measures = value.member("measures")) walk_measures(*measures);
    if (value.kind() == Kind::array) {
      for (std::size_t i = 0; i < value.size(); ++i) walk(value.element(i));
    }
    if (const auto indicators = value.member("indicators")) walk(*indicators);
  }

  void walk_measures(const Value& measures) {
    if (measures.kind() != Kind::array) return;
    for (std::size_t i = 0; i < measures.size(); ++i) check_measure(measures.element(i));
  }

  void check_measure(const Value& measure) {
    if (const auto due = measure.member("due")) check_day(*due);
    if (const auto done = measure.member("completed_on")) {
      check_day(*done);
      check_done(*done);
    }
    const auto dates = measure.member("dates");
    for (std::size_t i = 0; dates && dates->kind() == Kind::array && i < dates->size(); ++i)
      check_day(dates->element(i));
    const auto period = measure.member("period");
    const auto from = period ? period->member("from") : std::nullopt;
    const auto to = period ? period->member("to") : std::nullopt;
    if (!from || !to || !is_day(*from) || !is_day(*to) || tell_reversed(*from, *to)) return;
    check_day(*from);
    check_day(*to);
  }

  void check_done(const Value& done) {
    if (memo_date_.empty() || !is_day(done) || done.text() <= memo_date_) return;
    warn(diagnostics_, "data.date-order", done.place(),
         {"แล้วเสร็จวันที่ " + done.text() + " หลังวันที่ของบันทึก (" + memo_date_ + ")",
          "finished on " + done.text() + ", after the date of the memo (" + memo_date_ + ")"},
         {"ใช้ due ถ้าเป็นกำหนดการ หรือแก้วันที่", "use due if it is planned, or correct the date"});
  }

  [[nodiscard]] bool is_outside(const Value& day) const {
    return day.text() < frame_.first || day.text() > frame_.last;
  }

  void check_day(const Value& day) {
    if (is_day(day) && is_outside(day)) tell_outside(day);
  }

  void tell_outside(const Value& day) {
    warn(diagnostics_, "data.date-outside-year", day.place(),
         {"วันที่ " + day.text() + " อยู่นอกปีงบประมาณ " + year_text(),
          day.text() + " lies outside fiscal year " + year_text()},
         {"ตรวจปีของวันที่ และ fiscal_year_be", "check the year of the date, and fiscal_year_be"});
  }

  bool tell_reversed(const Value& from, const Value& to) {
    if (from.text() <= to.text()) return false;
    warn(diagnostics_, "data.date-order", from.place(),
         {"วันเริ่ม " + from.text() + " อยู่หลังวันสิ้นสุด " + to.text(),
          "the first day " + from.text() + " is later than the last, " + to.text()},
         {"สลับ from กับ to หรือแก้ปี", "let from and to change places, or correct the year"});
    return true;
  }

  const Frame& frame_;
  Diagnostics& diagnostics_;
  std::string memo_date_;  // empty: not known
};

}  // namespace

void check_years(const Paper& paper, Diagnostics& diagnostics) {
  const auto frame = frame_of(paper.root);
  if (!frame) return;
  for (const Passage& passage : paper.passages) {
    if (!passage.has_digits) continue;
    check_fiscal_years(passage, *frame, diagnostics);
    check_plausible_years(passage, *frame, diagnostics);
    check_round(passage, *frame, diagnostics);
  }
  DateChecker(*frame, diagnostics).check(paper.root);
}

}  // namespace krut::data::hygiene
