#pragma once

#include <hb-subset.h>
#include <hb.h>

#include <memory>
#include <new>
#include <string>
#include <string_view>

/// Handles of HarfBuzz for what makes fonts out of fonts.
namespace krut::text::hb {

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

/// Bytes that outlive the blob.
[[nodiscard]] inline Blob blob_over(std::string_view file) {
  return Blob(
      hb_blob_create(file.data(), static_cast<unsigned>(file.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
}

[[nodiscard]] inline Input new_input() {
  Input input(hb_subset_input_create_or_fail());
  if (input == nullptr) throw std::bad_alloc();
  return input;
}

inline void take_all(hb_set_t* set) {
  hb_set_clear(set);
  hb_set_invert(set);
}

[[nodiscard]] inline std::string bytes_of(const Face& face) {
  const Blob bytes(hb_face_reference_blob(face.get()));
  unsigned size = 0;
  const char* data = hb_blob_get_data(bytes.get(), &size);
  return {data, size};
}

}  // namespace krut::text::hb
