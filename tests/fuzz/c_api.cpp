#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <string>

#include "choices.h"
#include "krut/krut.h"
#include "resources.h"

namespace {

using krut::fuzz::Choices;

struct Free {
  void operator()(krut_engine* engine) const { krut_engine_free(engine); }
  void operator()(krut_request* request) const { krut_request_free(request); }
  void operator()(krut_outcome* outcome) const { krut_outcome_free(outcome); }
  void operator()(krut_source* source) const { krut_source_free(source); }
  void operator()(krut_cancel_flag* flag) const { krut_cancel_flag_free(flag); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

/// What a caller holds. All may be missing: the library must bear calls in any order.
struct Caller {
  Owned<krut_request> request{krut_request_new()};
  Owned<krut_outcome> outcome;
  Owned<krut_source> source;
  Owned<krut_cancel_flag> flag;
};

krut_engine* engine() {
  static const std::string fonts = krut::fuzz::resource("fonts");
  static const std::string layouts = krut::fuzz::resource("layouts");
  static const std::array<const char*, 2> font_folders{fonts.c_str(), nullptr};
  static const std::array<const char*, 2> layout_folders{layouts.c_str(), nullptr};
  static const Owned<krut_engine> owned(krut_engine_new(font_folders.data(), layout_folders.data()));
  return owned.get();
}

/// A text of the input, one that means something, or none.
class Text {
 public:
  explicit Text(Choices& choices) {
    static const std::array known{"memo", "tables", "ita/memo-report", "a3a-ua1", "plain", "a2b", "th", "en", ""};
    const std::size_t kind = choices.below(4);
    if (kind == 0) return;
    text_ = kind == 1 ? choices.text() : std::string(known[choices.below(known.size())]);
  }
  [[nodiscard]] const char* pointer() const { return text_ ? text_->c_str() : nullptr; }
  [[nodiscard]] std::size_t size() const { return text_ ? text_->size() : 0; }

 private:
  std::optional<std::string> text_;
};

void set_text(Caller& caller, Choices& choices) {
  const Text text(choices);
  switch (choices.below(5)) {
    case 4:
      krut_request_set_picture(caller.request.get(), text.pointer(), text.pointer(), text.size());
      break;
    case 0:
      krut_request_set_data_name(caller.request.get(), text.pointer());
      break;
    case 1:
      krut_request_set_data_folder(caller.request.get(), text.pointer());
      break;
    case 2:
      krut_request_set_layout(caller.request.get(), text.pointer());
      break;
    default:
      krut_request_set_pdf_standard(caller.request.get(), text.pointer());
  }
}

void set_data(Caller& caller, Choices& choices) {
  static const std::string example = krut::fuzz::resource_text("examples/memo.json");
  const std::string own = choices.text();
  switch (choices.below(3)) {
    case 0:
      krut_request_set_data(caller.request.get(), nullptr, 0);
      break;
    case 1:
      krut_request_set_data(caller.request.get(), own.data(), own.size());
      break;
    default:
      krut_request_set_data(caller.request.get(), example.data(), example.size());
  }
}

void set_number(Caller& caller, Choices& choices) {
  const auto number = static_cast<int>(choices.below(256));
  switch (choices.below(9)) {
    case 7:
      krut_request_clear_pictures(caller.request.get());
      break;
    case 8:
      krut_request_set_image_dpi(caller.request.get(), number - 2);
      break;
    case 0:
      krut_request_set_wants_pdf(caller.request.get(), number);
      break;
    case 1:
      krut_request_set_wants_docx(caller.request.get(), number);
      break;
    case 2:
      krut_request_set_embeds_fonts_in_docx(caller.request.get(), number);
      break;
    case 3:
      krut_request_set_has_source(caller.request.get(), number);
      break;
    case 4:
      krut_request_set_created_at(caller.request.get(), (number - 128LL) << choices.below(56));
      break;
    case 5:
      krut_request_set_timeout(caller.request.get(), static_cast<std::uint64_t>(number) << choices.below(32));
      break;
    default:
      krut_request_set_max_memory(caller.request.get(), static_cast<std::size_t>(number) << choices.below(32));
  }
}

void use_flag(Caller& caller, Choices& choices) {
  switch (choices.below(4)) {
    case 0:
      caller.flag.reset(krut_cancel_flag_new());
      break;
    case 1:
      if (caller.flag) krut_cancel_flag_set(caller.flag.get());
      break;
    case 2:
      krut_request_set_cancel_flag(caller.request.get(), caller.flag.get());
      break;
    default:
      caller.flag.reset();
  }
}

/// Reads every byte, so that a sanitizer sees one that is not there.
void touch(const char* bytes, std::size_t size) {
  const std::string copy = bytes == nullptr ? std::string() : std::string(bytes, size);
  if (bytes == nullptr && size != 0) std::abort();
}

template <typename T>
void ask_for(const T* owner, const char* (*question)(const T*, std::size_t*)) {
  std::size_t size = 1;
  const char* bytes = question(owner, &size);
  touch(bytes, size);
}

void look_at_outcome(const Caller& caller, Choices& choices) {
  if (!caller.outcome) return;
  const krut_outcome* outcome = caller.outcome.get();
  for (const auto question : {krut_outcome_pdf, krut_outcome_docx, krut_outcome_signatures}) ask_for(outcome, question);
  const std::size_t count = krut_outcome_diagnostic_count(outcome);
  const Text language(choices);
  for (const std::size_t index : {std::size_t{0}, count - 1, count, SIZE_MAX}) {
    for (const auto question : {krut_outcome_diagnostic_json, krut_outcome_diagnostic_text}) {
      const char* text = question(outcome, index, language.pointer() == nullptr ? "en" : language.pointer());
      if ((text == nullptr) != (index >= count)) std::abort();
      touch(text, text == nullptr ? 0 : std::strlen(text));
    }
  }
  const int status = krut_outcome_status(outcome);
  constexpr int internal_error = 70;
  if (status == internal_error || (status != 0 && count == 0)) std::abort();
  static_cast<void>(krut_outcome_page_count(outcome));
}

void read_back(Caller& caller, Choices& choices) {
  std::size_t size = 0;
  const char* paper = caller.outcome ? krut_outcome_pdf(caller.outcome.get(), &size) : nullptr;
  if (choices.yes() && caller.outcome) paper = krut_outcome_docx(caller.outcome.get(), &size);
  const Text name(choices);
  caller.source.reset(krut_read_back(paper, size, name.pointer()));
  const krut_source* source = caller.source.get();
  ask_for(source, krut_source_data);
  for (const auto question : {krut_source_layout, krut_source_layout_version, krut_source_producer}) {
    const char* text = question(source);
    touch(text, text == nullptr ? 0 : std::strlen(text));
  }
  const std::size_t count = krut_source_diagnostic_count(source);
  if (krut_source_diagnostic_text(source, count, "th") != nullptr) std::abort();
  if (krut_source_status(source) != 0 && count == 0) std::abort();
}

void step(Caller& caller, Choices& choices) {
  switch (choices.below(10)) {
    case 0:
      caller.request.reset(krut_request_new());
      break;
    case 1:
    case 2:
      set_text(caller, choices);
      break;
    case 3:
      set_data(caller, choices);
      break;
    case 4:
      set_number(caller, choices);
      break;
    case 5:
      use_flag(caller, choices);
      break;
    case 6:
      caller.outcome.reset(krut_check(engine(), caller.request.get()));
      break;
    case 7:
      caller.outcome.reset(krut_render(engine(), caller.request.get()));
      break;
    case 8:
      read_back(caller, choices);
      break;
    default:
      look_at_outcome(caller, choices);
  }
}

}  // namespace

/// A row of calls of the C interface, as the bytes say, with any arguments that its header allows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  constexpr int most_steps = 40;
  Choices choices(bytes, size);
  Caller caller;
  for (int steps = 0; steps < most_steps && !choices.is_at_end(); ++steps) step(caller, choices);
  look_at_outcome(caller, choices);
  return 0;
}
