#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "data/checked_data.h"
#include "layout/filters.h"
#include "layout/source_text.h"
#include "picture/picture.h"

/// The sentences of the layout room: one function a fault, code first in its result.
namespace krut::layout::faults {

using Words = std::vector<std::string>;

// The file as XML.
[[nodiscard]] Diagnostic not_utf8(const Place& place);
[[nodiscard]] Diagnostic empty_file(const Place& place);
[[nodiscard]] Diagnostic document_type(const Place& place);
[[nodiscard]] Diagnostic too_deep(const Place& place);
[[nodiscard]] Diagnostic too_many_attributes(const Place& place);
[[nodiscard]] Diagnostic too_many_styles(const Place& place);
[[nodiscard]] Diagnostic path_too_long(const Place& place);
/// `code` and `message` are the parser's; `offset` is how far it read.
[[nodiscard]] Diagnostic not_well_formed(const SourceText& source, std::size_t offset, int code,
                                         const std::string& message);
/// What the grammar refuses although every check of ours passed.
[[nodiscard]] Diagnostic grammar(const Place& place, const std::string& message);

// Elements and attributes.
[[nodiscard]] Diagnostic not_a_report(const Place& place, const std::string& name);
[[nodiscard]] Diagnostic unknown_element(const Place& place, const std::string& name, const Words& known);
[[nodiscard]] Diagnostic misplaced_element(const Place& place, const std::string& name, const std::string& parent,
                                           const Words& homes);
[[nodiscard]] Diagnostic misplaced_text(const Place& place, const std::string& text, const std::string& parent);
[[nodiscard]] Diagnostic missing_child(const Place& place, const std::string& name, const std::string& child);
[[nodiscard]] Diagnostic doubled_child(const Place& place, const std::string& name, const std::string& parent);
[[nodiscard]] Diagnostic child_out_of_order(const Place& place, const std::string& name, const std::string& before);
[[nodiscard]] Diagnostic unknown_attribute(const Place& place, const std::string& name, const std::string& element,
                                           const Words& known);
[[nodiscard]] Diagnostic missing_attribute(const Place& place, const std::string& name, const std::string& element);
[[nodiscard]] Diagnostic bad_length(const Place& place, const std::string& attribute, const std::string& value);
/// `expected` completes "… must be".
[[nodiscard]] Diagnostic bad_value(const Place& place, const std::string& attribute, const std::string& value,
                                   const Bilingual& expected);
[[nodiscard]] Diagnostic bad_word(const Place& place, const std::string& attribute, const std::string& value,
                                  const Words& known);
/// Lengths as the layout writes them.
[[nodiscard]] Diagnostic lines_too_close(const Place& place, const std::string& pitch, const std::string& size,
                                         const std::string& least);
[[nodiscard]] Diagnostic no_body(const Place& place, const std::string& least);
[[nodiscard]] Diagnostic unknown_style(const Place& place, const std::string& name, const Words& known);
[[nodiscard]] Diagnostic doubled_style(const Place& place, const std::string& name);
[[nodiscard]] Diagnostic wrong_cell_count(const Place& place, int found, int expected);
[[nodiscard]] Diagnostic doubled_widths(const Place& place);
[[nodiscard]] Diagnostic doubled_value(const Place& place);
[[nodiscard]] Diagnostic unlike_sides(const Place& place, std::size_t widths, std::size_t sides);

// Parts.
[[nodiscard]] Diagnostic not_a_part(const Place& place, const std::string& name);
[[nodiscard]] Diagnostic doubled_parameter(const Place& place, const std::string& name);
/// A name in the body of a part that is neither a parameter nor a variable of the part's own loops.
[[nodiscard]] Diagnostic unknown_parameter(const Place& place, const std::string& name, const std::string& part,
                                           const Words& known);
/// The part needs one value of the data there, and its use gives words, or several values, or one with filters.
[[nodiscard]] Diagnostic parameter_is_no_value(const Place& place, const std::string& name);
/// A loop of the part has a variable of the same name as a loop around the part's use.
[[nodiscard]] Diagnostic hidden_variable(const Place& place, const std::string& name, const std::string& part);
[[nodiscard]] Diagnostic part_in_itself(const Place& place, const std::string& part);
[[nodiscard]] Diagnostic too_many_part_elements(const Place& place);
[[nodiscard]] Diagnostic misplaced_slot(const Place& place);

// Other files of a layout.
[[nodiscard]] Diagnostic no_such_file(const Place& place, const std::string& path);
[[nodiscard]] Diagnostic layout_extends_itself(const Place& place, const std::string& name);
/// The file of an <include> has another root than <styles>.
[[nodiscard]] Diagnostic no_styles(const Place& place, const std::string& name);
[[nodiscard]] Diagnostic no_such_blocks(const Place& place, const std::string& name, const Words& known);

// Expressions.
[[nodiscard]] Diagnostic unclosed_braces(const Place& place);
[[nodiscard]] Diagnostic path_expected(const Place& place, const std::string& found);
[[nodiscard]] Diagnostic single_path_expected(const Place& place, const std::string& attribute);
[[nodiscard]] Diagnostic filter_expected(const Place& place);
[[nodiscard]] Diagnostic unknown_filter(const Place& place, const std::string& name);
[[nodiscard]] Diagnostic bad_argument(const Place& place, const Filter& filter, const std::string& argument);
[[nodiscard]] Diagnostic missing_argument(const Place& place, const Filter& filter);
[[nodiscard]] Diagnostic literal_expected(const Place& place);
[[nodiscard]] Diagnostic loop_expected(const Place& place, const std::string& found);
[[nodiscard]] Diagnostic condition_too_deep(const Place& place);
[[nodiscard]] Diagnostic unexpected_in_expression(const Place& place, const std::string& found);

// Bindings.
[[nodiscard]] Diagnostic no_schema(const Place& place, const std::string& name, const Bilingual& cause);
[[nodiscard]] Diagnostic unknown_path(const Place& place, const std::string& key, const std::string& parent,
                                      const Words& known);
[[nodiscard]] Diagnostic no_members(const Place& place, const std::string& parent, data::ShapeKind kind);
[[nodiscard]] Diagnostic not_a_list(const Place& place, const std::string& path, data::ShapeKind kind);
[[nodiscard]] Diagnostic prints_many(const Place& place, const std::string& path, data::ShapeKind kind,
                                     const Words& members);
[[nodiscard]] Diagnostic wrong_filter(const Place& place, const Filter& filter, const std::string& path,
                                      data::ShapeKind kind);
/// `filter` makes a period, and what follows, or the paper, cannot take one.
[[nodiscard]] Diagnostic unfinished_period(const Place& place, const Filter& filter);
[[nodiscard]] Diagnostic not_content(const Place& place, const std::string& path, data::ShapeKind kind);
[[nodiscard]] Diagnostic not_comparable(const Place& place, const std::string& path, data::ShapeKind kind);
[[nodiscard]] Diagnostic not_sortable(const Place& place, const std::string& path, data::ShapeKind kind);
[[nodiscard]] Diagnostic not_a_choice(const Place& place, const std::string& path, data::ShapeKind kind);
[[nodiscard]] Diagnostic unknown_choice(const Place& place, const std::string& value, const std::string& path,
                                        const Words& known);
[[nodiscard]] Diagnostic missing_option(const Place& place, const std::string& value, const std::string& path);
[[nodiscard]] Diagnostic not_an_emblem(const Place& place, const std::string& path);

// Filling.
[[nodiscard]] Diagnostic unreadable_value(const Place& where, const Place& asked_by, const Filter& filter,
                                          const std::string& value);
/// A value under a `sum` that is no decimal.
[[nodiscard]] Diagnostic not_summable(const Place& where, const Place& asked_by, const std::string& path);
[[nodiscard]] Diagnostic control_character(const Place& where, const Place& asked_by);
/// A value that an attribute takes from the data; `expected` completes "… must be".
[[nodiscard]] Diagnostic unfit_value(const Place& where, const Place& asked_by, const std::string& attribute,
                                     const std::string& value, const Bilingual& expected);
/// A row whose cells, with those that reach down from above, do not fill the columns of its table.
[[nodiscard]] Diagnostic unfilled_row(const Place& where, const Place& asked_by, int found, int expected);
/// A cell that reaches below the last row it could: `found` rows are asked for, `left` there are.
[[nodiscard]] Diagnostic too_many_rows_spanned(const Place& where, const Place& asked_by, int found, int left);
[[nodiscard]] Diagnostic too_many_columns(const Place& where, const Place& asked_by, std::size_t found,
                                          std::size_t most);
[[nodiscard]] Diagnostic list_too_deep(const Place& where, const Place& asked_by);
[[nodiscard]] Diagnostic missing_image(const Place& where, const Place& asked_by);
[[nodiscard]] Diagnostic unreadable_image(const Place& where, const Place& asked_by, const Diagnostic& cause);
/// A warning: it is drawn, but every dot will be seen.
[[nodiscard]] Diagnostic coarse_picture(const Place& where, const std::string& name, int dots_per_inch);
/// A warning: a frame stands in for a picture; `words` say what it will show.
[[nodiscard]] Diagnostic picture_to_come(const Place& where, const Place& asked_by, const std::string& words);
[[nodiscard]] Diagnostic unfit_picture(const Place& where, const Place& asked_by, const std::string& name,
                                       const picture::Fault& fault);
/// Warnings: the picture is used.
[[nodiscard]] Diagnostic odd_emblem_ratio(const Place& where, double ratio);
[[nodiscard]] Diagnostic coarse_emblem(const Place& where, int dots_per_inch, int least);

}  // namespace krut::layout::faults
