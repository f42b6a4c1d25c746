#include "typeset/typeset.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "typeset/catch_words.h"
#include "typeset/flow_items.h"
#include "typeset/furniture.h"
#include "typeset/page_flow.h"
#include "typeset/page_frame.h"
#include "typeset/paper_edges.h"
#include "typeset/reports.h"
#include "typeset/structure.h"

namespace krut::typeset {

namespace {

/// Which pages a section got, to give them their furniture when all are known.
struct SectionPages {
  SectionFrames frames;
  std::size_t begin = 0;
  std::size_t end = 0;
  int first_number = 1;
  std::vector<PageNote> notes;
  bool is_told_too_tall = false;  ///< something in it is taller than its page
};

class DocumentSetter {
 public:
  DocumentSetter(const model::Document& document, text::Setter& setter, Diagnostics& diagnostics, const Budget& budget)
      : document_(document), context_{setter, pages_, diagnostics, &document.styles, &lacking_, nullptr, budget} {}

  model::Pages set() {
    pages_.title = document_.title;
    pages_.author = document_.author;
    pages_.language = document_.language;
    pages_.provenance = document_.provenance;
    pages_.structure.emplace_back();
    pages_.structure.front().language = document_.language;
    for (const model::Section& section : document_.sections) set_section_pages(section);
    set_catch_words();
    set_furniture();
    report_lacking_glyphs();
    report_beyond_paper();
    return std::move(pages_);
  }

 private:
  void set_section_pages(const model::Section& section) {
    SectionPages pages{frames_of(section), pages_.pages.size(), 0, 1, {}};
    if (!section.restarts_page_numbers && !sections_.empty()) {
      const SectionPages& last = sections_.back();
      pages.first_number = last.first_number + static_cast<int>(last.end - last.begin);
    }
    if (!has_body(pages.frames)) return;
    Structure structure(pages_, model::ArtifactKind::none);
    const model::NodeIndex node = structure.add(0, model::Role::section, section.id);
    if (section.catch_word) pages.frames.catch_word_room = room_for_catch_words(*section.catch_word, pages.frames);
    Diagnostics told;
    Context context{context_.setter, context_.pages, told, context_.styles, context_.lacking};
    PageFlow flow(pages.frames, context);
    flow.run(set_section(section, pages.frames.frame_of(1).width, node, context));
    pages.is_told_too_tall = holds_too_tall(told);
    tell(told, section.place);
    pages.end = pages_.pages.size();
    pages.notes = flow.notes();
    sections_.push_back(std::move(pages));
  }

  static bool holds_too_tall(const Diagnostics& told) {
    const auto& items = told.items();
    return std::any_of(items.begin(), items.end(), [](const Diagnostic& each) {
      return each.severity == Severity::error && each.code.ends_with("taller-than-page");
    });
  }

  /// What has no place of its own is told at that of its section.
  void tell(const Diagnostics& told, const Place& section) {
    for (Diagnostic each : told.items()) {
      const bool is_known = !each.where.file.empty() || !each.where.pointer.empty();
      if (!is_known && each.severity == Severity::error) each.where = section;
      context_.diagnostics.add(std::move(each));
    }
  }

  void report_beyond_paper() {
    for (const SectionPages& section : sections_) {
      typeset::report_beyond_paper(pages_, {section.begin, section.end, section.is_told_too_tall},
                                   section.frames.section.place, context_.diagnostics);
    }
  }

  /// None where it would take the body's room.
  static Length room_for_catch_words(const model::CatchWord& catch_word, const SectionFrames& frames) {
    const Length room = catch_word_room(catch_word);
    const bool is_too_much = frames.frame_of(1).height() < room * 2 || frames.frame_of(2).height() < room * 2;
    return is_too_much ? Length() : room;
  }

  SectionFrames frames_of(const model::Section& section) {
    SectionFrames frames{section, {}, {}, {}};
    const Length width = frames.frame_of(1).width;
    if (width <= Length()) return frames;
    if (section.header) frames.header_height = furniture_height(*section.header, width, context_);
    if (section.footer) frames.footer_height = furniture_height(*section.footer, width, context_);
    return frames;
  }

