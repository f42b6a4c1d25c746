#include "layout/unprinted.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace krut::layout {

namespace {

constexpr std::size_t most_named = 6;
constexpr std::array<std::string_view, 5> for_the_program = {"$schema", "accepted_warnings", "digits", "language",
                                                             "layout"};

/// The paths that a layout asks for, step by step. What it asks for and does not go into, it prints whole.
struct Asked {
  std::string key;
  std::vector<Asked> steps;
};

const Asked* step(const Asked& from, std::string_view key) {
  const auto found = std::find_if(from.steps.begin(), from.steps.end(), [&](const Asked& to) { return to.key == key; });
  return found == from.steps.end() ? nullptr : &*found;
}

/// The paths come in order, so that what was asked before is the last step or none.
Asked& step_to(Asked& from, std::string_view key) {
  if (from.steps.empty() || from.steps.back().key != key) from.steps.push_back({std::string(key), {}});
  return from.steps.back();
}

Asked asked_by(const Layout& layout) {
  Asked all;
  for (const std::string& path : layout.used_paths()) {
    Asked* here = &all;
    for (std::size_t begin = 1; begin <= path.size();) {
      const std::size_t end = std::min(path.find('/', begin), path.size());
      here = &step_to(*here, std::string_view(path).substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return all;
}

using Shape = std::optional<data::Schema::Node>;

class Searcher {
 public:
  void look_into(const data::Value& value, const Shape& shape, const Asked& asked, const std::string& path) {
    if (asked.steps.empty()) return;
    if (value.kind() == data::Kind::array) {
      const Shape of_element = shape ? shape->element() : std::nullopt;
      for (std::size_t i = 0; i < value.size(); ++i) {
        look_at(value.element(i), of_element, step(asked, "*"), path + "/*");
      }
    } else if (value.kind() == data::Kind::object) {
      for (const std::string& key : value.keys()) {
        look_at(*value.member(key), shape ? shape->member(key) : std::nullopt, step(asked, key), path + '/' + key);
      }
    }
  }

  void report(const std::string& layout, Diagnostics& diagnostics) const {
    if (!first_) return;
    std::string named;
    std::vector<std::string> pointers;
    std::size_t count = 0;
    std::size_t left = most_named;
    for (const auto& [path, times] : lost_) {
      count += times;
      pointers.push_back(path);
      if (left > 0) named += (named.empty() ? "" : ", ") + path + " (" + std::to_string(times) + ")";
      if (left > 0) --left;
    }
    if (lost_.size() > most_named) named += ", …";
    const std::string values = std::to_string(count);
    diagnostics.add(
        {.code = "data.not-printed",
         .severity = Severity::note,
         .message = {"รูปแบบ \"" + layout + "\" ไม่พิมพ์ข้อมูล " + values + " ค่า: " + named,
                     "the layout \"" + layout + "\" does not print " + values + " of the values: " + named},
         .where = first_->place(),
         .hint = {"หากต้องการให้ปรากฏ ใช้รูปแบบอื่น หรือย้ายข้อความไปไว้ในคีย์ที่รูปแบบนี้พิมพ์ (krut new " + layout + ")",
                  "to see it on paper, use another layout, or a key that this one prints (krut new " + layout + ")"},
         .pointers = std::move(pointers)});
  }

 private:
  void look_at(const data::Value& value, const Shape& shape, const Asked* asked, const std::string& path) {
    if (asked != nullptr) return look_into(value, shape, *asked, path);
    const bool is_list = value.kind() == data::Kind::array || value.kind() == data::Kind::object;
    const bool is_loss = value.kind() != data::Kind::null && !(is_list && value.size() == 0);
    if (!is_loss || is_for_the_program(path) || (shape && shape->has_choices())) return;
    if (!first_) first_ = value;
    ++lost_[path];
  }

  static bool is_for_the_program(std::string_view path) {
    return std::find(for_the_program.begin(), for_the_program.end(), path.substr(1)) != for_the_program.end();
  }

  std::map<std::string, std::size_t> lost_;  // how often, by JSON pointer with `*` for every element
  std::optional<data::Value> first_;
};

}  // namespace

void note_unprinted(const Layout& layout, const data::Json& json, Diagnostics& diagnostics) {
  Searcher searcher;
  searcher.look_into(json.root(), layout.schema().root(), asked_by(layout), {});
  searcher.report(layout.name(), diagnostics);
}

}  // namespace krut::layout
