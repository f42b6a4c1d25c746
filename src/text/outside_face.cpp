#include "text/outside_face.h"

#include <freetype/freetype.h>
#include <freetype/ftadvanc.h>
#include <freetype/fterrors.h>
#include <freetype/ftmm.h>
#include <freetype/ftmodapi.h>
#include <freetype/ftoutln.h>
#include <freetype/ftsnames.h>
#include <freetype/ttnameid.h>
#include <freetype/tttables.h>
#include <ft2build.h>

#include <algorithm>
#include <new>
#include <utility>

#include "base/utf8.h"

namespace krut::text {

namespace {

constexpr std::string_view collection_tag = "ttcf";
constexpr std::size_t collection_count_at = 8;
constexpr FT_ULong head_magic = 0x5F0F3CF5;
constexpr unsigned least_units_per_em = 16;
constexpr unsigned most_units_per_em = 16'384;
constexpr unsigned most_names = 2'000;  ///< looked at in one face
constexpr unsigned most_name_bytes = 2'000;

constexpr unsigned selection_italic = 1U << 0U;  // OS/2, fsSelection
constexpr unsigned selection_bold = 1U << 5U;
constexpr unsigned selection_oblique = 1U << 9U;
constexpr unsigned mac_bold = 1U << 0U;  // head, macStyle
constexpr unsigned mac_italic = 1U << 1U;
constexpr int usual_weight = 400;
constexpr int bold_weight = 700;
constexpr int most_weight = 1'000;

constexpr FT_Int32 in_font_units = FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP;

[[noreturn]] void fail(const std::string& table) {
  throw FontDamage{{"ตาราง " + table + " เสียหาย", "its table " + table + " is damaged"}};
}

[[noreturn]] void lacks(const std::string& table) {
  throw FontDamage{{"ไม่มีตาราง " + table, "it has no table " + table}};
}

[[noreturn]] void refuse(FT_Error error) {
  switch (FT_ERROR_BASE(error)) {
    case FT_Err_Out_Of_Memory:
      throw std::bad_alloc();
    case FT_Err_Locations_Missing:
      lacks("loca");
    case FT_Err_Horiz_Header_Missing:
      lacks("hhea");
    case FT_Err_Hmtx_Table_Missing:
      lacks("hmtx");
    case FT_Err_Table_Missing:
    case FT_Err_Unknown_File_Format:
      throw FontDamage{{"ไม่มีตารางที่แบบอักษรต้องมี", "tables that a font must have are missing or unreadable"}};
    default:
      throw FontDamage{{"โครงสร้างของไฟล์ผิด (FreeType " + std::to_string(error) + ")",
                        "its structure is wrong (FreeType " + std::to_string(error) + ")"}};
  }
}

FT_ULong number_of(const char* tag) {
  FT_ULong number = 0;
  for (int i = 0; i < 4; ++i) number = number << 8U | static_cast<unsigned char>(tag[i]);
  return number;
}

std::string utf8_of_utf16(std::string_view bytes) {
  std::string text;
  const auto unit = [&](std::size_t at) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8U |
                                 static_cast<unsigned char>(bytes[at + 1]));
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t character = unit(at);
    if (character >= 0xD800 && character < 0xE000) {
      const bool is_pair = character < 0xDC00 && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00U) == 0xDC00;
      if (!is_pair) continue;
      character = 0x10000 + ((character - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    utf8::append(text, character);
  }
  return text;
}

std::string text_of(const FT_SfntName& name) {
  const std::string_view bytes(reinterpret_cast<const char*>(name.string), std::min(name.string_len, most_name_bytes));
  if (name.platform_id != TT_PLATFORM_MACINTOSH) return utf8_of_utf16(bytes);
  std::string text;
  for (const char c : bytes) text += static_cast<unsigned char>(c) < 0x80 ? c : '?';
  return text;
}

/// English names of Microsoft's platform first.
int rank_of(const FT_SfntName& name) {
  constexpr unsigned english = 9;
  constexpr unsigned language_mask = 0x3FF;
  if (name.platform_id == TT_PLATFORM_MICROSOFT) {
    if (name.language_id == TT_MS_LANGID_ENGLISH_UNITED_STATES) return 0;
    return (name.language_id & language_mask) == english ? 1 : 4;
  }
  if (name.platform_id == TT_PLATFORM_APPLE_UNICODE) return 2;
  return name.language_id == TT_MAC_LANGID_ENGLISH ? 3 : 5;
}

int width_of_class(unsigned width_class) {
  constexpr std::array<int, 9> widths = {50, 63, 75, 88, 100, 113, 125, 150, 200};
  return width_class >= 1 && width_class <= widths.size() ? widths.at(width_class - 1) : 100;
}

}  // namespace

bool is_font_file(std::string_view file) {
  using namespace std::string_view_literals;
  const std::string_view tag = file.substr(0, 4);
  return tag == "\0\1\0\0"sv || tag == "OTTO" || tag == "true" || tag == collection_tag;
}

std::size_t declared_faces(std::string_view file) {
  if (!file.starts_with(collection_tag) || file.size() < collection_count_at + 4) return 1;
  std::size_t count = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    count = count << 8U | static_cast<unsigned char>(file[collection_count_at + i]);
  }
  return std::max<std::size_t>(count, 1);
}

