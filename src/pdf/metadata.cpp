#include "pdf/metadata.h"

#include "base/civil_time.h"
#include "pdf/syntax.h"

namespace krut::pdf {
namespace {

constexpr std::int64_t thai_offset = 25'200;  // seven hours

/// A word of PDF/UA's own, which PDF/A asks to be explained where it is used.
constexpr std::string_view accessibility_schema =
    R"(<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/")"
    R"( xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">)"
    R"(<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">)"
    R"(<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>)"
    R"(<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>)"
    R"(<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">)"
    R"(<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>)"
    R"(<pdfaProperty:category>internal</pdfaProperty:category>)"
    R"(<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>)"
    R"(</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>)";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + escaped(text) + "</" + std::string(name) + ">";
}

std::string container(std::string_view name, std::string_view kind, std::string_view item_head, std::string_view text) {
  const std::string list = "rdf:" + std::string(kind);
  return "<" + std::string(name) + "><" + list + "><rdf:li" + std::string(item_head) + ">" + escaped(text) +
         "</rdf:li></" + list + "></" + std::string(name) + ">";
}

}  // namespace

std::string pdf_date(std::int64_t seconds) { return "D:" + compact_text(civil_time(seconds, thai_offset)) + "+07'00'"; }

std::string xmp_date(std::int64_t seconds) { return iso_text(civil_time(seconds, thai_offset)) + "+07:00"; }

const std::string& title_of(const model::Pages& pages) {
  static const std::string untitled = "เอกสาร";
  if (!pages.title.empty()) return pages.title;
  return pages.outline.empty() || pages.outline[0].title.empty() ? untitled : pages.outline[0].title;
}

std::string information(const model::Pages& pages, const Options& options) {
  std::string out = "/Title";
  append_text_string(out, title_of(pages));
  if (!pages.author.empty()) {
    out += "/Author";
    append_text_string(out, pages.author);
  }
  if (!options.producer.empty()) {
    out += "/Producer";
    append_text_string(out, options.producer);
  }
  if (options.created_at) {
    for (const char* key : {"/CreationDate", "/ModDate"}) {
      out += key;
      append_text_string(out, pdf_date(*options.created_at));
    }
  }
  return out;
}

std::string xmp_packet(const model::Pages& pages, const Options& options) {
  std::string out = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
  out += R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">)"
         R"(<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/")"
         R"( xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/")"
         R"( xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">)";
  const Standard& standard = options.standard;
  if (standard.archive_part != 0) {
    std::string part;
    append_integer(part, standard.archive_part);
    out += element("pdfaid:part", part) + element("pdfaid:conformance", std::string(1, standard.archive_level));
  }
  if (standard.is_accessible) out += element("pdfuaid:part", "1");
  out += element("dc:format", "application/pdf");
  out += container("dc:title", "Alt", R"( xml:lang="x-default")", title_of(pages));
  if (!pages.author.empty()) out += container("dc:creator", "Seq", "", pages.author);
  out += container("dc:language", "Bag", "", pages.language);
  if (!options.producer.empty()) out += element("pdf:Producer", options.producer);
  if (options.created_at) {
    const std::string date = xmp_date(*options.created_at);
    out += element("xmp:CreateDate", date) + element("xmp:ModifyDate", date) + element("xmp:MetadataDate", date);
  }
  out += "</rdf:Description>";
  if (standard.is_accessible) out += accessibility_schema;
  return out + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace krut::pdf
