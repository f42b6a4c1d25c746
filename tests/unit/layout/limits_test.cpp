#include "layout_kit.h"

namespace krut::layout {

namespace {

using Codes = std::vector<std::string>;

Codes faults_in(const std::string& text) {
  Diagnostics diagnostics;
  const auto layout =
      Layout::load("own", text, "own.xml", kit::reader_of({{"own.schema.json", kit::schema()}}), diagnostics);
  EXPECT_FALSE(layout);
  Codes codes;
  for (const Diagnostic& each : diagnostics.items()) {
    EXPECT_FALSE(each.hint.thai.empty() || each.hint.english.empty());
    codes.push_back(std::to_string(each.where.line) + ':' + std::to_string(each.where.column) + ' ' + each.code);
  }
  return codes;
}

std::string report_of(const std::string& styles, const std::string& body) {
  return "<report version=\"1\" schema=\"own.schema.json\">\n" + styles + "<section size=\"A4\" margins=\"2cm\">" +
         body + "</section></report>";
}

TEST(LayoutLimits, an_element_of_thousands_of_attributes_is_told_before_it_is_parsed) {
  std::string attributes;
  for (int i = 0; i < 50'000; ++i) attributes += " a" + std::to_string(i) + "=''";
  EXPECT_EQ(faults_in(report_of("", "<p" + attributes + ">ก</p>")), Codes{"2:34 layout.too-many-attributes"});
}

TEST(LayoutLimits, more_styles_than_anybody_needs_are_told) {
  std::string styles;
  for (std::size_t i = 0; i <= limits::styles; ++i) styles += "<style name=\"s" + std::to_string(i) + "\"/>\n";
  EXPECT_EQ(faults_in(report_of(styles, "<p>ก</p>")),
            Codes{std::to_string(limits::styles + 2) + ":1 layout.too-many-styles"});
}

TEST(LayoutLimits, a_path_deeper_than_any_data_is_told) {
  std::string path = "name";
  for (int i = 0; i < 300'000; ++i) path += ".a";
  const Codes found = faults_in(report_of("", "<p>{{ " + path + " }}</p>"));
  EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const std::string& each) {
    return each.find("layout.path-too-long") != std::string::npos;
  }));
}

TEST(LayoutLimits, columns_on_one_line_of_megabytes_are_counted_in_characters) {
  std::string body;
  while (body.size() < 1'000'000) body += "<p>ก{{ name }}</p>";
  const Codes found = faults_in(report_of("", body + "<p>{{ nothing }}</p>"));
  constexpr std::size_t characters_of_one = 18;
  const std::size_t paragraphs = body.size() / std::string("<p>ก{{ name }}</p>").size();
  const std::size_t column =
      std::string("<section size=\"A4\" margins=\"2cm\">").size() + paragraphs * characters_of_one + 7;
  EXPECT_NE(std::find(found.begin(), found.end(), "2:" + std::to_string(column) + " layout.unknown-path"), found.end())
      << found.front();
}

}  // namespace

}  // namespace krut::layout
