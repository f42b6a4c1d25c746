#include "pdf/conformance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "base/error.h"
#include "pdf/metadata.h"
#include "pdf/pdf.h"
#include "unit/pdf/page_builder.h"
#include "unit/pdf/report_builder.h"
#include "unit/pdf/tools.h"

/// What a standard asks for, and what is said when it cannot be kept.
namespace krut::pdf::test {
namespace {

Standard standard(std::string_view name) { return standard_named(name).value(); }

Options options(std::string_view name) {
  Options out;
  out.standard = standard(name);
  return out;
}

std::vector<std::string> codes(const model::Pages& pages, std::string_view name) {
  std::vector<std::string> all;
  const Diagnostics faults = conformance_faults(pages, standard(name));
  for (const Diagnostic& fault : faults.items()) all.push_back(fault.code);
  return all;
}

model::Pages speechless_report() {
  model::Pages pages = report();
  const auto figure = std::find_if(pages.structure.begin(), pages.structure.end(),
                                   [](const auto& node) { return node.role == model::Role::figure; });
  figure->alternative_text.clear();
  return pages;
}

using Codes = std::vector<std::string>;

TEST(Standards, have_names_that_all_mean_something) {
  EXPECT_EQ(standard_names().front(), "a3a-ua1");
  EXPECT_EQ(standard("a3a-ua1"), Standard());
  for (const std::string_view name : standard_names()) EXPECT_TRUE(standard_named(name)) << name;
  EXPECT_FALSE(standard_named("a1b"));
  EXPECT_FALSE(is_promising(standard("plain")));
}

TEST(Standards, are_all_kept_by_a_sound_report_without_data) {
  model::Pages pages = report();
  pages.provenance.data.clear();
  for (const std::string_view name : standard_names()) EXPECT_EQ(codes(pages, name), Codes()) << name;
}

TEST(Standards, for_archives_before_the_third_part_take_no_data) {
  const Diagnostics faults = conformance_faults(report(), standard("a2b"));
  ASSERT_EQ(faults.items().size(), 1U);
  EXPECT_EQ(faults.items()[0].code, "pdf.data-not-embeddable");
  EXPECT_NE(faults.items()[0].hint.english.find("--no-source"), std::string::npos);
  EXPECT_EQ(codes(report(), "a3b"), Codes());
}

TEST(Standards, for_the_blind_refuse_a_picture_without_words) {
  const model::Pages pages = speechless_report();
  for (const char* name : {"a3a-ua1", "a3a", "ua1"}) {
    EXPECT_EQ(codes(pages, name), Codes{"pdf.figure-without-text"}) << name;
  }
  for (const char* name : {"a3u", "a3b", "plain"}) {
    EXPECT_EQ(codes(pages, name), Codes()) << name;
    EXPECT_NO_THROW(static_cast<void>(write(pages, options(name)))) << name;
  }
}

TEST(Standards, name_the_picture_that_has_no_words) {
  model::Pages pages = document();
  pages.structure.emplace_back();
  pages.structure.back().role = model::Role::figure;
  pages.structure.back().parent = 1;
  model::PlacedImage image;
  image.owner = {static_cast<model::NodeIndex>(pages.structure.size() - 1)};
  model::Image emblem;
  emblem.pointer = "/emblem";
  image.image = std::make_shared<const model::Image>(std::move(emblem));
  pages.pages = {empty_page(), empty_page("๒")};
  pages.pages[1].marks.emplace_back(image);
  pages.pages[1].marks.emplace_back(image);
  const Diagnostics faults = conformance_faults(pages, {});
  ASSERT_EQ(faults.items().size(), 1U);
  EXPECT_EQ(faults.items()[0].where.pointer, "/emblem");
  EXPECT_NE(faults.items()[0].message.english.find("page 2"), std::string::npos);
}

TEST(Standards, refuse_a_font_that_must_not_be_embedded_and_name_it_once) {
  auto font = std::make_shared<model::FontProgram>(*built_face());
  font->may_be_embedded = false;
  model::Pages pages = lines_document(font, {"ก", "ข"});
  pages.values.emplace_back("/memo/subject");
  std::get<model::TextLine>(pages.pages[0].marks[0]).pieces[0].value = 1;
  const Diagnostics faults = conformance_faults(pages, standard("a3b"));
  ASSERT_EQ(faults.items().size(), 1U);
  EXPECT_EQ(faults.items()[0].code, "pdf.font-not-embeddable");
  EXPECT_EQ(faults.items()[0].where.pointer, "/memo/subject");
  EXPECT_NE(faults.items()[0].message.thai.find(font->full_name), std::string::npos);
  EXPECT_EQ(codes(pages, "plain"), Codes());
}

TEST(Standards, where_none_is_promised_a_font_that_must_not_be_embedded_is_drawn) {
  auto font = std::make_shared<model::FontProgram>(*built_face());
  const std::string drawn = "รายงานผลการดำเนินการ ที่นี่ ก้ำ ป่ำ ญู ฐุ ABC";
  const auto pixels = [&](const std::string& name) {
    const std::string path = keep_file(name, write(lines_document(font, {drawn}), options("plain")));
    EXPECT_EQ(split_lines(read_with("pdftotext", "-raw '" + path + "' -").output).front(), drawn);
    return read_with("pdftoppm", "-r 20 -gray '" + path + "'").output;
  };
  const std::string embedded = pixels("embedded-font.pdf");
  font = std::make_shared<model::FontProgram>(*font);
  font->may_be_embedded = false;
  const std::string outlined = pixels("drawn-font.pdf");
  EXPECT_EQ(
      unpacked(keep_file("drawn-font.pdf", write(lines_document(font, {drawn}), options("plain")))).find("/FontFile"),
      std::string::npos);
  ASSERT_EQ(embedded.size(), outlined.size());
  std::size_t differing = 0;
  for (std::size_t i = 0; i < embedded.size(); ++i) {
    const int here = static_cast<unsigned char>(embedded[i]);
    const int there = static_cast<unsigned char>(outlined[i]);
    if (std::abs(here - there) > 96) ++differing;
  }
  EXPECT_LT(differing, embedded.size() / 500);
}

TEST(Standards, refuse_a_letter_without_a_form) {
  const model::Pages pages = lines_document(built_face(), {"ก中"});
  const Diagnostics faults = conformance_faults(pages, standard("a3b"));
  ASSERT_EQ(faults.items().size(), 1U);
  EXPECT_EQ(faults.items()[0].code, "pdf.missing-glyph");
  EXPECT_NE(faults.items()[0].message.english.find("中"), std::string::npos);
  const std::string plain = write(pages, options("plain"));
  const std::string path = keep_file("missing-glyph.pdf", plain);
  EXPECT_EQ(read_with("pdftotext", "-raw '" + path + "' -").output.substr(0, 6), "ก中");
}

TEST(Standards, are_claimed_as_asked_and_never_more) {
  const auto packet = [](std::string_view name) { return xmp_packet(report(), options(name)); };
  EXPECT_NE(packet("a2u").find("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U<"), std::string::npos);
  EXPECT_EQ(packet("a2u").find("<pdfuaid:part>"), std::string::npos);
  EXPECT_NE(packet("ua1").find("<pdfuaid:part>1<"), std::string::npos);
  EXPECT_EQ(packet("ua1").find("<pdfaid:part>"), std::string::npos);
  EXPECT_EQ(packet("plain").find("id:part>"), std::string::npos);
  const std::string plain = write(report(), options("plain"));
  EXPECT_EQ(plain.find("/OutputIntents"), std::string::npos);
}

}  // namespace
}  // namespace krut::pdf::test
