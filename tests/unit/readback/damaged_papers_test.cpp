#include <gtest/gtest.h>

#include <random>

#include "readback/standing.h"
#include "unit/readback/paper_kit.h"

namespace krut::tests {
namespace {

constexpr int rounds = 4'000;
constexpr std::size_t most_faults = 6;
const std::string data = "{\"เรื่อง\": \"รายงานผลการดำเนินการ\", \"parts\": [{\"name\": \"น้ำ\"}]}\n";

/// Numbers below `limit`, the same in every run and with every library.
class Dice {
 public:
  std::size_t roll(std::size_t limit) { return engine_() % limit; }

 private:
  std::mt19937_64 engine_{20'261'121};
};

/// One damage: a byte changed, some lost, some doubled, the end cut off, or a number made larger.
void damage(std::string& bytes, Dice& dice) {
  const std::size_t at = dice.roll(bytes.size());
  const std::size_t size = 1 + dice.roll(64);
  switch (dice.roll(6)) {
    case 0:
      bytes.erase(at, size);
      break;
    case 1:
      bytes.insert(at, bytes.substr(at, size));
      break;
    case 2:
      if (dice.roll(8) == 0) bytes.resize(at + 1);
      break;
    case 3: {
      const std::size_t digit = bytes.find_first_of("0123456789", at);
      if (digit != std::string::npos) bytes[digit] = '9';
      break;
    }
    default:
      bytes[at] = static_cast<char>(dice.roll(256));
  }
}

/// Whatever is done to a paper, it gives its own data back, or says why not.
void expect_data_or_reason(const std::string& paper) {
  Dice dice;
  int whole = 0;
  for (int round = 0; round < rounds; ++round) {
    std::string damaged = paper;
    for (std::size_t faults = 1 + dice.roll(most_faults); faults > 0 && damaged.size() > 1; --faults)
      damage(damaged, dice);
    const std::string result = read(damaged);
    whole += result == data ? 1 : 0;
    EXPECT_TRUE(result == data || result.starts_with("[readback.")) << "round " << round << ": " << result;
  }
  EXPECT_GT(whole, 0);
  EXPECT_LT(whole, rounds);
}

TEST(DamagedPapers, of_pdf_give_their_own_data_or_a_reason) { expect_data_or_reason(pdf_paper(data)); }

TEST(DamagedPapers, of_docx_give_their_own_data_or_a_reason) { expect_data_or_reason(docx_paper(data)); }

TEST(DamagedPapers, cut_off_anywhere_give_a_reason) {
  for (const std::string& paper : {pdf_paper(data), docx_paper(data)}) {
    for (std::size_t size = 0; size < paper.size() - 8; size += 7) {
      EXPECT_TRUE(read(paper.substr(0, size)).starts_with("[readback.")) << size;
    }
  }
}

/// However it is damaged, it is not taken for a paper that nobody touched.
TEST(DamagedPapers, are_never_untouched) {
  for (const std::string& paper : {pdf_paper(data), docx_paper(data)}) {
    EXPECT_EQ(readback::judge(paper).standing, readback::Standing::untouched);
    Dice dice;
    for (int round = 0; round < rounds; ++round) {
      std::string damaged = paper;
      damage(damaged, dice);
      if (damaged == paper) continue;
      EXPECT_NE(readback::judge(damaged).standing, readback::Standing::untouched) << "round " << round;
    }
    for (std::size_t at = 0; at < paper.size(); at += 5) {
      std::string damaged = paper;
      damaged[at] = static_cast<char>(damaged[at] ^ 1);
      EXPECT_NE(readback::judge(damaged).standing, readback::Standing::untouched) << "byte " << at;
    }
  }
}

TEST(DamagedPapers, with_a_stream_that_tells_its_own_length_are_judged_all_the_same) {
  const std::string loop = HandmadePdf()
                               .add("<</Type/Catalog/Pages 2 0 R/AF 2 0 R>>")
                               .add("<</Length 2 0 R>>\nstream\nx\nendstream")
                               .file("/Root 1 0 R/Info 2 0 R");
  EXPECT_EQ(readback::judge(loop).standing, readback::Standing::foreign);
}

}  // namespace
}  // namespace krut::tests
