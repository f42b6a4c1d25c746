#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "text/face.h"

namespace krut::text {

namespace {

constexpr char32_t ko_kai = 0x0E01;
constexpr char32_t no_nen = 0x0E13;
constexpr char32_t thai_zero = 0x0E50;

constexpr std::uint32_t tag_of(const char (&letters)[5]) {
  std::uint32_t tag = 0;
  for (int i = 0; i < 4; ++i) tag = tag << 8U | static_cast<unsigned char>(letters[i]);
  return tag;
}
constexpr std::uint32_t weight_axis = tag_of("wght");
constexpr std::uint32_t width_axis = tag_of("wdth");
constexpr std::uint32_t italic_axis = tag_of("ital");
constexpr std::uint32_t slant_axis = tag_of("slnt");
constexpr float regular = 400;
constexpr float bold = 700;
constexpr float usual_width = 100;
constexpr float usual_slant = -12;

std::string first_of(const std::vector<std::string>& names) { return names.empty() ? std::string() : names.front(); }

std::string first_line(const std::string& text) { return text.substr(0, text.find_first_of("\r\n")); }

void add_folded(std::vector<std::string>& folded, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::string form = folded_family(name);
    if (!form.empty() && std::find(folded.begin(), folded.end(), form) == folded.end()) {
      folded.push_back(std::move(form));
    }
  }
}

void read_names(const OutsideFace& from, KnownFace& face) {
  const auto linked = from.names(NameKind::family);
  const auto typographic = from.names(NameKind::typographic_family);
  const auto full = from.names(NameKind::full);
  face.family = first_of(typographic.empty() ? linked : typographic);
  face.full_name = first_of(full);
  face.postscript_name = first_of(from.names(NameKind::postscript));
  face.licence = first_line(first_of(from.names(NameKind::licence)));
  face.has_weights_apart = !typographic.empty() && first_of(typographic) != first_of(linked);
  add_folded(face.family_names, typographic.empty() ? linked : typographic);
  if (face.has_weights_apart) add_folded(face.face_names, linked);
  add_folded(face.face_names, full);
}

Likeness widths_of(const OutsideFace& face) {
  const int em = std::max(face.measures().units_per_em, 1);
  const auto thousandths = [&](char32_t character) {
    return (std::int64_t{face.advance_of(character)} * 1000 + em / 2) / em;
  };
  return {.ko_kai_advance = thousandths(ko_kai),
          .no_nen_advance = thousandths(no_nen),
          .thai_zero_advance = thousandths(thai_zero)};
}

KnownFace known_face(const OutsideFace& from, const std::shared_ptr<const std::string>& bytes, unsigned index,
                     const std::string& path) {
  KnownFace face;
  face.path = path;
  face.bytes = bytes;
  face.index = index;
  read_names(from, face);
  face.style = from.style();
  face.may_be_embedded = from.may_be_embedded();
  face.has_thai_letters = from.has_character(ko_kai);
  face.widths = widths_of(from);
  return face;
}

float within(const Axis& axis, float wanted) { return std::clamp(wanted, axis.least, axis.most); }

const Axis* axis_of(const std::vector<Axis>& axes, std::uint32_t tag) {
  const auto found = std::find_if(axes.begin(), axes.end(), [&](const Axis& axis) { return axis.tag == tag; });
  return found == axes.end() ? nullptr : &*found;
}

/// Where a face stands on every axis: at the weight and slope given, at the usual width, else where the font itself
/// does.
std::vector<AxisPlace> places_at(const std::vector<Axis>& axes, float weight, bool is_italic) {
  std::vector<AxisPlace> places;
  for (const Axis& axis : axes) {
    float place = axis.usual;
    if (axis.tag == weight_axis) place = within(axis, weight);
    if (axis.tag == width_axis) place = within(axis, usual_width);
    if (axis.tag == italic_axis) place = within(axis, is_italic ? 1 : 0);
    if (axis.tag == slant_axis) place = within(axis, is_italic ? usual_slant : 0);
    places.push_back({axis.tag, place});
  }
  return places;
}

bool is_same(const std::vector<AxisPlace>& a, const std::vector<AxisPlace>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const AxisPlace& one, const AxisPlace& other) {
    return one.tag == other.tag && one.value >= other.value && one.value <= other.value;
  });
}

