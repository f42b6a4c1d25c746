#include "layout/emblem.h"

#include <cmath>
#include <utility>

#include "layout/faults.h"
#include "layout/picture.h"

namespace krut::layout {

namespace {

/// Width of the Garuda of forms 26 to 29 to its height, in hundredths; papers of agencies have 91 to 93.
constexpr std::int64_t usual_ratio = 92;
constexpr std::int64_t ratio_whole = 100;
constexpr double least_ratio = 0.85;
constexpr double most_ratio = 1.0;
constexpr int least_dots_per_inch = 300;
constexpr double millimetres_per_inch = 25.4;
constexpr std::string_view placeholder_word = "ตราครุฑ";
constexpr Length placeholder_size = Length::points(10);

void warn(FillState& state, const picture::Facts& facts, const Place& where, Length height) {
  const double ratio = facts.width / facts.height;
  if (ratio < least_ratio || ratio > most_ratio) state.diagnostics.add(faults::odd_emblem_ratio(where, ratio));
  if (facts.kind == picture::Kind::svg) return;
  const int resolution = static_cast<int>(facts.height / (height.in_millimetres() / millimetres_per_inch));
  if (resolution < least_dots_per_inch) {
    state.diagnostics.add(faults::coarse_emblem(where, resolution, least_dots_per_inch));
  }
}

std::optional<model::Image> image_of(FillState& state, const Node& node, const data::Value& emblem, Length height) {
  const auto name = emblem.member("image");
  if (!name || name->text().empty()) {
    state.diagnostics.add(faults::missing_image(emblem.place(), node.place));
    return std::nullopt;
  }
  auto picture = read_picture(state, *name, node.place);
  if (!picture) return std::nullopt;
  warn(state, picture->facts, name->place(), height);
  model::Image& image = picture->image;
  image.pointer = emblem.pointer();
  image.height = height;
  image.width =
      Length::emu(std::llround(static_cast<double>(height.in_emu()) * picture->facts.width / picture->facts.height));
  const auto alternative = emblem.member("alternative_text");
  if (alternative) image.alternative_text = alternative->text();
  return std::move(image);
}

}  // namespace

model::Figure emblem_of(FillState& state, const Node& node, const model::TextFormat& format) {
  model::Figure figure;
  figure.height = node.value_or<Length>("height", {});
  figure.width = figure.height.scaled(usual_ratio, ratio_whole);
  const auto* wanted = node.value<Template>(emblem_attribute);
  const bool is_asked = wanted != nullptr && wanted->parts.size() == 1 && wanted->parts[0].expression;
  const auto value = is_asked ? state.scope.value(wanted->parts[0].expression->path) : std::nullopt;
  const auto mode = value ? value->member("mode") : std::nullopt;
  const std::string word = mode ? mode->text() : std::string();
  figure.is_blank = word == "preprinted" || word == "none";
  if (word == "image") {
    figure.image = image_of(state, node, *value, figure.height);
    if (figure.image) figure.width = figure.image->width;
  } else if (!figure.is_blank) {
    model::Span span;
    span.text = placeholder_word;
    span.format = format;
    span.format.size = placeholder_size;
    figure.alternative_text = placeholder_word;
    figure.frame_words.push_back(std::move(span));
  }
  return figure;
}

}  // namespace krut::layout
