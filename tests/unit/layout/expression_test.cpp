#include "layout/expression.h"

#include <gtest/gtest.h>

namespace krut::layout {

namespace {

/// One attribute's value as the only line of a file.
struct Parsed {
  explicit Parsed(const std::string& text) : source(text, "x.xml") { string.append(text, 0, true); }
  [[nodiscard]] ExpressionInput input() { return {source, string, diagnostics}; }
  [[nodiscard]] std::string fault() const {
    if (diagnostics.empty()) return "none";
    const Diagnostic& first = diagnostics.items().front();
    return std::to_string(first.where.column) + " " + first.code;
  }

  SourceText source;
  SourceString string;
  Diagnostics diagnostics;
};

TEST(Templates, part_words_from_values) {
  Parsed parsed("เรียน  {{ memo.addressee }} / {{day|thai-date}}.");
  const auto text = parse_template(parsed.input());
  ASSERT_TRUE(text.is_whole());
  ASSERT_EQ(text.parts.size(), 5U);
  EXPECT_EQ(text.parts[0].words, "เรียน  ");
  EXPECT_EQ(text.parts[1].expression->path.text(), "memo.addressee");
  EXPECT_EQ(text.parts[3].expression->filters[0].filter->name, "thai-date");
  EXPECT_EQ(text.parts[4].words, ".");
}

TEST(Templates, take_filters_in_a_row_with_arguments) {
  Parsed parsed("{{ amount | number( 2 ) | thai-digits }}");
  const auto text = parse_template(parsed.input());
  ASSERT_TRUE(text.is_whole()) << parsed.fault();
  const auto& filters = text.parts[0].expression->filters;
  ASSERT_EQ(filters.size(), 2U);
  EXPECT_EQ(filters[0].argument, "2");
}

TEST(Templates, take_a_value_of_the_data_as_an_argument) {
  Parsed parsed("{{ round | round-period( report.year ) | thai-month-range(ถึง) }}");
  const auto text = parse_template(parsed.input());
  ASSERT_TRUE(text.is_whole()) << parsed.fault();
  const auto& filters = text.parts[0].expression->filters;
  ASSERT_EQ(filters.size(), 2U);
  ASSERT_TRUE(filters[0].path);
  EXPECT_EQ(filters[0].path->text(), "report.year");
  EXPECT_EQ(filters[1].argument, "ถึง");
}

TEST(Templates, say_in_which_column_they_are_wrong) {
  const auto fault_in = [](const std::string& text) {
    Parsed parsed(text);
    EXPECT_FALSE(parse_template(parsed.input()).is_whole()) << text;
    return parsed.fault();
  };
  EXPECT_EQ(fault_in("ที่ {{ memo.no"), "5 layout.expression");
  EXPECT_EQ(fault_in("{{ }}"), "4 layout.expression");
  EXPECT_EQ(fault_in("{{ a b }}"), "6 layout.expression");
  EXPECT_EQ(fault_in("{{ a + 1 }}"), "6 layout.expression");
  EXPECT_EQ(fault_in("{{ a. }}"), "7 layout.expression");
  EXPECT_EQ(fault_in("{{ a | }}"), "8 layout.expression");
  EXPECT_EQ(fault_in("กข {{ a | thai-dat }}"), "11 layout.unknown-filter");
  EXPECT_EQ(fault_in("{{ a | number(7) }}"), "14 layout.filter-argument");
  EXPECT_EQ(fault_in("{{ a | thai-date(1) }}"), "17 layout.filter-argument");
  EXPECT_EQ(fault_in("{{ a | number() }}"), "14 layout.filter-argument");
  EXPECT_EQ(fault_in("{{ a | thai-date-short(full-year, 2) }}"), "23 layout.filter-argument");
  EXPECT_EQ(fault_in("{{ a | quarter-period(5) }}"), "22 layout.filter-argument");
  EXPECT_EQ(fault_in("{{ a | quarter-period }}"), "8 layout.filter-argument");
  EXPECT_EQ(fault_in("{{ a | round-period }}"), "8 layout.filter-argument");
  EXPECT_EQ(fault_in("{{ a | round-period(2) }}"), "21 layout.expression");
  EXPECT_EQ(fault_in("{{ a | round-period(b }}"), "23 layout.expression");
}

TEST(Templates, tell_every_fault_they_have) {
  Parsed parsed("{{ 1 }} {{ a | x }}");
  EXPECT_FALSE(parse_template(parsed.input()).is_whole());
  EXPECT_EQ(parsed.diagnostics.items().size(), 2U);
}

TEST(Conditions, ask_for_presence_absence_or_one_text) {
  Parsed present("measure.status");
  EXPECT_EQ(parse_condition(present.input())->kind, Condition::Kind::present);
  Parsed absent("not measure.status");
  EXPECT_EQ(parse_condition(absent.input())->kind, Condition::Kind::absent);
  Parsed equal("round == '6m'");
  const auto condition = parse_condition(equal.input());
  ASSERT_TRUE(condition) << equal.fault();
  EXPECT_EQ(condition->kind, Condition::Kind::comparison);
  EXPECT_EQ(condition->comparison, Comparison::equal);
  EXPECT_EQ(condition->literal, "6m");
  Parsed called_not("nothing");
  EXPECT_EQ(parse_condition(called_not.input())->path.text(), "nothing");
}

TEST(Conditions, compare_in_words_because_xml_has_no_less_than_sign) {
  const std::pair<const char*, Comparison> words[] = {
      {"a eq 'x'", Comparison::equal}, {"a ne 'x'", Comparison::not_equal}, {"a lt 3", Comparison::less},
      {"a le 3", Comparison::at_most}, {"a gt -3.5", Comparison::more},     {"count(a.b) ge 3", Comparison::at_least}};
  for (const auto& [text, comparison] : words) {
    Parsed parsed(text);
    const auto condition = parse_condition(parsed.input());
    ASSERT_TRUE(condition) << text << parsed.fault();
    EXPECT_EQ(condition->comparison, comparison) << text;
  }
  Parsed counted("count(a.b) ge 3");
  EXPECT_EQ(parse_condition(counted.input())->function, Function::count);
  Parsed of_two("a.from lt b.to");
  EXPECT_EQ(parse_condition(of_two.input())->other->text(), "b.to");
  Parsed named("count");
  EXPECT_EQ(parse_condition(named.input())->path.text(), "count");
}

TEST(Conditions, join_with_and_before_or) {
  Parsed parsed("a or b and not (c or d eq 'x')");
  const auto condition = parse_condition(parsed.input());
  ASSERT_TRUE(condition) << parsed.fault();
  ASSERT_EQ(condition->kind, Condition::Kind::any);
  EXPECT_EQ(condition->parts[0].path.text(), "a");
  ASSERT_EQ(condition->parts[1].kind, Condition::Kind::all);
  ASSERT_EQ(condition->parts[1].parts[1].kind, Condition::Kind::negation);
  EXPECT_EQ(condition->parts[1].parts[1].parts[0].parts.size(), 2U);
}

TEST(Conditions, end_however_deep_they_are) {
  Parsed parsed(std::string(100'000, '('));
  EXPECT_FALSE(parse_condition(parsed.input()));
  std::string negated;
  for (int i = 0; i < 100'000; ++i) negated += "not ";
  Parsed much_denied(negated + "a");
  EXPECT_FALSE(parse_condition(much_denied.input()));
}

TEST(Conditions, are_nothing_more) {
  for (const char* text : {"a and", "a > 1", "a + 1", "a eq", "or b", "a == 'x", "(a", "count(a", "a b", ""}) {
    Parsed parsed(text);
    EXPECT_FALSE(parse_condition(parsed.input())) << text;
    EXPECT_EQ(parsed.diagnostics.items().size(), 1U) << text;
  }
}

TEST(Loops, name_a_variable_and_a_list) {
  Parsed parsed("measure in indicator.measures");
  const auto loop = parse_loop(parsed.input());
  ASSERT_TRUE(loop);
  EXPECT_EQ(loop->variable, "measure");
  EXPECT_EQ(loop->path.text(), "indicator.measures");
  for (const char* text : {"measures", "x of y", "x in", "in y", "x in y z", ""}) {
    Parsed wrong(text);
    EXPECT_FALSE(parse_loop(wrong.input())) << text;
  }
}

}  // namespace

}  // namespace krut::layout
