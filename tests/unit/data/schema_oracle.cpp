#include "schema_oracle.h"

#include <new>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/constraint_builder.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "data/pattern.h"

namespace krut::data::kit {

namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// What `pattern` is called in the oracle's copy of a schema, so that it does not take it for its own.
constexpr const char* our_pattern = "krut:pattern";

/// Takes away what the oracle must not judge, and gives patterns another name: its own way with them is std::regex,
/// which sees bytes where Thai has letters.
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

/// A `pattern` as a constraint of the oracle. The names and shapes are those that it asks for.
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
  valijson::constraints::Constraint* make(const valijson::adapters::Adapter& written) const override {
    return new PatternConstraint(std::make_shared<const Pattern>(written.asString()));  // the parser deletes it
  }
};
// NOLINTEND(readability-identifier-naming)

}  // namespace

struct SchemaOracle::Contents {
  nlohmann::json source;
  valijson::Schema schema;
};

SchemaOracle::SchemaOracle(const std::string& schema) : contents_(std::make_unique<Contents>()) {
  contents_->source = nlohmann::json::parse(schema);
  prepare(contents_->source);
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.addConstraintBuilder(our_pattern, new PatternBuilder());  // the parser deletes it
  parser.populateSchema(Adapter(contents_->source), contents_->schema);
}

SchemaOracle::~SchemaOracle() = default;

std::string SchemaOracle::objection(const std::string& data) const {
  const nlohmann::json parsed = nlohmann::json::parse(data);
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  valijson::ValidationResults results;
  if (validator.validate(contents_->schema, Adapter(parsed), &results)) return {};
  valijson::ValidationResults::Error error;
  if (!results.popError(error)) return "not valid";
  std::string path;
  for (const std::string& step : error.context) path += step;
  return path + ": " + error.description;
}

}  // namespace krut::data::kit
