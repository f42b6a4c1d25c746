#include "text/thai_runs.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"
#include "text/composed.h"
#include "text/syllables.h"
#include "text/vocabulary.h"

namespace krut::text {

namespace {

constexpr char32_t paiyannoi = 0x0E2F;
constexpr char32_t baht = 0x0E3F;
constexpr char32_t mai_yamok = 0x0E46;
constexpr char32_t last_letter = 0x0E4E;
constexpr char32_t no_nen = 0x0E13;

constexpr std::u32string_view ordinal_word = U"ที่";
constexpr std::u32string_view date_lead_word = U"วันที่";
/// The head of a municipality, a society, a government. Many a name with its title begins like it: นายกมล.
constexpr std::u32string_view head_word = U"นายก";

/// What follows a title or place word up to the next space is a name unless it is longer than names are.
constexpr std::size_t longest_name = 16;
constexpr std::size_t longest_letter_code = 3;
/// Letters segmented at once. Real runs are far shorter; a hostile one must not cost more than its length.
constexpr std::size_t longest_part = 1'000;

/// Whether `text` opens with a word of the list that may end there: นายก does in นายกเทศมนตรี, not in นายก้องภพ.
bool opens_with_word(Words list, std::u32string_view text) {
  const std::size_t size = opens_with(list, text);
  return size > 0 && (size == text.size() || may_start_word(text, size));
}

/// Whether what follows นายก shows that it is the word, not a title and the first letter of a name. No name has a lone
/// ก before a leading vowel.
bool follows_head(std::u32string_view rest) {
  return rest.empty() || is_leading_vowel(rest.front()) || opens_with_word(Words::after_nayok, rest) ||
         opens_with_word(Words::whole, rest) || opens_with_word(Words::not_names, rest);
}

/// Number of characters of the title of a person with which `text` opens; 0 where a word only begins like one.
std::size_t opening_title(std::u32string_view text) {
  const std::size_t title = opens_with(Words::titles, text);
  const std::size_t word = opens_with(Words::not_titles, text);
  if (word <= title || !opens_with_word(Words::not_titles, text)) return title;
  const bool is_head = text.substr(0, word) == head_word;
  return is_head && !follows_head(text.substr(word)) ? title : 0;
}

bool may_break(std::u32string_view run, std::size_t place) {
  return place > 0 && place < run.size() && may_start_word(run, place) && !is_left_open(run.substr(0, place));
}

/// Work in hand: one run and the places in it.
class Segmentation {
 public:
  Segmentation(std::u32string_view run, const std::vector<Segmenter::Edge>& edges) : run_(run) {
    for (const Segmenter::Edge& edge : edges) {
      if (may_break(run, edge.place)) ends_.push_back({edge.place, edge.line_end});
    }
  }

  /// Joins a consonant that the dictionary left alone to the word before it, or after it at the run's start.
  void join_lone_consonants() {
    std::vector<ThaiRun::End> kept;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= ends_.size(); ++i) {
      const std::size_t end = i == ends_.size() ? run_.size() : ends_[i].place;
      if (end - begin == 1 && run_[begin] != no_nen) {
        if (kept.empty()) continue;
        kept.pop_back();
      }
      if (i < ends_.size()) kept.push_back(ends_[i]);
      begin = end;
    }
    ends_ = std::move(kept);
  }

  /// After ก.พ.ร. and what else holds two full stops or two letters a line may end where a word follows that no name
  /// is: และ, ที่, ได้.
  void part_behind_abbreviations() {
    std::size_t begin = 0;
    for (std::size_t dot = run_.find(U'.'); dot != std::u32string_view::npos; dot = run_.find(U'.', dot + 1)) {
      const std::size_t place = dot + 1;
      const bool is_whole = dot >= begin + 2;
      if (is_whole && place < run_.size() && opens_with_word(Words::not_names, run_.substr(place))) {
        const auto at = std::as_const(*this).first_end_from(place) - ends_.cbegin();
        ends_.insert(ends_.begin() + at, {place, LineEnd::allowed});
        begin = place;
      }
    }
  }

  /// A line ends inside ประจำปี only in need.
  void hold_compounds() {
    for (const std::size_t start : word_starts()) {
      const std::size_t end = start + opens_with(Words::compounds, run_.substr(start));
      if (!is_word_edge(end)) continue;
      for (auto inside = first_end_from(start + 1); inside != ends_.end() && inside->place < end; ++inside) {
        inside->line_end = LineEnd::avoided;
      }
    }
  }

