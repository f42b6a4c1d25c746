#include "base/diagnostic.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace krut {
namespace {

Diagnostic wrong_price() {
  return {.code = "data.wrong-type",
          .severity = Severity::error,
          .message = {"ราคาต้องเป็นข้อความ", "the price must be text"},
          .where = {"report.json", 19, 108, "/items/1/price"},
          .asked_by = {"memo.xml", 69, 0, ""},
          .hint = {"เขียนเป็น \"8500.00\"", "write \"8500.00\""}};
}

TEST(DiagnosticTest, a_fault_names_file_line_column_code_and_remedy) {
  EXPECT_EQ(format_for_people(wrong_price(), Language::english),
            "report.json:19:108: error: the price must be text [data.wrong-type]\n"
            "  value: /items/1/price\n"
            "  asked by: memo.xml:69\n"
            "  hint: write \"8500.00\"\n");
}

TEST(DiagnosticTest, the_same_fault_speaks_thai) {
  EXPECT_EQ(format_for_people(wrong_price(), Language::thai),
            "report.json:19:108: ผิดพลาด: ราคาต้องเป็นข้อความ [data.wrong-type]\n"
            "  ค่า: /items/1/price\n"
            "  ผู้ขอ: memo.xml:69\n"
            "  วิธีแก้: เขียนเป็น \"8500.00\"\n");
}

TEST(DiagnosticTest, a_fault_without_a_place_is_told_without_one) {
  EXPECT_EQ(format_for_people({.code = "x", .severity = Severity::warning, .message = {"ก", "a"}}, Language::english),
            "warning: a [x]\n");
}

TEST(DiagnosticTest, a_key_of_many_megabytes_does_not_fill_the_screen) {
  Diagnostic fault = wrong_price();
  const std::string key(20U << 20, 'k');
  fault.where.pointer = "/" + key + "/price";
  fault.message = {"ราคาใน \"" + key + "\" ต้องเป็นข้อความ", "the price in \"" + key + "\" must be text"};
  for (const Language language : {Language::thai, Language::english}) {
    const std::string text = format_for_people(fault, language);
    EXPECT_LT(text.size(), 4 * limits::shown_characters);
    EXPECT_NE(text.find(": /kkk"), std::string::npos);
    EXPECT_NE(text.find("kkk/price\n"), std::string::npos);
    EXPECT_NE(text.find("kkk…kkk"), std::string::npos);
  }
}

TEST(DiagnosticTest, faults_are_told_from_top_to_bottom) {
  Diagnostics diagnostics;
  diagnostics.add({.code = "b", .where = {"f", 2, 1, ""}});
  diagnostics.add({.code = "a", .severity = Severity::warning, .where = {"f", 1, 9, ""}});
  diagnostics.sort_by_place();
  EXPECT_EQ(diagnostics.items()[0].code, "a");
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_TRUE(diagnostics.has_warnings());
}

TEST(DiagnosticTest, of_each_code_as_many_as_are_shown_are_kept_and_the_rest_counted) {
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < limits::diagnostics + 7; ++i)
    diagnostics.add({.code = "a", .severity = Severity::warning});
  diagnostics.add({.code = "b", .severity = Severity::warning});
  EXPECT_EQ(diagnostics.items().size(), limits::diagnostics + 1);
  EXPECT_EQ(diagnostics.untold(), 7U);
  EXPECT_EQ(diagnostics.worst_untold(), Severity::warning);
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.add_untold("a", Severity::error, 2);
  EXPECT_TRUE(diagnostics.has_errors());
  Diagnostics without;
  without.append_without({"a"}, diagnostics);
  EXPECT_EQ(without.found(), 1U);
  Diagnostics all;
  all.append(diagnostics);
  EXPECT_EQ(all.found(), limits::diagnostics + 10);
}

TEST(DiagnosticTest, nothing_is_guessed_for_words_as_long_as_texts) {
  EXPECT_EQ(did_you_mean(std::string(100'000, 'a'), {std::string(100'000, 'b')}), "");
}

TEST(DiagnosticTest, a_slip_of_the_finger_is_guessed_and_another_word_is_not) {
  const std::vector<std::string> keys = {"agency", "subject", "signatures"};
  EXPECT_EQ(did_you_mean("agancy", keys), "agency");
  EXPECT_EQ(did_you_mean("signature", keys), "signatures");
  EXPECT_EQ(did_you_mean("colour", keys), "");
  EXPECT_EQ(did_you_mean("stlye", {"span", "style", "table"}), "style");
}

}  // namespace
}  // namespace krut
