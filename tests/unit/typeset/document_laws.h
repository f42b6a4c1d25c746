#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/document.h"
#include "model/page.h"

/// What holds for every document, however it was made.
namespace krut::typeset::kit {

struct SetDocument {
  const model::Document& document;
  const Diagnostics& diagnostics;
  const model::Pages& pages;
};

/// Each law answers with what breaks it, as sentences; nothing is well.
using Broken = std::vector<std::string>;

[[nodiscard]] Broken says_everything_once_and_in_order(const SetDocument& set);
[[nodiscard]] Broken is_the_same_when_set_again(const SetDocument& set);
[[nodiscard]] Broken stays_above_the_bottom_margin(const SetDocument& set);
[[nodiscard]] Broken has_parents_before_children(const SetDocument& set);
[[nodiscard]] Broken leaves_no_signature_alone(const SetDocument& set);
[[nodiscard]] Broken keeps_text_inside_its_cells(const SetDocument& set);
/// Letters are as large as the document says, but in columns told to be too narrow for a word.
[[nodiscard]] Broken shrinks_letters_by_whole_columns(const SetDocument& set);
[[nodiscard]] Broken shows_heads_over_every_part_of_a_table(const SetDocument& set);
[[nodiscard]] Broken labels_groups_that_go_on_and_no_others(const SetDocument& set);
[[nodiscard]] Broken splits_rows_only_in_need(const SetDocument& set);

}  // namespace krut::typeset::kit
