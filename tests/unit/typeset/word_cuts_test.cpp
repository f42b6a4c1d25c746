#include <gtest/gtest.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <optional>

#include "base/files.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "typeset/typeset.h"
#include "typeset/typeset_kit.h"
#include "unit/cannot_check.h"

/// Line ends of real reports, held against a second breaker of Thai words (ICU with its dictionary).
namespace krut::typeset {
namespace {

namespace fs = std::filesystem;

/// A line end between two Thai letters at which the second breaker sees no word's edge.
struct Cut {
  std::string before;
  std::string after;
};

struct Count {
  std::size_t ends = 0;  ///< of lines that go on in the same paragraph
  std::vector<Cut> cuts;

  [[nodiscard]] double share() const {
    return ends == 0 ? 0 : 100.0 * static_cast<double>(cuts.size()) / static_cast<double>(ends);
  }
};

/// ICU's words of one text.
class SecondBreaker {
 public:
  explicit SecondBreaker(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    text_.reset(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
    words_.reset(ubrk_open(UBRK_WORD, "th", nullptr, 0, &status));
    ubrk_setUText(words_.get(), text_.get(), &status);
    EXPECT_TRUE(U_SUCCESS(status)) << u_errorName(status);
  }
  [[nodiscard]] bool has_edge_at(std::size_t offset) {
    return ubrk_isBoundary(words_.get(), static_cast<std::int32_t>(offset)) != 0;
  }

 private:
  struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
  };
  struct CloseWords {
    void operator()(UBreakIterator* words) const { ubrk_close(words); }
  };
  std::unique_ptr<UText, CloseText> text_;
  std::unique_ptr<UBreakIterator, CloseWords> words_;
};

std::string tail(const std::string& text, std::size_t characters) {
  std::u32string all = utf8::to_utf32(text);
  return utf8::from_utf32(all.size() <= characters ? all : all.substr(all.size() - characters));
}

std::string start(const std::string& text, std::size_t characters) {
  return utf8::from_utf32(utf8::to_utf32(text).substr(0, characters));
}

bool is_thai_letter(char32_t character) { return character >= 0x0E01 && character <= 0x0E4E; }

/// The lines of a text; tags between pointed brackets, which a reader of scans left in, end a line as well.
void add_lines(const std::string& text, std::vector<std::string>& paragraphs) {
  std::string line;
  bool is_tag = false;
  for (const char c : text + "\n") {
    is_tag = is_tag || c == '<';
    if ((c == '\n' || c == '<') && !line.empty()) paragraphs.push_back(std::exchange(line, {}));
    if (!is_tag && static_cast<unsigned char>(c) >= ' ') line += c;
    is_tag = is_tag && c != '>' && c != '\n';
  }
}

/// The paragraphs of the five seed papers; nothing where they are not at hand.
std::optional<std::vector<std::string>> seed_paragraphs() {
  const fs::path folder = fs::path(KRUT_SOURCE_FOLDER) / ".." / "shared" / "seeds";
  if (!fs::is_directory(folder)) return std::nullopt;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> paragraphs;
  for (const fs::path& path : paths) {
    add_lines(files::read_whole(path.string(), limits::data_bytes), paragraphs);
  }
  return paragraphs;
}

void count_ends(const std::vector<std::string>& lines, Count& count) {
  std::string text;
  for (const std::string& line : lines) text += line;
  SecondBreaker words(text);
  std::size_t offset = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    offset += lines[i].size();
    ++count.ends;
    const std::u32string before = utf8::to_utf32(tail(lines[i], 1));
    const std::u32string after = utf8::to_utf32(start(lines[i + 1], 1));
    const bool is_inside_thai =
        !before.empty() && !after.empty() && is_thai_letter(before[0]) && is_thai_letter(after[0]);
    if (is_inside_thai && !words.has_edge_at(offset))
      count.cuts.push_back({tail(lines[i], 14), start(lines[i + 1], 14)});
  }
}

Count cuts_at(const std::vector<std::string>& paragraphs, Length width) {
  model::Section section = kit::memo_paper();
  section.page_width = section.margin_left + section.margin_right + width;
  for (const std::string& text : paragraphs) {
    section.blocks.push_back({kit::paragraph(static_cast<model::ElementId>(section.blocks.size() + 1), text)});
  }
  Diagnostics diagnostics;
  const model::Pages pages = typeset(kit::document(std::move(section)), kit::setter(), diagnostics);
  std::map<model::NodeIndex, std::vector<std::string>> lines;
  for (const model::Page& page : pages.pages) {
    for (const model::Mark& mark : page.marks) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      if (line != nullptr) lines[line->owner.node].push_back(kit::text_of(*line));
    }
  }
  Count count;
  for (const auto& [node, set] : lines) count_ends(set, count);
  return count;
}

void show(const Count& count) {
  std::map<std::string, int> times;
  for (const Cut& cut : count.cuts) ++times[cut.before + "|" + cut.after];
  for (const auto& [cut, number] : times) std::cout << "    " << number << "  " << cut << "\n";
}

TEST(LineEndsOfRealReports, hardly_ever_lie_inside_a_word_of_a_second_breaker) {
  const auto paragraphs = seed_paragraphs();
  if (!paragraphs) KRUT_CANNOT_CHECK("../shared/seeds is not there");
  struct Case {
    Length width;
    double most;  ///< per cent of all line ends
  };
  for (const Case& each : {Case{22_mm, 2.0}, Case{30_mm, 1.5}, Case{50_mm, 1.5}, Case{160_mm, 1.5}}) {
    const Count count = cuts_at(*paragraphs, each.width);
    std::cout << "  column of " << each.width.in_millimetres() << " mm: " << count.ends << " line ends, "
              << count.cuts.size() << " inside a word of the second breaker (" << count.share() << " %)\n";
    EXPECT_GT(count.ends, 300U);
    EXPECT_LT(count.share(), each.most);
    if (std::getenv("KRUT_SHOW_CUTS") != nullptr || count.share() >= each.most) show(count);
  }
}

}  // namespace
}  // namespace krut::typeset
