#include "krut/skeleton_text.h"

namespace krut::api {

namespace {

std::string comment(const std::string& note, bool is_required, const std::string& required_word) {
  if (note.empty()) return {};
  return "  // " + (is_required ? required_word : std::string()) + note;
}

}  // namespace

Skeleton joined(const std::vector<data::SkeletonLine>& lines) {
  Skeleton skeleton;
  for (const data::SkeletonLine& line : lines) {
    skeleton.json += line.json + '\n';
    skeleton.explained_thai += line.json + comment(line.note.thai, line.is_required, "(จำเป็น) ") + '\n';
    skeleton.explained_english += line.json + comment(line.note.english, line.is_required, "(required) ") + '\n';
  }
  return skeleton;
}

}  // namespace krut::api
