#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "krut/krut.hpp"

// Warm renders: fonts and layouts are loaded, the word cache is filled by the first, uncounted iteration.

namespace {

using krut::api::Engine;
using krut::api::Outcome;
using krut::api::Request;
using krut::api::Status;

Request request_for(const std::string& path) {
  krut::api::FileResult file = krut::api::read_data_file(path);
  if (file.status != Status::ok) {
    std::cerr << "cannot read " << path << '\n';
    std::exit(EXIT_FAILURE);
  }
  Request request;
  request.data = std::move(file.bytes);
  request.data_name = path;
  return request;
}

void render(benchmark::State& state, const std::string& path, bool wants_pdf, bool wants_docx) {
  const std::string build = KRUT_BUILD_FOLDER;
  const Engine engine({{build + "/fonts"}, {build + "/layouts"}});
  Request request = request_for(path);
  request.wants_pdf = wants_pdf;
  request.wants_docx = wants_docx;
  std::size_t pages = engine.render(request).page_count;
  std::size_t bytes = 0;
  for (auto _ : state) {
    const Outcome outcome = engine.render(request);
    if (outcome.status != Status::ok) {
      state.SkipWithError("the render failed");
      break;
    }
    bytes = outcome.pdf.size() + outcome.docx.size();
  }
  const double all = static_cast<double>(state.iterations()) * static_cast<double>(pages);
  state.counters["pages"] = static_cast<double>(pages);
  state.counters["bytes"] = static_cast<double>(bytes);
  state.counters["pages_per_second"] = benchmark::Counter(all, benchmark::Counter::kIsRate);
}

const std::string example = KRUT_SOURCE_FOLDER "/examples/memo-report.json";
const std::string large = KRUT_LARGE_DATA;

}  // namespace

BENCHMARK_CAPTURE(render, example_both, example, true, true)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(render, example_pdf, example, true, false)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(render, example_docx, example, false, true)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(render, measures_1000_both, large, true, true)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(render, measures_1000_pdf, large, true, false)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(render, measures_1000_docx, large, false, true)->Unit(benchmark::kMillisecond)->UseRealTime();

BENCHMARK_MAIN();
