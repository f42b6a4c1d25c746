#include <libdeflate.h>

#include <algorithm>

#include "base/error.h"
#include "base/limits.h"
#include "base/own_digest.h"
#include "readback/docx_standing.h"
#include "readback/faults.h"
#include "readback/pdf_standing.h"
#include "readback/standing.h"

namespace krut::readback {

namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view pdf_mark = "%PDF-";
constexpr std::size_t mark_room = 1'024;  // where readers look for it (ISO 32000-1, annex H, note 13)

bool is_untouched(std::string_view bytes, const std::optional<DigestPlace>& place) {
  return place && is_as_made(bytes, *place);
}

/// A check sum that is not that of its part was changed too.
bool are_right(std::string_view bytes, const DigestPlace& place) {
  const std::uint32_t sum = libdeflate_crc32(0, bytes.data() + place.part, place.part_size);
  std::string written;
  for (std::size_t i = 0; i < sizeof sum; ++i) written += static_cast<char>(sum >> (8 * i) & 0xFFU);
  return std::all_of(place.check_sums.begin(), place.check_sums.end(),
                     [&](std::size_t at) { return bytes.substr(at, written.size()) == written; });
}

bool is_untouched_docx(std::string_view bytes) {
  const auto place = digest_place_in_docx(bytes);
  return is_untouched(bytes, place) && are_right(bytes, *place);
}

Judgement of(Standing standing) {
  Judgement judgement;
  judgement.standing = standing;
  return judgement;
}

/// The list of signature fields, which has little to be told about.
Judgement judge_json(std::string_view bytes) {
  const auto place = digest_place_in_json(bytes);
  if (!place) return {};
  return of(is_as_made(bytes, *place) ? Standing::untouched : Standing::edited);
}

/// `mark` is where the PDF begins: behind what a mail gateway put before it.
Judgement judged_pdf(std::string_view bytes, std::size_t mark, const Budget& budget) {
  const std::string_view pdf = bytes.substr(mark);
  if (mark == 0 && is_untouched(pdf, digest_place_in_pdf(pdf))) return of(Standing::untouched);
  try {
    Judgement judgement = judge_pdf(pdf, budget);
    if (mark > 0 && judgement.standing == Standing::untouched) judgement.standing = Standing::edited;
    return judgement;
  } catch (const Fault&) {
    return of(original_in(pdf).empty() ? Standing::foreign : Standing::edited);
  }
}

Judgement judged(std::string_view bytes, const Budget& budget) {
  if (bytes.empty()) return of(Standing::empty);
  if (bytes.size() > limits::paper_bytes) return {};
  if (bytes.starts_with(zip_mark)) {
    return is_untouched_docx(bytes) ? of(Standing::untouched) : judge_docx(bytes, budget);
  }
  if (const std::size_t mark = bytes.substr(0, mark_room).find(pdf_mark); mark != std::string_view::npos) {
    return judged_pdf(bytes, mark, budget);
  }
  return bytes.starts_with('{') ? judge_json(bytes) : Judgement{};
}

}  // namespace

Judgement judge(std::string_view bytes, const Budget& budget) {
  try {
    return judged(bytes, budget);
  } catch (const Fault&) {  // damaged, locked, or somebody else's
    return {};
  } catch (const Error&) {  // larger inside than anything of ours, or all that may be spent was
    budget.check();
    return {};
  }
}

}  // namespace krut::readback
