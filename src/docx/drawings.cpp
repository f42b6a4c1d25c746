#include "docx/drawings.h"

#include "docx/namespaces.h"
#include "docx/runs.h"

namespace krut::docx {

namespace {

constexpr Length box_line = Length::points(0.5);
/// Names the extension that holds an SVG beside a bitmap, [MS-ODRAWXML], 2.3.
constexpr const char* svg_extension = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

struct Size {
  Length width;
  Length height;
};

using Content = std::function<void()>;

/// CT_PosH and CT_PosV, ISO/IEC 29500-1, 20.4.2.10 and 20.4.2.11.
void write_place(Xml& xml, const char* element, const char* from, const std::optional<Length>& offset) {
  auto position = xml.element(element, {{"relativeFrom", from}});
  if (offset) {
    xml.leaf("wp:posOffset", std::to_string(offset->in_emu()));
  } else {
    xml.leaf("wp:align", "center");
  }
}

void write_extent(Xml& xml, const Size& size) {
  xml.empty("wp:extent", {{"cx", size.width.in_emu()}, {"cy", size.height.in_emu()}});
  xml.empty("wp:effectExtent", {{"l", 0}, {"t", 0}, {"r", 0}, {"b", 0}});
}

void write_name(Story& story, const std::string& description) {
  const int id = story.shared.names.drawing();
  story.xml.empty("wp:docPr", {{"id", id}, {"name", "Picture " + std::to_string(id)}, {"descr", description}});
}

void write_graphic(Xml& xml, const char* kind, const Content& content) {
  auto graphic = xml.element("a:graphic");
  auto data = xml.element("a:graphicData", {{"uri", kind}});
  content();
}

void write_in_line(Story& story, const Size& size, const std::string& description, const char* kind,
                   const Content& content) {
  auto box = story.xml.element("wp:inline", {{"distT", 0}, {"distB", 0}, {"distL", 0}, {"distR", 0}});
  write_extent(story.xml, size);
  write_name(story, description);
  story.xml.empty("wp:cNvGraphicFramePr");
  write_graphic(story.xml, kind, content);
}

void write_anchored(Story& story, const Position& place, const Size& size, const std::string& description,
                    const char* kind, const Content& content) {
  Xml& xml = story.xml;
  auto anchor = xml.element("wp:anchor", {{"distT", 0},
                                          {"distB", 0},
                                          {"distL", 0},
                                          {"distR", 0},
                                          {"simplePos", false},
                                          {"relativeHeight", 1},
                                          {"behindDoc", true},
                                          {"locked", false},
                                          {"layoutInCell", true},
                                          {"allowOverlap", true}});
  xml.empty("wp:simplePos", {{"x", 0}, {"y", 0}});
  write_place(xml, "wp:positionH", place.horizontal, place.left);
  write_place(xml, "wp:positionV", place.vertical, place.top);
  write_extent(xml, size);
  xml.empty("wp:wrapNone");
  write_name(story, description);
  xml.empty("wp:cNvGraphicFramePr");
  write_graphic(xml, kind, content);
}

void write_drawing(Story& story, const std::optional<Position>& position, const Size& size,
                   const std::string& description, const char* kind, const Content& content) {
  auto drawing = story.xml.element("w:drawing");
  if (position) {
    write_anchored(story, *position, size, description, kind, content);
  } else {
    write_in_line(story, size, description, kind, content);
  }
}

void write_shape(Xml& xml, const Size& size) {
  {
    auto transform = xml.element("a:xfrm");
    xml.empty("a:off", {{"x", 0}, {"y", 0}});
    xml.empty("a:ext", {{"cx", size.width.in_emu()}, {"cy", size.height.in_emu()}});
  }
  auto geometry = xml.element("a:prstGeom", {{"prst", "rect"}});
  xml.empty("a:avLst");
}

void write_blip(Story& story, const model::Image& image) {
  Xml& xml = story.xml;
  const bool is_svg = image.kind == model::ImageKind::svg;
  const std::string source = story.shared.media.add(image.upright ? *image.upright : *image.bytes, image.kind);
  const std::string pixels =
      is_svg && image.png != nullptr ? story.shared.media.add(*image.png, model::ImageKind::png) : source;
  auto blip = xml.element("a:blip", {{"r:embed", pixels}});
  if (!is_svg) return;
  auto list = xml.element("a:extLst");
  auto extension = xml.element("a:ext", {{"uri", svg_extension}});
  xml.empty("asvg:svgBlip", {{"xmlns:asvg", ns::svg}, {"r:embed", source}});
}

void write_picture_content(Story& story, const model::Image& image) {
  Xml& xml = story.xml;
  auto picture = xml.element("pic:pic");
  {
    auto properties = xml.element("pic:nvPicPr");
    xml.empty("pic:cNvPr", {{"id", 0}, {"name", ""}});
    xml.empty("pic:cNvPicPr");
  }
  {
    auto fill = xml.element("pic:blipFill");
    write_blip(story, image);
    auto stretch = xml.element("a:stretch");
    xml.empty("a:fillRect");
  }
  auto properties = xml.element("pic:spPr");
  write_shape(xml, {image.width, image.height});
}

void write_box_words(Story& story, const std::vector<model::Span>& words) {
  Xml& xml = story.xml;
  auto box = xml.element("wps:txbx");
  auto content = xml.element("w:txbxContent");
  auto paragraph = xml.element("w:p", {{"w14:paraId", story.shared.names.paragraph(0)}});
  {
    auto properties = xml.element("w:pPr");
    xml.empty("w:jc", {{"w:val", "center"}});
  }
  write_spans(story, words, story.shared.styles.plain());
}

void write_insets(Xml& xml, const char* vertical) {
  auto body = xml.element(
      "wps:bodyPr", {{"wrap", "square"}, {"lIns", 0}, {"tIns", 0}, {"rIns", 0}, {"bIns", 0}, {"anchor", vertical}});
  xml.empty("a:noAutofit");
}

void write_box_content(Story& story, const Size& size, const std::vector<model::Span>& words) {
  Xml& xml = story.xml;
  auto shape = xml.element("wps:wsp");
  xml.empty("wps:cNvSpPr", {{"txBox", !words.empty()}});
  {
    auto properties = xml.element("wps:spPr");
    write_shape(xml, size);
    xml.empty("a:noFill");
    auto line = xml.element("a:ln", {{"w", box_line.in_emu()}});
    auto fill = xml.element("a:solidFill");
    xml.empty("a:srgbClr", {{"val", "000000"}});
  }
  if (!words.empty()) write_box_words(story, words);
  write_insets(xml, "ctr");
}

void write_text_box_content(Story& story, const Size& size, const Content& content) {
  Xml& xml = story.xml;
  auto shape = xml.element("wps:wsp");
  xml.empty("wps:cNvSpPr", {{"txBox", true}});
  {
    auto properties = xml.element("wps:spPr");
    write_shape(xml, size);
    xml.empty("a:noFill");
    auto line = xml.element("a:ln");
    xml.empty("a:noFill");
  }
  {
    auto box = xml.element("wps:txbx");
    auto paragraphs = xml.element("w:txbxContent");
    content();
  }
  write_insets(xml, "t");
}

}  // namespace

void write_picture(Story& story, const model::Image& image, const std::optional<Position>& position) {
  auto run = story.xml.element("w:r");
  write_drawing(story, position, {image.width, image.height}, image.alternative_text, ns::picture,
                [&] { write_picture_content(story, image); });
}

void write_placeholder(Story& story, Length width, Length height, const std::vector<model::Span>& words,
                       const std::string& description, const std::optional<Position>& position) {
  const Size size{width, height};
  auto run = story.xml.element("w:r");
  auto alternatives = story.xml.element("mc:AlternateContent");  // ISO/IEC 29500-3, 10.2
  auto choice = story.xml.element("mc:Choice", {{"Requires", "wps"}});
  write_drawing(story, position, size, description, ns::word_shape, [&] { write_box_content(story, size, words); });
}

void write_figure_drawing(Story& story, const model::Figure& figure, const std::optional<Position>& position) {
  if (figure.is_blank) return;
  if (figure.image) return write_picture(story, *figure.image, position);
  std::string words = figure.alternative_text;
  if (words.empty()) {
    for (const model::Span& span : figure.caption) words += span.text;
  }
  write_placeholder(story, figure.width, figure.height, figure.frame_words, words, position);
}

void write_text_box(Story& story, Length width, Length height, const std::string& words, const Position& position,
                    const std::function<void()>& content) {
  const Size size{width, height};
  auto run = story.xml.element("w:r");
  auto alternatives = story.xml.element("mc:AlternateContent");
  auto choice = story.xml.element("mc:Choice", {{"Requires", "wps"}});
  write_drawing(story, position, size, words, ns::word_shape, [&] { write_text_box_content(story, size, content); });
}

}  // namespace krut::docx
