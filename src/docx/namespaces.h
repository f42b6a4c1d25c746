#pragma once

/// Names that the formats fix: XML namespaces, relationship types and content types (ISO/IEC 29500-1 and -2).
namespace krut::docx {

namespace ns {
inline constexpr const char* word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr const char* relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline constexpr const char* compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
inline constexpr const char* word_2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
inline constexpr const char* word_drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
inline constexpr const char* word_shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
inline constexpr const char* drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
inline constexpr const char* picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
inline constexpr const char* svg = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
inline constexpr const char* custom_data = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
inline constexpr const char* extended_properties =
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
inline constexpr const char* custom_properties =
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
inline constexpr const char* property_types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
inline constexpr const char* core_properties =
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
/// Ours: the data inside a file.
inline constexpr const char* source = "urn:krut:source:1";
}  // namespace ns

/// Types of relationships; each names what the target is.
namespace relation {
inline constexpr const char* document =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
inline constexpr const char* core =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
inline constexpr const char* extended =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties";
inline constexpr const char* custom =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";
inline constexpr const char* styles = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
inline constexpr const char* numbering =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering";
inline constexpr const char* settings = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings";
inline constexpr const char* font_table =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";
inline constexpr const char* font = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font";
inline constexpr const char* header = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header";
inline constexpr const char* footer = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer";
inline constexpr const char* image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
inline constexpr const char* custom_data =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
inline constexpr const char* custom_data_properties =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps";
}  // namespace relation

namespace content_type {
inline constexpr const char* document =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
inline constexpr const char* styles = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
inline constexpr const char* numbering = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";
inline constexpr const char* settings = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml";
inline constexpr const char* font_table =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
inline constexpr const char* header = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
inline constexpr const char* footer = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";
inline constexpr const char* core = "application/vnd.openxmlformats-package.core-properties+xml";
inline constexpr const char* extended = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
inline constexpr const char* custom = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
inline constexpr const char* custom_data_properties =
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
inline constexpr const char* obfuscated_font = "application/vnd.openxmlformats-officedocument.obfuscatedFont";
}  // namespace content_type

/// Where the parts lie that others refer to.
namespace part {
inline constexpr const char* document = "word/document.xml";
inline constexpr const char* font_table = "word/fontTable.xml";
}  // namespace part

}  // namespace krut::docx
