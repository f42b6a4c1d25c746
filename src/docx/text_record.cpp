#include "docx/text_record.h"

#include "model/said_text.h"

namespace krut::docx {

namespace {

/// XML readers refuse longer texts.
constexpr std::size_t longest_text = 4U << 20;

void write_lines(Xml& xml, const char* name, std::string_view lines) {
  while (!lines.empty()) {
    std::size_t size = lines.size();
    if (size > longest_text) {
      const std::size_t end = lines.rfind('\n', longest_text);
      size = (end == std::string_view::npos ? lines.find('\n') : end) + 1;  // every line ends with one
    }
    auto element = xml.element(name);
    xml.raw(lines.substr(0, size));
    lines.remove_prefix(size);
  }
}

}  // namespace

void add_lines(std::string_view part, std::string& lines) {
  model::for_each_paragraph(part, [&](const model::SaidParagraph& said) {
    lines += said.escaped;
    lines += '\n';
  });
}

void write_record(Xml& xml, const TextRecord& record) {
  write_lines(xml, "text", record.body);
  write_lines(xml, "margin-text", record.margins);
}

}  // namespace krut::docx
