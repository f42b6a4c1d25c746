#include "text/line_breaker.h"

#include <algorithm>

#include "text/break_rules.h"

namespace krut::text {

namespace {

/// Places inside one run of Thai.
void add_ends_inside(const Token& token, bool numbers_follow, std::vector<LineEnd>& ends) {
  if (token.run == nullptr || token.is_name) return;
  const std::size_t held = numbers_follow ? token.run->ordinal : 0;
  for (const ThaiRun::End& end : token.run->ends) {
    if (end.place != held) ends[token.begin + end.place - 1] = end.line_end;
  }
}

/// What the author asked for with ZERO WIDTH SPACE and WORD JOINER.
void obey(const LineText& line, std::vector<LineEnd>& ends) {
  for (const Wish& wish : line.wishes) {
    if (wish.before == 0 || wish.before == line.size()) continue;
    const bool may_part = !is_extending(line.characters[wish.before]);
    LineEnd& end = ends[wish.before - 1];
    if (wish.asked == Asked::joined) end = LineEnd::never;
    if (wish.asked == Asked::breakable && may_part) end = LineEnd::allowed;
  }
}

}  // namespace

void LineBreaker::find(const LineText& line, std::vector<LineEnd>& ends, const Budget& budget) {
  ends.assign(line.size(), LineEnd::never);
  find_tokens(line, runs_, tokens_, budget);
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    const bool spaced = i + 1 < tokens_.size() && tokens_[i + 1].kind == Kind::space;
    const std::size_t next = spaced ? i + 2 : i + 1;
    const bool has_next = next < tokens_.size();
    add_ends_inside(token, has_next && tokens_[next].kind == Kind::number, ends);
    if (!has_next || token.kind == Kind::space) continue;
    const LineEnd verdict = spaced ? end_at_space(token, tokens_[next]) : end_between(token, tokens_[next]);
    const bool leads_on = verdict == LineEnd::allowed && (token.closing & trait::connective) != 0;
    ends[tokens_[next].begin - 1] = leads_on ? LineEnd::unwelcome : verdict;
  }
  obey(line, ends);
}

}  // namespace krut::text
