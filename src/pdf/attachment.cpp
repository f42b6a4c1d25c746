#include "pdf/attachment.h"

#include "base/md5.h"
#include "model/about.h"
#include "pdf/metadata.h"

namespace krut::pdf {
namespace {

/// One file inside the file. Names and relations are what src/readback looks for.
struct Attachment {
  std::string_view name;
  std::string_view relation;  ///< AFRelationship
  std::string_view description;
  std::string_view bytes;
};

Reference add_file(ObjectFile& file, const Attachment& attachment, const Options& options) {
  std::string entries = "/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size ";
  append_integer(entries, static_cast<std::int64_t>(attachment.bytes.size()));
  if (options.created_at) {
    entries += "/ModDate";
    append_text_string(entries, pdf_date(*options.created_at));
  }
  const auto sum = md5(attachment.bytes);
  entries += "/CheckSum";
  append_hex_string(entries, {reinterpret_cast<const char*>(sum.data()), sum.size()});
  const Reference bytes = file.add_packed_stream(entries + ">>", attachment.bytes);

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

std::string attach_source(ObjectFile& file, const model::Provenance& provenance, const std::string& page_sums,
                          const Options& options) {
  if (provenance.data.empty()) return {};
  const std::string told =
      model::about_json(provenance, options.producer, {{"page_sums", model::json_string(page_sums)}});
  const Attachment attachments[] = {
      {"data.json", "Source", "The data that this document was made from", provenance.data},
      {"krut.json", "Supplement", "Program and layout that made this document", told}};
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
