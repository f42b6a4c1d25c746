#include "layout/svg_offence.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <string_view>

#include "base/utf8.h"

namespace krut::layout {

namespace {

using Kind = SvgOffence::Kind;

constexpr std::size_t most_shown = 60;  // characters of an address
/// Public identifiers of SVG's own grammars name files there; no reader needs them.
constexpr std::string_view home_of_svg = "http://www.w3.org/";
constexpr std::string_view live_elements[] = {"script", "handler", "listener", "foreignobject", "iframe",
                                              "embed",  "object",  "audio",    "video"};
constexpr std::string_view harmless_data[] = {"data:image/png",        "data:image/jpeg",        "data:image/jpg",
                                              "data:image/gif",        "data:image/webp",        "data:font/",
                                              "data:application/font", "data:application/x-font"};
/// Words of CSS that take an address other than by url(), and the sign with which words are spelt otherwise.
constexpr std::string_view fetching_words[] = {"@import", "image-set(", "src(", "\\"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string folded(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string content_of(const xmlNode* node) {
  const std::unique_ptr<xmlChar, void (*)(void*)> content(xmlNodeGetContent(node), [](void* text) { xmlFree(text); });
  return std::string(text_of(content.get()));
}

/// Short, on one line.
std::string shown(std::string_view text) {
  std::u32string characters = utf8::to_utf32(text);
  std::replace_if(
      characters.begin(), characters.end(), [](char32_t c) { return c < U' '; }, U' ');
  if (characters.size() > most_shown) {
    characters.resize(most_shown);
    characters += U'…';
  }
  return utf8::from_utf32(characters);
}

/// An address that readers need not go anywhere for. `address` is in small letters.
bool stays_inside(std::string_view address) {
  while (!address.empty() && (is_space(address.front()) || address.front() == '"' || address.front() == '\'')) {
    address.remove_prefix(1);
  }
  return address.empty() || address.front() == '#' ||
         std::any_of(std::begin(harmless_data), std::end(harmless_data),
                     [&](std::string_view kind) { return address.substr(0, kind.size()) == kind; });
}

/// The first url() that goes outside, to the end of the text; empty when none does.
std::string_view outward_call(std::string_view text) {
  constexpr std::string_view call = "url(";
  const std::string words = folded(text);
  for (std::size_t at = words.find(call); at != std::string::npos; at = words.find(call, at + 1)) {
    if (!stays_inside(std::string_view(words).substr(at + call.size()))) return text.substr(at);
  }
  return {};
}

/// The first word of a style that may fetch something or hide one that does; empty when there is none.
std::string_view outward_word(std::string_view style) {
  const std::string words = folded(style);
  for (const std::string_view word : fetching_words) {
    if (const std::size_t at = words.find(word); at != std::string::npos) return style.substr(at);
  }
  return {};
}

class Search {
 public:
  std::optional<SvgOffence> found;

  void look_at(xmlDoc* drawing) {
    const std::string_view grammar =
        drawing->intSubset == nullptr ? std::string_view() : text_of(drawing->intSubset->SystemID);
    if (!grammar.empty() && grammar.substr(0, home_of_svg.size()) != home_of_svg) {
      note(Kind::refers_outside, "<!DOCTYPE \"" + shown(grammar) + "\">", xmlDocGetRootElement(drawing));
    }
    for (xmlNode* node = drawing->children; node != nullptr && !found; node = after(node)) look_at(node);
  }

 private:
  /// The next node in document order.
  static xmlNode* after(xmlNode* node) {
    const bool has_inside = node->type == XML_ELEMENT_NODE && node->children != nullptr;
    if (has_inside) return node->children;
    while (node != nullptr && node->next == nullptr) node = node->parent;
    return node == nullptr || node->type == XML_DOCUMENT_NODE ? nullptr : node->next;
  }

  void note(Kind kind, std::string what, const xmlNode* node) {
    if (!found) found = SvgOffence{kind, std::move(what), static_cast<int>(xmlGetLineNo(node))};
  }

  void look_at(xmlNode* node) {
    if (node->type == XML_PI_NODE) {
      const std::string name(text_of(node->name));
      if (folded(name) == "xml-stylesheet") note(Kind::refers_outside, "<?" + name + "?>", node);
    }
    if (node->type != XML_ELEMENT_NODE) return;
    const std::string name(text_of(node->name));
    const std::string word = folded(name);
    if (std::find(std::begin(live_elements), std::end(live_elements), word) != std::end(live_elements)) {
      note(Kind::is_live, '<' + name + '>', node);
    }
    if (word == "style") look_at_style(content_of(node), node);
    for (xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
      look_at(*attribute, node);
    }
  }

  void look_at(const xmlAttr& attribute, const xmlNode* node) {
    const std::string name(text_of(attribute.name));
    const std::string word = folded(name);
    const std::string value = content_of(reinterpret_cast<const xmlNode*>(&attribute));
    const std::string written = name + "=\"" + shown(value) + '"';
    if (attribute.ns == nullptr && word.substr(0, 2) == "on") note(Kind::is_live, written, node);
    if (word == "attributename" && is_dangerous_to_animate(folded(value))) note(Kind::is_live, written, node);
    const bool is_address = word == "href" || word == "src";
    if (is_address && !stays_inside(folded(value))) note(Kind::refers_outside, written, node);
    const bool is_of_xml = attribute.ns != nullptr && text_of(attribute.ns->prefix) == "xml";
    if (is_of_xml && word == "base") note(Kind::refers_outside, "xml:" + written, node);
    if (!outward_call(value).empty()) note(Kind::refers_outside, written, node);
    if (word == "style") look_at_style(value, node);
  }

  /// An animation that gives an element an address or a handler.
  static bool is_dangerous_to_animate(std::string_view attribute) {
    const std::string_view local = attribute.substr(attribute.find(':') + 1);
    return local == "href" || local == "style" || local.substr(0, 2) == "on";
  }

  void look_at_style(const std::string& style, const xmlNode* node) {
    for (const std::string_view part : {outward_call(style), outward_word(style)}) {
      if (!part.empty()) note(Kind::refers_outside, shown(part), node);
    }
  }
};

}  // namespace

std::optional<SvgOffence> offence_of(xmlDoc* drawing) {
  Search search;
  search.look_at(drawing);
  return search.found;
}

}  // namespace krut::layout
