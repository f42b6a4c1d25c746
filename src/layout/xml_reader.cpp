#include "layout/xml_reader.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <memory>
#include <new>

#include "base/limits.h"
#include "base/utf8.h"
#include "base/xml_tags.h"
#include "layout/faults.h"
#include "xml/silence.h"

namespace krut::layout {

namespace {

std::string text_of(const xmlChar* bytes) { return bytes == nullptr ? "" : reinterpret_cast<const char*>(bytes); }
std::string text_of(const xmlChar* bytes, std::size_t size) { return {reinterpret_cast<const char*>(bytes), size}; }

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Builds our tree from the events of one parse. Lives as long as its parser context, which points to it.
class Builder {
 public:
  Builder(const SourceText& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

  void attach(xmlParserCtxt* context) {
    context_ = context;
    context->_private = this;
    xmlSAXHandler& sax = *context->sax;
    sax = {};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = [](void* c, const xmlChar* name, const xmlChar* prefix, const xmlChar*, int, const xmlChar**,
                            int count, int, const xmlChar** attributes) {
      safely(c, [&](Builder& builder) { builder.start_element(name, prefix, count, attributes); });
    };
    sax.endElementNs = [](void* c, const xmlChar*, const xmlChar*, const xmlChar*) {
      safely(c, [](Builder& builder) { builder.end_element(); });
    };
    sax.characters = [](void* c, const xmlChar* text, int size) {
      safely(c, [&](Builder& builder) { builder.characters(text, size); });
    };
    sax.cdataBlock = [](void* c, const xmlChar* text, int size) {
      safely(c, [&](Builder& builder) { builder.cdata(text, size); });
    };
    sax.comment = [](void* c, const xmlChar*) { of(c).read_to_ = of(c).offset(); };
    sax.processingInstruction = [](void* c, const xmlChar*, const xmlChar*) { of(c).read_to_ = of(c).offset(); };
    sax.internalSubset = [](void* c, const xmlChar*, const xmlChar*, const xmlChar*) {
      safely(c, [](Builder& builder) { builder.document_type(); });
    };
    sax.serror = [](void* c, xmlError* error) { safely(c, [&](Builder& builder) { builder.fault(*error); }); };
  }

  /// The finished tree, or nothing when a fault was noted.
  [[nodiscard]] std::optional<XmlElement> take_root() {
    if (has_fault_ || open_.size() != 1 || open_.front().children.empty()) return std::nullopt;
    return std::get<XmlElement>(std::move(open_.front().children.front()));
  }
  [[nodiscard]] bool has_fault() const { return has_fault_; }
  [[nodiscard]] bool is_short_of_memory() const { return is_short_; }

 private:
  /// No exception may cross the library's frames: that memory is short is told when it is back.
  template <typename Work>
  static void safely(void* context, Work work) {
    try {
      work(of(context));
    } catch (const std::bad_alloc&) {
      of(context).is_short_ = true;
      xmlStopParser(of(context).context_);
    }
  }

  static Builder& of(void* context) { return *static_cast<Builder*>(static_cast<xmlParserCtxt*>(context)->_private); }

  /// Bytes read so far.
  [[nodiscard]] std::size_t offset() const {
    const long consumed = xmlByteConsumed(context_);
    return consumed < 0 ? 0 : static_cast<std::size_t>(consumed);
  }

  void start_element(const xmlChar* name, const xmlChar* prefix, int count, const xmlChar** attributes) {
    const std::string& text = source_.text();
    const std::size_t end = offset();
    XmlElement element;
    element.name = prefix == nullptr ? text_of(name) : text_of(prefix) + ':' + text_of(name);
    element.offset = text.rfind('<', end == 0 ? 0 : end - 1);
    if (open_.size() > limits::layout_depth) return stop(faults::too_deep(source_.place(element.offset)));
    read_attributes(element, end, count, attributes);
    read_to_ = text.find('>', end) + 1;
    open_.push_back(std::move(element));
  }

  /// Names and places come from the source, which is known to be well-formed up to `end`; values from the parser.
  void read_attributes(XmlElement& element, std::size_t end, int count, const xmlChar** attributes) {
    const std::string& text = source_.text();
    std::size_t at = element.offset + 1 + element.name.size();
    int next = 0;  // of the parser's attributes, which are in the order of the source
    for (;;) {
      while (at < end && is_space(text[at])) ++at;
      if (at >= end || text[at] == '/' || text[at] == '>') return;
      XmlAttribute attribute;
      attribute.offset = at;
      while (at < end && text[at] != '=' && !is_space(text[at])) ++at;
      attribute.name = text.substr(attribute.offset, at - attribute.offset);
      while (at < end && text[at] != '"' && text[at] != '\'') ++at;
      const std::size_t value_start = at + 1;
      const std::size_t value_end = text.find(text[at], value_start);
      if (value_end == std::string::npos) return;
      const std::string raw = text.substr(value_start, value_end - value_start);
      const std::string value = value_of(attribute.name, next, count, attributes).value_or(raw);
      attribute.value.append(value, value_start, value == raw);
      element.attributes.push_back(std::move(attribute));
      at = value_end + 1;
    }
  }

  /// The value of the parser's next attribute when that is the one named: declarations of namespaces are in the source
  /// only. libxml2 hands five pointers an attribute: name, prefix, namespace, begin and end of the value.
  static std::optional<std::string> value_of(const std::string& name, int& next, int count,
                                             const xmlChar** attributes) {
    if (next == count) return std::nullopt;
    const xmlChar** each = attributes + std::ptrdiff_t{next} * 5;
    const std::string prefix = text_of(each[1]);
    const std::string full = prefix.empty() ? text_of(each[0]) : prefix + ':' + text_of(each[0]);
    if (full != name) return std::nullopt;
    ++next;
    return text_of(each[3], static_cast<std::size_t>(each[4] - each[3]));
  }

  void end_element() {
    if (has_fault_) return;
    XmlElement element = std::move(open_.back());
    open_.pop_back();
    open_.back().children.emplace_back(std::move(element));
    read_to_ = offset();
  }

  void characters(const xmlChar* bytes, int size) {
    if (has_fault_) return;
    const std::string& source = source_.text();
    const std::string text = text_of(bytes, static_cast<std::size_t>(size));
    if (source.compare(read_to_, 2, "\r\n") == 0) ++read_to_;
    const bool is_verbatim = source.compare(read_to_, text.size(), text) == 0;
    append(text, is_verbatim);
    read_to_ = is_verbatim ? read_to_ + text.size() : offset();
  }

  void cdata(const xmlChar* bytes, int size) {
    if (has_fault_) return;
    static const std::string opening = "<![CDATA[";
    const std::string text = text_of(bytes, static_cast<std::size_t>(size));
    const std::size_t start = source_.text().find(opening, read_to_);
    if (start != std::string::npos) read_to_ = start + opening.size();
    append(text, source_.text().compare(read_to_, text.size(), text) == 0);
    read_to_ = offset();
  }

  void append(const std::string& text, bool is_verbatim) {
    std::vector<XmlNode>& siblings = open_.back().children;
    if (siblings.empty() || !std::holds_alternative<SourceString>(siblings.back())) {
      siblings.emplace_back(SourceString());
    }
    std::get<SourceString>(siblings.back()).append(text, read_to_, is_verbatim);
  }

  void document_type() {
    const std::size_t at = source_.text().rfind("<!DOCTYPE", offset());
    stop(faults::document_type(source_.place(at == std::string::npos ? 0 : at)));
  }

  void fault(const xmlError& error) {
    if (error.code == XML_ERR_NO_MEMORY) is_short_ = true;
    if (error.level < XML_ERR_ERROR) return;
    stop(faults::not_well_formed(source_, offset(), error.code, error.message == nullptr ? "" : error.message));
  }

  void stop(Diagnostic diagnostic) {
    if (!has_fault_) diagnostics_.add(std::move(diagnostic));
    has_fault_ = true;
    xmlStopParser(context_);
  }

  const SourceText& source_;
  Diagnostics& diagnostics_;
  xmlParserCtxt* context_ = nullptr;
  std::vector<XmlElement> open_{1};  // the first stands for the file
  std::size_t read_to_ = 0;          // what the tree already holds of the source
  bool has_fault_ = false;
  bool is_short_ = false;
};

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

/// Counts the places of an element and all inside it on from `begin`. No deeper than `limits::layout_depth`.
void move_to(std::size_t begin, XmlElement& element) {
  element.offset += begin;
  for (XmlAttribute& attribute : element.attributes) {
    attribute.offset += begin;
    attribute.value.move_to(begin);
  }
  for (XmlNode& child : element.children) {
    if (auto* text = std::get_if<SourceString>(&child)) {
      text->move_to(begin);
    } else {
      move_to(begin, std::get<XmlElement>(child));
    }
  }
}

}  // namespace

const XmlAttribute* XmlElement::attribute(const std::string& wanted) const {
  for (const XmlAttribute& each : attributes) {
    if (each.name == wanted) return &each;
  }
  return nullptr;
}

std::optional<XmlElement> read_xml(const SourceText& source, Diagnostics& diagnostics) {
  const xml::Silence silence;
  const std::string& text = source.text();
  if (const auto crowded = crowded_tag(text, limits::element_attributes)) {
    diagnostics.add(faults::too_many_attributes(source.place(*crowded)));
    return std::nullopt;
  }
  if (text.empty()) {
    diagnostics.add(faults::empty_file(source.place(0)));
    return std::nullopt;
  }
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(
      xmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())));
  if (!context) throw std::bad_alloc();
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC);
  Builder builder(source, diagnostics);
  builder.attach(context.get());
  xmlParseDocument(context.get());
  if (builder.is_short_of_memory() || context->errNo == XML_ERR_NO_MEMORY) throw std::bad_alloc();
  std::optional<XmlElement> root = builder.take_root();
  if (!root && !builder.has_fault()) {
    diagnostics.add(faults::not_well_formed(source, text.size(), XML_ERR_DOCUMENT_END, ""));
  }
  return root;
}

std::optional<SourceText> read_source(std::string text, std::string file, Diagnostics& diagnostics) {
  const auto fault = utf8::first_fault(text);
  if (!fault) return SourceText(std::move(text), std::move(file));
  const SourceText readable(text.substr(0, *fault), file);
  diagnostics.add(faults::not_utf8(readable.place(*fault)));
  return std::nullopt;
}

std::optional<XmlElement> read_joined_xml(SourceText& source, std::string text, std::string file,
                                          Diagnostics& diagnostics) {
  const auto own = read_source(std::move(text), std::move(file), diagnostics);
  if (!own) return std::nullopt;
  auto root = read_xml(*own, diagnostics);
  const std::size_t begin = source.join(*own);
  if (root) move_to(begin, *root);
  return root;
}

}  // namespace krut::layout
