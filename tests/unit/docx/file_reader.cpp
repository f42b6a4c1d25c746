#include "file_reader.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <zip.h>

#include <stdexcept>
#include <utility>

#include "docx/namespaces.h"
#include "sample_document.h"

namespace krut::tests {

namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Tree = std::unique_ptr<xmlDoc, FreeDocument>;

struct FreeContext {
  void operator()(xmlXPathContext* context) const { xmlXPathFreeContext(context); }
};
struct FreeObject {
  void operator()(xmlXPathObject* object) const { xmlXPathFreeObject(object); }
};
struct FreeText {
  void operator()(xmlChar* text) const { xmlFree(text); }
};
struct FreeBuffer {
  void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
};

const xmlChar* as_xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

void expect(bool is_so, const std::string& what) {
  if (!is_so) throw std::runtime_error(what);
}

Tree parsed(const std::string& bytes) {
  Tree tree(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, XML_PARSE_NONET));
  expect(tree != nullptr, "a part is not well-formed");
  return tree;
}

std::string text_of(xmlNode* node) {
  const std::unique_ptr<xmlChar, FreeText> text(xmlNodeGetContent(node));
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text.get());
}

void register_prefixes(xmlXPathContext* context) {
  using namespace docx;
  const std::pair<const char*, const char*> prefixes[] = {
      {"w", ns::word},
      {"r", ns::relationships},
      {"mc", ns::compatibility},
      {"w14", ns::word_2010},
      {"wp", ns::word_drawing},
      {"wps", ns::word_shape},
      {"a", ns::drawing},
      {"pic", ns::picture},
      {"asvg", ns::svg},
      {"s", ns::source},
      {"dc", "http://purl.org/dc/elements/1.1/"},
      {"dcterms", "http://purl.org/dc/terms/"},
      {"cp", ns::custom_properties},
      {"vt", ns::property_types},
      {"ct", "http://schemas.openxmlformats.org/package/2006/content-types"},
      {"rel", "http://schemas.openxmlformats.org/package/2006/relationships"}};
  for (const auto& [prefix, uri] : prefixes) xmlXPathRegisterNs(context, as_xml(prefix), as_xml(uri));
}

}  // namespace

struct DocxFile::Trees {
  std::map<std::string, Tree> by_part;

  std::vector<xmlNode*> find(const std::string& path, const std::string& part) const {
    xmlDoc* tree = by_part.at(part).get();
    const std::unique_ptr<xmlXPathContext, FreeContext> context(xmlXPathNewContext(tree));
    register_prefixes(context.get());
    const std::unique_ptr<xmlXPathObject, FreeObject> found(
        xmlXPathEvalExpression(as_xml(path.c_str()), context.get()));
    expect(found != nullptr, "not an XPath expression: " + path);
    if (found->nodesetval == nullptr) return {};
    return {found->nodesetval->nodeTab, found->nodesetval->nodeTab + found->nodesetval->nodeNr};
  }
};

DocxFile::DocxFile(const std::string& bytes) : trees_(std::make_unique<Trees>()) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  expect(archive != nullptr, "not a ZIP file");
  for (zip_int64_t index = 0; index < zip_get_num_entries(archive, 0); ++index) {
    zip_stat_t entry;
    zip_stat_index(archive, static_cast<zip_uint64_t>(index), 0, &entry);
    std::string content(static_cast<std::size_t>(entry.size), '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0);
    expect(file != nullptr && zip_fread(file, content.data(), entry.size) == static_cast<zip_int64_t>(entry.size),
           std::string("cannot read ") + entry.name);
    zip_fclose(file);
    names_.emplace_back(entry.name);
    const std::string extension = names_.back().substr(names_.back().rfind('.') + 1);
    if (extension == "xml" || extension == "rels") trees_->by_part[names_.back()] = parsed(content);
    parts_[names_.back()] = std::move(content);
  }
  zip_discard(archive);
  zip_error_fini(&error);
}

DocxFile::~DocxFile() = default;
DocxFile::DocxFile(DocxFile&&) noexcept = default;

std::size_t DocxFile::count(const std::string& path, const std::string& part) const {
  return trees_->find(path, part).size();
}

std::vector<std::string> DocxFile::values(const std::string& path, const std::string& part) const {
  std::vector<std::string> texts;
  for (xmlNode* node : trees_->find(path, part)) texts.push_back(text_of(node));
  return texts;
}

std::string DocxFile::value(const std::string& path, const std::string& part) const {
  const std::vector<std::string> texts = values(path, part);
  return texts.empty() ? "(nothing found)" : texts.front();
}

std::string DocxFile::xml(const std::string& path, const std::string& part) const {
  const std::vector<xmlNode*> nodes = trees_->find(path, part);
  if (nodes.empty()) return "(nothing found)";
  const std::unique_ptr<xmlBuffer, FreeBuffer> buffer(xmlBufferCreate());
  xmlNodeDump(buffer.get(), nodes.front()->doc, nodes.front(), 0, 0);
  return reinterpret_cast<const char*>(xmlBufferContent(buffer.get()));
}

DocxFile written(const model::Document& document, const docx::Options& options) {
  return DocxFile(docx::write(document, options));
}

DocxFile written(std::vector<model::Block> blocks) { return written(document_of(std::move(blocks))); }

}  // namespace krut::tests
