#include "layout/picture.h"

#include <cmath>
#include <cstdint>
#include <utility>
#include <variant>

#include "base/error.h"
#include "layout/faults.h"
#include "picture/data_uri.h"

namespace krut::layout {

namespace {

model::ImageKind kind_of(krut::picture::Kind kind) {
  switch (kind) {
    case krut::picture::Kind::png:
      return model::ImageKind::png;
    case krut::picture::Kind::jpeg:
      return model::ImageKind::jpeg;
    case krut::picture::Kind::svg:
      return model::ImageKind::svg;
  }
  return model::ImageKind::png;
}

}  // namespace

std::optional<Picture> read_picture(FillState& state, const data::Value& name, const Place& asked_by) {
  krut::picture::Judged judged;
  try {
    judged = state.read(name.text());
  } catch (const Error& error) {
    state.diagnostics.add(faults::unreadable_image(name.place(), asked_by, error.diagnostic()));
    return std::nullopt;
  }
  if (const auto* fault = std::get_if<krut::picture::Fault>(&judged.verdict)) {
    state.diagnostics.add(
        faults::unfit_picture(name.place(), asked_by, krut::picture::shown_name(name.text()), *fault));
    return std::nullopt;
  }
  Picture picture;
  picture.facts = std::get<krut::picture::Facts>(judged.verdict);
  picture.image.kind = kind_of(picture.facts.kind);
  picture.image.orientation = picture.facts.orientation;
  if (picture.facts.kind != krut::picture::Kind::svg) {
    picture.image.pixels_across = static_cast<std::uint32_t>(picture.facts.width);
    picture.image.pixels_down = static_cast<std::uint32_t>(picture.facts.height);
  }
  picture.image.bytes = std::move(judged.bytes);
  picture.image.name = krut::picture::shown_name(name.text());
  picture.image.named_at = name.place();
  picture.image.pointer = name.pointer();
  return picture;
}

void fit_into(Picture& picture, Length width, Length height) {
  const double ratio = picture.facts.width / picture.facts.height;
  const auto scaled = [](Length length, double by) {
    return Length::emu(std::llround(static_cast<double>(length.in_emu()) * by));
  };
  picture.image.height = height;
  picture.image.width = scaled(height, ratio);
  if (picture.image.width <= width) return;
  picture.image.width = width;
  picture.image.height = scaled(width, 1 / ratio);
}

}  // namespace krut::layout
