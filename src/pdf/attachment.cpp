#include "pdf/attachment.h"

#include "base/md5.h"
#include "model/about.h"
#include "pdf/deflater.h"
#include "pdf/metadata.h"

namespace krut::pdf {
namespace {

/// One file inside the file. Names and relations are what src/readback looks for.
struct Attachment {
  std::string_view name;
  std::string_view relation;  ///< AFRelationship
  std::string_view description;
  const PackedFile& content;
};

Reference add_file(ObjectFile& file, const Attachment& attachment, const Options& options) {
  std::string entries = "/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size ";
  append_integer(entries, static_cast<std::int64_t>(attachment.content.size));
  if (options.created_at) {
    entries += "/ModDate";
    append_text_string(entries, pdf_date(*options.created_at));
  }
  entries += "/CheckSum";
  append_hex_string(entries, attachment.content.md5);
  const Reference bytes = file.add_stream(entries + ">>/Filter/FlateDecode", attachment.content.packed);

  std::string specification = "/Type/Filespec/AFRelationship/";
  specification += attachment.relation;
  for (const char* key : {"/F", "/UF"}) {
    specification += key;
    append_text_string(specification, attachment.name);
  }
  specification += "/Desc";
  append_text_string(specification, attachment.description);
  specification += "/EF<<";
  for (const char* key : {"/F ", "/UF "}) {
    specification += key;
    append_reference(specification, bytes);
  }
  return file.add(specification + ">>");
}

}  // namespace

PackedFile packed_file(std::string_view bytes) {
  Deflater deflater;
  const auto sum = md5(bytes);
  return {std::string(deflater.pack(bytes)), bytes.size(), {reinterpret_cast<const char*>(sum.data()), sum.size()}};
}

std::string attach_source(ObjectFile& file, const model::Provenance& provenance, const std::string& page_sums,
                          const Options& options) {
  if (provenance.data.empty()) return {};
  const std::string told =
      model::about_json(provenance, options.producer, {{"page_sums", model::json_string(page_sums)}});
  const PackedFile data = options.packed_source ? PackedFile() : packed_file(provenance.data);
  const PackedFile about = packed_file(told);
  const Attachment attachments[] = {{"data.json", "Source", "The data that this document was made from",
                                     options.packed_source ? *options.packed_source : data},
                                    {"krut.json", "Supplement", "Program and layout that made this document", about}};
  std::string associated;
  std::string names;  // in the order of the names, as a name tree asks
  for (const Attachment& attachment : attachments) {
    const Reference reference = add_file(file, attachment, options);
    append_reference(associated, reference);
    associated += ' ';
    append_text_string(names, attachment.name);
    append_reference(names, reference);
    names += ' ';
  }
  return "/AF[" + associated + "]/Names<</EmbeddedFiles<</Names[" + names + "]>>>>";
}

}  // namespace krut::pdf
