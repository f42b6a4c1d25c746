#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "krut/krut.hpp"

namespace {

namespace fs = std::filesystem;
using namespace krut;

constexpr std::size_t threads = 4;
constexpr double most_growth = 16e6;  // bytes in all, once everything is warm: an allocator settles slowly

[[noreturn]] void fail(const std::string& what) {
  static_cast<void>(std::fprintf(stderr, "FAIL: %s\n", what.c_str()));
  std::exit(EXIT_FAILURE);
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A request and the papers that it gives every time.
struct Work {
  api::Request request;
  api::Outcome first;
};

/// Every example, and a memo with a drawing as its emblem.
std::vector<Work> works() {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(KRUT_SOURCE_FOLDER "/examples")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  files.emplace_back(KRUT_SOURCE_FOLDER "/tests/data/emblem/memo-with-svg.json");
  std::vector<Work> all;
  for (const fs::path& file : files) {
    api::Request request;
    request.data = text_of(file);
    request.data_name = file.filename().string();
    request.data_folder = file.parent_path().string();
    all.push_back({request, {}});
  }
  return all;
}

void expect_ok(const api::Outcome& outcome, const std::string& what) {
  if (outcome.status == api::Status::ok) return;
  fail(what + ": " + (outcome.diagnostics.empty() ? std::string("no reason") : outcome.diagnostics[0].text_english));
}

void expect_the_same(const Work& work, const api::Outcome& outcome) {
  expect_ok(outcome, work.request.data_name);
  if (outcome.pdf != work.first.pdf || outcome.docx != work.first.docx) fail(work.request.data_name + ": other bytes");
}

/// Resident bytes of this process.
double resident() {
  std::ifstream file("/proc/self/statm");
  double size = 0;
  double pages = 0;
  file >> size >> pages;
  return pages * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

/// Bytes by which memory grows with each step: the slope of the line through the points.
double slope(const std::vector<double>& points) {
  const auto count = static_cast<double>(points.size());
  double sum = 0;
  double weighted = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    sum += points[i];
    weighted += points[i] * (static_cast<double>(i) - (count - 1) / 2);
  }
  return weighted * 12 / (count * (count * count - 1));
}

/// Renders all works in turn, `count` renders in all: the same bytes every time, and memory stays.
void soak(const api::Engine& engine, std::vector<Work>& all, std::size_t count, bool judges_memory) {
  for (Work& work : all) expect_ok(work.first = engine.render(work.request), work.request.data_name);
  std::vector<double> points;
  for (std::size_t i = 0; i < count; ++i) {
    const Work& work = all[i % all.size()];
    expect_the_same(work, engine.render(work.request));
    if (i >= count / 5) points.push_back(resident());
  }
  const double growth = points.size() < 3 ? 0 : slope(points);
  std::printf("%zu renders of %zu works; memory %.1f MB, growing by %.0f bytes a render\n", count, all.size(),
              resident() / 1e6, growth);
  if (judges_memory && growth * static_cast<double>(count) > most_growth) fail("memory grows");
}

/// Everything that may be asked of an engine, for one work.
void ask_everything(const api::Engine& engine, const Work& work) {
  expect_the_same(work, engine.render(work.request));
  expect_ok(engine.check(work.request), work.request.data_name);
  api::Outcome outcome;
  for (const char* stage : {"document", "pages", "tags"}) {
    if (engine.dump(work.request, stage, outcome).empty()) fail(std::string("nothing to dump: ") + stage);
  }
  if (engine.layouts(outcome).empty() || engine.fonts(outcome).empty()) fail("no layouts or no fonts");
  if (engine.schema(work.first.layout, outcome).empty()) fail("no schema");
  if (engine.skeleton(work.first.layout, outcome).json.empty()) fail("no skeleton");
  if (engine.fonts_used_by(work.first.layout, outcome).empty()) fail("no fonts in use");
  for (const std::string& paper : {work.first.pdf, work.first.docx}) {
    if (api::read_back(paper, "paper").data != work.request.data) fail("other data read back");
  }
  static_cast<void>(api::told({}));
  static_cast<void>(api::pdf_standards());
  static_cast<void>(api::version());
}

/// Four threads ask one engine for everything at once. It is new for them, so that they meet while it loads layouts.
void ask_from_threads(const std::vector<Work>& all, const api::Settings& settings, std::size_t rounds) {
  const api::Engine engine(settings);
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> asking;
  for (std::size_t i = 0; i < threads; ++i) {
    asking.emplace_back([&] {
      for (std::size_t turn = next++; turn < rounds * all.size(); turn = next++)
        ask_everything(engine, all[turn % all.size()]);
    });
  }
  for (std::thread& thread : asking) thread.join();
  std::printf("%zu rounds of %zu works on %zu threads\n", rounds, all.size(), threads);
}

}  // namespace

/// One engine for a long time, or for many at once.
///
///     endure soak COUNT      renders in turn; memory may not grow
///     endure soak-only COUNT the same without a look at memory (sanitizers and Valgrind keep what was freed)
///     endure threads ROUNDS  every question of the library from four threads
int main(int count, char** words) {
  if (count != 3) fail("endure soak|soak-only|threads COUNT");
  const std::string_view what = words[1];
  const std::size_t number = std::strtoul(words[2], nullptr, 10);
  const api::Settings settings{{KRUT_BUILD_FOLDER "/fonts"}, {KRUT_BUILD_FOLDER "/layouts"}};
  std::vector<Work> all = works();
  if (what == "threads") {
    {
      const api::Engine alone(settings);
      for (Work& work : all) expect_ok(work.first = alone.render(work.request), work.request.data_name);
    }
    ask_from_threads(all, settings, number);
  } else {
    const api::Engine engine(settings);
    soak(engine, all, number, what == "soak");
  }
  return EXIT_SUCCESS;
}
