#include "typeset_table/table_picture.h"

#include <charconv>
#include <stdexcept>

namespace krut::typeset::test {

namespace {

/// Reads the number at the start of `words` and takes it away.
int number(std::string_view& words) {
  int value = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error != std::errc()) throw std::invalid_argument("a number is missing in a sketch: " + std::string(words));
  words.remove_prefix(static_cast<std::size_t>(end - words.data()));
  return value;
}

bool take(std::string_view& words, char sign) {
  if (words.empty() || words.front() != sign) return false;
  words.remove_prefix(1);
  return true;
}

void add_lines(CellShape& cell, int count, bool is_kept_together) {
  for (int line = 0; line < count; ++line) {
    cell.lines.push_back({Length(), line_height, !is_kept_together || line == 0});
  }
}

CellShape cell(std::string_view& words) {
  CellShape result;
  const bool has_items = words.substr(0, words.find(',')).find_first_of("+~") != std::string_view::npos;
  add_lines(result, number(words), has_items);
  while (!words.empty() && (words.front() == '+' || words.front() == '~')) {
    const std::size_t item = result.lines.size();
    const bool has_space = words.front() == '~';
    words.remove_prefix(1);
    add_lines(result, number(words), true);
    if (has_space) result.lines[item].space_before = item_space;
  }
  if (take(words, 'x')) result.row_span = number(words);
  return result;
}

RowShape row(std::string_view words) {
  RowShape result;
  result.may_split = !take(words, '!');
  if (take(words, '_')) return result;
  do {
    result.cells.push_back(cell(words));
  } while (take(words, ','));
  return result;
}

void add_word(TableNumbers& table, std::string_view word) {
  if (take(word, 'C')) {
    table.continued_heading = Length::points(number(word));
  } else if (take(word, 'H')) {
    table.head = Length::points(number(word));
  } else if (take(word, 'P')) {
    table.top_padding = table.bottom_padding = Length::points(number(word));
  } else if (take(word, 'g')) {
    GroupShape group;
    group.label = Length::points(number(word));
    if (take(word, '/')) group.continued_label = Length::points(number(word));
    table.groups.push_back(group);
  } else if (take(word, 'f')) {
    table.foot.push_back(row(word));
  } else {
    if (table.groups.empty()) table.groups.emplace_back();
    table.groups.back().rows.push_back(row(word));
  }
}

std::string lines_of(const PlacedCell& placed) {
  if (placed.first_line == placed.end_line) return ".";
  return std::to_string(placed.first_line + 1) + "-" + std::to_string(placed.end_line);
}

bool spans_rows(const TableShape& shape, const PlacedCell& placed) {
  return shape.rows()[placed.row].cells[placed.cell].end_row > placed.row + 1;
}

std::string row_word(const TableShape& shape, const TableStep& step, const PlacedBand& band) {
  std::string word = (shape.rows()[band.index].is_foot ? "f" : "r") + std::to_string(band.index);
  if (!band.continues && !band.goes_on) return word;
  char before = '(';
  for (const PlacedCell& placed : step.cells) {
    if (placed.row != band.index || spans_rows(shape, placed)) continue;
    word += before + lines_of(placed);
    before = ',';
  }
  return before == '(' ? word + "()" : word + ')';
}

std::string band_word(const TableShape& shape, const TableStep& step, const PlacedBand& band) {
  switch (band.kind) {
    case BandKind::continued_heading:
      return "C";
    case BandKind::head:
      return "H";
    case BandKind::label:
      return "g" + std::to_string(band.index);
    case BandKind::continued_label:
      return "c" + std::to_string(band.index);
    case BandKind::row:
      break;
  }
  return row_word(shape, step, band);
}

std::string page_words(const TableShape& shape, const TableStep& step) {
  std::string words;
  const auto add = [&words](const std::string& word) { words += (words.empty() ? "" : " ") + word; };
  for (const PlacedBand& band : step.bands) add(band_word(shape, step, band));
  for (const PlacedCell& placed : step.cells) {
    const std::size_t size = shape.rows()[placed.row].cells[placed.cell].lines.size();
    const bool is_part = placed.first_line > 0 || placed.end_line < size;
    if (!is_part || !spans_rows(shape, placed)) continue;
    add("s" + std::to_string(placed.row) + "." + std::to_string(placed.cell) + "(" + lines_of(placed) + ")");
  }
  if (step.rule == BreakRule::uneven) add("~");
  if (step.rule == BreakRule::parting) add("&");
  if (step.rule == BreakRule::anywhere) add("%");
  if (step.overflows) add("!");
  return words.empty() ? "-" : words;
}

}  // namespace

TableNumbers sketch(std::string_view words) {
  TableNumbers table;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) add_word(table, words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return table;
}

std::vector<FilledPage> fill_all(const TableShape& shape, Length first, Length others) {
  constexpr std::size_t too_many = 100'000;
  std::vector<FilledPage> pages;
  const bool is_fresh = first < Length();
  PageRoom room{is_fresh ? others : first, others, is_fresh};
  TableCursor cursor;
  while (!is_done(shape, cursor)) {
    if (pages.size() == too_many) throw std::runtime_error("the table does not end");
    pages.push_back({room, fill_page(shape, cursor, room)});
    cursor = pages.back().step.next;
    room = {others, others, true};
  }
  return pages;
}

std::string picture(const TableShape& shape, const std::vector<FilledPage>& pages) {
  std::string words;
  for (const FilledPage& page : pages) words += (words.empty() ? "" : " | ") + page_words(shape, page.step);
  return words;
}

}  // namespace krut::typeset::test
