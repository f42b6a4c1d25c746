#include "pdf/font_trial.h"

#include <map>
#include <set>
#include <unordered_set>
#include <variant>
#include <vector>

#include "pdf/font_program.h"

namespace krut::pdf {
namespace {

/// The glyphs of each font in use, in the order of their first use.
class Gatherer {
 public:
  void look_at(const model::TextLine& line) {
    for (const model::TextPiece& piece : line.pieces) {
      if (seen_.insert(piece.shape.get()).second) look_at(*piece.shape);
    }
  }

  [[nodiscard]] const std::vector<std::shared_ptr<const model::FontProgram>>& fonts() const { return fonts_; }
  [[nodiscard]] std::vector<std::uint32_t> glyphs(const model::FontProgram& font) const {
    const auto& used = glyphs_.at(&font);
    return {used.begin(), used.end()};
  }

 private:
  void look_at(const model::ShapedText& shape) {
    const auto [used, is_new] = glyphs_.try_emplace(shape.font.get());
    if (is_new) fonts_.push_back(shape.font);
    for (const model::Glyph& glyph : shape.glyphs) used->second.insert(glyph.id);
  }

  std::unordered_set<const model::ShapedText*> seen_;
  std::map<const model::FontProgram*, std::set<std::uint32_t>> glyphs_;
  std::vector<std::shared_ptr<const model::FontProgram>> fonts_;
};

}  // namespace

void try_fonts(const model::Pages& pages) {
  Gatherer gatherer;
  for (const model::Page& page : pages.pages) {
    for (const model::Mark& mark : page.marks) {
      if (const auto* line = std::get_if<model::TextLine>(&mark)) gatherer.look_at(*line);
    }
  }
  for (const auto& font : gatherer.fonts()) {
    if (!font->may_be_embedded) continue;
    const EmbeddableFont embeddable(font);
    static_cast<void>(embeddable.metrics());
    static_cast<void>(embeddable.subset(gatherer.glyphs(*font), {}));
  }
}

}  // namespace krut::pdf