  /// Behind ผู้ and before ละ a line ends only in need.
  void hold_affixes() {
    const auto is_in = [](Words list, std::u32string_view word) { return opens_with(list, word) == word.size(); };
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      const std::size_t place = ends_[i].place;
      const std::size_t end = i + 1 < ends_.size() ? ends_[i + 1].place : run_.size();
      const bool is_held = is_in(Words::prefixes, run_.substr(begin, place - begin)) ||
                           is_in(Words::suffixes, run_.substr(place, end - place));
      if (is_held) ends_[i].line_end = LineEnd::avoided;
      begin = place;
    }
  }

  /// Behind และ a line had better not end.
  void mark_connectives() {
    std::size_t begin = 0;
    for (ThaiRun::End& end : ends_) {
      const std::u32string_view word = run_.substr(begin, end.place - begin);
      const bool leads_on = !word.empty() && opens_with(Words::connectives, word) == word.size();
      if (leads_on && end.line_end == LineEnd::allowed) end.line_end = LineEnd::unwelcome;
      begin = end.place;
    }
  }

  /// After a title comes a name, which the dictionary cannot know.
  void hold_names(ThaiRun& run) {
    for (const std::size_t start : word_starts()) {
      const std::u32string_view rest = run_.substr(start);
      if (hold_person(rest, start, run) || hold_place(rest, start)) return;
    }
  }

  [[nodiscard]] bool is_word_edge(std::size_t place) const {
    if (place == 0 || place == run_.size() || run_[place - 1] == '.') return true;
    const auto found = first_end_from(place);
    return found != ends_.end() && found->place == place;
  }

  [[nodiscard]] std::vector<ThaiRun::End> take() { return std::move(ends_); }

 private:
  using Ends = std::vector<ThaiRun::End>;

  [[nodiscard]] Ends::const_iterator first_end_from(std::size_t place) const {
    const auto is_before = [](const ThaiRun::End& end, std::size_t at) { return end.place < at; };
    return std::lower_bound(ends_.begin(), ends_.end(), place, is_before);
  }
  [[nodiscard]] Ends::iterator first_end_from(std::size_t place) {
    return ends_.begin() + (std::as_const(*this).first_end_from(place) - ends_.cbegin());
  }

  [[nodiscard]] std::vector<std::size_t> word_starts() const {
    std::vector<std::size_t> starts = {0};
    for (std::size_t i = 1; i < run_.size(); ++i) {
      if (is_word_edge(i)) starts.push_back(i);
    }
    return starts;
  }

  bool hold_person(std::u32string_view rest, std::size_t start, ThaiRun& run) {
    const std::size_t title = opening_title(rest);
    if (title == 0) return false;
    const std::u32string_view name = rest.substr(title);
    if (name.empty()) {
      run.closing |= trait::title;
      return true;
    }
    if (name.size() < 2 || !is_name(name)) return false;
    join(start, start + title);
    hold(start + title, LineEnd::avoided, LineEnd::never);
    run.closing |= trait::given_name;
    return true;
  }

  bool hold_place(std::u32string_view rest, std::size_t start) {
    const std::size_t word = opens_with(Words::places, rest);
    if (word == 0) return false;
    const std::u32string_view name = rest.substr(word);
    if (!is_name(name) || opens_with_word(Words::not_names, name)) return false;
    hold(start + word, LineEnd::discouraged, LineEnd::avoided);
    return true;
  }

  [[nodiscard]] static bool is_name(std::u32string_view rest) {
    return !rest.empty() && rest.size() <= longest_name && may_start_word(rest, 0) &&
           rest.find(U'.') == std::u32string_view::npos;
  }

  /// No line ends between the two places.
  void join(std::size_t begin, std::size_t end) {
    const auto is_between = [&](const ThaiRun::End& found) { return found.place > begin && found.place < end; };
    ends_.erase(std::remove_if(ends_.begin(), ends_.end(), is_between), ends_.end());
  }

  /// Between the word at `place` and the name a line ends as `between` says, inside the name as `inside` says.
  void hold(std::size_t place, LineEnd between, LineEnd inside) {
    const auto is_inside = [&](const ThaiRun::End& end) { return end.place >= place; };
    std::vector<ThaiRun::End> after;
    std::copy_if(ends_.begin(), ends_.end(), std::back_inserter(after), is_inside);
    ends_.erase(std::remove_if(ends_.begin(), ends_.end(), is_inside), ends_.end());
    ends_.push_back({place, between});
    for (const ThaiRun::End& end : after) {
      if (end.place > place && inside != LineEnd::never) ends_.push_back({end.place, inside});
    }
  }

  std::u32string_view run_;
  std::vector<ThaiRun::End> ends_;
};

