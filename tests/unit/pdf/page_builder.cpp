#include "unit/pdf/page_builder.h"

#include <hb-ot.h>
#include <hb.h>

#include <stdexcept>

#include "base/files.h"
#include "base/limits.h"
#include "base/utf8.h"

namespace krut::pdf::test {
namespace {

constexpr Length pitch = Length::points(18.1);
constexpr Length left = Length::millimetres(30);
constexpr Length top = Length::millimetres(25);
constexpr std::size_t lines_per_page = 36;

template <auto destroy>
struct Destroy {
  template <typename T>
  void operator()(T* thing) const {
    destroy(thing);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<&hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<&hb_face_destroy>>;
using Font = std::unique_ptr<hb_font_t, Destroy<&hb_font_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Destroy<&hb_buffer_destroy>>;

Face open_face(const std::string& bytes) {
  const Blob blob(
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  return Face(hb_face_create(blob.get(), 0));
}

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  char text[128] = "";
  unsigned size = sizeof text;
  hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, text);
  return text;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  const Blob blob(hb_face_reference_table(face, tag));
  return hb_blob_get_length(blob.get()) > 0;
}

std::shared_ptr<model::ShapedText> shape_run(const std::shared_ptr<const model::FontProgram>& program,
                                             const std::string& text, bool is_thai) {
  const Face face = open_face(*program->bytes);
  const Font font(hb_font_create(face.get()));
  const Buffer buffer(hb_buffer_create());
  hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
  hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(), is_thai ? HB_SCRIPT_THAI : HB_SCRIPT_LATIN);
  const hb_feature_t features[] = {{HB_TAG('k', 'e', 'r', 'n'), 0, 0, HB_FEATURE_GLOBAL_END},
                                   {HB_TAG('l', 'i', 'g', 'a'), 0, 0, HB_FEATURE_GLOBAL_END}};
  hb_shape(font.get(), buffer.get(), features, 2);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  auto shaped = std::make_shared<model::ShapedText>();
  shaped->font = program;
  shaped->text = text;
  for (unsigned i = 0; i < count; ++i) {
    if (i == 0 || infos[i].cluster != infos[i - 1].cluster) shaped->clusters.push_back({infos[i].cluster, 0, i, 0, 0});
    model::Cluster& cluster = shaped->clusters.back();
    ++cluster.glyph_count;
    cluster.advance += positions[i].x_advance;
    shaped->glyphs.push_back(
        {infos[i].codepoint, positions[i].x_advance, positions[i].x_offset, positions[i].y_offset});
    shaped->advance += positions[i].x_advance;
  }
  for (std::size_t i = 0; i < shaped->clusters.size(); ++i) {
    const std::size_t end = i + 1 < shaped->clusters.size() ? shaped->clusters[i + 1].text_begin : shaped->text.size();
    shaped->clusters[i].text_size = static_cast<std::uint32_t>(end - shaped->clusters[i].text_begin);
  }
  return shaped;
}

}  // namespace

std::shared_ptr<const model::FontProgram> load_program(const std::string& path) {
  auto program = std::make_shared<model::FontProgram>();
  program->bytes = std::make_shared<const std::string>(files::read_whole(path, limits::font_bytes));
  const Face face = open_face(*program->bytes);
  program->family = name_of(face.get(), HB_OT_NAME_ID_FONT_FAMILY);
  program->full_name = name_of(face.get(), HB_OT_NAME_ID_FULL_NAME);
  program->postscript_name = name_of(face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME);
  program->units_per_em = static_cast<int>(hb_face_get_upem(face.get()));
  program->is_bold = path.find("Bold") != std::string::npos;
  program->is_italic = path.find("Italic") != std::string::npos;
  program->has_glyf_outlines = has_table(face.get(), HB_TAG('g', 'l', 'y', 'f'));
  return program;
}

std::shared_ptr<const model::FontProgram> built_face(const std::string& style) {
  return load_program(std::string(KRUT_FONT_FOLDER) + "/KrutSarabun" + style + ".ttf");
}

std::vector<std::shared_ptr<const model::ShapedText>> shape(const std::shared_ptr<const model::FontProgram>& font,
                                                            const std::string& text) {
  std::vector<std::shared_ptr<const model::ShapedText>> runs;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_thai = utf8::is_thai(utf8::decode(text, at).character);
    while (at < text.size()) {
      const auto [character, size] = utf8::decode(text, at);
      if (utf8::is_thai(character) != is_thai) break;
      at += size;
    }
    runs.push_back(shape_run(font, text.substr(begin, at - begin), is_thai));
    begin = at;
  }
  return runs;
}

model::TextLine line(const std::shared_ptr<const model::FontProgram>& font, const std::string& text, Length x,
                     Length baseline, Length size, Length cluster_spacing) {
  model::TextLine out;
  out.owner.node = paragraph_node;
  out.baseline = baseline;
  out.is_spread = cluster_spacing > Length();
  for (const auto& run : shape(font, text)) {
    model::TextPiece piece;
    piece.shape = run;
    piece.x = x;
    piece.size = size;
    piece.cluster_spacing = cluster_spacing;
    x += size.scaled(run->advance, font->units_per_em) +
         cluster_spacing * static_cast<std::int64_t>(run->clusters.size());
    out.pieces.push_back(std::move(piece));
  }
  return out;
}

model::Page empty_page(const std::string& label) {
  model::Page page;
  page.width = Length::millimetres(210);
  page.height = Length::millimetres(297);
  page.label = label;
  return page;
}

model::Pages document(const std::string& title) {
  model::Pages pages;
  pages.title = title;
  pages.author = "องค์การบริหารส่วนตำบลตัวอย่าง";
  pages.structure.resize(3);
  pages.structure[1].role = model::Role::section;
  pages.structure[2].role = model::Role::paragraph;
  pages.structure[2].parent = 1;
  return pages;
}

model::Pages lines_document(const std::shared_ptr<const model::FontProgram>& font,
                            const std::vector<std::string>& texts, Length size, Length cluster_spacing) {
  model::Pages pages = document();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i % lines_per_page == 0) pages.pages.push_back(empty_page(std::to_string(pages.pages.size() + 1)));
    const Length baseline = top + pitch * static_cast<std::int64_t>(i % lines_per_page);
    model::TextLine text_line = line(font, texts[i], left, baseline, size, cluster_spacing);
    model::StructureNode node;
    node.role = model::Role::paragraph;
    node.parent = 1;
    text_line.owner.node = static_cast<model::NodeIndex>(pages.structure.size());
    pages.structure.push_back(node);
    pages.pages.back().marks.emplace_back(std::move(text_line));
  }
  return pages;
}

}  // namespace krut::pdf::test
