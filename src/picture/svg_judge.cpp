#include "picture/svg_judge.h"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "picture/inner_picture.h"
#include "picture/svg_frame.h"
#include "picture/svg_load.h"
#include "picture/svg_numbers.h"
#include "picture/svg_style.h"
#include "picture/svg_text.h"
#include "picture/svg_words.h"
#include "xml/silence.h"

namespace krut::picture {

namespace {

/// Public identifiers of SVG's own grammars name files there; no reader needs them.
constexpr std::string_view home_of_svg = "http://www.w3.org/";
constexpr std::size_t most_classes = 64;  ///< of one element

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string content_of(const xmlNode* node) {
  const std::unique_ptr<xmlChar, void (*)(void*)> content(xmlNodeGetContent(node), [](void* text) { xmlFree(text); });
  return std::string(text_of(content.get()));
}

std::string_view namespace_of(const xmlNs* space) {
  return space == nullptr ? std::string_view() : text_of(space->href);
}

Bilingual hint_for(Fault::Kind kind) {
  switch (kind) {
    case Fault::Kind::refers_outside:
      return {"ฝังสิ่งนั้นไว้ในภาพ หรือลบลิงก์ออก แล้วบันทึกใหม่", "embed what it refers to, or remove the link, and save it again"};
    case Fault::Kind::is_live:
      return {"บันทึกภาพใหม่โดยไม่มีสคริปต์ ตัวรับเหตุการณ์ และหน้าเว็บ หรือบันทึกเป็น PNG",
              "save the picture without scripts, event handlers and web pages, or save it as PNG"};
    case Fault::Kind::not_allowed:
      return {"ลบสิ่งนั้นออก แปลงตัวอักษรและเอฟเฟกต์เป็นเส้น แล้วบันทึกเป็น Plain SVG หรือบันทึกเป็น PNG",
              "remove it, turn letters and effects into outlines and save it as plain SVG, or save it as PNG"};
    case Fault::Kind::over_limit:
      return {"ทำภาพให้เรียบง่ายลง หรือบันทึกเป็น PNG", "simplify the drawing, or save it as PNG"};
    case Fault::Kind::damaged:
    case Fault::Kind::undrawable:
      break;
  }
  return {"บันทึกภาพใหม่เป็น SVG หรือ PNG", "save the picture again as SVG or PNG"};
}

/// A walk over the whole file that ends at its first fault.
class Walk {
 public:
  explicit Walk(std::string_view bytes)
      : reader_(xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, options)),
        looks_like_svg_(bytes.find("<svg") != std::string_view::npos) {
    if (reader_ == nullptr) throw std::bad_alloc();
  }

  Verdict verdict() {
    int status = 0;
    while (!fault_ && (status = xmlTextReaderRead(reader_.get())) == 1)
      look_at(xmlTextReaderCurrentNode(reader_.get()));
    if (!fault_ && status != 0) not_well_formed();
    if (!fault_) refers_in_sheets();
    if (!fault_ && !load_.is_bearable()) over_limit("svg_drawn", limits::svg_drawn);
    if (fault_) return *fault_;
    return facts_;
  }

 private:
  static constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES;
  struct Free {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
  };

  void note(Fault::Kind kind, Bilingual what, int line = 0) {
    if (!fault_) fault_ = Fault{kind, std::move(what), hint_for(kind), line};
  }
  void note(const SvgOffence& offence, const xmlNode* node) {
    note(offence.kind, {offence.found, offence.found}, static_cast<int>(xmlGetLineNo(node)));
  }
  void not_allowed(const std::string& found, const xmlNode* node) { note({Fault::Kind::not_allowed, found}, node); }
  void over_limit(const std::string& name, std::size_t most) {
    const std::string limit = name + " (" + std::to_string(most) + ')';
    note(Fault::Kind::over_limit, {"ภาพ SVG ซับซ้อนเกินกำหนด " + limit, "the SVG goes over the limit " + limit});
  }

  void damaged(Bilingual what, Bilingual hint, int line = 0) {
    if (!fault_) fault_ = Fault{Fault::Kind::damaged, std::move(what), std::move(hint), line};
  }
  void is_no_picture() {
    damaged({"ไม่ใช่ JPEG, PNG หรือ SVG", "it is neither a JPEG nor a PNG nor an SVG"},
            {"ใช้ไฟล์ JPEG, PNG หรือ SVG", "use a JPEG, a PNG or an SVG file"});
  }

  void not_well_formed() {
    if (elements_ == 0 && !looks_like_svg_) {
      is_no_picture();
      return;
    }
    note(Fault::Kind::damaged, {"XML ของ SVG เสียหรือถูกตัด", "the XML of the SVG is damaged or cut short"},
         xmlTextReaderGetParserLineNumber(reader_.get()));
  }

