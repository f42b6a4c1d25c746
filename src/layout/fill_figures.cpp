#include "layout/fill_figures.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "layout/faults.h"
#include "layout/fill_blocks.h"
#include "layout/fill_text.h"
#include "layout/fill_values.h"
#include "layout/picture.h"
#include "layout/styles.h"

namespace krut::layout {

namespace {

/// Of a picture whose width is left to the data, which says none.
constexpr Length usual_picture_width = Length::millimetres(150);
constexpr int usual_photo_columns = 2;
/// On paper that is turned there is room for one more.
constexpr Length wide_text = Length::millimetres(210);
constexpr int usual_photo_columns_of_wide = 3;
/// Photos of a camera held level are four wide and three high; nor is one higher than three quarters of its page.
constexpr std::int64_t photo_height = 3;
constexpr std::int64_t photo_width = 4;
constexpr Length beside_photo = Length::millimetres(1.5);
constexpr Length below_photo = Length::points(9);
constexpr double millimetres_per_inch = 25.4;

int usual_columns(Length text_width) {
  return text_width > wide_text ? usual_photo_columns_of_wide : usual_photo_columns;
}

std::optional<data::Value> value_at(const FillState& state, const Node& node, std::string_view attribute) {
  const auto* path = node.value<Path>(attribute);
  return path == nullptr ? std::nullopt : state.scope.value(*path);
}

void warn_of_coarse(FillState& state, const model::Image& image) {
  if (image.pixels_across == 0) return;
  const double inches = image.width.in_millimetres() / millimetres_per_inch;
  const auto dots = static_cast<std::size_t>(image.pixels_across / inches);
  if (dots >= limits::coarse_dpi) return;
  state.diagnostics.add(faults::coarse_picture(image.named_at, image.name, static_cast<int>(dots)));
}

/// The picture that the data names, as large as the place allows; the place shrinks to it. False when it names none.
bool add_picture(FillState& state, const Node& node, model::Figure& figure) {
  const auto name = value_at(state, node, "image");
  if (!name || name->text().empty()) return false;
  auto picture = read_picture(state, *name, node.place);
  if (!picture) return true;
  fit_into(*picture, figure.width, figure.height);
  figure.width = picture->image.width;
  figure.height = picture->image.height;
  warn_of_coarse(state, picture->image);
  picture->image.alternative_text = figure.alternative_text;
  if (picture->image.alternative_text.empty()) {
    for (const model::Span& span : figure.caption) picture->image.alternative_text += span.text;
  }
  figure.image = std::move(picture->image);
  return true;
}

/// What of the data would hold the picture: the element of a loop, or what the path to the picture leads through.
std::optional<data::Value> owner_of_image(const FillState& state, const Node& node) {
  if (const Loop* loop = node.value<Loop>("each")) return state.scope.value({{loop->variable}, {}});
  const auto* path = node.value<Path>("image");
  if (path == nullptr || path->keys.size() < 2) return std::nullopt;
  Path owner = *path;
  owner.keys.pop_back();
  owner.key_offsets.pop_back();
  return state.scope.value(owner);
}

/// A picture that is still to come: its frame says so on paper, and a warning in messages.
void announce(FillState& state, const Node& node, const Manner& manner, model::Figure& figure) {
  const std::string language = state.program.report.value_or<std::string>("lang", "th");
  model::Span span;
  span.text = language.rfind("en", 0) == 0 ? "(picture to come)" : "(รอใส่ภาพ)";
  span.format = text_format(state, manner);
  figure.frame_words.push_back(std::move(span));
  const auto value = owner_of_image(state, node);
  std::string words = figure.alternative_text;
  if (words.empty()) {
    for (const model::Span& each : figure.caption) words += each.text;
  }
  state.diagnostics.add(
      faults::picture_to_come(value ? value->place() : node.place, value ? node.place : Place(), words));
}

/// Without its picture; `width` and `height` are the most that it may take.
model::Figure figure_of(FillState& state, const Node& node, const Manner& manner, Length width, Length height) {
  model::Figure figure;
  figure.id = state.next_id();
  figure.width = width;
  figure.height = height;
  figure.caption_style = manner.style;
  Line line;
  add_inline(state, node.children, 0, node.children.size(), text_format(state, manner), manner, line);
  settle_tabs(line.spans, 0);
  figure.caption = std::move(line.spans);
  const model::ParagraphFormat format = state.style(manner.style).style.paragraph;
  // A picture without a caption is as far from what follows as it would be from one.
  figure.space_after = figure.caption.empty() ? format.space_before : format.space_after;
  const auto* words = node.value<Template>("alternative-text");
  if (words != nullptr) figure.alternative_text = plain_text(state, *words, node.place);
  return figure;
}

/// Arranges photos in rows.
class GridFiller {
 public:
  GridFiller(FillState& state, const Node& node, const Manner& manner)
      : state_(state),
        node_(node),
        manner_(manner),
        columns_(static_cast<std::size_t>(count_in(state, node, "columns", usual_columns(state.text_width)))),
        width_(state.text_width / static_cast<std::int64_t>(columns_) - beside_photo * 2) {}

