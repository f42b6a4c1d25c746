#pragma once

#include <exception>
#include <future>
#include <memory>
#include <mutex>
#include <new>
#include <vector>

#include "base/beside.h"
#include "text/own_words.h"
#include "text/setter.h"

namespace krut {

/// Setters at rest, with their caches warm. A render borrows one and gives it back.
class SetterPool {
 public:
  SetterPool(std::shared_ptr<const text::FontLibrary> fonts, std::shared_ptr<const text::OwnWords> words)
      : fonts_(std::move(fonts)), words_(std::move(words)) {}

  /// A borrowed setter; returns to the pool when destroyed, which must outlive it.
  class Loan {
   public:
    Loan(SetterPool& pool, std::unique_ptr<text::Setter> setter) : pool_(&pool), setter_(std::move(setter)) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() {
      // Work that was broken off may have left it in any state.
      if (std::uncaught_exceptions() == exceptions_) pool_->give_back(std::move(setter_));
    }

    [[nodiscard]] text::Setter& operator*() const { return *setter_; }

   private:
    SetterPool* pool_;
    std::unique_ptr<text::Setter> setter_;
    int exceptions_ = std::uncaught_exceptions();
  };

  /// Starts making a setter where none rests, so that it is there when the data has been read and checked.
  void prepare() {
    const std::lock_guard lock(mutex_);
    if (!resting_.empty() || coming_.valid()) return;
    coming_ = run_beside([fonts = fonts_, words = words_] { return std::make_unique<text::Setter>(fonts, words); });
  }

  [[nodiscard]] Loan borrow() {
    std::future<std::unique_ptr<text::Setter>> coming;
    {
      const std::lock_guard lock(mutex_);
      if (!resting_.empty()) {
        std::unique_ptr<text::Setter> setter = std::move(resting_.back());
        resting_.pop_back();
        return {*this, std::move(setter)};
      }
      coming = std::move(coming_);
    }
    if (coming.valid()) return {*this, coming.get()};
    return {*this, std::make_unique<text::Setter>(fonts_, words_)};
  }

 private:
  void give_back(std::unique_ptr<text::Setter> setter) noexcept {
    try {
      const std::lock_guard lock(mutex_);
      resting_.push_back(std::move(setter));
    } catch (const std::bad_alloc&) {  // the next render makes one
    }
  }

  std::shared_ptr<const text::FontLibrary> fonts_;
  std::shared_ptr<const text::OwnWords> words_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<text::Setter>> resting_;
  std::future<std::unique_ptr<text::Setter>> coming_;
};

}  // namespace krut
