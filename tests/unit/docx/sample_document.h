#pragma once

#include <string>
#include <vector>

#include "docx/docx.h"
#include "model/document.h"

/// Documents made by hand, for tests: what the layouts would give.
namespace krut::tests {

/// Indices of the sample's styles.
enum : model::StyleIndex { title_style, field_style, body_style, heading_style, cell_style, head_style, sign_style };

[[nodiscard]] std::vector<model::Style> sample_styles();

/// A span in the format of a style.
[[nodiscard]] model::Span span(const std::string& text, model::StyleIndex style = body_style,
                               const std::string& pointer = {});
[[nodiscard]] model::Block paragraph(std::vector<model::Span> spans, model::StyleIndex style = body_style);
[[nodiscard]] model::Block paragraph(const std::string& text, model::StyleIndex style = body_style);

/// A4 upright with the margins of official papers, or on its side.
[[nodiscard]] model::Section portrait(std::vector<model::Block> blocks);
[[nodiscard]] model::Section landscape(std::vector<model::Block> blocks);

/// A document of one section.
[[nodiscard]] model::Document document_of(std::vector<model::Block> blocks);

/// A cell with one paragraph.
[[nodiscard]] model::Cell cell(const std::string& text, model::StyleIndex style = cell_style);
[[nodiscard]] model::Row row(std::vector<model::Cell> cells);

[[nodiscard]] model::List list(model::MarkerStyle marker, const std::vector<std::string>& texts, int first = 1);

/// A picture of 14 by 15 mm.
[[nodiscard]] model::Image image_of(model::ImageKind kind, const std::string& bytes, const std::string& words);
[[nodiscard]] model::Choice choice(int chosen);
/// A line on dots, as long as two.
[[nodiscard]] model::LabelledLine subject_line();
/// A field of two numbered values.
[[nodiscard]] model::LabelledLine enclosures();
[[nodiscard]] model::Signatures signatures(int columns, int signers);

/// A memo with an attached report: every kind of block, two sections, headers, several pages.
[[nodiscard]] model::Document rich_document();

/// The faces made for the tests, under the family that the sample asks for.
[[nodiscard]] docx::Options sample_options();

}  // namespace krut::tests
