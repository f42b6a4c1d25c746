#include "layout/layout.h"

#include <algorithm>

#include "base/error.h"
#include "base/md5.h"
#include "layout/assembly.h"
#include "layout/bindings.h"
#include "layout/compiler.h"
#include "layout/contents.h"
#include "layout/faults.h"
#include "layout/grammar.h"
#include "layout/measures.h"
#include "layout/own_grammar.h"
#include "layout/shipped_layouts.h"
#include "layout/source_text.h"
#include "layout/xml_reader.h"

namespace krut::layout {

namespace {

/// Who gives files to a layout.
struct FileSources {
  const ReadFile& read;
  const FindFile& find;
};

/// The schema of the layout's own file stands beside it, that of one that is extended beside that one.
std::string schema_text(const Assembled& layout, const std::string& name, const FileSources& files) {
  auto of_base = layout.schema ? files.find(*layout.schema) : std::nullopt;
  return of_base ? std::move(of_base->text) : files.read(name);
}

std::optional<data::Schema> read_schema(const Assembled& layout, const SourceText& source, const FileSources& files,
                                        Diagnostics& diagnostics) {
  const XmlAttribute* attribute = layout.root.attribute("schema");
  if (attribute == nullptr) return std::nullopt;
  const std::string& name = attribute->value.text();
  const Place place = source.place(attribute->value.source_offset(0));
  try {
    std::string text = schema_text(layout, name, files);
    const auto refusal = data::Schema::refusal(text);
    if (!refusal) return data::Schema::load(std::move(text), name, diagnostics);
    diagnostics.add(faults::no_schema(place, name, *refusal));
  } catch (const Error& error) {
    diagnostics.add(faults::no_schema(place, name, error.diagnostic().message));
  }
  return std::nullopt;
}

void add_once(std::vector<model::TextFormat>& formats, const model::TextFormat& format) {
  if (std::find(formats.begin(), formats.end(), format) == formats.end()) formats.push_back(format);
}

/// A layout of our own as it was when krut was built: tests have held it against the grammar.
bool is_shipped(const SourceText& source) {
  const auto digests = shipped_digests();
  return std::binary_search(digests.begin(), digests.end(), std::string_view(digits_of(md5(source.text()))));
}

/// Head rows and <b>, <i>, <u> set a style in another weight or slope.
bool holds(const Node& node, ElementKind kind) {
  return node.kind == kind ||
         std::any_of(node.children.begin(), node.children.end(), [&](const Node& each) { return holds(each, kind); });
}

}  // namespace

Layout::Layout() : contents_(std::make_unique<Contents>()) {}
Layout::~Layout() = default;

std::shared_ptr<const Layout> Layout::load(std::string name, std::string text, std::string file, const ReadFile& read,
                                           Diagnostics& diagnostics, const Budget& budget, const FindFile& find) {
  auto source_or_fault = read_source(std::move(text), std::move(file), diagnostics);
  if (!source_or_fault) return nullptr;
  SourceText& source = *source_or_fault;
  Diagnostics found;
  auto own_root = read_xml(source, found);
  auto assembled = own_root ? assemble(std::move(*own_root), source, find, found) : std::nullopt;
  const XmlElement* root = assembled ? &assembled->root : nullptr;
  budget.check();
  std::optional<Program> program;
  std::optional<data::Schema> schema;
  if (root) program = compile(*root, source, find, found);
  if (program) measures::check(*program, found);
  budget.check();
  if (program) schema = read_schema(*assembled, source, {read, find}, found);
  budget.check();
  std::set<std::string> used_paths;
  if (schema) used_paths = check_bindings(*program, source, *schema, found);
  budget.check();
  if (program && !found.has_errors() && !is_shipped(source)) check_grammar(source, own_grammar(), found);
  found.sort_by_place();
  diagnostics.append(found);
  if (found.has_errors() || !program || !schema) return nullptr;
  const std::shared_ptr<Layout> layout(new Layout());
  layout->contents_->name = std::move(name);
  layout->contents_->version = program->report.value_or<std::string>("version", "");
  layout->contents_->title = program->report.value_or<std::string>("title", "");
  layout->contents_->program = std::move(*program);
  layout->contents_->schema = std::move(*schema);
  layout->contents_->used_paths = std::move(used_paths);
  return layout;
}

const std::string& Layout::name() const { return contents_->name; }
const std::string& Layout::version() const { return contents_->version; }
const std::string& Layout::title() const { return contents_->title; }
const data::Schema& Layout::schema() const { return contents_->schema; }
const std::set<std::string>& Layout::used_paths() const { return contents_->used_paths; }

std::vector<model::TextFormat> Layout::text_formats() const {
  const Program& program = contents_->program;
  std::vector<model::TextFormat> formats;
  const bool has_bold = holds(program.report, ElementKind::b) || holds(program.report, ElementKind::head);
  const bool has_italic = holds(program.report, ElementKind::i);
  for (const LayoutStyle& each : program.styles) {
    add_once(formats, each.style.text);
    model::TextFormat other = each.style.text;
    other.is_bold = true;
    if (has_bold) add_once(formats, other);
    other = each.style.text;
    other.is_italic = true;
    if (has_italic) add_once(formats, other);
  }
  return formats;
}

}  // namespace krut::layout
