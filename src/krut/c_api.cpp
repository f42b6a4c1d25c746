#include <cstring>
#include <new>
#include <string>
#include <utility>

#include "krut/krut.h"
#include "krut/krut.hpp"

struct krut_engine {
  explicit krut_engine(krut::api::Settings settings) : engine(std::move(settings)) {}
  krut::api::Engine engine;
};

struct krut_outcome {
  krut::api::Outcome outcome;
};

struct krut_source {
  krut::api::SourceOutcome outcome;
};

namespace {

std::vector<std::string> strings(const char* const* array) {
  std::vector<std::string> result;
  for (; array != nullptr && *array != nullptr; ++array) result.emplace_back(*array);
  return result;
}

std::string text_or_empty(const char* text) { return text == nullptr ? std::string() : std::string(text); }

krut::api::Request request_from(const krut_request& given) {
  krut::api::Request request;
  if (given.data != nullptr) request.data.assign(given.data, given.data_size);
  request.data_name = text_or_empty(given.data_name);
  request.data_folder = text_or_empty(given.data_folder);
  request.layout = text_or_empty(given.layout);
  request.wants_pdf = given.wants_pdf != 0;
  request.wants_docx = given.wants_docx != 0;
  request.embeds_fonts_in_docx = given.embeds_fonts_in_docx != 0;
  request.has_source = given.has_source != 0;
  if (given.has_created_at != 0) request.created_at = given.created_at;
  if (given.pdf_standard != nullptr) request.pdf_standard = given.pdf_standard;
  return request;
}

/// An outcome of `work`, or null when memory is short.
template <typename Work>
krut_outcome* outcome_of(Work work) {
  try {
    return new krut_outcome{work()};
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

const char* bytes_of(const std::string& bytes, size_t* size) {
  if (size != nullptr) *size = bytes.size();
  return bytes.empty() ? nullptr : bytes.data();
}

bool is_thai(const char* language) { return language != nullptr && std::strcmp(language, "th") == 0; }

const char* json_of(const std::vector<krut::api::Diagnostic>& diagnostics, size_t index, const char* language) {
  if (index >= diagnostics.size()) return nullptr;
  return (is_thai(language) ? diagnostics[index].json_thai : diagnostics[index].json_english).c_str();
}

const char* text_of(const std::vector<krut::api::Diagnostic>& diagnostics, size_t index, const char* language) {
  if (index >= diagnostics.size()) return nullptr;
  return (is_thai(language) ? diagnostics[index].text_thai : diagnostics[index].text_english).c_str();
}

}  // namespace

krut_engine* krut_engine_new(const char* const* font_folders, const char* const* layout_folders) {
  try {
    return new krut_engine({strings(font_folders), strings(layout_folders)});
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void krut_engine_free(krut_engine* engine) { delete engine; }

void krut_request_defaults(krut_request* request) {
  *request = {};
  request->wants_pdf = 1;
  request->wants_docx = 1;
  request->embeds_fonts_in_docx = 1;
  request->has_source = 1;
}

krut_outcome* krut_render(const krut_engine* engine, const krut_request* request) {
  return outcome_of([&] { return engine->engine.render(request_from(*request)); });
}

krut_outcome* krut_check(const krut_engine* engine, const krut_request* request) {
  return outcome_of([&] { return engine->engine.check(request_from(*request)); });
}

void krut_outcome_free(krut_outcome* outcome) { delete outcome; }

int krut_outcome_status(const krut_outcome* outcome) { return static_cast<int>(outcome->outcome.status); }

size_t krut_outcome_page_count(const krut_outcome* outcome) { return outcome->outcome.page_count; }

const char* krut_outcome_pdf(const krut_outcome* outcome, size_t* size) { return bytes_of(outcome->outcome.pdf, size); }

const char* krut_outcome_docx(const krut_outcome* outcome, size_t* size) {
  return bytes_of(outcome->outcome.docx, size);
}

const char* krut_outcome_signatures(const krut_outcome* outcome, size_t* size) {
  return bytes_of(outcome->outcome.signatures_json, size);
}

size_t krut_outcome_diagnostic_count(const krut_outcome* outcome) { return outcome->outcome.diagnostics.size(); }

const char* krut_outcome_diagnostic_json(const krut_outcome* outcome, size_t index, const char* language) {
  return json_of(outcome->outcome.diagnostics, index, language);
}

const char* krut_outcome_diagnostic_text(const krut_outcome* outcome, size_t index, const char* language) {
  return text_of(outcome->outcome.diagnostics, index, language);
}

krut_source* krut_read_back(const char* paper, size_t size, const char* name) {
  try {
    const std::string_view bytes = paper == nullptr ? std::string_view() : std::string_view(paper, size);
    return new krut_source{krut::api::read_back(bytes, text_or_empty(name))};
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void krut_source_free(krut_source* source) { delete source; }

int krut_source_status(const krut_source* source) { return static_cast<int>(source->outcome.status); }

const char* krut_source_data(const krut_source* source, size_t* size) { return bytes_of(source->outcome.data, size); }

const char* krut_source_layout(const krut_source* source) { return source->outcome.layout.c_str(); }

const char* krut_source_layout_version(const krut_source* source) { return source->outcome.layout_version.c_str(); }

const char* krut_source_producer(const krut_source* source) { return source->outcome.producer.c_str(); }

size_t krut_source_diagnostic_count(const krut_source* source) { return source->outcome.diagnostics.size(); }

const char* krut_source_diagnostic_json(const krut_source* source, size_t index, const char* language) {
  return json_of(source->outcome.diagnostics, index, language);
}

const char* krut_source_diagnostic_text(const krut_source* source, size_t index, const char* language) {
  return text_of(source->outcome.diagnostics, index, language);
}

const char* krut_version(void) { return KRUT_VERSION; }