  void add_to(Blocks& blocks) {
    std::vector<model::Figure> photos;
    for (const Node& child : node_.children) {
      if (child.kind == ElementKind::photo) repeat(state_, child, [&] { photos.push_back(photo(child)); });
    }
    if (photos.empty()) return;
    model::Table table = empty_table();
    model::RowGroup group;
    group.id = state_.next_id();
    for (std::size_t first = 0; first < photos.size(); first += columns_) {
      group.rows.push_back(row(photos, first, std::min(photos.size(), first + columns_)));
    }
    table.groups.push_back(std::move(group));
    blocks.push_back({std::move(table)});
  }

 private:
  model::Figure photo(const Node& child) {
    Manner manner = manner_inside(state_, child, manner_);
    manner.is_in_cell = true;
    const Length height =
        std::min(width_.scaled(photo_height, photo_width), state_.text_height.scaled(photo_height, photo_width));
    model::Figure figure = figure_of(state_, child, manner, width_, height);
    figure.alignment = model::Alignment::center;
    figure.space_after = {};
    if (!add_picture(state_, child, figure)) announce(state_, child, manner, figure);
    return figure;
  }

  model::Table empty_table() {
    model::Table table;
    table.id = state_.next_id();
    table.is_grid = true;
    table.place = node_.place;
    table.left_padding = beside_photo;
    table.right_padding = beside_photo;
    table.bottom_padding = below_photo;
    if (const auto* title = node_.value<Template>("title")) table.title = plain_text(state_, *title, node_.place);
    model::Column column;
    column.kind = model::Column::Kind::share;
    table.columns.assign(columns_, column);
    return table;
  }

  /// Where the photos of a row are not equally high, their feet are level, and so are their captions.
  static model::VerticalAlignment stand_of(const std::vector<model::Figure>& photos, std::size_t first,
                                           std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
      if (photos[i].height != photos[first].height) return model::VerticalAlignment::bottom;
    }
    return model::VerticalAlignment::top;
  }

  /// One that is left over stands in the middle.
  model::Row row(std::vector<model::Figure>& photos, std::size_t first, std::size_t end) {
    model::Row row;
    row.id = state_.next_id();
    row.may_split = false;
    const model::VerticalAlignment stand = stand_of(photos, first, end);
    for (std::size_t i = first; i < end; ++i) {
      model::Cell cell;
      cell.id = state_.next_id();
      cell.vertical_alignment = stand;
      if (end - first == 1) cell.column_span = static_cast<int>(columns_);
      cell.blocks.push_back({std::move(photos[i])});
      row.cells.push_back(std::move(cell));
    }
    for (std::size_t i = end; end - first > 1 && i < first + columns_; ++i) {
      model::Cell cell;
      cell.id = state_.next_id();
      cell.blocks.push_back({paragraph_of(state_, node_, manner_, {})});
      row.cells.push_back(std::move(cell));
    }
    return row;
  }

  FillState& state_;
  const Node& node_;
  const Manner& manner_;
  std::size_t columns_;
  Length width_;  ///< of a photo
};

}  // namespace

void add_figure_place(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  model::Figure figure = figure_of(state, node, manner, length_in(state, node, "width", usual_picture_width),
                                   node.value_or<Length>("height", {}));
  figure.alignment = alignment_of(node.value_or<std::string>("align", "center"));
  const bool is_announced = !add_picture(state, node, figure) && node.has("image") && !figure.caption.empty();
  if (is_announced) announce(state, node, manner, figure);
  blocks.push_back({std::move(figure)});
}

void add_photo_grid(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  GridFiller(state, node, manner).add_to(blocks);
}

}  // namespace krut::layout
