#pragma once

#include "data/checker.h"
#include "data/judge.h"
#include "data/rule.h"
#include "data_kit.h"

namespace krut::data::kit {

/// A schema as both see it: our own walk, which finds the sentences, and the validator, which is the judge.
class BothVerdicts {
 public:
  explicit BothVerdicts(const std::string& schema)
      : schema_(parsed(schema)), rules_(compile_rules(schema_, diagnostics_)), judge_(schema, patterns_of(rules_)) {
    EXPECT_TRUE(diagnostics_.empty()) << all_messages(diagnostics_, Language::english);
  }

  /// Expects that both say the same. Dates of the calendar are a rule of ours that the validator does not know.
  void expect_agreement(const Json& json, const std::string& name) const {
    std::string first_fault;
    for (const Fault& fault : find_faults(json.root(), *rules_.at("")).told) {
      if (fault.diagnostic.code == "data.bad-date") continue;
      first_fault = format_for_people(fault.diagnostic, Language::english);
      break;
    }
    const std::string objection = judge_.objection(json);
    EXPECT_EQ(first_fault.empty(), objection.empty())
        << name << "\nour walk: " << first_fault << "validator: " << objection;
  }

 private:
  Diagnostics diagnostics_;
  Json schema_;
  std::map<std::string, std::unique_ptr<Rule>> rules_;
  Judge judge_;
};

}  // namespace krut::data::kit
