#include <algorithm>
#include <exception>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <utility>

#include "base/beside.h"
#include "base/error.h"
#include "base/files.h"
#include "base/limits.h"
#include "data/pointers.h"
#include "docx/docx.h"
#include "krut/embedded_faces.h"
#include "krut/filled.h"
#include "krut/font_report.h"
#include "krut/krut.hpp"
#include "krut/layout_shelf.h"
#include "krut/office_words.h"
#include "krut/outcome.h"
#include "krut/page_facts.h"
#include "krut/paper_weight.h"
#include "krut/picture_program.h"
#include "krut/setter_pool.h"
#include "krut/signature_list.h"
#include "krut/skeleton_text.h"
#include "layout/layout.h"
#include "layout/unprinted.h"
#include "model/dump.h"
#include "pdf/conformance.h"
#include "pdf/font_trial.h"
#include "pdf/pdf.h"
#include "pdf/tag_dump.h"
#include "text/fonts.h"
#include "typeset/typeset.h"

namespace krut::api {

namespace {

const std::string producer = "krut " KRUT_VERSION;

/// A request whose pages are set.
struct Paper {
  Filled filled;
  model::Pages pages;
  std::optional<pdf::PackedFile> source;  ///< the data, for the PDF, where that is wanted
};

/// What the pages of a request are set for.
enum class Purpose { papers, verdict, dump };

/// Packs the data for the PDF, of a large paper while its pages are set. The data must stay until the result is taken.
std::future<pdf::PackedFile> packed_source(const std::string& data) {
  const auto pack = [&data] { return pdf::packed_file(data); };
  return data.size() < least_worth_a_thread ? run_when_asked(pack) : run_beside(pack);
}

/// False when the review of the data found an error: then nothing made from the data is worth anything.
bool passes_review(std::future<Diagnostics>& review, Outcome& outcome, Diagnostics& diagnostics) {
  const Diagnostics found = review.get();
  diagnostics.append(found);
  if (found.has_errors()) outcome.status = Status::bad_data;
  return !found.has_errors();
}

/// False when a page could not be set, or when there is none: such a paper would lack what it shall say.
bool is_whole(const model::Pages& pages, Outcome& outcome, Diagnostics& diagnostics) {
  if (pages.pages.empty() && !diagnostics.has_errors()) {
    diagnostics.add({.code = "typeset.no-pages",
                     .message = {"รูปแบบเอกสารนี้ไม่พิมพ์อะไรจากข้อมูลนี้", "the layout prints nothing of this data"},
                     .hint = {"ตรวจเงื่อนไข if ของแต่ละ <section>", "look at the if of each <section>"}});
  }
  if (diagnostics.has_errors()) outcome.status = Status::bad_layout;
  return outcome.status == Status::ok;
}

/// What the PDF must keep, or nothing with the reason why it cannot.
std::optional<pdf::Standard> kept_standard(const Request& request, const model::Pages& pages, const Budget& budget,
                                           Outcome& outcome, Diagnostics& diagnostics) {
  const auto standard = pdf::standard_named(request.pdf_standard);
  Diagnostics faults;
  if (standard) {
    faults = pdf::conformance_faults(pages, *standard, budget);
  } else {
    faults.add({.code = "pdf.unknown-standard",
                .message = {"ไม่รู้จักมาตรฐาน PDF \"" + request.pdf_standard + "\"",
                            "there is no PDF standard \"" + request.pdf_standard + "\""},
                .hint = {"ใช้ \"a3a-ua1\" ซึ่งเป็นค่าปกติ", "use \"a3a-ua1\", the usual one"}});
  }
  if (faults.empty()) return standard;
  outcome.status = Status::not_conforming;
  diagnostics.append(faults);
  return std::nullopt;
}

void tell_of_weight(const PaperWeight& weight, const Request& request, Diagnostics& diagnostics) {
  if (auto told = large_paper(weight, request)) diagnostics.add(std::move(*told));
}

/// Runs `work`, which fills `outcome` and may throw; whatever happens, the outcome tells it.
template <typename Work>
void guarded(Outcome& outcome, Diagnostics& diagnostics, Work work) {
  krut::Diagnostic told;
  try {
    work();
    diagnostics.sort_by_place();
    outcome.diagnostics = shown(diagnostics);
    return;
  } catch (const Error& error) {
    outcome.status = status_of(error.kind());
    told = error.diagnostic();
  } catch (const std::bad_alloc&) {
    outcome.status = Status::limit_reached;
    told = memory_short();
  } catch (const std::exception& error) {
    outcome.status = Status::internal_error;
    told = {.code = "internal",
            .message = {std::string("ข้อผิดพลาดภายในโปรแกรม: ") + error.what(),
                        std::string("an error of our own: ") + error.what()},
            .hint = report_it()};
  }
  outcome.pdf.clear();
  outcome.docx.clear();
  outcome.signatures.clear();
  outcome.signatures_json.clear();
  diagnostics.add(std::move(told));
  outcome.diagnostics = shown(diagnostics);
}

}  // namespace

struct Engine::Contents {
  explicit Contents(Settings given)
      : settings(std::move(given)),
        shelf(settings.layout_folders),
        drawer(settings.picture_program.empty() ? picture_program_beside_library() : settings.picture_program) {
    try {
      fonts = text::FontLibrary::load(settings.font_folders, font_diagnostics);
      setters.emplace(fonts, office_words(settings.layout_folders, font_diagnostics));
    } catch (const Error& error) {
      font_failure = error;
    }
  }

