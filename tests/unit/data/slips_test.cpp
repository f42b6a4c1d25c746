#include "data/hygiene/slips.h"

#include <datrie/trie.h>

#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "base/utf8.h"
#include "data/hygiene/hygiene.h"
#include "data_kit.h"
#include "unit/cannot_check.h"

/// The slips we know, held against everything right that is at hand: a dictionary, our words, our papers, real papers.
namespace krut::data::hygiene {

namespace {

namespace fs = std::filesystem;

std::set<std::string> slips_in(const std::string& text) {
  std::set<std::string> found;
  known_slip_finder().find(utf8::to_utf32(text),
                           [&](const Slip& slip, std::size_t) { found.insert(utf8::from_utf32(slip.wrong)); });
  return found;
}

/// The words of libthai's dictionary.
const std::vector<std::string>& dictionary() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> words;
    const std::unique_ptr<Trie, void (*)(Trie*)> trie(trie_new_from_file("/usr/share/libthai/thbrk.tri"), trie_free);
    if (trie == nullptr) return words;
    const auto add = [](const AlphaChar* key, TrieData, void* list) -> Bool {
      std::string word;
      for (; *key != 0; ++key) utf8::append(word, static_cast<char32_t>(*key));
      static_cast<std::vector<std::string>*>(list)->push_back(word);
      return TRUE;
    };
    trie_enumerate(trie.get(), add, &words);
    return words;
  }();
  return all;
}

/// The words that decide where our lines end: official vocabulary.
std::vector<std::string> official_words() {
  std::vector<std::string> words;
  std::string line;
  for (const char c : kit::read(kit::source_folder + "/src/text/words.txt") + "\n") {
    if (c != '\n' && c != ' ') {
      line += c;
      continue;
    }
    const bool is_word = !line.empty() && static_cast<unsigned char>(line[0]) >= 0xE0;
    if (is_word) words.push_back(line);
    line.clear();
  }
  return words;
}

/// Spellings that dictionaries for line breaking have, so that people's slips are not cut.
bool is_known_as_it_is(const std::string& word) { return slips_in(word) == std::set<std::string>{word}; }

bool is_doubled_word(const std::string& wrong) {
  const std::u32string characters = utf8::to_utf32(wrong);
  const std::span<const Slip> slips = known_slips();
  return std::any_of(slips.begin(), slips.end(),
                     [&](const Slip& slip) { return slip.wrong == characters && slip.is_doubled_word(); });
}

TEST(KnownSlips, are_many_each_once_and_never_part_of_what_is_right) {
  std::set<std::u32string_view> wrong;
  for (const Slip& slip : known_slips()) {
    EXPECT_TRUE(wrong.insert(slip.wrong).second) << utf8::from_utf32(slip.wrong) << " stands twice";
    EXPECT_NE(slip.wrong, slip.right);
    EXPECT_EQ(slips_in(utf8::from_utf32(slip.right)), std::set<std::string>()) << utf8::from_utf32(slip.right);
  }
  EXPECT_GE(wrong.size(), 300U);
}

TEST(KnownSlips, are_found_between_spaces_and_among_other_words) {
  for (const Slip& slip : known_slips()) {
    const std::string wrong = utf8::from_utf32(slip.wrong);
    for (const std::string& text : {wrong, "งาน " + wrong + " ครบ", "(" + wrong + ")", "๑. " + wrong + " ๒. อบรม"}) {
      EXPECT_EQ(slips_in(text), std::set<std::string>{wrong}) << text;
    }
  }
}

