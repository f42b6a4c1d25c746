#include "text/fonts.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <functional>
#include <mutex>
#include <string_view>

#include "base/error.h"
#include "base/files.h"
#include "base/limits.h"
#include "text/face.h"
#include "text/face_style.h"
#include "text/font_faults.h"
#include "text/font_files.h"

namespace krut::text {

namespace {

constexpr std::size_t styles = 4;

std::size_t style_index(bool is_bold, bool is_italic) {
  return static_cast<std::size_t>(is_bold) * 2 + static_cast<std::size_t>(is_italic);
}

bool is_italic(const KnownFace& face) { return face.style.slope != Slope::upright; }

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

/// A font file's face, and what it is when it is used: as itself where it is asked for by name, and as a stand-in for
/// Thai Sarabun. It is judged and opened when it is first used; a folder may hold hundreds that nobody wants.
class Entry {
 public:
  explicit Entry(KnownFace known) : known_(std::move(known)) {}

  struct Opened {
    std::shared_ptr<const Face> itself;
    std::shared_ptr<const Face> stand_in;
  };

  [[nodiscard]] const KnownFace& known() const { return known_; }
  /// The face at both sizes; null when it is damaged.
  [[nodiscard]] const Opened* opened() const {
    std::call_once(once_, [this] { open(); });
    return opened_ ? &*opened_ : nullptr;
  }
  /// Why it cannot be used; nothing while nobody has opened it.
  [[nodiscard]] const std::optional<DamagedFace>& damage() const { return damage_; }
  [[nodiscard]] bool has_widths_of_sarabun() const {
    return sarabun_adjustment(known_.widths, known_.style.is_bold).has_value() &&
           std::none_of(known_.family_names.begin(), known_.family_names.end(),
                        [](const std::string& name) { return !can_stand_in(name); });
  }

 private:
  void open() const {
    try {
      const auto font = open_font(known_);
      const std::string name = folded_family(font->program->family);
      const auto sarabun_size = sarabun_adjustment(font->likeness, font->program->is_bold);
      const bool is_web_sarabun = !sarabun_size && look_alike_adjustment(name, {}) != SizeAdjustment{};
      const SizeAdjustment stand_in = sarabun_size.value_or(look_alike_adjustment(name, font->likeness));
      // Sizes in layouts are those of Thai Sarabun, also where they name one of its larger redrawings.
      const SizeAdjustment own = sarabun_size || is_web_sarabun ? stand_in : SizeAdjustment{};
      auto itself = std::make_shared<const Face>(font, own);
      opened_ = Opened{itself, own == stand_in ? itself : std::make_shared<const Face>(font, stand_in)};
    } catch (const FontDamage& damage) {
      damage_ = damaged_face(known_, damage.what);
    }
  }

  KnownFace known_;
  mutable std::once_flag once_;
  mutable std::optional<Opened> opened_;
  mutable std::optional<DamagedFace> damage_;
};

struct FontLibrary::Contents {
  std::vector<std::unique_ptr<const Entry>> entries;
  std::array<std::vector<const Entry*>, styles> fallbacks;
  std::vector<DamagedFace> damaged;  ///< already when they were looked into

