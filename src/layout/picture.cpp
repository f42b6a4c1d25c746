#include "layout/picture.h"

#include <cmath>
#include <memory>
#include <utility>

#include "base/error.h"
#include "layout/faults.h"

namespace krut::layout {

std::optional<Picture> read_picture(FillState& state, const data::Value& name, const Place& asked_by) {
  Picture picture;
  try {
    picture.image.bytes = std::make_shared<const std::string>(state.read(name.text()));
  } catch (const Error& error) {
    state.diagnostics.add(faults::unreadable_image(name.place(), asked_by, error.diagnostic().message));
    return std::nullopt;
  }
  Bilingual cause;
  const auto facts = look_at_image(*picture.image.bytes, cause);
  if (!facts) {
    state.diagnostics.add(faults::not_an_image(name.place(), asked_by, name.text(), cause));
    return std::nullopt;
  }
  if (facts->offence) {
    state.diagnostics.add(faults::unsafe_svg(name.place(), asked_by, name.text(), *facts->offence));
    return std::nullopt;
  }
  picture.facts = *facts;
  picture.image.kind = facts->kind;
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
