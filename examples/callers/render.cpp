// Renders data files from C++, several at once on one engine: each DATA.json becomes a PDF and a DOCX beside it.
//
//   render FONT_FOLDER LAYOUT_FOLDER DATA.json...
#include <filesystem>
#include <iostream>
#include <krut/krut.hpp>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

namespace api = krut::api;

void tell(const std::vector<api::Diagnostic>& diagnostics) {
  for (const api::Diagnostic& diagnostic : diagnostics) std::cerr << diagnostic.text_english;
}

/// Images that the data names are looked up in its own folder.
api::Outcome render(const api::Engine& engine, const std::filesystem::path& path) {
  api::FileResult file = api::read_data_file(path.string());
  if (file.status != api::Status::ok) {
    api::Outcome unread;
    unread.status = file.status;
    unread.diagnostics = std::move(file.diagnostics);
    return unread;
  }
  api::Request request;
  request.data = std::move(file.bytes);
  request.data_name = path.string();
  request.data_folder = std::filesystem::absolute(path).parent_path().string();
  return engine.render(request);
}

/// Both papers or none.
api::FileResult write(std::filesystem::path path, const api::Outcome& outcome) {
  return api::write_files({{path.replace_extension(".pdf").string(), outcome.pdf},
                           {path.replace_extension(".docx").string(), outcome.docx}});
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) {
    std::cerr << "usage: " << words[0] << " FONT_FOLDER LAYOUT_FOLDER DATA.json...\n";
    return 2;
  }
  const std::vector<std::filesystem::path> paths(words + 3, words + count);
  const api::Engine engine({.font_folders = {words[1]}, .layout_folders = {words[2]}});

  std::vector<api::Outcome> outcomes(paths.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    threads.emplace_back([&, i] { outcomes[i] = render(engine, paths[i]); });
  }
  for (std::thread& thread : threads) thread.join();

  api::Status worst = api::Status::ok;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    tell(outcomes[i].diagnostics);
    api::Status status = outcomes[i].status;
    if (status == api::Status::ok) {
      const api::FileResult written = write(paths[i], outcomes[i]);
      tell(written.diagnostics);
      status = written.status;
    }
    if (status == api::Status::ok) {
      std::cout << paths[i].string() << ": " << outcomes[i].page_count << " pages\n";
    } else {
      worst = status;
    }
  }
  return static_cast<int>(worst);
}
