#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include "krut/krut.h"
#include "krut/krut.hpp"

struct krut_engine {
  explicit krut_engine(krut::api::Settings settings) : engine(std::move(settings)) {}
  krut::api::Engine engine;
};

struct krut_request {
  krut::api::Request request;
};

struct krut_cancel_flag {
  std::shared_ptr<krut::api::CancelFlag> flag;
};

struct krut_outcome {
  krut::api::Outcome outcome;
};

struct krut_source {
  krut::api::SourceOutcome outcome;
};

struct krut_judgement {
  krut::api::Judgement judgement;
};

namespace {

std::vector<std::string> strings(const char* const* array) {
  std::vector<std::string> result;
  for (; array != nullptr && *array != nullptr; ++array) result.emplace_back(*array);
  return result;
}

std::string text_or_empty(const char* text) { return text == nullptr ? std::string() : std::string(text); }

/// Does what may need memory; 0 when there is none.
template <typename Change>
int done(Change change) {
  try {
    change();
    return 1;
  } catch (const std::bad_alloc&) {
    return 0;
  }
}

int set_text(std::string& text, const char* given) {
  return done([&] { text = text_or_empty(given); });
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

krut_source* source_in(const char* paper, size_t size, const char* name, const krut::api::Bounds& bounds) {
  try {
    const std::string_view bytes = paper == nullptr ? std::string_view() : std::string_view(paper, size);
    return new krut_source{krut::api::read_back(bytes, text_or_empty(name), bounds)};
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
  return krut_engine_new_with_picture_program(font_folders, layout_folders, nullptr);
}

krut_engine* krut_engine_new_with_picture_program(const char* const* font_folders, const char* const* layout_folders,
                                                  const char* picture_program) {
  try {
    return new krut_engine({strings(font_folders), strings(layout_folders), text_or_empty(picture_program)});
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void krut_engine_free(krut_engine* engine) { delete engine; }

krut_request* krut_request_new(void) {
  try {
    return new krut_request;
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void krut_request_free(krut_request* request) { delete request; }

int krut_request_set_data(krut_request* request, const char* data, size_t size) {
  return done([&] { request->request.data = data == nullptr ? std::string() : std::string(data, size); });
}

int krut_request_set_data_name(krut_request* request, const char* name) {
  return set_text(request->request.data_name, name);
}

int krut_request_set_data_folder(krut_request* request, const char* folder) {
  return set_text(request->request.data_folder, folder);
}

int krut_request_set_picture(krut_request* request, const char* name, const char* picture, size_t size) {
  return done([&] {
    std::string bytes = picture == nullptr ? std::string() : std::string(picture, size);
    request->request.pictures.insert_or_assign(text_or_empty(name), std::move(bytes));
  });
}

void krut_request_clear_pictures(krut_request* request) { request->request.pictures.clear(); }

int krut_request_set_layout(krut_request* request, const char* layout) {
  return set_text(request->request.layout, layout);
}

int krut_request_set_pdf_standard(krut_request* request, const char* standard) {
  const bool is_given = standard != nullptr && *standard != '\0';
  return done([&] { request->request.pdf_standard = is_given ? standard : krut::api::Request().pdf_standard; });
}

void krut_request_set_wants_pdf(krut_request* request, int wants_pdf) { request->request.wants_pdf = wants_pdf != 0; }

void krut_request_set_wants_docx(krut_request* request, int wants_docx) {
  request->request.wants_docx = wants_docx != 0;
}

void krut_request_set_embeds_fonts_in_docx(krut_request* request, int embeds_fonts) {
  request->request.embeds_fonts_in_docx = embeds_fonts != 0;
}

void krut_request_set_has_source(krut_request* request, int has_source) {
  request->request.has_source = has_source != 0;
}

void krut_request_set_created_at(krut_request* request, int64_t seconds) { request->request.created_at = seconds; }

void krut_request_set_image_dpi(krut_request* request, int dots_per_inch) {
  request->request.image_dpi.reset();
  if (dots_per_inch != 0) request->request.image_dpi = dots_per_inch;
}

void krut_request_set_timeout(krut_request* request, uint64_t milliseconds) {
  constexpr auto most = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::nanoseconds::max());
  const auto count = static_cast<std::int64_t>(std::min(milliseconds, static_cast<std::uint64_t>(most.count())));
  request->request.bounds.timeout.reset();
  if (count > 0) request->request.bounds.timeout = std::chrono::milliseconds(count);
}

void krut_request_set_max_memory(krut_request* request, size_t bytes) {
  request->request.bounds.max_memory.reset();
  if (bytes > 0) request->request.bounds.max_memory = bytes;
}

krut_cancel_flag* krut_cancel_flag_new(void) {
  try {
    return new krut_cancel_flag{std::make_shared<krut::api::CancelFlag>()};
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void krut_cancel_flag_set(krut_cancel_flag* flag) { flag->flag->set(); }

void krut_cancel_flag_free(krut_cancel_flag* flag) { delete flag; }

void krut_request_set_cancel_flag(krut_request* request, const krut_cancel_flag* flag) {
  request->request.bounds.cancel = flag == nullptr ? nullptr : flag->flag;
}

krut_outcome* krut_render(const krut_engine* engine, const krut_request* request) {
  return outcome_of([&] { return engine->engine.render(request->request); });
}

krut_outcome* krut_check(const krut_engine* engine, const krut_request* request) {
  return outcome_of([&] { return engine->engine.check(request->request); });
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
  return source_in(paper, size, name, {});
}

krut_source* krut_read_back_bounded(const char* paper, size_t size, const char* name, const krut_request* request) {
  return source_in(paper, size, name, request->request.bounds);
}

void krut_source_free(krut_source* source) { delete source; }

int krut_source_status(const krut_source* source) { return static_cast<int>(source->outcome.status); }

const char* krut_source_data(const krut_source* source, size_t* size) { return bytes_of(source->outcome.data, size); }

const char* krut_source_layout(const krut_source* source) { return source->outcome.layout.c_str(); }

const char* krut_source_layout_version(const krut_source* source) { return source->outcome.layout_version.c_str(); }

const char* krut_source_producer(const krut_source* source) { return source->outcome.producer.c_str(); }

int krut_sources_belong_together(const krut_source* first, const krut_source* second) {
  return krut::api::belong_together(first->outcome, second->outcome) ? 1 : 0;
}

size_t krut_source_diagnostic_count(const krut_source* source) { return source->outcome.diagnostics.size(); }

const char* krut_source_diagnostic_json(const krut_source* source, size_t index, const char* language) {
  return json_of(source->outcome.diagnostics, index, language);
}

const char* krut_source_diagnostic_text(const krut_source* source, size_t index, const char* language) {
  return text_of(source->outcome.diagnostics, index, language);
}

const char* krut_source_standing(const krut_source* source) {
  return krut::api::name_of(source->outcome.judgement.standing).data();
}

const char* krut_source_judgement_json(const krut_source* source) { return source->outcome.judgement.json.c_str(); }

krut_judgement* krut_judge(const char* file, size_t size) {
  try {
    return new krut_judgement{krut::api::judge(file == nullptr ? std::string_view() : std::string_view(file, size))};
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void krut_judgement_free(krut_judgement* judgement) { delete judgement; }

const char* krut_judgement_standing(const krut_judgement* judgement) {
  return krut::api::name_of(judgement->judgement.standing).data();
}

const char* krut_judgement_json(const krut_judgement* judgement) { return judgement->judgement.json.c_str(); }

const char* krut_version(void) { return KRUT_VERSION; }
