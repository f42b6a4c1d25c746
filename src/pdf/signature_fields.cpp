#include "pdf/signature_fields.h"

namespace krut::pdf {
namespace {

constexpr int printed = 4;  // annotation flag: ISO 19005-3, 6.3.2
constexpr int signatures_exist = 1;

void append_box(std::string& out, Length left, Length bottom, Length right, Length top) {
  out += '[';
  for (const Length edge : {left, bottom, right, top}) {
    append_points(out, edge);
    out += ' ';
  }
  out += ']';
}

/// An appearance is required and there is nothing to see yet.
Reference empty_appearance(ObjectFile& file, const model::SignatureArea& area) {
  std::string entries = "/Type/XObject/Subtype/Form/Resources<<>>/BBox";
  append_box(entries, {}, {}, area.width, area.height);
  return file.add_packed_stream(entries, "");
}

}  // namespace

void SignatureFields::add(ObjectFile& file, TagTree& tags, const model::Pages& pages, std::size_t page,
                          const std::vector<Reference>& page_references) {
  const model::Page& source = pages.pages[page];
  for (const model::SignatureArea& area : source.signatures) {
    const Reference field = file.reserve();
    fields_.push_back({page, field});
    std::string body = "/Type/Annot/Subtype/Widget/FT/Sig/T";
    append_text_string(body, area.field_name);
    for (const char* key : {"/TU", "/Contents"}) {
      body += key;
      append_text_string(body, area.description.empty() ? area.field_name : area.description);
    }
    body += "/Rect";
    append_box(body, area.x, source.height - area.y - area.height, area.x + area.width, source.height - area.y);
    body += "/F ";
    append_integer(body, printed);
    body += "/P ";
    append_reference(body, page_references[page]);
    body += "/StructParent ";
    append_integer(body, static_cast<std::int64_t>(tags.add_widget(pages.pages.size(), page, area.node, field)));
    body += "/AP<</N ";
    append_reference(body, empty_appearance(file, area));
    file.fill(field, body + ">>");
  }
}

std::string SignatureFields::annotations(std::size_t page) const {
  std::string out;
  for (const Field& field : fields_) {
    if (field.page != page) continue;
    out += out.empty() ? "/Annots[" : " ";
    append_reference(out, field.reference);
  }
  return out.empty() ? out : out + "]";
}

std::string SignatureFields::form() const {
  if (fields_.empty()) return {};
  std::string out = "/AcroForm<</SigFlags ";
  append_integer(out, signatures_exist);
  out += "/Fields[";
  for (const Field& field : fields_) {
    append_reference(out, field.reference);
    out += ' ';
  }
  return out + "]>>";
}

}  // namespace krut::pdf