TEST(KnownSlips, stand_in_no_word_of_the_dictionary) {
  ASSERT_GT(dictionary().size(), 20'000U);
  std::size_t known = 0;
  for (const std::string& word : dictionary()) {
    if (is_known_as_it_is(word)) {
      ++known;
      continue;
    }
    EXPECT_EQ(slips_in(word), std::set<std::string>()) << word;
  }
  EXPECT_LT(known, 30U);  // the dictionary knows some slips, so as not to cut them
}

TEST(KnownSlips, never_arise_where_two_words_of_the_office_meet) {
  std::vector<std::string> words;
  for (const std::string& word : official_words()) {
    if (slips_in(word).empty()) words.push_back(word);
  }
  ASSERT_GT(words.size(), 600U);
  for (const std::string& first : words) {
    std::string all;
    for (const std::string& second : words) all += first + second + "\n";
    std::set<std::string> found = slips_in(all);
    std::erase_if(found, [](const std::string& wrong) { return is_doubled_word(wrong); });  // สรุปผล + ผลงาน
    found.erase("อย่างน้อยเพียงใด");  // two right words that never meet
    EXPECT_EQ(found, std::set<std::string>()) << first;
  }
}

TEST(KnownSlips, of_real_papers_are_those_we_know_of) {
  const fs::path folder = fs::path(KRUT_SOURCE_FOLDER) / ".." / "shared" / "seeds";
  if (!fs::is_directory(folder)) KRUT_CANNOT_CHECK("../shared/seeds is not there");
  std::set<std::string> found;
  for (const auto& entry : fs::directory_iterator(folder)) found.merge(slips_in(kit::read(entry.path().string())));
  const std::set<std::string> known = {"อนุวัตรส่งเสริม", "อบต",           "อย่างน้อยเพียงใด", "อีเล็กทรอนิกส์",   "การในแก้ไข",
                                       "จัดคือมือ",      "ช่องการสื่อสาร",   "ช่องทางาร",      "นายกององค์การ", "ปรุงปรุง",
                                       "ปลุกฝัง",       "มาก น้อยเพียงใด", "วรรณรงค์",       "ส่วนได้ ส่วนเสีย", "ประพฤติมิ ชอบ",
                                       "เฟสบุ๊ก",       "ผลผล",          "ออกออก"};
  EXPECT_EQ(found, known);
}

/// The codes of a text on its own.
std::map<std::string, int> codes_in(const std::string& text) {
  Diagnostics diagnostics;
  const auto data = Json::parse("[\"" + text + "\"]", "test.json", diagnostics);
  if (data) review(*data, diagnostics);
  std::map<std::string, int> codes;
  for (const Diagnostic& each : diagnostics.items()) ++codes[each.code];
  return codes;
}

TEST(ImpossibleSpelling, is_found_in_no_word_of_the_dictionary_nor_where_two_meet) {
  ASSERT_GT(dictionary().size(), 20'000U);
  const std::vector<std::string>& words = dictionary();
  std::string all;
  constexpr std::size_t step = 7'919;  // a prime: each word meets another from far away
  for (std::size_t i = 0; i < words.size(); ++i) all += words[i] + words[i * step % words.size()] + ' ';
  EXPECT_EQ(codes_in(all).count("data.impossible-spelling"), 0U);
}

TEST(ImpossibleSpelling, is_told_where_it_stands) {
  for (const char* text : {"ปฏิบัติารประจำปี", "แนวทงาารใหม่", "เมี่อวันที่", "เพี่อให้ครบ", "ไมากพอ", "ตวั", "มื", "จดโน๊ตไว้", "นะค๊ะ",
                           "เจุดบริการ", "โครงการเ", "ราาคา"}) {
    EXPECT_EQ(codes_in(text), (std::map<std::string, int>{{"data.impossible-spelling", 1}})) << text;
  }
  for (const char* text :
       {"เกาะ", "ผัวะ", "เจ๊ะ", "กรุ๊ป", "ปลั๊ก", "เวทีย่อย", "เสียงเนื้อเพื่อเกิดเชิญ", "ไทยไมล์", "ก็ดี", "ฤๅษี", "ฯพณฯ"}) {
    EXPECT_EQ(codes_in(text).count("data.impossible-spelling"), 0U) << text;
  }
}

}  // namespace

}  // namespace krut::data::hygiene
