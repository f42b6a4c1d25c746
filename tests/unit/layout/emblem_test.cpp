#include "layout_kit.h"

#include <variant>

#include "unit/picture/png_maker.h"

namespace krut::layout {

namespace {

using namespace std::string_literals;

using picture::test::png;

const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 92 100\"/>";

struct Filled {
  std::optional<model::Figure> emblem;
  std::string messages;
};

Filled emblem_for(const std::string& emblem, const kit::Files& files = {}) {
  Diagnostics diagnostics;
  const auto document = kit::fill_document(
      kit::report("<section margins=\"2cm\"><emblem of=\"{{ emblem }}\" height=\"15mm\"/></section>"),
      R"({"emblem": )" + emblem + "}", diagnostics, files);
  Filled filled;
  filled.messages = kit::all_messages(diagnostics, Language::english);
  if (document) filled.emblem = std::get<model::Figure>(document->sections[0].blocks[0].content);
  return filled;
}

TEST(Emblems, are_15_mm_high_whatever_their_picture) {
  const Filled filled = emblem_for(R"({"mode": "image", "image": "g.svg"})", {{"g.svg", svg}});
  ASSERT_TRUE(filled.emblem) << filled.messages;
  ASSERT_TRUE(filled.emblem->image);
  EXPECT_EQ(filled.emblem->image->kind, model::ImageKind::svg);
  EXPECT_EQ(filled.emblem->image->height, Length::millimetres(15));
  EXPECT_EQ(filled.emblem->image->width, Length::millimetres(13.8));
  EXPECT_EQ(filled.emblem->image->alternative_text, "");
  EXPECT_EQ(filled.emblem->image->pointer, "/emblem");
  EXPECT_EQ(filled.messages, "");
}

TEST(Emblems, may_be_bitmaps_fine_enough_for_print) {
  const Filled filled =
      emblem_for(R"({"mode": "image", "image": "g.png", "alternative_text": "ครุฑ"})", {{"g.png", png(184, 200)}});
  ASSERT_TRUE(filled.emblem) << filled.messages;
  EXPECT_EQ(filled.emblem->image->kind, model::ImageKind::png);
  EXPECT_EQ(filled.emblem->image->alternative_text, "ครุฑ");
  EXPECT_EQ(filled.messages, "");
}

TEST(Emblems, that_are_coarse_or_stretched_are_used_with_a_warning) {
  const Filled filled = emblem_for(R"({"mode": "image", "image": "g.png"})", {{"g.png", png(120, 100)}});
  EXPECT_TRUE(filled.emblem);
  EXPECT_EQ(filled.messages,
            "data.json:1:39: warning: the emblem is 1.20 times as wide as high; the Garuda is 0.85 to 1.00 "
            "[layout.emblem-ratio]\n  value: /emblem/image\n  hint: crop empty edges, or see that the picture is not "
            "stretched\n"
            "data.json:1:39: warning: the emblem has 169 dots per inch in print; it should have 300 "
            "[layout.emblem-resolution]\n  value: /emblem/image\n  hint: use a larger picture, or an SVG\n");
}

TEST(Emblems, that_cannot_be_read_are_an_error_at_their_name) {
  const Filled missing = emblem_for(R"({"mode": "image", "image": "g.png"})");
  EXPECT_FALSE(missing.emblem);
  EXPECT_EQ(missing.messages,
            "data.json:1:39: error: there is no file g.png [layout.unreadable-image]\n  value: /emblem/image\n"
            "  asked by: test.xml:2:24\n  hint: the name is looked up from the folder of the data file\n");
  const Filled wrong = emblem_for(R"({"mode": "image", "image": "g.gif"})", {{"g.gif", "GIF89a"}});
  EXPECT_NE(wrong.messages.find("the picture \"g.gif\" is no usable picture: it is a GIF file; pictures are JPEG, PNG "
                                "or SVG [layout.not-an-image]"),
            std::string::npos);
  const Filled unnamed = emblem_for(R"({"mode": "image"})");
  EXPECT_NE(unnamed.messages.find("[layout.missing-image]"), std::string::npos);
}

TEST(Emblems, that_are_not_drawn_keep_their_room) {
  for (const char* word : {"preprinted", "none", "placeholder"}) {
    const Filled filled = emblem_for(R"({"mode": ")"s + word + "\"}");
    ASSERT_TRUE(filled.emblem) << word;
    EXPECT_EQ(filled.emblem->is_blank, word != "placeholder"s);
    EXPECT_EQ(filled.emblem->height, Length::millimetres(15));
    EXPECT_EQ(filled.emblem->frame_words.empty(), word != "placeholder"s);
  }
}

/// What is told of a drawing with these contents.
std::string told_of(const std::string& inside, const std::string& before = {}) {
  return emblem_for(R"({"mode": "image", "image": "g.svg"})",
                    {{"g.svg", before +
                                   "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                                   "xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 92 100\">" +
                                   inside + "</svg>"}})
      .messages;
}

TEST(Drawings, that_refer_outside_themselves_are_refused_with_what_and_where) {
  EXPECT_EQ(told_of("\n<image href=\"file:///etc/passwd\" width=\"9\" height=\"9\"/>"),
            "data.json:1:39: error: the picture \"g.svg\" refers to what lies outside it: "
            "href=\"file:///etc/passwd\" in its line 2 [layout.outward-svg]\n  value: /emblem/image\n"
            "  asked by: test.xml:2:24\n  hint: embed what it refers to, or remove the link, and save it again\n");
  for (const char* inside :
       {"<image xlink:href=\"http://example.org/a.png\"/>", "<image href=\"a.png\"/>", "<use href=\"b.svg#a\"/>",
        "<use href=\" HTTP://example.org/#a\"/>", "<a href=\"https://example.org\"><path/></a>",
        "<rect fill=\"url(http://example.org/a.svg#a)\"/>", "<rect style=\"fill: URL( 'file:///a.svg#a' )\"/>",
        "<style>rect { fill: url(\"//example.org/a\") }</style>", "<style><![CDATA[@import 'a.css';]]></style>",
        "<style>rect { fill: u\\72l(a.svg) }</style>", "<g xml:base=\"http://example.org/\"><use href=\"#a\"/></g>",
        "<image href=\"&#104;ttp://example.org/\"/>"}) {
    EXPECT_NE(told_of(inside).find("[layout.outward-svg]"), std::string::npos) << inside;
  }
  EXPECT_NE(told_of("", "<?xml-stylesheet href=\"a.css\"?>").find("[layout.outward-svg]"), std::string::npos);
  EXPECT_NE(told_of("", "<!DOCTYPE svg SYSTEM \"file:///etc/passwd\">").find("[layout.outward-svg]"),
            std::string::npos);
}

TEST(Drawings, that_carry_a_program_are_refused) {
  for (const char* inside : {"<script>alert(1)</script>", "<g><rect onclick=\"go()\"/></g>",
                             "<foreignObject><b xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject>"}) {
    EXPECT_NE(told_of(inside).find("carries a program"), std::string::npos) << inside;
    EXPECT_NE(told_of(inside).find("[layout.live-svg]"), std::string::npos) << inside;
  }
}

TEST(Drawings, that_hold_all_they_need_are_used) {
  EXPECT_EQ(told_of("<metadata xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                    "<rdf:li rdf:resource=\"http://purl.org/dc/dcmitype/StillImage\"/></metadata>"
                    "<style>.a { fill: url(#b); stroke: url( '#b' ) }</style>"
                    "<defs><linearGradient id=\"b\"/><path id=\"c\" d=\"M0 0\"/></defs>"
                    "<use xlink:href=\"#c\" fill=\"url(#b)\" style=\"opacity:1\" overflow=\"visible\"/>",
                    "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
                    "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><?note href?>"),
            "");
}

TEST(Figures, fit_their_picture_into_their_place) {
  Diagnostics diagnostics;
  const std::string place =
      "<figure-place width=\"40mm\" height=\"20mm\" image=\"note\" alternative-text=\"{{ name }}\"/>";
  const auto document = kit::fill_document(
      kit::report("<section margins=\"2cm\">" + place + "</section>"), R"({"note": "a.svg", "name": "กราฟ"})",
      diagnostics, {{"a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 10\"/>"}});
  ASSERT_TRUE(document) << kit::all_messages(diagnostics, Language::english);
  const auto& figure = std::get<model::Figure>(document->sections[0].blocks[0].content);
  ASSERT_TRUE(figure.image);
  EXPECT_EQ(figure.width, Length::millimetres(40));
  EXPECT_EQ(figure.height.in_emu(), Length::millimetres(40).in_emu() / 3);
  EXPECT_EQ(figure.image->alternative_text, "กราฟ");
}

}  // namespace

}  // namespace krut::layout