  void add_file(const FontFile& file, Diagnostics& diagnostics);
  void order_fallbacks();
};

void FontLibrary::Contents::order_fallbacks() {
  for (std::size_t style = 0; style < styles; ++style) {
    const auto distance = [&](const Entry* entry) {
      return style_index(entry->known().style.is_bold, is_italic(entry->known())) ^ style;
    };
    for (const auto& entry : entries) fallbacks[style].push_back(entry.get());
    std::stable_sort(fallbacks[style].begin(), fallbacks[style].end(),
                     [&](const Entry* a, const Entry* b) { return distance(a) < distance(b); });
  }
}

FontLibrary::FontLibrary() = default;
FontLibrary::~FontLibrary() = default;

/// What cannot be used is told and passed over: one bad file must not stop the others.
void FontLibrary::Contents::add_file(const FontFile& file, Diagnostics& diagnostics) {
  const auto pass_over = [&](const Bilingual& why) {
    damaged.push_back(damaged_file(file.path, why));
    diagnostics.add(unreadable(damaged.back()));
  };
  if (!file.is_file) return pass_over({"ข้ามไป เพราะไม่ใช่ไฟล์ธรรมดา", "it is no ordinary file and is passed over"});
  std::shared_ptr<const std::string> bytes;
  try {
    bytes = std::make_shared<const std::string>(files::read_whole(file.path, limits::font_bytes));
  } catch (const Error& error) {
    return pass_over(error.diagnostic().message);
  }
  if (auto other = kind_not_used(*bytes, file.path)) return diagnostics.add(std::move(*other));
  KnownFile known = look_into(bytes, file.path);
  for (KnownFace& face : known.faces) entries.push_back(std::make_unique<const Entry>(std::move(face)));
  for (DamagedFace& face : known.damaged) {
    diagnostics.add(known.declared > 0 ? passed_over(face) : no_font(face));
    damaged.push_back(std::move(face));
  }
  if (known.declared > limits::font_faces) diagnostics.add(too_many_faces(file.path, known.declared));
}

std::shared_ptr<const FontLibrary> FontLibrary::load(const std::vector<std::string>& folders,
                                                     Diagnostics& diagnostics) {
  auto contents = std::make_unique<Contents>();
  for (const std::string& folder : folders) {
    for (const FontFile& file : font_files_below(folder, diagnostics)) contents->add_file(file, diagnostics);
  }
  contents->order_fallbacks();
  std::shared_ptr<FontLibrary> library(new FontLibrary);
  library->contents_ = std::move(contents);
  return library;
}

std::optional<Error> FontLibrary::damage_of(const FaceRequest& request) const {
  const FoundFace found = find(request);
  if (found.face && found.match == Match::exact) return std::nullopt;
  const std::string name = folded_family(request.family);
  const auto is_asked_for = [&](const DamagedFace& face) {
    return face.is_bold == request.is_bold && face.is_italic == request.is_italic && holds(face.folded_names, name);
  };
  for (const DamagedFace& face : contents_->damaged) {
    if (is_asked_for(face)) return asked_for_but_damaged(request.family, face);
  }
  for (const DamagedFace& face : found.damaged) {
    if (is_asked_for(face)) return asked_for_but_damaged(request.family, face);
  }
  return std::nullopt;
}

namespace {

/// A face that may serve, and how near it comes to what was asked.
struct Candidate {
  const Entry* entry = nullptr;
  bool has_weight = false;
  bool is_exact = false;  ///< weight and slope
  StyleDistance distance;
};

Candidate candidate_of(const Entry& entry, const FaceRequest& request, bool by_own_name) {
  const KnownFace& known = entry.known();
  Candidate candidate{&entry, has_weight(known.style, request.is_bold), false,
                      style_distance(known.style, request.is_bold, request.is_italic)};
  // The four faces of a family without more weights are what their makers link as regular and bold, whatever they
  // weigh.
  if (by_own_name || !known.has_weights_apart) candidate.has_weight = known.style.is_bold == request.is_bold;
  candidate.is_exact = candidate.has_weight && has_slope(known.style, request.is_italic);
  const bool is_asked_for_alone =
      by_own_name && !request.is_bold && !request.is_italic && holds(known.face_names, folded_family(known.full_name));
  if (is_asked_for_alone && folded_family(request.family) == folded_family(known.full_name)) {
    candidate.has_weight = candidate.is_exact = true;
    candidate.distance = {};
  }
  return candidate;
}

using Candidates = std::vector<Candidate>;

void sort(Candidates& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(!a.is_exact, a.distance) < std::tuple(!b.is_exact, b.distance);
  });
}

/// The faces that may serve a request, the nearest of each kind first.
struct Choice {
  Candidates own;  ///< of the family's name
  Candidates kin;  ///< of its widths
  Candidates thai;
  Candidates others;
};

Choice choice_of(const std::vector<std::unique_ptr<const Entry>>& entries, const FaceRequest& request) {
  const std::string name = folded_family(request.family);
  const bool wants_sarabun = is_sarabun_name(name);
  Choice choice;
  for (const auto& entry : entries) {
    const bool is_of_family = holds(entry->known().family_names, name);
    const bool by_own_name = !is_of_family && holds(entry->known().face_names, name);
    const Candidate candidate = candidate_of(*entry, request, by_own_name);
    if (is_of_family || by_own_name) {
      choice.own.push_back(candidate);
    } else if (wants_sarabun && entry->has_widths_of_sarabun()) {
      choice.kin.push_back(candidate);
    }
    (entry->known().has_thai_letters ? choice.thai : choice.others).push_back(candidate);
  }
  for (Candidates* candidates : {&choice.own, &choice.kin, &choice.thai, &choice.others}) sort(*candidates);
  return choice;
}

bool is_exact_in(const Candidates& candidates, const std::string& family) {
  return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
    return candidate.is_exact && candidate.entry->known().family == family;
  });
}

