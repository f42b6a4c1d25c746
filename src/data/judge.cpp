#include "data/judge.h"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "data/tree_adapter.h"

namespace krut::data {

namespace {

using SchemaAdapter = valijson::adapters::NlohmannJsonAdapter;

void drop_formats(nlohmann::json& schema) {
  if (schema.is_object()) {
    const auto format = schema.find("format");
    if (format != schema.end() && format->is_string()) schema.erase(format);
  }
  if (!schema.is_structured()) return;
  for (auto& part : schema) drop_formats(part);
}

}  // namespace

struct Judge::Contents {
  nlohmann::json source;
  valijson::Schema schema;
};

Judge::Judge(const std::string& schema) : contents_(std::make_unique<Contents>()) {
  contents_->source = nlohmann::json::parse(schema);
  drop_formats(contents_->source);
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.populateSchema(SchemaAdapter(contents_->source), contents_->schema);
}

Judge::~Judge() = default;

std::string Judge::objection(const Json& data) const {
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  valijson::ValidationResults results;
  if (validator.validate(contents_->schema, TreeAdapter(data.root()), &results)) return {};
  valijson::ValidationResults::Error error;
  if (!results.popError(error)) return "not valid";
  std::string path;
  for (const std::string& step : error.context) path += step;
  return path + ": " + error.description;
}

}  // namespace krut::data
