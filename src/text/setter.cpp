#include "text/setter.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"
#include "text/face.h"
#include "text/line_breaker.h"
#include "text/line_text.h"
#include "text/shaper.h"

namespace krut::text {

namespace {

constexpr char32_t replacement_character = 0xFFFD;

/// The face and size in which a span is set.
struct SpanFace {
  const Face* face = nullptr;
  Length size;
};

bool can_draw(const Face& face, char32_t character) {
  if (utf8::is_thai(character)) return face.font().basic_coverage.test(character);
  return has_glyph(face, drawn_as(character).character) || is_default_ignorable(character);
}

Error no_face() {
  return {ErrorKind::resource_missing,
          "font.none",
          {"ไม่พบแบบอักษรเลยในโฟลเดอร์ที่ระบุ", "no font was found in the folders given"},
          {"ระบุโฟลเดอร์ที่มีไฟล์ .ttf", "name a folder that holds .ttf files"}};
}

}  // namespace

struct Setter::Scratch {
  Scratch(std::shared_ptr<const FontLibrary> library, std::shared_ptr<const OwnWords> own)
      : fonts(std::move(library)), breaker(std::move(own)) {}

  void set_line(const std::vector<model::Span>& spans, PreparedText& prepared, std::vector<MissingGlyph>& missing,
                const Budget& budget);
  void choose_span_faces(const std::vector<model::Span>& spans);
  std::size_t take_usual(std::size_t first);
  void choose_faces();
  void hold_unbroken_spans(const std::vector<model::Span>& spans);
  void add_piece(std::size_t first, std::size_t last, Piece& piece, std::vector<MissingGlyph>& missing);
  Length add_runs(std::size_t first, std::size_t last, std::vector<Run>& runs, std::vector<MissingGlyph>& missing);
  std::size_t item_end(std::size_t first, std::size_t last, Script& script) const;
  Run missing_run(std::size_t at);
  const Face* face_for(const Face& wanted, std::size_t first, std::size_t last) const;
  const Face* found_face(const model::TextFormat& format);

  struct KnownFace {
    FaceRequest request;
    const Face* face;
  };

  std::shared_ptr<const FontLibrary> fonts;
  Shaper shaper;
  LineBreaker breaker;
  std::vector<KnownFace> known_faces;
  // Of the line in hand.
  LineText line;
  std::vector<LineEnd> ends;
  std::vector<SpanFace> span_faces;
  std::vector<const Face*> faces;  ///< of each character; null where no face has it
};

const Face* Setter::Scratch::found_face(const model::TextFormat& format) {
  for (const KnownFace& known : known_faces) {
    const FaceRequest& request = known.request;
    if (request.is_bold == format.is_bold && request.is_italic == format.is_italic && request.family == format.family) {
      return known.face;
    }
  }
  FaceRequest request{format.family, format.is_bold, format.is_italic};
  const FoundFace found = fonts->find(request);
  if (!found.face) throw no_face();
  known_faces.push_back({std::move(request), found.face.get()});
  return known_faces.back().face;
}

void Setter::Scratch::choose_span_faces(const std::vector<model::Span>& spans) {
  span_faces.clear();
  for (const model::Span& span : spans) {
    span_faces.push_back({found_face(span.format), span.format.size});
  }
}

/// The first face that has all of the characters [first, last); null when none has.
const Face* Setter::Scratch::face_for(const Face& wanted, std::size_t first, std::size_t last) const {
  const auto has_all = [&](const Face& face) {
    for (std::size_t i = first; i < last; ++i) {
      if (!can_draw(face, line.characters[i])) return false;
    }
    return true;
  };
  if (has_all(wanted)) return &wanted;
  return fonts->fallback(wanted, has_all).get();
}

/// Gives Thai from `first` on the face that was asked for, as long as this has it, and tells where it ends: before
/// a letter with all its marks.
std::size_t Setter::Scratch::take_usual(std::size_t first) {
  const std::uint32_t span = line.spans[first];
  const Face* wanted = span_faces[span].face;
  const auto& covered = wanted->font().basic_coverage;
  const std::u32string_view characters = line.characters;
  std::size_t end = first;
  const auto is_usual = [&](char32_t c) { return utf8::is_thai(c) && covered[c]; };
  while (end < characters.size() && line.spans[end] == span && is_usual(characters[end])) ++end;
  if (end < characters.size() && is_extending(characters[end])) {
    while (end > first && is_extending(characters[end])) --end;
  }
  std::fill(faces.begin() + static_cast<std::ptrdiff_t>(first), faces.begin() + static_cast<std::ptrdiff_t>(end),
            wanted);
  return end;
}

void Setter::Scratch::choose_faces() {
  faces.resize(line.size());
  for (std::size_t i = 0; i < line.size();) {
    i = take_usual(i);
    if (i == line.size()) return;
    std::size_t end = i + 1;
    while (end < line.size() && is_extending(line.characters[end])) ++end;
    const Face& wanted = *span_faces[line.spans[i]].face;
    const Face* face = face_for(wanted, i, end);
    for (std::size_t k = i; k < end; ++k) faces[k] = face != nullptr ? face : face_for(wanted, k, k + 1);
    i = end;
  }
}

void Setter::Scratch::hold_unbroken_spans(const std::vector<model::Span>& spans) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (line.spans[i] == line.spans[i + 1] && spans[line.spans[i]].stays_on_one_line) ends[i] = LineEnd::never;
  }
}

