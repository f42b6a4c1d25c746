#include "data/pattern.h"

#include <ctime>

#include "data_kit.h"

namespace krut::data {

namespace {

bool fits(std::string_view pattern, std::string_view text) { return Pattern(pattern).is_in(text); }

std::string refusal(std::string_view pattern) {
  try {
    const Pattern made(pattern);
  } catch (const PatternFault& fault) {
    EXPECT_FALSE(fault.message.thai.empty() || fault.hint.thai.empty() || fault.hint.english.empty());
    return fault.message.english;
  }
  return "none";
}

std::vector<std::string> complaints(const std::string& schema) {
  Diagnostics diagnostics;
  EXPECT_FALSE(Schema::load(schema, "test.schema.json", diagnostics));
  std::vector<std::string> codes;
  for (const Diagnostic& item : diagnostics.items()) {
    codes.push_back(std::to_string(item.where.line) + ':' + std::to_string(item.where.column) + ' ' + item.code);
  }
  return codes;
}

TEST(Pattern, counts_thai_letters_as_one_character_each) {
  EXPECT_TRUE(fits("^.{3}$", "กขค"));
  EXPECT_TRUE(fits("^[ก-ฮ]+$", "กรม"));
  EXPECT_FALSE(fits("^[ก-ฮ]+$", "กา"));
  EXPECT_TRUE(fits("^[^0-9]$", "๙"));
  EXPECT_TRUE(fits(R"(^\u0e01$)", "ก"));
  EXPECT_TRUE(fits(R"(^\ก$)", "ก"));
  EXPECT_TRUE(fits(R"(^\p{Thai}+$)", "กรม"));
  EXPECT_TRUE(fits(R"(^\p{Script=Thai}+$)", "กรม"));
}

TEST(Pattern, takes_classes_for_what_ecmascript_means_by_them) {
  EXPECT_FALSE(fits(R"(\d)", "๑"));
  EXPECT_TRUE(fits(R"(^\D$)", "๑"));
  EXPECT_FALSE(fits(R"(\w)", "ก"));
  EXPECT_TRUE(fits(R"(^[\W]$)", "ก"));
  EXPECT_TRUE(fits(R"(^\s[\s]$)", "\u00A0\u3000"));
  EXPECT_TRUE(fits(R"(^\s$)", "\v"));
  EXPECT_FALSE(fits(R"(\S|[\S])", "\u2028\uFEFF"));
  EXPECT_TRUE(fits(R"(^[\S]\S$)", "กข"));
  EXPECT_FALSE(fits("^.$", "\r"));
  EXPECT_FALSE(fits("^.$", "\u2028"));
  EXPECT_TRUE(fits("^[^]$", "\n"));
  EXPECT_FALSE(fits("[]", "a"));
  EXPECT_TRUE(fits(R"(^[[a&&b\]]+$)", "[&a]b"));
  EXPECT_TRUE(fits(R"(^[\d-x]+$)", "1-x"));
  EXPECT_TRUE(fits(R"(^[a\-z]+$)", "a-z"));
  EXPECT_FALSE(fits(R"(^[a\-z]+$)", "b"));
}

TEST(Pattern, reads_escapes_and_braces_as_ecmascript_does) {
  EXPECT_TRUE(fits(R"(^a\/b\-c\.d_e\{$)", "a/b-c.d_e{"));
  EXPECT_TRUE(fits(R"(^\x41\u{1F600}\uD83D\uDE00\cJ\t$)", "A😀😀\n\t"));
  EXPECT_TRUE(fits("^{a{,2}$", "{a{,2}"));
  EXPECT_TRUE(fits("^a{2}b{1,}c{0,1}$", "aab"));
  EXPECT_TRUE(fits("^(?<year>[0-9]{4})(?:-x)?$", "2023"));
  EXPECT_FALSE(fits("a$", "a\n"));
  EXPECT_FALSE(fits("^b", "a\nb"));
}

TEST(Pattern, says_what_it_cannot_do) {
  EXPECT_NE(refusal("(?=a)").find("lookaround"), std::string::npos);
  EXPECT_NE(refusal("(?<!a)b").find("lookaround"), std::string::npos);
  EXPECT_NE(refusal(R"((a)\1)").find("back reference"), std::string::npos);
  EXPECT_NE(refusal(R"((?<x>a)\k<x>)").find("back reference"), std::string::npos);
  for (const std::string_view bad :
       {"(", "a)", "[a", "*", "a**", "[z-a]", "\\", R"(\u12)", R"(\u{110000})", R"(\uD800)", R"(\q)", R"(\x4)",
        R"(\c1)", R"(\p)", R"(\p{Nothing})", "(?i)a", "(?<x", R"(\u{41)"}) {
    EXPECT_NE(refusal(bad), "none") << bad;
  }
}

TEST(Pattern, bounds_what_one_takes) {
  EXPECT_NE(refusal("a{1001}"), "none");
  EXPECT_NE(refusal("((a{100}){100}){100}"), "none");
  EXPECT_NE(refusal(std::string(200'000, '(')), "none");
  EXPECT_NE(refusal(std::string(200'000, '(') + std::string(200'000, ')')), "");
  std::string many = R"({"anyOf": [)";
  for (std::size_t i = 0; i <= limits::patterns; ++i)
    many += (i > 0 ? R"(,{"pattern":"a)" : R"({"pattern":"a)") + std::to_string(i) + "\"}";
  EXPECT_EQ(complaints(many + "]}").size(), 1U);
}

TEST(Pattern, takes_time_in_proportion_to_the_text_and_no_stack) {
  const std::string many(200'000, 'a');
  const std::clock_t start = std::clock();
  EXPECT_FALSE(fits("^(a+)+$", many + "b"));
  EXPECT_FALSE(fits("^(a|a)*$", many + "b"));
  EXPECT_TRUE(fits("^(.|\\n)*$", many));
  EXPECT_LT(std::clock() - start, 20 * CLOCKS_PER_SEC);
}

TEST(Pattern, of_a_schema_is_told_with_line_and_column) {
  EXPECT_EQ(complaints("{\"type\": \"string\",\n \"pattern\": \"^(?!a)b\"}"),
            std::vector<std::string>{"2:13 schema.bad-pattern"});
  EXPECT_EQ(complaints(R"({"pattern": "(a)\\1"})"), std::vector<std::string>{"1:13 schema.bad-pattern"});
}

TEST(Pattern, counts_in_alternatives_for_both_verdicts) {
  const Schema schema =
      kit::loaded(R"({"oneOf": [{"type": "string", "pattern": "^ก"}, {"type": "string", "pattern": "ข$"}]})");
  EXPECT_TRUE(kit::faults(R"("กา")", schema).empty());
  EXPECT_TRUE(kit::faults(R"("าข")", schema).empty());
  EXPECT_FALSE(kit::faults(R"("กข")", schema).empty());
  EXPECT_FALSE(kit::faults(R"("คค")", schema).empty());
}

TEST(Pattern, fits_texts_of_any_length) {
  const Schema schema = kit::loaded(R"({"type": "string", "pattern": "^ก*$"})");
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += "ก";
  EXPECT_TRUE(kit::faults('"' + text + '"', schema).empty());
}

}  // namespace

}  // namespace krut::data
