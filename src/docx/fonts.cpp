#include "docx/fonts.h"

#include <array>
#include <map>

#include "docx/names.h"
#include "docx/namespaces.h"
#include "docx/xml.h"

namespace krut::docx {

namespace {

constexpr const char* thai_charset = "DE";
constexpr std::size_t key_size = 16;
constexpr std::size_t crossed_bytes = 32;

/// The four faces that a font of a word processor has, in the order of CT_Font.
constexpr std::array<const char*, 4> face_elements{"w:embedRegular", "w:embedBold", "w:embedItalic",
                                                   "w:embedBoldItalic"};

struct EmbeddedPart {
  std::string relationship;
  std::string guid;
};

struct Family {
  std::string name_in_file;  ///< of the embedded faces
  std::map<std::size_t, EmbeddedPart> faces;
};

/// In the order of their names.
using Families = std::map<std::string, Family>;

std::size_t element_of(const model::FontProgram& program) {
  return (program.is_bold ? 1U : 0U) + (program.is_italic ? 2U : 0U);
}

/// Begins like a TrueType font of its own, not like a collection or another kind.
bool is_single_font(const std::string& bytes) { return bytes.compare(0, 4, std::string("\0\1\0\0", 4)) == 0; }

/// Word embeds TrueType programs that allow it, one file each.
bool may_embed(const EmbeddedFace& face) {
  const auto& program = face.program;
  return program != nullptr && program->bytes != nullptr && program->may_be_embedded && program->has_glyf_outlines &&
         is_single_font(*program->bytes);
}

unsigned digit_value(char digit) {
  constexpr int ten = 10;
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'A' + ten);
}

void add_face(Package& package, const EmbeddedFace& face, Families& families) {
  Family& family = families[face.family];
  const std::size_t element = element_of(*face.program);
  if (family.faces.count(element) != 0) return;
  family.name_in_file = face.program->family;
  std::string bytes = *face.program->bytes;
  const std::string guid = guid_of(bytes);
  const std::string name = "fonts/" + guid.substr(1, guid.size() - 2) + ".odttf";
  package.add_media("word/" + name, "odttf", content_type::obfuscated_font, obfuscated(std::move(bytes), guid));
  family.faces[element] = {package.relate(part::font_table, relation::font, name), guid};
}

std::string table_xml(const Families& families) {
  Xml xml;
  {
    auto fonts = xml.element("w:fonts", {{"xmlns:w", ns::word}, {"xmlns:r", ns::relationships}});
    for (const auto& [name, family] : families) {
      auto font = xml.element("w:font", {{"w:name", name}});
      // A stand-in goes by its own name inside its file: a word processor that looks there must find the two to be one.
      if (!family.name_in_file.empty() && family.name_in_file != name) {
        xml.empty("w:altName", {{"w:val", family.name_in_file}});
      }
      xml.empty("w:charset", {{"w:val", thai_charset}});
      xml.empty("w:family", {{"w:val", "auto"}});
      xml.empty("w:pitch", {{"w:val", "variable"}});
      for (const auto& [element, face] : family.faces) {
        xml.empty(face_elements.at(element), {{"r:id", face.relationship}, {"w:fontKey", face.guid}});
      }
    }
  }
  return xml.finish();
}

}  // namespace

bool add_fonts(Package& package, const model::Document& document, const Options& options, const StyleSheet& styles) {
  Families families;
  families[styles.plain().family];
  for (const model::Style& style : document.styles) families[style.text.family];
  bool has_embedded = false;
  for (const EmbeddedFace& face : options.faces) {
    if (!may_embed(face)) continue;
    add_face(package, face, families);
    has_embedded = true;
  }
  package.add(part::font_table, content_type::font_table, table_xml(families));
  return has_embedded;
}

std::string obfuscated(std::string bytes, const std::string& guid) {
  std::array<unsigned char, key_size> key{};
  std::size_t place = 0;
  for (const char digit : guid) {
    if (digit == '{' || digit == '}' || digit == '-') continue;
    unsigned char& byte = key.at(key_size - 1 - place / 2);
    byte = static_cast<unsigned char>((static_cast<unsigned>(byte) << 4U) | digit_value(digit));
    ++place;
  }
  for (std::size_t index = 0; index < crossed_bytes && index < bytes.size(); ++index) {
    bytes[index] = static_cast<char>(static_cast<unsigned char>(bytes[index]) ^ key.at(index % key_size));
  }
  return bytes;
}

}  // namespace krut::docx
