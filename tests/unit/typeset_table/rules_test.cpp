#include "typeset/table/rules.h"

#include <gtest/gtest.h>

namespace krut::typeset {
namespace {

using namespace literals;

CellBox box(int left, int top, int right, int bottom) {
  return {Length::points(left), Length::points(top), Length::points(right), Length::points(bottom)};
}

/// "x1,y1-x2,y2" in points, one rule a word.
std::string words(const std::vector<model::Rule>& rules) {
  std::string text;
  const auto number = [](Length length) { return std::to_string(length.in_emu() / Length::emu_per_point); };
  for (const model::Rule& rule : rules) {
    text += (text.empty() ? "" : " ") + number(rule.x1) + "," + number(rule.y1) + "-" + number(rule.x2) + "," +
            number(rule.y2);
  }
  return text;
}

TEST(Rules, a_grid_has_each_rule_once_and_in_one_piece) {
  const std::vector<CellBox> boxes{box(10, 0, 20, 10), box(20, 0, 40, 10), box(10, 10, 20, 30), box(20, 10, 40, 30)};
  EXPECT_EQ(words(rules_around(boxes, 2_pt)), "9,0-41,0 9,10-41,10 9,30-41,30 10,0-10,30 20,0-20,30 40,0-40,30");
}

TEST(Rules, no_rule_runs_through_a_cell_over_two_rows_or_columns) {
  const std::vector<CellBox> tall{box(0, 0, 10, 20), box(10, 0, 20, 10), box(10, 10, 20, 20)};
  EXPECT_EQ(words(rules_around(tall, 2_pt)), "-1,0-21,0 9,10-21,10 -1,20-21,20 0,0-0,20 10,0-10,20 20,0-20,20");
  const std::vector<CellBox> wide{box(0, 0, 20, 10), box(0, 10, 10, 20), box(10, 10, 20, 20)};
  EXPECT_EQ(words(rules_around(wide, 2_pt)), "-1,0-21,0 -1,10-21,10 -1,20-21,20 0,0-0,20 10,10-10,20 20,0-20,20");
}

TEST(Rules, a_thickness_of_nothing_draws_none) {
  EXPECT_TRUE(rules_around({box(0, 0, 10, 10)}, 0_pt).empty());
  EXPECT_TRUE(rules_around({}, 1_pt).empty());
}

TEST(Rules, rules_are_as_thick_as_asked_and_belong_to_nobody) {
  for (const model::Rule& rule : rules_around({box(0, 0, 10, 10)}, 0.5_pt)) {
    EXPECT_EQ(rule.thickness, 0.5_pt);
    EXPECT_EQ(rule.owner, (model::Owner{0, model::ArtifactKind::layout}));
    EXPECT_EQ(rule.dash, Length());
  }
}

}  // namespace
}  // namespace krut::typeset
