#pragma once

#include "base/diagnostic.h"
#include "data/checked_data.h"

namespace krut::data {

/// Reads data that fits its schema as a careful colleague reads a draft, and adds a warning for whatever looks like a
/// slip: doubled marks, foreign letters, gaps in numbering, another agency's name, years and totals that disagree.
/// Nothing is changed, and only keys that are there are looked at, so that any schema may be used. Takes time in
/// proportion to the text. Warnings whose code stands in the list `accepted_warnings` of the data are left out.
void review(const Json& data, Diagnostics& diagnostics);

/// Reads any data, whether it fits a schema or not, and looks at each text only: what compares values would tell once
/// more what the schema refuses, a year that disagrees with a wrong year.
void review_texts(const Json& data, Diagnostics& diagnostics);

}  // namespace krut::data
