#include "text/own_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/limits.h"
#include "text/segmenter.h"

namespace krut::text {

namespace {

std::shared_ptr<const OwnWords> words_of(const std::string& list, Diagnostics& diagnostics) {
  auto words = std::make_shared<OwnWords>();
  words->add(list, "words.txt", diagnostics);
  return words;
}

/// The places between the words of `letters`.
std::vector<std::size_t> edges_of(std::u32string_view letters, std::shared_ptr<const OwnWords> own) {
  std::vector<Segmenter::Edge> edges;
  Segmenter(std::move(own)).find(letters, false, edges);
  std::vector<std::size_t> places;
  for (const Segmenter::Edge& edge : edges) places.push_back(edge.place);
  return places;
}

TEST(OwnWords, are_never_parted) {
  const std::u32string text = U"โครงการอ่างเก็บน้ำสบสมุนพร";
  const std::u32string own = U"สบสมุนพร";
  const std::size_t begin = text.size() - own.size();
  const auto inside = [&](const std::vector<std::size_t>& places) {
    return std::count_if(places.begin(), places.end(), [&](std::size_t place) { return place > begin; });
  };
  EXPECT_GT(inside(edges_of(text, nullptr)), 0);
  Diagnostics diagnostics;
  const auto places = edges_of(text, words_of("# ของเรา\r\n\n  สบสมุนพร \r\n", diagnostics));
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(inside(places), 0);
  EXPECT_EQ(std::count(places.begin(), places.end(), begin), 1) << "a line may end before it";
}

TEST(OwnWords, that_are_none_are_told_with_their_line) {
  Diagnostics diagnostics;
  const std::string long_word = [] {
    std::string text;
    for (std::size_t i = 0; i <= limits::own_word_letters; ++i) text += "ก";
    return text;
  }();
  const auto words = words_of("สบสมุน\nสอง คำ\nabc\nก\n\xFF\n" + long_word, diagnostics);
  std::vector<int> lines;
  for (const Diagnostic& told : diagnostics.items()) {
    EXPECT_EQ(told.code, "text.no-own-word");
    EXPECT_EQ(told.severity, Severity::warning);
    lines.push_back(told.where.line);
  }
  EXPECT_EQ(lines, (std::vector<int>{2, 3, 4, 5, 6}));
  std::vector<std::size_t> sizes;
  words->find(U"สบสมุนพร", sizes);
  EXPECT_EQ(sizes, std::vector<std::size_t>{6});
}

}  // namespace

}  // namespace krut::text
