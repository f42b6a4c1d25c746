#include "pdf/font_program.h"

#include <hb-subset.h>
#include <hb.h>

#include <initializer_list>
#include <new>

#include "base/error.h"
#include "base/spare_memory.h"

namespace krut::pdf {
namespace {

constexpr hb_tag_t cff_tag = HB_TAG('C', 'F', 'F', ' ');
constexpr int thousand = 1'000;
constexpr std::size_t bytes_of_a_subset = 4U << 20U;  ///< more than cutting a font of an office takes

template <auto destroy>
struct Destroy {
  template <typename T>
  void operator()(T* thing) const {
    destroy(thing);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<&hb_blob_destroy>>;
using FaceHandle = std::unique_ptr<hb_face_t, Destroy<&hb_face_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroy<&hb_subset_input_destroy>>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, Destroy<&hb_subset_plan_destroy>>;

std::string_view bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  return {data, size};
}

[[noreturn]] void fail(const model::FontProgram& program) { throw damaged_font(program); }

/// Runs `work`, which reads tables of the font; what is wrong with one of them is told of this font by name.
template <typename Work>
auto reading(const model::FontProgram& program, Work work) {
  try {
    return work();
  } catch (const Error& error) {
    if (error.diagnostic().code == bad_tables) fail(program);
    throw;
  }
}

/// HarfBuzz does not say whether the font is at fault or memory was short.
[[noreturn]] void fail_to_cut(const model::FontProgram& program) {
  expect_memory(bytes_of_a_subset);
  fail(program);
}

/// Tables that shaping, naming or screens need and a PDF does not.
constexpr std::initializer_list<hb_tag_t> unneeded_tables = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'),
    HB_TAG('g', 'a', 's', 'p'), HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('D', 'S', 'I', 'G'),
};

}  // namespace

Error damaged_font(const model::FontProgram& program) {
  const std::string name = '"' + program.full_name + '"';
  return {ErrorKind::resource_missing,
          "font.damaged",
          {"แบบอักษร " + name + " เสียหาย จึงฝังลงใน PDF ไม่ได้",
           "the font " + name + " is damaged and cannot be embedded in a PDF"},
          {"แทนด้วยไฟล์ที่สมบูรณ์ หรือลบออกเพื่อใช้แบบอักษรอื่นแทน",
           "replace it with a sound file, or remove it to let another font stand in"},
          program.file};
}

text::OutsideFace face_of(const model::FontProgram& program) {
  try {
    return {*program.bytes, program.face_index};
  } catch (const text::FontDamage&) {
    fail(program);
  }
}

struct EmbeddableFont::Face {
  FaceHandle handle;
};

EmbeddableFont::EmbeddableFont(std::shared_ptr<const model::FontProgram> program)
    : program_(std::move(program)), face_(std::make_unique<Face>()) {
  if (!program_->may_be_embedded) {
    throw Error(ErrorKind::conformance, "pdf.font-not-embeddable",
                {"ผู้สร้างฟอนต์ " + program_->full_name + " ไม่อนุญาตให้ฝังฟอนต์ในเอกสาร",
                 "the makers of the font " + program_->full_name + " forbid embedding it in documents"},
                {"ใช้ฟอนต์อื่น", "use another font"});
  }
  const Blob blob(hb_blob_create(program_->bytes->data(), static_cast<unsigned>(program_->bytes->size()),
                                 HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  face_->handle.reset(hb_face_create(blob.get(), program_->face_index));
  if (hb_face_get_glyph_count(face_->handle.get()) == 0) fail(*program_);
  const text::OutsideFace face = face_of(*program_);
  advances_ = face.advances();
  measures_ = face.measures();
}

EmbeddableFont::~EmbeddableFont() = default;
EmbeddableFont::EmbeddableFont(EmbeddableFont&&) noexcept = default;

FaceMetrics EmbeddableFont::metrics() const {
  const auto thousandths = [&](int units) { return units * thousand / measures_.units_per_em; };
  FaceMetrics metrics;
  metrics.ascent = thousandths(measures_.ascent);
  metrics.descent = thousandths(measures_.descent);
  constexpr int usual_share = 700;  // of the ascent, where the face does not tell
  const int capital_height = thousandths(measures_.capital_height);
  metrics.capital_height = capital_height > 0 ? capital_height : metrics.ascent * usual_share / thousand;
  metrics.italic_angle = measures_.italic_angle;
  for (std::size_t i = 0; i < metrics.box.size(); ++i) metrics.box.at(i) = thousandths(measures_.box.at(i));
  return metrics;
}

SubsetProgram EmbeddableFont::subset(const std::vector<std::uint32_t>& glyphs,
                                     std::vector<Composite> composites) const {
  const SubsetInput input(hb_subset_input_create_or_fail());
  if (input == nullptr) throw std::bad_alloc();
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  for (const std::uint32_t glyph : glyphs) hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
  if (!hb_set_allocation_successful(hb_subset_input_glyph_set(input.get()))) throw std::bad_alloc();
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : unneeded_tables) hb_set_add(dropped, tag);
  const SubsetPlan plan(hb_subset_plan_create_or_fail(face_->handle.get(), input.get()));
  if (plan == nullptr) fail_to_cut(*program_);
  const FaceHandle cut(hb_subset_plan_execute_or_fail(plan.get()));
  if (cut == nullptr) fail_to_cut(*program_);
  const hb_map_t* new_ids = hb_subset_plan_old_to_new_glyph_mapping(plan.get());

  SubsetProgram out;
  for (const std::uint32_t glyph : glyphs) out.glyph_of.push_back(hb_map_get(new_ids, glyph));
  out.first_composite = hb_face_get_glyph_count(cut.get());
  if (!program_->has_glyf_outlines) {
    const Blob cff(hb_face_reference_table(cut.get(), cff_tag));
    out.bytes = std::string(bytes_of(cff.get()));
    if (out.bytes.empty()) fail(*program_);
    return out;
  }
  for (Composite& composite : composites) {
    for (PlacedGlyph& part : composite.glyphs) part.id = hb_map_get(new_ids, part.id);
  }
  const Blob blob(hb_face_reference_blob(cut.get()));
  out.bytes = reading(*program_, [&] { return with_composites(bytes_of(blob.get()), composites); });
  return out;
}

}  // namespace krut::pdf
