#include <gtest/gtest.h>

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "pdf/colour_profile.h"
#include "pdf/metadata.h"
#include "pdf/pdf.h"
#include "pdf/table_heads.h"
#include "pdf/tag_tree.h"
#include "unit/pdf/page_builder.h"
#include "unit/pdf/report_builder.h"
#include "unit/pdf/tools.h"

/// What a screen reader, an archive and a signer find.
namespace krut::pdf::test {
namespace {

const Options dated{.producer = "krut 1.0", .created_at = 1'681'095'600};

std::string report_file() { return keep_file("report.pdf", write(report(), dated)); }

/// The tags and words as poppler reads them, a line each, without indentation and attributes.
std::string spoken(const std::string& path) {
  std::string out;
  for (std::string text : split_lines(read_with("pdfinfo", "-struct-text '" + path + "'").output)) {
    text.erase(0, text.find_first_not_of(' '));
    if (text[0] == '/' || text == "\"\"" || text.find("Object ") == 0) continue;
    if (text[0] != '"') text.erase(std::min(text.find_first_of(" :"), text.size()));
    out += text + "\n";
  }
  return out;
}

TEST(Tags, are_read_in_the_order_of_the_document) {
  const std::string all = spoken(report_file());
  const std::string wanted =
      "Document\nSect\nFigure\nH1\n\"บทนำ\"\nP\n\"ก่อน \"\nSpan\n\"Online \"\n\"หลัง\"\n"
      "L\nLI\nLbl\n\"๑.\"\nLBody\nP\n\"ข้อหนึ่ง\"\nLI\nLbl\n\"๒.\"\nLBody\nP\n\"ข้อสอง\"\n"
      "P\nForm\n\"ดำเนินการแล้ว\"\nP\nForm\n\"ยังไม่ดำเนินการ\"\n"
      "Table\nTHead\nTR\nTH\n\"ประเด็น\"\nTH\n\"การดำเนินการ\"\nTBody\nTR\nTH\n\"กลุ่มแรก\"\n";
  EXPECT_EQ(all.substr(0, wanted.size()), wanted) << all;
}

TEST(Tags, hold_a_split_row_once_with_each_cell_whole) {
  const std::string all = spoken(report_file());
  const std::string wanted =
      "TR\nTD\nP\n\"ต้นของเซลล์ \"\n\"ปลายของเซลล์\"\nTD\nP\n\"ช่องที่สอง \"\n\"ต่อช่องที่สอง\"\nTD\n"
      "TR\nTD\n\"ช่องสุดท้าย\"\nSect\nForm\nP\n\"(นายหนึ่ง ตัวอย่าง)\"\nForm\nP\n\"(นางสอง ตัวอย่าง)\"\n";
  EXPECT_NE(all.find(wanted), std::string::npos) << all;
}

TEST(Tags, say_which_heads_and_spans_a_table_has) {
  const std::string file = unpacked(report_file());
  for (const char* part : {"/Scope /Column", "/Scope /Row", "/ColSpan 3", "/RowSpan 2", "/Summary", "/BBox",
                           "/ListNumbering /Decimal", "/checked /on", "/checked /off", "/Lang (en)"}) {
    EXPECT_NE(file.find(part), std::string::npos) << part;
  }
}

TEST(Tags, name_the_heads_of_cells_where_scope_leaves_them_unclear) {
  const std::string file = unpacked(report_file());
  EXPECT_NE(file.find("/IDTree"), std::string::npos);
  EXPECT_NE(file.find("/Headers ["), std::string::npos);
  std::vector<model::StructureNode> nodes(1);
  const auto add = [&nodes](model::NodeIndex parent, model::Role role, int column = 0, int column_span = 1) {
    model::StructureNode node;
    node.role = role;
    node.parent = parent;
    node.column_span = column_span;
    node.column = column;
    nodes.push_back(node);
    return static_cast<model::NodeIndex>(nodes.size() - 1);
  };
  const auto table = add(0, model::Role::table);
  const auto head = add(table, model::Role::table_head);
  const auto upper = add(head, model::Role::row);
  const auto score = add(upper, model::Role::header_cell, 0, 2);
  const auto note = add(upper, model::Role::header_cell, 2);
  const auto lower = add(head, model::Role::row);
  const auto before = add(lower, model::Role::header_cell, 0);
  const auto now = add(lower, model::Role::header_cell, 1);
  const auto body = add(table, model::Role::table_body);
  const auto label = add(add(body, model::Role::row), model::Role::header_cell, 0, 3);
  const auto row = add(body, model::Role::row);
  const auto first = add(row, model::Role::data_cell, 0);
  const auto wide = add(row, model::Role::data_cell, 1, 2);
  const TableHeads heads(nodes);
  using Heads = std::vector<model::NodeIndex>;
  EXPECT_EQ(heads.of(before), Heads{score});
  EXPECT_EQ(heads.of(now), Heads{score});
  EXPECT_EQ(heads.of(first), (Heads{label, score, before}));
  EXPECT_EQ(heads.of(wide), (Heads{label, score, note, now}));
  EXPECT_TRUE(heads.must_be_named(first));
}

TEST(Tags, of_repeated_heads_and_page_numbers_are_none) {
  const std::string all = spoken(report_file());
  EXPECT_EQ(all.find("ประเด็น"), all.rfind("ประเด็น")) << all;
  EXPECT_EQ(all.find("- ๒ -"), std::string::npos) << all;
}

TEST(Tags, of_headings_never_skip_a_level) {
  std::vector<model::StructureNode> nodes(5);
  const int levels[] = {0, 3, 5, 2, 4};
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    nodes[i].role = model::Role::heading;
    nodes[i].level = levels[i];
  }
  const TagTree tags(nodes);
  std::string all;
  for (model::NodeIndex i = 1; i < 5; ++i) all += tags.tag(i);
  EXPECT_EQ(all, "H1H2H2H3");
}

TEST(Tags, of_a_picture_without_words_are_refused) {
  model::Pages pages = report();
  pages.structure[2].alternative_text.clear();
  try {
    static_cast<void>(write(pages, dated));
    FAIL() << "it was written";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::conformance);
    EXPECT_EQ(error.diagnostic().code, "pdf.figure-without-text");
  }
}

TEST(Tags, of_a_mark_that_belongs_nowhere_are_our_own_fault) {
  model::Pages pages = lines_document(built_face(), {"ก"});
  pages.structure.resize(2);
  EXPECT_THROW(static_cast<void>(write(pages, {})), Error);
}

TEST(Source, comes_out_byte_for_byte) {
  const std::string path = report_file();
  const std::string out = keep_file("source.json", "");
  const ToolResult saved = run("pdfdetach", "-save 1 -o '" + out + "' '" + path + "'");
  EXPECT_EQ(saved.status, 0) << saved.output;
  EXPECT_EQ(files::read_whole(out, 1'000'000), report().provenance.data);
  EXPECT_NE(unpacked(path).find("/AFRelationship /Source"), std::string::npos);
}

TEST(Source, is_left_out_when_there_is_none) {
  model::Pages pages = report();
  pages.provenance.data.clear();
  const std::string listed = run("pdfdetach", "-list '" + keep_file("bare.pdf", write(pages, dated)) + "'").output;
  EXPECT_EQ(listed, "0 embedded files\n");
}

TEST(Metadata, claims_both_standards_and_escapes_names) {
  model::Pages pages = report();
  pages.author = "ก & <ข>";
  const std::string packet = xmp_packet(pages, dated);
  for (const char* part :
       {"<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>",
        "ก &amp; &lt;ข&gt;", "<xmp:CreateDate>2023-04-10T10:00:00+07:00</xmp:CreateDate>"}) {
    EXPECT_NE(packet.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(packet.find("ก & "), std::string::npos);
}

TEST(Metadata, counts_days_as_the_calendar_does) {
  EXPECT_EQ(pdf_date(0), "D:19700101070000+07'00'");
  EXPECT_EQ(pdf_date(951'782'399), "D:20000229065959+07'00'");
  EXPECT_EQ(xmp_date(1'709'225'999), "2024-02-29T23:59:59+07:00");
  EXPECT_EQ(xmp_date(-25'201), "1969-12-31T23:59:59+07:00");
}

TEST(Colours, are_explained_by_a_profile_of_sound_shape) {
  const std::string profile = srgb_profile();
  EXPECT_EQ(profile.substr(36, 4), "acsp");
  EXPECT_EQ(static_cast<unsigned char>(profile[8]), 4);
  const auto size =
      static_cast<std::size_t>(static_cast<unsigned char>(profile[2]) << 8 | static_cast<unsigned char>(profile[3]));
  EXPECT_EQ(size, profile.size());
  EXPECT_LT(profile.size(), 700U);
}

TEST(Signatures, have_a_field_each_with_place_and_name) {
  const std::string listed = run("pdfsig", "'" + report_file() + "'").output;
  EXPECT_NE(listed.find("Signature1"), std::string::npos) << listed;
  EXPECT_NE(listed.find("Signature2"), std::string::npos) << listed;
  const std::string file = unpacked(report_file());
  EXPECT_NE(file.find("/Tabs /S"), std::string::npos);
  EXPECT_NE(file.find("/SigFlags 1"), std::string::npos);
}

TEST(Signatures, can_be_made_by_one_hand_after_the_other) {
  const std::string path = report_file();
  const std::string script = std::string(KRUT_SOURCE_FOLDER) + "/tests/conformance/sign_all.py";
  const ToolResult signed_all =
      run("/usr/bin/python3",
          "'" + script + "' '" + path + "' --fields Signature1 Signature2 --folder '" + path + ".signed'");
  EXPECT_EQ(signed_all.status, 0) << signed_all.output;
}

}  // namespace
}  // namespace krut::pdf::test
