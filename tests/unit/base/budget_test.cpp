#include "base/budget.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <stdexcept>
#include <system_error>

#include "base/beside.h"
#include "base/error.h"

namespace krut {
namespace {

using namespace std::chrono_literals;

Budget within(std::chrono::nanoseconds time) { return Budget(Bounds{time, {}, {}}); }

Budget holding(std::size_t bytes) { return Budget(Bounds{{}, bytes, {}}); }

std::string code_of(const Budget& budget) {
  try {
    budget.check();
  } catch (const Error& error) {
    EXPECT_FALSE(error.diagnostic().hint.thai.empty());
    EXPECT_FALSE(error.diagnostic().hint.english.empty());
    return error.diagnostic().code;
  }
  return {};
}

TEST(Budget, without_bounds_is_never_spent) {
  const Budget budget;
  budget.take(std::size_t{1} << 60U);
  EXPECT_EQ(code_of(budget), "");
  EXPECT_FALSE(budget.is_spent());
  EXPECT_FALSE(budget.time_left());
}

TEST(Budget, is_spent_when_its_time_is_over) {
  const Budget budget = within(0ns);
  EXPECT_EQ(code_of(budget), "limit.timeout");
  EXPECT_TRUE(budget.is_spent());
  EXPECT_EQ(budget.time_left(), 0ns);
  EXPECT_EQ(code_of(within(1h)), "");
  EXPECT_EQ(code_of(within(std::chrono::nanoseconds::max())), "");
}

TEST(Budget, names_the_time_that_was_allowed) {
  try {
    within(-1ns).check();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::limit);
  }
  const Budget budget = within(1'500us);
  while (!budget.is_spent()) {
  }
  try {
    budget.check();
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(error.diagnostic().message.english.find("0.002 seconds"), std::string::npos)
        << error.diagnostic().message.english;
  }
}

TEST(Budget, is_spent_when_more_is_held_than_its_memory) {
  const Budget budget = holding(300);
  budget.take(60);
  EXPECT_THROW(budget.take(60), Error);
  EXPECT_EQ(code_of(budget), "limit.memory");
  budget.give_back(60);
  EXPECT_EQ(code_of(budget), "limit.memory") << "whoever works for the request shall stop";
  EXPECT_EQ(budget.most_taken(), 360U) << "a counted byte stands for three";
}

TEST(Budget, counts_what_is_held_until_it_is_let_go) {
  const Budget budget = holding(300);
  for (int i = 0; i < 3; ++i) {
    Held held(budget);
    held.take(60);
    const Held moved = std::move(held);
    EXPECT_EQ(code_of(budget), "");
  }
  EXPECT_EQ(budget.most_taken(), 180U);
  Held held(budget);
  EXPECT_THROW(held.take(1'000), Error);
}

TEST(Budget, is_spent_when_its_caller_cancels_from_another_thread) {
  std::atomic<bool> is_cancelled = false;
  const Budget budget(Bounds{{}, {}, [&] { return is_cancelled.load(); }});
  EXPECT_EQ(code_of(budget), "");
  std::async(std::launch::async, [&] { is_cancelled = true; }).get();
  EXPECT_EQ(code_of(budget), "request.cancelled");
}

TEST(Budget, is_asked_now_and_then_by_a_pace) {
  const Budget budget = within(0ns);
  Pace pace(budget);
  EXPECT_THROW(
      {
        for (int i = 0; i < 1'000; ++i) pace.step();
      },
      Error);
}

TEST(WorkBeside, gives_its_result_and_its_exceptions) {
  EXPECT_EQ(run_beside([] { return 42; }).get(), 42);
  EXPECT_EQ(run_when_asked([] { return 42; }).get(), 42);
  auto failing = run_beside([]() -> int { throw std::runtime_error("no"); });
  EXPECT_THROW(failing.get(), std::runtime_error);
}

}  // namespace
}  // namespace krut