  void look_at(xmlNode* node) {
    switch (xmlTextReaderNodeType(reader_.get())) {
      case XML_READER_TYPE_ELEMENT:
        begin_element(node);
        if (xmlTextReaderIsEmptyElement(reader_.get()) == 1) end_element();
        return;
      case XML_READER_TYPE_END_ELEMENT:
        end_element();
        return;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
        look_at_text(text_of(node->content));
        return;
      case XML_READER_TYPE_DOCUMENT_TYPE:
        look_at_grammar(reinterpret_cast<const xmlDtd*>(node));
        return;
      case XML_READER_TYPE_PROCESSING_INSTRUCTION:
        if (folded(text_of(node->name)) == "xml-stylesheet") {
          note({Fault::Kind::refers_outside, "<?" + shown(text_of(node->name)) + "?>"}, node);
        }
        return;
      case XML_READER_TYPE_ENTITY_REFERENCE:
        not_allowed("&" + shown(text_of(node->name)) + ";", node);
        return;
      default:
        return;
    }
  }

  void look_at_grammar(const xmlDtd* grammar) {
    const std::string_view address = text_of(grammar->SystemID);
    if (grammar->children != nullptr || grammar->entities != nullptr || grammar->pentities != nullptr) {
      note(Fault::Kind::not_allowed,
           {"เอนทิตีหรือการประกาศอื่นใน <!DOCTYPE>", "entities or other declarations in its <!DOCTYPE>"}, 1);
    } else if (!address.empty() && address.substr(0, home_of_svg.size()) != home_of_svg) {
      const std::string found = "<!DOCTYPE \"" + shown(address) + "\">";
      note(Fault::Kind::refers_outside, {found, found}, 1);
    }
  }

  // Elements.

  void begin_element(xmlNode* node) {
    if (++elements_ > limits::svg_elements) return over_limit("svg_elements", limits::svg_elements);
    if (open_.size() >= limits::svg_depth) return over_limit("svg_depth", limits::svg_depth);
    const std::string_view space = namespace_of(node->ns);
    const std::string_view name = text_of(node->name);
    const bool is_svg = space == svg_namespace;
    if (elements_ == 1 && !is_root(node, is_svg, name)) return;
    if (!is_svg && !is_harmless_namespace(space)) {
      const bool is_live = svg_element(name) == SvgElement::live;
      return note({is_live ? Fault::Kind::is_live : Fault::Kind::not_allowed, '<' + shown(name) + '>'}, node);
    }
    const SvgElement kind = is_svg ? svg_element(name) : SvgElement::plain;
    if (kind == SvgElement::live) return note({Fault::Kind::is_live, '<' + shown(name) + '>'}, node);
    if (kind == SvgElement::unknown) return not_allowed('<' + shown(name) + '>', node);
    open_.push_back(
        {load_.begin(is_svg ? cost_of(kind) : 0), node, is_svg && name == "style", kind == SvgElement::text});
    if (!is_svg) return;
    for (const xmlAttr* attribute = node->properties; attribute != nullptr && !fault_; attribute = attribute->next) {
      look_at(*attribute, node);
    }
  }

