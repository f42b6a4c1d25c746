#include "layout/grammar.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/spare_memory.h"
#include "layout/faults.h"
#include "layout/vocabulary.h"
#include "xml/silence.h"

namespace krut::layout {

namespace {

template <typename T, void (*release)(T*)>
struct Release {
  void operator()(T* handle) const { release(handle); }
};
template <typename T, void (*release)(T*)>
using Handle = std::unique_ptr<T, Release<T, release>>;

using Parser = Handle<xmlParserCtxt, xmlFreeParserCtxt>;
using Document = Handle<xmlDoc, xmlFreeDoc>;
using GrammarParser = Handle<xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt>;
using Grammar = Handle<xmlRelaxNG, xmlRelaxNGFree>;
using Validator = Handle<xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt>;

/// The first complaint of a library call.
struct Complaint {
  bool is_noted = false;
  bool is_short_of_memory = false;
  int line = 0;
  std::string message;
};

void note(void* user, xmlError* error) {
  Complaint& complaint = *static_cast<Complaint*>(user);
  complaint.is_short_of_memory = complaint.is_short_of_memory || error->code == XML_ERR_NO_MEMORY;
  if (complaint.is_noted) return;
  complaint.is_noted = true;
  complaint.line = error->line;
  try {
    const std::string_view message = error->message == nullptr ? "" : error->message;
    complaint.message = message.substr(0, message.find('\n'));
  } catch (const std::bad_alloc&) {  // called through the library's frames
    complaint.is_short_of_memory = true;
  }
}

/// More than the library takes for our grammar. In want of memory it crashes there, or finds the grammar broken.
constexpr std::size_t bytes_of_a_grammar = 8U << 20U;

[[noreturn]] void broken_grammar(const std::string& cause) {
  expect_memory(bytes_of_a_grammar);
  throw Error(
      ErrorKind::internal, "layout.broken-grammar",
      {"ไวยากรณ์ของแบบ (layout.rng) ใช้ไม่ได้: " + cause, "the grammar of layouts (layout.rng) is broken: " + cause},
      {"โปรดแจ้งผู้พัฒนา", "please report it"});
}

/// Neither entities nor an outer subset are looked for, whatever the text asks.
Document read_document(std::string_view text) {
  constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC;
  const Parser parser(xmlNewParserCtxt());
  if (!parser) throw std::bad_alloc();
  parser->sax->resolveEntity = [](void*, const xmlChar*, const xmlChar*) -> xmlParserInput* { return nullptr; };
  parser->sax->externalSubset = nullptr;
  Document document(
      xmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr, nullptr, options));
  if (!document && parser->errNo == XML_ERR_NO_MEMORY) throw std::bad_alloc();
  return document;
}

/// Null, with the library's complaint, when it does not take the text for a grammar.
Grammar parse_grammar(std::string_view text, Complaint& complaint) {
  expect_memory(bytes_of_a_grammar);
  const Document document = read_document(text);
  if (!document) return nullptr;
  const GrammarParser parser(xmlRelaxNGNewDocParserCtxt(document.get()));
  if (!parser) throw std::bad_alloc();
  xmlRelaxNGSetParserStructuredErrors(parser.get(), note, &complaint);
  Grammar grammar(xmlRelaxNGParse(parser.get()));
  if (complaint.is_short_of_memory) throw std::bad_alloc();
  return grammar;
}

/// The library sets up its data types at the first grammar, without a lock of its own.
Grammar read_grammar(std::string_view text) {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  Complaint passing;  // our grammar is sound: memory was short for a moment, and a second look is right
  if (Grammar grammar = parse_grammar(text, passing)) return grammar;
  Complaint complaint;
  Grammar grammar = parse_grammar(text, complaint);
  if (!grammar) broken_grammar(complaint.is_noted ? complaint.message : "no XML");
  return grammar;
}

/// Takes the uses of parts out of the tree: what stands for them is in files of its own.
void remove_part_uses(xmlNode* parent) {
  xmlNode* next = nullptr;
  for (xmlNode* child = parent->children; child != nullptr; child = next) {
    next = child->next;
    if (child->type != XML_ELEMENT_NODE) continue;
    const bool is_word = find_element(reinterpret_cast<const char*>(child->name)) != nullptr;
    if (is_word) {
      remove_part_uses(child);
    } else {
      xmlUnlinkNode(child);
      xmlFreeNode(child);
    }
  }
}

/// The grammar without its references to parts: any name may stand there, and the library looks at what stands beside
/// such a pattern again and again, in a time that grows with the square of the layout.
std::string without_parts(std::string_view grammar) {
  constexpr std::string_view reference = "<ref name=\"part-use\"/>";
  std::string text(grammar);
  for (std::size_t at = text.find(reference); at != std::string::npos; at = text.find(reference, at)) {
    text.erase(at, reference.size());
  }
  return text;
}

}  // namespace

void check_grammar(const SourceText& source, std::string_view grammar_text, Diagnostics& diagnostics) {
  const xml::Silence silence;
  const Document document = read_document(source.text());
  if (!document) return;
  if (xmlNode* root = xmlDocGetRootElement(document.get())) remove_part_uses(root);
  const Grammar grammar = read_grammar(without_parts(grammar_text));
  const Validator validator(xmlRelaxNGNewValidCtxt(grammar.get()));
  if (!validator) throw std::bad_alloc();
  Complaint complaint;
  xmlRelaxNGSetValidStructuredErrors(validator.get(), note, &complaint);
  const int verdict = xmlRelaxNGValidateDoc(validator.get(), document.get());
  if (complaint.is_short_of_memory) throw std::bad_alloc();
  if (verdict == 0) return;
  Place place = source.place(0);
  place.line = complaint.line > 0 ? complaint.line : 1;
  place.column = 1;
  diagnostics.add(faults::grammar(place, complaint.message));
}

}  // namespace krut::layout
