#include <random>

#include "data/hygiene/hygiene.h"
#include "verdict_kit.h"

namespace krut::data {

namespace {

constexpr int mutations = 2'000;
constexpr std::size_t most_changes = 4;

/// Changes, doubles, drops or inserts a few bytes, as a careless editor or a bad disk would.
std::string mutated(std::string text, std::mt19937& random) {
  constexpr std::string_view likely = "{}[]\",:\\0123456789-.eE\n\t \xE0\xB8\xFF";
  for (std::size_t change = random() % most_changes + 1; change > 0; --change) {
    const std::size_t at = random() % text.size();
    const char byte = likely[random() % likely.size()];
    switch (random() % 5) {
      case 0:
        text[at] = byte;
        break;
      case 1:
        text.erase(at, random() % 3 + 1);
        break;
      case 2:
        text.insert(at, 1, byte);
        break;
      case 3:
        text.insert(at, text.substr(random() % text.size(), random() % 20));
        break;
      default:
        text[at] = static_cast<char>(random() % 256);
        break;
    }
    if (text.empty()) text = "0";
  }
  return text;
}

void expect_places_inside(const Diagnostics& diagnostics, const std::string& text) {
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  for (const Diagnostic& item : diagnostics.items()) {
    EXPECT_GE(item.where.line, 1) << item.code;
    EXPECT_LE(item.where.line, lines) << item.code;
    EXPECT_GE(item.where.column, 1) << item.code;
    EXPECT_LE(item.where.column, static_cast<int>(text.size()) + 1) << item.code;
    EXPECT_FALSE(item.message.thai.empty());
    EXPECT_FALSE(item.message.english.empty());
    EXPECT_FALSE(item.hint.empty()) << item.message.english;
  }
}

TEST(MutatedData, is_always_either_read_or_complained_about) {
  const std::string schema_text = kit::read(kit::source_folder + "/layouts/ita/measures.schema.json");
  const Schema schema = kit::loaded(schema_text);
  const kit::BothVerdicts verdicts(schema_text);
  const std::vector<std::string> paths = kit::json_files("tests/data/valid");
  std::mt19937 random(20230410);
  int read = 0;
  int refused = 0;
  for (int i = 0; i < mutations; ++i) {
    const std::string text = mutated(kit::read(paths[static_cast<std::size_t>(i) % paths.size()]), random);
    Diagnostics diagnostics;
    const auto json = Json::parse(text, "mutated.json", diagnostics);
    EXPECT_NE(json.has_value(), diagnostics.has_errors()) << text;
    if (json) {
      ++read;
      verdicts.expect_agreement(*json, text);
      const bool is_good = CheckedData::check(*json, schema, diagnostics).has_value();
      EXPECT_NE(is_good, diagnostics.has_errors()) << text;
      is_good ? review(*json, diagnostics) : review_texts(*json, diagnostics);
    } else {
      ++refused;
    }
    expect_places_inside(diagnostics, text);
    if (HasFailure()) FAIL() << "first failing mutation: number " << i;
  }
  EXPECT_GT(read, mutations / 20);
  EXPECT_GT(refused, mutations / 20);
}

TEST(MutatedData, may_be_cut_anywhere) {
  const std::string whole = kit::read(kit::source_folder + "/tests/data/valid/grouped-measures.json");
  const std::size_t end = whole.find_last_of('}');
  for (std::size_t size = 0; size <= end; ++size) {
    Diagnostics diagnostics;
    EXPECT_FALSE(Json::parse(whole.substr(0, size), "cut.json", diagnostics)) << size;
    EXPECT_EQ(diagnostics.items().size(), 1U) << size;
  }
}

}  // namespace

}  // namespace krut::data
