#pragma once

#include <memory>
#include <string>

#include "data/checked_data.h"

namespace krut::data {

/// The JSON Schema validator of the house's choice: says yes or no to data, by the letter of draft 7. `format` is an
/// annotation to it; dates are ours to check.
class Judge {
 public:
  /// Throws std::exception when the validator cannot work with the schema.
  explicit Judge(const std::string& schema);
  ~Judge();
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  /// What the validator holds against the data, in its own words; empty when it accepts.
  [[nodiscard]] std::string objection(const Json& data) const;

 private:
  struct Contents;
  std::unique_ptr<Contents> contents_;
};

}  // namespace krut::data
