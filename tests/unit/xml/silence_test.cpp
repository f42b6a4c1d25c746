#include "xml/silence.h"

#include <gtest/gtest.h>
#include <libxml/globals.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <string>
#include <thread>

namespace krut::xml {
namespace {

/// Bytes that are no text of the encoding that they claim: a fault that libxml2 lays at no parser's door.
const std::string no_text = "<?xml version=\"1.0\" encoding=\"EUC-JP\"?><a>\xFF\xFE\x8F</a>";

void count(void* heard, xmlError*) { ++*static_cast<int*>(heard); }
void count_lines(void* heard, const char*, ...) { ++*static_cast<int*>(heard); }

void parse_what_is_no_text() {
  constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  xmlFreeDoc(xmlReadMemory(no_text.data(), static_cast<int>(no_text.size()), nullptr, nullptr, options));
}

TEST(Silence, what_no_parser_answers_for_is_not_printed) {
  testing::internal::CaptureStderr();
  parse_what_is_no_text();
  EXPECT_NE(testing::internal::GetCapturedStderr(), "") << "the text is no longer one that libxml2 prints about";
  testing::internal::CaptureStderr();
  {
    const Silence silence;
    parse_what_is_no_text();
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Silence, the_embedding_program_hears_nothing_of_it_and_keeps_its_handlers) {
  int heard = 0;
  xmlSetStructuredErrorFunc(&heard, count);
  xmlSetGenericErrorFunc(&heard, count_lines);
  {
    const Silence silence;
    const Silence again;
    parse_what_is_no_text();
    EXPECT_EQ(heard, 0);
  }
  EXPECT_EQ(xmlStructuredError, count);
  EXPECT_EQ(xmlStructuredErrorContext, &heard);
  EXPECT_EQ(xmlGenericError, count_lines);
  parse_what_is_no_text();
  EXPECT_GT(heard, 0);
  xmlSetStructuredErrorFunc(nullptr, nullptr);
  xmlSetGenericErrorFunc(nullptr, nullptr);
}

TEST(Silence, other_threads_keep_theirs) {
  const Silence silence;
  int heard = 0;
  std::thread([&heard] {
    xmlSetStructuredErrorFunc(&heard, count);
    parse_what_is_no_text();
  }).join();
  EXPECT_GT(heard, 0);
}

}  // namespace
}  // namespace krut::xml
