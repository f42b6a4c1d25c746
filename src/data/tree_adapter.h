#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <valijson/internal/adapter.hpp>
#include <valijson/internal/basic_adapter.hpp>
#include <valijson/internal/frozen_value.hpp>

#include "data/tree.h"

/// How the validator reads our own parsed tree, so that it needs no second one. The names and shapes of these classes
/// are those that valijson's `BasicAdapter` asks for.
// NOLINTBEGIN(readability-identifier-naming)
namespace krut::data {

/// Thrown when the validator has gone into values more often than it may: alternatives inside alternatives multiply.
struct TooManySteps {};

/// How often it may still go from a value into one inside it; shared by all adapters of one validation.
struct StepsLeft {
  std::size_t count = 0;

  void take() {
    if (count == 0) throw TooManySteps();
    --count;
  }
};

class TreeAdapter;
using TreeMember = std::pair<std::string, TreeAdapter>;

/// Walks the elements of an array (`Item` is TreeAdapter) or the members of an object (TreeMember).
template <typename Item>
class TreeIterator {
 public:
  using iterator_category = std::bidirectional_iterator_tag;
  using value_type = Item;
  using difference_type = std::ptrdiff_t;
  using pointer = Item*;
  using reference = Item&;

  TreeIterator(const Value& value, std::size_t index, StepsLeft* steps) : value_(value), index_(index), steps_(steps) {}

  Item operator*() const;
  valijson::adapters::DerefProxy<Item> operator->() const { return valijson::adapters::DerefProxy<Item>(**this); }
  bool operator==(const TreeIterator& other) const { return index_ == other.index_; }
  bool operator!=(const TreeIterator& other) const { return index_ != other.index_; }
  TreeIterator& operator++() {
    ++index_;
    return *this;
  }
  TreeIterator operator++(int) { return {value_, index_++, steps_}; }
  TreeIterator& operator--() {
    --index_;
    return *this;
  }
  void advance(std::ptrdiff_t steps) { index_ += static_cast<std::size_t>(steps); }

 private:
  Value value_;
  std::size_t index_;
  StepsLeft* steps_;
};

/// An array or an object; one made of nothing is empty.
template <typename Item>
class TreeItems {
 public:
  using const_iterator = TreeIterator<Item>;
  using iterator = TreeIterator<Item>;

  TreeItems() = default;
  /// The validator asks for the items of each list and object that it looks at: here it can be stopped.
  TreeItems(const Value& value, StepsLeft* steps) : value_(value), size_(value.size()), steps_(steps) {
    Access::tree(value).budget.check();
  }

  [[nodiscard]] iterator begin() const { return {value_, 0, steps_}; }
  [[nodiscard]] iterator end() const { return {value_, size_, steps_}; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] iterator find(const std::string& key) const {
    const auto index = size_ > 0 ? Access::find(value_, key) : std::nullopt;
    return {value_, index.value_or(size_), steps_};
  }

 private:
  Value value_;
  std::size_t size_ = 0;
  StepsLeft* steps_ = nullptr;
};
using TreeArray = TreeItems<TreeAdapter>;
using TreeObject = TreeItems<TreeMember>;

/// A copy of a value that outlives what it was read from; the tree itself must live on.
class FrozenTreeValue : public valijson::adapters::FrozenValue {
 public:
  FrozenTreeValue(const Value& value, StepsLeft* steps) : value_(value), steps_(steps) {}
  [[nodiscard]] FrozenValue* clone() const override { return new FrozenTreeValue(value_, steps_); }
  [[nodiscard]] bool equalTo(const valijson::adapters::Adapter& other, bool is_strict) const override;

 private:
  Value value_;
  StepsLeft* steps_;
};

/// What a value is and holds. Numbers are integers when they are written as such and fit 64 bits.
class TreeValue {
 public:
  TreeValue() = default;
  TreeValue(const Value& value, StepsLeft* steps) : value_(value), kind_(value.kind()), steps_(steps) {
    if (kind_ == Kind::number) integer_ = read_integer(Access::text(value));
  }

  [[nodiscard]] valijson::adapters::FrozenValue* freeze() const { return new FrozenTreeValue(value_, steps_); }
  [[nodiscard]] opt::optional<TreeArray> getArrayOptional() const {
    return isArray() ? opt::make_optional(TreeArray(value_, steps_)) : opt::optional<TreeArray>();
  }
  [[nodiscard]] opt::optional<TreeObject> getObjectOptional() const {
    return isObject() ? opt::make_optional(TreeObject(value_, steps_)) : opt::optional<TreeObject>();
  }
  bool getArraySize(std::size_t& size) const { return isArray() && set(size, value_.size()); }
  bool getObjectSize(std::size_t& size) const { return isObject() && set(size, value_.size()); }
  bool getBool(bool& is_true) const { return isBool() && set(is_true, value_.boolean()); }
  bool getInteger(std::int64_t& number) const { return isInteger() && set(number, *integer_); }
  bool getDouble(double& number) const { return isDouble() && set(number, read_double(Access::text(value_))); }
  bool getString(std::string& text) const {
    if (!isString()) return false;
    text = Access::text(value_);
    return true;
  }

  static bool hasStrictTypes() { return true; }
  [[nodiscard]] bool isArray() const { return kind_ == Kind::array; }
  [[nodiscard]] bool isBool() const { return kind_ == Kind::boolean; }
  [[nodiscard]] bool isDouble() const { return kind_ == Kind::number && !integer_; }
  [[nodiscard]] bool isInteger() const { return kind_ == Kind::number && integer_; }
  [[nodiscard]] bool isNull() const { return kind_ == Kind::null; }
  [[nodiscard]] bool isNumber() const { return kind_ == Kind::number; }
  [[nodiscard]] bool isObject() const { return kind_ == Kind::object; }
  [[nodiscard]] bool isString() const { return kind_ == Kind::text; }

 private:
  template <typename T>
  static bool set(T& out, T value) {
    out = value;
    return true;
  }
  static std::optional<std::int64_t> read_integer(std::string_view text);
  static double read_double(std::string_view text);

  Value value_;
  Kind kind_ = Kind::null;
  StepsLeft* steps_ = nullptr;
  std::optional<std::int64_t> integer_;
};

/// One value of the tree, as the validator sees it.
class TreeAdapter : public valijson::adapters::BasicAdapter<TreeAdapter, TreeArray, TreeMember, TreeObject, TreeValue> {
 public:
  /// `steps` outlives it.
  TreeAdapter(const Value& value, StepsLeft* steps) : BasicAdapter(TreeValue(value, steps)) {}
};

template <>
TreeAdapter TreeIterator<TreeAdapter>::operator*() const;
template <>
TreeMember TreeIterator<TreeMember>::operator*() const;

}  // namespace krut::data

template <>
struct valijson::adapters::AdapterTraits<krut::data::TreeAdapter> {
  using DocumentType = krut::data::Value;
  static std::string adapterName() { return "TreeAdapter"; }
};
// NOLINTEND(readability-identifier-naming)
