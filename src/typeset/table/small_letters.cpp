#include "typeset/table/small_letters.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "model/letters.h"

namespace krut::typeset {

namespace {

using Texts = std::vector<WideText>;

/// "14.5"
std::string in_points(Length length) {
  constexpr int tenths = 10;
  const auto value = length.scaled(tenths, Length::emu_per_point).in_emu();
  const std::string rest = value % tenths == 0 ? "" : "." + std::to_string(value % tenths);
  return std::to_string(value / tenths) + rest;
}

/// The next size that may be tried.
Length step_below(Length size) { return letters_step * ((size - Length::emu(1)) / letters_step.in_emu()).in_emu(); }

Length step_at_or_above(Length size) { return step_below(size) + letters_step; }

Length least_for(Length largest) {
  return std::max(least_letters, step_at_or_above(largest.scaled(least_letters_percent, 100)));
}

std::ptrdiff_t cuts_in(const Texts& texts) {
  return std::count_if(texts.begin(), texts.end(), [](const WideText& text) { return text.is_cut; });
}

/// The first text that fares better at `best`.
const WideText& first_helped(const Texts& now, const Texts& best) {
  const auto found = std::find_if(now.begin(), now.end(), [&](const WideText& text) {
    return std::none_of(best.begin(), best.end(),
                        [&](const WideText& other) { return other.text == text.text && other.is_cut == text.is_cut; });
  });
  return found == now.end() ? now.front() : *found;
}

/// What is known of the head or the body of a column.
struct Search {
  Length largest;  ///< letters, as the layout says
  Length size;     ///< that its words need; 0: nothing helps so far
  CellPlace place;
  WideText word;  ///< that needs it
};

class Searcher {
 public:
  Searcher(const model::Table& table, const TableFrame& frame, Context& context)
      : table_(table), frame_(frame), context_(context) {}

  void add(const TightCell& tight) {
    const auto [found, is_new] = searches_.try_emplace({tight.place.column, !tight.place.is_head});
    Search& search = found->second;
    if (is_new) search.largest = largest_in(tight.place.column, tight.place.is_head);
    const Length first = step_below(search.largest);
    const Length least = least_for(search.largest);
    if (first < least || search.size == least) return;
    const Texts best = texts_at(tight, least);
    if (cuts_in(best) >= cuts_in(tight.texts)) return;
    if (search.size == Length()) {
      search.size = first;
      search.place = tight.place;
      search.word = first_helped(tight.texts, best);
    }
    for (; search.size > least; search.size -= letters_step) {
      const Texts now = texts_at(tight, search.size);
      if (now.size() == best.size() && cuts_in(now) == cuts_in(best)) break;
      search.place = tight.place;
      search.word = first_helped(now, best);
    }
  }

  [[nodiscard]] std::vector<model::SmallColumn> result() const {
    std::vector<model::SmallColumn> columns;
    for (const auto& [key, search] : searches_) {
      if (search.size == Length()) continue;
      columns.push_back({table_.id, search.place.column, search.place.is_head, search.size});
      report(search);
    }
    return columns;
  }

 private:
  /// What is still too wide.
  [[nodiscard]] Texts texts_at(const TightCell& tight, Length size) const {
    Texts texts;
    Diagnostics told_when_set;
    std::vector<LackingGlyph> lacking_when_set;
    Context trial{context_.setter, context_.pages, told_when_set, context_.styles, &lacking_when_set, &texts};
    static_cast<void>(set_blocks(in_smaller_letters(tight.cell->blocks, size, context_),
                                 text_width(frame_, tight.place.column, 1), 0, model::ArtifactKind::layout, trial));
    return texts;
  }

  [[nodiscard]] Length largest_in(std::size_t column, bool is_head) const {
    Length largest;
    const auto look_into = [&](const std::vector<model::Row>& rows) {
      for (const auto& row : lay_grid(rows)) {
        for (const GridCell& place : row) {
          if (place.column != column || place.column_span > 1) continue;
          largest = std::max(largest, model::largest_letters(place.cell->blocks));
        }
      }
    };
    if (is_head) {
      look_into(table_.head);
      return largest;
    }
    for (const model::RowGroup& group : table_.groups) {
      look_into(group.head);
      look_into(group.rows);
    }
    look_into(table_.foot);
    return largest;
  }

  void report(const Search& search) const {
    const std::string before = in_points(search.largest);
    const std::string now = in_points(search.size);
    const Bilingual where = search.place.is_head ? Bilingual{"หัวคอลัมน์", "the head of this column"}
                                                 : Bilingual{"ทั้งคอลัมน์", "all of this column"};
    Diagnostic told{.code = "table.smaller-letters",
                    .severity = Severity::warning,
                    .message = {"คำว่า \"" + search.word.text + "\" กว้างกว่าช่องที่วาง จึงลดขนาดอักษร" + where.thai + "จาก " +
                                    before + " เป็น " + now + " พอยต์",
                                "\"" + search.word.text + "\" is wider than its column; " + where.english +
                                    " is set in " + now + " pt in place of " + before + " pt"},
                    .hint = {"ขยายคอลัมน์ หรือเขียนคำให้สั้นลง", "widen the column, or write a shorter word"}};
    told.where.pointer = search.word.pointer;
    context_.diagnostics.add(told_of_cell(std::move(told), search.place, table_.title));
  }

  const model::Table& table_;
  const TableFrame& frame_;
  Context& context_;
  std::map<std::pair<std::size_t, bool>, Search> searches_;  ///< by column, head before body
};

}  // namespace

std::vector<model::SmallColumn> small_columns(const model::Table& table, const TableFrame& frame,
                                              const std::vector<TightCell>& tight_cells, Context& context) {
  Searcher searcher(table, frame, context);
  for (const TightCell& tight : tight_cells) searcher.add(tight);
  return searcher.result();
}

std::vector<model::Block> in_smaller_letters(const std::vector<model::Block>& blocks, Length most,
                                             const Context& context) {
  static const std::vector<model::Style> none;
  return model::with_smaller_letters(blocks, most, context.styles == nullptr ? none : *context.styles);
}

}  // namespace krut::typeset
