#include "pdf/conformance.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace krut::pdf {
namespace {

/// Looks through everything that is drawn.
class Inspector {
 public:
  Inspector(const model::Pages& pages, const Standard& standard, const Budget& budget)
      : pages_(pages), standard_(standard), budget_(budget) {}

  Diagnostics inspect() {
    if (!is_promising(standard_)) return {};
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
      budget_.check();
      page_ = std::to_string(i + 1);
      for (const model::Mark& mark : pages_.pages[i].marks) {
        std::visit([this](const auto& thing) { look_at(thing); }, mark);
      }
    }
    for (const ForbiddenFont& font : fonts_) report_font(font);
    if (!pages_.provenance.data.empty() && !takes_data(standard_)) report_data();
    return std::move(faults_);
  }

 private:
  struct ForbiddenFont {
    const model::FontProgram* program = nullptr;
    std::string page;     // of its first use
    std::string pointer;  // of the first value set in it
  };

  void look_at(const model::Rule&) {}

  void look_at(const model::TextLine& line) {
    for (const model::TextPiece& piece : line.pieces) {
      if (!piece.shape->font->may_be_embedded) note_font(piece);
      if (!seen_shapes_.insert(piece.shape.get()).second) continue;
      for (const model::Cluster& cluster : piece.shape->clusters) look_at(piece, cluster);
    }
  }

  void look_at(const model::TextPiece& piece, const model::Cluster& cluster) {
    for (std::uint32_t i = 0; i < cluster.glyph_count; ++i) {
      if (piece.shape->glyphs[cluster.glyph_begin + i].id != 0) continue;
      const std::string text = piece.shape->text.substr(cluster.text_begin, cluster.text_size);
      if (lacking_.insert(text).second) report_glyph(piece, text);
      return;
    }
  }

  void look_at(const model::Box& box) { look_at_figure(box.owner, ""); }
  void look_at(const model::PlacedImage& image) { look_at_figure(image.owner, image.image->pointer); }

  void look_at_figure(const model::Owner& owner, const std::string& pointer) {
    if (!needs_words_for_pictures(standard_) || owner.artifact != model::ArtifactKind::none) return;
    if (owner.node >= pages_.structure.size()) return;
    const model::StructureNode& node = pages_.structure[owner.node];
    const bool is_speechless = node.role == model::Role::figure && node.alternative_text.empty();
    if (is_speechless && figures_.insert(owner.node).second) report_figure(pointer);
  }

  void report(std::string code, Bilingual message, Bilingual hint, const std::string& pointer) {
    Diagnostic told{.code = std::move(code), .message = std::move(message), .hint = std::move(hint)};
    told.where.pointer = pointer;
    faults_.add(std::move(told));
  }

  void note_font(const model::TextPiece& piece) {
    const auto known = std::find_if(fonts_.begin(), fonts_.end(),
                                    [&](const ForbiddenFont& font) { return font.program == piece.shape->font.get(); });
    if (known == fonts_.end()) {
      fonts_.push_back({piece.shape->font.get(), page_, pages_.values[piece.value]});
    } else if (known->pointer.empty()) {
      known->pointer = pages_.values[piece.value];
    }
  }

  void report_font(const ForbiddenFont& font) {
    const std::string& name = font.program->full_name;
    report("pdf.font-not-embeddable",
           {"ผู้สร้างแบบอักษร \"" + name + "\" (หน้า " + font.page + ") ไม่อนุญาตให้ฝังในเอกสาร",
            "the makers of the font \"" + name + "\" (page " + font.page + ") forbid embedding it in documents"},
           {"ใช้แบบอักษรอื่น หรือ --pdf-standard plain ซึ่งวาดตัวอักษรเป็นเส้น",
            "use another font, or --pdf-standard plain, which draws its letters as outlines"},
           font.pointer);
  }

  void report_glyph(const model::TextPiece& piece, const std::string& text) {
    report("pdf.missing-glyph",
           {"แบบอักษร \"" + piece.shape->font->full_name + "\" ไม่มีรูปของ “" + text + "” (หน้า " + page_ + ")",
            "the font \"" + piece.shape->font->full_name + "\" has no glyph for “" + text + "” (page " + page_ + ")"},
           {"แก้อักขระนี้ เพิ่มแบบอักษรที่มีอักขระนี้ หรือใช้ --pdf-standard plain",
            "correct the character, add a font that has it, or use --pdf-standard plain"},
           pages_.values[piece.value]);
  }

  void report_figure(const std::string& pointer) {
    report("pdf.figure-without-text",
           {"ภาพในหน้า " + page_ + " ไม่มีคำบรรยายสำหรับผู้ที่มองไม่เห็น",
            "a picture on page " + page_ + " has no words for those who cannot see it"},
           {"เพิ่ม alternative_text ให้ภาพ หรือใช้ --pdf-standard a3b หรือ plain",
            "give the picture an alternative_text, or use --pdf-standard a3b or plain"},
           pointer);
  }

  void report_data() {
    report(
        "pdf.data-not-embeddable",
        {"PDF/A-2 ไม่รับแฟ้มข้อมูลต้นทางแนบในเอกสาร", "PDF/A-2 does not take the source data as an attachment"},
        {"ใช้ --no-source หรือ PDF/A-3 (--pdf-standard a3a-ua1)", "use --no-source, or PDF/A-3 (--pdf-standard a3a-ua1)"},
        "");
  }

  const model::Pages& pages_;
  const Standard& standard_;
  const Budget& budget_;
  Diagnostics faults_;
  std::string page_;
  std::unordered_set<const model::ShapedText*> seen_shapes_;
  std::vector<ForbiddenFont> fonts_;  // in the order of first use
  std::set<std::string> lacking_;
  std::set<model::NodeIndex> figures_;
};

}  // namespace

Diagnostics conformance_faults(const model::Pages& pages, const Standard& standard, const Budget& budget) {
  return Inspector(pages, standard, budget).inspect();
}

}  // namespace krut::pdf