Traits opening_traits(std::u32string_view run, const Segmentation& words) {
  Traits traits = may_start_word(run, 0) ? trait::word_start : trait::plain;
  const std::size_t unit = opens_with(Words::units, run);
  if (unit > 0 && words.is_word_edge(unit)) traits |= trait::unit;
  if (opens_with(Words::months, run) > 0) traits |= trait::month;
  if (opens_with(Words::eras, run) > 0) traits |= trait::era;
  if (opening_title(run) > 0) traits |= trait::title;
  return traits;
}

bool is_letter_code(std::u32string_view run) {
  return run.size() <= longest_letter_code && std::all_of(run.begin(), run.end(), is_consonant);
}

std::size_t count_letters(std::u32string_view run) {
  return static_cast<std::size_t>(std::count_if(run.begin(), run.end(), is_consonant));
}

void add_closing_traits(std::u32string_view run, const Segmentation& words, ThaiRun& result) {
  const std::size_t label = closes_with(Words::labels, run);
  if (label > 0 && words.is_word_edge(run.size() - label)) {
    const std::u32string_view word = run.substr(run.size() - label);
    const bool is_date_lead =
        word.size() >= date_lead_word.size() && word.substr(word.size() - date_lead_word.size()) == date_lead_word;
    result.closing |= is_date_lead ? trait::date_lead : trait::label;
    if (closes_with(Words::measures, word) == word.size()) result.closing |= trait::measure;
    const std::u32string_view before = run.substr(0, run.size() - label);
    const bool names_a_number = word == ordinal_word && closes_with(Words::not_names, before) == 0;
    if (names_a_number) result.ordinal = before.size();
  }
  const std::size_t connective = closes_with(Words::connectives, run);
  if (connective > 0 && words.is_word_edge(run.size() - connective)) result.closing |= trait::connective;
  if (closes_with(Words::months, run) > 0) result.closing |= trait::month;
  if (closes_with(Words::eras, run) > 0) result.closing |= trait::era;
  if (run.back() == no_nen && words.is_word_edge(run.size() - 1)) result.closing |= trait::standing_at;
  if (is_letter_code(run)) {
    result.opening |= trait::letter_code;
    result.closing |= trait::letter_code;
  }
  if (count_letters(run) >= 2 && !is_leading_vowel(run.back())) {
    result.opening |= trait::wordy;
    result.closing |= trait::wordy;
  }
  result.closing |= trait::plain;
}

}  // namespace

bool is_thai_letter(char32_t c) {
  return c >= 0x0E01 && c <= last_letter && c != paiyannoi && c != baht && c != mai_yamok && (c < 0x0E3B || c > 0x0E3E);
}

/// Adds to `edges_`, moved by `start`, those of letters without dots.
void ThaiRuns::find_words(std::u32string_view letters, std::size_t start, bool has_stop) {
  const std::size_t first = edges_.size();
  segmenter_.find(letters, has_stop, edges_);
  for (std::size_t i = first; i < edges_.size(); ++i) edges_[i].place += start;
}

ThaiRun ThaiRuns::segment(std::u32string_view run) {
  edges_.clear();
  for (std::size_t start = 0; start < run.size();) {
    const std::size_t dot = std::min(run.find(U'.', start), run.size());
    for (std::size_t part = start; part < dot; part += longest_part) {
      const std::size_t size = std::min(longest_part, dot - part);
      find_words(run.substr(part, size), part, dot < run.size() && part + size == dot);
    }
    start = dot + 1;
  }
  Segmentation words(run, edges_);
  words.join_lone_consonants();
  words.part_behind_abbreviations();
  words.hold_compounds();
  words.hold_affixes();
  ThaiRun result;
  result.opening = opening_traits(run, words);
  add_closing_traits(run, words, result);
  words.hold_names(result);
  words.mark_connectives();
  result.ends = words.take();
  return result;
}

ThaiRun ThaiRuns::segment_composed(std::u32string_view run) {
  const Composed composed = compose(run);
  ThaiRun result = segment(composed.letters);
  for (ThaiRun::End& end : result.ends) end.place = composed.places[end.place];
  result.ordinal = composed.places[result.ordinal];
  return result;
}

const ThaiRun& ThaiRuns::analyse(std::string_view bytes, std::u32string_view characters) {
  const auto found = runs_.find(bytes);
  if (found != runs_.end()) return found->second;
  ThaiRun run = is_decomposed(characters) ? segment_composed(characters) : segment(characters);
  return runs_.emplace(std::string(bytes), std::move(run)).first->second;
}

void ThaiRuns::trim() {
  if (runs_.size() > limits::segmented_runs) runs_.clear();
}

}  // namespace krut::text
