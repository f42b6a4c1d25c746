#include "data/pointers.h"

#include "data_kit.h"

namespace krut::data {

namespace {

Place located(const std::string& pointer) {
  Diagnostics faults;
  const auto json = Json::parse("{\n  \"a/b\": [\n    {\"ชื่อ\": 1}, {\"~\": \"ก\"}\n  ]\n}", "report.json", faults);
  Diagnostic told{.code = "text.missing-glyph"};
  told.where.pointer = pointer;
  faults.add(told);
  locate(faults, *json);
  return faults.items().front().where;
}

TEST(Pointers, lead_to_the_line_and_column_of_their_value) {
  const Place place = located("/a~1b/1/~0");
  EXPECT_EQ(place.file, "report.json");
  EXPECT_EQ(place.line, 3);
  EXPECT_EQ(place.column, 24);
  EXPECT_EQ(place.pointer, "/a~1b/1/~0");
  EXPECT_EQ(located("/a~1b/0/ชื่อ").column, 14);
}

TEST(Pointers, that_lead_nowhere_stay_as_they_are) {
  for (const char* pointer : {"/a", "/a~1b/2", "/a~1b/x", "/a~1b/0/ชื่อ/0", ""}) {
    const Place place = located(pointer);
    EXPECT_EQ(place.line, 0) << pointer;
    EXPECT_EQ(place.pointer, pointer);
  }
}

}  // namespace

}  // namespace krut::data
