#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.h"
#include "base/diagnostic.h"

namespace krut::data {

enum class Kind { null, boolean, number, text, array, object };

struct Tree;
struct Access;

/// A JSON text, parsed, with the place of every value. Cheap to copy (shared, immutable).
class Json;

/// A view of one value inside a `Json`; valid as long as the `Json` lives.
class Value {
 public:
  [[nodiscard]] Kind kind() const;
  /// Of a text: its characters. Of a number: its digits as written. Of a boolean: "true" or "false". Else empty.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] bool boolean() const;                    ///< false unless kind() is boolean and it is true
  [[nodiscard]] std::size_t size() const;                ///< members or elements; 0 for others
  [[nodiscard]] Value element(std::size_t index) const;  ///< of an array, index < size()
  [[nodiscard]] std::optional<Value> member(std::string_view key) const;  ///< of an object
  [[nodiscard]] std::vector<std::string> keys() const;                    ///< in the order of the text
  [[nodiscard]] std::string pointer() const;                              ///< RFC 6901
  [[nodiscard]] Place place() const;

 private:
  friend struct Access;
  const void* node_ = nullptr;   // of the parsed tree
  const void* owner_ = nullptr;  // of the tree with its places
};

class Json {
 public:
  /// Parses UTF-8 JSON text (RFC 8259). Faults (bad UTF-8, syntax, doubled keys, too deep, too large) are added to
  /// `diagnostics` with line and column; then nothing is returned. `file` names the input in messages.
  /// Whoever reads the tree later, also in other rooms, is stopped when `budget` is spent.
  static std::optional<Json> parse(std::string text, std::string file, Diagnostics& diagnostics,
                                   const Budget& budget = {});

  [[nodiscard]] Value root() const;
  [[nodiscard]] const std::string& text() const;  ///< as given
  [[nodiscard]] const std::string& file() const;

 private:
  friend struct Access;
  std::shared_ptr<const Tree> tree_;
};

/// What a schema says about one place in the data, for checking bindings before any data exists.
enum class ShapeKind { any, object, array, text, number, boolean, date, blocks /* a text or a list of blocks */ };

struct SkeletonLine;

/// A JSON Schema (draft 7), loaded and itself checked.
class Schema {
 public:
  /// `name` names it in messages; relative `$ref`s to other files are not followed.
  static std::optional<Schema> load(std::string text, std::string name, Diagnostics& diagnostics);

  /// Why `text` is not to be taken for a schema of data: it is no JSON, or does not say what keys there are. Tells
  /// where, but shows nothing of it, for it may be any file. Nothing when it may be loaded.
  static std::optional<Bilingual> refusal(const std::string& text);

  /// A place in the schema. Empty pointer = the root.
  class Node {
   public:
    [[nodiscard]] ShapeKind kind() const;
    [[nodiscard]] std::vector<std::string> keys() const;  ///< of an object, in schema order
    [[nodiscard]] std::optional<Node> member(std::string_view key) const;
    [[nodiscard]] std::optional<Node> element() const;  ///< of an array
    [[nodiscard]] bool is_required(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> choices() const;  ///< of an enum
    [[nodiscard]] bool has_choices() const;                  ///< whether there are any
    [[nodiscard]] std::string description() const;

   private:
    friend class Schema;
    const void* node_ = nullptr;  // valid as long as the Schema lives
  };
  [[nodiscard]] Node root() const;
  [[nodiscard]] const std::string& text() const;

 private:
  friend class CheckedData;
  friend std::vector<SkeletonLine> skeleton(const Schema&, const std::set<std::string>&, const std::string&);
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

/// One line of a skeleton: a piece of JSON, and what the schema says of the value that it starts.
struct SkeletonLine {
  std::string json;
  Bilingual note;  ///< empty on lines that only close something
  bool is_required = false;
};

/// Data to start from: what `schema` requires and what stands under one of the `used` paths, filled with the schema's
/// examples, else with the words that describe each value. A path is a JSON pointer with `*` for every element of an
/// array: "/parts/*/heading". `layout` becomes the value of a root member "layout". The lines join to one JSON text.
[[nodiscard]] std::vector<SkeletonLine> skeleton(const Schema& schema, const std::set<std::string>& used,
                                                 const std::string& layout);

/// Data that fits its schema: the only way to one is `check`. Cheap to copy.
class CheckedData {
 public:
  /// Every fault at once, each with line, column, pointer, code, message and hint, in the order of the text. Nothing is
  /// returned when one of them is an error.
  static std::optional<CheckedData> check(const Json& json, const Schema& schema, Diagnostics& diagnostics);

  [[nodiscard]] Value root() const { return json_.root(); }
  [[nodiscard]] const Json& json() const { return json_; }

 private:
  explicit CheckedData(Json json) : json_(std::move(json)) {}
  Json json_;
};

}  // namespace krut::data
