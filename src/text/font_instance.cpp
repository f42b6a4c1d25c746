#include "text/font_instance.h"

#include <hb-subset.h>
#include <hb.h>

#include <memory>
#include <new>

#include "base/spare_memory.h"

namespace krut::text {

namespace {

constexpr std::size_t bytes_of_an_instance = 8U << 20U;  ///< more than making one takes

template <auto destroy>
struct Destroy {
  template <typename T>
  void operator()(T* thing) const {
    destroy(thing);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<&hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<&hb_face_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroy<&hb_subset_input_destroy>>;

void take_all(hb_set_t* set) {
  hb_set_clear(set);
  hb_set_invert(set);
}

/// All glyphs, characters, features and names.
Input whole_font() {
  Input input(hb_subset_input_create_or_fail());
  if (input == nullptr) throw std::bad_alloc();
  take_all(hb_subset_input_glyph_set(input.get()));
  take_all(hb_subset_input_unicode_set(input.get()));
  for (const hb_subset_sets_t kind : {HB_SUBSET_SETS_LAYOUT_FEATURE_TAG, HB_SUBSET_SETS_NAME_ID}) {
    take_all(hb_subset_input_set(input.get(), kind));
  }
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

}  // namespace

std::string instance_of(std::string_view file, unsigned index, const std::vector<AxisPlace>& places) {
  const Blob blob(
      hb_blob_create(file.data(), static_cast<unsigned>(file.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  const Face face(hb_face_create(blob.get(), index));
  const Input input = whole_font();
  bool is_pinned = true;
  for (const AxisPlace& place : places) {
    is_pinned = is_pinned && hb_subset_input_pin_axis_location(input.get(), face.get(), place.tag, place.value) != 0;
  }
  const Face instance(is_pinned ? hb_subset_or_fail(face.get(), input.get()) : nullptr);
  if (instance == nullptr) {
    expect_memory(bytes_of_an_instance);  // HarfBuzz does not say whether the font is at fault
    throw FontDamage{
        {"เป็นแบบอักษรแปรผันชนิดที่แยกน้ำหนักออกมาไม่ได้", "it is a variable font of a kind whose weights cannot be taken out"}};
  }
  const Blob bytes(hb_face_reference_blob(instance.get()));
  unsigned size = 0;
  const char* data = hb_blob_get_data(bytes.get(), &size);
  return {data, size};
}

}  // namespace krut::text
