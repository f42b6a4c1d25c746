#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

/// Scores are whole hundredths, so that sums and comparisons are exact.
constexpr int hundredths = 100;
constexpr int weight_of_iit = 30;  // percent of the total
constexpr int weight_of_eit = 30;
constexpr int weight_of_oit = 40;
constexpr int tolerance = 1;  // hundredths

struct Score {
  Value value;
  int hundredths = 0;
};

/// "97.44" or "100": what the schema calls a score.
std::optional<int> read_hundredths(std::string_view text) {
  constexpr std::size_t most_digits = 5;
  int number = 0;
  std::size_t digits = 0;
  std::optional<std::size_t> decimals;
  for (const char c : text) {
    if (c == '.' && !decimals) {
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > most_digits) return std::nullopt;
    number = number * 10 + (c - '0');
    if (decimals) ++*decimals;
  }
  if (digits == 0 || decimals.value_or(0) > 2) return std::nullopt;
  for (std::size_t i = decimals.value_or(0); i < 2; ++i) number *= 10;
  return number;
}

std::optional<Score> score_of(const Value& owner, std::string_view key) {
  const auto value = owner.member(key);
  const auto number = value ? read_hundredths(value->text()) : std::nullopt;
  return number ? std::optional(Score{*value, *number}) : std::nullopt;
}

std::string written(int score) {
  const std::string fraction = std::to_string(score % hundredths);
  return std::to_string(score / hundredths) + '.' + (fraction.size() < 2 ? "0" : "") + fraction;
}

void check_total(const Value& scores, Diagnostics& diagnostics) {
  const auto total = score_of(scores, "total");
  const auto iit = score_of(scores, "iit");
  const auto eit = score_of(scores, "eit");
  const auto oit = score_of(scores, "oit");
  if (!total || !iit || !eit || !oit) return;
  constexpr int whole = 100;
  const int sum = weight_of_iit * iit->hundredths + weight_of_eit * eit->hundredths + weight_of_oit * oit->hundredths;
  if (std::abs(sum - total->hundredths * whole) <= tolerance * whole) return;
  const std::string parts = "0.3 x " + written(iit->hundredths) + " + 0.3 x " + written(eit->hundredths) + " + 0.4 x " +
                            written(oit->hundredths) + " = " + written((sum + whole / 2) / whole);
  const std::string said = written(total->hundredths);
  warn(diagnostics, "data.total", total->value.place(),
       {"คะแนนรวม " + said + " ไม่ตรงกับส่วนประกอบ: " + parts,
        "the total " + said + " does not follow from its parts: " + parts},
       {"ตรวจคะแนนกับผลการประเมินที่ประกาศ: IIT ร้อยละ 30 EIT ร้อยละ 30 OIT ร้อยละ 40",
        "compare with the published result: IIT counts 30 percent, EIT 30, OIT 40"});
}

/// A name with its score, as the table of scores or an indicator gives it.
struct NamedScore {
  std::string name;
  Score score;
};

void collect(const Value& list, std::vector<NamedScore>& all) {
  if (list.kind() != Kind::array) return;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Value each = list.element(i);
    const auto name = each.member("name");
    auto score = score_of(each, "score");
    if (name && score) all.push_back({name->text(), *score});
  }
}

std::vector<NamedScore> ranking_of(const Value& scores) {
  std::vector<NamedScore> all;
  if (const auto ranking = scores.member("ranking")) collect(*ranking, all);
  return all;
}

std::vector<NamedScore> indicators_of(const Value& root) {
  std::vector<NamedScore> all;
  const auto parts = root.member("parts");
  if (!parts || parts->kind() != Kind::array) return all;
  for (std::size_t i = 0; i < parts->size(); ++i) {
    if (const auto indicators = parts->element(i).member("indicators")) collect(*indicators, all);
  }
  return all;
}

void check_extreme(const Value& scores, std::string_view key, int found, const Bilingual& what,
                   Diagnostics& diagnostics) {
  const auto said = score_of(scores, key);
  if (!said || said->hundredths == found) return;
  warn(diagnostics, "data.score-extreme", said->value.place(),
       {"คะแนน" + what.thai + " " + written(said->hundredths) + " แต่ในรายการคะแนน" + what.thai + "คือ " + written(found),
        "the " + what.english + " score is said to be " + written(said->hundredths) + ", but among the scores it is " +
            written(found)},
       {"แก้ให้ตรงกัน หรือเติมตัวชี้วัดที่ขาด", "make them agree, or add the indicator that is missing"});
}

