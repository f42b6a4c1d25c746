#include "krut/layout_cache.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace krut {
namespace {

LoadedLayout with_fault(const std::string& code) {
  LoadedLayout loaded;
  loaded.diagnostics.add({.code = code});
  return loaded;
}

TEST(LayoutCache, never_keeps_more_than_it_may) {
  LayoutCache cache(3);
  for (int i = 0; i < 1'000; ++i) static_cast<void>(cache.keep("layout " + std::to_string(i), {}));
  EXPECT_EQ(cache.size(), 3U);
  EXPECT_TRUE(cache.find("layout 999"));
  EXPECT_FALSE(cache.find("layout 0"));
}

TEST(LayoutCache, drops_what_was_asked_for_longest_ago) {
  LayoutCache cache(2);
  static_cast<void>(cache.keep("a", {}));
  static_cast<void>(cache.keep("b", {}));
  EXPECT_TRUE(cache.find("a"));
  static_cast<void>(cache.keep("c", {}));
  EXPECT_TRUE(cache.find("a"));
  EXPECT_FALSE(cache.find("b"));
}

TEST(LayoutCache, keeps_what_was_there_first) {
  LayoutCache cache(2);
  static_cast<void>(cache.keep("a", with_fault("first")));
  EXPECT_EQ(cache.keep("a", with_fault("second")).diagnostics.items().front().code, "first");
}

TEST(LayoutCache, serves_many_threads) {
  LayoutCache cache(4);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&cache, thread] {
      for (int i = 0; i < 2'000; ++i) {
        const std::string key = std::to_string((i * 7 + thread) % 9);
        const LoadedLayout kept = cache.keep(key, with_fault(key));
        if (kept.diagnostics.items().front().code != key) ADD_FAILURE() << key;
        static_cast<void>(cache.find(std::to_string(i % 9)));
      }
    });
  }
  for (std::thread& each : threads) each.join();
  EXPECT_EQ(cache.size(), 4U);
}

}  // namespace
}  // namespace krut
