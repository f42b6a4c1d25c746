#include "pdf/metadata.h"

#include "pdf/syntax.h"

namespace krut::pdf {
namespace {

constexpr std::int64_t seconds_per_day = 86'400;
constexpr std::int64_t thai_offset = 25'200;  // seven hours

struct Moment {
  std::int64_t year, month, day, hour, minute, second;
};

/// Gregorian date of a day counted from 1970-01-01, by eras of 400 years that start on 1 March.
Moment moment_of(std::int64_t seconds) {
  const std::int64_t local = seconds + thai_offset;
  std::int64_t days = local / seconds_per_day;
  std::int64_t rest = local % seconds_per_day;
  if (rest < 0) {
    rest += seconds_per_day;
    --days;
  }
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
  const std::int64_t day_of_era = shifted - era * 146'097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0),
          month,
          day_of_year - (153 * month_from_march + 2) / 5 + 1,
          rest / 3'600,
          rest / 60 % 60,
          rest % 60};
}

void append_padded(std::string& out, std::int64_t value, std::size_t width) {
  std::string digits;
  append_integer(digits, value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

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

std::string pdf_date(std::int64_t seconds) {
  const Moment moment = moment_of(seconds);
  std::string out = "D:";
  append_padded(out, moment.year, 4);
  for (const std::int64_t part : {moment.month, moment.day, moment.hour, moment.minute, moment.second}) {
    append_padded(out, part, 2);
  }
  return out + "+07'00'";
}

std::string xmp_date(std::int64_t seconds) {
  const Moment moment = moment_of(seconds);
  std::string out;
  append_padded(out, moment.year, 4);
  const std::int64_t parts[] = {moment.month, moment.day, moment.hour, moment.minute, moment.second};
  for (std::size_t i = 0; i < 5; ++i) {
    out += "--T::"[i];
    append_padded(out, parts[i], 2);
  }
  return out + "+07:00";
}

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
