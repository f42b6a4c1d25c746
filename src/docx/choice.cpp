#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "docx/blocks.h"
#include "docx/paragraphs.h"

namespace krut::docx {

namespace {

/// Every Windows has it, and it draws both boxes; no Thai face does.
constexpr const char* box_font = "Segoe UI Symbol";
constexpr const char* ticked_box = "☑";
constexpr const char* empty_box = "☐";
constexpr const char* ticked_code = "2611";
constexpr const char* empty_code = "2610";
/// Size of the box's font to that of the Thai text beside it, so that the box is as high as its letters.
constexpr std::int64_t box_size = 5;
constexpr std::int64_t text_size = 7;
constexpr std::size_t alias_characters = 64;  // Word refuses longer ones

std::string shortened(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < alias_characters; ++count) {
    end += utf8::decode(text, end).size;
  }
  return std::string(text.substr(0, end));
}

/// What a click turns a box into: the same for every box.
const std::string& box_states() {
  static const std::string states = [] {
    Xml xml(XmlKind::fragment);
    xml.empty("w14:checkedState", {{"w14:val", ticked_code}, {"w14:font", box_font}});
    xml.empty("w14:uncheckedState", {{"w14:val", empty_code}, {"w14:font", box_font}});
    return xml.finish();
  }();
  return states;
}

/// A check box that a click turns over ([MS-DOCX], 2.6.1.7); the font is named in its states and in its run, without
/// which Word shows the code's digits.
void write_box(Story& story, const model::Choice& choice, const model::Choice::Option& option) {
  Xml& xml = story.xml;
  const Names::Control name = story.shared.names.control(choice.pointer, option.id);
  auto control = xml.element("w:sdt");
  {
    auto properties = xml.element("w:sdtPr");
    xml.empty("w:alias", {{"w:val", shortened(option.label)}});
    xml.empty("w:tag", {{"w:val", name.tag}});
    xml.empty("w:id", {{"w:val", name.id}});
    auto box = xml.element("w14:checkbox");
    xml.empty("w14:checked", {{"w14:val", option.is_chosen}});
    xml.raw(box_states());
  }
  auto content = xml.element("w:sdtContent");
  auto run = xml.element("w:r");
  model::TextFormat format = choice.text;
  format.size = format.size.scaled(box_size, text_size);
  format.is_bold = format.is_italic = format.is_underlined = false;
  RunLook look;
  look.symbol_font = box_font;
  write_run_properties(story, format, story.shared.styles.style(choice.style).text, look);
  xml.leaf("w:t", option.is_chosen ? ticked_box : empty_box);
}

}  // namespace

void write_choice(Story& story, const model::Choice& choice, const Column& column) {
  for (const model::Choice::Option& option : choice.options) {
    const bool is_first = &option == &choice.options.front();
    const bool is_last = &option == &choice.options.back();
    ParagraphLook look;
    look.element = option.id;
    look.style = choice.style;
    look.format = choice.format;
    look.format.left_indent += column.left + choice.box_side + choice.box_gap;
    look.format.first_line_indent -= choice.box_side + choice.box_gap;
    look.format.keeps_with_next =
        column.keeps_with_next || column.end_keeps_with_next || !is_last || choice.format.keeps_with_next;
    if (!is_first) look.format.space_before = {};
    if (!is_last) look.format.space_after = {};
    const auto paragraph = open_paragraph(story, std::move(look));
    write_box(story, choice, option);
    write_text(story, " " + option.label, choice.text, story.shared.styles.style(choice.style).text);
  }
}

}  // namespace krut::docx