  /// Checks both the section's first page and one that carries header and footer.
  bool has_body(const SectionFrames& frames) {
    int latest = 1;
    if (frames.section.header) latest = std::max(latest, frames.section.header->from_page);
    if (frames.section.footer) latest = std::max(latest, frames.section.footer->from_page);
    const PageFrame first = frames.frame_of(1);
    const PageFrame furnished = frames.frame_of(latest);
    const bool has_room = first.width > Length() && first.height() > Length() && furnished.height() > Length();
    if (!has_room) {
      context_.diagnostics.add({.code = "typeset.no-body",
                                .message = {"ขอบกระดาษ หัวกระดาษ และท้ายกระดาษ ไม่เหลือที่ให้เนื้อหา",
                                            "margins, header and footer leave no room for the body of a page"},
                                .where = frames.section.place,
                                .hint = {"ลดขอบกระดาษ หรือใช้กระดาษใหญ่ขึ้น", "use smaller margins, or larger paper"}});
    }
    return has_room;
  }

  void set_catch_words() {
    for (const SectionPages& section : sections_) {
      if (section.frames.catch_word_room == Length()) continue;
      const model::CatchWord& catch_word = *section.frames.section.catch_word;
      for (std::size_t i = 0; i + 1 < section.notes.size(); ++i) {
        const std::string& words = section.notes[i + 1].first_words;
        if (words.empty()) continue;
        const PageFrame frame = section.frames.frame_of(static_cast<int>(i) + 1);
        pages_.pages[section.begin + i].marks.emplace_back(
            set_catch_word(catch_word, words, frame, section.notes[i].end, context_));
      }
    }
  }

  void set_furniture() {
    FurnitureSetter furniture(context_);
    for (const SectionPages& section : sections_) {
      for (std::size_t i = section.begin; i < section.end; ++i) {
        const int in_section = static_cast<int>(i - section.begin);
        furnish(section, i, in_section + 1, section.first_number + in_section, furniture);
      }
    }
  }

  void furnish(const SectionPages& pages, std::size_t index, int in_section, int number, FurnitureSetter& furniture) {
    const model::Section& section = pages.frames.section;
    const PageFrame frame = pages.frames.frame_of(in_section);
    const PageNumbers numbers{number, static_cast<int>(pages_.pages.size()), section.page_number_digits};
    context_.budget.check();
    model::Page& page = pages_.pages[index];
    page.label = printed_number(number, section.page_number_digits);
    if (frame.has_header) {
      auto marks = furniture.set(*section.header, frame.width, model::ArtifactKind::page_header, numbers, index + 1);
      for (model::Mark& mark : marks) shift(mark, frame.left, section.header->distance);
      page.marks.insert(page.marks.begin(), std::make_move_iterator(marks.begin()),
                        std::make_move_iterator(marks.end()));
    }
    if (frame.has_footer) {
      const Length top = section.page_height - section.footer->distance - pages.frames.footer_height;
      for (model::Mark& mark :
           furniture.set(*section.footer, frame.width, model::ArtifactKind::page_footer, numbers, index + 1)) {
        shift(mark, frame.left, top);
        page.marks.push_back(std::move(mark));
      }
    }
  }

  /// Each character once for a value, with the first page that shows the value.
  void report_lacking_glyphs() {
    if (lacking_.empty()) return;
    const auto first_pages = first_pages_of_values();
    std::set<std::tuple<model::NodeIndex, std::string, char32_t>> told;
    for (const LackingGlyph& glyph : lacking_) {
      if (!told.emplace(glyph.node, glyph.pointer, glyph.character).second) continue;
      const auto found = first_pages.find({glyph.node, glyph.pointer});
      report_lacking_glyph(glyph, found == first_pages.end() ? 0 : found->second, context_.diagnostics);
    }
  }

  /// The page, from 1, on which the text of a node and a value begins.
  [[nodiscard]] std::map<std::pair<model::NodeIndex, std::string>, std::size_t> first_pages_of_values() const {
    std::map<std::pair<model::NodeIndex, std::string>, std::size_t> first_pages;
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
      for (const model::Mark& mark : pages_.pages[i].marks) {
        const auto* line = std::get_if<model::TextLine>(&mark);
        if (line == nullptr || line->owner.artifact != model::ArtifactKind::none) continue;
        for (const model::TextPiece& piece : line->pieces) {
          first_pages.try_emplace({line->owner.node, pages_.values[piece.value]}, i + 1);
        }
      }
    }
    return first_pages;
  }

  const model::Document& document_;
  model::Pages pages_;
  std::vector<LackingGlyph> lacking_;
  Context context_;
  std::vector<SectionPages> sections_;
};

}  // namespace

model::Pages typeset(const model::Document& document, text::Setter& setter, Diagnostics& diagnostics,
                     const Budget& budget) {
  return DocumentSetter(document, setter, diagnostics, budget).set();
}

}  // namespace krut::typeset