  /// The fonts, or the reason why there are none.
  [[nodiscard]] const text::FontLibrary& library() const {
    if (font_failure) throw *font_failure;
    return *fonts;
  }

  [[nodiscard]] SetterPool& pool() const {
    static_cast<void>(library());
    return *setters;
  }

  /// Checks the data of a request, fills its layout, draws its pictures but for a dump, and sets the pages. Nothing,
  /// with the status in `outcome`, when the data or the layout is not fit for a paper.
  [[nodiscard]] std::optional<Paper> set(const Request& request, Purpose purpose, const Budget& budget,
                                         Outcome& outcome, Diagnostics& diagnostics) const;
  void warn_of_substitutes(const layout::Layout& layout, Diagnostics& diagnostics) const;
  [[nodiscard]] std::string write_docx(const Request& request, const Budget& budget, model::Document document,
                                       docx::PageFacts facts) const;

  Settings settings;
  LayoutShelf shelf;
  picture::Verdicts verdicts;
  picture::Drawer drawer;
  Diagnostics font_diagnostics;
  std::shared_ptr<const text::FontLibrary> fonts;
  std::optional<Error> font_failure;
  mutable std::optional<SetterPool> setters;
};

std::optional<Paper> Engine::Contents::set(const Request& request, Purpose purpose, const Budget& budget,
                                           Outcome& outcome, Diagnostics& diagnostics) const {
  if (setters) setters->prepare();
  const picture::Drawer* own_drawer = purpose == Purpose::dump ? nullptr : &drawer;
  auto filled = fill(request, {shelf, verdicts, own_drawer, budget}, outcome, diagnostics);
  if (!filled) return std::nullopt;
  if (!request.has_source) filled->document.provenance.data.clear();
  warn_of_substitutes(*filled->layout, diagnostics);
  std::future<pdf::PackedFile> source;
  const bool packs = purpose == Purpose::papers && request.wants_pdf && request.has_source;
  if (packs) source = packed_source(filled->document.provenance.data);
  const auto setter = pool().borrow();
  model::Pages pages = typeset::typeset(filled->document, *setter, diagnostics, budget);
  data::locate(diagnostics, filled->data);
  if (!passes_review(filled->review, outcome, diagnostics)) return std::nullopt;
  if (!is_whole(pages, outcome, diagnostics)) return std::nullopt;
  outcome.page_count = pages.pages.size();
  std::optional<pdf::PackedFile> packed;
  if (packs) packed = source.get();  // before the data that it reads goes elsewhere
  return Paper{std::move(*filled), std::move(pages), std::move(packed)};
}

/// Each family in each weight and slope once, in whatever sizes the layout uses it.
void Engine::Contents::warn_of_substitutes(const layout::Layout& layout, Diagnostics& diagnostics) const {
  FontReport report(library(), diagnostics);
  for (const model::TextFormat& format : layout.text_formats()) {
    report.look_at({format.family, format.is_bold, format.is_italic});
  }
}

Engine::Engine(Settings settings) : contents_(std::make_unique<Contents>(std::move(settings))) {}
Engine::~Engine() = default;

Outcome Engine::check(const Request& request) const {
  Outcome outcome;
  Diagnostics diagnostics = contents_->font_diagnostics;
  guarded(outcome, diagnostics, [&] {
    const Budget budget = budget_of(request.bounds);
    const auto paper = contents_->set(request, Purpose::verdict, budget, outcome, diagnostics);
    if (!paper) return;
    tell_of_weight({bytes_of_pictures(paper->filled.document), 0, 0}, request, diagnostics);
    layout::note_unprinted(*paper->filled.layout, paper->filled.data, diagnostics);
    const bool is_kept = request.wants_pdf && kept_standard(request, paper->pages, budget, outcome, diagnostics);
    if (is_kept) pdf::try_fonts(paper->pages);
    data::locate(diagnostics, paper->filled.data);
  });
  return outcome;
}

std::string Engine::Contents::write_docx(const Request& request, const Budget& budget, model::Document document,
                                         docx::PageFacts facts) const {
  docx::Options options;
  options.application = producer;
  options.created_at = request.created_at;
  options.has_source = request.has_source;
  options.pages = std::move(facts);
  options.budget = budget;
  if (request.embeds_fonts_in_docx) {
    options.faces = embedded_faces(document, library());
    add_borrowed_faces(options, library());
  }
  return docx::write(std::move(document), options);
}

Outcome Engine::render(const Request& request) const {
  Outcome outcome;
  Diagnostics diagnostics = contents_->font_diagnostics;
  guarded(outcome, diagnostics, [&] {
    const Budget budget = budget_of(request.bounds);
    auto paper = contents_->set(request, Purpose::papers, budget, outcome, diagnostics);
    if (!paper) return;
    auto& [filled, pages, source] = *paper;
    const std::size_t bytes_of_all_pictures = bytes_of_pictures(filled.document);
    // Each writer has what it needs for itself, and with both wanted a thread of its own: what the DOCX must know of
    // the pages is gathered while they are held against the standard.
    std::future<docx::PageFacts> facts;
    if (request.wants_docx) {
      auto gather = [this, &document = filled.document, &set = pages, &budget] {
        return page_facts(document, set, own_families(document, contents_->library()), budget);
      };
      facts = request.wants_pdf ? run_beside(gather) : run_when_asked(gather);
    }
    std::optional<pdf::Standard> standard;
    if (request.wants_pdf) standard = kept_standard(request, pages, budget, outcome, diagnostics);
    data::locate(diagnostics, filled.data);
    if (request.wants_pdf && !standard) return;
    std::future<std::string> docx;
    if (request.wants_docx) {
      docx::PageFacts known = facts.get();  // before the document goes away, which is read for them
      auto write = [this, &request, &budget, document = std::move(filled.document),
                    known = std::move(known)]() mutable {
        return contents_->write_docx(request, budget, std::move(document), std::move(known));
      };
      docx = request.wants_pdf ? run_beside(std::move(write)) : run_when_asked(std::move(write));
    }
    if (request.wants_pdf) {
      outcome.signatures = signature_fields(pages);
      outcome.signatures_json = json_of(outcome.signatures);
      outcome.pdf = pdf::write(std::move(pages), {.producer = producer,
                                                  .created_at = request.created_at,
                                                  .standard = *standard,
                                                  .budget = budget,
                                                  .packed_source = std::move(source)});
    }
    if (request.wants_docx) outcome.docx = docx.get();
    tell_of_weight({bytes_of_all_pictures, outcome.pdf.size(), outcome.docx.size()}, request, diagnostics);
  });
  return outcome;
}

std::string Engine::dump(const Request& request, std::string_view stage, Outcome& outcome) const {
  std::string text;
  Diagnostics diagnostics;
  guarded(outcome, diagnostics, [&] {
    const Budget budget = budget_of(request.bounds);
    const auto paper = contents_->set(request, Purpose::dump, budget, outcome, diagnostics);
    if (!paper) return;
    if (stage == "document") text = model::dump(paper->filled.document, budget);
    if (stage == "pages") text = model::dump(paper->pages, budget);
    if (stage == "tags") text = pdf::dump_tags(paper->pages, budget);
  });
  return text;
}

std::vector<LayoutSummary> Engine::layouts(Outcome& outcome) const {
  std::vector<LayoutSummary> summaries;
  Diagnostics diagnostics;
  guarded(outcome, diagnostics, [&] {
    for (const ShelfEntry& entry : contents_->shelf.list()) {
      try {
        const auto layout = contents_->shelf.load(entry.name, diagnostics);
        if (layout) summaries.push_back({entry.name, layout->title(), entry.path});
        if (!layout) outcome.status = Status::bad_layout;
      } catch (const Error& error) {  // of this one; the others are listed all the same
        outcome.status = status_of(error.kind());
        diagnostics.add(error.diagnostic());
      }
    }
  });
  return summaries;
}

std::string Engine::schema(const std::string& layout, Outcome& outcome) const {
  std::string text;
  Diagnostics diagnostics;
  guarded(outcome, diagnostics, [&] {
    const auto loaded = contents_->shelf.load(layout, diagnostics);
    if (loaded) text = loaded->schema().text();
    outcome.status = loaded ? Status::ok : Status::bad_layout;
  });
  return text;
}

Skeleton Engine::skeleton(const std::string& layout, Outcome& outcome) const {
  Skeleton skeleton;
  Diagnostics diagnostics;
  guarded(outcome, diagnostics, [&] {
    const auto loaded = contents_->shelf.load(layout, diagnostics);
    outcome.status = loaded ? Status::ok : Status::bad_layout;
    if (loaded) skeleton = joined(data::skeleton(loaded->schema(), loaded->used_paths(), loaded->name()));
  });
  return skeleton;
}

std::vector<FontSummary> Engine::fonts(Outcome& outcome) const {
  std::vector<FontSummary> summaries;
  Diagnostics diagnostics = contents_->font_diagnostics;
  guarded(outcome, diagnostics, [&] {
    for (const text::FaceSummary& face : contents_->library().list(diagnostics)) {
      summaries.push_back({face.family, face.full_name, face.path, face.is_bold, face.is_italic, face.licence});
    }
  });
  return summaries;
}

std::vector<FontUse> Engine::fonts_used_by(const std::string& layout, Outcome& outcome) const {
  std::vector<FontUse> uses;
  Diagnostics diagnostics;
  guarded(outcome, diagnostics, [&] {
    const auto loaded = contents_->shelf.load(layout, diagnostics);
    outcome.status = loaded ? Status::ok : Status::bad_layout;
    if (!loaded) return;
    for (const model::TextFormat& format : loaded->text_formats()) {
      FontUse use = font_use(format, contents_->library());
      // A layout names a face at every size, and with every underline, that it is used in.
      const bool is_told =
          std::any_of(uses.begin(), uses.end(), [&](const FontUse& told) { return told.wanted == use.wanted; });
      if (!is_told) uses.push_back(std::move(use));
    }
  });
  return uses;
}

FileResult read_data_file(const std::string& path) {
  FileResult result;
  try {
    result.bytes = files::read_whole(path, limits::data_bytes);
  } catch (const Error& error) {
    result.status = status_of(error.kind());
    result.diagnostics.push_back(shown(error.diagnostic()));
  }
  return result;
}

std::vector<std::string> pdf_standards() { return {pdf::standard_names().begin(), pdf::standard_names().end()}; }

Diagnostic short_of_memory() { return shown(memory_short()); }

std::string_view version() { return KRUT_VERSION; }

}  // namespace krut::api
