#include "text/font_instance.h"

#include <hb-subset.h>
#include <hb.h>

#include "base/spare_memory.h"
#include "text/hb_handles.h"

namespace krut::text {

namespace {

constexpr std::size_t bytes_of_an_instance = 8U << 20U;  ///< more than making one takes

/// All glyphs, characters, features and names.
hb::Input whole_font() {
  hb::Input input = hb::new_input();
  hb::take_all(hb_subset_input_glyph_set(input.get()));
  hb::take_all(hb_subset_input_unicode_set(input.get()));
  for (const hb_subset_sets_t kind : {HB_SUBSET_SETS_LAYOUT_FEATURE_TAG, HB_SUBSET_SETS_NAME_ID}) {
    hb::take_all(hb_subset_input_set(input.get(), kind));
  }
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

}  // namespace

std::string instance_of(std::string_view file, unsigned index, const std::vector<AxisPlace>& places) {
  const hb::Blob blob = hb::blob_over(file);
  const hb::Face face(hb_face_create(blob.get(), index));
  const hb::Input input = whole_font();
  bool is_pinned = true;
  for (const AxisPlace& place : places) {
    is_pinned = is_pinned && hb_subset_input_pin_axis_location(input.get(), face.get(), place.tag, place.value) != 0;
  }
  const hb::Face instance(is_pinned ? hb_subset_or_fail(face.get(), input.get()) : nullptr);
  if (instance == nullptr) {
    expect_memory(bytes_of_an_instance);  // HarfBuzz does not say whether the font is at fault
    throw FontDamage{
        {"เป็นแบบอักษรแปรผันชนิดที่แยกน้ำหนักออกมาไม่ได้", "it is a variable font of a kind whose weights cannot be taken out"}};
  }
  return hb::bytes_of(instance);
}

}  // namespace krut::text
