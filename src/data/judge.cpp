#include "data/judge.h"

#include <algorithm>
#include <new>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/constraint_builder.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "base/limits.h"
#include "data/tree_adapter.h"

namespace krut::data {

namespace {

using SchemaAdapter = valijson::adapters::NlohmannJsonAdapter;

/// What `pattern` is called in the validator's copy of a schema, so that it does not take it for its own.
constexpr const char* our_pattern = "krut:pattern";

/// Takes away what the validator must not judge, and gives patterns another name.
void prepare(nlohmann::json& schema) {
  if (schema.is_object()) {
    const auto is_text = [&](const char* key) {
      const auto member = schema.find(key);
      return member != schema.end() && member->is_string();
    };
    if (is_text("format")) schema.erase("format");
    if (is_text("pattern")) {
      schema[our_pattern] = std::move(schema["pattern"]);
      schema.erase("pattern");
    }
  }
  if (!schema.is_structured()) return;
  for (auto& part : schema) prepare(part);
}

/// A `pattern` as a constraint of the validator. The names and shapes are those that it asks for.
// NOLINTBEGIN(readability-identifier-naming)
class PatternConstraint : public valijson::constraints::PolyConstraint {
 public:
  explicit PatternConstraint(std::shared_ptr<const Pattern> pattern) : pattern_(std::move(pattern)) {}

  [[nodiscard]] bool validate(const valijson::adapters::Adapter& target, const std::vector<std::string>& context,
                              valijson::ValidationResults* results) const override {
    std::string text;
    if (!target.isString() || !target.asString(text) || pattern_->is_in(text)) return true;
    if (results != nullptr) results->pushError(context, "does not match its pattern");
    return false;
  }

 private:
  Constraint* cloneInto(void* room) const override { return new (room) PatternConstraint(*this); }
  [[nodiscard]] std::size_t sizeOf() const override { return sizeof(PatternConstraint); }

  std::shared_ptr<const Pattern> pattern_;
};

class PatternBuilder : public valijson::ConstraintBuilder {
 public:
  explicit PatternBuilder(const Patterns& patterns) : patterns_(patterns) {}

  valijson::constraints::Constraint* make(const valijson::adapters::Adapter& written) const override {
    return new PatternConstraint(patterns_.at(written.asString()));  // the parser deletes it
  }

 private:
  const Patterns& patterns_;
};
// NOLINTEND(readability-identifier-naming)

}  // namespace

struct Judge::Contents {
  /// Why it does not agree goes to `reasons`, unless that is null.
  bool agrees(const Json& data, valijson::ValidationResults* reasons) const {
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    constexpr std::size_t steps_of_a_check = 4;  // it looks at alternatives that our own rules pass over by their type
    const std::size_t values = std::max(Access::tree_of(data).nodes.size(), fewest_values_counted);
    StepsLeft steps{steps_of_a_check * limits::value_checks * values};
    try {
      return validator.validate(schema, TreeAdapter(data.root(), &steps), reasons);
    } catch (const TooManySteps&) {
      throw TooManyChecks();
    }
  }

  nlohmann::json source;
  valijson::Schema schema;
};

Judge::Judge(const std::string& schema, const Patterns& patterns) : contents_(std::make_unique<Contents>()) {
  contents_->source = nlohmann::json::parse(schema);
  prepare(contents_->source);
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.addConstraintBuilder(our_pattern, new PatternBuilder(patterns));  // the parser deletes it
  parser.populateSchema(SchemaAdapter(contents_->source), contents_->schema);
}

Judge::~Judge() = default;

std::string Judge::objection(const Json& data) const {
  // Without the reasons first: of alternatives inside alternatives they would be by far the most of the work.
  if (contents_->agrees(data, nullptr)) return {};
  valijson::ValidationResults results;
  valijson::ValidationResults::Error error;
  if (contents_->agrees(data, &results) || !results.popError(error)) return "not valid";
  std::string path;
  for (const std::string& step : error.context) path += step;
  return path + ": " + error.description;
}

}  // namespace krut::data
