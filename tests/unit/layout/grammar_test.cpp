#include <map>
#include <set>

#include "layout/grammar.h"
#include "layout/own_grammar.h"
#include "layout/vocabulary.h"
#include "layout/xml_reader.h"
#include "layout_kit.h"

namespace krut::layout {

namespace {

using Names = std::set<std::string>;

/// The grammar, read as the XML that it is.
class Grammar {
 public:
  Grammar() : source_(std::string(own_grammar()), "layout.rng") {
    Diagnostics diagnostics;
    auto root = read_xml(source_, diagnostics);
    EXPECT_TRUE(root) << kit::all_messages(diagnostics, Language::english);
    if (root) root_ = std::move(*root);
    for (const XmlNode& each : root_.children) {
      const auto* define = std::get_if<XmlElement>(&each);
      if (define != nullptr && define->name == "define") defines_[define->attribute("name")->value.text()] = define;
    }
    collect(root_);
  }

  /// Attributes by element; the two sorts of p, span and blocks, at home in different places, are one here.
  std::map<std::string, Names> elements;

 private:
  static std::vector<std::string> names_of(const XmlElement& element) {
    if (const auto* name = element.attribute("name")) return {name->value.text()};
    std::vector<std::string> names;
    add_names(element, names);
    return names;
  }

  static void add_names(const XmlElement& parent, std::vector<std::string>& names) {
    for (const XmlNode& each : parent.children) {
      const auto* child = std::get_if<XmlElement>(&each);
      if (child == nullptr) continue;
      if (child->name == "name") names.push_back(std::get<SourceString>(child->children.front()).text());
      if (child->name == "choice") add_names(*child, names);
    }
  }

  void collect(const XmlElement& parent) {
    for (const XmlNode& each : parent.children) {
      const auto* child = std::get_if<XmlElement>(&each);
      if (child == nullptr) continue;
      if (child->name == "element") {
        for (const std::string& name : names_of(*child)) add_attributes(*child, elements[name]);
      }
      collect(*child);
    }
  }

  void add_attributes(const XmlElement& parent, Names& names) {
    for (const XmlNode& each : parent.children) {
      const auto* child = std::get_if<XmlElement>(&each);
      if (child == nullptr || child->name == "element") continue;
      if (child->name == "attribute") names.insert(child->attribute("name")->value.text());
      if (child->name != "ref") {
        add_attributes(*child, names);
        continue;
      }
      const std::string target = child->attribute("name")->value.text();
      const bool is_attributes = target.find("attribute") != std::string::npos;
      if (is_attributes) add_attributes(*defines_.at(target), names);
    }
  }

  SourceText source_;
  XmlElement root_;
  std::map<std::string, const XmlElement*> defines_;
};

TEST(TheGrammar, knows_the_same_words_as_the_reader) {
  const Grammar grammar;
  std::map<std::string, Names> vocabulary;
  for (const ElementRule& rule : all_elements()) {
    Names& names = vocabulary[std::string(rule.name)];
    for (const AttributeRule& each : rule.attributes) names.emplace(each.name);
  }
  EXPECT_EQ(grammar.elements, vocabulary);
}

TEST(TheGrammar, takes_every_other_word_for_the_name_of_a_part) {
  const std::string text(own_grammar());
  const std::size_t begin = text.find("<define name=\"part-use\">");
  const std::string define = text.substr(begin, text.find("</define>", begin) - begin);
  for (const ElementRule& rule : all_elements()) {
    EXPECT_NE(define.find("<name>" + std::string(rule.name) + "</name>"), std::string::npos) << rule.name;
  }
}

TEST(TheGrammar, refuses_what_the_reader_refuses) {
  Diagnostics diagnostics;
  EXPECT_FALSE(kit::load(kit::report("<section margins=\"2cm\"><cell>ก</cell></section>"), diagnostics));
  EXPECT_TRUE(kit::load(kit::report("<section margins=\"2cm\"><p>ก</p></section>"), diagnostics));
}

TEST(TheGrammar, that_is_compiled_in_is_the_one_for_editors) {
  EXPECT_EQ(own_grammar(), kit::read("layouts/layout.rng"));
}

TEST(TheGrammar, leads_to_no_other_file) {
  for (const std::string word : {"<include", "<externalRef", "<!DOCTYPE", "xi:include"}) {
    EXPECT_EQ(own_grammar().find(word), std::string_view::npos) << word;
  }
}

TEST(TheGrammar, that_is_broken_is_no_fault_of_the_layout) {
  Diagnostics diagnostics;
  const SourceText layout("<a/>", "x.xml");
  EXPECT_THROW(check_grammar(layout, "<grammar/>", diagnostics), Error);
  EXPECT_THROW(check_grammar(layout, "no grammar", diagnostics), Error);
  EXPECT_TRUE(diagnostics.empty());
}

TEST(TheGrammar, is_a_gate_of_its_own) {
  Diagnostics diagnostics;
  const SourceText layout("<b/>", "x.xml");
  check_grammar(layout, "<element name=\"a\" xmlns=\"http://relaxng.org/ns/structure/1.0\"><empty/></element>",
                diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items().front().code, "layout.grammar");
}

}  // namespace

}  // namespace krut::layout
