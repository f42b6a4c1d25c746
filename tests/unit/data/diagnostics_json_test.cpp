#include <nlohmann/json.hpp>

#include "data/diagnostics_json.h"
#include "data_kit.h"

namespace krut::data {

namespace {

Diagnostic example() {
  return {"data.wrong-type",
          Severity::error,
          {"ต้องเป็นข้อความ", "must be text"},
          {"report.json", 19, 108, "/memo/date"},
          {"memo.xml", 69, 3, {}},
          {"ใส่เครื่องหมาย \"", "put it in \"quotes\""}};
}

TEST(DiagnosticsJson, is_one_line_with_both_languages) {
  EXPECT_EQ(to_json_line(example(), Language::thai),
            R"({"severity":"error","code":"data.wrong-type","file":"report.json","line":19,"column":108,)"
            R"("pointer":"/memo/date","message":"ต้องเป็นข้อความ","hint":"ใส่เครื่องหมาย \"",)"
            R"("asked_by":{"file":"memo.xml","line":69,"column":3},"message_th":"ต้องเป็นข้อความ",)"
            R"("message_en":"must be text","hint_th":"ใส่เครื่องหมาย \"","hint_en":"put it in \"quotes\""})"
            "\n");
}

TEST(DiagnosticsJson, speaks_the_language_asked_for) {
  const auto line = nlohmann::json::parse(to_json_line(example(), Language::english));
  EXPECT_EQ(line["message"], "must be text");
  EXPECT_EQ(line["message_th"], "ต้องเป็นข้อความ");
}

TEST(DiagnosticsJson, says_null_where_the_place_is_not_known) {
  const Diagnostic diagnostic{"file.cannot-read", Severity::warning, {"ก", "a"}, {}, {}, {}};
  const auto line = nlohmann::json::parse(to_json_line(diagnostic, Language::english));
  EXPECT_EQ(line["severity"], "warning");
  EXPECT_TRUE(line["line"].is_null());
  EXPECT_TRUE(line["column"].is_null());
  EXPECT_TRUE(line["asked_by"].is_null());
}

TEST(DiagnosticsJson, stays_valid_when_a_file_name_is_not_utf_8) {
  Diagnostic diagnostic = example();
  diagnostic.where.file = "re\xFFport.json";
  EXPECT_TRUE(nlohmann::json::accept(to_json_line(diagnostic, Language::thai)));
}

}  // namespace

}  // namespace krut::data
