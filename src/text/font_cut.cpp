#include "text/font_cut.h"

#include <hb-subset.h>
#include <hb.h>

#include "text/hb_handles.h"

namespace krut::text {

std::shared_ptr<const model::FontProgram> cut_to(const std::shared_ptr<const model::FontProgram>& program,
                                                 const std::set<char32_t>& characters) {
  const std::string& file = *program->bytes;
  const hb::Blob blob = hb::blob_over(file);
  const hb::Face face(hb_face_create(blob.get(), program->face_index));
  const hb::Input input = hb::new_input();
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const char32_t character : characters) hb_set_add(wanted, character);
  hb_set_add(wanted, U' ');
  hb::take_all(hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID));
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  const hb::Face cut(hb_subset_or_fail(face.get(), input.get()));
  if (cut == nullptr) return program;
  auto smaller = std::make_shared<model::FontProgram>(*program);
  smaller->bytes = std::make_shared<const std::string>(hb::bytes_of(cut));
  smaller->face_index = 0;
  return smaller;
}

}  // namespace krut::text
