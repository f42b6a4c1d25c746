#include "data/tree_adapter.h"

#include <charconv>

namespace krut::data {

template <>
TreeAdapter TreeIterator<TreeAdapter>::operator*() const {
  steps_->take();
  return {value_.element(index_), steps_};
}

template <>
TreeMember TreeIterator<TreeMember>::operator*() const {
  steps_->take();
  return {std::string(Access::key(value_, index_)), TreeAdapter(value_.element(index_), steps_)};
}

bool FrozenTreeValue::equalTo(const valijson::adapters::Adapter& other, bool is_strict) const {
  return TreeAdapter(value_, steps_).equalTo(other, is_strict);
}

std::optional<std::int64_t> TreeValue::read_integer(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

double TreeValue::read_double(std::string_view text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace krut::data
