#include "pdf/attachment.h"

#include "pdf/metadata.h"

namespace krut::pdf {
namespace {

constexpr std::string_view file_name = "data.json";

std::string description(const model::Provenance& provenance, const Options& options) {
  std::string out = "Source data; layout " + provenance.layout_name;
  if (!provenance.layout_version.empty()) out += " version " + provenance.layout_version;
  if (!options.producer.empty()) out += "; " + options.producer;
  return out;
}

}  // namespace

std::string attach_source(ObjectFile& file, const model::Provenance& provenance, const Options& options) {
  if (provenance.data.empty()) return {};
  std::string entries = "/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size ";
  append_integer(entries, static_cast<std::int64_t>(provenance.data.size()));
  if (options.created_at) {
    entries += "/ModDate";
    append_text_string(entries, pdf_date(*options.created_at));
  }
  const auto sum = md5(provenance.data);
  entries += "/CheckSum";
  append_hex_string(entries, {reinterpret_cast<const char*>(sum.data()), sum.size()});
  const Reference bytes = file.add_packed_stream(entries + ">>", provenance.data);

  std::string specification = "/Type/Filespec/AFRelationship/Source";
  for (const char* key : {"/F", "/UF"}) {
    specification += key;
    append_text_string(specification, file_name);
  }
  specification += "/Desc";
  append_text_string(specification, description(provenance, options));
  specification += "/EF<<";
  for (const char* key : {"/F ", "/UF "}) {
    specification += key;
    append_reference(specification, bytes);
  }
  const Reference reference = file.add(specification + ">>");
  std::string out = "/AF[";
  append_reference(out, reference);
  out += "]/Names<</EmbeddedFiles<</Names[";
  append_text_string(out, file_name);
  out += ' ';
  append_reference(out, reference);
  return out + "]>>>>";
}

}  // namespace krut::pdf