void check_extremes(const Value& scores, const std::vector<NamedScore>& all, Diagnostics& diagnostics) {
  if (all.size() < 2) return;
  const auto [lowest, highest] = std::minmax_element(
      all.begin(), all.end(), [](const auto& a, const auto& b) { return a.score.hundredths < b.score.hundredths; });
  check_extreme(scores, "highest", highest->score.hundredths, {"สูงสุด", "highest"}, diagnostics);
  check_extreme(scores, "lowest", lowest->score.hundredths, {"ต่ำสุด", "lowest"}, diagnostics);
}

void check_same_scores(const std::vector<NamedScore>& ranking, const std::vector<NamedScore>& indicators,
                       Diagnostics& diagnostics) {
  std::map<std::string_view, int> by_name;  // the first of each
  for (const NamedScore& row : ranking) by_name.try_emplace(row.name, row.score.hundredths);
  for (const NamedScore& each : indicators) {
    const auto twin = by_name.find(each.name);
    if (twin == by_name.end() || twin->second == each.score.hundredths) continue;
    const std::string here = written(each.score.hundredths);
    const std::string there = written(twin->second);
    warn(diagnostics, "data.score-disagrees", each.score.value.place(),
         {"\"" + each.name + "\" ได้ " + here + " ที่นี่ แต่ได้ " + there + " ในตารางคะแนน",
          "\"" + each.name + "\" has " + here + " here, but " + there + " in the table of scores"},
         {"แก้ให้ตรงกัน", "make them agree"});
  }
}

/// A band of results: the least total, and the least of each of IIT, EIT and OIT.
struct Band {
  std::string_view name;
  int least = 0;
  int below = 0;
  int least_of_each = 0;
};

/// Letters until 2565, words from 2566 on; the scores of both are in use, because a report quotes the year before.
constexpr std::array<Band, 12> bands = {{
    {"AA", 9500, 10001, 0},
    {"A", 8500, 9500, 0},
    {"B", 7500, 8500, 0},
    {"C", 6500, 7500, 0},
    {"D", 5500, 6500, 0},
    {"E", 5000, 5500, 0},
    {"F", 0, 5000, 0},
    {"ผ่านดีเยี่ยม", 9500, 10001, 9500},
    {"ผ่านดี", 8500, 10001, 8500},
    {"ผ่าน", 8500, 10001, 0},
    {"ต้องปรับปรุง", 7000, 8500, 0},
    {"ต้องปรับปรุงโดยด่วน", 0, 7000, 0},
}};

const Band* band_named(std::string_view name) {
  for (const std::string_view prefix : {"ระดับ", " "}) {
    if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  }
  const auto found = std::find_if(bands.begin(), bands.end(), [&](const Band& each) { return each.name == name; });
  return found == bands.end() ? nullptr : found;
}

/// Whether a part is too low for the band; parts that are not there say nothing.
bool has_a_weak_part(const Value& scores, const Band& band) {
  for (const std::string_view key : {"iit", "eit", "oit"}) {
    const auto part = score_of(scores, key);
    if (part && part->hundredths < band.least_of_each) return true;
  }
  return false;
}

void check_band(const Value& scores, Diagnostics& diagnostics) {
  const auto said = scores.member("band");
  const auto total = score_of(scores, "total");
  if (!said || !total) return;
  const Band* band = band_named(said->text());
  if (band == nullptr) return;
  const bool fits = total->hundredths >= band->least && total->hundredths < band->below;
  if (fits && !has_a_weak_part(scores, *band)) return;
  const std::string name(band->name);
  const std::string total_text = written(total->hundredths);
  const std::string least = written(band->least_of_each);
  if (fits) {
    return warn(diagnostics, "data.band", said->place(),
                {"ระดับ " + name + " ต้องได้ IIT EIT และ OIT ไม่ต่ำกว่า " + least + " ทุกส่วน",
                 "the band " + name + " needs at least " + least + " in each of IIT, EIT and OIT"},
                {"ตรวจระดับกับผลการประเมินที่ประกาศ", "compare the band with the published result"});
  }
  warn(diagnostics, "data.band", said->place(),
       {"คะแนนรวม " + total_text + " ไม่อยู่ในระดับ " + name, "a total of " + total_text + " is not in the band " + name},
       {"ตรวจระดับกับผลการประเมินที่ประกาศ", "compare the band with the published result"});
}

}  // namespace

void check_scores(const Paper& paper, Diagnostics& diagnostics) {
  const auto scores = paper.root.member("scores");
  if (!scores || scores->kind() != Kind::object) return;
  const auto ranking = ranking_of(*scores);
  const auto indicators = indicators_of(paper.root);
  check_total(*scores, diagnostics);
  check_extremes(*scores, ranking.empty() ? indicators : ranking, diagnostics);
  check_same_scores(ranking, indicators, diagnostics);
  check_band(*scores, diagnostics);
}

}  // namespace krut::data::hygiene
