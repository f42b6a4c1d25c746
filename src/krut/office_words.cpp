#include "krut/office_words.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/read_below.h"

namespace krut {

std::shared_ptr<const text::OwnWords> office_words(const std::vector<std::string>& folders, Diagnostics& diagnostics) {
  std::shared_ptr<text::OwnWords> words;
  for (const std::string& folder : folders) {
    const std::string path = folder + '/' + office_words_file;
    if (!files::resolved(path)) continue;
    if (!words) words = std::make_shared<text::OwnWords>();
    try {
      words->add(files::read_below({folder}, path, limits::word_list_bytes), path, diagnostics);
    } catch (const Error& error) {
      Diagnostic told = error.diagnostic();
      told.severity = Severity::warning;
      diagnostics.add(std::move(told));
    }
  }
  return words;
}

}  // namespace krut
