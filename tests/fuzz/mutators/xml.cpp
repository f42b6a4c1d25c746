#include <libxml/parser.h>
#include <libxml/tree.h>

#include <limits>
#include <memory>
#include <vector>

#include "mutation.h"

namespace krut::fuzz {

namespace {

struct Free {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  void operator()(xmlChar* text) const { xmlFree(text); }
};

std::string text_of(xmlChar* owned) {
  const std::unique_ptr<xmlChar, Free> text(owned);
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text.get());
}

const xmlChar* as_xml(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }

/// Only whole characters of UTF-8 and none that XML forbids: anything else would end the writing of the document.
std::string printable(const std::string& text) {
  std::string out;
  for (const char byte : text) {
    if (static_cast<unsigned char>(byte) >= ' ') out += byte;
  }
  return xmlCheckUTF8(as_xml(out)) != 0 ? out : std::string("ก");
}

/// Elements and their attributes, in the order of the text.
struct Nodes {
  std::vector<xmlNode*> elements;
  std::vector<xmlAttr*> attributes;
};

Nodes nodes_of(xmlNode* root) {
  Nodes found;
  std::vector<xmlNode*> waiting{root};
  while (!waiting.empty()) {
    xmlNode* node = waiting.back();
    waiting.pop_back();
    found.elements.push_back(node);
    for (xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
      found.attributes.push_back(attribute);
    }
    for (xmlNode* child = xmlLastElementChild(node); child != nullptr; child = xmlPreviousElementSibling(child)) {
      waiting.push_back(child);
    }
  }
  return found;
}

void change_attribute(xmlAttr* attribute, const Nodes& nodes, Dice& dice) {
  xmlNode* owner = attribute->parent;
  std::string value = text_of(xmlGetProp(owner, attribute->name));
  switch (below(dice, 4)) {
    case 0:
      xmlRemoveProp(attribute);
      return;
    case 1: {
      const xmlAttr* other = nodes.attributes[below(dice, nodes.attributes.size())];
      value = text_of(xmlGetProp(other->parent, other->name));
      break;
    }
    default:
      value = changed_bytes(value, 16);
  }
  xmlSetProp(owner, attribute->name, as_xml(printable(value)));
}

bool stands_inside(const xmlNode* node, const xmlNode* ancestor) {
  for (; node != nullptr; node = node->parent) {
    if (node == ancestor) return true;
  }
  return false;
}

void change_element(xmlNode* element, xmlNode* other, Dice& dice) {
  xmlDoc* document = element->doc;
  const bool is_root = element == xmlDocGetRootElement(document);
  switch (below(dice, 5)) {
    case 0:
      if (is_root) return;
      xmlUnlinkNode(element);
      xmlFreeNode(element);
      return;
    case 1:
      if (is_root || stands_inside(element, other)) return;
      xmlAddNextSibling(element, xmlDocCopyNode(element, document, 1));
      return;
    case 2:
      if (stands_inside(element, other)) return;
      xmlAddChild(element, xmlDocCopyNode(other, document, 1));
      return;
    case 3:
      xmlNodeSetName(element, std::basic_string<xmlChar>(other->name).c_str());
      return;
    default: {
      const std::string text = printable(changed_bytes(text_of(xmlNodeGetContent(element)).substr(0, 200), 16));
      xmlNodeAddContent(element, as_xml(text));
    }
  }
}

}  // namespace

std::string changed_xml(std::string_view text, Dice& dice) {
  if (text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return {};
  constexpr int quiet = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  const std::unique_ptr<xmlDoc, Free> document(
      xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr, quiet));
  if (document == nullptr || xmlDocGetRootElement(document.get()) == nullptr) return {};
  for (std::size_t changes = 1 + below(dice, 3); changes > 0; --changes) {
    const Nodes nodes = nodes_of(xmlDocGetRootElement(document.get()));
    if (!nodes.attributes.empty() && one_in(dice, 2)) {
      change_attribute(nodes.attributes[below(dice, nodes.attributes.size())], nodes, dice);
    } else {
      change_element(nodes.elements[below(dice, nodes.elements.size())],
                     nodes.elements[below(dice, nodes.elements.size())], dice);
    }
  }
  xmlChar* bytes = nullptr;
  int size = 0;
  xmlDocDumpMemoryEnc(document.get(), &bytes, &size, "UTF-8");
  const std::unique_ptr<xmlChar, Free> owned(bytes);
  return bytes == nullptr ? std::string()
                          : std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

}  // namespace krut::fuzz
