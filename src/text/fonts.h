#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/error.h"
#include "model/page.h"

namespace krut::text {

/// A face as a layout asks for it.
struct FaceRequest {
  std::string family;
  bool is_bold = false;
  bool is_italic = false;
};

/// How well what was found serves what was asked.
enum class Match {
  exact,              ///< the family itself
  metric_compatible,  ///< other outlines, same advance widths: lines break alike
  substitute,         ///< anything else: reported
};

/// A loaded face, ready to shape. Immutable; used by any number of threads.
class Face;

/// A face that cannot be used, and what is known of it: as much as its tables still tell, else what its file is called,
/// without the words for its style.
struct DamagedFace {
  std::string path;
  unsigned index = 0;
  Bilingual why;
  std::string full_name;  ///< empty where its tables do not tell
  std::vector<std::string> folded_names;
  bool is_bold = false;
  bool is_italic = false;
};

/// The warning that such a face is passed over.
[[nodiscard]] Diagnostic passed_over(const DamagedFace& face);

/// What `find` found.
struct FoundFace {
  std::shared_ptr<const Face> face;
  Match match = Match::substitute;
  bool lacks_style = false;          ///< the family is there, but not in this weight and slope
  std::string twin = {};             ///< of its widths, which stands in for the family, and it is that which lacks it
  std::vector<DamagedFace> damaged;  ///< nearer ones that turned out to be damaged
};

/// One line of `krut fonts`.
struct FaceSummary {
  std::string family;
  std::string full_name;
  std::string path;
  bool is_bold = false;
  bool is_italic = false;
  std::string licence;  ///< from the file's name table; may be empty
};

/// The faces of the folders given, in order: an earlier folder wins. Immutable after loading, shared by renders.
class FontLibrary {
 public:
  /// Reads every .ttf, .otf and .ttc below the folders (sorted by name, so that the order never depends on the disk).
  /// What is damaged or cannot be read is a warning and passed over; what is inside a face is judged when it is first
  /// used. A folder given that cannot be read throws `Error`
  /// (resource_missing).
  static std::shared_ptr<const FontLibrary> load(const std::vector<std::string>& folders, Diagnostics& diagnostics);
  ~FontLibrary();

  /// The face for a request: the same folded family (case, spaces and ๙/9 ignored) first, in it the weight and slope as
  /// CSS Fonts 4, 5.2 chooses; then the family that is metric-compatible with it, then any face with Thai letters. Null
  /// only when the library has no sound face.
  [[nodiscard]] FoundFace find(const FaceRequest& request) const;
  /// Why the very face asked for cannot be used, where a damaged one has its name and style and no sound one does.
  [[nodiscard]] std::optional<Error> damage_of(const FaceRequest& request) const;
  /// The first face that serves in place of one that lacks a character, of the same weight and slope if there is one;
  /// null when none does.
  [[nodiscard]] std::shared_ptr<const Face> fallback(const Face& first,
                                                     const std::function<bool(const Face&)>& serves) const;
  /// Whether the face with this program, when it stands in for letters that others lack, takes the nominal size itself.
  [[nodiscard]] bool has_nominal_size(const model::FontProgram& program) const;
  /// Every face that can be used, each judged now; those that cannot are told.
  [[nodiscard]] std::vector<FaceSummary> list(Diagnostics& diagnostics) const;

 private:
  FontLibrary();
  struct Contents;
  std::unique_ptr<const Contents> contents_;
};

/// The program behind a face.
[[nodiscard]] const std::shared_ptr<const model::FontProgram>& program(const Face& face);
[[nodiscard]] bool has_glyph(const Face& face, char32_t character);
/// Real em on paper for a nominal size: a stand-in may need another size than the family it stands in for.
[[nodiscard]] Length real_size(const Face& face, Length nominal);

}  // namespace krut::text
