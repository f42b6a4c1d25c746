#include "data/signatures_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace krut::data {

namespace {

TEST(SignaturesJson, lists_every_hand_in_order_with_its_place) {
  const std::string text =
      to_json({{"reporter", "นางหนึ่ง ตัวอย่าง", "ผู้รายงาน", "นักวิชาการ", 2, 595.2756, 841.8898, 100, 200.12345, 170, 54.3},
               {"signature_2", "นายสอง \"สอง\"", "", "ปลัด", 3, 595.2756, 841.8898, 1, 2, 3, 4}});
  EXPECT_EQ(text.back(), '\n');
  const auto json = nlohmann::json::parse(text);
  EXPECT_EQ(json["unit"], "pt");
  EXPECT_EQ(json["origin"], "bottom-left");
  ASSERT_EQ(json["signatures"].size(), 2U);
  const auto& first = json["signatures"][0];
  EXPECT_EQ(first["order"], 1);
  EXPECT_EQ(first["field"], "reporter");
  EXPECT_EQ(first["signer"], "นางหนึ่ง ตัวอย่าง");
  EXPECT_EQ(first["role"], "ผู้รายงาน");
  EXPECT_EQ(first["page"], 2);
  EXPECT_EQ(first["rectangle"]["y"], 200.123);
  EXPECT_EQ(first["page_size"]["height"], 841.89);
  EXPECT_EQ(json["signatures"][1]["signer"], "นายสอง \"สอง\"");
}

TEST(SignaturesJson, of_a_paper_that_nobody_signs_is_an_empty_list) {
  EXPECT_EQ(nlohmann::json::parse(to_json({}))["signatures"], nlohmann::json::array());
}

}  // namespace

}  // namespace krut::data
