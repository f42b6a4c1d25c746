#include "picture/drawer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstring>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "base/limits.h"
#include "base/system_reason.h"
#include "base/utf8.h"
#include "picture/drawing_order.h"
#include "picture/helper.h"
#include "picture/jpeg.h"
#include "picture/jpeg_scan.h"
#include "picture/png_scan.h"

namespace krut::picture {

namespace {

constexpr double points_per_inch = 72;
constexpr double dots_per_inch = 600;
constexpr std::size_t cost_of_fault = 1'024;  ///< bytes of what is remembered of a picture that cannot be drawn

/// 600 dots to the inch, or as many as the limits on pictures let it have.
void set_size(DrawingOrder& order, Length width, Length height) {
  order.page_width = width.in_points();
  order.page_height = height.in_points();
  const double across = order.page_width / points_per_inch * dots_per_inch;
  const double down = order.page_height / points_per_inch * dots_per_inch;
  const double by_area = std::sqrt(static_cast<double>(limits::image_pixels) / (across * down));
  const double by_side = static_cast<double>(limits::image_side) / std::max(across, down);
  const double scale = std::min({1.0, by_area, by_side});
  const double half = scale < 1 ? 0 : 0.5;
  order.pixels_across = static_cast<std::uint32_t>(std::max(1.0, across * scale + half));
  order.pixels_down = static_cast<std::uint32_t>(std::max(1.0, down * scale + half));
}

Bilingual simpler() {
  return {"ทำภาพให้เรียบง่ายลง (เอฟเฟกต์ ฟิลเตอร์) หรือบันทึกเป็น PNG",
          "simplify the drawing (effects, filters), or save it as PNG"};
}

Fault undrawable(Bilingual what) { return {Fault::Kind::undrawable, std::move(what), simpler()}; }

std::string limit_text(const char* name, std::size_t most) {
  return std::string(name) + " (" + std::to_string(most) + ')';
}

/// Why the program died, as far as its signal tells.
Fault died_of(int number) {
  if (number == SIGXCPU || number == SIGALRM || number == SIGKILL) {
    const std::string limit = limit_text("drawing_seconds", limits::drawing_seconds);
    return undrawable({"ใช้เวลาวาดเกินกำหนด " + limit, "drawing it takes longer than the limit " + limit});
  }
  const std::string limit = limit_text("drawing_bytes", limits::drawing_bytes);
  const std::string signal = std::to_string(number);
  return undrawable({"โปรแกรมวาดหยุดกลางคัน (สัญญาณ " + signal + ") หรือหน่วยความจำเกินกำหนด " + limit,
                     "drawing it crashed (signal " + signal + "), or took more memory than the limit " + limit});
}

[[noreturn]] void not_there(const std::string& program, int reason) {
  const Bilingual cause = system_reason(reason);
  throw Error(ErrorKind::resource_missing, "picture.no-program",
              {"วาดภาพไม่ได้ เพราะเรียกโปรแกรม \"" + program + "\" ไม่ได้: " + cause.thai,
               "pictures cannot be drawn, because the program \"" + program + "\" cannot be started: " + cause.english},
              {"ติดตั้ง krut ใหม่ทั้งชุด (krut-picture อยู่ใน libexec/krut) หรือใช้ภาพ PNG",
               "install krut as a whole (krut-picture lies in libexec/krut), or use PNG pictures"});
}

[[noreturn]] void not_startable(const std::string& program) {
  throw Error(ErrorKind::resource_missing, "picture.no-program",
              {"วาดภาพไม่ได้ เพราะโปรแกรม \"" + program + "\" เริ่มทำงานไม่ได้",
               "pictures cannot be drawn, because the program \"" + program + "\" does not run"},
              {"ติดตั้งแพ็กเกจ librsvg2-2 และ krut ใหม่ทั้งชุด หรือใช้ภาพ PNG",
               "install the package librsvg2-2 and krut as a whole, or use PNG pictures"});
}

[[noreturn]] void short_of_means(int reason) {
  const Bilingual cause = system_reason(reason);
  throw Error(
      ErrorKind::limit, "picture.not-started",
      {"เริ่มโปรแกรมวาดภาพไม่ได้: " + cause.thai, "the program that draws pictures cannot be started: " + cause.english},
      {"ลองใหม่เมื่อเครื่องว่างลง หรือเพิ่มขีดจำกัดของระบบ",
       "try again when the machine is less busy, or raise the limits of the system"});
}

/// Takes an answer apart. Nothing in it is believed: it comes from where a hostile file was drawn.
std::variant<Drawn, Fault> drawn_in(const std::string& answer, const DrawingOrder& order) {
  DrawingAnswer head;
  const Fault nonsense = undrawable({"โปรแกรมวาดให้ผลที่ใช้ไม่ได้", "drawing it gives nothing usable"});
  if (answer.size() < sizeof head) return nonsense;
  std::memcpy(&head, answer.data(), sizeof head);
  std::string_view rest = std::string_view(answer).substr(sizeof head);
  const std::uint64_t size = std::uint64_t{head.page_size} + head.png_size + head.reason_size;
  if (head.mark != DrawingAnswer{}.mark || rest.size() != size) return nonsense;
  if (head.page_size == 0) {
    const std::string reason = utf8::shortened(utf8::from_utf32(utf8::to_utf32(rest)), limits::shown_characters);
    return undrawable({reason, reason});
  }
  const std::string_view page = rest.substr(0, head.page_size);
  const std::string_view png = rest.substr(head.page_size, head.png_size);
  const bool is_asked = (order.wants_png != 0) == (head.png_size != 0);
  if (!is_asked || page.substr(0, 5) != "%PDF-" ||
      (!png.empty() && !is_png_of(png, order.pixels_across, order.pixels_down))) {
    return nonsense;
  }
  Drawn drawn{std::make_shared<const std::string>(page), nullptr};
  if (!png.empty()) drawn.png = std::make_shared<const std::string>(png);
  return drawn;
}

/// Why there is no answer.
struct NoAnswer {
  Fault fault;
  bool may_pass = false;  ///< the machine may only have been busy
};

/// What the program answers to an order, not yet looked into.
template <typename Order>
std::variant<std::string, NoAnswer> ask(const std::string& program, const Order& order, std::string_view picture,
                                        const Budget& budget) {
  using Kind = HelperEnd::Kind;
  constexpr int exit_code_of_loader = 127;  // a library that the program needs is not there
  constexpr std::size_t most_bytes = limits::drawn_page_bytes + limits::drawn_png_bytes + limits::told_characters;
  std::string said(reinterpret_cast<const char*>(&order), sizeof order);
  said += picture;
  HelperEnd end = ask_helper(program, said, most_bytes, std::chrono::seconds(limits::drawing_wait_seconds), budget);
  switch (end.kind) {
    case Kind::answered:
      return std::move(end.answer);
    case Kind::not_there:
      not_there(program, end.number);
    case Kind::not_started:
      short_of_means(end.number);
    case Kind::out_of_time: {
      budget.check();
      const std::string limit = limit_text("drawing_wait_seconds", limits::drawing_wait_seconds);
      const Bilingual what = {"รอการวาดเกินกำหนด " + limit,
                              "waiting for it to be drawn took longer than the limit " + limit};
      return NoAnswer{undrawable(what), true};
    }
    case Kind::died:
      return NoAnswer{died_of(end.number)};
    case Kind::talks_on: {
      const std::string limit = limit_text("drawn_page_bytes", limits::drawn_page_bytes);
      return NoAnswer{
          undrawable({"ผลของการวาดใหญ่เกินกำหนด " + limit, "what is drawn is larger than the limit " + limit})};
    }
    case Kind::broken_off:
      break;
  }
  if (end.number == exit_code_of_loader) not_startable(program);
  return NoAnswer{undrawable({"โปรแกรมวาดหยุดกลางคัน", "drawing it broke off"})};
}

/// Likewise not believed, but walked through as if somebody had given it.
std::variant<Remade, Fault> remade_in(const std::string& answer, Kind kind) {
  PhotoAnswer head;
  const Fault nonsense = undrawable({"โปรแกรมวาดให้ผลที่ใช้ไม่ได้", "drawing it gives nothing usable"});
  if (answer.size() < sizeof head) return nonsense;
  std::memcpy(&head, answer.data(), sizeof head);
  const std::string_view rest = std::string_view(answer).substr(sizeof head);
  if (head.mark != PhotoAnswer{}.mark || rest.size() != std::uint64_t{head.picture_size} + head.reason_size) {
    return nonsense;
  }
  if (head.picture_size == 0) {
    const std::string reason = utf8::shortened(utf8::from_utf32(utf8::to_utf32(rest)), limits::shown_characters);
    return undrawable({reason, reason});
  }
  const std::string_view picture = rest.substr(0, head.picture_size);
  const bool is_named = kind == Kind::png ? is_png(picture) : is_jpeg(picture);
  if (!is_named) return nonsense;
  const Verdict verdict = kind == Kind::png ? judge_png(picture) : judge_jpeg(picture);
  const auto* facts = std::get_if<Facts>(&verdict);
  if (facts == nullptr || facts->orientation != 1) return nonsense;
  return std::make_shared<const std::string>(picture);
}

std::size_t size_of(const Drawn& drawn) { return drawn.page->size() + (drawn.png ? drawn.png->size() : 0); }

}  // namespace

std::variant<Drawn, Fault> Drawer::draw(const std::shared_ptr<const std::string>& svg, Length width, Length height,
                                        bool wants_png, const Budget& budget) const {
  Key key(*svg, width.in_emu(), height.in_emu());
  {
    const std::lock_guard lock(mutex_);
    const auto known = known_.find(key);
    const auto* drawn = known == known_.end() ? nullptr : std::get_if<Drawn>(&known->second);
    if (known != known_.end() && (drawn == nullptr || drawn->png || !wants_png)) return known->second;
  }
  DrawingOrder order;
  set_size(order, width, height);
  order.wants_png = wants_png ? 1 : 0;
  order.svg_size = static_cast<std::uint32_t>(svg->size());
  const auto answer = ask(program_, order, *svg, budget);
  const auto* none = std::get_if<NoAnswer>(&answer);
  if (none != nullptr && none->may_pass) return none->fault;
  std::variant<Drawn, Fault> result;
  if (none != nullptr) {
    result = none->fault;
  } else {
    result = drawn_in(std::get<std::string>(answer), order);
  }
  const auto* drawn = std::get_if<Drawn>(&result);
  const std::lock_guard lock(mutex_);
  const std::size_t size = svg->size() + (drawn != nullptr ? size_of(*drawn) : cost_of_fault);
  if (make_room(size)) known_.insert_or_assign(std::move(key), result);
  return result;
}

bool Drawer::make_room(std::size_t size) const {
  if (size > limits::kept_drawing_bytes) return false;
  held_ += size;
  if (held_ > limits::kept_drawing_bytes) {
    known_.clear();
    photos_.clear();
    held_ = size;
  }
  return true;
}

std::variant<Remade, Fault> Drawer::remake(const std::shared_ptr<const std::string>& picture, const PhotoWish& wish,
                                           const Budget& budget) const {
  const PhotoKey key(*picture, wish);
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = photos_.find(key); known != photos_.end()) return known->second.made;
  }
  auto result = made_anew(*picture, wish, budget);
  if (const auto* made = std::get_if<Remade>(&result)) {
    const std::lock_guard lock(mutex_);
    if (make_room(picture->size() + (*made)->size())) photos_.try_emplace(key, KnownPhoto{picture, *made});
  }
  return result;
}

std::variant<Remade, Fault> Drawer::made_anew(std::string_view picture, const PhotoWish& wish,
                                              const Budget& budget) const {
  PhotoOrder order;
  order.is_png = wish.kind == Kind::png ? 1 : 0;
  order.orientation = static_cast<std::uint32_t>(wish.orientation);
  order.width = wish.width;
  order.height = wish.height;
  order.size = static_cast<std::uint32_t>(picture.size());
  if (wish.kind == Kind::jpeg) {
    const JpegLook look = look_of_jpeg(picture);
    order.is_inverted = look.is_inverted ? 1 : 0;
    order.wants_rgb = wish.wants_rgb ? 1 : 0;
  }
  const auto answer = ask(program_, order, picture, budget);
  if (const auto* none = std::get_if<NoAnswer>(&answer)) return none->fault;
  auto result = remade_in(std::get<std::string>(answer), wish.kind);
  auto* made = std::get_if<Remade>(&result);
  const bool keeps_profile = made != nullptr && wish.kind == Kind::jpeg && !wish.wants_rgb;
  if (keeps_profile) *made = std::make_shared<const std::string>(with_profile_of(picture, **made));
  return result;
}

}  // namespace krut::picture