std::string without_spaces(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

/// The face at a place of a variable font, under the name that its makers gave to that place.
KnownFace face_at(const KnownFace& font, const std::vector<Axis>& axes, const std::vector<NamedPlace>& named,
                  float weight, bool is_italic) {
  KnownFace face = font;
  face.places = places_at(axes, weight, is_italic);
  for (const AxisPlace& place : face.places) {
    if (place.tag == weight_axis) face.style.weight = static_cast<int>(place.value);
    if (place.tag == width_axis) face.style.width = static_cast<int>(place.value);
  }
  if (is_italic) face.style.slope = axis_of(axes, italic_axis) != nullptr ? Slope::italic : Slope::oblique;
  face.style.is_bold = face.style.weight >= static_cast<int>(bold);
  const auto name = std::find_if(named.begin(), named.end(),
                                 [&](const NamedPlace& place) { return is_same(place.places, face.places); });
  std::string style = face.style.is_bold ? "Bold" : "Regular";
  if (is_italic) style += " Italic";
  if (name != named.end()) style = name->name;
  face.full_name = face.family + " " + style;
  face.postscript_name = without_spaces(face.family) + "-" + without_spaces(style);
  face.face_names.clear();
  add_folded(face.face_names, {face.full_name});
  face.has_weights_apart = true;
  return face;
}

/// Whether the letters of a variable font that stand upright may be leant over by an axis.
bool can_lean(const std::vector<Axis>& axes) {
  const Axis* italic = axis_of(axes, italic_axis);
  const Axis* slant = axis_of(axes, slant_axis);
  return (italic != nullptr && italic->most >= 1) || (slant != nullptr && slant->least < 0);
}

void add_faces(const OutsideFace& from, KnownFace font, std::vector<KnownFace>& faces) {
  const std::vector<Axis> axes = from.axes();
  if (axes.empty()) {
    faces.push_back(std::move(font));
    return;
  }
  const auto named = from.named_places();
  const bool has_weights = axis_of(axes, weight_axis) != nullptr;
  const float own_weight = static_cast<float>(font.style.weight);
  std::vector<float> weights = {has_weights ? regular : own_weight};
  if (has_weights) weights.push_back(bold);
  for (const float weight : weights) {
    faces.push_back(face_at(font, axes, named, weight, false));
    if (can_lean(axes) && font.style.slope == Slope::upright) faces.push_back(face_at(font, axes, named, weight, true));
  }
}

/// The name of a file without folders and extension.
std::string stem(const std::string& path) {
  const std::size_t begin = path.rfind('/') + 1;
  return path.substr(begin, path.rfind('.') - begin);
}

std::string without_style(std::string name) {
  for (const std::string_view word : {"regular", "bold", "italic", "oblique", "-", "_"}) {
    for (std::size_t at = name.find(word); at != std::string::npos; at = name.find(word, at)) {
      name.erase(at, word.size());
    }
  }
  return name;
}

Bilingual more_than_it_holds(std::size_t count) {
  const std::string number = std::to_string(count);
  return {"ไฟล์บอกว่ามีแบบอักษร " + number + " แบบ ซึ่งมากกว่าที่ไฟล์บรรจุได้",
          "the file says that it holds " + number + " fonts, more than it has room for"};
}

}  // namespace

DamagedFace damaged_file(const std::string& path, Bilingual why) {
  DamagedFace damaged;
  damaged.path = path;
  damaged.why = std::move(why);
  const std::string name = folded_family(stem(path));
  const auto has = [&](std::string_view word) { return name.find(word) != std::string::npos; };
  damaged.folded_names = {without_style(name)};
  damaged.is_bold = has("bold");
  damaged.is_italic = has("italic") || has("oblique");
  return damaged;
}

DamagedFace damaged_face(const KnownFace& face, Bilingual why) {
  DamagedFace damaged = damaged_file(face.path, std::move(why));
  damaged.index = face.index;
  damaged.full_name = face.full_name;
  if (face.family_names.empty() && face.face_names.empty()) return damaged;
  damaged.folded_names = face.family_names;
  damaged.folded_names.insert(damaged.folded_names.end(), face.face_names.begin(), face.face_names.end());
  damaged.is_bold = face.style.is_bold;
  damaged.is_italic = face.style.slope != Slope::upright;
  return damaged;
}

KnownFile look_into(const std::shared_ptr<const std::string>& bytes, const std::string& path) {
  constexpr std::size_t least_bytes_of_face = 32;  // an entry of the collection, and a directory of one table
  KnownFile file;
  if (!is_font_file(*bytes)) {
    file.damaged.push_back(damaged_file(path, {"ไฟล์นี้ไม่ใช่แบบอักษรที่อ่านได้", "the file is not a font that can be read"}));
    return file;
  }
  file.declared = declared_faces(*bytes);
  if (file.declared > bytes->size() / least_bytes_of_face && file.declared > 1) {
    file.damaged.push_back(damaged_file(path, more_than_it_holds(file.declared)));
    return file;
  }
  const auto count = static_cast<unsigned>(std::min(file.declared, limits::font_faces));
  for (unsigned index = 0; index < count; ++index) {
    std::optional<KnownFace> known;
    try {
      const OutsideFace face(*bytes, index);
      known = known_face(face, bytes, index, path);
      face.judge_measures();
      add_faces(face, std::move(*known), file.faces);
    } catch (const FontDamage& damage) {
      file.damaged.push_back(known ? damaged_face(*known, damage.what) : damaged_file(path, damage.what));
      file.damaged.back().index = index;
    }
  }
  return file;
}

}  // namespace krut::text