  bool is_root(const xmlNode* node, bool is_svg, std::string_view name) {
    if (name != "svg") {
      is_no_picture();
      return false;
    }
    if (!is_svg) {
      damaged({"<svg> ไม่ได้อยู่ในเนมสเปซของ SVG โปรแกรมบางตัวจึงไม่วาด",
               "its <svg> is not in the namespace of SVG, so that some programs draw nothing"},
              {R"(เติม xmlns="http://www.w3.org/2000/svg" ใน <svg>)",
               R"(write xmlns="http://www.w3.org/2000/svg" into its <svg>)"});
      return false;
    }
    const std::variant<Frame, Bilingual> frame =
        frame_of(attribute_of(node, "viewBox"), attribute_of(node, "width"), attribute_of(node, "height"));
    if (const auto* wrong = std::get_if<Bilingual>(&frame)) {
      damaged(*wrong,
              {R"(ให้ <svg> มี viewBox เช่น viewBox="0 0 92 100")",
               R"(give its <svg> a viewBox such as viewBox="0 0 92 100")"},
              static_cast<int>(xmlGetLineNo(node)));
      return false;
    }
    facts_ = {Kind::svg, std::get<Frame>(frame).width, std::get<Frame>(frame).height};
    return true;
  }

  static std::optional<std::string> attribute_of(const xmlNode* node, std::string_view name) {
    for (const xmlAttr* each = node->properties; each != nullptr; each = each->next) {
      if (each->ns == nullptr && text_of(each->name) == name) return content_of(reinterpret_cast<const xmlNode*>(each));
    }
    return std::nullopt;
  }

  /// In simple shapes: a step of a filter goes over every point of the paper it covers.
  static double cost_of(SvgElement kind) {
    constexpr double cost_of_paint = 10;
    constexpr double cost_of_stop = 0.1;
    constexpr double cost_of_step = 200;
    if (kind == SvgElement::paint) return cost_of_paint;
    if (kind == SvgElement::stop) return cost_of_stop;
    return kind == SvgElement::step ? cost_of_step : 1;
  }

  void end_element() {
    if (open_.empty() || fault_) return;
    const Open ended = std::move(open_.back());
    open_.pop_back();
    load_.end(ended.part);
    if (!ended.is_style) return;
    if (const auto offence = look_at_sheet(ended.text, in_sheets_)) note(*offence, ended.node);
  }

  void look_at_text(std::string_view text) {
    if (open_.empty()) return;
    if (open_.back().is_style) open_.back().text += text;
    if (open_.back().is_letters) load_.add_cost(open_.back().part, static_cast<double>(text.size()));
  }

  // Attributes.

  void look_at(const xmlAttr& attribute, const xmlNode* node) {
    const std::string_view space = namespace_of(attribute.ns);
    const std::string name(text_of(attribute.name));
    const std::string value = content_of(reinterpret_cast<const xmlNode*>(&attribute));
    if (is_harmless_namespace(space)) return;
    const std::string prefix =
        attribute.ns == nullptr ? std::string() : std::string(text_of(attribute.ns->prefix)) + ':';
    const std::string written = prefix + name + "=\"" + shown(value) + '"';
    if (space == xml_namespace) {
      if (name == "base") return note({Fault::Kind::refers_outside, written}, node);
      return name == "space" || name == "lang" || name == "id" ? void() : not_allowed(written, node);
    }
    if (space == xlink_namespace) return name == "href" ? look_at_address(value, written, node) : void();
    if (folded(name).substr(0, 2) == "on") return note({Fault::Kind::is_live, written}, node);
    if (!space.empty() || !is_svg_attribute(name)) {
      const bool is_address = folded(name) == "src" && trimmed(value).substr(0, 1) != "#";
      return note({is_address ? Fault::Kind::refers_outside : Fault::Kind::not_allowed, written}, node);
    }
    if (name == "href") return look_at_address(value, written, node);
    look_at_value_of(name, value, written, node);
  }

  void look_at_value_of(const std::string& name, const std::string& value, const std::string& written,
                        const xmlNode* node) {
    const SvgLoad::Index part = open_.back().part;
    if (name == "id") return load_.name(part, value);
    if (name == "class") return look_at_classes(value, written, node);
    if (name == "d" || name == "points") return look_at_path(value);
    if (!is_number_bearable(text_of(node->name), name, value)) return not_allowed(written, node);
    std::vector<StyleReference> references;
    std::optional<SvgOffence> offence;
    if (name == "style") {
      offence = look_at_declarations(value, references);
    } else if (is_svg_property(name)) {
      offence = look_at_value(name, value, references);
      if (offence) offence->found = written;
    }
    if (offence) return note(*offence, node);
    load_.refers(part, std::move(references));
  }

  void look_at_classes(std::string_view value, const std::string& written, const xmlNode* node) {
    std::size_t count = 0;
    for (value = trimmed(value); !value.empty(); value = trimmed(value)) {
      if (++count > most_classes) return not_allowed(written, node);
      const std::size_t end = std::min(value.find_first_of(" \t\n\r\f"), value.size());
      load_.belongs(open_.back().part, std::string(value.substr(0, end)));
      value.remove_prefix(end);
    }
  }

  void look_at_path(std::string_view value) {
    constexpr double bytes_of_shape = 200;
    const double points = points_in(value);
    const SvgLoad::Index part = open_.back().part;
    load_.add_cost(part, static_cast<double>(value.size()) / bytes_of_shape);
    load_.add_points(part, points);
  }

  void look_at_address(const std::string& value, const std::string& written, const xmlNode* node) {
    const std::string_view address = trimmed(value);
    if (address.empty()) return;
    const bool is_image = text_of(node->name) == "image";
    const bool is_data = folded(address.substr(0, 5)) == "data:";
    if (is_image && is_data) return look_at_inner(address, node);
    if (is_data || (is_image && address.front() == '#')) return not_allowed(written, node);
    if (address.front() != '#') return note({Fault::Kind::refers_outside, written}, node);
    if (text_of(node->name) == "a") return;
    load_.refers(open_.back().part, {{{}, std::string(address.substr(1)), false}});
  }

  void look_at_inner(std::string_view address, const xmlNode* node) {
    constexpr double pixels_of_shape = 10'000;
    const auto found = look_at_inner_picture(address);
    if (const auto* offence = std::get_if<SvgOffence>(&found)) return note(*offence, node);
    const std::uint64_t pixels = std::get<std::uint64_t>(found);
    inner_pixels_ += pixels;
    if (inner_pixels_ > limits::image_pixels) return over_limit("image_pixels", limits::image_pixels);
    load_.add_cost(open_.back().part, static_cast<double>(pixels) / pixels_of_shape);
  }

  void refers_in_sheets() { load_.refers(std::move(in_sheets_)); }

  struct Open {
    SvgLoad::Index part = 0;
    const xmlNode* node = nullptr;
    bool is_style = false;
    bool is_letters = false;
    std::string text = {};
  };

  std::unique_ptr<xmlTextReader, Free> reader_;
  bool looks_like_svg_;
  std::optional<Fault> fault_;
  Facts facts_;
  std::size_t elements_ = 0;
  std::uint64_t inner_pixels_ = 0;
  std::vector<Open> open_;
  std::vector<StyleReference> in_sheets_;
  SvgLoad load_;
};

}  // namespace

Verdict judge_svg(std::string_view bytes) {
  const xml::Silence silence;
  return Walk(bytes).verdict();
}

}  // namespace krut::picture