constexpr std::size_t most_marks_together = 64;  // on one letter, placed together

/// Extends an item over characters of one span, one face and one script; spaces stand alone, and so does each box,
/// which is read aloud by a name of its own. Marks by the hundred on one letter, which no writing has, are parted: to
/// place each, the shaper goes over all before it.
std::size_t Setter::Scratch::item_end(std::size_t first, std::size_t last, Script& script) const {
  if (is_box(line.characters[first])) {
    script = latin_script();
    return first + 1;
  }
  const auto is_alike = [&, span = line.spans[first], face = faces[first]](std::size_t at) {
    return line.spans[at] == span && faces[at] == face;
  };
  const bool of_spaces = is_space(line.characters[first]);
  std::size_t end = first;
  std::size_t marks = 0;  // in a row
  Script found = 0;
  for (; end < last && is_alike(end); ++end) {
    const char32_t c = line.characters[end];
    marks = is_extending(c) ? marks + 1 : 0;
    if (marks > most_marks_together) break;
    const Script own = script_of(c);
    if (own != 0 && found != 0 && own != found) break;
    const bool is_plain_thai = own == thai_script() && !of_spaces;
    if (!is_plain_thai && (is_space(c) != of_spaces || is_box(c))) break;
    if (own != 0) found = own;
  }
  script = found != 0 ? found : latin_script();
  return end;
}

Run Setter::Scratch::missing_run(std::size_t at) {
  const std::uint32_t span = line.spans[at];
  const Face& face = *span_faces[span].face;
  const char32_t drawn = has_glyph(face, replacement_character) ? replacement_character : U'?';
  auto shape = shaper.shape_replaced(face.font(), line.characters[at], drawn);
  const Length size = real_size(face, span_faces[span].size);
  const Length width = width_of(shape->advance, shape->font->units_per_em, size);
  return {std::move(shape), size, width, span};
}

Length Setter::Scratch::add_runs(std::size_t first, std::size_t last, std::vector<Run>& runs,
                                 std::vector<MissingGlyph>& missing) {
  Length total;
  while (first < last) {
    const std::uint32_t span = line.spans[first];
    if (faces[first] == nullptr) {
      missing.push_back({line.characters[first], span});
      runs.push_back(missing_run(first));
      ++first;
    } else {
      Script script = 0;
      const std::size_t end = item_end(first, last, script);
      const Face& face = *faces[first];
      const auto& shape = shaper.shape(face.font(), script, line.bytes_of(first, end));
      const Length size = real_size(face, span_faces[span].size);
      runs.push_back({shape, size, width_of(shape->advance, shape->font->units_per_em, size), span});
      first = end;
    }
    total += runs.back().width;
  }
  return total;
}

