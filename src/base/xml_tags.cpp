#include "base/xml_tags.h"

#include <algorithm>

namespace krut {

namespace {

/// Where the comment, CDATA section, instruction or declaration ends that begins at `at`; `at` itself for a tag.
std::size_t end_of_aside(std::string_view xml, std::size_t at) {
  struct Aside {
    std::string_view begin;
    std::string_view end;
  };
  for (const Aside& aside : {Aside{"<!--", "-->"}, Aside{"<![CDATA[", "]]>"}, Aside{"<?", "?>"}}) {
    if (!xml.substr(at, aside.begin.size()).starts_with(aside.begin)) continue;
    const std::size_t end = xml.find(aside.end, at + aside.begin.size());
    return end == std::string_view::npos ? xml.size() : end + aside.end.size();
  }
  return at;
}

/// Goes to the end of the tag that begins at `at` and counts its attributes by their signs of equality.
std::size_t count_attributes(std::string_view xml, std::size_t& at) {
  std::size_t count = 0;
  for (++at; at < xml.size() && xml[at] != '>' && xml[at] != '<'; ++at) {
    if (xml[at] == '=') ++count;
    if (xml[at] == '"' || xml[at] == '\'') at = std::min(xml.find(xml[at], at + 1), xml.size() - 1);
  }
  return count;
}

}  // namespace

std::optional<std::size_t> crowded_tag(std::string_view xml, std::size_t most) {
  for (std::size_t at = xml.find('<'); at < xml.size(); at = xml.find('<', at)) {
    if (const std::size_t end = end_of_aside(xml, at); end != at) {
      at = end;
      continue;
    }
    const std::size_t begin = at;
    if (count_attributes(xml, at) > most) return begin;
  }
  return std::nullopt;
}

}  // namespace krut
