#include "base/budget.h"

#include <algorithm>
#include <atomic>
#include <string>
#include <utility>

#include "base/error.h"

namespace krut {

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void refuse_cancelled() {
  throw Error(ErrorKind::cancelled, "request.cancelled", {"ผู้เรียกสั่งยกเลิกงานนี้", "the caller cancelled the request"},
              {"เรียกใหม่เมื่อต้องการผลลัพธ์", "ask again when the result is wanted"});
}

std::string seconds(std::chrono::nanoseconds time) {
  constexpr std::int64_t thousand = 1'000;
  const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(time).count();
  std::string text = std::to_string(milliseconds / thousand);
  const std::string rest = std::to_string(milliseconds % thousand + thousand).substr(1);
  if (const std::size_t last = rest.find_last_not_of('0'); last != std::string::npos) {
    text += '.' + rest.substr(0, last + 1);
  }
  return text;
}

[[noreturn]] void refuse_late(std::chrono::nanoseconds bound) {
  const std::string most = seconds(bound);
  throw Error(ErrorKind::limit, "limit.timeout",
              {"งานนี้ใช้เวลาเกิน " + most + " วินาทีที่กำหนดไว้", "the work took longer than the " + most + " seconds allowed"},
              {"กำหนดเวลา (timeout) ให้มากขึ้น หรือแบ่งข้อมูลเป็นหลายไฟล์",
               "allow more time (timeout), or split the data into several files"});
}

[[noreturn]] void refuse_large(std::size_t bound) {
  constexpr std::size_t mebibyte = std::size_t{1} << 20U;
  const bool is_whole = bound >= mebibyte && bound % mebibyte == 0;
  const std::string most = is_whole ? std::to_string(bound / mebibyte) + " MiB" : std::to_string(bound) + " bytes";
  throw Error(
      ErrorKind::limit, "limit.memory",
      {"งานนี้ต้องใช้หน่วยความจำเกิน " + most + " ที่กำหนดไว้", "the work needs more memory than the " + most + " allowed"},
      {"กำหนดหน่วยความจำ (max memory) ให้มากขึ้น หรือแบ่งข้อมูลเป็นหลายไฟล์",
       "allow more memory (max memory), or split the data into several files"});
}

/// Who counts knows the content; around each byte of it the parts of the pages, both writers and the allocator hold
/// more. Measured against what the system gave: 2.4 to 3 for large reports, tables and lists, more for small ones.
constexpr std::size_t bytes_in_all = 3;

}  // namespace

struct Budget::State {
  Bounds bounds;
  std::optional<Clock::time_point> deadline;
  std::atomic<std::size_t> taken = 0;
  std::atomic<std::size_t> most_taken = 0;

  [[nodiscard]] bool is_cancelled() const { return bounds.is_cancelled && bounds.is_cancelled(); }
  [[nodiscard]] bool is_late() const { return deadline && Clock::now() >= *deadline; }
  /// Also when it has been given back since: all who work for the request shall stop.
  [[nodiscard]] bool is_too_large() const {
    return bounds.memory && most_taken.load(std::memory_order_relaxed) > *bounds.memory;
  }
};

Budget::Budget(Bounds bounds) {
  if (!bounds.time && !bounds.memory && !bounds.is_cancelled) return;
  state_ = std::make_shared<State>();
  if (bounds.time) {
    const Clock::time_point now = Clock::now();
    state_->deadline = *bounds.time < Clock::time_point::max() - now ? now + *bounds.time : Clock::time_point::max();
  }
  state_->bounds = std::move(bounds);
}

void Budget::check_bounds() const {
  if (state_->is_cancelled()) refuse_cancelled();
  if (state_->is_late()) refuse_late(*state_->bounds.time);
  if (state_->is_too_large()) refuse_large(*state_->bounds.memory);
}

bool Budget::is_spent() const noexcept {
  return state_ != nullptr && (state_->is_cancelled() || state_->is_late() || state_->is_too_large());
}

void Budget::take_bytes(std::size_t counted) const {
  const std::size_t bytes = counted * bytes_in_all;
  const std::size_t now = state_->taken.fetch_add(bytes, std::memory_order_relaxed) + bytes;
  std::size_t most = state_->most_taken.load(std::memory_order_relaxed);
  while (now > most && !state_->most_taken.compare_exchange_weak(most, now, std::memory_order_relaxed)) {
  }
  check_bounds();
}

void Budget::give_back(std::size_t bytes) const noexcept {
  if (state_ != nullptr) state_->taken.fetch_sub(bytes * bytes_in_all, std::memory_order_relaxed);
}

std::size_t Budget::most_taken() const noexcept {
  return state_ == nullptr ? 0 : state_->most_taken.load(std::memory_order_relaxed);
}

std::optional<std::chrono::nanoseconds> Budget::time_left() const {
  if (state_ == nullptr || !state_->deadline) return std::nullopt;
  return std::max(std::chrono::nanoseconds::zero(), std::chrono::nanoseconds(*state_->deadline - Clock::now()));
}

}  // namespace krut
