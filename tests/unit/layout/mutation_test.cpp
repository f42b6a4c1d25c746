#include <random>

#include "layout_kit.h"

namespace krut::layout {

namespace {

constexpr int rounds = 1'000;
constexpr unsigned seed = 2'566;

/// One small harm: a byte changed, a stretch cut out, or a stretch doubled.
std::string harmed(std::string text, std::mt19937& random) {
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
  const std::size_t at = below(text.size());
  const std::size_t size = 1 + below(std::min<std::size_t>(40, text.size() - at));
  switch (below(3)) {
    case 0: {
      static const std::string bytes = "<>&\"'/={}| .\n\t\0\x80\xE0zA0-";
      text[at] = bytes[below(bytes.size())];
      return text;
    }
    case 1:
      return text.erase(at, size);
    default:
      return text.insert(at, text.substr(at, size));
  }
}

/// Either a layout or faults that explain why there is none; never both or neither.
void expect_a_verdict(const std::string& text) {
  Diagnostics diagnostics;
  const ReadFile read = [](const std::string& name) { return kit::read("layouts/ita/" + name); };
  const auto layout = Layout::load("harmed", text, "harmed.xml", read, diagnostics, {}, kit::find_shipped);
  EXPECT_EQ(layout == nullptr, diagnostics.has_errors()) << text;
  for (const Diagnostic& each : diagnostics.items()) {
    EXPECT_GT(each.where.line, 0) << each.message.english;
    EXPECT_FALSE(each.hint.empty()) << each.message.english;
    EXPECT_NE(each.code, "layout.grammar") << "our own checks missed: " << each.message.english << '\n' << text;
  }
}

TEST(Layouts, that_are_harmed_at_random_get_a_verdict_and_no_crash) {
  const std::string whole = kit::read("layouts/ita/memo-report.xml");
  std::mt19937 random(seed);
  for (int round = 0; round < rounds; ++round) {
    std::string text = whole;
    for (auto harms = 1 + random() % 3; harms > 0 && !text.empty(); --harms) text = harmed(std::move(text), random);
    expect_a_verdict(text);
    if (testing::Test::HasFailure()) FAIL() << "in round " << round;
  }
}

}  // namespace

}  // namespace krut::layout
