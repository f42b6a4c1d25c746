#include <set>
#include <string>
#include <utility>

#include "layout/contents.h"
#include "layout/fill_blocks.h"
#include "layout/fill_values.h"
#include "layout/layout.h"
#include "layout/measures.h"
#include "layout/styles.h"

namespace krut::layout {

namespace {

/// From the paper's edge to a header or footer where the layout says nothing.
constexpr Length usual_furniture_distance = Length::millimetres(12.5);

/// What the data wants, else what the layout says; "as_is" leaves the choice to the layout.
model::Digits document_digits(const Node& report, const data::Value& root) {
  const auto wanted = root.member("digits");
  std::string word = wanted ? wanted->text() : "";
  if (word != "thai" && word != "arabic") word = report.value_or<std::string>("digits", "thai");
  return word == "arabic" ? model::Digits::arabic : model::Digits::thai;
}

class DocumentFiller {
 public:
  explicit DocumentFiller(FillState state) : state_(std::move(state)), report_(state_.program.report) {}

  model::Document document() {
    model::Document document;
    document.language = language_tag(report_.value_or<std::string>("lang", "th"));
    document.title = text("document-title");
    document.author = text("author");
    for (const LayoutStyle& each : state_.program.styles) document.styles.push_back(each.style);
    for (const Node& child : report_.children) {
      if (child.kind != ElementKind::section) continue;
      repeat(state_, child, [&] { document.sections.push_back(section(child)); });
    }
    return document;
  }

 private:
  std::string text(std::string_view attribute) {
    const auto* wanted = report_.value<Template>(attribute);
    return wanted == nullptr ? std::string() : plain_text(state_, *wanted, report_.place);
  }

  model::Section section(const Node& node) {
    const Manner manner = manner_inside(state_, node, {});
    model::Section section;
    section.id = state_.next_id();
    section.place = node.place;
    set_page(node, section);
    section.restarts_page_numbers = node.value_or<bool>("restart-page-numbers", false);
    section.page_number_digits = page_digits(node);
    if (const Node* header = node.child(ElementKind::header)) section.header = furniture(*header, manner, section);
    if (const Node* footer = node.child(ElementKind::footer)) section.footer = furniture(*footer, manner, section);
    if (node.value_or<bool>("catch-word", false)) section.catch_word = catch_word(manner);
    add_children(state_, node, manner, section.blocks);
    return section;
  }

  [[nodiscard]] model::CatchWord catch_word(const Manner& manner) const {
    const model::Style& style = state_.style(manner.style).style;
    return {manner.style, text_format(state_, manner), style.paragraph.line_pitch};
  }

  void set_page(const Node& node, model::Section& section) {
    const PageSize page = node.value_or<PageSize>("size", measures::usual_page);
    const bool is_wide = page.width > page.height;
    const std::string orientation = word_in(state_, node, "orientation", is_wide ? "landscape" : "portrait");
    const bool turns = is_wide != (orientation == "landscape");
    section.page_width = turns ? page.height : page.width;
    section.page_height = turns ? page.width : page.height;
    const Sides margins = node.value_or<Sides>("margins", {});
    section.margin_top = margins.top;
    section.margin_right = margins.right;
    section.margin_bottom = margins.bottom;
    section.margin_left = margins.left;
    state_.text_height = section.page_height - section.margin_top - section.margin_bottom;
    state_.text_width = section.page_width - section.margin_left - section.margin_right;
    state_.page_centre = section.page_width / 2 - section.margin_left;
  }

  [[nodiscard]] model::Digits page_digits(const Node& node) const {
    const std::string word = node.value_or<std::string>("page-digits", "document");
    if (word == "document") return state_.digits;
    return word == "arabic" ? model::Digits::arabic : model::Digits::thai;
  }

  model::Furniture furniture(const Node& node, const Manner& outer, const model::Section& section) {
    const Manner manner = manner_inside(state_, node, outer);
    model::Furniture furniture;
    furniture.from_page = node.value_or<int>("from-page", 1);
    furniture.distance = node.value_or<Length>("distance", usual_furniture_distance);
    Blocks blocks;
    add_children(state_, node, manner, blocks);
    for (model::Block& block : blocks) {
      auto* paragraph = std::get_if<model::Paragraph>(&block.content);
      if (paragraph == nullptr) continue;
      for (model::Span& span : paragraph->spans) span.digits = section.page_number_digits;
      furniture.paragraphs.push_back(std::move(*paragraph));
    }
    return furniture;
  }

  FillState state_;
  const Node& report_;
};

/// Codes of warnings that the data itself says are meant to be so.
std::set<std::string> accepted_warnings(const data::Value& root) {
  std::set<std::string> codes;
  const auto list = root.member("accepted_warnings");
  const bool is_list = list && list->kind() == data::Kind::array;
  for (std::size_t i = 0; is_list && i < list->size(); ++i) codes.insert(list->element(i).text());
  return codes;
}

}  // namespace

std::optional<model::Document> fill(const Layout& layout, const data::CheckedData& data, const ReadPicture& read,
                                    Diagnostics& diagnostics, const Budget& budget) {
  Diagnostics found;
  const Program& program = layout.contents_->program;
  FillState state{program, read, found, Scope(data.root()), {}, 0, {}};
  state.budget = budget;
  state.digits = document_digits(program.report, data.root());
  model::Document document = DocumentFiller(std::move(state)).document();
  document.provenance = {data.json().text(), layout.name(), layout.version()};
  diagnostics.append_without(accepted_warnings(data.root()), found);
  if (found.has_errors()) return std::nullopt;
  return document;
}

}  // namespace krut::layout
