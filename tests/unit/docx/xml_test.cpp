#include "docx/xml.h"

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <string>

namespace {

using namespace krut;

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Tree = std::unique_ptr<xmlDoc, FreeDocument>;

Tree read(const std::string& xml) {
  return Tree(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "part.xml", nullptr, XML_PARSE_NOERROR));
}

std::string string_of(xmlChar* text) {
  const std::unique_ptr<xmlChar, void (*)(xmlChar*)> owner(text, [](xmlChar* each) { xmlFree(each); });
  return reinterpret_cast<const char*>(owner.get());
}

const xmlChar* name(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

TEST(Xml, another_reader_finds_each_text_and_value_as_it_was_given) {
  const std::string filler = "ก ข";
  for (const std::string& odd : {std::string("<w:t>"), std::string("&amp;&"), std::string("\"'\""),
                                 std::string("\t\r\n"), std::string("]]>"), std::string("ท\xEF\xBC\x81\xED\x9F\xBF")}) {
    for (std::size_t before = 0; before < 9; ++before) {
      const std::string text = std::string(before, 'x') + odd + filler;
      docx::Xml xml;
      {
        auto root = xml.element("root", {{"value", text}});
        xml.text(text);
      }
      const Tree tree = read(xml.finish());
      ASSERT_NE(tree, nullptr) << text;
      xmlNode* root = xmlDocGetRootElement(tree.get());
      EXPECT_EQ(string_of(xmlNodeGetContent(root)), text);
      EXPECT_EQ(string_of(xmlGetProp(root, name("value"))), text);
    }
  }
}

TEST(Xml, what_xml_cannot_hold_is_left_out) {
  docx::Xml xml(docx::XmlKind::fragment);
  xml.leaf("t", "a\x01\x1F\xEF\xBF\xBE\xEF\xBF\xBF z", {{"v", std::string_view("\0x", 2)}});
  EXPECT_EQ(xml.finish(), R"(<t v="x">a z</t>)");
}

TEST(Xml, an_element_with_nothing_in_it_is_one_tag) {
  docx::Xml xml(docx::XmlKind::fragment);
  {
    auto outer = xml.element("a");
    xml.empty("b", {{"on", true}});
    { auto inner = xml.element("c"); }
    xml.raw("<d/>");
    xml.cdata("1 < 2");
  }
  EXPECT_EQ(xml.finish(), R"(<a><b on="1"/><c/><d/><![CDATA[1 < 2]]></a>)");
}

}  // namespace
