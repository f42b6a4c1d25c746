#pragma once

#include <memory>
#include <string>

namespace krut::data::kit {

/// A JSON Schema validator that others wrote and keep (valijson), held against our own. By the letter of draft 7;
/// `format` is an annotation to it, and a whole number is one that is written without a point.
class SchemaOracle {
 public:
  /// Throws std::exception when it cannot work with the schema.
  explicit SchemaOracle(const std::string& schema);
  ~SchemaOracle();
  SchemaOracle(const SchemaOracle&) = delete;
  SchemaOracle& operator=(const SchemaOracle&) = delete;

  /// What it holds against the data, in its own words; empty when it accepts.
  [[nodiscard]] std::string objection(const std::string& data) const;

 private:
  struct Contents;
  std::unique_ptr<Contents> contents_;
};

}  // namespace krut::data::kit
