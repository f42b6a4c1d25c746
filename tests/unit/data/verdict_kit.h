#pragma once

#include "data/checker.h"
#include "data/rule.h"
#include "data_kit.h"
#include "schema_oracle.h"

namespace krut::data::kit {

/// A schema as both see it: our own validator, and one that others wrote.
class BothVerdicts {
 public:
  explicit BothVerdicts(const std::string& schema)
      : schema_(parsed(schema)), rules_(compile_rules(schema_, diagnostics_)), oracle_(schema) {
    EXPECT_TRUE(diagnostics_.empty()) << all_messages(diagnostics_, Language::english);
  }

  /// Expects that both say the same, and returns whether that is yes. Dates of the calendar are a rule of ours that the
  /// oracle does not know.
  bool expect_agreement(const Json& json, const std::string& name) const {
    std::string first_fault;
    for (const Fault& fault : find_faults(json.root(), *rules_.at("")).told) {
      if (fault.diagnostic.code == "data.bad-date") continue;
      first_fault = format_for_people(fault.diagnostic, Language::english);
      break;
    }
    const std::string objection = oracle_.objection(json.text());
    EXPECT_EQ(first_fault.empty(), objection.empty())
        << name << "\nours: " << first_fault << "the oracle: " << objection;
    return objection.empty();
  }

 private:
  Diagnostics diagnostics_;
  Json schema_;
  std::map<std::string, std::unique_ptr<Rule>> rules_;
  SchemaOracle oracle_;
};

}  // namespace krut::data::kit
