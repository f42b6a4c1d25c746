#include "krut/embedded_faces.h"

#include <set>
#include <tuple>

#include "text/font_cut.h"

namespace krut {

namespace {

/// Family, bold, italic.
using Wanted = std::set<std::tuple<std::string, bool, bool>>;

const char* match_word(text::Match match) {
  switch (match) {
    case text::Match::exact:
      return "exact";
    case text::Match::metric_compatible:
      return "metric-compatible";
    case text::Match::substitute:
      return "substitute";
  }
  return "";
}

bool may_be_carried(const model::FontProgram& program, const text::FontLibrary& fonts) {
  return program.may_be_embedded && fonts.has_nominal_size(program);
}

}  // namespace

std::vector<docx::EmbeddedFace> embedded_faces(const model::Document& document, const text::FontLibrary& fonts) {
  Wanted wanted;
  for (const model::Style& style : document.styles) {
    wanted.emplace(style.text.family, style.text.is_bold, style.text.is_italic);
    // What a person types in bold into a paragraph must look right too.
    wanted.emplace(style.text.family, true, false);
  }
  std::vector<docx::EmbeddedFace> faces;
  for (const auto& [family, is_bold, is_italic] : wanted) {
    const text::FoundFace found = fonts.find({family, is_bold, is_italic});
    if (!found.face) continue;
    const auto& program = text::program(*found.face);
    const bool has_nominal_size = text::real_size(*found.face, 16_pt) == 16_pt;
    const bool is_the_face = program->is_bold == is_bold && program->is_italic == is_italic;
    if (program->may_be_embedded && has_nominal_size && is_the_face) faces.push_back({family, program});
  }
  return faces;
}

std::set<std::string> own_families(const model::Document& document, const text::FontLibrary& fonts) {
  Wanted wanted;
  for (const model::Style& style : document.styles) {
    wanted.emplace(style.text.family, style.text.is_bold, style.text.is_italic);
  }
  std::set<std::string> families;
  for (const auto& [family, is_bold, is_italic] : wanted) {
    const text::FoundFace found = fonts.find({family, is_bold, is_italic});
    if (found.face) families.insert(text::program(*found.face)->family);
  }
  return families;
}

void add_borrowed_faces(docx::Options& options, const text::FontLibrary& fonts) {
  for (const auto& [character, program] : options.pages.borrowed) {
    if (may_be_carried(*program, fonts)) options.families.emplace(character, program->family);
  }
  for (const auto& [name, face] : options.pages.borrowed_faces) {
    if (!may_be_carried(*face.program, fonts)) continue;
    options.faces.push_back({face.program->family, text::cut_to(face.program, face.characters)});
  }
}

api::FontUse font_use(const model::TextFormat& format, const text::FontLibrary& fonts) {
  api::FontUse use;
  use.wanted = format.family;
  if (format.is_bold) use.wanted += " Bold";
  if (format.is_italic) use.wanted += " Italic";
  const text::FoundFace found = fonts.find({format.family, format.is_bold, format.is_italic});
  use.match = found.face ? match_word(found.match) : "missing";
  if (!found.face) return use;
  use.used = text::program(*found.face)->full_name;
  use.path = text::program(*found.face)->file;
  return use;
}

}  // namespace krut
