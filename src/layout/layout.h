#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "data/checked_data.h"
#include "model/document.h"
#include "picture/picture.h"

namespace krut::layout {

/// Gives a file that belongs to a layout: the schema beside it, a shared part. It decides what may
/// be read. Throws `Error` (input_missing, limit). The layout room itself opens nothing.
using ReadFile = std::function<std::string(const std::string& name)>;

/// A text and the name of its file, for messages.
struct NamedText {
  std::string text;
  std::string file;
};

/// Gives a file that layouts share, by its path below the layout's own folder or, where it is not there, below the
/// folders of layouts: "parts/memo-head.xml". Nothing where there is none. Throws `Error` (input_missing, limit) when
/// it is there and cannot be read.
using FindFile = std::function<std::optional<NamedText>(const std::string& path)>;

/// Gives a picture that the data names, judged. Throws `Error` (input_missing, limit).
using ReadPicture = std::function<picture::Judged(const std::string& name)>;

/// A layout that was read and checked: its grammar, its styles, and every binding against its schema. Immutable,
/// shared.
class Layout {
 public:
  /// `name` as users say it ("ita/memo-report"), `file` for messages. `read` is asked for the schema named by the
  /// layout, `find` for the parts that it uses. Every fault at once goes to `diagnostics`; nothing is returned when one
  /// is an error.
  static std::shared_ptr<const Layout> load(std::string name, std::string text, std::string file, const ReadFile& read,
                                            Diagnostics& diagnostics, const Budget& budget = {},
                                            const FindFile& find = {});
  ~Layout();

  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] const std::string& version() const;
  [[nodiscard]] const std::string& title() const;  ///< one line for `krut layouts`
  [[nodiscard]] const data::Schema& schema() const;
  /// What it asks of the data: JSON pointers with `*` for every element of an array.
  [[nodiscard]] const std::set<std::string>& used_paths() const;
  /// Families, weights and slopes that its styles ask for.
  [[nodiscard]] std::vector<model::TextFormat> text_formats() const;

 private:
  Layout();
  struct Contents;
  std::unique_ptr<Contents> contents_;
  friend std::optional<model::Document> fill(const Layout&, const data::CheckedData&, const ReadPicture&, Diagnostics&,
                                             const Budget&);
  friend void look_over(const Layout&, const data::Json&, const ReadPicture&, Diagnostics&, const Budget&);
};

/// What the layout says about the data. `read` is asked for images the data names, relative to the data's file. What
/// only filling can find (a picture that is none, a date range that ends before it starts) goes to `diagnostics`;
/// nothing is returned when one is an error.
[[nodiscard]] std::optional<model::Document> fill(const Layout& layout, const data::CheckedData& data,
                                                  const ReadPicture& read, Diagnostics& diagnostics,
                                                  const Budget& budget = {});

/// What `fill` would find wrong with the pictures and lists of data that does not fit the layout's schema, so that it
/// is told together with what the schema refuses.
void look_over(const Layout& layout, const data::Json& json, const ReadPicture& read, Diagnostics& diagnostics,
               const Budget& budget = {});

}  // namespace krut::layout
