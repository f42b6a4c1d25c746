#include "document.h"

#include <zip.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "krut/krut.hpp"
#include "resources.h"

namespace {

using krut::api::Outcome;
using krut::api::Status;

/// Characters that a paper may hold more or fewer of than the data.
constexpr std::array invisible{"\u200b", "\u2060", "\u200c", "\u200d"};

[[noreturn]] void fail(const char* law, const std::string& what) {
  static_cast<void>(std::fprintf(stderr, "law broken: %s: %s\n", law, what.c_str()));
  std::abort();
}

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string part(zip_t* archive, zip_uint64_t index) {
  const std::unique_ptr<zip_file_t, Discard> file(zip_fopen_index(archive, index, 0));
  if (file == nullptr) fail("every part of the DOCX can be unpacked", "");
  std::string bytes;
  std::array<char, 1U << 16> piece{};
  for (zip_int64_t size = 0; (size = zip_fread(file.get(), piece.data(), piece.size())) > 0;) {
    bytes.append(piece.data(), static_cast<std::size_t>(size));
  }
  return bytes;
}

/// The words of a DOCX without tags, and behind them the tags, whose attributes describe tables and pictures; the data
/// inside do not count.
std::string words_of_docx(const std::string& docx) {
  zip_source_t* source = zip_source_buffer_create(docx.data(), docx.size(), 0, nullptr);
  const std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(source, ZIP_RDONLY, nullptr));
  if (archive == nullptr) fail("the DOCX is a zip", "");
  std::string xml;
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const std::string name = zip_get_name(archive.get(), index, 0);
    if (name.starts_with("word/") && name.ends_with(".xml")) xml += part(archive.get(), index);
  }
  std::string words;
  bool is_tag = false;
  for (const char character : xml) {
    if (character == '<') is_tag = true;
    if (!is_tag) words += character;
    if (character == '>') is_tag = false;
  }
  for (const char* mark : invisible) {
    for (std::size_t at = 0; (at = words.find(mark, at)) != std::string::npos;)
      words.erase(at, std::string(mark).size());
  }
  return words + xml;
}

void expect_data_comes_back(const std::string& paper, const std::string& data) {
  const auto source = krut::api::read_back(paper, "paper");
  if (source.status != Status::ok || source.data != data) fail("the data comes back byte for byte", data);
}

/// What the document says stands in both papers.
void expect_all_words(const krut::api::Engine& engine, const krut::api::Request& request, const Outcome& outcome,
                      const std::vector<std::string>& words) {
  Outcome ignored;
  std::string said = engine.dump(request, "document", ignored);
  said.erase(0, said.find('\n'));  // the title and the author, which may stand nowhere else
  const std::string told = engine.dump(request, "tags", ignored);
  const std::string docx = words_of_docx(outcome.docx);
  for (const std::string& word : words) {
    if (said.find(word) == std::string::npos) continue;  // the layout prints it nowhere
    if (docx.find(word) == std::string::npos) fail("every word stands in the DOCX", word + " of " + request.data);
    if (told.find(word) == std::string::npos) fail("every word is told from the PDF", word + " of " + request.data);
  }
}

}  // namespace

/// A sound document for one of krut's own layouts, drawn from the bytes: both papers are made, hold every word and the
/// data, and the second render gives the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const krut::api::Engine engine({{krut::fuzz::resource("fonts")}, {krut::fuzz::resource("layouts")}});
  krut::fuzz::Choices choices(bytes, size);
  const krut::fuzz::GeneratedDocument document = krut::fuzz::generate_document(choices);
  krut::api::Request request;
  request.data = document.json;
  request.data_name = "fuzz.json";
  request.pdf_standard = "plain";
  const Outcome outcome = engine.render(request);
  if (outcome.status == Status::internal_error) fail("no fault of our own", document.json);
  if (outcome.status != Status::ok) {
    if (outcome.diagnostics.empty()) fail("a refusal is told", document.json);
    return 0;
  }
  expect_data_comes_back(outcome.pdf, document.json);
  expect_data_comes_back(outcome.docx, document.json);
  expect_all_words(engine, request, outcome, document.words);
  const Outcome again = engine.render(request);
  if (again.pdf != outcome.pdf || again.docx != outcome.docx) fail("the same bytes again", document.json);
  return 0;
}