struct OutsideFace::Handle {
  FT_Library library = nullptr;
  FT_Face face = nullptr;

  Handle() {
    if (FT_Init_FreeType(&library) != 0) throw std::bad_alloc();
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (face != nullptr) FT_Done_Face(face);
    FT_Done_FreeType(library);
  }

  /// By one of FreeType's drivers and no other: it knows kinds of fonts that nobody else here does.
  FT_Error open(const char* driver, std::string_view file, unsigned index) {
    FT_Open_Args arguments{};
    arguments.flags = FT_OPEN_MEMORY | FT_OPEN_DRIVER;
    arguments.memory_base = reinterpret_cast<const FT_Byte*>(file.data());
    arguments.memory_size = static_cast<FT_Long>(file.size());
    arguments.driver = FT_Get_Module(library, driver);
    return FT_Open_Face(library, &arguments, static_cast<FT_Long>(index), &face);
  }

  template <typename Table>
  [[nodiscard]] const Table* table(FT_Sfnt_Tag tag) const {
    return static_cast<const Table*>(FT_Get_Sfnt_Table(face, tag));
  }

  [[nodiscard]] FT_ULong size_of(const char* tag) const {
    FT_ULong size = 0;
    return FT_Load_Sfnt_Table(face, number_of(tag), 0, nullptr, &size) == 0 ? size : 0;
  }

  void judge_measures() const {
    for (const char* tag : {"head", "maxp", "hhea", "hmtx", "cmap"}) {
      if (size_of(tag) == 0) lacks(tag);
    }
    const auto* head = table<TT_Header>(FT_SFNT_HEAD);
    if (head == nullptr || head->Magic_Number != head_magic || head->Units_Per_EM < least_units_per_em ||
        head->Units_Per_EM > most_units_per_em) {
      fail("head");
    }
    if (face->num_glyphs <= 0 || face->num_glyphs > 0xFFFF) fail("maxp");
    const auto* hhea = table<TT_HoriHeader>(FT_SFNT_HHEA);
    if (hhea == nullptr || hhea->number_Of_HMetrics == 0) fail("hhea");
    const auto glyphs = static_cast<FT_ULong>(face->num_glyphs);
    const FT_ULong advances = hhea->number_Of_HMetrics;
    if (size_of("hmtx") < 4 * advances + (glyphs > advances ? 2 * (glyphs - advances) : 0)) fail("hmtx");
  }
};

OutsideFace::OutsideFace(std::string_view file, unsigned index) : handle_(std::make_unique<Handle>()) {
  FT_Error error = handle_->open("truetype", file, index);
  if (FT_ERROR_BASE(error) == FT_Err_Unknown_File_Format) error = handle_->open("cff", file, index);
  if (error != 0) refuse(error);
}

OutsideFace::~OutsideFace() = default;
OutsideFace::OutsideFace(OutsideFace&&) noexcept = default;
OutsideFace& OutsideFace::operator=(OutsideFace&&) noexcept = default;

void OutsideFace::judge_measures() const { handle_->judge_measures(); }

unsigned OutsideFace::glyph_count() const { return static_cast<unsigned>(handle_->face->num_glyphs); }

bool OutsideFace::has_table(const char* tag) const { return handle_->size_of(tag) > 0; }

std::string OutsideFace::table(const char* tag) const {
  std::string bytes(handle_->size_of(tag), '\0');
  FT_ULong size = bytes.size();
  if (size == 0) return bytes;
  const FT_Error error =
      FT_Load_Sfnt_Table(handle_->face, number_of(tag), 0, reinterpret_cast<FT_Byte*>(bytes.data()), &size);
  if (error != 0) fail(tag);
  return bytes;
}