/// The family that stands in for a missing one is that of its regular face. A face of yet another one, because that has
/// none of this style, is a substitute.
void look_at_twin(const FontLibrary& library, const FaceRequest& request, const Candidates& kin, FoundFace& found) {
  if (!request.is_bold && !request.is_italic) return;
  const FoundFace regular = library.find({request.family, false, false});
  if (!regular.face || regular.match != Match::metric_compatible) return;
  const std::string& twin = program(*regular.face)->family;
  if (twin == program(*found.face)->family || is_exact_in(kin, twin)) return;
  found.match = Match::substitute;
  found.lacks_style = true;
  found.twin = twin;
}

}  // namespace

FoundFace FontLibrary::find(const FaceRequest& request) const {
  const Choice choice = choice_of(contents_->entries, request);
  const bool has_family = !choice.own.empty();
  const auto is_exact = [](const Candidate& candidate) { return candidate.is_exact; };
  const auto has_weight = [](const Candidate& candidate) { return candidate.has_weight; };
  const auto any = [](const Candidate&) { return true; };
  // Style counts for more than family: a bold heading in a twin's bold face is nearer to what was asked than a light
  // one.
  struct Step {
    const Candidates& candidates;
    std::function<bool(const Candidate&)> serves;
    Match match;
  };
  const Match of_kin = has_family ? Match::substitute : Match::metric_compatible;
  const std::array<Step, 8> steps = {{{choice.own, is_exact, Match::exact},
                                      {choice.kin, is_exact, of_kin},
                                      {choice.own, has_weight, Match::substitute},
                                      {choice.kin, has_weight, Match::substitute},
                                      {choice.own, any, Match::substitute},
                                      {choice.kin, any, Match::substitute},
                                      {choice.thai, any, Match::substitute},
                                      {choice.others, any, Match::substitute}}};
  FoundFace found;
  found.lacks_style = has_family;
  for (const Step& step : steps) {
    for (const Candidate& candidate : step.candidates) {
      if (!step.serves(candidate)) continue;
      const Entry::Opened* opened = candidate.entry->opened();
      if (opened == nullptr) {
        found.damaged.push_back(*candidate.entry->damage());
        continue;
      }
      const bool is_own = &step.candidates == &choice.own;
      found.face = is_own ? opened->itself : opened->stand_in;
      found.match = step.match;
      found.lacks_style = has_family && step.match != Match::exact;
      if (found.match == Match::metric_compatible) look_at_twin(*this, request, choice.kin, found);
      return found;
    }
  }
  return found;
}

std::shared_ptr<const Face> FontLibrary::fallback(const Face& first,
                                                  const std::function<bool(const Face&)>& serves) const {
  const model::FontProgram& program = *first.font().program;
  for (const Entry* entry : contents_->fallbacks[style_index(program.is_bold, program.is_italic)]) {
    const Entry::Opened* opened = entry->opened();
    if (opened != nullptr && serves(*opened->stand_in)) return opened->stand_in;
  }
  return nullptr;
}

bool FontLibrary::has_nominal_size(const model::FontProgram& program) const {
  for (const auto& entry : contents_->entries) {
    if (entry->known().path != program.file) continue;
    const Entry::Opened* opened = entry->opened();
    if (opened == nullptr || opened->stand_in->font().program.get() != &program) continue;
    return real_size(*opened->stand_in, 16_pt) == 16_pt;
  }
  return false;
}

std::vector<FaceSummary> FontLibrary::list(Diagnostics& diagnostics) const {
  std::vector<FaceSummary> summaries;
  for (const auto& entry : contents_->entries) {
    if (entry->opened() == nullptr) {
      diagnostics.add(passed_over(*entry->damage()));
      continue;
    }
    const KnownFace& known = entry->known();
    summaries.push_back({known.family, known.full_name, known.path, program(*entry->opened()->itself)->is_bold,
                         is_italic(known), known.licence});
  }
  return summaries;
}

const std::shared_ptr<const model::FontProgram>& program(const Face& face) { return face.font().program; }

bool has_glyph(const Face& face, char32_t character) {
  const OpenedFont& font = face.font();
  if (character < font.basic_coverage.size()) return font.basic_coverage.test(character);
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font.shaping_font.get(), character, &glyph) != 0;
}

Length real_size(const Face& face, Length nominal) { return nominal.scaled(face.size().part, face.size().whole); }

}  // namespace krut::text
