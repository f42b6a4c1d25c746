#include "krut/signature_list.h"

#include "data/signatures_json.h"

namespace krut {

std::vector<api::SignatureField> signature_fields(const model::Pages& pages) {
  std::vector<api::SignatureField> fields;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const model::Page& page = pages.pages[i];
    for (const model::SignatureArea& area : page.signatures) {
      fields.push_back({.field = area.field_name,
                        .signer = area.name,
                        .role = area.role,
                        .position = area.position,
                        .page = i + 1,
                        .page_width = page.width.in_points(),
                        .page_height = page.height.in_points(),
                        .x = area.x.in_points(),
                        .y = (page.height - area.y - area.height).in_points(),
                        .width = area.width.in_points(),
                        .height = area.height.in_points()});
    }
  }
  return fields;
}

std::string json_of(const std::vector<api::SignatureField>& fields) {
  std::vector<data::SignaturePlace> places;
  places.reserve(fields.size());
  for (const api::SignatureField& field : fields) {
    places.push_back({field.field, field.signer, field.role, field.position, field.page, field.page_width,
                      field.page_height, field.x, field.y, field.width, field.height});
  }
  return data::to_json(places);
}

}  // namespace krut
