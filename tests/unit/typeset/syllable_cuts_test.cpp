#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>

#include "text/fonts.h"
#include "text/own_words.h"
#include "typeset/paragraph_setter.h"
#include "typeset/parting.h"
#include "typeset/typeset_kit.h"

/// Words and names wider than their column: where their lines end.
namespace krut::typeset {
namespace {

std::vector<std::string> lines_in(text::Setter& setter, const std::string& text, Length width) {
  model::Pages pages;
  Diagnostics diagnostics;
  Context context{setter, pages, diagnostics};
  const model::Paragraph paragraph = kit::paragraph(1, text);
  std::vector<std::string> lines;
  for (const model::TextLine& line : set_lines(paragraph.spans, paragraph.format, width, Length(), {}, context)) {
    lines.push_back(kit::text_of(line));
  }
  return lines;
}

Length natural_width(const std::string& text) {
  model::Pages pages;
  Diagnostics diagnostics;
  Context context{kit::setter(), pages, diagnostics};
  const model::Paragraph paragraph = kit::paragraph(1, text);
  return kit::right_edge(set_lines(paragraph.spans, paragraph.format, 1'000_mm, Length(), {}, context).front());
}

/// A text whose syllables are told by "|".
struct Spelt {
  explicit Spelt(const std::string& with_bars) {
    std::string syllable;
    for (const char c : with_bars + "|") {
      if (c != '|') {
        syllable += c;
        continue;
      }
      text += syllable;
      ends.insert(text.size());
      widest = std::max(widest, natural_width(syllable));
      syllable.clear();
    }
  }
  std::string text;
  std::set<std::size_t> ends;  ///< of syllables, in bytes
  Length widest;               ///< of them
};

/// In each width that a syllable fits lines end between syllables only.
void expect_cut_between_syllables(text::Setter& setter, const char* with_bars) {
  const Spelt spelt(with_bars);
  const Length natural = natural_width(spelt.text);
  for (Length width = spelt.widest + 1_pt; width < natural; width += 2_pt) {
    std::size_t end = 0;
    std::string shown;
    bool is_right = true;
    for (const std::string& line : lines_in(setter, spelt.text, width)) {
      shown += line + '/';
      is_right = is_right && spelt.ends.count(end += line.size()) != 0;
    }
    EXPECT_TRUE(is_right) << shown << " at " << width.in_millimetres() << " mm";
  }
}

TEST(WordsWiderThanTheirColumn, are_cut_between_syllables) {
  for (const char* word :
       {"กรุง|เทพ|มหา|นคร", "พระ|ราช|กฤษ|ฎี|กา", "ประ|จวบ|คี|รี|ขันธ์", "สมุทร|ปรา|การ", "ฉะ|เชิง|เทรา", "อิ|เล็ก|ทรอ|นิกส์",
        "มหา|วิท|ยา|ลัย", "นคร|ศรี|ธรรม|ราช", "พระ|ราช|บัญ|ญัติ", "หนอง|บัว|ระ|เหว", "ตำ|บล|ดำ|เนิน|สะ|ดวก"}) {
    expect_cut_between_syllables(kit::setter(), word);
  }
}

TEST(WordsWiderThanTheirColumn, of_an_office_are_cut_between_syllables_too) {
  Diagnostics diagnostics;
  auto own = std::make_shared<text::OwnWords>();
  own->add("สบสมุนพร\nกรุงเทพมหานคร\nพระราชกฤษฎีกา\n", "words.txt", diagnostics);
  text::Setter setter(text::FontLibrary::load({KRUT_FONT_FOLDER}, diagnostics), own);
  expect_cut_between_syllables(setter, "กรุง|เทพ|มหา|นคร");
  expect_cut_between_syllables(setter, "พระ|ราช|กฤษ|ฎี|กา");
  expect_cut_between_syllables(setter, "สบ|สมุน|พร");
  const Length width = natural_width("กรุงเทพมหานคร") - 1_pt;
  EXPECT_EQ(lines_in(setter, "กรุงเทพมหานคร", width).size(), 1U) << "closed up a little, it is whole";
}

TEST(WordsWiderThanTheirColumn, fill_their_lines_alike_and_part_between_words_first) {
  const auto lines = [](const std::string& text, Length width) { return lines_in(kit::setter(), text, width); };
  using Lines = std::vector<std::string>;
  for (const Length width : {natural_width("กรุงเทพมหา") + 1_pt, natural_width("มหานคร") + 1_pt}) {
    EXPECT_EQ(lines("กรุงเทพมหานคร", width), (Lines{"กรุงเทพ", "มหานคร"}));
  }
  EXPECT_EQ(lines("พระราชกฤษฎีกา", natural_width("พระราชกฤษฎี") + 1_pt), (Lines{"พระราช", "กฤษฎีกา"}));
  EXPECT_EQ(lines("หนองบัวระเหว", natural_width("หนองบัวระ") + 1_pt), (Lines{"หนองบัว", "ระเหว"}));
  EXPECT_EQ(lines("ตำบลหนองบัวระเหว", natural_width("หนองบัวระ") + 1_pt), (Lines{"ตำบล", "หนองบัว", "ระเหว"}));
  EXPECT_EQ(lines("ทองแสนขัน", natural_width("ทองแสน") + 1_pt), (Lines{"ทอง", "แสนขัน"}));
}

TEST(WordsWiderThanTheirColumn, are_cut_between_letters_where_not_even_a_syllable_fits) {
  const auto lines = lines_in(kit::setter(), "เคราะห์หนองพร้อม", natural_width("หน") + 1_pt);
  EXPECT_GT(lines.size(), 4U);
}

TEST(Parting, takes_few_lines_at_good_places_that_are_filled_alike) {
  const auto at = [](double end, std::int64_t price) {
    return PartingPlace{Length::points(end), Length::points(end), price};
  };
  // Two lines rather than three, and no short rest.
  EXPECT_EQ(first_parting({at(20, 0), at(60, 0), at(90, 0), at(100, 0)}, 95_pt, 95_pt), 1U);
  // A place that is much better is worth a shorter line.
  EXPECT_EQ(first_parting({at(40, 0), at(50, 4 * price_of_worse_place), at(100, 0)}, 95_pt, 95_pt), 0U);
  // The last resort is none while another place serves, with however many lines.
  EXPECT_EQ(first_parting({at(10, 0), at(50, price_of_last_resort), at(60, 0), at(100, 0)}, 55_pt, 55_pt), 0U);
  // What is wider than a line has one of its own.
  EXPECT_EQ(first_parting({at(80, 0), at(100, 0)}, 55_pt, 55_pt), 0U);
}

}  // namespace
}  // namespace krut::typeset
