#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>

#include "base/files.h"
#include "base/limits.h"
#include "data/checked_data.h"
#include "data/hygiene/hygiene.h"

// What looking for slips costs beside reading the data; compare with measures_1000 of bench_render: less than 3 %.
// These measures say much again, five times on average; a text is read once for each rule that looks at texts alone.

namespace {

krut::data::Json parsed() {
  krut::Diagnostics diagnostics;
  auto json = krut::data::Json::parse(krut::files::read_whole(KRUT_LARGE_DATA, krut::limits::data_bytes),
                                      KRUT_LARGE_DATA, diagnostics);
  if (!json) {
    std::cerr << "cannot read " KRUT_LARGE_DATA "\n";
    std::exit(EXIT_FAILURE);
  }
  return *json;
}

void read_measures_1000(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(parsed());
}

void review_measures_1000(benchmark::State& state) {
  const auto json = parsed();
  for (auto _ : state) {
    krut::Diagnostics diagnostics;
    krut::data::review(json, diagnostics);
    benchmark::DoNotOptimize(diagnostics.items().size());
  }
}

}  // namespace

BENCHMARK(read_measures_1000)->Unit(benchmark::kMillisecond);
BENCHMARK(review_measures_1000)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
