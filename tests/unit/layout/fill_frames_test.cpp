#include "layout_kit.h"

#include "unit/picture/png_maker.h"

namespace krut::layout {

namespace {

using namespace std::string_literals;

using kit::filled;
using picture::test::png;

TEST(Rules, are_as_wide_as_their_column_where_nothing_is_said) {
  EXPECT_EQ(filled("<rule/>", "{}"), "rule #2 thick 0.5 center\n");
}

TEST(Rules, say_where_they_stand_and_how_long_they_are) {
  EXPECT_EQ(filled("<rule width=\"4cm\" thickness=\"1pt\" align=\"left\" space-before=\"6pt\" space-after=\"12pt\" "
                   "keep-with-next=\"yes\"/>",
                   "{}"),
            "rule #2 width 113.386 thick 1 left before 6 after 12 keeps-with-next\n");
}

TEST(Rules, stand_as_often_as_they_are_asked_for) {
  EXPECT_EQ(filled("<rule if=\"name\"/><rule each=\"day in days\"/>", R"({"days": ["2023-04-10", "2023-04-11"]})"),
            "rule #2 thick 0.5 center\nrule #3 thick 0.5 center\n");
}

TEST(Rules, above_a_table_keep_off_its_own) {
  const std::string rule = filled("<rule/><table widths=\"1fr\"><row><cell/></row></table>", "{}");
  EXPECT_NE(rule.find("rule #2 thick 0.5 center after "), std::string::npos) << rule;
}

TEST(Rules, that_nobody_would_see_are_refused) {
  Diagnostics diagnostics;
  EXPECT_EQ(kit::load(kit::report("<section margins=\"2cm\"><rule thickness=\"0\"/></section>"), diagnostics), nullptr);
  EXPECT_NE(kit::all_messages(diagnostics, Language::english).find("a length from 0.1pt to 12pt"), std::string::npos);
}

/// A section of one emblem, and what was told of it.
struct Filled {
  std::optional<model::Figure> figure;
  std::string messages;
};

Filled emblem_for(const std::string& data, const kit::Files& files = {}) {
  Diagnostics diagnostics;
  const std::string emblem = "<emblem of=\"{{ emblem }}\" height=\"30mm\" align=\"right\"/>";
  const auto document = kit::fill_document(kit::report("<section margins=\"2cm\">" + emblem + "</section>"),
                                           R"({"emblem": )" + data + "}", diagnostics, files);
  Filled filled;
  filled.messages = kit::all_messages(diagnostics, Language::english);
  if (document) filled.figure = std::get<model::Figure>(document->sections[0].blocks[0].content);
  return filled;
}

TEST(EmblemsByThemselves, are_as_high_as_the_layout_says) {
  const Filled filled =
      emblem_for(R"({"mode": "image", "image": "g.png", "alternative_text": "ครุฑ"})", {{"g.png", png(368, 400)}});
  ASSERT_TRUE(filled.figure) << filled.messages;
  ASSERT_TRUE(filled.figure->image);
  EXPECT_EQ(filled.figure->height, Length::millimetres(30));
  EXPECT_EQ(filled.figure->width, Length::millimetres(27.6));
  EXPECT_EQ(filled.figure->image->width, filled.figure->width);
  EXPECT_EQ(filled.figure->image->alternative_text, "ครุฑ");
  EXPECT_EQ(filled.figure->alignment, model::Alignment::right);
  EXPECT_FALSE(filled.figure->is_blank);
  EXPECT_EQ(filled.messages, "");
}

TEST(EmblemsByThemselves, that_are_not_drawn_keep_their_room) {
  for (const std::string mode : {"preprinted", "none"}) {
    const Filled filled = emblem_for(R"({"mode": ")"s + mode + "\"}");
    ASSERT_TRUE(filled.figure) << mode;
    EXPECT_TRUE(filled.figure->is_blank) << mode;
    EXPECT_TRUE(filled.figure->frame_words.empty()) << mode;
    EXPECT_EQ(filled.figure->width, Length::millimetres(27.6)) << mode;
  }
}

TEST(EmblemsByThemselves, that_are_still_to_come_say_so_in_a_frame) {
  const std::string frame =
      "figure #2 78.236 x 85.039 center empty says \"ตราครุฑ\"\n"
      "frame\n  \"ตราครุฑ\" (TH SarabunPSK 10 th-TH)\n";
  EXPECT_EQ(filled("<emblem of=\"{{ emblem }}\" height=\"30mm\"/>", R"({"emblem": {"mode": "placeholder"}})"), frame);
  EXPECT_EQ(filled("<emblem of=\"{{ emblem }}\" height=\"30mm\"/>", "{}"), frame);
  EXPECT_EQ(filled("<emblem height=\"30mm\"/>", "{}"), frame);
}

TEST(EmblemsByThemselves, are_checked_as_they_are_used) {
  const Filled odd = emblem_for(R"({"mode": "image", "image": "g.png"})", {{"g.png", png(120, 100)}});
  EXPECT_NE(odd.messages.find("[layout.emblem-ratio]"), std::string::npos) << odd.messages;
  EXPECT_NE(odd.messages.find("the emblem has 84 dots per inch in print"), std::string::npos) << odd.messages;
  EXPECT_NE(emblem_for(R"({"mode": "image"})").messages.find("[layout.missing-image]"), std::string::npos);
  Diagnostics diagnostics;
  const std::string wrong =
      "<emblem of=\"{{ period }}\" height=\"30mm\"/><emblem of=\"ก {{ emblem }}\" height=\"1cm\"/>";
  EXPECT_EQ(kit::load(kit::report("<section margins=\"2cm\">" + wrong + "</section>"), diagnostics), nullptr);
  const std::string messages = kit::all_messages(diagnostics, Language::english);
  EXPECT_NE(messages.find("[layout.not-an-emblem]"), std::string::npos) << messages;
  EXPECT_EQ(diagnostics.items().size(), 2U) << messages;
}

TEST(Frames, hold_what_stands_at_a_place_of_its_own) {
  EXPECT_EQ(filled("<frame from=\"page-centre\" below=\"body\" top=\"-1cm\" width=\"8cm\" height=\"2cm\">"
                   "<p>{{ name }}</p><figure-place width=\"1cm\" height=\"1cm\" align=\"left\"/></frame><p>ก</p>",
                   R"({"name": "ลับ"})"),
            "frame #2 from page-centre 0 below body -28.346 226.772 x 56.693\n"
            "  paragraph #3 body\n    \"ลับ\" = /name\n"
            "  figure #4 28.346 x 28.346 left empty\n"
            "paragraph #5 body\n  \"ก\"\n");
}

TEST(Frames, stand_beside_the_next_block_as_wide_as_the_text_where_nothing_is_said) {
  EXPECT_EQ(filled("<frame left=\"5mm\"><p>ก</p></frame>", "{}").substr(0, 58),
            "frame #2 from column 14.173 below next-block 0 481.89 x 0\n");
  EXPECT_EQ(filled("<frame from=\"paper\" below=\"paper\"><p>ก</p></frame>", "{}").substr(0, 36),
            "frame #2 from paper 0 below paper 0 ");
}

TEST(Frames, with_nothing_in_them_are_left_out) {
  EXPECT_EQ(filled("<frame><p>{{ name }}</p></frame><frame if=\"name\"><p>ก</p></frame>", "{}"), "");
  EXPECT_EQ(kit::texts("<frame each=\"day in days\"><p>{{ day | thai-date-short }}</p></frame>",
                       R"({"days": ["2023-04-10", "2023-04-11"]})"),
            "๑๐ เม.ย.๖๖|๑๑ เม.ย.๖๖|");
}

TEST(Frames, stand_in_no_cell_and_hold_no_table) {
  for (const std::string blocks :
       {"<table widths=\"1fr\"><row><cell><frame><p>ก</p></frame></cell></row></table>",
        "<frame><table widths=\"1fr\"><row><cell/></row></table></frame>", "<frame><frame><p>ก</p></frame></frame>"}) {
    Diagnostics diagnostics;
    EXPECT_EQ(kit::load(kit::report("<section margins=\"2cm\">" + blocks + "</section>"), diagnostics), nullptr);
    EXPECT_EQ(diagnostics.items().size(), 1U) << blocks;
    EXPECT_EQ(diagnostics.items().front().code, "layout.misplaced-element") << blocks;
  }
}

}  // namespace

}  // namespace krut::layout
