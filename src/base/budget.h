#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace krut {

/// How much one request may take, as its caller says. What is left out is not bounded.
struct Bounds {
  std::optional<std::chrono::nanoseconds> time;  ///< from now on
  std::optional<std::size_t> memory;             ///< bytes
  std::function<bool()> is_cancelled;            ///< asked often, by any thread of the request; must not throw
};

/// What is left of a request's bounds: handed from stage to stage, and copied to the threads that work for it. Each
/// stage asks it once for every thing that it makes (a paragraph, a row, a page), so that a request ends soon after its
/// bounds were reached. The usual one has no bounds and costs a comparison. It alone reads a clock, the monotonic one,
/// and only where a caller has bounded the time.
class Budget {
 public:
  Budget() = default;
  /// The time begins to run.
  explicit Budget(Bounds bounds);

  /// Throws `Error` when the request was cancelled (cancelled) or a bound was reached (limit).
  void check() const {
    if (state_ != nullptr) check_bounds();
  }
  /// The same as a question: for what is called through C frames, which no exception may cross.
  [[nodiscard]] bool is_spent() const noexcept;

  /// Counts bytes of content that the request now holds, each for three with what stands around it, and checks.
  /// `give_back` takes them off again.
  void take(std::size_t bytes) const {
    if (state_ != nullptr) take_bytes(bytes);
  }
  void give_back(std::size_t bytes) const noexcept;
  /// The most bytes held at once so far, by this count; 0 without bounds.
  [[nodiscard]] std::size_t most_taken() const noexcept;

  /// What is left of the time, for helpers that keep their own; nothing where it is not bounded.
  [[nodiscard]] std::optional<std::chrono::nanoseconds> time_left() const;

 private:
  struct State;
  void check_bounds() const;
  void take_bytes(std::size_t bytes) const;

  std::shared_ptr<State> state_;
};

/// Bytes held as long as it lives.
class Held {
 public:
  Held() = default;
  explicit Held(Budget budget) : budget_(std::move(budget)) {}
  Held(Held&& other) noexcept : budget_(std::move(other.budget_)), bytes_(std::exchange(other.bytes_, 0)) {}
  Held& operator=(Held&& other) noexcept {
    std::swap(budget_, other.budget_);
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() { budget_.give_back(bytes_); }

  /// Throws `Error` as `Budget::take` does.
  void take(std::size_t bytes) {
    bytes_ += bytes;  // first: taken is taken, also where it is too much
    budget_.take(bytes);
  }

 private:
  Budget budget_;
  std::size_t bytes_ = 0;
};

/// Asks a budget once in so many calls: for loops whose steps cost less than asking.
class Pace {
 public:
  explicit Pace(const Budget& budget) : budget_(budget) {}
  void step() {
    constexpr unsigned mask = 255;
    if ((++steps_ & mask) == 0) budget_.check();
  }

 private:
  const Budget& budget_;
  unsigned steps_ = 0;
};

}  // namespace krut
