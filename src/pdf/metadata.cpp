#include "pdf/metadata.h"

#include "pdf/syntax.h"

namespace krut::pdf {
namespace {

constexpr std::int64_t seconds_per_day = 86'400;
constexpr std::int64_t thai_offset = 7 * 3'600;

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

}  // namespace krut::pdf
