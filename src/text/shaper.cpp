#include "text/shaper.h"

#include <hb.h>

#include <functional>
#include <new>

#include "base/limits.h"
#include "base/utf8.h"

namespace krut::text {

namespace {

constexpr char32_t no_break_space = 0x00A0;
constexpr char32_t no_break_hyphen = 0x2011;
constexpr unsigned en_space_widths = 2;
constexpr unsigned em_space_widths = 4;

/// Word processors leave kerning off, and their widths are ours. All else is as the font means it: some keep their
/// rules for Thai marks among the ligatures (TH Sarabun New 1.35).
constexpr hb_feature_t no_kerning = {HB_TAG('k', 'e', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};

hb_language_t language_of(Script script) {
  static const hb_language_t thai = hb_language_from_string("th", -1);
  static const hb_language_t english = hb_language_from_string("en", -1);
  return script == HB_SCRIPT_THAI ? thai : english;
}

void add_character(hb_buffer_t* buffer, char32_t character, unsigned cluster) {
  const Drawn drawn = drawn_as(character);
  for (unsigned i = 0; i < drawn.times; ++i) hb_buffer_add(buffer, drawn.character, cluster);
}

void add_clusters(model::ShapedText& shaped, const hb_glyph_info_t* infos, unsigned count) {
  for (unsigned i = 0; i < count; ++i) {
    if (shaped.clusters.empty() || infos[i].cluster != shaped.clusters.back().text_begin) {
      shaped.clusters.push_back({.text_begin = infos[i].cluster, .glyph_begin = i});
    }
    model::Cluster& cluster = shaped.clusters.back();
    ++cluster.glyph_count;
    cluster.advance += shaped.glyphs[i].advance;
  }
  for (std::size_t i = 0; i < shaped.clusters.size(); ++i) {
    const std::size_t end = i + 1 < shaped.clusters.size() ? shaped.clusters[i + 1].text_begin : shaped.text.size();
    shaped.clusters[i].text_size = static_cast<std::uint32_t>(end) - shaped.clusters[i].text_begin;
  }
}

}  // namespace

static_assert(thai_script() == HB_SCRIPT_THAI && latin_script() == HB_SCRIPT_LATIN);

Script script_of_rare(char32_t character) {
  const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), character);
  const bool is_shared = script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
  return is_shared ? Script{0} : Script{script};
}

Drawn drawn_as(char32_t character) {
  if (character == no_break_space) return {' ', 1};
  if (character == no_break_hyphen) return {'-', 1};
  if (character < 0x2000 || character > 0x3000) return {character, 1};
  if (character == 0x3000) return {' ', em_space_widths};
  if (character == 0x2000 || character == 0x2002) return {' ', en_space_widths};
  if (character == 0x2001 || character == 0x2003) return {' ', em_space_widths};
  if (character <= 0x200A || character == 0x202F || character == 0x205F) return {' ', 1};
  return {character, 1};
}

Shaper::Shaper() : buffer_(hb_buffer_create()) {
  // Far more is looked up than kept: short chains are worth their room.
  shaped_.max_load_factor(0.5F);
  if (!hb_buffer_allocation_successful(buffer_)) throw std::bad_alloc();
}

Shaper::~Shaper() { hb_buffer_destroy(buffer_); }

std::size_t Shaper::Hash::operator()(const Key& key) const {
  constexpr std::size_t spread = 0x9E3779B97F4A7C15U;
  const std::size_t font = std::hash<const void*>()(key.font);
  return std::hash<std::string_view>()(key.text) ^ ((font + key.script) * spread);
}

const std::shared_ptr<const model::ShapedText>& Shaper::shape(const OpenedFont& font, Script script,
                                                              std::string_view text) {
  const auto found = shaped_.find({&font, script, text});
  if (found != shaped_.end()) return found->second;
  hb_buffer_clear_contents(buffer_);
  for (std::size_t offset = 0; offset < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, offset);
    add_character(buffer_, decoded.character, static_cast<unsigned>(offset));
    offset += decoded.size;
  }
  auto shaped = shaped_buffer(font, script, std::string(text));
  const Key key{&font, script, shaped->text};
  return shaped_.emplace(key, std::move(shaped)).first->second;
}

std::shared_ptr<const model::ShapedText> Shaper::shape_replaced(const OpenedFont& font, char32_t character,
                                                                char32_t replacement) {
  hb_buffer_clear_contents(buffer_);
  hb_buffer_add(buffer_, replacement, 0);
  return shaped_buffer(font, latin_script(), utf8::encode(character));
}

std::shared_ptr<const model::ShapedText> Shaper::shaped_buffer(const OpenedFont& font, Script script,
                                                               std::string text) {
  hb_buffer_set_content_type(buffer_, HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_cluster_level(buffer_, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  // Glyphs stand in text order whatever the script: the papers hold no line written from right to left.
  hb_buffer_set_direction(buffer_, HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer_, static_cast<hb_script_t>(script));
  hb_buffer_set_language(buffer_, language_of(script));
  const bool is_shaped = hb_shape_full(font.shaping_font.get(), buffer_, &no_kerning, 1, nullptr) != 0;
  if (!is_shaped || !hb_buffer_allocation_successful(buffer_)) throw std::bad_alloc();

  auto shaped = std::make_shared<model::ShapedText>();
  shaped->font = font.program;
  shaped->text = std::move(text);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_, &count);
  shaped->glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    // A damaged font may name glyphs that it does not have: they are lacking.
    const std::uint32_t glyph = infos[i].codepoint < font.glyph_count ? infos[i].codepoint : 0;
    shaped->glyphs.push_back({glyph, positions[i].x_advance, positions[i].x_offset, positions[i].y_offset});
    shaped->advance += positions[i].x_advance;
  }
  add_clusters(*shaped, infos, count);
  return shaped;
}

void Shaper::trim() {
  if (shaped_.size() > limits::shaped_words) shaped_.clear();
}

}  // namespace krut::text
