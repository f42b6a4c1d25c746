#include "layout/white_space.h"

#include <algorithm>

namespace krut::layout {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

void trim_front(Node& node) {
  if (node.kind != ElementKind::text || node.text.parts.empty() || node.text.parts.front().expression) return;
  std::string& words = node.text.parts.front().words;
  words.erase(words.begin(), std::find_if_not(words.begin(), words.end(), is_space));
}

void trim_back(Node& node) {
  if (node.kind != ElementKind::text || node.text.parts.empty() || node.text.parts.back().expression) return;
  std::string& words = node.text.parts.back().words;
  while (!words.empty() && is_space(words.back())) words.pop_back();
}

}  // namespace

bool is_blank(const std::string& text) { return std::all_of(text.begin(), text.end(), is_space); }

std::string with_plain_spaces(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_space(text[end])) ++end;
    const std::string run = text.substr(at, end - at);
    const bool is_layout = run.find_first_of("\n\t\r") != std::string::npos;
    result += is_layout ? " " : run;
    if (end < text.size()) result += text[end++];
    at = end;
  }
  return result;
}

void trim_stretches(std::vector<Node>& nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!is_inline(nodes[i].kind)) continue;
    if (i == 0 || !is_inline(nodes[i - 1].kind)) trim_front(nodes[i]);
    if (i + 1 == nodes.size() || !is_inline(nodes[i + 1].kind)) trim_back(nodes[i]);
  }
  const auto is_empty = [](const Node& node) {
    return node.kind == ElementKind::text &&
           std::all_of(node.text.parts.begin(), node.text.parts.end(),
                       [](const TemplatePart& part) { return !part.expression && part.words.empty(); });
  };
  nodes.erase(std::remove_if(nodes.begin(), nodes.end(), is_empty), nodes.end());
}

}  // namespace krut::layout
