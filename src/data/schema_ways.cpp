#include <algorithm>
#include <cstdint>

#include "base/limits.h"
#include "data/rule.h"

namespace krut::data {

namespace {

using Index = std::uint32_t;

/// Where one rule leads: to rules of the same value, and to those of values inside it.
struct Ways {
  std::vector<Index> beside;
  std::vector<Index> inside;
};

/// The rules as numbers, with what leads where.
class Graph {
 public:
  explicit Graph(const Rules& rules) {
    for (const auto& [pointer, rule] : rules) {
      numbers_[rule.get()] = static_cast<Index>(rules_.size());
      rules_.push_back(rule.get());
    }
    for (const Rule* rule : rules_) ways_.push_back(ways_of(*rule));
  }

  [[nodiscard]] std::size_t size() const { return rules_.size(); }
  [[nodiscard]] const Rule& rule(Index index) const { return *rules_[index]; }
  [[nodiscard]] const Ways& ways(Index index) const { return ways_[index]; }

 private:
  [[nodiscard]] Ways ways_of(const Rule& rule) const {
    Ways ways;
    if (rule.target != nullptr) return {{numbers_.at(rule.target)}, {}};
    const auto lead = [&](std::vector<Index>& way, const Rule* to) {
      if (to != nullptr) way.push_back(numbers_.at(to));
    };
    for (const auto* branches : {&rule.any_of, &rule.one_of, &rule.all_of}) {
      for (const Rule* branch : *branches) lead(ways.beside, branch);
    }
    for (const Rule* part : {rule.condition, rule.consequence, rule.alternative}) lead(ways.beside, part);
    for (const Property& property : rule.properties) lead(ways.inside, property.rule);
    for (const Rule* part : {rule.more, rule.items}) lead(ways.inside, part);
    return ways;
  }

  std::vector<const Rule*> rules_;
  std::map<const Rule*, Index> numbers_;
  std::vector<Ways> ways_;
};

void tell(const Rule& rule, std::string code, Bilingual message, Bilingual hint, Diagnostics& diagnostics) {
  const auto reference = rule.source.member("$ref");
  const Place place = (rule.target != nullptr && reference ? *reference : rule.source).place();
  diagnostics.add({std::move(code), Severity::error, std::move(message), place, {}, std::move(hint)});
}

/// What can be said of the rules of one value: how many there are behind a rule, itself counted, and how deep they go.
struct Burden {
  std::size_t rules = 1;
  std::size_t depth = 1;
};

/// Goes from the rules that lead nowhere back to those that lead to them; a rule that is never reached leads round.
class Beside {
 public:
  explicit Beside(const Graph& graph)
      : graph_(graph), burdens_(graph.size()), waiting_(graph.size()), leaders_(graph.size()) {
    for (Index from = 0; from < graph.size(); ++from) {
      waiting_[from] = graph.ways(from).beside.size();
      for (const Index to : graph.ways(from).beside) leaders_[to].push_back(from);
    }
    settle();
  }

  [[nodiscard]] bool leads_round(Index index) const { return waiting_[index] > 0; }
  [[nodiscard]] const Burden& burden(Index index) const { return burdens_[index]; }

  /// Whether a rule that leads round is also led to by such a one; what only leads to a circle is not part of it.
  [[nodiscard]] std::vector<bool> circles() const {
    std::vector<std::size_t> led(graph_.size());
    std::vector<bool> is_in(graph_.size());
    for (Index index = 0; index < graph_.size(); ++index) {
      is_in[index] = leads_round(index);
      led[index] = static_cast<std::size_t>(
          std::count_if(leaders_[index].begin(), leaders_[index].end(), [&](Index from) { return leads_round(from); }));
    }
    std::vector<Index> outside;
    for (Index index = 0; index < graph_.size(); ++index) {
      if (is_in[index] && led[index] == 0) outside.push_back(index);
    }
    while (!outside.empty()) {
      const Index index = outside.back();
      outside.pop_back();
      is_in[index] = false;
      for (const Index to : graph_.ways(index).beside) {
        if (is_in[to] && --led[to] == 0) outside.push_back(to);
      }
    }
    return is_in;
  }

 private:
  void settle() {
    std::vector<Index> settled;
    for (Index index = 0; index < graph_.size(); ++index) {
      if (waiting_[index] == 0) settled.push_back(index);
    }
    while (!settled.empty()) {
      const Index index = settled.back();
      settled.pop_back();
      for (const Index leader : leaders_[index]) {
        Burden& burden = burdens_[leader];
        burden.rules = std::min(burden.rules + burdens_[index].rules, limits::schema_rules_of_value + 1);
        burden.depth = std::max(burden.depth, burdens_[index].depth + 1);
        if (--waiting_[leader] == 0) settled.push_back(leader);
      }
    }
  }

  const Graph& graph_;
  std::vector<Burden> burdens_;
  std::vector<std::size_t> waiting_;  // ways that are not settled
  std::vector<std::vector<Index>> leaders_;
};

/// The sets of rules that lead to each other, by Tarjan's walk (1972) with a stack of its own, and with them how many
/// rules a walk can have open at once: along the longest way from set to set, each counted whole.
class Depths {
 public:
  explicit Depths(const Graph& graph)
      : graph_(graph), order_(graph.size()), lowest_(graph.size()), depth_(graph.size()) {
    for (Index index = 0; index < graph.size(); ++index) {
      if (order_[index] == 0) walk_from(index);
    }
  }

