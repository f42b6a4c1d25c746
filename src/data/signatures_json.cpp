#include "data/signatures_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/own_digest.h"
#include "base/visible.h"

namespace krut::data {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr double thousand = 1'000;

double to_thousandth(double points) { return std::round(points * thousand) / thousand; }

}  // namespace

std::string to_json(const std::vector<SignaturePlace>& places) {
  OrderedJson list = OrderedJson::array();
  for (const SignaturePlace& place : places) {
    list.push_back(
        {{"order", list.size() + 1},
         {"field", place.field},
         {"signer", place.signer},
         {"role", place.role},
         {"position", place.position},
         {"page", place.page},
         {"page_size", {{"width", to_thousandth(place.page_width)}, {"height", to_thousandth(place.page_height)}}},
         {"rectangle",
          {{"x", to_thousandth(place.x)},
           {"y", to_thousandth(place.y)},
           {"width", to_thousandth(place.width)},
           {"height", to_thousandth(place.height)}}}});
  }
  const OrderedJson whole = {
      {"unit", "pt"}, {"origin", "bottom-left"}, {"signatures", std::move(list)}, {"digest", no_digest}};
  std::string text = utf8::made_visible(whole.dump(2, ' ', false, OrderedJson::error_handler_t::replace), U"\n") + '\n';
  const auto place = digest_place_in_json(text);  // it was just put there
  text.replace(place->digits, no_digest.size(), own_digest(text, *place));
  return text;
}

}  // namespace krut::data
