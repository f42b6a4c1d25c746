#include "readback/pdf_file.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "readback/faults.h"
#include "unit/readback/paper_kit.h"

namespace krut::readback {
namespace {

using tests::deflated;
using tests::HandmadePdf;

/// The value of Answer in object `number`; the code of the fault where there is one.
std::string answer(const std::string& bytes, std::uint32_t number = 1) {
  try {
    PdfFile file(bytes);
    const Value value = file.object(Value(Reference{number, 0})).value;
    const std::string* text = value["Answer"].string();
    return text == nullptr ? "(none)" : *text;
  } catch (const Fault& fault) {
    return "[" + fault.diagnostic.code + "]";
  } catch (const Error& error) {
    return "[" + error.diagnostic().code + "]";
  }
}

std::string answer_of(const std::string& body) { return answer(HandmadePdf().add(body).file("/Root 1 0 R")); }

/// An update appended to `file`: object `number` anew.
std::string updated(const std::string& file, std::size_t number, const std::string& body) {
  const std::string start = file.substr(file.rfind("startxref\n") + 10);
  const std::string offset = std::to_string(file.size());
  const std::string object = std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
  return file + object + "xref\n" + std::to_string(number) + " 1\n" + std::string(10 - offset.size(), '0') + offset +
         " 00000 n \ntrailer\n<</Size 9/Root 1 0 R/Prev " + start.substr(0, start.find('\n')) + ">>\nstartxref\n" +
         std::to_string(file.size() + object.size()) + "\n%%EOF\n";
}

/// A file whose cross-reference is a stream with these entries beside its head.
std::string with_stream(const std::string& objects, const std::string& entries, const std::string& packed) {
  const std::string head = "%PDF-1.7\n" + objects;
  return head + "9 0 obj\n<</Type/XRef/Root 1 0 R" + entries + "/Length " + std::to_string(packed.size()) +
         ">>stream\n" + packed + "\nendstream\nendobj\nstartxref\n" + std::to_string(head.size()) + "\n%%EOF";
}

TEST(PdfFile, strings_and_names_are_read_in_every_spelling) {
  EXPECT_EQ(answer_of("<</Answer(yes)>>"), "yes");
  EXPECT_EQ(answer_of("<< % a comment\n/B[1 -2.5 true null 7 0 R <</C<00>>>]/#41nswer (a\\(b\\)(c)\\n\\101\\\r\nd) >>"),
            "a(b)(c)\nAd");
  EXPECT_EQ(answer_of("<</Answer<79 6573>>>"), "yes");
  EXPECT_EQ(answer_of("<</Answer<79657>>>"), "yep");
}

TEST(PdfFile, the_newest_update_wins) {
  const std::string first = HandmadePdf().add("<</Answer(old)>>").add("<</Answer(other)>>").file("/Root 1 0 R");
  const std::string second = updated(first, 1, "<</Answer(new)>>");
  EXPECT_EQ(answer(second), "new");
  EXPECT_EQ(answer(updated(second, 1, "<</Answer(newer)>>")), "newer");
  EXPECT_EQ(answer(second, 2), "other");
  EXPECT_EQ(answer(second, 3), "(none)");
}

TEST(PdfFile, objects_are_found_through_streams_with_and_without_predictors) {
  const std::string objects = "1 0 obj <</Answer(here)>> endobj\n";
  const std::string plain("\1\0\x09\0", 4);
  EXPECT_EQ(answer(with_stream(objects, "/W[1 2 1]/Index[1 1]/Size 2", plain)), "here");
  const std::string up = deflated(std::string("\2\0\0\0\xFF\2\1\0\x09\1", 10));
  EXPECT_EQ(
      answer(with_stream(objects, "/W[1 2 1]/Size 2/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>", up)),
      "here");
}

TEST(PdfFile, objects_are_found_in_object_streams) {
  const std::string packed = "3 0 1 6 <</A 1>> <</Answer(in the stream)>>";
  const std::string objects = "2 0 obj <</Type/ObjStm/N 2/First 8/Length " + std::to_string(packed.size()) +
                              ">>stream\n" + packed + "\nendstream endobj\n";
  // 1: second of object stream 2; 2: at byte 9
  EXPECT_EQ(answer(with_stream(objects, "/W[1 1 1]/Index[1 2]/Size 3", std::string("\2\2\1\1\x09\0", 6))),
            "[readback.damaged]");
  const std::string right = "3 0 1 8 <</A 1>> <</Answer(in the stream)>>";
  const std::string stream = "2 0 obj <</Type/ObjStm/N 2/First 8/Length " + std::to_string(right.size()) +
                             ">>stream\n" + right + "\nendstream endobj\n";
  EXPECT_EQ(answer(with_stream(stream, "/W[1 1 1]/Index[1 2]/Size 3", std::string("\2\2\1\1\x09\0", 6))),
            "in the stream");
}

TEST(PdfFile, circles_and_depths_come_to_an_end) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "[";
  EXPECT_EQ(answer_of(deep), "[readback.damaged]");
  const std::string first = HandmadePdf().add("<</Answer(old)>>").file("/Root 1 0 R/Prev 0");
  EXPECT_EQ(answer(first), "[readback.damaged]");
  HandmadePdf circle;
  circle.add("<</Answer(x)/Length 1 0 R>>stream\nabc\nendstream");
  EXPECT_EQ(answer(circle.file("/Root 1 0 R")), "[readback.damaged]");
  const std::string begin = "%PDF-1.7\n";
  EXPECT_EQ(answer(begin + "xref\n0 0\ntrailer\n<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"), "[readback.damaged]");
}

TEST(PdfFile, sizes_that_a_file_claims_are_not_believed) {
  EXPECT_EQ(answer("%PDF-1.7\nxref\n0 99999999999\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF"),
            "[readback.damaged]");
  EXPECT_EQ(answer("%PDF-1.7\nstartxref\n99999999999999999999999\n%%EOF"), "[readback.damaged]");
  EXPECT_EQ(answer(with_stream("", "/W[9 9 9]/Size 2", "")), "[readback.damaged]");
  EXPECT_EQ(answer(with_stream("", "/W[0 0 0]/Size 2", "")), "[readback.damaged]");
  EXPECT_EQ(answer(with_stream("", "/W[1 1 1]/Index[0 4611686018427387904]/Size 2", "abc")), "[readback.damaged]");
  const std::string bomb = deflated(std::string((256U << 20U) + 1, '\1'));
  EXPECT_EQ(answer(with_stream("", "/W[1 1 1]/Size 2/Filter/FlateDecode", bomb)), "[readback.too-large]");
}

}  // namespace
}  // namespace krut::readback
