#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "data/placeholder.h"
#include "data/rule.h"
#include "data/tree.h"

namespace krut::data {

namespace {

constexpr std::string_view between_languages = " · ";
constexpr std::size_t indent_step = 2;

std::string in_quotes(std::string_view text) { return nlohmann::json(text).dump(-1, ' ', false); }

/// A description holds its Thai sentence first, then its English one.
Bilingual halves(const std::string& description) {
  const std::size_t middle = description.find(between_languages);
  if (middle == std::string::npos) return {description, description};
  return {description.substr(0, middle), description.substr(middle + between_languages.size())};
}

/// Words of an example are marked, so that they are told from what was meant; codes and measures stand as they are.
std::string example_text(const std::string& text) {
  const std::u32string characters = utf8::to_utf32(text);
  const bool has_words = std::any_of(characters.begin(), characters.end(), utf8::is_thai);
  return in_quotes(has_words ? placeholder::words(text) : text);
}

std::string written(const Value& value) {
  switch (value.kind()) {
    case Kind::text:
      return example_text(value.text());
    case Kind::null:
      return "null";
    case Kind::array: {
      std::string text;
      for (std::size_t i = 0; i < value.size(); ++i) text += (i == 0 ? "" : ", ") + written(value.element(i));
      return '[' + text + ']';
    }
    case Kind::object: {
      std::string text;
      for (const std::string& key : value.keys()) {
        text += (text.empty() ? "" : ", ") + in_quotes(key) + ": " + written(*value.member(key));
      }
      return '{' + text + '}';
    }
    default:
      return value.text();
  }
}

bool may_be_text(const Rule& rule) {
  if ((rule.types & text_type) != 0 && rule.any_of.empty() && rule.one_of.empty()) return true;
  const auto branch = [](const Rule* each) { return may_be_text(each->resolved()); };
  return std::any_of(rule.any_of.begin(), rule.any_of.end(), branch) ||
         std::any_of(rule.one_of.begin(), rule.one_of.end(), branch);
}

std::string choice_text(const Value& choice) {
  return choice.kind() == Kind::text ? in_quotes(choice.text()) : written(choice);
}

std::string single_value(const Rule& rule, const Bilingual& note) {
  if (rule.choices && !rule.choices->empty()) return choice_text(rule.choices->front());
  if (may_be_text(rule)) return in_quotes(placeholder::words(note.thai));
  if ((rule.types & boolean_type) != 0) return "false";
  return std::to_string(static_cast<long long>(rule.least.value_or(0)));
}

Bilingual with_choices(Bilingual note, const Rule& rule) {
  if (!rule.choices || rule.choices->size() < 2) return note;
  std::string all;
  for (const Value& choice : *rule.choices) all += (all.empty() ? " (" : " | ") + choice.text();
  return {note.thai + all + ')', note.english + all + ')'};
}

class Writer {
 public:
  Writer(const std::set<std::string>& used, const std::string& layout) : used_(used), layout_(layout) {}

  struct Slot {
    const Rule& rule;  ///< as named, before its `$ref` is followed
    std::string path;  ///< with `*` for elements
    std::string key;   ///< with its colon; empty for elements and the root
    std::string tail;  ///< a comma, or nothing
    std::size_t depth = 0;
    bool is_required = false;
  };

  void write(const Slot& slot) {
    if (lines_.size() > limits::skeleton_lines) {
      throw Error(ErrorKind::limit, "schema.skeleton-too-long",
                  {"โครงข้อมูลของสคีมานี้ยาวเกิน " + std::to_string(limits::skeleton_lines) + " บรรทัด",
                   "the skeleton of this schema has more than " + std::to_string(limits::skeleton_lines) + " lines"},
                  {"ลด minItems และคีย์ที่บังคับในสคีมา", "let the schema have less minItems and fewer required keys"});
    }
    const Rule& rule = slot.rule.resolved();
    const std::string& description = slot.rule.description.empty() ? rule.description : slot.rule.description;
    const Bilingual note = halves(description);
    const auto& example = slot.rule.example ? slot.rule.example : rule.example;
    if (slot.path == "/layout") return add(slot, in_quotes(layout_), note);
    if (rule.is_date()) return add(slot, in_quotes(placeholder::date), note);
    if (example) return add(slot, written(*example), with_choices(note, rule));
    if (slot.depth < limits::data_depth && rule.types == object_type) return write_object(slot, rule, note);
    if (slot.depth < limits::data_depth && rule.types == array_type && rule.items != nullptr) {
      return write_array(slot, rule, note);
    }
    add(slot, single_value(rule, note), with_choices(note, rule));
  }

  std::vector<SkeletonLine> take() { return std::move(lines_); }

 private:
  void add(const Slot& slot, const std::string& json, Bilingual note) {
    add_line(slot, json + slot.tail, std::move(note));
  }

  void add_line(const Slot& slot, const std::string& json, Bilingual note) {
    lines_.push_back({std::string(slot.depth * indent_step, ' ') + slot.key + json, std::move(note), slot.is_required});
  }

  void close(const Slot& slot, const std::string& bracket) {
    lines_.push_back({std::string(slot.depth * indent_step, ' ') + bracket + slot.tail, {}, false});
  }

  [[nodiscard]] bool is_used(const std::string& path) const {
    const auto next = used_.lower_bound(path);
    return path == "/layout" || (next != used_.end() && (*next == path || next->starts_with(path + '/')));
  }

  void write_object(const Slot& slot, const Rule& rule, const Bilingual& note) {
    std::vector<Property> members;
    for (const Property& each : rule.properties) {
      if (rule.requires_key(each.key) || is_used(slot.path + '/' + each.key)) members.push_back(each);
    }
    add_line(slot, "{", note);
    for (const Property& each : members) {
      const bool is_last = &each == &members.back();
      write({*each.rule, slot.path + '/' + each.key, in_quotes(each.key) + ": ", is_last ? "" : ",", slot.depth + 1,
             rule.requires_key(each.key)});
    }
    close(slot, "}");
  }

  void write_array(const Slot& slot, const Rule& rule, const Bilingual& note) {
    add_line(slot, "[", note);
    const std::size_t count = std::max<std::size_t>(1, rule.fewest_items.value_or(1));
    for (std::size_t i = 0; i < count; ++i) {
      write({*rule.items, slot.path + "/*", {}, i + 1 == count ? "" : ",", slot.depth + 1, false});
    }
    close(slot, "]");
  }

  const std::set<std::string>& used_;
  const std::string& layout_;
  std::vector<SkeletonLine> lines_;
};

}  // namespace

std::vector<SkeletonLine> skeleton(const Schema& schema, const std::set<std::string>& used, const std::string& layout) {
  Writer writer(used, layout);
  writer.write({*schema.compiled_->root, {}, {}, {}, 0, false});
  return writer.take();
}

}  // namespace krut::data
