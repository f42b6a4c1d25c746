#include "krut/paper_weight.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/limits.h"
#include "krut/each_image.h"

namespace krut::api {

namespace {

/// "23.4 MB"
std::string megabytes(std::size_t bytes) {
  constexpr std::size_t tenth = 100'000;
  const std::size_t tenths = (bytes + tenth / 2) / tenth;
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " MB";
}

/// A resolution that is worth a try: good prints, then good screens.
std::string proposed_dpi(const Request& request) {
  constexpr int of_prints = 200;
  constexpr int of_screens = 110;
  const bool has_tried = request.image_dpi && *request.image_dpi <= of_prints;
  return "--image-dpi " + std::to_string(has_tried ? of_screens : of_prints);
}

}  // namespace

std::size_t bytes_of_pictures(const model::Document& document) {
  std::set<const std::string*> counted;
  std::size_t bytes = 0;
  for_each_image(document, [&](const model::Image& image) {
    if (counted.insert(image.bytes.get()).second) bytes += image.bytes->size();
  });
  return bytes;
}

std::optional<krut::Diagnostic> large_paper(const PaperWeight& weight, const Request& request) {
  const std::size_t heaviest = std::max({weight.pictures, weight.pdf, weight.docx});
  if (heaviest <= limits::large_paper) return std::nullopt;
  Bilingual what = {"ภาพรวมกันใหญ่ " + megabytes(weight.pictures), "the pictures come to " + megabytes(weight.pictures)};
  if (heaviest == weight.pdf) what = {"PDF ใหญ่ " + megabytes(weight.pdf), "the PDF has " + megabytes(weight.pdf)};
  if (heaviest == weight.docx) what = {"DOCX ใหญ่ " + megabytes(weight.docx), "the DOCX has " + megabytes(weight.docx)};
  const std::string most = megabytes(limits::large_paper) + " (large_paper)";
  krut::Diagnostic told{.code = "paper.large",
                        .severity = krut::Severity::warning,
                        .message = {what.thai + " เกิน " + most + " ระบบรับส่งเอกสารอาจไม่รับ",
                                    what.english + ", more than " + most + ": mail and e-office systems may refuse it"},
                        .hint = {"แบ่งเป็นหลายฉบับ", "make several papers of it"}};
  if (weight.pictures * 2 > heaviest) {
    const std::string option = proposed_dpi(request);
    told.hint = {"ย่อภาพด้วย " + option, "scale its pictures down with " + option};
  }
  return told;
}

}  // namespace krut::api