std::vector<std::string> OutsideFace::names(NameKind kind) const {
  std::vector<std::pair<int, std::string>> found;
  const unsigned count = std::min(FT_Get_Sfnt_Name_Count(handle_->face), most_names);
  for (unsigned i = 0; i < count; ++i) {
    FT_SfntName name{};
    if (FT_Get_Sfnt_Name(handle_->face, i, &name) != 0 || name.name_id != static_cast<unsigned>(kind)) continue;
    std::string text = text_of(name);
    if (!text.empty()) found.emplace_back(rank_of(name), std::move(text));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (auto& [rank, text] : found) names.push_back(std::move(text));
  return names;
}

FaceStyle OutsideFace::style() const {
  FaceStyle style;
  const auto* head = handle_->table<TT_Header>(FT_SFNT_HEAD);
  if (head != nullptr) {
    style.is_bold = (head->Mac_Style & mac_bold) != 0;
    if ((head->Mac_Style & mac_italic) != 0) style.slope = Slope::italic;
  }
  const auto* os2 = handle_->table<TT_OS2>(FT_SFNT_OS2);
  constexpr unsigned no_table = 0xFFFF;
  const bool is_told = os2 != nullptr && os2->version != no_table;
  if (is_told) {
    style.is_bold = style.is_bold || (os2->fsSelection & selection_bold) != 0;
    style.width = width_of_class(os2->usWidthClass);
    if ((os2->fsSelection & selection_italic) != 0) style.slope = Slope::italic;
    if ((os2->fsSelection & selection_oblique) != 0) style.slope = Slope::oblique;
  }
  const int weight = is_told ? os2->usWeightClass : 0;
  style.weight = weight == 0 ? (style.is_bold ? bold_weight : usual_weight) : std::min(weight, most_weight);
  if (style.weight < 10) style.weight *= 100;  // as fonts of old count: 4 for 400
  return style;
}

bool OutsideFace::may_be_embedded() const {
  constexpr unsigned usage = 0x000F;
  const unsigned flags = FT_Get_FSType_Flags(handle_->face);
  return (flags & usage) != FT_FSTYPE_RESTRICTED_LICENSE_EMBEDDING &&
         (flags & (FT_FSTYPE_NO_SUBSETTING | FT_FSTYPE_BITMAP_EMBEDDING_ONLY)) == 0;
}

namespace {

using Variations = std::unique_ptr<FT_MM_Var, std::function<void(FT_MM_Var*)>>;

Variations variations_of(FT_Library library, FT_Face face) {
  FT_MM_Var* found = nullptr;
  if (FT_HAS_MULTIPLE_MASTERS(face)) static_cast<void>(FT_Get_MM_Var(face, &found));
  return {found, [library](FT_MM_Var* variations) { FT_Done_MM_Var(library, variations); }};
}

float value_of(FT_Fixed fixed) { return static_cast<float>(fixed) / 65'536.0F; }

}  // namespace

std::vector<Axis> OutsideFace::axes() const {
  std::vector<Axis> axes;
  const Variations variations = variations_of(handle_->library, handle_->face);
  for (unsigned i = 0; variations && i < variations->num_axis; ++i) {
    const FT_Var_Axis& axis = variations->axis[i];
    axes.push_back(
        {static_cast<std::uint32_t>(axis.tag), value_of(axis.minimum), value_of(axis.def), value_of(axis.maximum)});
  }
  return axes;
}

std::vector<NamedPlace> OutsideFace::named_places() const {
  constexpr unsigned most = 1'000;
  std::vector<NamedPlace> places;
  const Variations variations = variations_of(handle_->library, handle_->face);
  for (unsigned i = 0; variations && i < std::min(variations->num_namedstyles, most); ++i) {
    const FT_Var_Named_Style& style = variations->namedstyle[i];
    const auto names = this->names(static_cast<NameKind>(style.strid));
    if (names.empty()) continue;
    NamedPlace place{{}, names.front()};
    for (unsigned axis = 0; axis < variations->num_axis; ++axis) {
      place.places.push_back({static_cast<std::uint32_t>(variations->axis[axis].tag), value_of(style.coords[axis])});
    }
    places.push_back(std::move(place));
  }
  return places;
}

FaceMeasures OutsideFace::measures() const {
  const FT_Face face = handle_->face;
  FaceMeasures measures;
  measures.units_per_em = face->units_per_EM;
  measures.ascent = face->ascender;
  measures.descent = face->descender;
  measures.box = {static_cast<int>(face->bbox.xMin), static_cast<int>(face->bbox.yMin),
                  static_cast<int>(face->bbox.xMax), static_cast<int>(face->bbox.yMax)};
  const auto* os2 = handle_->table<TT_OS2>(FT_SFNT_OS2);
  constexpr unsigned first_with_heights = 2;
  constexpr unsigned no_table = 0xFFFF;
  if (os2 != nullptr && os2->version >= first_with_heights && os2->version != no_table) {
    measures.capital_height = os2->sCapHeight;
  }
  if (const auto* post = handle_->table<TT_Postscript>(FT_SFNT_POST)) {
    measures.italic_angle = static_cast<int>(post->italicAngle / 65'536);
  }
  return measures;
}

bool OutsideFace::has_character(char32_t character) const { return FT_Get_Char_Index(handle_->face, character) != 0; }

int OutsideFace::advance_of(char32_t character) const {
  const FT_UInt glyph = FT_Get_Char_Index(handle_->face, character);
  FT_Fixed advance = 0;
  if (glyph == 0 || FT_Get_Advance(handle_->face, glyph, in_font_units, &advance) != 0) return 0;
  return static_cast<int>(advance);
}

std::vector<std::uint16_t> OutsideFace::advances() const {
  const unsigned count = glyph_count();
  std::vector<FT_Fixed> found(count);
  std::vector<std::uint16_t> advances;
  advances.reserve(count);
  if (FT_Get_Advances(handle_->face, 0, count, in_font_units, found.data()) != 0) fail("hmtx");
  for (const FT_Fixed advance : found) advances.push_back(static_cast<std::uint16_t>(advance));
  return advances;
}

namespace {

/// Turns FreeType's steps into those of a pen: a contour is closed when the next begins, a curve of one handle gets
/// two.
class Decomposition {
 public:
  explicit Decomposition(OutlinePen& pen) : pen_(pen) {}

  void move_to(const FT_Vector& to) {
    finish();
    is_open_ = true;
    go(to);
    pen_.move_to(x_, y_);
  }
  void line_to(const FT_Vector& to) {
    go(to);
    pen_.line_to(x_, y_);
  }
  void conic_to(const FT_Vector& handle, const FT_Vector& to) {
    const auto nearer = [](double from, FT_Pos towards) {
      return from + (static_cast<double>(towards) - from) * 2 / 3;
    };
    const double x1 = nearer(x_, handle.x);
    const double y1 = nearer(y_, handle.y);
    go(to);
    pen_.curve_to(x1, y1, nearer(x_, handle.x), nearer(y_, handle.y), x_, y_);
  }
  void cubic_to(const FT_Vector& first, const FT_Vector& second, const FT_Vector& to) {
    go(to);
    pen_.curve_to(static_cast<double>(first.x), static_cast<double>(first.y), static_cast<double>(second.x),
                  static_cast<double>(second.y), x_, y_);
  }
  void finish() {
    if (is_open_) pen_.close();
    is_open_ = false;
  }

 private:
  void go(const FT_Vector& to) {
    x_ = static_cast<double>(to.x);
    y_ = static_cast<double>(to.y);
  }

  OutlinePen& pen_;
  double x_ = 0;
  double y_ = 0;
  bool is_open_ = false;
};

/// Runs a step behind FreeType's back, through which nothing may be thrown.
template <typename Step>
int step_of(void* user, Step step) {
  try {
    step(*static_cast<Decomposition*>(user));
    return 0;
  } catch (const std::bad_alloc&) {
    return FT_Err_Out_Of_Memory;
  }
}

}  // namespace

void OutsideFace::draw(std::uint32_t glyph, OutlinePen& pen) const {
  const FT_Face face = handle_->face;
  if (FT_Load_Glyph(face, glyph, in_font_units) != 0 || face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return;
  FT_Outline_Funcs steps{};
  steps.move_to = [](const FT_Vector* to, void* user) {
    return step_of(user, [&](Decomposition& drawn) { drawn.move_to(*to); });
  };
  steps.line_to = [](const FT_Vector* to, void* user) {
    return step_of(user, [&](Decomposition& drawn) { drawn.line_to(*to); });
  };
  steps.conic_to = [](const FT_Vector* handle, const FT_Vector* to, void* user) {
    return step_of(user, [&](Decomposition& drawn) { drawn.conic_to(*handle, *to); });
  };
  steps.cubic_to = [](const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* user) {
    return step_of(user, [&](Decomposition& drawn) { drawn.cubic_to(*first, *second, *to); });
  };
  Decomposition decomposition(pen);
  const FT_Error error = FT_Outline_Decompose(&face->glyph->outline, &steps, &decomposition);
  if (FT_ERROR_BASE(error) == FT_Err_Out_Of_Memory) throw std::bad_alloc();
  decomposition.finish();
}

}  // namespace krut::text
