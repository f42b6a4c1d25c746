#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "model/page.h"
#include "pdf/cid_font.h"
#include "pdf/drawn_font.h"

namespace krut::pdf {

/// A code that text operators must place by themselves, because its font takes no composites.
struct LooseCode {
  Code code = 0;
  std::int64_t width = 0;  ///< thousandths of an em
  std::int32_t x = 0;      ///< font units from where shaping put the pen
  std::int32_t y = 0;
  std::int32_t pen = 0;  ///< font units from the cluster's start
};

/// A cluster as codes.
struct EncodedCluster {
  std::uint32_t operand_end = 0;  ///< into EncodedShape::operand; it starts where the one before it ends
  std::uint32_t mark_begin = 0;  ///< into the operand: where its marks' code stands when it ends with one, else its end
  std::int32_t advance = 0;      ///< as shaped, in font units
  std::int64_t width = 0;        ///< as its codes move the pen, in thousandths of an em
  std::vector<LooseCode> loose;  ///< in place of the operand, only when some glyph stands off the pen
  std::string text;              ///< of loose codes, for /ActualText
};

/// A shaped text as codes of a font of this document.
struct EncodedShape {
  std::size_t font = 0;  ///< index into the book
  int units_per_em = 0;
  std::string operand;  ///< the inside of a literal string
  std::vector<EncodedCluster> clusters;
  std::int64_t width = 0;        ///< of all its codes, in thousandths of an em
  std::int32_t least_drift = 0;  ///< how far the codes fall behind shaping before any cluster, in millionths of an em
  std::int32_t most_drift = 0;   ///< how far they run ahead
  bool has_loose_code = false;
};

/// The fonts of a document and the texts set with them, each encoded once.
class FontBook {
 public:
  /// `is_strict`: a font that may not be embedded, or that lacks a letter, is refused; else its letters are drawn.
  explicit FontBook(bool is_strict = true) : is_strict_(is_strict) {}

  /// The shape is kept, so that it is known again by its address. `opening`: how many thousandths of an em of the room
  /// behind a cluster its codes take in themselves, see `open`.
  [[nodiscard]] const EncodedShape& encode(const std::shared_ptr<const model::ShapedText>& shape,
                                           std::int32_t opening = 0);

  /// Writes every font; the entries of a /Font resource dictionary.
  [[nodiscard]] std::string write(ObjectFile& file) const;

  /// Name of a font in the resources.
  static void append_name(std::string& out, std::size_t font);

 private:
  [[nodiscard]] std::size_t font_for(const std::shared_ptr<const model::FontProgram>& program);
  [[nodiscard]] std::size_t drawn_font_for(const model::ShapedText& shape);
  void encode_drawn(EncodedShape& out, const model::ShapedText& shape);
  void encode_into(EncodedShape& out, const model::ShapedText& shape, std::int32_t opening);

  bool is_strict_;
  using Font = std::variant<std::unique_ptr<CidFont>, std::unique_ptr<DrawnFont>>;
  std::vector<Font> fonts_;
  std::unordered_map<const model::FontProgram*, std::size_t> font_by_program_;  // of drawn ones, the last
  std::unordered_map<std::shared_ptr<const model::ShapedText>, EncodedShape> encoded_;
  std::map<std::pair<std::shared_ptr<const model::ShapedText>, std::int32_t>, EncodedShape>
      opened_;  ///< those with an opening
};

}  // namespace krut::pdf