void Setter::Scratch::add_piece(std::size_t first, std::size_t last, Piece& piece, std::vector<MissingGlyph>& missing) {
  std::size_t spaces = last;
  while (spaces > first && is_space(line.characters[spaces - 1])) --spaces;
  piece.width = add_runs(first, spaces, piece.runs, missing);
  piece.space_width = add_runs(spaces, last, piece.spaces, missing);
}

void Setter::Scratch::set_line(const std::vector<model::Span>& spans, PreparedText& prepared,
                               std::vector<MissingGlyph>& missing, const Budget& budget) {
  budget.check();
  if (line.size() == 0) return;
  breaker.find(line, ends, budget);
  hold_unbroken_spans(spans);
  choose_faces();
  constexpr std::size_t usual_piece = 6;
  const std::size_t wanted = prepared.pieces.size() + line.size() / usual_piece + 1;
  // Never by a little: a text of many short lines would be copied for each of them.
  if (wanted > prepared.pieces.capacity()) prepared.pieces.reserve(std::max(wanted, 2 * prepared.pieces.capacity()));
  const std::size_t before = prepared.pieces.size();
  Pace pace(budget);
  std::size_t first = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool is_last = i + 1 == line.size();
    if (ends[i] == LineEnd::never && !is_last) continue;
    pace.step();
    Piece& piece = prepared.pieces.emplace_back();
    add_piece(first, i + 1, piece, missing);
    piece.line_end = is_last ? LineEnd::allowed : ends[i];
    first = i + 1;
  }
  prepared.held.take((prepared.pieces.size() - before) * (sizeof(Piece) + 2 * sizeof(Run)));
}

Setter::Setter(std::shared_ptr<const FontLibrary> fonts, std::shared_ptr<const OwnWords> own)
    : scratch_(std::make_unique<Scratch>(std::move(fonts), std::move(own))) {}
Setter::~Setter() = default;
Setter::Setter(Setter&&) noexcept = default;
Setter& Setter::operator=(Setter&&) noexcept = default;

PreparedText Setter::prepare(const std::vector<model::Span>& spans, std::vector<MissingGlyph>& missing,
                             const Budget& budget) {
  PreparedText prepared;
  prepared.held = Held(budget);
  scratch_->shaper.trim();
  scratch_->breaker.trim();
  scratch_->choose_span_faces(spans);
  scratch_->line.clear();
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].kind == model::SpanKind::text) {
      scratch_->line.append(spans[i].text, static_cast<std::uint32_t>(i));
    } else if (spans[i].kind == model::SpanKind::line_break) {
      scratch_->set_line(spans, prepared, missing, budget);
      if (prepared.pieces.size() == line_start) prepared.pieces.emplace_back();
      prepared.pieces.back().line_end = LineEnd::forced;
      line_start = prepared.pieces.size();
      scratch_->line.clear();
    }
  }
  scratch_->set_line(spans, prepared, missing, budget);
  return prepared;
}

std::shared_ptr<const model::ShapedText> slice(const model::ShapedText& shape, std::size_t first, std::size_t last) {
  auto part = std::make_shared<model::ShapedText>();
  part->font = shape.font;
  for (std::size_t i = first; i < std::min(last, shape.clusters.size()); ++i) {
    model::Cluster cluster = shape.clusters[i];
    const auto glyphs = shape.glyphs.begin() + cluster.glyph_begin;
    cluster.text_begin = static_cast<std::uint32_t>(part->text.size());
    cluster.glyph_begin = static_cast<std::uint32_t>(part->glyphs.size());
    part->text.append(shape.text, shape.clusters[i].text_begin, cluster.text_size);
    part->glyphs.insert(part->glyphs.end(), glyphs, glyphs + cluster.glyph_count);
    part->advance += cluster.advance;
    part->clusters.push_back(cluster);
  }
  return part;
}

Length width_of(std::int64_t advance, int units_per_em, Length size) { return size.scaled(advance, units_per_em); }

}  // namespace krut::text
