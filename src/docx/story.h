#pragma once

#include <vector>

#include "docx/docx.h"
#include "docx/media.h"
#include "docx/names.h"
#include "docx/numbering.h"
#include "docx/property_lists.h"
#include "docx/styles.h"
#include "docx/text_record.h"
#include "docx/xml.h"

namespace krut::docx {

/// What the next paragraph finds before it.
struct Flow {
  bool breaks_page = false;                 ///< a page break was asked for and not written yet
  bool is_at_page_top = false;              ///< a new page surely starts here: space before is dropped
  bool follows_rule = false;                ///< the paragraph above draws a rule at its foot
  std::vector<const model::Frame*> frames;  ///< that hang on the paragraph
  Length space_before;                      ///< beside the paragraph's own, and kept at a page's top
};

/// What all parts of a file share while it is written. All references outlive it.
struct Shared {
  const Options& options;
  const StyleSheet& styles;
  Numbering& numbering;
  Names& names;
  Media& media;
  PropertyLists& property_lists;
  TextRecord& record;
};

/// What a text needs while it is written: the part, what all parts share, and where the text has come to.
struct Story {
  Xml& xml;
  Shared& shared;
  model::Digits page_digits = model::Digits::thai;  ///< how the section's page numbers are written
  const model::Section* section = nullptr;          ///< null in headers and footers
  Flow flow = {};
};

}  // namespace krut::docx