  [[nodiscard]] std::size_t depth(Index index) const { return depth_[index]; }

 private:
  struct Step {
    Index rule = 0;
    std::size_t next = 0;  // of its ways
  };

  [[nodiscard]] std::optional<Index> way(const Step& step) const {
    const Ways& ways = graph_.ways(step.rule);
    if (step.next < ways.beside.size()) return ways.beside[step.next];
    const std::size_t inside = step.next - ways.beside.size();
    return inside < ways.inside.size() ? std::optional(ways.inside[inside]) : std::nullopt;
  }

  void enter(Index index) {
    order_[index] = lowest_[index] = ++count_;
    open_.push_back(index);
    steps_.push_back({index, 0});
  }

  void walk_from(Index first) {
    enter(first);
    while (!steps_.empty()) {
      Step& step = steps_.back();
      const Index from = step.rule;
      if (const auto to = way(step)) {
        ++step.next;
        if (order_[*to] == 0) {
          enter(*to);
        } else if (depth_[*to] == 0) {
          lowest_[from] = std::min(lowest_[from], order_[*to]);
        }
        continue;
      }
      steps_.pop_back();
      if (!steps_.empty()) lowest_[steps_.back().rule] = std::min(lowest_[steps_.back().rule], lowest_[from]);
      if (lowest_[from] == order_[from]) close(from);
    }
  }

  /// `first` and what was opened behind it lead to each other.
  void close(Index first) {
    const auto begin = std::find(open_.rbegin(), open_.rend(), first).base() - 1;
    std::size_t behind = 0;
    for (auto each = begin; each != open_.end(); ++each) {
      const Ways& ways = graph_.ways(*each);
      for (const auto* to_all : {&ways.beside, &ways.inside}) {
        for (const Index to : *to_all) behind = std::max(behind, depth_[to]);
      }
    }
    const std::size_t depth = behind + static_cast<std::size_t>(open_.end() - begin);
    for (auto each = begin; each != open_.end(); ++each) depth_[*each] = depth;
    open_.erase(begin, open_.end());
  }

  const Graph& graph_;
  std::vector<std::size_t> order_;  // of the first visit; 0 is none
  std::vector<std::size_t> lowest_;
  std::vector<std::size_t> depth_;  // 0 until its set is closed
  std::size_t count_ = 0;
  std::vector<Index> open_;
  std::vector<Step> steps_;
};

void tell_circles(const Graph& graph, const std::vector<bool>& circles, Diagnostics& diagnostics) {
  for (Index index = 0; index < graph.size(); ++index) {
    const Rule& rule = graph.rule(index);
    if (!circles[index] || rule.target == nullptr || !circles[graph.ways(index).beside.front()]) continue;
    tell(rule, "schema.ref-loop", {"$ref นี้วนกลับมาที่เดิม", "this $ref leads back to itself"},
         {"ให้ $ref ตัวหนึ่งชี้ไปยังสคีมาที่กำหนดค่าจริง", "let one of them lead to a schema that says something"}, diagnostics);
  }
}

void tell_too_deep(const Rule& rule, std::size_t limit, Diagnostics& diagnostics) {
  const std::string most = std::to_string(limit);
  tell(rule, "schema.too-deep",
       {"สคีมาตรงนี้นำต่อกันไปลึกเกิน " + most + " ชั้น", "from here the schema leads on more than " + most + " levels"},
       {"ลดจำนวน $ref ที่ต่อกัน", "let fewer $refs follow one another"}, diagnostics);
}

void tell_too_many(const Rule& rule, Diagnostics& diagnostics) {
  const std::string most = std::to_string(limits::schema_rules_of_value);
  tell(rule, "schema.too-many-rules",
       {"ค่าหนึ่งค่าตรงนี้ต้องตรวจด้วยสคีมาย่อยเกิน " + most + " ส่วน",
        "one value here is held against more than " + most + " subschemas"},
       {"ลด anyOf oneOf allOf ที่ซ้อนกัน", "nest anyOf, oneOf and allOf less"}, diagnostics);
}

}  // namespace

void check_ways(const Rules& rules, Diagnostics& diagnostics) {
  const Graph graph(rules);
  const Beside beside(graph);
  const std::vector<bool> circles = beside.circles();
  if (std::find(circles.begin(), circles.end(), true) != circles.end())
    return tell_circles(graph, circles, diagnostics);
  const Depths depths(graph);
  for (Index index = 0; index < graph.size(); ++index) {
    const Burden& burden = beside.burden(index);
    // The first too deep: those that lead to it are deeper still.
    if (burden.depth == limits::schema_depth_of_value + 1) {
      return tell_too_deep(graph.rule(index), limits::schema_depth_of_value, diagnostics);
    }
  }
  for (Index index = 0; index < graph.size(); ++index) {
    if (beside.burden(index).rules > limits::schema_rules_of_value)
      return tell_too_many(graph.rule(index), diagnostics);
    if (depths.depth(index) > limits::schema_depth) {
      return tell_too_deep(graph.rule(index), limits::schema_depth, diagnostics);
    }
  }
}

}  // namespace krut::data
